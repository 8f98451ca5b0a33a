"""Does the text give an exact age: in figures or words, as an adjective, behind a comma, as a year of birth or a class?

Lengths of time ("i tre år", "20 års erfarenhet"), limits and bands ("i 40-årsåldern") pass.
"""

import re
from collections.abc import Iterator, Sequence

from lexheller.anonymity.late import Late
from lexheller.anonymity.rarity import Part, Rarity

_UNITS = (
    "noll en ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton"
).split()
_TENS = "tjugo trettio fyrtio femtio sextio sjuttio åttio nittio".split()
_VALUES = {
    **{word: max(0, place - (place > 1)) for place, word in enumerate(_UNITS)},
    **{word: 20 + 10 * place for place, word in enumerate(_TENS)},
    **{
        ten + unit: 20 + 10 * place + step
        for place, ten in enumerate(_TENS)
        for step, unit in enumerate(["ett", *_UNITS[3:11]], 1)
    },
    "hundra": 100,
    **{f"hundra{unit}": 100 + step for step, unit in enumerate(["ett", *_UNITS[3:13]], 1)},
}
_NUMBER = Late(
    r"(?<![\w.,:/%-])(?:(?P<digits>\d{1,3})(?![\d:%])|(?P<word>hundra(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio"
    r"|elva|tolv)?(?!\w*(?:tals|tusen))|(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio"
    r"|nittio)?(?:ett|två|tre|fyra|femton|fem|sexton|sex|sjutton|sju|åtta|nio|tio|elva|tolv|tretton|fjorton|arton"
    r"|nitton)?))"
    r"(?P<form>[ -]?årig(?:[aet]|es|as|s)?(?!\w)| ?-?åring(?:en|ens|s|ar|arna)?(?!\w)|(?= (?:års?|bast|jordsnurr"
    r"|vårar|månader|veckor)\b)"
    r"|(?!\w))"
)
_OF_TIME = tuple(f" {sign}" for sign in "åbjmv")  # how every word for a time begins
_GAMMAL = Late(r" (?:(?:år|månader|veckor|mån) gam(?:mal|malt|la)|års ålder)\b")
_YEARS = Late(
    r" (?:år(?: fyllda)?|bast|jordsnurr|vårar)(?=[,.;:)\n]|$| (?:och (?:har|bor|är|med|arbetar|jobbar|ensam\w*"
    r"|sjuk\w*|går|lider|gravid|(?!en |ett |två |tre |fyra |ger |det |då |under |har gått)[^\W\d_]{4,})|med (?!om|för)"
    r"|som (?!gick|har gått)"
    r"|från|bosatt|boende|bor|när|ung|diagnos))"
)
_LED = Late(
    r"(?:, |\(|\b(?:mamma|pappa|man|kvinna|son|dotter|pojke|flicka|tjej|kille|person|deltagare|klient|patient"
    r"|brukare|elev"
    r"|make|maka|hustru|sambo|f|m|k|kv|mor|far|änka|änkling|ungdom|barn) |\b(?:är|blev|blir|fyllt|fyller|fyllde"
    r"|fyllda|ålder|ålder:|bara|båda|bägge|nu|idag|nyss|ca|cirka|endast) |^"
    r"|[.!?] )$"
)
_SINCE = Late(r"(?:\b(?:i|sedan|om|på|efter|under|för|inom|minst|över|till|från|fram till|mellan|och) )$")
_CHILD_ON = Late(
    r"(?:lingar|ling|barn|son|dotter|sonen|dottern|pojke|flicka|pojken|flickan|kille|tjej|man|kvinna|person|dam|herre"
    r"|kvinnan|mannen|personen|damen|herren|killen|tjejen|patienten|klienten|brukaren|deltagaren|ungdomen"
    r"|gubbe|gumma|tant|farbror|grabb|änka|änkling|ungdom|patient|klient|brukare|deltagare) på $"
)
_WHO_BEFORE = Late(
    r"(?:\b(?:man|kvinna|person|kille|tjej|flicka|pojke|ung|son|dotter|\w+(?:en|an|ren|na|rna|are|man|ist|ent|ant"
    r"|or)|"
    r"själv|hon|han|hen)(?:, | \(|, nu ))$"
)
_KIN_BEFORE = Late(
    r"\b(?:son|sonen|dotter|dottern|pojke|pojken|flicka|flickan|barn|barnet|syster|bror|systern|brodern|kille|tjej"
    r"|killen"
    r"|tjejen|hon|han|hen), (?:nu |bara )?$"
)
_WORKER = Late(r"[^\W\d_]{3,}(?:are|ist|ör|log|man|inna|ska|ant|chef|lärare|präst|bonde) $")
_FULL = Late(r"\b(?:fyllde|fyllt|fyller|blev|blir|är) (?:nyss |snart )?$")
_ONLY_SO_OLD = Late(
    r"\b(?:är|var|blir) (?:själv )?(?:bara|endast|blott|knappt|drygt|nyss fyllda|själv) $"
    r"|\b(?:hon|han|hen|personen|klienten|mannen|kvinnan|patienten|brukaren|deltagaren|pojken|flickan"
    r"|eleven) (?:är|var) $"
)
_ANY_YEARS = Late(
    r" (?:år|bast|jordsnurr|vårar)\b(?! (?:sedan|kvar|till|långt|av|senare|efter|och (?:en|ett|två|tre|sex)))"
)
_SOON = Late(r"\b(?:snart|nästan|drygt|fyllda|fyllt|närmare|hela) $")
_BETWEEN = Late(r"[^\W\d_]{2}, $")
_IS = Late(r"\b(?:han|hon|hen|är|var|blir|blev|fyllde|fyllt|fyller) (?:nu |bara |redan |snart )?$")
_IS_AFTER = Late(r"(?=,? (?:och (?!en|ett|två|tre)|i|från|med|men|bor|som)|, (?!\d))|(?=\.(?:\s|$))")
_BARE_AFTER = Late(r"(?: och \d{1,2})?(?: år)?(?=[,)])|(?=\.(?:\s|$))|(?= (?:från|som|med|bosatt)\b)")
_BORN = Late(
    r"\b(?:föd(?:d|da|s|des)|fött|f\.|årgång)(?: är| år|:| (?:på|i) \w{3,20}(?= [-'(]))? ?(?P<year>(?:19|20)\d\d"
    r"|['-]?\d\d)(?![\d-])"
)
_CLASS = Late(
    r"\b(?:i (?:ettan|tvåan|trean|fyran|femman|sexan|sjuan|åttan|nian)\b|i (?:klass )?[1-9][a-f]\b|(?:årskurs|åk"
    r"|klass) [1-9]\b)"
)
_CLASS_SIGNS = ("an ", "an.", "an,", "klass", "årskurs", "åk ", *(f" i {year}" for year in range(1, 10)))
# One of these stands in whatever the pattern finds, and the signs alone are in almost every text.
_CLASSES = (
    *(f"i {word}" for word in "ettan tvåan trean fyran femman sexan sjuan åttan nian".split()),
    *(f"i {year}" for year in range(1, 10)),
    *("klass ", "årskurs ", "åk "),
)
_OLDEST = 112
_LONGEST_FIGURE = 3
_RARE_FROM = 95
_BANDS = ((7, "i förskoleåldern"), (16, "i skolåldern"), (20, "i tonåren"))
_OLD = 80
_YOUNGER, _MIDDLE = 40, 65
_FOUR = 4


