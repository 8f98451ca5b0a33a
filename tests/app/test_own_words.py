"""Does a house know what things are called in it, also while its database cannot be read?"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import text

from lexheller.app import own_words as module
from lexheller.app.own_words import OwnWords
from lexheller.errors import StoreUnusable
from lexheller.services import own_words
from tests.factories import NOON

if TYPE_CHECKING:
    import pytest

    from lexheller.app import House

FERRIES = {"sv": "Färjor", "en": "Ferries"}
SETTLED = {"night_shelters": {"sv": "Nattplatser", "en": "Night shelters"}}


def puts(house: House) -> None:
    house.store.write(lambda uow: own_words.put_theme(uow, "GBG", FERRIES, NOON, settled={}))


def test_what_was_read_counts_until_it_is_forgotten_or_old(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOMENT", 3600.0)
    kept = OwnWords(house.settings, house.store)
    assert kept.themes() == {}
    monkeypatch.setattr(module, "MOMENT", -1.0)
    old = OwnWords(house.settings, house.store)
    assert old.themes() == {}
    puts(house)
    assert (set(kept.themes()), set(old.themes())) == (set(), {"ferries"})
    kept.forget()
    assert set(kept.themes()) == {"ferries"}


def test_while_the_database_cannot_be_read_there_are_words_still(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOMENT", -1.0)
    puts(house)
    settings = replace(house.settings, themes=SETTLED)
    read, fresh = OwnWords(settings, house.store), OwnWords(settings, house.store)
    assert read.themes().keys() == {"ferries", "night_shelters"}

    def broken(_work: object) -> None:
        raise StoreUnusable(path="")

    monkeypatch.setattr(house.store, "read", broken)
    assert fresh.themes().keys() == {"night_shelters"}
    assert fresh.of("GBG") is not None
    assert read.themes().keys() == {"ferries", "night_shelters"}


def test_while_a_table_is_missing_there_are_words_still(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOMENT", -1.0)
    puts(house)
    read, fresh = OwnWords(house.settings, house.store), OwnWords(house.settings, house.store)
    assert read.themes().keys() == {"ferries"}
    with house.store.engine.begin() as connection:
        connection.execute(text("DROP TABLE federations"))
    assert read.themes().keys() == {"ferries"}
    assert fresh.themes() == {}


def test_the_words_are_the_same_as_long_as_nobody_changes_them(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOMENT", -1.0)
    puts(house)
    first = house.own.of("GBG")
    assert first is house.own.of("GBG") is not None
    names = {"process_leader": {"sv": ("vägvisare", "vägvisaren"), "en": ("guide",)}}
    house.store.write(lambda uow: own_words.put_role_names(uow, "GBG", names, NOON))
    assert house.own.of("GBG") is not first
