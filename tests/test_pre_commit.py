"""The pre-commit hook, run for real from a clone, on a repository with drafts."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="pre-commit needs git")

BAD = """HARTWELL, Ohio, November 4, 2026 -- Acme Corp. today said that this release contains forward-looking statements within the
meaning of Section 27A of the Securities Act of 1933 and Section 21E of the Securities Act of 1934.
"""
MENDED = BAD.replace("Section 21E of the Securities Act", "Section 21E of the Securities Exchange Act")
CONFIG = """repos:
  - repo: {url}
    rev: {rev}
    hooks:
      - id: disclint
        args: [--select, citations]
"""


def _git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=Tester", "-c", "user.email=tester@example.com", "-c", "commit.gpgsign=false"]
    return subprocess.run(
        ["git", *identity, *arguments], cwd=folder, env=_environment(folder), capture_output=True, text=True, check=True
    ).stdout.strip()


def _environment(folder: Path) -> dict[str, str]:
    """Without what a surrounding git hook or test run would impose."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("GIT_") and name != "PYTHONPATH"}
    return {**kept, "PRE_COMMIT_HOME": str(folder.parent / "pre-commit-home")}


def _repository(folder: Path) -> str:
    """Makes a repository of the files in the folder; its commit."""
    _git(folder, "init", "--quiet")
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", "All files")
    return _git(folder, "rev-parse", "HEAD")


def test_the_hook_fails_on_a_defective_draft_and_passes_on_a_mended_one(tmp_path: Path) -> None:
    ours = tmp_path / "disclint"
    parts = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "disclint", "rules", "templates")
    for part in parts:
        source, target = ROOT / part, ours / part
        target.parent.mkdir(exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(source, target)
    rev = _repository(ours)

    theirs = tmp_path / "drafts"
    theirs.mkdir()
    (theirs / ".pre-commit-config.yaml").write_text(CONFIG.format(url=ours.as_uri(), rev=rev), "utf-8")
    (theirs / "q3.txt").write_text(BAD, "utf-8")
    (theirs / "README.md").write_text(BAD, "utf-8")
    _repository(theirs)

    def hook() -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pre_commit", "run", "--all-files", "--color", "never"]
        return subprocess.run(command, cwd=theirs, env=_environment(theirs), capture_output=True, text=True, check=False)

    failed = hook()
    assert failed.returncode == 1, failed.stdout + failed.stderr
    assert "q3.txt" in failed.stdout
    assert "citations/section-in-wrong-act" in failed.stdout
    assert "README.md" not in failed.stdout

    (theirs / "q3.txt").write_text(MENDED, "utf-8")
    _git(theirs, "add", "--all")
    passed = hook()
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout
