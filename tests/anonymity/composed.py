"""Identifiers put together by chance: a label, a sign, groups, signs between them, what encloses them, a sentence.

Unlike the tables of forms, nobody chose these one by one, so that they meet what nobody thought of. Numbers come only
from the ranges reserved for tests.
"""

# ruff: noqa: E501 - tables of parts

import random
from collections.abc import Callable, Iterator

from lexheller.anonymity import Kind
from tests.anonymity.written import Row, parts

_GLUES = (
    " ",
    " ",
    " ",
    ": ",
    ": ",
    ":",
    " - ",
    " är ",
    " nr ",
    "=",
    ". ",
    ":\n",
    " (",
    "\t",
    " \u2013 ",
    " = ",
    "\u00a0",
    " : ",
)
_JOINS = (
    "-",
    "-",
    "-",
    " ",
    " ",
    "",
    "\u2013",
    " - ",
    " \u2013 ",
    "\u00a0",
    "\u2011",
    ".",
    "/",
    "- ",
    " -",
    "\u2212",
    "-\n",
    "\u200b-",
    "\u00ad-",
    "--",
)
_ENDS = (
    "",
    "",
    "",
    ".",
    ",",
    ";",
    "!",
    "?",
    ")",
    " tack",
    " /Anna",
    " (mamma)",
    ":",
    " \u2013 stämmer det?",
    "...",
    " etc",
    "\n",
    " el liknande",
    "*",
    "\u200b.",
)
_OPENS = ("", "", "", "", "(", '"', "”", "[", "*", "- ", "# ", "> ", "1) ", "nr 2: ", "• ")
_SENTENCES = (
    "Klienten väntar sedan i mars. {} Ingen ringer upp.", "Hej! {} Mvh en trött anhörig", "hon skrev {} på en lapp å sen hände inget", "Vi har försökt tre gånger ({}) utan svar.",
    "FK säger nej och AF säger nej. {}", "{} Det står så i beslutet.", "- {}\n- SIP saknas\n- ingen samordnar", "Handläggaren bad om {} men fick det aldrig.", "OBS {} OBS", "{}",
    "Fatima Yusuf, {}, har bytt handläggare fyra gånger.", "Efter mötet kl 13 den 5 maj 2024 fick vi {} av en kurator på plan 3.", "Namn: Okänd | {} | Åtgärd: ingen", "enl journal {} enl mamma annat",
)  # fmt: skip


def composed(seed: int, each: int = 150) -> Iterator[Row]:
    """Give so many texts of every kind, each with one identifier."""
    chance = random.Random(seed)
    for kind, make in _MAKERS.items():
        for _ in range(each):
            label, value = make(chance, parts(kind, chance))
            value = _disturbed(value, chance)
            lead = chance.choice(_OPENS)
            if label:
                glue = chance.choice(_GLUES)
                lead += (label.upper() if chance.random() < 0.1 else label) + glue
            before, _, after = chance.choice(_SENTENCES).partition("{}")
            before += lead
            after = chance.choice(_ENDS) + after
            yield Row(before + value + after, len(before), len(before + value), kind, f"{label}|{value}")


def _disturbed(value: str, chance: random.Random) -> str:
    """Now and then write digits in full width, or put in a sign that nobody sees, or break the line at a space."""
    luck = chance.random()
    if luck < 0.06:
        return "".join(chr(ord(char) + 0xFEE0) if char.isdigit() and char.isascii() else char for char in value)
    if luck < 0.12:
        place = chance.randrange(1, len(value))
        return value[:place] + chance.choice("\u200b\u200c\u2060\u00ad") + value[place:]
    if luck < 0.16 and " " in value:
        return value.replace(" ", "\n", 1)
    if luck < 0.22:
        return value.replace(" ", chance.choice("\u00a0\u202f\u2009"))
    return value


def _label(chance: random.Random, *labels: str) -> str:
    return chance.choice(labels)


