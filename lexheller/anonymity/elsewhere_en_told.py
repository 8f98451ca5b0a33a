"""Which English sentences tell what happened, with none of the words that a rule or a law has for it?"""

from lexheller.anonymity.elsewhere import Rule, near, said
from lexheller.anonymity.elsewhere_en import CARE, CHILD, HOME, ILLNESS, PARENT, SOMEBODY, WILL

_WHO = (
    r"(?:she|he|they|(?:my|her|his|our|the) (?:\w+ )?(?:mother|father|mum|dad|grandmother|grandfather"
    r"|brother|sister|resident|client))"
)
_HER = r"(?:her|him|them|me|the (?:resident|client|residents)|my (?:mother|father|mum|dad|brother|sister))"
_DRINKS = r"(?:drinks?|drank|drinking|drunk|uses? drugs|is on drugs)(?! (?:coffee|tea|water|milk|juice|up))"
_HITS = r"(?:hits?|beats?|beat|kicks?|kicked|slaps?|slapped|punch(?:es|ed)|strangl(?:es|ed)|hurts?)"
_LONG = r"(?:(?:(?:for )?(?:\w+ )?(?:an? )?(?:hours?|minutes|days?))|all (?:night|day|weekend))"

EN_TOLD: tuple[Rule, ...] = (
    said(
        "emergency",
        "locked broke talk thinks thinking means intend tried tries going threaten plan want would will",
        rf"{WILL} (?:kill|hurt|harm|shoot|stab) (?:both|all of) \w+|broke down (?:the|her|his|my|their) door"
        rf"|locked (?:her|him|my)self in(?:to)? the",
    ),
    near(
        "lex_sarah",
        "laugh forgot been grabbed names neither",
        HOME,
        r"neither food|forgot (?:her|him|them)\b|call(?:s|ed)? (?:him|her) names|laugh(?:s|ed)? at (?:him|her|them)"
        r"|not been (?:outside|out) for"
        r"|grabbed (?:him|her) by",
    ),
    near(
        "lex_maria",
        "seriously amputat later",
        rf"{ILLNESS}|infection",
        r"(?:found|seen|discovered|diagnosed) (?:\w+ )?(?:days|weeks|months|years) later|amputat\w+|(?:nobody"
        r"|no one|not) (?:took|taken|take) (?:\w+ ){0,2}seriously",
    ),
    near(
        "report_of_concern",
        "alone intoxicat breakfast high drunk smell supper dinner",
        rf"{CHILD}|{PARENT}",
        r"no (?:breakfast|dinner|supper)|smells? of (?:urine|alcohol|smoke)|(?:is|was) (?:drunk|high"
        r"|intoxicated) when|alone at home every|sits alone",
    ),
    said(
        "lex_maria",
        "tooth teeth",
        r"(?:pulled|took|drew) (?:out )?the wrong (?:tooth|teeth)",
    ),
    said(
        "protected_identity",
        "shelter one nobody",
        r"(?:at|in|to) a (?:women's )?shelter|(?:nobody|no one) (?:may|can|must) see (?:her|him|them) in the",
    ),
    said(
        "emergency",
        "nobody would bloodbath want live like living talk thinks thinking means intend tried tries going "
        "threaten plan will watch see",
        r"there will be blood|bloodbath|watch (?:his|her|their|your) back|knows? where (?:you|she|he|they"
        r"|the caseworker) lives?",
        r"(?:will|going to) (?:regret (?:it|this)|pay for (?:it|this|what))",
        rf"{WILL} (?:run (?:her|him|them|me|us|someone|somebody|the \w+) (?:over|down)|throw acid at {SOMEBODY}"
        rf"|set {SOMEBODY} on fire)",
        r"(?:can't|cannot|can not|couldn't|do not|don't|doesn't|does not) (?:\w+ )?(?:go on living|go on like"
        r"|live any ?more|live any longer"
        r"|want to wake up|see any way out|bear to live)",
        r"nobody (?:there |here )?(?:is|will be) safe",
    ),
    near(
        "emergency",
        "work home office school flat house door",
        r"(?:standing|stands|stood|sitting|sits|sat|waiting|waits|waited|turned up|turns up"
        r"|is) (?:\w+ ){0,3}(?:outside|behind|at) (?:the|her"
        r"|his|my|their|our) (?:\w+ )?(?:door|house|flat|school|office|home|work)",
        r"knife|axe|gun|weapon|threat\w*|says (?:he|she) will|screaming|kicking|(?:her|his) ex\b|run (?:her|him) over",
    ),
    near(
        "report_of_concern",
        "guardian uncle parent girlfrien boyfriend dad partner brother carer mom who mum mother father",
        rf"{CHILD}",
        rf"(?:{PARENT}|stepfather|stepmother|boyfriend|girlfriend|partner) (?:who |that "
        rf"|and )?(?:\w+ ){{0,2}}(?:{_DRINKS}|{_HITS} (?:them|him"
        rf"|her|the))|who (?:\w+ ){{0,2}}(?:{_DRINKS}|{_HITS} (?:them|him|her))",
    ),
    near(
        "report_of_concern",
        "night can't after passed passes left bottle",
        rf"{CHILD}|{PARENT}|step(?:father|mother)",
        r"pass(?:es|ed) out(?! (?:in|at) (?:the )?(?:heat|school))|with the bottle|can't be woken|(?:comes?|came"
        r"|goes|went|gets|got) into (?:his"
        r"|her|their) (?:room|bed)\b[^.!?\n]{0,14}\bnights?"
        r"|looks? after (?:him|her|them)sel(?:f|ves)|left to (?:fend|cope|look after)",
    ),
    near(
        "report_of_concern",
        "frightene terrified nothing afraid scared marks adult clothes bed nobody never sleep fridge heating food",
        CHILD,
        r"no (?:food|bed|beds|heating|warm clothes|adult)(?! (?:was|were|is|are) (?:served|delivered))"
        r"|nothing to eat|fridge (?:is|was) empty"
        r"|sleeps? on the floor|(?:never|nobody) (?:opens?|opened|answers?) the door|same clothes every"
        r"|marks on (?:his|her|their)"
        r"|(?:scared|afraid|terrified|frightened) of (?:\w+ )?(?:father|mother|dad|mum|stepfather|him|her)",
    ),
    near(
        "lex_sarah",
        "losing lying without lost lay lies dirty soiled wet",
        rf"{HOME}|{_WHO}",
        r"(?:left|went|gone|go) (?:\w+ ){0,2}without (?:\w+ )?(?:food|water|medic\w*|help|a shower|washing) (?:for"
        r"|all|over|since)"
        r"|in (?:a|the same|his|her|their) (?:wet|soiled|dirty) \w+|(?:lost|losing) (?:\w+ ){1,2}(?:kilos?|kg|stone"
        r"|pounds)"
        r"|(?:lies|lay|lying|been lying|left lying|found lying) (?:\w+ ){0,3}(?:floor|since|in (?:his|her) own)",
    ),
    near(
        "lex_sarah",
        "dementia home night assistant employee temp caregiver carer worker staff service client resident",
        rf"{HOME}|at night",
        r"locks? (?:her|him|them|me|the \w+) (?:in|up)|(?:used|using|uses|been using|borrowed|taken|took"
        r"|shopp\w+ with|withdrew) (?:\w+ ){0,2}"
        r"(?:bank card|card|account|cash)(?! (?:games|reader))|(?:took|taken|takes) (?:\w+ )?(?:phone|wheelchair"
        r"|clothes) (?:away|as)"
        r"|(?:held|hold|holds|pinned|pushed|dragged|drags|pulled) (?:her|him|them|me) (?:down|along|out of|by)"
        r"|no delegation|not trained to give"
        r"|(?:somebody|someone|another) (?:\w+ )?(?:else's|resident's|client's|neighbour's) (?:pills|medic\w*|tablets)"
        r"|(?:nobody|no one) (?:\w+ )?(?:came|comes|washed|changed|fed|turned up|lifted|helped)(?! (?:to (?:the"
        r"|our) meeting|with the form))",
    ),
    near(
        "lex_sarah",
        "unplugged reach waited before switched answers comes answered came",
        r"alarm|call bell|buzzer|emergency button|call button",
        rf"waited {_LONG}|(?:{_LONG}) before|(?:nobody|no one|never) (?:\w+ )?(?:came|answered|comes|answers)"
        rf"|switched off|out of (?:his|her) reach"
        r"|unplugged",
    ),
    near(
        "lex_maria",
        "paralysed respirato ventilato intensive deaf anaphyla cardiac breathing followed rang examined "
        "referred told phoned called blind saved treated cured operated removed spread",
        rf"{ILLNESS}|shadow|lump|{CARE}",
        r"(?:nobody|no one|never|not) (?:\w+ ){0,2}(?:called|rang|phoned|followed up|told|referred"
        r"|examined)\b[^.!?\n]{0,50}\b(?:spread|too late"
        r"|worse|dead|died|removed|operated)|(?:had|has|have) (?:already )?spread|(?:can|could) (?:no longer|not"
        r"|never) (?:any longer )?be"
        r" (?:removed|operated|cured|treated|saved)|(?:stopped|stops) breathing|cardiac arrest|anaphyla\w*"
        r"|(?:ended up|put|was|is|woke up) (?:in|on) (?:intensive care|a ventilator|a respirator)|(?:went|gone|is"
        r"|was left|became) (?:blind|deaf"
        r"|paralysed)",
    ),
    said(
        "lex_maria",
        "result referral wrong mixed",
        r"in the wrong (?:patient's )?(?:notes|journal|records?|file)|(?:results?|samples?|x-rays?"
        r"|scans?) (?:\w+ ){0,3}(?:wrong (?:patient|person"
        r"|ward|doctor)|got mixed)|(?:referral|results?) (?:\w+ )?(?:got|was|were|went) (?:lost|missing"
        r"|forgotten)\b[^.!?\n]{0,50}\b(?:spread"
        r"|too late|removed|operated|died|worse)",
    ),
    said(
        "review_appeal",
        "accept changed contest challenge fight further rejection refusal decision assessmen answer",
        r"(?:not|never|un)(?: | \w+ )?happy with (?:the|this|that|her|his|their) (?:\w+ )?(?:decision|refusal"
        r"|rejection|answer from)|unhappy with"
        r" (?:the|this|that) (?:decision|refusal|rejection)|disagrees? with (?:the|this|that) (?:decision|refusal"
        r"|rejection|assessment)",
        r"(?:decision|refusal|rejection)\b[^.!?\n]{0,40}\b(?:someone|somebody|anyone) else\b[^.!?\n]{0,20}\b(?:look"
        r"|decide|review|judge|try)",
        r"how to (?:take it further|fight (?:it|the|this)|challenge|contest|get it changed"
        r"|complain about the (?:decision|refusal))",
        r"(?:does not|doesn't|will not|won't|refuses to|do not|don't|cannot|can't) accept (?:it|the (?:decision"
        r"|refusal|rejection|cut)|this|being"
        r" refused|losing)(?! (?:as|by))",
    ),
    said(
        "lex_sarah",
        "video photos pictures nobody sore untouched twisted twists does can did could",
        r"(?:could|can|did|does) not get (?:out of|into|to) bed|twist(?:s|ed) (?:her|his|my) arm|(?:could"
        r"|can) not reach (?:it|her food|his food|the food)"
        r"|carried out untouched|sores? on (?:her|his) (?:heels?|back|hips?|bottom)|nobody (?:\w+ )?(?:helps"
        r"|helped) (?:her|him) (?:to )?(?:turn|eat|drink|wash|get up)"
        r"|(?:posted|shared|put) (?:\w+ )?(?:pictures|photos|videos?) of (?:him|her|the (?:residents?|clients?))",
    ),
    near(
        "lex_sarah",
        "assistant employee temp staff home caregiver carer worker service dementia client night resident",
        HOME,
        r"(?:did not|didn't|never) (?:turn|show) up (?:for|in) (?:\w+ )?(?:days?|weeks?)|film(?:s|ed) (?:him"
        r"|her) (?:in|on|naked)",
    ),
    said(
        "lex_maria",
        "fallen fell surgery operation c-section caesarean stopped lasting sample scan x-ray biops result "
        "waiting though corridor",
        r"(?:although|though|even though) (?:\w+ ){1,6}(?:must not|could not|can't|cannot|should not"
        r"|may not) (?:have|take|tolerate)|lay in (?:the|a) (?:corridor|waiting room)"
        r"|(?:nobody|no one) (?:read|saw|looked at|checked) (?:the |her |his )?(?:\w+ )?(?:results?|biops\w+"
        r"|x-rays?|scans?|samples?)|lasting (?:harm|damage|injur\w+)"
        r"|(?:her|his|the) heart stopped|waited (?:\w+ ){0,3}(?:caesarean|c-section|operation|surgery)(?! (?:date"
        r"|slot))",
        r"(?:fell|fallen) (?:\w+ ){0,4}(?:on|in) the (?:ward|hospital|unit)\b[^.!?\n]{0,30}\b(?:broke|broken"
        r"|fractured|hit (?:his|her) head)",
    ),
    near(
        "report_of_concern",
        "night weekend dare allowed leave stopped red swollen blue herself himself voices",
        rf"{CHILD}|little (?:brother|sister|ones)",
        r"(?:blue|black and blue|swollen|red) (?:arms?|legs?|eyes?|marks?)|(?:is|are|was) not allowed to (?:tell"
        r"|say)|dare(?:s|d)? not tell|wets (?:him|her)self|hears voices"
        r"|stopped (?:cooking|washing|getting up)|(?:go|goes|went) away (?:at|every|for the|on) weekends?"
        r"|leaves? the \w+(?:-\w+)* with the|gone all night|out all night",
    ),
    said(
        "emergency",
        "won't will tracks window edge railing bought bring kill dead die bridge",
        r"if (?:she|he|i|they) (?:leaves?|goes|go|tells?|reports?)\b[^.!?\n]{0,14}\b(?:dead|die|dies|kill\w*)"
        r"|(?:bring|brings|bringing|bought) (?:\w+ )?(?:petrol|gasoline|acid)"
        r"|(?:standing|stands|stood|sitting|sits|sat) (?:out )?on (?:the|a) (?:bridge|ledge|railing|edge"
        r"|window ?sill|tracks)|will not come down|won't come down",
    ),
    said(
        "review_appeal",
        "agree ordered asked told looked reviewed judged tried wrong",
        r"(?:think|thinks|thought|says?) (?:\w+ )?(?:they|it|the \w+) (?:got|decided|judged"
        r"|assessed) (?:it )?wrong\w*|(?:wants?|asks?|asked) (?:for )?it (?:to be )?(?:tried|looked at|judged"
        r"|reviewed) again"
        r"|(?:told|asked|ordered) to (?:pay|repay) (?:\w+ ){0,4}back|does not agree with (?:it|the (?:decision"
        r"|assessment|agency))",
    ),
    said(
        "protected_identity",
        "where looking that change",
        r"(?:changed|change) (?:her|his|their) names?(?= [^.!?\n]{0,40}\b(?:find|town|safe|threat))|so that (?:he"
        r"|she|they|her ex|his ex) (?:will|can|does|would) not find"
        r" (?:her|him|them|us)|(?:he|her ex|the father|her family) is looking for (?:her|them|us)|(?:do not|don't"
        r"|never) (?:write|say|tell) where (?:she|he|they)",
    ),
    said(
        "protected_identity",
        "running away escaped fled identit protect hidden secret name confident hiding hides where",
        r"(?:details|address|data|records?|identity|whereabouts) (?:are|is|has been|have been"
        r"|were) (?:\w+ )?(?:hidden|protected|secret|confidential)"
        r"(?! (?:behind|under the wrong))|(?:hidden|protected|secret|confidential) (?:address|identity|whereabouts"
        r"|personal details)",
        r"(?:lives?|living|lived|is|are|went|gone) (?:\w+ )?in(?:to)? hiding|in hiding from|hid(?:es"
        r"|ing) from (?:her|his|their) (?:\w+ )?(?:husband"
        r"|ex|partner|father|family)",
        r"(?:nobody|no one|he|the father|her ex|his ex|the husband) (?:may|must|can|is allowed to|should) (?:not "
        r"|never )?(?:know|find out|be told)"
        r" where",
        r"confidentiality (?:flag|mark\w*)|(?:new|changed) (?:names?|identit\w+) (?:\w+ ){0,4}(?:safety|find|threat"
        r"|protect)\w*",
        r"(?:fled|escaped|ran away|running) from (?:her|his|their) (?:\w+ )?(?:husband|wife|ex|partner|family"
        r"|father|man)",
    ),
)
"""One by one, what happened as people tell it in English."""
