"""Is an installation founded once, and can a federation be added without harm?"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

import pytest

from lexheller.errors import BadValue, NotPossible, UnknownName, WrongKey
from lexheller.model.codes import Partner, Role
from lexheller.model.people import Federation, Group, Organisation, Person, Recipient
from lexheller.services import tags
from lexheller.services.founding import INSTALLATION, MAC_KEY, Founding, found
from lexheller.services.tags import tag_of
from lexheller.storage.memory import MemoryStore
from lexheller.vault import keyfile
from lexheller.vault.keys import KeyRing
from tests.factories import NOON

ELSA = Person("GBG", "elsa", "Elsa Exempel", (Role.PROCESS_LEADER,), ("GBG/natverk",), users=("elsa",))
FIRST = Founding(
    (Federation("GBG", "Göteborg Exempel"),),
    persons=(ELSA,),
    groups=(Group("GBG", "natverk", "Nätverket", ("GBG",)),),
    organisations=(Organisation("GBG", "ekdungen", Partner.PRIMARY_CARE, "Vårdcentralen Ekdungen"),),
    recipients=(Recipient("GBG", "fk-beredning", "Försäkringskassan i beredningsgruppen", Partner.FK),),
)
SECOND = Founding(
    (Federation("INS", "Insjö Exempel"),),
    persons=(Person("INS", "ines", "Ines Exempel", (Role.PROCESS_LEADER,)),),
)


@cache
def keys() -> KeyRing:
    path = Path(mkdtemp(prefix="lexheller-")) / "lexheller.key"
    keyfile.create(path, NOON)
    return KeyRing(path)


def founds(store: MemoryStore, founding: Founding, key: str = "mac-1") -> str:
    return store.write(lambda uow: found(uow, keys(), key, founding))


def test_everything_is_there_afterwards() -> None:
    store = MemoryStore()
    word = founds(store, FIRST)
    kept = store.kept
    assert (kept.values[INSTALLATION], kept.values[MAC_KEY]) == (word, "mac-1")
    assert len(word) == 16
    assert set(kept.federations) == {"GBG"}
    assert set(kept.persons) == {("GBG", "elsa")}
    assert set(kept.groups) == {("GBG", "natverk")}
    assert set(kept.organisations) == {("GBG", "ekdungen")}
    assert set(kept.recipients) == {("GBG", "fk-beredning")}
    assert kept.tags == {tags.key_of(thing): tag_of(keys(), thing) for thing in FIRST}


def test_two_installations_have_two_words() -> None:
    assert founds(MemoryStore(), FIRST) != founds(MemoryStore(), FIRST)


def test_the_same_once_more_changes_nothing() -> None:
    store = MemoryStore()
    word = founds(store, FIRST)
    before = store.kept.copied()
    assert founds(store, FIRST) == word
    assert store.kept == before


def test_a_federation_is_added() -> None:
    store = MemoryStore()
    word = founds(store, FIRST)
    assert founds(store, SECOND) == word
    assert set(store.kept.federations) == {"GBG", "INS"}
    assert set(store.kept.persons) == {("GBG", "elsa"), ("INS", "ines")}


@pytest.mark.parametrize(
    ("what", "founding"),
    [
        ("federation", Founding((Federation("GBG", "Ett annat namn"),))),
        ("person", replace(FIRST, persons=(replace(ELSA, roles=(Role.ADMINISTRATOR,)),))),
        ("group", replace(FIRST, groups=(Group("GBG", "natverk", "En annan grupp", ("GBG",)),))),
        ("organisation", replace(FIRST, organisations=(replace(FIRST.organisations[0], name="Ek"),))),
        ("recipient", replace(FIRST, recipients=(replace(FIRST.recipients[0], kind=Partner.AF),))),
    ],
)
def test_what_is_there_is_not_founded_over(what: str, founding: Founding) -> None:
    store = MemoryStore()
    founds(store, FIRST)
    before = store.kept.copied()
    with pytest.raises(NotPossible) as refusal:
        founds(store, founding)
    assert (refusal.value.data["why"], refusal.value.data["what"]) == ("already_there", what)
    assert store.kept == before


def test_another_installations_key_adds_nothing() -> None:
    store = MemoryStore()
    founds(store, FIRST)
    with pytest.raises(WrongKey):
        founds(store, SECOND, key="mac-2")
    assert set(store.kept.federations) == {"GBG"}


@pytest.mark.parametrize("code", ["", "gbg", "G", "GBG/INS", "GB G", "GBG-2", "A" * 13])
def test_a_federations_code_must_fit_into_register_numbers(code: str) -> None:
    with pytest.raises(BadValue):
        founds(MemoryStore(), Founding((Federation(code, "Göteborg Exempel"),)))


@pytest.mark.parametrize("name", ["system", "submitter", "Elsa Exempel", "", "elsa/gbg"])
def test_nobody_may_be_called_what_the_history_calls_others(name: str) -> None:
    with pytest.raises(BadValue):
        founds(MemoryStore(), replace(FIRST, persons=(replace(ELSA, id=name),)))


@pytest.mark.parametrize(
    "founding",
    [
        replace(FIRST, persons=(replace(ELSA, federation="INS"),)),
        replace(FIRST, persons=(replace(ELSA, groups=("GBG/annat",)),)),
        replace(FIRST, groups=(Group("GBG", "natverk", "Nätverket", ("GBG", "INS")),)),
        replace(FIRST, groups=(Group("INS", "natverk", "Nätverket", ("GBG",)),)),
        replace(FIRST, organisations=(replace(FIRST.organisations[0], federation="INS"),)),
        replace(FIRST, recipients=(replace(FIRST.recipients[0], federation="INS"),)),
    ],
)
def test_everything_belongs_to_a_federation_that_is_there(founding: Founding) -> None:
    store = MemoryStore()
    with pytest.raises(BadValue):
        founds(store, founding)
    assert store.kept.federations == {}


@pytest.mark.parametrize("role", [Role.SYSTEM, Role.SUBMITTER])
def test_a_role_that_nobody_can_have_is_refused_by_name(role: Role) -> None:
    with pytest.raises(UnknownName) as refusal:
        founds(MemoryStore(), replace(FIRST, persons=(replace(ELSA, roles=(Role.PROCESS_LEADER, role)),)))
    assert (refusal.value.data["person"], refusal.value.data["name"]) == ("elsa", role.value)


@pytest.mark.parametrize("organisation", ["okänd", ""])
def test_a_partners_organisation_that_is_not_listed_is_refused_by_name(organisation: str) -> None:
    vera = Person("GBG", "vera", "Vera Exempel", (Role.PARTNER,), organisation=organisation)
    with pytest.raises(UnknownName) as refusal:
        founds(MemoryStore(), replace(FIRST, persons=(ELSA, vera)))
    told = refusal.value.data
    assert (told["what"], told["person"], told["known"]) == ("organisation", "vera", ("ekdungen",))
    founds(MemoryStore(), replace(FIRST, persons=(ELSA, replace(vera, organisation="ekdungen"))))


@pytest.mark.parametrize(
    ("kind", "fits"),
    [
        (Partner.PRIMARY_CARE, True),
        (Partner.ADULT_PSYCHIATRY, True),
        (None, True),
        (Partner.FK, False),
        (Partner.SCHOOL, False),
    ],
)
def test_an_organisation_answers_for_its_own_kind_or_its_region(kind: Partner | None, fits: bool) -> None:
    store = MemoryStore()
    recipient = Recipient("GBG", "ny", "Ny mottagare", kind, "ekdungen")
    if fits:
        founds(store, replace(FIRST, recipients=(recipient,)))
        assert store.kept.recipients["GBG", "ny"] == recipient
        return
    with pytest.raises(BadValue) as refused:
        founds(store, replace(FIRST, recipients=(recipient,)))
    assert refused.value.data == {"field": "organisation", "allowed": ()}
    assert not store.kept.recipients
