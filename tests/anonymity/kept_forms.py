"""Forms as they are kept: in plans, minutes, referrals, decisions and lists of children; half of them dates of birth.

Written after the rules had been mended on what is told in casework. ⟦ and ⟧ mark the identifier when words around it
belong to the form.
"""
# ruff: noqa: E501 - tables of forms, one row a kind; the odd signs are the point

from lexheller.anonymity import Kind

_BORN = (
    "Namn: Klient A, född: ⟦{c}{y}-{m}-{d}", "Barn: flicka född ⟦{y}{m}{d}", "Syskon: f. ⟦{y}{m}{d}⟧ och yngre", "Vårdnadshavare 1 (f. ⟦{c}{y}-{m}-{d}⟧)", "Avser: man, född ⟦{c}{y}-{m}-{d}", "Den enskilde är född ⟦{d1} {month} {c}{y}", "Den enskildes födelsetid: ⟦{y}{m}{d}", "föds beräknat ⟦{d1} {month} {c}{y}", "BF ⟦{c}{y}-{m}-{d}", "beräknad förlossning ⟦{d1}/{m1} {c}{y}", "barnet väntas födas den ⟦{d1} {month}", "föddes med kejsarsnitt ⟦{d1} {month} {c}{y}", "barnet kom den ⟦{d1} {month} {c}{y}⟧ (förlossningen)".replace("kom den", "föddes den").replace(" (förlossningen)", ""), "är född {c}{y}, närmare bestämt ⟦{d1} {month}", "född {d1} {month} för {y} år sedan".replace("född ", "född ⟦").replace(" för", "⟧ för"), "född i Syrien år {c}{y} (⟦{d1} {month}⟧)".replace(" år {c}{y} (⟦{d1} {month}⟧)", " ⟦{d1} {month} {c}{y}"), "född ⟦{d1}:e {mon} {c}{y}", "född den ⟦{d}/{m} {c}{y}", "född ⟦{m}/{d}/{c}{y}", "född ⟦{d}-{mon}-{c}{y}", "född ⟦{d} {m} {c}{y}", "född ⟦{c}{y}.{m}.{d}", "född ⟦{c}{y}/{m}/{d}", "född ⟦{c}{y} {month} {d1}", "född ⟦{month} {d1}, {c}{y}", "Född\n⟦{d1} {month} {c}{y}", "Född: {c}{y}⟦{m}{d}".replace("{c}{y}⟦", "⟦{c}{y}"), "FÖDD: ⟦{d1} {month} {c}{y}", "Födelsedatum för barnet: ⟦{c}{y}-{m}-{d}", "Födelsedatum enligt folkbokföringen: ⟦{c}{y}-{m}-{d}", "Födelsedatum (enligt LMA): ⟦{c}{y}-{m}-{d}", "Födelsedatum okänt, uppskattat till ⟦{c}{y}-{m}-{d}", "Födelsedatum = ⟦{c}{y}{m}{d}", "Födelsedatum - ⟦{c}{y}-{m}-{d}", "Födelsedatum – ⟦{d1} {month} {c}{y}", "Födelsedatum……⟦{c}{y}-{m}-{d}", "födelsedatum är antagligen ⟦{c}{y}-{m}-{d}", "vars födelsedatum är ⟦{d1}/{m1} {c}{y}", "uppgav ⟦{c}{y}-{m}-{d}⟧ som födelsedatum", "anger ⟦{d1} {month} {c}{y}⟧ som sin födelsedag", "fick födelsedatumet ⟦{c}{y}-01-01⟧ vid registreringen".replace("-01-01", "-{m}-{d}"), "Födelsetid och kön: ⟦{y}{m}{d}⟧ M", "Född ⟦{c}{y}-{m}-{d}", "Föd: ⟦{y}{m}{d}", "Födelsedag ⟦{d1}.{m1}.{y}", "f. ⟦{d1}.{m1}.{c}{y}", "f.⟦{c}{y}-{m}-{d}", "f ⟦{d1} {mon} {y}", "f. ⟦{y}-{m}-{d}⟧ i Kabul", "f. den ⟦{d1} {month} {c}{y}", "* ⟦{d1}.{m1}.{c}{y}", "*{c}{y}-{m}-{d}".replace("*", "*⟦"), "(*⟦{c}{y}-{m}-{d}⟧)",
    "fyller 7 år i höst, ⟦{d1} {month}".replace(" i höst,", " den"), "fyllde nyss 50 (⟦{d1}/{m1}⟧)".replace("nyss 50 (⟦{d1}/{m1}⟧)", "50 den ⟦{d1}/{m1}"), "ska fylla 18 den ⟦{d1} {month}", "när hon fyllde 18, den ⟦{d1} {month}⟧, upphörde stödet", "dagen hon fyller 21, ⟦{d1} {month}", "hans 18-årsdag är ⟦{d1} {month}", "från 18-årsdagen ⟦{c}{y}-{m}-{d}", "till och med sin 20-årsdag (⟦{d1} {month}⟧)", "fyllde femtio ⟦{d1} {month}", "hinner fylla 66 den ⟦{d1} {month} i år".replace(" i år", "⟧ i år"), "blir myndig om två veckor, den ⟦{d1} {month}", "har namnsdag och födelsedag ⟦{d1} {month}", "födelsedagen ⟦{d1}/{m1}⟧ firades på avdelningen", "födelsedagskalas ⟦{d1}/{m1}", "uppvaktades på födelsedagen, ⟦{d1} {month}", "på sin födelsedag ⟦{d1}/{m1}",
    "Pnr: ⟦{y}{m}{d}⟧-....", "pnr ⟦{y}{m}{d}⟧ – sista fyra okända", "personnr ⟦{y}{m}{d}⟧ + fyra siffror", "Personnummer ⟦{c}{y}{m}{d}⟧ (ofullständigt)", "personnummer: ⟦{y}{m}{d}⟧/---".replace("/", "-"), "⟦{c}{y}{m}{d}⟧-0000".replace("-0000", "-XXXX"), "⟦{y}{m}{d}⟧-xxxx, kvinna", "kvinna, ⟦{y}{m}{d}⟧-xxxx", "id: ⟦{y}{m}{d}⟧-xxxx", "personnumrets datumdel är ⟦{c}{y}-{m}-{d}", "saknar fyra sista, har ⟦{y}{m}{d}", "de fyra sista saknas (⟦{y}{m}{d}⟧)", "endast datumdelen ⟦{y}{m}{d}⟧ i personnumret",
    "pojke ⟦{y}{m}{d}", "flicka -{y}, född ⟦{d1}/{m1}", "hustrun (född ⟦{d1} {mon} {c}{y}⟧)", "sambon, f. ⟦{d1}/{m1} -{y}", "syster f. ⟦{c}{y}-{m}-{d}", "morfar, född ⟦{d1} {month} {c}{y}⟧, är kontaktperson", "tre barn, födda ⟦{c}{y}-{m}-{d}", "barnen f. ⟦{y}{m}{d}", "eleven (⟦{c}{y}-{m}-{d}⟧)", "eleven, ⟦{y}{m}{d}⟧, årskurs 8", "pat f ⟦{y}{m}{d}", "Pat, ⟦{c}{y}{m}{d}⟧, kvinna", "brukare född ⟦{d1}/{m1} {c}{y}", "deltagare ({y}{m}{d})".replace("({y}{m}{d}", "(⟦{y}{m}{d}⟧"), "hon (⟦{c}{y}-{m}-{d}⟧)", "kvinna 45 år (⟦{d1}/{m1} {c}{y}⟧)".replace("45 år (", "f (").replace(" f (⟦{d1}/{m1} {c}{y}⟧)", " f. ⟦{d1}/{m1} {c}{y}"),
    "date of birth is ⟦{en} {d1}, {c}{y}", "Date of Birth (dd/mm/yyyy): ⟦{d}/{m}/{c}{y}", "born the ⟦{d1}th of {en} {c}{y}", "he was born on ⟦{d}.{m}.{c}{y}", "she was born in Kabul on ⟦{d1} {en} {c}{y}", "birthday: ⟦{d1} {en}", "BIRTH DATE: ⟦{d} {en} {c}{y}", "DOB ⟦{m}/{d}/{c}{y}", "Fødselsdag: ⟦{d1}. {month} {c}{y}".replace("{d1}. {month}", "{d}.{m}."), "f. ⟦{d1}. {mon} {c}{y}", "geboren am ⟦{d}.{m}.{c}{y}", "Geburtstag: ⟦{d}.{m}.{c}{y}", "Syntymäpäivä: ⟦{d1}.{m1}.{c}{y}", "née le ⟦{d}-{m}-{c}{y}", "nacida el ⟦{d}/{m}/{c}{y}", "ur. ⟦{d}.{m}.{c}{y}", "doğum tarihi: ⟦{d}.{m}.{c}{y}", "rođena ⟦{d1}.{m1}.{c}{y}", "data nașterii ⟦{d}.{m}.{c}{y}",
)  # fmt: skip
_NUMBER = (
    "Avser pnr ⟦{c}{a}-{b}", "pers.nr: ⟦{a}-{b}", "personnr: ⟦{c}{y}-{m}-{d}-{b}", "P-nummer ⟦{a}-{b}", "({c}{a}{b})", "Patient-ID ⟦{c}{a}{b}", "Klient: ⟦{a}-{b}⟧ K", "barnets personnummer, ⟦{c}{a}-{b}", "⟦{a}-{b}⟧ resp. mamma", "Personnummer 12 siffror: ⟦{c}{a}{b}", "scan_⟦{c}{a}-{b}⟧_1.pdf", "{c}{a}{b};", '"{a}-{b}"', "{a}-{b}/", "pnr{a}-{b}".replace("pnr", "pnr⟦"), "{c}{y} {m} {d}-{b}", "{y}.{m}.{d}-{b}", "{c}{a}  {b}", "{a}\n{b}", "{a}-{b0}{b1} {b2}{b3}",
)  # fmt: skip

