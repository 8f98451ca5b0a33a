"""Is a date of birth told by the age that somebody comes to on it: "blev sjuttio i förrgår, den 19 november"?

The age may stand before the day or after it ("i lördags den 8 mars, då han blev 18"). A count of things, a jubilee, and
how old somebody was when something else happened pass.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.births import MONTHS, of_a_thing
from lexheller.anonymity.births_in_passing import BODY, COUNT, DAY, ENGLISH_DAY, HE, NUMBER, WHOLE
from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.late import Late
from lexheller.anonymity.lexicon import GIVEN, lexicon
from lexheller.anonymity.near import lowered, places

_AGE = rf"(?:{COUNT}|hundra|10\d|{NUMBER}|a hundred|an adult|of age)"
_WEEK = r"(?:mån|tis|ons|tors|fre|lör|sön)dag"
# When, said in words between the age and the day.
_ADVERB = (
    rf"(?:i ?förrgår|i ?går|i ?dag|i ?morgon|i ?övermorgon|häromdagen|nyligen|nyss|nu|precis|just|redan|alldeles|snart"
    rf"|visst|faktiskt|jämnt|hela|i (?:{_WEEK}s|veckan|helgen|år|julas|påskas|somras|våras|höstas|vintras)"
    rf"|(?:på|nu på|nästa|förra) {_WEEK}(?:en)?|(?:förra|nästa|samma) (?:vecka|veckan|månad|månaden|år|året|dag)"
    r"|för (?:\w{2,9} ){1,2}sed[ae]n|om (?:\w{2,9} ){1,2}(?:dagar|dag|veckor|vecka|månader|månad)"
    r"|närmare bestämt|nämligen|alltså|dvs|det vill säga|strax (?:före|efter|innan) \w{3,10}|under (?:helgen|veckan)"
    r"|(?:the|that) same (?:day|week|month)|yesterday|today|tomorrow"
    r"|just|only|recently|already|soon|the day (?:before yesterday|after tomorrow)"
    r"|(?:last|this|next|on) (?:\w{3,6}day|week|month|year)|\w{1,7} (?:days?|weeks?|months?) ago"
    r"|in \w{1,7} (?:days|weeks|months))"
)
_DATE = rf"(?P<date>{WHOLE}|{DAY}|{ENGLISH_DAY})(?![\w/])"
_BEFORE_DAY = r"[ ,(–-]{1,3}(?:(?:den|on|the) ){0,2}"
_THEN = Late(
    rf"(?i)(?:fira(?:r|de|t)?(?= {_AGE} år)|bl(?:ir|ev|i|ivit)|fyll(?:er|de|a|t)|turn(?:s|ed|ing)?|reach(?:es|ed)?"
    r"|becomes?|became|comes?|came)"
    rf" (?:(?:hela|jämnt|nu|precis) )?{_AGE}(?: år(?: gam(?:mal|malt|la))?| years? old)?"
    rf"(?:[ ,(–-]{{1,3}}{_ADVERB}){{0,3}}{_BEFORE_DAY}{_DATE}"
)
_WAS = Late(
    rf"(?i)(?:was|will be|'ll be|have been) (?:{NUMBER}|a hundred),? on (?:the )?(?P<date>{ENGLISH_DAY})"
    r"(?! ?\d|,? (?:19|20)\d)(?!\w)"
)
# What ends an age: no unit, and nothing that is counted.
_ENDS = (
    r"(?: år(?: gam(?:mal|malt|la))?| years? old)?(?=[.,;:!?)]|$|\n"
    r"| (?:och|men|så|på|i|innan|efter|utan|trots|fast|med|utan|and|but|in|at|with|without|the)\b)"
)
_AGED = Late(
    rf"(?i)(?:(?:bl(?:ir|ev)|fyll(?:er|de)) (?:(?P<who>{BODY}) )?|(?:(?:will )?turn(?:s|ed)?|reach(?:es|ed)) )"
    rf"(?:(?:nu|då|precis|hela) )?(?:{_AGE}{_ENDS}|myndig\b)"
)
_ON_DAY = Late(
    rf"(?i)(?<![\w/-])(?P<date>{WHOLE}|{DAY}|{ENGLISH_DAY})(?P<tie>,? ?(?:då|när|som|when|as|and)?(?: |, ?))$"
)
_ON_DAY_OF = Late(
    rf"(?i)(?<![\w/-])(?P<date>{WHOLE}|{DAY}|{ENGLISH_DAY})\)?,? "
    rf"(?:(?:och )?(?:då|när|som)|when|as|and)? ?(?P<who>{BODY}|{HE}|\w{{2,20}})(?: (?:äntligen|redan|precis"
    rf"|finally))? $"
)
_SOMEBODY = Late(rf"(?i)(?<!\w)(?:{BODY}|{HE}(?:'s|'d|'ll)?)(?:,? (?:som|who))?(?P<words>(?: \w{{1,12}}){{0,3}}) ?$")
_AND = Late(rf"(?i)(?<!\w)(?:{BODY}|{HE})(?P<words> [^.!?;:\n]{{0,50}}) (?:och|and) $")
_NAMED = re.compile(r"(?<!\w)([A-ZÅÄÖ][^\W\d_]{1,20})(?: [A-ZÅÄÖ][^\W\d_]{1,20})?(?P<words>(?: [a-zåäö]{1,12}){0,2}) $")
_OTHERS = frozenset("vi ni de det den dom we they it this that".split())
_TIES = frozenset("och som när då men and when as who but which".split())
# A birthday that is shared, a child of a month, a vintage.
_SHARED = Late(
    r"(?i)(?:född[ae]?|födelsedag|fyller(?: år)?|born|birthday)(?: på| on)?(?: the)? sam(?:ma|e) (?:dag|day)"
    rf"(?: och år)? (?:som|as)(?: \w{{2,14}}){{1,3}}{_BEFORE_DAY}{_DATE}"
)
_BIRTHDAY_WHEN = Late(
    rf"(?i)(?:födelsedag|birthday) (?:när|då|samma dag som|when|as)(?: \w{{2,14}}){{1,4}}{_BEFORE_DAY}{_DATE}"
)
_CHILD_OF = Late(
    rf"(?i)(?:{MONTHS}|sommar|höst|vinter|vår|jul|påsk|nyårs|midsommar|söndags|lördags|krigs)barn{_BEFORE_DAY}"
    rf"(?P<date>{WHOLE})(?!\w)"
)
_VINTAGE = Late(rf"(?i)(?:av |från )?årgång(?:en)?[:,]? (?:den )?(?P<date>{WHOLE})(?!\w)")
# Somebody newly born came: nobody else is called so.
_NEW = Late(
    r"(?i)(?<!\w)(?:lille?(?:bror|brodern|syster|systern)|lillasyster|lillebror|bebisen|sladdbarnet|(?:tvil|tril)lingarna"
    r"|barn(?:et)? (?:nummer|nr) \w+|vårt (?:första|andra|tredje|fjärde|femte|sista) barn"
    r"|(?:det|deras|hennes|hans) (?:yngsta|äldsta|minsta|första|andra|tredje|sista) barnet?"
    r"|vår (?:första|andra|tredje|fjärde|yngsta|äldsta)(?: \w+)?|the (?:baby|twins))$"
)
_CAME_ON = Late(
    rf"(?i) (?:kom|anlände|tittade ut|kikade ut|arrived|came)(?P<words>(?: \w{{1,12}}){{0,5}}),?"
    rf" (?:den |on |the ){{0,2}}(?P<date>{WHOLE})(?!\w)"
)
_CAME = (" kom ", " anlände ", " tittade ut", " kikade ut", " arrived ", " came ")
_CAME_TO = frozenset(
    "till hem tillbaka hit dit in fram från med ut hos igen över to home back for with from over in again".split()
)
_OWN_DAY = Late(
    r"(?i)(?<!\w)på (?:sin|hans|hennes|hens) (?:(?:\w{1,14}[- ]?)?års(?:dag|dagen)|\w{3,14} födelsedag"
    r"|födelsedag)(?!\w)"
    r"|on (?:his|her) (?:\w{3,12} )?birthday(?!\w)"
)
_ORDINAL = Late(
    r"(?i)(?:his|her|their) (?:\w{2,7}ieth|\w{3,6}teenth|\w{5,8}-(?:first|second|third|\w{4,7}th)|\d{1,3}(?:th|st"
    r"|nd|rd))"
    rf"(?: birthday)?,? on (?:the )?{_DATE}"
)
# A date in brackets behind an age that fits it.
_AGE_AND_DATE = re.compile(
    r"(?<!\d)(?P<age>\d{1,3}) år(?: gam(?:mal|malt|la))?,? ?\((?P<date>(?P<year>(?:19|20)\d\d)-?\d\d-?\d\d)\)"
)
_WRITTEN = range(2012, 2040)  # when an age and a year of birth were put beside each other
_DAY_BEFORE = Late(rf"(?i)(?<![\w/-])(?P<date>{WHOLE}|{DAY}|{ENGLISH_DAY}),? $")
# A quick look for any day.
_IN_FIGURES = re.compile(r"\d[-/]\d")
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "may", "jun", "jul", "aug", "sep", "okt", "oct", "nov", "dec")
_REACH, _NEAR = 90, 40
_AGES = (
    *("blir ", "blev ", "bli ", "blivit ", "fyll"),
    *("turn", "reach", "becom", "becam", "comes of", "came of", "comes an", "came an", "fira"),
)
_WORTH = frozenset(
    """
    blir blev bli blivit fira firar firade firat turn turns turned turning reach reaches reached becomes become became
    come comes came
    """.split()
)


def find(text: str) -> Iterator[Hit]:
    """Give every day that the text says somebody comes to an age on."""
    lower = lowered(text)
    if _IN_FIGURES.search(text) is None and not any(month in lower for month in _MONTHS):
        return
    for place in sorted({*places(lower, _AGES)}):
        if lower[place - 1 : place].isalpha():
            continue
        then, aged = _THEN().match(text, place), _AGED().match(text, place)
        if then is not None and _of_somebody(text, place, then.group().partition(" ")[0]):
            yield _hit(then)
        day = _day_before(text, aged) if aged is not None else None
        if day is not None:
            yield _hit(day)
    for place in places(lower, ("was ", "will be ", "'ll be ", "have been ")):
        was = _WAS().match(text, place)
        if was is not None and _somebody(text, place):
            yield _hit(was)
    yield from _shared(text, lower)
    yield from _told(text, lower)
    yield from _beside(text, lower)
    yield from _on_own_day(text, lower)


def _shared(text: str, lower: str) -> Iterator[Hit]:
    """Give the days that are somebody's birthday since they are another's, or since something befell then."""
    for place in places(lower, ("samma dag", "same day")):
        for match in _SHARED().finditer(text, max(0, place - 24), place + _REACH):
            yield _hit(match)
    for place in places(lower, ("födelsedag ", "birthday ")):
        when = _BIRTHDAY_WHEN().match(text, place)
        if when is not None:
            yield _hit(when)


def _told(text: str, lower: str) -> Iterator[Hit]:
    """Give the days of a month's child, of a vintage, and on which somebody newly born came."""
    for place in places(lower, ("barn",)):
        if lower[place - 1 : place].isalpha():
            for match in _CHILD_OF().finditer(text, max(0, place - 10), place + _REACH):
                yield _hit(match)
    for place in places(lower, ("årgång",)):
        for match in _VINTAGE().finditer(text, place, place + _REACH):
            yield _hit(match)
    for place in places(lower, _CAME):
        came = _CAME_ON().match(text, place)
        if came is not None and _CAME_TO.isdisjoint(came["words"].lower().split()):
            yield from (_hit(came) for _ in _NEW().finditer(text, max(0, place - _NEAR), place))


