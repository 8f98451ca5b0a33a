"""The small parts keep their borders: the last that still counts, and the first that does not."""

import io
import json

import pytest

import lexheller.anonymity as gate
from lexheller.anonymity import Boundary, Kind, allowed_form, boundaries, check, fingerprint, rewrite, signs
from lexheller.anonymity.ages import AgeBand, age_bands, band_of
from lexheller.anonymity.allowed import stands
from lexheller.anonymity.digits import clusters, leading, luhn, real_date, undisguised
from lexheller.anonymity.lines import NotAString, main
from lexheller.anonymity.normal import normalise
from lexheller.anonymity.personal_numbers import kind_of
from lexheller.anonymity.roles import role_words
from lexheller.anonymity.shapes import MIDDLE, SCALE, features, likeness
from lexheller.anonymity.spelled import letters_apart
from lexheller.anonymity.tokens import tokenise


@pytest.mark.parametrize(
    ("age", "band"),
    [
        (0, (0, 12)), (12, (0, 12)), (13, (13, 17)), (17, (13, 17)), (18, (18, 29)), (29, (18, 29)), (30, (30, 39)),
        (39, (30, 39)), (40, (40, 49)), (59, (50, 59)), (60, (60, 64)), (64, (60, 64)), (65, (65, 120)),
        (110, (65, 120)),
    ],
)  # fmt: skip
def test_every_age_has_its_band(age: int, band: AgeBand) -> None:
    assert band_of(age) == band
    assert age_bands(f"Hon är {age} år gammal.") == {band}


def test_nobody_is_older_than_a_hundred_and_ten() -> None:
    assert age_bands("Hon är 111 år gammal.") == set()


@pytest.mark.parametrize("owned", ["Anna", "Annas", "Anna's", "Anna’s", "Anna:s", "ANNAS"])
def test_a_word_on_the_list_stands_in_the_genitive(owned: str) -> None:
    assert stands(owned, {allowed_form("Anna")})
    assert not stands(owned + "x", {allowed_form("Anna")})
    assert not stands("s" + owned, {allowed_form("Anna")})


def test_a_listed_word_goes_and_the_rest_stays() -> None:
    text = "Anna Lindgren ringde Kerstin Almgren, 070-174 06 05."
    kinds = [f.type for f in check(text, {"anna lindgren"})]
    assert kinds == [Kind.PERSON, Kind.PHONE]
    assert check(text, {"anna lindgren"}) == check(text)[1:]


def test_groups_of_digits_are_read_with_what_stands_between() -> None:
    (cluster,) = clusters("x 12-345 (6)")
    assert [(g.start, g.end, g.digits, g.gap) for g in cluster.groups] == [
        (2, 4, "12", ""),
        (5, 8, "345", "-"),
        (10, 11, "6", " ("),
    ]
    assert cluster.digits == "123456"
    assert (cluster.firsts, cluster.ending) == ([0, 2, 5], {2: 0, 5: 1, 6: 2})
    window = cluster.window(1, 2)
    assert (window.start, window.end, window.digits, window.lengths, window.gaps) == (5, 11, "3456", (3, 1), (" (",))


@pytest.mark.parametrize(("text", "found"), [("12345", 0), ("123456", 1), ("12 34", 0), ("12 345", 1)])
def test_six_signs_make_a_cluster(text: str, found: int) -> None:
    assert len(list(clusters(text))) == found


