"""Which codes are stored: closed lists of words; what people see for them comes from i18n/.

Lists that a federation may edit (themes, target groups, areas) are not enums: they live in settings, and their shared
core stands in `vocabulary.py`.
"""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """Name who may do something; `SYSTEM` is the program itself."""

    SUBMITTER = "submitter"
    PROCESS_LEADER = "process_leader"
    GROUP_MEMBER = "group_member"
    FEDERATION_MANAGER = "federation_manager"
    PARTNER = "partner"
    REGISTRAR = "registrar"
    ADMINISTRATOR = "administrator"
    SYSTEM = "system"


class Partner(StrEnum):
    """Name a kind of organisation; rules and the friction matrix speak of these, referrals of organisations."""

    FK = "fk"
    AF = "af"
    PRIMARY_CARE = "primary_care"
    ADULT_PSYCHIATRY = "adult_psychiatry"
    CHILD_PSYCHIATRY = "child_psychiatry"
    ADDICTION_CARE = "addiction_care"
    HOSPITAL = "hospital"
    SOCIAL_SERVICES = "social_services"
    ECONOMIC_ASSISTANCE = "economic_assistance"
    LABOUR_MARKET_UNIT = "labour_market_unit"
    DISABILITY_SUPPORT = "disability_support"
    SCHOOL = "school"
    YOUTH_RESPONSIBILITY = "youth_responsibility"
    PROBATION = "probation"
    SUPPLIER = "supplier"
    CIVIL_SOCIETY = "civil_society"
    FEDERATION_ACTIVITY = "federation_activity"
    UNCLEAR = "unclear"


class Level(StrEnum):
    """Name where the cause lies, and so how to go about it."""

    STRUCTURE = "structure"
    ORGANISATION = "organisation"
    INDIVIDUAL = "individual"


class Recurring(StrEnum):
    """Say how often it has happened before."""

    NEVER = "never"
    SOMETIMES = "sometimes"
    OFTEN = "often"


class Answer(StrEnum):
    """Answer yes, no, or "vet inte", which is always an answer."""

    YES = "yes"
    NO = "no"
    DONT_KNOW = "dont_know"


class Helped(StrEnum):
    """Say whether something is solved, or helped."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Purpose(StrEnum):
    """Say what a referral is for; only `REPLY` has a clock and is waited for."""

    REPLY = "reply"
    LEARNING = "learning"
    INFORMATION = "information"


class ReferralState(StrEnum):
    """Say where a referral stands."""

    OPEN = "open"
    ANSWERED = "answered"
    NOT_OURS = "not_ours"
    GIVEN_UP = "given_up"
    TAKEN_BACK = "taken_back"


class DecisionKind(StrEnum):
    """Say what a manager decided."""

    MEASURE = "measure"
    REFER = "refer"
    MEETING = "meeting"
    NO_ACTION = "no_action"


class MeasureState(StrEnum):
    """Say how far a measure has come."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    DONE = "done"
    STOPPED = "stopped"


class Channel(StrEnum):
    """Name another duty or channel that a matter belongs in, or must also go to."""

    LEX_SARAH = "lex_sarah"
    LEX_MARIA = "lex_maria"
    CARE_DEVIATION = "care_deviation"
    REPORT_OF_CONCERN = "report_of_concern"
    REVIEW_APPEAL = "review_appeal"
    PATIENT_BOARD = "patient_board"
    WHISTLEBLOWING = "whistleblowing"
    REGION_ROUTINE = "region_routine"
    OWN_DEVIATION = "own_deviation"
    SISTER_FEDERATION = "sister_federation"
    EMERGENCY = "emergency"


class SetAsideReason(StrEnum):
    """Say why a report is set aside."""

    TOO_LITTLE = "too_little"
    DOUBLE = "double"
    NOT_COOPERATION = "not_cooperation"
    SPAM = "spam"


class WaiveReason(StrEnum):
    """Say why a case may close without feedback. "Nobody has been back to read" is no reason and is not here."""

    DECLINED = "declined"
    NO_WAY_TO_REACH = "no_way_to_reach"
    ANSWERED_ELSEWHERE = "answered_elsewhere"
    SPAM = "spam"


class Told(StrEnum):
    """Say how something was said outside the program."""

    PHONE = "phone"
    MEETING = "meeting"


class Source(StrEnum):
    """Say how a report came in."""

    FORM = "form"
    FILE = "file"
    PHONE = "phone"
    WORD = "word"
    MEETING = "meeting"
    IMPORT = "import"
    SISTER = "sister"


class Outcome(StrEnum):
    """Say by which step a case came to feedback; each counts under a heading of its own."""

    SOLVED = "solve"
    REDIRECTED = "redirect"
    SET_ASIDE = "set_aside"
    WITHDRAWN = "withdraw"
    CONCLUDED = "conclude"
