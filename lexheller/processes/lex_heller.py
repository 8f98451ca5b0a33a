"""The process as shipped: the way of a Lex Heller case, and what may be done beside it.

CLOSED has two ways in, and both speak of feedback: that is the heart of the practice. S are this process's own state
codes; the model has no enum of states. What a row's effect is, is in `lex_heller_effects.py`.
"""

from __future__ import annotations

from lexheller.model.codes import Role as R
from lexheller.processes import lex_heller_effects as effects
from lexheller.processes.lex_heller_fields import FIELDS
from lexheller.processes.lex_heller_needs import FACTS, Needs
from lexheller.workflow import Process, Step, given


class S:
    """Name the states."""

    SUBMITTED = "submitted"
    DIALOGUE = "dialogue"
    WORKING_GROUP = "working_group"
    CLASSIFIED = "classified"
    DECIDED = "decided"
    WITH_PARTNERS = "with_partners"
    FEEDBACK = "feedback"
    CLOSED = "closed"


STATES = (
    S.SUBMITTED, S.DIALOGUE, S.WORKING_GROUP, S.CLASSIFIED, S.DECIDED, S.WITH_PARTNERS, S.FEEDBACK, S.CLOSED,
)  # fmt: skip
NOT_CLOSED = STATES[:-1]
NOT_SUBMITTED = STATES[1:]
DECIDED_ON = (S.DECIDED, S.WITH_PARTNERS, S.FEEDBACK, S.CLOSED)
SHOWABLE = (S.DIALOGUE, S.WITH_PARTNERS, S.FEEDBACK, S.CLOSED)

LEADER, MANAGER, MEMBER, PARTNER, SUBMITTER = (
    (R.PROCESS_LEADER,), (R.FEDERATION_MANAGER,), (R.GROUP_MEMBER,), (R.PARTNER,), (R.SUBMITTER,),
)  # fmt: skip
READERS = (R.SUBMITTER, R.PROCESS_LEADER, R.GROUP_MEMBER, R.FEDERATION_MANAGER, R.PARTNER, R.REGISTRAR)
BESIDE = (S.SUBMITTED, S.DIALOGUE)