def _beside(text: str, lower: str) -> Iterator[Hit]:
    """Give the days that stand beside an age or a birthday told in another way."""
    for place in places(lower, ("his ", "her ", "their ")) if " on " in lower else ():
        match = _ORDINAL().match(text, place)
        if match is not None and not lower[place - 1 : place].isalpha():
            yield _hit(match)
    for beside in _AGE_AND_DATE.finditer(text) if " år" in lower and "(" in text else ():
        if int(beside["age"]) + int(beside["year"]) in _WRITTEN:
            yield _hit(beside)


def _on_own_day(text: str, lower: str) -> Iterator[Hit]:
    """Give the days that are said behind to have been somebody's birthday: "den 3 april, på sin 65-årsdag"."""
    if not any(said in lower for said in ("årsdag", "födelsedag", "birthday")):
        return
    for place in places(lower, ("på sin ", "på hans ", "på hennes ", "på hens ", "on his ", "on her ")):
        if _OWN_DAY().match(text, place) is not None:
            day = _DAY_BEFORE().search(text, max(0, place - _REACH), place)
            yield from (_hit(day),) if day is not None else ()


def _of_somebody(text: str, place: int, verb: str) -> bool:
    """Tell whether it is a person who comes to the age: whoever "fills" one is, unless a thing stands before."""
    if of_a_thing(text, place):
        return False
    return verb.lower() not in _WORTH or _somebody(text, place)


