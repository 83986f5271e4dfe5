"""What cannot be checked says so, names the file and the place, and never keeps the other drafts from being checked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import DRAFT, Disclint, Done


def _others_were_checked(done: Done) -> bool:
    return [len(d["verdicts"]) for d in done.json["documents"] if d["path"] == "drafts/good.txt"] == [1]


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "drafts/empty.txt: the file is empty"),
        ("blank.txt", b" \n\n \t\n", "drafts/blank.txt: the file is empty"),
        ("binary.txt", bytes(range(256)) * 40, "drafts/binary.txt: is binary"),
        ("utf16.txt", b"\xff\xfeA\x00b", "drafts/utf16.txt: begins with the byte-order mark of utf-16-le but is not"),
    ],
)
def test_a_file_that_is_no_draft(house: Path, disclint: Disclint, name: str, data: bytes, words: str) -> None:
    Path("drafts", name).write_bytes(data)
    done = disclint("check", "--format", "json", f"drafts/{name}", "drafts/good.txt")
    assert done.status == 2
    assert words in done.err
    assert _others_were_checked(done)
    assert words in done.json["documents"][0]["error"]
    assert words in disclint("inspect", f"drafts/{name}", "drafts/good.txt").err


def test_windows_1252_is_read(house: Path, disclint: Disclint) -> None:
    Path("drafts/bad.txt").write_bytes(DRAFT.replace("plans", "\u201cplans\u201d").encode("cp1252"))
    assert disclint("check", "drafts/bad.txt").status == 1


def test_fifty_megabytes_are_refused_at_once(house: Path, disclint: Disclint) -> None:
    with Path("drafts/huge.txt").open("wb") as file:
        file.truncate(50_000_000)
    done = disclint("check", "--format", "json", "drafts/huge.txt", "drafts/good.txt")
    assert done.status == 2
    assert "drafts/huge.txt: 50 MB; drafts of more than 20 MB are not read (max-size in the configuration)" in done.err
    assert _others_were_checked(done)
    assert disclint("check", "-", stdin=b"x" * 20_000_001).status == 2


def test_broken_toml(house: Path, disclint: Disclint) -> None:
    Path("disclint.toml").write_text('select = ["house"]\nignore = [\n', "utf-8")
    done = disclint("check", "drafts")
    assert done.status == 2
    assert "disclint.toml:3:1: " in done.err


def test_a_folder_with_a_broken_configuration_does_not_stop_the_others(house: Path, disclint: Disclint) -> None:
    Path("drafts/q3").mkdir()
    Path("drafts/q3/disclint.toml").write_text("market = us\n", "utf-8")
    Path("drafts/q3/draft.txt").write_text(DRAFT, "utf-8")
    for paths in (["drafts"], ["drafts/q3", "drafts/good.txt"]):
        done = disclint("check", "--format", "json", *paths)
        assert done.status == 2
        assert "drafts/q3/disclint.toml:1:10: " in done.err
        assert _others_were_checked(done)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('# ours\nselct = ["house"]\n', "disclint.toml:2: unknown key 'selct'; did you mean 'select'?"),
        ('[issuer]\nname = "Acme Corp."\ntickrs = []\n', "disclint.toml:3: unknown key 'tickrs'; did you mean 'tickers'?"),
        ('fail-on = "erorr"\n', "disclint.toml:1: fail-on: "),
        ('\nselect = "house"\n', "disclint.toml:2: select: Expected `array`, got `str`"),
        ('[issuer]\nentity = "gmbh"\n', "disclint.toml:2: issuer.entity: "),
        ('rules = ["./no-such-folder"]\n', "no-such-folder: there is no such folder"),
    ],
)
def test_a_wrong_configuration_names_line_and_key(house: Path, disclint: Disclint, text: str, words: str) -> None:
    Path("disclint.toml").write_text(text, "utf-8")
    done = disclint("check", "drafts/good.txt")
    assert done.status == 2
    assert words in done.err


def test_a_missing_configuration_file(house: Path, disclint: Disclint) -> None:
    done = disclint("check", "--config", "other.toml", "drafts")
    assert done.status == 2
    assert "other.toml: cannot be read" in done.err


def test_a_wrong_rule_file_names_file_and_key(house: Path, disclint: Disclint) -> None:
    Path("house-rules/house/visibility.toml").write_text('title = "x"\n', "utf-8")
    done = disclint("check", "drafts/good.txt")
    assert done.status == 2
    assert "house-rules/house/visibility.toml: " in done.err


def test_a_plugin_that_fails_to_load(house: Path, disclint: Disclint) -> None:
    Path("disclint.toml").write_text('plugins = ["./mine.py"]\n', "utf-8")
    for source, words in (
        ("1 / 0", "mine.py failed to load: ZeroDivisionError"),
        ("import sys; sys.exit(0)", "mine.py failed to load: SystemExit"),
        ("def disclint_rulez(): return []", "disclint_rulez"),
        ("x = 1", "mine.py contributes nothing"),
        ("def disclint_rules(): return ['nowhere']", "mine.py: disclint_rules names 'nowhere', which is no folder"),
        ("def disclint_checks(): return {'wording': None}", "mine.py: disclint_checks gives 'wording', which is no check"),
        ("def disclint_checks(): raise KeyError('x')", "mine.py failed in disclint_checks: KeyError"),
    ):
        Path("mine.py").write_text(source, "utf-8")
        done = disclint("check", "drafts/good.txt")
        assert done.status == 2, source
        assert words in done.err, source
    Path("mine.py").unlink()
    assert "mine.py: there is no such file" in disclint("check", "drafts").err


CRASHING = """
from disclint.checks.base import Check

