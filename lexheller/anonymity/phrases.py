"""In which words does the gate speak: what a finding looks like, why, and what to write instead?

Findings are told without blame and without repeating the identifier, so that what is shown may also be logged.
"""

from lexheller.anonymity.finding import Kind

LOOKS_LIKE: dict[str, dict[Kind, str]] = {
    "sv": {
        Kind.PERSON: "Det här ser ut som ett personnamn.",
        Kind.PERSONNUMMER: "Det här ser ut som ett personnummer.",
        Kind.SAMORDNINGSNUMMER: "Det här ser ut som ett samordningsnummer.",
        Kind.RESERVNUMMER: "Det här ser ut som ett reservnummer från vården.",
        Kind.CASE_NUMBER: "Det här ser ut som ett ärende-, mål- eller diarienummer.",
        Kind.PHONE: "Det här ser ut som ett telefonnummer.",
        Kind.EMAIL: "Det här ser ut som en e-postadress.",
        Kind.ADDRESS: "Det här ser ut som en adress.",
        Kind.POSTAL_CODE: "Det här ser ut som ett postnummer.",
        Kind.URL: "Det här ser ut som en länk eller ett konto på nätet.",
        Kind.IP: "Det här ser ut som en ip-adress.",
        Kind.BANK: "Det här ser ut som ett konto- eller kortnummer.",
        Kind.PLATE: "Det här ser ut som ett registreringsnummer på ett fordon.",
        Kind.DATE_OF_BIRTH: "Det här ser ut som ett födelsedatum.",
        Kind.PROTECTED: "Texten verkar handla om någon med skyddade personuppgifter.",
        Kind.QUASI: "Kombinationen {kinds} kan peka ut någon.",
    },
    "en": {
        Kind.PERSON: "This looks like a person's name.",
        Kind.PERSONNUMMER: "This looks like a Swedish personal identity number.",
        Kind.SAMORDNINGSNUMMER: "This looks like a coordination number.",
        Kind.RESERVNUMMER: "This looks like a temporary number from health care.",
        Kind.CASE_NUMBER: "This looks like a case, court or register number.",
        Kind.PHONE: "This looks like a telephone number.",
        Kind.EMAIL: "This looks like an e-mail address.",
        Kind.ADDRESS: "This looks like an address.",
        Kind.POSTAL_CODE: "This looks like a postal code.",
        Kind.URL: "This looks like a link or an account on the net.",
        Kind.IP: "This looks like an IP address.",
        Kind.BANK: "This looks like an account or card number.",
        Kind.PLATE: "This looks like a vehicle registration number.",
        Kind.DATE_OF_BIRTH: "This looks like a date of birth.",
        Kind.PROTECTED: "The text seems to be about somebody whose details are protected.",
        Kind.QUASI: "The combination {kinds} may point somebody out.",
    },
}

