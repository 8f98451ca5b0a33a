"""Forms as they come out of other programs: exports, scans, chats, mail heads; written after all the other sets.

⟦ and ⟧ mark the identifier when words around it belong to the form.
"""
# ruff: noqa: E501, Q003 - tables of forms, one row a kind

from lexheller.anonymity import Kind

_NUMBER = (
    "Pers-/orgnr: ⟦{a}-{b}", "person-id={c}{a}{b}".replace("={c}", "=⟦{c}"), "\"pnr\": \"⟦{c}{a}-{b}⟧\"", "<pnr>⟦{c}{a}{b}⟧</pnr>", "P:⟦{a}-{b}", "Pat.nr ⟦{c}{a}-{b}", "({a}-{b})(M)".replace("({a}-{b})", "(⟦{a}-{b}⟧)"), "{a}-{b}, K".replace(", K", "⟧, K"), "⟦{a}-{b}⟧ (tolk)", "ID-handling: ⟦{c}{a}-{b}", "⟦{c} {y} {m} {d} {b}",
    "⟦{a}\r\n-{b}", "{c}{y}\u2013{m}\u2013{d}\u2013{b}", "{c}{y}. {m}. {d}. {b}", "{y}-{m}-{d}\u00a0{b}", "{c}{a}\u2007{b}", "{a}\u2212\n{b}", "{c}{a}\u200b\u2013\u200b{b}", "''{a}-{b}''", "mors pnr: ⟦{a} -{b}", "ang ⟦{a}{b}⟧!", "re⟦{a}-{b}", "⟦{a}-{b}⟧barn1", "Akt⟦{c}{a}{b}⟧.zip", "2024-05-02;⟦{a}{w}⟧;AF", "⟦{a}-{w}⟧ / 070-174 06 15", "{wide_a} {wide_b}", "{a}\uff0d{b}", "{c}{a} - {b0}{b1}{b2}{b3}", "{a}–{b0}{b1}{b2}\n{b3}",
)  # fmt: skip

