"""Does the text hold a date of birth? Any other date passes."""

import re
from collections.abc import Iterator

from lexheller.anonymity.digits import real_date
from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.late import Late
from lexheller.anonymity.near import lowered, places

MONTHS = (
    "jan(?:uari|uary)?|feb(?:ruari|ruary)?|mar(?:s|ch)?|apr(?:il)?|maj|may|jun[ie]?|jul[iy]?|aug(?:usti?)?"
    "|sept?(?:ember)?"
    "|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
)
ORDINALS = (
    "första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|elfte|tolfte|(?:tret|fjor|fem|sex|sjut|ar"
    "|nit)tonde"
    "|(?:tjugo|trettio)(?:nde|första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde)"
)
YEAR = r"(?:18|19|20)\d{2}"
_TEN = "(?:tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio)(?:ett|två|tre|fyra|fem|sex|sju|åtta|nio)?"
YEAR_IN_WORDS = (
    rf"(?:(?:nittonhundra|tvåtusen|tjugohundra)(?:och)?(?:{_TEN}|[a-zåäö]{{2,4}}ton|ett|två|tre|fyra|fem|sex|sju|åtta"
    rf"|nio|tio|elva|tolv)?|{_TEN})(?!\w| ?(?:år|kr|procent|dagar|st)\b)"
)
_DATE = (
    rf"(?:{YEAR}[-/. ]\d{{1,2}}[-/. ]\d{{1,2}}|{YEAR}\d{{4}}|\d{{8}}|\d{{6}}|\d{{2}}([-/.])\d{{2}}\1\d{{2}}"
    rf"|\d{{2}} \d{{2}} \d{{2}}|-?\d{{2}} (?:den )?\d{{1,2}}(?::?[ea])? (?:{MONTHS})|\d{{2}} (?:{MONTHS}) \d{{1,2}}"
    rf"|(?:{MONTHS}) {YEAR},? den \d{{1,2}}(?::?[ea])?|(?:0[1-9]|1[0-2])/{YEAR}"
    rf"|[-']?\d{{2}},? \(\d{{1,2}}/\d{{1,2}}\)"
    rf"|(?:[-']|(?<=[-']))\d{{2}},? (?:den )?\d{{1,2}}/\d{{1,2}}|[-']\d{{2}},? i (?:{MONTHS})\b"
    rf"|{YEAR},? (?:närmare bestämt )?(?:den )?\d{{1,2}} (?:{MONTHS})|{YEAR},? den \d{{1,2}}/\d{{1,2}}"
    rf"|(?:0?[1-9]|[12]\d|3[01])[-/. ]{{1,2}}(?:0?[1-9]|1[0-2])(?!\d)(?:(?:[-/. ]{{1,2}}|, ?)(?:{YEAR}|'?\d{{2}}))?"
    rf"|(?:\d{{1,2}}(?::?[ea]|\.)?|{ORDINALS})[ \n]?(?:{MONTHS})\.?"
    rf"(?:,?(?: år)? (?:{YEAR}|[-']?\d{{2}}(?!\d|:| ?(?:år|kr|%|st)\b)|{YEAR_IN_WORDS}))?"
    rf"|(?:\d{{1,2}}:?[ea]|{ORDINALS}) i (?:{ORDINALS})(?:,?(?: år)? (?:{YEAR}|[-']?\d{{2}}|{YEAR_IN_WORDS}))?"
    rf"|{YEAR_IN_WORDS},? (?:den )?(?:\d{{1,2}}(?::?[ea])?|{ORDINALS}) (?:{MONTHS})\b|{YEAR_IN_WORDS} i (?:{MONTHS})\b"
    rf"|(?:{MONTHS}) \d{{1,2}}(?:st|nd|rd|th)?(?:,? {YEAR}|(?!\d|[:.]\d| ?(?:dag|veck|mån|år|kr|st\b|tim)))"
    r")(?![\d-])"
)
_CUE = (
    r"(?:\b(?:född|fodd|födda|fött|föddes|föds|födas|födds|födsel(?:n|dag)?|fdd|fd(?=\W{1,3}(?:är )?\d)|b\.(?= ?\d)"
    r"|bday"
    r"|förlöst(?:es)?"
    r"|förlossning(?:en)?|nyfödd|nyfödda|(?:födelse(?!ort|land|vikt|längd|märk|kontroll|region|plats|bevis|kommun"
    r"|församling)\w{0,10}"
    r"(?:/-?\w{2,8})?|föd\.? ?dat(?:um|\.)?|f\.?-?dat\.?(?=\W)|f-dag(?=\W{1,2}\d))|bl(?:ir|ev)(?= myndig"
    r"| \d{1,2}(?: år)?(?: den)? \d)|dagens ljus|personnr|personnumret|sex första|första sex|fyller"
    r"|fyllde"
    r"|fyllt|fyllda|börd|born|dob|d\.o\.b|birthday|birthdate|birth(?: date)?|nativity|föd|geb(?:oren|urtsdatum)?"
    r"|naissance|f-?datum"
    r"|nedkom(?:st)?|födelse(?=:)|ålder(?=: ?(?:(?:19|20)?\d{6}|\d{4}-\d\d-\d\d))|till världen|pnr|p-?nr|persnr"
    r"|personnr"
    r"|personnummer)(?![^\W\d_])(?: ?\((?!\d\d\W?\d)[^()\n]{2,24}\))?"
    r"|(?P<short>(?<![\w.])f(?:\.|:|öd\.|(?=[ =(-])))|\*)"
)
_BETWEEN = (
    r"(?:[:;,.( \n\"=|-]{0,3}(?:(?:är|nr|var|mot|bb|vid|under|morgonen|kvällen|natt|förlossning|sjukhus\w*|lasarett\w*"
    r"|vecka|veckor|månader|mån|börjar|börja|siffror\w*|myndig|sen|sent|år den|redan|just|den|datum|år|dag|på|om|nu"
    r"|nån|någon|gång|d"
    r"|så|som|en|med|bara|endast|enbart|från|per|sedan|runt|omkring|kring|cirka|ca|troligen|förmodligen|sannolikt|snitt"
    r"|kejsarsnitt|sommaren|våren|hösten|vintern|is|was"
    r"|hen|han|hon|barnet|sonen|dottern|prematurt|och|in|on|the"
    r"|of|kl"
    r"|natten|till|utomlands|hemma|för|tidigt|här|där|tio|elva|tolv|tretton|fjorton|femton|sexton|sjutton|arton"
    r"|nitton"
    r"|tjugo|trettio|fyrtio|femtio|sextio|sjuttio|åttio|nittio|hundra"
    r"|mån(?:dag(?:en)?)?|tis(?:dag(?:en)?)?|ons(?:dag(?:en)?)?|tors(?:dag(?:en)?)?|fre(?:dag(?:en)?)?"
    r"|lör(?:dag(?:en)?)?|sön(?:dag(?:en)?)?|(?-i:[iI] [A-ZÅÄÖ][\w-]+(?:,? [A-ZÅÄÖ][\w-]+){0,2})"
    r"|\d{1,2}(?=, )|(?<!-)\d{1,3}(?= (?:år|nu|den|on|i|på|veckor|månader|\d{1,2}(?:/"
    r"| [a-z]))))\b[:;,.( \n\"=|-]{0,3}){0,6})[:;,.( \n\"=|]{0,3}(?:- )?"
)
_LEAD = Late(f"(?i){_CUE}{_BETWEEN}")
# A month and a year, or the eve of a feast: less than a day's date, and enough beside the rest.
_BORN_IN = Late(
    r"(?i)(?=[fgbtFGBT])(?<![\w.])(?:född(?:a|es)?|fött|fdd|nyfödd|f\.(?: ?d\.)?|geb(?:oren|\.)?|born"
    r"|till världen)[:,]? "
    r"(?:(?:i|in|under|på|en|nu|ju|väl|själv|och uppvuxen|här|där|sedan|den|sista|första|själva|självaste"
    r"|slutet (?:av|på)|början (?:av|på)|mitten (?:av|på)"
    r"|sent|tidigt|n[åa](?:go)?n gång|troligen|omkring"
    r"|kring|runt|cirka|ca|(?:mån|tis|ons|tors|fre|lör|sön)dag) ){0,4}"
    rf"(?P<date>(?:(?:{MONTHS})(?:dag|natt)?\.?,?|påskas|påsken|påsk|julas|julen|midsommar|pingst\w{{0,5}}"
    r"|kristi himmelsfärdsdag"
    r"|julafton|juldagen|annandag jul|nyårsafton|nyårsdagen|lucia(?:dagen)?"
    r"|midsommarafton|midsommardagen|påskafton|påskdagen|annandag påsk|skärtorsdagen|långfredagen"
    r"|valborg(?:smässoafton)?|första maj|nationaldagen|trettondagen|trettondagsafton|skottdagen)"
    rf" (?:år )?(?:{YEAR}|[-']\d{{2}}|[4-9]\d)(?!\d|[:.]\d| ?(?:år|kr|%|st)\b)"
    rf"(?:,? den \d{{1,2}}(?::?[ea])?(?![\d/.-]))?)"
)
_THING_BORN = re.compile(
    r"(?:\b\w{0,20}(?:projekt|idé|tanke|nätverk|förening|modell|metod|grupp|verksamhet|förslag|samarbete|lag|reform"
    r"|stiftelse|initiativ|system|myndighet|avtal|kommun|region|förbund|bolag|skola|kyrka|klubb|butik|team|konvention"
    r"|sjukhus|kontor|mottagning|enhet|organisation|centrum|hus|parti|tidning|bibliotek|museum|antal)"
    r"(?:(?:en|et|n|t|na|ar|arna|er|erna|or|orna)?(?: \w+){0,2}|(?:en|et|n)?s \d{1,3}-?)|\bvi(?: \w+)?)"
    r"(?: |(?<=\d-)|(?<=\d))$",
    re.IGNORECASE,
)
_ALONE = Late("(?i)" + _DATE)
_AND_MORE = re.compile(
    r"(?:,| och| and| i stället för| inte| resp(?:ektive|\.)?| samt| &|/) ?"
    r"(?:(?:(?:den|det|de) (?:yngsta|äldsta|yngre|äldre|andra|tredje|mellersta|mellan|minsta)|(?:yngsta|äldsta) barnet"
    r"|lillebror|lillasyster|storebror|storasyster"
    r"|the (?:younger|older|other|youngest|oldest)(?: one)?(?: was)?(?: on)?)(?: (?:är )?född[ae]?)?,? )?(?:den )?"
)
_AFTER = Late(
    r"(?im)(?=[fäbkFÄBK])(?<!\w)(?:födelsedatum|födelsedag\)|född(?=\)| *(?:[,.;]|$))"
    r"|är (?:hans|hennes|hens|barnets|klientens|min) födelsedag"
    r"|(?:blev|är) (?:hon|han|hen|barnet|sonen|dottern) född"
    r"|född(?:es)? (?:hon|han|hen|barnet|sonen|dottern|flickan|pojken|tvillingarna|jag|de)|kom (?:hon|han|hen"
    r"|barnet) till"
    r" världen)"
)
_AFTER_REACH = 24
_PERSON = re.compile(
    r"(?<![\w-])(?:(?P<child>dotter(?:n)?|son(?:en)?|flicka(?:n)?|pojke(?:n)?|barn(?:et)?|elev(?:en)?|bebis(?:en)?"
    r"|tvilling(?:en)?)"
    r"|klient(?:en)?|patient(?:en)?|pat|brukare(?:n)?|kvinna(?:n)?|man(?:nen)?|mamma(?:n)?|pappa(?:n)?|mor"
    r"|modern|far|fadern"
    r"|hustru(?:n)?|fru(?:n)?|maken|makan|make|maka|syster(?:n)?|bror|brodern|sambo(?:n)?|hen|hon|han|deltagare(?:n)?"
    r"|person(?:en)?)"
    r"(?P<tie> ?\(|, ?| är | )$",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(r"(?:, ?| \(|; ?)(?:(?P<child>flicka|pojke)|kvinna|man)(?!\w)")
_BESIDE = re.compile(
    r"\d(?<![\d-]\d)(?:(?:(?<=1)[89]|(?<=2)0)\d{2}-\d{2}-\d{2}|(?:(?<=1)[89]|(?<=2)0)\d{6}|\d{5}|\d-\d{2}-\d{2})"
    r"(?![\d-]|[.,/]\d)"
    r"|\d(?<=\(.)\d?/(?:0?[1-9]|1[0-2])[ -](?:19\d{2}|20\d{2})(?=\))"
)
_PERSON_REACH = 20
# A quick look for what must be there before the slower patterns are tried.
_DIGIT = re.compile(r"\d")
_ORDINAL_ENDINGS = ("nde", "ra", "dje", "rde", "mte", "tte", "fte")
# What the cues begin with; each cue is tried where one of these stands.
_STEMS = tuple(
    stem.replace("_", " ")
    for stem in """
    föd fodd fött fdd fd bday förlös förloss nyfödd dagens_ljus personn sex_första första_sex fyll börd born dob d.o.b
    birth nativity geb naissance fdat f-dat f.dat f.-dat f._dat f-dag nedkom ålder: till_världen pnr p-nr persnr blir_
    blev_ b.
    """.split()
)
_SHORT_CUE = re.compile(r"[fF](?<![\w.].)(?=[.: =(-]|öd\.)|\*")
_COMPACT = re.compile(rf"(?P<date>(?:{YEAR}-?\d{{2}}-?\d{{2}})|\d{{6}})(?![\d-]|[.,]\d)")
_BORN_STEMS = ("föd", "fött", "fdd", "geb", "born", "f.", "till världen")
_GAP = re.compile(r"s? ?[(,/] ?| ")
_COUNTED = re.compile(r" ?(?:kr\b|kronor|sek\b|st\b|%|:-|\d)", re.IGNORECASE)
_GROWN, _CHILD = 2014, 2023  # later dates beside a person are rather when something happened
_ALSO_THINGS = frozenset({"föd", "fyl", "bli", "ble"})
_NUMBER_CUE = ("pnr", "p-nr", "persnr", "personnr", "personnummer")
_SHORT_DATE = 6
_MOST_TOGETHER = 9
_THING_REACH = 40


def find(text: str) -> Iterator[Hit]:
    """Give every date that the text says somebody was born on."""
    if _DIGIT.search(text) is None and not any(ending in text for ending in _ORDINAL_ENDINGS):
        return
    lower = lowered(text)
    yield from _announced(text, lower)
    if "föd" in lower or " världen" in lower:
        yield from _before_cue(text)
    if any(stem in lower for stem in _BORN_STEMS):
        yield from _of_a_month(text)
    for match in _BESIDE.finditer(text):
        person = _PERSON.search(text, max(0, match.start() - _PERSON_REACH), match.start())
        if person is None:
            after = _PERSON_AFTER.match(text, match.end())
            if after is not None and _old_enough(match.group(), child=after["child"] is not None):
                yield _hit(*match.span(), "birth.before_role")
            continue
        closed = person["tie"] != " " and text[match.end() : match.end() + 1] in set("),.;")
        child = person["child"] is not None or "(" in person["tie"]
        counted = _COUNTED.match(text, match.end()) is not None
        if (closed or "-" in match.group() or not counted) and _old_enough(match.group(), child=child):
            yield _hit(*match.span(), "birth.beside_role")


def _announced(text: str, lower: str) -> Iterator[Hit]:
    last = 0
    for place in sorted({*places(lower, _STEMS), *(match.start() for match in _SHORT_CUE.finditer(text))}):
        lead = _LEAD().match(text, place) if place >= last else None
        if lead is None:
            continue
        last = lead.end()
        date = _ALONE().match(text, lead.end())
        if date is None or not possible(date.group()):
            continue
        if lead.group()[0] == "*" and len(date.group()) < _SHORT_DATE:
            continue
        if lead.group().lower().startswith(_NUMBER_CUE) and not _bare(date.group()):
            continue
        if lead.group()[:3].lower() in _ALSO_THINGS and of_a_thing(text, lead.start()):
            continue
        yield _hit(lead.start("short") if lead["short"] else date.start(), date.end(), "birth.cue")
        yield from _and_more(text, date.end())


def _and_more(text: str, end: int) -> Iterator[Hit]:
    """Give the dates of the others that are told in the same row, as brothers and sisters are."""
    for _ in range(_MOST_TOGETHER):
        tie = _AND_MORE.match(text, end)
        more = _ALONE().match(text, tie.end()) if tie is not None else None
        if more is None or len(more.group()) < _SHORT_DATE or not possible(more.group()):
            return
        yield _hit(*more.span(), "birth.cue")
        end = more.end()


def _before_cue(text: str) -> Iterator[Hit]:
    for match in _AFTER().finditer(text):
        for date in _ALONE().finditer(text, max(0, match.start() - _AFTER_REACH), match.start()):
            whole = not text[date.start() - 1 : date.start()].isalnum() and possible(date.group())
            if whole and not text[date.end() : match.start()].strip(" ,()=-"):
                yield _hit(*date.span(), "birth.cue_after")


def _of_a_month(text: str) -> Iterator[Hit]:
    """Give the months and feasts that somebody, and no project, was born in or on."""
    for match in _BORN_IN().finditer(text):
        if not of_a_thing(text, match.start()):
            yield _hit(*match.span("date"), "birth.month")


def of_a_thing(text: str, start: int) -> bool:
    """Tell whether what stands before says that an idea, a society or "we" were born, or come of age."""
    return _THING_BORN.search(text, max(0, start - _THING_REACH), start) is not None


def beside_names(text: str, name_ends: tuple[int, ...]) -> Iterator[Hit]:
    """Give the dates written right after a person's name, in brackets or after a comma."""
    for end in name_ends:
        gap = _GAP.match(text, end)
        match = _COMPACT.match(text, gap.end()) if gap else None
        if gap is None or match is None or not possible(match["date"]):
            continue
        if gap.group() == " " and not _old_enough(match["date"], child=False):
            continue
        yield Hit(*match.span("date"), Kind.DATE_OF_BIRTH, "birth.beside_name", Strength.ASK, ("beside_name",), 62)


def _hit(start: int, end: int, rule: str) -> Hit:
    return Hit(start, end, Kind.DATE_OF_BIRTH, rule, Strength.ASK, ("after_cue",), 75)


def _bare(date: str) -> bool:
    """Tell whether a date stands where the number should, in digits only."""
    return date.replace("-", "").isdigit() and len(date) >= _SHORT_DATE


def _old_enough(date: str, *, child: bool) -> bool:
    """Tell whether somebody may have been born on a date, and it is not rather when they were met."""
    digits = date.replace("-", "")
    if "/" in digits:
        return int(digits[-4:]) <= _GROWN
    if not possible(digits):
        return False
    year = int(digits[:4]) if len(digits) > _SHORT_DATE else int(digits[:2])
    latest = _CHILD if child else _GROWN
    return year <= latest if len(digits) > _SHORT_DATE else not latest % 100 < year < 31  # noqa: PLR2004 - this decade


def possible(date: str) -> bool:
    """Tell whether a date that is written so may be one."""
    if re.fullmatch(r"\d+", date):
        straight = real_date(int(date[:-4]), int(date[-4:-2]), int(date[-2:]))
        turned = real_date(int(date[4:] or 0), int(date[2:4]), int(date[:2]))  # 210762
        return len(date) >= _SHORT_DATE and (straight or turned)
    numbers = [int(part) for part in re.findall(r"\d+", date)]
    return all(number > 0 or len(date) == 8 for number in numbers)  # noqa: PLR2004 - 00-01-31
