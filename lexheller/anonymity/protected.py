"""Does the text tell where a person with protected identity can be found?

Folkbokföringslagen 16-17 §§ and offentlighets- och sekretesslagen 22 kap. 1-2 §§ protect these people; together with an
address, a door code or a date of birth the words may cost a life, so both are stopped.
"""

import re
from collections.abc import Iterator

from lexheller.anonymity.finding import Hit, Kind, Strength

_WORDS = re.compile(
    r"\b(?:skydda\w{1,3} (?:person)?uppgift\w*|skyddad\w? (?:identitet\w*|id|folkbokföring\w*|adress\w*"
    r"|personnummer)|skyddat (?:boende\w*|id)"
    r"|sekretess(?:märk|marker)\w*|kvarskriv\w+|fingera\w+ (?:person)?uppgift\w*|fingera\w* identitet\w*"
    r"|hemlig\w? adress\w*"
    r"|adresskydd\w*|identitetsskydd\w*|lever gömd\w?|hotbild\w*|protected identity|secret address)\b",
    re.IGNORECASE,
)


def together(text: str, hits: tuple[Hit, ...]) -> Iterator[Hit]:
    """Give the protecting words, and the dangerous hits made stronger, when a text holds both."""
    dangerous = [hit for hit in hits if hit.kind in {Kind.ADDRESS, Kind.DATE_OF_BIRTH}]
    words = list(_WORDS.finditer(text))
    if not words or not dangerous:
        return
    for match in words:
        yield Hit(
            match.start(), match.end(), Kind.PROTECTED, "protected.words", Strength.STOP, ("with_whereabouts",), 99
        )
    for hit in dangerous:
        yield hit._replace(strength=Strength.STOP, evidence=(*hit.evidence, "protected_identity"), rank=hit.rank + 1)
