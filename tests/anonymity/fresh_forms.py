"""Forms and sentences written after the rules were mended; how they fared at first is told in docs/anonymity.md.

⟦ and ⟧ mark the identifier when words around it belong to the form.
"""
# ruff: noqa: E501, Q003 - tables of forms, one row a kind

from lexheller.anonymity import Kind

_NUMBER = (
    "{a} \u2013 {b}", "{c}{a} \u2014 {b}", "{c}{y} {m}{d} {b}", "{c} {y} {m} {d} {b}", "{y}/{m}/{d}-{b}", "{y}/{m}/{d} {b}",
    "{a}\ufe63{b}", "{a}\uff0d{b}", "\u2067{a}-{b}\u2069", "{a}\u200e-{b}", "{a}\ufeff{b}", "{a}- \n{b}", "{a}\n  - {b}", "{a} -\n{b}",
    "p.nr ⟦{a}-{b}", "Pers.nr: ⟦{a}-{b}", "personnummer=⟦{c}{a}{b}", "ssn ⟦{c}{a}{b}", "pnr⟦{a}{b}⟧ok", "⟦{a}-{b}⟧_slutlig.docx",
    "scan_⟦{a}{b}⟧_v2.pdf", "/arkiv/⟦{c}{a}-{b}⟧/", "tel 08-465 004 21, ⟦{a}-{b}", "⟦{a}-{b}⟧;070-174 06 33", "född ⟦{a}-{b}", "f. ⟦{c}{a}-{b}",
    "⟦{a}-{b}⟧ (44 år)", "45 år ⟦{a}-{b}", "1) ⟦{a}-{b}", "nr 4: ⟦{a}-{b}", "⟦{a}-{b}⟧ och 3 till", "⟦\"{a}-{b}\"", "⟦'{a}'-'{b}'", "⟦[{a}-{b}]", "⟦{{{a}-{b}}}",
    "⟦{a}-{w}", "⟦{c}{y}-{m}-{d}-{w}", "⟦{c}{a}+{b}", "⟦{a}\u2010{b}", "⟦{a}.-{b}", "⟦{a} /{b}", "⟦{a0} {a1} {a2} {a3} {a4} {a5} - {b0} {b1} {b2} {b3}",
    "⟦{a0}{a1}.{a2}{a3}.{a4}{a5}-{b}", "⟦{look_a} {look_b}", "⟦{c}{big_a}-{big_b}", "⟦{wide_a} {wide_b}", "⟦{c}{arabic_a}{arabic_b}", "5 st, ⟦{a}-{b}", "12000 kr ⟦{a}-{b}", "2024 ⟦{a}-{b}", "⟦{a}-{b}⟧ 2019",
)  # fmt: skip

