"""What may a federation call its themes and roles, and what becomes of a theme that is no longer used?"""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from lexheller.errors import BadValue, GateStopped, NotFound
from lexheller.services import own_words
from lexheller.services.own_words import OwnTheme
from tests.factories import NOON
from tests.house import Works

FERRIES = {"sv": "Färjor", "en": "Ferries & boats"}
SETTLED = {"night_shelters": {"sv": "nattplatser", "en": "night shelters"}}


def puts(
    works: Works, words: Mapping[str, str] = FERRIES, *, home: str = "GBG", code: str = "", retired: bool = False
) -> OwnTheme:
    return works.store.write(
        lambda uow: own_words.put_theme(uow, home, words, NOON, settled=SETTLED, code=code, retired=retired)
    )  # fmt: skip


def known(works: Works) -> dict[str, OwnTheme]:
    return works.store.read(lambda uow: own_words.themes(uow, SETTLED))


def test_a_theme_is_added_beside_those_of_the_settings(works: Works) -> None:
    made = puts(works, {"sv": "  färjor ", "en": "Ferries & boats"})
    assert made == OwnTheme("ferries_boats", FERRIES, home="GBG")
    assert known(works) == {"night_shelters": OwnTheme("night_shelters", SETTLED["night_shelters"]), made.code: made}


def test_what_is_written_counts_over_the_settings_and_is_retired_and_brought_back(works: Works) -> None:
    words = {"sv": "Sovplatser", "en": "Places to sleep"}
    puts(works, words, code="night_shelters", retired=True)
    assert known(works)["night_shelters"] == OwnTheme("night_shelters", words, retired=True, home="GBG")
    puts(works, words, code="night_shelters")
    assert not known(works)["night_shelters"].retired


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"sv": "", "en": "ferries"}, "theme_sv"),
        ({"sv": "färjor", "en": "  "}, "theme_en"),
        ({"sv": "å" * 61, "en": "ferries"}, "theme_sv"),
        ({"sv": "färjor", "en": "渡轮"}, "theme_en"),
        ({"sv": "...", "en": "ferries"}, "theme_sv"),
        ({"sv": "Nattplatser", "en": "ferries"}, "theme_sv"),
        ({"sv": "färjor", "en": "Housing"}, "theme_en"),
        ({"sv": "färjor", "en": "SIP!"}, "theme_en"),
    ],
)
def test_a_word_that_cannot_be_used_is_refused(works: Works, words: Mapping[str, str], field: str) -> None:
    with pytest.raises(BadValue) as refused:
        puts(works, words)
    assert refused.value.data["field"] == field
    assert known(works).keys() == {"night_shelters"}


def test_a_word_that_points_somebody_out_does_not_pass(works: Works) -> None:
    with pytest.raises(GateStopped):
        puts(works, {"sv": "Anna Andersson", "en": "Anna Andersson"})
    with pytest.raises(GateStopped):
        called(works, {"registrar": {"sv": ("Anna Andersson",), "en": ("Anna Andersson",)}})


def test_a_theme_is_changed_by_those_who_wrote_it(works: Works) -> None:
    made = puts(works)
    for home, code in (("INS", made.code), ("GBG", "sip"), ("GBG", "nothing")):
        with pytest.raises(NotFound):
            puts(works, {"sv": "annat", "en": "other"}, home=home, code=code)
    with pytest.raises(BadValue):
        puts(works, home="INS")
    puts(works, {"sv": "annat", "en": "other"}, home="INS")
    assert {code: theme.home for code, theme in known(works).items()} == {
        "night_shelters": "", "ferries_boats": "GBG", "other": "INS",
    }  # fmt: skip


def test_there_is_an_end_to_them(works: Works, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_words, "MOST", 1)
    puts(works)
    with pytest.raises(BadValue):
        puts(works, {"sv": "annat", "en": "other"})


def called(works: Works, names: Mapping[str, Mapping[str, tuple[str, ...]]], home: str = "GBG") -> own_words.RoleNames:
    works.store.write(lambda uow: own_words.put_role_names(uow, home, names, NOON))
    return works.store.read(lambda uow: own_words.role_names(uow, home))


def test_roles_have_names_with_a_definite_form_guessed_or_given(works: Works) -> None:
    assert called(works, {}) == {}
    guessed = called(works, {"process_leader": {"sv": ("Samordnare", ""), "en": ("Coordinator",)}})
    assert guessed == {"process_leader": {"sv": ("samordnare", "samordnaren"), "en": ("coordinator",)}}
    given = called(works, {"process_leader": {"sv": ("SIP-stöd", "SIP-stöden"), "en": ("SIP support",)}})
    assert given["process_leader"]["sv"] == ("SIP-stöd", "SIP-stöden")
    assert called(works, {}, "INS") == {}
    assert called(works, {"process_leader": {"sv": ("", ""), "en": ("",)}}) == {}


@pytest.mark.parametrize(
    "names",
    [
        {"boss": {"sv": ("chef",), "en": ("boss",)}},
        {"registrar": {"sv": ("diarist",), "en": ("",)}},
        {"registrar": {"sv": ("", "diaristen"), "en": ("",)}},
        {"registrar": {"sv": ("d" * 61,), "en": ("clerk",)}},
    ],
)
def test_a_name_that_cannot_be_used_is_refused(
    works: Works, names: Mapping[str, Mapping[str, tuple[str, ...]]]
) -> None:
    with pytest.raises(BadValue):
        called(works, names)


def test_a_case_keeps_a_theme_that_was_retired(works: Works) -> None:
    offered = {"ferries": True}
    object.__setattr__(works.office, "own_themes", lambda: offered)
    case = works.submits().number
    works.does("elsa", case, "open_dialogue")
    assert works.does("elsa", case, "label", themes="ferries").themes == ("ferries",)
    offered["ferries"] = False
    assert works.office.known_themes > works.office.themes
    both = works.does("elsa", case, "label", themes="ferries,sip").themes
    assert set(both) == {"ferries", "sip"}
    other = works.submits().number
    works.does("elsa", other, "open_dialogue")
    with pytest.raises(BadValue):
        works.does("elsa", other, "label", themes="ferries")
