"""Which words around a name give it away, and which say that it names something else?"""

from lexheller.anonymity import casework

# Titles and roles: the next capitalised word is nearly always a person.
ROLES = (
    frozenset(
        """
    dr doktor doc docent prof professor fru herr fröken syster broder tant farbror överläkare läkare läkaren
    distriktsläkare sjuksköterska sjuksköterskan skötare undersköterska kurator kuratorn psykolog psykologen
    handläggare handläggaren socialsekreterare socialsekreteraren biståndshandläggare biståndshandläggaren enhetschef
    enhetschefen chef chefen rektor rektorn lärare läraren mentor coach coachen arbetsterapeut fysioterapeut
    sjukgymnast logoped dietist tandläkare barnmorska samordnare samordnaren koordinator rehabkoordinator koordinatorn
    vårdsamordnare kontaktperson kontaktpersonen boendestödjare boendestödjaren behandlare behandlaren terapeut
    terapeuten advokat advokaten jurist juristen domare åklagare polis polisassistent kommissarie kyrkoherde diakon
    diakonen pastor imam präst tolk tolken personalen vikarien vikarie assistent assistenten ombud ombudet gode
    förvaltare förvaltaren klient klienten patient patienten pat brukare brukaren deltagare deltagaren eleven elev
    kollega kollegan grannen granne kompisen vännen kompis vän fritidsledaren fritidsledare ungdomen ungdom kandidaten
    praktikanten arbetsförmedlare arbetsförmedlaren biträdande sektionschef avdelningschef verksamhetschef
    verksamhetschefen förbundschef processledare gruppledare ordförande ordföranden kyrkvärden hemtjänstchef
    registrator vaktmästare receptionist sköterska sköterskan vårdare vårdaren sekreterare föreståndare föreståndaren
    handledare handledaren psykiater psykiatern neurolog bvc-sköterskan skolsköterskan skolkurator specialpedagog
    specialpedagogen pedagog resurspedagog studievägledare syv kommunalråd inspektör chauffören chaufför arbetsledare
    arbetsledaren teamledare mr mrs ms miss godman
    """.split()
    )
    | casework.SHORT_ROLES
)
RELATIONS = frozenset(
    """
    mamma mamman pappa pappan mor modern far fadern son sonen dotter dottern syster systern bror brodern brorsan
    syrran hustru hustrun maka makan make maken man mannen fru frun sambo sambon särbo fästmö fästman pojkvän
    pojkvännen flickvän flickvännen exet ex-mannen ex-frun exmannen exfrun barn barnet barnen barnbarn barnbarnet
    mormor morfar farmor farfar moster mostern faster farbror morbror kusin kusinen syskon syskonet syskonen paret
    tvillingen lillebror storebror lillasyster storasyster bonuspappa bonusmamma styvpappa styvmamma fostermamma
    fosterpappa familjehemsmamman svärmor svärfar svärson svärdotter tjej tjejen kille killen föräldrar föräldrarna
    familj familjen fam änka änkan änkling bonusdotter bonusson sondotter dotterson dotterdotter sonson pojken flickan
    kvinnan bebisen spädbarnet makarna
    """.split()
)
# What somebody has in English, and no thing: Haruto's mother.
ENGLISH_KIN = frozenset(
    """
    mother father mum mom dad parents parent son sons daughter daughters brother brothers sister sisters wife husband
    partner children child grandmother grandfather aunt uncle cousin niece nephew family caseworker doctor teacher
    nurse therapist lawyer landlord carer carers keyworker guardian assistant interpreter solicitor friend friends
    """.split()
)
# What somebody is by birth or office; in stories and letters these have a capital.
RANKS = frozenset(
    """
    kungen drottningen prinsen prinsessan kronprinsen kronprinsessan kejsaren greven grevinnan friherrinnan baronen
    biskopen prästen doktorn majoren översten kaptenen presidenten statsministern ministern borgmästaren påven
    profeten djävulen fan satan skaparen frälsaren häxan trollet tomten jultomten påskharen prinsessorna vännerna
    """.split()
)
NAMING = frozenset(
    """
    heter hette heta kallas kallad kallade kallat namnet namn vid-namn döpt döpta heter-nu alias underskrift
    undertecknad undertecknat signerat signerad mvh hälsningar hälsning vh hälsar hej hejsan namnteckning tilltalsnamn
    förnamn efternamn klient patient brukare avsändare mottagare kontaktperson kontakta handläggare gäller ang
    angående named called name kära käre bästa hilsen regards sincerely
    """.split()
)
CALLED = frozenset(
    """
    heter hette kallas kallad named called klienten brukaren mamman pappan sonen dottern
    """.split()
)
CALLING = frozenset("kallar kallade kallat kalla".split())
CALLED_OBJECTS = frozenset("honom henne hen mig".split())  # "alla kallar honom Bamsen"
PERSONS = frozenset("jag du han hon hen kvinna man kvinnan mannen pojken flickan barnet killen tjejen".split())
# Before a role that nobody is named by: "en ny handläggare".
INDEFINITE = frozenset("en ett ingen ingn någon nån nåt annan ny nya varje vilken vilka samma flera två".split())
# What may follow "heter" and is no name.
NOT_CALLED = frozenset(
    """
    inget inte nåt något ju nog nu numera också egentligen faktiskt samma likadant alltså väl så bara fortfarande
    visst då annat annorlunda precis
    """.split()
)
HEADERS = frozenset(
    """
    från to from till kopia cc bcc avsändare mottagare namn klient patient brukare sökande vårdnadshavare handläggare
    kontaktperson anhörig barn elev deltagare vh mvh förnamn efternamn god förvaltare ombud läkare närvarande
    deltagande kallade justeras vid-pennan sekreterare ordförande underskrift kontakt
    """.split()
)
WEAK = frozenset(
    """
    med av hos för enligt att när om men som både tackar träffade träffat träffar ringde ringt ringer ringa mötte
    frågade frågat bad be bett hjälpte hjälpt mejlade mejlat mailade kontaktade kontaktat sökte bollades tvingades lät
    låter låta sa säger berättade mellan mot åt kring utan stackars lilla lille unge gamla gamle unga vår min hans
    hennes deras m å via hjälp hjälpa stötta stöttar stöttade nå nått når erbjöd erbjöds gav ge ger fråga vräkte
    nekade skickade remitterade remitterar hänvisade meddelade informerade kallade hämta hämtade följde inför tills
    fast eftersom medan innan sedan vare varken stod heller gällde gällt rörde avsåg
    """.split()
)
# After these stand people and authorities, and hardly a place.
NO_PLACE_AFTER = frozenset("enligt hos gällde bad bett nekade informerade".split())
SOMEBODY = frozenset("jag du han hon hen vi hans hennes min mina deras".split())  # "Karl och jag"
# What somebody has done: "Nu har Awat fått vänta".
SUPINES = frozenset(
    """
    fått varit blivit haft gått kommit bott jobbat arbetat väntat sökt ringt skrivit sagt berättat frågat bett försökt
    velat kunnat behövt börjat slutat flyttat mått känt träffat pratat talat svarat lovat missat hamnat nekats
    överklagat ansökt anmält fyllt avlidit dött ljugit suttit stått legat sovit ätit hört sett levt lämnat tappat
    """.split()
)
# Words before the one who does something, where the sentence begins with something else: "I mars fick Awat avslag".
FINITE = frozenset(
    """
    deltog deltar medverkade medverkar närvarade närvarar fick får har hade kan kunde ska skulle vill ville måste blev
    blir är var träffade träffar nekades nekas sökte söker kom kommer tog gick går behöver behövde bor bodde ringde
    mår mådde säger sa känner kände såg ser mötte kallades kallade kallas hjälper stöttar följde stod avvisades
    hänvisas hänvisades remitterades berättade förklarade visade tycker tyckte anser menar skriver skrev frågar svarar
    skickade lovade lämnade spyr så ger gav tar borde sitter satt väntar missade
    """.split()
)
# Swedish and English words that some list of names holds, and that are no names even with a capital.
FUNCTION_WORDS = frozenset(
    """
    detta denna dessa det den de dem din dina ditt min mitt mina sin sina sitt han hon hen vi ni jag du man som och
    eller men att om när där här hur var vad vem vilken vilka varför ja nej inte även också bara alla inga ingen allt
    något någon många några båda vår vårt våra er era ert deras hennes hans dess nu då sedan efter före under över
    utan med mot för från till av på i vid hos enligt genom mellan the this that these those there then they them
    their his her hers its our your you he she it we and or but not for from with without about into who what when
    where why how is are was were will would can could should may might have has had do does did be been please if so
    as at by in of on to up an any all some no yes one two here now new first next last more most other such only very
    mars april maj juni juli augusti januari februari september oktober november december gud jesus ps obs tel mobil
    jesu kristus kristi messias herren herrens jehova
    eder edert edra
    ett en två tre fyra fem sex sju åtta nio tio elva tolv hundra tusen miljoner three four five six
    seven eight nine ten eleven twelve january february easter whitsun christmas my me us old good great big little
    free best like just out over again visa gör se läs skriv tryck välj spara dölj ange
    iofs iaf isf iom ej icke ngn ngt ngr asså oxå nåt nån nåra sånt såna mkt btw omg lol läkarn handläggarn kuratorn
    """.split()
)
# What one does to somebody: "träffade X", and "pratade med X".
MEETING = frozenset(
    """
    träffade träffat träffar träffa ringde ringt ringa mötte mött möter frågade fråga hjälp hjälpa hjälpte stötta
    stöttade erbjöd gav ge tackar tackade påminde mejlade sms:ade mailade kontaktade kontakta besökte besöker hämta
    hämtade
    """.split()
)
MEETING_WITH = frozenset(
    """
    hört hörde höra hör pratade pratat prata pratar talade talat tala möte mötet möten kontakt samtal samtalet träff
    länge bor bodde gift sambo sambon tillsammans ihop samarbetet dialog dialogen
    """.split()
)
# What only somebody is: "X är sjukskriven".
STATES = frozenset(
    """
    sjukskriven arbetslös gift skild ogift dement orolig hemlös inlagd utskriven inskriven gravid trött blind döv
    ensamstående gammal sjuk placerad förtvivlad nyanländ asylsökande läkare undersköterska pensionär förälder ensam
    deprimerad ledsen arg rädd nöjd missnöjd besviken frisk utförsäkrad uppsagd anställd student ensamkommande
    papperslös bosatt skuldsatt beroende drogfri nykter multisjuk rullstolsburen analfabet änka änkling tvåbarnsmamma
    trebarnsmamma gymnasieelev elev brukare klient patient deltagare bisittare svetsare snickare städare lärare
    sjuksköterska vikarie myndig minderårig omhändertagen häktad dömd friad anhållen utmattad utbränd uppgiven
    hospitaliserad avliden död kvar hemma tacksam självmordsnära suicidal rörelsehindrad hörselskadad
    """.split()
)
# After these nearly nothing but a place has a capital; "på" and "mot" stand before people too.
IN_PLACE = frozenset("i inom utanför ö omkring runt nära vid".split())
DIRECTIONS = frozenset("norr söder öster väster norrut söderut nordväst nordost sydväst sydost".split())
TAKEN_WITH = frozenset(  # "kär i Anna", "vi väntar på Anna"
    """
    kär kära förälskad förälskade nyförälskad vänta väntar väntat väntade lita litar litat litade tänka tänker tänkt
    tänkte lyssna lyssnar lyssnat lyssnade skylla skyller skyllt skyllde arg arga
    """.split()
)
PLACE_PREPOSITIONS = frozenset(
    """
    i på vid genom via mot kring inom utanför söder norr öster väster runt över ö hemma nära omkring
    """.split()
)
# A verb that only somebody can do.
PERSON_VERBS = frozenset(
    """
    sa säger sade sagt berättar berättade frågade frågar undrar undrade ringde ringer svarade svarar tycker tyckte
    tror trodde vet visste mår mådde känner kände bor bodde sover sov åt äter gråter grät jobbar jobbade arbetar
    arbetade studerar läser läste flydde flyttade flyttar föddes fyllde fyller heter hette lovade lovar satt sitter
    väntar väntade orkar orkade vågar vågade hittades hittade hittar omkom dog avled ansökte plockade tappade bröt
    vaknade svimmade mejlade mejlar skrev skriver träffade träffar klarar klarade upplever upplevde beskriver beskrev
    önskar önskade längtar trivs trivdes skäms litar litade kämpar kämpade slogs blivit klagar släpps släpptes friges
    frigavs anmälde anmäler begärde begär vägrar vägrade bad ber behandlas behandlades utreds utreddes bollas bollades
    lever levde hotas hotades misshandlades avvisades utvisades glömde glömmer förstår förstod pratar pratade talar
    talade lyssnar skrattar ler lider led insjuknade opererades operades mejlat skickat försvann söp dricker drack
    rökte röker isolerar vistas vistades
    nekades nekas avvisades hänvisas hänvisades remitterades remitteras utskrevs uteblev
    """.split()
)
WEAK_VERBS = frozenset(
    """
    är var har ska skulle kan kunde måste hade varit blev blir inte själv också kom kommer gick går fick får vill
    ville behöver behövde hamnade hamnar hänvisade stod står missade saknar saknade
    gav ger tog tar borde bör slutade slutar började börjar fortsatte deltog deltar
    skrevs kallades kallas placerades anser ansåg menar menade lämnade lämnar skickade skickar
    hjälper hjälpte verkar verkade betalar betalade tvingas tvingades återkom nöjde förklarade visade visar skapade
    satte vann försöker försökte avled fortsätter lägger lade hörde hör ser såg håller höll hoppas mötte möter följer
    följde köpte
    """.split()
)
# What nobody but a person does, after a name at the beginning of a sentence that is a word too: "Björn kom inte".
FIRST_VERBS = frozenset("kom gick fick ville vill behövde saknade saknar hamnade återkom klarade tvingades".split())
# And after "har": of these no animal or thing is said.
FIRST_SUPINES = frozenset(
    """
    fått bott jobbat arbetat väntat sökt ringt skrivit sagt berättat frågat bett försökt velat behövt flyttat mått
    träffat pratat talat svarat lovat nekats överklagat ansökt anmält fyllt ljugit suttit
    """.split()
)
# Kings, queens and saints with two first names, which they gave to these.
KINGS = frozenset("karl carl gustav gustaf adolf fredrik oskar oscar hedvig ulrika maria sofia lovisa".split())
CALLED_AFTER_KINGS = frozenset("skola gymnasium kyrka gård park sjukhus församling torg plats hus".split())
# A word after a name that makes the pair something else: Karl Johans skola, Parkinsons sjukdom, Maria församling.
ORGANISATION_WORDS = frozenset(
    """
    skola skolan gymnasium gymnasiet gymnasieskola grundskola förskola församling församlingen kyrka kyrkan kapell
    hus huset gård gården hem hemmet sjukhus sjukhuset ögonsjukhus barnsjukhus lasarett vårdcentral vårdcentralen
    hälsocentral familjecentral stiftelse stiftelsen förening föreningen förbund förbundet sjukdom syndrom kris
    symtom test testet skala skalan metod metoden modell modellen gata gatan väg vägen torg plan park parken plats
    platsen boende boendet korttidsboende äldreboende demensboende gruppboende behandlingshem ab aktiebolag hb kommun
    kommunen kommuns stad stads län läns region regionen universitet universitets högskola högskolas folkhögskola
    kommunhus team teamet mottagning mottagningen klinik kliniken apotek inkasso international group holding service
    konsult consulting omsorg care partner taxi bygg förlag media radio tv press institut institutet akademi akademin
    college academy school university survey council association foundation institute society network alliance
    commission agency fund programme campus klubb klubben zero camp junior maxi sverige norden forum express online
    bank banken försäkring försäkringar assistans människan barnen korset armén lastvagnar resurs distrikt station
    centrum center projekt projektet bibliotek museum teater kiosk pizzeria restaurang kafé café bageri butik fond
    fonden pris priset lag lagen akut universitetssjukhus sidor meddelanden studie studien rapport utredning sfi
    vuxenutbildning socialförvaltning kommunfullmäktige ip arena hamn flygplats domkyrka stift kontrakt hospice säbo
    hvb lss daglig hemtjänst of wars fjäll socken socknar härad gårdar byar ängar åkrar bruk järnbruk gods slott
    invånare kust skärgård naturreservat nationalpark kanal hembygdsförening idrottsförening from konditori verkstad
    bilverkstad salong lanthandel entreprenad åkeri begravningsbyrå advokatbyrå mekaniska varv fabrik industrier
    vuxenpsykiatri barnpsykiatri ungdomspsykiatri psykiatri beroendevård öppenvård primärvård hemsjukvård företagshälsa
    järnhandel badhus simhall idrottshall sporthall ishall servicehus trygghetsboende dagcenter dagcentral
    partners cup league liga serie news petroleum oil energy composite airlines airways motors records pictures studios
    software systems technologies industries entertainment capital ventures tours masters grand prix trophy
    ungdomsmottagning fritidsgård familjecenter familjerådgivning barnavårdscentral rehabcenter älv älven
    """.split()
)
# A word before a name that makes it a thing's: stormen Alfrida, projektet Mia, verktyget Vera, lex Sarah, S:t Erik.
THING_WORDS = frozenset(
    """
    nyhetsbyrån byrån artisten bandet orkestern skivbolaget förlaget albumet låten romanen flygplatsen fängelset
    anstalten hamnen planeten månaden akademin fonden banken kedjan myndigheten universitetet högskolan partierna
    kyrkogården stormen orkanen ovädret projektet projekten projekt verktyget verktygen systemet system modellen
    modell metoden metod programmet program appen app boendet boende skolan skola förskolan gymnasiet företaget
    företag bolaget bolag föreningen förening stiftelsen kyrkan sankt sankta lex s:t s:ta st sta hunden katten hästen
    hund katt häst båten fartyget färjan restaurangen butiken kliniken sjukhuset vårdcentralen mottagningen teamet
    gruppen insatsen insats kursen boken filmen serien podden tidningen tidskriften partiet kommunen staden byn orten
    gatan vägen sjön ön älven berget landet länet regionen svarte kung drottning prins prinsessan behandlingshemmet
    hvb-hemmet hvb korttidsboendet gruppboendet äldreboendet avdelningen avdelning enheten huset gården kvarteret
    hotellet vandrarhemmet tåget bussen journalsystemet plattformen tjänsten medicinen läkemedlet preparatet läkemedel
    märket rullstolen rullatorn rullator hissen studien konferensen priset operation herrens mötesplatsen verksamheten
    träffpunkten föreningarna hjälporganisationen jouren kvinnojouren leverantören firman koncernen butikskedjan
    klubben laget villa villan
    grader rosen tulpanen potatisen tomaten sorten sorterna äppelsorten äppelsorterna päronet plommonet kakan tårtan
    rasen operan musikalen baletten pjäsen visan sagan sången psalmen dikten novellen tavlan skulpturen guden gudinnan
    gudarna fisken marsvinet kaninen hamstern undulaten papegojan valpen kattungen hingsten stoet ponnyn kon tjuren
    fartyg passagerarfartyg passagerarfartyget lastfartyget segelfartyget kryssaren jagaren ubåten ångaren skeppet
    skonaren briggen tankern trålaren slupen isbrytaren
    """.split()
)
# Before "som heter": what follows is a thing's name.
THINGS_CALLED = frozenset(
    """
    värld plats stad by ort land ö sjö bok film roman serie sång låt hund katt häst fisk firma butik affär restaurang
    krog pub bar café kafé förening klubb grupp lag skola förskola kyrka båt buss tåg gata väg park skog bäck älv berg
    hus villa stuga gård torp lägenhet förort stadsdel kommun metod modell sjukdom syndrom medicin maskin bil dator app
    sajt tidning tidskrift kurs projekt spel lek maträtt dans festival tävling tradition högtid planet stjärna företag
    bolag program system verktyg stiftelse organisation boende hem mottagning avdelning enhet rätt kaka blomma sort
    """.split()
)
# Whoever does this "i" something lives in a place, not with somebody.
LIVING = frozenset("bor bo bott bodde boende bosatt bosatta uppvuxen uppvuxna uppväxt skriven".split())
# What ends the names of institutions and streets, and no family name: Mariaskolan, Skatteskrapan.
INSTITUTION_ENDINGS = tuple(
    """
    skolan kyrkan kapellet sjukhuset lasarettet gatan vägen stigen torget hemmet huset parken platsen centralen
    mottagningen kliniken boendet föreningen förbundet verket nämnden styrelsen bladet tidningen bolaget banken
    biblioteket stationen teatern museet hallen skrapan tornet festivalen universitetet högskolan gymnasiet förskolan
    institutet akademin departementet myndigheten inspektionen
    """.split()
)
# What ends the kind of a place that has a name of its own: familjecentralen Pärlan, fritidsgården Solen.
THING_ENDINGS = tuple(
    """
    centralen centrumet mottagningen gården skolan hemmet boendet verksamheten teamet enheten kliniken föreningen
    förbundet projektet stiftelsen jouren butiken bolaget kedjan märket systemet verktyget programmet kyrkan
    församlingen tidningen stormen båten fartyget hotellet restaurangen caféet kaféet galleriet museet teatern
    festivalen kampanjen utredningen koncernen byrån appen sajten serien romanen boken filmen
    """.split()
)
# What ends the kind of a thing at the end of a longer word, and no kind of person: förorten Salem, oljejätten Lukoil.
THING_TAILS = tuple(
    """
    orten gruppen firman kedjan bolaget företaget märket bandet byrån planet bilen modellen ligan serien romanen filmen
    klubben partiet tidningen bladet kanalen koncernen jätten giganten generationen riket landet floden berget sjön
    öarna halvön provinsen delstaten huvudstaden småstaden hamnstaden grannstaden storstaden universitetsstaden
    stadsdelen området distriktet fjället dalen havet stranden vulkanen öknen hamnen platsen stationen kvarteret
    torget arenan hotellet restaurangen krogen pubben butiken varuhuset affären galleriet teatern museet operan
    musikalen pjäsen låten albumet skivan singeln programmet showen tävlingen turneringen cupen loppet hästen stoet
    hingsten hunden katten båten fartyget färjan skeppet tåget motorn mobilen datorn konsolen spelet appen sajten
    tjänsten systemet projektet viruset stormen orkanen tyfonen läkemedlet medicinen preparatet metoden klostret
    slottet borgen templet gudinnan rasen förlaget riggen indexet rörelsen
    """.split()
)
# Things that somebody has too: "Annas boende" is not the name of a home.
PERSONAL_TOO = frozenset(
    """
    boende boendet team hem hemmet skola skolan plan lag utredning kontrakt daglig hemtjänst kommun region klinik
    vårdcentral rapport assistans förskola gymnasieskola grundskola korttidsboende äldreboende demensboende
    gruppboende behandlingshem hvb mottagning bank försäkring försäkringar sjukdom kris symtom taxi konsult sjukhus
    gård partner hus huset projekt omsorg school
    """.split()
)
# Of these whoever found them is far likelier than whoever has them, unless it is a first name: Hirschsprungs sjukdom.
FOUND_BY = frozenset({"sjukdom", "syndrom", "symtom", "kris", "sjukhus", "hus", "huset", "gård", "projekt"})
# These are called after people and somebody's own by turns; a first name that is nothing else is asked about.
OWN_OR_CALLED = frozenset("fond fonden förening föreningen kyrka park stiftelse syndrom".split())
# Illnesses bear these names, which are first names too.
EPONYMS = frozenset(
    """
    addison alexander alzheimer angelman asperger basedow bechterew crohn cushing creutzfeldt down edward edwards
    ehlers fabry gaucher gilbert graves guillain hansen hashimoto hirschsprung hodgkin horton huntington hunter hurler
    kawasaki klinefelter korsakoff leigh lyme marfan martin ménière menière mikael munchausen münchhausen noonan paget
    parkinson patau perthes pick pompe prader raynaud refsum rett reye ross salla sanfilippo sara scheuermann sever
    sheehan sjögren stargardt still sturge sydenham tay tourette turner usher whipple wilson williams wolff dercum
    adie aicardi alport alström apert barré bartter behçet bernard bloom brown brugada carpenter cockayne collins conn
    cornelia costello cotard capgras charcot charles charlotte crouzon dandy diogenes dorian dravet dressler duane ellis
    fanconi felty fraser gerstmann gitelman goodpasture gorlin horner hunt jakob joubert kallmann kearns landau larsen
    laurence leber lennox lesch louis lowe lucy lynch marshall melkersson morquio möbius nelson ofelia othello paris
    parry peter peutz pfeiffer pierre poland potter reiter riley robin roberts romberg russell seckel silver sotos
    stein stevens stickler stockholm tietze tolosa turcot waardenburg wallenberg warner weaver werner west wolfram
    zellweger
    """.split()
)
# Small words that families bear too, with a capital after a first name: Seung-min Han, Yongkang Du.
SURNAMES_TOO = frozenset("han du do so an min sin on no we he you may will day best good little new old".split())
# Words of nature and trade that families bear, though the lists do not say so.
NATURE = frozenset(
    """
    gran löv sand vik ås å ö näs hav sjö snö älv pil sälg udd äng åker måne stjärna trast duva lärka svala varg räv
    silver guld järn glas kristall diamant båge riddare skytt torn slott stubbe mossa tegel kvarn hjälm spjut
    """.split()
)
# What is called after people in full and is hardly ever theirs: Anders Zorns väg, Karin Boyes gata.
CALLED_AFTER = frozenset(
    "ab aktiebolag hb gata gatan väg vägen torg of wars from pris priset institut institutet akademi museum".split()
)
# Scales that bear the name of whoever made them, when a figure or a letter follows: Barthel 70, Katz C.
SCALES = frozenset(
    """
    apgar ashworth barthel bayley braden brøset broset downton fagerström glasgow
    karnofsky katz killip likert mallampati rancho rankin rockwood scovill stroop tinetti vineland wechsler zarit
    """.split()
)
# Things at work that are some people's names too. On the lists they would move what letters are taken for a name's.
ALSO_THINGS = frozenset("rehab kindle sweco bic reindeer herder".split())
# Family names with a capital after a first name: Åsa Park.
FAMILIES_TOO = frozenset("park torg hamn lag fond test bank gård center kris plan".split())
# What ends places and family names alike: Trelleborg, Fuxborg.
HOME_ENDINGS = tuple(
    """
    borg stad torp hamn holmen lunden backen dalen ängen ryd hult ån viken åsen heden mossen forsen skogen sundet udden
    näset bron hallen berget ön
    """.split()
)
PLACE_ENDINGS = tuple(
    """
    gården gårdens skolan skolans hemmet huset kyrkan vägen gatan torget parken platsen stigen gränd sjukhuset köping
    borg stad torp hamn holmen kommun gymnasiet projektet modellen teamet mottagningen kliniken centrum centralen
    boendet föreningen förbundet verket kassan förmedlingen nämnden styrelsen rätten bladet tidningen posten dagen
    lunden backen dalen ängen lasarettet bolaget banken apoteket lagen balken län landet firandet jouren journalen
    enheten stan sjön älven ån fjället ryd hult bygden trakten hallen palatset biblioteket arenan stationen programmet
    systemet metoden kursen syndrom kyrkans partiet demokraterna ministern
    priset pris festivalen mässan cupen ligan loppet galan teatern museet operan akademin akademien museum stiftelsen
    hallen bron tunneln slottet ön öarna viken sundet udden näset berget skogen heden mossen forsen åsen dammen
    """.split()
)
NAME_ENDINGS = tuple(
    """
    sson sén qvist kvist ström gren lund stedt quist löf ović ovic ević evic ić ski owska inska wicz czyk enko chuk
    oğlu oglu yan pour zadeh zade nejad shvili dze poulos idis inen escu ulescu ova eva dottir dóttir andersson zai
    ullah uddin khel mariam selassie medhin tsion sland feldt crona hielm stjerna stjernlöf berg én aitis auskas ienė
    iene kalns eddin allah dhammar
    """.split()
)
# How Swedish words end when they are bent or built, also misspelt ones that no list has.
SWEDISH_ENDINGS = tuple(
    """
    arn aren arna erna orna orn gen ingen ningen ning ningar het heten tion tionen sjon are ares lig ligt liga isk iskt
    iska sam samt samma bar bart bara ande ende ades dde tts tt nde ats its isar erar erad erat eras else elser elsen
    skap skapet rna nr nummer ell ellt ism ismen ering eringen logi login grafi grafin itet iteten
    ören örer isten ister anten anter enten
    """.split()
)
SURNAME_HEADS = frozenset(
    """
    ahl alm ape arn asp back berg bern bjelke björk björn blom bo brand bred bro brom brunn brånn bränn by bäck dal
    dahl dan degers deger ed eger ehren ek eke elf elm eng ers fager fahl falk fjell fjäll fors frid fred fri fäll
    gran grund grön gud gull gyllen göth hag hagel hall hammar harald hassel hav hed heden hell helge hjelm hjert
    hjort holm hov hult hå häger hägg häll hög isak jern jung järn kihl kil kjell klang klar klint kloo kron krono
    kull kvarn käll köp lager land lejon lilje lilj lind linde ljung lund lång lö löf löv malm mann mell mo moss mur
    myr mår mårt möl mör mört nord norden norr ny nå näs nöd ohl olm palm qvarn ram rehn ren ring ros rosen rud rund
    ryd ryding råd rå rön rönn sahl sal sand segers sel silfver silver sjö skarp skog skogs skär sol spång stav sten
    stenkvist stjern stok stolt stor strand ström stål sund svan sved svärd säll söder tall teg teng tern thor thun
    tidn till torn trast törn ull wad wahl vall wall wallen waller wallers wed wenner west wester vester wet wetter
    wid vid wik vik wrang zack zetter å åbrand åhl åker ång älv äng ärl ö öd öh öhr öst öster
    """.split()
)
SURNAME_TAILS = frozenset(
    """
    berg bergh blad blom bom borg brandt bring bro bäck crantz dahl dal ell ells én feldt felt fors gren grén gård hag
    hammar hed hjelm hielm hof holm jung krantz kvist qvist quist lander ler lén lin lind linder ling ljung lund löf
    löw löv man mann mark nacke nell ner roth rot sell sjö skiöld sköld skog städt stam stedt sten stierna stjerna
    strand ström svärd thal torp vall wall vind ås åker
    """.split()
)
NAME_HEADS = frozenset(
    """
    ann anna maj gun britt inga ing lis lise eva rose ros karl carl per sven lars jan nils hans ulla
    """.split()
)
NAME_TAILS = frozenset(
    """
    anna anders arne axel britt britta christin christine erik eric göran gunnar henrik inger johan karin katrin
    kristin lena lill lis lisa louise mari maria marie olof olov ove sofi sofie stina åke vi ingrid greta gerd
    """.split()
)
# Nordic first names are put together of two old words, and new ones are made of them all the time: Solveig, Gunnvor.
NORDIC_HEADS = frozenset(
    """
    alf arn as ås asm bern bryn ber bir dag ein ger gud gull gun gunn hall har hild hjör ing inge kjell mai maj odd
    ragn rag ran sig siv sol stein sten svan svein thor tor tora ulf val vig yng øy ey
    """.split()
)
NORDIC_TAILS = frozenset(
    """
    bert bjørg björg bjørn björn borg brit britt dis dís fin finn frid gaut geir gerd grim gunn hild laug leif lög mar
    mund ny run stein trud unn vald vard veig vi vig vin vor vør
    """.split()
)
# Syllables of Korean given names as passports write them: Eun-kyung, Ji-ho.
KOREAN = frozenset(
    """
    ae ah ahn an ann bae beom bin bo bok bong bum byung chae chan chang cheol chul chun da dae dan do dong eon eui eun
    ga geun geum go gun gyeong gyu ha hae han hee heon ho hong hoon hui hun hwa hwan hye hyeok hyeon hyo hyuk hyun
    hyung il im in ja jae jang je jeong ji jin jong joo joon ju jun jung kang keun ki kook kuk kun kwang kwon kyeong
    kyoung kyu kyun kyung la lee lim man mi min mo moo mook moon mu mun myeong myung na nae nam noh ok pil ra rae ram
    ran rang ri rim rin ro ryeong ryong ryul sa sam san sang se seo seob seok seol seon seong seop seul seung shik
    shin si sik sil sim sin so sol som song soo sook soon su sub suk sul sun sung tae taek tak uk un wan won woo woong
    wook yang ye yea yeo yeol yeon yeong yi yo yong yoo yoon you young yu yul yun yung
    """.split()
)
NAME_BEGINNINGS = (
    "abdul",
    "abdi",
    "abdel",
    "gebre",
    "ghebre",
    "wolde",
    "tekle",
    "haile",
    "mc",
    "o'",
    "al-",
    "el-",
    "ben-",
    "abu-",
)
# Things bear these names too, but far more people do: Vera, Freja.
OFTEN_PEOPLE = frozenset("maria wilma freja vera saga iris ester yasmin sara".split())
# Names that are everyday words too; at the start of a sentence the word is likelier.
EVERYDAY = frozenset(
    """
    bilen visa tilda stella hope grace faith sky dome victoire elle king brown nova ace adel alla anda ande ange anta
    armen arian ava bibi fe ha haja hava hind jarl lam lama lata lien nia niga milda mart marin rebar samba sanda sari
    sura tala toan trim tu tung vita vira inta kader kadi gloria gent hedar jala jaja hund hai hang ly lan long van
    hong dung bao sang quan ham may nam ping ling ming li yu ann ante arta aster backe bo bob britt bror dag dan eden
    fia finn frank frans hala hans hao isa jack jon juni karl kåre ladda lev liga linda liv lo lotta maj mats matte
    max maxim mensur mina musa nacka oden per ramadan randa rasa reda rim rita roman rosa saga sam sanna son sten stig
    stickan tam thu tom tova urban vida viola visar ville björn tim iris love sol ros vår avan avin bilan bita bruk
    dana hakan hejar hoa inga inger jama jasmin karen kaja kajan lova malla malva marina milan nisse pilar rida ruta
    shaker tilde tuba yen ylle firas firat jihad jojo lucia muse alban
    afghan antar april ask bana bara balsam borna bruna egal eka elda enas falk fanor faran gate grant granit gul gula
    göken harm harpa heja henna islam jet juris kamel kobra kolade korka kristen lava lidet lies logi mentor muslim
    pall porter ramla rand rens renas rika rik sakar siren simma slike snutten soff stan stinsen summer talar talat
    till ute vagn veta veton vilja vy ned örn östan
    alen alp alper altan anis ankan aria balla bas brandy chai dahlia dalmas deka draga dua emir fana fares flor florin
    gry gulan gule gurkan hajar hal hijab hortensia klabbe kyla ladan lila mana mark matt mimosa mitra mosa nazi palmer
    parker piper ram rama rehab runa salar samer serena sherry silke sterling sultan sunnan vanda vikas viking vilde
    """.split()
)
PARTICLES = frozenset(
    """
    von van der den de del della di da dos das do la le al el bin ibn af zu ter ten abu ben bint und e y
    """.split()
)
# What stands before nothing but a family name, in two words or in one.
TWO_PARTICLES = frozenset(
    {("van", "der"), ("van", "den"), ("van", "de"), ("von", "der"), ("de", "la"), ("de", "las"), ("de", "los")}
)
OWN_PARTICLES = frozenset({"von", "ibn"})
# After a name, a comma and a number, or before one: an age.
AGE = r"s?,? ?(?:\(?\d{1,2}\)?(?:,| ?år| mån|\))|\d\d\.|\d{1,2}-åring)"
