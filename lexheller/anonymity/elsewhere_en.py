"""Which ordinary English sentences belong in another channel too?"""

from lexheller.anonymity.elsewhere import Rule, near, said, then

_YEARS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    r"|[1-9]|1[0-7])"
)
CHILD = (
    r"child(?:ren)?|kids?|boys?|girls?|bab(?:y|ies)|toddlers?|sons?|daughters?|pupils?|siblings?|teenagers?|minors?"
    rf"|{_YEARS}[- ]years?[- ]olds?|(?:is|was) (?:only |just )?{_YEARS}(?= (?:and|years|but)\b|[.,;])"
)
PARENT = r"(?:step-?)?(?:father|mother|dad|mum|mom)|parents?|uncle|carer|grandfather|(?:big|older) brother|guardians?"
SOMEBODY = (
    r"(?:her|him|them|me|us|you|someone|somebody|himself|herself|everyone|(?:his|my|our|their|the|her|a)"
    r" (?:\w+ )?(?:wife|husband|partner|girlfriend|boyfriend|ex|caseworker|case worker|worker|staff|neighbours?|family"
    r"|kids|children|child|manager|boss|doctor|nurse|teacher|mother|father|sister|brother|client|social worker"
    r"|colleague"
    r"|son|daughter|woman|man))"
)
WILL = (
    r"(?:will|would|wants? to|wanted to|plans? to|planned to|planning to|threatens? to|threatened to|threatening to"
    r"|going to|tries to|tried to|intends? to|means to|thinking of|thinks of|talks? (?:of|about)|talking about)"
)
STAFF = (
    r"staff|care ?workers?|carers?|caregivers?|assistants?|support workers?|home care|home help|night shift"
    r"|temps?|employees?|nursing assistants?"
)
HOME = (
    r"(?:care|nursing|group|residential|old people's|elderly) homes?|at the home|residents?|clients?"
    r"|dementia (?:unit|ward)"
    rf"|service users?|{STAFF}"
)
CARE = (
    r"doctors?|nurses?|surgeons?|hospital|patients?|ambulance|emergency (?:room|department)|a&e|clinic|ward|surgery"
    r"|midwi(?:fe|ves)|psychiatr\w*|delivery|health centre|operation|dentist|radiolog\w*|gp"
)
ILLNESS = (
    r"(?:blood )?clots?|cancer|tumou?r|stroke|heart attack|fracture|sepsis|bleed(?:ing)?|pneumonia|meningitis"
    r"|appendicitis|burst appendix|infarction|haemorrhage|broken \w+"
)
BODY = (
    r"(?:knee|leg|arm|hip|eye|ear|side|kidney|foot|hand|shoulder|lung|breast|finger|toe|tooth|limb|organ|body part)s?"
)
DRUG = r"penicillin|morphine|insulin|medicines?|medication|tablets?|drugs?|dose|antibiotics?|catheter|anaesthe\w+"
BENEFIT = (
    r"benefits?|allowance|assistance|(?:income|housing|financial|home|personal) support|transport service|home care"
    r"|income support|pension|grant|compensation|respite"
    r"|contact person|housing adaptation"
)

