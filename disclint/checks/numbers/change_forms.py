"""The ways a release says a percentage of change beside its two amounts, and what makes such a pairing doubtful.

The patterns read sentences with a capital for every figure: M an amount, P a percentage, Q percentage points.
"""

from __future__ import annotations

import re

from disclint.checks.patterns import LazyPattern
from disclint.figures import Figure
from disclint.model import Span

_UP = (
    r"increas\w*|grew|grown|grow(?:s|ing|th)?|r[io]s(?:e|en|es|ing)|up|higher|gain(?:s|ed)?|climb\w*|advanc(?:e|ed|es|ing)|jump\w*|surg\w+|soar\w*"
    r"|expan\w+|rais\w+|lift\w*|boost\w*|accelerat\w+"
)
_DOWN = (
    r"decreas\w*|declin\w*|fell|fall(?:s|en|ing)?|drop\w*|down|lower|reduc\w+|slip\w*|shr[aiu]nk\w*|contract(?:ed|s|ion)|less|cut|trimmed"
    r"|plung\w+|tumbl\w+|slump\w*"
)
_EITHER = r"improv\w*|chang(?:e|ed|es)|narrow\w*|widen\w*|better"
_MOVE = rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN})|(?P<either>{_EITHER}))\b"
THAN = (
    r"\b(?:from|over|than|(?:as )?compare[sd](?: favou?rably)? (?:to|with|against|(?=an? net ))|when compared (?:to|with)|in comparison (?:to|with)|versus|vs\.?|against|above|below"
    r"|on(?= (?:the )?M)|on(?= (?:the )?(?:prior|previous|last|preceding)[ -][a-z' -]{3,30}M)|on(?= (?:the |a )?(?:[a-z]+ ){1,3}of M))"
)
_SLIGHT = r"(?:[a-z-]+ ){0,4}"  # "a record", "approximately", "a new all-time high of"
_TALK = r"[^MPQ;:]{0,130}?"
_SOON = r"[^MPQ;:]{0,70}?"
_AT_ONCE = r"[^MPQ;:]{0,40}?"
_TO = r"(?:\bto|(?:\band )?\b(?:reach(?:ed|ing)|totall?(?:ed|ing)|amount(?:ed|ing) to|came to)|\band (?:came in at|stood at|was|were|is now))"
_SAID = r"(?:(?:represent(?:s|ed|ing)|reflect(?:s|ed|ing)|or|being|was|were|is|are|which (?:was|is|represents)|marking|for) )?(?:an? )?"
_BESIDE = rf"[,(-] ?{_SAID}"
_AFTER = rf"[ ,(-] ?{_SAID}"
_BY = rf"(?:by |of )?(?:{_SLIGHT})?(?:M,? (?:or |\())?(?:{_SLIGHT})?"  # "by approximately", "of $3.0 million, or"
_HOW = r"(?:year-over-year |year-on-year |sequential |yoy |net )?"

# `p` the percentage, `new` and `old` the amounts; the gaps `g1` to `g3` must say nothing else.
_P, _NEW, _OLD = "(?P<p>P)", "(?P<new>M)", "(?P<old>M)"
_MOVE_P = rf"{_MOVE},? {_BY}{_P}"  # up 30%; an increase of $3.0 million, or 30%
_P_MOVE = rf"{_P} {_HOW}{_MOVE}"  # a 30% increase
_G1, _G2, _G3 = rf"(?P<g1>{_SOON})", rf"(?P<g2>{_SOON})", rf"(?P<g3>{_SOON})"
_THAN_OLD = rf"(?P<g2>{_TALK}){THAN}{_G3}{_OLD}"
_FROM_TO = rf"\bfrom (?:{_SLIGHT}){_OLD}(?P<g2>{_TALK})\bto (?:{_SLIGHT}){_NEW}"
_NEW_THAN_OLD = rf"{_NEW}(?P<g1>{_TALK}){THAN}{_G3}{_OLD}{_G2}"
_PAST_NOTE = r"(?:prior|previous|last|preceding|year|q[1-4]|h[12]|\(?(?:19|20)\d\d|fy|first|second|third|fourth|\d{1,2} [a-z]+|[a-z]+ \d{1,2},)"
_NOTED = rf"{_NEW}[^MPQ;:()]{{0,45}}\({_PAST_NOTE}[^MPQ;:()]{{0,25}}: ?{_OLD}\)"  # £13.0m in the half-year (2023: £10.0m)

