"""Does every store keep the promises of `ports.py`: in memory, on SQLite, on PostgreSQL?"""

from __future__ import annotations

import json
from datetime import date

import pytest
from sqlalchemy import select

from lexheller.errors import NotFound, Stale
from lexheller.model.allowed import AllowedWord
from lexheller.model.case import Case, Measure, Referral
from lexheller.model.codes import Level, Outcome, Partner, Purpose, ReferralState, Role
from lexheller.model.event import after, fold
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient
from lexheller.model.sealed import Sealed
from lexheller.model.stand_in import StandIn
from lexheller.services.ports import Message, Receipt, Store, UnitOfWork
from lexheller.storage import SqlStore, tables
from lexheller.storage.memory import MemoryStore
from tests.storage.factories import NOW, TODAY, a_text, moved, new_case, next_event, stored

A_CONTACT = Sealed("2026-03", b"\x00wrapped", b"\xffbox")
REFERRAL = Referral(
    id=1,
    recipient="GBG/fk-rep",
    partner=Partner.FK,
    purpose=Purpose.REPLY,
    sent=TODAY,
    due=date(2026, 5, 1),
    rule="fk",
    rule_version=2,
    facts=("fk", "häktad"),
    version=2,
)


class Unlucky(Exception):
    pass


def fails(uow: UnitOfWork) -> None:
    case, event = new_case(7)
    uow.cases.add(case, event, (a_text("title", "Mellan stolarna"),), ())
    uow.codes.put(b"code", case.federation, case.id)
    uow.notes.put_value("installation", "x")
    uow.cases.next_serial("GBG", 2026)
    raise Unlucky


def waiting_messages(store: SqlStore | MemoryStore) -> list[object]:
    """List the clocks that the messages of the outbox speak of."""
    if isinstance(store, MemoryStore):
        return [message.payload["clock"] for message in store.messages("deadline_passed")]
    ask = select(tables.outbox.c.payload).where(tables.outbox.c.sent.is_(None)).order_by(tables.outbox.c.place)
    return [json.loads(row[0])["clock"] for row in store.in_transaction(lambda c: c.execute(ask).all(), writing=False)]


# --- cases --------------------------------------------------------------------------------------------


def test_a_new_case_is_found_by_number_and_by_key(store: Store) -> None:
    case = stored(store, partners=(Partner.FK, Partner.AF), themes=("handover",))
    stored(store, 2)

    assert store.read(lambda uow: uow.cases.find("GBG-2026-0001")) == case
    assert store.read(lambda uow: uow.cases.get("GBG", "case-1")) == case


@pytest.mark.parametrize("number", ["GBG-2026-0002", "SKB-2026-0001", "", "GBG", "case-1", "GBG-2026-\0"])
def test_an_unknown_number_finds_nothing(store: Store, number: str) -> None:
    stored(store)
    assert store.read(lambda uow: uow.cases.find(number)) is None
    assert store.read(lambda uow: uow.cases.get("SKB", "case-1")) is None


def test_a_federation_may_have_a_hyphen_in_its_code(store: Store) -> None:
    case = stored(store, federation="GBG-O")
    assert store.read(lambda uow: uow.cases.find("GBG-O-2026-0001")) == case


def test_each_step_moves_the_head_and_what_hangs_on_it(store: Store) -> None:
    case = stored(store)
    case = moved(store, case, "open_dialogue", to="dialogue", leader="eva", due=date(2026, 3, 9))
    case = moved(store, case, "consult", to="with_partners", referrals=(REFERRAL,), groups=("GBG/team",))
    measure = Measure(1, "FK", date(2026, 9, 1), 3, joint=("SKB",))
    case = moved(store, case, "decide", measures=(measure,), level=Level.ORGANISATION, patterns=("GBG/glapp",))
    answered = codec_of(case, state=ReferralState.ANSWERED, closed=TODAY)
    case = moved(store, case, "answer", to="feedback", referrals=(answered,), outcome=Outcome.CONCLUDED, groups=())

    found = store.read(lambda uow: uow.cases.find(case.number))
    assert found == case
    assert found.version == 5


