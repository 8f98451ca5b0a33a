"""What is found of the same word in every place, and of the same number in every writing: whole tables.

A change of one weight, one cue or one sign is read as a diff of a few cells. What a cell should hold was judged for
whole rows and columns; a single odd one is no promise.
"""

import re
from collections.abc import Iterator
from itertools import chain, pairwise
from pathlib import Path

import pytest

from lexheller.anonymity import Kind, Strength, check
from tests.conftest import Golden

# Names that are nothing else, that are words too, that no list knows; a place, an authority, a system; in lower case.
WORDS = (
    "Fatima Björn Rosa Max Lukas Haddad Bo Sandgren Zorgström Xvabel Malmö Kenya Kommunen Treserva LSS "
    "fatima björn haddad xvabel"
)
BREAK, NEW_LINE = r"\n", "\n"
# {w} is the word, {u} the same in capitals, {l} in small letters; \n a line break.
PLACES = {
    "signed": r"""
        Jag väntar. Mvh {w} | Jag väntar.\nMvh\n{w} | Hälsningar, {w} | Vänligen\n{w} | Hälsar {w} | /{w} | och / {w}
        Jag väntar /s/ {w} | Namn: {w} | Namn:{w} | Namn:\n{w} | Kontakt: {w} kom | Tid: {w} kom | h {w} kom
        Jag väntar. Med vänlig hälsning {w}, kommunen | Best regards, {w} | Sincerely {w} | M.v.h. {w} | Vi hälsar, {w}
    """,
    "introduced": r"""
        Igår A. {w} kom | Igår A.{w} kom | Igår a. {w} kom | Igår A {w} kom | Dr. {w} kom | dr {w} kom | leg. {w} kom
        Igår ang. {w} kom | och pat. {w} kom | och doc. {w} kom | och prof. {w} kom | och tel. {w} kom
        Igår handläggare {w} kom | Igår handläggaren, {w}, kom | Igår handläggaren, {w}. Kom
        Igår handläggaren, {w}; kom | Igår handläggaren, {w} och kom | Igår handläggaren ({w}) kom
        Igår handläggaren "{w}" kom | Igår handläggaren ”{w}” kom | Igår handläggaren: {w} kom
        Igår handläggaren - {w} kom | Igår kom ingen handläggare {w} dit | Igår kom inte handläggare {w} dit
        Handläggare {w} | handläggare {w} | Jag heter {w} nu | Hon heter {w} nu | Hon hette {w} nu
        Läkaren heter {w} nu | Sonen hette {w} nu | Enheten heter {w} nu | Enheten hette {w} nu | Heter {w} nu hon
        Hon kallas {w} nu | Hon kallas så {w} nu | Hon är så kallad {w} nu | En så kallad {w} nu | Hon vid namn {w} kom
        Hennes namn {w} syns | Namnet {w} syns | Igår mamma {w} kom | Min fru {w} kom | Och sonen {w} kom
        Och sonen, {w} kom | Och sonen, {w}, kom | Vi träffade {w} igår | Vi träffade, {w} igår
        Vi pratade med {w} igår | Vi for med {w} igår | Vi bad {w} komma | Ett brev från {w} kom
        Ett beslut av {w} kom | Vi ringde till {w} igår | Vi frågade {w} igår | Han mötte {w} där | Hos {w} finns det
        Enligt {w} finns det | Vi saknar {w} nu | Nu fick {w} det | Nu har {w} det | Nu kom {w} hit
    """,
    "placed": r"""
        Hon bor i {w} nu | Hon for till {w} nu | Hon kom från {w} nu | Där vid {w} nu | Där norr om {w} nu
        Mer om {w} nu | Hon är kär i {w} nu | Hon är gift med {w} nu | Från {w} kom inget | I {w} finns det
        Vägen mot {w} är stängd | Hon bor i, {w} nu | Vi hörde om {w} nu | Där söder om {w} nu | Det är nära {w} nu
        Hon åkte genom {w} nu
    """,
    "listed": r"""
        Igår kom Eva, {w} | Igår kom Eva och {w} | Igår kom Eva samt {w} | Igår kom Eva å {w} | Igår kom Eva eller {w}
        Igår kom Eva & {w} | Igår kom Eva + {w} | Igår kom Eva / {w} | Igår kom Eva/{w} | Igår kom Eva, Siv, {w}
        Igår kom {w}, Eva | Igår kom {w} och Eva | Igår kom Eva och, {w} | Eva och\n{w} kom | Eva {w} kom | Och {w}
        Igår kom kommunen, {w} | Igår Kommunen och {w} kom | Igår kom Treserva samt {w} | Igår kom Treserva, {w}
        I Lund eller {w} finns | Till Malmö, {w} och Eva | Igår kom Treserva å {w} | Igår kom LSS och {w} dit
        Kommunen, {w} for | Kommunen och {w} for | Och {w} for Eva | Eva, {w} for | Treserva, {w} for Kommunen
        Mer och {w} kom | Mvh och {w} kom | Igår kom Xvabel och {w} dit | I Björn och {w}
    """,
    "followed": r"""
        Igår {w} ringde | {w} ringde | Igår {w} är sjuk | {w} är sjuk | Igår {w} är där | Igår {w} och jag for
        {w} som for | Igår {w} å hon for | Igår {w} och for | Det är {w} som for | Det var {w} som for
        Det blir {w} som for | Sen {w}s mamma for | {w}s mamma for | Sen {w}s handläggare for | {w}s handläggare for
        Sen {w}s for | Sen {w}s bil | Nu har {w} fått det | Nu hade {w} gått dit | Nu kan {w} fått det
        Nu {w} fått det | Har {w} fått | Nu {w}, 47 år, kom | Nu {w} (47) kom | Nu {w} 47 år kom | Nu {w}s 47 år
        Nu {w} 47 mil | {w}, 47 år | Nu {w}:s plan | Nu ”{w}” kom | Nu "{w}" kom | Nu ”{w} kom | Nu {w}” kom
        Nu ”{w}” Ek kom | {w} kom | {w} kom inte | {w} gick hem | {w} tappade det | {w} vill | Vi mätte 200 {w} där
        Vi mätte 5 {w} där | Vi mätte 5, {w} där | {w} | Nu {w} avled | Nu {w} avled igår | Nu {w} igår | Nu {w}.
        Nu {w}! | Nu ({w}) | {w}. Nu | {w}: nu
    """,
    "things": r"""
        Nu projektet {w} for | Nu projektet ”{w}” for | Nu stiftelsen {w} for | Enligt lex {w} nu | Lex {w} nu
        S:t {w} nu | Nu i S:ta {w} nu | St. {w} nu | St {w} nu | Sankt {w} nu | Nu sankta {w} for
        Familjecentralen {w} nu | Nu projektet heter {w} där | Nu projektet hette {w} där
        Nu projektet {w} och Eva for | Nu projektet Eva, {w} for | Nu projektet Eva och {w} for
        Nu projekten Eva samt {w} for | Nu projektet Eva Ek {w} for | Nu {w} skola stängde | Nu {w}s skola stängde
        {w}s skola stängde | Nu {w}s boende stängde | Nu {w} boende stängde | Nu {w}s sjukdom kom | Nu {w}s hus brann
        Nu Eva {w}s hus brann | Nu Eva {w}s skola brann | Nu Eva {w}s gata | Nu {w} gata | Nu {w} hus
        Nu {w}s hem-ljus | Nu {w}skolan | Nu {w}s AB | Nu {w} AB | Nu {w} lag-kaka | Nu {w} Torg kom | Nu {w} Kris kom
        Nu {w}-modellen kom | Nu {w}-plan | Nu LSS-{w} kom | Nu ett {w}-möte
    """,
    "in a row": r"""
        Nu {w} Ek kom | {w} Ek kom | Nu Eva {w} kom | Nu {w} Zorgblad kom | Nu Zorgblad {w} kom | Nu {w} {w} kom
        Nu {w} von Ek kom | Nu Eva von {w} kom | Nu Eva van {w} kom | Nu Eva af {w} kom | Nu Eva de {w} kom
        Nu Eva e {w} | Nu Eva el {w} kom | Nu Eva al {w} kom | Nu Eva der {w} kom | Nu Eva van der {w} kom
        Nu Eva von, {w} kom | Nu Eva A {w} kom | Nu Eva A. {w} kom | Nu Eva "{w}" Ek kom | Nu Eva ”{w}” Ek kom
        Nu Eva ({w}) Ek kom | Nu Eva '{w}' Ek kom | Nu Eva “{w}” kom | Nu Eva - {w} kom | Nu Eva-{w} kom
        Nu {w}-Eva kom | Nu {w} A: kom | Nu Eva\n{w} kom | Nu {w}\nEk kom | {w}\nEva kom | Nu Eva Ek\n{w} kom
        Nu Evas\n{w} kom | Eva\n{w}\nSiv | Nu Eva\n\n{w} kom | Nu Eva \n{w} kom | Nu björn\n{w} kom | Nu Malmö {w} kom
        Nu {w} Malmö kom | Nu {w} A kom | Nu Evas {w} kom | Nu handläggare Eva {w} kom | Nu {w} Zorg Blad kom
        Nu Eva Zorg Blad {w} kom | Nu {w} LSS kom | Nu mirja {w} kom | Nu {w} haddad kom | Nu zorgin {w} kom
        Nu {w} zorgin kom | Nu {w} väntar | Jag, {w}, väntar | Nu Kommunen {w} kom | Nu {w} Kommunen kom
        Nu Handläggare {w} kom | Jag Syster {w} kom | Eva Inte {w} kom
    """,
    "more things": r"""
        Nu projektet Handläggare {w} kom | Nu projektet Syster {w} kom | Nu Handläggare projektet {w} kom
        Nu {w} OS-kvalade där | Nu {w} Ek OS-kvalade där | Nu {w} Ek kris-möte | Nu {w} x-plan | Nu LibreOffice {w} kom
        Nu Projektet Nya Fina {w} kom | Nu Projektet Nya Fina Stora {w} kom | Nu Projektet Nya {w} kom
        Nu Gården {w} kom | Nu {w} Borg kom | Nu {w} Hemgården kom | Nu {w} Torp kom | Nu {w} Ek Skola | Nu {w} Skola Ek
        Nu projektet och {w} for | Nu projektet Eva, Siv och {w} | Nu projektet Eva - {w} | Nu lex Eva {w}
        Nu Villa {w}
        Nu Zorggården {w} kom | Nu Zorgcentralen {w} kom | Nu Zorgcentralen heter {w} nu | Nu {w}s Zorggård kom
    """,
    "broken": r"""
        Nu {w}\nHaddad kom | Nu {w}\nZorgblad kom | Nu {w}\nEva Ek kom | Nu Siv {w}\nHaddad kom | Nu {w} A-lag kom
        {w}\nHaddad | {w} \nHaddad kom | Siv\n{w}\nHaddad | Siv Haddad\n{w}\nZorgblad | Siv\n {w} | och siv\n{w} kom
    """,
    "shouted": r"""
        Nu {u} kom | Nu {u} EK kom | Nu EVA {u} kom | Nu {u} BLAD kom | Nu {u}, EK kom | VI RINGDE {u} I GÅR
        {u} RINGDE | Nu kom\nVI RINGDE {u}\noch for | VI RINGDE\n{u} for | NAMN: {u} | NAMN: {u}, ÅLDER: SJU
        Nu {u}  EK kom | Nu EVA SIV {u} kom | VI FOR DIT\nSen {u} kom | Sen {u} kom\nVI FOR DIT NU | MVH {u}
        Hon for. MVH {u} | Nu MALMÖ {u} kom | Nu LSS {u} kom | Nu EK {u} for
    """,
    "small": r"""
        vi ringde {l} igår | vi ringde. sen kom {l} hit | {l} ringde igår | mvh {l} | jag heter {l}
        och {l} ek kom hit | Vi for. Sen kom mirja {l} hit | läkaren {l} svarade | inte {l}
        vi träffade {l}. vi for. sen for vi. det regnade | Vi for. Vi kom. Hon. och {l}s mamma | Mer. och {l}s läkare
        Hon. läkaren heter {l} | Hon. det är {l} som for
    """,
    "again": r"""
        Handläggare {w} kom. Sen for {w} hem | Handläggare {w} kom. Sen for {l} hem | Handläggare {w} kom. {w}s bil for
        Handläggare {w} kom. Sen {w}s skola | Vid {w} är det. Sen är {w} där | Sen är {w} där. Vid {w} är det
        Nu {w} Ek kom. Projektet {w} for | Nu {w} Ek kom. Sen {w} sjukdom | Nu {w} Ek kom. Sen {w}s sjukdom
    """,
}
ROWS = {
    title: [place.strip() for line in said.splitlines() for place in line.split(" | ") if place.strip()]
    for title, said in PLACES.items()
}


