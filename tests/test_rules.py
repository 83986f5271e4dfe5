"""Every rule of the rulebook proves itself by its own examples, also when they are wrapped at 40 columns."""

from __future__ import annotations

import datetime as dt
import textwrap
from functools import cache
from pathlib import Path

import pytest

from disclint import registry, rulebook, testing
from disclint.anatomy import read_release
from disclint.checks.vocabulary import BUILT_IN as CHECKS
from disclint.engine import judge
from disclint.errors import RuleError
from disclint.model import Context, Release, Severity
from disclint.reading import BUILT_IN as READERS
from disclint.reading import read
from disclint.resources import bundled

RULES = bundled("rules")


@cache
def names() -> registry.Registry:
    return registry.load(RULES / "registry")


def read_example(data: bytes, path: str, context: Context) -> Release:
    return read_release(read(data, path, READERS)[0], context, names(), {})


BOOK = rulebook.load([RULES], CHECKS)


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.name)
def test_examples_are_judged_as_they_say(rule: rulebook.Rule) -> None:
    assert [f"{f.example}: {f.problem}\n{f.shown}" for f in testing.run_examples(rule, read_example)] == []


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.name)
def test_rules_carry_every_kind_of_example(rule: rulebook.Rule) -> None:
    assert testing.missing_kinds(rule) == ()


def wrapped(text: str) -> str:
    """Each paragraph of running text anew at 40 columns; short lines (addresses, headings, columns, tables) as they are."""
    paragraphs = text.split("\n\n")
    return "\n\n".join(textwrap.fill(p, 40, break_long_words=False) if _runs(p) else p for p in paragraphs)


def _runs(paragraph: str) -> bool:
    lines = paragraph.split("\n")
    return max(len(line) for line in lines) > 60 and not any("   " in line.strip() or "|" in line for line in lines) and "<" not in paragraph


@pytest.mark.parametrize("rule", BOOK.rules, ids=lambda rule: rule.name)
def test_wrapping_changes_no_verdict(rule: rulebook.Rule) -> None:
    for example in (*rule.examples.fail, *rule.examples.passes, *rule.examples.skip):
        if not example.filename.endswith(".txt"):
            continue
        plain, _ = testing.unmark(example.text)
        context = Context(example.market, example.events, example.as_of, example.entity, example.issuer, example.tickers, example.annual_form)
        verdicts = []
        for text in (plain, wrapped(plain)):
            release = read_example(text.encode(), example.filename, context)
            verdict = judge(rule, release)
            verdicts.append((verdict.status, verdict.severity, [release.quote(f.span) for f in verdict.findings]))
        assert verdicts[0] == verdicts[1], wrapped(plain)


def test_an_error_rests_on_an_authority_that_was_read() -> None:
    for rule in BOOK.rules:
        if rule.severity is Severity.ERROR:
            assert any(a.verified or a.basis == "self-evident" for a in rule.authorities), rule.name


def test_no_authority_was_read_in_the_future() -> None:
    newest = max(a.verified for r in BOOK.rules for a in r.authorities if a.verified)
    assert newest <= dt.date(2026, 11, 22)


def minimal(**changes: str) -> str:
    parts = {
        "title": 'title = "T"',
        "severity": 'severity = "warning"',
        "message": 'message = "M {quote}"',
        "remedy": 'remedy = "R"',
        "rationale": 'rationale = "W"',
        "authority": '[authority]\ncitation = "A"',
        "check": '[forbid.wording]\nany = ["x"]',
    }
    return "\n".join((parts | changes).values())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"check": "[forbid.wrding]\nany = ['x']"}, "[forbid.wrding] names no check; did you mean 'wording'?"),
        ({"check": "[forbid.wording]\nanny = ['x']"}, "anny"),
        ({"check": "[forbid.wording]\nany = 'x'"}, "$.any"),
        ({"check": "[forbid.wording]\nany = ['(']"}, "missing )"),
        ({"check": "[forbid.wording]\nany = ['x']\nwithin = ['headlines']"}, "unknown zone 'headlines'"),
        ({"check": ""}, "exactly one check"),
        ({"severity": 'severity = "fatal"'}, "severity"),
        ({"severity": 'severity = "error"'}, "nobody has read"),
        ({"message": 'message = "M {what}"'}, "unknown placeholder 'what'"),
        ({"authority": ""}, "authority"),
        ({"title": 'title = "T'}, "line 1, column"),
    ],
)
def test_a_wrong_rule_file_is_refused_with_its_place(tmp_path: Path, changes: dict[str, str], said: str) -> None:
    path = tmp_path / "house" / "wrong.toml"
    path.parent.mkdir()
    path.write_text(minimal(**changes), "utf-8")
    with pytest.raises(RuleError) as caught:
        rulebook.load([tmp_path], CHECKS)
    assert str(path) in str(caught.value)
    assert said in str(caught.value)


def test_two_rules_of_one_name_are_refused_naming_both(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "twice.toml").write_text(minimal(), "utf-8")
    with pytest.raises(RuleError, match=r"b.twice\.toml.*stands already in .*a.twice\.toml"):
        rulebook.load([tmp_path / "a", tmp_path / "b"], CHECKS)


def test_selection_goes_by_whole_names() -> None:
    citations = BOOK.select(["citations"])
    assert {r.name.split("/")[0] for r in citations.rules} == {"citations"}
    assert BOOK.select(["us"], ["us/safe-harbor"]).rules
    assert not any(r.name.startswith("us/safe-harbor") for r in BOOK.select(["us"], ["us/safe-harbor"]).rules)