def _number(chance: random.Random, of: dict[str, str]) -> tuple[str, str]:
    date = chance.choice(
        (
            "{a}",
            "{a}",
            "{c}{a}",
            "{c}{a}",
            "{y}{j}{m}{j}{d}",
            "{c}{y}{j}{m}{j}{d}",
            "{c} {a}",
            "{y} {m}{d}",
            "{c}{y} {m}{d}",
        )
    )
    end = chance.choice(
        (
            "{b}",
            "{b}",
            "{b}",
            "{b}",
            "{w}",
            "{b0}{b1} {b2}{b3}",
            "{b0}{b1}-{b2}{b3}",
            "{b0} {b1}{b2}{b3}",
            "{b0}{b1}{b2} {b3}",
        )
    )
    value = (date + chance.choice(_JOINS) + end).format(**of, j=chance.choice(("-", " ", ".", "/", "-")))
    labels = "pnr personnr personnummer Pers.nr Personnummer: id-nummer ID p-nr".split()
    return _label(
        chance, "", "", "", *labels, "sam.nr", "samordningsnr", "barnets personnummer", "hans nr", "med personnumret"
    ), value


def _reserve(chance: random.Random, of: dict[str, str]) -> tuple[str, str]:
    end = "".join(chance.choice(("T9C4", "TF07", "A1B2", "R2D9", "K7M1", "P0Q3", "TF12")))
    value = (
        chance.choice(("{c}{a}", "{c}{a}", "{a}", "{c}{y}-{m}-{d}")).format(**of)
        + chance.choice(("-", "-", "-", "\u2013", "+", " - ", "\u2011"))
        + end
    )
    return _label(chance, "", "", "reservnummer", "reservnr", "Reserv-id", "tillfälligt nummer", "res.nr"), value


def _phone(chance: random.Random, of: dict[str, str]) -> tuple[str, str]:
    code, rest = chance.choice(
        (
            ("070", "17406{x}"),
            ("070", "17406{x}"),
            ("0701", "7406{x}"),
            ("08", "465004{z}"),
            ("031", "39006{x}"),
            ("040", "62804{x}"),
            ("0980", "3192{k}"),
        )
    )
    rest = rest.format(**of)
    cuts = {
        8: ((3, 3, 2), (3, 2, 3), (2, 2, 2, 2), (4, 4), (8,)),
        7: ((3, 2, 2), (3, 4), (7,), (2, 2, 3), (1, 2, 2, 2)),
        6: ((2, 2, 2), (3, 3), (6,), (4, 2)),
        5: ((3, 2), (5,), (2, 3)),
        4: ((2, 2), (4,)),
    }
    groups, at = [], 0
    for size in chance.choice(cuts.get(len(rest), ((len(rest),),))):
        groups.append(rest[at : at + size])
        at += size
    home = chance.choice(
        ("{0}", "{0}", "{0}", "+46 {1}", "+46{1}", "+46 (0){1}", "0046{1}", "0046 {1}", "({0})", "+46(0){1}", "+46-{1}")
    ).format(code, code[1:])
    value = (
        home
        + chance.choice(("-", "-", "-", " ", "", "/", " - ", "\u2013", ".", " / ", "\u2011"))
        + chance.choice((" ", " ", " ", "", "-", ".", "\u00a0")).join(groups)
    )
    return _label(
        chance,
        "",
        "",
        "tel",
        "Tel.",
        "tfn",
        "mobil",
        "mob",
        "telefonnummer",
        "nås på",
        "ring",
        "sms",
        "swish",
        "hans nummer",
        "T",
        "jour",
        "Tfn dagtid",
    ), value


def _mail(chance: random.Random, _of: dict[str, str]) -> tuple[str, str]:
    name = chance.choice(
        ("anna.berg", "a.b83", "anna_berg", "ab-83", "anna", "Anna.Berg", "info.anna", "åsa.ö", "a+b", "1983anna")
    )
    at = chance.choice(
        (
            "@",
            "@",
            "@",
            "@",
            " @ ",
            "(at)",
            " (at) ",
            "[at]",
            " [at] ",
            " snabel-a ",
            "(a)",
            " at ",
            "\uff20",
            "@\u200b",
            " (snabel-a) ",
        )
    )
    host = chance.choice(
        ("example.org", "example.com", "mail.example.org", "kommun.example", "EXAMPLE.ORG", "sub-domain.example.com")
    )
    if at not in {"@", "\uff20", "@\u200b"} and chance.random() < 0.5:
        host = host.replace(".", chance.choice((" punkt ", "(dot)", " dot ", " . ", "[.]", " [dot] ")))
    return _label(chance, "", "", "", "mejl", "e-post", "Mail", "mejla", "epost till", "E-postadress"), name + at + host


