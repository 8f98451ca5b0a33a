"""Does the text tell of an event that people have heard of, or say that there is only one such person?"""

import re
from collections.abc import Iterator, Sequence

from lexheller.anonymity.late import Late
from lexheller.anonymity.rare_words import PEOPLE
from lexheller.anonymity.rarity import Part, Rarity

_PUBLICITY = Late(
    r"\b(?:(?:de[nt]?|ett|en|i|från|efter|mycket|medialt|starkt|hårt|nationellt"
    r"|internationellt) (?:uppmärksamma[dt]e?|omskriv(?:na|en|et)|omtala[dt]e?"
    r"|omdebattera[dt]e?)\b|medieuppmärksamma\w+|medialt uppmärk\w+"
    r"|(?:(?:som|har|det|hade) )*(?:stod|stått|skrevs|skrivits|skrev|skrivit)(?: mycket"
    r"| det)?(?: om)?(?: \w+)? i (?:lokal|kvälls)?(?:tidning\w*|pressen)(?! att)"
    r"|i tidningen i (?:våras|vintras|höstas|somras|fjol)|på (?:förstasid\w+|löpsed\w+|löpsedl\w+|nyheterna)"
    r"|löpsedl\w+"
    r"|(?:var|varit|medverkade|medverkat|deltog|deltagit|syntes|synts|intervjuad\w*|känd|figurerat"
    r"|figurerade) (?:med )?(?:i|från) (?:en )?"
    r"(?:tv|teve|radio|rapport|nyheterna|\w*program\w*|\w*tidning\w*|dokumentär\w*|uppdrag granskning|idol|robinson"
    r"|melodifestivalen|svt)\b"
    r"|tv-(?:program|serie|dokumentär)\w*|dokumentären\b|dokumentärserie\w*|lotterivinst\w*|vann (?:på |i "
    r"|en )?\w*(?:lotteri|miljon|vm|os|sm|guld)\w*|rikskändis\w*|rikskänd\w*|riksbekant\w*|världskänd\w*|i media\b"
    r"|i medierna"
    r"|(?:tv|film|rock|pop|sport|tiktok)-?(?:kändis|stjärna|profil)\w*|nobelpris\w*|(?:os|vm)-(?:guld|medalj|silver"
    r"|brons)\w*)"
)
_PUBLICITY_SIGNS = (
    *"uppmärk omskr omtal omdeb tidning press löpsed första nyhet tv- teve radio program dokument granskn idol".split(),
    *"lotteri känd bekant media medier stjärn profil nobel os- vm-".split(),
    " tv",
    "vann ",
)
_NOTORIOUS_SIGNS = ("oskyldigt", "mästar", "olymp", "guldmed")
_GRAVE_SIGNS = tuple("skjut knivsk kidnapp mörda sköts överlevde försvunna omkomna skjutna spårade gisslan".split())
_GRAVE_SIGNS += ("på grund",)
_INCIDENT_SIGNS = tuple(
    "brand rånet rånades mord olyck skott explos terror kidnapp lavin översväm tsunami estonia grundst storm krasch"
    " bomb rättegång massak förlis dammbr skred räddade omkom överlevde sköts friad greps anhölls häktades åtalades"
    " fälldes avslöja brann hittades mörda försvann grund vann förlorade skjut kniv dömdes överföll drunkna begravdes"
    " dömd vittna".split()
)
_NOTORIOUS = Late(
    r"\b(?:oskyldigt (?:dömd\w*|fängsla\w+|häktad\w*|anklaga\w+)|världsmästar\w*|europamästar\w*|olympi(?:er|ske?"
    r"|sk)\w*|paralympier\w*|guldmedaljör\w*)"
)
_GRAVE = Late(
    r"\b(?:som )?(?:(?:blev|blivit) (?:skjut\w+|knivskur\w+|kidnapp\w+|mörda\w+)|sköts\b|kidnappades|mördades"
    r"|överlevde|den (?:mördade|försvunna|omkomna|skjutna)|spårade ur|gick på grund|gisslan\w*)"
)
_INCIDENT = Late(
    r"\b(?:branden|mordbrand\w*|(?:buss|gruv|tåg|båt|flyg|fall|skoter|skogsbruks|drunknings|helikopter|lavin|dyk"
    r"|spårvagns|kärnkrafts|fabriks|rid|segel"
    r"|färje|skol|spräng|klätter|gas|kran|traktor|tåg|linbane|fallskärms)s?olyck\w+|olyckan (?=i |på |vid "
    r"|utanför )|rånet|mordförsöket"
    r"|skottlossning\w*|explosionen|terror\w+|kidnapp\w*|lavinen|översvämningen|tsunamin?\b"
    r"|estonia\w*|grundstötning\w*|skogsbranden|stormningen|flygplanskrasch\w*|bombdåd\w*|rättegången"
    r"|diskoteksbrand\w*|massakern"
    r"|förlisning\w*|dammbrott\w*|skredet|jordskredet"
    r"|(?:som|sedan) (?:överlevde|sköts|omkom|räddade|friades|greps|anhölls|häktades|åtalades|fälldes|avslöjades"
    r"|förliste|brann|hittades|mördades|försvann|gick på grund|vann|förlorade \w+ (?:i|vid)"
    r"|blev (?:skjut\w+|knivskur\w+)|kidnappades|dömdes|överföll\w*|grundade|rånades|höll på att drunkna|begravdes)"
    r"|friad (?:efter|från)|dömd för|blev (?:skjut\w+|knivskur\w+|kidnapp\w+)|vittna\w* mot|förlorade (?:(?:ett"
    r"|båda|sitt|sin|högra|vänstra|ena) )*(?:ben\w*|arm\w*|hand\w*|syn\w*|hörsel\w*|fot\w*|finger|fingr\w*|öga))\b"
)
_GRAVE_ENDINGS = (
    "mordet",
    "skjutningen",
    "dådet",
    "raset",
    "attacken",
    "rånet",
    "skandalen",
    "haveriet",
    "kraschen",
    "massakern",
)
_BOUND = (
    r"(?:kommunens|byns|skolans|ortens|länets|socknens|sveriges|landets|världens|nordens|europas|stadens|bygdens"
    r"|öns|avdelningens|arbetsplatsens"
    r"|företagets|klassens|församlingens|regionens|bruksortens|samhällets|brukets|universitetets|landskapets"
    r"|trossamfundets|vår kommuns|lands"
    r"|[^\W\d_]{4,}s)"
)
_ONLY = Late(
    rf"\b(?:(?P<bound>{_BOUND}) (?:första och |absolut |i särklass )?(?:enda|ende|första|förste|äldsta|äldste"
    rf"|yngsta|yngste|siste|sista)"
    r"|den (?P<oldest>äldste|äldsta|yngste|yngsta)(?= på | i )"
    r"|(?:(?P<article>de[nt]|de|vår) )?(?P<only>enda|ende)|(?:ensam|först) (?=i (?:kommunen|byn|länet|landet|skolan"
    r"|sverige)))\b"
)
_WITHIN = Late(
    r"\b(?:i|på|inom) (?:hela )?(?:vår |den |lilla )*(?:kommunen?|byn?|skolan|orten|ort|länet|socknen|sverige"
    r"|landet|norden|staden|stan|bygden|ön|avdelningen"
    r"|arbetsplatsen|klassen|församlingen|regionen|samhället|trakten|grannskapet)\b"
    r"|\bpå sin (?:institution|arbetsplats|skola|avdelning|ort|enhet)\b"
)
_ALL_KNOW = Late(
    r"\b(?:alla|hela \w+|många|folk(?! som)|varenda människa|vem som helst)(?: (?:här|i|på|som|bor|där|vår|hela|lilla"
    r"|\w{2,12})){0,4}? (?:vet|känner|förstår|visste|pratar|talar|minns|räknar ut|kan räkna ut)"
    r"(?: (?:direkt|till|igen|om|nog|exakt|ju))* (?P<who>vem|vilka|vilken familj|honom|henne|familjen"
    r"|hens?)\b(?: (?:det|hen|hon|han|de) (?:är|rör sig om|gäller|handlar om))?"
    r"|\b(?:alla(?: här| i \w+| på (?:orten|ön|\w+))?|hela (?:byn|bygden|orten|samhället|bruket|trakten|ön)) (?:vet"
    r"|känner|pratar|talar|minns|förstår)\b(?! att| inte)(?: (?:till )?(?:historien|saken|honom|henne))?"
    r"|\b(?:(?:lokal|by)?kändis\w*|byoriginal\w*|välkänd\w*|ökänd\w*|lokalt känd\w*|känner historien|profil på orten)"
    r"|\b(?P<article>den|en|vår) (?:lokalt )?(?:kända|kände|känd) (?!vård|rutin|diagnos|kontakt|problem|orsak|adress)"
    r"|\b(?:är|var|blev|blivit) (?:lokalt |väl|riks|ganska |mycket )?känd (?:i|från|på|över|runt|längs)\b"
    r"|\b(?:bli|blir|blev) igenkänd\b|\bkänd från\b|\blätt att (?:känna igen|identifiera|peka ut|räkna ut)"
    r"|\bså många (?:\w+ )?finns (?:det )?inte|\bdet finns bara en\b"
    r"|\bomöjlig\w* att (?:inte känna igen|avidentifiera)|\bingen annan i (?:byn|kommunen|länet|sverige)\b"
)
_ALL_SIGNS = (
    "alla",
    "hela ",
    "känd",
    "kändis",
    "många",
    "folk",
    "lätt att",
    "finns bara",
    "omöjlig",
    "original",
    "profil",
    "ingen annan",
    "historien",
)
_GENDERED = Late(r" (?:kvinnliga|manliga) (?P<who>[^\W\d_]+)")
_NEAR = 26
_NEAR_PLACE = 45
_LOOK_AHEAD = 70
_RIGHT_AFTER = 14


