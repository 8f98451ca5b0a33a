"""Is the family itself unusual: very many children, kin of somebody known, a shared fate, a loss people heard of?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.rare_led import Led, Starts
from lexheller.anonymity.rare_roles import trade
from lexheller.anonymity.rare_words import listed
from lexheller.anonymity.rarity import Part, Rarity

_MANY = "fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|[5-9]|1[0-5]"
_CHILDREN = Led(
    "0 all de_ elv ens far fem fyr förälde mam mor nio pap sex sin sju_a sju_b sju_d sju_e sju_f sju_h sju_m "
    "sju_p sju_s tio tol tre_a tre_b tre_d tre_e tre_f tre_h tre_m tre_p tre_s trett vårdnad ått",
    r"\b(?P<alone>(?:ensam(?:stående)?\w*(?: \w+){0,2} (?:med|till)|förälder till|mamma till|pappa till|mor till"
    r"|far till|vårdnad om|vårdnaden om) )?"
    rf"(?:sina |alla |de )?(?P<many>{_MANY}|fyra|tre(?= (?:foster|adoptiv|adopterade|familjehem|barnbarn)))"
    r" (?:egna |små |minderåriga |hemmavarande |adopterade |placerade |familjehemsplacerade )?"
    r"(?P<children>(?:foster|adoptiv|bonus)?barn|barnen|barnbarn|söner|döttrar"
    r"|syskon)\b(?P<small> under \w+ år)?",
)
_BROOD = Led(
    "barnfa barnfö barnma barnmo barnmö barnpa barnsf barnsm barnsp elv fem fjo fos fyr nio sex sjubarn sjufost "
    "tio tol tretton ått",
    r"\b(?P<many>fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|femton|sexton|fyra)?(?P<foster>foster)?barns?"
    r"(?P<who>mamma|pappa|mor|far|mödrar|moder|fader|familj|förälder|föräldrar)(?P<form>n|en|ns|ens|s|r|rn|erna"
    r"|na)?\b",
)
_KIN_DEFINITE = (
    "frun|hustrun|maken|makan|mannen|sambon|sonen|dottern|brodern|systern|mamman|pappan|modern|fadern|änkan|änklingen"
    "|änkemannen|barnbarnet|mostern|fastern|farbrodern|morbrodern|exfrun|exmannen|flickvännen|pojkvännen|kusinen"
    "|svärsonen|svärdottern|svågern|svägerskan|mormodern|farmodern|morfadern|farfadern|barnen|syskonen|föräldrarna"
    "|tvillingbrodern|tvillingsystern|lillebrodern|lillasystern|halvbrodern|halvsystern|adoptivsonen|adoptivdottern"
)
_KIN_BARE = (
    "fru|hustru|make|maka|man|sambo|son|dotter|bror|broder|syster|mamma|pappa|mor|far|änka|änkling|barnbarn|moster|faster|brorson|systerson|brorsdotter|systerdotter|styvson|styvdotter|bonusson"
    "|farbror|morbror|exfru|exman|flickvän|pojkvän|kusin|svärson|svärdotter|svåger|svägerska|sonson|dotterson"
    "|dotterdotter|sondotter|gift|släkt|ingift|arvinge|ättling"
)
_OF = Led(
    "ado arv barnbar barnen_ bon bro dot exf exm fad far fas fli fru föräldr gif hal hus ingift_ kus lil mak mam "
    "man_eft man_med man_til man_åt_ mannen_ mod mor mos pap poj sambo_e sambo_m sambo_t sambo_å sambon_ slä son "
    "sty svä svå sys tvi änk ätt",
    rf"\b(?P<kin>{_KIN_DEFINITE}|{_KIN_BARE}) (?:till|med|efter|åt) "
    r"(?P<rest>(?:(?:den|en|vår|vårt|förre|förra|före detta|f\.d\.|tidigare|gamle|gamla|två|tre|flera|skjutne"
    r"|skjutna|dödade|avlidna|mördade|omkomne|omkomna|avlidne"
    r"|enda|lokala|kända|kände) )*(?:(?:byns|ortens|bygdens|kommunens|kommunstyrelsens|nämndens|skolans|socknens"
    r"|församlingens|[^\W\d_]{4,}s) (?:tidigare |förre |förra |gamle |enda |enda )?)?)(?P<who>[^\W\d_]{3,})",
)
_ROLES_KIN = Led(
    "barn bro dot döt exf exm far fli fru hus kus mak mam man mor mos pap poj sambo son svä svå sys sön änk",
    r"(?P<kin>fru|hustru|make|maka|man|sambo|son|dotter|bror|syster|mamma|pappa|mor|far|änka"
    r"|barn|barnbarn|exfru|exman|flickvän|pojkvän|svåger|svägerska|svärson|svärdotter|söner|döttrar|moster|kusin)\b",
)
_KIN_IS = Led(
    "ado barnbar barnen_ bro bru dennes_ der dot exf exm fad far fas fli fru föräldr hal hans_ hen hus kli kus "
    "lil mak mam min mod mor mos pap pat persone poj sambon_ son svä svå sys tvi vars_ änk",
    rf"\b(?:(?:hans|hennes|hens|vars|deras|min|dennes|klientens|personens|brukarens"
    rf"|patientens) (?P<kin>{_KIN_BARE}|föräldrar)"
    rf"|(?P<own>{_KIN_DEFINITE.replace('|mannen', '')})) "
    r"(?:är|var|blev|jobbar som|arbetar som|sitter som) (?:också |även |själv )?(?:en |den |ett )?"
    r"(?:[^\W\d_]{2,}s )?(?:före detta |tidigare |kända |kände |känd |hans |hennes |också "
    r"|[^\W\d_]{2,}sk[ea]? )?(?P<who>[^\W\d_]{3,})",
)
_HOUSE = Led(
    "ado barnbar barnen_ bro der dot exf exm fad far fas fli fru föräldr hal hans_ hen hus kli kus lil mak mam "
    "mannen_ min mod mor mos pap poj sambon_ son svä svå sys tvi vars_ änk",
    rf"(?:(?:hans|hennes|hens|vars|deras|min|klientens) (?:{_KIN_BARE})|{_KIN_DEFINITE}) (?=(?:\w+ )?(?:sitter"
    rf"|satt|är invald|kandiderar)"
    r" (?:i|till) (?:riksdagen|regeringen|[^\W\d_]*fullmäktige|kommunstyrelsen|europaparlamentet|kyrkorådet"
    r"|sametinget))",
)
_NTH = Led(
    "der sin sit",
    r"(?:sitt|sin|deras) (?P<nth>femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte|[^\W\d_]+tonde"
    r"|tjugo\w+) (?:barn"
    r"|graviditet)\b",
)
_LOSS = Led(
    "barnen_ bro dot dru fad fru förlora förolyc försvun föräldr hus ihj mak mam mannen_ mis mod mör omk pap "
    "sambon_ son sys",
    r"\b(?:(?P<lost>förlorade|miste|förlorat|mist) (?:båda |bägge |sin |sina |alla |ett |två |tre |ena )+"
    r"(?:föräldra\w*|barn\w*|son|söner|dotter|döttrar|man|fru|make|hustru|bror|syster|syskon|sambo|familj"
    r"|tvilling\w*)"
    r"|(?P<kin>föräldrarna|föräldrar|hustrun|maken|mannen|sonen|dottern|barnen|brodern|systern|syskonen|sambon|frun"
    r"|pappan|mamman|fadern|modern) (?:\w+ )?(?P<fate>omkom|drunknade|mördades|försvann|sköts|brann inne"
    r"|avrättades|tog livet av sig|togs av lavinen|förolyckades|dog i [^\W\d_]*(?:olycka|brand|krasch)\w*)"
    r"|(?P<dead>drunknade|omkomna|omkomne|mördade|försvunna|förolyckade|ihjälskjutne?a?|ihjälskjutna) "
    r"(?=syskon\w*|barn\w*|son\w*|flick\w*|pojk\w*|\w*man\w*|make\w*|dotter\w*|bröder\w*|\w+aren|\w+en\b))",
)
_TAKEN = Led(
    "ado barn_ barnen barns_ bortgif bro byt ens fick_ba fått_ba gif gra har_bar hed kus kön lev nys ski sys två vän",
    r"\b(?:barn(?:en)?s? (?:\w+ ){0,2}(?:omhändertogs|tvångsomhändertogs|kidnappades|fördes bort|rövades bort)"
    r"|(?:bort|tvångs)gift\w*|kusingift\w*|hedersmord\w*|bytte kön|bytt kön|byta kön|könskorriger\w+|könsbyte\w*"
    r"|(?:väntar|väntade|fick|fått|har) barn (?:\w+ )?(?:via|genom|med hjälp av) \w+|adoptera(?:de|t|des)\b"
    r"|ensam vårdnad\w*|ensam vårdnadshavare|barn med sin (?:[^\W\d_]*(?:far|bror|mor|son)|kusin|lärare|tränare|präst"
    r"|chef|terapeut|läkare)|gift (?:för )?(?:fjärde|femte|sjätte) gången|lever (?:i|med) (?:två"
    r"|tre) "
    r"(?:män|kvinnor|partner)|(?:gift\w*|skilt|skild\w*|gift om) (?:\w+ ){0,4}(?:tre|fyra|fem|sex) gånger"
    r"|gifte sig med|nyskild|gravid (?:\w+ )?(?:tretton|fjorton|femton)åring\w*|syster och bror|bror och syster)\b",
)
_TOGETHER = Led(
    "all bli brö båd döv emb gra hom kön les samköna spe sys två ägg",
    r"\b(?:alla (?:tre|fyra|fem) (?:barnen |syskonen |bröderna |systrarna |döttrarna |sönerna )?(?=med |har |autis"
    r"|döva|blinda|är )|båda (?=blinda|döva|med |har |lider|sjuka|är "
    r"|dömda|autis|rullst|över \d)"
    r"|båda (?:söner\w*|döttrar\w*|barnbarn\w*)|två (?:mammor|pappor)|systrarna|bröderna|syskonparet|samkönat par"
    r"|homosexuellt par|lesbiskt par|könsblandat par|gravid|(?:ägg|sperma?|embryo)donation\w*|(?:döva|blinda|döv"
    r"|blind) (?=föräld))",
)
_LONGEST = 30
_NTH_WEIGHTS = {"femte": 0.5, "sjätte": 1.0, "sjunde": 1.0, "åttonde": 1.5, "nionde": 1.5, "tionde": 1.5}
_UNHEARD_OF = frozenset("tio elva tolv tretton fjorton femton sexton".split())
_VERY_MANY = frozenset("sju åtta nio tio elva tolv tretton 7 8 9 10 11 12 13 14 15".split())
_YOUNG_PARENT = Led(
    "fad far förälde mam mod mor pap",
    r"\b(?:mamma|mamman|pappa|pappan|mor|modern|far|fadern|förälder|föräldern)(?: är| på|,)?(?: själv| bara| nu"
    r"| endast)* "
    r"(?:1[2-6]|tolv|tretton|fjorton|femton|sexton)(?: år)?\b",
)
_OLD_PARENT = Led(
    "fick_bar fått_bar fick_sitt fick_sin fått_sitt fått_sin födde blev_mamma blev_pappa blev_mor blev_far blev_för",
    r"\b(?:(?:fick|fått) (?:barn|(?:sitt|sin) (?:första|enda|yngsta) (?:barn|son|dotter))|födde (?:\w+ )?(?:barn|son"
    r"|dotter|tvillingar)|blev (?:mamma|pappa|mor|far|förälder)) (?:först )?(?:vid|när (?:hon|han|hen) var) (?:4[7-9]"
    r"|[5-9]\d)(?: år(?:s ålder)?(?: gammal)?)?\b",
)
_LEFT = Led(
    "ado arv barnbar barnen_ bon bro dot exf exm fad far fas fli fru föräldr gif hal hus ingift_ kus lil mak mam "
    "man_eft man_til man_åt_ mannen_ mod mor mos pap poj sambo_e sambo_t sambo_å sambon_ slä son sty svä svå sys "
    "tvi änk ätt",
    rf"\b(?P<kin>{_KIN_DEFINITE}|{_KIN_BARE}) (?:till|efter|åt) (?=(?:de|den|det) (?:drunknade|omkomna|omkomne"
    rf"|mördade|försvunna"
    r"|försvunne|förolyckade|ihjälskjut\w+|avrättade))",
)
_OWN = re.compile(r"(?:egen|egna|enda|ende|äldst[ae]|yngst[ae]|vuxna|vuxne|förra|före detta|tonårige|tonåriga) $")
_NO_ROLE = frozenset(
    "en den det ett att sin sina hans hennes vår mig oss någon annan man kvinna person personen klienten klient "
    "patienten brukaren deltagaren två tre ett barn barnet barnen".split()
)


def find(text: Starts) -> Iterator[Part]:
    """Give what is unusual about the family."""
    yield from _many(text)
    yield from _kin(text)
    yield from _fates(text)


def _many(text: Starts) -> Iterator[Part]:
    for match in _CHILDREN.hits(text):
        if match["many"] != "fyra" or match["alone"] or match["small"] or len(match["children"]) > len("döttrar"):
            weight = 1.5 if match["many"] in _VERY_MANY and match["children"] in {"barn", "barnen"} else 1.0
            yield Part(match.start("many"), match.end(), Rarity.FAMILY, weight, f"flera {match['children']}")
    for match in _BROOD.hits(text):
        if match["many"] or match["foster"]:
            weight = 0.5 if match["many"] in {"fyra", None} else 1.5 if match["many"] in _VERY_MANY else 1.0
            weight = 2.5 if match["many"] in _UNHEARD_OF else weight
            yield Part(match.start(), match.end(), Rarity.FAMILY, weight, _brood(match["who"], match["form"]))
    for match in _TOGETHER.hits(text):
        says = "syskonen" if match.group() in {"systrarna", "bröderna", "syskonparet"} else ""
        says = "barnen" if "barnen" in match.group() else says
        couple = match.group().endswith(" par")
        yield Part(match.start(), match.end(), Rarity.FAMILY, 1.0 if couple else 0.5, "par" if couple else says)


def _fates(text: Starts) -> Iterator[Part]:
    for match in _HOUSE.hits(text):
        yield Part(match.start(), match.end() - 1, Rarity.FAMILY, 1.0, "en anhörig")
    for match in _NTH.hits(text):
        yield Part(match.start(), match.end(), Rarity.FAMILY, _NTH_WEIGHTS.get(match["nth"], 2.5), "ett barn till")
    for match in _LEFT.hits(text):
        yield Part(match.start(), match.end("kin"), Rarity.FAMILY, 1.0, match["kin"])
    for match in _YOUNG_PARENT.hits(text):
        yield Part(match.start(), match.end(), Rarity.FAMILY, 2.0, "en mycket ung förälder")
    for match in _OLD_PARENT.hits(text):
        yield Part(match.start(), match.end(), Rarity.FAMILY, 2.0, "har barn")
    for match in _LOSS.hits(text):
        says = "har sorg efter" if match["lost"] else ""
        says = f"{match['kin']} dog" if match["kin"] else "förlorade en anhörig" if match["lost"] else says
        yield Part(match.start(), match.end(), Rarity.EVENT, 1.5 if match["dead"] else 1.0, says)
    for match in _TAKEN.hits(text):
        weight = 0.5 if match.group().startswith(("ensam", "gifte")) else 1.0
        yield Part(match.start(), match.end(), Rarity.FAMILY, weight, _taken(match.group()))


def _kin(text: Starts) -> Iterator[Part]:
    for match in _OF.hits(text):
        if _known(match["who"]):
            start = match.start("rest")
            yield Part(match.start(), match.end("kin"), Rarity.FAMILY, 1.0, match["kin"])
            told = match["rest"] or match["who"].endswith(("n", "et"))
            yield Part(start, match.end(), Rarity.OCCUPATION, 1.5 if told else 1.0, "en annan person")
    lower = text.lower
    for match in _ROLES_KIN.hits(text):
        own = _OWN.search(lower[max(0, match.start() - _LONGEST) : match.start()])
        before = match.start() - (len(own.group()) if own is not None else 0)
        if not lower.endswith("s ", 0, before):
            continue
        start = lower.rfind(" ", max(0, before - _LONGEST), before - 1) + 1
        role = lower[start : before - 2].lstrip('("”')
        if _definite(role) and _known(role):
            yield Part(before - 2 - len(role), before - 1, Rarity.OCCUPATION, 1.5, "en annan persons")
            yield Part(match.start(), match.end(), Rarity.FAMILY, 1.0, match["kin"])
    for match in _KIN_IS.hits(text):
        if _known(match["who"]):
            kin = "kin" if match["kin"] else "own"
            yield Part(match.start(kin), match.end(kin), Rarity.FAMILY, 1.0 if match["kin"] else 0.5, match[kin])
            if match["kin"]:
                yield Part(match.start("who"), match.end(), Rarity.OCCUPATION, 1.0, "yrkesverksam")


def _known(word: str) -> bool:
    """Tell whether a word is for what somebody does that others know of."""
    if word in _NO_ROLE:
        return False
    found = listed(word)
    if found is not None and found.rarity is Rarity.OCCUPATION:
        return not found.common or found.says in {"politik och förvaltning", "skolan", "rättsväsende"}
    head = word.removesuffix("s")
    return head.endswith(("rektorn", "rektor", "ordföranden", "ordförande", "direktören", "chefen", "rådet")) or (
        trade(head) and head.endswith(("en", "an")) and len(head) > len("mannen") + 1
    )


def _definite(role: str) -> bool:
    return role.endswith(("en", "an", "rn", "et"))


def _brood(who: str, form: str | None) -> str:
    if who.startswith("familj"):
        return "familjen" if form else "familj"
    if form in {"r", "rn", "erna", "na"} or who in {"mödrar", "föräldrar"}:
        return "föräldrar"
    owned = "s" if form in {"s", "ns", "ens"} else ""
    return ("föräldern" if form in {"n", "en", "ns", "ens"} else "förälder") + owned


def _taken(said: str) -> str:
    if said.startswith("gravid"):
        return "ungdom som väntar barn"
    if said.startswith("barn med"):
        return "barn"
    if said.startswith("barn"):
        return "barnen placerades"
    if said.startswith("ensam"):
        return "ensam"
    return "väntar barn" if said.startswith(("väntar", "väntade")) else "har barn" if " barn" in said else ""
