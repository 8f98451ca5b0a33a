"""What do invitations, recovery codes and steps of time open, and how often?"""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import timedelta

import pytest

from lexheller.errors import NotFound, NotPossible
from lexheller.model.people import Person
from lexheller.model.session import SessionKind
from lexheller.services import accounts, sessions
from lexheller.services.accounts import INVITED_FOR, RECOVERY_CODES
from lexheller.services.keeping import rotate_keys
from lexheller.vault.keys import KeyRing
from tests.house import PEOPLE, Works

ELSA = PEOPLE[0]


def invites(works: Works, person: Person = ELSA, *, anew: bool = False) -> str:
    return works.store.write(lambda uow: accounts.invite(uow, works.office, person, anew=anew)).word


def invited(works: Works, word: str) -> Person | None:
    return works.store.read(lambda uow: accounts.invited(uow, works.office, word))


def takes_up(works: Works, word: str, hashed: str = "hashed") -> Person:
    return works.store.write(lambda uow: accounts.take_up(uow, works.office, word, hashed))


def switches_on(works: Works, step: int = 10) -> tuple[str, ...]:
    return works.store.write(lambda uow: accounts.switch_on(uow, works.office, ELSA, "JBSWY3DP", step))


# --- invitations ----------------------------------------------------------------------------------------


def test_an_invitation_opens_once(works: Works) -> None:
    word = invites(works)
    assert invited(works, word) == invited(works, word) == ELSA
    assert takes_up(works, word) == ELSA
    assert works.store.read(lambda uow: accounts.of(uow, ELSA)).password == "hashed"
    assert invited(works, word) is None
    with pytest.raises(NotFound):
        takes_up(works, word, "another")
    assert works.store.read(lambda uow: accounts.of(uow, ELSA)).password == "hashed"


def test_an_invitation_ends(works: Works) -> None:
    word = invites(works)
    works.clock.now += INVITED_FOR
    assert invited(works, word) == ELSA
    works.clock.now += timedelta(seconds=1)
    assert invited(works, word) is None
    with pytest.raises(NotFound):
        takes_up(works, word)


def test_a_new_invitation_takes_the_place_of_the_one_before(works: Works) -> None:
    first, second = invites(works), invites(works)
    assert invited(works, first) is None
    assert invited(works, second) == ELSA


def test_a_word_that_was_changed_or_made_up_opens_nothing(works: Works) -> None:
    word = invites(works)
    flipped = word[:-1] + ("A" if word[-1] != "A" else "B")
    made_up = base64.urlsafe_b64encode(bytes(33)).decode()
    for forged in (flipped, word[::-1], word[:-4], word + "AAAA", made_up, "", "å", "=", " " + word, word.lower()):
        assert invited(works, forged) is None, forged


def test_whoever_can_write_the_database_cannot_make_a_word_that_opens(works: Works) -> None:
    invites(works)
    unsigned = base64.urlsafe_b64encode(bytes(33)).decode()
    hashed = works.office.keys.mac("invitation", unsigned).hex()
    account = works.store.read(lambda uow: accounts.of(uow, ELSA))
    works.store.write(lambda uow: uow.accounts.put(replace(account, invitation=hashed)))
    assert works.store.read(lambda uow: uow.accounts.invited(hashed)) is not None
    assert invited(works, unsigned) is None


def test_what_is_kept_of_an_invitation_opens_nothing(works: Works) -> None:
    word = invites(works)
    kept = works.store.read(lambda uow: accounts.of(uow, ELSA)).invitation
    assert kept not in {"", word}
    assert invited(works, kept) is None


def test_who_no_longer_works_here_is_not_invited_and_comes_in_by_no_older_invitation(works: Works) -> None:
    word = invites(works)
    works.store.write(lambda uow: uow.people.put_person(replace(ELSA, active=False)))
    assert invited(works, word) is None
    with pytest.raises(NotPossible):
        invites(works, replace(ELSA, active=False))


def test_an_invitation_that_begins_anew_takes_everything_before_away(works: Works) -> None:
    takes_up(works, invites(works))
    switches_on(works)
    begun = (SessionKind.PERSON, "GBG", "elsa")
    works.store.write(lambda uow: sessions.begin(uow, works.office, *begun))
    invites(works)
    assert works.store.read(lambda uow: accounts.of(uow, ELSA)).password == "hashed"
    invites(works, anew=True)
    account = works.store.read(lambda uow: accounts.of(uow, ELSA))
    assert (account.password, account.secret, account.recovery) == ("", None, ())
    assert works.store.read(lambda uow: uow.sessions.of(*begun)) == ()


