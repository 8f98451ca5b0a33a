"""Is a date of birth let slip: "blir fyrtio i maj", "mitt barn, 3/4 -15", "tolfte mars åttiofyra, då kom hon"?

Nothing here says "born". An age that is reached in a month, a date behind a word for one's child, or a date on which
somebody came, says it all the same; a decision, a letter or a society that comes or is so old does not.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.births import MONTHS, ORDINALS, YEAR, YEAR_IN_WORDS, of_a_thing
from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.late import Late
from lexheller.anonymity.near import lowered, places

_SHORT = r"[-'’]\d\d(?!\d)"
DAY = (
    rf"(?:(?:\d{{1,2}}(?::?[ea])?|{ORDINALS}) (?:{MONTHS})\b(?:\.(?= [-'\d]))?"
    rf"|(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])(?!\d))"
)
WHOLE = (
    rf"(?:{DAY},?(?: år)? ?(?:{YEAR}|{_SHORT}|{YEAR_IN_WORDS})|{YEAR}-\d\d-\d\d|{_SHORT},? (?:den )?{DAY}"
    rf"|\d{{1,2}}/\d{{1,2}}-\d\d(?!\d)|(?:{MONTHS})\.? \d{{1,2}}(?:st|nd|rd|th)?,? {YEAR})"
)
_FEAST = (
    r"(?:julafton|juldagen|annandag jul|nyårsafton|nyårsdagen|lucia(?:dagen)?|midsommarafton|midsommardagen|påskafton"
    r"|påskdagen|skärtorsdagen|långfredagen|valborg(?:smässoafton)?|första maj|nationaldagen|trettondagen"
    r"|trettondagsafton|skottdagen|christmas (?:day|eve)|new year's (?:day|eve)|midsummer(?:'s)? eve)"
)
COUNT = (
    r"(?:\d{1,2}|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|elva|tolv|\w{2,4}ton|(?:tjugo|\w{2,5}tio)"
    r"(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?)"
)
NUMBER = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w{3,5})?)"
)
_WEEKDAY = r"(?:i (?:mån|tis|ons|tors|fre|lör|sön)dags|(?:nu )?på (?:mån|tis|ons|tors|fre|lör|sön)dag)"
_IN_MONTH = (
    rf"(?:i|in|under|nu i) (?:(?:slutet|början|mitten) (?:av|på) |late |early )?(?:{MONTHS})(?![\w-])"
    rf"(?: (?:{YEAR}|{_SHORT}|i år|förra året|nästa år|this year|next year))?"
    rf"(?:,? (?:och då )?den \d{{1,2}}(?::?[ea])?(?!\d))?"
)
_WHEN = rf"(?:{_IN_MONTH}|(?:på|till|on) {_FEAST}|i (?:påskas|julas|midsomras|pingstas|påsk|midsommar|pingst))"
_FILL = r"(?: (?:nu|redan|då|först|jämnt|precis|visst|väl|ju|bast|vårar|already)){0,2}"
BODY = (
    r"(?:hon|han|hen|jag|du|klienten|brukaren|patienten|mannen|kvinnan|mamma|mamman|pappa|pappan|mor|far|sonen|dottern"
    r"|barnet|flickan|pojken|eleven|hustrun|frun|maken|makan|sambon|brodern|systern|brorsan|syrran|mormor|morfar|farmor"
    r"|farfar|tvillingarna|bebisen|lillan|lillen|(?:min|mitt|vår|vårt|hans|hennes|deras|sin|sitt) (?:\w+ )?\w+)"
)
HE = r"(?:he|she|i|they|the (?:client|patient|boy|girl|child|man|woman)|(?:my|our|his|her) (?:\w+ )?\w+)"
# An age that the law looks at, and no year: why help began or ended, and told of many.
_LIMIT = re.compile(
    rf"(?:fyll\w+ (?:18|arton)(?: år)?|bl(?:ir|ev) (?:hon |han |hen )?myndig) i (?:{MONTHS})", re.IGNORECASE
)
_SUBJECT = Late(rf"(?i)(?<!\w)(?:{BODY}|{HE}|men|but)(?: \w{{1,12}})? $")
# An age that is reached in a month, on a feast, or "last Saturday, 52"; of whom, or not of what, is looked at then.
_REACHED = Late(
    rf"(?i)(?:(?P<fills>fyll)(?:er|a|de|t) (?:då |hela )?(?:år|{COUNT}(?: år)?)"
    rf"|bl(?:ir|ev) (?:(?P<who>hon|han|hen|jag) )?(?:{COUNT}(?: år)?|myndig)|(?<=ska )bli (?:{COUNT}(?: år)?|myndig)"
    rf"|turn(?:s|ed|ing) {NUMBER}|will be {NUMBER}(?: years old)?){_FILL},? (?P<date>{_WHEN})(?![\w-])"
)
_CELEBRATED = Late(
    r"(?i)(?:fyll(?:er|de|t) år|ha[ds] (?:his|her|a) birthday) "
    rf"(?P<date>(?:{_WEEKDAY}|{_WHEN}|last \w{{3,6}}day|häromdagen|i ?går|i ?dag|yesterday),? "
    rf"(?:och |blev |är |nu |now |and |turned ){{0,2}}\d\d(?! ?(?:dagar|timmar|sidor|kr|st|%))(?![\w:.,]\d|\w))"
)
ENGLISH_DAY = rf"(?:(?:{MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{MONTHS}))"
_SO_OLD = Late(
    rf"(?i)(?:bl(?:ir|ev) {COUNT}(?: år)?(?: gammal)?,? (?:den |nu ){{0,2}}"
    rf"|turn(?:s|ed|ing) {NUMBER},? on (?:the )?)"
    rf"(?P<date>{WHOLE}|{DAY}|{ENGLISH_DAY})(?!\w)"
)
_OLD_ON = Late(rf"(?i)gam(?:mal|malt|la),? (?:den )?(?P<date>{WHOLE})(?!\w)")
_SO_MANY = re.compile(rf"(?<!\w){COUNT} (?:dagar|dygn|veckor|månader) $", re.IGNORECASE)
_IS_FROM = Late(
    rf"(?i)är (?:själv )?(?:från|av) (?:den )?"
    rf"(?P<date>(?:\d{{1,2}} )?(?:{MONTHS}) (?:(?:19[2-9]|20[01])\d|{_SHORT})(?!\d))(?=[.,;)\n]|$| och )"
)
_FEAST_DAY = Late(
    rf"(?i)(?:födelsedag(?:en)?|birthday) (?:är|infaller|var|on|is)(?: på)? (?P<date>{_FEAST}(?: {YEAR})?)(?!\w)"
)
_JUBILEE = Late(
    rf"(?i){COUNT}[- ]?årsdag(?:en)?,? (?:den |är |är den |var den |infaller den )?(?P<date>{WHOLE}|{DAY})(?!\w)"
)
_OWNS = re.compile(
    r"(?i)(?<!\w)(?:hans|hennes|hens|min|sin|din|klientens|barnets|sonens|dotterns|flickans|pojkens|mammans|pappans"
    r"|brukarens) $"
)
_DUE = Late(
    rf"(?i)beräkna(?:s|t|d|des|ts)(?: (?:att|komma|födas|till|vara|nedkomsten|nedkomst)){{1,3}} (?:den )?"
    rf"(?P<date>{WHOLE}|{DAY})(?!\w)"
)
_UNBORN = re.compile(r"(?i)(?:barnet|bebisen|förlossning\w*|nedkomst\w*|tvillingarna|fostret)(?: \w+)? $")
# Somebody came, too early or long awaited.
_CAME = Late(
    r"(?i)(?:kom|anlände|tittade ut|(?P<got>fick) (?:henne|honom|(?:vår|vårt|sin|sitt|en|ett|sina) \w+|tvillingarna)"
    r"|arrived|came)(?: (?:ut|ur magen|redan|till slut|sedan|early|hem från bb"
    r"|som (?:nummer )?\w{3,14}(?: av syskonen)?)){0,3},? (?:den |on |the ){0,2}"
    rf"(?P<date>{WHOLE})(?!\w)"
)
_EARLY = re.compile(
    r"för tidigt|\bi vecka|prematur|kejsarsnitt|neonatal|förlossning|sladdbarn|syskonen|\bbb\b|beräkna|gravid|ur magen"
    r"|vänta\w* (?:\w+ ){0,2}barn|\bgram\b|too early|weeks early|\bdue\b|pregnan",
    re.IGNORECASE,
)
# What else is awaited, and comes late.
_SENT = re.compile(
    r"(?<!\w)(?:beslut|svar|brev|besked|rapport|utbetalning|intyg|remiss|kallelse|hjälpmedl|rullstol|decision|answer"
    r"|reply|letter|report|payment|wheelchair|equipment)",
    re.IGNORECASE,
)
_THEN = Late(
    rf"(?i)(?:då (?:kom|tog) {BODY}(?: sitt första andetag| till världen| till oss| ut)?|kom {BODY} ut"
    rf"|såg {BODY} dagens ljus|var dagen då {BODY} kom(?: till världen| till oss)?|when {HE} came into the world)"
    r"(?=[.,;!?)\n]|$| (?:på|i) )"
)
_DATE_BEFORE = Late(rf"(?i)(?<![\w/-])(?P<date>{WHOLE}|{DAY}),? $")
# One's child, brother, mother, and a date that closes right behind.
_YOUNG = (
    r"(?:barn(?:et)?|son(?:en)?|dotter(?:n)?|flicka(?:n)?|pojke(?:n)?|kille|tjej|grabb|tös|bebis(?:en)?|tvilling\w{0,5}"
    r"|äldsta|yngsta|minsta|mellersta|lillan|lillen|syskonet|child|son|daughter|boy|girl|baby)"
)
_GROWN = (
    r"(?:bror|brorsa|brodern|syster|syrra|systern|mamma|mamman|pappa|pappan|mor|far|modern|fadern|man|mannen|fru|frun"
    r"|hustru|make|maka|sambo|sambon|mormor|morfar|farmor|farfar|kvinna|kvinnan|klient(?:en)?|patient(?:en)?"
    r"|brukare(?:n)?|brother|sister|mother|father|husband|wife)"
)
_OF_KIN = Late(
    r"(?i)(?<![\w-])(?P<own>(?:mitt|min|vårt|vår|hans|hennes|deras|hens|sitt|sin|my|our|his|her|their) (?:\w{2,12} )?)?"
    rf"(?:(?P<young>{_YOUNG}(?: (?:nr\.? ?)?\d)?)|{_GROWN})(?P<tie> ?\(|, ?|: ?)(?:den )?$"
)
_TIED = re.compile(r"(?:\(|[,:] ?)(?:den )?(?=[-\d'’]|(?:" + ORDINALS + r") )")
_THE_DATE = Late(rf"(?i)(?P<date>{WHOLE})(?=[),.;]|$| och | and |\n)")
_COUNTED = re.compile(r"[a-zåäö0-9]{0,20}[- ]?$")
_LONGEST = 22
_YEAR = re.compile(rf"{YEAR}|(?<=[-'’/])\d\d(?!\d)")
_LATEST_GROWN, _LATEST_BESIDE, _LATEST_CHILD, _THIS = 2007, 2013, 2023, 2026
_AND = re.compile(r"(?:,| och| and) (?:den )?")
_REACH = 60
_WAYS = (
    (("fyll", "blir ", "blev ", "bli ", "turn", "will be "), _REACHED),
    (("fyll", "had h", "has h", "had a", "has a"), _CELEBRATED),
    (("blir ", "blev ", "turn"), _SO_OLD),
    (("är från ", "är av ", "är själv "), _IS_FROM),
    (("födelsedag", "birthday"), _FEAST_DAY),
)
_CAMES = ("kom", "anlände", "tittade ut", "fick ", "arrived", "came")
_THENS = ("då kom", "då tog", "kom ", "såg ", "var dagen då", "when ")


def find(text: str) -> Iterator[Hit]:
    """Give every date that says when somebody was born without saying so."""
    lower = lowered(text)
    for stems, pattern in _WAYS:
        for match in _beginning(pattern, text, lower, stems):
            if _of_somebody(text, match):
                yield _hit(match)
    for pattern, begun, led in ((_OLD_ON, ("gammal", "gamla"), _SO_MANY), (_DUE, ("beräkna",), _UNBORN)):
        for match in _beginning(pattern, text, lower, begun):
            if _ends(led, text, match.start()):
                yield _hit(match)
    yield from _jubilees(text, lower)
    yield from _comings(text, lower)
    yield from _behind_kin(text)


def _comings(text: str, lower: str) -> Iterator[Hit]:
    """Give the dates on which somebody came who was awaited."""
    for match in _beginning(_CAME, text, lower, _CAMES):
        awaited = _EARLY.search(text, max(0, match.start() - 2 * _REACH), match.end() + _REACH)
        if _SENT.search(text, max(0, match.start() - _REACH), match.start()) is not None:
            continue
        if awaited and (match["got"] or _ends(_SUBJECT(), text, match.start())):
            yield _hit(match)
    for match in _beginning(_THEN, text, lower, _THENS):
        date = _DATE_BEFORE().search(text, max(0, match.start() - _REACH), match.start())
        if date is not None:
            yield _hit(date)


def _beginning(pattern: Late, text: str, lower: str, stems: tuple[str, ...]) -> Iterator["re.Match[str]"]:
    """Give what a pattern finds at the places where a word begins with one of the stems."""
    for place in places(lower, stems):
        match = pattern().match(text, place) if not lower[place - 1 : place].isalpha() else None
        if match is not None:
            yield match


def _ends(pattern: "re.Pattern[str]", text: str, place: int) -> bool:
    return pattern.search(text, max(0, place - _REACH), place) is not None


def _jubilees(text: str, lower: str) -> Iterator[Hit]:
    """Give the dates of somebody's own "elvaårsdag"; from twenty on nobody else's is likely, and not asked for."""
    for place in places(lower, ("årsdag",)):
        counted = _COUNTED.search(lower, max(0, place - _LONGEST), place)
        begin = counted.start() if counted is not None else place
        match = _JUBILEE().match(text, begin)
        if match is not None and _ends(_OWNS, text, begin):
            yield _hit(match)


def _behind_kin(text: str) -> Iterator[Hit]:
    for tied in _TIED.finditer(text):
        date = _THE_DATE().match(text, tied.end())
        kin = _OF_KIN().search(text, max(0, tied.start() - _REACH), tied.end()) if date is not None else None
        if date is None or kin is None or ("(" in kin["tie"] and text[date.end() : date.end() + 1] != ")"):
            continue
        year = _YEAR.search(date["date"])
        if year is None or _full(year.group()) <= _latest(kin):
            yield _hit(date)
            tie = _AND.match(text, date.end()) if kin["young"] else None
            more = _THE_DATE().match(text, tie.end()) if tie is not None else None
            if more is not None:
                yield _hit(more)


def _latest(kin: "re.Match[str]") -> int:
    """Give the last year in which a date behind kin is one of birth, and not rather when something happened."""
    if not kin["young"]:
        return _LATEST_GROWN
    return _THIS if kin["own"] else _LATEST_BESIDE if "," in kin["tie"] else _LATEST_CHILD


def _full(year: str) -> int:
    short = int(year)
    return short if len(year) > 2 else short + (2000 if short <= _THIS % 100 else 1900)  # noqa: PLR2004 - a year in full


def _of_somebody(text: str, match: "re.Match[str]") -> bool:
    """Tell whether it is a person who is so old: whoever "fills" years is, unless a thing stands before."""
    said = match.groupdict()
    if of_a_thing(text, match.start()) or _LIMIT.fullmatch(match.group()):
        return False
    if said.get("who") or match.group()[:4].lower() in {"fyll", "föde", "birt"}:
        return True
    return _ends(_SUBJECT(), text, match.start())


def _hit(match: "re.Match[str]") -> Hit:
    return Hit(*match.span("date"), Kind.DATE_OF_BIRTH, "birth.in_passing", Strength.ASK, ("after_cue",), 73)