def _put(place: str, word: str) -> tuple[str, int, int]:
    """Give the text with the word in its last place, and where it stands."""
    asked = place.replace(BREAK, NEW_LINE)
    mark = max(asked.rfind("{w}"), asked.rfind("{u}"), asked.rfind("{l}"))
    form = {"w": word, "u": word.upper(), "l": word.lower()}
    before = asked[:mark].format(**form)
    return before + asked[mark:].format(**form), len(before), len(before) + len(word)


def _name(place: str, word: str) -> str:
    """Tell how the word is found: alone, joined with others, in part, not, or not and something else is."""
    text, start, end = _put(place, word)
    names = [(f.start, f.end) for f in check(text) if f.type is Kind.PERSON]
    for first, last in names:
        if first < end and start < last:
            return "#" if (first, last) == (start, end) else "+" if first <= start and end <= last else "-"
    return "," if names else "."


@pytest.mark.parametrize("title", ROWS)
def test_a_word_is_a_name_by_what_it_is_and_where_it_stands(golden: Golden, title: str) -> None:
    words = WORDS.split()
    head = [f"{'|' * column:<{len(words)}} {word}" for column, word in enumerate(words)]
    rows = [f"{''.join(_name(place, word) for word in words)} {place}" for place in ROWS[title]]
    legend = "# alone, + with more, - in part, . not, and , if only something else is found"
    golden(f"gate/words_{title.replace(' ', '_')}.txt", "\n".join([legend, *head, *rows, ""]))


