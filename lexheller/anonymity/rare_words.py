"""Which words make a person rare, and what group stands for each of them?

Written by us. A line is a general expression, a colon, and stems in lower case: `listed` sees through Swedish endings.
A stem of two words has a low line between them; one that begins with a hyphen may end a compound.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from lexheller.anonymity.rarity import Rarity

_ENDINGS: Final = frozenset(
    ["", *"s en n et t a e ens ets ns ts na an ar er or arna erna orna as es nen nens ne".split()]
)
_LONGEST_ENDING: Final = 4
_SHORTEST: Final = 3
_PREFIX: Final = 4
_SHORTEST_COMPOUND: Final = 8
_SHORTEST_TAIL: Final = 4


class Listed(NamedTuple):
    """What a word says of a person: in which respect and what may stand for it.

    A common one (an office worker, depression) says half as much, an occupation only where it is said of the person.
    """

    rarity: Rarity
    says: str
    common: bool
    weight: float = 1.0


_DIAGNOSES: Final = """
en neurologisk sjukdom: als ms multipel_skleros parkinson parkinsons huntington huntingtons narkolepsi epilepsi epileptisk myasteni polyneuropati parkinsonism ataxi dystoni afasi guillain-barrés guillain-barré skelleftesjukan skelleftesjuka postpolio polio hydrocefalus dravets spinal_muskelatrofi rasmussens creutzfeldt-jakobs locked-in hereditär_spastisk kallmanns cadasil friedreichs strumpell charcot-marie-tooth cmt kleine-levins tardiv_dyskinesi trigeminusneuralgi neuroborrelios hjärnhinneinflammation encefalit cjd syringomyeli dystonisk spielmeyer-vogts batten battens leukodystrofi narkoleptiker epileptiker stamning
en sjukdom i musklerna: duchenne duchennes muskeldystrofi -dystrofi -muskelatrofi sma myotoni pompes myopati muskelsvaghet muskelsjuk inklusionskroppsmyosit dermatomyosit polymyosit
en långvarig sjukdom: hemofili blödarsjuka blödarsjuk sicklecellanemi talassemi thalassemi porfyri gauchers fabrys wilsons addisons cushings akromegali sarkoidos sklerodermi lupus sle behçets behcets vaskulit systemisk_skleros marfans ehlers-danlos osteogenes_imperfecta benskörhetssjukdom fenylketonuri pku galaktosemi mitokondriell mitokondriesjukdom tuberös_skleros neurofibromatos recklinghausens retts rett angelmans prader-willis prader-willi williams turners klinefelters digeorge 22q11 fragilt-x fragil-x fragilt_x fragil_x progeri progeria noonans kabuki smith-magenis sjögrens bechterew bechterews addison amyloidos immunbrist agammaglobulinemi epidermolys -pati -anemi -skleros -plegi -sarkom -atresi -syndrom -sjuka -nekros -fibros -pares -penia -blastom -missbildning -förgiftning -genes -itis -algi -kolit -artrit -nefrit -dysplasi -hypoplasi -lepsi -cytos -emfysem -skleros -trofi muskelsjukdom stoftskiftessjukdom ämnesomsättningssjukdom bindvävssjukdom blodsjukdom lungsjukdom iktyos ichtyosis psoriasisartrit meniers menières leprabehandling lepra malaria rabies tbe botulism ebola cystisk_fibros sällsynt_diagnos ovanlig_diagnos akondroplasi hypofosfatasi hypofosfatemi fop hemokromatos sarkoid crest raynauds erytromelalgi porfyrisjuk svettsjuka mastocytos mastocytossjukdom skelettsjukdom ledsjukdom njursjukdom leversjukdom hudsjukdom ögonsjukdom immunsjukdom hormonsjukdom mitokondriesjuk lipödem narkotikainducerad elöverkänslig elallergiker elallergisk multikemisk pans pandas cri_du kromosomavvikelse kromosomfel trisomi ringkromosom lynchs ehlers_danlos osteogenes hypermobilitetssyndrom bechterews_sjukdom pots takotsubo kawasaki kawasakis sticklers crouzons aperts pierre_robin goldenhars hallermann beckwith silver-russells lesch-nyhans nail-patella kloakmissbildning kortisolbrist binjuresvikt sköldkörtelcancer
en allvarlig sjukdom: leukemi hjärntumör cancer -cancer lymfom myelom sarkom tumör melanom hiv aids tuberkulos tbc hepatit transplanterad transplanterat -transplanterad -transplanterat -transplantat -transplantation dialys dialyspatient hjärtsvikt hjärtfel stomi respirator hemrespirator lungfibros kol retinoblastom hjärtsjuk hjärttransplantation lungtransplanterad njursvikt leversvikt levercirros skrumplever cirros blodförgiftning sepsis lungemboli dialysbehandling syrgasbehandling hivpositiv könsstympad gastric
en medfödd funktionsnedsättning: downs albinism albino ryggmärgsbråck ryggmärgsbrock cp-skada cp-skadad cp cerebral_pares fetalt_alkoholsyndrom fasd läpp-käk-gomspalt dysmeli neurosedyn neurosedynskadad gomspalt hydrocephalus mikrocefali hareläpp läppspalt klumpfot femöring anencefali arthrogrypos amc spina_bifida dandy-walker
en funktionsnedsättning: rullstol permobil sondmatas trakeostomi syrgas dövblind blind döv gravt_synskadad synskadad hörselskadad stum teckenspråkig rullstolsburen rullstolsburn rullstolsbundn rullstolsbunden amputerad benamputerad armamputerad dubbelamputerad enbent enarmad enögd förlamad halvsidesförlamad tetraplegi tetraplegisk paraplegi paraplegisk tvärskadad ryggmärgsskada ryggmärgsskadad dvärgväxt kortväxt kortvuxen ledarhund assistanshund proteser benprotes armprotes cochleaimplantat brännskadad brandskadad eldskadad hörselhund signalhund servicehund diabeteshund epilepsihund brännskador vanställd synsvag dövstum cochlea hörapparater albinistisk flerfunktionsnedsatt flerfunktionshindrad hemiplegi monoplegi handikappad blindhund benlös armlös fingerlös -blind -döv -stum -förlamad talkanyl tracheostomi peg-sond gastrostomi höftprotes käkskada whiplashskadad dövblindfödd dövfödd blindfödd vuxendöv
en psykisk sjukdom: schizofreni schizofren tourettes tourette katatoni dissociativ anorexi selektiv_mutism mutism könsdysfori kleptomani narcissistisk pedofili munchhausen munchausen resignationssyndrom uppgivenhetssyndrom schizoaffektiv vanföreställningssyndrom paranoia bulimi bulimiker anorektiker anorektisk pyroman trikotillomani samlarsyndrom samlarsjuka dissociativ_identitetsstörning könsinkongruens självskadebeteende tvångsvård tvångsvårdad kronisk_mutism
en sjukdom i hjärnan: hjärnskad hjärnskador propp_i hjärnskada hjärnskadad stroke hjärnblödning demens alzheimer alzheimers frontallobsdemens lewykroppsdemens korsakoff korsakoffs subduralhematom dement vaskulär_demens huntington-demens hjärninfarkt aneurysm hjärncancer skallskada skallfraktur tumörer minnesförlust amnesi
"""  # noqa: E501  # a list, one line a kind
_COMMON_DIAGNOSES: Final = """
psykisk ohälsa: -missbrukare -missbruk förlossningspsykos förlossningsdepression alkoholist alkoholiserad alkoholism narkoman pundare missbrukare narkotikaberoende narkotikaberoend tablettmissbruk tablettberoende spelmissbruk opioidberoende tvångstankar ätstörning självskadebeteende hypomani mani suicidal självmordsbenägen självmordsförsök amfetamin heroin injicerar social_fobi panikångest depression deprimerad ångest ångestsyndrom ptsd psykos psykotisk bipolär utmattningssyndrom utmattning utbränd missbruk spelberoende alkoholberoende emotionellt_instabil ocd tvångssyndrom
en funktionsnedsättning: adhd add autism autistisk autist asperger aspergers dyslexi intellektuell_funktionsnedsättning utvecklingsstörning synnedsättning hörselnedsättning
en långvarig sjukdom: diabetes diabetiker typ-1-diabetes -skada -skador -inflammation -infektion -allergi -fobi -artros posttraumatisk_stress posttraumatiskt_stressyndrom fibromyalgi whiplash whiplashskada crohns crohn ulcerös_kolit astma reumatism ledgångsreumatism migrän endometrios me me/cfs långtidscovid postcovid borrelia hjärtinfarkt artros celiaki psoriasis lymfödem diskbråck sömnapné
"""  # noqa: E501  # a list, one line a kind
_OCCUPATIONS: Final = """
räddningstjänst: brandman brandmän brandmästare brandinspektör brandchef räddningsdykare deltidsbrandman ambulansförare fjällräddare livräddare sjöräddare fjällräddning brandsoldat brandingenjör ambulanspilot ambulansman skogsbrandman strandvakt simlärare
lantbruk, skog och fiske: renskötare lantbrukare bonde mjölkbonde fårbonde fiskare yrkesfiskare biodlare vinodlare trädgårdsmästare skogsarbetare skogshuggare timmerkörare jägare jägmästare hovslagare hemmansägare fårfarmare minkfarmare minkuppfödare hästuppfödare hunduppfödare kennelägare godsägare lantbrukarpar bondpar häradsjägmästare ladugårdsförman djurskötare veterinär arborist fyrvaktare -odlare -fiskare -uppfödare -bonde smed hovslagerska grisbonde kobonde potatisodlare svampodlare musselodlare laxodlare äppelodlare grönsaksodlare fäbodkulla fäbodbrukare getfarmare getbonde alpackafarmare strutsfarmare kräftfiskare laxfiskare ålfiskare hummerfiskare snöskoterguide fjällguide fiskeguide jaktguide jaktvårdare viltvårdare skogvaktare skogsbrukare skogsmaskinförare skördarförare virkesmätare torpare arrendator storbonde gårdsägare renägare bisamfångare rävjägare säljägare björnjägare fyrmästare fyrvakt hundförare kennelskötare ridlärare ridskolechef hästskötare kusk trädfällare timmerhuggare torvarbetare torvtäktsägare bärplockare mjölnare stenmurare brunnsgrävare fiskodlare mejerist ystare
ett trossamfund: präst kyrkoherde biskop munk nunna imam rabbin pastor diakon kantor organist kyrkvaktmästare klockare missionär predikant kyrkomusiker domprost prost biskopinna stiftsadjunkt komminister kyrkvärd församlingsföreståndare -präst -munk -nunna prästinna kontraktsprost frälsningssoldat frälsningsofficer församlingspedagog klosterbroder klostersyster abbedissa abbot guru shaman nåjd väckelsepredikant ungdomspastor pingstpastor kyrkogårdsarbetare kyrkoråd kyrkvakt organistvikarie
politik och förvaltning: kommunalråd riksdagsman riksdagsledamot riksdagsledamöter borgmästare landshövding regionråd landstingsråd kommunchef kommundirektör ambassadör statsråd minister partiledare nämndordförande kommunfullmäktigeledamot fullmäktigeordförande häradshövding sametingsledamot toppolitiker kommunalrådet kommunalpamp oppositionsråd oppositionspolitiker kommunpolitiker lokalpolitiker riksdagskandidat fullmäktigeledamot regionpolitiker landstingspolitiker byalagsordförande partiombudsman konsul diplomat generaldirektör sametingspolitiker samebyordförande stadsarkitekt kommunekolog räddningschef tullchef länsråd
idrott: -landslag paralandslag målvakt hockeymålvakt konståkare konståkerska backhoppare alpinist skidskytt landslagsman landslagsspelerska proffs -proffs -ryttare -simmare -löpare -boxare landslagsspelare elitspelare elittränare travtränare travkusk jockey fotbollsproffs ishockeyproffs proffsboxare boxare olympier idrottsstjärna skidåkare skidlöpare allsvensk fotbollsspelare hockeyspelare bandyspelare förbundskapten lagkapten elitidrottare världsmästare os-medaljör olympiamedaljör paralympier tävlingsryttare rallyförare speedwayförare brottare simmare tyngdlyftare schackmästare orienterare -spelare -tränare landslagsback innebandyspelare handbollsspelare volleybollspelare basketspelare pingisspelare bordtennisspelare tennisspelare golfproffs golfspelare curlingspelare bowlare motocrossförare motocrossåkare enduroförare skoterförare folkracare rallykartläsare cyklist triatlet maratonlöpare simhoppare gymnast ryttare galoppjockey fäktare bågskytt sportskytt kanotist roddare seglare judoka karateka kampsportare mma-fighter kroppsbyggare bodybuilder styrkelyftare konstsimmare skateboardåkare snowboardåkare freestyleåkare störtloppsåkare slalomåkare backhopperska skidtränare fotbollstränare hockeytränare gymnastiktränare fotbollsdomare hockeydomare fotbollsstjärna hockeystjärna hockeyback mästarinna elitgymnast elitsimmare e-sportare
kultur och medier: konstnär konstnärinna skulptör författare poet kompositör operasångare operasångerska sångare sångerska musiker skådespelare skådespelerska regissör cirkusartist clown trollkarl komiker manusförfattare låtskrivare keramiker vävare körledare dirigent violinist pianist cellist organist trummis rappare rockmusiker fågelskådare dansare balettdansare journalist lokalreporter programledare influencer influerare youtuber bloggare dokumentärfilmare fotograf spelman riksspelman slöjdare glasblåsare silversmed guldsmed instrumentmakare fiolbyggare orgelbyggare dj dragartist dragspelare trubadur museichef arkeolog -konstnär -spelman -musiker -artist nyckelharpist trombonist flöjtist saxofonist klarinettist harpist fagottist oboist valthornist slagverkare nyckelharpsspelare fiolspelman säckpipeblåsare orkesterledare körsångare visdiktare serietecknare tecknare illustratör kyrkomålare målarinna dekorationsmålare textilkonstnär textilkonstnärinna glaskonstnär träsnidare knivmakare knivsmed luthier gitarrbyggare pianostämmare orgelstämmare ljudtekniker dansös balettdansös danslärare dansbandssångare dansbandsmusiker sångpedagog musikproducent hiphopare hiphopartist vloggare poddare poddprofil krönikör chefredaktör radiopratare radioprofil meteorolog tv-meteorolog tv-profil tv-kock stå-upp-komiker ståuppare ståuppkomiker buktalare akrobat jonglör trapetskonstnär lindansare dockmakare dockspelare teaterdirektör museivaktmästare museipedagog hembygdsforskare släktforskare lokalhistoriker antikvarie bibliotekarie bokbindare antikvariatsägare boktryckare skyltmålare fotomodell modeskapare modedesigner porrskådespelare porrstjärna strippa skönhetsdrottning
transport: lokförare pilot helikopterpilot flygkapten flygledare sjökapten skeppare maskinist matros sjöman färjeförare kranförare dykare yrkesdykare stuveriarbetare bussförare skolbussförare taxiförare tågförare konduktör tågmästare stins spårvagnsförare sopbilsförare plogbilsförare styrman båtsman fartygskock flygvärdinna flygmekaniker flyginstruktör segelflygare ballongflygare drönarpilot skidliftsskötare liftskötare liftvärd brovakt slussvakt lotsbåtsman lots överlots hamnkapten hamnarbetare lantbrevbärare trafikledare trafiklärare bilskollärare körskollärare mjölkbilschaufför timmerbilschaufför bogserare
industri och gruva: gruvarbetare gruvarbeterska svarvare gjutare masugnsarbetare glasarbetare sömmerska tapetserare skeppsbyggare snickarmästare gruvdykare bergsprängare sprängare smältverksarbetare valsverksarbetare sågverksägare sågverksarbetare brukspatron bruksarbetare varvsarbetare stenhuggare kolare linjearbetare linjemontör glasslipare smidesmästare gjuteriarbetare pappersarbetare pappersbruksarbetare massaarbetare raffinaderiarbetare kärnkraftsarbetare kärnkraftsoperatör vindkraftstekniker vattenkraftstekniker sprängämnesarbetare stenbrottsarbetare takläggare byggmästare båtbyggare skeppstimmerman segelmakare korgmakare tunnbindare kakelugnsmakare vävmästare spinnmästare garvare pälssömmerska skräddare modist ursmed vapensmed vapentekniker fabrikör fabriksägare disponent klubbordförande fackordförande fackpamp huvudskyddsombud
handel och service: butiksägare handlare lanthandlare krögare restaurangägare pizzeriaägare hotellägare frisör sotare sotarmästare begravningsentreprenör dödgrävare urmakare skomakare tatuerare bagare slaktare bryggare ölbryggare stugvärd campingägare mackägare taxiägare kioskägare apotekare lanthandlerska butiksföreståndare speceriägare kioskföreståndare ica-handlare konsumföreståndare bokhandlare antikhandlare bilhandlare fiskhandlare blomsterhandlare köpman bilskrotare skrothandlare auktionist auktionsutropare caféägare kaféägare kroginnehavare sushikock konditor pizzabagare sockerbagare glassmakare chokladmakare korvmakare charkuterist rökerist hotelldirektör hotellchef pensionatsägare vandrarhemsföreståndare campingvärd turistchef reseledare turistguide kasinovärd croupier dörrvakt diskjockey nagelterapeut piercare zonterapeut homeopat healer kraniosakralterapeut kiropraktor hundfrisör hundtränare fotvårdare skorstensfejare sotarn bilmålare bilmekaniker låssmed krematorietekniker dödgräverska kyrkogårdsföreståndare sopgubbe sophämtare renhållningsarbetare telefonförsäljare mäklerska
rättsväsende och försvar: överste officer militär legosoldat hemvärnschef fn-soldat utlandsveteran fängelsedirektör rådman nämndeman åklagare tullare gränspolis polismästare kronofogde spaningsledare kriminalinspektör kriminalkommissarie kommissarie närpolis piketpolis säpo livvakt kronoinspektör tingsnotarie lagman hovrättsråd underrättelseofficer löjtnant överstelöjtnant flottist kustjägare kustbevakare fjälljägare fallskärmsjägare dykarofficer stridspilot jaktpilot jas-pilot hemvärnsman hemvärnssoldat hemvärnskvinna fn-veteran utlandssoldat afghanistanveteran bosnienveteran kongoveteran främlingslegionär krigsveteran krigskorrespondent frihetskämpe häktesvakt
vård: barnmorska tandläkare ambulanssjuksköterska obducent naprapat tandsköterska tandhygienist tandtekniker narkosläkare kirurg hjärnkirurg hjärtkirurg plastikkirurg provinsialläkare bygdeläkare rättsläkare obduktionstekniker audionom optiker ortoptist logoped dietist perfusionist ambulanssjukvårdare flygläkare akupunktör doktor veterinärassistent djursjukskötare distriktsveterinär doula
forskning: professor forskare docent polarforskare astronom astronaut museiintendent professorska emeritus doktorand lektor geolog vulkanolog botaniker zoolog ornitolog marinbiolog entomolog glaciolog fysiker kärnfysiker kemist matematiker språkforskare ägyptolog egyptolog teolog filosof nobelpristagare rymdforskare raketforskare patentinnehavare
hemmet: au_pair dagmamma dagbarnvårdare familjehemsmamma husfru hushållerska butler barnflicka familjehemspappa familjehemsförälder fosterhemsmamma fostermamma fosterpappa jourhemsmamma
en särskild roll: ordförande grundare brunnsborrare spåkvinna adelsman grevinna greve baron friherre prins prinsessa kung drottning kronprinsessa statsminister spågumma klok_gumma mästerkock bagarmästare uppfinnare miljardär mångmiljonär lottomiljonär dragqueen fäbodägarinna imkerska imkare jojkare jojkartist svetsmästare bårbärare lottovinnare spökskrivare nöjesparksägare lotterivinnare byålderman seriemördare klanledare maffialedare mc-ledare byfåne byordförande byapojke byäldste klanöverhuvud romsk_ledare helbrägdagörare tarotläsare siare trollkonstnär hypnotisör äventyrare bergsbestigare polarfarare eremit enstöring luffare uteliggare husockupant miljöaktivist klimataktivist djurrättsaktivist visselblåsare whistleblower avhoppare sektledare rekordhållare världsrekordhållare guinness skattletare metalldetektorist dykveteran prostituerad sexarbetare eskort porrproducent arvtagerska arvtagare godsherre konkursmässig luciadrottning majdrottning
"""  # noqa: E501  # a list, one line a kind
_COMMON_OCCUPATIONS: Final = """
politik och förvaltning: socialchef skolchef skoldirektör socialdirektör förvaltningschef kommunjurist kulturchef näringslivschef bibliotekschef miljöchef överförmyndare polischef ombudsman politiker nämndledamot gruppledare skyddsombud
vård och omsorg: sjuksköterska undersköterska läkare överläkare psykolog kurator vårdbiträde boendestödjare distriktsläkare fysioterapeut sjukgymnast
skolan: rektor lärare förskollärare barnskötare fritidsledare gymnasielärare slöjdlärare musiklärare lärarinna
industri och bygg: snickare svetsare elektriker målare rörmokare industriarbetare byggnadsarbetare mekaniker murare plåtslagare montör
transport: lastbilschaufför busschaufför taxichaufför chaufför lagerarbetare brevbärare tågvärd
handel och service: kock städare kassörska servitris butikschef butikssäljare bartender lokalvårdare fastighetsskötare vaktmästare
rättsväsende: polis jurist advokat väktare ordningsvakt kriminalvårdare socialsekreterare
språk: tolk teckenspråkstolk
kontor: ekonom ingenjör civilingenjör programmerare arkitekt tjänsteman chef vd bankman mäklare redovisningskonsult
"""  # noqa: E501  # a list, one line a kind
_FAMILIES: Final = """
syskon: enäggstvilling siamesiska siamesisk enäggstvillingpar
efterlevande: änka änkling änklingen änkeman änkemannen änkefru krigsänka
: adoptivson adoptivdotter adoptivbarn adopterad internationellt_adopterad
förälder: surrogatmamma donatorbarn tvåmammor regnbågsfamilj åttabarnsmamma sjubarnsmamma sexbarnsmamma fembarnsmamma sjubarnspappa sexbarnspappa fembarnspappa tiobarnsmamma niobarnsmamma surrogatbarn spermadonator äggdonator donatorsbarn tonårsmamma tonårspappa sjubarnsmor åttabarnsmor niobarnsmor tiobarnsmor polygam polyamorös månggift
anhörig: hittebarn barnhemsbarn föräldralös barnhemspojke flyktingbarn krigsbarn kusingift tvångsgift bortgift barnbrud
"""  # noqa: E501  # a list, one line a kind
_ORIGINS: Final = """
från en minoritet: samisk samer samen samekvinna nordsamisk sydsamisk lulesamisk tornedaling tornedalsk tornedalsktalande samisktalande meänkieli meänkielitalande jiddisch kvän resandefolket romsk romer romani jude judisk judinna ortodoxt_judisk jesidisk yazidisk yezidisk jesid yazid assyriansk syriansk syrianer assyrier mandeisk mandé druser drusisk hazar uigur uigurisk rohingya koptisk kopt armenisk armenier ezidisk alevit alevitisk ahmadiyya bahá'í baha'i zoroastrier skogssame skogssamisk finlandssvensk sverigefinsk meänkieli-talande tatarisk tatar balt baltsvensk estlandssvensk kurmanji tigrinja tigrinjatalande rohingyan oromo oromisk amharisk tigreansk somalibantu bantu hutu tutsi berber berbisk pashtun pashtunsk tamil tamilsk kirgis kirgisisk baskisk katalansk gagauzisk mapuche aymara inuit inuitisk maori aborigin ursprungsamerikan tjerkessisk tjerkess abchasisk ossetisk kalmuckisk karelsk karelare ingermanländsk ingermanländare voltysk volgatysk
med en viss tro: jehova jehovas mormon mormonsk amish scientolog ortodox hinduisk hindu buddhist buddhistisk sikh laestadian laestadiansk livets_ord pingstvän hare_krishna ultraortodox frimurare satanist mormoner adventist sjundedagsadventist kväkare anabaptist mennonit maranata moonist krishnatrogen wiccan hedning asatroende satanistisk shintoist jainist druid teosof antroposof antroposofisk bahai
från ett annat land: uzbekisk kirgizisk tadzjikisk turkmensk kazakisk kazakstansk mongolisk mongol tjetjensk tjetjen dagestansk georgisk georgier azerbajdzjansk azerisk isländsk isländare islänning färöisk grönländsk grönländare estnisk lettisk litauisk maltesisk albansk moldavisk belarusisk vitrysk bulgarisk nepalesisk nepales bhutanesisk tibetansk tibetan burmesisk kambodjansk laotisk indonesisk filippinsk filippinska malaysisk japansk japan koreansk koreanska sydkoreansk nordkoreansk vietnamesisk australisk nyzeeländsk peruansk boliviansk paraguayansk uruguayansk ecuadoriansk colombiansk venezuelansk kubansk haitisk jamaicansk mexikansk brasiliansk argentinsk guatemalansk honduransk nicaraguansk kongolesisk kongoles rwandisk burundisk ugandisk kenyansk tanzanisk zambisk namibisk angolansk kamerunsk ghanansk nigeriansk senegalesisk gambisk togolesisk liberiansk sierraleonsk malisk sudanesisk sydsudanesisk djiboutisk madagaskisk mauritisk egyptisk marockansk tunisisk algerisk libysk jemenitisk omansk kurdisktalande skotsk irländsk walesisk portugisisk schweizisk israelisk kanadensisk sydafrikansk spansk spanjor spanjorska italiensk italienare italienska fransk fransman fransyska engelsk engelsman engelska brittisk amerikansk amerikan amerikanska grekisk grek grekinna cypriotisk maltesare österrikisk österrikare belgisk belgare nederländsk holländsk holländare holländska tjeckisk tjeck slovakisk slovak slovensk makedonsk makedonier montenegrinsk kosovoalbansk litauer bulgar georgiska japanska kines kinesiska mongoliska tibetanska nepalesiska srilankesisk bangladeshisk singaporiansk taiwanesisk burmes thailändska kambodjan laotier panamansk costaricansk salvadoransk guatemalan dominikansk surinamesisk guyansk beninsk ivoriansk guineansk tchadisk nigerisk gabonesisk moçambikisk malawisk zimbabwisk botswansk lesothisk eswatinisk komorisk kapverdisk mauretansk saudisk saudiarabisk kuwaitisk qatarisk emiratisk bahrainsk jordansk
person: transkvinna transman transtjej transkille transperson intersex icke-binär ickebinär transsexuell könskorrigering könskorrigerad könsbyte könsbekräftande hermafrodit icke-binära asexuell
med ett visst uppdrag: sverigedemokrat socialdemokrat vänsterpartist miljöpartist centerpartist kristdemokrat sverigedemokratisk socialdemokratisk vänsterpartistisk miljöpartistisk centerpartistisk kristdemokratisk nazist nazistisk kommunist anarkist
"""  # noqa: E501  # a list, one line a kind
_COMMON_ORIGINS: Final = """
med en viss tro: muslimsk muslim katolsk katolik shiamuslim sunnimuslim kristen frikyrklig baptist
person: homosexuell lesbisk bisexuell bög flata
från ett annat land: syrisk somalisk irakisk iransk afghansk eritreansk etiopisk kurdisk bosnisk finsk finländsk polsk turkisk ukrainsk rysk thailändsk chilensk dansk norsk tysk palestinsk libanesisk serbisk kroatisk rumänsk ungersk pakistansk indisk kinesisk
"""  # noqa: E501  # a list, one line a kind

# So few have it, or are it, that a small municipality has one person or none.
_VERY_RARE: Final = frozenset(
    """
    als huntington huntingtons cystisk_fibros hemofili blödarsjuka duchenne duchennes sma prader-willis prader-willi
    retts rett angelmans williams albinism albino dövblind dövblindfödd cri_du porfyri gauchers fabrys wilsons
    osteogenes_imperfecta fenylketonuri pku epidermolys iktyos fop progeri dravets locked-in skelleftesjukan
    skelleftesjuka akondroplasi kortväxt kortvuxen dvärgväxt neurosedyn neurosedynskadad creutzfeldt-jakobs cjd
    lepra ebola rabies siamesisk siamesiska batten battens spielmeyer-vogts charcot-marie-tooth cmt friedreichs ataxi
    marfans noonans smith-magenis kabuki tuberös_skleros guillain-barrés guillain-barré myasteni hermafrodit
    ansiktstransplantation hjärttransplantation hjärttransplanterad lungtransplanterad dysmeli arthrogrypos intersex
    retinoblastom behçets behcets pompes myotoni munchhausen munchausen
    """.split()
)
# How the name of a line is put after "person" or "arbetar".
_AREAS: Final = {
    "räddningstjänst": "inom räddningstjänsten",
    "lantbruk, skog och fiske": "inom lantbruk, skog eller fiske",
    "ett trossamfund": "i ett trossamfund",
    "idrott": "inom idrotten",
    "industri och gruva": "inom industrin",
    "vård": "inom vården",
    "forskning": "inom forskningen",
    "hemmet": "i hemmet",
    "en särskild roll": "med en särskild roll",
    "kontor": "på kontor",
    "rättsväsende": "inom rättsväsendet",
    "rättsväsende och försvar": "inom rättsväsende eller försvar",
    "politik och förvaltning": "inom politik eller förvaltning",
}


def area(says: str) -> str:
    """Give the line of an occupation with its preposition: "inom idrotten"."""
    return _AREAS.get(says, f"inom {says}")


_LISTS: Final = (
    (_COMMON_OCCUPATIONS, Rarity.OCCUPATION, True),
    (_COMMON_ORIGINS, Rarity.ORIGIN, True),
    (_FAMILIES, Rarity.FAMILY, False),
    (_OCCUPATIONS, Rarity.OCCUPATION, False),
    (_ORIGINS, Rarity.ORIGIN, False),
    (_COMMON_DIAGNOSES, Rarity.DIAGNOSIS, True),
    (_DIAGNOSES, Rarity.DIAGNOSIS, False),
)


def read(lists: Iterable[tuple[str, Rarity, bool]], very_rare: AbstractSet[str]) -> dict[str, Listed]:
    """Give what every stem says.

    Args:
        lists: lines of a general expression, a colon and stems; what respect they are of, and whether they are common.
        very_rare: which of them weigh most.
    """
    words: dict[str, Listed] = {}
    for text, rarity, common in lists:
        for line in text.strip().splitlines():
            says, _, stems = line.partition(":")
            words.update(dict.fromkeys(stems.split(), Listed(rarity, says.strip(), common, 0.5 if common else 1.0)))
    words.update((word, words[word]._replace(weight=1.5)) for word in very_rare & words.keys())
    return words


_WORDS: Final = read(_LISTS, _VERY_RARE)
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
    if word.endswith("arn") and f"{word[:-1]}e" in _WORDS:
        return _WORDS[f"{word[:-1]}e"]  # sotarn
    if word[-_SHORTEST:] in _TAIL_ENDS and len(word) >= _SHORTEST_COMPOUND and word.endswith(_ANY_TAIL):
        return next(found for tail, found in _TAILS.items() if word.endswith(tail))
    return None


def trade_within(word: str) -> Listed | None:
    """Tell what the last part of a compound says that somebody works as: "cirkusclown"."""
    for cut in range(3, len(word) - _SHORTEST_TAIL):
        found = (
            _WORDS.get(word[cut:])
            or _WORDS.get(word[cut:].removesuffix("en"))
            or _WORDS.get(word[cut:].removesuffix("n"))
        )
        if found is not None and found.rarity is Rarity.OCCUPATION and len(word) - cut > _SHORTEST_TAIL:
            return found
    return None


COMMON_COUNTRIES: Final = frozenset(
    """
    Syrien Somalia Irak Iran Afghanistan Eritrea Etiopien Bosnien Finland Polen Turkiet Ukraina Ryssland Thailand
    Chile Danmark Norge Tyskland Palestina Gaza Libanon Serbien Kroatien Rumänien Ungern Pakistan Indien Kina Kosovo
    Albanien Italien Spanien England USA Frankrike Grekland Storbritannien Holland Nederländerna
    """.split()
)
COUNTRIES: Final = frozenset(
    """
    Uzbekistan Kirgizistan Tadzjikistan Turkmenistan Kazakstan Mongoliet Tjetjenien Dagestan Georgien Azerbajdzjan
    Armenien Island Färöarna Grönland Malta Moldavien Belarus Vitryssland Bulgarien Nepal Bhutan Tibet Burma Myanmar
    Kambodja Laos Indonesien Filippinerna Malaysia Japan Sydkorea Nordkorea Vietnam Australien Peru Bolivia Paraguay
    Uruguay Ecuador Colombia Venezuela Kuba Haiti Jamaica Mexiko Brasilien Argentina Guatemala Honduras Nicaragua
    Kongo Rwanda Burundi Uganda Kenya Tanzania Zambia Zimbabwe Namibia Angola Kamerun Ghana Nigeria Senegal Gambia
    Togo Liberia Mali Sudan Sydsudan Djibouti Madagaskar Mauritius Egypten Marocko Tunisien Algeriet Libyen Jemen
    Oman Skottland Irland Portugal Schweiz Israel Kanada Sydafrika Elfenbenskusten Guinea Burkina Niger Tchad
    Mocambique Moçambique Malawi Albanien Andorra Antigua Bahamas Bahrain Barbados Belgien Brunei Centralafrika
    Cypern Dominica Eswatini Ekvatorialguinea Estland Lettland Litauen Grenada Jordanien Kazakhstan
    Kiribati Komorerna Kuwait Lesotho Liechtenstein Luxemburg Makedonien Nordmakedonien Maldiverna Mauretanien
    Mikronesien Monaco Montenegro Nauru Palau Papua Qatar Salomonöarna Saudiarabien
    Seychellerna Slovakien Slovenien Swaziland Tjeckien Tonga Trinidad Vanuatu
    Österrike Östtimor Västsahara Bangladesh Taiwan Singapore Tuvalu Fiji Samoa Surinam Guyana Belize
    Panama Botswana Gabon Benin Sierra Sri Kap Costa Saudi Puerto Hong
    """.split()
)
SECOND_OF_COUNTRY: Final = {
    "Sierra": " leone",
    "Sri": " lanka",
    "Kap": " verde",
    "Costa": " rica",
    "Saudi": " arabien",
    "Puerto": " rico",
    "Hong": " kong",
    "Papua": " nya guinea",
    "Burkina": " faso",
}
PEOPLE: Final = frozenset(
    """
    person personen kvinna kvinnan man mannen flicka flickan pojke pojken kille killen tjej tjejen elev eleven
    eleverna patient patienten brukare brukaren deltagare deltagaren klient klienten invånare invånaren ungdom
    ungdomen familj familjen mamma mamman pappa pappan förälder föräldern anställd anställda son sonen dotter
    dottern barn barnet boende grundskoleelev gymnasieelev särskoleelev student studenten sökande asylsökande
    medborgare tonåring tonåringen överlevande kvinnlig kvinnliga manlig manliga ungen barnfamilj barnfamiljen paret
    par bonde praktikant lärling hyresgäst
    """.split()
)