STEPS = (
    #    name             from                              to               taken by   needs
    Step("open_dialogue", (S.SUBMITTED,),                   S.DIALOGUE,      LEADER,    effect=effects.open_dialogue),
    Step("solve",         (S.SUBMITTED, S.DIALOGUE, S.WORKING_GROUP, S.CLASSIFIED), S.FEEDBACK, LEADER,
         (given("solution"),), takes=("feedback", "told", "told_on", "told_what"), effect=effects.solve),
    Step("redirect",      BESIDE,                           S.FEEDBACK,      LEADER,
         (given("channel"), Needs.SISTER, Needs.SISTER_MAY_READ), takes=("reason", "other"), effect=effects.redirect,
         while_blocked=True),
    Step("set_aside",     BESIDE,                           S.FEEDBACK,      LEADER,
         (given("why_set_aside"), Needs.DOUBLE_NAMED), takes=("double_of", "reason"), effect=effects.set_aside,
         while_blocked=True),
    Step("withdraw",      (S.SUBMITTED, S.DIALOGUE, S.WORKING_GROUP), S.FEEDBACK, SUBMITTER + LEADER,
         takes=("reason",), effect=effects.withdraw, while_blocked=True),
    Step("consult",       (S.DIALOGUE,),                    S.WITH_PARTNERS, LEADER,
         (Needs.ATTESTED, Needs.PROVISIONAL_LEVEL, Needs.REFERRALS),
         takes=("to", "purpose", "reason"), effect=effects.refer),
    Step("share",         (S.DIALOGUE,),                    S.WORKING_GROUP, LEADER,
         (Needs.ATTESTED, given("group"), Needs.PARTNERS), takes=("reason",), effect=effects.share),
    Step("send_back",     (S.WORKING_GROUP,),               S.DIALOGUE,      MEMBER,    (given("question"),)),
    Step("classify",      (S.WORKING_GROUP,),               S.CLASSIFIED,    MEMBER,
         (Needs.ATTESTED, given("level"), Needs.REASON_FOR_LEVEL), takes=("reason",), effect=effects.classify),
    Step("classify",      (S.DIALOGUE,),                    S.CLASSIFIED,    LEADER,
         (Needs.ATTESTED, given("level"), Needs.REASON_FOR_LEVEL), takes=("reason",), when=Needs.NO_GROUP,
         effect=effects.classify),
    Step("return",        (S.CLASSIFIED,),                  S.WORKING_GROUP, MANAGER,
         (given("question"), Needs.A_GROUP), takes=("group",), when=Needs.HAS_GROUP, effect=effects.share),
    Step("return",        (S.CLASSIFIED,),                  S.DIALOGUE,      MANAGER,   (given("question"),),
         when=Needs.NO_GROUP),
    Step("decide",        (S.CLASSIFIED,),                  S.DECIDED,       MANAGER,
         (given("kind"), given("reason"), Needs.MEASURES), takes=("measures",), effect=effects.decide),
    Step("reconsider",    (S.DECIDED, S.WITH_PARTNERS),     S.CLASSIFIED,    MANAGER,   (given("reason"),),
         effect=effects.reconsider),
    Step("refer",         (S.DECIDED, S.WITH_PARTNERS),     S.WITH_PARTNERS, LEADER + MANAGER,
         (Needs.ATTESTED, Needs.REFERRALS), takes=("to", "purpose", "reason"), effect=effects.refer),
    Step("conclude",      (S.DECIDED, S.WITH_PARTNERS),     S.FEEDBACK,      LEADER,
         (Needs.ALL_ANSWERED, Needs.REFERRED_IF_DECIDED), takes=("reason",), effect=effects.conclude),
    Step("resume",        (S.FEEDBACK,),                    S.DIALOGUE,      LEADER,
         (given("reason"), Needs.SUBMITTERS_WISH), takes=("submitter_wishes",), effect=effects.resume),
    Step("give_feedback", (S.FEEDBACK,),                    S.CLOSED,        LEADER,
         (Needs.FEEDBACK, Needs.TOLD, Needs.TOLD_ON, Needs.TOLD_WHAT), effect=effects.give_feedback),
    Step("waive_feedback", (S.FEEDBACK,),                   S.CLOSED,        MANAGER,   (given("why_waived"),),
         takes=("reason",), effect=effects.waive_feedback),
    Step("reopen",        (S.CLOSED,),                      S.DIALOGUE,      SUBMITTER,
         (given("reason"), Needs.IN_TIME_TO_REOPEN), effect=effects.resume),
    Step("reopen",        (S.CLOSED,),                      S.DIALOGUE,      LEADER,
         (given("reason"), Needs.SUBMITTERS_WISH), takes=("submitter_wishes",), effect=effects.resume),

    # Actions beside the state. They are versioned and stand in the history like steps.
    Step("label",         STATES,        None, LEADER + MEMBER, (Needs.SOMETHING_TO_LABEL,),
         takes=("themes", "partners", "target_group", "severity", "reason"), effect=effects.label),
    Step("retell",        STATES,        None, LEADER, (Needs.A_SHARED_TEXT,),
         takes=("shared_text", "as_received", "title"), effect=effects.retell, while_blocked=True),
    Step("attest",        STATES,        None, LEADER,
         (Needs.HAS_SHARED_TEXT, given("area_harmless"), Needs.OWN_WORKPLACE_SEEN, Needs.FINDINGS_RESOLVED,
          Needs.ENOUGH_ALIKE),
         takes=("own_workplace_ok", "overrides", "few_alike_ok"), effect=effects.attest, while_blocked=True),
    Step("confirm_override", STATES,     None, LEADER, (Needs.SECOND_PERSON, Needs.OVERRIDES_STAND), takes=("note",),
         when=Needs.OVERRIDE_WAITS, while_blocked=True, effect=effects.confirm_override),
    Step("confirm_override", STATES,     None, MANAGER, (Needs.SECOND_PERSON, Needs.OVERRIDES_STAND), takes=("note",),
         when=Needs.OVERRIDE_WAITS_FOR_MANAGER, effect=effects.confirm_override),
    Step("show_group",    SHOWABLE,      None, LEADER, (Needs.ATTESTED, given("group")), takes=("reason",),
         effect=effects.share),
    Step("block",         STATES,        None, READERS, (given("where"),), effect=effects.block),
    Step("dispose_text",  STATES,        None, (*LEADER, R.REGISTRAR), (given("words"), given("reason")),
         when=Needs.BLOCKED, while_blocked=True, effect=effects.dispose_text),
    Step("unblock",       STATES,        None, LEADER, (given("done"), Needs.ATTESTED_AFTER_BLOCK),
         takes=("note",), when=Needs.BLOCKED, while_blocked=True, effect=effects.unblock),
    Step("wait",          NOT_CLOSED,    None, LEADER, (given("question"), given("until")), effect=effects.wait),
    Step("rest",          NOT_CLOSED,    None, LEADER, (given("reason"), given("until")), effect=effects.rest),
    Step("wake",          NOT_CLOSED,    None, LEADER, takes=("reason",), when=Needs.PAUSED, effect=effects.wake),
    Step("set_level",     NOT_SUBMITTED, None, LEADER + MEMBER, (given("level"), given("reason")),
         effect=effects.set_level),
    Step("second_opinion", NOT_SUBMITTED, None, LEADER + MEMBER, (given("level"), given("reason")),
         effect=effects.second_opinion),
    Step("tie_pattern",   NOT_SUBMITTED, None, LEADER + MEMBER, (given("pattern"), given("reason")),
         effect=effects.tie_pattern),
    Step("not_tied",      NOT_SUBMITTED, None, LEADER + MEMBER, (given("reason"),), takes=("pattern",),
         effect=effects.not_tied),
    Step("answer",        STATES,        None, PARTNER + LEADER,
         (Needs.UNANSWERED, Needs.A_REFERRAL, given("answer")),
         takes=("referral", "cause", "consequences", "follow_up", "at_meeting", "cases", "waits_for"),
         when=Needs.SENT, effect=effects.answer),
    Step("not_ours",      STATES,        None, PARTNER + LEADER,
         (Needs.UNANSWERED, Needs.A_REFERRAL, given("whose")), takes=("referral", "reason", "at_meeting"),
         when=Needs.SENT, effect=effects.not_ours),
    Step("more_time",     STATES,        None, PARTNER + LEADER,
         (Needs.UNANSWERED, Needs.AN_OPEN_REFERRAL, given("until")),
         takes=("referral", "reason", "waits_for", "at_meeting"), when=Needs.SENT, effect=effects.more_time),
    Step("ask",           STATES,        None, PARTNER + LEADER,
         (Needs.UNANSWERED, Needs.AN_OPEN_REFERRAL, given("question")), takes=("referral", "at_meeting"),
         when=Needs.SENT, effect=effects.ask),
    Step("give_up",       STATES,        None, LEADER,
         (Needs.UNANSWERED, Needs.AN_OPEN_REFERRAL, given("reason")), takes=("referral",),
         when=Needs.SENT, effect=effects.give_up),
    Step("split",         BESIDE,        None, LEADER, (given("what_happened"), given("partners")), takes=("title",)),
    Step("merge",         BESIDE,        None, LEADER, (given("others"),), effect=effects.merge),
    Step("same_event",    STATES,        None, LEADER + MEMBER, (given("other"),), takes=("reason",),
         effect=effects.same_event),
    Step("hand_over",     STATES,        None, LEADER + MANAGER, (given("person"),), takes=("until", "reason"),
         effect=effects.hand_over, while_blocked=True),
    Step("renew_code",    STATES,        None, LEADER, (Needs.CONTACT_ON_FILE,), takes=("reason",),
         while_blocked=True),
    Step("release",       (S.CLOSED,),   None, LEADER,
         (Needs.PUBLICATION, Needs.SHARED_TEXT_STANDS, Needs.A_PUBLIC_TEXT, Needs.NOBODY_RECOGNISED,
          Needs.SUBMITTER_AGREES, Needs.SECOND_READER, Needs.SAME_WORDS), effect=effects.release),
    Step("say",           STATES,        None, SUBMITTER, (given("message"),), effect=effects.say, while_blocked=True),
    Step("say",           STATES,        None, LEADER, (given("message"), Needs.THE_ASKER), takes=("referral",),
         effect=effects.say, while_blocked=True),
    Step("note_talk",     STATES,        None, LEADER, (given("talk"), given("talked_on"), given("outcome")),
         takes=("note",), effect=effects.note_talk, while_blocked=True),
    Step("reveal_contact", STATES,       None, LEADER, (Needs.CONTACT_ON_FILE, given("reason")), while_blocked=True),
    Step("erase_contact", STATES,        None, SUBMITTER + LEADER + (R.REGISTRAR,),
         (Needs.CONTACT_ON_FILE, Needs.DISPOSAL_DECISION), takes=("reason",), effect=effects.erase_contact,
         while_blocked=True),
    Step("follow_measure", DECIDED_ON,   None, LEADER + MANAGER, (Needs.A_MEASURE, Needs.A_CHANGE),
         takes=("measure", "measure_state", "due", "note"), effect=effects.follow_measure),
    Step("helped",        (S.CLOSED,),   None, SUBMITTER, (given("helped"),), takes=("note",), effect=effects.helped),
    Step("void",          STATES,        None, LEADER, (Needs.NOTHING_SINCE_IMPORT,), takes=("reason",),
         effect=effects.void),
)  # fmt: skip

LEX_HELLER = Process(
    name="lex_heller",
    initial=S.SUBMITTED,
    states=STATES,
    finals=frozenset({S.CLOSED}),
    guard=frozenset({"give_feedback", "waive_feedback"}),
    roles=frozenset(R),
    turns={
        S.SUBMITTED: R.PROCESS_LEADER,
        S.DIALOGUE: R.PROCESS_LEADER,
        S.WORKING_GROUP: R.GROUP_MEMBER,
        S.CLASSIFIED: R.FEDERATION_MANAGER,
        S.DECIDED: R.PROCESS_LEADER,
        S.WITH_PARTNERS: R.PARTNER,
        S.FEEDBACK: R.PROCESS_LEADER,
    },
    facts=FACTS,
    fields=FIELDS,
    steps=STEPS,
)
