"""Does the text hold a bank account, giro, IBAN or card number?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.digits import luhn
from lexheller.anonymity.finding import Hit, Kind, Strength

_IBAN = re.compile(r"(?<!\w)([A-Z]{2})\d{2}(?=[ -]?[A-Z0-9]{4})", re.IGNORECASE)
# How long an IBAN is, by country (ISO 13616 registry): the Nordic and Baltic ones and those often sent money to.
_LENGTHS = {
    "SE": 24, "NO": 15, "DK": 18, "FI": 18, "EE": 20, "LV": 21, "LT": 20, "DE": 22, "PL": 28, "NL": 18,
    "BE": 16, "GB": 22, "IE": 22, "FR": 27, "ES": 24, "PT": 25, "IT": 27, "AT": 20, "CH": 21, "RO": 24,
    "BG": 22, "HU": 28, "CZ": 24, "GR": 27, "TR": 26, "BA": 20, "RS": 22, "HR": 21, "XK": 20, "AL": 28,
    "MK": 19, "UA": 29, "IS": 26,
}  # fmt: skip
_CUE = re.compile(
    r"(?:konto|clearing|\bbank|swedbank|nordea|handelsbanken|\bseb\b|utbetal|insatt|insättning|kontot)\w*\W{0,4}"
    r"(?:\w+\W{1,3}){0,3}$",
    re.IGNORECASE,
)
# Clearing number and account, after the lists the banks publish: 1100-9999, and then six to ten digits.
_ACCOUNT = re.compile(
    r"(?<![\w+-])[1-9]\d{3}(?:-\d)?(?:,? konto(?:nr|nummer)?)?[-,.: ]{1,3}\d{2,10}(?:[- ]\d{1,7}){0,4}(?![\w-])"
)
_GIRO = re.compile(
    r"\b(?:bg|pg|bankgiro|plusgiro|postgiro|bankgironr|plusgironr)\w{0,6}[:. ]{0,3}(\d[\d -]{4,12}\d)(?!\d)",
    re.IGNORECASE,
)
_CARD = re.compile(r"(?<![\d-])\d{4}(?:[ -]?\d{4}){3}(?![\d-])")


def find(text: str) -> Iterator[Hit]:
    """Give every number that money can be sent to."""
    for match in _IBAN.finditer(text):
        end, plain = _read(text, match.start(), _LENGTHS.get(match[1].upper(), 0))
        right = bool(plain) and _remainder(plain) == 1
        if right or plain.startswith("SE"):
            evidence = ("check_digit_ok" if right else "check_digit_wrong",)
            yield Hit(match.start(), end, Kind.BANK, "bank.iban", Strength.STOP, evidence, 97)
    for match in _ACCOUNT.finditer(text):
        digits = "".join(char for char in match.group() if char.isdigit())
        cue = _CUE.search(text[max(0, match.start() - 45) : match.start()]) is not None
        if cue and 10 <= len(digits) <= 16:  # noqa: PLR2004 - clearing number and six to twelve digits
            yield Hit(match.start(), match.end(), Kind.BANK, "bank.account", Strength.ASK, ("after_cue",), 96)
    for match in _GIRO.finditer(text):
        yield Hit(match.start(1), match.end(1), Kind.BANK, "bank.giro", Strength.ASK, ("after_cue",), 96)
    for match in _CARD.finditer(text):
        if luhn("".join(char for char in match.group() if char.isdigit())):
            yield Hit(match.start(), match.end(), Kind.BANK, "bank.card", Strength.ASK, ("check_digit_ok",), 96)


def _read(text: str, start: int, length: int) -> tuple[int, str]:
    """Read so many letters and digits, with at most one space or hyphen between them; nothing if there are fewer."""
    plain: list[str] = []
    position = start
    while position < len(text) and len(plain) < length:
        char = text[position]
        if char.isascii() and char.isalnum():
            plain.append(char.upper())
        elif char not in " -" or text[position - 1] in " -":
            break
        position += 1
    whole = 0 < length == len(plain) and not text[position : position + 1].isalnum()
    return (position, "".join(plain)) if whole else (start, "")


def _remainder(plain: str) -> int:
    """Divide as ISO 13616 says: country and check digits last, letters as numbers, modulo 97."""
    return int("".join(str(int(char, 36)) for char in plain[4:] + plain[:4])) % 97
