"""Which short forms, firms and units of casework look like names and are nobody's?

Written from general knowledge, and kept off the built lists, where they would move what letters are taken for a name's.
What stands here is told by the word alone; `initials.py` tells what a role word makes of two letters.
"""

# What one does by a program: mailade, teamsat. People write the verbs, and no list of words has them.
_DONE = "a ar ade at as ades ats".split()
_BY_PROGRAM = "mail mejl mess sms teams zoom skyp googl swish facetim chatt scann fax ping print dokumenter".split()
VERBS = frozenset(f"{stem}{end}" for stem in _BY_PROGRAM for end in _DONE)
# Authorities, parts of health care, staff and what journals shorten, as they are written in haste.
SHORTS = VERBS | frozenset(
    """
    af afs arbetsf fk fks f-kassan fkassan f-kassans kfm skv migra kronofogd bvc mvc vc vcn bup bupen vup hab barnhab
    vuxenhab vuxenpsyk barnpsyk psyk psyken psykakuten soc socs socjour socjouren socialen öf öfn öv hjc hmc ftv lss
    hvb säbo bbic vpl npf npö eht ehm lma sfi syv sius krom mis osa ais laro bmm stöf tfk dfa reko sre ass-ers
    ssk usk dsk bsk läkutl läkarutl handl hl bh bistbed bistb bisth hemtj hemtjv hemsjv hemsjvd hemsj boendest
    bostadsanp bostadsanpassn färdtj utr utredn utskr inskr rem mott avd enh sjukskr sjukd sjukh sjukgymn arbterap
    fysiot kur bes besl ök ökm omst omv tst btr rr pls sat kad pvk rtg us ua ual mtrl mtr läkm lkm anamn övr ovanst
    enl evt evtl fom lr dvs osv mfl bla pga mht mha iom iaf isf ngn ngt ngr ggr okl kompl påm återk återb
    återbes obs fvb vfb jmf jfr kp tf bitr sekr kontaktpers familjebeh socsekr skolsk elevass pedag logop
    tjf uppf samtl utf genomf gfp ink utg ersättn ers hyresv omyndig beg beslutsf
    csn bmi fhv fhm ehm kfm lkf amu arbis cfl fur afu dur mna epds srf sfb prao umo bum flu asih
    skattev kronofogdem åklagarm eh ehh
    njae nja mja hmm hm nepp japp jepp okej oki asså wallah guss jösses tjena hallå puh usch ojoj aha mm
    """.split()
)
# Short forms that somebody may be called as well; it takes a role, a family name or a heading to be a person.
OR_NAMES = frozenset({"pat", "ivo", "mas", "ass"})
# What begins a word that is cut off, as Skattev and Käkkir, and no name.
STEMS = tuple(
    """
    skatte försäkr försörjn arbetsf arbetsm kommun region socialt socialj bistånds hjälpmed beroende psykia habilit
    rehabilit ortoped kirurg mottagn sjukskr sjukhu läkar handlägg utredn hemtj hemsjuk boende färdtj överförm migrat
    kronof tingsr förvaltn kammarr öppenv slutenv akutm ungdomsm familjer skolh elevh tandv apotek käk öronm ögonm
    hudm röntg vårdc vårdh primärv samordn samverk kontaktp assist ledsag avlös korttid gruppb serviceb stödb behandl
    placer ersättn bidrag pensionsm sjukp ambul
    """.split()
)
# Names in every other text; in small letters a ward.
WARDS = frozenset({"iva", "mava", "ava"})
# Names and misspelt or shortened words; where a sentence begins, a capital says nothing: "Even chefen".
OPENERS = frozenset("even tex".split())
# Short for "anhörig" beside other short forms, or with a stop or a colon; somebody's name elsewhere.
KIN = "anh"
IN_HASTE = frozenset(
    "ssk usk dsk bsk pat hemtj hemtjv hemsjv hemsjvd bistbed bistb btr rtg mtrl läk avd utskr inskr kl hab vc".split()
)
WEEKDAYS = frozenset("må mån ti tis ons fr fre lö sö".split())

