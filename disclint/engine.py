"""One rule and one release make one verdict. Pure: no files, no clock, no configuration."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import replace

from disclint.checks.base import Examination, Match
from disclint.model import Edit, Finding, Fix, Release, Severity, Span, Verdict
from disclint.rulebook import Applies, Rule


def judge(rule: Rule, release: Release) -> Verdict:
    """A check that raises makes the verdict "crashed"; the other verdicts stand."""
    try:
        return _judge(rule, release)
    except Exception as error:  # a defective check of a plugin must not take the run down
        return Verdict(rule.name, rule.severity, "crashed", f"{type(error).__name__}: {error}")


def judge_all(rules: Iterable[Rule], release: Release) -> tuple[Verdict, ...]:
    return tuple(judge(rule, release) for rule in rules)


def _judge(rule: Rule, release: Release) -> Verdict:
    severity = _severity(rule, release)
    reason = _inapplicable(rule.applies, release)
    if reason:
        return Verdict(rule.name, severity, "not-applicable", reason)
    triggers: list[Span] = []
    for condition in rule.given:
        seen = condition.examine(release)
        if not seen.matches:
            return Verdict(rule.name, severity, "not-applicable", seen.moot or f"the release shows no {seen.searched or 'occasion for it'}")
        triggers.append(seen.matches[0].span)
    for exemption in rule.exempt:
        seen = exemption.examine(release)
        if seen.matches:
            return Verdict(rule.name, severity, "not-applicable", f"exempt: “{release.quote(seen.matches[0].span)}”")
    examination = rule.check.examine(release)
    if examination.moot:
        return Verdict(rule.name, severity, "not-applicable", examination.moot)
    if rule.mode == "require":
        return _required(rule, release, severity, examination, triggers)
    return _forbidden(rule, release, severity, examination)


def _required(rule: Rule, release: Release, severity: Severity, seen: Examination, triggers: list[Span]) -> Verdict:
    if seen.matches:
        return Verdict(rule.name, severity, "passed", evidence=tuple(m.span for m in seen.matches))
    place = seen.place if seen.place is not None else Span(len(release.text.rstrip()), len(release.text.rstrip()))
    values = {"quote": release.quote(place), "missing": seen.searched, **seen.values}
    message, remedy = rule.message.format_map(values), rule.remedy.format_map(values)
    if seen.searched and "{missing}" not in rule.message:
        message = f"{message} Looked for: {seen.searched}."
    lowered = _effective(rule, severity, seen.severity)
    finding = Finding(message, place, seen.nearest, severity=lowered, absent=True, remedy=remedy)
    return Verdict(rule.name, lowered, "failed", findings=_fingerprinted(rule, release, [finding]), evidence=tuple(triggers))


def _forbidden(rule: Rule, release: Release, severity: Severity, seen: Examination) -> Verdict:
    if not seen.matches:
        return Verdict(rule.name, severity, "passed", evidence=seen.evidence)
    findings = [_finding(rule, release, severity, match) for match in sorted(seen.matches, key=lambda m: (m.span, m.message or ""))]
    return Verdict(rule.name, max(f.severity for f in findings), "failed", findings=_fingerprinted(rule, release, findings), evidence=seen.evidence)


def _finding(rule: Rule, release: Release, severity: Severity, match: Match) -> Finding:
    values = {"quote": release.quote(match.span), "missing": "", **match.values}
    message = (match.message or rule.message).format_map(values)
    fix = Fix(rule.fix.safety, (Edit(match.span, match.replacement),)) if rule.fix and match.replacement is not None else None
    return Finding(message, match.span, match.notes, fix, _effective(rule, severity, match.severity), match.absent, rule.remedy.format_map(values))


def _fingerprinted(rule: Rule, release: Release, findings: list[Finding]) -> tuple[Finding, ...]:
    """From rule and folded evidence only; the same words twice are told apart by their count."""
    counts: dict[str, int] = {}
    done = []
    for finding in findings:
        words = "absent" if finding.absent else " ".join(release.folded[finding.span.start : finding.span.end].split())
        counts[words] = counts.get(words, 0) + 1
        digest = hashlib.sha256(f"{rule.name}\0{words}\0{counts[words]}".encode()).hexdigest()[:16]
        done.append(replace(finding, fingerprint=digest))
    return tuple(done)


def _severity(rule: Rule, release: Release) -> Severity:
    """What was only inferred from the text makes an error a warning."""
    applies = rule.applies
    inferred = (applies.events and not release.events_given) or (applies.markets and not release.market_given)
    return Severity.WARNING if inferred and rule.severity is Severity.ERROR else rule.severity


def _effective(rule: Rule, severity: Severity, own: Severity | None) -> Severity:
    """A finding's own severity counts, but what was inferred, and what nobody has read, never makes an error."""
    if own is None:
        return severity
    read = any(a.verified or a.basis == "self-evident" for a in rule.authorities)
    inferred = severity < rule.severity
    return min(own, Severity.WARNING) if inferred or not read else own


def _inapplicable(applies: Applies, release: Release) -> str | None:
    """The condition that does not hold, in words; None where all do."""
    events = {event.name for event in release.events}
    if applies.markets and release.market not in applies.markets:
        return f"the market is {release.market}, not {' or '.join(applies.markets)}"
    if release.market in applies.except_markets:
        return f"does not apply in the market {release.market}"
    if applies.events and not events & set(applies.events):
        return f"the release announces no {' or '.join(applies.events)}"
    if events & set(applies.except_events):
        return f"does not apply to {' and '.join(sorted(events & set(applies.except_events)))}"
    if applies.entities and release.context.entity not in applies.entities:
        return f"the issuer is not known to be a {' or '.join(applies.entities)}"
    if release.context.entity and release.context.entity in applies.except_entities:
        return f"does not apply to a {release.context.entity}"
    return _out_of_time(applies, release)


def _out_of_time(applies: Applies, release: Release) -> str | None:
    """An undated draft is judged by the law now in force."""
    if release.date and applies.since and release.date < applies.since:
        return f"the rule applies since {applies.since.isoformat()}, the release is of {release.date.isoformat()}"
    if applies.until and (release.date is None or release.date > applies.until):
        return f"the rule applied until {applies.until.isoformat()}"
    return None
