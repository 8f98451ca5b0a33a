"""What else is striking about a person: the body, how they live, what they have been sentenced for?"""

from collections.abc import Iterator

from lexheller.anonymity.rare_led import Led, Starts
from lexheller.anonymity.rarity import Part, Rarity

_STRIKING = Led(
    "amp bara_et bru brö den_ext den_med den_myc den_obo den_ova den_säl en_extr en_medf en_myck en_obot en_ovan "
    "en_säll endast_ ext fick_bä fick_na fick_ry fick_sk föd förlora har_bar har_en_ har_ett kap klä knä lev "
    "med_bar med_en_ med_ett medfödd mis myc obo ova på_bara på_en_a på_en_b på_en_h på_en_l på_en_n på_en_ö "
    "på_ett_ samma_e samma_m samma_o samma_s sit syn säl såg tap är_blin är_döv är_helt är_med_ är_utan",
    r"\b(?:(?:en |den |samma )?(?:(?:mycket |extremt )?ovanlig\w*|sällsynt\w*|obotlig\w*|medfödd\w*) \w*(?:sjukdom"
    r"|diagnos|syndrom|tillstånd|skada|missbildning)\w*"
    r"|(?:bara|endast) ett (?:ben|öga)|(?:har|med|på) (?:bara )?(?:en|ett) (?:ben|arm|hand|öga|lunga|njure)"
    r"|sitter i (?:rullstol|permobil)|syndromet [^\W\d_]{3,}"
    r"|(?:född(?:es)?|lever|är) (?:med )?utan (?:armar|ben|händer|syn|hörsel|ögon|ena)\w*"
    r"|(?:tappade|tappat|kapade|kapat|klämde av|sågade av|förlorade|förlorat|miste|mist|amputera\w+) (?:sig )?"
    r"(?:(?:ett|båda|sitt|sin|högra|vänstra|ena|två|tre|fyra|fem|några) )*(?:ben\w*|arm\w*|hand\w*|händer\w*|syn\w*"
    r"|hörsel\w*|fot\w*|fötter\w*|finger\w*|fingr\w*|öga\w*|ögon\w*|tår\w*|käke\w*|näsa\w*|tunga\w*|underben\w*)"
    r"|(?:bröt|brutit|bröts|knäckte|fick) (?:ryggen|nacken|bäckenet|skallen)(?: krossad| bruten| av)?"
    r"|(?:är|född) (?:helt )?(?:blind|döv))\b",
)
_BODY = Led(
    " 0 ans brä fro föd hal hel jät rök ska skottsk skä str syr tat vik väg ärr",
    r"\b(?:(?:väger|vägde|vikt|vikten)(?: är|:| bara| endast| över| drygt| nästan"
    r"| under)* (?P<kilos>\d{2,3})(?: kilo| kg)?"
    r"|2[0-4]\d (?:cm|centimeter)(?=[,.;])|(?P<kilos2>\d{2,3}) (?:kilo|kg)\b(?: tung\w*| lätt\w*)?"
    r"|(?P<cm>\d{3}) (?:cm|centimeter) (?:lång|kort)\w*"
    r"|(?:ansikts|hel|hals)tatuera\w+|tatuera\w+ (?:i|över) (?:hela )?(?:ansiktet|halsen)|skallig flicka|jättelång"
    r"|hela ansiktet|brännmärkt\w*|skäggig dam|[^\W\d_]*födelsemärke\w*|brännärr\w*|ärr (?:i"
    r"|över) (?:hela )?(?:ansiktet|halsen)|(?:rökskadad|frostskadad|skottskadad|syraskadad|strålskadad)\w*)\b",
)
_LIVES = Led(
    "0 ana barnen_ barnsol bod boe bor_ bos bot byt cir dub ela elö ere fas fem fly fyr föd had har_ hemskol "
    "hemunde hop hun hål höl i_p kon kri lev läm med_ medl mil pap sex sju_dra sju_hus sju_häs sju_orm sju_pap "
    "sju_sch sjä som_fån sov sta tal tju tre_dra tre_hus tre_häs tre_med tre_orm tre_pap tre_sch trettio und upp "
    "var_fån varit_f vux väg väx äge ått öve",
    r"\b(?:bor|bott|bodde|levde|höll till|boende|lever|levt|övernattar|sover|bosatt)(?: \w+){0,2}? (?:i|på) (?:en "
    r"|ett |sin |sitt "
    r"|den |det )?"
    r"(?:gammal |gammalt |övergiven |övergivet |egen |liten |ombyggd )?(?P<where>husvagn|husbil|tält|jurta|husbåt"
    r"|segelbåt"
    r"|båt|fyr|slott|herrgård|kollektiv\w*|kloster\w*|skogen|grotta|koja|jordkula|bil|garage|tågstation"
    r"|järnvägsstation|busstation|flygplats|friggebod|sommarstuga|jaktstuga|koloni(?:stuga|lott)|båthus|lusthus"
    r"|folkhögskola|sekt|torp utan|ödehus"
    r"|rivningskåk|prästgård\w*|växthus|[^\W\d_]*buss|stall|källare|vindskupa|(?!barn)[^\W\d_]{2,}vagn|fartyg|skjul"
    r"|barack"
    r"|skolhus|stationshus|kyrka|lada|ekoby\w*|cirkusvagn|container|fäbod\w*|skäret|holme\w*"
    r"|behandlingshem\w*)(?:n|en|et)?\b"
    r"|\b(?:uppvuxen|uppvuxna|uppväxt|vuxit upp|växte upp|född|lämnat|lämnade|flytt från|hoppade av|hoppat av|barnen"
    r"|medlem"
    r"|med) (?:i |på "
    r"|från |inom )?(?:en |ett )?"
    r"(?P<grown>sekt\w*|cirkus\w*|klosters?\w*|kommun(?:e)?kollektiv|kollektiv\w*|barnhem\w*|flyktingläger\w*"
    r"|fängelse\w*|livets ord|[^\W\d_]{4,}församlingen"
    r"|jehovas\w*|krigszon\w*|resandefamilj\w*|maffia\w*|gäng\w*)\b"
    r"|\b(?:analfabet\w*|hungerstrejka\w*|(?:dubbelt|dubbla|tre|fyra) medborgarskap|bytt identitet"
    r"|elöverkänslig\w*|elallergi\w*|självhushåll\w*|eremit\w*|statslös\w*|papperslös\w*"
    r"|barnsoldat\w*|(?:håller|har|hade|äger|föder upp) (?:[^\W\d_]+ )?(?:lejon|tigrar|krokodiler|vargar|apor"
    r"|strutsar|alpackor"
    r"|lamor|kameler|giftormar|fågelspindlar|björnar|lodjur|rovfåglar)|(?:varit|var|som) fånge\b"
    r"|överlevt? (?:auschwitz|förintelsen|folkmordet)|krigsfång\w*|undervisas hemma|hemundervis\w*|hemskol\w*"
    r"|självmordsbomb\w*|fastboende"
    r"|cirkusfamilj\w*|miljonarv\w*|konkursmässig\w*|i personlig konkurs|(?:\d{2}|tjugo|trettio|fyrtio"
    r"|femtio)"
    r" (?:katter|hundar|getter|får|ormar|kaniner)|(?:tre|fyra|fem|sex|sju|åtta) (?:schäfrar|huskyhundar|draghundar"
    r"|hästar|ormar|papegojor)|(?:vägrar|talar inte|har slutat) (?:att )?(?:prata|tala)(?= |\.|,))\b",
)
_CRIME = Led(
    "ank avs avt ban brä drå döm fri fän förskin häk liv mis mor muc mör pet pol pyr rat rät sat sit smu sta sut "
    "tju utf utp utv villkor vål åkt åta ökä",
    r"\b(?:sitter (?:inne|anhållen|häktad)|(?:sitter|satt|suttit) i (?:fängelse|häkte)\w*|satt inne|suttit inne"
    r"|muckat?|muckade|avtjäna\w+"
    r"|fängelsestraff\w*|livstidsdömd\w*|livstids fängelse|dömd(?:a|es)? (?:för|till)|åkt dit för|åkte dit för"
    r"|rattfyll\w+|misshandelsdömd\w*|våldtäkt\w*|mordbrand\w*|förskingring\w*|förskingra\w*|bankrån\w*|smuggl\w+"
    r"|brände ner|brände ned|tjuvjakt\w*|pyroman\w*|dråp\w*|mördade sin|villkorligt frigiven|(?:anklagad|friad|avsatt"
    r"|petad|avskedad|polisanmäld|åtalad|utpekad|utvisad|ökänd|häktad|utfryst|avslöjad)\b|rättspsyk\w*"
    r"|stalkade)\b",
)
_SUPINES = frozenset("tappat kapat förlorat mist amputerat brutit".split())
_ACCUSED = ("anklag", "friad", "avs", "petad", "polisan", "åtal", "utp", "utv", "ökänd", "häktad", "utfryst")
_SPEAKS = Led(
    "förstas förstår kan mod pra tal",
    r"\b(?:talar|talade|pratar|kan|förstår)(?: (?:endast|bara|enbart|enkom|nästan|helst|flytande"
    r"|lite))+ (?P<tongue>[^\W\d_]{4,})"
    r"(?= |[,.;])|\b(?:modersmål|modersmålet|förstaspråk)(?: är| i|,)? (?P<first>[^\W\d_]{4,})",
)
_TONGUES = frozenset(
    "svenska engelska arabiska finska norska danska tyska franska spanska somaliska persiska polska ryska".split()
)
_LIGHT, _HEAVY = 45, 140
_VERY_LIGHT, _VERY_HEAVY = 36, 180
_SHORT, _TALL = 150, 200


