"""Properties that hold for any text, and for every invented release however it is wrapped and typed."""

from __future__ import annotations

import re
import textwrap
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclint import registry, rulebook
from disclint.anatomy import read_release
from disclint.checks.vocabulary import BUILT_IN as CHECKS
from disclint.engine import judge_all
from disclint.model import Context, Release
from disclint.reading import BUILT_IN as READERS
from disclint.reading import read
from disclint.reporting.facts import facts
from disclint.resources import bundled

ROOT = Path(__file__).parent.parent
TEXTS = sorted([*ROOT.glob("examples/*.txt"), *ROOT.glob("tests/corpus/*.txt")])
RELEASES = sorted(
    p for folder in ("examples", "tests/corpus") for p in (ROOT / folder).iterdir() if p.suffix in (".txt", ".htm", ".md") and p.name != "README.md"
)
QUICK = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

# Pieces of which a release is made: more of the anatomy is reached than by letters at random.
PIECES = st.sampled_from(
    """FOR IMMEDIATE RELEASE|AUSTIN, Texas, March 3, 2026 -- |Halden Pumps, Inc. (NYSE: HPI) |today announced |"We expect growth," said |Ruth Adeyemi, CEO|
    Forward-Looking Statements|This release contains forward-looking statements.|Section 27A of the Securities Act of 1933|actual results may differ materially|
    About Halden|Contact:|Tel. +1 419-244-7100|ir@halden.example|###|<PAGE>|Adjusted EBITDA of $4.1 million|up 12% to $11.2 million from $10.0 million|
    record date of April 31, 2026|Tuesday, March 4|[●]|(|)|“|”|•|$|€|–|\u00a0|\n|\n\n|\t|   |1.|A.|Form 10-K""".split("|")
)


@cache
def names() -> registry.Registry:
    return registry.load(bundled("rules") / "registry")


@cache
def book() -> rulebook.Rulebook:
    return rulebook.load([bundled("rules")], CHECKS)


def release_of(data: bytes, name: str = "draft.txt") -> Release:
    return read_release(read(data, name, READERS)[0], Context(), names(), {})


def spans_in(value: Any) -> list[tuple[int, int]]:
    """Every span anywhere in the facts of a release."""
    if hasattr(value, "start") and hasattr(value, "end"):
        return [(value.start, value.end)]
    if isinstance(value, tuple | list):
        return [s for item in value for s in spans_in(item)]
    if hasattr(value, "__dataclass_fields__"):
        return [s for name in value.__dataclass_fields__ if name not in ("document", "context") for s in spans_in(getattr(value, name))]
    return []


@QUICK
@given(st.one_of(st.text(min_size=1, max_size=400), st.lists(PIECES, min_size=1, max_size=40).map(" ".join)))
def test_any_text_is_read_and_judged(text: str) -> None:
    if not text.strip() or "\0" in text:
        return
    try:
        data = text.encode()
    except UnicodeEncodeError:  # lone surrogates are no text
        return
    from disclint.errors import DocumentError

    try:
        release = release_of(data)
    except DocumentError:
        return
    length = len(release.text)
    assert all(0 <= start <= end <= length for start, end in spans_in(release))
    assert facts(release)
    verdicts = judge_all(book().rules, release)
    assert [v.reason for v in verdicts if v.status == "crashed"] == []
    assert [v.rule for v in verdicts] == [rule.name for rule in book().rules]


@pytest.mark.parametrize("path", RELEASES, ids=lambda p: p.name)
def test_every_fact_stands_in_the_text(path: Path) -> None:
    release = release_of(path.read_bytes(), path.name)
    text = " ".join(release.text.split())
    for key, value in facts(release).items():
        for words in quoted(value) if key not in ("path", "sha256", "format", "market", "date", "schema", "event_types", "non_gaap") else ():
            assert words in text, (key, words)


@pytest.mark.parametrize("path", RELEASES, ids=lambda p: p.name)
def test_parts_cover_the_text_in_order(path: Path) -> None:
    release = release_of(path.read_bytes(), path.name)
    end = 0
    for part in release.parts:
        assert part.span.start >= end
        assert not release.text[end : part.span.start].strip()
        end = part.span.end
    assert not release.text[end:].strip()


@pytest.mark.parametrize("path", TEXTS, ids=lambda p: p.name)
@pytest.mark.parametrize("change", ["wrapped", "spaced", "crlf", "curly"])
def test_setting_the_text_anew_changes_no_fact_and_no_verdict(path: Path, change: str) -> None:
    source = path.read_bytes().decode("cp1252" if path.name.startswith("stavely") else "utf-8")
    anew = {"wrapped": wrapped, "spaced": spaced, "crlf": lambda t: t.replace("\n", "\r\n"), "curly": curly}[change](source)
    before, after = release_of(source.encode(), path.name), release_of(anew.encode(), path.name)
    assert plain(facts(after)) == plain(facts(before))
    assert judged(after) == judged(before)


def test_the_order_of_rules_changes_nothing() -> None:
    release = release_of((ROOT / "examples/halvorsen-q3-draft.txt").read_bytes())
    forwards = judge_all(book().rules, release)
    backwards = judge_all(tuple(reversed(book().rules)), release)
    assert list(forwards) == list(reversed(backwards))


def quoted(value: Any) -> list[str]:
    """The texts in a fact that quote the release."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [words for item in value for words in quoted(item)]
    if isinstance(value, dict):
        return [
            words
            for key, item in value.items()
            if key not in ("date", "to", "role", "factors", "symbol", "exchange", "company")
            for words in quoted(item)
        ]
    return []


def plain(value: Any) -> Any:
    """Facts without what must differ: the file's hash, the kind of quotation marks."""
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items() if key != "sha256"}
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'") if isinstance(value, str) else value


def judged(release: Release) -> list[tuple[str, str, list[str]]]:
    verdicts = judge_all(book().rules, release)
    return [(v.rule, v.status, [plain(release.quote(f.span)) for f in v.findings]) for v in verdicts]


def wrapped(text: str) -> str:
    """Running paragraphs anew at 40 columns; what is set by hand (headings, addresses, columns, tables, pages) stays."""
    return re.sub(r"(?:^[^\n<]+\n){2,}", lambda m: rewrapped(m.group()), text, flags=re.MULTILINE)


def rewrapped(paragraph: str) -> str:
    lines = paragraph.splitlines()
    by_hand = any("  " in line.strip() for line in lines) or len(lines[0]) < 55 or any(len(line) < 45 for line in lines[:-1])
    return paragraph if by_hand else textwrap.fill(paragraph, 40, break_long_words=False) + "\n"


def spaced(text: str) -> str:
    """Two spaces after every sentence, as typists once set them."""
    return re.sub(r"(?<=[a-z]\.) (?=[A-Z][a-z])", "  ", text)


def curly(text: str) -> str:
    """Typographic quotation marks and apostrophes."""
    text = re.sub(r'(?<![\w.,!?%)])"(?=\w|\$)', "“", text)
    return re.sub(r"(?<=\w)'(?=\w|\s)", "’", text.replace('"', "”"))