def events(lower: str, words: Sequence[re.Match[str]]) -> Iterator[Part]:
    """Give what people may have read or heard of, and incidents that few have been in."""
    for word in words:
        if lower.endswith(_GRAVE_ENDINGS, word.start(), word.end()):
            yield Part(word.start(), word.end(), Rarity.EVENT, 1.5, "händelsen")
    if any(sign in lower for sign in _PUBLICITY_SIGNS):
        for match in _PUBLICITY().finditer(lower):
            yield Part(match.start(), match.end(), Rarity.EVENT, 2.0, _without(match.group()))
    for match in _NOTORIOUS().finditer(lower) if any(sign in lower for sign in _NOTORIOUS_SIGNS) else ():
        yield Part(match.start(), match.end(), Rarity.EVENT, 2.0, "berörd av en händelse")
    for match in _GRAVE().finditer(lower) if any(sign in lower for sign in _GRAVE_SIGNS) else ():
        yield Part(match.start(), match.end(), Rarity.EVENT, 1.5, _grave(match.group()))
    for match in _INCIDENT().finditer(lower) if any(sign in lower for sign in _INCIDENT_SIGNS) else ():
        yield Part(match.start(), match.end(), Rarity.EVENT, 1.0, _incident(match.group()))


def unique(lower: str, found: Sequence[Part]) -> Iterator[Part]:
    """Give the words that say that there is only one, or that everybody knows who it is."""
    for match in _ONLY().finditer(lower) if _one(lower) else ():
        if match["oldest"] or ((match["only"] or match["bound"]) and _of_a_person(lower, match, found)):
            within = _WITHIN().search(_ahead(lower, match.end()))
            named = any(0 <= part.start - match.end() <= _NEAR_PLACE and part.rarity is Rarity.PLACE for part in found)
            weight = 2.0 if match["bound"] or within is not None or named else 1.0
            yield Part(
                match.start(),
                match.end(),
                Rarity.UNIQUE,
                weight,
                "en" if match["bound"] or lower.startswith((" i ", " på "), match.end()) else match["article"] or "",
            )
            gendered = _GENDERED().match(lower, match.end())
            if gendered is not None:
                yield Part(gendered.start() + 1, gendered.end(), Rarity.OCCUPATION, 1.0, "person")
    if any(sign in lower for sign in _ALL_SIGNS):
        for match in _ALL_KNOW().finditer(lower):
            weight = 2.5 if match["who"] else 1.0
            yield Part(match.start(), match.end(), Rarity.UNIQUE, weight, match["article"] or _rumour(match.group()))