SIGNS = (
    *("", " ", "-", "/", ".", "_", ",", ":", ";", "~", "*", "'", ">", "+", "\\", "…", "(", ")", "\n", "  "),
    *(" - ", "--", ". ", "\n\n", "    "),
)
OTHERS = {"_": " ", "0": ""}
LETTERS = {Kind.PHONE: "T", Kind.POSTAL_CODE: "O", Kind.PLATE: "R", Kind.PERSON: "N"}
FIELDS = {
    "s": "Det står {} här.", "p": "pnr {} här", "r": "Ring {} nu", "k": "Konto {} nu", "a": "ärende {} nu",
    "f": "född {} här", "+": "Skriv +{}", "b": "{} kr", "n": "Rad 7-{}-1",
}  # fmt: skip
# Where each number stands, and how its digits are grouped there; after ~ and ^ what stands in the other gaps.
NUMBERS = {
    "8312049854": ("s", "10 6-4 2-2-2-4 2-8 4-2-4 2-2-2-2-2 3-3-3-1 5-5 4-3-3 1-3-3-3 1-1-1-1-1-1-1-1-1-1"),
    "8312049859": (
        "spr",
        (
            "10 6-4 2-2-2-4 2-2-2-4^_ 2-2-2-4^- 2-2-2-4^/ 2-2-2-4~- 6-2-2^_ 6-2-2~_ 4-2-4^0 2-8 4-2-4 6-2-2 "
            "2-2-2-2-2 2-4-4 3-3-4 5-5 1-1-1-1-1-1-1-1-1-1"
        ),
    ),
    "198312049854": ("s", "12 8-4 4-2-2-4 2-2-2-2-4 3-3-3-3"),
    "198312049859": (
        "spn",
        (
            "12 8-4 4-2-2-4^- 4-2-2-4^. 4-2-2-4~- 2-6-4^0 2-6-4~- 8-2-2^- 2-6-4 4-2-2-4 4-4-4 2-2-2-2-4 2-10 "
            "4-8 8-2-2 4-2-2-2-2 1-1-1-1-1-1-1-1-1-1-1-1"
        ),
    ),
    "8312649851": ("s", "10 6-4 2-2-2-4"),
    "8313049852": ("sp", "10 6-4 2-2-2-4"),
    "831204985": ("spf", "9 6-3 8-1"),
    "201704121015": ("sp", "8-4 4-2-2-4 12 4-2-2-4^- 4-2-2-4^_"),
    "0406280400": ("srp", "10 6-4 3-7 3-3-2-2 2-2-2-4"),
    "0701740605": (
        "srnb",
        (
            "10 3-7 3-3-2-2 3-3-2-2~_ 3-3-2-2~- 3-3-2-2^_ 3-3-4 4-6 4-2-2-2 2-2-2-2-2 2-3-3-2 6-4 1-2-3-4 "
            "1-1-1-1-1-1-1-1-1-1"
        ),
    ),
    "0313900600": (
        "srb",
        (
            "10 3-7 3-3-2-2 3-1-6 3-1-3-3 3-2-2-3 4-6 2-2-2-2-2 1-2-2-2-3 3-1-1-1-1-1-1-1 3-1-1-1-1-1-2 "
            "3-1-1-1-4 3-1-1-1-1-2-1 3-3-2-2~_ 3-3-2-2~- 3-3-2-2~. 3-1-3-3~_ 3-1-3-3~. 3-3-4~0"
        ),
    ),
    "0846500442": (
        "sr",
        "10 2-8 2-3-3-2 2-3-3-2~_ 2-3-3-2~- 2-3-3-2^_ 2-4-4 2-4-4~. 2-2-2-4~_ 2-2-2-2-2 3-7 2-1-1-1-1-1-1-1-1",
    ),
    "08465004": ("sr", "8 2-6 2-2-2-2 2-3-3"),
    "3900600": ("rkb", "7 3-4 3-2-2 1-2-2-2"),
    "46701740605": ("s+r", "11 2-9 2-2-3-2-2 2-2-3-4"),
    "0046313900600": ("s", "13 4-9 4-2-3-2-2 2-2-2-3-2-2"),
    "0037060000110": ("s", "13 5-8 2-3-3-5"),
    "5560360793": ("sk", "10 6-4"),
    "4111111111111111": ("sk", "16 4-4-4-4"),
    "902245118": ("skb", "9 4-5 4-2-3"),
    "2024118": ("sa", "4-3 7"),
    "3701234567890123": ("+s", "16 3-13 3-7-6"),
    "37012345678901234": ("+s", "17 3-14"),
    "37012345": ("+s", "8 3-5"),
    "3701234": ("+s", "7 3-4"),
    "003706001": ("s", "9 5-4"),
    "4671740605": ("s+", "10 2-8 4-6"),
    "46313900600": ("sr", "11 2-9"),
    "46771524524": ("s+", "11 2-3-3-3"),
    "1983120498549": ("s", "13 8-4-1 12-1"),
    "198301011804": ("s", "4-2-2-4^- 4-2-2-4^:"),
    "4471222": ("sa", "7 4-3 3-4 5-2"),
    "41301": ("sk", "5 3-2"),
    "831204": ("spf", "6 2-2-2 4-2"),
    "19831204": ("spf", "8 4-2-2 2-2-2-2"),
}