EN: tuple[Rule, ...] = (
    said(
        "emergency",
        "chok blow fire hit railing ledge smash thr locked nobody better rope goodbye kill shoot stab murder "
        "strangl hurt beat attack harm own jump hang burn",
        rf"{WILL} (?:\w+ )?(?:kill|killing|shoot|shooting|stab|stabbing|murder|murdering|strangle|strangling|choke"
        rf"|hurt"
        rf"|hurting|beat up|beat|attack|harm|harming|hit) (?!(?:the )?(?:target|time|budget|idea|road)){SOMEBODY}",
        rf"{WILL} (?:\w+ )?(?:burn down|blow up|set fire to)",
        rf"{WILL} (?:\w+ )?burn (?:the|my|her|his|our|their|this) (?:\w+ )?(?:house|home|flat|apartment|building"
        r"|place|office|school|car|barn)",
        rf"{WILL} (?:\w+ )?(?:tak(?:e|ing) (?:his|her|their|my) own li(?:fe|ves)|hang(?:ing)? (?:him|her)self"
        r"|jump(?:ing)? (?:off|from|in front of|out of))",
        r"(?:threaten(?:s|ed|ing)?) (?:her|him|me|us|them|the staff|staff)\b",
        rf"smash (?:his|her|their|my) (?:face|head|teeth)|thr(?:ew|own|ows) (?:a|an|the|his|her) \w+ (?:at"
        rf"|on) {SOMEBODY}",
        r"locked (?:her|me) in|nobody will (?:live|survive)|better (?:off )?without (?:her|him|me|them)",
        r"bought (?:a )?rope|on the (?:railing|ledge|bridge railing)|said goodbye to (?:his|her|their) (?:children"
        r"|family|kids)",
    ),
    said(
        "emergency",
        "suicid pills tablets goodbye end knife gun weapon follows following stalk followed slit cut strength "
        "wish want pistol with",
        r"(?:do(?:es)? not|don't|doesn't|did not|didn't|cannot|can't|no longer) (?:want to|wants to|wish to"
        r"|have the strength to)"
        r" (?:live|go on|be alive|be here)(?! (?:in|with|at|there|alone|near|so|off|like))",
        r"no longer wants? to (?:live|be alive)|suicidal|suicide note|goodbye (?:letter|note)",
        r"(?:talk|speak|think|spoke|thought)\w* (?:about|of) (?:committing )?suicide",
        r"wants? to (?:die|be dead)|(?:saved up|saving up|saving|collected|hoarded|stockpiled) (?:\w+ )?(?:pills"
        r"|tablets)",
        r"(?:end|ending) (?:it all|(?:his|her|their|my) life)",
        r"(?:cut|cuts|cutting|slit) (?:his|her|their|my) (?:own )?(?:wrists?|arms?)",
        r"with a (?:knife|gun|pistol|axe|weapon)|(?:has|got|bought|pulled|have) (?:\w+ )?a (?:gun|weapon|pistol|knife)",
        r"(?:follows|following|followed) (?:her|him|me|them) (?:home|to|from|around|everywhere)|stalk(?:s|ing|ed|er)",
    ),
    near(
        "emergency",
        "hit beat kick chok strangl punch slap",
        r"(?:her|his|my|the) (?:\w+ )?(?:husband|wife|partner|boyfriend|girlfriend|ex|spouse|ex-husband)",
        r"(?:hits?|beats?|beat up|beaten|kick(?:s|ed)|chok(?:es|ed)|strangl(?:es|ed)|punch(?:es|ed)|slap(?:s|ped))"
        r"(?: up)? (?:her|him|me|by)(?! (?:at|in (?!the)|to) )",
    ),
    said(
        "emergency",
        "afraid dare scared terrified frightene fear",
        r"(?:afraid|scared|terrified|fears?|frightened) (?:that )?(?:he|she|they) (?:will|is going to|are going to"
        r"|would)"
        r" (?:kill|hurt|find|attack|beat)",
        r"(?:afraid|fears?|in fear) (?:for|of) (?:her|his|their|my) life",
        r"(?:does not|doesn't|do not|don't) dare (?:to )?(?:go|leave|be|stay|sleep)",
    ),
    near(
        "report_of_concern",
        "starve mistreat slapped hit high sex boyfriend bruis burn abus violen exploit alone drunk drug "
        "hungry dirty food naked nude marri shaken beaten neglect molest groom lives heroin cocaine amphet "
        "gang cuts coat swollen black younger little forced cannabis constantl often always intoxicat",
        CHILD,
        r"bruises|bruised|burn marks|cigarette burns|abused?|being abused|molest\w*|(?:sexually )?exploited|groomed"
        r"|(?:witness\w*|sees?|saw|seen|hears?|exposed to|subjected to) (?:\w+ )?(?:violence|abuse)|violence at home"
        r"|(?:left|is|are|was|were|leaves?) (?:\w+ )?alone (?:at home|at night|all|in the flat|overnight)"
        r"|(?:is|was|are|were) (?:\w+ )?(?:drunk|high on|intoxicated)|(?:us(?:e|es|ing)|tak(?:e|es|ing)|sell(?:s"
        r"|ing)?|deal(?:s|ing)?)"
        r" (?:drugs|cannabis|sex)|(?:always|often|constantly) (?:\w+ )?(?:hungry|dirty|cold)|(?:hungry"
        r"|dirty) and (?:hungry|dirty)"
        r"|(?:never|not|no|hardly) (?:\w+ ){0,2}food (?:at home|in the house)|nude (?:pictures|photos|images)"
        r"|naked pictures"
        r"|married off|forced to marry|forced marriage|(?:was|been|being|is|are) (?:shaken|beaten|hit(?! (?:hard"
        r"|by))|slapped|neglected"
        r"|mistreated|starved)|(?:in|joined|for) a gang|without a coat|lives by (?:him|her)self|films? (?:her"
        r"|him) naked|heroin|cocaine|amphetamine|swollen lip|black eye|boyfriend of \w+|(?:to|will) be married"
        r"|looks? after (?:the|her|his) (?:little|younger) \w+|cuts (?:him|her)self",
    ),
    then(
        "report_of_concern",
        "beat hit slap shak kick smack punch shook",
        rf"{PARENT}|husband|boyfriend|partner|he|she|they",
        rf"(?:beats?|hits?|slap(?:s|ped)|shakes?|shook|kick(?:s|ed)|smack(?:s|ed)|punch(?:es|ed))"
        rf" (?:(?:the|his|her|their|my|a|our) )?(?:\w+ )?(?:{CHILD})",
    ),
    then(
        "report_of_concern",
        "touch home school see saw watch hear",
        CHILD,
        r"touch(?:es|ed) (?:her|him|them)(?! (?:deeply|shoulder))|(?:afraid|scared|dare|dares|refuses|(?:not"
        r"|n't) want) (?:to|of)"
        r" (?:go|going|come) home|(?:sees?|saw|seen|hears?|heard|watch\w*) (?:\w+ ){1,3}(?:hit|beat|kick|slap"
        r"|hitting|beating)\w*"
        r"|(?:not|never|n't) (?:been (?:to|in|at)|come to|gone to|attended|go to|attend) school"
        r"(?: (?:since|for|at all|any ?more)|$)",
    ),
    then(
        "lex_sarah",
        "hit slap kick pinch punch push beat stole steal took borrow shout yell mock insult humil sleep refus pull",
        rf"{STAFF}|night",
        r"(?:hits?|slap(?:s|ped)|kick(?:s|ed)|pinch(?:es|ed)|punch(?:es|ed)|push(?:es|ed)|beat|beats)"
        r" (?:(?:the|a|my|our|her|his|one) )?(?:\w+ )?(?:residents?|clients?|mother|father|grandmother|grandfather"
        r"|grandma|brother|sister|patient"
        r"|him|her|me|them|service user|woman|man|user|mum|dad|face)"
        r"|(?:stole|steals?|stolen|stealing)|(?:took|borrow\w*) (?:(?:her|his|my) )?(?:money|jewell?ery|card)"
        r"|(?:shout|yell)(?:s|ed|ing)? at|(?:mock|insult|humiliat)\w* (?:her|him|me|the)|(?:was|were|fell"
        r"|been) (?:asleep|sleeping)(?! (?:on|in|at))"
        r"|refus\w+ to (?:help (?:her|him|me) (?:to|up|with)|feed|wash|change)|pulled (?:her|him) (?:hard )?by",
    ),
    near(
        "lex_sarah",
        "dementia caregiver service assistant employee temp night home carer worker staff client resident",
        HOME,
        r"(?:was|were|been|is|are) locked in|locked (?:her|him|them) in|tied (?:her|him|them|me) (?:to|up|down)"
        r"|restrained"
        r"|(?:wet|soiled|dirty|same) (?:nappy|diaper|pad|bed)|neglect\w*|mistreat\w*|as (?:a )?punishment|mou?ldy"
        r"|(?:lay|lying|lain|found|left) (?:\w+ ){0,3}on the floor|skipp(?:ed|ing|s)? (?:\w+ ){0,2}(?:visits?"
        r"|showers?|medic\w*)"
        r"|(?:not|never|n't) (?:\w+ ){0,3}(?:shower|showered|bathed|fed|washed)"
        r"|touched (?:\w+ ){1,4}sexually|nobody (?:\w+ )?(?:noticed|gave (?:her|him)|turns? (?:her|him)"
        r"|turned (?:her|him)|feeds?|fed)|without anyone noticing"
        r"|missed (?:\w+ ){0,2}(?:visits?|showers?)"
        r"|(?:left|leave) (?:\w+ )?(?:unattended|unsupervised|alone (?:in the bath|in the car|in the shower"
        r"|on the toilet))",
    ),
    said(
        "lex_sarah",
        "toilet fell pressure tied faeces excrement urine soiled sore same dirty wet strapped mess",
        r"on the toilet for (?:\w+ )?hours|no help when (?:she|he) fell",
        r"bed ?sores?|pressure (?:sores?|ulcers?)|(?:wet|soiled|dirty|same) (?:nappy|diaper|pad)",
        r"(?:tied|strapped) (?:him|her|them|me) (?:to|down|up|in)|in (?:his|her|their) own (?:faeces|excrement"
        r"|urine|mess)",
    ),
    said(
        "lex_maria",
        "twice left forgotten overdos visible double stillborn waited mixed else miss nerve wrong times "
        "killed patient healthy test took sample x-ray swapped confused mix-up body someone",
        rf"(?:operat\w+ on|amputat\w+|remov\w+|took out) (?:\w+ )?(?:the )?(?:wrong|healthy) {BODY}",
        rf"(?:wrong|healthy) {BODY} (?:was|were) (?:operated|removed|amputated|taken)",
        r"wrong (?:medicine|medication|dose|drug|patient|blood type|diagnosis)",
        r"(?:sponge|swab|instrument|compress|gauze|scissors|needle) (?:was |were )?(?:left|forgotten)|left (?:a"
        r"|an) (?:sponge|swab"
        r"|instrument|compress)",
        r"(?:\w+ times|double|twice) (?:the|her|his|too much) ?(?:right |normal |prescribed )?(?:dose|morphine"
        r"|insulin|medic\w*)?"
        r"(?<=dose|line|ulin|cine|tion|hine)|overdosed? by",
        r"killed (?:him|her|them)self|took (?:his|her|their) own life",
        r"(?:test results?|x-ray|sample)s? (?:\w+ ){0,2}(?:lost|never read|forgotten|ignored|overlooked"
        r"|never sent)",
        r"visible on the (?:scan|x-ray|picture) but|(?:a )?double doses?|twice as much \w+ as|stillborn"
        r"|waited (?:\w+ ){1,3}hours (?:in|at) (?:a&e|emergency)",
        r"records (?:were|got) mixed up|some(?:body|one) else's (?:\w+ ){0,2}(?:medic\w*|tablets|pills|chemo\w*)"
        r"|missed (?:the|a|her"
        r"|his) diagnosis|cut a nerve",
        r"another patient's \w+|(?:mixed up|mix-up of|confused|swapped) (?:\w+ ){0,2}(?:patients?'?s?|samples?"
        r"|medic\w*|records?)",
        r"patient (?:\w+ ){0,2}(?:died|is dead|has died)",
    ),
    near(
        "lex_maria",
        "miss overlook recogni discover found sent see detect diagnose failed misread spot",
        r"missed(?! the (?:meeting|bus|train|call|appointment))|overlooked|(?:not|never"
        r"|n't) (?:\w+ )?(?:recogni[sz]ed?|discover(?:ed)?|detect(?:ed)?|spot(?:ted)?"
        r"|see|seen"
        r"|diagnosed|found)|(?:found|discovered|detected|diagnosed) (?:\w+ ){0,3}too late|sent (?:him|her|me|them"
        r"|\w+) home"
        r"|dismissed|misread|failed to (?:see|spot|notice|diagnose|detect)",
        ILLNESS,
    ),
    near(
        "lex_maria",
        "allerg sepsis died dead paraly fell oxygen brain poisoning",
        rf"{CARE}|{DRUG}",
        r"(?:although|though|despite|even though)\b[^.!?\n]{0,40}\ballerg\w+|sepsis|blood poisoning"
        r"|(?<!phone )(?<!battery )(?<!line )died(?! of old age)"
        r"|(?<!phone )(?<!battery )(?<!line )(?:was|is|were) (?:already )?dead|paralysed|paralyzed|(?:starved|lack"
        r"|deprived) of oxygen|brain damage"
        r"|fell (?:\w+ ){1,8}(?:broke|fractured)|fell out of bed",
    ),
    said(
        "review_appeal",
        "judge application claim appeal review court reconsider decision tribunal administr",
        r"(?:to|an|the|leave to|how to|his|her|our|their|can|may|will|we|they|and|have|has|had|been|be|was|i|he|she"
        r"|not)"
        r" appeal(?:ed|ing)?(?! for (?!an? )\w)(?! to (?:most|many|people|young|us|me|him|her|them|all|everyone))",
        r"(?:against|overturn\w*|reconsider\w*|review\w*|challeng\w*|contest\w*|complain\w* about) (?:\w+ )?decision",
        r"decision\b[^.!?\n]{0,40}\b(?:changed|overturned|reconsidered|reviewed)",
        r"(?:asked for|request\w*|wants?|applied for|apply for|demand\w*|seek\w*) (?:a|an) (?:\w+ )?(?:review"
        r"|reconsideration|appeal)",
        r"(?:case|matter|dispute|agency|municipality|them|it|taken|go|gone|went|goes) (?:\w+ ){0,4}(?:before|to"
        r"|in) (?:the )?"
        r"(?:\w+ )?court",
        r"(?:application|claim|appeal) (?:was|has been|is) (?:refused|rejected|denied|turned down)",
        r"decision\b[^.!?\n]{0,40}\btak(?:e|es|ing|en) (?:it )?further|judge will decide"
        r"|look at the decision (?:again|anew)|tribunal",
        r"administrative court\w*|court of appeal|supreme administrative",
    ),
    near(
        "review_appeal",
        "get taken refus reject denied withdr cut stopped turned reduc declin revoked",
        BENEFIT,
        r"(?:was|were|been|being|got|is|are) (?:\w+ )?(?:refused|rejected|denied|withdrawn|cut|stopped|turned down"
        r"|reduced|declined"
        r"|taken (?:away|from)|revoked)|(?:rejected|refused|denied|withdrew|turned down|declined|reduced|stopped|cut)"
        r" (?:his|her|their|my|our|him|me|them|the)|(?:did not|didn't) get",
    ),
)
"""One by one, what two things in an English sentence show."""
