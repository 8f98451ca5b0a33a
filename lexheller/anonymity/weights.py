"""How much does each piece of evidence say for or against a word being a person's name?

One table for the whole room. The unit is loosely a log-odds of base e; a word counts as a name from THRESHOLD on.
"""

THRESHOLD = 3.0
# Beside a name, much less is asked of a word: to the left more than to the right, where family names stand.
JOIN_LEFT = 0.2
JOIN_RIGHT = -1.8
JOIN_GIVEN = -3.6  # after a first name

# How much the letters of a word that no list knows say: up to a shape of so much, so much; above, the shape itself.
SHAPES = ((-5.0, -3.0), (-3.0, -1.5), (-2.0, -0.8), (-1.0, -0.4), (0.0, 0.0))
SHAPE_MOST = 2.4

WEIGHTS: dict[str, float] = {
    # What the word is
    "own_first": 3.2,
    "own_last": 2.4,
    "library_first": 2.4,
    "library_last": 2.0,
    "name_shape": 1.5,
    "unknown": 0.9,
    "unknown_lower": 0.2,
    "strange_cued": 1.1,
    "ordinary": -2.4,
    "ordinary_inside": -0.8,
    "ordinary_strange": -1.8,
    "ordinary_rare": -0.3,
    "ordinary_shaped": -1.0,
    "ordinary_definite": -2.6,
    "post": -6.0,
    "compound": -2.0,
    "place": -2.4,
    "place_far": -1.5,
    "place_or_name": -1.0,
    "place_shape": -2.5,
    "institution": -6.0,
    "allowed": -7.0,
    "allowed_or_name": -1.8,
    "casework": -7.0,
    "casework_or_name": -4.0,
    "acronym": -6.0,
    "acronym_or_name": -2.0,
    # How it is written
    "capital_inside": 1.2,
    "capital_first": 0.2,
    "capital_strange": 0.7,
    "all_capitals": -0.3,
    "capitals_strange": 0.6,
    "lower_case": -3.2,
    "lower_case_strange": -0.5,
    "lower_case_text": -0.6,
    "lower_case_quiet": 0.2,
    # What stands around it
    "after_cue": 3.8,
    "after_initial": 2.0,
    "after_weak_cue": 1.4,
    "after_weakest_cue": 0.4,
    "after_meeting": 2.3,
    "after_relation": 2.6,
    "after_finite_verb": 1.4,
    "before_som": 1.0,
    "with_somebody": 2.0,
    "it_is_who": 2.0,
    "works_there": 2.8,
    "in_row_of_two": 1.4,
    "over_line": 1.4,
    "turned": 1.4,
    "function_word": -9.0,
    "after_place_preposition": -1.5,
    "in_place": -2.6,
    "after_number": -2.5,
    "after_article": -2.5,
    "measured": -3.5,
    "called_person": 5.0,
    "after_thing": -6.0,
    "before_person_verb": 2.3,
    "before_person_state": 2.3,
    "before_weak_verb": 1.0,
    "before_relation": 1.2,
    "before_role": 0.9,
    "before_supine": 1.0,
    "loud_family": 1.6,
    "said_by": 1.4,
    "opens_as_somebody": 1.4,
    "opens_as_family": 2.0,
    "before_age": 2.4,
    "before_organisation": -6.0,
    "genitive": 0.3,
    "listed_with_thing": -2.2,
    "quoted": -2.5,
    "listed_with_name": 1.6,
    "header": 3.5,
    "signature": 3.0,
    # Elsewhere in the text
    "name_elsewhere": 3.0,
}
