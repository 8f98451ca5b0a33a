"""Does every code that is stored have a name in both languages, and does the naming keep to the practice's tone?"""

import re

import pytest

from lexheller.anonymity.finding import Kind
from lexheller.i18n import LANGUAGES, build, words_for
from lexheller.i18n.choices import choice_label, sentence
from lexheller.i18n.faults import forms, key_of
from lexheller.model import codes, vocabulary
from lexheller.model.fields import FORM
from lexheller.processes.lex_heller import LEX_HELLER
from lexheller.processes.lex_heller_fields import OVERRIDE_REASONS, SEVERITIES
from lexheller.processes.workshop import WORKSHOP

PROCESSES = (LEX_HELLER, WORKSHOP)
ACTUAL_STEPS = {step.name for process in PROCESSES for step in process.steps}
FIELDS = [field for process in PROCESSES for field in process.fields] + list(FORM)

NAMED = {
    "channel.": codes.Channel,
    "decision.": codes.DecisionKind,
    "finding.": Kind,
    "level.": codes.Level,
    "level.help.": codes.Level,
    "measure_state.": codes.MeasureState,
    "outcome.": codes.Outcome,
    "override.": OVERRIDE_REASONS,
    "partner.": codes.Partner,
    "partner.choice.": codes.Partner,
    "partner.short.": codes.Partner,
    "purpose.": codes.Purpose,
    "purpose.help.": codes.Purpose,
    "referral.": codes.ReferralState,
    "role.": codes.Role,
    "set_aside.": codes.SetAsideReason,
    "severity.": SEVERITIES,
    "source.": codes.Source,
    "state.": {state for process in PROCESSES for state in process.states},
    "step.": ACTUAL_STEPS | {"submit", "import"},
    "event.": ACTUAL_STEPS | {"submit", "import"},
    "target_group.": vocabulary.TARGET_GROUPS,
    "theme.": vocabulary.THEMES,
    "told.": codes.Told,
    "waive.": codes.WaiveReason,
    "field.": {field.key for field in FIELDS},
    "need.": {need.name for process in PROCESSES for step in process.steps for need in step.needs},
}
# The practice's own list, typed again, so that a step taken out of a table is missed here.
_TYPED_AGAIN = """
    open_dialogue solve redirect set_aside withdraw consult share send_back classify return decide reconsider refer
    conclude resume give_feedback waive_feedback reopen retell attest show_group block dispose_text unblock wait rest
    wake set_level second_opinion tie_pattern not_tied answer not_ours more_time ask give_up split merge same_event
    hand_over renew_code release say note_talk reveal_contact erase_contact follow_measure helped void label submit
    import
"""
STEPS = _TYPED_AGAIN.split()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("prefix", NAMED)
def test_every_code_has_a_name(prefix: str, language: str) -> None:
    words = words_for(language)
    assert list(NAMED[prefix])
    assert [code for code in NAMED[prefix] if not words.has(prefix + code)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_says_what_it_does_in_one_sentence(language: str) -> None:
    words = words_for(language)
    for step in {*STEPS, *ACTUAL_STEPS}:
        help_text = words(f"step.{step}.help")
        assert help_text[0].isupper(), step
        assert help_text.endswith("."), step
        assert help_text.count(".") == 1, step
        assert words.has(f"event.{step}"), step


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_channel_says_what_the_right_way_is_without_naming_a_paragraph_of_law(language: str) -> None:
    for channel in codes.Channel:
        how = words_for(language)(f"channel.{channel}.how")
        assert how.endswith("."), channel
        assert "§" not in how, channel


@pytest.mark.parametrize("language", LANGUAGES)
def test_heads_of_the_matrix_are_short_and_told_apart(language: str) -> None:
    heads = [words_for(language)(f"partner.short.{partner}") for partner in codes.Partner]
    assert max(map(len, heads)) <= 5
    assert len(set(heads)) == len(heads)


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_within_one_list_are_told_apart(language: str) -> None:
    for prefix in NAMED.keys() - {"field.", "need.", "event."}:
        named = [words_for(language)(prefix + code) for code in NAMED[prefix]]
        assert len(set(named)) == len(named), prefix


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_form_asks_for_its_required_fields_in_the_agreed_words(language: str) -> None:
    words = words_for(language)
    agreed = {"what_happened": "what", "partners": "partners", "submitter_org": "workplace", "contact": "reply"}
    assert {field.key for field in FORM if field.required} == set(agreed)
    for field, text in agreed.items():
        assert words(f"field.{field}") == words(f"form.{text}.label")
        assert words(f"field.{field}.hint") == words(f"form.{text}.hint")
    assert all(words.has(f"field.{field.key}.hint") for field in FORM)


def test_nobody_has_been_back_to_read_is_no_reason_to_leave_out_feedback() -> None:
    reasons = " ".join(words_for("sv")(f"waive.{reason}") for reason in codes.WaiveReason)
    assert not re.search(r"läst|tittat|varit tillbaka", reasons)


def test_nothing_speaks_of_blame_complaint_or_ranking() -> None:
    avoided = re.compile(
        r"klagomål|attester|anmälare|felande|skuld\b|rankning|poäng|complain|blame|ranking", re.IGNORECASE
    )
    for language in LANGUAGES:
        for room, catalogue in build.rooms(language).items():
            for message in catalogue:
                if message.id:
                    told = [form for form in forms(message) if avoided.search(form)]
                    assert told == [], f"{room}: {key_of(message)}"


@pytest.mark.parametrize(
    ("field", "code", "label"),
    [
        ("partners", "unclear", "Vet inte"),
        ("whose", "nobody", "ingen"),
        ("recurring", "often", "ofta"),
        ("agreement", "dont_know", "vet inte"),
        ("outcome", "no_contact", "fick inte kontakt"),
        ("themes", "sip", "SIP och samordnad planering"),
        ("themes", "a_theme_of_our_own", "a_theme_of_our_own"),
    ],
)
def test_a_choice_is_called_by_its_field(field: str, code: str, label: str) -> None:
    assert choice_label(words_for("sv"), field, code) == label


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_closed_choice_of_every_field_has_a_name(language: str) -> None:
    words = words_for(language)
    nameless = [
        (field.key, code) for field in FIELDS for code in field.choices if choice_label(words, field.key, code) == code
    ]
    # In English a code may be its own word; in Swedish none is.
    assert [pair for pair in nameless if language == "sv"] == []


def test_a_name_for_running_text_may_begin_a_line() -> None:
    assert sentence("ärendet är spärrat") == "Ärendet är spärrat"
    assert sentence("") == ""
