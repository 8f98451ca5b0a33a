"""Does the text itself say that there is only one such person, or that everybody knows who it is?"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lexheller.anonymity.late import Late
from lexheller.anonymity.populations import SIZES, Size
from lexheller.anonymity.rare_events import EVERYDAY, PAST
from lexheller.anonymity.rare_led import Led, Starts
from lexheller.anonymity.rare_roles import trade
from lexheller.anonymity.rare_words import PEOPLE, listed
from lexheller.anonymity.rarity import Part, Rarity

_BOUND = (
    r"(?:kommunens|byns|skolans|ortens|länets|socknens|sveriges|landets|världens|nordens|europas|stadens|bygdens"
    r"|öns|avdelningens|arbetsplatsens"
    r"|företagets|klassens|församlingens|regionens|bruksortens|samhällets|brukets|universitetets|landskapets"
    r"|trossamfundets|vår kommuns|lands"
    r"|[^\W\d_]{4,}s)"
)
_ONLY = Led(
    "enda ende första förste sis yng äld",
    r"(?P<only>enda|ende)\b|(?P<most>första|förste|(?:äldst|yngst|sist)[ae])\b",
)
_BOUND_BEFORE = Late(rf"(?<!\w)(?P<bound>{_BOUND}) (?:första och |absolut |i särklass )?$")
_ARTICLE = Late(r"(?<!\w)(?P<article>de[nt]|de|vår) $")
_WITHIN = Late(
    r"\b(?:i|på|inom) (?:hela )?(?:vår |den |lilla )*(?:kommunen?|byn?|skolan|orten|ort|länet|socknen|sverige"
    r"|landet|norden|staden|stan|bygden|ön|avdelningen"
    r"|arbetsplatsen|klassen|församlingen|regionen|samhället|trakten|grannskapet)\b"
    r"|\bpå sin (?:institution|arbetsplats|skola|avdelning|ort|enhet)\b"
)
_CLEFT = Led("som vars", r"(?:som|vars)(?= )")
_WHO = Late(
    r"\b(?P<who>(?:det (?:var|är) |den där |den )?(?:han|hon|hen|honom|henne|dom|de|den|mannen|kvinnan|killen"
    r"|tjejen|snubben"
    r"|gubben|gossen|grabben|karln|tösen|barnet|tonåringen|gumman|tanten|farbrorn|damen|grabben|pojken|flickan|paret"
    r"|familjen|mamman|pappan|modern|fadern"
    r"|personen|änkan"
    r"|systern|brodern|ungdomen|eleven|klienten|patienten|[^\W\d_]*(?:killen|tjejen|pojken|flickan|mannen|kvinnan)"
    r"|(?:samma|den) (?:kvinna|man|person|familj|pojke|flicka|kille|tjej|elev|patient|klient)"
    r"|(?P<agent>[^\W\d_]+(?:innan|aren|isten|ören"
    r"|logen|anten|smeden)))) $"
)
_WHO_REACH = 36
_BYNAME = Led(
    "de_ den_så_ går i_f kal kän som_kal så_ ökn",
    r"\b(?:(?:den |de )?så kalla(?:d|de|t) (?=[a-zåäö]+(?:en|an|n|et|arna)\b)|kallas (?:för )?(?:allmänt )?(?=[”\"])"
    r"|känd (?:i \w+ )?som(?= )|går under namnet|öknamn\w*|känd under namnet|i folkmun (?:kallad|känd)"
    r"|som kallas (?:för )?(?=[”\"]))",
)
_YOU_KNOW = Led(
    "all det_räc du_ fat förstår gis går hör kan kän min ni_ någ omö svå vem vet",
    r"\b(?:(?:ni|du|alla) (?:\w+ ){0,3}?(?:vet|förstår|känner|hört|minns|anar|listar ut|räknar ut|fattar)"
    r" (?:(?:säkert|nog|ju|alla|redan|kanske|väl|direkt|till|igen|talas om) ){0,3}(?P<who>vem(?! som (?:är|har"
    r"|ansvarar|ska|gör|tar|kan))|vilken|vilka"
    r"|honom|henne|dem|familjen|paret)"
    r"|alla (?:här )?i [^\W\d_]+ (?:minns|känner till|vet|pratar om|har hört om) (?!at)[^\W\d_]{4,}(?:en|et"
    r"|an)\b(?<!rutinen)(?<!problemet)"
    r"|(?:ni|du) (?:minns|kommer ihåg|läste om|har läst om|hörde om) (?:säkert |nog |väl |kanske |ju )*"
    r"(?=(?:den |de )?[^\W\d_]{4,}(?:en|an|na)\b)(?!hand|beslut|möte)"
    r"|(?:minns|känner) (?:nog|säkert|ju|väl) (?=(?:den |de )?[^\W\d_]{4,}(?:en|an|na)\b)"
    r"|(?:hört|hör) talas om (?:honom|henne|hen|familjen|paret|dem)"
    r"|svårt att (?:hålla|göra|få) (?:\w+ )?(?:\w+ )?anonymt?|går inte att (?:anonymisera|avidentifiera)"
    r"|det räcker att nämna|(?:förstår|fattar|vet) (?:alla|folk|ni|varenda kotte) (?:direkt |genast |nog )?(?:vem"
    r"|vilka|vilken)"
    r"|(?:kan inte|omöjligt att) (?:anonymisera|avidentifiera)|gissa vem|(?<=, )ni vet(?= (?:den|han|hon|vem)"
    r"|[.,!]|$)|vem jag (?:menar|talar om|syftar på)"
    r"|känns (?:han|hon|hen) igen (?:var (?:han|hon|hen) än \w+|överallt|av alla)"
    r"|känns? (?:lätt )?igen av|någon (?:på|i) \w+ skulle känna igen)\b",
)
_ONE_OF_FEW = Led(
    "bara_en bara_et bara_fe bara_fy bara_tr bara_tv en_av_ endast_ ett_av_",
    r"(?:en|ett) av (?:(?:kommunens|byns|ortens|länets|sveriges|landets|världens|nordens|europas|regionens|stadens|öns"
    r"|socknens|bygdens|branschens|[^\W\d_]{4,}s) )(?:få|två|tre|fyra|fem|sista|enda|äldsta|yngsta|främsta|bästa|mest"
    r" kända)\b(?! kommun| vård| verksam| mottag| skol| boende)"
    r"|en av (?:två|tre|fyra|få) (?:\w+ )?i (?:hela )?(?:landet|länet|sverige|världen|norden|europa|kommunen)\b"
    r"|(?P<told>en av (?:bara |endast )?(?:två|tre|fyra|fem|få|ett fåtal)(?= (?:[^\W\d_]+ )?(?:i|på|med|som)\b))"
    r"|(?:bara|endast) (?:två|tre|fyra|fem|ett fåtal|en handfull) (?:\w+ )?(?:i|har|med) (?=(?:hela )?(?:sverige"
    r"|landet|länet"
    r"|kommunen|världen|norden|europa|byn))",
)
_OWNED_ROLE = Led(
    "bru byg byn förenin församl gra kommune kyr lag ort samhäll soc sta tra öns",
    r"\b(?P<bound>byns|ortens|bygdens|samhällets|öns|socknens|brukets|stadens|grannbyns|trakten?s|församlingens"
    r"|kommunens|sockens|bruksortens|kyrkbyns|föreningens|lagets)"
    r" (?P<former>tidigare |förre |förra |förre detta |gamle |gamla |före detta |egen |egna )?(?P<who>[^\W\d_]{5,})",
)
_FORMER_ROLE = Led(
    "byn den_av den_bl den_då den_fo den_fö den_kv den_ma den_ny den_om den_pe den_ti den_up ort vår_a vår_b "
    "vår_d vår_f vår_k vår_m vår_n vår_o vår_p vår_t vår_u vårt_",
    r"\b(?P<article>den|vår|vårt|byns|ortens) (?:tidigare|förre|förra|före detta|forne|pensionerade|avgångne"
    r"|avsatte|avsatta|avskedade|uppsagde|petade|omstridde|omstridda|blivande|nytillträdde|dåvarande|kvinnliga"
    r"|manlige|manliga) (?P<who>[^\W\d_]{5,})",
)
_WHOLE = Led(
    "hel",
    r"\bhela (?P<where>[^\W\d_]{2,})(?:s? (?:kommun|socken|församling))? (?:känner (?:till|honom|henne|familjen)"
    r"|undviker|undvek|hatar|ogillar|stöttar?|samlade|skrattar|viskar|är rädd|vet|pratar om"
    r"|talar om|snackar om|skvallrar|minns|har hört|följde|såg)\b(?: (?:det|historien|honom|henne|om det"
    r"|konflikten|saken))?",
)
_NO_PLACE = frozenset(
    "teamet gruppen personalen arbetsgruppen enheten familjen avdelningen kontoret tiden vägen processen dagen veckan"
    " natten nätverket samverkansgruppen styrelsen världen organisationen myndigheten kommunen regionen vården"
    " systemet".split()
)
_LETTERS = re.compile(r"[^\W\d_]+")
_FOCUS = Led(
    "det_gäl det_han det_rör det_är_ fal frågan_ vi_ äre",
    r"(?:(?:det|ärendet|frågan|fallet) (?:är|gäller|rör|handlar om|rör sig om)|vi talar om"
    r"|vi pratar om) (?=[^\W\d_]{4,}"
    r"(?P<ending>aren|innan|isten|ören|logen|mannen|anten|ägaren|mästaren|erskan|heten)\b)",
)
_ALL_HIS = Led(
    "all",
    r"\balla (?:\w+ ){0,2}?(?:känner|vet|pratar|minns|talar)(?: till| om| igen)? (?:om )?(?P<whose>hans|hennes"
    r"|hens|honom|henne|familjens)\b",
)
_PRONOUN = Late(
    r"\b(?:hon|han|hen|klienten|personen|mannen|kvinnan|pojken|flickan|deltagaren|patienten)(?: \w+){0,2} $"
)
_SOMEBODY = Late(
    r" (?:man|kvinna|person|pojke|flicka|människa|barn|pensionär|mormor|morfar|farfar|farmor|mamma|pappa)\b"
)
_NATION = Late(r"sverige|landet|världen|norden|europa")
_MOST = Led(
    "byg byn eur kommune lan län nor ort sve vär",
    r"(?P<of>sveriges|landets|nordens|världens|europas|länets|kommunens|byns|ortens"
    r"|bygdens) (?:allra )?(?:längst[ae]|kortast[ae]"
    r"|tyngst[ae]|tjockast[ae]|rikast[ae]|starkast[ae]|snabbast[ae]|yngst[ae] [^\W\d_]+(?:miljonär|mamma|pappa"
    r"|förälder)|(?P<any>[^\W\d_]+(?:lig|ig|g|r|d|t|k|s)(?:ast|st)[ae]))(?! (?:kö|vänte|hand|avstånd|kommun|skol|vård"
    r"|sjukhus|arbets|utman|problem|bostad|bolag"
    r"|stad|verksam|enhet|mottag|andel|grupp|region|insats|fråga))",
)
_FIRST_OF = Led(
    "ble de_ den_end den_för den_sis den_yng den_äld det_för enda_kv enda_ma enda_pe enda_öv ende_öv ens fick_eu "
    "fick_la fick_lä fick_no fick_so fick_sv fick_vä fått_eu fått_la fått_lä fått_no fått_so fått_sv fått_vä "
    "först_i första_ gen har_eur har_lan har_län har_nor har_som har_sve har_vär min mit någ ope sis var_end "
    "var_sis var_yng var_äld vår_end vår_yng vår_äld våra_en våra_yn våra_äl yng äld är_enda är_ende är_sist "
    "är_yngs är_älds",
    r"\b(?:(?:den|de) (?:första|förste|enda|ende|siste|sista)(?= (?:i|på|inom) (?:hela )?(?:\w+ )?\w+ (?:som|med"
    r"|att)\b)"
    r"|(?:fick|fått|genomgick|genomgått|genomgår|opererades med|har) (?:som )?(?:sveriges|landets|nordens|världens"
    r"|europas|länets) (?:allra )?(?:första|enda|ende)|ensam(?:ma)? om att (?:ha|få|tala|bo|vara)|(?:först|ensam"
    r"|yngst|äldst) i (?:landet"
    r"|sverige|norden|världen|europa|länet|kommunen|byn)|den (?:yngste|yngsta|äldste|äldsta) [^\W\d_]{4,}(?:en|an"
    r"|et) (?:i|på|av)\b|(?:första|enda) (?:kvinna|kvinnan|man|mannen|person|personen)"
    r" (?:i|på|att|som|med)|(?:är|blev|var) (?:äldst|yngst) (?:på|i|av)|(?:vår|min|våra|mitt) (?:enda|ende|yngsta"
    r"|äldsta|yngste|äldste) (?:klient|patient|brukare|deltagare|elev)|(?:ende|enda) överlevande|den (?:siste"
    r"|sista|enda|ende|första|förste) som (?:talar|kan|bor|har|lever|fått|fick|överlevt)|någonsin i (?:länet"
    r"|landet|sverige|kommunen)|(?:siste|sista) (?:fastboende|bofasta?|invånar\w*)"
    r"|(?:är|var) (?:sista|siste|enda|ende) (?:person|kvinna|man|människa)\w*|det första (?=i (?:landet|sverige|norden"
    r"|världen|länet) (?:som|med)\b))",
)
_ALL_KNOW = Led(
    "all ble bli byk byo den_kän den_lok det_fin en_känd en_loka fol hel ingen_a kän lok lät mån omö pro så_ "
    "var_gan var_kän var_lok var_myc var_rik var_väl varenda vem väl vår_kän vår_lok är_gans är_känd är_loka "
    "är_myck är_riks är_välk ökä",
    r"\b(?:alla|hela \w+|många|folk(?! som)|varenda människa|vem som helst)(?: (?:här|i|på|som|bor|där|vår|hela|lilla"
    r"|\w{2,12})){0,4}? (?:vet|känner|förstår|visste|pratar|talar|minns|räknar ut|kan räkna ut)"
    r"(?: (?:direkt|till|igen|om|nog|exakt|ju))* (?P<who>vem(?! som (?:är|har|ansvarar|ska|gör|tar|kan))"
    r"|vilka(?! som)|vilken familj|honom|henne|familjen"
    r"|hens?)\b(?: (?:det|hen|hon|han|de) (?:är|rör sig om|gäller|handlar om))?"
    r"|\b(?:alla(?: här| i \w+| på (?:orten|ön|\w+))?|hela (?:byn|bygden|orten|samhället|bruket|trakten|ön)) (?:vet"
    r"|känner|pratar|talar|minns|förstår)\b(?! att| inte)(?: (?:till )?(?:historien|saken|honom|henne))?"
    r"|\b(?:(?:lokal|by)?kändis\w*|byoriginal\w*|välkänd\w*|ökänd\w*|lokalt känd\w*|känner historien|profil på orten)"
    r"|\b(?P<article>den|en|vår) (?:lokalt )?(?:kända|kände|känd) (?!vård|rutin|diagnos|kontakt|problem|orsak|adress)"
    r"|\b(?:är|var|blev|blivit) (?:lokalt |väl|riks|ganska |mycket )?känd (?:i|från|på|över|runt|längs)\b"
    r"|\balla (?:har )?(?:såg|sett|läst|läste) [^\W\d_]{3,}(?:en|et|erna|orna)\b|\b(?:blev|blivit) (?:han|hon"
    r"|hen) (?:riks)?känd\b"
    r"|\b(?:bli|blir|blev) igenkänd\b|\bkänd från\b|\bkänd av (?:alla|många|hela)\b|\blätt att (?:känna igen"
    r"|identifiera|peka ut|räkna ut)"
    r"|\bså många (?:\w+ )?finns (?:det )?inte|\bdet finns bara en\b"
    r"|\bomöjlig\w* att (?:inte känna igen|avidentifiera)|\bingen annan i (?:byn|kommunen|länet|sverige)\b",
)
_GENDERED = Late(r" (?:kvinnlig|manlig)[ae] (?P<who>[^\W\d_]+)")
_NEAR = 26
_GENDER_REACH = 9
_BOUND_REACH = 44
_FIRST_IN = re.compile(r" (?:[^\W\d_]+ ){1,3}(?:i|på|inom) ")
_ON_OR_IN = re.compile(r" (?:på|i) ")
_NEAR_PLACE = 45
_LOOK_AHEAD = 70
_RIGHT_AFTER = 14


def unique(text: Starts, found: Sequence[Part]) -> Iterator[Part]:
    """Give the words that say that there is only one, or that everybody knows who it is.

    Args:
        text: the text.
        found: the other parts, in order.
    """
    lower = text.lower
    begins = [part.start for part in found]
    for only in _onlies(text):
        start, end = only.start, only.end
        following = found[bisect_left(begins, end) : bisect_right(begins, end + _NEAR_PLACE)]
        if only.oldest or _of_a_person(lower, only, following):
            within = _WITHIN().search(_ahead(lower, end))
            named = any(part.rarity is Rarity.PLACE for part in following)
            weight = 2.0 if only.bound or within is not None or named else 1.0
            says = "en" if only.bound or lower.startswith((" i ", " på "), end) else only.article
            yield Part(start, end, Rarity.UNIQUE, weight, says)
            gendered = _GENDERED().match(lower, end)
            if gendered is not None:
                said = "personen" if gendered["who"].endswith(("an", "en")) else "person"
                yield Part(gendered.start() + 1, gendered.end(), Rarity.OCCUPATION, 1.0, said)
    for match in _ALL_KNOW.hits(text):
        weight = 2.5 if match["who"] else 1.0
        yield Part(match.start(), match.end(), Rarity.UNIQUE, weight, match["article"] or _rumour(match.group()))
    yield from _told(text)
    yield from _cleft(text, found)
    for match in _OWNED_ROLE.hits(text):
        near = match["bound"] in {"byns", "ortens", "bygdens", "samhällets", "öns", "socknens", "brukets", "grannbyns"}
        if (near and (_post(match["who"]) or match["former"] in {"egen ", "egna "})) or (
            _role(match["who"]) and (match["former"] or match["bound"] not in {"kommunens", "stadens"})
        ):
            known = listed(match["who"]) is not None
            yield Part(match.start(), match.end("bound"), Rarity.UNIQUE, 1.5, "en")
            if not known:
                yield Part(match.start("who"), match.end(), Rarity.OCCUPATION, 1.0, "person")
    for match in _FORMER_ROLE.hits(text):
        either = "nlig" in lower[match.start() : match.end("article") + _GENDER_REACH]
        if _role(match["who"]) or (either and listed(match["who"]) is not None):
            # The definite form says that the reader may know who: there are not many who used to be that.
            yield Part(match.start(), match.end("article"), Rarity.UNIQUE, 1.5, match["article"])


class _Only(NamedTuple):
    """A word that says that there is one, with what it is bound to, and whether it says one and not oldest or first."""

    start: int
    end: int
    bound: str = ""
    article: str = ""
    only: bool = False
    oldest: bool = False


def _onlies(text: Starts) -> Iterator[_Only]:
    lower = text.lower
    for match in _ONLY.hits(text):
        start, end = match.span()
        before = lower[max(0, start - _BOUND_REACH) : start]
        only = match["only"] is not None
        bound = _BOUND_BEFORE().search(before)
        if bound is not None:
            yield _Only(start - len(before) + bound.start(), end, bound["bound"], only=only)
        elif only:
            article = _ARTICLE().search(before)
            said = article["article"] if article is not None else ""
            yield _Only(start - (len(said) + 1 if said else 0), end, "", said, only=True)
        elif before.endswith((" den ", "\nden ")) or before == "den ":
            if match["most"][0] in "äy" and _ON_OR_IN.match(lower, end):
                yield _Only(start - len("den "), end, oldest=True)
            elif _FIRST_IN.match(lower, end):
                yield _Only(start - len("den "), end, article="den")


def _told(text: Starts) -> Iterator[Part]:
    lower = text.lower
    for match in _ONE_OF_FEW.hits(text):
        if not match["told"] or lower.endswith(("är ", "var "), 0, match.start()):
            yield Part(match.start(), match.end(), Rarity.UNIQUE, 1.5, "en av flera")
    for match in _YOU_KNOW.hits(text):
        yield Part(match.start(), match.end(), Rarity.UNIQUE, 2.5, "det är känsligt")
    for match in _BYNAME.hits(text):
        yield Part(match.start(), match.end(), Rarity.UNIQUE, 2.0, "")
    for match in _FIRST_OF.hits(text):
        told = _PRONOUN().search(lower[max(0, match.start() - 30) : match.start()]) is not None
        if match.group().startswith(("vår", "min", "mitt")):
            told = True
        weight = 1.0 if not told else 2.5 if _NATION().search(lower, match.start(), match.end() + 20) else 1.5
        yield Part(match.start(), match.end(), Rarity.UNIQUE, weight, _first(match.group()))
    yield from _talked_of(text)


def _talked_of(text: Starts) -> Iterator[Part]:
    lower = text.lower
    for match in _MOST.hits(text):
        near = match["of"] in {"länets", "kommunens", "byns", "ortens", "bygdens"}
        weight = 1.0 if match["any"] else 1.5 if near else 2.0
        if not near and not match["any"] and _SOMEBODY().match(lower, match.end()):
            weight = 2.5
        yield Part(match.start(), match.end(), Rarity.UNIQUE, weight, "ovanlig")
    for match in _WHOLE.hits(text):
        where = match["where"]
        named = SIZES.get(where.capitalize(), Size.LARGE) is not Size.LARGE
        if named or where not in _NO_PLACE:
            local = where.endswith(("byn", "orten", "bygden", "socknen", "trakten", "samhället", "bruket", "ön"))
            weight = 2.5 if named else 1.5 if local else 1.0
            yield Part(match.start(), match.end(), Rarity.UNIQUE, weight, "det är känsligt")
    for match in _FOCUS.hits(text):
        word = _LETTERS.match(lower, match.end())
        if word is not None and (_role(word.group()) or (word.group().endswith("ägaren"))):
            yield Part(match.start(), match.end() - 1, Rarity.UNIQUE, 1.0, match.group().rstrip())
    for match in _ALL_HIS.hits(text):
        yield Part(match.start(), match.start("whose"), Rarity.UNIQUE, 1.0, "några har hört talas om")


def _cleft(text: Starts, found: Sequence[Part]) -> Iterator[Part]:
    """See a clause that tells one person from all others by what happened or what they do: "det är hon som vann"."""
    told = [part for part in found if part.rarity in _TELLING and part.weight >= 1]
    begins = [part.start for part in told]
    lower = text.lower
    for match in _CLEFT.hits(text):
        who = _WHO().search(lower[max(0, match.start() - _WHO_REACH) : match.start()])
        if who is None or (who["agent"] and not trade(who["agent"])):
            continue
        if who["who"] in {"det är de", "det är dom"}:
            continue  # any number of people
        start = max(0, match.start() - _WHO_REACH) + who.start("who")
        after = lower[match.end() : match.end() + _CLAUSE]
        if after.startswith((" en ", " ett ")):
            continue  # no clause: "mannen som en förebild"
        stop = re.search(r"[.!?\n]| och | men ", after)
        end = match.end() + (stop.start() if stop else len(after))
        within = told[bisect_left(begins, match.start()) : bisect_left(begins, end)]
        if who["who"] == "den" and not lower.endswith(("är ", "var "), 0, start):
            continue  # whoever it may be
        if who["who"] == "den" and not any(part.rarity is Rarity.EVENT for part in within) and not _DID().match(after):
            continue  # who has a task
        appositive = who["who"].endswith(("han", "hon", "hen", "den")) or who["who"].startswith("den där")
        if not within and appositive and (past := _DID().match(after)) and not past["verb"].startswith(EVERYDAY):
            yield Part(start, match.start() - 1, Rarity.UNIQUE, 1.5, _whom(who))
        elif within or _HABIT().match(after):
            grave = any(part.rarity is Rarity.EVENT for part in within)
            yield Part(start, match.start() - 1, Rarity.UNIQUE, 1.5 if grave or not within else 1.0, _whom(who))


def _whom(who: re.Match[str]) -> str:
    return "personen" if who["agent"] else who["who"].removeprefix("samma ")


def _role(word: str) -> bool:
    found = listed(word)
    return trade(word) if found is None else found.rarity is Rarity.OCCUPATION and not found.common


_SERVICES = frozenset({"vård och omsorg", "kontor", "skolan", "politik och förvaltning"})


def _works(word: str) -> bool:
    found = listed(word)
    return (
        found is not None
        and found.rarity in {Rarity.OCCUPATION, Rarity.ORIGIN, Rarity.FAMILY}
        and not (found.common and found.says in _SERVICES)
    )


def _post(word: str) -> bool:
    """Tell whether a word is for a post that a village has one of, common as it may be elsewhere."""
    found = listed(word)
    return (found is not None and found.rarity is Rarity.OCCUPATION) or word.endswith(
        ("ombud", "ombudet", "ordförande")
    )


def _first(said: str) -> str:
    if said.startswith(("vår", "min", "mitt")):
        return f"en {said.rpartition(' ')[2]}"
    if said.startswith(("fick", "fått", "genomg", "opererades", "har")):
        return said.partition(" ")[0] + " en"
    return "en som" if said.endswith((" som", " att")) else "en med" if said.endswith(" med") else "en"


_CLAUSE = 60
_TELLING = frozenset({Rarity.EVENT, Rarity.OCCUPATION, Rarity.FAMILY, Rarity.TRAIT})
_DID = Late(rf" (?P<verb>{PAST})\b")
_HABIT = Late(
    r" (?:alltid|jämt|ständigt|brukar|jämt och ständigt) (?:\w+ ){0,4}?(?:går|cyklar|står|sitter|kör|springer|skriker"
    r"|dansar|spelar|sjunger|ropar|gå|stå|sitta|skrika|sjunga|cykla|springa|dansa|spela)\b"
)


def _ahead(lower: str, end: int) -> str:
    after = lower[end : end + _LOOK_AHEAD]
    cut = re.search(r"[.!?\n]", after)
    return after[: cut.start()] if cut else after


_OF_A_THING = Late(
    r" (?:[^\W\d_]+[aet] )?[^\W\d_]*(?:ning|het|plats|boende|lägenhet|skola|team|klinik|avdelning|enhet|grupp|insats"
    r"|tjänst|hem"
    r"|vård|projekt|kurs|metod|dag|gång|väg|buss|affär|butik|center|central|lag|läge|sätt|skäl|svar|sak|fråga"
    r"|möjlig\w+|bostad)"
    r"(?:en|n|et|t|ar|er|na)?\b(?! (?:som|med) )"
)
_FAMILIES = frozenset("familjens syskonskarans parets gruppens klassens".split())


def _of_a_person(lower: str, only: _Only, following: Sequence[Part]) -> bool:
    """Tell whether the only one is a person, and not the only way to apply, also by the parts that follow."""
    if (
        lower[max(0, only.start - 12) : only.start].endswith(("inte en ", "inte ", "det ", " en "))
        and lower.startswith("enda", only.start)
        and not only.article
    ):
        return False
    after = _ahead(lower, only.end)
    if _OF_A_THING().match(after) or (only.bound in _FAMILIES and not only.only):
        return False
    if _GENDERED().match(lower, only.end):
        return True
    named = {Rarity.OCCUPATION, Rarity.DIAGNOSIS, Rarity.ORIGIN, Rarity.FAMILY, Rarity.AGE}
    if any(part.start <= only.end + _NEAR and part.rarity in named and part.weight >= 1 for part in following):
        return True
    if any(
        word in PEOPLE or word.endswith(("elev", "patient", "mannen", "kvinnan", "flickan", "pojken"))
        for word in re.findall(r"[^\W\d_]+", after)[:3]
    ):
        return True
    if re.match(r" (?:i|på) ", after) and any(0 < part.start - only.end <= _RIGHT_AFTER for part in following):
        return True
    if re.match(
        r" (?:kvinnliga |manliga )?\w{0,20}?(?:(?:pedagog|polis|präst|terapeut)(?:en)?|läkaren?|läraren?)\b", after
    ):
        return True
    whom = re.match(r" (?:(?:[^\W\d_]+[aet] ){0,2})([^\W\d_]{4,})", after)
    if whom is not None and (trade(whom[1]) or _works(whom[1])):
        return True
    within = _WITHIN().search(after)
    return (
        only.only and within is not None and within.start() <= _RIGHT_AFTER and not re.match(r" \w+en |\w+et ", after)
    )


def _rumour(said: str) -> str:
    return (
        "det är känsligt" if said.startswith(("alla", "hela", "många", "folk", "varenda", "vem", "så", "det")) else ""
    )
