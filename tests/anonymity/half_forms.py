"""Dates of birth by half: let slip in passing, in letters, minutes and talk, hard on purpose.

Written after the rules had been mended on all the other sets, and before they were run on it. ⟦ and ⟧ mark the date when
words around it belong to the form.
"""
# ruff: noqa: E501 - tables of forms

from lexheller.anonymity import Kind

_BORN = (
    "hon är {c}{y}:a, närmare bestämt ⟦{d1} {month}".replace("{c}{y}:a, närmare bestämt", "född"), "när Kim föddes, ⟦{d1} {month} {c}{y}⟧, var allt bra".replace("Kim", "hon"), "sedan hon föddes den ⟦{d1} {month} {c}{y}", "ända sedan födelsen, ⟦{d1}/{m1} {c}{y}", "har samma födelsedag som kungen, ⟦{d1} {month}", "uppvaktning på 50-årsdagen ⟦{d1} {month}", "bjöd på tårta den ⟦{d1} {month}⟧ när han fyllde år", "den ⟦{d1} {month}⟧ fyller hon 18", "⟦{d1}/{m1}⟧ blir hon myndig", "hon fyller ju år nu ⟦{d1}/{m1}", "i år fyller hen 30 (⟦{d1}/{m1}⟧)", "kalas ⟦{d1} {month}⟧ för sjuåringen", "sjuårskalas den ⟦{d1} {month}", "barnet beräknas komma ⟦{d1} {month} {c}{y}", "beräknat födelsedatum ⟦{c}{y}-{m}-{d}", "BB-vistelse, född ⟦{y}-{m}-{d}", "barnafödsel den ⟦{d1} {month} {c}{y}", "kejsarsnitt den ⟦{d1} {month} {c}{y}", "hennes son kom till ⟦{d1} {month} {c}{y}", "fick en dotter ⟦{d1} {month} {c}{y}", "fick tvillingar den ⟦{d1} {month} {c}{y}", "adopterad, enligt papperen född ⟦{c}{y}-{m}-{d}", "registrerades med födelseår och dag ⟦{c}{y}-{m}-{d}", "åldersbedömd, satt till ⟦{c}{y}-{m}-{d}⟧ (födelsedag)", "Migrationsverket skrev om födelsedagen till ⟦{d1} {month} {c}{y}", "i passet står född ⟦{d1} {month} {c}{y}⟧, i LMA-kortet annat", "i folkbokföringen ⟦{c}{y}-{m}-{d}⟧ som födelsedatum", "personnummer finns delvis: ⟦{y}{m}{d}", "första sex siffrorna ⟦{y}{m}{d}⟧ stämmer", "de fyra sista fattas, annars ⟦{y}{m}{d}", "pnr: ⟦{y}{m}{d}⟧-?", "nummer ⟦{y}{m}{d}⟧-xxxx i kallelsen", "P-nr ⟦{c}{y}{m}{d}⟧ + fyra", "⟦{y}-{m}-{d}⟧, flicka", "flicka ⟦{c}{y}-{m}-{d}", "pojke född -{y} (⟦{d1}/{m1}⟧)", "son ⟦{y}{m}{d}⟧, dotter yngre", "Namn – född – insats: kvinna – ⟦{c}{y}-{m}-{d}⟧ – boendestöd", "födelsedag:⟦{d1}.{m1}.{y}", "föd. ⟦{d1} {mon} {c}{y}",
)  # fmt: skip
FORMS: dict[Kind, tuple[str, ...]] = {Kind.DATE_OF_BIRTH: _BORN}
CARRIERS: dict[Kind, tuple[str, ...]] = {
    Kind.DATE_OF_BIRTH: (
        "{}",
        "Av journalen framgår: {}.",
        "Vi har väntat sedan i maj, {}, och ingen hör av sig.",
        "Minnesanteckning. {}\nNästa möte hålls utan skolan.",
    )
}
