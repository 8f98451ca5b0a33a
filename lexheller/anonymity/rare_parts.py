"""Which parts of a text narrow down who is meant: an exact age, a small place, an illness, an occupation, an event?

None of them points anybody out alone; `rare` adds them up.
"""

import re
from collections.abc import Iterator, Sequence

from lexheller.anonymity import (
    rare_ages,
    rare_english,
    rare_events,
    rare_families,
    rare_known,
    rare_places,
    rare_roles,
    rare_traits,
)
from lexheller.anonymity.late import Late
from lexheller.anonymity.lexicon import lexicon
from lexheller.anonymity.rare_glance import EMPTY, glances
from lexheller.anonymity.rare_led import Led, Starts
from lexheller.anonymity.rare_words import (
    COMMON_COUNTRIES,
    COUNTRIES,
    FIRST_OF_TWO,
    PEOPLE,
    SECOND_OF_COUNTRY,
    Listed,
    area,
    listed,
    trade_within,
)
from lexheller.anonymity.rarity import Part, Rarity

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*|22q11|\d+")
_ACRONYMS = frozenset("als sle kol sma ms cp tbc pku ocd add me tbe".split())
_HAS = frozenset("har med fick fått får av diagnosen hade diagnosticerad drabbad lider och eller på sin".split())
_TAIL = Late(r" (?:sjukdom|syndrom|muskeldystrofi|kris|diagnos|störning)\w*")
_FORMER_WORDS = r"(?:före detta|f\.? ?d\.?|förre|förra|tidigare|pensionera(?:d|de)|avgången|avgångne|förutvarande)"
_FORMER = Late(rf"{_FORMER_WORDS} $")
_WAS_FORMER = Led("avg f._ f.d f_d fd. fd_ före_de förra_ förre_ förutva pen tid", rf"\b{_FORMER_WORDS} (?=\w)")
_WORKS = Late(
    r"(?:(?:arbeta\w*|jobba\w*|verksam|anställd|utbildad|känd|tjänst\w*) (?:som|till|är) |\b(?:är|var|varit|blev"
    r"|som är) |, |end[ae] "
    r"|årig[ae]? |(?:gamle|gamla|unge|unga|nye|nya|pensionerade|kände|kända) )(?:en |ett |egen )?$"
)
_LONG = 6
_MANY = ("arna", "erna", "orna", "männen", "ister", "örer", "loger")
_PLURAL = ("arna", "erna", "orna", "männen")
_TOLD_APART = (" som ", " med ", ", ")
_LATIN_CUES = frozenset("har med fått fick av diagnosen".split())
_SUFFERS = Late(
    r"(?:lid\w+|led|drabba\w*|besvär\w*|plåg\w*|följd|grund|sviter\w*|form|symtom\w*|sjuk|insjukna\w*) av $"
)
_AGE_AFTER = Late(r",? \(?\d{1,2}(?: år)?[,)]")
_ENDS_THERE = Late(
    r"(?=[.,;:)!?\n]|$)| (?:och|men|sedan|sen|efter|i|som|på|samt|med|eller|vilket|när|nu|är|får|fick|kan|vill|blir"
    r"|utan|vid"
    r"|till|från|ska|behöver|väntar|nekas|sjukdom|syndrom)\b"
)
_EPONYM = Late(r" (?:sjukdom|syndrom|sjuka|anomali|demens|ataxi|dystrofi)(?:en|et)?\b")
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
_OTHER_FORMER = frozenset(
    "man mannen fru frun sambo sambon make maken maka makan kollega arbetsgivare arbetsgivaren pojkvän flickvän "
    "klient patient handläggare handläggaren chef elev deltagare deltagaren brukare brukaren ägare hyresgäst läkaren "
    "behandlare behandlaren rådgivare rådgivaren samordnare samordnaren ledare månader chefen intygsskrivare dagar "
    "hyresvärden företrädare ordinarie".split()
)
_KIN_ENDS = tuple("fru frun hustru hustrun son sonen dotter dottern änka änkan par paret".split())
_VERBS = frozenset("missbrukar missbrukade missbrukat missbruka".split())
_TAKES_NOUN = frozenset("har med fick fått av".split())
_APPOSED = (",", ".", " och ", " med ", " från ", " i ")
_WORKS_AS = Led("arbetad arbetar arbetat job ver", r"(?:arbeta[rt]|arbetade|jobba[rt]|jobbade|verksam) som (?=\w)")
_TERMS = frozenset(
    "vanligt vikarie timvikarie volontär extra företagare egenföretagare tidigare förut arbetare tjänsteman student "
    "studerande praktikant lärling frilans frilansare vuxen nyanländ ensam vanlig normalt anhörig grupp kontaktperson "
    "godman förälder kvinna person utländsk".split()
)
_MULTIPLE = ("tvilling", "trilling", "fyrling", "femling")
_ADJECTIVES_OF_ORIGIN = ("sk", "ska", "skt", "ske", "talande", "ortodox", "ortodoxa", "binär", "binära", "adopterad")
_DISABLED = "en funktionsnedsättning"
_NOUNS = ("nedsättning", "plegi", "växt", "skada", "implantat", "protes", "hund", "tism", "adhd", "add", "stol", "bil")
_ILL = (
    "känslig",
    "känsliga",
    "isk",
    "iska",
    "iskt",
    "ad",
    "ade",
    "sjuk",
    "sjuka",
    "fren",
    "frena",
    "bränd",
    "brända",
    "dement",
    "dementa",
)
_IS_A = Late(r"\b(?:är|var|blev|blivit|som är) $")
_WORKS_SOMEWHERE = Late(r"\b(?:arbeta\w*|jobba\w*|verksam\w*|anställd\w*|tjänstgör\w*|vikariera\w*) som (?:en )?$")


