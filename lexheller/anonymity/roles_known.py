"""What is a person called from then on whose name stands beside a word such as *läkare* or *mamma*?"""

Said = tuple[str, str, str, str]
"""Definite and indefinite, in Swedish and in English."""

CLIENT: Said = ("klienten", "klient", "the client", "client")
SENDER: Said = ("avsändaren", "avsändare", "the sender", "sender")
OTHER: Said = ("person", "person", "person", "person")
OFFICER: Said = ("handläggaren", "handläggare", "the case officer", "case officer")

TABLE: tuple[tuple[str, Said], ...] = (
    ("handläggare handläggaren biståndshandläggare biståndshandläggaren hl caseworker", OFFICER),
    (
        "klient klienten patient patienten pat brukare brukaren deltagare deltagaren client participant",
        CLIENT,
    ),
    (
        "socialsekreterare socialsekreteraren soc",
        ("socialsekreteraren", "socialsekreterare", "the social worker", "social worker"),
    ),
    (
        "arbetsförmedlare arbetsförmedlaren",
        ("arbetsförmedlaren", "arbetsförmedlare", "the employment officer", "employment officer"),
    ),
    (
        "dr doktor doktorn läkare läkaren överläkare överläkaren distriktsläkare psykiater psykiatern doctor",
        ("läkaren", "läkare", "the doctor", "doctor"),
    ),
    (
        "sjuksköterska sjuksköterskan sköterska sköterskan ssk skolsköterska skolsköterskan nurse",
        ("sjuksköterskan", "sjuksköterska", "the nurse", "nurse"),
    ),
    ("undersköterska", ("undersköterskan", "undersköterska", "the assistant nurse", "assistant nurse")),
    ("barnmorska barnmorskan", ("barnmorskan", "barnmorska", "the midwife", "midwife")),
    (
        "kurator kuratorn skolkurator skolkuratorn counsellor",
        ("kuratorn", "kurator", "the counsellor", "counsellor"),
    ),
    ("psykolog psykologen psychologist", ("psykologen", "psykolog", "the psychologist", "psychologist")),
    (
        "behandlare behandlaren terapeut terapeuten therapist",
        ("behandlaren", "behandlare", "the therapist", "therapist"),
    ),
    (
        "arbetsterapeut arbetsterapeuten",
        ("arbetsterapeuten", "arbetsterapeut", "the occupational therapist", "occupational therapist"),
    ),
    (
        "fysioterapeut fysioterapeuten sjukgymnast sjukgymnasten",
        ("fysioterapeuten", "fysioterapeut", "the physiotherapist", "physiotherapist"),
    ),
    ("logoped logopeden", ("logopeden", "logoped", "the speech therapist", "speech therapist")),
    ("dietist dietisten", ("dietisten", "dietist", "the dietitian", "dietitian")),
    ("tandläkare tandläkaren", ("tandläkaren", "tandläkare", "the dentist", "dentist")),
    (
        "chef chefen enhetschef enhetschefen verksamhetschef verksamhetschefen sektionschef teamledare manager",
        ("chefen", "chef", "the manager", "manager"),
    ),
    ("föreståndare föreståndaren", ("föreståndaren", "föreståndare", "the head", "head")),
    ("ordförande ordföranden", ("ordföranden", "ordförande", "the chair", "chair")),
    ("processledare processledaren", ("processledaren", "processledare", "the process leader", "process leader")),
    (
        "samordnare samordnaren vårdsamordnare koordinator koordinatorn rehabkoordinator rehabkoordinatorn",
        ("samordnaren", "samordnare", "the coordinator", "coordinator"),
    ),
    ("coach coachen jobbcoach", ("coachen", "coach", "the coach", "coach")),
    ("handledare handledaren", ("handledaren", "handledare", "the supervisor", "supervisor")),
    ("kontaktperson kontaktpersonen", ("kontaktpersonen", "kontaktperson", "the contact person", "contact person")),
    ("rektor rektorn", ("rektorn", "rektor", "the head teacher", "head teacher")),
    ("lärare läraren mentor mentorn teacher", ("läraren", "lärare", "the teacher", "teacher")),
    (
        "specialpedagog specialpedagogen pedagog resurspedagog",
        ("pedagogen", "pedagog", "the teacher", "teacher"),
    ),
    ("studievägledare syv", ("studievägledaren", "studievägledare", "the careers adviser", "careers adviser")),
    (
        "boendestödjare boendestödjaren",
        ("boendestödjaren", "boendestödjare", "the support worker", "support worker"),
    ),
    ("assistent assistenten", ("assistenten", "assistent", "the assistant", "assistant")),
    ("tolk tolken interpreter", ("tolken", "tolk", "the interpreter", "interpreter")),
    ("advokat advokaten jurist juristen lawyer", ("juristen", "jurist", "the lawyer", "lawyer")),
    ("ombud ombudet", ("ombudet", "ombud", "the representative", "representative")),
    ("godman förvaltare förvaltaren", ("ställföreträdaren", "ställföreträdare", "the guardian", "guardian")),
    ("polis polisassistent kommissarie", ("polisen", "polis", "the police officer", "police officer")),
    ("präst prästen kyrkoherde pastor", ("prästen", "präst", "the priest", "priest")),
    ("diakon diakonen", ("diakonen", "diakon", "the deacon", "deacon")),
    ("mamma mamman mor modern mother", ("mamman", "mamma", "the mother", "mother")),
    ("pappa pappan far fadern father", ("pappan", "pappa", "the father", "father")),
    ("man mannen make maken husband", ("mannen", "man", "the husband", "husband")),
    ("fru frun hustru hustrun maka makan wife", ("frun", "fru", "the wife", "wife")),
    ("sambo sambon partner", ("sambon", "sambo", "the partner", "partner")),
    ("son sonen", ("sonen", "son", "the son", "son")),
    ("dotter dottern daughter", ("dottern", "dotter", "the daughter", "daughter")),
    ("barn barnet barnen", ("barnet", "barn", "the child", "child")),
    ("elev eleven pupil", ("eleven", "elev", "the pupil", "pupil")),
    ("bror brodern brother", ("brodern", "bror", "the brother", "brother")),
    ("syster systern sister", ("systern", "syster", "the sister", "sister")),
    ("syskon syskonet", ("syskonet", "syskon", "the sibling", "sibling")),
    ("mormor", ("mormodern", "mormor", "the grandmother", "grandmother")),
    ("farmor", ("farmodern", "farmor", "the grandmother", "grandmother")),
    ("morfar", ("morfadern", "morfar", "the grandfather", "grandfather")),
    ("farfar", ("farfadern", "farfar", "the grandfather", "grandfather")),
    ("granne grannen neighbour", ("grannen", "granne", "the neighbour", "neighbour")),
    ("kollega kollegan colleague", ("kollegan", "kollega", "the colleague", "colleague")),
    ("vän vännen kompis kompisen friend", ("vännen", "vän", "the friend", "friend")),
)
"""The words beside a name, and what is said of whoever bears it."""
_KNOWN: dict[str, Said] = {word: said for words, said in TABLE for word in words.split()}


def role_of(word: str) -> Said | None:
    """Give what somebody is called who is introduced by a word; None where it tells no role."""
    return _KNOWN.get(word.lower().removesuffix("."))
