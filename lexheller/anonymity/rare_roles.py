"""What does the text say that a person does: runs, drives, plays, sits on, studies for, or is called beside a place?

The words of the trades themselves stand in `rare_words`; here is the grammar around them.
"""

import re
from collections.abc import Iterator, Sequence

from lexheller.anonymity.rare_led import Led, Starts
from lexheller.anonymity.rare_words import PEOPLE, area, listed
from lexheller.anonymity.rarity import Part, Rarity

_FIRMS = (
    r"pizzeria|restaurang|butik|kiosk|hotell|affär|mack|krog|gård|företag|firma|café|kafé|fik|bageri|camping|taxi"
    r"|salong|bensinstation|handel|konditori|rederi|åkeri|stall|ridskola|bilskola|trafikskola|sågverk|pub|pensionat"
    r"|kennel|odling|fabrik|verkstad|smedja|gym|museum|museet|galleri|förlag|tidning|stugby|farm|hall|vandrarhem"
    r"|campingplats|ställe|anläggning|uthyrning"
    r"|loppis"
    r"|antikvariat|tvätteri|slakteri|mejeri|ysteri|bryggeri|apotek|byrå|biograf|skidlift|skidbacke|slalombacke|spa"
    r"|djurpark|krematorium|rökeri|hembygdsgård|fjällstation|turistbyrå|bistro|grill|glassbar|servering|såg|kvarn"
    r"|fyr|handelsträdgård|plantskola|dagis|bygdegård|folkpark|bingohall|bowlinghall|fiskecamp|lanthandel|ateljé"
    r"|studio"
    r"|tatueringsstudio|webbutik|fiskbod|bod|vingård|kyrka|sekt|skrot|bilskrot|hundgård|pälsfarm|travstall"
)
_WORKPLACES = (
    r"färja|mack|hotell|såg|sågverk|gruva|gruv|bruk|glasbruk|pappersbruk|fabrik|camping|odling|kyrkogård|kyrkogårdar"
    r"|flygplats|slakteri|apotek|bibliotek|systembolag|fjällstation|mejeri|kärnkraftverk|skidanläggning"
    r"|liftanläggning"
    r"|båt|fartyg|[^\W\d_]*skepp|trålare|oljeplattform|plattform|bageri|fyr|cirkus|tivoli|hembygdsgård|museum|museet"
    r"|kloster|travbana"
    r"|djurpark|bensinstation|varv|hamn|stenbrott|ambulans|räddningstjänst|lanthandel|pizzeria|krog|bryggeri"
    r"|kraftverk"
    r"|vindkraftpark|renslakteri|station|smältverk|gjuteri|åkeri|rederi|slott|herrgård|väderstation|regemente"
)
_FORMS = r"(?:s?(?:en|et|n|t|er|erna|ar|arna|an|ns|ens|ets|or|orna))?"
_RUNS = Led(
    "bas dre dri föresto förestå had har_ inn skö sta äga ägd äge öpp",
    r"\b(?P<verb>driver|drev|drivit|sköter|skötte|äger|ägde|förestår|förestod|basar över|startade|öppnade"
    r"|ägar(?:e|en|inna|innan) till|innehavare(?:n)? (?:av|till)|föreståndare(?:n)? (?:för|på)|har|hade) "
    r"(?P<object>(?:(?:den|det|en|ett|enda|sin|sitt|egen|eget|egna|gamla|sista|siste|första|nya|nedbrunna|nedlagda"
    r"|anrika|kända|stora|största"
    r"|minsta|äldsta|lilla|liten|litet|städningen på|[^\W\d_]{3,}s) )"
    rf"{{0,3}}[^\W\d_]*?(?:{_FIRMS}){_FORMS}(?!\w))",
)
_OWNER_OF = Led(
    "arr byg del gru huv ini inn ska upp äga",
    r"(?P<who>(?:ägare|innehavare|grundare|skapare|uppfinnare|arrendator|upphovsman|delägare|initiativtagare|huvudman"
    r"|byggare)n?)"
    r" (?:av|till|bakom) (?P<what>(?:(?:den|det|en|ett|sin|sitt) )?[^\W\d_]{4,}(?: [^\W\d_]{4,}){0,2})",
)
_TENDS = Led(
    "som_ vars_",
    r"(?:som|vars) (?:\w+ )?(?P<verb>sköter|skötte|driver|drev|kör|körde|har hand om|leder|ledde|håller i"
    r"|ansvarar för|spelar på"
    r"|säljer|sålde|bygger|byggde|lagar|målar|ringer i|vaktar) (?P<object>(?:all |hela |den lilla "
    r"|det lilla )?(?!allt\b|annat\b|mycket\b|resten\b|detta\b)[^\W\d_]{4,}[nta])\b",
)
_BARE_FIRMS = ("farm", "odling", "kennel", "rederi", "åkeri", "zoo", "cirkus", "kiosk", "mack", "uppfödning", "stuteri")
_ABSTRACT = (
    *("ningen", "ionen", "heten", "skapen", "andet", "endet", "ansen", "tiken", "ismen", "ringen", "ärendet", "frågan"),
    *("kontakten", "ekonomin", "kontakterna", "processen", "mötet", "mötena", "arbetet", "verksamheten", "projektet"),
    *("gruppen", "planen", "teamet", "boendet", "hushållet", "bilen", "frågorna", "ärendena", "insatsen", "insatserna"),
    *("samtalet", "samtalen", "köket", "ansvaret", "utredningen", "kassan", "journalen", "breven", "posten", "barnen"),
    *(
        "uppdraget",
        "stödet",
        "maten",
        "köerna",
        "rutinen",
        "enheten",
        "linjen",
        "tesen",
        "hemmet",
        "kommunen",
        "barnet",
    ),
)
_LEADS = Led(
    "bas cer dir dom eld förestå git gru ini kap kas led medlem_ medlema medleme medlemn ord pre sek sån tru trä",
    r"\b(?:ledare|ordförande|kassör|sekreterare|tränare|grundare|föreståndare|initiativtagare|eldsjäl|ceremonimästare"
    r"|dirigent"
    r"|domare|kapten|president|medlem|sångare|sångerska|trummis|gitarrist|basist)(?:n|en|an|na|ar|arna)?"
    r" (?:för|i|till|bakom|på|av) (?:(?:den|det|en|ett|vår|byns|ortens|kommunens|lokala|[^\W\d_]{4,}s) )*"
    r"(?P<what>[^\W\d_]*(?:klubb|förening|kör|kören|orkester|teater|församling|gäng|band|bandet|laget|landslag\w*"
    r"|loge|orden"
    r"|sekt|stall|festival|marknad|kår|hembygds\w+|byalag|moské|synagoga|kyrka))(?:en|n|et|t|an|s)?\b",
)
_DRIVES = Led(
    "kör rat",
    r"\b(?:kör|körde|kört|ratta[rd]e?)(?: ut)?(?: fortfarande| ännu| själv)? (?:den |en |egen |sin |byns |ortens "
    r"|kommunens )*"
    r"(?P<what>(?:sop|plog|snöplog|bok|mjölk|timmer|grus|skol|by|linje|post|tank|skrot|lik|slam|glass|tidnings)"
    r"(?:bil|buss|båt|skjuts)(?:en|ar|arna)?|taxi(?:n|båten)?|ambulans(?:en|er)?|färja(?:n)?|skördare(?:n)?"
    r"|skotare(?:n)?|grävmaskin(?:en)?|limousine(?:n)?|skolskjuts(?:en|ar|arna)?|pistmaskin(?:en)?|folkrace|rally"
    r"|motocross|speedway|trav|lok(?:et)?|turistbåt(?:en)?|post(?:en)?|hundspann)\b",
)
_WORKS_AT = Led(
    "ans arbeta gic job pra sommarj stä ver vik",
    r"\b(?:jobba\w*|arbeta\w*|anställd|städa\w*|städning\w*|praktisera\w*|vikariera\w*|gick i lära|verksam"
    r"|sommarjobb\w*)"
    r"(?: \w+){0,1}? (?:på|i|vid|med|hos) (?:den |det |en |ett |vår |byns |ortens |lilla )*"
    rf"(?P<what>[^\W\d_]*?(?:{_WORKPLACES}){_FORMS})\b",
)
_SITS = Led(
    "inv kas led mandat_ ord pla sat sit sut val vic",
    r"\b(?:sitter|satt|suttit|invald|invaldes|valdes in|plats|mandat|ledamot|ordförande|kassör|vice ordförande)"
    r"(?: som \w+)? (?:i|för|av) (?:den |vår |lokala )*(?P<what>riksdagen|regeringen|[^\W\d_]*fullmäktige"
    r"|kommunstyrelsen"
    r"|kyrkorådet|kyrkostyrelsen|sametinget|svenska akademien|[^\W\d_]*nämnden|landstinget|europaparlamentet"
    r"|[^\W\d_]*klubben"
    r"|hembygdsföreningen|[^\W\d_]*laget|byalaget|vägföreningen|församlingsrådet|pro|spf|samebyn|lrf|fackklubben)\b",
)
_PLAYS = Led(
    "spe",
    r"\b(?:spela(?:r|de|t)?) (?P<what>(?:i|för|med) (?:ett |en |det |vårt )*[^\W\d_]*"
    r"(?:landslag|band|orkester|elitserie|allsvensk|a-lag|division|shl|juniorlandslag)\w*|(?:orgel|dragspel|fiol"
    r"|nyckelharpa|säckpipa|trumpet|cello|tuba|harpa|munspel|trummor|saxofon|bandy|curling|allsvensk\w+|proffs\w*"
    r"|(?:fotboll|hockey|ishockey|handboll|innebandy|basket|tennis|golf) på (?:elit|hög|landslags|allsvensk)\w*))\b",
)
_CHAMPION = Led(
    "bro dis dm- dub dåv em- eur gul jsm jun kva mäs nm- nor os- reg rek rik sil skolmäs sm- sve täv usm utt vm- vär",
    r"\b(?:(?:(?:svensk|nordisk|regerande|dåvarande|dubbel) )?(?:distrikts|riks|junior|världs|europa|skol)?"
    r"mästar(?:e|en|inna|innan)|(?:vm|em|sm|os|nm|jsm|usm|dm)-(?:guld|silver|brons|medalj|etta|tvåa|trea)\w*"
    r"|(?:guld|silver|brons)medalj\w*|(?:världs)?rekordhållare\w*) (?=i |på |från |,|och )"
    r"|\b(?:tävla(?:r|de|t)|uttagen|kvalificera\w+) (?:i|till|för) (?:vm|em|sm|os|nm|[^\W\d_]*landslaget"
    r"|paralympics)\b",
)
_STUDIES = Led(
    "läs plu stu utb",
    r"\b(?:plugga\w*|läser|läste|studera\w*|utbilda\w* sig|utbildning) till (?:en )?(?P<who>[^\W\d_]{3,})",
)
_ELITE = Led(
    "på_elit på_inte på_land på_prof på_värl",
    r"\bpå (?:elitnivå|landslagsnivå|världsnivå|internationell toppnivå|proffsnivå)\b",
)
# Who a report speaks of all the time, and who is met at work: neither is told apart by the word.
STAFF = (
    "handläggare sekreterare samordnare koordinator läkare sköterska terapeut kurator psykolog utredare stödjare chef "
    "assistent rådgivare lärare coach konsulent konsult behandlare förvaltare givare utförare deltagare brukare klient "
    "patient tagare boende vårdare mottagare avsändare pedagog personal ledare tolk biträde vikarie gymnast kontakt "
    "person partner förälder ledsagare ägare hyresgäst värd sökande psykiater strateg utvecklare administratör "
    "receptionist telefonist sjukgymnast fysioterapeut kollega part praktikant inspektör revisor granskare part "
    "användare beställare samverkare avlösare ombud mentor specialist utövare beslutsfattare rektor aktör "
    "kontor faktor medborgare invånare läsare besökare godman medarbetare syskon spelare gode "
    "jobbare studerande student sponsor lagstiftare förmedlare testare kursare bidragstagare svarare skrivare"
).split()
STAFF_ENDS = (
    *(stem + ending for stem in STAFF for ending in ("", "n", "en", "ns", "ens", "s", "an", "ans", "a", "na")),
    "terskan",
    "sköterskan",
)
AGENTS = (
    *("aren", "isten", "ören", "logen", "mannen", "anten", "erskan", "issan", "inskan", "mästaren", "vakten"),
    *(
        "föraren",
        "smeden",
        "ösen",
        "iten",
        "tatorn",
        "ionären",
        "ienten",
        "bonden",
        "bruden",
        "drottningen",
        "kerskan",
        "ägarinnan",
    ),
)
_AGENTS_ALL = (*AGENTS, "are", "ist", "ör", "log", "man", "ant", "erska", "inska", "inna", "doktorn", "doktor")
_BESIDE = re.compile(r"(?:,| som \w+)? (?:i|på|från|vid|utanför|ute på|uppe i|nere i|borta i|norr om|här i) ")
_REACH = 26
_SHORTEST = 6
_DID_RUN = "arbetar"


