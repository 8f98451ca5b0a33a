"""Which words make a person rare, and what group stands for each of them?

Written by us. A line is a general expression, a colon, and stems in lower case: `listed` sees through Swedish endings.
A stem of two words has a low line between them; one that begins with a hyphen may end a compound.
"""

from typing import Final, NamedTuple

from lexheller.anonymity.rarity import Rarity

_ENDINGS: Final = frozenset(
    ["", *"s en n et t a e ens ets ns ts na an ar er or arna erna orna as es nen nens ne".split()]
)
_LONGEST_ENDING: Final = 4
_SHORTEST: Final = 3
_PREFIX: Final = 4
_SHORTEST_COMPOUND: Final = 8


class Listed(NamedTuple):
    """What a word says of a person: in which respect and what may stand for it.

    A common one (an office worker, depression) says half as much, an occupation only where it is said of the person.
    """

    rarity: Rarity
    says: str
    common: bool


_DIAGNOSES: Final = """
en neurologisk sjukdom: als ms multipel_skleros parkinson parkinsons huntington huntingtons narkolepsi epilepsi epileptisk myasteni polyneuropati parkinsonism ataxi dystoni afasi guillain-barrés guillain-barré skelleftesjukan skelleftesjuka postpolio polio hydrocefalus dravets spinal_muskelatrofi rasmussens creutzfeldt-jakobs locked-in
en sjukdom i musklerna: duchenne duchennes muskeldystrofi -dystrofi -muskelatrofi sma myotoni pompes myopati
en långvarig sjukdom: hemofili blödarsjuka blödarsjuk sicklecellanemi talassemi thalassemi porfyri gauchers fabrys wilsons addisons cushings akromegali sarkoidos sklerodermi lupus sle behçets behcets vaskulit systemisk_skleros marfans ehlers-danlos osteogenes_imperfecta benskörhetssjukdom fenylketonuri pku galaktosemi mitokondriell mitokondriesjukdom tuberös_skleros neurofibromatos recklinghausens retts rett angelmans prader-willis prader-willi williams turners klinefelters digeorge 22q11 fragilt-x fragil-x noonans kabuki smith-magenis sjögrens bechterew bechterews addison amyloidos immunbrist agammaglobulinemi epidermolys -pati -anemi -skleros -plegi -sarkom -atresi -syndrom muskelsjukdom stoftskiftessjukdom ämnesomsättningssjukdom bindvävssjukdom blodsjukdom lungsjukdom iktyos ichtyosis psoriasisartrit meniers menières leprabehandling lepra malaria rabies tbe botulism ebola cystisk_fibros sällsynt_diagnos ovanlig_diagnos
en allvarlig sjukdom: leukemi hjärntumör cancer -cancer lymfom myelom sarkom tumör melanom hiv aids tuberkulos tbc hepatit transplanterad transplanterat -transplanterad -transplanterat -transplantat -transplantation dialys dialyspatient hjärtsvikt hjärtfel stomi respirator hemrespirator lungfibros kol
en medfödd funktionsnedsättning: downs albinism albino ryggmärgsbråck ryggmärgsbrock cp-skada cp-skadad cp cerebral_pares fetalt_alkoholsyndrom fasd läpp-käk-gomspalt dysmeli neurosedyn neurosedynskadad gomspalt
en funktionsnedsättning: rullstol permobil sondmatas trakeostomi syrgas dövblind blind döv gravt_synskadad synskadad hörselskadad stum teckenspråkig rullstolsburen rullstolsburn rullstolsbundn rullstolsbunden amputerad benamputerad armamputerad dubbelamputerad enbent enarmad enögd förlamad halvsidesförlamad tetraplegi tetraplegisk paraplegi paraplegisk tvärskadad ryggmärgsskada ryggmärgsskadad dvärgväxt kortväxt kortvuxen ledarhund assistanshund proteser benprotes armprotes cochleaimplantat brännskadad brännskador vanställd
en psykisk sjukdom: schizofreni schizofren tourettes tourette katatoni dissociativ anorexi selektiv_mutism mutism könsdysfori kleptomani narcissistisk pedofili munchhausen munchausen resignationssyndrom uppgivenhetssyndrom
en sjukdom i hjärnan: hjärnskada hjärnskadad stroke hjärnblödning demens alzheimer alzheimers frontallobsdemens lewykroppsdemens korsakoff korsakoffs subduralhematom
"""  # noqa: E501
_COMMON_DIAGNOSES: Final = """
psykisk ohälsa: depression deprimerad ångest ångestsyndrom ptsd psykos psykotisk bipolär utmattningssyndrom utmattning utbränd missbruk spelberoende alkoholberoende emotionellt_instabil ocd tvångssyndrom
en funktionsnedsättning: adhd add autism autistisk autist asperger aspergers dyslexi intellektuell_funktionsnedsättning utvecklingsstörning synnedsättning hörselnedsättning
en långvarig sjukdom: diabetes diabetiker typ-1-diabetes fibromyalgi whiplash whiplashskada crohns crohn ulcerös_kolit astma reumatism ledgångsreumatism migrän endometrios me me/cfs långtidscovid postcovid borrelia hjärtinfarkt artros celiaki psoriasis lymfödem diskbråck sömnapné
"""  # noqa: E501
_OCCUPATIONS: Final = """
räddningstjänst: brandman brandmän brandmästare brandinspektör brandchef räddningsdykare deltidsbrandman ambulansförare fjällräddare livräddare
lantbruk, skog och fiske: renskötare lantbrukare bonde mjölkbonde fårbonde fiskare yrkesfiskare biodlare vinodlare trädgårdsmästare skogsarbetare skogshuggare timmerkörare jägare jägmästare hovslagare hemmansägare fårfarmare minkfarmare minkuppfödare hästuppfödare hunduppfödare kennelägare godsägare lantbrukarpar bondpar häradsjägmästare ladugårdsförman djurskötare veterinär arborist fyrvaktare -odlare -fiskare -uppfödare -bonde
ett trossamfund: präst kyrkoherde biskop munk nunna imam rabbin pastor diakon kantor organist kyrkvaktmästare klockare missionär predikant kyrkomusiker domprost komminister kyrkvärd församlingsföreståndare -präst -munk -nunna
politik och förvaltning: kommunalråd riksdagsman riksdagsledamot riksdagsledamöter borgmästare landshövding regionråd landstingsråd kommunchef kommundirektör ambassadör statsråd minister partiledare nämndordförande kommunfullmäktigeledamot fullmäktigeordförande häradshövding sametingsledamot toppolitiker
idrott: -landslag paralandslag målvakt hockeymålvakt konståkare konståkerska backhoppare alpinist skidskytt landslagsman landslagsspelerska proffs -proffs -ryttare -simmare -löpare -boxare landslagsspelare elitspelare elittränare travtränare travkusk jockey fotbollsproffs ishockeyproffs proffsboxare boxare olympier idrottsstjärna skidåkare skidlöpare allsvensk fotbollsspelare hockeyspelare bandyspelare förbundskapten lagkapten elitidrottare världsmästare os-medaljör olympiamedaljör paralympier tävlingsryttare rallyförare speedwayförare brottare simmare tyngdlyftare schackmästare domare orienterare -spelare -tränare
kultur och medier: konstnär skulptör författare poet kompositör operasångare operasångerska sångare sångerska musiker skådespelare skådespelerska regissör cirkusartist clown trollkarl komiker manusförfattare låtskrivare keramiker vävare körledare dirigent violinist pianist cellist organist trummis rappare rockmusiker fågelskådare dansare balettdansare journalist lokalreporter programledare influencer influerare youtuber bloggare dokumentärfilmare fotograf spelman riksspelman slöjdare glasblåsare silversmed guldsmed instrumentmakare fiolbyggare orgelbyggare dj dragartist dragspelare trubadur museichef arkeolog -konstnär -spelman -musiker -artist
transport: lokförare pilot helikopterpilot flygkapten flygledare sjökapten skeppare maskinist matros sjöman färjeförare lots kranförare dykare yrkesdykare stuveriarbetare
industri och gruva: gruvarbetare gruvarbeterska svarvare gjutare masugnsarbetare glasarbetare sömmerska tapetserare skeppsbyggare snickarmästare gruvdykare bergsprängare sprängare smältverksarbetare valsverksarbetare sågverksägare sågverksarbetare brukspatron bruksarbetare varvsarbetare stenhuggare kolare
handel och service: butiksägare handlare lanthandlare krögare restaurangägare pizzeriaägare hotellägare frisör sotare sotarmästare begravningsentreprenör dödgrävare urmakare skomakare tatuerare bagare slaktare bryggare ölbryggare stugvärd campingägare mackägare taxiägare kioskägare
rättsväsende och försvar: överste officer militär legosoldat hemvärnschef fn-soldat utlandsveteran fängelsedirektör rådman nämndeman åklagare tullare gränspolis polismästare kronofogde spaningsledare
vård: barnmorska tandläkare ambulanssjuksköterska obducent naprapat
forskning: professor forskare docent polarforskare astronom astronaut museiintendent
hemmet: au_pair dagmamma dagbarnvårdare familjehemsmamma
en särskild roll: ordförande grundare brunnsborrare spåkvinna adelsman grevinna greve baron friherre prins prinsessa mästerkock bagarmästare uppfinnare miljardär mångmiljonär lottovinnare spökskrivare nöjesparksägare lotterivinnare byålderman seriemördare klanledare maffialedare mc-ledare
"""  # noqa: E501
_COMMON_OCCUPATIONS: Final = """
vård och omsorg: sjuksköterska undersköterska läkare överläkare psykolog kurator vårdbiträde boendestödjare distriktsläkare fysioterapeut sjukgymnast
skolan: rektor lärare förskollärare barnskötare fritidsledare gymnasielärare slöjdlärare musiklärare lärarinna
industri och bygg: snickare svetsare elektriker målare rörmokare industriarbetare byggnadsarbetare mekaniker murare plåtslagare montör
transport: lastbilschaufför busschaufför taxichaufför chaufför lagerarbetare brevbärare tågvärd
handel och service: kock städare kassörska servitris butikschef butikssäljare bartender lokalvårdare fastighetsskötare vaktmästare
rättsväsende: polis jurist advokat väktare ordningsvakt kriminalvårdare socialsekreterare
kontor: ekonom ingenjör civilingenjör programmerare arkitekt tjänsteman chef vd bankman mäklare redovisningskonsult
"""  # noqa: E501
_FAMILIES: Final = """
syskon: enäggstvilling
efterlevande: änka änkling
: adoptivson adoptivdotter adoptivbarn adopterad internationellt_adopterad
förälder: surrogatmamma donatorbarn tvåmammor regnbågsfamilj åttabarnsmamma sjubarnsmamma sexbarnsmamma fembarnsmamma sjubarnspappa sexbarnspappa fembarnspappa tiobarnsmamma niobarnsmamma
anhörig: hittebarn barnhemsbarn föräldralös
"""  # noqa: E501
_ORIGINS: Final = """
från en minoritet: samisk samer samen samekvinna nordsamisk sydsamisk lulesamisk tornedaling tornedalsk tornedalsktalande samisktalande meänkieli meänkielitalande jiddisch kvän resandefolket romsk romer romani jude judisk judinna ortodoxt_judisk jesidisk yazidisk yezidisk jesid yazid assyriansk syriansk syrianer assyrier mandeisk mandé druser drusisk hazar uigur uigurisk rohingya koptisk kopt armenisk armenier ezidisk alevit alevitisk ahmadiyya bahá'í baha'i zoroastrier
med en viss tro: jehova jehovas mormon mormonsk amish scientolog ortodox hinduisk hindu buddhist buddhistisk sikh laestadian laestadiansk livets_ord pingstvän hare_krishna ultraortodox frimurare satanist
från ett annat land: uzbekisk kirgizisk tadzjikisk turkmensk kazakisk kazakstansk mongolisk mongol tjetjensk tjetjen dagestansk georgisk georgier azerbajdzjansk azerisk isländsk isländare islänning färöisk grönländsk grönländare estnisk lettisk litauisk maltesisk albansk moldavisk belarusisk vitrysk bulgarisk nepalesisk nepales bhutanesisk tibetansk tibetan burmesisk kambodjansk laotisk indonesisk filippinsk filippinska malaysisk japansk japan koreansk koreanska sydkoreansk nordkoreansk vietnamesisk australisk nyzeeländsk peruansk boliviansk paraguayansk uruguayansk ecuadoriansk colombiansk venezuelansk kubansk haitisk jamaicansk mexikansk brasiliansk argentinsk guatemalansk honduransk nicaraguansk kongolesisk kongoles rwandisk burundisk ugandisk kenyansk tanzanisk zambisk namibisk angolansk kamerunsk ghanansk nigeriansk senegalesisk gambisk togolesisk liberiansk sierraleonsk malisk sudanesisk sydsudanesisk djiboutisk madagaskisk mauritisk egyptisk marockansk tunisisk algerisk libysk jemenitisk omansk kurdisktalande skotsk irländsk walesisk portugisisk schweizisk israelisk kanadensisk sydafrikansk
person: transkvinna transman transtjej transkille transperson intersex icke-binär ickebinär transsexuell
"""  # noqa: E501
_COMMON_ORIGINS: Final = """
med en viss tro: muslimsk muslim katolsk katolik shiamuslim sunnimuslim kristen frikyrklig baptist
från ett annat land: syrisk somalisk irakisk iransk afghansk eritreansk etiopisk kurdisk bosnisk finsk finländsk polsk turkisk ukrainsk rysk thailändsk chilensk dansk norsk tysk palestinsk libanesisk serbisk kroatisk rumänsk ungersk pakistansk indisk kinesisk
"""  # noqa: E501

