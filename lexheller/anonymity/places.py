"""Does the text say where somebody lives: street and number, flat, door code, farm, postal code?"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_ENDINGS = (
    "vägen|gatan|gränden|gränd|stigen|torget|torg|allén|allé|backen|backe|platsen|stråket|leden|kroken|slingan"
    "|ringen|svängen"
    "|promenaden|esplanaden|kajen|liden|höjden|terrassen|trappan|trappor|bron|gången|gång|svägen|sgatan|väg|gata"
    "|stig|parken"
    "|rundeln|kullen|bryggan|hamnen|dalen|lunden|åsen|täppan|brinken|vreten|tunet|vången|gården|hagen|ängen|kvarteret"
)
_NUMBER = (
    r"(?P<number>\d{1,4}(?: ?[A-Za-z](?![\w]))?(?: ?[-/] ?\d{1,4}(?![\d:]))?)"
    r"(?P<rest>(?:,? ?(?:lgh|lägenhet|läg|apt)\.?(?: ?nr)? ?\d{1,4}|,? ?\d{1,2} ?tr\.?(?:appor)?|,? ?(?:plan"
    r"|vån(?:ing)?\.?|port|uppgång|ing(?:ång)?) ?"
    r"[A-Z\d]{1,2}|,? ?(?:nb|bv|ög|öv|vn|hv)\b){0,4})"
)
_UNIT = (
    r"(?![\d:]|[.,]\d| ?(?:år|kr|kronor|%|procent|st|dagar|veckor|månader|timmar|min|platser|personer|barn|boende"
    r"|gånger|kvm|mil|km|m|hyresgäster|brukare|elever|och \d))"
)
_STREET = re.compile(
    rf"(?<![\w])(?:(?:[A-ZÅÄÖ][\w:.]{{0,15}} ){{1,2}}(?i:{_ENDINGS})|[A-ZÅÄÖa-zåäö][\w-]{{0,30}}?(?:{_ENDINGS})"
    rf"|[A-ZÅÄÖ][\w-]{{1,20}}s?[gv]\.) {_NUMBER}(?![\w]){_UNIT}",
)
_CUED_STREET = re.compile(
    rf"(?:(?:bor|bodde|bosatt|flytta\w*|hemma|skriven|folkbokförd|vistas|hembesök|adress\w*|hemadress\w*"
    rf"|gatuadress\w*|besöksadress\w*|lägenhet\w*)"
    rf"(?: (?:nu|på|i|vid|till|är|kvar|själv|ensam|en|lgh)"
    rf"|:){{1,4}} )(?P<street>(?:[A-ZÅÄÖ][\w:]{{1,20}} ){{0,2}}[A-ZÅÄÖ][\w-]{{1,30}} {_NUMBER})(?![\w]){_UNIT}"
)
_BARE_STREET = re.compile(
    r"(?:bor|bodde|bosatt|flytta\w*|skriven|folkbokförd|adress\w*|hemadress\w*)(?: (?:nu|på|vid|till|är|kvar"
    r"|själv|ensam)|:){1,3} "
    r"(?P<street>(?:[A-ZÅÄÖ][\w]{1,20} )?[A-ZÅÄÖ][\w-]{2,30}(?:vägen|gatan|gränd|stigen|allén))(?![\w])"
)
_RURAL = re.compile(
    rf"(?<![\w])(?:i|på|vid|från|hemma|by|byn|gården|torpet"
    rf"|stugan) (?P<street>(?:[A-ZÅÄÖ][a-zåäö]{{1,15}} )?[A-ZÅÄÖ][a-zåäöé]{{1,20}}(?:gården|torp|torpet|by|byn"
    rf"|ryd|hult|näs|vik|ås|sjö|boda|stad|hem|mark|mo|berg|udden|åker|tuna|rum|bo|sele|träsk|lund|bäck|bäcken"
    rf"|edet|red|By)? {_NUMBER})(?![\w]){_UNIT}"
)
_CARE_OF = re.compile(r"(?<!\w)[cC] ?/ ?[oO]\.? (?P<name>[A-ZÅÄÖ][\w-]+(?: [A-ZÅÄÖ][\w-]+)?)")
_FLAT = re.compile(
    r"(?<!\w)(?:lgh|lägenhet|lägenhetsnr|lägenhetsnummer|lgh-nr)\.?(?: ?nr)?:? ?\d{1,4}(?!\d)", re.IGNORECASE
)
_CODE = re.compile(
    r"(?<!\w)(?:(?:dörr|port|entré|ytter|grind|larm|trapp|garage)-?kod(?:en)?|koden? till (?:dörren|porten"
    r"|entrén|huset|larmet))"
    r"(?: är| till porten|:| på)* ?#?[A-D]?\d{3,8}#?(?!\d)",
    re.IGNORECASE,
)
_BOX = re.compile(r"(?<!\w)(?:Box|box|Postbox|postfack|Postfack) \d{1,5}(?!\d)")
_ESTATE = re.compile(
    r"(?:fastighet(?:en)?|fastighetsbeteckning(?:en)?|gården|torpet|tomten|bor på|bor i)(?: är"
    r"|:)? (?P<street>[A-ZÅÄÖ][\wåäö-]+(?: [A-ZÅÄÖ][\w-]+){0,2} \d{1,3}:\d{1,4})(?!\d)"
)
_COORDINATES = re.compile(r"(?<![\w.=])[56]\d[.,]\d{3,8}°?[NS]?[,; ]{1,3}(?:1\d|2[0-4])[.,]\d{3,8}(?!\d)")
_POSTAL = re.compile(r"(?<![\w+:./-])(?<!\d )(?:SE?-? ?|S-)?([1-9]\d{2}) (\d{2})(?![\d:]|[-/.,]\d| \d)")
_POSTAL_CUE = re.compile(r"(?:postnr|postnummer|post\.nr|postadress|postkod|zip)\w*\W{0,3}(?:är )?$", re.IGNORECASE)
_POSTAL_TIGHT = re.compile(
    r"(?<![\w+:./-])(?<!\d )(?:S-|SE-)?([1-9]\d{4})(?![\w:]|[-/.,]\d| \d)(?= +[A-ZÅÄÖ][a-zåäö]{2,})?"
)
_AFTER_AMOUNT = re.compile(
    r" ?(?:kr\b|kronor|:-|%|procent|st\b|sek\b|euro|dagar|personer|invånare|timmar|ärenden|mkr|tkr|platser|meter"
    r"|kvm|gram|mg)",
    re.IGNORECASE,
)
_BEFORE_AMOUNT = re.compile(
    r"(?:kostnad\w*|avgift\w*|belopp\w*|summa\w*|skuld\w*|hyra\w*|kronor|på|till|från|om|cirka|ca|ungefär|över"
    r"|under|drygt|knappt|nästan|totalt|av|nr|telefon|ring|ringde|tel|sms|växeln|numret|nummer) $",
    re.IGNORECASE,
)
_YEAR = len("2024")
_SERVICE = frozenset({"11414", "11313", "11800", "90000", "90200"})


def find(text: str) -> Iterator[Hit]:
    """Give every address, door code and postal code."""
    for match in _STREET.finditer(text):
        start = match.start()
        yield Hit(start, match.end(), Kind.ADDRESS, "address.street", Strength.ASK, (), 72)
    for pattern, rule, rank in (
        (_CUED_STREET, "address.cue", 71),
        (_BARE_STREET, "address.street_alone", 55),
        (_ESTATE, "address.estate", 68),
    ):
        for match in pattern.finditer(text):
            yield Hit(
                match.start("street"), match.end("street"), Kind.ADDRESS, rule, Strength.ASK, ("after_cue",), rank
            )
    for match in _RURAL.finditer(text):
        if not (text[match.start("number") :][:2] in {"19", "20"} and len(match["number"]) == _YEAR):
            yield Hit(match.start("street"), match.end("street"), Kind.ADDRESS, "address.rural", Strength.ASK, (), 54)
    for pattern, rule in ((_FLAT, "address.flat"), (_CODE, "address.door_code"), (_COORDINATES, "address.coordinates")):
        for match in pattern.finditer(text):
            yield Hit(match.start(), match.end(), Kind.ADDRESS, rule, Strength.ASK, (), 69)
    for match in _CARE_OF.finditer(text):
        yield Hit(
            match.start("name"), match.end("name"), Kind.PERSON, "person.care_of", Strength.ASK, ("after_cue",), 58
        )
    for match in _BOX.finditer(text):
        yield Hit(match.start(), match.end(), Kind.ADDRESS, "address.box", Strength.ASK, (), 52)
    yield from _postal(text)


def _postal(text: str) -> Iterator[Hit]:
    for match in _POSTAL.finditer(text):
        before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 14]
        cue = _POSTAL_CUE.search(before) is not None
        town = re.match(r" +[A-ZÅÄÖ][a-zåäöé]", after) is not None
        if match[1] + match[2] in _SERVICE or _AFTER_AMOUNT.match(after):
            continue
        if not (cue or town) and _BEFORE_AMOUNT.search(before):
            continue
        evidence = (("after_cue",) if cue else ()) + (("before_town",) if town else ())
        yield Hit(match.start(), match.end(), Kind.POSTAL_CODE, "postal.spaced", Strength.ASK, evidence, 61)
    for match in _POSTAL_TIGHT.finditer(text):
        before = text[max(0, match.start() - 20) : match.start()]
        prefixed = match.group().startswith("S")
        town = re.match(r" +[A-ZÅÄÖ][a-zåäöé]{2,}", text[match.end() : match.end() + 14]) is not None
        behind = re.search(r"\d[a-zA-Z]?, ?$|, ?$", before) is not None
        if prefixed or _POSTAL_CUE.search(before) or (town and behind):
            yield Hit(match.start(), match.end(), Kind.POSTAL_CODE, "postal.tight", Strength.ASK, ("after_cue",), 59)
