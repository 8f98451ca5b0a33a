"""Where do cases about hospitals and aids go? A failed discharge to the parties' own reports, the rest to the region.

Care providers and social services must report harm and missed help themselves; a case here never replaces that. What
is left, an agreement or an aid that nobody pays for, the region is asked to reply to.
"""

from __future__ import annotations

from lexheller.model.codes import Channel, Partner, Purpose
from lexheller.routing.concerns import concerns_others_than_the_writer
from lexheller.routing.conditions import HasTheme, Involves, InvolvesAny, OnlyInvolves
from lexheller.routing.rules import Because, Rule
from lexheller.routing.targets import OtherChannel, Representative

MUNICIPAL_CARE = (Partner.SOCIAL_SERVICES, Partner.DISABILITY_SUPPORT)

RULES = (
    # It stops here: a copy to a meeting would look as if somebody had taken care of it. A person may add one by hand.
    Rule(
        name="hospital-discharge",
        when=Involves(Partner.HOSPITAL)
        & InvolvesAny(*MUNICIPAL_CARE)
        & OnlyInvolves(Partner.HOSPITAL, *MUNICIPAL_CARE)
        & HasTheme("transitions", "information_secrecy"),
        to=OtherChannel(Channel.CARE_DEVIATION),
        purpose=Purpose.INFORMATION,
        stop=True,
        because=Because(
            sv="En utskrivning som inte förbereddes utreds genom vårdens och omsorgens egna avvikelserapporter.",
            en="A discharge that was not prepared is looked into through the care providers' own deviation reports.",
        ),
    ),
    Rule(
        name="hospital",
        when=concerns_others_than_the_writer(Partner.HOSPITAL),
        to=Representative(Partner.HOSPITAL),
        purpose=Purpose.REPLY,
        because=Because(
            sv="Regionens representant kan svara för sjukhusvården och hjälpmedlen.",
            en="The region's representative can answer for hospital care and aids.",
        ),
    ),
)