def test_rows_of_groups_are_given_by_their_number_of_digits() -> None:
    (cluster,) = clusters("12 34 56 78")
    rows = [window.digits for window in leading(cluster.groups, 1, range(3, 6))]
    assert rows == ["3456"]
    assert [window.digits for window in leading(cluster.groups, 0, range(2, 9))] == ["12", "1234", "123456", "12345678"]
    assert [window.digits for window in leading(cluster.groups, 0, range(2, 9), 2)] == ["12", "1234"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("O7O-174 O6 O5", "070-174 06 05"),
        ("83I204-98S4", "83I204-98S4"),
        ("8312O4-9854", "831204-9854"),
        ("83l2O4-9854", "831204-9854"),
        ("OOOOOOO 12", "OOOOOOO 12"),
        ("Ol1 IO 23 OO", "Ol1 IO 23 OO"),
        ("1O", "1O"),
    ],
)
def test_letters_among_digits_are_read_as_digits(written: str, read: str) -> None:
    assert undisguised(written) == read


@pytest.mark.parametrize(
    ("date", "real"),
    [
        ((1983, 1, 31), True), ((1983, 1, 32), False), ((1983, 4, 30), True), ((1983, 4, 31), False),
        ((1983, 2, 28), True), ((1983, 2, 29), False), ((1984, 2, 29), True), ((1984, 2, 30), False),
        ((1983, 12, 31), True), ((1983, 13, 1), False), ((1983, 0, 1), False), ((1983, 1, 0), False),
        ((1983, 1, 1), True), ((1983, 6, 31), False), ((1983, 9, 31), False), ((1983, 11, 31), False),
        ((1983, 7, 31), True), ((1983, 8, 31), True), ((1983, 3, 31), True), ((1983, 5, 31), True),
        ((1983, 10, 31), True),
    ],
)  # fmt: skip
def test_the_calendar(date: tuple[int, int, int], real: bool) -> None:
    assert real_date(*date) is real


@pytest.mark.parametrize(
    ("digits", "kind"),
    [
        ("8402290000", Kind.PERSONNUMMER), ("198402290000", Kind.PERSONNUMMER), ("8302290000", None),
        ("198302290000", None), ("8402890000", Kind.SAMORDNINGSNUMMER), ("198402890000", Kind.SAMORDNINGSNUMMER),
        ("8312600000", None), ("8312610000", Kind.SAMORDNINGSNUMMER), ("8312910000", Kind.SAMORDNINGSNUMMER),
        ("8312920000", None), ("8300010000", None),
    ],
)  # fmt: skip
def test_ten_or_twelve_digits_are_a_number_by_their_day(digits: str, kind: Kind | None) -> None:
    assert kind_of(digits) is kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ring 0701740605-0846500442 nu", ["0701740605", "0846500442"]),
        ("Ring 0701740605/0846500442 nu", ["0701740605", "0846500442"]),
        ("Ring 0701740605.0846500442 nu", ["0701740605", "0846500442"]),
        ("Rad 3.0701740605 nu", []), ("Rad 3,0701740605 nu", []), ("Rad 3:0701740605 nu", []),
        ("Rad 3/0701740605 nu", []), ("Rad 3-0701740605 nu", []), ("Rad 3_0701740605 nu", []),
        ("Rad x.0701740605 nu", ["0701740605"]), ("Rad 3 0701740605 nu", ["0701740605"]),
        ("Ring +46 0771 524 524", []), ("Ring +46 0200 22 22 22", []), ("Ring +46 (0)771 524 524", []),
        ("Ring +46 (0)8 465 004 42", ["+46 (0)8 465 004 42"]), ("noll 12 34 56 två", []),
        ("noll 12 34 två sju", ["noll 12 34 två sju"]), ("070 ett två 12 34", ["070 ett två 12 34"]),
        ("noll ett 12 34 56", []),
        ("070 ett 12 34 56", []), ("rum 12 0 7 0 1 7 4 0 6 0 5 3 väntar", ["0 7 0 1 7 4 0 6 0 5"]),
        ("tel 46313900600 nu", ["46313900600"]), ("tal 46313900600 nu", []), ("tel 4608465004 nu", ["4608465004"]),
        ("0037060011 nu", ["0037060011"]), ("003706001 nu", []),
        ("1 2 3 8 3 1 2 0 4 9 8 5 4 nu", []),
    ],
)  # fmt: skip
def test_a_telephone_number_is_found_beside_other_figures(text: str, found: list[str]) -> None:
    assert [text[f.start : f.end] for f in check(text) if f.type is Kind.PHONE] == found


