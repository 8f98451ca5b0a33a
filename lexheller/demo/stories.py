"""What happens to each sample case, told as acts on days: who does what, how many days after it came in.

A story knows no dates. The year (year.py) starts it so many days ago and stops at today, so that recent cases stand in
the middle of theirs: some waiting, some late, as in a real inbox.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lexheller.demo.retold import RETOLD
from lexheller.demo.samples import Sample

LEADER, COLLEAGUE, MANAGER, SUBMITTER, PARTNERS = "leader", "colleague", "manager", "submitter", "partners"
SECOND = "second"
"""The other process leader of the same federation."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing somebody does, `day` days after the case came in."""

    day: int
    who: str
    step: str
    given: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Told:
    """A sample case in the year: which federation, how many days ago, and its story by name."""

    sample: str
    federation: str
    days_ago: int
    story: str


YEAR = (
    Told("S01", "ALV", 352, "whole"),
    Told("S07", "ALV", 345, "talk"),
    Told("S10", "SKO", 338, "whole"),
    Told("S04", "ALV", 330, "whole"),
    Told("S15", "INS", 322, "talk"),
    Told("S18", "INS", 315, "whole"),
    Told("S13", "SKO", 306, "talk"),
    Told("S03", "SKO", 297, "partner"),
    Told("S29", "ALV", 290, "redirect"),
    Told("S17", "ALV", 281, "talk"),
    Told("S12", "SKO", 273, "partner"),
    Told("S02", "INS", 266, "whole"),
    Told("S09", "INS", 258, "told"),
    Told("S20", "ALV", 249, "partner"),
    Told("S05", "ALV", 241, "talk"),
    Told("S06", "INS", 232, "whole"),
    Told("S21", "SKO", 224, "nobody"),
    Told("S11", "SKO", 216, "talk"),
    Told("S14", "ALV", 207, "whole"),
    Told("S25", "INS", 199, "reopened"),
    Told("S19", "ALV", 190, "whole"),
    Told("S22", "ALV", 182, "messages"),
    Told("S30", "SKO", 174, "withdrawn"),
    Told("S08", "SKO", 165, "whole"),
    Told("S24", "ALV", 156, "partner"),
    Told("S23", "INS", 148, "talk"),
    Told("S31", "ALV", 139, "talk"),
    Told("I01", "ALV", 131, "partner"),
    Told("S32", "ALV", 118, "same_event"),
    Told("S33", "INS", 116, "partner"),
    Told("S28", "ALV", 108, "more_time"),
    Told("S16", "SKO", 99, "whole"),
    Told("I08", "SKO", 91, "partner"),
    Told("S34", "INS", 84, "partner"),
    Told("I03", "ALV", 77, "talk"),
    Told("I02", "ALV", 69, "partner"),
    Told("S35", "INS", 62, "whole"),
    Told("I05", "INS", 55, "told"),
    Told("I07", "ALV", 47, "caught"),
    Told("S26", "ALV", 40, "group"),
    Told("I04", "SKO", 33, "talk"),
    Told("I10", "ALV", 27, "question"),
    Told("S27", "ALV", 22, "classified"),
    Told("I06", "ALV", 13, "untouched"),
    Told("I09", "ALV", 3, "untouched"),
)
"""Every sample once; of the ten with identifiers the gate stops or asks about nine, and a person catches I07."""

ANSWERS = (
    "Vi har tagit upp det på vårt möte. Vi ordnar en kontaktväg som bevakas varje dag och berättar för alla.",
    "Vi ändrar vår rutin så att vi stämmer av med de andra innan något avslutas. Den gäller från nästa månad.",
    "Vi känner igen bilden. Två av våra grupper går igenom hur överlämningen ska gå till och ger ett förslag.",
    "Vi prövar ert förslag under ett halvår tillsammans med kommunen och följer upp hur det har gått.",
)
CAUSES = (
    "Rutinen sa inte vem som skulle höra av sig.",
    "Uppdraget var delat på två grupper som inte såg varandras anteckningar.",
    "",
    "Vi visste inte att de andra väntade på oss.",
)
SOLUTIONS = (
    "Vi ringde tillsammans och fick en tid samma vecka.",
    "Cheferna pratade med varandra och skrev ner hur det ska gå till.",
    "Vi hittade en kontaktväg som fungerar och berättade om den för alla som behöver den.",
)
FEEDBACK = (
    (
        "Tack för att du berättade. Vi tog upp det med dem som berörs. De har svarat och berättat vad de gör nu, "
        "och vi följer upp det om ett halvår. Hör gärna av dig om det händer igen."
    ),
    (
        "Tack för att du skrev. Frågan finns nu med i det som förbundscheferna arbetar vidare med, tillsammans med "
        "flera andra ärenden som liknar ditt. De vi frågade har svarat, och vi följer upp det de har lovat."
    ),
    (
        "Tack för ditt tålamod. Nu har vi fått svar från dem vi frågade. Vi tar med det du skrev och svaren till nästa "
        "möte med alla som berörs, så att det fungerar bättre nästa gång."
    ),
)
STILL = "Vi arbetar fortfarande med ditt ärende. Just nu väntar vi på svar från dem som berörs."
THANKS = "Nu har vi pratat igenom det. Det löste sig i samtalet, och vi har skrivit ner hur det ska gå till nästa gång."