def find(text: Starts) -> Iterator[Part]:
    """Give what a person is said to run, drive, play or sit on."""
    yield from _firms(text)
    yield from _duties(text)
    for match in _CHAMPION.hits(text):
        active = match.group().startswith(("tävla", "uttag", "kval"))
        says = "är aktiv inom idrotten" if active else "person inom idrotten"
        yield Part(match.start(), match.end(), Rarity.OCCUPATION, 1.0, says)
    for match in _ELITE.hits(text):
        yield Part(match.start(), match.end(), Rarity.OCCUPATION, 1.0, "inom idrotten")
    for match in _STUDIES.hits(text):
        goal = listed(match["who"])
        known = goal is not None and goal.rarity is Rarity.OCCUPATION and not goal.common
        yield Part(match.start(), match.end(), Rarity.OCCUPATION, 1.0 if known else 0.5, "går en utbildning")


def _firms(text: Starts) -> Iterator[Part]:
    for match in _RUNS.hits(text):
        thing = match["object"]
        bare = " " not in thing and thing.endswith(_BARE_FIRMS) and len(thing) > _SHORTEST
        if match["verb"] in {"har", "hade"} and not (
            bare or thing.startswith(("en egen ", "ett eget ", "egen ", "eget "))
        ):
            continue
        # "driver kiosken": there is one; "driver en kiosk": there may be several.
        weight = 1.0 if thing.startswith(("en ", "ett ")) and "enda" not in thing else 1.5
        if not match["verb"].startswith(("driv", "drev", "sköt", "äg")) and " " not in thing:
            weight = 0.5
        if thing.endswith(("företag", "firma", "företaget", "firman")):
            weight = 0.5
        words = thing.split(" ")
        if len(words) > 1 and words[0].endswith("s") and len(words[0]) > _SHORTEST - 3:
            # "Gällös sista mack": the place is a part of its own.
            said = "verksamheten" if words[-1].endswith(("n", "t")) else "verksamhet"
            yield Part(match.end() - len(words[-1]), match.end(), Rarity.OCCUPATION, weight, said)
            continue
        yield Part(match.start(), match.end(), Rarity.OCCUPATION, weight, _runs(match["verb"]))


