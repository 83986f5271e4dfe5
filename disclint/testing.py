"""Runs a rule's own examples, for us and for plugin authors."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from disclint.engine import judge
from disclint.model import Context, Release, Severity, Verdict
from disclint.rulebook import Example, Rule

ReadExample = Callable[[bytes, str, Context], Release]
_OPEN, _CLOSE = "\u27e6", "\u27e7"


@dataclass(frozen=True)
class Failure:
    """An example that the rule does not judge as its list says."""

    rule: str
    example: str
    problem: str
    shown: str = field(default="")


def run_examples(rule: Rule, read: ReadExample) -> Iterator[Failure]:
    """Yields what is wrong; `read` reads bytes under a file name in a context."""
    for kind, examples in (("fail", rule.examples.fail), ("pass", rule.examples.passes), ("skip", rule.examples.skip)):
        for number, example in enumerate(examples, 1):
            problem = _problem(rule, kind, example, read)
            if problem:
                yield Failure(rule.name, f"{kind} {number}", problem, example.text)


def missing_kinds(rule: Rule) -> tuple[str, ...]:
    """The kinds of example that the rule should have and has not; a rule that always applies can have no skip."""
    conditional = rule.given or rule.exempt or rule.applies != type(rule.applies)()
    wanted = {"fail": rule.examples.fail, "pass": rule.examples.passes, **({"skip": rule.examples.skip} if conditional else {})}
    return tuple(kind for kind, examples in wanted.items() if not examples)


def _problem(rule: Rule, kind: str, example: Example, read: ReadExample) -> str | None:
    plain, marks = unmark(example.text)
    release = read(plain.encode(), example.filename, _context(example))
    verdict = judge(rule, release)
    expected = {"fail": "failed", "pass": "passed", "skip": "not-applicable"}[kind]
    if verdict.status != expected:
        told = "; ".join(f"“{release.quote(f.span)}”: {f.message}" for f in verdict.findings) or verdict.reason or ""
        return f"{verdict.status}, not {expected}. {told}".strip()
    return _wrong_words(rule, release, verdict, plain, marks, example) if kind == "fail" else None


def _wrong_words(rule: Rule, release: Release, verdict: Verdict, plain: str, marks: list[tuple[int, int]], example: Example) -> str | None:
    severity = Severity[(example.severity or rule.severity.label).upper()]
    if not example.severity:
        inferred = (rule.applies.events and not example.events) or (rule.applies.markets and not example.market)
        severity = min(severity, Severity.WARNING) if inferred else severity
    if verdict.severity != severity:
        return f"is a finding of severity {verdict.severity.label}, not {severity.label}"
    present = [f for f in verdict.findings if not f.absent]
    if not marks:
        return f"no words are marked {_OPEN}…{_CLOSE}, though the finding points at some" if present else None
    got = {release.document.source_range(f.span) for f in verdict.findings}
    if got != set(marks):
        return f"reported {[plain[a:b] for a, b in sorted(got)]}, marked {[plain[a:b] for a, b in marks]}"
    return None


def unmark(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without ⟦ ⟧ and the half-open ranges that they marked."""
    plain: list[str] = []
    marks: list[tuple[int, int]] = []
    length = opened = 0
    for piece in re.split(f"([{_OPEN}{_CLOSE}])", text):
        if piece == _OPEN:
            opened = length
        elif piece == _CLOSE:
            marks.append((opened, length))
        else:
            plain.append(piece)
            length += len(piece)
    return "".join(plain), marks


def _context(example: Example) -> Context:
    return Context(
        market=example.market,
        events=example.events,
        as_of=example.as_of,
        entity=example.entity,
        issuer=example.issuer,
        tickers=example.tickers,
        annual_form=example.annual_form,
    )