# Told by how much alone: increased [by] $3.0 million, or 30%, to $13.0 million | an increase of $3.0 million, or 30%, compared with $10.0 million.
_MOVED = rf"{_MOVE} (?:by |of )?(?:{_SLIGHT})(?P<moved>M),? (?:or |\()(?:{_SLIGHT}){_P}\)?,?"
MOVED_TO = LazyPattern(rf"{_MOVED}(?P<g1>{_AT_ONCE}){_TO} (?:{_SLIGHT}){_NEW}")
MOVED_FROM = LazyPattern(rf"{_MOVED}(?P<g1>{_AT_ONCE}){THAN}{_G3}{_OLD}")

# Beside the later amount alone: rose 30% [year over year] to $13.0 million | $13.0 million, up 30% | $13.0 million, a 30% increase.
TOLD_ALONE = tuple(
    LazyPattern(form)
    for form in (
        rf"{_MOVE_P}(?P<g1>{_SOON}){_TO} (?:{_SLIGHT}){_NEW}",
        rf"{_P_MOVE}(?P<g1>{_SOON}){_TO} (?:{_SLIGHT}){_NEW}",
        rf"{_NEW}(?P<g1>{_SOON}){_BESIDE}{_MOVE_P}",
        rf"{_NEW}(?P<g1>{_SOON}){_BESIDE}{_P_MOVE}",
    )
)

