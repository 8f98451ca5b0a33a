"""Does the text hold a postal code? Sums and counts of five figures pass."""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength
from lexheller.anonymity.near import around
from lexheller.anonymity.populations import SIZES

_SPACED = re.compile(
    r"(?<![\w+./-])(?<!\d:)(?<!\d{2} )((?:SE?[-.]? ?)?)([1-9]\d{2})(?: {1,2}|\n|(?:[-._]| - "
    r"| {3,4})(?=\d{2} +[A-ZÅÄÖ]))(\d{2})(?!\w|:\d|[-/.,]\d"
    r"| \d)"
)
_TIGHT = re.compile(r"(?<![\w+./-])(?<!\d:)(?<!\d{2} )((?:SE?-? ?)?)([1-9]\d{4})(?!\w|:\d|[-/.,]\d| \d)")
_CUE = re.compile(
    r"(?:postnr|postnummer|postnumret|post\.?nr|p-?nr ort|postadress|postkod|zip|postal|post code"
    r"|post nr)\w*(?: code| nr)?\W{0,3}(?:är )?$",
    re.IGNORECASE,
)
_TOWN = re.compile(r"(?: {1,2}|-| \n|\n)(?:(?:norra|södra|östra|västra) )?(?:[A-ZÅÄÖ][a-zåäöé]{1,}|[A-ZÅÄÖ]{2,}(?!\w))")
_AFTER_AMOUNT = re.compile(
    r" ?(?:kr\b|kronor|:-|%|procent|st\b|sek\b|euro|dagar|personer|invånare|timmar|ärenden|mkr|tkr|platser|meter"
    r"|kvm|gram|mg|ml|barn|elever|hushåll|kvinnor|män|människor|medlemmar|samtal|besök|anställda|av|(?:och|till"
    r"|eller|-) ?\d)",
    re.IGNORECASE,
)
_BEFORE_AMOUNT = re.compile(
    r"(?:kostnad\w*|avgift\w*|belopp\w*|summa\w*|skuld\w*|hyra\w*|kronor|på|till|från|om|cirka|ca|ungefär|över"
    r"|mellan|och"
    r"|under|drygt|knappt|nästan|totalt|av|nr|telefon|ring|ringde|tel|sms|växeln|numret|nummer|var|blev|ökade|har"
    r"|hade) $",
    re.IGNORECASE,
)
_AFTER_STREET = re.compile(r"(?:\d ?[a-zA-Z]?,?|,|\n|\(|^|adress\w*:?|bor i|i|är|:)[ \n]?$", re.IGNORECASE)
_STREET_BEFORE = re.compile(
    r"(?:(?:gatan|vägen|gränd|stigen|box|[gv]\.) \d{1,4}(?: ?[a-h](?!\w))?,|hemadress|(?<!\w)adress|bor i"
    r"|postort)[ :=(\n-]{0,4}"
    r"(?:(?:är|nr) )?$",
    re.IGNORECASE,
)
_HOUSE = re.compile(r"[^\W\d_]{3,}\.? \d{1,3} $")
_SMALL_TOWN = re.compile(r"(?: ([a-zåäö]{3,20})|, ([A-ZÅÄÖ][a-zåäö]{2,20}))(?!\w)")
_SUM_BEFORE = re.compile(
    r"(?:kostnad\w*|avgift\w*|belopp\w*|summa\w*|skuld\w*|kronor|om|cirka|ca|ungefär|över|mellan|under|drygt|knappt"
    r"|nästan"
    r"|totalt|av) $",
    re.IGNORECASE,
)
_LIVES = re.compile(
    r"\b(?:post|brev|adress|bor|bodde|skriven|folkbokförd|flytta|bosatt)\w*[^.\n]{0,20}$", re.IGNORECASE
)
_LIKE = re.compile(r"[1-9]\d{2}[ \n._-]{0,4}\d{2}(?!\d)")  # a quick look first
_PREFIX, _REACH = 10, 40
_SERVICE = frozenset({"11414", "11313", "11800", "90000", "90200", "90101", "11611"})


def find(text: str) -> Iterator[Hit]:
    """Give every postal code."""
    for stretch in around(_LIKE, text, _PREFIX, _REACH):
        yield from _spaced(text, stretch)
        yield from _tight(text, stretch)


def _spaced(text: str, stretch: tuple[int, int]) -> Iterator[Hit]:
    for match in _SPACED.finditer(text, *stretch):
        before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20]
        if before[-1:] == " " and before[-2:-1].isdigit() and not (_TOWN.match(after) and _HOUSE.search(before)):
            continue
        if match[2] + match[3] in _SERVICE or (
            _AFTER_AMOUNT.match(after) and not (_told(before, match[1]) and after.startswith(" av "))
        ):
            continue
        evidence = _evidence(match[1], before, after)
        lives = _LIVES.search(text, max(0, match.start() - 40), match.start()) is not None
        if evidence or ("\n" not in match.group() and (lives or not _BEFORE_AMOUNT.search(before))):
            yield Hit(*match.span(), Kind.POSTAL_CODE, "postal.spaced", Strength.ASK, evidence, 61)


def _tight(text: str, stretch: tuple[int, int]) -> Iterator[Hit]:
    for match in _TIGHT.finditer(text, *stretch):
        before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 20]
        evidence = _evidence(match[1], before, after)
        vague = evidence == ("before_town",) and not _AFTER_STREET.search(before) and not _well_known(before, after)
        if vague and _SUM_BEFORE.search(before):
            continue
        if (
            evidence
            and match[2] not in _SERVICE
            and (not _AFTER_AMOUNT.match(after) or ("after_cue" in evidence and after.startswith(" av ")))
        ):
            yield Hit(*match.span(), Kind.POSTAL_CODE, "postal.tight", Strength.ASK, evidence, 59)


def _told(before: str, prefix: str) -> bool:
    return bool(prefix) or _CUE.search(before) is not None or _STREET_BEFORE.search(before) is not None


def _evidence(prefix: str, before: str, after: str) -> tuple[str, ...]:
    cue = _told(before, prefix)
    return (("after_cue",) if cue else ()) + (("before_town",) if _TOWN.match(after) or _small_town(after) else ())


def _well_known(before: str, after: str) -> bool:
    """Tell whether something is said of a place in a town that many know, and nothing counted: "om 84880 Vetlanda"."""
    return before.endswith(" om ") and after.strip().partition(" ")[0].partition("\n")[0].rstrip(".,;:)") in SIZES


def _small_town(after: str) -> bool:
    """Tell whether a town that many know follows in small letters, or after a comma."""
    word = _SMALL_TOWN.match(after)
    return word is not None and (word[2] or word[1].capitalize()) in SIZES
