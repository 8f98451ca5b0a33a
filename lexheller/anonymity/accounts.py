"""Does the text hold a bank account, giro, IBAN or card number?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.digits import luhn
from lexheller.anonymity.finding import Hit, Kind, Strength

_IBAN = re.compile(r"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{2,4}){3,8}(?:[ -]?[A-Z0-9]{1,3})?(?!\w)", re.IGNORECASE)
_CUE = re.compile(
    r"(?:konto|clearing|\bbank|swedbank|nordea|handelsbanken|\bseb\b|utbetal|insatt|insättning|kontot)\w*\W{0,4}"
    r"(?:\w+\W{1,3}){0,3}$",
    re.IGNORECASE,
)
# Clearing number and account, after the lists the banks publish: 1100-9999, and then six to ten digits.
_ACCOUNT = re.compile(r"(?<![\w+-])[1-9]\d{3}(?:-\d)?[-,. ]{1,3}\d{2,10}(?:[- ]\d{1,7}){0,4}(?![\w-])")
_GIRO = re.compile(
    r"\b(?:bg|pg|bankgiro|plusgiro|postgiro|bankgironr|plusgironr)\w{0,6}[:. ]{0,3}(\d[\d -]{4,12}\d)(?!\d)",
    re.IGNORECASE,
)
_CARD = re.compile(r"(?<![\d-])\d{4}(?:[ -]?\d{4}){3}(?![\d-])")
_IBAN_LENGTHS = range(15, 35)


def find(text: str) -> Iterator[Hit]:
    """Give every number that money can be sent to."""
    for match in _IBAN.finditer(text):
        plain = "".join(char for char in match.group().upper() if char.isalnum())
        right = _remainder(plain) == 1
        if len(plain) in _IBAN_LENGTHS and (right or (plain.startswith("SE") and len(plain) == 24)):  # noqa: PLR2004
            evidence = ("check_digit_ok" if right else "check_digit_wrong",)
            yield Hit(match.start(), match.end(), Kind.BANK, "bank.iban", Strength.STOP, evidence, 97)
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


def _remainder(plain: str) -> int:
    """Divide as ISO 13616 says: country and check digits last, letters as numbers, modulo 97."""
    return int("".join(str(int(char, 36)) for char in plain[4:] + plain[:4])) % 97
