"""Fingerprints and edits: what a clearance is known by, and what putting it into a file leaves alone."""

from __future__ import annotations

import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.engine.document.checking.characters import odd_characters
from egci_reports.records.briefs import ItemBrief
from egci_reports.records.clearables import command_for, words_for
from egci_reports.records.clearance import Clearance
from egci_reports.records.papers import OwnText
from egci_reports.records.returns import Return
from egci_reports.records.yaml_edit import CannotEdit, as_in, put_entry
from egci_reports.records.yaml_text import parse_yaml

WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=8).filter(
    lambda word: not list(odd_characters(word))
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6)
ENTRY = {"by": "A Made-up Master", "on": "2013-04-25", "fingerprint": "0123456789ab"}


def text(words: str, **more: object) -> OwnText:
    given = {"section": "summary", "author": "A Clerk", "date": "2013-04-01", **more}
    return OwnText.model_validate({**given, "text": words})


@given(TEXTS, st.lists(st.sampled_from([" ", "  ", "\n", "\n\n", "\u00a0", "\t"]), min_size=6, max_size=6))
def test_a_fingerprint_knows_words_and_not_how_they_are_set(words: list[str], gaps: list[str]) -> None:
    other = "".join(f"{word}{gap}" for word, gap in zip(words, gaps, strict=False))
    plain = text(" ".join(words))
    assert text(other, author="B Clerk", date="2013-04-02").fingerprint == plain.fingerprint
    assert text(unicodedata.normalize("NFD", " ".join(words))).fingerprint == plain.fingerprint


@given(TEXTS, TEXTS)
def test_other_words_have_another_fingerprint(one: list[str], other: list[str]) -> None:
    same = [unicodedata.normalize("NFC", word) for word in one] == [
        unicodedata.normalize("NFC", w) for w in other
    ]
    marks = {"“": '"', "”": '"', "‘": "'", "’": "'"}
    if not same and not any(mark in word for word in (*one, *other) for mark in marks):
        assert text(" ".join(one)).fingerprint != text(" ".join(other)).fingerprint


def test_bent_quotation_marks_are_the_same_words() -> None:
    assert text("“The lamp’s”").fingerprint == text('"The lamp\'s"').fingerprint


def test_fingerprints_stay_what_they_are() -> None:
    """They stand in files of records: a change of how they are made would void every clearance there is."""
    assert text("The quay was lit.").fingerprint == "188e90901ffb"
    assert ItemBrief(plenary=4, area=1, objective="Half of the glass.").fingerprint == "553edc1aaaa4"
    assert Return(plenary=4, body="made-up-signal-office", nil=True).fingerprint == "0db027ac7ed7"


def test_a_part_of_cleared_words_is_cleared_and_of_changed_ones_is_not() -> None:
    whole = ItemBrief(plenary=4, area=1, objective="Half.", not_for_disclosure="It broke.")
    cleared = Clearance.model_validate({**ENTRY, "fingerprint": whole.fingerprint})
    whole = whole.model_copy(update={"cleared": cleared})
    part = whole.model_copy(update={"not_for_disclosure": None})
    assert (whole.is_cleared, part.is_void) == (True, True)
    assert part.as_part_of(whole).is_cleared
    changed = whole.model_copy(update={"objective": "A third."})
    assert part.as_part_of(changed).is_void


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("returns/04/made-up-signal-office", ("return", "4", "made-up-signal-office")),
        ("briefs/20/brief-12", ("brief", "20", "12")),
        ("briefs/04/pack#run_down", ("pack", "4", "run-down")),
        ("briefs/04/pack#further/1", ("pack", "4", "further-2")),
        ("papers/annual-2012#texts/0", ("paper", "annual-2012", "1")),
    ],
)
def test_what_stands_at_an_address_is_named_in_words_of_the_command(
    address: str, words: tuple[str, str, str]
) -> None:
    assert words_for(address) == words
    assert command_for(address) == f"egci-report clear {' '.join(words)} --by POST --on YYYY-MM-DD"


@given(
    st.dictionaries(st.sampled_from(["text", "author", "section"]), TEXTS.map(" ".join), min_size=1),
    TEXTS.map(" ".join),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
)
def test_a_line_more_and_every_other_byte_as_it_was(
    fields: dict[str, str], by: str, flow: bool, end: str, mark: str
) -> None:
    entries = [{**fields, "date": "2013-04-01", "audience": "public"}] * 2
    plain = yaml.safe_dump(
        {"texts": [dict(one) for one in entries]}, default_flow_style=flow, allow_unicode=True
    )
    raw = mark + f"# MADE UP\n{plain}# the end".replace("\n", end)
    before = raw.removeprefix(mark).replace("\r\n", "\n")
    after = put_entry(before, ("texts", 1), "cleared", {**ENTRY, "by": by}, "cleared_by", "date")
    data = parse_yaml(after, "x").data
    assert isinstance(data, dict)
    assert data["texts"][1].pop("cleared") == {**ENTRY, "by": by}
    assert data == parse_yaml(before, "x").data
    made = as_in(raw, before, after)
    assert made.startswith(mark)
    assert ("\r\n" in made) == ("\r\n" in raw)
    assert made.replace("\r\n", "\n").removeprefix(mark) == after
    again = put_entry(after, ("texts", 1), "cleared", {**ENTRY, "by": by}, "cleared_by", "date")
    assert again == after


@pytest.mark.parametrize(
    "yaml_text", ["texts: []\n", "texts: [{text: x}]\n", "texts: [{date: 2013-04-01, cleared: yes}]\n"]
)
def test_where_nothing_can_be_put_nothing_is(yaml_text: str) -> None:
    with pytest.raises(CannotEdit):
        put_entry(yaml_text, ("texts", 0), "cleared", ENTRY, "cleared_by", "date")