def _somebody(text: str, place: int) -> bool:
    before = text[max(0, place - _REACH) : place]
    for pattern in (_SOMEBODY(), _AND()):
        said = pattern.search(before)
        if said is not None and _OTHERS.isdisjoint(said["words"].lower().split()):
            return True
    named = _NAMED.search(before)
    return named is not None and _is_name(named[1]) and _OTHERS.isdisjoint(named["words"].split())


def _is_name(word: str) -> bool:
    """Tell whether a word is a first name."""
    return bool(lexicon().kinds(word.lower()) & GIVEN)


def _day_before(text: str, aged: "re.Match[str]") -> "re.Match[str] | None":
    """Give the day that stands before an age, and is when somebody came to it."""
    start = aged.start()
    if of_a_thing(text, start):
        return None
    begin = max(0, start - _REACH)
    if aged["who"]:
        return _ON_DAY().search(text, begin, start)
    day = _ON_DAY_OF().search(text, begin, start)
    if day is None or day["who"].lower() in _OTHERS | _TIES:
        return None
    known = re.fullmatch(f"(?i){BODY}|{HE}", day["who"]) is not None or _is_name(day["who"])
    return day if known or aged.group()[:4].lower() == "fyll" else None


def _hit(match: "re.Match[str]") -> Hit:
    return Hit(*match.span("date"), Kind.DATE_OF_BIRTH, "birth.of_age", Strength.ASK, ("after_cue",), 73)