@pytest.mark.parametrize("month", range(1, 13))
def test_no_month_has_thirty_two_days(month: int) -> None:
    assert not real_date(1984, month, 32)
    assert real_date(1984, month, 29)


def test_exactly_one_check_digit_is_right() -> None:
    for start in ("831204985", "811228987", "00000000", "9999999999"):
        assert sum(luhn(f"{start}{digit}") for digit in range(10)) == 1


def test_json_lines_skip_blanks_and_say_which_line_is_no_string() -> None:
    out = io.StringIO()
    lines = [json.dumps("Åsa Öberg ringde"), "", "   ", json.dumps("Inget här"), "{}", json.dumps("Anna")]
    with pytest.raises(NotAString, match=r"^line 5 is no JSON string$") as raised:
        main(io.StringIO("\n".join(lines)), out)
    assert raised.value.line == 5
    assert [json.loads(line) for line in out.getvalue().splitlines()] == [
        [{"start": 0, "end": 9, "type": "PERSON"}],
        [],
    ]
    for broken in ("{", "[" * 100_000, '"\\ud8"'):
        with pytest.raises(NotAString, match=r"^line 1 is no JSON string$"):
            main(io.StringIO(broken), io.StringIO())


def test_a_fingerprint_is_the_same_however_written_and_another_for_another_kind() -> None:
    def marks(text: str) -> list[str]:
        return [fingerprint(finding, text, b"key") for finding in check(text)]

    assert marks("Kerstin Almgren ringde.") == marks("KERSTIN\u00a0ALMGREN ringde.") == marks("Igår kerstin almgren.")
    assert marks("Kerstin Almgren ringde.") != marks("Kerstin Almberg ringde.")
    assert len(marks("Kerstin Almgren ringde.")[0]) == 64
    (plate,) = check("Bilen ABC 123 står där.")
    assert fingerprint(plate, "Bilen ABC 123 står där.", b"key") not in marks("Kerstin Almgren ringde.")


def test_signs_come_in_order_and_channels_by_urgency() -> None:
    text = "Tiden att överklaga går ut. Hon är hotad. Barnet far illa."
    assert [text[sign.start : sign.end] for sign in signs(text)] == sorted(
        (text[sign.start : sign.end] for sign in signs(text)), key=text.index
    )
    assert boundaries(text) == (Boundary.EMERGENCY, Boundary.REPORT_OF_CONCERN, Boundary.REVIEW_APPEAL)
    longer = "İ väntar. Hon är hotad."  # in lower case this letter is two
    (sign,) = signs(longer)
    assert longer[sign.start : sign.end] == "hotad"


