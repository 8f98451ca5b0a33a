"""Which of the year's cases do the public read? Rewritten by one person, released by another, and lain for a while."""

from __future__ import annotations

from typing import Final, NamedTuple


class Retold(NamedTuple):
    """A story for the library: how many days after its case came in it is rewritten, and its words."""

    day: int
    text: str


RETOLD: Final = {
    "S01": Retold(
        131,
        "Två svar samma vecka\n\nEn person i en insats för att hitta arbete blev sjuk. Den ena myndigheten ansåg att "
        "personen kunde arbeta och sa nej till ersättning. Den andra ansåg tvärtom att personen var för sjuk för att "
        "delta, och avslutade insatsen. Ingen hade frågat den andra.\n---\n"
        "De två stämmer nu av med varandra innan någon av dem avslutar en ersättning.",
    ),
    "S14": Retold(
        126,
        "Mötet där två saknades\n\nEtt planeringsmöte handlade mest om försörjning och arbete. De två som kunde svara "
        "på det var inte där. Den som kallade visste inte att de går att bjuda in när personen samtycker.\n---\n"
        "Mallen för kallelsen påminner nu om vilka fler som kan behövas.",
    ),
    "S20": Retold(
        92,
        "Utan recept på en fredag\n\nEn person kom ut från en institution strax före en helg, med läkemedel för några "
        "dagar. Tiden hos vården låg längre fram, och två håll ansåg att det andra skulle hjälpa till med boende.\n"
        "---\nDe som berörs bokar nu läkartid och stämmer av boendet innan dagen är bestämd.",
    ),
}
"""By sample; they lie in a federation where two people may stand for a story."""