# --- names ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["elsa", " Elsa ", "GBG/elsa", "gbg/ELSA", "elsa@example.org", "Elsa@Example.org"])
def test_people_are_found_by_id_and_mail(works: Works, typed: str) -> None:
    works.store.write(lambda uow: uow.people.put_person(replace(ELSA, email="Elsa@example.org")))
    found = works.store.read(lambda uow: accounts.named(uow, typed))
    assert found is not None
    assert found.id == "elsa"


@pytest.mark.parametrize("typed", ["", " ", "els", "INS/elsa", "elsa ", "%"])
def test_nobody_is_found_by_less(works: Works, typed: str) -> None:
    found = works.store.read(lambda uow: accounts.named(uow, typed))
    assert found is None or typed.strip() == "elsa"


def test_a_name_that_two_have_is_neither_s(works: Works) -> None:
    works.store.write(lambda uow: uow.people.put_person(Person("INS", "elsa", "Elsa Annan")))
    assert works.store.read(lambda uow: accounts.named(uow, "elsa")) is None
    assert works.store.read(lambda uow: accounts.named(uow, "ins/elsa")) == Person("INS", "elsa", "Elsa Annan")
    assert works.store.read(lambda uow: accounts.name_of(uow, ELSA)) == "GBG/elsa"


# --- codes ----------------------------------------------------------------------------------------------


def test_recovery_codes_open_once_each_however_they_are_typed(works: Works) -> None:
    codes = switches_on(works)
    assert len(set(codes)) == RECOVERY_CODES

    def spends(typed: str, who: Person = ELSA) -> bool:
        return works.store.write(lambda uow: accounts.spend_recovery(uow, works.office, who, typed))

    assert not spends(codes[0], PEOPLE[1])
    assert spends(codes[0])
    assert not spends(codes[0])
    assert spends(f" {codes[1].upper().replace('-', ' ')} ")
    assert not spends("")
    assert not spends("aaaaa-aaaaa")
    kept = works.store.read(lambda uow: accounts.of(uow, ELSA)).recovery
    assert len(kept) == RECOVERY_CODES - 2
    assert not set(kept) & set(codes)


def test_new_recovery_codes_take_the_place_of_those_before(works: Works) -> None:
    old = switches_on(works)
    new = works.store.write(lambda uow: accounts.new_recovery(uow, works.office, ELSA))
    assert not set(old) & set(new)
    assert not works.store.write(lambda uow: accounts.spend_recovery(uow, works.office, ELSA, old[0]))
    assert works.store.write(lambda uow: accounts.spend_recovery(uow, works.office, ELSA, new[0]))
    with pytest.raises(NotPossible):
        works.store.write(lambda uow: accounts.new_recovery(uow, works.office, PEOPLE[1]))


def test_a_step_of_time_is_spent_with_all_before_it(works: Works) -> None:
    switches_on(works, step=10)
    spent = [works.store.write(lambda uow, n=n: accounts.spend_step(uow, ELSA, n)) for n in (10, 9, 12, 12, 11, 13)]  # type: ignore[misc]  # bound on purpose
    assert spent == [False, False, True, False, False, True]


def test_switched_off_nothing_is_left(works: Works) -> None:
    (code, *_) = switches_on(works)
    works.store.write(lambda uow: accounts.switch_off(uow, ELSA))
    account = works.store.read(lambda uow: accounts.of(uow, ELSA))
    assert (account.secret, account.recovery, accounts.secret_of(works.office, account)) == (None, (), "")
    assert not works.store.write(lambda uow: accounts.spend_recovery(uow, works.office, ELSA, code))
    assert not works.store.write(lambda uow: accounts.spend_step(uow, ELSA, 99))


def test_a_rotated_key_still_opens_the_secret_and_the_old_one_is_gone(works: Works) -> None:
    switches_on(works)
    ring = works.office.keys
    assert isinstance(ring, KeyRing)
    old = ring.file.current
    done = rotate_keys(works.store, ring, works.clock, lambda: True)
    assert (done.forgotten, done.left) == ((old,), ())
    account = works.store.read(lambda uow: accounts.of(uow, ELSA))
    assert account.secret is not None
    assert account.secret.key_id == ring.file.current != old
    assert accounts.secret_of(works.office, account) == "JBSWY3DP"