FORMS = tuple(
    LazyPattern(form)
    for form in (
        # increased 30% [year over year] to $13.0 million [in the quarter,] from [net sales of] $10.0 million
        rf"{_MOVE_P}\)?(?:,? or M,?)?{_G1}{_TO} (?:{_SLIGHT}){_NEW}{_THAN_OLD}",
        # increased 30%, from $10.0 million [in 2023] to $13.0 million | a 30% increase from $10.0 million to $13.0 million
        rf"{_MOVE_P}\)?(?:,? or M,?)?{_G1}{_FROM_TO}",
        rf"{_P_MOVE}{_G1}{_FROM_TO}",
        # $13.0 million, up 30% | a 30% increase, over $10.0 million
        rf"{_NEW}(?P<g1>{_SOON}){_AFTER}{_MOVE_P}\)?,?{_G2}{THAN}{_G3}{_OLD}",
        rf"{_NEW}(?P<g1>{_SOON}){_AFTER}{_P_MOVE}{_G2}{THAN}{_G3}{_OLD}",
        # $13.0 million, up 3% from $12.6 million in the preceding quarter and up 30% from $10.0 million a year ago
        rf"{_NEW}{_AT_ONCE}\b(?:up|down) (?:P|slightly) from M{_G1},? and (?:[a-z]+ )?{_MOVE_P}{_G2}\bfrom{_G3}{_OLD}",
        # increased to $13.0 million, or 30%, from $10.0 million
        rf"{_MOVE} to (?:{_SLIGHT}){_NEW},? or {_P},?{_G2}{THAN}{_G3}{_OLD}",
        # grew to $13.0 million from $10.0 million [a year ago], or [by] 30% | , a 30% gain
        rf"{_MOVE} to (?:{_SLIGHT}){_NEW}{_THAN_OLD}{_AT_ONCE}(?:,? or (?:by )?|, by |, a | \()(?:about |approximately |nearly |more than |over |almost )?{_P}",
        # rose from $10.0 million to $13.0 million, or [by] 30% | , an increase of 30% | , a 30% increase
        rf"{_MOVE} {_FROM_TO}(?P<g1>{_AT_ONCE})(?:,? or |, | \()(?:{_SLIGHT}){_P}",
        rf"{_FROM_TO}(?P<g1>{_AT_ONCE}){_AFTER}{_MOVE_P}",
        rf"{_FROM_TO}(?P<g1>{_AT_ONCE}){_AFTER}{_P_MOVE}",
        # was $13.0 million compared to $10.0 million [in 2023], an increase of 30% | a 30% increase | (+30%)
        rf"{_NEW_THAN_OLD}{_BESIDE}{_MOVE_P}",
        rf"{_NEW_THAN_OLD}{_BESIDE}{_P_MOVE}",
        rf"{_NEW_THAN_OLD}\((?P<up>\+){_P}\)",
        rf"{_NEW_THAN_OLD},? (?P<up>\+){_P}",
        rf"{_NEW},? \(?(?P<up>\+){_P}{_G2}{THAN}{_G3}{_OLD}",
        # $13.0 million, 30% above the $10.0 million of last year
        rf"{_NEW}(?P<g1>{_AT_ONCE}){_AFTER}{_P} (?:(?P<up>above|more than|over)|(?P<down>below|less than|under)){_G3}{_OLD}",
        # from $10.0 million in 2023, revenue climbed to $13.0 million in 2024, a gain of 30%
        rf"^\W*from (?:{_SLIGHT}){_OLD}(?P<g1>[^MPQ;:]{{0,60}}?){_MOVE} to (?:{_SLIGHT}){_NEW}{_AT_ONCE}, (?:an? )?(?:[a-z]+ of )?(?:{_SLIGHT}){_P}",
        # compared with $10.0 million in 2023, revenue rose 30% to $13.0 million
        rf"^\W*{THAN}{_G3}{_OLD}(?P<g1>[^MPQ;:]{{0,90}}?){_MOVE_P}{_G2}{_TO} (?:{_SLIGHT}){_NEW}",
        # up 30% to £13.0m (2023: £10.0m) | £13.0m (2023: £10.0m), up 30%
        rf"{_MOVE_P}{_G1}{_TO} (?:{_SLIGHT}){_NOTED}",
        rf"{_NOTED},? (?:an? )?{_MOVE_P}",
        rf"{_NOTED},? (?:an? )?{_P_MOVE}",
        # …, and services 42% to £13.0m (2023: £10.0m) | £13.0m (2023: £10.0m, +30%)
        rf"\b(?P<either>and|while) (?:[a-z-]+ ){{1,5}}(?:by )?{_P} to (?:{_SLIGHT}){_NOTED}",
        rf"{_NEW}[^MPQ;:()]{{0,45}}(?:\(|, ){_PAST_NOTE}[^MPQ;:()]{{0,25}}: ?{_OLD}[;,] ?(?:(?P<up>\+|up )|(?P<down>-|down )){_P}\)",
        # at £13.0m, sales were up 30% (2023: £10.0m)
        rf"(?:^|\b)at {_NEW},(?P<g1>{_SOON}){_MOVE_P}{_AT_ONCE}\({_PAST_NOTE}[^MPQ;:()]{{0,25}}: ?{_OLD}\)",
        # sales came in 30% higher at $13.0 million against, or (last year: …), $10.0 million
        rf"{_MOVE_P}{_AT_ONCE}\bat (?:{_SLIGHT}){_NEW_THAN_OLD}",
        rf"{_P} {_MOVE} at (?:{_SLIGHT}){_NEW_THAN_OLD}",
        # against $10.0 million a year ago, revenue of $13.0 million represents a 30% rise
        rf"^\W*{THAN}{_G3}{_OLD}(?P<g1>[^MPQ;:]{{0,90}}?)\b(?:of|at|was|were) (?:{_SLIGHT}){_NEW}{_AFTER}{_P_MOVE}",
        # was £13.0m against £10.0m a year earlier, up/down by 30% without a comma
        rf"{_NEW_THAN_OLD} (?P<g4>)(?:(?P<up>up)|(?P<down>down)) (?:by )?{_P}",
    )
)

