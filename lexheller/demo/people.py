"""Who works in the demo: three federations, their people, a working group, recipients and patterns. All invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from lexheller.model.codes import Partner, Role
from lexheller.model.people import Federation, Group, Organisation, Pattern, Person, Recipient
from lexheller.routing.targets import MANAGERS, PREPARATORY_GROUP, PRIMARY_CARE_PSYCHIATRY, STEERING_GROUP

FEDERATIONS = (
    Federation("ALV", "Samordningsförbundet Älvnära", "Elsa Exempel", "031-390 06 50"),
    Federation("SKO", "Samordningsförbundet Skogsbygden", "Sven Exempel", "040-628 04 50"),
    Federation("INS", "Samordningsförbundet Insjöarna", "Ines Exempel", "08-465 004 50"),
)
MUNICIPALITIES = {
    "ALV": ("Älvnära", "Strandby"),
    "SKO": ("Skogsbygden", "Storskogen"),
    "INS": ("Insjöarna", "Sjövik"),
}

GROUP = Group("ALV", "natverket", "Arbetsgruppen i nätverket", ("ALV", "SKO", "INS"))

_LEADER, _MEMBER, _MANAGER = Role.PROCESS_LEADER, Role.GROUP_MEMBER, Role.FEDERATION_MANAGER
PEOPLE = (
    Person("ALV", "elsa", "Elsa Exempel", (_LEADER, _MEMBER), (GROUP.key,)),
    Person("ALV", "omar", "Omar Exempel", (_LEADER,)),
    Person("ALV", "birgitta", "Birgitta Exempel", (_MANAGER,)),
    Person("ALV", "rut", "Rut Exempel", (Role.REGISTRAR,)),
    Person("ALV", "adam", "Adam Exempel", (Role.ADMINISTRATOR,)),
    Person("SKO", "sven", "Sven Exempel", (_LEADER, _MEMBER), (GROUP.key,)),
    Person("SKO", "maj", "Maj Exempel", (_MANAGER,)),
    Person("SKO", "asta", "Asta Exempel", (Role.ADMINISTRATOR,)),
    Person("INS", "ines", "Ines Exempel", (_LEADER, _MEMBER), (GROUP.key,)),
    Person("INS", "hans", "Hans Exempel", (_MANAGER,)),
    Person("INS", "tore", "Tore Exempel", (Role.ADMINISTRATOR,)),
)
NEWCOMER = "elsa"
LEADERS = {"ALV": "elsa", "SKO": "sven", "INS": "ines"}
SECOND_LEADERS = {"ALV": "omar"}
MANAGERS_OF = {"ALV": "birgitta", "SKO": "maj", "INS": "hans"}

_REPRESENTATIVES = (
    ("fk-beredning", "Försäkringskassan i beredningsgruppen", Partner.FK, "fk"),
    ("af-beredning", "Arbetsförmedlingen i beredningsgruppen", Partner.AF, "af"),
    ("kommun-beredning", "Kommunen i beredningsgruppen", None, "kommunen"),
    ("region-beredning", "Regionen i beredningsgruppen", None, "regionen"),
    ("kriminalvarden", "Kriminalvården, frivården", Partner.PROBATION, "kriminalvarden"),
    ("leverantor", "Leverantörernas kontaktperson", Partner.SUPPLIER, "leverantor"),
    ("foreningarna", "Föreningarnas paraplyorganisation", Partner.CIVIL_SOCIETY, "foreningarna"),
)
_ORGANISATIONS = {
    "fk": (Partner.FK, "Försäkringskassan"),
    "af": (Partner.AF, "Arbetsförmedlingen"),
    "kommunen": (Partner.SOCIAL_SERVICES, "Kommunen"),
    "regionen": (Partner.PRIMARY_CARE, "Regionen"),
    "kriminalvarden": (Partner.PROBATION, "Kriminalvården"),
    "leverantor": (Partner.SUPPLIER, "Leverantören Framåt Exempel"),
    "foreningarna": (Partner.CIVIL_SOCIETY, "Föreningsrådet Exempel"),
}
_TO_CALL = (
    ("fk-chef", "Enhetschef, Försäkringskassan", Partner.FK),
    ("af-chef", "Enhetschef, Arbetsförmedlingen", Partner.AF),
    ("economic-assistance-chef", "Enhetschef, ekonomiskt bistånd", Partner.ECONOMIC_ASSISTANCE),
    ("primary-care-chef", "Vårdcentralschef", Partner.PRIMARY_CARE),
)
"""Managers that are called rather than written to, when a case is about how one person acted."""
_FORUMS = (
    (PRIMARY_CARE_PSYCHIATRY, "Arbetsgruppen primärvård och psykiatri"),
    (STEERING_GROUP, "Styrgruppen"),
    (PREPARATORY_GROUP, "Beredningsgruppen"),
    (MANAGERS, "Förbundscheferna"),
)

PATTERNS = (
    Pattern("ALV", "P1", "Två bedömer olika och ersättningen försvinner", "Vem stämmer av innan någon avslutar?"),
    Pattern("ALV", "P2", "Ingen skriver det utlåtande som nästa part kräver", "Vem skriver när diagnosen är känd?"),
    Pattern("ALV", "P3", "Samverkansparter når inte varandra", "Vilken väg in har de andra?"),
    Pattern("SKO", "P4", "Samsjuklighet stänger dörrar", "Hur bedömer vi tillsammans inom två veckor?"),
    Pattern("SKO", "P5", "Samordnad planering och parallella planer", "Vem kallar, vem leder, vem kommer?"),
    Pattern("INS", "P6", "Åldersgränser", "Hur börjar vi planera i tid?"),
    Pattern("INS", "P7", "Nästa led är inte förberett vid utskrivning eller frigivning", "Vad stäms av, och när?"),
)


def representative(federation: str, recipient: str) -> str | None:
    """Name the person who answers for a recipient; None for a forum, whose answers the process leader writes down."""
    organisation = next((o for r, _, _, o in _REPRESENTATIVES if r == recipient), None)
    return f"{federation.lower()}-{organisation}" if organisation else None


def everybody(user: str) -> Iterator[Federation | Group | Person | Organisation | Recipient | Pattern]:
    """Give all of them, each person bound to one system user so that a newcomer may act as any.

    A person's first system user is their own: only Elsa's is the newcomer, who acts as her when nobody is named.
    """
    yield from FEDERATIONS
    yield GROUP
    for person in PEOPLE:
        yield replace(person, users=(user,) if person.id == NEWCOMER else (person.id, user))
    for federation in FEDERATIONS:
        yield from _places(federation.id, user)
    yield from PATTERNS


def _places(federation: str, user: str) -> Iterator[Organisation | Recipient | Person]:
    for organisation, (kind, name) in _ORGANISATIONS.items():
        yield Organisation(federation, organisation, kind, name)
        person = f"{federation.lower()}-{organisation}"
        yield Person(
            federation,
            person,
            f"Representant för {name}",
            (Role.PARTNER,),
            organisation=organisation,
            users=(person, user),
        )
    for recipient, name, partner, organisation in _REPRESENTATIVES:
        yield Recipient(federation, recipient, name, partner, organisation, f"samverkan@{organisation}.example.org")
    for forum, name in _FORUMS:
        yield Recipient(federation, forum, name)
    for manager, name, partner in _TO_CALL:
        yield Recipient(federation, manager, name, partner)