# Evidence in the order in which it is told; the first that a finding has becomes its reason.
WHY: dict[str, dict[str, str]] = {
    "sv": {
        "protected_identity": "Texten talar om skyddad identitet, och det här kan röja var någon finns.",
        "with_whereabouts": "I samma text finns adress, portkod eller födelsedatum. Tillsammans kan de röja någon.",
        "date_impossible": "Siffrorna är ordnade som ett personnummer, men datumet finns inte.",
        "check_digit_ok": "Siffrorna stämmer, även kontrollsiffran.",
        "check_digit_wrong": "Formen stämmer men inte kontrollsiffran. Det kan vara felskrivet och ändå peka ut någon.",
        "spelled_out": "Den är utskriven med ord men går att läsa som en adress.",
        "country_code": "Det börjar med ett landsnummer.",
        "masked": "De första siffrorna är ett födelsedatum.",
        "initials": "Initialer kan räcka för den som känner till ärendet.",
        "signature": "Det står där man brukar skriva sitt namn.",
        "header": "Det står efter en rubrik som brukar följas av ett namn.",
        "after_cue": "Ordet före visar vad det är.",
        "after_relation": "Ordet före berättar vems anhörig det är.",
        "beside_name": "Det står direkt efter ett namn.",
        "name_elsewhere": "Samma namn står på ett annat ställe i texten.",
        "own_first": "Det är ett vanligt förnamn.",
        "library_first": "Det finns i listan över namn.",
        "own_last": "Det är ett vanligt efternamn.",
        "library_last": "Det finns i listan över namn.",
        "capital_inside": "Det står med stor bokstav mitt i en mening.",
        "before_town": "Efter siffrorna står ett ortnamn.",
        "unique": "Texten säger att det bara finns en, eller att alla vet vem det är.",
        "event": "Händelsen kan vara känd för fler.",
        "place": "På en mindre ort är det få som allt det här stämmer på.",
        "age": "Det är få som allt det här stämmer på.",
        "diagnosis": "Det är få som allt det här stämmer på.",
        "occupation": "Det är få som allt det här stämmer på.",
        "origin": "Det är få som allt det här stämmer på.",
        "trait": "Det är få som allt det här stämmer på.",
    },
    "en": {
        "protected_identity": "The text speaks of protected identity, and this may reveal where somebody is.",
        "with_whereabouts": "An address, a door code or a date of birth in the same text may give somebody away.",
        "date_impossible": "The figures are ordered like an identity number, but no such date exists.",
        "check_digit_ok": "The figures add up, the check digit too.",
        "check_digit_wrong": "The form fits but not the check digit. It may be a slip and still point at somebody.",
        "spelled_out": "It is spelled out in words but can be read as an address.",
        "country_code": "It begins with a country code.",
        "masked": "The first figures are a date of birth.",
        "initials": "Initials may be enough for someone who knows the matter.",
        "signature": "It stands where people sign.",
        "header": "It stands after a heading that a name usually follows.",
        "after_cue": "The word before it tells what it is.",
        "after_relation": "The word before it tells whose relative it is.",
        "beside_name": "It stands right after a name.",
        "name_elsewhere": "The same name stands elsewhere in the text.",
        "own_first": "It is a common first name.",
        "library_first": "It is in the list of names.",
        "own_last": "It is a common family name.",
        "library_last": "It is in the list of names.",
        "capital_inside": "It has a capital letter in the middle of a sentence.",
        "before_town": "The name of a place follows the figures.",
        "unique": "The text says that there is only one, or that everybody knows who it is.",
        "event": "More people may have heard of what happened.",
        "place": "In a small place few people fit all of this.",
        "age": "Few people fit all of this.",
        "diagnosis": "Few people fit all of this.",
        "occupation": "Few people fit all of this.",
        "origin": "Few people fit all of this.",
        "trait": "Few people fit all of this.",
    },
}
USUAL_FORM: dict[str, dict[Kind, str]] = {
    "sv": {
        Kind.PERSON: "Så brukar ett namn skrivas.",
        Kind.PERSONNUMMER: "Så brukar ett personnummer skrivas.",
        Kind.SAMORDNINGSNUMMER: "Så brukar ett samordningsnummer skrivas.",
        Kind.RESERVNUMMER: "Så brukar ett reservnummer skrivas.",
        Kind.CASE_NUMBER: "Så brukar ett ärendenummer skrivas.",
        Kind.PHONE: "Så brukar ett telefonnummer skrivas.",
        Kind.EMAIL: "Så brukar en e-postadress skrivas.",
        Kind.ADDRESS: "Så brukar en adress skrivas.",
        Kind.POSTAL_CODE: "Så brukar ett postnummer skrivas.",
        Kind.URL: "Så brukar en länk eller ett konto skrivas.",
        Kind.IP: "Så brukar en ip-adress skrivas.",
        Kind.BANK: "Så brukar ett konto- eller kortnummer skrivas.",
        Kind.PLATE: "Så brukar ett registreringsnummer skrivas.",
        Kind.DATE_OF_BIRTH: "Så brukar ett födelsedatum skrivas.",
        Kind.QUASI: "Det är få som allt det här stämmer på.",
        Kind.PROTECTED: "Tillsammans med annat i texten kan det röja var någon finns.",
    },
    "en": {
        Kind.PERSON: "That is how a name is usually written.",
        Kind.PERSONNUMMER: "That is how an identity number is usually written.",
        Kind.SAMORDNINGSNUMMER: "That is how a coordination number is usually written.",
        Kind.RESERVNUMMER: "That is how a temporary number is usually written.",
        Kind.CASE_NUMBER: "That is how a case number is usually written.",
        Kind.PHONE: "That is how a telephone number is usually written.",
        Kind.EMAIL: "That is how an e-mail address is usually written.",
        Kind.ADDRESS: "That is how an address is usually written.",
        Kind.POSTAL_CODE: "That is how a postal code is usually written.",
        Kind.URL: "That is how a link or an account is usually written.",
        Kind.IP: "That is how an IP address is usually written.",
        Kind.BANK: "That is how an account or card number is usually written.",
        Kind.PLATE: "That is how a registration number is usually written.",
        Kind.DATE_OF_BIRTH: "That is how a date of birth is usually written.",
        Kind.QUASI: "Few people fit all of this.",
        Kind.PROTECTED: "With the rest of the text it may show where somebody is.",
    },
}
"""Why, where nothing but the form speaks for it."""
AFTER_CUE: dict[str, dict[Kind, str]] = {
    "sv": {
        Kind.PERSON: "Ordet före brukar följas av ett namn.",
        Kind.PERSONNUMMER: "Ordet före brukar följas av ett personnummer.",
        Kind.SAMORDNINGSNUMMER: "Ordet före brukar följas av ett samordningsnummer.",
        Kind.RESERVNUMMER: "Ordet före brukar följas av ett reservnummer.",
        Kind.CASE_NUMBER: "Ordet före brukar följas av ett ärendenummer.",
        Kind.PHONE: "Ordet före brukar följas av ett telefonnummer.",
        Kind.EMAIL: "Ordet före brukar följas av en e-postadress.",
        Kind.ADDRESS: "Ordet före brukar följas av en adress.",
        Kind.POSTAL_CODE: "Ordet före brukar följas av ett postnummer.",
        Kind.URL: "Ordet före brukar följas av en länk eller ett konto.",
        Kind.IP: "Ordet före brukar följas av en ip-adress.",
        Kind.BANK: "Ordet före brukar följas av ett konto- eller kortnummer.",
        Kind.PLATE: "Ordet före brukar följas av ett registreringsnummer.",
        Kind.DATE_OF_BIRTH: "Ordet före brukar följas av ett födelsedatum.",
    },
    "en": {
        Kind.PERSON: "The word before it is usually followed by a name.",
        Kind.PERSONNUMMER: "The word before it is usually followed by an identity number.",
        Kind.SAMORDNINGSNUMMER: "The word before it is usually followed by a coordination number.",
        Kind.RESERVNUMMER: "The word before it is usually followed by a temporary number.",
        Kind.CASE_NUMBER: "The word before it is usually followed by a case number.",
        Kind.PHONE: "The word before it is usually followed by a telephone number.",
        Kind.EMAIL: "The word before it is usually followed by an e-mail address.",
        Kind.ADDRESS: "The word before it is usually followed by an address.",
        Kind.POSTAL_CODE: "The word before it is usually followed by a postal code.",
        Kind.URL: "The word before it is usually followed by a link or an account.",
        Kind.IP: "The word before it is usually followed by an IP address.",
        Kind.BANK: "The word before it is usually followed by an account or card number.",
        Kind.PLATE: "The word before it is usually followed by a registration number.",
        Kind.DATE_OF_BIRTH: "The word before it is usually followed by a date of birth.",
    },
}
"""Why, where the word before it told."""
DOOR_CODE = {
    "sv": ("Det här ser ut som en portkod.", "Så brukar en portkod skrivas.", "Ta bort koden."),
    "en": ("This looks like a door code.", "That is how a door code is usually written.", "Take the code out."),
}
"""A door code counts as an address, and is told as what it is."""
NICKNAME = {"sv": "Det är ett smeknamn.", "en": "It is a nickname."}
NICKNAMES = frozenset(
    "nettan jocke mange bosse lasse kalle pelle olle nisse sigge ludde micke tobbe jossan lollo lotta "
    "maggan kicki bettan gittan anki ankan annsan sussie sussi tessan titti totte tompa stickan steffe "
    "svenne robban roffe ragge putte perra niffe nicke matte masse krille koffe kenta jompa jonte janne "
    "hasse frasse fredde figge danne biggan bibbi berra benke bengan backe abbe ante adde uffe vicke "
    "viccan wille mickan majsan lillan linkan lussan nadde sickan kattis klabbe rebban rickan jessan "
    "emsan fian".split()
)
"""First names that are short for another; told as what they are."""