def _written(digits: str, lengths: str) -> Iterator[str]:
    """Give the digits in groups of these lengths, with each sign in all gaps, or only the first (~) or the last (^)."""
    lengths, where, other = (
        re.split("([~^])", f"{lengths}", maxsplit=1) if set("~^") & {*lengths} else (lengths, "", "")
    )
    places = [0]
    for length in lengths.split("-"):
        places.append(places[-1] + int(length))
    groups = [digits[start:end] for start, end in pairwise(places)]
    for sign in SIGNS[:1] if len(groups) == 1 else SIGNS[1:]:
        last = len(groups) - 2 if where == "^" else 0
        between = [sign if not where or place == last else OTHERS.get(other, other) for place in range(len(groups) - 1)]
        yield "".join(chain.from_iterable(zip(groups, [*between, ""], strict=True)))


def _number(field: str, written: str) -> str:
    """Tell as what a number is found: a letter for its kind, small if it is asked about, ? if in part."""
    before, _, after = field.partition("{}")
    start, end = len(before), len(before) + len(written)
    found = [f for f in check(before + written + after) if f.start < end and start < f.end and f.type is not Kind.QUASI]
    if not found:
        return "."
    if found[0].start > start or found[-1].end < end or len(found) > 1:
        return "?"
    letter = LETTERS.get(found[0].type, found[0].type.value[0])
    return letter if found[0].strength is Strength.STOP else letter.lower()


