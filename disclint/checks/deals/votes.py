"""Votes to come: of a deal that holders must approve, or of a contest for seats on the board."""

from __future__ import annotations

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.patterns import find, found
from disclint.checks.wording import outermost, sentence_at
from disclint.model import Release, Span

_ZONES = ("headline", "subheadline", "dateline", "body", "legend")
_ON_A_DEAL = (
    r"\b(?:subject to|requires?|pending|receipt of|includ(?:e|es|ed|ing)|obtain\w*|condition\w* (?:up)?on|contingent (?:up)?on|"
    r"depend\w* on|need\w*|await\w*)\b(?:[^.]|\.[^ \n]){0,160}\b(?:approval|vote|adoption|consent|blessing|assent|ratification|"
    r"support)\b(?:[^.]|\.[^ \n]){0,80}\b(?:stock|share|unit)holders?\b",
    r"\b(?:subject to|requires?|pending|receipt of|includ(?:e|es|ed|ing)|condition\w* (?:up)?on|contingent (?:up)?on|depend\w* on|"
    r"need\w*|await\w*)\b(?:[^.]|\.[^ \n]){0,200}\b(?:stock|share|unit)holders?.? (?:approval|vote|adoption|consent)\b",
    r"\b(?:special|extraordinary(?: general)?) meetings? of\b(?:[^.]|\.[^ \n]){0,60}\b(?:stock|share|unit)?holders\b|\b(?:stock|share|"
    r"unit)holders? (?:will|are expected to|is expected to|to) vote\b",
    r"\bspecial (?:(?:stock|share|unit)holders.? )?meetings?\b(?:[^.]|\.[^ \n]){0,80}\b(?:vote|approve|adopt|called|held|convened)\b|"
    r"\b(?:vote|approve|adopt|consider)\b(?:[^.]|\.[^ \n]){0,120}\bat (?:an? |the )?(?:special|extraordinary) meeting",
    r"\bmeetings of (?:the )?(?:their |its )?(?:stock|share|unit)?holders\b(?:[^.]|\.[^ \n]){0,60}\bwill be\b|\b(?:vote|approval|"
    r"consent) (?:of|by) (?:the )?(?:holders of )?(?:at least )?(?:a majority|two-thirds|the holders)\b|\b(?:vote|approval|"
    r"consent) (?:of|by)\b[^.]{0,60}\b(?:stock|share|unit)holders\b[^.]{0,60}\b(?:is|are) (?:also )?(?:required|needed|necessary)\b",
    r"\b(?:stock|share|unit)?holders\b(?:[^.]|\.[^ \n]){0,60}\b(?:must|need to|have to|have yet to|have still to|still (?:have|need) to|"
    r"will be (?:asked|invited) to|are (?:asked|invited) to|are to|would) (?:approve|adopt|vote)",
    r"\b(?:must|has to|needs to|have to|remains to) (?:still |also |first )?be (?:approved|adopted)\b(?:[^.]|\.[^ \n]){0,60}\b(?:stock|"
    r"share|unit)?holders\b|\baffirmative vote\b|\b(?:stock|share|unit)holders (?:to |will )?(?:consider|vote on|act on)\b",
    r"\b(?:submit\w*|put|present\w*|br(?:ing|ought)) (?:the \w+ |it |this \w+ )?(?:to|before) (?:a vote of )?(?:its |the |"
    r"their )?(?:[^.]|\.[^ \n]){0,40}(?:stock|share|unit)holders\b",
    r"\b(?:adoption|approval) (?:of (?:the|this) (?:\w+ ){0,3}(?:agreement|merger|transaction|acquisition|combination|sale) )?by (?:the )?"
    r"(?:holders of )?(?:at least )?(?:an? (?:\w+ )?majority|two-thirds|the holders)\b",
    r"\brecommend\w* (?:that )?(?:its |the |their |all )?(?:[\w&.]+ )?(?:stock|share|unit)?holders (?:vote|approve|adopt)",
    r"\b(?:definitive|preliminary|joint|file|filing|mail|filed)\b(?:[^.]|\.[^ \n]){0,80}\bproxy (?:statement|materials)\b",
    r"\b(?:must|has to|needs to|have to) (?:\w+ )?(?:receive|obtain|win|gain|secure|have)\b[^.\n]{0,80}\b(?:stock|share|unit)holders?.? (?:approval|vote|consent)\b",
    r"\b(?:approvals?|votes?|conditions?|subject to)\b[^\n.]{0,30}[:\t][^\n]{0,80}\b(?:stock|share|unit)holders?\b|\b(?:stock|share|"
    r"unit)?holders,? whose (?:\w+ )?(?:approval|vote|consent|adoption)\b",
    r"\b(?:following|upon|once|assuming|if|provided|until|unless)\b[^.\n]{0,60}\b(?:stock|share|"
    r"unit)holders?(?:.s?)? (?:\w+ly )?(?:approv\w*|votes?|adopts?|adoption|consents?)\b|\bmajority of the (?:minority|unaffiliated|"
    r"disinterested)\b",
    r"\b(?:stock|share|unit)holders?.? (?:approvals?|votes?|consents?) (?:is|are|will be|remains?|has yet to|"
    r"have yet to)\b[^.\n]{0,30}\b(?:required|needed|outstanding|sought|necessary|obtained|given|expected)\b|"
    r"\bseek\w*\b[^.\n]{0,60}\b(?:approval|vote|consent|stock|share)[^.\n]{0,40}\b(?:stock|share|unit)holders?\b",
    r"\bhold (?:an? |their |its )?(?:special|extraordinary) (?:\w+ )?meetings?\b|\b(?:stock|share|unit)?holders of (?:the )?(?:[\w-]+ ){1,5}(?:vote|will vote|are to vote)\b|"
    r"\bagreed to vote\b|\b(?:voting|support) (?:and support )?agreements?\b|\bat (?:the|a|its) (?:\w+ )?meetings? of\b[^.\n]{0,60}\b(?:stock|share|unit)?holders\b",
)
_NO_VOTE = (
    r"\bno (?:(?:stock|share|unit)holder )?(?:vote|approval)\b|\b(?:not|n.t) (?:require|need|subject to|conditioned)\b|\bwithout (?:a |"
    r"the )?(?:vote|approval)\b",
)
_CONTEST = (
    r"\b(?:intends?|plans?|expects?|will|has filed|filed|begun|began|commenced) (?:to )?(?:\w+ )?(?:solicit(?:ing)?|seek(?:ing)?) (?:\w+ )?(?:proxies|votes)\b",
    r"\b(?:white|gold|blue|green|yellow|red|orange) (?:universal )?proxy cards?\b|\bproxy (?:contest|fight|battle)\b",
    r"\b(?:dissident|activist|competing|opposing|alternative|rival) (?:\w+ )?(?:slate|nominees|candidates)\b|\bsolicitation of (?:proxies|consents) (?:in opposition|against)\b",
    r"\b(?:own(?:s|er|ing)|holds?|holding|holder|beneficial\w*|together with)\b[^\n]{0,200}\bnominat(?:ed|es|ing|ion of) (?:\w+ ){0,5}(?:candidates?|nominees?|directors?|individuals|people)\b",
)
_CONTEST_OVER = (
    r"\b(?:withdraw\w*|withdrew|settle[sd]?|settlement|cooperation agreement|concedes?|certified|inspector of elections?)\b",
    r"\b(?:preliminary|final) (?:\w+ )?(?:results|vote|count|tally)\b|\b(?:have|has|were|was) (?:\w+ )?(?:elected|voted)\b|\b(?:stock|share)holders (?:elect|vote|re-?elect)\b",
)


class VoteToCome(Check, frozen=True, kw_only=True):
    """Words that tell of a vote for which proxies will be solicited: on the deal announced, or between two slates."""

    def examine(self, release: Release) -> Examination:
        spans: list[Span] = []
        if any(event.name == "merger" for event in release.events):
            voted = outermost(set(find(_ON_A_DEAL, release.folded, zones.spans(release, _ZONES))))
            spans += [span for span in voted if not _denied(release, span)]
        news = "\n".join(release.folded[span.start : span.end] for span in zones.spans(release, ("headline", "lead")))
        if not found(_CONTEST_OVER, news):
            spans += find(_CONTEST, release.folded, zones.spans(release, _ZONES))
        return Examination(matches=tuple(Match(span) for span in sorted(spans)), searched="vote of security holders to come")


def _denied(release: Release, span: Span) -> bool:
    sentence = sentence_at(release, span)
    return found(_NO_VOTE, release.folded[sentence.start : sentence.end])