def _account(chance: random.Random, _of: dict[str, str]) -> tuple[str, str]:
    if chance.random() < 0.45:
        scheme = chance.choice(("https://", "http://", "www.", "https://www.", "", "HTTPS://", "hxxps://"))
        host = chance.choice(
            ("example.org", "blogg.example", "facebook.com", "instagram.com", "maps.example.com", "kommun.example")
        )
        path = chance.choice(("/anna.b", "/u/83", "/p?id=12&x=y", "/annab/", "/#/a", "/grupper/991"))
        return _label(chance, "", "", "länk", "se", "profil", "kartlänk", "URL"), scheme + host + path
    handle = chance.choice(("annab_83", "anna.b83", "annab99", "a_berg", "mamma.83", "x_anna_x", "annaberg1983"))
    if chance.random() < 0.4:
        return _label(chance, "", "insta", "tiktok", "snap", "twitter", "hennes konto"), "@" + handle
    return _label(
        chance,
        "insta",
        "Instagram",
        "snapchat",
        "tiktok",
        "snap",
        "discord",
        "Facebook",
        "användarnamn",
        "kik",
        "telegram",
        "IG",
    ), handle


def _machine(chance: random.Random, of: dict[str, str]) -> tuple[str, str]:
    value = chance.choice(
        (
            "192.0.2.{oct}",
            "198.51.100.{oct}",
            "203.0.113.{oct}",
            "10.0.{oct}.1",
            "192.168.1.{oct}",
            "2001:db8::{oct}",
            "2001:db8:1:2::a",
            "fe80::1",
            "192.0.2.{oct}:8080",
            "192.0.2.{oct}/24",
            "2001:0db8:85a3:0000:0000:8a2e:0370:7334",
        )
    ).format(**of)
    return _label(chance, "", "", "IP", "ip-adress", "IP-nummer", "från", "inloggad från", "ip-adressen"), value


def _street(chance: random.Random, of: dict[str, str]) -> tuple[str, str]:
    name = chance.choice(
        (
            "Storgatan",
            "Ekvägen",
            "Björkstigen",
            "Norra Kungsgatan",
            "S:t Olofsgatan",
            "Smultronstigen",
            "Kvarnbacken",
            "Storg.",
            "Ringv.",
            "Stortorget",
            "Järnvägsgränd",
            "Lilla Nygatan",
            "Vasaplan",
            "ekvägen",
            "Hamnesplanaden",
            "Gustav Adolfs gata",
        )
    )
    number = of["n"] + chance.choice(("", "", "", "A", " B", "c", " d", "-" + of["n"], ":2"))
    tail = chance.choice(
        ("", "", "", "", ", lgh 1102", " lgh 1203", ", 2 tr", " nb", " vån 3", ", port B", " 3tr", ", ög")
    )
    return _label(
        chance,
        "",
        "bor på",
        "adress",
        "hemadress",
        "c/o Berg,",
        "flyttade till",
        "Besöksadress",
        "skriven på",
        "gatuadress",
        "på",
        "hembesök på",
    ), f"{name} {number}{tail}"


def _postal(chance: random.Random, of: dict[str, str]) -> tuple[str, str]:
    code = of["p3"] + chance.choice((" ", " ", " ", "", "\u00a0")) + of["d2"]
    return _label(
        chance, "postnr", "postnummer", "Ekvägen 3,", "Box 12,", "bor i", "postadress", "Storgatan 4 B,", "adress"
    ), chance.choice(("", "", "", "SE-", "S-")) + code


def _bank(chance: random.Random, of: dict[str, str]) -> tuple[str, str]:
    way = chance.choice("iiaaaabpc")
    if way == "i":
        return _label(chance, "", "IBAN", "iban-nr", "konto"), of[chance.choice(("iban", "iban4", "ibanw", "iban4"))]
    if way == "a":
        tail = chance.choice(
            (
                "{n7}",
                "{n3} {m3} {one}",
                "{n2} {n3} {m2}",
                "{n3} {m3} {n3}-{one}",
                "{n7}",
                "{n2}-{n3}-{m2}",
                "{n3}.{m3}.{one}",
            )
        )
        value = ("{cl}" + chance.choice(("-", "-", " ", ", ", " - ", "-{one}, ", "\u2013", ",", ".")) + tail).format(
            **of
        )
        return _label(
            chance,
            "konto",
            "kontonr",
            "kontonummer",
            "bankkonto",
            "kto",
            "Swedbank",
            "Nordea",
            "lönekonto",
            "utbetalning till konto",
            "fel konto",
            "kontot",
        ), value
    if way == "b":
        return _label(chance, "bg", "bankgiro", "BG", "bankgironr", "bg-nr"), chance.choice(
            ("{n3}-{m3}{one}", "{n3}{one}-{m3}{one}", "{n3} {m3}{one}", "{n3}{m3}{one}")
        ).format(**of)
    if way == "p":
        return _label(chance, "pg", "plusgiro", "PG", "plusgironummer"), chance.choice(
            ("{n2} {m2} {n2}-{one}", "{n3}{m3}-{one}", "{n3} {m3}-{one}", "{n2}{m2}{n2}{one}")
        ).format(**of)
    return _label(chance, "kort", "kortnummer", "bankkort", "visa"), of[chance.choice(("card", "card4"))]


