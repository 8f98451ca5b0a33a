"""Forms as they are said in ordinary reports, a third of them dates of birth; nothing here is odd on purpose.

Written after the rules had been mended on all the other sets, and before they were run on it. ⟦ and ⟧ mark the
identifier when words around it belong to the form.
"""
# ruff: noqa: E501 - tables of forms, one row a kind

from lexheller.anonymity import Kind

FORMS: dict[Kind, tuple[str, ...]] = {
    Kind.DATE_OF_BIRTH: (
        "en kvinna född ⟦{c}{y}-{m}-{d}", "mannen är född den ⟦{d1} {month} {c}{y}", "pojken föddes ⟦{d1} {month} {c}{y}", "klienten, född ⟦{y}{m}{d}⟧,", "född ⟦{d1}/{m1} {c}{y}", "född ⟦{d1}/{m1}-{y}", "f. ⟦{c}{y}-{m}-{d}", "f ⟦{y}{m}{d}", "(f. ⟦{y}{m}{d}⟧)", "(född ⟦{c}{y}{m}{d}⟧)", "(född ⟦{d1} {month} {c}{y}⟧)", "Född: ⟦{c}{y}-{m}-{d}", "Födelsedatum: ⟦{c}{y}-{m}-{d}", "födelsedatum ⟦{c}{y}{m}{d}", "Födelsedatum: ⟦{d1} {month} {c}{y}", "Födelsedata ⟦{y}{m}{d}", "födelsetid ⟦{c}{y}{m}{d}", "födelsedag ⟦{d1} {month}", "har födelsedag ⟦{d1}/{m1}", "hennes födelsedag är ⟦{d1} {month} {c}{y}", "fyller 18 den ⟦{d1} {month}", "fyller 65 år ⟦{d1}/{m1}", "fyllde 18 ⟦{d1} {month}", "fyllde nyligen 20, den ⟦{d1} {month}", "blir 18 den ⟦{d1} {month}", "blir myndig ⟦{d1} {month}", "på 18-årsdagen ⟦{d1} {month}", "dottern (född ⟦{c}{y}-{m}-{d}⟧)", "sonen, född ⟦{d1} {month} {c}{y}", "barnet föddes den ⟦{d1} {month} {c}{y}", "barnen, födda ⟦{c}{y}-{m}-{d}", "två barn, det äldsta fött ⟦{d1}/{m1} {c}{y}", "nyfödd ⟦{c}{y}-{m}-{d}", "förlossning den ⟦{d1} {month} {c}{y}", "pnr ⟦{y}{m}{d}⟧-XXXX", "personnummer ⟦{y}{m}{d}⟧-xxxx", "⟦{y}{m}{d}⟧-xxxx", "⟦{c}{y}{m}{d}⟧-XXXX", "personnummer börjar på ⟦{y}{m}{d}", "⟦{y}{m}{d}⟧ (sista fyra saknas)", "född i Mogadishu ⟦{c}{y}-{m}-{d}", "född i Syrien den ⟦{d1} {month} {c}{y}", "född år {c}{y}, den ⟦{d1} {month}", "född i ⟦{month} {c}{y}", "född på julafton {c}{y}".replace("på ", "på ⟦"), "född enligt Migrationsverket ⟦{c}{y}-{m}-{d}", "uppger sig vara född ⟦{d1} {month} {c}{y}", "date of birth: ⟦{c}{y}-{m}-{d}", "born ⟦{d1} {en} {c}{y}", "was born on ⟦{en} {d1}, {c}{y}", "DOB ⟦{c}{y}-{m}-{d}",
    ),
    Kind.PERSONNUMMER: ("{a}-{b}", "{c}{a}-{b}", "{a}{b}", "{c}{a}{b}", "pnr ⟦{a}-{b}", "personnummer ⟦{c}{a}-{b}", "(⟦{a}-{b}⟧)", "{y} {m} {d} {b}", "{a} {b}", "{a}-{w}", "{c}{y}-{m}-{d}-{b}", "{a}+{b}"),
    Kind.SAMORDNINGSNUMMER: ("samordningsnummer ⟦{a}-{b}", "{a}-{b}", "samordningsnr ⟦{c}{a}-{b}", "{c}{a}{b}"),
    Kind.RESERVNUMMER: ("reservnummer ⟦{c}{a}-T9C4", "{c}{a}-TF02"),
    Kind.PHONE: ("070-174 06 {x}", "tel ⟦070-174 06 {x}", "mobil 0701740 6{x}".replace("mobil ", "mobil ⟦"), "08-465 004 {z}", "031-390 06 {x}", "+46 70 174 06 {x}", "+46 (0)70-174 06 {x}", "0046 70 174 06 {x}", "telefonnummer ⟦040-628 04 {x}", "nås på ⟦070 174 06 {x}", "ring ⟦070-1740 6{x}", "sms till ⟦0701-74 06 {x}", "växel ⟦08-465 00 4{z}", "+47 900 12 {f}"),
    Kind.EMAIL: ("maja.ros@example.org", "mejl ⟦maja@example.com", "e-post: ⟦maja.ros84@post.example.org", "maja.ros (at) example.org", "<maja_ros@example.org>".replace("<", "<⟦").replace(">", "⟧>"), "maja.ros@kommun.example"),
    Kind.URL: ("https://www.example.org/maja", "www.example.org/forum/84", "facebook.com/maja.ros.84", "instagram ⟦@majaros84", "@majaros84"),
    Kind.IP: ("192.0.2.{oct}", "IP-adress ⟦198.51.100.{oct}", "2001:db8::{d2}"),
    Kind.ADDRESS: ("Lindvägen {n}", "Lindvägen {n} B", "Lindvägen {n}, lgh 1104", "Norra Lindgatan {n}", "Lindstigen {n}A", "Sankt Eriksgatan {n}", "Lindtorget {n}", "adress: ⟦Lindbacken {n}", "Lindvägen {n}, 2 tr", "c/o Ros, ⟦Lindvägen {n}", "Box {n4}", "Lindgränd {n} C", "Lindallén {n}", "Drottninggatan {n} nb", "Lindby 2:{n}"),
    Kind.POSTAL_CODE: ("⟦{p3} {d2}⟧ Vetlanda", "⟦{p3}{d2}⟧ Vetlanda", "postnummer ⟦{p3} {d2}", "SE-{p3} {d2} Vetlanda".replace("SE", "⟦SE").replace(" Vet", "⟧ Vet"), "Lindvägen 2, ⟦{p3} {d2}⟧ Vetlanda"),
    Kind.BANK: ("konto ⟦{cl}-{n7}", "kontonummer ⟦{cl} {n7}", "clearing ⟦{cl}, konto {n7}", "bankgiro ⟦{n3}-{m3}{one}", "plusgiro ⟦{n2} {m2} {n2}-{one}", "{iban4}", "IBAN ⟦{iban}", "kortnummer ⟦{card4}"),
    Kind.PLATE: ("{xyz} 123", "{xyz}12A", "bilen ⟦{xyz}123", "regnr ⟦{xyz} 12B", "registreringsnummer ⟦{xyz}123"),
    Kind.CASE_NUMBER: ("dnr ⟦SN 20{yy}/{n4}", "dnr ⟦20{yy}-{n5}", "diarienummer ⟦{n4}-20{yy}", "ärende ⟦{n8}", "ärendenummer ⟦20{yy}-{n4}", "mål ⟦T {n4}-{yy}", "mål nr ⟦{n4}-{yy}", "B {n4}-{yy}", "K-nummer ⟦5000-K{n6}-{yy}", "AM-{n6}-{yy}", "5000-K{n6}-{yy}", "LMA-kort ⟦{n8}", "dossiernummer ⟦{n8}", "journalnummer ⟦{n6}", "OCR ⟦{n8}1", "referens ⟦{n8}", "passnummer ⟦{n8}", "kundnummer ⟦{n8}", "remiss-id ⟦{n8}", "akt ⟦{n6}-{yy}"),
}  # fmt: skip

_ANY = (
    "Det gäller {} och ärendet är inte löst.",
    "{}",
    "Hon lämnade {} till handläggaren, men inget hände.",
    "Samtal 3/4: {}. Återkommer.",
    "Vi fick ({}) i receptionen.",
    "Mötet handlade om {}\nIngen från regionen kom.",
)
_TOLD = (
    "Det gäller {} och ärendet är inte löst.",
    "{}",
    "Anmälan avser en person, {}, som saknar bostad.",
    "Samtal 3/4: {}. Återkommer.",
    "Mötet handlade om {}\nIngen från regionen kom.",
)
_PLACE = (
    "Familjen flyttade till {} i våras.",
    "{}",
    "Hembesök på {} den 3 april.",
    "Samtal 3/4: {}. Återkommer.",
    "Hon hyr på {} sedan länge.",
)
CARRIERS: dict[Kind, tuple[str, ...]] = {**dict.fromkeys(FORMS, _ANY), Kind.DATE_OF_BIRTH: _TOLD, Kind.ADDRESS: _PLACE}