def codec_of(case: Case, *, state: ReferralState, closed: date) -> Referral:
    (before,) = case.referrals
    return Referral(
        before.id, before.recipient, before.partner, before.purpose, before.sent, state=state, closed=closed
    )


def test_the_history_comes_back_in_order_and_folds_into_the_head(store: Store) -> None:
    case = stored(store)
    for turn in range(12):
        case = moved(store, case, turn=str(turn))

    events = store.read(lambda uow: uow.cases.events("GBG", "case-1"))

    assert [event.version for event in events] == list(range(1, 14))
    assert fold(events) == case
    assert events[1].prev == events[0].digest
    assert store.read(lambda uow: uow.cases.events("GBG", "case-2")) == ()


def test_an_event_comes_back_as_it_was_sealed(store: Store) -> None:
    case, event = new_case(texts=(a_text("title", "Mellan stolarna"),))
    store.write(lambda uow: uow.cases.add(case, event, (), ()))
    assert store.read(lambda uow: uow.cases.events("GBG", "case-1")) == (event,)


def test_a_moved_version_is_refused_and_nothing_is_written(store: Store) -> None:
    first = stored(store)
    now = moved(store, first, "open_dialogue", to="dialogue")
    event = next_event(first, "redirect", to="feedback")
    late = after(first, event)

    with pytest.raises(Stale) as refused:
        store.write(lambda uow: uow.cases.save(first, late, event, (a_text("reason", "Fel", version=2),), ()))

    data = refused.value.data
    assert (data["number"], data["seen"], data["now"]) == ("GBG-2026-0001", 1, 2)
    assert (data["step"], data["actor"]) == ("open_dialogue", "eva")
    assert store.read(lambda uow: uow.cases.find(first.number)) == now
    assert len(store.read(lambda uow: uow.cases.events("GBG", "case-1"))) == 2
    assert store.read(lambda uow: uow.cases.texts("GBG", "case-1")) == ()


def test_saving_a_case_that_is_not_there_is_stale(store: Store) -> None:
    case, _ = new_case()
    event = next_event(case)
    with pytest.raises(Stale):
        store.write(lambda uow: uow.cases.save(case, after(case, event), event, (), ()))


def test_what_fails_half_way_leaves_nothing(store: Store) -> None:
    with pytest.raises(Unlucky):
        store.write(fails)

    assert store.read(lambda uow: uow.cases.find("GBG-2026-0007")) is None
    assert store.read(lambda uow: uow.cases.texts("GBG", "case-7")) == ()
    assert store.read(lambda uow: uow.codes.find(b"code")) is None
    assert store.read(lambda uow: uow.notes.value("installation")) is None
    assert store.write(lambda uow: uow.cases.next_serial("GBG", 2026)) == 1


def test_a_reading_transaction_keeps_nothing(store: Store) -> None:
    store.read(lambda uow: uow.notes.put_value("installation", "x"))
    assert store.read(lambda uow: uow.notes.value("installation")) is None


def test_a_transaction_sees_what_it_wrote(store: Store) -> None:
    case, event = new_case()

    def work(uow: UnitOfWork) -> Case | None:
        uow.cases.add(case, event, (), ())
        return uow.cases.find(case.number)

    assert store.write(work) == case


def test_a_number_is_taken_once(store: Store) -> None:
    stored(store)
    double, event = new_case(2, number="GBG-2026-0001")
    with pytest.raises(Exception, match=r"number|GBG-2026-0001"):
        store.write(lambda uow: uow.cases.add(double, event, (), ()))
    assert store.read(lambda uow: uow.cases.get("GBG", "case-2")) is None


def test_numbers_run_by_federation_and_year(store: Store) -> None:
    def work(uow: UnitOfWork) -> list[int]:
        wanted = [("GBG", 2026), ("GBG", 2026), ("SKB", 2026), ("GBG", 2027), ("GBG", 2026)]
        return [uow.cases.next_serial(federation, year) for federation, year in wanted]

    assert store.write(work) == [1, 2, 1, 1, 3]
    assert store.write(lambda uow: uow.cases.next_serial("GBG", 2026)) == 4


