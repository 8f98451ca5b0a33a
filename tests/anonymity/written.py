"""How do people write numbers, addresses and accounts? Every kind in many forms, in sentences that carry it.

`FIRST` was looked at while the rules were mended; the others were written afterwards, each with habits of its own. How
each fared on its first run is told in docs/anonymity.md; all of them are found now.
"""

import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lexheller.anonymity import Kind
from lexheller.anonymity.digits import luhn
from tests.anonymity import (
    asked_forms,
    born_forms,
    desk_forms,
    fresh_forms,
    half_forms,
    kept_forms,
    late_forms,
    noted_forms,
    relayed_forms,
    said_forms,
    told_forms,
    typed_forms,
    written_forms,
)

Forms = dict[Kind, tuple[str, ...]]
FIRST = (written_forms.FORMS, written_forms.CARRIERS)
SETS = {
    "first": FIRST,
    "fresh": (fresh_forms.FORMS, fresh_forms.CARRIERS),
    "typed": (typed_forms.FORMS, typed_forms.CARRIERS),
    "late": (late_forms.FORMS, late_forms.CARRIERS),
    "desk": (desk_forms.FORMS, desk_forms.CARRIERS),
    "relayed": (relayed_forms.FORMS, relayed_forms.CARRIERS),
    "noted": (noted_forms.FORMS, noted_forms.CARRIERS),
    "asked": (asked_forms.FORMS, asked_forms.CARRIERS),
    "told": (told_forms.FORMS, told_forms.CARRIERS),
    "kept": (kept_forms.FORMS, kept_forms.CARRIERS),
    "born": (born_forms.FORMS, born_forms.CARRIERS),
    "said": (said_forms.FORMS, said_forms.CARRIERS),
    "half": (half_forms.FORMS, half_forms.CARRIERS),
}


@dataclass(frozen=True)
class Row:
    """A text with one identifier in it."""

    text: str
    start: int
    end: int
    kind: Kind
    form: str

    @property
    def written(self) -> str:
        return self.text[self.start : self.end]


def rows(forms: Forms, carriers: Forms, seed: int, each: int = 4) -> Iterator[Row]:
    """Give every form of every kind in some of its sentences, with new numbers each time."""
    chance = random.Random(seed)
    for kind, written in forms.items():
        for form in written:
            for carrier in chance.sample(carriers[kind], min(each, len(carriers[kind]))):
                drawn = parts(kind, chance)
                value = form.format(**drawn)
                before, _, after = carrier.partition("{}")
                lead, _, value = value.rpartition("⟦")
                value, _, tail = value.partition("⟧")
                before, after = before + lead, tail + after
                yield Row(before + value + after, len(before), len(before + value), kind, form)


def parts(kind: Kind, chance: random.Random) -> dict[str, str]:
    """Give new numbers for the forms of a kind."""
    return _MAKERS.get(kind, _nothing)(chance)


def _nothing(chance: random.Random) -> dict[str, str]:
    letters = "ABCDEFGHJKLMNOPRSTUWXYZ"
    return {
        "n": str(chance.randint(1, 99)),
        "n4": f"{chance.randint(1000, 1899)}",
        "n5": f"{chance.randint(10000, 99999)}",
        "n6": f"{chance.randint(100000, 189999)}",
        "n8": f"{chance.randint(21000000, 99999999)}",
        "yy": f"{chance.randint(19, 25)}",
        "l": chance.choice("abcdef"),
        "L": chance.choice("ABCDEF"),
        "xyz": "".join(chance.choice(letters) for _ in range(3)),
        "d3": f"{chance.randint(0, 999):03}",
        "d2": f"{chance.randint(0, 99):02}",
        "p3": str(chance.choice([*range(120, 900, 7)])),
        "oct": str(chance.randint(1, 254)),
    }


def _born(chance: random.Random) -> dict[str, str]:
    year, month, day = chance.choice([*range(1931, 1999), *range(2010, 2020)]), chance.randint(1, 12), 0
    day = chance.randint(1, 28)
    months = "januari februari mars april maj juni juli augusti september oktober november december".split()
    english = "January February March April May June July August September October November December".split()
    return {
        "c": f"{year}"[:2], "y": f"{year}"[2:], "m": f"{month:02}", "d": f"{day:02}", "m1": str(month),
        "d1": str(day), "month": months[month - 1], "mon": months[month - 1][:3], "en": english[month - 1],
        "weekday": chance.choice("måndagen tisdagen lördagen".split()),
    }  # fmt: skip