FORMS: dict[Kind, tuple[str, ...]] = {
    Kind.PERSONNUMMER: _NUMBER,
    Kind.SAMORDNINGSNUMMER: _NUMBER,
    Kind.RESERVNUMMER: (
        "{c}{a}-A1B2", "{c}{a}-TF99", "{a}-K12L", "{c}{a}M4X7", "{c}{a} TF01", "{a}-tf12", "reservnummer: ⟦{c}{a}-X1Y2", "res.nr ⟦{c}{a}-T1C2", "{c}{a}\u2013T9C4", "99{c}{y}12{b}",
        "reservnr ⟦{a}-R001", "{c}{y} {m} {d}-T9C4", "{c}{a}-\nT9C4", "TF-nummer ⟦{c}{a}TF03", "reservid ⟦{c}{a}-98R1",
    ),
    Kind.PHONE: (
        "070 / 174 06 {x}", "0701 - 74 06 {x}", "070-1 74 06 {x}", "0 70-174 06 {x}", "070 1 7 4 0 6 {x0} {x1}", "(0)70-174 06 {x}", "+46 0 70 174 06 {x}", "+46\u00a070\u00a0174\u00a006\u00a0{x}",
        "+46 (0) 70-174 06 {x}", "0046-70-174 06 {x}", "+46.70.174.06.{x}", "070\u2011174\u200906\u2009{x}", "⟦070-174 06 {x}⟧ (mamma)", "mobil: ⟦07017406{x}", "mob.⟦070-174 06 {x}", "M: ⟦070-174 06 {x}", "T ⟦08-465 004 {z}",
        "⟦08-465 00 4{z}⟧ vx", "08 - 465 004 {z}", "(08)465 004 {z}", "+46 (8) 465 004 {z}", "031/390 06 {x}", "031.390.06.{x}", "(031) 390 06 {x}", "+46-31-390 06 {x}", "0 31-390 06 {x}", "040/628 04 {x}", "+46 40 628 04 {x}",
        "0980/319 2{k}", "(0980) 31 92 {k}", "whatsapp ⟦+964 770 000 0{f}", "+90 532 000 0{f}", "+1-202-555-0{f}", "001 202 555 0{f}", "+44 (0)20 7946 0{f}", "+33 1 99 00 1{k} {x}", "+49 (0)30 23125 {f}", "ring ⟦465 004 {z}", "nummer ⟦390 06 {x}",
        "sms:a ⟦070-174 06 {x}", "⟦070-174 06 {x}⟧, 070-174 06 34", "O70-174 O6 {ox}", "070-174 o6 {ox}", "⟦noll sju noll, ett sju fyra, noll sex, ett två", "\uff10\uff17\uff10-174 06 {x}", "070-17\u200b406{x}", "tfn. ⟦0701 740 6{x}",
    ),
    Kind.EMAIL: (
        "kalle.k@example.com", "k.k@mail.example.org", "K_K-1@example.co", "kk [at] example.org", "kk (at) mail (dot) example (dot) org", "kk{{at}}example{{dot}}org", "kk snabel-a example.org", "kk snabel a example.org", "kk SNABEL-A example PUNKT se",
        "kk@example.org.", "e-post:⟦kk@example.org", "mejl ⟦kk@example.org", "kk @example.com", "kk@ example.com", "kk@example.\ncom", "kk\uff20example.com", "kk&commat;example.org", "kk@exa\u00admple.org", "“⟦kk@example.org⟧”", "kk.k at example dot se", "kk@localhost", "kk+x.y@example.org", "kk(ät)example.org", "kk <at> example.org", "kk[@]example[.]org",
    ),
    Kind.URL: (
        "https://example.org/#/u/9?x=å", "http://192.0.2.7/x", "www.kk-blogg.example", "facebook.com/kk.k.7", "m.facebook.com/story.php?id=9", "instagram.com/kk_k/", "insta ⟦@kk_k", "instagram: ⟦kk.k_7", "@kk__k", "tiktok.com/@kk_k", "tiktok ⟦@kkk.7", "snap: ⟦kkk_7", "snapchat heter ⟦kkk77", "Discord ⟦kkk#0007",
        "linkedin.com/in/kk-k", "t.me/kkk7", "youtube.com/@kk", "youtu.be/x1Y2", "tinyurl.com/abc7", "goo.gl/maps/x7", "docs.example.org/d/1a2b", "kkk.blogg.se", "kkk.wordpress.com", "bloggen ⟦kkkberattar.se", "example.com/kk", "https://example.org/a%20b", "HTTP://WWW.EXAMPLE.ORG/KK", "twitter.com/kk_k", "fb-profilen ⟦kk.k.7", "facebookgruppen ⟦www.facebook.com/groups/77",
    ),
    Kind.IP: (
        "203.0.113.{oct}", "IP-adressen ⟦192.0.2.{oct}", "ip: ⟦10.1.2.{oct}", "172.16.0.{oct}", "⟦192.0.2.{oct}⟧,", "(⟦192.0.2.{oct}⟧)", "⟦192.0.2.{oct}⟧:443", "192\u200b.0.2.{oct}", "192.0.2[.]{oct}", "2001:db8::ff00:42:8329", "2001:db8:1234::/48", "FE80::0202:B3FF:FE1E:8329", "IPv6: ⟦2001:db8::7", "från ⟦::ffff:c000:0207", "⟦192.0.2.{oct}⟧ (fiber)",
    ),
    Kind.ADDRESS: (
        "Granstigen {n}", "Vallmovägen {n} C", "Övre Husargatan {n}", "Östra Storgatan {n}b", "Nedre Slottsgatan {n}, 3 tr", "Sandgatan {n}, lägenhet 1304", "Tallvägen {n} lgh. 12", "Pilgatan {n} / 2 tr", "Olof Palmes gata {n}", "Sankt Olofsgatan {n}", "S:ta Gertruds väg {n}", "Hagtornsgatan {n}–4", "Lärkvägen {n}, vån 2",
        "Kristinelundsvägen {n}", "Karlavägen {n} nb", "BJÖRKVÄGEN {n} B", "tallbacksvägen {n}", "Bergsgatan {n}A, port 3", "Skolg. {n}", "Drottningg. {n}", "Storg. {n}C", "Fjällvägen {n} t.v.", "Lugnet {n}", "Nyby {n}", "Hultet {n}", "Södra Åby {n}", "Östanå {n}", "fastigheten ⟦Ersnäs 4:{n}", "⟦Klockarbol 2:{n}", "portkod: ⟦{n4}", "portkoden ⟦{n4}", "dörrkoden är ⟦{n4}⟧ efter nio", "kod ⟦{n4}⟧ till porten",
        "58.4108, 15.6214", "57,7089N 11,9746E", "63.8258; 20.2630", "Lat 59.3293, Long 18.0686", "c/o Berg, ⟦Aspvägen {n}", "Box ⟦{n4}", "box ⟦{n}", "lgh ⟦0902", "Mariatorget {n}", "Järntorget {n}", "Vasaplatsen {n}", "Slussplan {n}", "Kyrkbacken {n}", "Hamngatan {n} 2 trappor", "Villa Solhem, ⟦Strandvägen {n}", "Ågatan {n} ö.g.", "Lillgatan {n}:3", "Parkgatan {n}-{n} A",
    ),
    Kind.POSTAL_CODE: (
        "{p3} {d2}⟧ Kalix", "{p3}{d2}⟧ Kalix", "SE-{p3} {d2}⟧ Kalix", "S {p3} {d2}⟧ Kalix", "postnr: ⟦{p3} {d2}", "postnr ⟦{p3}{d2}", "Tallvägen 3, ⟦{p3} {d2}⟧ Kalix", "Tallvägen 3 ⟦{p3} {d2}⟧ Kalix", "Tallvägen 3, ⟦{p3}{d2}⟧ KALIX", "{p3}\u2009{d2}⟧ Kalix", "postnummerområde ⟦{p3} {d2}", "Box 77, ⟦{p3} {d2}⟧ Kalix", "{p3} {d2}⟧ Övre Bäck", "({p3} {d2}⟧ Kalix)", "{p3} {d2}",
    ),
    Kind.BANK: (
        "{iban}", "{iban4}", "IBAN: ⟦{ibanl}", "IBAN SE ⟦{iban}", "{ibanw}", "{de}", "{no}", "kort ⟦{card4}", "{card}", "konto ⟦{cl}-{one},{n3} {m3} {one}", "kontonr: ⟦{cl} {n2} {n3} {m2}", "clearing ⟦{cl}, konto {n7}", "clearing {cl} och konto ⟦{n3} {m3} {one}", "kontot ⟦{cl} – {n7}", "bankgiro: ⟦{n3}-{m3}{one}", "bg-nummer ⟦{n3}{one}-{m3}{one}", "pg ⟦{n2}{m2}{n2}-{one}", "plusgiro ⟦{n2} {m2} {n2} - {one}",
        "hennes konto i Nordea, ⟦{cl} {n7}", "överföring till ⟦{cl}-{n7}", "lönekonto: ⟦{cl} {n3} {m3} {one}", "Swedbank konto ⟦{cl}-{one} {n3} {m3} {n3}-{one}", "kontonummer ⟦{n7}", "bankkonto nr ⟦{cl}-{n7}", "fel konto (⟦{cl}-{n2} {n3} {m2}⟧)",
    ),
    Kind.PLATE: (
        "{xyz} 48R", "{xyz}48R", "{xyz} 483", "{xyz}483", "{xyz}-483", "regnummer: ⟦{xyz}483", "bilens regnr ⟦{xyz} 483", "sin Saab ⟦{xyz} 483", "skylten ⟦{xyz} 483", "bilen med skylt ⟦{xyz} 483", "a-traktorn ⟦{xyz} 483", "{xyz}\u200b483", "bil ⟦geh 483", "husvagnen ⟦{xyz} 483", "fordon ⟦{xyz}483", "(⟦{xyz} 483⟧)", "färdtjänstbilen ⟦{xyz} 48R",
    ),
    Kind.CASE_NUMBER: (
        "dnr ⟦{n4}/{yy}", "Dnr: ⟦SOC 20{yy}/{n4}", "diarienummer: ⟦20{yy}-0{n4}", "d.nr ⟦ASN 20{yy}/{n4}", "diarienr. ⟦RS-20{yy}-{n4}", "Dnr FK ⟦0{n5}-20{yy}", "ärendenummer ⟦{n8}", "ärende nr ⟦{n5}", "ärende nr. ⟦20{yy}-{n4}", "Ärendeid: ⟦{n6}", "målnummer ⟦T {n4}-{yy}", "Mål: ⟦B {n4}-{yy}", "i mål ⟦FT {n4}-{yy}", "i mål nr ⟦{n4}-{yy}", "P {n4}-{yy}", "M {n4}-{yy}", "Ä {n4}-{yy}", "0201-K{n5}-{yy}", "K-nr ⟦0201-K{n5}-{yy}", "polisens dnr ⟦5000-K{n6}-{yy}", "AM-{n6}-{yy}", "åklagarens AM-{n5}-{yy}".replace("AM", "⟦AM"),
        "LMA-kortnummer ⟦{n8}", "LMA-nr ⟦50-{n6}", "dossiernummer ⟦{n8}", "Migrationsverkets beteckning ⟦{n8}", "passnr: ⟦AA{n6}7", "pass nr. ⟦{n8}", "hennes pass, ⟦EB{n6}1", "journalnummer: ⟦{n6}", "ref nr ⟦{n6}", "ref: ⟦AB-{n5}", "vår referens ⟦{n6}", "OCR ⟦{n8}0017", "kundnr: ⟦{n6}", "klientnummer ⟦{n5}", "skadeärende ⟦{n8}", "skadenr. ⟦{n4}-{n5}", "KFM ⟦U-{n5}-{yy}", "kronofogdens mål ⟦U-{n5}-{yy}/0101".replace("/0101", ""), "beslut dnr ⟦{n4}-20{yy}", "20{yy}-SN-0{n4}", "VON 20{yy}/0{n4}", "BUN/20{yy}-{n4}", "IFO-20{yy}-{n4}", "4.1.2-{n4}/20{yy}", "beteckning ⟦4.1-{n5}/20{yy}", "remissnummer ⟦{n8}", "provsvar nr ⟦{n8}", "uppehållstillstånd nr ⟦{n8}", "ID-handling nr ⟦{n8}", "anmälningsnr ⟦K{n6}-{yy}", "avvikelsenummer ⟦{n5}", "akt nr ⟦{n4}/{yy}", "SIP-nummer ⟦{n6}", "försäkringsnummer ⟦{n8}", "medlemsnummer ⟦{n6}",
    ),
    Kind.DATE_OF_BIRTH: (
        "född den ⟦{d1}:e {month} {c}{y}", "född {weekday} ⟦{d1} {month} {c}{y}", "född ⟦{d1}.{m1} {c}{y}", "född ⟦{d}.{m}.{y}", "född ⟦{d}/{m}/{c}{y}", "född ⟦{d1}/{m1}/{y}", "född: ⟦{y}{m}{d}", "född {c}{y}-{m}-{d}".replace("{c}", "⟦{c}", 1), "f. ⟦{d1}/{m1}-{y}", "f. ⟦{d1}/{m1} {c}{y}", "⟦f.{c}{y}-{m}-{d}", "(f ⟦{y}{m}{d}⟧)", "⟦f {c}{y}{m}{d}", "födelsedata ⟦{y}{m}{d}", "födelsedatum är ⟦{d1} {month} {c}{y}", "Födelsedatum ⟦{d}-{m}-{c}{y}", "födelsedag den ⟦{d1} {month}", "födelsedagen (⟦{d1} {month}⟧)", "fyller år ⟦{d1}/{m1}", "fyllde 50 ⟦{d1} {month}", "fyller tio den ⟦{d1} {month}", "blev myndig ⟦{c}{y}-{m}-{d}".replace("blev myndig", "född"), "född i Skellefteå den ⟦{d1} {month} {c}{y}", "född utomlands ⟦{c}{y}-{m}-{d}", "som föddes ⟦{d1} {month} {c}{y}", "föddes ⟦{d1}/{m1}", "nyfödd (⟦{c}{y}-{m}-{d}⟧)", "prematurt född ⟦{c}{y}-{m}-{d}", "*⟦{y}{m}{d}", "* ⟦{c}{y}-{m}-{d}", "born ⟦{c}{y}-{m}-{d}", "DOB ⟦{d1} {en} {c}{y}", "d.o.b. ⟦{d}/{m}/{c}{y}", "⟦{y}{m}{d}-xxxx", "⟦{c}{y}-{m}-{d}-XXXX", "⟦{c}{y}{m}{d}XXXX", "⟦{y}{m}{d}–****", "pnr ⟦{c}{y}-{m}-{d}", "kvinna, ⟦{c}{y}-{m}-{d}⟧,", "sonen (⟦{y}{m}{d}⟧)", "barn: flicka ⟦{c}{y}-{m}-{d}", "född ⟦{d1} {mon} {y}", "född ⟦{en} {d1}, {c}{y}", "barnen födda ⟦{c}{y}-{m}-{d}⟧ och {c}{y}-{m}-{d}", "född natten till ⟦{d1} {month} {c}{y}",
    ),
}  # fmt: skip