FORMS: dict[Kind, tuple[str, ...]] = {
    Kind.PERSONNUMMER: _NUMBER,
    Kind.SAMORDNINGSNUMMER: _NUMBER[::2],
    Kind.RESERVNUMMER: ("Reserv: ⟦{c}{a}-T9C4", "<id>⟦{c}{a}-TF02⟧</id>", "reservnr;⟦{c}{a}-R2D9⟧;", "{c}{a}-T9C4/Akuten".replace("/", "⟧/"), "{c}{y}-{m}-{d} T9C4", "(reserv {c}{a}-A1B2)".replace("reserv ", "reserv ⟦").replace(")", "⟧)"), "⟦{c}{a}-T9C4⟧.pdf", "RESERVNUMMER⟦{c}{a}TF12", "temp.nr ⟦{c}{a}-T9C4", "{c}{a}\u2010T9C4", "{c}{a}\u2212TF01"),
    Kind.PHONE: ("Tfn: ⟦070-174 06 {x}⟧, arbete", "<tel>⟦07017406{x}⟧</tel>", "\"telefon\":\"⟦+467017406{x}⟧\"", "Telefon (hem) ⟦031-390 06 {x}", "mob.nr ⟦070-174 06 {x}", "tel/sms ⟦070-17406{x}", "Från: ⟦+46 70-174 06 {x}", "Missat samtal ⟦+46701740 6{x}", "⟦070-174 06 {x}⟧ (svarar ej)", "⟦070-174 06 {x}⟧/mamma", "0702?".replace("0702?", "⟦0701 74 06{x}"), "hon: ⟦08-465 00 4{z}", "08-46500 4{z}", "08 - 46 500 4{z}", "⟦08-465 004 {z}⟧ ankn 12", "växel ⟦040-628 04 {x}", "direkt ⟦0980-319 2{k}", "(+46)31-390 06 {x}", "0046(0)8 465 004 {z}", "tel:+46-8-465-004-{z}".replace("tel:", "tel:⟦"), "+46\u00a0(0)70\u2011174\u00a006\u00a0{x}", "070\u2013174\u200906\u2009{x}", "070.174 06 {x}", "070- 174-06-{x}", "\uff0b46 70 174 06 {x}", "Ring⟦07017406{x}", "nr 1: ⟦070-174 06 {x}", "+47 22 85 5{f}", "+252-61-555-0{f}", "+963 944 555{f}"),
    Kind.EMAIL: ("Från: Anna <⟦anna.b@example.org⟧>", "Till: ⟦soc@kommun.example⟧; kopia", "\"epost\":\"⟦a.b@example.com⟧\"", "anna.b@example.org>", "[mailto:⟦anna@example.org⟧]", "anna.b@example.org\nskrev:".replace("\n", "⟧\n"), "e-post ⟦anna.b@example.org⟧/tel", "anna.b@ex-ample.co.uk", "anna.b@example.org?subject=x".replace("?", "⟧?"), "annas mejl anna(punkt)b(snabel-a)example(punkt)org".replace("mejl anna", "mejl ⟦anna"), "anna.b snabel-a example punkt com", "ANNA.B(AT)EXAMPLE.ORG", "anna[dot]b[at]example[dot]org", "anna.b\u200b@\u200bexample.org", "anna.b@example.org\u00a0"),
    Kind.URL: ("Hämtat från ⟦https://example.org/forum/t/991", "<⟦https://example.org/x⟧>", "\"url\":\"⟦https://example.org/anna⟧\"", "webb: ⟦www.example.org/anna", "fb.com/⟦annab.9", "@⟦anna_b83⟧:", "Insta⟦@annab83", "Instagram-profil: ⟦anna_b83", "snapchat ID ⟦annab83", "tiktokkonto ⟦@anna.b", "discord: ⟦anna#1234", "t.me/⟦annab83", "https://⟦example.org/a?namn=anna", "instagram.com/p/⟦AbC12", "m.youtube.com/⟦watch?v=abc"),
    Kind.IP: ("X-Originating-IP: [⟦192.0.2.{oct}⟧]", "client=⟦198.51.100.{oct}", "\"ip\":\"⟦203.0.113.{oct}⟧\"", "192.0.2.{oct} - -".replace(" - -", "⟧ - -"), "IP {oct}".replace("{oct}", "⟦192.0.2.{oct}"), "2001:db8:0:12::{d2}", "ip6 ⟦2001:db8::ab", "(⟦2001:db8:9::1⟧)", "Received: from ⟦192.0.2.{oct}", "http://⟦192.0.2.{oct}⟧:8080/"),
    Kind.ADDRESS: ("Gatuadress: ⟦Storgatan {n} B", "\"adress\":\"⟦Ekvägen {n}⟧\"", "Bostad;⟦Ekvägen {n} lgh 1101⟧;", "Adr. ⟦Ekvägen {n}", "adr: ⟦Kungsg. {n}", "Utdelningsadress ⟦Norra Ringvägen {n}", "Hämtas på ⟦Ekvägen {n}", "från ⟦Ekvägen {n}⟧ till sjukhuset", "⟦Ekvägen {n}⟧, port 3", "hemtjänst ⟦Ekvägen {n}⟧ kl 8", "EKVÄGEN {n}A", "Ekvägen\u00a0{n}", "Ekvägen {n}-{n}", "Strandgatan {n}, våning 2", "Tallåsvägen {n}b", "Prästgatan {n} uppg. A", "Fabriksgatan {n}:s trapphus".replace(":s", "⟧:s"), "Lugnets allé {n}", "Mårten Krakowgatan {n}", "Östra Esplanaden {n}", "fastighet ⟦Hovby 3:{n}", "Boxadress: ⟦Box {n4}", "dörrkod=⟦{n4}", "c/o Ek, ⟦Ekvägen {n}"),
    Kind.POSTAL_CODE: ("Postnr/ort ⟦{p3} {d2}⟧ Kiruna", "\"postnr\":\"⟦{p3}{d2}⟧\"", "Ekvägen 3 · ⟦{p3} {d2}⟧ KIRUNA", "Postadress: ⟦{p3} {d2}⟧ Kiruna", "⟦SE-{p3} {d2}⟧ Kiruna", "({p3} {d2} Kiruna)".replace("({p3} {d2}", "(⟦{p3} {d2}⟧"), "postnummer;⟦{p3}{d2}⟧;", "{p3}\u00a0{d2}\u00a0Kiruna".replace("\u00a0Kiruna", "⟧\u00a0Kiruna"), "Ort: Kiruna ⟦{p3} {d2}", "post: ⟦{p3} {d2}⟧ Kiruna"),
    Kind.BANK: ("Kontonummer;⟦{cl}-{n7}⟧;", "\"konto\":\"⟦{cl}{n7}⟧\"", "Mottagarkonto: ⟦{cl} {n7}", "till konto {cl} ⟦{n7}", "Utbet. till ⟦{cl}-{n7}", "clearing/konto ⟦{cl} / {n7}", "IBAN={iban}".replace("={", "=⟦{"), "{iban4}\u00a0", "Bankgiro nr ⟦{n3}-{m3}{one}", "BG/PG ⟦{n3}{one}-{m3}{one}", "plusgirokonto ⟦{n2} {m2} {n2}-{one}", "kortnr. ⟦{card4}", "Bank: Nordea, konto ⟦{cl} {n2} {n3} {m2}", "hyran dras från ⟦{cl}-{n3} {m3} {one}⟧ (SEB)", "överförmyndarens konto ⟦{cl}-{n7}"),
    Kind.PLATE: ("Regnr;⟦{xyz}123⟧;", "\"regnr\":\"⟦{xyz}12K⟧\"", "Fordon: ⟦{xyz} 123⟧, grå", "registreringsnr ⟦{xyz} 12A", "bilens nummer är ⟦{xyz} 123", "en Skoda ⟦{xyz}123", "p-skiva {xyz} 123".replace("{xyz}", "⟦{xyz}"), "felparkerad {xyz} 45B".replace("{xyz}", "⟦{xyz}"), "{xyz}\u2009123", "bil ⟦{xyz}123⟧ (leasing)", "Volvo V60, ⟦{xyz} 12L", "körde ⟦{xyz}-123"),
    Kind.CASE_NUMBER: ("Diarienummer;⟦20{yy}/{n4}⟧;", "\"dnr\":\"⟦SN 20{yy}/{n4}⟧\"", "Ärende-ID: ⟦AB{n6}", "Dnr (⟦{n4}-20{yy}⟧)", "Ert dnr: ⟦20{yy}-{n5}", "Målnummer: ⟦{n4}-{yy}", "Mål T {n4}-{yy}".replace("T ", "⟦T "), "Vår beteckning ⟦{n6}/{yy}", "Referens/OCR ⟦{n8}12", "Journalnummer;⟦{n6}⟧;", "LMA-kort: ⟦{n8}", "Passnummer (⟦{n8}⟧)", "Dossier: ⟦12-{n6}", "K-nr ⟦5000-K{n6}-{yy}", "polisens ⟦5000-K{n5}-{yy}", "avvikelse ⟦20{yy}-{n5}", "beslutsnr: ⟦{n6}", "HSN/20{yy}-{n4}", "20{yy}-IFO-{n4}", "KFM: ⟦U-{n5}-{yy}", "skade-ID ⟦{n8}", "FK:s ärende ⟦{n8}", "handläggningsnr ⟦{n6}", "AF-ärende ⟦AF-20{yy}/{n4} {n4}".replace(" {n4}", ""), "IVO ⟦3.5.1-{n5}/20{yy}"),
    Kind.DATE_OF_BIRTH: ("Födelsedatum;⟦{c}{y}-{m}-{d}⟧;", "\"fodd\":\"⟦{c}{y}-{m}-{d}⟧\"", "Född: ⟦{d1} {month} {c}{y}", "född den {d1}:e {month} {c}{y}".replace("{d1}", "⟦{d1}"), "f. ⟦{d1}/{m1} -{y}", "(f. ⟦{c}{y}-{m}-{d}⟧, man)", "född på sjukhus ⟦{d1} {month} {c}{y}", "fdd ⟦{y}{m}{d}", "Födelsetid ⟦{c}{y}{m}{d}", "pnr ⟦{y}{m}{d}-XXXX", "pnr ⟦{c}{y}{m}{d}****", "⟦{y}{m}{d}-xxxx⟧ man", "hen är född ⟦{d}.{m}.{c}{y}", "fyller 18 år ⟦{d1} {month}", "födelsedag: ⟦{d1}/{m1}", "born ⟦{en} {d1}, {c}{y}", "DOB ⟦{c}{y}-{m}-{d}", "dottern, född ⟦{c}{y}{m}{d}", "född ⟦{d1} {mon} {c}{y}"),
}  # fmt: skip