# Said aside, within the claim: ", or $0.26 per diluted share," ", or 5% of sales," "(based on 14.4 million shares)".
ASIDES = (
    re.compile(
        r"(?:,? or |,? and | ?\(|, )(?:(?:approximately|about) )?M (?:per|a) (?:[a-z]+ ){0,4}(?:share|unit|ads|adr|ton|tonne|barrel|ounce)s?\b\)?,?"
    ),
    re.compile(r"(?:,? or | \(|, )P of (?:[a-z-]+ ){0,3}[a-z-]+(?:\)|,(?= )|(?= compared))|\((?:based on )?M [^()MPQ]{0,40}\)"),
)
# In a gap: another movement, a figure that is no past one, or a clause that begins.
DOUBTFUL = re.compile(
    rf"\b(?:{_UP}|{_DOWN}|{_EITHER}|while|whereas|offset|partially|includ\w*|exclud\w*|reflect\w*|attribut\w*|driven|due|thanks|primarily|mainly"
    r"|of which|and|guid\w*|expect\w*|estimat\w*|consensus|forecast\w*|budget\w*|target\w*|outlook|midpoint|mid-point|analysts?|plan\w*|project\w*"
    r"|previously announced)\b"
)
# Percentages that are not computed from the amounts shown.
ELSEWISE = re.compile(
    r"constant|currenc|organic|like[- ]for[- ]like|same[- ](?:store|propert|restaurant|center|site|hospital)|compar\w+[- ](?:store|sales|basis)"
    r"|pro forma|annuali[sz]ed(?! (?:dividend|distribution))|cagr|compound|normali[sz]|underlying|adjusted for|foreign exchange|local|on average|average annual|per annum"
    r"|discount|premium|margin of|weighted|\bconvert|\btranslat|(?<!lower )(?<!higher )\btax rate|\bsplit\b|\bwould have\b|if adjusted|at cer\b|percent(?:age)? of"
)
# What follows shows a share of something else: "5% of revenue", "a 1% decrease in segment revenue".
OF_ANOTHER = re.compile(
    r" (?:of\b|(?:in|for|over|from|versus|compared (?:to|with)) (?!(?:the |our |its |a |fiscal |full |calendar )*(?:year|quarter|period|first|second"
    r"|third|fourth|same|prior|previous|last|current|comparable|corresponding|full|half|q\d|h\d|20\d\d|19\d\d|three|six|nine|twelve|month)))"
)
SECOND_PAST = re.compile(r"[^MPQ;]{0,60}\band (?:from |to |with )?M")  # "… and $9.0 million at the end of March"
RANGE = re.compile(r"\b(?:rang(?:e|es|ing)|between)\b[^MPQ]{0,12}$")
RANGE_OF_PERCENTAGES = re.compile(r" ?(?:to|-|or) ?(?:about |approximately |some |around )?P")  # “up 50% to 65%”, of an amount that is a range itself
ENDS_IN_PAST = re.compile(rf"{THAN}[^MPQ,]{{0,60}}$")  # what stands next is itself somebody's past
PRIOR_QUARTER = re.compile(
    r"sequential|(?:previous|prior|preceding|last|third|second|first|linked) quarter(?! (?:last year|of (?:the )?(?:previous|prior|last|fiscal|\d)))"
)
YEARLY = re.compile(r"year[- ](?:over|on)[- ]year|yoy|y/y|year ago|year-ago|last year|prior year|prior-year|previous year|annual")
QUARTERLY = re.compile(r"sequential|quarter[- ](?:over|on)[- ]quarter|qoq|q/q")
METRIC = re.compile(
    r"\b(?:revenue|sale|income|earning|profit|loss|ebitda|ebit|expense|cost|cash|deposit|loan|asset|booking|backlog|debt|equity|dividend|order|share)"
    r"(?=s|es|\b)"
)
GAIN = re.compile(r"\b(?:income|profits?|earnings|surplus)\b")
LOSS = re.compile(r"\bloss(?:es)?\b")


def lettered(folded: str, sentence: Span, found: tuple[Figure, ...]) -> tuple[str, dict[int, Figure]]:
    """The sentence with a capital for each figure, and which figure each capital is; what is said aside, per share or of sales, is left out."""
    letters = {"money": "M", "count": "M", "percent": "P", "points": "Q"}
    pieces: list[str] = []
    figure_at: dict[int, Figure] = {}
    done, length = sentence.start, 0
    for figure in found:
        between = folded[done : figure.span.start]
        figure_at[length + len(between)] = figure
        pieces += (between, letters[figure.kind])
        length += len(between) + 1
        done = figure.span.end
    text = "".join(pieces) + folded[done : sentence.end]
    for aside in ASIDES:
        text = aside.sub(lambda m: "," + " " * (len(m.group()) - 1), text)
    return text, figure_at