_ANY = (
    "I anmälan stod {} och inget mer.", "Vi skrev upp {} på lappen.", "Ja, {} stämmer säger hon.", "Kvinnan, {}, har inte fått svar på ett halvår.", "Klienten {} nekades. Nästa steg är oklart.", "Enligt uppgift {}: ingen handläggare.",
    "Kopia till {}", "{} – ring henne!", "Hej! Jag undrar över {} som ni har fått. Ingen svarar. Tack på förhand.", "Tidigare: {}\nNu: okänt\nBeslut: avslag", "* {}\n* läkarintyg saknas", "det va {} som dom skrev fel på",
    "Registrerad som {} hos oss, men som något annat hos dem.", "INKOMMET {} UTAN ÅTGÄRD", "Varför står {} i protokollet?",
)  # fmt: skip
_AFTER_CUE = (
    "I anmälan stod {} och inget mer.", "Vi fann {} i högen.", "Se {}.", "Där står {}, vilket är fel.", "Handläggaren skrev {} på kuvertet.", "Ingen hittar {} längre.", "Det rör {}.\nIngen har svarat.", "Bilagt: {}", "{} saknas i systemet",
)  # fmt: skip
CARRIERS: dict[Kind, tuple[str, ...]] = {
    **dict.fromkeys((Kind.PERSONNUMMER, Kind.SAMORDNINGSNUMMER, Kind.RESERVNUMMER, Kind.EMAIL), _ANY),
    Kind.URL: ("Hon lade ut allt på {} i natt.", "Se {}.", "Det började med {}, säger hon.", "Bilder finns: {}", "({})", "Han skriver som {} numera"),
    Kind.CASE_NUMBER: _AFTER_CUE,
    Kind.BANK: ("Pengarna gick till {} av misstag.", "Hon uppgav {}.", "FK har {}, vilket är fel.", "Utbetalning: {}", "De betalade in på {} två gånger.", "Enligt beslutet: {}, från maj."),
    Kind.PHONE: ("Hon nås säkrast på {}.", "Slå {} om något händer.", "Ring inte {} på kvällen.", "Hennes syster har {} som nummer.", "Vid frågor: {}", "/Er kontakt\n{}", "mitt nr e {} ring efter 4", "Spärra {} för samtal från honom."),
    Kind.IP: ("Ansökan skickades från {} i natt.", "Inloggad via {}.", "De spårade {} till boendet.", "{} blockeras av brandväggen."),
    Kind.ADDRESS: ("Hon har flyttat till {} utan att anmäla det.", "Mannen hittades på {}.", "Vi åkte hem till {}, men ingen var där.", "Adressen {} är fel.", "Post till {} kommer tillbaka.", "Sonen bor på {}.", "Lägenheten på {} är uppsagd."),
    Kind.POSTAL_CODE: ("Han är skriven i {}.", "Posten går till {}.", "Familjen bor i {} sedan april.", "Adress: {}", "Där de bor, {}, går ingen buss."),
    Kind.PLATE: ("Färdtjänsten vägrade {} i garaget.", "Utmätningen gällde {}.", "Hon sov i {} hela vintern.", "De bogserade {} i går.", "Tillstånd för {} saknas."),
    Kind.DATE_OF_BIRTH: ("Flickan, {}, har ingen plats.", "Hans bror är {} och sjuk.", "Brukaren {} har flyttat.", "I journalen: {}.", "Mannen {} är utan stöd", "Hon är {}, enligt mamman."),
}  # fmt: skip