def _duties(text: Starts) -> Iterator[Part]:
    for match in _TENDS.hits(text):
        if not match["object"].endswith(_ABSTRACT):
            yield Part(match.start("verb"), match.end(), Rarity.OCCUPATION, 1.0, "har ett uppdrag")
    for match in _OWNER_OF.hits(text):
        says = "personen bakom" if match["who"].endswith("n") else "person bakom"
        yield Part(match.start(), match.start("what") - 1, Rarity.OCCUPATION, 1.0, says)
    for match in _DRIVES.hits(text):
        yield Part(match.start(), match.end(), Rarity.OCCUPATION, 1.0, "arbetar inom transport")
    for match in _WORKS_AT.hits(text):
        weight = 1.0 if match["what"].endswith(("n", "t")) else 0.5
        yield Part(match.start("what"), match.end(), Rarity.OCCUPATION, weight, "en arbetsplats")
    for match in _SITS.hits(text):
        post = match.group().startswith(("led", "ord", "kas", "vice"))
        says = "person med ett uppdrag" if post else "har ett uppdrag"
        yield Part(match.start(), match.end(), Rarity.OCCUPATION, 1.5, says)
    for match in _LEADS.hits(text):
        yield Part(match.start(), match.end(), Rarity.OCCUPATION, 1.0, "person med ett uppdrag")
    for match in _PLAYS.hits(text):
        yield Part(match.start(), match.end(), Rarity.OCCUPATION, 1.0, "har ett fritidsintresse")


