"""Does `check --all` look through what is stored, in words for people and figures for cron?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lexheller import anonymity

if TYPE_CHECKING:
    import pytest

    from tests.cli.conftest import Terminal

TEXT = "Enligt Fatima Haddad ringde ingen tillbaka."


def from_older_rules(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> str:
    """Let a case come in under older rules, which saw nothing in it."""
    with monkeypatch.context() as patched:
        patched.setattr(anonymity, "VERSION", "0.9")
        number = terminal.submits()
    desk = terminal.desk("elsa")
    case = desk.case(number).case

    def change(text: str) -> None:
        found = desk.house.store.read(lambda uow: uow.cases.text(case.federation, case.id, 1, "what_happened"))
        assert found is not None
        new = type(found)(1, "what_happened", found.salt, text)
        desk.house.store.write(lambda uow: uow.cases.replace_text(case.federation, case.id, new))

    change(TEXT)
    desk.close()
    return number


def test_what_is_found_is_blocked_told_and_not_repeated(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    number = from_older_rules(terminal, monkeypatch)
    terminal.submits()
    got = terminal("check", "--all", "--json")
    assert got.code == 5
    assert got.json == {"rules": anonymity.VERSION, "cases": 2, "blocked": [number]}
    assert "2 av 2 ärenden" in got.err
    for said in (got.out, got.err, terminal("show", number, by="elsa").out.partition("Historik")[2]):
        assert "Haddad" not in said
    assert number in terminal("inbox", by="elsa").out
    again = terminal("check", "--all")
    assert (again.code, again.out) == (0, "")
    assert "Inget nytt hittades" in again.err


def test_a_list_of_numbers_is_what_a_pipe_gets(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    number = from_older_rules(terminal, monkeypatch)
    got = terminal("check", "--all")
    assert (got.code, got.out) == (5, f"{number}\n")
