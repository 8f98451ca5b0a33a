"""Which Swedish words do old sheets use? For organisations, levels, status, yes and no: generous, and all in one place.

A word that names a whole municipality or region says not which kind of organisation it was: it stands as not known,
and the mapping file may say better.
"""

from __future__ import annotations

from typing import Final

from lexheller.model.codes import Partner
from lexheller.model.vocabulary import SWEDISH_LEVELS, SWEDISH_PARTNERS


def listed(words: str) -> frozenset[str]:
    """Take a list of words and phrases apart: ";" stands between them."""
    return frozenset(" ".join(word.split()) for word in words.split(";"))


MONTHS: Final = {
    name: number
    for number, name in enumerate("jan feb mar apr maj jun jul aug sep okt nov dec".split(), 1)
}  # fmt: skip

_KINDS: Final = {
    Partner.FK: """
        försäkringskassan; försäkringskassa; f-kassan; fkassan; kassan; fk handläggare; forsakringskassan
    """,
    Partner.AF: """
        arbetsförmedlingen; arbetsförmedling; arb förm; arbetsf; af kundtjänst; arbetsformedlingen
    """,
    Partner.PRIMARY_CARE: """
        primärvård; primärvården; vårdcentral; vårdcentralen; vårdcentraler; vårdcentralerna; vc; vce;
        husläkare; husläkaren; närhälsan; hälsocentral; hälsocentralen; hc; distriktsläkare; rehabkoordinator;
        pv
    """,
    Partner.ADULT_PSYCHIATRY: """
        psykiatri; psykiatrin; vuxenpsykiatri; vuxenpsykiatrin; vuxpsyk; vup; psyk; öppenpsykiatri;
        öppenpsykiatrin; allmänpsykiatri; allmänpsykiatrin; specialistpsykiatri; specialistpsykiatrin;
        psykiatrisk mottagning; psykiatriska mottagningen; psykiatrisk öppenvård; slutenpsykiatri;
        rättspsykiatri; rättspsykiatrin
    """,
    Partner.CHILD_PSYCHIATRY: """
        bup; barnpsykiatri; barnpsykiatrin; barn-och-ungdomspsykiatri; barn-och-ungdomspsykiatrin; barn- och
        ungdomspsykiatrin; barn- och ungdomspsykiatri; barn och ungdomspsykiatrin; barn och ungdomspsykiatri
    """,
    Partner.ADDICTION_CARE: """
        beroendevård; beroendevården; beroendemottagning; beroendemottagningen; beroendecentrum;
        missbruksvård; missbruksvården; beroende
    """,
    Partner.HOSPITAL: """
        sjukhus; sjukhuset; somatik; somatiken; specialistvård; specialistvården; slutenvård; slutenvården;
        hjälpmedelscentralen; akuten; ortopeden; smärtmottagningen; habiliteringen; habilitering; sahlgrenska;
        su
    """,
    Partner.SOCIAL_SERVICES: """
        socialtjänst; socialtjänsten; soc; socialen; socialkontor; socialkontoret; socialförvaltning;
        socialförvaltningen; socialsekreterare; ifo; individ-och-familjeomsorg; individ-och-familjeomsorgen;
        barn-och-familj; individ- och familjeomsorg; individ- och familjeomsorgen; familjeenheten;
        vuxenenheten; missbruksenheten; äldreomsorg; äldreomsorgen; hemtjänst; hemtjänsten; vård-och-omsorg;
        biståndshandläggare; socialpsykiatri; socialpsykiatrin
    """,
    Partner.ECONOMIC_ASSISTANCE: """
        ekonomiskt bistånd; försörjningsstöd; försörjningsstödet; ek bistånd; eko bistånd; ekb; eb;
        försörjningsstödsenheten; socialbidrag; enheten för ekonomiskt bistånd; försörjningsenheten
    """,
    Partner.LABOUR_MARKET_UNIT: """
        arbetsmarknadsenhet; arbetsmarknadsenheten; ame; arbetsmarknad; arbetsmarknadsförvaltningen;
        arbetsmarknadsavdelningen; jobbcenter; jobbcentrum; kommunala arbetsmarknadsenheten; vuxenutbildning
        och arbetsmarknad
    """,
    Partner.DISABILITY_SUPPORT: """
        lss; funktionsstöd; funktionsstödet; boendestöd; boendestödet; daglig verksamhet; funktionshinder;
        funktionsnedsättning; lss-handläggare; lss handläggare; omsorgen om funktionshindrade
    """,
    Partner.SCHOOL: """
        skola; skolan; skolor; elevhälsa; elevhälsan; gymnasium; gymnasiet; grundskola; grundskolan; komvux;
        sfi; utbildningsförvaltningen; vuxenutbildning; vuxenutbildningen; särskola; anpassad skola;
        folkhögskola; folkhögskolan
    """,
    Partner.YOUTH_RESPONSIBILITY: """
        kaa; kommunala aktivitetsansvaret; aktivitetsansvaret; kommunalt aktivitetsansvar; ungdomsinsatser;
        ungdomscentrum; navigatorcentrum; ungdomsmottagning; ungdomsmottagningen
    """,
    Partner.PROBATION: """
        kriminalvård; kriminalvården; frivård; frivården; anstalt; anstalten; häktet
    """,
    Partner.SUPPLIER: """
        leverantör; leverantören; leverantörer; kompletterande aktör; rusta och matcha; rom; krom; fristående
        aktör; privat aktör; upphandlad leverantör; matchningsleverantör
    """,
    Partner.CIVIL_SOCIETY: """
        civilsamhälle; civilsamhället; förening; föreningen; föreningar; föreningsliv; ideell förening; ideell
        sektor; frivilligorganisation; patientförening; brukarorganisation; svenska kyrkan; kyrkan;
        stadsmissionen; personligt ombud
    """,
    Partner.FEDERATION_ACTIVITY: """
        samordningsförbund; samordningsförbundet; förbundet; finsam; finsaminsats; insats i
        samordningsförbundet; förbundets insats; samverkansteam; samverkansteamet
    """,
    Partner.UNCLEAR: """
        vet inte; vet ej; oklart; okänd; okänt; annan; annat; övrigt; övriga; flera; alla; ingen; kommun;
        kommunen; kommunal; stad; staden; stadsdel; stadsdelen; stadsdelsförvaltning; sdf; region; regionen;
        landsting; landstinget; vården; vård; sjukvård; sjukvården; hälso-och-sjukvård; hälso-och-sjukvården;
        hälso- och sjukvård; hälso- och sjukvården; hälso och sjukvården; myndighet; myndigheter; vgr;
        arbetsgivare; arbetsgivaren
    """,
}  # fmt: skip