# --- texts --------------------------------------------------------------------------------------------


def test_texts_come_back_by_version_and_field(store: Store) -> None:
    first = (a_text("what_happened", "Å ena sidan … ”nej”"), a_text("title", "Mellan stolarna"))
    case = stored(store, texts=first)
    later = a_text("message", "Vi ringer i morgon.", version=2)
    moved(store, case, "say", texts=(later,))

    assert store.read(lambda uow: uow.cases.texts("GBG", "case-1")) == (first[1], first[0], later)
    assert store.read(lambda uow: uow.cases.text("GBG", "case-1", 2, "message")) == later
    assert store.read(lambda uow: uow.cases.text("GBG", "case-1", 1, "message")) is None
    assert store.read(lambda uow: uow.cases.texts("GBG", "case-2")) == ()


def test_a_text_is_replaced_in_its_place(store: Store) -> None:
    stored(store, texts=(a_text("title", "Mellan stolarna"), a_text("tried", "Allt.")))
    instead = a_text("title", "[gallrat]", salt="ab")

    store.write(lambda uow: uow.cases.replace_text("GBG", "case-1", instead))

    assert store.read(lambda uow: uow.cases.texts("GBG", "case-1")) == (instead, a_text("tried", "Allt."))


def test_a_text_that_is_not_there_is_not_replaced(store: Store) -> None:
    stored(store)
    with pytest.raises(NotFound):
        store.write(lambda uow: uow.cases.replace_text("GBG", "case-1", a_text("title", "x")))


# --- contacts, codes, receipts ------------------------------------------------------------------------


def test_a_contact_is_kept_replaced_and_destroyed(store: Store) -> None:
    stored(store)
    rewrapped = Sealed("2026-04", b"new", A_CONTACT.box)

    store.write(lambda uow: uow.contacts.put("GBG", "case-1", A_CONTACT))
    assert store.read(lambda uow: uow.contacts.get("GBG", "case-1")) == A_CONTACT
    store.write(lambda uow: uow.contacts.put("GBG", "case-1", rewrapped))
    assert store.read(lambda uow: uow.contacts.get("GBG", "case-1")) == rewrapped

    assert store.write(lambda uow: uow.contacts.erase("GBG", "case-1"))
    assert not store.write(lambda uow: uow.contacts.erase("GBG", "case-1"))
    assert store.read(lambda uow: uow.contacts.get("GBG", "case-1")) is None


def test_contacts_to_rewrap_are_those_of_other_keys(store: Store) -> None:
    keys = ("old", "new", "older")
    for serial in (1, 2, 3):
        stored(store, serial)

    def work(uow: UnitOfWork) -> None:
        for serial, key in enumerate(keys, 1):
            uow.contacts.put("GBG", f"case-{serial}", Sealed(key, b"w", b"b"))

    store.write(work)
    found = store.read(lambda uow: uow.contacts.wrapped_by_others("new", 10))
    assert found == (("GBG", "case-1", Sealed("old", b"w", b"b")), ("GBG", "case-3", Sealed("older", b"w", b"b")))
    assert len(store.read(lambda uow: uow.contacts.wrapped_by_others("new", 1))) == 1


def test_codes_open_cases_until_dropped(store: Store) -> None:
    stored(store)
    stored(store, federation="SKB")

    def work(uow: UnitOfWork) -> None:
        uow.codes.put(b"one", "SKB", "case-1")
        uow.codes.put(b"one", "GBG", "case-1")
        uow.codes.put(b"one", "SKB", "case-1")
        uow.codes.put(b"two", "GBG", "case-1")

    store.write(work)
    assert store.read(lambda uow: uow.codes.find(b"one")) == ("SKB", "case-1")
    assert store.read(lambda uow: uow.codes.find(b"two")) == ("GBG", "case-1")
    assert store.read(lambda uow: uow.codes.find(b"three")) is None

    store.write(lambda uow: uow.codes.drop("SKB", "case-1"))
    assert store.read(lambda uow: uow.codes.find(b"one")) == ("GBG", "case-1")
    store.write(lambda uow: uow.codes.drop("GBG", "case-1"))
    assert store.read(lambda uow: uow.codes.find(b"one")) is None
    assert store.read(lambda uow: uow.codes.find(b"two")) is None