def beside(lower: str, words: Sequence[re.Match[str]], found: Sequence[Part]) -> Iterator[Part]:
    """Give words for trades that no list holds, where they stand right before a small place: "bagaren i Lekeryd".

    Args:
        lower: the text in lower case.
        words: its words that end as those for a person with a trade do.
        found: the parts so far.
    """
    places = [part.start for part in found if part.rarity is Rarity.PLACE]
    if not places:
        return
    place = 0
    for word in words:
        end = word.end()
        while place < len(places) and places[place] <= end:
            place += 1
        if place == len(places):
            return
        if places[place] - end > _REACH:
            continue
        part = _beside(lower, word.start(), end, places[place])
        if part is not None:
            yield part


def _beside(lower: str, start: int, end: int, place: int) -> Part | None:
    known = listed(lower[start:end])
    if place == end + 1 and known is not None and known.common:
        return Part(start, end, Rarity.OCCUPATION, 1.0, f"personen {area(known.says)}")
    led = _BESIDE.match(lower, end)
    if led is None or "." in lower[end:place]:
        return None
    if known is None:
        return Part(start, end, Rarity.OCCUPATION, 1.0, "personen") if trade(lower[start:end]) else None
    if known.rarity is not Rarity.OCCUPATION or known.common or led.end() != place or known.says == "vård":
        return None  # whoever works in the health service there is met by all
    return Part(start, end, Rarity.OCCUPATION, 1.5, f"personen {area(known.says)}")


def trade(word: str) -> bool:
    """Tell whether a word in lower case is built like one for what a person does, and is none of staff or client."""
    return (
        len(word) >= _SHORTEST
        and word not in PEOPLE
        and word.endswith(_AGENTS_ALL)
        and not word.endswith(STAFF_ENDS)
        and not word.endswith(
            (
                *("tvist", "tvisten", "brist", "bristen", "frist", "fristen", "kvist", "kvisten", "visten"),
                *("igare", "rikare", "slösare", "dialog", "dialogen", "katalog", "katalogen", "restaurant"),
                *("analogen", "epilogen", "monologen", "prologen", "listen", "gnisten", "varianten", "restauranten"),
            )
        )
        and not word.endswith(
            ("gången", "planen", "åringen", "årsdagen", "vanan", "ningen", "ligen", "heten", "delen", "försvaret")
        )
    )


def _runs(verb: str) -> str:
    if verb.startswith(("ägar", "innehavar", "föreståndar")):
        return "personen bakom en verksamhet" if verb.partition(" ")[0].endswith("n") else "person bakom en verksamhet"
    return "arbetade" if verb.endswith(("de", "ev", "od")) else "har arbetat" if verb == "drivit" else _DID_RUN
