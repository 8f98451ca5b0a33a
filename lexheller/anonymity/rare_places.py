"""Does the text name a small place, or speak of one that has no name: the village, the island, the works?

A place where only a service lies ("vårdcentralen i Vilhelmina") says half as much about where a person lives.
"""

import re
from collections.abc import Iterator, Sequence

from lexheller.anonymity.late import Late
from lexheller.anonymity.lexicon import NAME, Word, lexicon
from lexheller.anonymity.populations import SIZES, Size
from lexheller.anonymity.rare_led import Led, Starts
from lexheller.anonymity.rare_words import COMMON_COUNTRIES, COUNTRIES
from lexheller.anonymity.rarity import Part, Rarity

_WEIGHTS = {Size.VERY_SMALL: 1.5, Size.SMALL: 1.0, Size.MIDDLING: 0.5}
_BESIDE_SERVICE = 0.5
_BEFORE = Late(
    r"\b(?:i|från|utanför|på|till|nära|vid|kring|runt|norr om|söder om|öster om|väster om|byn|samhället|orten|ön"
    r"|kommunen|bruket|boende|bosatt|skriven|hemmahörande|fr|fr\.|uppvuxen|hemort|ort:|år)"
    r" (?:(?:lilla|gamla|norra|södra|östra|västra|inre|yttre) )?$"
)
_SERVICE = Late(
    r"(?:central\w*|kontor\w*|\baf|\bfk|kassan|förmedlingen|sjukhus\w*|lasarett\w*|mottagning\w*|öppenvård\w*"
    r"|psykiatri\w*"
    r"|\bbup|socialtjänst\w*|kommunen|handläggar\w*|klinik\w*|folkhögskol\w*|anstalt\w*|kurs\w*|möte\w*|träff\w*"
    r"|projekt\w*|verksamhet\w*|team\w*|avdelning\w*|tingsrätt\w*|akut\w*|stationen|\bbuss\w*|tåget|förbundet"
    r"|enhet\w*|frivård\w*"
    r"|resa\w*|pendla\w*|mellan|tjänst\w*|utredning\w*|jour(?:en|hem\w*|mottagning\w*)?|\bame|rehab\w*|\bbb|lager\w*"
    r"|gymnasi\w*|\bskola\w*)"
    r" (?:både |finns |ligger |låg |är |också |hos |nere |bara )?(?:i|på|till|från|vid) $"
)
VILLAGE_ENDINGS = tuple(
    ending + case
    for case in ("", "s")
    for ending in (
        "boda fors hult vik viken by näs torp ryd hed sele träsk mark forsen bruk hyttan hytta sjö sund bäck backa ås"
        " mora ö sjön vattnet dal dalen bygd bygden holmen holm nön rön lön dön mön ttön"
        " böle liden selet tjärn åker svall berg"
        " berget lunda sjöberg arp inge löv järv vaara suando avan anäs åsen heden grund gruvan skär skären udde "
        "udden näset vallen fjäll fjället kobben tjärnen tjärna mossen kilen mon"
    ).split()
)
_NO_VILLAGE = Late(
    r"gård|skol|hem|center|centr|projekt|kassan|verket|förening|sjukhus|klinik|dagen|grupp|vård|mottag|avdelning"
    r"|tunnel"
    r"|länet|region|kommun|bolag|bank|mars|dator|system|församl|kyrk|lagen|akut|torget|vägen|gatan|centrum"
)
_SHORTEST = 5
_COMMUNE = Late(r"s? (?:kommun(?:en)?|socken|församling|glesbygd|skärgård)\b")
_UNKNOWN = re.compile(r"[A-ZÅÄÖ][a-zåäöé]{3,}(?:-[A-ZÅÄÖ][a-zåäöé]+)?$")
_SYSTEMS = frozenset(
    "treserva procapita lifecare cosmic teams excel outlook viva prosona pascal melior sharepoint onedrive zoom skype "
    "facebook instagram tiktok youtube snapchat messenger whatsapp stratsys platina evolution combine magna cura kiviq "
    "journalia takecare sahlgrenska ryhov capio aleris kry finsam samsip mellansverige liseberg skansen kolmården "
    "furuvik universeum".split()
)
_UNNAMED = Led(
    "byk byn bys fjä hel i_b i_d i_e i_f i_g i_lilla i_liten i_sameb i_skärg i_sockn i_trakt i_v lan län på_bruk "
    "på_den_ på_det_ på_en_b på_en_l på_en_ö på_lill på_lite på_orte på_själ på_ön reg sameby sve",
    r"\b(?:i (?:en|den|vår) (?:liten|lilla|avlägsen|avlägsna) (?:by|byn|ort|orten|kommun|socken|socknen|församling"
    r"|skärgårdsby|fjällby|stad|bruksort"
    r"|kustort|kustby)|i (?:vår|en) (?:socken|fjällby|skärgårdsby|bruksort)|i trakten|i byarna|i (?:en|vår) by|i byn"
    r"|hela byn|byns|bys?kola\w*"
    r"|på en (?:liten )?ö|på (?:själva )?ön|i bruket|på bruket|(?:på|i) (?:en |den |det )?(?:lilla "
    r"|liten )?bruksort\w*|i bygden|hela bygden|i socknen"
    r"|i en av (?:våra|länets|landets|sveriges|regionens) minsta \w+|(?:länets|landets|sveriges"
    r"|regionens) minsta (?:kommun|by"
    r"|skola|församling|ort)\w*|i skärgården|i fjällbyn|fjällby|i fiskeläget|i samebyn|samebyn?|på orten"
    r"|i grannbyn|i det lilla samhället"
    r"|i glesbygd\w*)\b",
)


