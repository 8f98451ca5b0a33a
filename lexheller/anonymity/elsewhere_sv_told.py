"""Which Swedish sentences tell what happened, with none of the words that a rule or a law has for it?"""

from lexheller.anonymity.elsewhere import Rule, near, said, then
from lexheller.anonymity.elsewhere_sv import BENEFIT, CARE, CHILD, DRUG, HOME, ILLNESS, PARENT, SOMEBODY, WILL

_WHO = (
    r"(?:hon|han|hen|mamma|mamman|pappa|pappan|mormor|morfar|farmor|farfar|brukaren|klienten|kunden"
    r"|den boende|en boende)"
)
_HER = r"(?:henne|honom|hen|mig|dem|mamma|pappa|brukaren|klienten|de boende|den boende)"
_DRINKS = (
    r"(?:dricker|drack|druckit|super|supit|söp|knarkar|missbrukar|missbrukade)(?! (?:kaffe|vatten|te|saft"
    r"|mjölk|läsk|upp))"
)
_HITS = r"(?:slår|slog|slagit|sparkar|sparkade|sparkat|misshandlar|örfilar|agar)"
_LONG = r"(?:(?:\w+ )?(?:minuter|timme|timmar|timmarna)|hela (?:natten|dagen|helgen|kvällen))"

