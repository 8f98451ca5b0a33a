"""Does the text hold a bank account, giro, IBAN or card number?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.digits import luhn
from lexheller.anonymity.finding import Hit, Kind, Strength

_IBAN = re.compile(r"(?<!\w)([A-Z]{2})[ -]?\d{2}(?=[ \n-]?[A-Z0-9]{4})", re.IGNORECASE)
_GLUED_IBAN = re.compile(r"(?<=iban)(SE)\d{2}(?=[ -]?[A-Z0-9]{4})", re.IGNORECASE)
# How long an IBAN is, by country (ISO 13616 registry): the Nordic and Baltic ones and those often sent money to.
_LENGTHS = {
    "SE": 24, "NO": 15, "DK": 18, "FI": 18, "EE": 20, "LV": 21, "LT": 20, "DE": 22, "PL": 28, "NL": 18,
    "BE": 16, "GB": 22, "IE": 22, "FR": 27, "ES": 24, "PT": 25, "IT": 27, "AT": 20, "CH": 21, "RO": 24,
    "BG": 22, "HU": 28, "CZ": 24, "GR": 27, "TR": 26, "BA": 20, "RS": 22, "HR": 21, "XK": 20, "AL": 28,
    "MK": 19, "UA": 29, "IS": 26,
}  # fmt: skip
_BANK = (
    r"swedbank|nordea|handelsbanken|shb|seb|danske bank|ica[- ]?banken?|länsförsäkringar|lf bank|skandia(?:banken)?"
    r"|sbab"
    r"|avanza|sparbank\w*|klarna|ikano|marginalen|forex"
)
_CUE = re.compile(
    rf"(?:\w*konto|\baccount|\bkto|clearing|\bcl(?:ear)?\.?-? ?(?:nr)?\b|\bsätt(?:a|er|s)? (?:in|över)\b|\bsatt(?:es"
    rf"|e)? (?:in|över)\b|\bpengar|\bdr(?:ogs?|as) från|\bbank|autogiro|\b(?:{_BANK})\b|utbet|insatt|insättning|överför"
    rf"|kontot)\w*\W{{0,4}}"
    r"(?:\w+\W{1,3}){0,3}$",
    re.IGNORECASE,
)
# What must be there before the slower patterns are tried.
_CUE_WORDS = (
    "konto",
    " kto",
    "(kto",
    "\nkto",
    "clearing",
    "bank",
    "autogiro",
    "utbet",
    "insatt",
    "insättning",
    "överför",
    " in på ",
    " över till ",
    "pengar",
    "drog",
    "dras från",
    "nordea",
    "shb",
    "seb",
    "sbab",
    "avanza",
    "klarna",
    "ikano",
    "forex",
    "account",
    "marginalen",
    "skandia",
    "länsförsäkringar",
)
_LONG = re.compile(r"\d{3,4}[ \n-]?\d{4}[ \n-]?\d{2}")
_CLOSE_CUE = re.compile(
    r"(?:account|konto|kto|kontot|konton|kontonummer|kontonr|kontonumret)\.?(?: ?(?:nr|no|number|nummer|är|hos|i"
    r"|med|på|till"
    r"|:))*[^\w\n]{0,3}$",
    re.IGNORECASE,
)
_CUE_AFTER = re.compile(
    rf"\W{{0,3}}(?:(?:är|som|hans|hennes|till)\W){{0,2}}\w{{0,8}}konto|\W{{0,3}}(?:(?:hos|i|på) )?(?:{_BANK})\b",
    re.IGNORECASE,
)
# Clearing number and account, after the lists the banks publish: 1100-9999, and then six to ten digits.
_ACCOUNT = re.compile(
    r"[1-9](?<![\w+-]\d)\d{3}(?:-\d)?\)?(?:[,;]? (?:[Kk](?:on)?to(?:nr"
    r"|nummer)?|nr))?[-,.:/_ ]{1,3}\n?\d{2,10}(?:[-. \n]\d{1,7}){0,4}(?![\w-])"
)
_BARE = re.compile(r"[1-9](?<![\w+-]\d)\d{1,12}(?:[-, ]{1,2}\d{1,7}){0,4}(?![\w-])")
_GIRO = re.compile(
    r"\b(?:b\.?g|p\.?g|bankgiro|plusgiro|postgiro)[-a-zåäö]{0,8}(?:\.? ?(?:nr|nummer"
    r"|är))?[:.=( \n-]{0,4}(\d[\d \n-]{4,12}\d)(?!\d)",
    re.IGNORECASE,
)
# A company's number with Swish: 123 and seven more.
_SWISH = re.compile(
    r"\bswish[-\w]{0,8}(?:\W{1,3}[^\W\d]\w*){0,3}\W{1,3}(123[ -]?\d{3}[ -]?\d{2}[ -]?\d{2})(?!\d)", re.IGNORECASE
)
# With its own check digits after hyphens an account of a savings bank needs no word by it.
_SAVINGS = re.compile(r"8(?<![\w+-]8)\d{3}-\d[,. ]{1,2}\d{1,3}[ .]?\d{3}[ .]?\d{3}-\d(?![\w-])")
_CARD = re.compile(r"\d(?<![\d-]\d)\d{3}(?:[ \n-]?\d{4}){3}(?![\d-])")
_CARD_CUE = re.compile(r"(?:kort|visa|mastercard)\w*\W{1,3}(?:\w+\W{1,3}){0,2}$", re.IGNORECASE)
_DATE = re.compile(r"(?:19|20)\d{2}-\d{2}-\d{2}")
_UNIT = re.compile(r" ?(?:kr\b|kronor|:-|%|sek\b|euro|dagar|personer)", re.IGNORECASE)
_LAST = re.compile(
    r"(?:konto|kort)\w*(?: som)? (?:slutar|börjar) (?:på|med) (?:siffrorna )?(\d{3,5})(?!\d)", re.IGNORECASE
)
_REACH = 45
_SURE = 11  # so many digits in a row count nothing
_WHOLE, _CLOSE = range(10, 17), range(7, 17)


def find(text: str) -> Iterator[Hit]:
    """Give every number that money can be sent to."""
    if _LONG.search(text) is not None:
        yield from _iban(text)
        yield from _cards(text)
    for match in _SAVINGS.finditer(text):
        yield Hit(*match.span(), Kind.BANK, "bank.savings", Strength.ASK, ("shape",), 96)
    lower = text.lower()
    if any(word in lower for word in _CUE_WORDS) or lower.startswith("kto"):
        yield from _accounts(text)
    for match in _GIRO.finditer(text) if "bg" in lower or "pg" in lower or "giro" in lower or ".g." in lower else ():
        yield Hit(match.start(1), match.end(1), Kind.BANK, "bank.giro", Strength.ASK, ("after_cue",), 96)
    for match in _SWISH.finditer(text) if "swish" in lower else ():
        yield Hit(match.start(1), match.end(1), Kind.BANK, "bank.swish", Strength.ASK, ("after_cue",), 96)
    for match in _LAST.finditer(text) if "ar på" in lower or "ar med" in lower else ():
        yield Hit(*match.span(1), Kind.BANK, "bank.last", Strength.ASK, ("after_cue",), 96)


def _iban(text: str) -> Iterator[Hit]:
    for pattern in (_IBAN, _GLUED_IBAN):
        for match in pattern.finditer(text):
            end, plain = _read(text, match.start(), _LENGTHS.get(match[1].upper(), 0))
            right = bool(plain) and _remainder(plain) == 1
            if right or plain.startswith("SE"):
                evidence = ("check_digit_ok" if right else "check_digit_wrong",)
                rank = 98 if right else 94
                yield Hit(match.start(), end, Kind.BANK, "bank.iban", Strength.STOP, evidence, rank)


def _accounts(text: str) -> Iterator[Hit]:
    for pattern, sizes in ((_ACCOUNT, _WHOLE), (_BARE, _CLOSE)):
        for match in pattern.finditer(text):
            number = match.group()
            digits = sum(map(str.isdigit, number))
            close = pattern is _BARE and (digits < _SURE or not number.isdigit())
            if digits in sizes and _cued(text, match, close=close):
                yield Hit(*match.span(), Kind.BANK, "bank.account", Strength.ASK, ("after_cue",), 96)


def _cards(text: str) -> Iterator[Hit]:
    for match in _CARD.finditer(text):
        right = luhn("".join(char for char in match.group() if char.isdigit()))
        if right or _CARD_CUE.search(text, max(0, match.start() - _REACH), match.start()):
            evidence = ("check_digit_ok",) if right else ("after_cue",)
            yield Hit(*match.span(), Kind.BANK, "bank.card", Strength.ASK, evidence, 96)


def _cued(text: str, match: "re.Match[str]", *, close: bool) -> bool:
    """Tell whether a word about banks or accounts stands by a number that is no date and no sum."""
    if _DATE.match(match.group()) or _UNIT.match(text, match.end()):
        return False
    before = text[max(0, match.start() - _REACH) : match.start()]
    if close:
        return _CLOSE_CUE.search(before) is not None
    return (
        "to" in match.group().lower()
        or _CUE.search(before) is not None
        or _CUE_AFTER.match(text, match.end()) is not None
    )


def _read(text: str, start: int, length: int) -> tuple[int, str]:
    """Read so many letters and digits, with at most one space or hyphen between them; nothing if there are fewer."""
    plain: list[str] = []
    position = start
    while position < len(text) and len(plain) < length:
        char = text[position]
        if char.isascii() and char.isalnum():
            plain.append(char.upper())
        elif char not in " -\n" or text[position - 1] in " -\n":
            break
        position += 1
    whole = 0 < length == len(plain) and not text[position : position + 1].isalnum()
    return (position, "".join(plain)) if whole else (start, "")


def _remainder(plain: str) -> int:
    """Divide as ISO 13616 says: country and check digits last, letters as numbers, modulo 97."""
    return int("".join(str(int(char, 36)) for char in plain[4:] + plain[:4])) % 97
