"""Is everything that rules say in code words said to people too, in both languages?"""

from __future__ import annotations

import re

import pytest

from lexheller.i18n import LANGUAGES, words_for
from lexheller.model.codes import Channel, Partner
from lexheller.routing.checking import Fault
from lexheller.routing.targets import (
    AnotherLeader,
    Forum,
    ManagerContact,
    Managers,
    OtherChannel,
    Representative,
    SisterFederation,
)
from lexheller.routing.wording import fact_words, fault_words, reason_words, target_words
from tests.routing.test_conditions import HOLD, LACK

SV = words_for("sv")


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("partners:primary_care+adult_psychiatry", "berörda verksamheter: primärvården och vuxenpsykiatrin"),
        ("theme:certificates", "tema: intyg och medicinska underlag"),
        ("theme:sip", "tema: SIP och samordnad planering"),
        ("theme:transport", "tema: transport"),
        ("own_workplace", "den som skrev kan arbeta där: mottagaren får inte veta varifrån det kom"),
        ("not_ours:fk+af+school", "har svarat att det inte är deras: Försäkringskassan, Arbetsförmedlingen och skolan"),
        ("weather:rain", "weather:rain"),
    ],
)
def test_facts_are_said(fact: str, said: str) -> None:
    assert fact_words(SV, fact) == said


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("no:partners:fk", "Försäkringskassan är inte med"),
        ("no:several:3", "färre än 3 verksamheter är med"),
        ("no:theme:sip+housing", "temat är inte SIP och samordnad planering eller bostad"),
        ("but:level:individual", "undantag i regeln (nivå: individ)"),
        ("stopped:hospital-discharge", "regeln hospital-discharge gäller i stället"),
        ("but:other", "regelns villkor är inte uppfyllt"),
        ("no:weather:rain", "regelns villkor är inte uppfyllt"),
    ],
)
def test_reasons_are_said(why: str, said: str) -> None:
    assert reason_words(SV, why) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_and_reason_has_words(language: str) -> None:
    words = words_for(language)
    coded = re.compile(r"^\w+:\S")
    for _, _, facts in HOLD:
        assert not [fact for fact in facts if coded.match(fact_words(words, fact))]
    for _, _, why in LACK:
        assert why == "but:other" or reason_words(words, why) != words("route.no.other")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_target_and_fault_has_words(language: str) -> None:
    words = words_for(language)
    targets = (
        Representative(Partner.FK), ManagerContact(Partner.FK), Forum("styrgrupp"), Managers(), AnotherLeader(),
        OtherChannel(Channel.LEX_SARAH), SisterFederation("ALV"),
    )  # fmt: skip
    assert len({target_words(words, target) for target in targets}) == len(targets)
    assert "styrgrupp" in fault_words(words, Fault("rules.toml", "a", "to", "unknown_recipient", "styrgrupp"))