# Who gives care and support, who lets flats, what helps at home, what records and pays.
FIRMS = frozenset(
    """
    cibes krami dedicare willhem wallenstam victoriahem hembla graflunds mimer mitthem uppsalahem stockholmshem
    micasa botkyrkabyggen helsingborgshem kopparstaden stångåstaden signalisten hyresbostäder familjebostäder
    bostadsbolaget poseidon assistansia särnmark norlandia forenede tiohundra kavat vivida wiitech sirius
    alminia livihop conforta provita nämndemansgården magelungen familjeforum vårljus ungsam ssil rytmus hassela alviva
    vårstyrkan silviahemmet blomsterfonden adium nordvik omsorgshuset tunstall careium doro posifon abilia
    memoplanner evondos dosell phoniro etac guldmann molift handicare permobil invacare tobii rolltalk arjo panthera
    swereco netti minicrosser eloflex gewa careousel timstock eyegaze
    ricoh xerox konica hoist doz apotea sempers semper fresubin nutridrink mediq olmed teamolmed
    scandinavia libero tena löfs fora alecta collectum bliwa euro-accident qasa blocket boplats hemnet
    systembolaget frasses willys lidl hemköp dollarstore rusta myrorna erikshjälpen
    bahnhof qliro intrum lowell alektum sergel collector northmill avida marginalen ownit telness fortum ellevio
    tibber bixia godel jämtkraft mälarenergi
    siebel siths efos magnacura safedoc omda carasent
    majorna-linné örgryte-härlanda askim-frölunda-högsbo hägersten-liljeholmen spånga-tensta rinkeby-kista
    hässelby-vällingby enskede-årsta-vantör hägersten-älvsjö
    """.split()
)
# Names of several words that casework knows.
TOGETHER = """
    freja eid|freja e-id|sara stedy|sara plus|iris hadar|trettondag knut|tjugondag knut|tjugondedag knut
    maria ungdom|maria beroendecentrum|mini maria|magna cura|svea inkasso|min doktor|taxi göteborg|team olivia
    bosses plats|job coach|alma folkhögskola|astrid lindgrens barnsjukhus|drottning silvias barnsjukhus|prins bertil
    kristi himmel|kristi himmelsfärd|camp scandinavia|baby semp|pra group|dental suite|euro accident|min sida
    svea hovrätt|unga in
"""
# A unit of these is told apart by a quarter of the compass: Rehab Väst, Fk Nord, Boendestöd Norr.
UNITS = frozenset(
    """
    rehab hemrehab team teamet boendestöd boendestödet hemtjänst hemtjänsten enhet enheten mottagning mottagningen
    kundcenter kontaktcenter servicecenter kundtjänst biståndsenheten psykiatri psykiatrin vuxenpsykiatrin öppenvård
    vuxenenheten barnenheten familjeenheten ungdomsenheten försörjningsstöd hemsjukvård hemsjukvården kommunrehab
    primärvård primärvården samordning område distrikt sektor avdelning resurs akutteam korttid daglig verksamhet
    utförare personlig assistans nattpatrull nattpatrullen trygghet larm stadsdel stadsdelen region socialjouren
    myndighet mottagningsenheten vårdcentral vårdcentralen frivården habiliteringen äldreomsorg funktionsstöd
    """.split()
)
COMPASS = frozenset(
    """
    väst öst nord syd norr söder öster väster nordost nordväst sydost sydväst norra södra östra västra centrum city
    innerstad innerstaden central centralt mitt
    """.split()
)
# What ends the name of an office that signs its letters: Kontaktcenter, Kundtjänst, Elevhälsan.
UNIT_ENDINGS = tuple(
    "center tjänst tjänsten service supporten stöd stödet hälsan vården omsorg omsorgen expeditionen gruppen".split()
)
# Whoever is called so has a name after it, as after the whole words: handl. Patrik.
SHORT_ROLES = frozenset(
    "ssk usk dsk bsk hl handl bistbed bh socsekr läk överläk sjukgymn kontaktpers familjebeh".split()
)
# What ends the words for such people: BUP-läkaren, skolpsykologen.
ROLE_ENDINGS = tuple(
    "läkaren läkare psykologen psykolog kuratorn kurator sköterskan sköterska handläggaren handläggare sekreteraren "
    "sekreterare behandlaren terapeuten konsulenten koordinatorn samordnaren pedagogen chefen läraren logopeden".split()
)
# So short that they are words too: a listed first name must follow.
SHORTEST_ROLES = frozenset("at ft sg bm ds kur ssg".split())
# What these run bears a name of its own: Capio Maria, Attendo Linnea.
CHAINS = frozenset(
    "capio aleris humana attendo frösunda nytida vardaga norlandia praktikertjänst ica coop scandic".split()
)
# Where staff are said to be: "Kristin på soc".
WORKPLACES = frozenset(
    """
    kassan försäkringskassan arbetsförmedlingen förmedlingen soc socialen socialtjänsten kommunen regionen hr lön
    ekonomi överförmyndaren kronofogden migrationsverket skatteverket psyk psykiatrin hemtjänsten hemtj hemtjv
    boendet vårdcentralen växeln biståndsenheten habiliteringen färdtjänst färdtjänsten mottagningen misa samhall
    humana attendo frösunda
    """.split()
) | frozenset("af afs fk csn kfm bup bvc mvc vc iva hab hvb lss vux syv".split())
