from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.analysis.wording import WordStep, compare, key_of, words_of

WORD = st.sampled_from(
    ["the", "smart", "city", "co-operation", "and", "Hong Kong/Guangdong", "“Internet+", "of"]
)
WORDING = st.lists(WORD, max_size=12).map(" ".join)


def flat(diff, *steps):
    return tuple(word for stretch in diff.stretches if stretch.step in steps for word in stretch.words)


@given(WORDING, WORDING)
def test_what_is_kept_and_removed_is_the_earlier_wording_and_what_is_kept_and_added_the_later(old, new):
    diff = compare(old, new)
    assert key_of(" ".join(flat(diff, WordStep.KEPT, WordStep.REMOVED))) == key_of(old)
    assert flat(diff, WordStep.KEPT, WordStep.ADDED) == words_of(new)
    assert (diff.before, diff.after) == (len(words_of(old)), len(words_of(new)))


@given(WORDING, WORDING)
def test_as_many_words_are_kept_whichever_wording_came_first(old, new):
    assert compare(old, new).kept == compare(new, old).kept


@given(WORDING)
def test_a_wording_does_not_differ_from_itself(wording):
    diff = compare(wording, wording.upper())
    assert diff.is_same
    assert diff.kept == len(words_of(wording))


@given(WORDING, WORDING, WORDING)
def test_words_put_before_and_after_are_all_that_is_added(head, middle, tail):
    diff = compare(middle, f"{head} {middle} {tail}")
    assert diff.removed == 0
    assert diff.added == len(words_of(head)) + len(words_of(tail))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Hong Kong/Guangdong cross-boundary e-Commerce", 3),
        ("Guangdong-Hong Kong smart city clusters", 4),
        ("the Guangdong-Hong Kong-Macao Greater Bay Area", 5),
        ("between Guangdong and Hong Kong", 5),
        ("", 0),
    ],
)
def test_a_pair_of_places_is_one_word(text, count):
    assert len(words_of(text)) == count


def test_capitals_and_quotation_marks_do_not_make_a_word_another():
    assert compare('enhancing "Internet+ Regulation"', "Enhancing “Internet+ Regulation”").is_same


def test_they_do_where_words_are_compared_as_printed():
    diff = compare("cross-boundary e-Commerce", "cross-boundary e-commerce", as_printed=True)
    assert [(s.step, s.words) for s in diff.stretches] == [
        (WordStep.KEPT, ("cross-boundary",)),
        (WordStep.REMOVED, ("e-Commerce",)),
        (WordStep.ADDED, ("e-commerce",)),
    ]


def test_the_words_are_given_as_printed_in_stretches():
    diff = compare("building of clusters", "Promoting co-operation in Building of clusters")
    assert [(s.step, s.words) for s in diff.stretches] == [
        (WordStep.ADDED, ("Promoting", "co-operation", "in")),
        (WordStep.KEPT, ("Building", "of", "clusters")),
    ]