NEUTRAL: Mapping[str, str] = {
    "I02": "En person kan få en skyddad anställning om det finns ett intyg på funktionsnedsättningen. Två mottagningar "
    "anser båda att det är den andra som ska skriva det, och ingen av dem gör det.",
}
"""What is shared of samples that came in with a number in them: told anew, as their received text has a gap."""


def story(name: str, sample: Sample, number: int) -> tuple[Act, ...]:
    """Tell a story by name; `number` varies words and days, so that no two cases are quite alike."""
    return (*TELLERS[name](sample, number), *_retold(sample))


def _retold(sample: Sample) -> Iterator[Act]:
    if sample.id in RETOLD:
        day, text = RETOLD[sample.id]
        yield Act(day, LEADER, "release", {"public_text": text, "harmless": True, "submitter_wishes": True})
        yield Act(day + 2, SECOND, "release", {"confirmed": "as it stands"})


def _begin(sample: Sample, number: int) -> Iterator[Act]:
    first = 1 + number % 4
    yield Act(first, LEADER, "open_dialogue")
    talk = {"talk": "phone", "talked_on": "today", "outcome": "goes_on", "note": "Vi pratade igenom vad som hände."}
    yield Act(first + number % 3, LEADER, "note_talk", talk)
    yield Act(first + 3, LEADER, "label", {"themes": sample.theme, "target_group": sample.target_group})


def _shared(sample: Sample, number: int) -> Iterator[Act]:
    yield from _begin(sample, number)
    text = NEUTRAL.get(sample.id, "")
    yield Act(7, LEADER, "retell", {"shared_text": text} if text else {"as_received": True})
    yield Act(7, LEADER, "attest", {"area_harmless": False, "own_workplace_ok": True, "few_alike_ok": True})


def _closing(sample: Sample, number: int, day: int) -> Iterator[Act]:
    yield Act(day, LEADER, "give_feedback", {"feedback": FEEDBACK[number % len(FEEDBACK)]})
    if number % 5:
        yield Act(day + 2 + number % 6, SUBMITTER, "follow")
        yield Act(day + 9, SUBMITTER, "helped", {"helped": ("yes", "partly", "yes", "no")[number % 4]})
    if sample.pattern and number % 2:
        yield Act(day + 3, LEADER, "tie_pattern", {"pattern": sample.pattern, "reason": "Samma fråga som i de andra."})


def _talk(sample: Sample, number: int) -> Iterator[Act]:
    yield from _begin(sample, number)
    given = {"solution": SOLUTIONS[number % len(SOLUTIONS)], "feedback": THANKS}
    yield Act(8 + number % 5, LEADER, "solve", given)
    yield Act(11 + number % 7, SUBMITTER, "follow")
    yield Act(20, SUBMITTER, "helped", {"helped": "yes" if number % 3 else "partly"})


def _told(sample: Sample, number: int) -> Iterator[Act]:
    given = {"solution": SOLUTIONS[number % len(SOLUTIONS)], "told": "phone", "told_on": "today", "told_what": THANKS}
    yield Act(2, LEADER, "label", {"themes": sample.theme, "target_group": sample.target_group})
    yield Act(3, LEADER, "solve", given)


