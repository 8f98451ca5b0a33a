"""Which words announce a register number, and which only seem to?"""

import re

# These alone are enough.
_STRONG = frozenset(
    "dnr diarie diarienr diarienummer rid lid dossiér ticket"
    " mål målet målnummer målnr ärende ärendet ärendeid ärende-id ärnr journal journalen lma lma-kort"
    " lma-kortet"
    " lmakort dossier pass passet passport k-nummer k-nr knr knummer ref referens reference beteckning beteckningen"
    " akt akten"
    " aktbilaga ocr skada skadeärende försäkring patient-id patientid brukar-id klient-id kund-id ut-kort utkort"
    " körkort"
    " körkortet uppehållstillståndskort uppehållstillstånd id-kort id-kortet idkort remiss-id ubeteckning"
    " utmätningsmål"
    " inkassoärende inkassomål fk-ärende ärendereferens personakt personakten registernummer u-mål polisärende"
    " orosanmälan"
    " lånekort bibliotekskort sjukhuskort case-id medlems-id ansökan-id anmälnings-id ärendebeteckning"
    " diarium diarieförd diariefört diarieförts främlingspass hemlandspass resedokument resedokumentet".split()
)
# These also stand before counts and years, so the number must look like no count.
_WEAK = frozenset(
    "beslut beslutet id case file client anmälan polisanmälan polisanmälningen remiss remissen handling handlingen"
    " omprövning"
    " omprövningen utredning utredningen faktura fakturan avvikelse avvikelsen kort kortet rekvisition rekvisitionen"
    " ansökan"
    " överklagan överklagandet dom domen recept receptet avtal avtalet kontrakt kontraktet bokning biljett ärenden"
    " yttrande"
    " yttrandet protokoll protokollet begäran föreläggande föreläggandet delegationsbeslut tillstånd visum cv prov"
    " sökande synergi registrerad registrerat"
    " avvikelserapport avvikelserapporten sarah-rapport sarah-rapporten maria-rapport"
    " deltagare legitimation utlåtande utlåtandet bilaga kravbrev order".split()
)
_LINKS = frozenset(
    "nr nr. nummer no number num med är har heter hos i vid på av under numret och # fk af ivo jo mv kfm kommunen"
    " polisen"
    " domstolen tingsrätten förvaltningsrätten kammarrätten hovrätten id försäkringskassan migrationsverket"
    " kronofogden"
    " diarienr diarienummer dnr beteckning beteckningen vårt ert er regionen lyder som miv från".split()
)
_NUMBER = ("nr", "nummer", "numret", "-id", "number", "nr.")
_LAWSUITS = ("-mål", "-målet")  # LVU-mål 1234-24
_MATTERS = tuple(
    "ärende ärendet anmälan anmälningen diariet smålet föreläggande föreläggandet faktura fakturan".split()
)
# Numbers that count, are public, or belong to another recogniser.
_PAPERS = ("brev", "kort", "kortet")
_OTHER_NUMBERS = tuple(
    "org moms vat artikel art. art- artnr rikt best. best- beställ batch lotn lot- parti blankett rum buss linje sid"
    " kapitel paragraf telefon tel mobil post person samordning reserv "
    "konto veck vers nöd larm version hus port lägenhet lgh isbn giro plan sms direkt jour fax swish reg "
    "registrering skylt clearing födelse antal fast stig spår tåg flyg väg ip rad punkt pnr tfn ring hjälpn hjälpt"
    " hjälplinje kort "
    "bil hem jobb arbets växel mejl mail e- tf tp vagn"
    " modell kolli produkt inventarie serie serial salnummer salnr".split()
)
_OWN_NUMBERS = ("journ", "register", "personal", "planering", "person-id", "arbetssök")
_PRONOUNS = frozenset(
    "hans hennes mitt min ditt ert vårt deras sitt mig dig oss honom henne till detta samma gamla nya rätt".split()
)
_WORDS = re.compile(r"[^\W_][\w.-]*|#")
_BREAK = re.compile(r"[;!?\n]|\.\s")
_LOOK_BACK = 4


def cue(before: str) -> tuple[str, str, int] | None:
    """Find the word that announces a number, among the last few before it.

    Returns:
        "strong", "weak" or "faint" (any thing with a number), the word in lower case, and how far before it begins.
    """
    words = list(_WORDS.finditer(before))[-_LOOK_BACK:]
    numbered = False
    for place in range(len(words) - 1, -1, -1):
        match = words[place]
        word = match.group().lower().rstrip(".")
        between = before[match.end() :] if match.group()[-1] != "." else before[match.end() - 1 :].removeprefix(".")
        # A label with a colon may have a line of its own.
        if between != ";" and between.rstrip(" ") != ":\n" and _BREAK.search(between.strip(" ")):
            return None
        strength = "" if numbered and word == "kort" else _strength(word)  # a short number
        if strength and not (word in _LINKS and word not in _STRONG):
            return strength, word, len(before) - match.start()
        if word not in _LINKS:
            faint = numbered and not (word in _PRONOUNS or word.isdigit() or word.startswith(_OTHER_NUMBERS))
            return ("faint", word, len(before) - match.start()) if faint else None
        numbered = numbered or word in _NUMBER or word == "id"
    return None


def _strength(word: str) -> str:
    if word in _STRONG:
        return "strong"
    if word in _WEAK:
        return "weak"
    if word.endswith(_NUMBER) and word not in {"nr", "nummer", "numret", "number"}:
        return "" if word.startswith(_OTHER_NUMBERS) and not word.startswith(_OWN_NUMBERS) else "strong"
    if word.endswith(_LAWSUITS):
        return "strong"
    if word.endswith(_MATTERS) or (word.endswith(_PAPERS) and word not in _PAPERS):
        return "weak"
    return ""
