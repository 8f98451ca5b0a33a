"""Which ordinary Swedish sentences belong in another channel too?"""

from lexheller.anonymity.elsewhere import Rule, near, said, then

_YEARS = r"(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|[1-9]|1[0-7])"
CHILD = (
    r"(?:små)?barn(?:et|en|ets|ens|s)?|flick(?:a|an|or|orna)|pojk(?:e|en|ar|arna)|bebis\w*|spädbarn\w*|son|sonen"
    r"|söner|dotter|dottern|döttrar\w*|elev(?:en|er|erna)?|syskon\w*|tonåring\w*|minderårig\w*|underårig\w*|unge"
    r"|ungar\w*"
    rf"|{_YEARS}[- ]?åri(?:ng|g)\w*|är (?:bara |nu |snart )?{_YEARS} år(?! (?:sedan|sen))|(?:hon|han"
    rf"|hen) är (?:bara )?{_YEARS}(?= (?:och|men)\b|[.,;])"
)
PARENT = (
    r"(?:styv|plast|bonus)?(?:mamma|mamman|pappa|pappan|mamma?s|far|fadern|mor|modern)|förälder\w*|föräldra\w*"
    r"|vårdnadshavar\w*|morbror\w*|farbror\w*|morfar|farfar|storebror"
)
SOMEBODY = (
    r"(?:henne|honom|hen|mig|oss|dem|sin|sina|sig|någon|varandra|kvinnan|mannen|barnen|barnet|flickan|pojken|familjen"
    r"|(?:handläggar|chef|personal|brukar|klient|partner|granne|lärar|läkar|patient|sekreterar|socialsekreterar)\w*"
    r"|(?:hennes|hans|min|mina|vår|våra|deras) \w+|(?:sin|sina) \w+|sambon?|frun|maken|makan|exet|exmannen|exfrun)"
)
WILL = (
    r"(?:ska|skall|skulle|tänker|tänkte|kommer att|vill|ville|planerar att|planerade att|hotar att|hotade att"
    r"|hotat att|planer på att|försökte|försöker|försökt|lovade att|funderar på att|överväger att)"
)
STAFF = (
    r"(?:natt|vård|omsorgs)?personal\w*|vikarie\w*|assistent\w*|undersköterska\w*|vårdbiträde\w*|anställd\w*"
    r"|boendestödjar\w*"
    r"|skötare\w*|hemtjänst\w*|stödassistent\w*"
)
HOME = (
    r"(?:äldre|grupp|vård|demens|korttids|special)?boende\w*|gruppbostad\w*|hvb\w*|servicehus\w*|brukar\w*|klient\w*"
    rf"|hemtjänst\w*|daglig verksamhet|avdelning\w*|{STAFF}"
)
CARE = (
    r"läkar\w*|doktor\w*|sjuksköterska\w*|kirurg\w*|akuten|akutmottagning\w*|sjukhus\w*|vårdcentral\w*|psykiatri\w*"
    r"|ambulans\w*|patient\w*|barnmorsk\w*|förlossning\w*|tandläkar\w*|narkos\w*|operation\w*|vårdavdelning\w*|1177"
    r"|vården|bvc|röntgen|ivan?|bb|avdelning\w*"
)
ILLNESS = (
    r"\w*(?:blodpropp|propp|cancer|tumör|stroke|infarkt|fraktur|sepsis|blödning|blodförgiftning|lunginflammation"
    r"|hjärnhinneinflammation|hjärninflammation|meningit|blindtarm\w*inflammation|hjärtfel|metastas|melanom"
    r"|brusten blindtarm)\w*|benbrott\w*"
)
BODY = (
    r"(?:knä|ben|arm|höft|öga|öra|sida(?! (?:ur|i|av|på))|njure|kroppsdel|tand|fot|hand|axel|lunga|bröst|finger|tå"
    r"|kota|testikel)\w*"
)
DRUG = r"\w*(?:penicillin|morfin|insulin|medicin|läkemedel|waran|antibiotika|tablett|bedövning|dos)\w*"
BENEFIT = (
    r"\w*(?:penning|ersättning|bidrag|assistans|stöd|färdtjänst|bistånd|tillägg|ledsagning|avlösning|kontaktperson"
    r"|hemtjänst"
    r"|kontaktfamilj|bostadsanpassning|boendeplats|a-kassa|föräldrapeng|pensionen)\w*|insats\w*"
)