_LISTS: Final = (
    (_COMMON_OCCUPATIONS, Rarity.OCCUPATION, True),
    (_COMMON_ORIGINS, Rarity.ORIGIN, True),
    (_FAMILIES, Rarity.FAMILY, False),
    (_OCCUPATIONS, Rarity.OCCUPATION, False),
    (_ORIGINS, Rarity.ORIGIN, False),
    (_COMMON_DIAGNOSES, Rarity.DIAGNOSIS, True),
    (_DIAGNOSES, Rarity.DIAGNOSIS, False),
)


def _read() -> dict[str, Listed]:
    words: dict[str, Listed] = {}
    for text, rarity, common in _LISTS:
        for line in text.strip().splitlines():
            says, _, stems = line.partition(":")
            words.update(dict.fromkeys(stems.split(), Listed(rarity, says.strip(), common)))
    return words


_WORDS: Final = _read()
_STARTS: Final = frozenset(word[:_PREFIX] for word in _WORDS if len(word) >= _PREFIX and word[0] != "-")
FIRST_OF_TWO: Final = frozenset(word.partition("_")[0] for word in _WORDS if "_" in word)
_SHORT: Final = frozenset(word for word in _WORDS if len(word) < _PREFIX)
_TAILS: Final = {
    word[1:] + ending: found
    for word, found in _WORDS.items()
    if word[0] == "-"
    for ending in ("", "n", "en", "s", "ns", "a", "er", "e")
}
_ANY_TAIL: Final = tuple(_TAILS)
_TAIL_ENDS: Final = frozenset(tail[-_SHORTEST:] for tail in _TAILS)


