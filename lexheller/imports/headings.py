"""Which field does a column hold? Guessed from its heading, by the words that Swedish sheets use."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final

from lexheller.imports.swedish import listed
from lexheller.model.fields import FORM, Kind

# What a sheet has beside the form: by our name and the Swedish one, as both may stand in a mapping file.
BESIDE: Final = {
    "own_number": "nummer",
    "received": "inkom",
    "status": "status",
    "solution": "losning",
    "feedback": "aterkoppling",
    "feedback_day": "aterkopplat_dag",
    "told": "aterkopplat_hur",
    "level": "niva",
    "themes": "teman",
}
NAMES: Final = {
    **{
        name: field.key
        for field in FORM
        if field.kind is not Kind.CONTACT
        for name in (field.key, field.swedish)
        if name
    },
    **{swedish: key for key, swedish in BESIDE.items()},
    **{key: key for key in BESIDE},
}
"""Every name that a field has, English or Swedish, with the English one. A contact is not among them: none comes in."""

JOINED: Final = frozenset(
    {"what_happened", "consequence", "tried", "proposal", "solution", "feedback", "partners", "themes", "status"}
)
"""Fields that several columns may hold together; of the others the first column counts."""

PERSON: Final = "person"
"""What a column of names and contact details is taken for: it is left out, whatever it holds."""

_HEADINGS: Final = {
    "what_happened": """
        vad hände; vad har hänt; vad hände i samverkan; händelse; händelsen; beskrivning; beskriv händelsen;
        beskrivning av händelsen; händelsebeskrivning; ärendebeskrivning; problem; problemet;
        problembeskrivning; situation; situationen; berättelse; fritext; lex heller; text; vad är problemet;
        vad brast; brist; hinder; samverkanshinder; innehåll; beskriv vad som hände; beskriv situationen; vad
        gäller det; ärendet gäller
    """,
    "title": """
        rubrik; titel; ärende; ärendet; ärendemening; kort beskrivning; sammanfattning; namn på ärendet; ämne;
        benämning; kortnamn
    """,
    "own_number": """
        nr; nummer; ärendenr; ärendenummer; ärende nr; ärende id; id; löpnr; löpnummer; lex heller nr; dnr;
        diarienummer; diarienr; rad; #
    """,
    "received": """
        datum; inkom; inkommit; inkommet; inkommen; inkom datum; inkommet datum; inkommen datum; datum
        inkommen; datum inkommet; datum inkom; ankomstdatum; mottaget; mottagen; registrerad; registrerat;
        registreringsdatum; anmält; anmäld; anmälningsdatum; datum för anmälan; rapporterat; inskickat;
        skickat in; tidsstämpel; starttid; datum för registrering; ankom
    """,
    "when": """
        när; när hände det; händelsedatum; tidpunkt; datum för händelsen; månad; när inträffade det
    """,
    "partners": """
        parter; part; berörda; berörda parter; berörd part; berörda organisationer; organisation;
        organisationer; myndighet; myndigheter; aktör; aktörer; samverkansparter; inblandade; inblandade
        parter; vilka parter; vilka berörs; vilka är berörda; mellan vilka; part 1; part 2; part 3; part 4;
        annan part; andra parter; berörda aktörer; vilka parter berörs; verksamhet; verksamheter;
        berörda verksamheter; berörd verksamhet; inblandade verksamheter; vilka verksamheter
    """,
    "submitter_org": """
        arbetsplats; anmälare org; anmälare organisation; anmälarens organisation; anmälande organisation;
        anmälande part; arbetsplats anmälare org; anmälarens arbetsplats; inskickat av; avsändare;
        rapporterande part; din organisation; var arbetar du; organisation anmälare; arbetsgivare
    """,
    "area": """
        kommun; ort; stadsdel; område; geografiskt område; stadsområde; kommun stadsdel
    """,
    "consequence": """
        konsekvens; konsekvenser; konsekvens för individen; konsekvenser för individen; följd; följder;
        effekt; vad ledde det till; vad blev följden; påverkan; konsekvens för personen
    """,
    "tried": """
        vad har provats; vad har gjorts; provat; tidigare åtgärder; vad har du gjort; vad har ni provat;
        vidtaget
    """,
    "proposal": """
        förslag; förslag på lösning; förslag till lösning; lösningsförslag; förbättringsförslag; idé; förslag
        på förbättring; förslag på åtgärd; förslag till åtgärd
    """,
    "solution": """
        åtgärd; åtgärder; lösning; lösningen; vidtagen åtgärd; vidtagna åtgärder; resultat; vad gjordes;
        utfall; hantering; hur löstes det; beslut; insats; insatser
    """,
    "feedback": """
        återkoppling; återkopplat; återkopplad; återkoppling till anmälare; återkoppling till anmälaren;
        återkoppling anmälare; återkopplat till anmälare; återkopplat till anmälaren; svar; svar till
        anmälare; feedback
    """,
    "feedback_day": """
        återkopplat datum; återkopplad datum; återkoppling datum; datum återkoppling; datum för återkoppling;
        återkopplad den; återkopplat den; återkopplingsdatum; avslutat datum; avslutad datum; datum avslut;
        datum avslutat; datum avslutad; avslutsdatum; slutdatum; avslutat den; avslutad den; klart datum;
        stängt datum; datum för avslut
    """,
    "told": """
        återkopplat hur; hur återkopplat; återkoppling hur; sätt för återkoppling; återkopplingssätt
    """,
    "status": """
        status; läge; ärendestatus; avslutad; avslutat; avslutat ja nej; klar; klart; färdig; stängd;
        hanterad; fas
    """,
    "level": """
        nivå; nivåbedömning; bedömd nivå; orsaksnivå; lex heller nivå
    """,
    "themes": """
        tema; teman; kategori; kategorier; ämnesområde; nyckelord; tagg; taggar; problemområde
    """,
    "target_group": "målgrupp; målgrupper",
    "recurring": """
        återkommande; hur ofta; hänt förut; har hänt förut; har det hänt förut; förekomst
    """,
    "agreement": """
        överenskommelse; finns överenskommelse; överenskommelse eller rutin; finns rutin
    """,
    "agreement_which": """
        vilken överenskommelse; vilken rutin; vilken överenskommelse eller rutin
    """,
    "solved": "löst; är det löst; problemet löst",
    "publication": "publicering; får publiceras; får spridas; får återberättas",
    "other_channel": """
        annan kanal; annan anmälan; anmält på annat sätt; även anmält
    """,
    PERSON: """
        namn; anmälare; anmälarens namn; anmälare namn; namn anmälare; namn på anmälare; kontakt;
        kontaktuppgift; kontaktuppgifter; kontaktperson; telefon; telefonnummer; tel; tfn; mobil; mobilnummer;
        e-post; epost; e-postadress; mail; mejl; mailadress; mejladress; handläggare; personnummer; klient;
        brukare; patient; individ; den enskilde; initialer; anmäld av; uppgiftslämnare; rapporterad av
    """,
}  # fmt: skip

_BEGINNINGS: Final = ("vad hände", "beskriv", "beskrivning", "konsekvens", "vad har provats", "förslag")
"""Long questions are known by how they begin; only where what follows is free text anyway."""


def plain(heading: str) -> str:
    """Bring a heading to the form in which it is looked up: no case, brackets, signs or dots over letters."""
    bare = re.sub(r"\(.*?\)|\[.*?\]", " ", heading).casefold() or heading.casefold()
    letters = unicodedata.normalize("NFD", bare)
    return " ".join(re.sub(r"[^a-z0-9#]+", " ", "".join(c for c in letters if not unicodedata.combining(c))).split())


@cache
def _known() -> dict[str, str]:
    found = {plain(name): field for field, names in _HEADINGS.items() for name in listed(names)}
    return {plain(name): key for name, key in NAMES.items()} | found


def guess(heading: str) -> str | None:
    """Give the field that a heading stands for, `PERSON` for one of names and contacts, None for one not understood."""
    bare = plain(heading)
    found = _known().get(bare)
    if found is not None:
        return found
    begins = next((known for known in _BEGINNINGS if bare.startswith(plain(known) + " ")), None)
    return _known().get(plain(begins), "what_happened") if begins else None
