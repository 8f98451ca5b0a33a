"""Does the text show signs that it belongs in another channel too: lex Sarah, lex Maria, a child, a threat, an appeal?

A sign is no finding and stops nothing; it lets a door show the right channel beside the text. What is written here
never fulfils a duty to report. Law: socialtjänstlagen (2025:400) and LSS (lex Sarah, report of concern),
patientsäkerhetslagen (2010:659) 3 kap. (lex Maria), förvaltningslagen (2017:900) 37-45 §§ (review and appeal). Time
limits differ between laws, so the sentence sends the reader to the decision itself.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from lexheller.anonymity.elsewhere import Rules
from lexheller.anonymity.elsewhere_en import EN
from lexheller.anonymity.elsewhere_en_told import EN_TOLD
from lexheller.anonymity.elsewhere_sv import SV
from lexheller.anonymity.elsewhere_sv_told import SV_TOLD
from lexheller.anonymity.normal import normalise
from lexheller.anonymity.protected import WORDS


class Boundary(StrEnum):
    """What a text shows signs of; the values are those of the channels, and one for protected identity."""

    EMERGENCY = "emergency"
    PROTECTED_IDENTITY = "protected_identity"
    REPORT_OF_CONCERN = "report_of_concern"
    LEX_SARAH = "lex_sarah"
    LEX_MARIA = "lex_maria"
    REVIEW_APPEAL = "review_appeal"


@dataclass(frozen=True, slots=True)
class Sign:
    """A place in the original text that shows a sign; offsets count code points, the end is exclusive."""

    start: int
    end: int
    boundary: Boundary


_CHILD = (
    r"(?:barn|barnet|barnen|barnets|barns|flicka|flickan|pojke|pojken|bebis|bebisen|son|sonen|dotter|dottern|elev"
    r"|eleven|syskon|syskonet|syskonen)"
)
_CARE = (
    r"(?:boende\w*|hemtjänst\w*|lss\w*|äldreboende\w*|gruppbostad\w*|hvb\w*|insats\w*|socialtjänst\w*"
    r"|boendestöd\w*|avlösning\w*|trygghetslarm\w*|personlig assistans)"
)
_NOT_GIVEN = (
    r"(?:uteblev|uteblivit|utebliven|uteblivna|ställdes in|glömdes(?: bort)?|glömts|missades|missats|kom (?:inte"
    r"|aldrig)|kommer (?:inte|aldrig)|verkställ\w+ (?:inte|aldrig)|var inte aktiver\w+|inte verkställ\w+"
    r"|besvarades inte|svarade inte)"
)
_BENEFIT = (
    r"(?:sjukpenning\w*|sjukersättning\w*|aktivitetsersättning\w*|försörjningsstöd\w*|assistans\w*|ersättning\w*"
    r"|bistånd\w*|bostadstillägg\w*|omvårdnadsbidrag\w*|färdtjänst\w*|boendestöd\w*|bostadsanpassning\w*"
    r"|a-kassa\w*|etableringsersättning\w*|lönebidrag\w*|aktivitetsstöd\w*)"
)
# What authorities and firms threaten with, and nobody is hurt: "hotar med att lägga ned mottagningen".
_OF_AUTHORITIES = (
    r"(?:nu |också |även )?(?:(?:med )?att (?:lägga ne[dr]|stänga(?! in)|skära ne[dr]|dra (?:in|ner|ned)|spara|strejka"
    r"|säga upp|vräka|avsluta (?:avtal|insats|stöd|ärende)\w*|avslå|stämma)\b|med (?:vite\b|vräkning|stämning"
    r"|nedläggning|neddragning|uppsägning|indrag|avstängning|varsel|strejk|inkasso|kronofogden))"
)
# Somebody who is glad of a decision asks for no other.
_GLAD = (
    r"(?:(?!\b(?:inte|ingen|inga|aldrig|knappt|föga|varken|ej)\b)[^.!?\n]){0,50}"
    r"\b(?:nöjda?|glada?|lättade?|tacksam(?:ma)?)\b"
)
_SIGNS: tuple[tuple[Boundary, re.Pattern[str]], ...] = (
    (
        Boundary.EMERGENCY,
        re.compile(
            rf"\b(?:dödshot\w*|mordhot\w*|hotad|hotade(?! {_OF_AUTHORITIES})"
            rf"|hotar(?! {_OF_AUTHORITIES})|hotats|hoten|hotfull\w*|hotelser|hot om|hot mot"
            r"|misshandl\w+|misshandel|knivhot\w*"
            r"|(?:slår|slog|slagit|sparka\w*|strypt\w*|knivhögg\w*) (?:henne|honom|hen|sin|sina|kvinnan|mannen"
            r"|klienten|mig(?! (?:att|hur|vad|vilken|vilket|vilka)\b)|partnern)"
            r"|(?:slå|slår|slog|slagit) (?:\w+ )?ihjäl(?! (?:tid|några|en |lite))"
            r"|(?:döda|dödar|mörda|mördar|skjuta|skjuter|strypa|stryper|knivhugga|knivhugger) (?:henne|honom|hen|mig"
            r"|oss|dem|sin|sina|barnen|kvinnan|mannen)"
            r"|våld i nära relation\w*|våldsutsatt\w*|hedersvåld\w*|hedersrelatera\w*|kvinnofrid\w*|våldtagen"
            r"|våldtäkt\w*|stalk\w+|förföljd|förföljer"
            r"|kontaktförbud\w*|besöksförbud\w*|rädd för sitt liv|fruktar för sitt liv|vågar inte gå (?:ut|hem)"
            r"|akut fara|livsfara|hotbild\w*"
            r"|(?:ska|vill|tänker|försöka?|hotar att) ta sitt liv|(?:om att|vill|ska|tänker|tänkt|att|kunna|skulle) ta"
            r" (?:livet av sig|sitt eget liv)|självmordsplan\w*|suicidplan\w*|akut suicid\w*"
            r"|suicidnära|självmordsnära)\b"
        ),
    ),
    (Boundary.PROTECTED_IDENTITY, WORDS),
    (
        Boundary.REPORT_OF_CONCERN,
        re.compile(
            rf"\borosanmäl\w+|\b{_CHILD}(?: \w+){{0,4}} (?:far|fara|farit|for) illa\b|\bfar(?:a"
            rf"|it)? illa\b(?=[^.!?]{{0,40}}\b{_CHILD}\b)"
            rf"|\b{_CHILD}(?: \w+){{0,3}} (?:blir|blev|har blivit|blivit) (?:slag\w+|misshandl\w+|hotad\w*"
            rf"|lämna[dt]\w*|utnyttja\w+|kränkt\w*)"
            rf"|\b(?:slår|slog|agar|agade|misshandlar) (?:\w+ )?{_CHILD}\b|\bvåld mot (?:\w+ )?{_CHILD}\b"
            rf"|\bbarnmisshand\w+|\bomsorgssvikt\w*|\bvanvård\w* (?:av )?(?:\w+ )?{_CHILD}\b"
            rf"|\b{_CHILD}(?: \w+){{0,3}} (?:lämnas|lämnades|är|var) ensam\w* (?:hemma(?! (?:från skolan|med feber"
            rf"|sjuk))|nattetid|på kvällarna"
            rf"|utan tillsyn)|\b{_CHILD}(?: \w+){{0,3}} (?:bevittnat|ser|såg|sett) våld\w*"
            rf"|\bbarn som bevittna\w+|\b{_CHILD}(?: \w+){{0,4}} rädd\w? (?:för|att gå hem)"
            rf"|\b{_CHILD}(?: \w+){{0,3}} svält\w*|\bhemmasitta\w+|\bskolvägra\w+"
            rf"|\b{_CHILD}(?: \w+){{0,3}} (?:får|fick|fått) (?:inte|aldrig|ingen|inga|för lite|sällan)(?: \w+){{0,2}}"
            r" (?:mat(?! (?:i tid|på|i skolan))|frukost|rena kläder|varma kläder|vinterkläder|omsorg)\b"
            r"|\b(?:elev\w*|barn\w*|\w+ i \w+ på \w+|flickan|pojken)(?: \w+){0,6} (?:varit (?:hemma"
            r"|borta från skolan)|inte (?:gått|varit) i skolan|(?:helt )?slutat gå i skolan)"
            r"|\bunderårig\w* (?:utnyttja|säljer)\w*|\bbortgift\w*|\bbarnäktenskap\w*|\bkönsstymp\w+"
            r"|\btvångsgift\w*|\bgravid\w*(?: \w+){0,3} (?:missbruk\w*|dricker|droger)"
        ),
    ),
    (
        Boundary.LEX_SARAH,
        re.compile(
            rf"\blex sara(?:h)?\b|\bmissförhålland\w+|\bvanvård\w*|\bvanskött\w*|\bförsumm\w+"
            rf"|\b{_CARE}(?: \w+){{0,4}} {_NOT_GIVEN}|\b{_NOT_GIVEN}(?: \w+){{0,3}} {_CARE}\b"
            r"|\b(?:utan|ingen|uteblev\w*|utebliv\w*) (?:hemtjänst|tillsyn|omsorg)\b|\butan hjälp med (?:mat"
            r"|medicin|hygien|toalett)\w*|\b(?:låstes|inlåst|låst) in\b(?! (?:nyckl|medicin|pengar|papper|pärm))"
            r"|\binlåst\w*"
            r"|\b(?:lås(?:te|er|t|a)|stäng(?:de|er|t|a)) in (?:henne|honom|hen|dem|mig|brukar\w+|klient\w*|patient\w*"
            r"|den boende|de boende|(?:min|vår|hennes|hans) (?:son|dotter|bror|syster|mamma|pappa|mor|far))\b"
            r"|\b(?:band|binder|spände|spänner|höll|håller) (?:\w+ )?(?:fast (?:henne|honom|hen|mig|brukaren)"
            r"|(?:henne|honom|hen|mig|brukaren) fast)\b|\bbältade\b"
            r"|\b(?:fastspänd|bältad|fasthållen) (?:på|i|av)|\b(?:övergrepp|kränk\w+"
            r"|sexuella trakasserier) (?:av personal\w*|på boende\w*|mot brukar\w*)"
            r"|\bpersonal\w*(?: \w+){0,3} (?:slog|slår|stal|kränk\w+|tvinga\w+|skrek)|\bliggsår|\btrycksår"
            r"|\bdygn utan (?:hjälp|mat|medicin|tillsyn)"
            r"|\b(?:fick|får) inte (?:ta emot |sin |sina |rätt )?(?:medicin\w*|mediciner) (?:på|av|i) (?:boende"
            r"|hemtjänst|gruppbostad)\w*|\bboende\w*(?: \w+){0,4} inte(?: \w+){0,3} medicin\w*"
        ),
    ),
    (
        Boundary.LEX_MARIA,
        re.compile(
            r"\blex maria\b|\bvårdskad\w+|\bfelmedicin\w+|\bfel (?:medicin|dos|dosering|läkemedel|patient"
            r"|ordination|blod)\w*|\bfeldos\w+|\böverdos\w*|\bfeldiagnos\w*|\bmissad diagnos\w*"
            r"|\b(?:självmords|suicid|självmord)försök\w*|\bsjälvmord\b|\bsuicid\b|\btog sitt liv\b|\bavled\b"
            r"|\bavlidit\b|\bdog (?:på|efter|i väntan|under)\b|\bfallskad\w+|\bsvårt skadad (?:av|efter"
            r"|under) (?:vård|operation|behandling)\w*"
            r"|\b(?:skrevs|skrivits|blev) ut\w*(?: \w+){0,8} (?:utan (?:hemtjänst|medicin|hjälp|plan)|för tidigt)"
            r"|\bny inläggning|\båterinlagd|\bförväxl\w+ (?:patient|medicin|prov|remiss|journal)\w*"
            r"|\bfall i hemmet\b|\bfick (?:\w+ )?(?:sepsis|blodförgiftning|infektion) (?:efter|på)|\butan (?:sin "
            r"|sina )?(?:insulin|blodförtunnande|medicin\w*) i\b"
        ),
    ),
    (
        Boundary.REVIEW_APPEAL,
        re.compile(
            rf"\böverklag(?!andetiden (?:står|stod|anges|angavs) på)\w+"
            rf"|\bomprövning\w*|\bompröva\w*|\bbesvärshänvisning\w*|\blaga kraft|\bförvaltningsrätt\w*"
            rf"|\bkammarrätt\w*|\btre veckor (?:från|efter|på sig|att)|\btid(?:en)? (?:för )?att (?:överklag"
            rf"|begär)\w+"
            rf"|\b(?:avslag|avslog|avslogs|avslagen|avslaget|avslår|nekad\w*|nekas|nekades|indrag\w+|drogs? in"
            rf"|dras in|dragits? in|sa nej till|säger nej till|upphörde|dragit in|sänktes)(?: \w+){{0,5}} {_BENEFIT}"
            rf"|\b{_BENEFIT}(?: \w+){{0,5}} (?:avslog\w*|avslag\w*|nekad\w*|nekas|dras in|drogs in|indrag\w+"
            rf"|upphörde)|\b(?:fick|fått|får|nytt|ett) avslag\b|\bavslag på\b|\bbeslutet (?:är daterat|fattades"
            rf"|kom (?=den |i |för |förra |på |\d)(?!{_GLAD}))"
            r"|\b(?:inte|får inte|fick inte) rätt ersättning"
        ),
    ),
)
_RULES = Rules((*SV, *SV_TOLD, *EN, *EN_TOLD))
_CHANNELS: dict[str, dict[Boundary, str]] = {
    "sv": {
        Boundary.EMERGENCY: "Är någon i fara, ring 112. Är det bråttom på kvällar och helger, ring "
        "socialjouren i kommunen.",
        Boundary.PROTECTED_IDENTITY: "Skriv inget som kan visa var personen finns: adress, ort, skola, arbetsplats, "
        "bil. "
        "Är du osäker, ring i stället för att skriva.",
        Boundary.REPORT_OF_CONCERN: "Kan ett barn fara illa görs en orosanmälan till socialtjänsten i barnets "
        "kommun, genast.",
        Boundary.LEX_SARAH: "Missförhållanden, eller en påtaglig risk för dem, i socialtjänsten eller enligt "
        "LSS rapporteras "
        "genast i den egna verksamheten, enligt dess rutin för lex Sarah.",
        Boundary.LEX_MARIA: "Har en patient fått eller kunnat få en allvarlig vårdskada rapporterar personalen till "
        "vårdgivaren, som anmäler enligt lex Maria.",
        Boundary.REVIEW_APPEAL: "Den som beslutet gäller begär själv omprövning eller överklagar; hur och till "
        "vilken dag "
        "står i beslutet, ofta tre veckor eller två månader, och tiden fortsätter att löpa.",
    },
    "en": {
        Boundary.EMERGENCY: "If somebody is in danger, call 112. If it is urgent in the evening or at a "
        "weekend, call the "
        "municipality's social emergency service.",
        Boundary.PROTECTED_IDENTITY: "Write nothing that could show where the person is: address, town, school, "
        "workplace, "
        "car. If you are unsure, phone instead of writing.",
        Boundary.REPORT_OF_CONCERN: "If a child may be faring badly, a report of concern is made to social services "
        "in the "
        "child's municipality, at once.",
        Boundary.LEX_SARAH: "Misconduct, or a clear risk of it, in social services or under LSS is reported "
        "at once inside "
        "your own organisation, by its lex Sarah routine.",
        Boundary.LEX_MARIA: "If a patient was or could have been seriously harmed, staff report to the care "
        "provider, which "
        "then files under lex Maria.",
        Boundary.REVIEW_APPEAL: "The person whom the decision concerns asks for a review or appeals; how and by "
        "which day "
        "stands in the decision, often three weeks or two months, and the time keeps running.",
    },
}


def signs(text: str) -> tuple[Sign, ...]:
    """Find the words that show that a text may belong elsewhere too, in order."""
    normal = normalise(text)
    lower = normal.text.lower()
    if len(lower) != len(normal.text):
        lower = normal.text
    asked = [*_SIGNS, *((Boundary(rule.channel), rule.pattern) for rule in _RULES.worth(lower))]
    found = {
        Sign(*normal.span(*match.span()), boundary) for boundary, pattern in asked for match in pattern.finditer(lower)
    }
    return tuple(sorted(found, key=lambda sign: (sign.start, sign.end, sign.boundary)))


def boundaries(text: str) -> tuple[Boundary, ...]:
    """Give what a text shows signs of, what is most urgent first."""
    return boundaries_of(signs(text))


def boundaries_of(found: Iterable[Sign]) -> tuple[Boundary, ...]:
    """Give what signs are of, what is most urgent first."""
    shown = {sign.boundary for sign in found}
    return tuple(boundary for boundary in Boundary if boundary in shown)


def channel(boundary: Boundary, language: str = "sv") -> str:
    """Say which channel is the right one, in one sentence.

    Args:
        boundary: what the text shows signs of.
        language: "sv" or "en".
    """
    return _CHANNELS[language][boundary]
