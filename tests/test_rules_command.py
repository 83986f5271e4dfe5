"""`disclint rules`: looking rules up, starting one, running examples."""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path

import pytest

from tests.conftest import Disclint


def test_list_and_prefix(house: Path, disclint: Disclint) -> None:
    assert "error    house/visibility  Outlook is called visibility\n" in disclint("rules", "house").out
    everything = disclint("rules").out
    assert "citations/section-in-wrong-act" in everything
    assert "house/visibility" in everything
    assert "house/visibility" not in disclint("rules", "--isolated").out


def test_a_full_name_explains_the_rule(house: Path, disclint: Disclint) -> None:
    out = disclint("rules", "house/visibility").out
    for words in (
        "house/visibility (error)",
        "Investors cannot hold",
        "House style, chapter 3 (read 2026-11-22)",
        "⟦improved visibility⟧",
        "“[quote]”",
    ):
        assert words in out


def test_an_unknown_name_has_a_suggestion(house: Path, disclint: Disclint) -> None:
    for arguments in (["house/visiblity"], ["hous"], ["--format", "json", "house/visiblity"]):
        done = disclint("rules", *arguments)
        assert done.status == 2
        assert "did you mean 'house" in done.err


def test_json(house: Path, disclint: Disclint) -> None:
    found = disclint("rules", "--format", "json", "house").json
    (rule,) = found["rules"]
    assert (rule["name"], rule["severity"]) == ("house/visibility", "error")
    assert rule["authorities"][0]["citation"] == "House style, chapter 3"
    assert rule["examples"]["fail"][0]["text"] == "Acme Corp. reported ⟦improved visibility⟧ today."


def test_html_runs_only_its_own_script(house: Path, disclint: Disclint) -> None:
    disclint("rules", "--format", "html", "-o", "rulebook.html")
    text = Path("rulebook.html").read_text("utf-8")
    (script,) = re.findall(r"<script>(.*?)</script>", text, re.S)
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-{digest}';" in text
    assert 'id="house/visibility"' in text
    assert not re.findall(r"(?:src|href)=\"(?!#)", text)


def test_a_new_rule_loads_and_passes_its_own_examples(house: Path, disclint: Disclint) -> None:
    done = disclint("rules", "new", "house/no-synergy")
    assert done.status == 0
    assert Path("house-rules/house/no-synergy.toml").is_file()
    assert disclint("rules", "test", "house-rules/house/no-synergy.toml").out == "1 rules, 2 examples: 0 wrong\n"
    assert "house/no-synergy" in disclint("rules", "house").out


def test_new_refuses_a_name_that_is_taken_or_is_none(house: Path, disclint: Disclint) -> None:
    assert "already a rule" in disclint("rules", "new", "house/visibility").err
    for name in ("Synergy", "../house/x", "synergy", "house/no synergy"):
        done = disclint("rules", "new", name)
        assert done.status == 2
        assert "is no name for a rule" in done.err


def test_new_without_a_configuration_says_how_to_apply_it(tmp_path: Path, disclint: Disclint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = disclint("rules", "new", "--isolated", "house/no-synergy")
    assert Path("house-rules/house/no-synergy.toml").is_file()
    assert 'rules = ["./house-rules"]' in done.out


def test_examples_that_are_not_judged_as_they_say(house: Path, disclint: Disclint) -> None:
    rule = Path("house-rules/house/visibility.toml")
    rule.write_text(rule.read_text("utf-8").replace("⟦improved visibility⟧", "improved ⟦visibility⟧"), "utf-8")
    done = disclint("rules", "test", "house-rules")
    assert done.status == 1
    assert "house/visibility: example fail 1: reported ['improved visibility'], marked ['visibility']" in done.out
    rule.write_text(rule.read_text("utf-8").partition("[[examples.pass]]")[0], "utf-8")
    assert "house/visibility: has no example to pass" in disclint("rules", "test", "house-rules").out