INSTEAD: dict[str, dict[Kind, str]] = {
    "sv": {
        Kind.PERSONNUMMER: "(personnummer borttaget)",
        Kind.SAMORDNINGSNUMMER: "(samordningsnummer borttaget)",
        Kind.RESERVNUMMER: "(reservnummer borttaget)",
        Kind.CASE_NUMBER: "(ärendenummer borttaget)",
        Kind.PHONE: "(telefonnummer borttaget)",
        Kind.EMAIL: "(e-postadress borttagen)",
        Kind.ADDRESS: "(adress borttagen)",
        Kind.POSTAL_CODE: "(postnummer borttaget)",
        Kind.URL: "(länk borttagen)",
        Kind.IP: "(ip-adress borttagen)",
        Kind.BANK: "(kontonummer borttaget)",
        Kind.PLATE: "(registreringsnummer borttaget)",
        Kind.DATE_OF_BIRTH: "(födelsedatum borttaget)",
        Kind.QUASI: "(uppgifter borttagna)",
    },
    "en": {
        Kind.PERSONNUMMER: "(identity number removed)",
        Kind.SAMORDNINGSNUMMER: "(coordination number removed)",
        Kind.RESERVNUMMER: "(temporary number removed)",
        Kind.CASE_NUMBER: "(case number removed)",
        Kind.PHONE: "(telephone number removed)",
        Kind.EMAIL: "(e-mail address removed)",
        Kind.ADDRESS: "(address removed)",
        Kind.POSTAL_CODE: "(postal code removed)",
        Kind.URL: "(link removed)",
        Kind.IP: "(IP address removed)",
        Kind.BANK: "(account number removed)",
        Kind.PLATE: "(registration number removed)",
        Kind.DATE_OF_BIRTH: "(date of birth removed)",
        Kind.QUASI: "(details removed)",
    },
}
SUGGEST = {
    "sv": "Ta bort det, eller skriv till exempel ”{instead}”.",
    "en": "Take it out, or write for example “{instead}”.",
}
SUGGEST_KIND: dict[str, dict[Kind, str]] = {
    "sv": {
        Kind.DATE_OF_BIRTH: "Ta bort dagen, eller skriv ungefärlig ålder i hela tiotal.",
        Kind.PERSONNUMMER: "Ta bort det, eller skriv ”en person” och, om det behövs, ungefärlig ålder.",
        Kind.SAMORDNINGSNUMMER: "Ta bort det, eller skriv ”en person” och, om det behövs, ungefärlig ålder.",
        Kind.ADDRESS: "Ta bort adressen, eller skriv till exempel ”i kommunen”.",
        Kind.POSTAL_CODE: "Ta bort det, eller skriv till exempel ”i kommunen”.",
        Kind.PROTECTED: "Ta bort allt som visar var personen finns. Är du osäker, ring i stället för att skriva.",
    },
    "en": {
        Kind.DATE_OF_BIRTH: "Take out the day, or write a rough age in tens of years.",
        Kind.PERSONNUMMER: "Take it out, or write “a person” and, if it matters, a rough age.",
        Kind.SAMORDNINGSNUMMER: "Take it out, or write “a person” and, if it matters, a rough age.",
        Kind.ADDRESS: "Take the address out, or write for example “in the municipality”.",
        Kind.POSTAL_CODE: "Take it out, or write for example “in the municipality”.",
        Kind.PROTECTED: "Take out whatever shows where the person is. If you are unsure, phone instead of writing.",
    },
}

RARITIES: dict[str, dict[str, str]] = {
    "sv": {
        "age": "ålder",
        "place": "ort",
        "diagnosis": "diagnos",
        "occupation": "yrke eller uppdrag",
        "family": "familj",
        "origin": "ursprung eller tro",
        "trait": "särdrag",
        "event": "känd händelse",
        "unique": "”den enda”",
    },
    "en": {
        "age": "age",
        "place": "place",
        "diagnosis": "diagnosis",
        "occupation": "occupation",
        "family": "family",
        "origin": "origin or faith",
        "trait": "striking trait",
        "event": "known event",
        "unique": "“the only one”",
    },
}
GENERALISE = {
    "sv": "Ta bort något av det, eller skriv mer allmänt: {instead}.",
    "en": "Leave some of it out, or be more general: {instead}.",
}
LEAVE_OUT = {"sv": "Ta bort något av det.", "en": "Leave some of it out."}
