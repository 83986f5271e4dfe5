"""The passage that cautions about forward-looking statements."""

from __future__ import annotations

from collections.abc import Iterator

from disclint.anatomy.caution.caution_cues import ANCHORS, Cue, cues
from disclint.anatomy.caution.factors import name_factors, own_factors, weigh_factors
from disclint.anatomy.caution.safe_harbor import IDENTIFIED, dated, differ_materially, filing_pointer, identifies, no_update, statute
from disclint.model import Cautionary, Document, Span

_LOOSE = 2  # paragraphs without a cue that may stand between two with one
_LISTED = 8  # the same, once the passage has opened a list of factors
_BACK = 10  # sentences that a heading may carry before the first anchor
_APART = 4000  # characters of boilerplate or legends between two halves of a passage

Passage = tuple[int, int]  # the first and the last cue


def find_cautionary(document: Document) -> Cautionary | None:
    """The fullest passage, with what belongs to it beyond boilerplate or legends that stand in between."""
    found = tuple(cues(document))
    passages = [passage for passage in _passages(found) if _holds(document, found, passage)]
    if not passages:
        return None
    best = max(passages, key=lambda passage: (_weight(found, passage), passage))
    chosen = _halves(found, passages, best)
    spans = tuple(Span(found[first].span.start, found[last].span.end) for first, last in chosen)
    over = _headed(found, chosen[0][0])
    heading = over.title if over else None
    headed = (*spans, heading) if heading else spans  # the heading too may identify the statements or cite the statute
    named = name_factors(document, spans)
    own = own_factors(document, named)
    return Cautionary(
        heading=heading,
        spans=spans,
        identifies=identifies(document, headed),
        differ_materially=differ_materially(document, spans),
        factors=weigh_factors(document, named, own),
        named_factors=named,
        own_factors=own,
        filing_pointer=filing_pointer(document, spans),
        no_update=no_update(document, spans),
        dated=dated(document, spans),
        statute=statute(document, headed),
    )


def _passages(found: tuple[Cue, ...]) -> Iterator[Passage]:
    index = 0
    while index < len(found):
        if found[index].kind == "anchor":
            last = _last(found, index)
            yield _first(found, index), last
            index = last
        index += 1


def _last(found: tuple[Cue, ...], anchor: int) -> int:
    """The last sentence that still cautions; a list hangs on the sentence that opens it."""
    last, loose, listing = anchor, 0, found[anchor].opens
    limit = _LISTED if listing else _LOOSE
    for index in range(anchor + 1, len(found)):
        cue, before = found[index], found[index - 1]
        if cue.kind in ("stop", "other-heading") or (cue.kind == "heading" and not cue.firm):
            break
        if cue.block != before.block and not (listing and cue.item):
            loose += 1
        near = cue.block == found[last].block or (cue.firm and loose <= 1)
        announces = cue.opens and cue.kind == "plain" and index == last + 1 and cue.block == found[last].block  # "We cannot tell whether:"
        if cue.kind == "anchor" or (cue.kind == "soft" and near) or announces or (listing and index == last + 1):
            last, loose = index, 0
            listing = cue.opens or (listing and cue.item)
            limit = max(limit, _LISTED if cue.opens else _LOOSE)
        elif loose > limit:
            break
    return last


def _first(found: tuple[Cue, ...], anchor: int) -> int:
    """Back to what the heading announces, or over the cues just before in the same paragraph."""
    reach = anchor
    while reach > 0 and not found[reach].title and found[reach - 1].kind in ("soft", "plain", "legend") and anchor - reach < _BACK:
        reach -= 1
    if found[reach].strong or (reach > 0 and found[reach - 1].kind == "heading" and found[reach - 1].strong):
        return next(index for index in range(reach, anchor + 1) if found[index].kind != "legend")
    first = anchor
    undone = found[anchor].anchors == {4}  # what stands before a bare "no obligation to update" belongs to it
    while first > reach and (found[first - 1].firm or (undone and found[first - 1].kind == "soft")) and found[first - 1].block == found[anchor].block:
        first -= 1
    return first


def _headed(found: tuple[Cue, ...], first: int) -> Cue | None:
    """The cue with the heading over the passage; legends may stand in between, under a heading of its own kind other sentences too."""
    plain = False
    for before in range(first, max(-1, first - _BACK), -1):
        cue = found[before]
        if cue.title:
            return cue if cue.strong or not plain else None
        if cue.kind in ("stop", "other-heading"):
            return None
        plain = plain or (before < first and cue.kind != "legend")
    return None


def _weight(found: tuple[Cue, ...], passage: Passage) -> int:
    headed = _headed(found, passage[0]) is not None
    return _said(found, passage) + 3 * headed + min(passage[1] - passage[0], 6)


def _said(found: tuple[Cue, ...], passage: Passage) -> int:
    return sum(ANCHORS[index][0] for index in _anchors(found, passage))


def _anchors(found: tuple[Cue, ...], passage: Passage) -> frozenset[int]:
    return frozenset().union(*(cue.anchors for cue in found[passage[0] : passage[1] + 1]))


def _holds(document: Document, found: tuple[Cue, ...], passage: Passage) -> bool:
    """Whether the run says enough to be a caution, and not just a mention."""
    anchors = _anchors(found, passage)
    span = Span(found[passage[0]].span.start, found[passage[1]].span.end)
    heading = _headed(found, passage[0])
    if 0 in anchors:
        return heading is not None or len(anchors) > 1 or IDENTIFIED.search(document.folded[span.start : span.end]) is not None
    softened = any(cue.kind == "soft" for cue in found[passage[0] : passage[1] + 1])
    said = _said(found, passage)
    enough = 2 if heading and heading.strong else 5
    firm = any(cue.firm for cue in found[passage[0] : passage[1] + 1])
    undone = 4 in anchors and (said > 3 or firm)  # no duty to update, and risks
    warned = 3 in anchors and (heading is not None or firm)  # "results may turn out materially different", and risks or filings beside it
    return said >= enough or (softened and (1 in anchors or undone or warned))


def _halves(found: tuple[Cue, ...], passages: list[Passage], best: Passage) -> tuple[Passage, ...]:
    """The best passage and those that only boilerplate, legends or contacts part from it."""
    at = passages.index(best)
    chosen = [best]
    for before in reversed(passages[:at]):
        if not _parted(found, before, chosen[0]):
            break
        chosen.insert(0, before)
    for after in passages[at + 1 :]:
        if not _parted(found, chosen[-1], after):
            break
        chosen.append(after)
    return tuple(chosen)


def _parted(found: tuple[Cue, ...], one: Passage, other: Passage) -> bool:
    between = found[one[1] + 1 : other[0]]
    if not between or found[other[0]].span.start - found[one[1]].span.end > _APART:
        return not between
    enough = all(_weight(found, passage) >= 7 for passage in (one, other))
    return enough and between[0].kind in ("stop", "legend", "heading", "other-heading")
