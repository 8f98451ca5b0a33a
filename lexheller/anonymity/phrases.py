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
        Kind.PROTECTED: "Texten säger att någon har skyddade uppgifter.",
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
        Kind.PROTECTED: "The text says that somebody's details are protected.",
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
        "after_cue": "Ordet före brukar följas av en sådan uppgift.",
        "after_relation": "Ordet före berättar vems anhörig det är.",
        "beside_name": "Det står direkt efter ett namn.",
        "name_elsewhere": "Samma namn står på ett annat ställe i texten.",
        "own_first": "Det är ett vanligt förnamn.",
        "library_first": "Det finns i listan över förnamn.",
        "own_last": "Det är ett vanligt efternamn.",
        "library_last": "Det finns i listan över efternamn.",
        "capital_inside": "Det står med stor bokstav mitt i en mening.",
        "before_town": "Efter siffrorna står ett ortnamn.",
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
        "after_cue": "The word before it is usually followed by something like this.",
        "after_relation": "The word before it tells whose relative it is.",
        "beside_name": "It stands right after a name.",
        "name_elsewhere": "The same name stands elsewhere in the text.",
        "own_first": "It is a common first name.",
        "library_first": "It is in the list of first names.",
        "own_last": "It is a common family name.",
        "library_last": "It is in the list of family names.",
        "capital_inside": "It has a capital letter in the middle of a sentence.",
        "before_town": "The name of a place follows the figures.",
    },
}
WHY_ELSE = {
    "sv": "Formen är den som sådana uppgifter brukar ha.",
    "en": "It has the form that such details usually have.",
}

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
    },
}
SUGGEST = {
    "sv": "Ta bort det, eller skriv till exempel ”{instead}”.",
    "en": "Take it out, or write for example “{instead}”.",
}
SUGGEST_KIND: dict[str, dict[Kind, str]] = {
    "sv": {
        Kind.DATE_OF_BIRTH: "Ta bort dagen, eller skriv ungefärlig ålder, till exempel ”i 40-årsåldern”.",
        Kind.PERSONNUMMER: "Ta bort det, eller skriv till exempel ”en person i 40-årsåldern”.",
        Kind.SAMORDNINGSNUMMER: "Ta bort det, eller skriv till exempel ”en person i 40-årsåldern”.",
        Kind.ADDRESS: "Ta bort adressen, eller skriv till exempel ”i kommunen”.",
        Kind.POSTAL_CODE: "Ta bort det, eller skriv till exempel ”i kommunen”.",
        Kind.PROTECTED: "Ta bort det som visar var personen finns. Är någon i fara: ring, skriv inte.",
    },
    "en": {
        Kind.DATE_OF_BIRTH: "Take out the day, or write a rough age, such as “in their 40s”.",
        Kind.PERSONNUMMER: "Take it out, or write for example “a person in their 40s”.",
        Kind.SAMORDNINGSNUMMER: "Take it out, or write for example “a person in their 40s”.",
        Kind.ADDRESS: "Take the address out, or write for example “in the municipality”.",
        Kind.POSTAL_CODE: "Take it out, or write for example “in the municipality”.",
        Kind.PROTECTED: "Take out what shows where the person is. If somebody is in danger: phone, do not write.",
    },
}