FORMS: dict[Kind, tuple[str, ...]] = {
    Kind.DATE_OF_BIRTH: _BORN,
    Kind.PERSONNUMMER: _NUMBER,
    Kind.SAMORDNINGSNUMMER: ("Samordningsnr ⟦{a}-{b}", "samordningsnumret är ⟦{c}{a}-{b}", "LMA, samnr ⟦{a}-{b}", *_NUMBER[::5]),
    Kind.RESERVNUMMER: ("reservnummer: ⟦{c}{a}-T9C4", "vårdas under ⟦{c}{a}-TF02", "(reservnr ⟦{c}{a}-R2D9⟧)"),
    Kind.PHONE: ("Telefon hem/mobil: ⟦070-174 06 {x}", "Tel. arb. ⟦08-465 004 {z}", "ring mig ⟦070 1740 6{x}", "återkom på ⟦070-174 06 {x}", "God man nås på ⟦031-390 06 {x}", "Skolans nummer till pappan, ⟦070-174 06 {x}", "Akut kontakt: ⟦0701740 6{x}", "hans telefon {x}".replace("{x}", "⟦070-17406{x}"), "mobilen, ⟦+46 70-174 06 {x}", "+46 (0)70 174 06 {x}", "+46 (0)70-17 40 6{x}", "+46 (0)7 01 74 06 {x}", "+46 (0) 701-740 6{x}", "(+46) 70 174 06 {x}", "+46.70.174.06.{x}", "0046-70-174 06 {x}", "070 17 40 6{x}", "070\u2011174\u201106\u2011{x}", "0 70-174 06 {x}", "08/465 004 {z}", "tel 465 004 {z} (08)".replace("465 004 {z} (08)", "⟦08-46 500 4{z}"), "+48 22 555 0{f}", "+355 69 200 0{f}", "+964 770 000 0{f}"),
    Kind.EMAIL: ("Mejladress: ⟦kim.dal@example.org", "svara till kim.dal@example.org!".replace("till ", "till ⟦").replace("!", "⟧!"), "e-post;⟦kim@example.com⟧;", "kim_dal-84@post.example.net", "kim.dal (at) example (punkt) org", "kim.dal@example,org", "cc ⟦kim.dal@example.org⟧, hc", "<kim.dal@example.org>"),
    Kind.URL: ("Facebookprofil ⟦facebook.com/kim.dal.84", "länk till inlägg: ⟦https://www.example.org/p/884", "insta: ⟦@kim_dal84", "på Snapchat som ⟦kimdal84", "www.kimdal.example", "example.org/~kimdal", "tiktok.com/@kimdal84", "discord ⟦kimdal84"),
    Kind.IP: ("IP: ⟦192.0.2.{oct}", "från IP-adressen ⟦203.0.113.{oct}", "server 198.51.100.{oct}".replace("server ", "server ⟦"), "2001:db8:4::{d2}"),
    Kind.ADDRESS: ("Hemadress: ⟦Kvarnbacken {n}", "Besöksadress ⟦Kvarngatan {n} A", "Vistelseadress: ⟦Kvarnstigen {n}", "är folkbokförd Kvarngatan {n}".replace("förd ", "förd ⟦"), "lägenhet på ⟦Kvarnvägen {n}", "Kvarnvägen {n} B nb", "Kvarnvägen {n}, lgh 1302", "Kvarnvägen {n} 2tr", "Kvarng. {n}C", "Lilla Kvarngatan {n}", "Nya Kvarnvägen {n} D", "Prästens väg {n}", "Adress: ⟦Åsen {n}", "Adress: ⟦Lid {n}", "Kvarnliden {n}", "Kvarntorpsvägen {n}", "Rågången {n}", "Storskogen {n}", "Hallonvägen {n}:1".replace(":1", ""), "Box {n4}", "Kvarnby 4:{n}", "c/o Dal, ⟦Kvarnvägen {n}", "Sankt Olofsgatan {n}B", "Drottning Kristinas väg {n}"),
    Kind.POSTAL_CODE: ("Postnr ⟦{p3} {d2}⟧", "⟦{p3} {d2}⟧ Ludvika", "⟦{p3}{d2}⟧ Ludvika", "postort: ⟦{p3} {d2}⟧ Ludvika", "SE-{p3} {d2} Ludvika".replace("SE", "⟦SE").replace(" Lud", "⟧ Lud"), "Kvarnvägen 3 (⟦{p3} {d2}⟧ Ludvika)"),
    Kind.BANK: ("Konto för utbetalning: ⟦{cl}-{n7}", "Clearing {cl} konto {n7}".replace("ing ", "ing ⟦"), "bankgiro ⟦{n3}-{m3}{one}", "plusgiro: ⟦{n2} {m2} {n2}-{one}", "kontonr hos ICA Banken ⟦{cl} {n7}", "IBAN {iban4}".replace("IBAN ", "IBAN ⟦"), "autogiro från ⟦{cl}-{n7}", "kortet ⟦{card4}"),
    Kind.PLATE: ("Regnr: ⟦{xyz} 12B", "bil {xyz}123 på gården".replace("bil ", "bil ⟦").replace(" på", "⟧ på"), "fordon med registreringsnummer ⟦{xyz}123", "{xyz} 12C", "en röd Volvo, ⟦{xyz} 123", "bilens regnr, ⟦{xyz}45D", "parkeringsbot på ⟦{xyz} 123", "{xyz} 123"),
    Kind.CASE_NUMBER: ("Diarienr: ⟦SN {n4}/20{yy}", "Vårt dnr ⟦20{yy}-{n4}", "Ert ärende: ⟦{n8}", "mål ⟦{n4}-{yy} E", "mål nr ⟦B {n4}-{yy}", "Förvaltningsrättens mål nr ⟦{n4}-{yy}", "Tingsrätten, mål T {n4}-{yy}".replace("mål ", "mål ⟦"), "LVM-mål ⟦{n4}-{yy}", "vårdnadsmål ⟦T {n4}-{yy}", "polisanmälan ⟦5000-K{n6}-{yy}", "K-nr {n6}-{yy}".replace("K-nr ", "K-nr ⟦"), "åklagarnummer ⟦AM-{n6}-{yy}", "FK:s ärende-id ⟦{n8}", "AF: ärende ⟦{n8}", "SN §-ärende 20{yy}-{n4}".replace("SN §-ärende ", "SN-ärende ⟦"), "journal-id ⟦{n8}", "remiss nr ⟦{n8}", "LMA-kortnummer ⟦{n8}", "Migrationsverkets dossiernummer ⟦{n8}", "passnummer ⟦{n8}", "kundnr ⟦{n8}", "fakturanummer ⟦{n8}", "OCR-nummer ⟦{n8}1", "avvikelse nr ⟦{n6}", "lex Maria, dnr ⟦HSN 20{yy}-{n4}", "beteckning: ⟦{n6}-{yy}", "aktnr ⟦{n6}", "personakt nr ⟦{n6}", "skadenummer ⟦{n8}", "medlems-nr ⟦{n6}"),
}  # fmt: skip

_ANY = (
    "Enligt planen: {}.",
    "{}",
    "Handläggaren läste upp {} men fick inget svar.",
    "Underlag saknas ({}).",
    "1. {}\n2. ny kontakt i maj",
    "Till mötet: {}, samordnare kallas.",
)
_TOLD = (
    "Enligt planen: {}.",
    "{}",
    "Ärendet gäller en ung person, {}, utan insats.",
    "1. {}\n2. ny kontakt i maj",
    "Till mötet: {}, samordnare kallas.",
)
_PLACE = (
    "Enligt planen: {}.",
    "{}",
    "Hon vräktes från {} i maj.",
    "1. {}\n2. ny kontakt i maj",
    "Hemtjänsten åker till {} varje dag.",
)
CARRIERS: dict[Kind, tuple[str, ...]] = {**dict.fromkeys(FORMS, _ANY), Kind.DATE_OF_BIRTH: _TOLD, Kind.ADDRESS: _PLACE}
