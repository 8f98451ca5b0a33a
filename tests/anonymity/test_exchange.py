"""One finding is exchanged for neutral words, and nothing else of the text is touched."""

from __future__ import annotations

from lexheller.anonymity import check, explain, explain_all, proposals, replaced, rewrite

TEXT = "Deltagare pnr 19900602-2397 fick vänta. Kerstin på vårdcentralen ringde. Sedan ringde Kerstin igen."


def test_only_the_chosen_finding_is_exchanged() -> None:
    findings = check(TEXT)
    assert replaced(TEXT, findings[0], findings) == TEXT.replace("19900602-2397", "(personnummer borttaget)")


def test_the_same_name_is_exchanged_wherever_it_stands() -> None:
    findings = check(TEXT)
    found = replaced(TEXT, findings[1], findings)
    assert "Kerstin" not in found
    assert "19900602-2397" in found
    assert "Klienten på vårdcentralen ringde. Sedan ringde klienten igen." in found


def test_words_are_proposed_in_the_reader_s_language() -> None:
    findings = check(TEXT)
    assert proposals(TEXT, findings, "en")[findings[1]] == "the client"
    assert "(identity number removed)" in replaced(TEXT, findings[0], findings, "en")


def test_words_about_protection_have_no_proposal() -> None:
    text = "Hon har skyddade personuppgifter och bor på Storgatan 12."
    findings = check(text)
    assert {each.type for each in findings} > {each.type for each in proposals(text, findings)}


def test_exchanging_one_after_the_other_comes_to_the_whole_rewriting() -> None:
    text = TEXT
    while findings := check(text):
        text = replaced(text, findings[0], findings)
    assert text == rewrite(TEXT)


def test_all_are_explained_as_each_alone() -> None:
    findings = check(TEXT)
    assert explain_all(findings, TEXT) == tuple(explain(finding, TEXT) for finding in findings)