ORGANISATIONS: Final[dict[str, str]] = (
    {name: kind.value for kind, names in _KINDS.items() for name in listed(names)}
    | {code.lower(): kind for code, kind in SWEDISH_PARTNERS.items()}
    | {kind.value: kind.value for kind in Partner}
)
NOT_KNOWN: Final = frozenset({"vet inte", "vet ej", "oklart", "okänd", "okänt"})
"""Said outright: that is an answer, and no broad word."""
FILLERS: Final = frozenset(
    "kommunens kommunen kommunala kommun stadens regionens regionen region psykiatrins en den det på inom hos vid från "
    "i handläggare handläggaren".split()
)
"""Words before an organisation's own: "kommunens socialtjänst"."""

LEVELS: Final = {
    **SWEDISH_LEVELS,
    **dict.fromkeys(
        ("strukturell", "strukturellt", "structure", "system", "lagstiftning", "lag", "lagar", "s"), "structure"
    ),
    **dict.fromkeys(
        ("organisatorisk", "organisatoriskt", "organisering", "verksamhet", "rutin", "rutiner", "o"), "organisation"
    ),
    **dict.fromkeys(("individuell", "individuellt", "individual", "person", "i"), "individual"),
}
ENDINGS_OF_LEVELS: Final = ("nivå", "nivån", "s nivå", " nivå", "fråga", "-nivå", "snivå")

YES: Final = frozenset("ja j yes y x sant true 1 ok ✓ japp".split())
NO: Final = frozenset("nej n no falskt false 0 inte ej -".split())
PARTLY: Final = frozenset({"delvis", "till viss del", "partly"})

STATUS_DONE: Final = listed(
    """
        avslutad; avslutat; avslutade; avslutas; avslut; avslutad och återkopplad; avslutat och återkopplat;
        klar; klart; klara; färdig; färdigt; färdigbehandlad; färdigbehandlat; stängd; stängt; löst; löst i
        dialog; löst i samtal; åtgärdad; åtgärdat; återkopplad; återkopplat; återkoppling klar; återkoppling
        given; återkoppling lämnad; hanterad; hanterat; arkiverad; arkiverat; done; closed; finished; solved;
        slutförd; slutfört; genomförd; genomfört
    """
)
STATUS_OPEN: Final = listed(
    """
        ny; nytt; nya; inkommen; inkommet; inkom; mottagen; mottaget; registrerad; öppen; öppet; öppna; pågår;
        pågående; under arbete; under behandling; under handläggning; påbörjad; påbörjat; ej påbörjad; inte
        påbörjad; i dialog; dialog; hos arbetsgruppen; arbetsgrupp; arbetsgruppen; nivåbedömd; beslutad; hos
        parterna; hos part; skickad; skickat; vidaresänd; vilande; vilar; väntar; väntar på svar; avvaktar; ej
        klar; inte klar; ej avslutad; inte avslutad; ej avslutat; ej återkopplad; ej återkopplat; återkoppling
        saknas; återkoppling kvar; open; new; ongoing; aktiv; aktivt
    """
)