@pytest.mark.parametrize(
    ("text", "said", "english"),
    [
        ("Handläggare Siv Dal ringde.", ["handläggaren"], ["the case officer"]),
        ("Siv Dal, handläggare, ringde.", ["handläggaren"], ["the case officer"]),
        ("Siv Dal (kurator) ringde.", ["kuratorn"], ["the counsellor"]),
        ("Siv Dal ringde. Erik Lund kom.", ["klienten", "en annan person"], ["the client", "another person"]),
        (
            "Handläggare Siv Dal och handläggare Erik Lund ringde Eva Holm.",
            ["handläggare A", "handläggare B", "klienten"],
            ["case officer A", "case officer B", "the client"],
        ),
        ("Jag väntar.\nMvh\nSiv Dal", ["avsändaren"], ["the sender"]),
        ("Siv Dal ringde. Siv kom. Dal gick.", ["klienten"] * 3, ["the client"] * 3),
        (
            "Siv Dal ringde. Erik Lund kom. Eva Holm gick.",
            ["klienten", "person A", "person B"],
            ["the client", "person A", "person B"],
        ),
    ],
)
def test_each_person_gets_a_word(text: str, said: list[str], english: list[str]) -> None:
    assert list(role_words(text, check(text)).values()) == said
    assert list(role_words(text, check(text), "sv").values()) == said
    assert list(role_words(text, check(text), "en").values()) == english


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Siv Dal ringde.", "Klienten ringde."),
        ("Vi ringde Siv Dal.", "Vi ringde klienten."),
        ("Hej! Siv Dal ringde.\nSiv Dal kom:\n- Siv Dal", "Hej! Klienten ringde.\nKlienten kom:\n- Klienten"),
        ("Hennes handläggare Siv Dal ringde.", "Hennes handläggare ringde."),
        ("Min Handläggare Siv Dal ringde.", "Min Handläggare ringde."),
        ("Dr Siv Dal ringde. Där var dr Siv Dal.", "Läkaren ringde. Där var läkaren."),
        ("S.D:s plan dröjer.", "Klientens plan dröjer."),
        ("Vi ringde 070-174 06 05 i går.", "Vi ringde (telefonnummer borttaget) i går."),
        ("Den 34-årige renskötaren i Arjeplog har MS.",
         "Den yngre personen inom lantbruk, skog eller fiske på en mindre ort har en neurologisk sjukdom."),
    ],
)  # fmt: skip
def test_a_neutral_word_fits_its_sentence(text: str, said: str) -> None:
    assert rewrite(text) == said


@pytest.mark.parametrize(
    ("written", "read", "spans"),
    [
        ("ab", "ab", [(0, 1), (1, 2)]),
        ("a\u200bb", "ab", [(0, 1), (2, 3)]),
        ("a&nbsp;b", "a b", [(0, 1), (1, 7), (7, 8)]),
        ("A\u030as", "Ås", [(0, 2), (2, 3)]),
        ("\ufb03n", "ffin", [(0, 1), (0, 1), (0, 1), (1, 2)]),
        ("1&#45;\u200b\uff12", "1-2", [(0, 1), (1, 6), (7, 8)]),
        ("\u2028x", "\nx", [(0, 1), (1, 2)]),
        ("\u2024\u2044\u00d7", "./x", [(0, 1), (1, 2), (2, 3)]),
        ("a&amp;b", "a&amp;b", [(place, place + 1) for place in range(7)]),
        ("1\\-2 a%20b 1%20b 1%202", "1-2 a%20b 1%20b 1 2", None),
        ("E v a kom", "Eva kom", [(0, 1), (2, 3), (4, 5), (5, 6), (6, 7), (7, 8), (8, 9)]),
    ],
)
def test_each_character_knows_where_it_came_from(written: str, read: str, spans: list[tuple[int, int]] | None) -> None:
    normal = normalise(written)
    assert normal.text == read
    if spans is not None:
        assert [normal.span(place, place + 1) for place in range(len(read))] == spans


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("A n n a", "Anna"), ("a n n", "a n n"), ("a n n a", "a n n a"), ("A n o", "A n o"), ("E v a", "Eva"),
        ("i å ö e", "i å ö e"),
        ("E.v.a.l.e", "E.v.a.l.e"), ("E.v.a.l.e.n", "Evalen"), ("E-v-a-L-u", "Eva Lu"), ("k a r l", "karl"),
        ("A n o och E v a kom", "A n o och Eva kom"), ("i å ö. A n n a", "i å ö. Anna"), ("A d n x", "Adnx"),
        ("E v o", "Evo"), ("l i s a", "lisa"), ("a l l a", "a l l a"),
        ("A o d", "A o d"), ("e v a", "e v a"), ("E V A", "E V A"), ("A n n e d et", "Anned et"),
        ("A n e t t e i p", "Anetteip"),
        ("A n n a i passet", "Anna i passet"), ("A n n a i p", "Annaip"), ("A i n", "A i n"), ("A.n-n.a", "A.n-n.a"),
    ],
)  # fmt: skip
def test_letters_apart_are_one_word(text: str, read: str) -> None:
    for start, end, new in reversed(list(letters_apart(text))):
        text = text[:start] + new + text[end:]
    assert text == read