def test_a_receipt_is_read_by_key_and_by_case_and_may_be_renewed(store: Store) -> None:
    stored(store)
    receipt = Receipt("GBG", "key-1", "d1", "case-1", NOW)
    renewed = Receipt("GBG", "key-1", "d1", "case-1", NOW, renewed=True)

    store.write(lambda uow: uow.codes.keep_receipt(receipt))
    assert store.read(lambda uow: uow.codes.receipt("GBG", "key-1")) == receipt
    assert store.read(lambda uow: uow.codes.receipt("SKB", "key-1")) is None
    assert store.read(lambda uow: uow.codes.receipt_of("GBG", "case-1")) == receipt
    assert store.read(lambda uow: uow.codes.receipt_of("GBG", "case-2")) is None

    store.write(lambda uow: uow.codes.keep_receipt(renewed))
    assert store.read(lambda uow: uow.codes.receipt("GBG", "key-1")) == renewed


# --- people -------------------------------------------------------------------------------------------


def test_people_and_places_come_back_as_put_and_are_replaced(store: Store) -> None:
    federation = Federation("GBG", "Samordning Göteborg", "Eva", "031-3900601", "Beslut 7")
    person = Person("GBG", "eva", "Eva Ek", (Role.PROCESS_LEADER, Role.REGISTRAR), ("GBG/team",), users=("eva", "ek"))
    group = Group("GBG", "team", "Arbetsgruppen", ("SKB", "GBG"))
    organisation = Organisation("GBG", "ekdungen", Partner.PRIMARY_CARE, "Vårdcentralen Ekdungen")
    recipient = Recipient("GBG", "fk-rep", "FK:s representant", Partner.FK, "fk", "fk@example.org")
    forum = Recipient("GBG", "meeting", "Mötet")
    pattern = Pattern("GBG", "glapp", "Glappet", "Vem tar över?", "open", "GBG/team")

    def put(uow: UnitOfWork) -> None:
        uow.people.put_federation(Federation("GBG", "gammalt namn"))
        uow.people.put_federation(federation)
        uow.people.put_federation(Federation("ALE", "Samordning Ale"))
        uow.people.put_person(Person("GBG", "eva", "gammalt namn"))
        uow.people.put_person(person)
        uow.people.put_person(Person("ALE", "bo", "Bo Bok", active=False))
        uow.people.put_group(Group("GBG", "team", "gammalt namn", ("GBG", "SKB", "ALE")))
        uow.people.put_group(group)
        uow.people.put_organisation(organisation)
        uow.people.put_recipient(forum)
        uow.people.put_recipient(recipient)
        uow.people.put_pattern(pattern)

    store.write(put)

    assert store.read(lambda uow: uow.people.federations()) == (Federation("ALE", "Samordning Ale"), federation)
    assert store.read(lambda uow: uow.people.persons("GBG")) == (person,)
    assert store.read(lambda uow: uow.people.persons()) == (Person("ALE", "bo", "Bo Bok", active=False), person)
    assert store.read(lambda uow: uow.people.groups()) == (group,)
    assert store.read(lambda uow: uow.people.organisations("GBG")) == (organisation,)
    assert store.read(lambda uow: uow.people.organisations("ALE")) == ()
    assert store.read(lambda uow: uow.people.recipients("GBG")) == (recipient, forum)
    assert store.read(lambda uow: uow.people.recipients("ALE")) == ()
    assert store.read(lambda uow: uow.people.patterns()) == (pattern,)


