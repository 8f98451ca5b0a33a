"""Do the words of a case come into the search index, change with its texts, and leave no trace when erased?"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import select

from lexheller.model.sealed import Sealed
from lexheller.services.ports import UnitOfWork
from lexheller.storage import SqlStore, open_store, tables
from tests.storage.factories import a_text, moved, stored, terms

RECEIVED = (
    a_text("title", "Remissen studsar"),
    a_text("what_happened", "Vården väntar på intyget."),
    a_text("evidence", "Bilagan"),
)


def words_of(store: SqlStore) -> dict[str, str]:
    ask = select(tables.words.c.kind, tables.words.c.terms)
    return dict(store.in_transaction(lambda c: [(kind, terms) for kind, terms in c.execute(ask)], writing=False))


def found(store: SqlStore, word: str) -> int:
    """Count the documents that the database's own search finds for a word."""
    if store.place:
        ask, quoted = "SELECT count(*) FROM words_index WHERE words_index MATCH ?", f'"{word}"'
    else:
        ask, quoted = "SELECT count(*) FROM words WHERE found @@ to_tsquery('simple', %s)", f"'{word}'"
    count: int = store.in_transaction(lambda c: c.exec_driver_sql(ask, (quoted,)).scalar_one(), writing=False)
    return count


def test_what_the_submitter_wrote_is_searched(sql_store: SqlStore) -> None:
    stored(sql_store, texts=RECEIVED)
    assert words_of(sql_store) == {"received": "remissen studsar vården väntar på intyget"}
    assert found(sql_store, "väntar") == 1
    assert found(sql_store, "bilagan") == 0


def test_a_and_a_with_a_ring_are_two_letters(sql_store: SqlStore) -> None:
    stored(sql_store, texts=RECEIVED)
    assert found(sql_store, "vården") == 1
    assert found(sql_store, "varden") == 0


def test_a_retold_text_is_searched_apart_and_its_older_words_are_gone(sql_store: SqlStore) -> None:
    case = stored(sql_store, texts=RECEIVED)
    first = (a_text("shared_text", "Ingen äger frågan.", version=2), a_text("title", "Glappet", version=2))
    case = moved(sql_store, case, "retell", texts=first, shared_version=2, title_version=2)
    assert words_of(sql_store)["shared"] == "ingen äger frågan glappet"

    again = (a_text("shared_text", "Alla väntar.", version=3),)
    moved(sql_store, case, "retell", texts=again, shared_version=3)

    assert words_of(sql_store) == {
        "received": "remissen studsar vården väntar på intyget",
        "shared": "alla väntar glappet",
    }
    assert found(sql_store, "frågan") == 0
    assert found(sql_store, "väntar") == 2


def test_the_submitters_own_title_is_no_shared_word(sql_store: SqlStore) -> None:
    case = stored(sql_store, texts=RECEIVED)
    moved(sql_store, case, "retell", texts=(a_text("shared_text", "Alla väntar.", version=2),), shared_version=2)
    assert words_of(sql_store)["shared"] == "alla väntar"


def test_other_texts_are_not_searched(sql_store: SqlStore) -> None:
    case = stored(sql_store, texts=RECEIVED)
    before = words_of(sql_store)
    moved(sql_store, case, "say", texts=(a_text("message", "Hemligheten", version=2),))
    assert words_of(sql_store) == before


def test_replaced_words_are_found_no_more_and_the_new_ones_are(sql_store: SqlStore) -> None:
    case = stored(sql_store, texts=RECEIVED)
    stored(sql_store, 2, texts=(a_text("title", "Remissen igen"),))
    shared = (a_text("shared_text", "Ingen äger frågan.", version=2), a_text("title", "Glappet", version=2))
    moved(sql_store, case, "retell", texts=shared, shared_version=2, title_version=2)

    def work(uow: UnitOfWork) -> None:
        uow.cases.replace_text("GBG", "case-1", a_text("title", "gallrat"))
        uow.cases.replace_text("GBG", "case-1", a_text("title", "borttaget", version=2))

    sql_store.write(work)

    assert found(sql_store, "studsar") == 0
    assert found(sql_store, "gallrat") == 1
    assert found(sql_store, "glappet") == 0
    assert found(sql_store, "borttaget") == 1
    assert found(sql_store, "remissen") == 1


