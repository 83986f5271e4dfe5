"""The words by which a release announces what concerns its securities: results, deals, financings, distributions."""

from __future__ import annotations

from disclint.anatomy.announcements.announcement import Announcement, announcement

SECURITIES: tuple[Announcement, ...] = (
    announcement(
        "earnings",
        headline=r"""
            <period>[^\n]{0,60}?\b(?:results?|earnings|revenues?|sales|net (?:income|loss|profit)|ebitda|figures|report|loss|profits?|
            statement release|statement) |
            (?:results|earnings|figures|revenues?|net income|net loss|profit)\b[^\n]{0,50}\b(?:for|of|in)\b[^\n]{0,40}<period> |
            reports? (?:record |strong )?(?:results|earnings|net income|profit|loss) | financial results | earnings per share |
            year[- ]end report | (?:swings?|returns?|turns?) to (?:a )?(?:net )?(?:profit|loss) | earn(?:s|ed) (?:[$€£]\S+|\w+ cents)(?: \w+){0,5} (?:in|for)\b[^\n]{0,30}<period> |
            (?:first|second|third|fourth) quarter(?:,? and (?:full|whole)[- ]year (?:19|20)\d\d\b | \ (?:19|20)\d\d\ ?[-:])
        """,
        excuse=r"""
            schedules? | sets? dates? | (?:release|reporting) dates? | dates? (?:for|of) |
            to (?:report|announce|release|host|present|publish|issue|discuss|hold|webcast) |
            will (?:host|report|release|announce|hold|publish) | invitation | announces? (?:the )?(?:details|timing|date) |
            (?:earnings|report|results) release and | presentation on | results (?:release and )?conference call | earnings (?:conference )?call | presentation of | drill |
            assay | election | voting | exploration | clinical | phase \d | trial | survey | delay\w* | annual general | annual meeting |
            stock option | restatement of (?:financial|previous) | restates? | to restate | files? (?:its )?(?:annual|form) | annual report filing |
            information about financial reporting | production update | (?:following|after|ahead of|prior to|before) [^\n]{0,40}(?:results|earnings) | overstate\w* | understate\w* |
            (?:forecasts?|expected to|expects?|projects?|targets?|anticipates?)\b[^\n]{0,60}?\b(?:revenues?|sales|results|earnings|profits?|ebitda) |
            (?:reaffirms?|raises?|lowers?|updates?|provides?|issues?|revises?|confirms?|narrows?|reiterates?|maintains?)\b[^\n]{0,30}?\b(?:revenues?|sales|earnings|profits?|ebitda) (?:guidance|outlook|forecast) | tender offer | exchange offers? | sustainability report
        """,
        lead=r"""
            (?:announced?|reported?|reports|announces|released|posted|published|delivered)\b[^.\n]{0,140}\b(?:financial results|
            (?:operating )?results (?:of operations )?(?:for|of)|net (?:income|loss|sales|revenues?|earnings|profit)|earnings|
            revenues?)\b[^\n]{0,110}(?:quarter|year|months|half|period) |
            (?:earned|(?:swung|returned|turned) to a (?:net )?(?:profit|loss) of|had (?:net income|net earnings|a net loss|a net profit) of|lost) [$€£][\d.]+ (?:million|billion|thousand)\b[^\n]{0,80}\b(?:quarter|months|half|fiscal year)
        """,
    ),
    announcement(
        "guidance",
        headline=r"""
            guidance | outlook | forecasts? | financial targets | (?:revenue|sales|margin|growth) targets? | vision 20\d\d |
            (?:mid|medium|long)[- ]term (?:targets?|plan|ambitions?) | profit (?:warning|alert) | (?:trading|interim management) (?:update|statement) |
            expects? (?:record|fiscal|full[- ]year|first|second|third|fourth|q[1-4]|20\d\d|strong) |
            preliminary (?:\w+ ){0,4}(?:results|revenue|sales|figures|unaudited) | expected results |
            projects (?:\d\S*|profitable|revenue|sales|growth|strong|record|full|fiscal)
        """,
        excuse=r"market outlook | outlook (?:conference|forum) | industry outlook | to present",
        body=r"""
            (?:rais|reaffirm|reiterat|maintain|lower|updat|increas|withdr|provid|issu|affirm|confirm|narrow|revis)\w*[^.\n]{0,50}
            (?:guidance (?:for|of|range|to)|(?:annual|year|20\d\d|earnings|revenue|sales|financial|quarter) (?:guidance|outlook|forecast)) |
            (?:revenues?|sales|earnings|profits?|loss|net income|ebitda)\b[^.\n]{0,60}\b(?:is|are) (?:now )?(?:expected|anticipated|projected|forecast) to
            (?: range| be(?: in the range| between| approximately| about| at least)?)\b[^\n]{0,25}\d\S* |
            will report\b[^.\n]{0,50}\b(?:loss|profit|income|revenues?|earnings)\b[^.\n]{0,20}\b(?:between|in the range)\b[^\n]{0,12}\d\S* |
            (?:expects?|anticipates?|estimates?|projects?|guidance|look(?:ing)? ahead)\b[^\n]{0,110}\b(?:revenues?|earnings|net sales|
            net income|eps|ebitda|sales)\b[^\n]{0,90}\b(?:range|between|approximately|to be|at least|of about)\b[^\n]{0,25}[$€£\d]\S*
        """,
    ),
    announcement(
        "merger",
        headline=r"""
            acquires? | acquired by | acquisition | to acquire | merg(?:er|es|ing|e) | (?:business )?combination with | to combine |
            takeover | taken private | take-private | to be acquired | buys? | buyout | purchases? of | completes? (?:purchase|sale) of |
            to sell | divest\w* | sale of | to purchase | purchase agreement | stake in | agreement and plan | to be (?:sold|bought) (?:to|by) | go(?:es|ing)?[- ]private | ownership interests? |
            compulsory acquisition | squeeze-?out | form [sf]-4 | and [^\n]{0,40}combine | simplification (?:transaction|agreement) | take [^\n]{0,40}private | union (?:with|of) | combines? (?:to|into)\b | combination of [^\n]{0,40} and |
            (?:accepts?|rejects?|receives?|raises?|sweetens?|improves?|increases?|revises?) (?:\w+ ){0,3}(?:merger|buyout|takeover|acquisition|revised|improved|higher|sweetened|unsolicited|raised) (?:\w+ )?(?:offer|bid|proposal|terms|price)
        """,
        excuse=r"""
            property | properties in | land (?:in|parcel) | building | bitcoin | btc | hotel | tender offer | block repurchase | block trade |
            notes | mineral | claims | orders? | customer acquisition | talent acquisition | shares? buy | voluntary purchase |
            offers? to purchase | sale of (?:[\d.,]+ (?:million )?(?:\w+ ){0,3})?(?:shares|common|units|securities|stock) | private placement | royalt\w+ |
            licen[cs]e (?:agreement|to|for) | solicit\w* | analysis of | option to purchase shares | purchase order | repurchase | data acquisition | purchases? of (?:its|up to [\d.,]+ (?:million )?(?:of its )?(?:own |common )?shares) |
            buy back | claim sale | to combine (?:its|the|every|each)[^\n]{0,20} shares | acquisitions? (?:inc|corp|ltd|llc|co|company|holdings|increase|growth|ii|iii|iv)
        """,
        lead=r"""
            (?:definitive|merger|acquisition|business combination|arrangement) agreement\b[^\n]{0,140}\b(?:acquire\w*|acquisition|
            merge\w*|combin\w+) | (?:has|have) (?:acquired|completed (?:its|the) (?:acquisition|merger|purchase)) |
            exercise[^.\n]{0,60}option to purchase | (?:proposed|previously announced|announced) business combination |
            (?:acquire|purchase|buy)\b[^\n]{0,110}\b(?:per share in cash|in cash (?:per|for each) share) | will be (?:acquired|bought|purchased|taken private) by | (?:acquire|purchase|buy) (?:all|every|each)\b[^.\n]{0,60}\bshares? |
            to be merged (?:with|into) | (?:announc|unveil|agree|reach|propos|plan)\w*[^.\n]{0,60}\b(?:strategic|all-stock|stock-for-stock|proposed|planned|friendly) (?:merger|business combination) |
            agree\w* (?:up)?on an? (?:\w+ ){0,2}(?:merger|simplification) | (?:amend|rais|revis|sweeten|improv)\w*[^.\n]{0,40}\b(?:merger agreement|agreement and plan of merger) | (?:will|to|agreed to) combine (?:with|under|their|in) |
            compulsory acquisition | completed? the acquisition of | agree(?:d|ment|s) to (?:acquire|merge|be (?:acquired|sold to|bought by|purchased by))
        """,
    ),
    announcement(
        "tender_offer",
        headline=r"""
            tender offers? | exchange offers? | cash offer | mandatory (?:public )?offer | public takeover | takeover (?:bid|offer) |
            offers? to (?:purchase|acquire) | purchase offer | consent solicitation | delisting offer | self-?tender | dutch auction |
            (?:intention|intends?|plans?|proposes?|proposal) to tender for
        """,
        excuse=r"follow-up public",
        lead=r"(?:commenc\w+|complet\w+|expir\w+|launch\w*|announc\w+)[^.\n]{0,60}\b(?:tender offers?|exchange offers?) | (?:acquire|purchase|buy|acquired)\b[^.\n]{0,90}\b(?:through|by means of|by way of|via|in) an? (?:[\w-]+ ){0,3}(?:tender|exchange) offer",
    ),
    announcement(
        "offering",
        headline=r"""
            (?:public|registered|direct|underwritten|secondary|primary|follow-on|convertible|exchangeable|subsequent|repair|equity|units?|notes?|shares?|stock|
            debentures?|rights|private|exchange|bought deal|warrants?|securities|life|atm|at-the-market|
            flow-through)\b[\w ,'$.-]{0,24}\b(?:offerings?|financing) | private placement | (?:offshore|overnight|equity|share) placement | registered direct | rights issue |
            directed (?:share )?issue | share issue | issue new shares | capital increase | subscription (?:agreement|receipt) |
            direct subscription | bought deal | offering (?:of|pursuant|memorandum) | warrant inducement |
            prices? [^\n]{0,60}(?:offering|notes) | (?:clos(?:es|ing)|pricing|upsiz\w+|launch) [^\n]{0,50}(?:offering|placement|financing) |
            preferred equity | shelf (?:registration|prospectus) | equity (?:line|facility) | prospectus | non-brokered | retail offer |
            placing | issuance of (?:new )?(?:shares|units|common|warrants) | (?:convertible|exchangeable|senior)[^\n]{0,30} notes? (?:offering|issue|sale) |
            strategic investment | at-the-market | oversubscribed | capital[- ]rais(?:e|es|ing) | (?:new|registered) share capital | share capital increase | (?:standby )?equity (?:subscription|purchase|line) | (?:secures?|raises?|raised|closes|receives) [^\n]{0,14}[$€£][\d.]+ ?(?:m|mm|million|billion)?\b[^\n]{0,40}\b(?:funding|capital|investment|equity|(?:accredited|institutional|private|strategic) investors?|(?:existing )?(?:share|stock|unit)holders) |
            (?:sale|sells?|sold|issues?|placement) (?:of )?[\d.,]+ (?:million )?(?:\w+ ){0,3}(?:shares|units|warrants) | atm (?:program|facility|offering) | equity (?:distribution|sales?) (?:program|agreement) |
            (?:sells?|issues?|issuance of|sale of) (?:[$€£]?[\w.,-]+ ){0,7}preferred (?:stock|shares|units) | pipe (?:financing|transaction|investment|offering|placement) | (?:million|private|common stock) pipe | proposed offering | terms of [^\n]{0,30}offering |
            (?:sells?|sold|issues?|sale of) [$€£][\d.,]+ ?(?:m|mm|million|billion)? (?:of |in |worth of )?(?:\w+ ){0,3}(?:stock|shares|equity|units|warrants) | registers? (?:\w+ ){0,3}(?:shares|units|securities) for | private sale of | (?:debt|bond) offering | raises (?:\w+ ){0,2}(?:capital|equity) (?:in|through|by|via|from|with)
        """,
        excuse=r"""
            initial (?:coin|public) | (?:service|product|digital|solution|platform|managed services|subscription|software) offerings? |
            notice of | token offering | (?:grant|debt|loan|government|federal|project|contract) (?:funding|capital)
        """,
        lead=r"""
            (?:announc(?:e[sd]?|ing)\b|clos\w+|complet\w+|pric\w+|enter\w+|launch\w*|commenc\w+|sold|sells?|filed|begun|began)[^.\n]{0,120}\b(?:public offering|
            registered direct offering|private placement|underwritten (?:[\w-]+ ){0,2}offering|securities purchase agreement|rights issue|
            private offering|follow-on offering|at-the-market offering|private investment in public equity|equity (?:subscription|purchase) agreement|
            (?:sale|issue|issuance) of (?:up to )?[\d.,]+ (?:million )?(?:\w+ ){0,4}(?:shares|units))
        """,
        past=r"""
            <completed>\b[^.\n]{0,120}\b(?:public|direct|private|underwritten|secondary|follow-on) (?:offering|placement) |
            (?:in|during) (?:january|february|march|april|may|june|july|august|september|october|november|december|the [a-z]+ quarter)\b[^.\n]{0,60}
            \b(?:sold|closed|completed|priced|launched|commenced|filed|began)\b[^.\n]{0,120}\b(?:offering|placement|shares|units)
        """,
    ),
    announcement(
        "ipo",
        headline=r"initial public offering | ipo | road ?show | draft registration statement | confidential(?:ly)? submi\w+ [^\n]{0,30}registration statement | go(?:es)? public",
        excuse=r"(?:since|after) (?:its |the |our |their )?(?:recent |successful )?(?:initial public offering|ipo) | (?:pre|post)-ipo | (?:non-deal|investor|product|corporate|technology|marketing) road ?show | road ?show (?:in|at|schedule)",
        past=r"""
            <completed>\b[^.\n]{0,90}\binitial public offering |
            (?:since|after|following|from) (?:its|the|our|their) (?:\w+ )?(?:20\d\d )?initial public offering
        """,
        lead=r"(?:pric\w+|clos\w+|announc\w+|launch\w*|commenc\w+|begun|began|start\w*|set|sets|fil(?:ed|es|ing)|plans?)\b(?:[^.\n]|\.[^ \n]){0,110}\binitial public offering",
    ),
    announcement(
        "debt_financing",
        headline=r"""
            credit (?:facility|facilities|agreement|lines?) | line of credit | term loan | syndicated (?:loan|credit) | mortgage (?:loan|financing) | loan (?:agreement|facility) | bridge loan |
            revolv\w+ | <debt> | refinanc\w+ | (?:debt|project|sustainability-linked) financing | financing agreement |
            (?:green|corporate) bonds? | eurobonds? | 144a (?:notes|offering) | debt (?:offering|issue|issuance|securities) | shares[- ]for[- ]debt | debt settlements? | (?:repay(?:s|ment|ments)?|prepay(?:s|ment)|redemption|redeems?|retire(?:s|ment)|extinguish\w*|debt restructuring|eliminates?)[^\n]{0,60}\b(?:notes?|loans?|debt|bonds?|debentures?|convert\w*|facility|borrowings|instrument) | (?:sale|offering|issuance|issue|placement) of [^\n]{0,40}\bnotes
        """,
        excuse=r"convertible (?:preferred|note(?:s)? conversion) | bond (?:etf|fund) | insurance bond | to present | bond restructuring | tender offers?",
        lead=r"""
            (?:announc\w+|enter\w+|clos\w+|sign\w+|secur\w+|obtain\w+|receiv\w+|conclud\w+|arrang\w+)[^.\n]{0,110}\b(?:credit facility|term loan|
            loan agreement|line of credit|credit agreement|syndicated loan|mortgage loan) |
            (?:announc|clos|complet|pric|sold|sell|issu|launch|commenc|offer)\w*\b[^\n]{0,110}\b(?:convertible|senior|secured|unsecured|subordinated|
            exchangeable)[\w ,-]{0,40}\bnotes
        """,
    ),
    announcement(
        "dividend",
        headline=r"""
            dividends? | (?:declares?|announces?|continues?|increases?|monthly|quarterly|cash|special)[^\n]{0,40}\bdistributions? |
            distributions? (?:of [$€£c]\S*|per)
        """,
        excuse=r"""
            distribution (?:agreement|partner\w*|center|centre|network|&|rights|deal|and wholesale) |
            dividend (?:etf|aristocrat) | no dividend
        """,
        body=r"""
            (?:declar|approv|authoriz|authoris)\w*\b[^.\n]{0,70}\b(?:dividends?|cash distribution)\b[^\n]{0,60}\b(?:per|of|payable) |
            declaration of (?:a|the) [^.\n]{0,30}dividend | (?:distribution|payment) of (?:a |the )?(?:\w+ )?dividend of [^\n]{0,30}\bper |
            dividend of [^\n]{0,30}per (?:share|common|unit|ordinary)[^\n]{0,80}\b(?:payable|will be paid|record)
        """,
    ),
    announcement(
        "buyback",
        headline=r"""
            (?:share|stock|unit|securities|block)s?[ -](?:repurchase|buy-?back) | repurchases? (?:of|program|plan|authorization|up to) |
            buy-?backs? | buy back | to repurchase | purchases? of (?:its (?:own )?(?:shares|stock)|up to [\d.,]+ (?:million )?(?:of its )?(?:own |common )?(?:shares|stock)) | (?:normal course|substantial) issuer bid | ncib | purchase of own shares | purchase and cancellation | own shares
        """,
        excuse=r"notes | bonds? | debenture",
        body=r"""
            (?:authori[sz](?:e[sd]|ation)|approve[sd])\b[^.\n]{0,60}\bpurchases? (?:by the company )?of (?:its own (?:shares|stock)|up to [\d.,]+ (?:million )?(?:of its )?(?:own |common )?shares) |
            (?:authori[sz](?:e[sd]|ation)|approve[sd]|announce[sd]|increased|launche[sd]|expanded|adopted|establishe[sd]|renewed)\b[^.\n]{0,90}\b(?:(?:share|
            stock|unit|common stock) (?:repurchase|buy-?back) (?:program\w*|plans?|authori[sz]ations?|of up to)|repurchase of up to|repurchase (?:program|plan)|repurchase up to)
        """,
    ),
    announcement(
        "split",
        headline=r"""
            (?:stock|share|forward|reverse)[ -](?:stock |share )?splits? | \w+-(?:for|to)-\w+ (?:reverse |forward |stock |share )*split |
            (?:share|stock) (?:consolidation|combination) | consolidates? (?:its )?(?:\w+ )?shares | consolidation of (?:its )?(?:common |issued )*shares | reverse split | subdivision of shares |
            combin(?:es?|ing|ation) (?:of )?(?:its |the |every |each |all )?(?:[\w-]+ ){0,2}shares
        """,
        excuse=r"no reverse",
    ),
    announcement(
        "delisting_notice",
        headline=r"""
            (?:nasdaq|nyse|otc(?:qb|qx)?|otc markets|tsx|exchange|listing)\b[^\n]{0,90}\b(?:notices?|notifications?|deficien\w+|
            non-?compliance|delist\w*|minimum bid|hearings?|not in compliance|(?:staff|delisting|listing|panel) (?:determination|decision)s?|regain\w*|compliance (?:period|plan)|continued listing|quotation status|
            bid price|letter) |
            (?:letters?|notices?|notifications?|deficien\w+|non-?compliance|delist\w*|hearing|regain\w*|compliance|extension|determination)
            \b[^\n]{0,80}\b(?:from|of|by|with|under) (?:the )?(?:nasdaq|nyse|otc) | delisting | management cease trade
        """,
        excuse=r"inducement | delisting offer | letter of intent | notice of (?:annual|general)",
        lead=r"""
            received\b[^.\n]{0,90}\b(?:notice|letter|notification)\b[^.\n]{0,120}\b(?:nasdaq|nyse|new york stock exchange|
            listing qualifications) | received\b[^.\n]{0,60}\bnasdaq (?:staff |delisting |listing qualifications |deficiency )+(?:determination|letter|notice|notification) | (?:nasdaq|nyse)[^.\n]{0,80}\bnotif\w+(?:[^.\n]|\.\d){0,120}\b(?:complian\w+|listing rules?|continued listing|deficien\w+|below the minimum)
        """,
    ),
    announcement(
        "restatement",
        headline=r"restate(?:ment|s|d)? | non-reliance | (?:accounting )?errors? in (?:prior|previous|past|earlier)",
        lead=r"(?:should|can|may) no longer (?:be relied|rely) | (?:will|must|intends to|plans to|expects to|decided to|need to) restate | (?:will|must) be restated | restatement of | "
        r"(?:will|must|intends to|plans to|expects to) correct (?:its |the |certain )?previously (?:issued|filed|published) (?:\w+ )?financial statements",
        past=r"(?:no|without (?:any |a )?|not require (?:any |a )?)(?: \w+)? ?restatement of",
    ),
    announcement(
        "bankruptcy",
        headline=r"""
            chapter (?:11|7|15) | bankruptcy | insolvency | receivership | creditor protection | ccaa | liquidation | voluntary petition |
            emerges from | plan of reorgani[sz]ation
        """,
        lead=r"""
            (?:filed|files|filing|commence\w*)\b[^.\n]{0,90}\b(?:chapter (?:11|7)|bankruptcy) | prepackaged | pre-packaged |
            (?:bankruptcy court|plan of reorgani[sz]ation)\b[^.\n]{0,120}\b(?:confirm|approv)\w* | confirm\w*\b[^.\n]{0,60}\b(?:plan of reorgani[sz]ation|bankruptcy court) | emerged from (?:chapter|bankruptcy)
        """,
    ),
    announcement(
        "insider_notice",
        headline=r"""
            managers?'? transactions? | management'?s?'? transactions? | major (?:share)?holdings? | tr-1 | pdmr | article 40 |
            insider (?:transaction|dealing|purchases|buying) | notification of (?:transactions|trade) | chapter 9, section \d+ | flagging |
            mandatory notification of trade | early warning report | total voting rights
        """,
    ),
    announcement(
        "spin_off",
        headline=r"spin-?offs? | spin-?outs? | spins? off | demerger | separation (?:of|into) | split-off",
        excuse=r"separation of (?:gold|metals|ore)",
    ),
)