def test_who_stands_in_for_whom_is_kept_by_federation(store: Store) -> None:
    first, last = StandIn("GBG", "birgitta", "olle", TODAY), StandIn("GBG", "birgitta", "elsa", date(2026, 6, 1))
    other = StandIn("ALE", "birgitta", "bo", TODAY)

    def put(uow: UnitOfWork) -> None:
        for each in (first, other, last):
            uow.people.put_stand_in(each)

    store.write(put)
    assert store.read(lambda uow: uow.people.stand_ins("GBG")) == (last,)
    assert store.read(lambda uow: uow.people.stand_ins("ALE")) == (other,)


def test_words_that_are_no_names_are_kept_by_federation_and_dropped_with_their_tag(store: Store) -> None:
    word = AllowedWord("GBG", "anna lindgren", "organisation", "olle", "elsa", TODAY)
    other = AllowedWord("ALE", "anna lindgren", "ordinary_word", "bo", "bea", TODAY)

    def put(uow: UnitOfWork) -> None:
        uow.people.put_allowed_word(AllowedWord("GBG", "anna lindgren", "ordinary_word", "x", "y", date(2026, 1, 1)))
        for one in (word, other):
            uow.people.put_allowed_word(one)
            uow.people.put_tag(one.federation, "allowedword", one.id, "tag")

    store.write(put)
    assert store.read(lambda uow: uow.people.allowed_words("GBG")) == (word,)
    assert store.write(lambda uow: uow.people.drop_allowed_word("GBG", "anna lindgren"))
    assert not store.write(lambda uow: uow.people.drop_allowed_word("GBG", "anna lindgren"))
    assert store.read(lambda uow: uow.people.allowed_words("GBG")) == ()
    assert store.read(lambda uow: uow.people.tag("GBG", "allowedword", "anna lindgren")) == ""
    assert store.read(lambda uow: uow.people.allowed_words("ALE")) == (other,)
    assert store.read(lambda uow: uow.people.tag("ALE", "allowedword", "anna lindgren")) == "tag"


# --- notes --------------------------------------------------------------------------------------------


def test_something_is_seen_first_once(store: Store) -> None:
    stored(store)
    assert store.read(lambda uow: uow.notes.seen("GBG", "case-1", "feedback")) is None
    assert store.write(lambda uow: uow.notes.mark_seen("GBG", "case-1", "feedback", TODAY))
    assert not store.write(lambda uow: uow.notes.mark_seen("GBG", "case-1", "feedback", date(2026, 4, 1)))
    assert store.read(lambda uow: uow.notes.seen("GBG", "case-1", "feedback")) == TODAY


def test_rows_of_a_sheet_are_known_again(store: Store) -> None:
    for serial in (1, 2, 3):
        stored(store, serial)

    def work(uow: UnitOfWork) -> None:
        uow.notes.mark_imported("gamla.xlsx", "9", "run-1", "GBG", "case-3")
        uow.notes.mark_imported("gamla.xlsx", "10", "run-1", "GBG", "case-1")
        uow.notes.mark_imported("gamla.xlsx", "11", "run-2", "GBG", "case-2")

    store.write(work)
    assert store.read(lambda uow: uow.notes.imported("gamla.xlsx", "10")) == ("GBG", "case-1")
    assert store.read(lambda uow: uow.notes.imported("nya.xlsx", "10")) is None
    assert store.read(lambda uow: uow.notes.run("run-1")) == (("GBG", "case-3"), ("GBG", "case-1"))
    assert store.read(lambda uow: uow.notes.run("run-3")) == ()


def test_facts_about_the_installation_are_replaced(store: Store) -> None:
    store.write(lambda uow: uow.notes.put_value("last_backup", "2026-01-01"))
    store.write(lambda uow: uow.notes.put_value("last_backup", "2026-02-01"))
    assert store.read(lambda uow: uow.notes.value("last_backup")) == "2026-02-01"


def test_messages_that_no_step_causes_do_not_hide_each_other(store: SqlStore | MemoryStore) -> None:
    stored(store)

    def work(uow: UnitOfWork) -> None:
        for name in ("first_contact", "feedback"):
            uow.notes.tell("GBG", "case-1", Message("deadline_passed", "leader", {"clock": name}), NOW)

    store.write(work)
    store.write(work)
    assert waiting_messages(store) == ["first_contact", "feedback"] * 2
