"""A single word is read right in all its forms: as a trade, as an illness, as what a pattern begins with."""

import re

import pytest

from lexheller.anonymity.late import Late
from lexheller.anonymity.populations import Size, read
from lexheller.anonymity.rare_ages import begins_age
from lexheller.anonymity.rare_led import Led, Starts, leads
from lexheller.anonymity.rare_roles import trade
from lexheller.anonymity.rare_words import Listed, area, listed, trade_within
from lexheller.anonymity.rare_words import read as words_of
from lexheller.anonymity.rarity import Rarity
from lexheller.anonymity.seen import name_shaped, syllables


@pytest.mark.parametrize(
    "word",
    "hinkmakare hinkmakaren hinkist hinkisten hinkör hinkören hinklog hinklogen hinkman hinkmannen hinkant hinkanten "
    "hinkerska hinkerskan hinkinska hinkinna hinkdoktor hinkdoktorn hinksmeden hinkmästaren hinkvakten hinkare".split(),
)
def test_a_word_may_be_built_like_one_for_a_trade(word: str) -> None:
    assert trade(word)


@pytest.mark.parametrize(
    "word",
    "avtalstvist avtalstvisten sockerbrist tidsfrist blåkvist grisvisten slösare storslösare rikare vanligare dialog "
    "gruppdialog katalog restaurant övergången detaljplanen femåringen födelsedagen årsdagen ovanan vanan väntningen "
    "vanligen enheten tredjedelen rymdförsvaret mannen kvinnan klient klienten handläggare handläggaren handläggarens "
    "sjuksköterskan gymnasten maren aren hinken".split(),
)
def test_staff_clients_and_things_are_no_trade(word: str) -> None:
    assert not trade(word)


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("cirkusclown", "kultur och medier"),
        ("cirkusclownen", "kultur och medier"),
        ("fjällbonde", "lantbruk, skog och fiske"),
        ("fjällbonden", "lantbruk, skog och fiske"),
        ("kyrkoprost", "ett trossamfund"),
        ("kyrkoprosten", "ett trossamfund"),
        ("sjöprost", "ett trossamfund"),
    ],
)
def test_the_end_of_a_compound_tells_the_trade(word: str, says: str) -> None:
    within = trade_within(word)
    assert within is not None
    assert (within.rarity, within.says) == (Rarity.OCCUPATION, says)


@pytest.mark.parametrize("word", ["prost", "xxprost", "zorgmakaren", "fjällsame", "lungcancer", "sjödj", "bi", ""])
def test_a_word_too_short_or_of_another_kind_holds_no_trade(word: str) -> None:
    assert trade_within(word) is None


@pytest.mark.parametrize(
    ("form", "rarity", "weight"),
    [
        *(
            (form, Rarity.OCCUPATION, 1.0)
            for form in ("präst", "prästs", "prästen", "prästens", "präster", "prästerna")
        ),
        *((form, Rarity.OCCUPATION, 1.0) for form in ("sotare", "bagarn", "fiskarn", "sotarens", "sotares", "sotarna")),
        *((form, Rarity.OCCUPATION, 1.0) for form in ("dj", "storbonde", "storbonden", "rådjursbonde")),
        *((form, Rarity.DIAGNOSIS, 1.0) for form in ("sle", "hiv", "döv", "döva", "dövas", "dövt")),
        *((form, Rarity.DIAGNOSIS, 1.0) for form in ("zorgpati", "zorgpatin", "zorgatresi", "zorgpares")),
        *((form, Rarity.DIAGNOSIS, 1.5) for form in ("als", "batten", "rabies", "locked-in", "huntingtons")),
        *((form, Rarity.OCCUPATION, 0.5) for form in ("polis", "polisen", "poliserna", "läkare", "läkaren")),
        ("samisk", Rarity.ORIGIN, 1.0),
        ("kurdiska", Rarity.ORIGIN, 0.5),
    ],
)
def test_a_listed_word_is_known_in_its_forms(form: str, rarity: Rarity, weight: float) -> None:
    found = listed(form)
    assert found is not None
    assert (found.rarity, found.weight, found.common) == (rarity, weight, weight < 1)


@pytest.mark.parametrize("word", ["prästernas", "prästis", "dövhet", "djup", "alster", "fobi", "storarn", ""])
def test_what_only_begins_alike_is_not_listed(word: str) -> None:
    assert listed(word) is None


def test_a_line_of_work_has_its_preposition() -> None:
    assert area("ett trossamfund") == "i ett trossamfund"
    assert area("skolan") == "inom skolan"


