"""The forward-looking statements that are the issuer's own, and not what others expect."""

from __future__ import annotations

import re

from disclint.model import Release, Statement

_ACTIVE = re.compile(
    r"(?:expects?|anticipates?|foresees?|envisages?|forecasts?|intends?|plans|proposes|will|believes?|hopes?|seeks?|aims?|could|may|might|should|would)\b|'ll\b"
)
_GREETING = re.compile(r"look(?:s|ing)? (?:forward|ahead) to\b|confident\b|optimistic\b|confidence\b")
_OURS = re.compile(
    r"\b(?:we|we're|our|us|i|i'm|its?|the (?:\w+ )?(?:company|corporation|bank|partnership|trust|fund|parties|companies|firm|reit|board|acquisition|merger|transaction"
    r"|offering|project|trial|agreement|contract|platform|investment|expansion|sale)|management|company's)\b"
)
_ANAPHORA = re.compile(
    r"[\"' ]*(?:(?:furthermore|moreover|in addition|also|and|but|as a result),? )?(?:this|it|these|both) (?:\w+ )?(?:will|would|should|could|is|are)\b"
)  # goes on with what was said

_CERTAIN = 0.9
_PRAISE = re.compile(  # of a person, and what a new office holder is to do
    r"\b(?:his|her|their) (?:[\w-]+,? ){0,8}(?:insights?|experience|leadership|expertise|background|knowledge|skills|perspective|counsel|record)\b[^.;]*\b(?:will|should)\b"
    r"|\bin (?:his|her|this|the) (?:new )?(?:role|position|capacity)\b|\b(?:he|she) (?:\w+ )?will (?:be an?|bring|help|make|continue|also|lead|oversee|work|focus|play)\b"
    r"|\b(?:invaluable|great|valuable|tremendous|strong|important|welcome) (?:addition|asset|resource|leader|member)\b"
    r"|\b(?:confident|believe|know|certain|sure) (?:that )?(?:mr\. |ms\. |dr\. )?(?!we\b|our\b|the\b|this\b|it\b|these\b)[a-z]+ will\b[^.;]*\b(?:he|she|his|her|team|role|board)\b"
    r"|\b(?:that|which) will (?:help|enable|allow|let|support)\b"  # and what a product is good for
)


def own_statements(release: Release) -> tuple[Statement, ...]:
    """The forward-looking statements without those that say what others expect or plan, and without what is only looked forward to."""
    given = (name for issuer in release.issuers for name in (issuer.name, *issuer.short_names) if name.strip())
    names = {name.split()[0].strip(",.").lower() for name in given} - {"the"}
    return tuple(s for s in release.forward_looking() if not _of_others(release.folded, s, names))


def _of_others(folded: str, statement: Statement, names: set[str]) -> bool:
    if _GREETING.match(folded, statement.cue.start) or (
        statement.strength < _CERTAIN and _PRAISE.search(folded, statement.span.start, statement.span.end)
    ):
        return True
    if _ANAPHORA.match(folded, statement.span.start):
        return False
    told = folded[statement.span.start : statement.span.end]
    return _ACTIVE.match(folded, statement.cue.start) is not None and not _OURS.search(told) and not any(name in told for name in names)
