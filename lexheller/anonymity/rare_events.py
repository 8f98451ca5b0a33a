"""Does the text tell of an event that people have heard of, or of an incident that few have been in?"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from lexheller.anonymity.late import Late
from lexheller.anonymity.rare_led import Led, Starts
from lexheller.anonymity.rarity import Part, Rarity

_PUBLICITY = Led(
    "de_ del den_omd den_oms den_omt den_upp det_det det_had det_har det_omd det_oms det_omt det_skr det_som "
    "det_sto det_stå det_upp dok eft en_omde en_omsk en_omta en_uppm ett_omd ett_oms ett_omt ett_upp fig fil "
    "från_om från_up had har_det har_had har_har har_skr har_som har_sto har_stå hår i_b i_k i_lokal i_m i_o i_r "
    "i_sport i_tidni i_u interna intervj kän lot löp medialt medieup medverk myc nat nob os- pop på_förs på_löps "
    "på_nyhe rik roc skr som_det som_had som_har som_skr som_som som_sto som_stå spo sta sto stå syn tik tv- tvk "
    "tvp tvs van var_fr var_i_ var_me varit_ vm- vun vär",
    r"\b(?:(?:de[nt]?|ett|en|i|från|efter|mycket|medialt|starkt|hårt|nationellt"
    r"|internationellt) (?:uppmärksamma[dt]e?|omskriv(?:na|en|et)|omtala[dt]e?"
    r"|omdebattera[dt]e?)\b|medieuppmärksamma\w+|medialt uppmärk\w+"
    r"|(?:(?:som|har|det|hade) )*(?:stod|stått|skrevs|skrivits|skrev|skrivit)(?: mycket"
    r"| det)?(?: om)?(?: \w+)? i (?:lokal|kvälls)?(?:tidning\w*|pressen)(?! att)"
    r"|i tidningen i (?:våras|vintras|höstas|somras|fjol)|på (?:förstasid\w+|löpsed\w+|löpsedl\w+|nyheterna)"
    r"|löpsedl\w+|(?:stort|mycket) i (?:pressen|media|medierna|tidningarna|tidningen)|i (?:lokal|kvälls|riks|sport"
    r"|bygde)(?:pressen|tidningen)(?! att)"
    r"|(?:var|varit|medverkade|medverkat|deltog|deltagit|syntes|synts|intervjuad\w*|känd|figurerat"
    r"|figurerade) (?:med )?(?:i|från) (?:en )?"
    r"(?:tv|teve|radio|rapport|nyheterna|\w*program\w*|\w*tidning\w*|dokumentär\w*|uppdrag granskning|idol|robinson"
    r"|melodifestivalen|svt)\b"
    r"|tv-(?:program|serie|dokumentär)\w*|dokumentären\b|dokumentärserie\w*|lotterivinst\w*|(?:vann|vunnit) (?:på |i "
    r"|en )?\w*(?:lotteri|miljon|vm|os|sm|guld)\w*|rikskändis\w*|rikskänd\w*|riksbekant\w*|världskänd\w*|i media\b"
    r"|i medierna"
    r"|(?:tv|film|rock|pop|sport|tiktok)-?(?:kändis|stjärna|profil)\w*|nobelpris\w*|(?:os|vm)-(?:guld|medalj|silver"
    r"|brons)\w*)",
)
_PERSONAL = Led(
    "all ble bli del fac fig gav ger get gic giv gåt ins interna intervj kän medverk nat pro stj sto stå syn tik "
    "täv uth van var_i_ var_me var_på varit_ vir vun vär you är_i_ är_me är_på",
    r"\b(?:(?:var|varit|är|medverkade|medverkat|medverkar|deltog|deltagit|syntes|synts|figurerade|figurerat"
    r"|intervjuades|intervjuad"
    r"|intervjuats|tävlade|tävlat) (?:med )?(?:i|på) (?:ett |en |det |den |den där )?(?:\w+ )?"
    r"(?:tv\b|svt|tv4|teve|tv-\w+|[^\W\d_]*programmet|[^\W\d_]*program|reportage\w*|dokumentär\w*|dokusåpa\w*"
    r"|såpa\w*|uppdrag granskning|idol"
    r"|robinson|melodifestivalen|paradise hotel|big brother|lyxfällan|hela \w+ bakar|mästarnas mästare"
    r"|postkodmiljonären"
    r"|nyhetsmorgon|aftonbladet|expressen|på spåret)"
    r"|(?:nationellt|internationellt|allmänt) (?:känd\w*|kända)|(?:figurera\w+"
    r"|uthängd\w*) (?:\w+ )?i (?:lokal)?(?:pressen|media|medierna)"
    r"|(?:gav|gett|ger|givit) (?:själv )?ut (?:en |ett |sin |flera )?(?:\w+ )?(?:bok\w*|böcker|skiv\w*|roman\w*"
    r"|memoar\w*|självbiograf\w*|diktsamling\w*)"
    r"|(?:känd|kända|stjärna\w*|profil\w*|världsstjärna|kändis) (?:från|på) (?:youtube|tiktok|instagram|twitch|tv"
    r"|boken|filmen|dokumentären)"
    r"|(?:blev|blivit|gick|gått) vir(?:al|alt)|vir(?:al|alt) (?:på|klipp)|(?:vann|vunnit) (?:[^\W\d_]+ )?(?:på )?"
    r"(?:triss\w*|lotto\w*|bingolotto|jackpot\w*|keno|v75|miljonvinst\w*|högvinst\w*|storvinst\w*|melodifestivalen"
    r"|(?:\w+ )?miljon\w* i \w+|idol"
    r"|robinson|big brother|mästerkocken|hela \w+ bakar)|(?:stod|stått) (?:det )?(?:om \w+ )?i (?:lokal|kvälls"
    r"|bygde)\w+"
    r"(?! att)|(?:tiktok|instagram|youtube|facebook)-?(?:känd\w*|profil\w*|kändis\w*|stjärn\w*)|kändis från)\b",
)
_DEED = Led(
    "som_",
    r"som (?P<deed>(?:\w+ )?(?:byggde|klättrade|bröt sig in|misshandlade|attackerade|överföll|knivskar"
    r"|vandaliserade|svindlade|förskingrade|lurade|stalkade|förföljde|barrikaderat|stormade|kastade|slängde"
    r"|sparkade|skrek|strippade|sjöng|spelade (?:in|i)|ledde (?:upproret|strejken)|strejkade|flydde|flytt"
    r"|smugglade|gömde|hotade att|spärrade|barrikaderade|låste in|kedjade|krockade|ramlade (?:ned|ner|av|från|i)"
    r"|föll (?:ned|ner|av|från|i|genom)|störtade|gick (?:genom isen|vilse|bort sig)|rusade|knivhögg|dränkte"
    r"|spolade|ställde sig|konverterade|skrev (?:boken|en bok|romanen|låten|manuset)|begravdes|förväxlades"
    r"|blev (?:rånad|överfallen|våldtagen|knivhuggen|skållad"
    r"|lurad"
    r"|fälld|filmad|förlamad|felopererad|felbehandlad|förväxlad|nedslagen|misshandlad|bortrövad|bortförd|stämd)"
    r"|låg (?:under|i koma)|"
    r"bröt (?:benet|nacken|ryggen)|byggt|skapade|grundade|startade|målade|uppfann|räddade|stämde|avslöjade|ärvde"
    r"|ockuperade"
    r"|kapade|rånade|kidnappade|hoppade|cyklade|seglade|red|flög|kraschade|körde (?:in|ned|ner|på|av|ihjäl|rakt)"
    r"|sköt|högg|brände|sprängde|besteg|simmade"
    r"|vandrade|protesterade|demonstrerade|uppträdde|kandiderade|rymde|rymt|deserterade|överlevde|hittades"
    r"|försvann|hungerstrejkade|anmälde [^\W\d_]*(?:chef|råd|borgmästar|rektor|präst|polis|direktör|kommun|skola)\w*"
    r"|blev (?:inlåst|instängd|uppsagd|överkörd|påkörd|påhoppad|attackerad|biten|begravd|räddad|upphittad|frikänd"
    r"|friad|"
    r"utkastad|utfryst|uthängd|vald|utsedd|korad|krönt)\w*|har (?:byggt|skrivit|grundat|startat|målat|räddat"
    r"|seglat|vunnit)))\b",
)
PAST: Final = (
    r"(?:[^\W\d_]{2,}(?:ade|dde|kte|ste|lte|nde|pte)s?|slog|drog|red|sprang|försvann|brann|band|bet|flög|frös"
    r"|höll fast|kröp|skar|sjöng"
    r"|skrek|sprack|stal|vann|bröt|skrev boken|gick (?:till fots|in i|ner|ut på|genom)|for|sprang|klev|föll|dog|åt"
    r"|drack|"
    r"grät|bar|bad|svalt|sålde|köpte|gifte|skilde)"
)
# Any other verb in the past tense says something too, where it is said of a person and is none of casework.
_ANY_DEED = Led("som_", rf"som (?P<verb>{PAST})\b")
_SECOND_DEED = Late(
    r"[^.,;!?\n]{0,40} och (?P<deed>räddade|dödade|skadade|förlorade|vann|överlevde|brände|sköt|stal|rymde|flydde)\b"
)
EVERYDAY = tuple(
    "anlände ansökte ansvarade anmälde arbetade avslutade avslog avsåg bedömde begärde behandlade behövde beställde "
    "besökte "
    "beslutade betalade beviljade blev bodde bokade bytte deltog drabbade erbjöd ersatte fanns finansierade flyttade "
    "frågade "
    "fungerade fyllde följde fördröj föreslog försökte gällde gav gjorde godkände granskade hade hamnade handlade "
    "hjälpte hänvisade hörde höll ingick innehöll inkom jobbade kallade kontaktade kostade krävde kunde ledde "
    "ledsagade lades måste "
    "lovade lämnade löste meddelade menade missade mottog mötte nekade närvarade orsakade pågick planerade prövade "
    "ringde "
    "rådde sade sades samordnade saknade satte skickade skrev skulle slutade sökte startade startades stannade "
    "startat stod "
    "stöttade svarade såg tackade tillhörde tog träffade tyckte undersökte utredde utreddes uteblev uppgav upprättade "
    "vande "
    "ville visade visste väntade ägde ändrade överklagade översatte upphandlade sjukskrev inrättades bildades "
    "infördes gjordes "
    "skickades beslutades kallades ansågs behövdes krävdes fattades lämnades saknades nämndes redovisades byggdes "
    "utvecklade "
    "presenterade förlorade".split()
)
_COURT = Led(
    "då_ förgift hun i_e i_h i_r kon mot nob när sed ska stä till_eu till_hö till_re",
    r"\b(?:(?:till|i|mot) (?:högsta domstolen|europadomstolen|eu-domstolen|regeringsrätten|europarätten)"
    r"|stämde staten|skadestånd (?:av|från) (?:staten|kommunen|regionen)"
    r"|hungerstrejk\w*|nobel\w+|förgiftning(?:en|sfallet)|skandal(?:en)?|konkursen i|(?:när|sedan|då) [^\W\d_]*"
    r"(?:bruket|fabriken|gruvan|sågen|sågverket|varvet|regementet|byskolan|macken|butiken) (?:i [^\W\d_]+ )?"
    r"(?:lades ned|lades ner|brann|stängde|gick i konkurs|sprängdes|rasade))\b",
)
_NOTORIOUS = Led(
    "eur gul oly osk par vär",
    r"\b(?:oskyldigt (?:dömd\w*|fängsla\w+|häktad\w*|anklaga\w+)|världsmästar\w*|världsrekord\w*|europamästar\w*"
    r"|olympi(?:er|ske?"
    r"|sk)\w*|paralympier\w*|guldmedaljör\w*)",
)
_GRAVE = Led(
    "ble bli den_för den_mör den_omk den_skj gic gis kid mör skö som_ble som_bli som_den som_gic som_gis som_kid "
    "som_mör som_skö som_spå som_öve spå öve",
    r"\b(?:som )?(?:(?:blev|blivit) (?:skjut\w+|knivskur\w+|kidnapp\w+|mörda\w+)|sköts\b|kidnappades|mördades"
    r"|överlev(?:de|t)(?! (?:sin|hjärt|cancer|stroke))|den (?:mördade|försvunna|omkomna|skjutna)|spårade ur"
    r"|gick på grund|gisslan\w*)",
)
_INCIDENT = Led(
    "bal bjö ble bli bom bra bro bru bus båt cro dam dis dro dru drö dyk döm est exp fab fal fas flo fly fri fär "
    "förlisn förlora gas gru göd ham hel iso iss jak jor jäm kaj kan kar kid klä kom_i_ kom_in kom_me kom_un kra "
    "kär lav lif lin läg mas mor mot oly ral ras rid rät rån sed seg sil sjö ski skogsbr skogsol skogsso skololy "
    "skolsol skotero skoters skottlo skr som_ spo spr spå sto ter tra trö tsu tun tåg vat vit älg åkt öve",
    r"\b(?:branden|mordbrand\w*|(?:buss|gruv|tåg|båt|flyg|fall|skoter|skogsbruks|drunknings|helikopter|lavin|dyk"
    r"|spårvagns|kärnkrafts|fabriks|rid|segel"
    r"|färje|skol|spräng|klätter|gas|kran|traktor|tåg|linbane|fallskärms|tunnel|drönar|lift|karusell|skid|ballong"
    r"|is|skogs|motor|cross|rally|kanot|kajak"
    r"|älg|björn|jakt|spår|broöppnings|brand|gödsel|silo|tröske?|sjö|flotte|vatten|läger|buss)s?olyck\w+"
    r"|olyckan (?=i |på |vid "
    r"|utanför )|rånet|mordförsöket"
    r"|skottlossning\w*|explosionen|terror\w+|kidnapp\w*|lavinen|översvämningen|tsunamin?\b"
    r"|estonia\w*|grundstötning\w*|skogsbranden|stormningen|flygplanskrasch\w*|bombdåd\w*|rättegången"
    r"|diskoteksbrand\w*|massakern"
    r"|överleva(?:nde|re|ren) (?=från|efter|av|i )"
    r"|förlisning\w*|dammbrott\w*|skredet|jordskredet"
    r"|(?:som|sedan) (?:överlevde|sköts|omkom|räddade|friades|greps|anhölls|häktades|åtalades|fälldes|avslöjades"
    r"|förliste|brann|hittades|mördades|försvann|gick på grund|vann|förlorade \w+ (?:i|vid)"
    r"|blev (?:skjut\w+|knivskur\w+)|kidnappades|dömdes|överföll\w*|grundade|rånades|höll på att drunkna|begravdes)"
    r"|(?:hamnade|kom|klämdes|fastnade|drogs in|åkte) (?:in )?(?:under|i|mellan) (?:ett |en )?(?:tåg|bil|buss|lastbil"
    r"|traktor|maskin|press|skörd"
    r"|propeller|såg|kvarn|flis|tröska|hiss|lavin|is|vak|spårvagn|tunnelbane)\w*"
    r"|(?:blev|blivit) (?:biten|skållad|knivhuggen|rånad|överfallen|nedslagen|felopererad|bortrövad|våldtagen"
    r"|förgiftad)"
    r"|(?:brann|brunnit|rasade|rasat|spolades|sprängdes|jämnades) (?:ner|ned|upp|bort|inne|med marken|i luften)"
    r"|friad (?:efter|från)|dömd för (?:mord|dråp|våldtäkt|spioneri|terror|pedofil|människo|grov|mordbrand|barn)\w*"
    r"|blev (?:skjut\w+|knivskur\w+|kidnapp\w+)|vittna\w* mot|förlorade (?:(?:ett"
    r"|båda|sitt|sin|högra|vänstra|ena) )*(?:ben\w*|arm\w*|hand\w*|syn\w*|hörsel\w*|fot\w*|finger|fingr\w*|öga))\b",
)
_LONGEST_BARE = 9  # "olyckan" and "branden" alone may be any
_COMMON_ACCIDENTS = ("trafik", "bil", "arbets", "fall", "cykel", "moped", "mc-", "motorcykel", "villa", "lägenhets")
_LESSER_ENDINGS = ("olyckan", "branden", "explosionen", "översvämningen", "ockupationen", "konkursen", "upptäckten")
_GRAVE_ENDINGS = (
    "gisslandramat",
    "dramat",
    "upploppet",
    "kapningen",
    "överfallet",
    "mordbranden",
    "mordet",
    "skjutningen",
    "dådet",
    "raset",
    "attacken",
    "rånet",
    "skandalen",
    "haveriet",
    "kraschen",
    "massakern",
)
_OTHER_ENDINGS = ("haveri", "olyckor")
ANY_EVENT = (*_GRAVE_ENDINGS, *_LESSER_ENDINGS, *_OTHER_ENDINGS)


def events(text: Starts, words: Sequence[re.Match[str]]) -> Iterator[Part]:
    """Give what people may have read or heard of, and incidents that few have been in.

    Args:
        text: the text.
        words: its words that end as such do.
    """
    yield from _called(text.lower, words)
    for match in _DEED.hits(text):
        yield Part(match.start("deed"), match.end(), Rarity.EVENT, 1.0, "var med om något")
        second = _SECOND_DEED().match(text.lower, match.end())
        if second is not None:
            yield Part(second.start("deed"), second.end(), Rarity.EVENT, 1.0, "var med om mer")
    for match in _ANY_DEED.hits(text):
        if not match["verb"].startswith(EVERYDAY):
            yield Part(match.start("verb"), match.end(), Rarity.EVENT, 0.5, "var med om något")
    for pattern, weight, said in _KINDS:
        for match in pattern.hits(text):
            yield Part(match.start(), match.end(), Rarity.EVENT, weight, said(match.group()))


def _called(lower: str, words: Sequence[re.Match[str]]) -> Iterator[Part]:
    """Read compounds for what has happened: "gruvraset", "skolbussolyckan"."""
    for word in words:
        start, end = word.span()
        if lower.endswith(_GRAVE_ENDINGS, start, end):
            yield Part(start, end, Rarity.EVENT, 1.5, "händelsen")
        elif lower.endswith(_LESSER_ENDINGS, start, end) and end - start > _LONGEST_BARE:
            common = lower.startswith(_COMMON_ACCIDENTS, start, end)
            yield Part(start, end, Rarity.EVENT, 0.5 if common else 1.0, "händelsen")
        elif lower.endswith(_OTHER_ENDINGS, start, end):
            yield Part(start, end, Rarity.EVENT, 1.0, "en händelse")


def _without(said: str) -> str:
    """Leave an article where an adjective goes."""
    first = said.partition(" ")[0]
    if first in {"den", "det", "de", "en", "ett", "i", "från", "efter"}:
        return first
    if first in {"vann", "vunnit"}:
        got = "fick" if first == "vann" else "fått"
        return f"{got} {'pengar' if 'miljon' in said or 'lott' in said else 'ett pris'}"
    if said.startswith(("riks", "världskänd")):
        return "uppmärksammad"
    return "" if " " in said else "ett sammanhang"


_SUPINES = frozenset("varit medverkat deltagit synts figurerat intervjuats blivit gått vunnit stått tävlat".split())


def _personal(said: str) -> str:
    first = said.partition(" ")[0]
    if first in _SUPINES:
        return "varit omskriven"
    if first.startswith(("känd", "nationellt", "internationellt", "allmänt", "vir", "intervjuad", "uthängd")):
        return "omskriven"
    return "blev omskriven"


def _notorious(said: str) -> str:
    if said.startswith("oskyldigt"):
        return "berörd av en händelse"
    return "personen inom idrotten" if said.endswith(("n", "na")) else "person inom idrotten"


def _court(said: str) -> str:
    if said.startswith(("när", "sedan", "då")):
        return "efter förändringar på orten"
    return (
        f"{said.partition(' ')[0]} högre instans"
        if " domstol" in said or said.startswith(("till", "i", "mot"))
        else "händelsen"
    )


def _grave(said: str) -> str:
    who = "som " if said.startswith("som ") else ""
    if said.endswith("överlevde"):
        return f"{who}var med om"
    if said.startswith("den "):
        return "den"
    if "gisslan" in said:
        return "vid en händelse" if who else "händelsen"
    return f"{who}fick svårigheter" if said.endswith(("ur", "grund")) else f"{who}skadades"


def _incident(said: str) -> str:
    if said.startswith("som "):
        return "som var med om något"
    if said.startswith("förlorade"):
        return "skadades"
    if said.startswith(("dömd", "friad")):
        return "berörd av"
    if said.startswith("blev"):
        return "blev skadad"
    if said.startswith(("brann", "brunn", "ras", "spol", "spräng", "jämn")):
        return "skadades"
    if said.startswith(("hamnade", "kom ", "klämdes", "fastnade", "drogs", "åkte")):
        return "skadades"
    return "händelsen"


# What people may have seen the person in themselves is enough alone.
_KINDS: tuple[tuple[Led, float, Callable[[str], str]], ...] = (
    (_PERSONAL, 2.5, _personal),
    (_PUBLICITY, 2.0, _without),
    (_NOTORIOUS, 2.0, _notorious),
    (_GRAVE, 1.5, _grave),
    (_INCIDENT, 1.0, _incident),
    (_COURT, 1.0, _court),
)