def parts(text: str) -> list[Part]:
    """Give every part, in order and without overlaps."""
    lower = _lower(text)
    words = list(_WORD.finditer(text))
    seen = glances(words)
    starts = Starts(lower, seen.leads)
    english = list(rare_english.find(text, lower, words, seen.places))
    found = [
        *rare_ages.find(lower, seen.ages),
        *rare_places.find(text, lower, words, seen.places, starts),
        *_words(starts, words, seen.said),
        *rare_traits.find(starts),
        *rare_families.find(starts),
        *rare_roles.find(starts),
        *rare_events.events(starts, seen.events),
    ]
    if english:
        # What both languages say alike is told in the language of the words around it.
        held = bytearray(len(text))
        for part in english:
            held[part.start : part.end] = b"\x01" * (part.end - part.start)
        found = [part for part in found if held.find(1, part.start, part.end) < 0] + english
    found.sort(key=lambda part: (part.start, -part.end))
    found += list(rare_roles.beside(lower, seen.agents, found))
    found.sort(key=lambda part: (part.start, -part.end))
    found += list(rare_known.unique(starts, found))  # first all of them: it looks parts up by where they stand
    found.sort(key=lambda part: (part.start, -part.end, -part.weight))
    kept: list[Part] = []
    end = 0
    for part in found:
        if part.start >= end:
            end = part.end
            while lower[end - 1] == " ":
                end -= 1
            kept.append(part._replace(end=end))
    return kept


