"""The words that tell what stands around a headline, or that a headline begins and ends with."""

from __future__ import annotations

import re

import re2

# What stands around a headline without being one, told by how the line begins …
FURNITURE = re2.compile(
    r"[\s*_\"'(\[<>#-]*(?:"
    r"(?:press|news|media|investor|public|ir|relations|corporate|company|general)*\s?(?:contacts?|inquir(?:y|ies)|enquir(?:y|ies))"
    r"(?:\s*[:/,(]|(?:\s+\w+){0,3}\W*$)"
    r"|for (?:more|further|additional|immediate|release|investor|media|editorial|information|public)\b|contacts?\s*[:/]"
    r"|not for (?:release|publication|distribution|general|dissemination|immediate)"
    r"|this (?:announcement|news release|press release|document|communication|is (?:not|an announcement))\b"
    r"|the information (?:contained|communicated|in this)|the following is|capitali[sz]ed terms|important notice|notice:|correction\b.{0,8}$"
    r"|neither (?:this|the)|(?:or )?for dissemination|or dissemination"
    r"|(?:tel|telephone|phone|fax|e-?mail|web|website|www|https?|cell|mobile|ticker|symbol|stock|isin|wkn|lei|date|time|page|attention|attn|re"
    r"|from|to)"
    r"\b\s*(?:[.:/(+]|no\b)"
    r"|photos? (?:accompanying|is|are)|a photo|an infographic|multimedia|logo\b|image|\(\d\d:\d\d gmt\)|by [a-z]+ [a-z]+$|source[: ]"
    r"|table of contents|document type|filer|form (?:8-k|6-k|10)|securities and exchange commission|pursuant to"
    r"|\(?(?:incorporated|registered|a (?:company|corporation|joint stock)[\w ]{0,60} incorporated|formed) (?:in|under)\b|stock code"
    r"|.{3,80}/ key word"
    r"|rns (?:number|no)|(?:public )?disclosure of (?:an )?inside information|annonce [ée]v[ée]nementielle|ad[- ]hoc-mitteilung|the issuer is solely|- a service of|transmitted by|hong kong exchanges and clearing"
    r")"
)
# … or by being nothing else.
CATEGORY = re2.compile(
    r"[\s*_\"'(\[<>#|-]*(?:"
    r"(?:\w+\s)?(?:press|news|media|earnings|company|stock exchange|corporate|investor|regulatory|exchange)\s"
    r"(?:release|announcement|news|information|bulletin|statement|notice|notification)s?(?:\s(?:no\.?|number|nr\.?)\s?\S+)?"
    r"|news|announcement|(?:inside|insider) information|ad[- ]?hoc(?: announcement| release)?(?: pursuant to .{0,60})?"
    r"|regulatory(?: story| news)?|rns(?: number)?.{0,20}|(?:asx|market|sens) (?:announcement|release)|for (?:the )?media"
    r"|(?:n ?e ?w ?s|p ?r ?e ?s ?s|m ?e ?d ?i ?a)(?: ?r ?e ?l ?e ?a ?s ?e| ?i ?n ?f ?o ?r ?m ?a ?t ?i ?o ?n)|(?:n e w s|p r e s s)"
    r"|news ?direct|graphic: .{3,30}|(?:canada |the ?|pr |prnewswire|business |globe ?|access ?|first ?call|new ?media)*\s?"
    r"(?:newswire|business wire|news ?wire|newsfile(?: corp\.?)?|globenewswire)"
    r"|(?:draft|confidential|embargoed|final|strictly confidential|private)\b.{0,20}|financial highlights|highlights|summary|contents"
    r"|(?:press release |release )?(?:sub-?|main )?(?:headline|title)[\s*_]*[:(\[-]?[\s*_\[]*(?:tk|tbd|tbc|tba|xx+|to (?:come|follow)|pending|(?:goes )?here"
    r"|to be (?:added|agreed|advised|announced|completed|confirmed|decided|determined|drafted|finali[sz]ed|inserted|provided|supplied|written))?"
    r"|(?:insert|add|your|working) (?:headline|title)(?: here)?"
    r"|.{3,70}/news|investor relations|corporate communications|exhibit.{0,12}|page \d.*|end|graphic|logo"
    r")[\s*_.:)\]>|-]*(?:,?\s*(?:dated )?(?:[a-z]+ \d{1,2},? ?\d{4}|\d{1,2} [a-z]+ \d{4}))?[\s*_.:)\]>|-]*"
)
REACHABLE = re.compile(r"[\w.+-]+@[\w-]+[.,]\w|(?<![\d.,$])(?:\+?\d{1,3}[ .-]?)?\(?\d{2,5}\)?[ ./-]{1,2}\d{3,4}[ .-]\d{3,4}\b|\bwww\.|https?://")
ADDRESS = re2.compile(
    r"\b\d{1,5} [\w. ]{2,30}(?:street|avenue|road|drive|boulevard|blvd|parkway|way|lane|suite|floor|terrace|crescent|highway|esplanade"
    r"|st\.|ave\.|rd\.|dr\.)|[a-zà-ÿ.-]{2,25}(?:strasse|straße|gasse|platz|allee|straat|laan|gracht|gatan|vägen) \d{1,4}[a-z]?\b"
    r"|\b\d{1,4},? (?:rue|quai|allée) (?:de|du|des|d')|\b(?:nsw|vic|qld|wa|sa|act|tas|nt) \d{4}\b|\b[a-z]{1,2}\d{1,2}[a-z]? \d[a-z]{2}$|(?:,\s*[a-z]{2}"
    r"|\b[a-z]{2,})\s+\d{5}(?:-\d{4})?$|p\.?\s?o\.? box"
)
CONTACT_HEAD = re2.compile(
    r"[\s*_]*(?:for (?:more|further|additional) information|(?:\w+ )?(?:\w+ )?contacts?\b[\s*_]*(?::|$|information)|company contact"
    r"|investor relations|investors?:|media:|at the company)"
)
REGISTERED = re2.compile(r"\((?:incorporated|registered|a (?:company|corporation)|established|stock code|company number)\b[^()]*\)")
TICKER_ONLY = re2.compile(
    r"[\s*_(\[]*(?:[\w. -]{0,30}(?:nasdaq|nyse|otc\w*|tsx\w*|cse|asx|lse|aim|amex|symbol|ticker|oslo|euronext|fse"
    r"|frankfurt)[\w. -]{0,20}[:-]\s*['\"]?[\w.]{1,8}['\"]?[\s)\],;|/&]*)+(?:and)?[\s)\]*_]*"
)
DEFINED = re2.compile(
    r"\(?\s*[\"'](?:the )?[^\"']{2,60}[\"'][^a-z]*(?:,|or|and|the|\s)*[\"'][^\"']{2,40}[\"']\s*\)?\.?"
    r"|\(.{0,90}[\"'](?:the )?(?:company|group|corporation|issuer|bank|fund|trust|partnership|reit)[\"']\)?"
    r"|[^.()]{3,70}\(.{0,100}[\"'](?:the )?(?:company|group)[\"'](?:(?:,|\sor|\sand|\s)+(?:the )?[\"'][^\"']{2,40}[\"'])*\s*\)?"
    r"(?:\s*\(?(?:lei|isin|ticker|aim|lse|tidm)\b[ a-z]{0,12}[:-]?\s*[a-z0-9. ]{2,25}\)?)*|the \"company\" or .*"
)
SUFFIX = re2.compile(
    r"(?:,?\s(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|l\.?p|plc|ag|se|s\.?a|n\.?v|asa|ab|oyj|abp|a/s|kgaa|gmbh|s\.p\.a"
    r"|trust|group|holdings|bancorp|aktiebolag)\b\.?)+(?:\s*\(publ\))?[\s*_.,]*$"
)
# What stands beside a name in a letterhead: `Acme News Release`, `News from Acme, Inc.`, `Acme, Inc. (Nasdaq: ACME)`
CALLED_RELEASE = re.compile(
    r"^(?:(?:press |news |media )?release|news) (?:from|of|by) |[ ,|:-]+(?:press|news|media) release$"
    r"| ?\((?:nasdaq|nyse|tsx|tsxv|otc\w*|lse|aim|asx|cse|amex|hkex)\b[^()]{0,60}\)$"
)
UNFINISHED = re2.compile(
    r"(?:\b(?:and|of|for|to|the|in|with|its|a|an|by|from|on|as|at|or|into|through|under|per|de|acquires?|announces?"
    r"|reports?|declares?|names|appoints?|completes?|receives?|signs|enters|launches|adopts|approves|elects|ending|ended|dated)|[,&-])[\s*_]*$"
)
# "First Quarter 2022 Earnings Release": the name of the document; only where nothing else can be the headline is it that.
TITLE = re2.compile(
    r"(?:(?:first|second|third|fourth|full|half|year|q[1-4]|[1-4]q\d*|h[12]|fiscal|and|quarter(?:ly)?|\d{4}|interim|annual|earnings|financial"
    r"|results?|release"
    r"|report|news|press|statement|-|,|&)[\s-]*)+"
)
PERIOD = re2.compile(
    r"(?:the )?(?:(?:first|second|third|fourth|full|half|fiscal|q[1-4]|h[12]|[1-4]q|year|year-?end|quarter|half-?year|of|and|full-year|nine|six|three|twelve|months|,|&)"
    r"[\s-]*)+(?:fy ?)?'?\d{2,4}|fy ?\d{2,4}|q[1-4] ?\d{2,4}"
)