def test_a_step_that_fails_leaves_the_index_as_it_was(sql_store: SqlStore) -> None:
    case = stored(sql_store, texts=RECEIVED)
    moved(sql_store, case, "open_dialogue", to="dialogue")
    with pytest.raises(Exception, match="2"):
        moved(sql_store, case, "retell", texts=(a_text("shared_text", "Alla.", version=2),), shared_version=2)
    assert found(sql_store, "alla") == 0


# --- erased means gone -------------------------------------------------------------------------------------


def bytes_of(folder: Path) -> bytes:
    """Read every file beside the database: itself, its log, the log's index."""
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))


def test_erased_words_are_in_no_byte_of_the_files(sqlite_store: SqlStore, tmp_path: Path) -> None:
    # Many cases, so that pages split, overflow and the index merges, with the words to erase in the midst of them.
    for serial in range(1, 80):
        texts = (a_text("what_happened", f"Ärende {serial} om vården. " * (serial % 7 * 30 + 1)),)
        if serial in {20, 50}:
            texts = (a_text("what_happened", "Häxmästaren nämns. " + "Utfyllnad i texten. " * 300 + "Häxmästaren."),)
        case = stored(sqlite_store, serial, texts=texts)
        if serial % 3 == 2:
            retold = (a_text("shared_text", f"Trollkarlen {serial} " * 40, version=2),)
            moved(sqlite_store, case, "retell", texts=retold, shared_version=2)
    written = bytes_of(tmp_path)
    for word in ("Häxmästaren", "häxmästaren", "Trollkarlen"):
        assert word.encode() in written

    def erase(uow: UnitOfWork) -> None:
        for serial in range(1, 80):
            if serial in {20, 50}:
                uow.cases.replace_text("GBG", f"case-{serial}", a_text("what_happened", "[gallrat]"))
            if serial % 3 == 2:
                uow.cases.replace_text("GBG", f"case-{serial}", a_text("shared_text", "[gallrat]", version=2))

    sqlite_store.write(erase)

    left = bytes_of(tmp_path)
    for part in ("Häxmäst", "häxmäst", "Trollkarl", "trollkarl"):
        assert part.encode() not in left


def test_words_that_somebody_still_reads_go_with_the_next_write(sqlite_url: str, tmp_path: Path) -> None:
    store = open_store(sqlite_url, create=True, timeout=0.05, terms=terms)
    stored(store, texts=(a_text("title", "Häxmästaren"),))
    with closing(sqlite3.connect(tmp_path / "lexheller.db", isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM texts").fetchone()
        store.write(lambda uow: uow.cases.replace_text("GBG", "case-1", a_text("title", "[gallrat]")))
        assert "Häxmästaren".encode() in bytes_of(tmp_path)
    store.write(lambda uow: uow.notes.put_value("last_backup", "2026-03-02"))
    assert "Häxmästaren".encode() not in bytes_of(tmp_path)
    store.close()


def test_an_erased_contact_is_in_no_byte_of_the_files(sqlite_store: SqlStore, tmp_path: Path) -> None:
    stored(sqlite_store)
    key, box = b"wrapped key of one case", b"sealed box of one case" * 300

    sqlite_store.write(lambda uow: uow.contacts.put("GBG", "case-1", Sealed("2026-03", key, box)))
    assert key in bytes_of(tmp_path)
    sqlite_store.write(lambda uow: uow.contacts.erase("GBG", "case-1"))

    left = bytes_of(tmp_path)
    assert key not in left
    assert b"sealed box" not in left


def test_a_key_that_was_wrapped_anew_is_in_no_byte_of_the_files(sqlite_store: SqlStore, tmp_path: Path) -> None:
    stored(sqlite_store)
    old, new = Sealed("2026-03", b"wrapped by the old key", b"box"), Sealed("2026-04", b"wrapped by the new", b"box")
    sqlite_store.write(lambda uow: uow.contacts.put("GBG", "case-1", old))
    sqlite_store.write(lambda uow: uow.contacts.put("GBG", "case-1", new))
    left = bytes_of(tmp_path)
    assert old.wrapped_key not in left
    assert new.wrapped_key in left
