"""Which parts of a text narrow down who is meant: an exact age, a small place, an illness, an occupation, an event?

None of them points anybody out alone; `rare` adds them up.
"""

import re
from collections.abc import Iterator, Sequence

from lexheller.anonymity import rare_ages, rare_events, rare_places
from lexheller.anonymity.late import Late
from lexheller.anonymity.lexicon import lexicon
from lexheller.anonymity.rare_words import COMMON_COUNTRIES, COUNTRIES, FIRST_OF_TWO, PEOPLE, Listed, listed
from lexheller.anonymity.rarity import Part, Rarity

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|22q11")
_ACRONYMS = frozenset("als sle kol sma ms cp tbc pku ocd add me tbe".split())
_HAS = frozenset("har med fick fått får av diagnosen hade diagnosticerad drabbad lider och eller på sin".split())
_TAIL = Late(r" (?:sjukdom|syndrom|muskeldystrofi|kris)\w*")
_FORMER = Late(r"(?:före detta|f\.? ?d\.?|förre|förra|tidigare|pensionera(?:d|de)|avgången|avgångne|förutvarande) $")
_WORKS = Late(
    r"(?:(?:arbeta\w*|jobba\w*|verksam|anställd|utbildad|känd|tjänst\w*) (?:som|till|är) |\b(?:är|var) |, |end[ae] "
    r"|årig[ae]? )(?:en |ett |egen )?$"
)
_LONG = 6
_LATIN_CUES = frozenset("har med fått fick av diagnosen".split())
_AGE_AFTER = Late(r",? \(?\d{1,2}(?: år)?[,)]")
_AGED = Late(r"årig[ae]? $")
_AFTER_AGE = (
    "are",
    "aren",
    "arna",
    "ör",
    "ören",
    "ist",
    "isten",
    "log",
    "logen",
    "ant",
    "anten",
    "skan",
    "erska",
    "chef",
)
_PERSON_ENDINGS = (*_AFTER_AGE, "vakten", "arens", "man", "mannen")
_FORMER_SIGNS = ("före detta", "f.d.", "fd ", "f d ", "förre", "förra", "pensioner", "avgång", "förutvarande")
_OTHER_FORMER = frozenset(
    "man mannen fru frun sambo sambon make maken maka makan kollega arbetsgivare arbetsgivaren pojkvän flickvän "
    "klient patient handläggare handläggaren chef elev deltagare deltagaren brukare brukaren ägare hyresgäst läkaren "
    "behandlare behandlaren rådgivare rådgivaren samordnare samordnaren ledare månader chefen intygsskrivare dagar "
    "hyresvärden företrädare ordinarie".split()
)
_MULTIPLE = ("tvilling", "trilling", "fyrling", "femling")
_CHILD_SIGNS = (" barn", "söner", "döttrar", "syskon")
_TOGETHER_SIGNS = (
    *tuple("båda systrarna bröderna syskonparet samkönat mammor pappor gravid".split()),
    "alla tre",
    "alla fyra",
    "alla fem",
)
_STRIKING_SIGNS = (
    *tuple("ovanlig sällsynt obotlig medfödd kilo centimeter rullstol permobil".split()),
    " cm ",
    "ett ben",
    "ett öga",
)
_KIN_SIGNS = tuple(
    f"{one} till" for one in "bror syster son dotter svåger svägerska barnbarn mamma pappa släkt".split()
)
_KIN_SIGNS += ("gift med", "sambo med", "släkt med")
_CHILDREN = Late(
    r"\b(?P<alone>(?:ensam(?:stående)?\w*(?: \w+){0,2} (?:med|till)|förälder till|mamma till|pappa till|mor till"
    r"|far till) )?"
    r"(?:sina |alla |de )?(?P<many>fem|sex|sju|åtta|nio|tio|elva|tolv|tretton|[5-9]|1[0-5]|fyra)"
    r" (?:egna |små |minderåriga |hemmavarande )?(?P<children>barn|barnen|söner|döttrar"
    r"|syskon)\b(?P<small> under \w+ år)?"
)
_KIN = Late(
    r"\b(?:bror|syster|son|dotter|gift|svåger|svägerska|barnbarn|sambo|mamma|pappa|släkt)"
    r" (?:till|med) (?:den |en |vår )?(?:förre |före detta |f\.d\. )?(?P<who>[^\W\d_]+)"
)
_TOGETHER = Late(
    r"\b(?:alla (?:tre|fyra|fem) (?=med |har |autis|döva|blinda|är )|båda (?=blinda|döva|med |har |lider|sjuka|är "
    r"|dömda|autis|rullst)"
    r"|två (?:mammor|pappor)|systrarna|bröderna|syskonparet|samkönat par|gravid)"
)
_STRIKING = Late(
    r"\b(?:(?:en |den |samma )?(?:(?:mycket |extremt )?ovanlig\w*|sällsynt\w*|obotlig\w*|medfödd\w*) \w*(?:sjukdom"
    r"|diagnos|syndrom|tillstånd|skada|missbildning)\w*"
    r"|(?:1[5-9]|[23]\d)\d kilo|väger (?:över |drygt |nästan )?\d{3} kilo|\d{3} (?:cm|centimeter) (?:lång|kort)\w*"
    r"|(?:bara|endast) ett (?:ben|öga)|har ett ben|sitter i (?:rullstol|permobil))"
)
_OWNS_SIGNS = ("satt i", "drev", "driv", "ägde", "äger", "ägar", "innehav")
_OWNS = Late(
    r"\b(?:satt i (?:riksdagen|regeringen|kommunstyrelsen)|(?:drev|driver|drivit|ägde|äger|ägar(?:e|en|inna"
    r"|innan) till|innehavare(?:n)? (?:av|till)) (?:den |en |ett |enda |sin |egna? |bygdens |byns |ortens )*"
    r"\w*(?:pizzeria|restaurang|butik|kiosk|hotell|affär|mack|krog|gård|företag|café|bageri|camping|taxi|salong"
    r"|bensinstation|lanthandel|konditori|rederi|åkeri|stall|ridskola|sågverk|pub)\w*)"
)
_ADJECTIVE = "en funktionsnedsättning"
_NOUNS = ("nedsättning", "plegi", "växt", "skada", "implantat", "protes", "hund", "tism", "adhd", "add")


