"""The words by which a release announces what concerns the business: people, products, trials, contracts, meetings."""

from __future__ import annotations

from disclint.anatomy.announcements.announcement import Announcement, announcement

BUSINESS: tuple[Announcement, ...] = (
    announcement(
        "exec_change",
        headline=r"""
            <move>\b[^\n]{0,110}\b<officer> |
            <officer>[^\n]{0,70}\b(?:appoint(?:ed|ment)|steps? down|resign\w*|retire\w*|transition|succession|departs?|departure|named|
            to join|takes over|change) | management (?:changes?|team change) | (?:leadership|executive) (?:changes?|transitions?|appointments?|succession) | selected to lead
        """,
        excuse=r"""
            non-?executive | named? (?:to|one of|among|as one) | new (?:products?|research) | compensation | discuss\w* | awards? | share-based |
            head of terms | officer of the year | to present | expert | stock option
        """,
        lead=r"""
            (?:announced|announces|pleased to announce)\b[^.\n]{0,50}\b(?:appointment|promotion|resignation|retirement|hiring|election|appointed|
            promoted|named)\b<name>\b<officer> |
            \w*(?:[^o\W]|[^h\W]o|\W{1,3}) (?:has|have|was|were|been|has been|have been) (?:appointed|named|promoted|hired|selected|chosen|picked|tapped|recruited)\b<name>\b<officer> |
            appoints?\b<name>\b<officer> | will (?:become|assume) (?:its |the )?(?:\w+ ){0,3}<officer>
        """,
    ),
    announcement(
        "board_change",
        headline=r"""
            <move>\b[^\n]{0,110}\b<seat> | board (?:of directors )?(?:changes?|appointments?|composition|transition|refreshment) |
            (?:non-executive|independent) director\b[^\n]{0,40}(?:appoint|chang)\w* | board president
        """,
        excuse=r"""
            board of directors (?:approves|announces|declares|recommends|authorizes|election) | election results | managing director |
            (?:creative|medical|sales|art|regional|technical|exploration) director | board approv\w+ | advisory board |
            director of (?:sales|marketing|operations|business|research|engineering) | director/pdmr | managers' transactions | dividend |
            distribution | compensation | annual general meeting | keynote
        """,
        lead=r"""
            changes? (?:in|to) (?:the )?(?:members|composition|membership) of (?:the |its )?(?:supervisory |management )?board |
            (?:appoint\w+|elect\w+|named|join\w*|nominat\w+|resign\w*)\b[^.\n]{0,110}\b(?:to|from|as (?:a |an )?(?:new )?(?:member of|
            independent director|director|non-executive)|on) (?:its|the|our)?(?: company's)? ?(?:board of directors|supervisory board|board)
        """,
    ),
    announcement(
        "clinical_fda",
        headline=r"""
            fda | ema | mhra | pmda | nmpa | health canada | phase (?:[1-4]|i{1,3}|iv)[ab]?(?:/(?:[1-4]|i{1,3})[ab]?)? | drug candidate |
            clinical (?:trials?|stud(?:y|ies)|data|hold|development|results|program|research) | pre-ind |
            ind (?:application|clearance|submission) | top-?line (?:data|results|efficacy) | (?:results|data)\b[^\n]{0,60}\bpatients |
            first patient | completes? (?:patient )?enrollment | patients? (?:dosed|enrolled) | orphan drug | fast track | breakthrough (?:therapy|device) | rmat |
            (?:s?nda|bla|maa) (?:submission|filing|approval|acceptance) | 510\(k\) | de novo | emergency use | marketing authori[sz]ation |
            data (?:and )?safety monitoring | pivotal (?:trial|study) | european commission approv\w+ | tolerability | pharmacokinetic |
            preclinical | investigational | (?:late|mid|early)-stage (?:clinical )?(?:trial|study) | (?:submits?|files?) (?:s?nda|bla|maa)
        """,
        excuse=r"""
            otc markets applications | clinical workflow | fda[ -](?:approved|cleared|registered|compliant|listed|regulated) | (?:drill\w*|exploration|construction|expansion|development) phase |
            phase (?:\w+ )?(?:drill\w*|exploration|construction|expansion|of (?:(?:its|the|our|a|an) )?[^\n]{0,50}\b(?:plant|project|expansion|facility|building|
            mine|rollout|factory|mill|construction|drill\w*|exploration|program|development|terminal|campus|warehouse))
        """,
        lead=r"""
            (?:announc\w+|report\w+|complet\w+|began|begun|dosed|treated|initiat\w+|present\w*|show(?:s|ed)|submit\w*|publish\w+|start\w*|enrol\w+)[^.\n]{0,120}\b(?:(?:clinical|pivotal|registrational|first-in-human|late-stage|mid-stage|early-stage) (?:[\w-]+ )?(?:trial|study)|new drug application|biologics license application|
            phase (?:[1-4]|i{1,3})[ab]?(?:/(?:[1-4]|i{1,3})[ab]?)? (?:[\w-]+,? ){0,4}(?:trials?|study|studies|data|results|clinical)|food and drug administration|
            \bfda\b) | will (?:enter|begin|start|advance to|move into) phase (?:[1-4]|i{1,3})[ab]?
        """,
    ),
    announcement(
        "product",
        headline=r"""
            launch(?:es|ed|ing)? | introduc(?:es|ing|tion) | unveil(?:s|ed|ing)? | now available | debuts? | rolls? out |
            releases? (?:version|new|its new) | general availability | new (?:product|service|platform|feature)s? | next-gen\w* |
            expands (?:its )?(?:platform|product) | (?:alpha|beta) (?:test\w*|version|release) | announces (?:live|free) [\w ]{0,40}services? | integration with | integrates | new [\w ]{0,30}offerings?
        """,
        excuse=r"""
            launch(?:es|ed)? (?:of )?(?:an? |its )?(?:private|public|offering|tender|exchange|strategic review|share|rights|initial|
            bitcoin treasury|notes) | (?:launch\w*|unveil\w*|introduc\w*|announc\w*) [^\n]{0,40}(?:partnership|collaboration|alliance|joint venture) | clinical (?:trials?|stud(?:y|ies)|development|program) | trial | study |
            fda (?:approval|clearance|submission|application|review) | phase \d
        """,
    ),
    announcement(
        "contract",
        headline=r"""
            contracts? | purchase orders? | orders? (?:worth|from|for|valued|to) |
            (?:wins?|receives?|secures?|follow-up|repeat)[^\n]{0,40}\borders? |
            (?:supply|offtake|off-take|distribution|license|licensing|service|lease|purchase and sale|royalty|
            manufacturing)(?: & wholesale)? agreements? | framework agreement | selected (?:by|as|to) | letter of award |
            awarded (?:a |an )?(?:contract|tender|project|[$€£]\S*) | closing of agreements | task order |
            orders (?:four|two|three|five|\d+) | (?:secures?|wins?|lands?) [^\n]{0,50}(?:projects?|deal|mandate) | signs? [^\n]{0,20}agreements? |
            selects [^\n]{0,60}(?:vendor|provider|platform|technology|to (?:provide|supply|build|deliver))
        """,
        excuse=r"court | smart contracts? | clinical | named best | credit | settlement | standstill | cooperation agreement | employment | letter of intent",
    ),
    announcement(
        "partnership",
        headline=r"""
            partner(?:s|ing|ed|ship|ships)? | collaborat\w+ | joint venture | alliance | strategic (?:agreement|relationship|cooperation) |
            teams? up | memorandum of understanding | mou | distribution agreement | distribution partnership | cooperation | joins forces |
            co-?develop\w* | jointly
        """,
        excuse=r"""
            limited partnership | in (?:collaboration|partnership|cooperation) with | future co-development | [\d,.]+ partners | partners,? (?:l\.?p|llc|ltd|inc) | partners (?:announces|reports|declares|appoints|to|closes|completes)
        """,
    ),
    announcement(
        "mining",
        headline=r"""
            drill\w* | assays? | \d+(?:\.\d+)? ?g/t | mineral (?:resource|exploration|claims?|property) | resource estimate | minerali[sz]\w+ |
            exploration (?:program\w*|update|licen[cs]e|results|permit) | intersects? | intercepts? | feasibility study |
            preliminary economic assessment | geophysic\w+ |
            (?:gold|copper|silver|nickel|uranium|lithium|zinc)[\w -]{0,20} (?:projects?|mines?|property|zone|belt|prospect|deposit|discovery|porphyry) |
            rare earth (?:mining|property|project) | coal | prospect | ore | seismic program | mine |
            gold equivalent ounces? | production results?[\w ]{0,30}(?:ounces|oz|tonnes)
        """,
        excuse=r"bitcoin | crypto | data mining | drill down | mine the",
    ),
    announcement(
        "conference",
        headline=r"""
            to (?:present|participate|attend|speak|host|report|announce|release|hold|webcast|discuss|exhibit)\b[^\n]{0,110}(?:conference|
            results|earnings|summit|forum|webinar|webcast|call|symposium|investor day|event|expo|congress) | to present |
            will (?:host|report|release|announce|present) | schedules | (?:release|reporting) dates? |
            dates? (?:for|of)[^\n]{0,60}(?:results|earnings) | earnings (?:release and )?(?:conference )?call |
            results (?:release and )?conference call | conference call | webcast | webinar | invitation to | capital markets day |
            investor (?:conference|day|presentation)s? | (?:results|earnings) presentation | fireside | at the [^\n]{0,60}conference | upcoming (?:investor )?conferences |
            presentation of [^\n]{0,60}report | keynote | summit
        """,
        excuse=r"reports? [^\n]{0,60}(?:results|earnings)[^\n]{0,60}(?:conference call|webcast) | trial schedul\w+",
    ),
    announcement(
        "agm_governance",
        headline=r"""
            annual (?:and special |general and special |general |shareholders?'? |stockholders?'? )*meeting | agm | egm |
            (?:extraordinary |special )?general meeting | (?:shareholders?|stockholders?|unitholders?) (?:approve|vote|meeting|proposal)\w* |
            director election | election of directors | director nominees? | iss | glass lewis | proxy | by-?laws | notice of (?:annual|general) | voting results |
            corporate governance | registered shares | conversion of [^\n]{0,40} into an? (?:kgaa|se|ag) | annual meeting
        """,
        excuse=r"at the (?:american|european|\d{4} annual meeting of the) | inducement | society | congress",
    ),
    announcement(
        "legal",
        headline=r"""
            lawsuits? | litigation | settle(?:s|ment|d) | courts? | verdict | judge?ment | arbitration | infringement | class action | sues? |
            sued | complaint | ruling | jury | injunction | subpoena | investigation (?:of|into) | securities fraud
        """,
        excuse=r"""
            bankruptcy court | chapter 11 | cash-settled | debt settlements? | settlement date | compensation | settlement (?:of (?:the )?(?:offer|debt)|will take place|date)
        """,
    ),
    announcement(
        "award",
        headline=r"""
            award(?:s|ed)? | named (?:to|one of|among|as one|an?|best|in) | recogni(?:[sz](?:ed|es)|tion) | ranked | honou?r(?:ed|s) | finalist |
            shortlisted | accolade | wins? [^\n]{0,40}(?:prize|award) | certified as |
            (?:receives?|earns?|achieves?|obtains?|awarded|granted) [^\n]{0,50}certification
        """,
        excuse=r"""
            contract | order | project | grant | equity award | award agreement | tender | appointed | certified public | share award |
            stock award | revenue recognition | chief | officer
        """,
    ),
    announcement(
        "restructuring",
        headline=r"""
            restructur\w+ | reorgani[sz]\w+ | workforce reduction | layoffs? | cost[- ](?:reduction|cutting|savings?) | reduction in force |
            reduces? workforce | efficiency program\w* | performance improvement program\w* | recapitali[sz]\w+ | plant clos\w+ | closure of
        """,
        excuse=r"etf | fund | funds | debt restructuring",
        lead=r"restructuring (?:plan|initiative|program) | reduction in force | workforce reduction",
    ),
)