@pytest.mark.parametrize("digits", NUMBERS)
def test_a_number_is_found_by_its_groups_and_the_signs_between(golden: Golden, digits: str) -> None:
    fields, groups = NUMBERS[digits]
    rows = [
        f"{''.join(_number(field, written) for written in _written(digits, lengths))} {field} {lengths}"
        for field in map(FIELDS.__getitem__, fields)
        for lengths in groups.split()
    ]
    legend = "a letter is the kind, small if asked about, ? in part, . not; between: " + " ".join(map(ascii, SIGNS[1:]))
    golden(f"gate/groups_{digits}.txt", "\n".join([legend, *rows, ""]))


def _crossed() -> dict[str, dict[str, list[str]]]:
    """Read the forms of each kind and the places where they are tried."""
    told: dict[str, dict[str, list[str]]] = {}
    here: dict[str, list[str]] = {}
    for line in (Path(__file__).parent / "crossed.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("# -- "):
            told[line.removeprefix("# -- ")] = here = {"forms": [], "places": []}
        elif not line.startswith("#"):
            what, _, said = line.partition(": ")
            here[what] += said.split(" " if what == "forms" else " | ")
    return told


CROSSED = _crossed()


@pytest.mark.parametrize("title", CROSSED)
def test_a_form_is_found_in_its_places(golden: Golden, title: str) -> None:
    """Rows are places; the columns follow the legend."""
    forms = [form.replace("_", " ").replace(BREAK, NEW_LINE) for form in CROSSED[title]["forms"]]
    rows = [
        f"{''.join(_number(place.replace(BREAK, NEW_LINE), form) for form in forms)} {place}"
        for place in CROSSED[title]["places"]
    ]
    legend = "a letter is the kind, small if asked about, ? in part, . not; forms: " + " | ".join(map(ascii, forms))
    golden(f"gate/crossed_{title}.txt", "\n".join([legend, *rows, ""]))
