"""What was sent to a partner, what waits for an answer and until when, and how each case stands with them?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lexheller.desk import Desk
from lexheller.i18n.choices import choice_label, sentence, whose_words
from lexheller.i18n.dates import month
from lexheller.i18n.words import Words
from lexheller.model.case import Referral
from lexheller.model.codes import Partner, Purpose, ReferralState
from lexheller.services.reading import Answered, CaseView
from lexheller.web.partner.writing import label_of
from lexheller.web.submitter.asking import Offered

MOST = 100
"""As many cases are listed: what waits for an answer first, then the newest; a partner with more rings."""
_ANSWERABLE = {ReferralState.OPEN, ReferralState.GIVEN_UP}


@dataclass(frozen=True, slots=True)
class Sent:
    """A case that was sent to a partner, and the sending that is theirs to answer, or was."""

    view: CaseView
    referral: Referral

    @property
    def number(self) -> str:
        """Give its register number."""
        return self.view.case.number

    @property
    def open(self) -> bool:
        """Tell whether it may still be answered."""
        return self.referral.state in _ANSWERABLE

    @property
    def awaited(self) -> bool:
        """Tell whether somebody waits for the answer."""
        return self.referral.state is ReferralState.OPEN and self.referral.purpose is Purpose.REPLY

    @property
    def steps(self) -> frozenset[str]:
        """Name what may be done with it."""
        return frozenset(o.step.name for o in self.view.openings if o.open or o.asks)

    @property
    def several(self) -> bool:
        """Tell whether the case was sent here more than once and waits in each."""
        return sum(r.state in _ANSWERABLE for r in self.view.case.referrals) > 1


def sent_of(view: CaseView) -> Sent:
    """Find the sending that matters most: the open one with the first day, else the last one."""
    mine = sorted(
        view.case.referrals,
        key=lambda r: (r.state is not ReferralState.OPEN, r.state not in _ANSWERABLE, r.due or date.max, -r.id),
    )
    return Sent(view, mine[0])


def everything(desk: Desk) -> list[Sent]:
    """Read every case that was sent here, those that are awaited first: an old one is not crowded out by new ones."""
    waits = desk.inbox(MOST)
    awaited = [row.number for row in (*waits.late, *waits.mine)]
    numbers = list(dict.fromkeys([*awaited, *(row.number for row in desk.cases(limit=MOST))]))[:MOST]
    found = [sent_of(desk.case(number)) for number in numbers]
    return sorted(found, key=lambda each: (not each.awaited, not each.open, each.referral.due or date.max, each.number))


def about(sent: Sent, words: Words) -> str:
    """Say whom a case concerns and when it came, as far as a partner may know."""
    case = sent.view.case
    names = [words(f"partner.{kind}") for kind in case.partners if words.has(f"partner.{kind}")]
    who = words("web.partner.concerns", names=joined(names, words)) if names else ""
    came = words("web.partner.came", month=month(case.day, words.language))
    return " · ".join(filter(None, (who, came)))


def joined(names: list[str], words: Words) -> str:
    """Say several in a row: a, b and c."""
    if len(names) < 2:  # noqa: PLR2004  # one alone, or none
        return "".join(names)
    return words("web.partner.and", first=", ".join(names[:-1]), last=names[-1])


def others(every: list[Sent], number: str) -> list[Sent]:
    """List the other cases that the same answer may cover."""
    return [each for each in every if each.number != number and each.awaited and not each.several]


def waits(words: Words) -> tuple[Offered, ...]:
    """List whom one may wait for oneself."""
    return Offered("", words("web.partner.choose")), *(Offered(kind, _name(words, kind)) for kind in Partner)


def whose(words: Words, referral: Referral) -> tuple[Offered, ...]:
    """List whose a question may be: another part of those who are asked, another kind of partner, or nobody's."""
    own = referral.partner
    return (
        Offered("", words("web.partner.choose")),
        *(Offered(k, sentence(whose_words(words, k, own)) if k == own else _name(words, k)) for k in Partner),
        Offered("nobody", sentence(words("web.partner.nobodys"))),
    )


def _name(words: Words, code: str) -> str:
    return sentence(choice_label(words, "partners", code))


def said_not_ours(words: Words, referral: Referral) -> str:
    """Give back what was said of whose a question is; "" where it is theirs, or answered."""
    if referral.state is not ReferralState.NOT_OURS:
        return ""
    if referral.whose is None:
        return words("web.partner.said_nobodys")
    return words("web.partner.said_not_ours", whose=whose_words(words, referral.whose, referral.partner))


def parts_of(sent: Sent, answer: Answered, words: Words) -> list[tuple[str, str]]:
    """List what was answered, each part with the question that it answers."""
    parts = [(label_of(words, key), text) for key, text in answer.parts.items()]
    waits_for = next((r.waits_for for r in sent.view.case.referrals if r.id == answer.referral), None)
    return [*parts, (label_of(words, "waits_for"), _name(words, waits_for))] if waits_for else parts
