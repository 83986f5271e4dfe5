"""Which files are taken for drafts."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import DRAFT, Disclint, Done


def _checked(done: Done) -> list[str]:
    return [document["path"] for document in done.json["documents"]]


def _write(*paths: str) -> None:
    for path in paths:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(DRAFT, "utf-8")


def test_a_folder_is_searched_for_drafts_only(house: Path, disclint: Disclint) -> None:
    _write("drafts/q3/results.md", "drafts/q3/results.htm", "drafts/README.md", "drafts/LICENSE.txt", "drafts/requirements-dev.txt")
    _write("drafts/.hidden.txt", "drafts/.git/COMMIT.txt", "drafts/sheet.xyz", "drafts/Makefile", "drafts/venv/notes.txt")
    assert _checked(disclint("check", "--format", "json", "drafts")) == [
        "drafts/bad.txt",
        "drafts/good.txt",
        "drafts/q3/results.htm",
        "drafts/q3/results.md",
    ]


def test_what_is_named_is_always_read(house: Path, disclint: Disclint) -> None:
    _write("drafts/README.md", "drafts/.hidden.txt", "drafts/sheet.xyz")
    named = ["drafts/README.md", "drafts/.hidden.txt", "drafts/sheet.xyz"]
    assert _checked(disclint("check", "--format", "json", *named)) == named


def test_no_path_is_the_current_folder(house: Path, disclint: Disclint) -> None:
    assert _checked(disclint("check", "--format", "json")) == ["drafts/bad.txt", "drafts/good.txt"]


def test_globs_and_repeated_paths(house: Path, disclint: Disclint) -> None:
    _write("drafts/deep/er/bad.txt")
    assert _checked(disclint("check", "--format", "json", "drafts/**/b*.txt")) == ["drafts/bad.txt", "drafts/deep/er/bad.txt"]
    assert _checked(disclint("check", "--format", "json", "drafts/bad.txt", "drafts", "drafts/bad.txt")) == [
        "drafts/bad.txt",
        "drafts/good.txt",
        "drafts/deep/er/bad.txt",
    ]


def test_include_and_exclude(house: Path, disclint: Disclint) -> None:
    _write("drafts/archive/old.txt", "drafts/new.md")
    config = house / "disclint.toml"
    config.write_text(config.read_text("utf-8") + 'include = ["*.txt"]\nexclude = ["archive/", "good.*"]\n', "utf-8")
    assert _checked(disclint("check", "--format", "json", "drafts")) == ["drafts/bad.txt"]
    assert _checked(disclint("check", "--format", "json", "drafts/archive/old.txt")) == ["drafts/archive/old.txt"]


@pytest.mark.parametrize("path", ["no/such.txt", "drafts/*.pdf", "empty"])
def test_where_nothing_matches_nothing_was_checked(house: Path, disclint: Disclint, path: str) -> None:
    Path("empty").mkdir()
    done = disclint("check", "--format", "json", path, "drafts/good.txt")
    assert done.status == 2
    assert path in done.err
    assert [(d["path"], d["error"] is None) for d in done.json["documents"]] == [(path, False), ("drafts/good.txt", True)]


def test_an_unreadable_file(house: Path, disclint: Disclint, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(self: Path, *arguments: Any, **named: Any) -> Any:
        if self.name == "bad.txt":
            raise PermissionError(errno.EACCES, "Permission denied")
        return opened(self, *arguments, **named)

    monkeypatch.setattr(Path, "open", refuse)
    done = disclint("check", "--format", "json", "drafts")
    assert done.status == 2
    assert "drafts/bad.txt: cannot be read: Permission denied" in done.err
    assert len(done.json["documents"][1]["verdicts"]) == 1


def test_a_folder_that_is_its_own_parent(house: Path, disclint: Disclint) -> None:
    Path("drafts/loop").symlink_to(Path("drafts").absolute(), target_is_directory=True)
    assert _checked(disclint("check", "--format", "json", "drafts")) == ["drafts/bad.txt", "drafts/good.txt"]