def begins_age(word: str) -> bool:
    """Tell whether a word in lower case is a number or an adjective of age."""
    return word in _VALUES or ("åri" in word and word[0] in "entvfsåjh")


def find(lower: str, words: Sequence[re.Match[str]]) -> Iterator[Part]:
    """Give every exact age.

    Args:
        lower: the text in lower case.
        words: its numbers, in figures and in words.
    """
    for match in _candidates(lower, words):
        number = int(match["digits"]) if match["digits"] else _VALUES.get(match["word"], 0)
        if not 0 < number <= _OLDEST:
            continue
        end = _end(lower, match)
        if end:
            weight = 1.0 if number < _RARE_FROM else 1.5
            yield Part(match.start(), end, Rarity.AGE, weight, _band(number, lower[match.start() : end]))
    for match in (
        _BORN().finditer(lower) if any(sign in lower for sign in ("född", "föds", "fött", "f.", "årgång")) else ()
    ):
        yield Part(match.start(), match.end(), Rarity.AGE, 1.0, _decade(match["year"]))
    for match in _CLASS().finditer(lower) if _class_named(lower) else ():
        yield Part(
            match.start(),
            match.end(),
            Rarity.AGE,
            0.5,
            "i grundskolan" if match.group().startswith("i ") else "grundskolan",
        )