def _plate(chance: random.Random, of: dict[str, str]) -> tuple[str, str]:
    new = chance.random() < 0.35
    tail = of["d2"] + chance.choice("ABCDEFGHJKLMNPRSTUWXYZ") if new else "123"
    value = of["xyz"] + chance.choice((" ", " ", " ", "", "", "-", "\u00a0")) + tail
    return _label(
        chance,
        "bil",
        "bilen",
        "regnr",
        "reg.nr",
        "registreringsnummer",
        "Volvo",
        "fordon",
        "p-tillstånd för",
        "skylt",
        "bil med regnummer",
        "hans moped",
        "mc",
        "husbil",
        "en röd Golf,",
        "släp",
    ), value


def _case(chance: random.Random, of: dict[str, str]) -> tuple[str, str]:
    value = chance.choice(
        (
            "{n4}/{yy}",
            "{n4}/20{yy}",
            "20{yy}/{n4}",
            "20{yy}-0{n4}",
            "SN 20{yy}/{n4}",
            "KS-20{yy}-{n4}",
            "{n6}",
            "{n8}",
            "20{yy}-SOC-{n4}",
            "{n5}-{yy}",
            "FK{n6}",
            "{n4}-{n4}",
            "AB-{n5}",
            "3.2.1-{n5}/20{yy}",
            "{n3}".replace("{n3}", "{n5}"),
        )
    ).format(**of)
    labels = (
        "dnr",
        "Dnr",
        "diarienr",
        "diarienummer",
        "ärende",
        "ärendenr",
        "ärendenummer",
        "målnr",
        "mål",
        "journalnr",
        "LMA-nummer",
        "dossiernr",
        "passnr",
        "pass",
        "referens",
        "ref",
        "Vår ref",
        "kundnr",
        "skadenr",
        "aktnr",
        "ärende-id",
        "OCR",
        "remissnr",
        "försäkringsnr",
        "avvikelsenr",
        "beslutsnr",
        "K-nummer",
        "polisanmälan",
    )
    return _label(chance, *labels), value


def _birth(chance: random.Random, of: dict[str, str]) -> tuple[str, str]:
    value = chance.choice(
        (
            "{c}{y}-{m}-{d}",
            "{c}{y}{m}{d}",
            "{y}{m}{d}",
            "{y}-{m}-{d}",
            "{d1} {month} {c}{y}",
            "{d1}/{m1} {c}{y}",
            "{d1}/{m1}-{y}",
            "den {d1} {month} {c}{y}".replace("den ", ""),
            "{d1} {mon} {c}{y}",
            "{d}.{m}.{c}{y}",
            "{d1}.{m1}.{c}{y}",
            "{c}{y}.{m}.{d}",
            "{c}{y}/{m}/{d}",
            "{d1} {month} -{y}",
        )
    ).format(**of)
    return _label(
        chance,
        "född",
        "född",
        "född den",
        "Född",
        "f.",
        "f",
        "födelsedatum",
        "födelsedag",
        "fd",
        "född i Umeå",
        "hon föddes",
        "sonen född",
        "födelsetid",
        "DOB",
    ), value


_MAKERS: dict[Kind, Callable[[random.Random, dict[str, str]], tuple[str, str]]] = {
    Kind.PERSONNUMMER: _number,
    Kind.SAMORDNINGSNUMMER: _number,
    Kind.RESERVNUMMER: _reserve,
    Kind.PHONE: _phone,
    Kind.EMAIL: _mail,
    Kind.URL: _account,
    Kind.IP: _machine,
    Kind.ADDRESS: _street,
    Kind.POSTAL_CODE: _postal,
    Kind.BANK: _bank,
    Kind.PLATE: _plate,
    Kind.CASE_NUMBER: _case,
    Kind.DATE_OF_BIRTH: _birth,
}