def _partner(sample: Sample, number: int) -> Iterator[Act]:
    yield from _shared(sample, number)
    yield Act(8, LEADER, "set_level", {"level": sample.level, "reason": "Så läser vi det efter samtalet."})
    yield Act(9, LEADER, "consult", {"purpose": "reply"})
    yield Act(34, LEADER, "say", {"message": STILL})
    yield Act(39 + number % 25, PARTNERS, "answer")
    yield Act(66, LEADER, "conclude")
    yield from _closing(sample, number, 70)


def _whole(sample: Sample, number: int) -> Iterator[Act]:
    yield from _shared(sample, number)
    yield Act(9, LEADER, "share", {"group": "natverket"})
    if sample.pattern:
        yield Act(24, COLLEAGUE, "tie_pattern", {"pattern": sample.pattern, "reason": "Samma fråga som i de andra."})
    else:
        yield Act(24, COLLEAGUE, "not_tied", {"reason": "Vi har inte sett något liknande än."})
    other = "organisation" if sample.level == "structure" and number % 2 else sample.level
    yield Act(25, LEADER, "second_opinion", {"level": other, "reason": "Så ser vi det i vårt förbund."})
    yield Act(26, COLLEAGUE, "classify", {"level": sample.level, "reason": "Det är där det går att ändra något."})
    measure = {"what": "Ta fram en gemensam rutin", "owner": "Beredningsgruppen", "due": "day+150", "joint": ""}
    kind = ("measure", "refer", "meeting")[number % 3]
    given: dict[str, Any] = {"kind": kind, "reason": "Det har hänt flera gånger och går att påverka."}
    yield Act(34, MANAGER, "decide", given | ({"measures": [measure]} if kind == "measure" else {}))
    yield Act(36, LEADER, "refer")
    yield Act(37, LEADER, "say", {"message": STILL})
    yield Act(60 + number % 40, PARTNERS, "answer")
    yield Act(67, LEADER, "say", {"message": STILL})
    yield Act(103, LEADER, "conclude")
    yield from _closing(sample, number, 108)
    if kind == "measure":
        yield Act(149, MANAGER, "follow_measure", {"measure_state": "done", "note": "Rutinen är beslutad och gäller."})


def _nobody(sample: Sample, number: int) -> Iterator[Act]:
    yield from _shared(sample, number)
    yield Act(8, LEADER, "set_level", {"level": sample.level, "reason": "Reglerna säger inget om den som byter år."})
    yield Act(9, LEADER, "consult", {"purpose": "reply"})
    yield Act(41, PARTNERS, "not_ours", {"whose": "nobody", "reason": "Vi ser inte att någon har det uppdraget i dag."})
    yield Act(50, LEADER, "conclude")
    yield from _closing(sample, number, 55)


def _more_time(sample: Sample, number: int) -> Iterator[Act]:
    yield from _shared(sample, number)
    yield Act(8, LEADER, "set_level", {"level": sample.level, "reason": "Det handlar om hur växeln är ordnad."})
    yield Act(9, LEADER, "consult", {"purpose": "reply"})
    yield Act(20, PARTNERS, "ask", {"question": "Gäller det alla mottagningar eller en viss?"})
    yield Act(22, LEADER, "say", {"referral": "1", "message": "Det gäller växeln, som är gemensam."})
    yield Act(60, PARTNERS, "more_time", {"until": "day+100", "reason": "Vi väntar på vår ledningsgrupp."})


def _messages(sample: Sample, number: int) -> Iterator[Act]:
    yield Act(1, LEADER, "open_dialogue")
    yield Act(2, LEADER, "wait", {"question": "Vilken blankett var det de ville ha i stället?", "until": "day+20"})
    yield Act(5, SUBMITTER, "say", {"message": "Deras egen, som bara finns på mottagningen."})
    yield Act(6, LEADER, "say", {"message": "Tack! Då ringer jag dem och hör om den kan skickas."})
    yield Act(9, LEADER, "label", {"themes": sample.theme, "target_group": sample.target_group})
    yield Act(12, LEADER, "solve", {"solution": SOLUTIONS[number % len(SOLUTIONS)], "feedback": THANKS})


def _same_event(sample: Sample, number: int) -> Iterator[Act]:
    yield from _partner(sample, number)


