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
import math
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

HERE = Path(__file__).resolve().parent
DATA = HERE.parent / "lexheller" / "anonymity" / "data"
NAMES, WORDS, SHAPES = "names.bin", "words.bin", "shapes.bin"
BUCKETS = 16381  # a prime; three letters fall into one of so many buckets
STEPS = 16  # of a byte for one unit of log-odds
SHORTEST, LONGEST_WORD = 2, 11
BITS, PROBES = 10, 7
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
    """Pack how much likelier three letters in a row are in names than in Swedish words and places, in log-odds."""
    ordinary = _ordinary()
    named: dict[str, set[str]] = defaultdict(set)
    for code, words in _sources():
        for word in words:
            for form in _forms(word):
                named[form].add(code[0])
    people = sorted(form for form, kinds in named.items() if kinds & set("FLfl") and form not in ordinary)
    others = sorted(ordinary) + sorted(form for form, kinds in named.items() if not kinds & set("FLfl")) * 5
    counts = [[1.0] * BUCKETS, [1.0] * BUCKETS]
    for side, words in enumerate((people, others)):
        for word in words:
            for bucket in buckets(word):
                counts[side][bucket] += 1
    sums = [sum(side) for side in counts]
    table = bytearray()
    for person, other in zip(*counts, strict=True):
        odds = math.log(person / sums[0]) - math.log(other / sums[1])
        table.append(min(255, max(0, round(odds * STEPS) + 128)))
    head = "Log-odds of three letters, names against words; counted over the sources of names.bin and words.bin\n"
    return head.encode() + bytes(table)


def buckets(word: str) -> Iterator[int]:
    """Give the buckets of a word's letters, three by three with its ends (lexheller/anonymity/lexicon.py does too)."""
    framed = f"^{word}$"
    for first, second, third in zip(framed, framed[1:], framed[2:], strict=False):
        yield (ord(first) * 7919 + ord(second) * 131 + ord(third)) % BUCKETS


def build_names() -> bytes:
    """Pack names, places and allowed words: a line says kind and source, the next the words that share them."""
    rows: dict[str, set[str]] = defaultdict(set)
    for code, words in _sources():
        for word in words:
            for form in _forms(word):
                rows[form].add(code)
    shared: dict[str, list[str]] = defaultdict(list)
    for form, codes in rows.items():
        shared[" ".join(sorted(codes))].append(form)
    head = f"faker {version('faker')} mimesis {version('mimesis')} MIT; own lists CC0; code = kind:source"
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
            if attribute.startswith("first_name"):
                yield "f:faker", map(str, value)
            elif attribute.startswith("last_name"):
                yield "l:faker", map(str, value)
    import mimesis

    base = Path(str(mimesis.__file__)).parent / "datasets"
    for path in sorted(base.glob("*/person.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        yield "f:mimesis", _strings(content.get("names", []))
        yield "l:mimesis", _strings(content.get("surnames", content.get("surname", [])))
    for path in sorted(base.glob("*/address.json")):
        content = json.loads(path.read_text(encoding="utf-8"))
        yield "p:mimesis", _strings(content.get("city", []))


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
    words = sorted(_ordinary())
    size = len(words) * BITS
    bits = bytearray(size // 8 + 1)
    for word in words:
        for place in probes(word, size):
            bits[place >> 3] |= 1 << (place & 7)
    notice = (
        f"Swedish words after hunspell-sv {version('hunspell-sv')}, (c) 2003-15 Göran Andersson, LGPL-3.0-only; "
        f"a Bloom filter of {len(words)} forms, {PROBES} probes; see words.LICENSE.txt"
    )
    return f"{size} {PROBES} {notice}\n".encode() + bytes(bits)


def probes(word: str, size: int) -> Iterator[int]:
    """Give the places of a word in the filter (lexheller/anonymity/lexicon.py looks there)."""
    digest = int.from_bytes(hashlib.blake2b(word.encode(), digest_size=16).digest(), "little")
    first, second = digest & 0xFFFFFFFFFFFFFFFF, digest >> 64 | 1
    for number in range(PROBES):
        yield (first + number * second) % size


def _ordinary() -> set[str]:
    base = Path(sysconfig.get_path("data")) / "share" / "hunspell"
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
        if SHORTEST <= len(form) <= LONGEST_WORD and form.isalpha() and not (form.endswith("s") and form[:-1] in forms)
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