def parts(text: str) -> list[Part]:
    """Give every part, in order and without overlaps."""
    lower = _lower(text)
    words = list(_WORD.finditer(text))
    found = [
        *rare_ages.find(lower, words),
        *rare_places.find(text, lower, words),
        *_words(lower, words),
        *_families(lower),
        *rare_events.events(lower, words),
    ]
    found.sort(key=lambda part: (part.start, -part.end))
    found += rare_events.unique(lower, found)
    found.sort(key=lambda part: (part.start, -part.end, -part.weight))
    kept: list[Part] = []
    end = 0
    for part in found:
        if part.start >= end:
            kept.append(part)
            end = part.end
    return kept


def _lower(text: str) -> str:
    """Write in lower case without moving anything; a few letters of other languages would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def _words(lower: str, words: Sequence[re.Match[str]]) -> Iterator[Part]:
    before = ""
    signs = "årig" in lower, any(sign in lower for sign in _FORMER_SIGNS)
    for index, match in enumerate(words):
        start, end = match.span()
        word = lower[start:end]
        found = listed(word)
        if found is None and word in FIRST_OF_TWO and index + 1 < len(words) and words[index + 1].start() == end + 1:
            following = words[index + 1]
            found = listed(f"{word}_{lower[following.start() : following.end()]}")
            end = following.end() if found is not None else end
        if found is None and "-" in word:
            found = listed(word.partition("-")[0])  # hiv-positiv
        part = _said(lower, match, end, found) if found is not None else _unlisted(lower, match, (before, word), signs)
        before = word
        if part is not None:
            yield part


def _unlisted(lower: str, match: re.Match[str], pair: tuple[str, str], signs: tuple[bool, bool]) -> Part | None:
    """See what the shape of a word, or the words around it, say of a person."""
    (led_by, word), (aged, told_former) = pair, signs
    start, end = match.span()
    if word.startswith(_MULTIPLE):
        # Twins are one birth in seventy, triplets one in some thousands.
        weight = 1.0 if word.startswith("tvilling") else 2.0
        return Part(start, end, Rarity.FAMILY, weight, "syskonen" if word.endswith(("arna", "en")) else "syskon")
    if match.group()[0].isupper():
        before = lower[max(0, start - 5) : start]
        rare, common = match.group() in COUNTRIES, match.group() in COMMON_COUNTRIES
        if (rare or common) and before.endswith(("från ", " i ", " ur ")):
            return Part(start, end, Rarity.ORIGIN, 1.0 if rare else 0.5, "ett annat land")
    elif led_by in _LATIN_CUES and _strange(word):
        return Part(start, end, Rarity.DIAGNOSIS, 1.0, "en sjukdom")
    if word in PEOPLE or not word.endswith(_PERSON_ENDINGS):
        return None
    before = lower[max(0, start - 16) : start]
    if (aged and word.endswith(_AFTER_AGE) and _AGED().search(before)) or _AGE_AFTER().match(lower, end):
        return Part(start, end, Rarity.OCCUPATION, 1.0, _noun(word))
    former = _FORMER().search(before) if told_former and word not in _OTHER_FORMER else None
    return Part(start - len(former.group()), end, Rarity.OCCUPATION, 1.0, _noun(word)) if former else None


def _said(lower: str, match: re.Match[str], end: int, found: Listed) -> Part | None:
    start = match.start()
    word = lower[start : match.end()]
    weight = 0.5 if found.common else 1.0
    if found.rarity is Rarity.OCCUPATION:
        former = _FORMER().search(lower[max(0, start - 16) : start])
        if former is not None:
            start, weight = start - len(former.group()), 1.0
        elif found.common and not _WORKS().search(lower[max(0, start - 30) : start]):
            return None
        if found.says == "idrott" or (former and found.says == "politik och förvaltning"):
            weight = 1.5  # known to more people than those who live nearby
        did = "har arbetat" if former else "arbetar"
        where = f"med {found.says}" if found.says.startswith("en ") else f"som {did} inom {found.says}"
        return Part(start, end, found.rarity, weight, f"{_noun(word)} {where}")
    if found.rarity is Rarity.DIAGNOSIS:
        before = _word_before(lower, start)
        if word in _ACRONYMS and not (match.group().isupper() or before in _HAS):
            return None
        tail = _TAIL().match(lower, end)
        says = found.says
        if says == _ADJECTIVE and not (word.endswith(_NOUNS) or before in {"har", "med", "fick"}):
            says = "med funktionsnedsättning"
        return Part(start, tail.end() if tail else end, found.rarity, weight, says)
    if found.rarity is Rarity.ORIGIN:
        says = _noun(word) if word.startswith(("trans", "intersex", "icke")) else ""
        return Part(start, end, found.rarity, weight, says)
    return Part(start, end, found.rarity, weight, found.says)


def _strange(word: str) -> bool:
    """Tell whether a word in small letters is none of everyday Swedish: an illness, where one is told of."""
    if len(word) < _LONG:
        return False
    words = lexicon()
    return not (words.kinds(word) or words.ordinary(word) or words.compound(word))


def _families(lower: str) -> Iterator[Part]:
    for match in _CHILDREN().finditer(lower) if any(sign in lower for sign in _CHILD_SIGNS) else ():
        if match["many"] != "fyra" or match["alone"] or match["small"]:
            yield Part(match.start("many"), match.end(), Rarity.FAMILY, 1.0, f"flera {match['children']}")
    for match in _TOGETHER().finditer(lower) if any(sign in lower for sign in _TOGETHER_SIGNS) else ():
        says = "syskonen" if match.group() in {"systrarna", "bröderna", "syskonparet"} else ""
        says = "ett par" if match.group() == "samkönat par" else says
        yield Part(match.start(), match.end(), Rarity.FAMILY, 0.5, says)
    for match in _STRIKING().finditer(lower) if any(sign in lower for sign in _STRIKING_SIGNS) else ():
        yield Part(match.start(), match.end(), Rarity.DIAGNOSIS, 1.0, "en funktionsnedsättning")
    for match in _OWNS().finditer(lower) if any(sign in lower for sign in _OWNS_SIGNS) else ():
        yield Part(match.start(), match.end(), Rarity.OCCUPATION, 1.5 if "satt" in match.group() else 1.0, "arbetade")
    for match in _KIN().finditer(lower) if any(sign in lower for sign in _KIN_SIGNS) else ():
        who = listed(match["who"])
        known = who is not None and who.rarity is Rarity.OCCUPATION and not who.common
        if known or match["who"] in {"kommunens", "kommunstyrelsens", "nämndens"}:
            yield Part(match.start(), match.start("who"), Rarity.FAMILY, 1.0, "anhörig till ")


def _noun(word: str) -> str:
    if word.endswith(("arna", "erna", "männen")):
        return "personerna"
    return "personen" if word.endswith(("n", "ns")) and not word.endswith(("man", "mans")) else "person"


def _word_before(lower: str, start: int) -> str:
    return lower[max(0, start - 20) : start].rstrip().rpartition(" ")[2]