SV_TOLD: tuple[Rule, ...] = (
    said(
        "emergency",
        "låste fönstret dörren misshandl hugga skjuta skada mörda döda",
        rf"{WILL} (?:\w+ )?(?:döda|mörda|skada|skjuta|hugga|misshandla) både \w+|slog (?:sönder"
        rf"|in) (?:\w+ )?(?:dörren|ytterdörren|fönstret)"
        r"|låste in sig (?:i|på) (?:badrummet|toaletten|sovrummet|ett rum)",
    ),
    near(
        "lex_sarah",
        "ställts ställer ställde smutsig varit urkoppla skratta öknamn glömde varken",
        rf"{HOME}|larm\w*",
        r"varken mat|glömde(?:s)? bort (?:henne|honom|hen|dem)|öknamn|skratta\w* åt (?:henne|honom|hen|brukar\w+)"
        r"|urkoppla\w+|inte varit ute på"
        r"|så smutsig|(?:ställde|ställer|ställts) in (?:hennes|hans|hens) \w+",
    ),
    near(
        "lex_maria",
        "infektion benbrott blindtarm melanom metastas hjärtfel meningit hjärninfl hjärnhinn lunginfla "
        "blodförgi blödning sepsis fraktur infarkt stroke tumör cancer propp",
        rf"{ILLNESS}|infektion\w*",
        r"(?:upptäckte\w*|hittade\w*|sågs) först|ampute\w+|inte på allvar",
    ),
    near(
        "report_of_concern",
        "frukost ensam luktar middag bakfull sköter påverkad",
        rf"{CHILD}|{PARENT}",
        r"inte fått frukost|luktar (?:urin|kiss|illa|rök)|(?:är|var) (?:påverkad|bakfull)(?! av (?:situation|beslut"
        r"|stress))|sköter hela hemmet"
        r"|(?:sitter|är) ensam\w* hemma (?:varje|hela|om|på)|utan (?:frukost|middag) varje",
    ),
    said(
        "protected_identity",
        "folkbokfö systemet register adress skattever",
        r"sekretess hos skatteverket|(?:ny |hemlig )?adress\w* som ingen (?:får|ska) veta|inte (?:får "
        r"|ska )?synas i (?:\w+ )?(?:register|systemet|folkbokföring\w*)",
    ),
    said(
        "emergency",
        "klarar vill orkar säker sätta köra sticka spöa tända kasta ångra axeln blod bli betala smäller reda vet",
        r"(?:blir|bli) det (?:blod|liv)\b(?! (?:i luckan|och rörelse))|blodbad\w*|(?:då|så) smäller det",
        r"se sig om över axeln|(?:vet|tar reda på) var (?:ni|du|hon|han|handläggaren|chefen) bor(?! (?:nu|någonstans))",
        r"(?:ska|kommer att|ni ska|du ska|han ska|hon ska) (?:få )?(?:ångra (?:sig|er|dig)|få ångra|få betala för det)",
        rf"{WILL} (?:köra (?:på|över|ihjäl)|kasta syra på|tända eld på|spöa|sticka ner|sätta en kniv i) {SOMEBODY}",
        r"(?:ingen|inte) (?:kommer att )?(?:går|gå) säker",
        r"(?:orkar|vill|klarar) (?:inte|ej) (?:vara med|fortsätta leva|vakna)(?: (?:längre|mer|i morgon))?(?=[.,;!]"
        r"|$| och )",
    ),
    near(
        "emergency",
        "boendet jobbet skolan hennes bostaden huset porten dörren",
        r"(?:står|stod|sitter|satt|väntar|väntade|dök upp) (?:nu )?(?:\w+ ){0,2}(?:utanför|bakom|vid) (?:dörren"
        r"|porten|huset"
        r"|bostaden|hennes \w+|skolan|jobbet|boendet)",
        r"kniv\w*|yxa\w*|vapen|pistol\w*|hotar|skriker att|slå sönder|sparkar på dörren|(?:ex"
        r"|före detta )\w*(?:make|man|sambo)\w*"
        r"|exet|tänker köra",
    ),
    near(
        "report_of_concern",
        "agar örfilar misshandl sparkat sparkade sparkar slagit missbruka slog slår knarkar drack söp supit "
        "super druckit dricker",
        rf"{CHILD}",
        rf"(?:mamma|mamman|pappa|pappan|far|fadern|mor|modern|föräld\w+|styv\w+|plast\w+|bonus\w+|sambo\w*"
        rf"|hos \w+) (?:som )?"
        rf"(?:\w+ ){{0,2}}(?:{_DRINKS}|{_HITS})|som (?:\w+ ){{0,2}}(?:{_DRINKS}|{_HITS} (?:dem|henne|honom|barnen))",
    ),
    near(
        "report_of_concern",
        "lägger kväll nätter utslagen spriten flaskan vinet däckad redlös natt väcka",
        rf"{CHILD}|{PARENT}",
        r"(?:med|bredvid|efter) (?:flaskan|spriten|vinet)|(?:däckad|utslagen|redlös)\w?(?! av)|går inte att väcka"
        r"|(?:kommer|kom|går|gick) in (?:till|i|hos) (?:honom|henne|hen|dem|hans \w+"
        r"|hennes \w+)\b[^.!?\n]{0,20}\b(?:natt|nätter"
        r"|kväll)\w*|lägger sig (?:hos|bredvid|i sängen hos) (?:henne|honom|hen)",
    ),
    near(
        "report_of_concern",
        "syskon hushåll ingen madrass golvet varken kylskåpet kylen inget försörja sköta klara natt nätter "
        "missa skolan",
        CHILD,
        r"(?:får|fick|måste|tvingas) (?:\w+ )?(?:klara|sköta|försörja) sig själv\w?|varken (?:mat|säng|värme|kläder)"
        r"|ingen (?:säng|madrass|värme|vuxen hemma)|inget att äta(?! (?:lunch|till))|tomt i kylen|kylskåpet (?:är"
        r"|var|stod) tomt"
        r"|sover på (?:golvet|en madrass)|ingen öppnar"
        r"|(?:passar|tar hand om|sköter) (?:\w+ )?(?:små)?syskon\w* (?:hela|om|varje|på natt)\w*"
        r"|(?:sköter om|tar hand om|vårdar|passar) (?:sin|sina) (?:\w+ )?(?:mamma|pappa|mor|far|föräldrar)"
        r"[^.!?\n]{0,40}\b(?:natt|nätter\w*|missa\w*|skolan)\b"
        r"|(?:sköter|skötte|skött|sköta) (?:både |hela |allt i )?(?:hushållet|småsyskonen|sina syskon)",
    ),
    then(
        "report_of_concern",
        "märken strumpor kläder kastar stryper hotade hotar agar örfilar misshandl sparkar slog slår sparkat "
        "slagit sparkade slåss",
        CHILD,
        rf"(?:ser|såg|sett|hör|hörde|hört) (?:på )?(?:när|att|hur) (?:\w+ ){{1,3}}(?:{_HITS}|slåss|hotar|hotade"
        rf"|stryper|kastar)"
        r"|(?:går|gick|kommer|kom) (?:alltid |ofta )?(?:i samma kläder|utan strumpor|med märken)",
    ),
    said(
        "lex_sarah",
        "boende ingen brukares annans grannens ligga sitta golvet legad legat byter byta bytt låst låser",
        rf"{_WHO} hitta[ds]\w* (?:\w+ )?på golvet|leg(?:at|ad) (?:där|kvar|så|på golvet) (?:sedan|sen|hela"
        rf"|i {_LONG}|i timmar)",
        rf"lås(?:er|te|t) (?:de|dom|man|personalen|hon|han|någon) in {_HER}",
        r"(?:inte|aldrig) (?:byt(?:er|te|t|a)|bytt) (?:på|blöja|(?:\w+ )?blöj\w*)|byt(?:er|te) (?:de |man "
        r"|personalen )?(?:inte|aldrig)"
        r" (?:\w+ )?blöj\w*|(?:får|fick) (?:sitta|ligga) (?:i )?(?:våt|blöt|kissig|nedkissad)\w*",
        r"(?:gav|ger|fick) (?:\w+ )?(?:grannens|någon annans|en annan boendes|en annan brukares) (?:dosett"
        r"|medicin\w*|tabletter"
        r"|dospåse)",
        rf"ingen (?:har )?(?:tvättat|matat|vänt|duschat|lyft upp|tittat till|gett) {_HER}",
    ),
    near(
        "lex_sarah",
        "räckhåll urdraget avstängt ingen timmar minuter kvällen helgen dagen natten timme",
        r"larm\w*|larmknapp\w*",
        rf"{_LONG} innan|(?:vänta\w*|ringde|ring[at]\w*|dröjde|tog) (?:\w+ )?(?:i |över |mer än )?{_LONG}|ingen kom"
        rf"|avstängt"
        r"|urdraget|utom räckhåll",
    ),
    near(
        "lex_sarah",
        "undernärd aldrig ingen magrat lånat handlade handlat pengar använde swishat använt gått uttorkad "
        "svulten delegerin ifrån blåmärk drog fick fått utan tryckte hållit trycker håller höll skrikit "
        "skriker skrek",
        HOME,
        r"(?:använt|använde|använder|handlat med|handlade med|tagit ut pengar|tog ut pengar|swishat"
        r"|lånat) (?:\w+ ){0,2}"
        r"(?:bankkort\w*|kort\w{0,3}|konto\w*|pengar|till sig själv)"
        r"|gått ner (?:\w+ ){1,3}(?:kilo|kg)|(?:magrat|uttorkad|undernärd|svulten)\w*|(?:utan|ingen|inte hade"
        r"|inte har|saknade)"
        r" delegering|(?:tog|tagit|tar|ta) ifrån (?:henne|honom|hen|brukar\w+) (?:telefon\w*|mobil\w*|kläder\w*"
        r"|rullstol\w*)"
        r"|skr(?:ek|iker|ikit) (?:åt|på|till) |(?:höll|håller|hållit|tryckte|trycker) (?:fast|ner) |drog (?:henne"
        r"|honom|hen) i"
        r"|blåmärk\w* (?:på|efter|av)|(?:ingen|aldrig) (?:mat|medicin|dusch)(?! (?:har|är) (?:ändrats|bytts))"
        r"|(?:utan|inte fått|fick inte) (?:\w+ )?(?:mat|medicin\w*|vatten|hjälp) (?:på|i|under"
        r"|hela) (?:\w+ )?(?:dygn|helgen|dagar|dag)",
    ),
    said(
        "lex_maria",
        "given gett rädda behandla bota bort operera dränage slang nål tork instrumen patients persons svar "
        "journal svamp tuss sax kompress gav fick",
        r"(?:prov|röntgen|lab)\w*svar\w* (?:\w+ ){0,2}(?:hamnade|lades|lagts|las|skickades|skickats|gick"
        r"|kom) (?:\w+ )?(?:i|till|på)"
        r" fel \w+|i fel (?:patients )?journal|fel (?:persons|patients) (?:journal|prov\w*|röntgen\w*)",
        r"(?:kompress\w*|sax|tork\w*|instrument\w*|tuss\w*|nål\w*|svamp\w*|slang\w*|dränage\w*) (?:\w+ )?(?:glömdes"
        r"|lämnades|blev"
        r"|låg|hade glömts|har glömts) (?:kvar )?(?:i|efter)",
        r"(?:tumör\w*|cancer\w*|metastas\w*|den|det) (?:\w+ )?(?:går (?:inte|ej)|inte går|gick inte"
        r"|inte gick) (?:längre )?att (?:operera"
        r"|ta bort|bota|behandla|rädda)\w*",
        r"(?:fick|gav\w*|gett|given) (?:\w+ ){0,2}(?:tio|tre|fem|dubbelt|dubbla|flera) (?:gånger )?(?:så "
        r"|för )?(?:hög|stor|mycket|stark)",
    ),
    near(
        "lex_maria",
        "rullstols hjärnskad lades läggas låg hamnade anafyla lam döv blind hjärtstop andningss slutade",
        rf"{CARE}|{DRUG}|allergi\w*",
        r"slutade andas|andningsstopp|hjärtstopp|anafyla\w*|(?:hamnade|låg|läggas in|lades) (?:på|i) (?:intensiv\w*"
        r"|iva|respirator)"
        r"|(?:mår|blev|är) (?:\w+ )?(?:blind|döv|lam|hjärnskadad|rullstolsburen) (?:efter|av|sedan)",
    ),
    near(
        "lex_maria",
        "benbrott blindtarm melanom metastas hjärtfel meningit hjärninfl hjärnhinn lunginfla blodförgi "
        "blödning sepsis fraktur infarkt stroke tumör cancer propp",
        ILLNESS,
        r"(?:ingen|aldrig|inte) (?:\w+ ){0,2}(?:hörde av sig|ringde|återkom|följde upp|kallade|kallades|remitterade"
        r"|undersökte|skickade|reagerade)|(?:blivit|blev|låg|legat) liggande|spri(?:dd|tt|dit)\w*|(?:gick|går) inte"
        r"|hemskickad"
        r"|(?:för|sattes in) sent|fick (?:\w+ )?(?:bara )?(?:alvedon|värktabletter)",
    ),
    said(
        "review_appeal",
        "finna med acceptera beslut vidare ändrat avslag invända bestrida protester godta",
        r"(?:inte|aldrig) (?:\w+ )?nöjd\w? med (?:\w+ )?(?:beslut\w*|avslag\w*|nej\w*)"
        r"|missnöjd\w? med (?:\w+ )?(?:beslut\w*|avslag\w*)",
        r"(?:beslut\w*|avslag\w*)\b[^.!?\n]{0,40}\b(?:någon annan|en annan|annan instans"
        r"|högre upp)\b[^.!?\n]{0,15}\b(?:prövar|tittar"
        r"|pröva|titta|bedömer|ska)",
        r"(?:vill|tänker|kan|ska|får|hur man|hur hon|hur han|vart (?:hon|han|man)) (?:\w+ ){0,3}(?:få det ändrat"
        r"|föra det vidare|gå vidare"
        r" med (?:avslag\w*|beslut\w*|det)|protestera|bestrida|invända|ändra på beslut\w*)",
        r"(?:inte|vägrar|aldrig) (?:\w+ )?(?:godta|godtar|acceptera|accepterar|gå med på|finna sig i)(?= (?:beslut"
        r"|avslag|det|nej|att bli av))",
    ),
    near(
        "review_appeal",
        "avslag a-kassa beslut nämnden försäkrin pensionen kontaktpe myndighet pengar föräldrap insats "
        "boendepla bostadsan kontaktfa hemtjänst avlösning ledsagnin tillägg färdtjäns bistånd stöd assistans "
        "bidrag ersättnin penning",
        rf"{BENEFIT}|pengar\w*|försäkringskassan|myndighet\w*|nämnden|beslut\w*|avslag\w*",
        r"(?:inte|vägrar|aldrig) (?:\w+ )?(?:godta|godtar|acceptera|accepterar|gå med på)(?! (?:kakor|villkor))"
        r"|(?:vart|hur) (?:\w+ ){1,3}"
        r"(?:överklag\w*|klaga\w*|vända sig för att få)",
    ),
    near(
        "lex_sarah",
        "hemtjänst skötare anställd vårdbiträ undersköt assistent vikarie brukar servicehu verksamhe "
        "gruppbost avdelning klient personal hvb boende",
        HOME,
        r"(?:dök|dyker|kom|kommer) (?:inte|aldrig) (?:upp )?på (?:\w+ )?(?:dagar|dygn|dag|helgen)|vred (?:om"
        r"|upp) (?:hennes|hans|armen)"
        r"|(?:lagt|lade|lägger) ut (?:bild\w*|film\w*) på (?:honom|henne|hen|brukar\w+)|(?:film"
        r"|fotografera)\w* (?:henne|honom|hen|brukar\w*)"
        r" (?:i duschen|naken|på toaletten)",
    ),
    said(
        "lex_sarah",
        "beslut tillsyn hjälpt hjälper svanken höften ryggen hälen hälarna brickan maten orörd glaset säng "
        "vred vattnet middagen fastspänd ryggslute fått blivit",
        r"(?:kom|kommer) (?:inte|aldrig) (?:ur|upp ur|i) säng\w*|vred (?:om )?(?:hennes|hans) arm\w*"
        r"|fastspänd\w? (?:i|vid|på)"
        r"|(?:maten|matbrickan|middagen|vattnet|glaset) (?:\w+ ){1,4}(?:inte når|inte nådde|utom räckhåll)"
        r"|bar\w* ut (?:maten |brickan )?orörd\w?|sår på (?:hälarna|hälen|ryggen|ryggslutet|höften|svanken)"
        r"|inte (?:blivit|fått) (?:vänd"
        r"|tvättad|duschad)|ingen (?:\w+ )?(?:hjälper|hjälpte|hjälpt) (?:henne|honom|hen) (?:att )?(?:vända|tvätta"
        r"|äta|dricka|gå)"
        r"|(?:finns|fanns|är|var) ingen (?:där|på plats|personal)\b[^.!?\n]{0,50}\b(?:tillsyn|beslut\w*)",
    ),
    said(
        "lex_maria",
        "sprutan narkosen ingreppet behandlin operation kejsarsni snittet livet vävnad röntgen svaret "
        "provsvar väntrumme korridore även trots fast bilderna",
        r"(?:fast|trots att|även om) (?:\w+ ){0,7}inte (?:tål|tålde|får|fick) (?:det|ha|ta)\b|(?:låg|legat"
        r"|vänta\w*) (?:\w+ )?(?:i )?(?:korridoren"
        r"|väntrummet) (?:i )?(?:\w+ )?(?:timm\w+|dygn)|ingen (?:läste|såg|tittade på"
        r"|granskade) (?:\w+ )?(?:provsvar\w*|svaret på|röntgen\w*"
        r"|bilderna|vävnad\w*)|(?:men|skada|skador) för livet|vänta\w* (?:\w+ ){0,4}(?:snittet|kejsarsnitt\w*"
        r"|operationen)",
        r"efter (?:operationen|ingreppet|behandlingen|narkosen|sprutan)\b[^.!?\n]{0,30}\b(?:känner|känt|ser|kan|hör"
        r"|rör) (?:\w+ )?(?:inte|aldrig|ingen)",
    ),
    near(
        "lex_maria",
        "lasarett sjukhus avdelning",
        r"avdelning\w*|sjukhus\w*|vårdavdelning\w*|lasarett\w*",
        r"(?:ramla\w*|föll|fallit)\b[^.!?\n]{0,40}\b(?:bröt|brutit|bruten|slog i)",
    ),
    near(
        "report_of_concern",
        "kissat kissar lämna gifta röster varför helgerna flera natten nätterna handleder armarna slutat "
        "berätta något kroppen halsen ryggen benen ögat",
        rf"{CHILD}|lillebror|lillasyster|storasyster|de små|småsyskon\w*",
        r"(?:blå|röd|svullen|gul och blå)\w? (?:på|över|runt) (?:armarna|benen|ryggen|halsen|ögat|kroppen"
        r"|handlederna)|(?:får|fick|vågar)"
        r" inte (?:berätta|säga (?:något|varför))|kissar (?:på )?(?:sig|ner)|kissat ner|hör(?:de)? röster"
        r"|slutat (?:laga mat|handla|gå upp)"
        r"|(?:är|var) (?:borta|ute) (?:\w+ )?(?:om nätterna|på nätterna|hela natten|flera dygn)"
        r"|(?:för att|ska|måste|tvingas) gifta (?:sig|bort)"
        r"|reser? bort och lämna\w*|lämnar \w+ (?:ensam|själv|med de små)|åker bort i helgerna",
    ),
    said(
        "emergency",
        "alltid farväl adjö vägrar satt sitter stod står vapen bensin anmäler berättar lämnar går syra kniv",
        r"(?:om (?:hon|han|jag|de) (?:går|lämnar|berättar|anmäler)\b[^.!?\n]{0,20}\b(?:dör|dö|ska \w+ dö))|(?:tar"
        r"|ha|har|kommer) (?:han |hon |jag |de )?med"
        r" (?:sig )?(?:bensin\w*|syra)|(?:nästa gång|då) (?:\w+ ){0,4}(?:bensin|kniv|vapen)",
        r"(?:står|stod|sitter|satt) (?:ute )?på (?:bron|broräcket|kanten|balkongräcket|fönsterbrädan|perrongkanten)"
        r"|vägrar (?:komma|gå) ner"
        r"|sa(?:de)? (?:adjö|farväl|hejdå för alltid)",
    ),
    said(
        "review_appeal",
        "beslut tiden bedömt menar anser tycker kräver begär önskar vill veckor höll håller",
        r"(?:vill|önskar|begär|kräver) att (?:det|beslut\w*|avslag\w*|saken|ärendet) (?:\w+ )?(?:prövas|omprövas"
        r"|ändras|ses över|görs om)(?! (?:i verksam|på prov))",
        r"(?:tycker|anser|menar) (?:\w+ ){0,3}(?:bedömt|beslutat|räknat|tänkt) fel|(?:bedömt|beslutat) fel\b"
        r"|tre veckor\w* (?:går|gick|löper|har gått)"
        r" (?:ut|till ända)|tiden (?:för att \w+ )?går ut|(?:håller|höll) inte med (?:om )?(?:beslut\w*"
        r"|bedömning\w*|dem|myndighet\w*|avslag\w*)",
    ),
    near(
        "review_appeal",
        "håller tillbaka återkrav ifrån",
        rf"{BENEFIT}|ledsagare\w*|kontaktperson\w*",
        r"ska betalas tillbaka|återkrav\w*|betala tillbaka|tagit ifrån|tog ifrån|håller inte med",
    ),
    said(
        "protected_identity",
        "skattever adress lämna berätta nämn säg skriv leta spåra finna hitta bytt",
        r"bytt namn (?:och|för att|efter hot)(?= [^.!?\n]{0,40}(?:hitta|stad|skydd|hot|finna))|inte (?:ska|får"
        r"|kan) (?:\w+ )?(?:hitta|finna|spåra|leta upp)"
        r" (?:henne|honom|hen|dem|oss|mig|familjen)|(?:han|exet|pappan|maken|släkten|brodern"
        r"|de) letar efter (?:henne|honom|hen|dem|oss|mig)",
        r"(?:skriv|berätta|säg|nämn|lämna) (?:inte|aldrig) (?:ut )?var (?:de|hon|han|hen|familjen|barnen) (?:bor|är"
        r"|finns|går)|adress\w* får inte (?:synas|visas|stå|komma)"
        r"|(?:breven|posten|brev|post) (?:\w+ ){0,4}(?:går|skickas|förmedlas) (?:via|genom) skatteverket",
    ),
    said(
        "protected_identity",
        "gömmer rymt rymde flytt flydde var adress identitet namn gömd okänd hemlig under folkbokfö uppgifter",
        r"(?:uppgifter|uppgifterna|adress|adressen|personuppgifter|folkbokföring|folkbokföringen) (?:är|har varit"
        r"|ligger|hålls)"
        r" (?:dold|dolda|hemlig|hemliga|spärrad|spärrade)(?! bakom)|(?:dolda|hemliga|spärrade) (?:personuppgifter"
        r"|adressuppgifter)",
        r"(?:lever|levt|bor|bott) (?:\w+ )?(?:gömd\w?|under jord\w*|på hemlig ort|undangömd\w?|på okänd ort)"
        r"|(?:familjen|hon|han|hen|barnen"
        r"|de) (?:är|håller sig|hålls) gömd\w?",
        r"(?:ingen|han|exet|pappan|mannen) (?:får|fick|ska) (?:inte |aldrig )?(?:få )?(?:veta|reda på|känna till) var"
        r" (?:hon|han|hen|de|barnen|familjen|klienten|vi|jag)",
        r"(?:fått|får|har|bytt till) (?:\w+ )?(?:nya namn|nytt namn|ny identitet) (?:\w+ ){0,4}(?:hitta|hot|skydd"
        r"|rädd|säkerhet)\w*",
        r"(?:adress\w*|var (?:hon|han|de|familjen) bor) får (?:inte|aldrig) (?:\w+ )?(?:lämnas ut|röjas|stå"
        r"|komma ut|skrivas)",
        r"(?:flydde|flytt|rymde|rymt|gömmer sig|gömde sig) (?:\w+ )?(?:från|för) (?:sin |sitt |en )?(?:\w+ )?(?:man"
        r"|make|ex\w*|sambo|familj"
        r"|släkt\w*|pappa\w*)",
    ),
)
"""One by one, what happened as people tell it in Swedish."""