def _number(chance: random.Random) -> dict[str, str]:
    return _with_end(_born(chance), chance, 0)


def _coordination(chance: random.Random) -> dict[str, str]:
    return _with_end(_born(chance), chance, 60)


def _with_end(born: dict[str, str], chance: random.Random, more: int) -> dict[str, str]:
    born["d"] = f"{int(born['d']) + more:02}"
    born["a"] = born["y"] + born["m"] + born["d"]
    start = born["a"] + f"{chance.randint(980, 999)}"
    end = next(digit for digit in "0123456789" if luhn(start + digit))
    born["b"] = start[6:] + end
    born["w"] = start[6:] + str((int(end) + 3) % 10)
    born |= {f"a{place}": char for place, char in enumerate(born["a"])}
    born |= {f"b{place}": char for place, char in enumerate(born["b"])}
    for name, zero in (("wide", "\uff10"), ("arabic", "\u0660"), ("persian", "\u06f0"), ("bold", "\U0001d7ce")):
        born[f"{name}_a"], born[f"{name}_b"] = (
            "".join(chr(ord(zero) + int(char)) for char in part) for part in (born["a"], born["b"])
        )
    born["sup_b"] = "".join("⁰¹²³⁴⁵⁶⁷⁸⁹"[int(char)] for char in born["b"])
    looks = str.maketrans("01", "Ol")
    born["look_a"], born["look_b"] = born["a"].translate(looks), born["b"].translate(looks)
    born["big_a"], born["big_b"] = (part.translate(str.maketrans("01", "OI")) for part in (born["a"], born["b"]))
    born["cyr_a"] = born["a"].translate(str.maketrans("0", "О"))  # noqa: RUF001 - the Cyrillic letter is the point
    born["zw"] = "\u200b".join(born["a"] + born["b"])
    born["spaced"] = " ".join(born["a"] + born["b"])
    return born


def _phone(chance: random.Random) -> dict[str, str]:
    last = f"{chance.randint(5, 99):02}"
    return {
        "x": last, "x0": last[0], "x1": last[1], "z": f"{chance.randint(4, 99):02}", "k": f"{chance.randint(0, 99):02}",
        "f": f"{chance.randint(100, 999)}",
        "ox": last.replace("0", "O"),
    }  # fmt: skip


def _bank(chance: random.Random) -> dict[str, str]:
    def iban(country: str, body: str) -> str:
        check = 98 - int("".join(str(int(char, 36)) for char in body + country + "00")) % 97
        return f"{country}{check:02}{body}"

    swedish = iban("SE", f"5000000005{chance.randint(1000000000, 9999999999)}")
    card = f"4571{chance.randint(10**10, 10**11 - 1)}"
    card += next(digit for digit in "0123456789" if luhn(card + digit))
    return {
        "iban": swedish,
        "iban4": " ".join(swedish[at : at + 4] for at in range(0, 24, 4)),
        "ibanw": swedish[:-1] + str((int(swedish[-1]) + 1) % 10),
        "ibanl": swedish.lower(),
        "de": iban("DE", f"37040044{chance.randint(10**9, 10**10 - 1)}"),
        "no": iban("NO", f"8601{chance.randint(10**6, 10**7 - 1)}"),
        "pl": iban("PL", f"10901014{chance.randint(10**15, 10**16 - 1)}"),
        "card": card,
        "card4": " ".join(card[at : at + 4] for at in range(0, 16, 4)),
        "cl": chance.choice(["9022", "5231", "6112", "3300", "1201", "8327", "9150", "9270"]),
        "n2": f"{chance.randint(10, 99)}",
        "n3": f"{chance.randint(100, 999)}",
        "m3": f"{chance.randint(100, 999)}",
        "m2": f"{chance.randint(10, 99)}",
        "n7": f"{chance.randint(1000000, 9999999)}",
        "one": str(chance.randint(0, 9)),
    }


_MAKERS: dict[Kind, Callable[[random.Random], dict[str, str]]] = {
    Kind.PERSONNUMMER: _number,
    Kind.SAMORDNINGSNUMMER: _coordination,
    Kind.RESERVNUMMER: _number,
    Kind.DATE_OF_BIRTH: _born,
    Kind.PHONE: _phone,
    Kind.BANK: _bank,
}


def letters(text: str) -> list[int]:
    """Give the places of the letters and digits, which are what may leak."""
    return [at for at, char in enumerate(text) if char.isalnum() and unicodedata.category(char) != "Cf"]
