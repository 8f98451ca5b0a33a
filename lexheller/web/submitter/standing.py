"""What does a case say to the one who told it: where it is, who has it and until when, the way there?"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lexheller.i18n.dates import long_date, short_date
from lexheller.i18n.words import Words
from lexheller.model.people import Federation
from lexheller.processes.lex_heller_phases import ANSWER, FLAGS
from lexheller.services.following import Followed, Said

ENDED = {"phase.withdrawn", "phase.set_aside", "phase.waived"}


def heading(seen: Followed, words: Words) -> str:
    """Say what is: a question waits, an answer is there, or where the case stands."""
    if seen.phase == ANSWER and seen.feedback:
        return words("web.follow.answer_is_here")
    return _phase(seen, words)


def lead(seen: Followed, home: Federation, words: Words, today: date) -> list[str]:
    """Say who has the case and until when, one sentence each."""
    return list(_lead(seen, home, words, today))


def _lead(seen: Followed, home: Federation, words: Words, today: date) -> Iterator[str]:
    if seen.closed is not None:
        if seen.may_reopen_until and "reopen" in seen.can:
            yield words("web.follow.reopen_until", date=long_date(seen.may_reopen_until, words.language))
        return
    if seen.phase == "phase.withdrawn":
        if seen.until:
            yield words("web.follow.withdrawn", date=long_date(seen.until, words.language))
        return
    yield _who_has_it(seen, home, words)
    yield from _partners(seen, words)
    if seen.until and seen.phase not in FLAGS:
        if seen.until >= today:
            yield words("web.follow.again", date=long_date(seen.until, words.language))
        else:
            yield words(
                "web.follow.late",
                date=long_date(seen.until, words.language),
                name=home.contact_name or words("web.receipt.somebody"),
                phone=home.contact_phone or "–",
            )


def _who_has_it(seen: Followed, home: Federation, words: Words) -> str:
    if seen.leader:
        return words("web.follow.has", name=seen.leader)
    if home.contact_name and home.contact_phone:
        return words("web.follow.contact_has", federation=home.name, name=home.contact_name, phone=home.contact_phone)
    return words("web.follow.nobody_yet", federation=home.name)


def _partners(seen: Followed, words: Words) -> Iterator[str]:
    answered = [one.name for one in seen.asked if one.state == "answered"]
    if answered:
        yield words("web.follow.has_answered", names=_named(answered, words))
    open_ones = [one for one in seen.asked if one.state == "open" and one.due]
    if open_ones:
        last = max(one.due for one in open_ones if one.due)
        names = _named([one.name for one in open_ones], words)
        yield words("web.follow.waits_for", names=names, date=long_date(last, words.language))


def stops(seen: Followed, words: Words) -> list[tuple[str, str, str]]:
    """Give the way as it is drawn: (done, now or ahead; the phase; its day). A flag has the state beneath it."""
    found: list[tuple[str, str, str]] = []
    ahead = len(seen.way) > 1 and seen.way[-1][0] == ANSWER and seen.closed is None
    now = len(seen.way) - 1 - ahead
    for place, (key, day) in enumerate(seen.way):
        if place > now:
            when = words("follow.until", date=short_date(day, words.language)) if day else ""
            found.append(("ahead", words("web.follow.our_answer"), when))
        elif place == now:
            beneath = words(seen.standing) if key in FLAGS else ""
            when = short_date(day, words.language) if day else ""
            found.append(("now", _phase(seen, words), ", ".join(filter(None, (beneath, when)))))
        else:
            found.append(("done", words(key, date="–"), short_date(day, words.language) if day else ""))
    return found


def talk(seen: Followed) -> list[Said]:
    """List the messages, without the answer that stands for itself above them."""
    messages = list(seen.messages)
    if seen.feedback and not seen.feedback_told:
        last = next((m for m in reversed(messages) if m.kind == "give_feedback"), None)
        if last is not None:
            messages.remove(last)
    return messages


def by(message: Said, seen: Followed, words: Words) -> str:
    """Name who said something: you, the process leader by name, or whoever else asks by role."""
    if message.own:
        return words("follow.you")
    return seen.leader or words("follow.us")


def _phase(seen: Followed, words: Words) -> str:
    return words(seen.phase, date=long_date(seen.until, words.language) if seen.until else "–")


def _named(names: list[str], words: Words) -> str:
    return names[0] if len(names) == 1 else words("web.follow.and", first=", ".join(names[:-1]), last=names[-1])