SV: tuple[Rule, ...] = (
    said(
        "emergency",
        "slå sig illa skjut död mörd hugg stryp skad bränn tända spräng hämnas misshandl hoppa liv",
        rf"{WILL} (?:\w+ )?(?:döda|mörda|strypa|knivhugga|hugga ner|hugga ihjäl|hugga|misshandla|skada|slå ner|slå"
        rf"|ge sig på|göra illa)"
        rf" {SOMEBODY}",
        rf"{WILL} (?:\w+ )?skjuta (?:ihjäl |ner )?(?:{SOMEBODY}|alla)",
        rf"{WILL} (?:\w+ )?(?:bränna (?:ner|ned|upp)|tända eld|tända på huset|spränga|hämnas på) \w+",
        rf"{WILL} (?:\w+ )?(?:ta sitt (?:eget )?liv|ta livet av sig|hänga sig|dränka sig|göra sig illa"
        r"|skada sig|skjuta sig|hoppa (?:från|framför|ut från|ut genom) (?:\w+ )?(?:bro\w*|balkong\w*|tak\w*|tåg\w*"
        r"|spår\w*|fönst\w*))",
    ),
    said(
        "emergency",
        "piller taket spåret bättre räck farväl rep leva dö avskedsbrev tablett slut finnas skar skär stryp "
        "kula självmord skurit liv",
        r"(?:vill|orkar|kan|önskar) (?:inte|ej|aldrig) (?:ens )?(?:leva|finnas)(?: (?:längre|mer|vidare|till|kvar))?"
        r"(?! (?:med|på|utan|ihop|som|ensam|så|i|av|längre (?:bort|ner)))",
        r"(?:vill|ville) (?:bara |hellre |helst )?dö",
        r"avskedsbrev\w*",
        r"(?:samlat|samlar|sparat|sparar|hamstrat) (?:på sig |ihop |på )?(?:\w+ )?(?:tabletter\w*|sömntabletter"
        r"|piller)",
        r"(?:göra|gör|göra ett) slut på (?:allt|allting|sitt liv|livet|lidandet)",
        r"(?<!det )(?<!det har )(?:skar|skär|skurit|skära) (?:upp )?(?:sig|handlederna|handleden|armarna)"
        r"(?! (?:mellan|på|med|i fing|i tumm|i samarb))",
        r"bättre (?:\w+ )?utan (?:henne|honom|mig|hen)|(?:köpt|skaffat) (?:ett )?rep|(?:skrivit|tagit"
        r"|sagt) (?:\w+ )?farväl",
        r"(?:står|stod|sitter|satt) på (?:räcket|broräcket|taket|spåret)",
        r"ingen (?:\w+ )?(?:ska|kommer att) (?:få )?(?:leva|överleva)",
        r"(?:tog|tagit|tar) (?:ett )?stryptag\w*|stryptag på|försök\w+ strypa",
        r"få(?:r|tt)? (?:en|sig en) kula",
        r"(?:tagit|tog) (?:en )?(?:massa|för många|alla) (?:\w+ )?(?:tabletter\w*|piller)",
        r"självmordstank\w*|tankar på (?:självmord|att dö)|planerar (?:sitt )?självmord",
        r"(?:prata\w*|tala\w*|skriv\w*|funder\w*|tänk\w*|hot\w*) (?:\w+ )?(?:om|på|över|med) självmord(?! (?:i|bland|på"
        r"|hos) )",
        r"(?:avslutar?|ändar?) (?:sitt|mitt) (?:eget )?liv|(?:vill|ska|tänker) (?:göra ett )?slut på sitt liv",
    ),
    said(
        "emergency",
        "slå kasta lås machete kniv vapen pistol yxa gevär följer följde vågar följt",
        r"(?:med|har|hade|bär|drog|drar|tog|viftar med|viftade med) (?!ingen |inte )(?:\w+ )?(?:en |ett )?(?:kniv"
        r"|pistol|yxa|vapen"
        r"|gevär"
        r"|machete)(?! och gaffel)",
        rf"slå (?:sönder|in) (?:\w+ )?(?:ansikt\w*|skall\w*|tänder\w*|{SOMEBODY})",
        rf"kasta(?:de|r|t) (?:\w+ )?\w+ (?:mot|på|efter) {SOMEBODY}",
        r"(?:låst|låste|låser) in (?:henne|mig)",
        r"skaffat (?:sig )?(?:ett |en )?(?:vapen|pistol|gevär|kniv)",
        r"(?:följer|följde|följt) efter (?:henne|honom|hen|mig|oss|dem)",
        r"vågar (?:inte|aldrig) (?:åka|gå|komma|vara|sova|stanna|lämna|flytta) (?:hem|hemma|ut|huset|honom|henne"
        r"|lägenheten|själv ut)",
    ),
    near(
        "emergency",
        "slår slog spark misshandl knuff slag",
        r"(?:hennes|hans|min|sin) (?:man|make|fru|sambo|ex\w*|pojkvän|flickvän|partner)|maken|sambon|exet|exmannen"
        r"|pojkvännen|partnern|exmaken",
        r"(?:slår|slog|slagit|sparkar|sparkade|misshandla\w*|knuffa\w*) (?:henne|honom|hen|mig)|blivit slagen"
        r"|blir slagen"
        r"|blev slagen",
    ),
    near(
        "report_of_concern",
        "bitmärk onyk narkotika hasch cannabis blåmärk brännmärk rivsår våld sex ensam skaka full berusa bor "
        "heroin amfetamin kokain knark drog missbruk hungri smutsi ätit mat naken gift övergrepp utnyttja "
        "skär ofreda lås gäng tafsa jacka skor kläder svullen blåtira tillsammans ihop syskon påverka hög "
        "skar packa misshande strypmärk brännsår kör dricker",
        CHILD,
        r"(?:blåmärken\w*|brännmärken\w*|brännsår|skärsår|rivsår|bitmärken|strypmärken)"
        r"(?! (?:på|från|efter|av) (?:\w+ )?(?:simning|träning|fotboll|match|rast|gympa|cykel|lek))"
        r"|utsätt\w* för (?:\w+ )?(?:våld|övergrepp|misshandel)|utsatt\w* för (?:\w+ )?(?:våld|övergrepp|misshandel)"
        r"|(?:bevittna\w*|ser|såg|sett|hör|hörde|upplever|lever med) (?:\w+ ){0,3}(?:våld\w*|misshandel\w*)"
        r"|våld (?:i hemmet|hemma)|utnyttja(?:s|ts|des|d|t|r)|sexuella övergrepp|övergrepp|ofreda\w+|tafsa\w*"
        r"|(?:lämna(?:s|r|t|des|de|ts)|är|var) (?:\w+ )?ensamm?t?a? (?:hemma(?! (?:från skolan|med feber|sjuk))"
        r"|på natten|på nätterna|hela|i lägenheten)"
        r"|(?:inte|aldrig) (?:\w+ )?(?:ätit|fått mat)(?! (?:lunch|upp))|bor (?:själv|ensam) i|filma[dst]\w* naken"
        r"|heroin|amfetamin|kokain|ingen mat (?:hemma|i kylen)|går hungrig\w*"
        r"|(?:smutsig\w*|hungrig\w*)[, ]+(?:och )?(?:smutsig\w*|hungrig\w*)"
        r"|(?:alltid|ofta|jämt|ständigt|varje dag) (?:\w+ )?(?:smutsig\w*|hungrig\w*)|nakenbild\w*|naken\w* bild\w*"
        r"|gift(?:as|a|er|es|s|ts) bort|tvingas gifta\w*|bli bortgift"
        r"|(?:säljer|sålt|säljer|langar|röker|använder|tar|springer med) (?:knark|droger|narkotika|hasch|cannabis|sex)"
        r"|(?:skär|skar) sig(?! (?:mellan|på|med|i fing|i tumm))|utan (?:jacka|vinterjacka|skor|vinterkläder)"
        r"|svullen läpp|blåtira"
        r"|(?:tillsammans|ihop) med en (?:man|kille) på|hand om (?:\w+ )?(?:små)?syskon\w*"
        r"|(?:kör|körde|kört) (?:bil )?(?:full|berusad|onykter|packad|drogpåverkad)"
        r"|dricker (?:sig (?:full|berusad)|varje (?:helg|dag|kväll))"
        r"|i ett (?:kriminellt )?gäng|dras in i (?:\w+ )?gäng\w*|lås(?:er|te|t) in(?! (?:sig|cykel|nyckl))|(?:har "
        r"|hade )?skak(?:a[dt]es?|as)"
        r"|(?:är|var|kom|kommer|verkar|blir) (?:\w+ )?(?:full|fulla|berusa\w+|onyk\w+|packa\w+|påverka\w+ av"
        r"|drogpåverka\w+"
        r"|hög på)(?! (?:av|med|gång|fart))|knarkar|missbruk(?:ar|ade)",
    ),
    near(
        "report_of_concern",
        "slår slog slagit agar misshandl örfil skakar skakade nyper",
        rf"{PARENT}|hemma|hemmet",
        rf"(?:slår|slog|slagit|agar|misshandlar|misshandlat|örfilar|skakar|skakade|nyper) (?:\w+ )?(?:{CHILD})"
        rf"(?! (?:rekord|världen))",
    ),
    then(
        "report_of_concern",
        "tar tog tagit rör hem skolan slår slog sparka misshandl",
        rf"{CHILD}|{PARENT}",
        r"(?:tar|tog|tagit|rör|rörde) (?:på|vid) (?:henne|honom|hen)(?! (?:\w+ )?(?:jacka|kläd|sko|mössa|overall|ytter"
        r"|stövl|vant)\w*)|tar (?:henne|honom|hen) mellan benen"
        r"|(?:vill|vågar) (?:inte|aldrig) (?:gå|åka|följa med|komma) hem(?! när)|rädd\w? (?:för )?att (?:gå|åka) hem"
        r"|(?:ser|såg|sett|hör|hörde) (?:när|att|hur) (?:\w+ ){1,2}(?:slår|slog|misshandla\w*|sparka\w*)"
        r"|(?:inte|aldrig) (?:varit|gått|kommit|kommer|går) (?:i|till) skolan (?:på|sedan|sen|längre|alls)",
    ),
    near(
        "lex_sarah",
        "undersköt assistent verksamhe avdelning servicehu gruppbost anställd personal hemtjänst klient hvb "
        "skötare vårdbiträ vikarie brukar boende",
        HOME,
        r"(?:våt|blöt|kissig|bajsig|smutsig|genomblöt|samma|nerkissad)\w? blöj\w*"
        r"|(?:inte|aldrig) (?:fått|får|fick) (?:\w+ )?(?:duscha|bada|byta|hjälp att äta|gå på toaletten|komma ut|äta)"
        r"|ingen (?:som )?(?:bytte|byter|matade|matar|duschade|vände|vänder|tittade till)"
        r"|ingen svara\w+ (?:när|på) (?:\w+ )?larm\w*"
        r"|(?:leg|leg[ae]t|låg|ligga|hittades)(?: (?:\w+ ){0,4})(?:(?<!nyckeln hittades )på golvet|i avföring"
        r"|i kiss|i urin)"
        r"|hopp(?:ade|ar|at) över (?:\w+ ){0,3}(?:besök\w*|dusch\w*|medicin\w*|tillsyn\w*)"
        r"|(?:bundit|band|bundna?|binder|bundet) fast|fastbund\w+"
        r"|tafsa\w*|som straff|mögl\w+|vägra\w* (?:att )?(?:hjälpa|mata|byta|duscha) (?:henne|honom|hen|mig|brukar\w*)"
        r"|utan att (?:någon|personalen) (?:\w+ )?(?:märkte|såg|visste)"
        r"|ignorera\w* larm\w*|(?:låsta|låser|låste) in(?:ne)?(?! (?:medicin|nyckl|pengar|papper))"
        r"|glömde (?:\w+ )?(?:ge|mata|duscha|hämta in)"
        r"|lämna\w* (?:\w+ )?(?:utan tillsyn|ensam (?:i badet|i bilen|i duschen|på toaletten))",
    ),
    then(
        "lex_sarah",
        "hemtjänst undersköt assistent anställd skötare boendestö vårdbiträ vikarie personal",
        STAFF,
        r"(?:slog|slår|slagit|örfila\w*|sparka\w*|nöp|nyper|knuffa\w*|spottade) (?:till |på |ner )?(?:brukar\w*"
        r"|henne|honom|hen|mig|mamma|pappa|mormor|morfar|farmor|farfar|klient\w*|en (?:boende|brukare|klient)"
        r"|den boende|de boende|min \w+|vår \w+)"
        r"|drog (?:henne|honom|hen|mig) (?:hårt )?i|hån(?:ar|ade|at) (?:henne|honom|hen|mig|brukar\w*|klient\w*)"
        r"|förödmjuka\w*|(?:stal|stjäl|stulit)|(?:tog|tar|tagit|lånade|lånat) (?:\w+ )?(?:pengar (?:ur|av|från)"
        r"|smycken|bankkort\w*)"
        r"|(?:sov|sover) (?:när|och ingen|på passet)",
    ),
    near(
        "lex_sarah",
        "hemtjänst undersköt assistent anställd skötare boendestö vårdbiträ vikarie personal",
        r"(?:slagen|slaget|slagna|slagits|örfilad|knuffad|sparkad|nypt|förödmjukad|hånad|bestulen|bestulna|lurad)",
        rf"av (?:\w+ ){{0,3}}(?:{STAFF})",
    ),
    near(
        "lex_sarah",
        "stals stulits stulna stulen stulet",
        r"(?:stals|stulits|(?:blev|blivit|var|är) stul(?:na|en|et))",
        rf"av (?:\w+ ){{0,3}}(?:{STAFF})"
        r"|(?:boendes?|brukaren?s|klientens?|patientens?) (?:plånbok|rum|lägenhet|väska|smycken|pengar)",
    ),
    said(
        "lex_sarah",
        "avföring blöj kiss bundit fastbund lugnande toaletten hjälp binder band urin bajs",
        r"lugnande för att (?:slippa|de slipper|hålla|få tyst)",
        r"(?:sitta|suttit|satt|ligga|legat) (?:kvar )?på toaletten i (?:\w+ )?timm\w+|(?:föll"
        r"|ramlade) utan att få hjälp",
        r"(?:ligga|ligger|låg|legat|sitta|suttit|sitter) (?:kvar )?i (?:sin |sitt )?(?:egen |eget )?(?:avföring"
        r"|urin|kiss|bajs)",
        r"(?:våt|blöt|kissig|bajsig|smutsig|genomblöt|samma)\w? blöja(?: \w+){0,1} (?:hela|i flera|i timmar|till)",
        r"ingen (?:bytte|byter|har bytt) (?:blöj\w*|hennes blöj\w*|hans blöj\w*)",
        r"(?:bundit|band|binder) fast (?:henne|honom|hen|mig)|fastbund\w+ i (?:säng\w*|stol\w*|rullstol\w*)",
    ),
    said(
        "lex_maria",
        "operation glöm lämnade dubbel syntes föddes vänta bland annans fel friska livet dos gånger för missades "
        "granskade tittade läste följdes medicin patient alldeles tabletter såg öppnade",
        rf"oper\w+ (?:i |på |bort )?(?:fel|det friska|den friska)(?: {BODY})?(?! tid)",
        rf"fel {BODY} (?:blev |är |har )?(?:oper|ampu|dra)\w+|(?:drog|tog|amputera\w*|ta|ampu\w+) (?:ut "
        rf"|bort )?(?:fel {BODY}"
        rf"|(?:den|det) friska \w+)",
        r"(?:glömde|glömt|kvarglömd|lämnade) (?:\w+ ){0,3}(?:kompress|sax|tork|instrument|tuss|nål"
        r"|svamp) (?:kvar )?i (?:\w+ )?"
        r"(?:magen|såret|buken|kroppen|bröstet|henne|honom)",
        r"(?:tog|tagit) livet av sig",
        r"(?:fel|felaktig\w*) operation\w*(?! (?:tid|dag))",
        r"(?:utan att )(?:någon |en )?(?:läkare|doktor|sköterska|sjuksköterska) (?:ens )?(?:läste|såg"
        r"|tittade på|granskade|öppnade) (?:det|den|dem|svar\w*|prov\w*|remiss\w*|bild\w*)",
        rf"(?:gav|gett|givit|fick|fått) (?:\w+ ){{0,2}}(?:{DRUG}|insulin\w*) (?:två|tre|flera) gånger"
        r" (?:samma|på en)",
        r"(?:prov|röntgen|test)\w*svar\w* (?:\w+ )?(?:lästes|följdes|tittades|granskades|missades|glömdes|försvann)",
        rf"(?:\w+ gånger|dubbelt|alldeles|alltför) (?:för )?(?:mycket|hög|stor|stark) {DRUG}|för hög dos"
        rf"|dubbel dos\w*",
        r"(?:någon )?annan patients? \w+|en annans? (?:medicin|tabletter|dos)",
        r"förväxl\w+ (?:\w+ ){0,2}(?:patient\w*|prov\w*|medicin\w*|läkemed\w*|journal\w*)",
        r"syntes (?:tydligt )?på (?:bild\w*|röntgen\w*|prov\w*) men|dubbla doser|dubbelt så mycket \w+ som"
        r"|föddes (?:död|dött)",
        r"vänta\w* (?:i )?\w+ timmar på (?:akuten|ambulans\w*)\b[^.!?\n]{0,20}\b(?:med|trots) \w+",
        r"(?:journal|prov|medicin)\w* (?:\w+ )?bland(?:ades|ats) ihop|någon annans (?:cellgift\w*|medicin\w*"
        r"|tabletter|dos)",
        r"patient\w* (?:\w+ ){0,2}(?:dog|avled|har dött|dött|är död)",
    ),
    near(
        "lex_maria",
        "miss upptäck såg avfärd vifta skicka sent hann feltolk allvar förbis",
        r"(?:missa(?:t|r|de|des|ts)?(?! (?:möte|buss|tåg|tid|samtal|besök))|upptäckte (?:inte|aldrig)|såg (?:inte"
        r"|aldrig)|förbis\w+|avfärda\w+"
        r"|viftade bort|feltolka\w*"
        r"|(?:upptäck\w+|hitta\w+|ställdes) (?:\w+ ){0,3}för sent|hann sprida sig|blev hemskickad|hemskickad\w*"
        r"|skicka\w* hem"
        r"|tog inte (?:\w+ )?på allvar)",
        ILLNESS,
    ),
    near(
        "lex_maria",
        "allergi hjärnskad bestående sepsis dog död dött förlam ramla föll syrebrist dör fallit blodförgi",
        rf"{CARE}|{DRUG}|kateter\w*",
        r"(?:fast|trots|även om)\b[^.!?\n]{0,40}\ballergi\w*|sepsis|blodförgiftning"
        r"|(?<!telefonen )(?<!telefonen var )(?<!mobilen )(?<!mobilen var )(?<!batteriet )"
        r"(?:dog|död|dött|dör)(?! av (?:ålder|ålders))"
        r"|förlamad\w?|syrebrist|(?:ramlade|föll|ramlat|fallit)\b[^.!?\n]{0,40}\b(?:bröt|bruten|brutit"
        r"|slog i huvudet|skallen)"
        r"|f(?:ick|ått) (?:en )?(?:hjärnskada|bestående men|bestående skador)",
    ),
    said(
        "review_appeal",
        "igen klag pröv instans domstol rätten beslut nytt",
        r"klaga\w* på (?:\w+ )?(?:beslut\w*|avslag\w*|bedömning\w*|dom\w*)",
        r"beslut\w*\b[^.!?\n]{0,40}\bta(?:r|git)? det vidare|ta(?:r|git)? beslutet vidare|(?:domstol\w*"
        r"|rätten) (?:ska |får |kommer att "
        r"|har )?(?:avgör|avgöra|pröva|prövat|döma|dömt)|(?:tittar|titta|ser|se) på beslutet (?:igen|på nytt)"
        r"|förvaltningsdomstol\w*",
        r"prövningstillstånd\w*|(?:ny|förnyad) prövning|(?:nästa|högre) instans",
        r"beslut\w*\b[^.!?\n]{0,40}\b(?:ändrat|ändras|prövas|prövat|omprövas|upphävt|upphävas|rivas upp|rivs upp)",
        r"(?:ändra|pröva|upphäva|riva upp) (?:\w+ )?beslutet",
        r"(?:mål|målet|ärendet|saken|tvisten|frågan) (?:\w+ ){0,2}(?:i|till|hos) (?:\w+ )?(?:rätten|domstol\w*)",
        r"(?:skrivit|skrev|gått|gå|vänt sig|vända sig|dragit \w+|stämt \w+|tagit \w+|ta \w+) (?:\w+ )?(?:till|inför|i)"
        r" (?:domstol\w*|rätten)",
        r"(?:begär\w*|vill|be) (?:\w+ )?att (?:\w+ ){1,2}(?:tas upp|prövas|tar upp \w+|prövar \w+) (?:igen|på nytt)",
    ),
    near(
        "review_appeal",
        "pensionen kontaktpe hemtjänst färdtjäns boendepla assistans insats a-kassa bistånd stöd bidrag "
        "föräldrap bostadsan kontaktfa avlösning ledsagnin tillägg ersättnin penning",
        BENEFIT,
        r"(?:fick|fått|får|sagt|sa|säger|blev) nej|(?:drog|dragit|drar) ner|fick inte(?= \w*(?:färdtjänst"
        r"|stöd|bidrag))|neka(?:d|t|s|des|ts|de|r)|(?:dragit|drog|drar) in|dr(?:as|ogs|agits) in"
        r"|togs (?:bort|ifrån)|tagits bort|minska(?:de|des|t|ts)|skurit ner|skar ner|upphör\w*|avslag\w*|avslog\w*"
        r"|sänkt\w*",
    ),
)
"""One by one, what two things in a Swedish sentence show."""
