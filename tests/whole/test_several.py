"""What if one answer is for several cases? All get it, by either name of the field, or none where one is lost."""

from __future__ import annotations

import pytest

from lexheller.desk import Desk
from lexheller.errors import NotFound
from lexheller.model.codes import ReferralState
from tests.factories import a_form
from tests.whole.houses import Home


def sent(desk: Desk) -> str:
    """Bring a case so far that FK is asked for an answer."""
    number = desk.submit(a_form()).number
    for step, given in (
        ("open_dialogue", {}),
        ("retell", {"shared_text": "En person väntade länge på besked från två håll."}),
        ("attest", {"area_harmless": False}),
        ("set_level", {"level": "individual", "reason": "Det gäller en rutin."}),
        ("consult", {"to": "fk-beredning", "purpose": "reply", "reason": "De delar frågan."}),
    ):
        desk.do(number, step, given)
    return number


@pytest.mark.parametrize("key", ["cases", "arenden"])
def test_one_answer_covers_them_all(key: str, on_sqlite: Home) -> None:
    with on_sqlite.desk("elsa") as desk, on_sqlite.desk("fia") as partner:
        first, other = sent(desk), sent(desk)
        partner.do(first, "answer", {"answer": "Vi utser en kontaktväg.", key: [first, other]})
        assert [desk.case(n).case.referrals[0].state for n in (first, other)] == [ReferralState.ANSWERED] * 2


def test_nothing_is_answered_where_one_of_them_is_not_found(on_sqlite: Home) -> None:
    with on_sqlite.desk("elsa") as desk, on_sqlite.desk("fia") as partner:
        first, unsent = sent(desk), desk.submit(a_form()).number
        with pytest.raises(NotFound) as refused:
            partner.do(first, "answer", {"answer": "Vi utser en kontaktväg.", "cases": [unsent]})
        assert refused.value.data["name"] == unsent
        assert desk.case(first).case.referrals[0].state is ReferralState.OPEN