def _reopened(sample: Sample, number: int) -> Iterator[Act]:
    yield from _talk(sample, number)
    yield Act(31, SUBMITTER, "reopen", {"reason": "Det hände igen redan veckan efter."})
    yield Act(33, LEADER, "say", {"message": "Då tar vi det vidare. Tack för att du hörde av dig igen."})
    yield Act(40, LEADER, "retell", {"as_received": True})
    yield Act(40, LEADER, "attest", {"area_harmless": False, "own_workplace_ok": True, "few_alike_ok": True})
    yield Act(41, LEADER, "set_level", {"level": sample.level, "reason": "Det går att skriva in i avtalet."})
    yield Act(42, LEADER, "consult", {"purpose": "reply"})
    yield Act(80, PARTNERS, "answer")
    yield Act(90, LEADER, "conclude")
    yield from _closing(sample, number, 95)


def _redirect(_sample: Sample, _number: int) -> Iterator[Act]:
    yield Act(1, LEADER, "open_dialogue")
    yield Act(1, LEADER, "redirect", {"channel": "lex_maria", "reason": "En skada som vården själv ska utreda."})
    told = "Vi ringde dig. Det här hör hemma i vårdens och omsorgens egna rapporter. Vi har berättat hur du gör."
    yield Act(2, LEADER, "give_feedback", {"told": "phone", "told_on": "today", "told_what": told})


def _withdrawn(_sample: Sample, _number: int) -> Iterator[Act]:
    yield Act(2, LEADER, "open_dialogue")
    yield Act(6, SUBMITTER, "withdraw", {"reason": "Vi löste det själva under tiden."})
    yield Act(8, LEADER, "give_feedback", {"feedback": "Tack för att du sa till. Vi har avslutat ärendet."})


def _caught(sample: Sample, _number: int) -> Iterator[Act]:
    """The gate asked, and the writer held that nobody could be recognised. The process leader knows who it is."""
    yield Act(1, LEADER, "open_dialogue")
    yield Act(1, LEADER, "block", {"where": "what_happened"})
    words = "ordföranden i ridklubben i Norrboda\nsom förlorade benet i skogsbruksolyckan\nsom stod i tidningen"
    reason = "Tillsammans pekar uppgifterna ut en person."
    yield Act(2, LEADER, "dispose_text", {"words": words, "reason": reason})
    text = (
        "En person som behöver anpassad bil för att ta sig till arbetet får inget bidrag. Försäkringskassan anser att "
        "det är regionens hjälpmedel, och regionen säger tvärtom."
    )
    yield Act(2, LEADER, "retell", {"shared_text": text, "title": "Bidrag till anpassad bil mellan två stolar"})
    yield Act(3, LEADER, "attest", {"area_harmless": False, "own_workplace_ok": True, "few_alike_ok": True})
    yield Act(3, LEADER, "unblock", {"done": "removed"})
    yield Act(4, LEADER, "say", {"message": "Vi har tagit bort det som kunde peka ut någon. Nu går vi vidare."})
    yield Act(6, LEADER, "label", {"themes": sample.theme, "target_group": sample.target_group})
    yield Act(8, LEADER, "set_level", {"level": sample.level, "reason": "Två regelverk som inte möts."})
    yield Act(9, LEADER, "consult", {"purpose": "reply"})


def _group(sample: Sample, number: int) -> Iterator[Act]:
    yield from _shared(sample, number)
    yield Act(10, LEADER, "share", {"group": "natverket"})


def _classified(sample: Sample, number: int) -> Iterator[Act]:
    yield from _shared(sample, number)
    yield Act(8, LEADER, "share", {"group": "natverket"})
    yield Act(13, COLLEAGUE, "not_tied", {"reason": "Vi väntar med mönster tills vi har sett fler."})
    yield Act(13, COLLEAGUE, "classify", {"level": sample.level, "reason": "Det är där det går att ändra något."})


def _question(_sample: Sample, _number: int) -> Iterator[Act]:
    yield Act(2, LEADER, "open_dialogue")
    yield Act(2, LEADER, "wait", {"question": "Hur ofta händer det att journalen inte hittas?", "until": "day+40"})


def _untouched(_sample: Sample, _number: int) -> Iterator[Act]:
    yield from ()


TELLERS = {
    "talk": _talk, "told": _told, "partner": _partner, "whole": _whole, "nobody": _nobody, "more_time": _more_time,
    "messages": _messages, "same_event": _same_event, "reopened": _reopened, "redirect": _redirect,
    "withdrawn": _withdrawn, "caught": _caught, "group": _group, "classified": _classified, "question": _question,
    "untouched": _untouched,
}  # fmt: skip
