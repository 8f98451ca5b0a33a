"""Which words mean much the same in this work? Data: a federation may hand in rows of its own.

A row is worth more than any stemmer: one caseworker writes "doktorn", the next "husläkaren". A form with a star at its
end stands for all words that begin so, with a star at both ends for all that contain it; without a star it is
compared by its stem. A word may stand in several rows.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

# A concept's term begins with letters that no Swedish word begins with, so that every search engine keeps it whole.
PREFIX = "qq"

ROWS: Mapping[str, str] = {
    "agreement": "rutin* riktlinj* överenskommels* avtal* lathund* checklist* mall",
    "age_limit": "fyllde fyller arton trettio årsdag* åldersgräns* myndighetsdag* övergång*",
    "aids": "hjälpmed* rullstol* anpassning* utrustning* synnedsättning* hörselnedsättning*",
    "assessment": "bedöm* prövas prövat prövade *utredning* *bedömning*",
    "benefit": "ersättning* *ersättning *ersättningen sjukpenning* sgi bidrag* inkomst* a-kassa *penning",
    "child": "barn* elev* ungdom* bup skol* förskol* *skola *skolan kurator* skolkurator* förälder* föräldra*",
    "claims_help": "försörjningsstöd* bistånd* biståndshandläggar* socialbidrag* ekonomiskt",
    "contact": "telefon* telefontid* växel* växeln kundtjänst* ringa ringer ringt ringde når nå direktnummer* mejl* "
    "kontaktväg* handläggarkontakt* kontaktperson* callcenter",
    "crime": "frigiv* anstalt* fängels* häkt* frivård* kriminalvård* intagen intagna villkorlig*",
    "discharge": "utskriv* *utskrivning* hemgång* avdelning* slutenvård* inskriven frigiv*",
    "doctor": "läkar* doktor* *läkare *läkaren husläkar*",
    "elderly": "äldre* hemtjänst* trygghetslarm* demens* undersköters*",
    "employer": "arbetsgivar* provanställning* anställa anställning* lönebidrag* lönestöd*",
    "employment_service": "af arbetsförmedl* aktivitetsrapport* jobbgaranti* utvecklingsgaranti*",
    "handed_around": "hänvis* bollas bollad bollar skickar skickas retur slussas avvisas avslag* avslogs nekad* nekas",
    "home": "bostad* *bostad hyres* hyra vräk* hemlös* härbärg* vandrarhem* kontrakt* husrum stödboend* boendet",
    "identity": "legitimation* *legitimation bankid bank-id id-handling* digital* e-tjänst* inlogg* e-legitimation",
    "insurance_agency": "fk försäkringskass* sjukförsäkring*",
    "interpreter": "tolk* språk* översätt* sfi svenska modersmål*",
    "medicine": "medicin* läkemed* recept* dos doser",
    "mental_health": "*psykiatri* psyk psykisk* depression* deprimerad* ångest* självmord* suicid*",
    "neurodiversity": "adhd autism* asperger* neuropsykiatr* npf",
    "no_answer": "svarar svarade svarat obesvarad* uteblev uteblir återkoppl* påminn*",
    "pain": "smärt* värk* rygg* utmatt* långvarig*",
    "plan": "sip *plan planen planer vårdplan* rehabiliteringsplan* *planering *planeringen samordnad*",
    "primary_care": "vårdcentral* primärvård* hälsocentral* distriktsläkar* distriktssköters*",
    "referral": "remiss* *remiss remitter*",
    "respect": "bemöt* otrevlig* kränk* misstro* nonchal* attityd* respekt* kommentar*",
    "secrecy": "sekretess* samtyck* tystnadsplikt* *blankett",
    "sick_leave": "sjukskriv* sjukskrivning* deltidssjuk* långtidssjuk*",
    "statement": "intyg* *intyg *intyget utlåtand* *utlåtande underlag* *underlag komplettering*",
    "substance_use": "missbruk* *missbruk beroend* nykter* drog droger* alkohol* återfall* narkotik* onykter*",
    "summons": "kallels* kallad* kallat kallade kallar inbjud* inbjuden bjudas",
    "training": "praktik* arbetsträn* arbetspröv* sysselsättning* rehab* insats* aktivitet*",
    "violence": "våld* kvinnojour* brottsoff* hotad* misshand* skyddad*",
    "waiting": "kö kön köer köa väntetid* väntan vänta väntar väntat dröj* försen* fördröj*",
}


@dataclass(frozen=True, eq=False)
class Concepts:
    """Hold rows ready for asking: what a word begins with, contains, or is by its stem; equal to itself alone.

    Words are remembered by the rows they were held against: to hash some hundred forms for each took longer than all
    the rest that a text's terms take.
    """

    rows: tuple[tuple[str, tuple[str, ...]], ...]
    stem: Callable[[str], str]

    @cached_property
    def _stems(self) -> dict[str, tuple[str, ...]]:
        found: dict[str, list[str]] = {}
        for name, forms in self.rows:
            for form in forms:
                if "*" not in form:
                    found.setdefault(self.stem(form.replace("-", "")), []).append(name)
        return {stem: tuple(names) for stem, names in found.items()}

    @cached_property
    def _shapes(self) -> tuple[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
        """Give for every row what a word may begin with, end with, and contain."""
        shapes = []
        for name, forms in self.rows:
            stars = [(form.startswith("*"), form.endswith("*"), form.strip("*").replace("-", "")) for form in forms]
            shapes.append(
                (
                    name,
                    tuple(core for before, after, core in stars if after and not before),
                    tuple(core for before, after, core in stars if before and not after),
                    tuple(core for before, after, core in stars if before and after),
                )
            )
        return tuple(shapes)

    def of(self, word: str) -> tuple[str, ...]:
        """Give the concepts of a word in lower case, each once, in the order of the rows."""
        found = dict.fromkeys(self._stems.get(self.stem(word), ()))
        for name, starts, ends, within in self._shapes:
            if word.startswith(starts) or word.endswith(ends) or any(core in word for core in within):
                found[name] = None
        return tuple(PREFIX + name.replace("_", "") for name in found)