def _class_named(lower: str) -> bool:
    return any(said in lower for said in _CLASSES) and any(sign in lower for sign in _CLASS_SIGNS)


def _candidates(lower: str, words: Sequence[re.Match[str]]) -> Iterator[re.Match[str]]:
    """Give numbers, in figures and in words."""
    for word in words:
        start = word.start()
        if lower[start] > "9" or word.end() - start <= _LONGEST_FIGURE:
            match = _NUMBER().match(lower, start)
            if match is not None:
                yield match


def _end(lower: str, match: re.Match[str]) -> int:
    """Give where an age ends, or 0 if the number is none."""
    if match["form"]:
        return match.end()
    before = lower[max(0, match.start() - 24) : match.start()]
    if lower.startswith(_OF_TIME, match.end()):
        old = _GAMMAL().match(lower, match.end())
        if old is not None:
            return old.end()
        years = _years(lower, match.end(), before)
        if years:
            return years if _told(before) else 0
    if _IS_AFTER().match(lower, match.end()) and _IS().search(before):
        return match.end()
    return _bare(lower, match, before)


def _years(lower: str, end: int, before: str) -> int:
    """Give where a word for years ends that stands here, or 0."""
    years = _YEARS().match(lower, end)
    if years is None:
        years = _ANY_YEARS().match(lower, end)
        if years is None or not (_close(before) or _ONLY_SO_OLD().search(before)):
            return 0
    return years.end()


def _close(before: str) -> bool:
    """Tell whether somebody stands right before."""
    return bool(_WORKER().search(before) or _CHILD_ON().search(before))


def _told(before: str) -> bool:
    """Tell whether years are said to be an age by what stands before them."""
    return _close(before) or bool(_LED().search(before) and not _SINCE().search(before))


def _bare(lower: str, match: re.Match[str], before: str) -> int:
    """Give where an age without a word for years ends, or 0."""
    end, figures = match.end(), match["digits"]
    if not figures:
        full = match["word"].startswith("hundra") and _FULL().search(before)
        child = lower.startswith(", ", end) and _KIN_BEFORE().search(before)
        return end if full or child else 0
    if int(figures) >= _RARE_FROM and _SOON().search(before):
        return end
    if len(figures) > 1 and lower.startswith((",", ")"), end) and before.endswith((", snart ", ", nästan ")):
        return end
    after = _BARE_AFTER().match(lower, end)
    if after is None:
        return 0
    between = len(figures) > 1 and lower.startswith(", ", end) and _BETWEEN().search(before)
    told = between or (("," in before or "(" in before) and _WHO_BEFORE().search(before))
    return after.end() if told else 0


def _decade(year: str) -> str:
    digits = year.lstrip("'-")
    return f"född på {digits[:3]}0-talet" if len(digits) == _FOUR else f"född på {digits[0]}0-talet"


def _band(age: int, said: str) -> str:
    """Give a band of ages in the shape of what stood there: an adjective, a noun, or "i 30-årsåldern"."""
    if "mån" in said or "veck" in said:
        return "i spädbarnsåldern"
    child = next((band for below, band in _BANDS if age < below), None)
    band = child or ("i hög ålder" if age >= _OLD else f"i {age // 10 * 10}-årsåldern")
    if "åring" in said:
        many = said.endswith(("ar", "arna"))
        return f"{'personer' if many else 'personen' if said.endswith(('en', 'ens')) else 'person'} {band}"
    if "årig" in said:
        return "yngre" if age < _YOUNGER else "medelålders" if age < _MIDDLE else "äldre"
    return band
