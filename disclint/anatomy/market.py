"""Which market's law and practice a release follows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from disclint.anatomy.exchanges import market_of
from disclint.model import Context, Dateline, Document, Issuer, Ticker

MARKETS = ("us", "ca", "uk", "eu", "au", "hk", "other")

# Quotations abroad say nothing of the home market where another exchange is named.
_ABROAD = re.compile(r"otc|pink|fse|frankfurt|fra$|fwb|xetra|munich|stuttgart|tradegate|berlin|gettex")

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

_TELLING: tuple[tuple[str, int, str], ...] = (
    ("us", 3, "private securities litigation reform act"),
    ("us", 2, "section 27a"),
    ("us", 2, "form 10-k"),
    ("us", 1, "securities and exchange commission"),
    ("ca", 4, "tsx venture exchange nor its regulation"),
    ("ca", 3, "canadian securities laws"),
    ("ca", 3, "sedar"),
    ("ca", 2, "national instrument"),
    ("ca", 3, "cse nor its"),
    ("uk", 4, "uk version of"),
    ("uk", 3, "uk market abuse regulation"),
    ("uk", 2, "nominated adviser"),
    ("uk", 2, "london stock exchange"),
    ("eu", 3, "market abuse regulation"),
    ("eu", 2, "596/2014"),
    ("eu", 3, "norwegian securities trading act"),
    ("eu", 2, "wphg"),
    ("eu", 2, "nasdaq helsinki"),
    ("eu", 4, "stock exchange release"),
    ("eu", 3, " oyj"),
    ("eu", 2, " eet"),
    ("eu", 2, "news.cision.com"),
    ("eu", 2, "newsweb.oslobors.no"),
    ("au", 3, "corporations act 2001"),
    ("au", 3, "asx listing rule"),
    ("hk", 3, "stock exchange of hong kong"),
)
_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("uk", re.compile(r"\bplc$")),
    ("eu", re.compile(r"\b(?:ag|se|kgaa|gmbh|asa|as|ab(?: \(publ\))?|oyj|oy|abp|a/s|n\.?v\.?|s\.?a\.?|s\.?p\.?a\.?)$")),
    ("us", re.compile(r"\b(?:inc|corporation|llc|bancorp|l\.?p)\.?$")),
    ("ca", re.compile(r"\bcorp\.?$")),
)


def find_market(document: Document, context: Context, tickers: tuple[Ticker, ...], dateline: Dateline | None, issuers: tuple[Issuer, ...]) -> str:
    """One of us, ca, uk, eu, au, hk, other; what the user says is final."""
    if context.market:
        return context.market
    votes: Counter[str] = Counter()
    for market, weight in _votes(document, tickers, dateline, issuers):
        votes[market] += weight
    return max(MARKETS, key=lambda market: (votes[market], -MARKETS.index(market)))


def _votes(document: Document, tickers: tuple[Ticker, ...], dateline: Dateline | None, issuers: tuple[Issuer, ...]) -> Iterator[tuple[str, int]]:
    yield from _listings(tickers)
    if dateline and dateline.place:
        market = _place(document.folded[dateline.place.start : dateline.place.end])
        if market:
            yield market, 4
    if issuers:
        name = issuers[0].name.lower()
        yield from ((market, 2) for market, form in _FORMS if form.search(name))
    yield from ((market, weight) for market, weight, words in _TELLING if words in document.folded)


def _place(words: str) -> str | None:
    pieces = [piece.strip(" .*_") for piece in _PIECES.split(words)]
    for names in (_REGION, _CITY):
        for piece in pieces:
            if piece in names:
                return names[piece]
    return None


def _listings(tickers: tuple[Ticker, ...]) -> Iterator[tuple[str, int]]:
    """What the first exchanges say; a home exchange outweighs a quotation abroad."""
    named = [ticker.exchange.lower() for ticker in tickers[:4] if ticker.exchange]
    home = [name for name in named if not _ABROAD.search(name)]
    found = [market for name in (home or named)[:3] if (market := market_of(name))]
    yield from ((market, (5 if home else 3) if n == 0 else 2) for n, market in enumerate(found))