def _lower(text: str) -> str:
    """Write in lower case without moving anything; a few letters of other languages would become two."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


def _words(starts: Starts, words: Sequence[re.Match[str]], said: Sequence[int]) -> Iterator[Part]:
    lower = starts.lower
    former = {match.end() for match in _WAS_FORMER.hits(starts)}
    works_as = {match.end() for match in _WORKS_AS.hits(starts)}
    if former or works_as:
        cued = former | works_as
        said = sorted({*said, *(index for index, word in enumerate(words) if word.start() in cued)})
    for index in said:
        match = words[index]
        start, end = match.span()
        word = lower[start:end]
        if word in EMPTY or word.isdecimal():
            continue
        found = listed(word)
        if found is None and word in FIRST_OF_TWO and index + 1 < len(words) and words[index + 1].start() == end + 1:
            following = words[index + 1]
            found = listed(f"{word}_{lower[following.start() : following.end()]}")
            end = following.end() if found is not None else end
        if found is None and "-" in word:
            found = listed(word.partition("-")[0]) or listed(word.rpartition("-")[2])  # hiv-positiv, ume-samisk
        if found is not None:
            part = _said(lower, match, end, found)
        else:
            before = lower[words[index - 1].start() : words[index - 1].end()] if index else ""
            part = _unlisted(lower, match, before, (start in works_as, start in former))
        if part is not None:
            yield part


def _unlisted(lower: str, match: re.Match[str], before: str, told: tuple[bool, bool]) -> Part | None:
    """See what the shape of a word, or the words around it, say of a person."""
    start, end = match.span()
    word = lower[start:end]
    if word.startswith(_MULTIPLE):
        # Twins are one birth in seventy, triplets one in some thousands.
        weight = 1.0 if word.startswith("tvilling") else 2.0 if word.startswith("trilling") else 2.5
        return Part(start, end, Rarity.FAMILY, weight, _sibling(word))
    if word.endswith(_KIN_ENDS) and (kin := _kin(word)):
        return Part(start, end, Rarity.FAMILY, 1.0 + (not kin.common) * 0.5, "anhörig")
    if match.group()[0].isupper():
        rare, common = match.group() in COUNTRIES, match.group() in COMMON_COUNTRIES
        tail = _EPONYM().match(lower, end)
        if tail is not None:
            return Part(start, tail.end(), Rarity.DIAGNOSIS, 1.0, "en sjukdom")  # named after whoever found it
        if (rare or common) and lower.endswith(("från ", " i ", " ur "), 0, start):
            second = SECOND_OF_COUNTRY.get(match.group(), "")
            end += len(second) if lower.startswith(second, end) else 0
            return Part(start, end, Rarity.ORIGIN, 1.0 if rare else 0.5, "ett annat land")
    elif (
        before in _LATIN_CUES
        and (before != "av" or _SUFFERS().search(lower[max(0, start - 18) : start]))
        and _ENDS_THERE().match(lower, end)
        and _strange(word)
    ):
        return Part(start, end, Rarity.DIAGNOSIS, 1.0, "en sjukdom")
    return None if word in PEOPLE else _trade(lower, match, told)


def _trade(lower: str, match: re.Match[str], told: tuple[bool, bool]) -> Part | None:
    """See that a word no list holds is for what somebody does: by its ending and by what stands around it."""
    works_as, told_former = told
    start, end = match.span()
    word = lower[start:end]
    before = lower[max(0, start - 24) : start]
    says = ""
    if (
        not works_as
        and (rare_roles.trade(word) or _owner(word))
        and not word.endswith(_MANY)
        and _strange(word, ends=False)
    ):
        # No spelling list holds it: few can be called so.
        return Part(start, end, Rarity.OCCUPATION, 1.0, _noun(word))
    if works_as and _works_as(word):
        start, says = start - len("som "), "inom ett yrke"
    elif word.endswith(_PERSON_ENDINGS):
        if (_AGED().search(before) and _is_trade(word)) or _AGE_AFTER().match(lower, end):
            says = _noun(word)
        elif before.endswith(", ") and lower.startswith(_APPOSED, end) and not word.endswith("en"):
            says = "verksam i ett yrke" if rare_roles.trade(word) else ""
    former = _FORMER().search(before) if told_former and not says and word not in _OTHER_FORMER else None
    if former is not None:
        start -= len(former.group())
        within = trade_within(word)
        if word.endswith(_PERSON_ENDINGS) or (former.group()[0] in "fp" and word.isalpha() and len(word) > _LONG):
            says = _noun(word)
        elif within is not None:
            says = f"person som har arbetat {area(within.says)}"
    return Part(start, end, Rarity.OCCUPATION, 1.0, says) if says else None


def _owner(word: str) -> bool:
    return len(word) > len("ägaren") + 2 and word.endswith(("ägare", "ägaren"))


def _is_trade(word: str) -> bool:
    return word.endswith(_AFTER_AGE) or rare_roles.trade(word)


def _said(lower: str, match: re.Match[str], end: int, found: Listed) -> Part | None:
    if found.rarity is Rarity.OCCUPATION:
        return _occupation(lower, match, end, found)
    if found.rarity is Rarity.DIAGNOSIS:
        return _diagnosis(lower, match, end, found)
    start, says = match.start(), found.says
    if found.rarity is Rarity.ORIGIN and _word_before(lower, start) not in {"är", "var"}:
        word = lower[start : match.end()]
        says = "" if word.endswith(_ADJECTIVES_OF_ORIGIN) else _noun(word)
    return Part(start, end, found.rarity, found.weight, says)


def _occupation(lower: str, match: re.Match[str], end: int, found: Listed) -> Part | None:
    start, weight = match.start(), found.weight
    word = lower[start : match.end()]
    former = _FORMER().search(lower[max(0, start - 16) : start])
    if former is not None:
        start, weight = start - len(former.group()), 1.0
    elif word.endswith(_PLURAL) and not lower.startswith(_TOLD_APART, end):
        weight /= 2  # bönderna i Ydre
    elif (
        (found.common or found.says == "vård")
        and not _AGE_AFTER().match(lower, end)
        and not _WORKS().search(lower[max(0, start - 30) : start])
    ):
        return None
    if found.says == "en särskild roll" and not word.startswith(("ordför", "grund")):
        weight = max(weight, 1.5)
    if found.says == "idrott" or (former and found.says in {"politik och förvaltning", "kultur och medier"}):
        weight = 1.5  # known to more people than those who live nearby
    start, says = _work(lower, start, end, word, area(found.says), former=former is not None)
    return Part(start, end, found.rarity, weight, says)


def _diagnosis(lower: str, match: re.Match[str], end: int, found: Listed) -> Part | None:
    start = match.start()
    word, before = lower[start : match.end()], _word_before(lower, start)
    if word in _VERBS or (
        word in _ACRONYMS and not (match.group().isupper() or before in _HAS or lower.startswith(", ", start - 2))
    ):
        return None
    tail = _TAIL().match(lower, end)
    plain = tail is None and before not in _TAKES_NOUN
    says = _adjective(word, found.says, before) if plain else found.says
    return Part(start, tail.end() if tail else end, found.rarity, found.weight, says)


def _work(lower: str, start: int, end: int, word: str, where: str, *, former: bool) -> tuple[int, str]:
    """Say in what line somebody works, so that it fits where the word for it stood."""
    before = lower[max(0, start - 24) : start]
    works = _WORKS_SOMEWHERE().search(before)
    if works is not None:
        return start - len(works.group()) + works.group().index("som "), where
    definite = word.endswith(("n", "ns", "na", "et")) and not word.endswith(("man", "mans"))
    if not definite and (_IS_A().search(before) or (before.endswith(", ") and lower[end : end + 1] in {",", ".", ""})):
        return start, f"tidigare verksam {where}" if former else f"verksam {where}"
    return start, f"{_noun(word)} som har arbetat {where}" if former else f"{_noun(word)} {where}"


def _adjective(word: str, says: str, before: str) -> str:
    """Give an adjective where the word for an illness is one: "den dövblinda eleven"."""
    if says == _DISABLED and not word.endswith(_NOUNS):
        return "funktionsnedsatta" if word.endswith("a") else "funktionsnedsatt"
    if word.endswith(("ist", "isten", "oman", "omanen", "brukare", "brukaren", "iker", "ikern")):
        return "person" if before in {"en", "ett"} else "personen" if word.endswith(("en", "ikern")) else "sjuk"
    if word.endswith(_ILL):
        return "sjuka" if word.endswith(("a", "ade")) else "sjuk"
    return says


def _strange(word: str, *, ends: bool = True) -> bool:
    """Tell whether a word in small letters is none of everyday Swedish: an illness, where one is told of."""
    if len(word) < _LONG or word in _TERMS or "barn" in word or "familj" in word:
        return False
    words = lexicon()
    if not ends:
        return not (
            words.kinds(word) or words.ordinary(word) or words.ordinary(word.removesuffix("n").removesuffix("e"))
        )
    if word.endswith(("arna", "erna", "orna", "aren", "are", "ades", "ade", "ande", "het", "heten")):
        return False
    return not (words.kinds(word) or words.ordinary(word) or words.compound(word))


def _works_as(word: str) -> bool:
    """Tell whether a word that no list holds says what somebody works as: anything but staff and terms of work."""
    return rare_roles.trade(word) or (
        len(word) >= _LONG
        and word not in _TERMS
        and not word.endswith(
            ("anställd", "anställda", "anställning", "vanligt", "resurs", "stöd", *rare_roles.STAFF_ENDS)
        )
    )


def _kin(word: str) -> Listed | None:
    """Read "prästfru", "läkarsonen": kin of somebody with a trade."""
    for end in _KIN_ENDS:
        head = word.removesuffix(end)
        if head != word and len(head) > 2:  # noqa: PLR2004 - no trade is shorter
            role = listed(head) or listed(head + "e")
            return role if role is not None and role.rarity is Rarity.OCCUPATION else None
    return None


def _sibling(word: str) -> str:
    """Say of twins and triplets, and of who has them, no more than that there is a family."""
    if "mamma" in word or "pappa" in word or word.endswith(("mor", "far", "modern", "fadern")):
        return "föräldern" if word.endswith("n") else "förälder"
    if "graviditet" in word or "födsel" in word:
        return "graviditeten" if word.endswith("n") else "graviditet"
    if word.endswith(("par", "paret")):
        return "syskonparet" if word.endswith("et") else "syskonpar"
    if word.endswith("lingar"):
        return "barn"
    return "syskonen" if word.endswith(("arna", "erna")) else "syskon"


def _noun(word: str) -> str:
    if word.endswith(("arna", "erna", "männen")):
        return "personerna"
    if word.endswith("person"):
        return "person"
    return "personen" if word.endswith(("n", "ns")) and not word.endswith(("man", "mans")) else "person"


def _word_before(lower: str, start: int) -> str:
    return lower[max(0, start - 20) : start].rstrip().rpartition(" ")[2]