def _one(lower: str) -> bool:
    return any(sign in lower for sign in ("enda", "ende", "första", "förste", "äldst", "yngst", "siste", "sista"))


def _ahead(lower: str, end: int) -> str:
    after = lower[end : end + _LOOK_AHEAD]
    cut = re.search(r"[.!?\n]", after)
    return after[: cut.start()] if cut else after


def _of_a_person(lower: str, match: re.Match[str], found: Sequence[Part]) -> bool:
    """Tell whether the only one is a person, and not the only way to apply."""
    if (
        lower[max(0, match.start() - 12) : match.start()].endswith(("inte en ", "inte ", "det ", " en "))
        and match["only"] == "enda"
        and not match["article"]
    ):
        return False
    after = _ahead(lower, match.end())
    named = {Rarity.OCCUPATION, Rarity.DIAGNOSIS, Rarity.ORIGIN, Rarity.FAMILY, Rarity.AGE}
    if any(match.end() <= part.start <= match.end() + _NEAR and part.rarity in named for part in found):
        return True
    if any(
        word in PEOPLE or word.endswith(("elev", "patient", "mannen", "kvinnan", "flickan", "pojken"))
        for word in re.findall(r"[^\W\d_]+", after)[:3]
    ):
        return True
    if re.match(r" (?:i|på) ", after) and any(0 < part.start - match.end() <= _RIGHT_AFTER for part in found):
        return True
    if re.match(
        r" (?:kvinnliga |manliga )?\w{0,20}?(?:(?:pedagog|polis|präst|terapeut)(?:en)?|läkaren?|läraren?)\b", after
    ):
        return True
    within = _WITHIN().search(after)
    return (
        match["only"] is not None
        and within is not None
        and within.start() <= _RIGHT_AFTER
        and not re.match(r" \w+en |\w+et ", after)
    )


def _without(said: str) -> str:
    """Leave an article where an adjective goes."""
    first = said.split(" ", maxsplit=1)[0]
    if first in {"den", "det", "de", "en", "ett", "i", "från", "efter"}:
        return first
    if first == "vann":
        return "fick pengar"
    if said.startswith(("riks", "världskänd")):
        return "uppmärksammad"
    return "" if " " in said else "ett sammanhang"


def _grave(said: str) -> str:
    who = "som " if said.startswith("som ") else ""
    if said.endswith("överlevde"):
        return f"{who}var med om"
    if said.startswith("den "):
        return "den"
    if said.startswith("gisslan"):
        return "händelsen"
    return f"{who}fick svårigheter" if said.endswith(("ur", "grund")) else f"{who}skadades"


def _incident(said: str) -> str:
    if said.startswith("som "):
        return "som var med om något"
    if said.startswith("förlorade"):
        return "skadades"
    if said.startswith(("dömd", "friad")):
        return "berörd av"
    if said.startswith("blev"):
        return "blev skadad"
    return "händelsen"


def _rumour(said: str) -> str:
    return (
        "det är känsligt" if said.startswith(("alla", "hela", "många", "folk", "varenda", "vem", "så", "det")) else ""
    )