def find(text: Starts) -> Iterator[Part]:
    """Give what few others share."""
    for match in _STRIKING.hits(text):
        yield Part(match.start(), match.end(), Rarity.DIAGNOSIS, 1.0, _striking(match.group()))
    yield from _bodies(text)
    for match in _LIVES.hits(text):
        if match["grown"]:
            yield Part(match.start("grown"), match.end(), Rarity.TRAIT, 1.0, "särskilda förhållanden")
        elif match["where"]:
            yield Part(match.start("where"), match.end(), Rarity.TRAIT, 1.0, "ett boende")
        else:
            yield Part(match.start(), match.end(), Rarity.TRAIT, 1.0, _lives(match.group()))
    for match in _SPEAKS.hits(text):
        tongue = match["tongue"] or match["first"]
        if tongue not in _TONGUES and not tongue.endswith(("ligt", "igen", "as")):  # kan endast användas
            yield Part(match.start(), match.end(), Rarity.ORIGIN, 1.0, "talar ett annat språk")
    for match in _CRIME.hits(text):
        yield Part(match.start(), match.end(), Rarity.TRAIT, 0.5, _crime(match.group()))


def _bodies(text: Starts) -> Iterator[Part]:
    for match in _BODY.hits(text):
        if match["kilos2"] and not match.group().endswith(("tung", "tunga", "lätt")) and int(match["kilos2"]) < _HEAVY:
            continue
        kilos, tall = match["kilos"] or match["kilos2"], match["cm"]
        if kilos and _LIGHT <= int(kilos) <= _HEAVY:
            continue
        if tall and _SHORT <= int(tall) <= _TALL:
            continue
        extreme = bool(kilos) and not _VERY_LIGHT <= int(kilos) <= _VERY_HEAVY
        says = "har ett särdrag" if kilos else "med ett särdrag"
        if "skada" in match.group():
            says = "skadade" if match.group().endswith("ade") else "skadad"
        yield Part(match.start(), match.end(), Rarity.TRAIT, 1.5 if extreme else 1.0, says)


def _lives(said: str) -> str:
    if said.startswith(("håller", "har ", "hade", "äger", "föder")):
        return "har djur"
    return "varit med om något" if said.endswith("fånge") else ""


def _striking(said: str) -> str:
    if said.startswith(("sitter", "har", "lever", "är")):
        return "har en funktionsnedsättning"
    if said.startswith(("föddes", "föds")):
        return "har en funktionsnedsättning"
    if said.startswith(("född", "med ", "på ")):
        return "med en funktionsnedsättning"
    if said.startswith(
        ("tappa", "kapa", "klämde", "sågade", "förlora", "mist", "amputera", "bröt", "brut", "knäck", "fick")
    ):
        return "skadats" if said.partition(" ")[0] in _SUPINES else "skadades"
    return "en funktionsnedsättning"


def _crime(said: str) -> str:
    if said.startswith("suttit"):
        return "begått brott"
    if said.startswith(("sitter", "satt", "muck", "avtjän", "åk", "brände", "mördade", "stalk")):
        return "har begått brott"
    if said.startswith(_ACCUSED):
        return "ifrågasatt"
    return "dömd" if said.startswith("dömd") else "brott"
