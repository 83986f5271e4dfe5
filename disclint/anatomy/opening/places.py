"""Places as datelines write them, and the markets they lie in."""

from __future__ import annotations

import re

from disclint.model import Document, Span

# Words that no place holds: a run of capitalised words with one of them is a headline, a letterhead or a section heading.
_NO_PLACE = frozenset(
    """
    announces announce announced reports report reported declares results result quarter quarterly annual fiscal year news press release
    releases announcement exhibit contact contacts inc inc. corp corp. corporation ltd ltd. limited plc llc oyj asa abp a/s group holdings company
    conference call webcast date dated record dividend payable immediate source about note notes statement statements form section
    first second third fourth half meeting shareholders stockholders investor investors relations media table contents page monday tuesday
    wednesday thursday friday saturday sunday phone fax email summary highlights ended ending months exchange notice regulatory
    stock interim trading update filed today january february march april june july august september october november december
    newswire wire thenewswire financial information disclosure board directors agenda transaction period board's
    ebitda revenue net income sales order guidance outlook
    """.split()
)
_LINKS = frozenset("de la le el of the du des den der am an im bei upon sur al and on in i et und och og".split())
_APART = re.compile(r"\s*[,/&|]\s*|\s+-\s+|\s*--\s*|\s+")
_TOWNS = re.compile(r",|/|\band\b|&|\s-\s")
_ABBREVIATED = re.compile(r"(?:\b[A-Za-z]{1,5}|\.[A-Z])\.$")


def place_at(document: Document, start: int, end: int) -> Span | None:
    """The words between `start` and `end`, without what parts them from the rest, as a place; None if they are something else."""
    text = document.text
    while end > start and (text[end - 1] in " \t*_,;:/|([-\u2013\u2014\u2012\u2015" or text[max(start, end - 2) : end] in ("..", " .")):
        end -= 1
    if text[end - 1 : end] == "." and not _ABBREVIATED.search(text[max(start, end - 7) : end]):
        end -= 1
    words = text[start:end]
    if not reads_as_place(words) or any(word.strip("(),;.*_").lower() in _NO_PLACE for word in re.split(r"[\s/]+", words)):
        return None
    # Long runs without a comma are titles: no city has six words.
    return Span(start, end) if max(len(town.split()) for town in _TOWNS.split(words)) <= 5 else None


def reads_as_place(words: str) -> bool:
    """Capitalised words, joined by commas and small links."""
    tokens = [token for token in _APART.split(words.replace("(", " ").replace(")", " ").strip()) if token]
    if not 2 < len(words) <= 120 or not 0 < len(tokens) <= 18 or not words[0].isupper() or tokens[-1] in _LINKS:
        return False
    return all(token in _LINKS or (token[0].isupper() and all(c.isalpha() or c in ".'`\u2018\u2019\u00b4-" for c in token)) for token in tokens)


# States and countries tell more than cities: there is a London in Ontario.
_REGIONS = {
    "us": """usa|u.s.a|u.s|united states|alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|georgia|hawaii|idaho
        |illinois
        |indiana|iowa|kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada
        |new hampshire|new jersey|new mexico|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|south carolina|south dakota
        |tennessee|texas|utah|vermont|virginia|washington|west virginia|wisconsin|wyoming|puerto rico|al|ak|az|ar|ca|co|ct|de|dc|fl|ga|hi|id|il|in|ia
        |ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy|ala|ariz|ark|calif|colo|conn|del|fla
        |ill|ind|kan|mass|mich|minn|miss|mont|neb|nev|n.h|n.j|n.m|n.y|n.c|n.d|okla|ore|r.i|s.c|s.d|tenn|tex|wash|w.va|wis|wyo|d.c""",
    "ca": """canada|british columbia|ontario|quebec|qu\u00e9bec|alberta|manitoba|saskatchewan|nova scotia|new brunswick|newfoundland
        |newfoundland and labrador|prince edward island|yukon|bc|b.c|on|ont|qc|ab|alta|mb|sk|ns|nb""",
    "uk": "united kingdom|uk|u.k|england|scotland|wales|northern ireland|jersey|guernsey|isle of man",
    "au": "australia|new south wales|nsw|western australia|queensland",
    "hk": "hong kong|hong kong sar",
    "eu": """germany|france|netherlands|the netherlands|belgium|sweden|norway|denmark|finland|iceland|austria|switzerland|spain|italy|portugal|ireland
        |luxembourg|greece|poland|cyprus|monaco|estonia|latvia|lithuania|malta|liechtenstein|czech republic|hungary|romania|bulgaria|faroe islands""",
    "other": """israel|china|japan|korea|south korea|taiwan|singapore|india|brazil|mexico|argentina|chile|peru|colombia|south africa|new zealand
        |malaysia
        |thailand|indonesia|philippines|vietnam|bermuda|uae|u.a.e|united arab emirates|turkey|t\u00fcrkiye|kazakhstan|egypt|saudi arabia""",
}  # fmt: skip
_CITIES = {
    "us": """new york|new york city|chicago|boston|houston|dallas|san francisco|los angeles|atlanta|miami|denver|seattle|philadelphia|minneapolis
        |cleveland|pittsburgh|phoenix|san diego|austin|las vegas|detroit|baltimore|st. louis|cincinnati|milwaukee|charlotte|nashville|silicon valley
        |indianapolis|san antonio|new orleans|salt lake city|oklahoma city|honolulu|columbus|memphis|louisville|orlando|tampa|san jose""",
    "ca": "toronto|vancouver|calgary|montreal|montr\u00e9al|ottawa|edmonton|winnipeg|kelowna|mississauga|halifax|quebec city|laval",
    "uk": "london|edinburgh|manchester|birmingham|glasgow|leeds|aberdeen|st. helier|belfast",
    "au": "sydney|melbourne|perth|brisbane|adelaide",
    "eu": """paris|berlin|munich|frankfurt|hamburg|cologne|dusseldorf|d\u00fcsseldorf|stuttgart|stockholm|gothenburg|malm\u00f6|lund|uppsala
        |oslo|bergen
        |stavanger|trondheim|copenhagen|helsinki|espoo|amsterdam|rotterdam|utrecht|eindhoven|milan|rome|turin|madrid|barcelona|lisbon|zurich
        |z\u00fcrich|zug
        |geneva|basel|bern|vienna|linz|athens|dublin|cork|brussels|leuven|luxembourg|warsaw|prague|budapest|reykjavik|tallinn|riga|vilnius
        |limassol""",
    "other": """tokyo|seoul|shanghai|beijing|shenzhen|hangzhou|taipei|mumbai|bangalore|tel aviv|dubai|abu dhabi|johannesburg|sao paulo
        |s\u00e3o paulo|auckland""",
}  # fmt: skip
_REGION = {name.strip(): market for market, names in _REGIONS.items() for name in names.split("|")}
_CITY = {name.strip(): market for market, names in _CITIES.items() for name in names.split("|")}
_PIECES = re.compile(r",|/|\(|\)|&|\band\b|\s-\s")


def market_of_place(words: str) -> str | None:
    """The market a place lies in, by the first state or country named, else by the first well-known city."""
    pieces = [piece.strip(" .*_") for piece in _PIECES.split(words)]
    for names in (_REGION, _CITY):
        for piece in pieces:
            if piece in names:
                return names[piece]
    return None