def find(text: str, lower: str, words: Sequence[re.Match[str]], named: Sequence[int], starts: Starts) -> Iterator[Part]:
    """Give every small place.

    Args:
        text: the text.
        lower: the same in lower case.
        words: its words.
        named: which of them may be the name of a place.
        starts: the text as patterns are tried on it.
    """
    for index in named:
        following = words[index + 1] if index + 1 < len(words) else None
        part = _named(text, lower, words[index], following)
        if part is not None:
            yield part
    for match in _UNNAMED.hits(starts):
        said = match.group()
        says = "skolan" if "skol" in said else "ortens" if said == "byns" else "i närområdet"
        yield Part(match.start(), match.end(), Rarity.PLACE, 1.0, says)


def _other_form(name: str) -> Size | None:
    """Give the size of "Sorseles" and of "Gällivaretrakten"."""
    if name.endswith("trakten"):
        near = SIZES.get(name.removesuffix("trakten"), SIZES.get(name.removesuffix("strakten")))
        return Size.SMALL if near else near
    return SIZES.get(name[:-1]) if name.endswith("s") else None


def _built_like(name: str) -> Size | None:
    """Give a size to what ends as villages do, and to places of the word list that are no towns."""
    if name.lower() in _SYSTEMS:
        return None
    if name.endswith(VILLAGE_ENDINGS) and not _NO_VILLAGE().search(name.lower()):
        return Size.VERY_SMALL
    kinds = lexicon().kinds(name.lower())
    return Size.SMALL if kinds & Word.PLACE and not kinds & Word.OWN_PLACE and not kinds & NAME else None


def _nowhere_else(name: str, before: str) -> bool:
    """Tell whether a word that follows "i" is no word, name, organisation or computer system, so a place few know."""
    if before.endswith("från ") or name in _SYSTEMS or _NO_VILLAGE().search(name):
        return False
    words = lexicon()
    return not (words.kinds(name) or words.ordinary(name) or words.compound(name))


def _named(text: str, lower: str, word: re.Match[str], following: re.Match[str] | None) -> Part | None:
    name, start, end = word.group(), word.start(), word.end()
    if name in COMMON_COUNTRIES or name in COUNTRIES:
        return None
    size = SIZES.get(name)
    if following is not None and following.start() == end + 1 and following.group()[0].isupper():
        joined = text[start : following.end()]
        wider = SIZES.get(joined, SIZES.get(joined.replace(" ", "-")))
        if wider is not None:
            size, end = wider, following.end()
    genitive = size is None and name.endswith("s") and name[:-1] in SIZES
    size = _other_form(name) if size is None else size
    listed = size is not None
    if size is None and len(name) >= _SHORTEST:
        size = _built_like(name)
    if size is Size.LARGE or (size is None and not _UNKNOWN.match(name)):
        return None
    before = lower[max(0, start - 40) : start]
    led = _BEFORE().search(before) is not None
    if size is None and led and _nowhere_else(name.lower(), before):
        size = Size.SMALL  # no list knows it, and people live in it
    if size is None:
        return None
    commune = _COMMUNE().match(lower, end)
    beside = text[max(0, start - 2) : start] in {", ", " ("}
    if not (led or (listed and (commune or genitive or beside))):
        return None
    weight = _BESIDE_SERVICE if _SERVICE().search(before) else _WEIGHTS[size]
    if commune:
        return Part(start, commune.end(), Rarity.PLACE, weight, "en mindre kommun")
    return Part(start, end, Rarity.PLACE, weight, "en mindre orts" if genitive else "en mindre ort")
