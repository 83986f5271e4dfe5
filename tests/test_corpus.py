"""What is read in, and said of, the invented releases: held against a record, and against facts found by hand.

The record shows every change of behaviour in the diff of a commit; write it anew with `python -m tests.test_corpus`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from disclint import registry, rulebook
from disclint.anatomy import read_release
from disclint.checks.vocabulary import BUILT_IN as CHECKS
from disclint.engine import judge_all
from disclint.model import Context, Release
from disclint.reading import BUILT_IN as READERS
from disclint.reading import read
from disclint.reporting.facts import facts
from disclint.resources import bundled

CORPUS = Path(__file__).parent / "corpus"
RECORD = CORPUS / "record.json"
BY_HAND = sorted(CORPUS.glob("*.facts.json"))


def source_of(label: Path) -> Path:
    stem = label.name.removesuffix(".facts.json")
    return next(p for p in sorted(CORPUS.glob(f"{stem}.*")) if p.suffix != ".json")


def release_of(path: Path) -> Release:
    names = registry.load(bundled("rules") / "registry")
    return read_release(read(path.read_bytes(), path.name, READERS)[0], Context(), names, {})


def recorded() -> dict[str, Any]:
    """Facts and findings of every release of the corpus."""
    book = rulebook.load([bundled("rules")], CHECKS)
    record = {}
    for label in BY_HAND:
        release = release_of(source_of(label))
        said = {key: value for key, value in facts(release).items() if key not in ("sha256", "path", "schema")}
        verdicts = [v for v in judge_all(book.rules, release) if v.status in ("failed", "crashed")]
        findings = [[v.rule, f.severity.label, release.quote(f.span)] for v in verdicts for f in v.findings]
        record[source_of(label).name] = {"facts": said, "findings": findings}
    return record


def test_the_corpus_is_read_and_judged_as_recorded() -> None:
    assert recorded() == json.loads(RECORD.read_text("utf-8"))


@pytest.mark.parametrize("label", BY_HAND, ids=lambda p: p.name.removesuffix(".facts.json"))
def test_what_frames_a_release_is_found_as_by_hand(label: Path) -> None:
    by_hand = json.loads(label.read_text("utf-8"))
    found = facts(release_of(source_of(label)))
    for key in ("end_mark", "release_line"):
        assert bool(found[key]) == bool(by_hand[key]), key
    assert bool(found["safe_harbor"]) == bool(by_hand["safe_harbor"])
    assert [i[:8] for i in found["issuers"][:1]] == [i[:8] for i in by_hand["issuers"][:1]]
    assert {e for c in found["contacts"] for e in c["emails"]} == {e for c in by_hand["contacts"] for e in c["emails"]}
    wrong = {c["text"] for c in by_hand["citations"] if not c["correct"]}
    assert {c["text"] for c in found["citations"] if not c["correct"]} == wrong


if __name__ == "__main__":
    RECORD.write_text(json.dumps(recorded(), indent=1, ensure_ascii=False) + "\n", "utf-8")