@pytest.mark.parametrize("word", ["ett", "sju", "hundra", "ettåring", "tvåårig", "fyraårige", "sexåringen", "nioårig"])
def test_an_age_may_begin_with_a_number_in_words(word: str) -> None:
    assert begins_age(word)
    assert not begins_age(f"y{word}")


def test_a_pattern_is_made_when_it_is_asked_for_and_once() -> None:
    broken = Late("(")
    with pytest.raises(re.error):
        broken()
    pattern = Late("ab+")
    assert pattern() is pattern()
    assert pattern().fullmatch("abb")


def _starts(text: str) -> Starts:
    return Starts(text, list(re.finditer(r"[^\W\d_]+|\d+", text)))


def test_a_pattern_is_tried_where_its_beginnings_stand_and_nowhere_else() -> None:
    pattern = Led("qzb qzbulo qzd_ef qzä_ q_ef 0", r"(?:qz\w*|q|\d+)(?: ef| [^\W\d_]+)?")
    told = "qzbx, qzd ef, qzd eg, qzä ef, q ef, q eg, 12 år, 123 ef, 1234 ef, 12, aqzb, QZB, 5 6"
    found = [match.group() for match in pattern.hits(_starts(told))]
    assert found == ["qzbx", "qzd ef", "qzä ef", "q ef", "12 år", "123 ef"]


def test_a_longer_beginning_asks_for_its_letters() -> None:
    pattern = Led("qyxbal qyxdu_h", r"qyx\w*(?: \w+)?")
    assert [match.group() for match in pattern.hits(_starts("qyxbal, qyxba, qyxdu h, qyxdu g"))] == [
        "qyxbal",
        "qyxdu h",
    ]
    assert [leads(word) for word in ("qyxbal", "qyxbalans", "qyxba", "qyxdu", "qyxdua", "qyx", "qyw")] == [
        *(True, True, False, True, False, False, False)
    ]


@pytest.mark.parametrize("word", ["1", "12", "9", "känd", "alla", "i", "en"])
def test_a_pattern_may_begin_at_numbers_and_at_words_that_lead(word: str) -> None:
    assert leads(word)


@pytest.mark.parametrize("word", ["xq", "x", "xqz", "xqzå"])
def test_no_pattern_begins_at_other_words(word: str) -> None:
    assert not leads(word)


@pytest.mark.parametrize(
    "base",
    [
        *(
            "min-jung",
            "lindström",
            "björkqvist",
            "annakarin",
            "anna-karin",
            "gunnvor",
            "solveig",
            "persson",
            "petrović",
        ),
        *("abdulle", "mcdonn", "zhangwei", "xiaolin"),
    ],
)
def test_a_word_may_be_built_like_a_name(base: str) -> None:
    assert name_shaped(base)


@pytest.mark.parametrize(
    "base", ["", "sson", "lund", "min-jobb", "jobb-min", "lindens", "annabok", "bokanna", "väntan", "zhung"]
)
def test_a_word_may_be_built_unlike_a_name(base: str) -> None:
    assert not name_shaped(base)


def test_the_longest_name_is_thirty_letters() -> None:
    assert name_shaped("a" * 26 + "sson")
    assert not name_shaped("a" * 27 + "sson")


def test_two_syllables_with_a_hyphen_are_korean() -> None:
    assert syllables("ji-ho")
    assert not any(map(syllables, ("jiho", "ji-bok-", "x-ho", "ji-x", "-", "ji-")))


def test_a_place_is_as_large_as_its_inhabitants_and_some_are_large_anyhow() -> None:
    sizes = read("A 9 B 10 C 19 D 20 E 39 F 40 G 3", "H I_J", ["G", "K"])
    assert sizes == {
        **dict.fromkeys(("A", "H", "I J"), Size.VERY_SMALL),
        **dict.fromkeys(("B", "C"), Size.SMALL),
        **dict.fromkeys(("D", "E"), Size.MIDDLING),
        **dict.fromkeys(("F", "G", "K"), Size.LARGE),
    }
    with pytest.raises(ValueError, match="shorter"):
        read("A 9 B", "", [])


def test_a_list_says_one_thing_of_all_its_words() -> None:
    lists = [("vård: a b\nskolan:  c", Rarity.OCCUPATION, True), ("sjukdom : d e", Rarity.DIAGNOSIS, False)]
    assert words_of(lists, {"e", "f"}) == {
        "a": Listed(Rarity.OCCUPATION, "vård", True, 0.5),
        "b": Listed(Rarity.OCCUPATION, "vård", True, 0.5),
        "c": Listed(Rarity.OCCUPATION, "skolan", True, 0.5),
        "d": Listed(Rarity.DIAGNOSIS, "sjukdom", False, 1.0),
        "e": Listed(Rarity.DIAGNOSIS, "sjukdom", False, 1.5),
    }
