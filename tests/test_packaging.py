"""The wheel, built and installed for real: alone, and with the example plugin."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from pathlib import Path

import pytest

from tests.conftest import ROOT


def _run(*command: str | Path, cwd: Path) -> str:
    outside = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
    done = subprocess.run([str(part) for part in command], cwd=cwd, env=outside, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from the source distribution, as an installer without a wheel would."""
    folder = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--outdir", folder, ROOT, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


def _installed(folder: Path, *packages: Path) -> Path:
    """The folder of the commands of a fresh environment."""
    venv.create(folder, with_pip=True)
    commands = folder / ("Scripts" if os.name == "nt" else "bin")
    _run(commands / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages, cwd=folder)
    return commands


def test_the_wheel_has_every_rule_and_template(wheel: Path, tmp_path: Path) -> None:
    commands = _installed(tmp_path / "venv", wheel)
    rules = [rule["name"] for rule in json.loads(_run(commands / "disclint", "rules", "--format", "json", cwd=tmp_path))["rules"]]
    folder = ROOT / "rules"
    here = [path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.toml")]
    assert rules == sorted(name for name in here if not name.startswith("registry/"))
    code = "import disclint.resources as r; print(r.bundled('templates')); print((r.bundled('rules').parents[1] / 'py.typed').is_file())"
    where, typed = _run(commands / "python", "-c", code, cwd=tmp_path).split()
    assert typed == "True"
    assert {p.relative_to(where) for p in Path(where).rglob("*.*")} == {p.relative_to(ROOT / "templates") for p in (ROOT / "templates").rglob("*.*")}
    draft = ROOT / "examples/larkfield-dividend.txt"
    for arguments in (["check", "--fail-on", "never"], ["check", "--fail-on", "never", "--format", "html"], ["inspect"]):
        assert "larkfield-dividend.txt" in _run(commands / "disclint", *arguments, draft, cwd=tmp_path)


def test_the_example_plugin_installs_and_works(wheel: Path, tmp_path: Path) -> None:
    commands = _installed(tmp_path / "venv", wheel, ROOT / "tests/example_plugin")
    (tmp_path / "a.memo").write_text("From: Investor Relations\n\nAcme Corp. said\nTHE VERY BEST things.\n", "utf-8")
    out = _run(commands / "disclint", "check", "--select", "example", "--format", "digest", "a.memo", cwd=tmp_path)
    assert out == "a.memo: line 4: example/shouting: THE VERY BEST\n"
    assert "example/shouting" in _run(commands / "disclint", "rules", cwd=tmp_path)


def test_an_installed_plugin_that_fails_is_named_with_its_version(tmp_path: Path) -> None:
    (tmp_path / "broken.py").write_text("1 / 0\n", "utf-8")
    info = tmp_path / "broken_plugin-2.5.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: broken-plugin\nVersion: 2.5\n", "utf-8")
    (info / "entry_points.txt").write_text("[disclint]\nbroken = broken\n", "utf-8")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])}
    command = [sys.executable, "-c", "from disclint.cli import main; main()", "check", str(ROOT / "examples/larkfield-dividend.txt")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "plugin broken (broken-plugin 2.5) failed to load: ZeroDivisionError" in done.stderr
