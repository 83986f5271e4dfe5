"""Words that tell whether a figure of the prose can be looked for in the tables."""

from __future__ import annotations

import re

from disclint.text import MONTH

SHARE = r"(?:fully |basic |diluted |and |common |ordinary )*(?:share|unit|ads)\b"
PER_SHARE = re.compile(rf" ?(?:per|a) {SHARE}")
BY = re.compile(
    r"\b(?:increas|decreas|declin|grew|grow|rose|ris|fell|fall|up|down|improv|gain|reduc|higher|lower|drop)[a-z]* (?:by |of )?(?:approximately |about )?"
    r"(?P<m>M)(?=,? (?:or|to|from|compared|over)\b| \()"
)
DOUBTFUL = re.compile(
    r"\b(?:expect\w*|guid\w+|outlook|anticipat\w*|forecast\w*|target\w*|estimat\w*|will|would|exclud\w*|pro forma|constant|organic|includ\w+|restat\w*|recast\w*"
    r"|annuali[sz]ed|respectively|analysts?|consensus|budget\w*|plan|of which|offset|subsequent\w*|after the end|today(?! (?:report|announc|post|releas|issu))|currently|preliminary|approximately half)\b"
)
OTHER_PAST = re.compile(r"\b(?:sequential\w*|(?:prior|previous|preceding|last|linked) (?:quarter|month)|restated)\b")
DAY = re.compile(
    rf"\b{MONTH} \d{{1,2}}\b|\b(?:19|20)\d\d\b"
    r"|\b(?:six|nine|twelve) months\b|\bhalf\b|\byear[- ]to[- ]date\b|\btrailing\b|\b(?:full|for the)[- ]year\b"
)
FIRM = 20  # units of its last digit that a figure must have, so that the row does not hold it by chance; 10 of an amount per share
# What may stand between a row's name and its figure, where the whole company and the period of the tables are meant.
OPENS_TO = re.compile(
    r"(?:,? (?:expenses?|\(\"?[a-z&-]{1,8}\"?\)|for|in|during|of|the|our|its|a|an|this|first|second|third|fourth|full|fiscal|quarter|year|three|six|nine|twelve|months|period|ended|ending|[pm]"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}|(?:19|20)\d\d|was|were|is|totall?ed|came|to|in|at"
    r"|amounted|reached|increased|decreased|grew|rose|fell|declined|climbed|improved|by|or|approximately|record|year-over-year|year over year)|:|,| -|, an? [a-z -]{3,60},)*,? ?"
)
MOVED_BY = re.compile(r"(?:increased|decreased|grew|rose|fell|declined|climbed|improved)(?: by)?(?: approximately)? $")
