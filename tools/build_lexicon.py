"""Where do the gate's names, places and ordinary words come from, and how are they packed?

    python tools/build_lexicon.py            writes lexheller/anonymity/data/names.bin, words.bin and shapes.bin
    python tools/build_lexicon.py --check    says whether the files in the tree are what the sources give

Sources: Faker and Mimesis (MIT), all locales written in Latin letters; the lists beside this file (CC0); and for
ordinary words hunspell-sv (LGPL-3.0), kept in a file of its own with its notice. The same releases of these packages
give the same bytes.
"""

import argparse
import hashlib
import importlib
import json
import pkgutil
import re
import sys
import sysconfig
import unicodedata
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from types import ModuleType
from zlib import crc32

from lexheller.anonymity.shapes import BUCKETS, MIDDLE, features

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "lexheller" / "anonymity" / "data"
NAMES, WORDS, SHAPES = "names.bin", "words.bin", "shapes.bin"
TURNS, MARGIN, MARGIN_AGAINST = 4, 24, 8  # how often and until how clear the perceptron learns
STEPS = 12  # of a byte for one unit of what it learned
ORDINARY_SHARE, PLACE_SHARE = 4, 4  # one ordinary word, or place far away, in so many is learned from
SHORTEST, LONGEST_WORD, LONGEST_COMPOUND = 2, 11, 20
BITS, PROBES = 10, 7
PLACE_FLAGS = frozenset("dev")  # of the spelling list: -bo, -are, -it may be put to it
RULE_PARTS = 5  # SFX class strip add condition; the head of a class has four
_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_LETTERS = str.maketrans({"ł": "l", "đ": "d", "ø": "ö", "æ": "ä", "\u0131": "i", "ß": "s", "ə": "e"})
_ROMAN = {
    char: roman
    for line in (HERE / "lexicon" / "romanisation.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
    for char, roman in re.findall(r"(\S) (\S*)", line)
}
_PARTICLES = frozenset(
    "von van der den de del della di da dos das do la le el al bin ibn af och und zu zum ter ten the of y e san st mr "
    "mrs dr".split()
)


def main() -> int:
    """Build both files, or compare."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    check = parser.parse_args().check
    status = 0
    for name, built in ((NAMES, build_names()), (WORDS, build_words()), (SHAPES, build_shapes())):
        path = DATA / name
        if check:
            same = path.exists() and path.read_bytes() == built
            print(f"{name}: {'as built' if same else 'differs from its sources'}")
            status |= int(not same)
        else:
            DATA.mkdir(parents=True, exist_ok=True)
            path.write_bytes(built)
            print(f"{name}: {len(built)} bytes")
    return status


def build_shapes() -> bytes:
    """Learn from the lists how names are written, and pack what every few letters in a row say: a byte a bucket.

    An averaged perceptron with a margin, in whole numbers only, so that every machine learns the same.
    """
    right = _examples()
    learned, summed = [0] * BUCKETS, [0] * BUCKETS
    step = 0
    for turn in range(TURNS):
        for word in sorted(right, key=lambda each: (crc32(f"{turn}{each}".encode()), each)):
            step += 1
            answer, found = right[word], list(features(word))
            if answer * sum(learned[bucket] for bucket in found) <= (MARGIN if answer > 0 else MARGIN_AGAINST):
                for bucket in found:
                    learned[bucket] += answer
                    summed[bucket] += answer * step
    means = (now * step - late for now, late in zip(learned, summed, strict=True))
    table = bytes(min(255, max(0, mean * STEPS // step + MIDDLE)) for mean in means)
    head = (
        "What two to four letters in a row say of a word's being a name; learned from the sources of the other files\n"
    )
    return head.encode() + table


def _examples() -> dict[str, int]:
    """Give names, and words and places to tell them from: 1 and -1."""
    named: dict[str, set[str]] = defaultdict(set)
    for code, words in _sources():
        for word in words:
            for form in _forms(word):
                named[form].add(code[0])
    ordinary = _ordinary(LONGEST_COMPOUND)
    right = {word: -1 for word in ordinary | _english() if crc32(word.encode()) % ORDINARY_SHARE == 0}
    for form, kinds in named.items():
        if kinds & set("FLfl"):
            if form not in ordinary:
                right[form] = 1
        elif kinds - {"p"} or crc32(form.encode()) % PLACE_SHARE == 0:
            right[form] = -1
    for place in _listed_places():
        right.setdefault(place.lower(), -1)
    return right


def build_names() -> bytes:
    """Pack names, places and allowed words: a line says kind and source, the next the words that share them."""
    rows: dict[str, set[str]] = defaultdict(set)
    for code, words in _sources():
        for word in words:
            for form in _forms(word):
                rows[form].add(code)
    ordinary = _ordinary(LONGEST_WORD) | _english()
    for form, codes in rows.items():
        if form in ordinary or (form.endswith("s") and form[:-1] in ordinary):
            codes.add("o:hunspell-sv")
    shared: dict[str, list[str]] = defaultdict(list)
    for form, codes in rows.items():
        shared[" ".join(sorted(codes))].append(form)
    head = (
        f"faker {version('faker')} mimesis {version('mimesis')} MIT; own lists CC0; "
        "code = kind:source; o: in the spelling list too"
    )
    lines = [head]
    for codes_in_row in sorted(shared):
        lines += [codes_in_row, " ".join(sorted(shared[codes_in_row]))]
    return zlib.compress("\n".join(lines).encode(), 9)


def _sources() -> Iterator[tuple[str, Iterable[str]]]:
    for kind, name in (("F", "first_names"), ("L", "last_names"), ("P", "municipalities"), ("A", "allowed")):
        lines = (HERE / "lexicon" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        yield f"{kind}:own", [word for line in lines if not line.startswith("#") for word in line.split()]
    from faker.providers import person

    for module in sorted(found.name for found in pkgutil.iter_modules(person.__path__) if found.ispkg):
        provider = importlib.import_module(f"{person.__name__}.{module}").Provider
        for attribute in sorted(dir(provider)):
            value = getattr(provider, attribute)
            if not isinstance(value, tuple | list | dict | set):
                continue
            if attribute.startswith(("first_name", "first_romanized")):
                yield "f:faker", map(str, value)
            elif attribute.startswith(("last_name", "last_romanized", "male_last", "unisex_last")):
                yield "l:faker", map(str, value)
    base = Path(str(_mimesis().__file__)).parent / "datasets"
    for path in sorted(base.glob("*/person.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        yield "f:mimesis", _strings(content.get("names", []))
        yield "l:mimesis", _strings(content.get("surnames", content.get("surname", [])))
    for path in sorted(base.glob("*/address.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        home = path.parent.name == "sv"
        yield "p:mimesis", _strings(content.get("city", []))
        if home:
            yield "t:mimesis", _strings(content.get("city", []))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _strings(part)
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)


def _forms(name: str) -> Iterator[str]:
    """Give the words of a name in lower case, with and without accents; only Latin letters, never a single one."""
    name = unicodedata.normalize("NFC", _latin(name.replace("’", "'")))
    for token in _TOKEN.findall(name):
        word = token.lower()
        if (
            len(word) < SHORTEST
            or word in _PARTICLES
            or not all("LATIN" in unicodedata.name(char, "") for char in word if char.isalpha())
        ):
            continue
        yield word
        plain = without_accents(word)
        if plain != word:
            yield plain


def _latin(name: str) -> str:
    """Write a Cyrillic, Greek, Georgian or Armenian name in Latin letters, roughly as passports do."""
    return "".join(_ROMAN.get(char, _ROMAN.get(char.lower(), char)) for char in name)


def without_accents(word: str) -> str:
    """Take the accents away, but not the dots and rings of Swedish letters."""
    kept = "åäö"
    return "".join(
        char
        if char in kept
        else "".join(part for part in unicodedata.normalize("NFD", char) if not unicodedata.combining(part))
        for char in word
    ).translate(_LETTERS)


def build_words() -> bytes:
    """Pack the ordinary words as a Bloom filter; about one strange word in a hundred is taken for one."""
    words = sorted(_ordinary(LONGEST_WORD) | _english() | _listed_places())
    size = len(words) * BITS
    bits = bytearray(size // 8 + 1)
    for word in words:
        for place in probes(word, size):
            bits[place >> 3] |= 1 << (place & 7)
    notice = (
        f"Swedish words after hunspell-sv {version('hunspell-sv')}, (c) 2003-15 Göran Andersson, LGPL-3.0-only; "
        f"English ones after faker {version('faker')} and mimesis {version('mimesis')}, MIT; "
        f"a Bloom filter of {len(words)} forms, {PROBES} probes; see words.LICENSE.txt"
    )
    return f"{size} {PROBES} {notice}\n".encode() + bytes(bits)


def probes(word: str, size: int) -> Iterator[int]:
    """Give the places of a word in the filter (lexheller/anonymity/lexicon.py looks there)."""
    digest = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=16).digest(), "little")
    first, second = digest & 0xFFFFFFFFFFFFFFFF, digest >> 64 | 1
    for number in range(PROBES):
        yield (first + number * second) % size


def _english() -> set[str]:
    """Give common words of English, which stands in many a report, and none of its names."""
    from faker.providers.lorem.en_US import Provider

    path = Path(str(_mimesis().__file__)).parent / "datasets" / "en" / "text.json"
    listed = json.loads(path.read_text(encoding="utf-8"))["words"]
    names = {form for code, words in _sources() if code[0] in "Ff" for word in words for form in _forms(word)}
    words = {*Provider.word_list, *_strings(listed)} - names
    return {word for word in words if word.isascii() and word.isalpha() and word.islower()}


def _listed_places() -> set[str]:
    """Give the places of the spelling list, with their capital; it says of them that somebody may live there."""
    lines = (_hunspell() / "sv_SE_expanded.dic").read_text(encoding="utf-8").splitlines()
    rows = (line.strip().partition("/") for line in lines)
    return {
        word
        for word, _, flags in rows
        if word.istitle() and word.isalpha() and len(word) > SHORTEST and set(flags.partition("\t")[0]) & PLACE_FLAGS
    }


def _hunspell() -> Path:
    return Path(sysconfig.get_path("data")) / "share" / "hunspell"


def _mimesis() -> ModuleType:
    import mimesis

    return mimesis


def _ordinary(longest: int) -> set[str]:
    base = _hunspell()
    rules = _suffixes((base / "sv_SE_expanded.aff").read_text(encoding="utf-8"))
    forms: set[str] = set()
    for line in (base / "sv_SE_expanded.dic").read_text(encoding="utf-8").splitlines():
        word, _, rest = line.strip().partition("/")
        if not (word.isalpha() and word.islower()):
            continue
        forms.add(word)
        for flag in rest.split(" ")[0].split("\t")[0]:
            for strip, add, condition in rules.get(flag, ()):
                if word.endswith(strip) and condition.search(word):
                    forms.add(word[: len(word) - len(strip)] + add)
    # A genitive is found through the word without its s.
    return {
        form
        for form in forms
        if SHORTEST <= len(form) <= longest and form.isalpha() and not (form.endswith("s") and form[:-1] in forms)
    }


def _suffixes(affixes: str) -> dict[str, list[tuple[str, str, "re.Pattern[str]"]]]:
    rules: dict[str, list[tuple[str, str, re.Pattern[str]]]] = defaultdict(list)
    for line in affixes.splitlines():
        parts = line.split()
        if len(parts) >= RULE_PARTS and parts[0] == "SFX":
            strip, add = ("" if part == "0" else part.partition("/")[0] for part in parts[2:4])
            rules[parts[1]].append((strip, add, re.compile(parts[4] + "$")))
    return rules


if __name__ == "__main__":
    sys.exit(main())
