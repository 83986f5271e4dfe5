"""Plugins: local files, two with one name, and what they contribute."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclint import plugins
from disclint.errors import PluginError
from tests.conftest import ROOT, Disclint

EXAMPLE = ROOT / "tests/example_plugin/disclint_example/__init__.py"


def test_the_built_in_parts_come_in_by_the_hooks() -> None:
    found = plugins.load()
    assert {"html", "json", "text"} <= set(found.renderers)
    assert "wording" in found.checks
    assert {"text", "html"} <= set(found.readers)
    assert (found.rules[0].name, found.templates[-1].name) == ("rules", "templates")


def test_a_local_file_is_a_plugin(house: Path, disclint: Disclint) -> None:
    Path("disclint.toml").write_text(f'plugins = ["{EXAMPLE.as_posix()}"]\nselect = ["example"]\n', "utf-8")
    Path("drafts/bad.txt").write_text("Acme Corp. said today that it has\nTHE VERY BEST plans.\n", "utf-8")
    done = disclint("check", "--format", "digest", "--fail-on", "warning", "drafts/bad.txt")
    assert (done.status, done.out) == (1, "drafts/bad.txt: line 2: example/shouting: THE VERY BEST\n")
    assert disclint("rules", "test", *EXAMPLE.parent.glob("rules")).status == 0


def test_a_reader_and_a_finder_of_a_plugin(house: Path, disclint: Disclint) -> None:
    Path("disclint.toml").write_text(f'plugins = ["{EXAMPLE.as_posix()}"]\nselect = ["example"]\n', "utf-8")
    Path("drafts/a.memo").write_text("From: Investor Relations\nRe: draft\n\nAcme Corp. said\nTHE VERY BEST things. #acme\n", "utf-8")
    found = disclint("check", "--format", "json", "drafts/a.memo").json["documents"][0]
    assert found["format"] == "memo"
    (finding,) = found["verdicts"][0]["findings"]
    assert (finding["quote"], finding["location"]["line"], finding["location"]["column"]) == ("THE VERY BEST", 5, 1)
    assert "#acme" in disclint("inspect", "--format", "html", "drafts/a.memo").out


def test_two_plugins_with_one_name_are_refused_naming_both(tmp_path: Path) -> None:
    source = "from disclint.reporting import Renderer\ndef disclint_renderers(): return [Renderer('csv', str)]\n"
    for name in ("one.py", "two.py"):
        (tmp_path / name).write_text(source, "utf-8")
    with pytest.raises(PluginError, match=r"the renderer 'csv' comes from two plugins: .*two\.py and .*one\.py"):
        plugins.load([tmp_path / "one.py", tmp_path / "two.py"])


def test_the_built_in_parts_are_not_replaced_silently(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("def disclint_checks():\n    from disclint.checks.base import Check\n    return {'wording': Check}\n", "utf-8")
    with pytest.raises(PluginError, match=r"the check 'wording' comes from two plugins: .*one\.py and disclint"):
        plugins.load([tmp_path / "one.py"])


def test_every_hook_is_documented() -> None:
    hooks = {name for name in vars(plugins.hookspecs) if name.startswith("disclint_")}
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    assert len(hooks) == 6
    assert all(f"`{hook}()`" in text for hook in hooks)