def test_a_shape_is_counted_by_letters_in_a_row() -> None:
    assert len(list(features("ab"))) == 3 + 2 + 1  # ^ab$
    assert likeness(bytes([MIDDLE]) * (1 << 16), "anna") == 0
    assert likeness(bytes([MIDDLE + 1]) * (1 << 16), "ab") == 6 / SCALE
    assert set(features("anna")) != set(features("annb"))


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        ("Anna kom. Eva gick", ["Anna", "Eva"]),
        ("Anna och dr. Eva kom", ["Anna"]),
        ("Anna A. Eva kom", ["Anna"]),
        ("Anna: Eva", ["Anna", "Eva"]),
        ("Anna:s", ["Anna"]),
        ("Anna\nEva! Siv? Bo… Ek", ["Anna", "Eva", "Siv", "Bo", "Ek"]),
        ("- Anna, Eva", ["Anna"]),
        ('Anna. "Eva', ["Anna", "Eva"]),
        ("Anna. 12 Eva", ["Anna", "Eva"]),
        ("Anna, 12 Eva; Siv", ["Anna"]),
        ("Anna (dr). Eva", ["Anna", "Eva"]),
        ("Anna dr.! Eva", ["Anna", "Eva"]),
        ("Anna DR. Eva", ["Anna"]),
        ("Anna. . Eva", ["Anna", "Eva"]),
        ("12. Anna", ["Anna"]),
        ("", []),
        ("(”Anna” Eva", ["Anna"]),
        ("Anna ”Eva", ["Anna"]),
        ("Anna.”Eva", ["Anna", "Eva"]),
        ("Anna > Eva # Siv | Bo * Ek • Ia", ["Anna", "Eva", "Siv", "Bo", "Ek", "Ia"]),
    ],
)
def test_a_sentence_begins_after_its_signs(text: str, opening: list[str]) -> None:
    assert [token.text for token in tokenise(text) if token.opens] == opening


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dnr 2024 väntar", []), ("dnr 1950 väntar", []), ("dnr 2224 väntar", ["dnr 2224"]),
        ("dnr 20241 väntar", ["dnr 20241"]), ("K 1234-22 väntar", ["K 1234-22"]), ("lagen K 1234-22", []),
        ("JO:s beslut den 3 maj i K 1234-22", []), ("NJA. Senare kom också K 1234-22", ["K 1234-22"]),
        ("ärende 447 väntar", []), ("ärende 4471 väntar", ["4471"]), ("ärende 12-34 väntar", ["12-34"]),
    ],
)  # fmt: skip
def test_a_register_number_is_no_year_and_no_law(text: str, found: list[str]) -> None:
    assert [text[f.start : f.end] for f in check(text) if f.type is Kind.CASE_NUMBER] == found


def test_the_room_gives_what_is_loaded_late_and_nothing_else() -> None:
    for name in gate.__all__:
        assert getattr(gate, name) is not None
    assert gate.__getattr__("signs") is signs
    assert gate.__getattr__("Boundary") is Boundary
    for name in ("check", "Late", ""):
        with pytest.raises(AttributeError, match=rf"^{name}$"):
            gate.__getattr__(name)


def test_swedish_is_spoken_unless_asked_otherwise() -> None:
    for boundary in Boundary:
        assert gate.channel(boundary) == gate.channel(boundary, "sv") != gate.channel(boundary, "en")


def test_whereabouts_say_that_they_stop_because_of_protection() -> None:
    found = check("Kvinnan har skyddade personuppgifter och bor på Hasselstigen 11.")
    assert [f.evidence[-1] for f in found] == ["with_whereabouts", "protected_identity"]