class Crashing(Check, frozen=True, kw_only=True):
    def examine(self, release):
        if "bold" in release.text:
            raise LookupError("no such thing")
        from disclint.checks.base import Examination
        return Examination()

def disclint_checks():
    return {"crashing": Crashing}
"""


def test_a_check_that_crashes_has_its_own_verdict_and_the_others_stand(house: Path, disclint: Disclint) -> None:
    Path("mine.py").write_text(CRASHING, "utf-8")
    rule = Path("house-rules/house/visibility.toml")
    Path("house-rules/house/crash.toml").write_text(
        rule.read_text("utf-8").replace("[forbid.wording]\nany = ['improved visibility']", "[forbid.crashing]"), "utf-8"
    )
    Path("disclint.toml").write_text('plugins = ["./mine.py"]\nrules = ["./house-rules"]\nselect = ["house"]\n', "utf-8")
    done = disclint("check", "--format", "json", "drafts/bad.txt")
    assert done.status == 3
    crashed, failed = done.json["documents"][0]["verdicts"]
    assert (crashed["rule"], crashed["status"], crashed["reason"]) == ("house/crash", "crashed", "LookupError: no such thing")
    assert failed["status"] == "failed"
    assert done.json["summary"]["crashed"] == 1
    assert "house/crash" in disclint("check", "drafts/bad.txt").out


def test_a_reader_that_crashes(house: Path, disclint: Disclint) -> None:
    Path("mine.py").write_text(
        "from disclint.reading import Reader\n"
        "def read(data, path): raise OSError('disk on fire')\n"
        "def disclint_readers(): return [Reader('x', ('.xyz',), read)]\n",
        "utf-8",
    )
    Path("disclint.toml").write_text('plugins = ["./mine.py"]\nrules = ["./house-rules"]\nselect = ["house"]\n', "utf-8")
    Path("drafts/a.xyz").write_text(DRAFT, "utf-8")
    done = disclint("check", "--format", "json", "drafts")
    assert done.status == 2
    assert "drafts/a.xyz: reading it failed: OSError: disk on fire" in done.err
    assert _others_were_checked(done)