_ANY = (
    "Exporterat: {}", "Kund {} saknar ombud.", "hej igen, {} var det ja", "Anteckning 3/5: {} uteblev.", "Vidarebefordrat\n> {}\n> mvh", "Ärendet avser {} och inget annat.", "Läkaren skrev {} i fel journal.", "[10:42] Mamma: {}", "Sida 1 av 3 {} Utskrift", "{}",
)  # fmt: skip
CARRIERS: dict[Kind, tuple[str, ...]] = {
    **dict.fromkeys(FORMS, _ANY),
    Kind.ADDRESS: (
        "Exporterat: {}",
        "hon bor på {} nu",
        "Anteckning: {} besökt.",
        "[10:42] Mamma: {}",
        "Läkaren åkte till {} förgäves.",
    ),
    Kind.PLATE: ("Exporterat: {}", "Bilen är {} säger hon.", "[10:42] Polis: {}", "Parkeringen nekades för {}."),
    Kind.POSTAL_CODE: ("Exporterat: {}", "Bor i {} sedan maj.", "[10:42] Mamma: {}", "Adress {}."),
    Kind.DATE_OF_BIRTH: (
        "Exporterat: {}",
        "Klienten är {} och väntar.",
        "[10:42] Mamma: {}",
        "Barnet, {}, saknar plats.",
    ),
}