def listed(word: str) -> Listed | None:
    """Tell what a word in lower case says, however it is inflected; two words are joined by a low line."""
    if word[:_PREFIX] in _STARTS:
        for cut in range(_LONGEST_ENDING + 1):
            stem = word[: len(word) - cut]
            if stem in _WORDS and word[len(stem) :] in _ENDINGS:
                return _WORDS[stem]
    elif word[:_SHORTEST] in _SHORT and word[_SHORTEST:] in _ENDINGS:
        return _WORDS[word[:_SHORTEST]]
    elif word in _SHORT:
        return _WORDS[word]
    if word[-_SHORTEST:] in _TAIL_ENDS and len(word) >= _SHORTEST_COMPOUND and word.endswith(_ANY_TAIL):
        return next(found for tail, found in _TAILS.items() if word.endswith(tail))
    return None


COMMON_COUNTRIES: Final = frozenset(
    """
    Syrien Somalia Irak Iran Afghanistan Eritrea Etiopien Bosnien Finland Polen Turkiet Ukraina Ryssland Thailand
    Chile
    Danmark Norge Tyskland Palestina Gaza Libanon Serbien Kroatien Rumänien Ungern Pakistan Indien Kina Kosovo
    Albanien
    """.split()
)
COUNTRIES: Final = frozenset(
    """
    Uzbekistan Kirgizistan Tadzjikistan Turkmenistan Kazakstan Mongoliet Tjetjenien Dagestan Georgien Azerbajdzjan
    Armenien
    Island Färöarna Grönland Malta Moldavien Belarus Vitryssland Bulgarien Nepal Bhutan Tibet Burma Myanmar Kambodja
    Laos
    Indonesien Filippinerna Malaysia Japan Sydkorea Nordkorea Vietnam Australien Peru Bolivia Paraguay
    Uruguay Ecuador Colombia Venezuela Kuba Haiti Jamaica Mexiko Brasilien Argentina Guatemala Honduras Nicaragua
    Kongo
    Rwanda Burundi Uganda Kenya Tanzania Zambia Zimbabwe Namibia Angola Kamerun Ghana Nigeria Senegal Gambia Togo
    Liberia
    Mali Sudan Sydsudan Djibouti Madagaskar Mauritius Egypten Marocko Tunisien Algeriet Libyen Jemen Oman Skottland
    Irland
    Portugal Schweiz Israel Kanada Sydafrika Elfenbenskusten Guinea Burkina Niger Tchad Mocambique Moçambique Malawi
    Bangladesh Taiwan Singapore Tuvalu Fiji Samoa Surinam Guyana Belize Panama Botswana Gabon Benin
    """.split()
)
PEOPLE: Final = frozenset(
    """
    person personen kvinna kvinnan man mannen flicka flickan pojke pojken kille killen tjej tjejen elev eleven
    eleverna
    patient patienten brukare brukaren deltagare deltagaren klient klienten invånare invånaren ungdom ungdomen familj
    familjen mamma mamman pappa pappan förälder föräldern anställd anställda son sonen dotter dottern barn barnet
    boende
    grundskoleelev gymnasieelev särskoleelev student studenten sökande asylsökande medborgare tonåring tonåringen
    kvinnlig kvinnliga manlig manliga ungen barnfamilj barnfamiljen paret par bonde praktikant lärling hyresgäst
    """.split()
)
