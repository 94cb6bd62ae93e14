from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from egci_reports.engine.document.differences import Difference, differences
from egci_reports.engine.document.entries import TextEntry

WORDS = st.lists(st.sampled_from(["lamp", "buoy", "fog", "pier", "is", "lit"]), min_size=1, max_size=6)
PLACES = st.sampled_from([("a",), ("a", "t"), ("b",)])
ENTRIES = st.one_of(
    st.builds(lambda place, words: TextEntry("paragraph", place, (" ".join(words),)), PLACES, WORDS),
    st.builds(
        lambda place, name, words: TextEntry("row", place, (name, " ".join(words)), name),
        PLACES,
        st.sampled_from(["one", "two"]),
        WORDS,
    ),
    st.builds(
        lambda words, n: TextEntry("field", (), (" ".join(words),), n), WORDS, st.sampled_from(["x", "y"])
    ),
)
PAPERS = st.lists(ENTRIES, max_size=12)


def applied(before: Sequence[TextEntry], found: Sequence[Difference]) -> tuple[TextEntry, ...]:
    """Return the entries of an edition with differences applied: what the paper reads now."""
    made: list[TextEntry] = []
    done = 0
    for one in found:
        made += before[done : one.at]
        done = one.at if one.before is None else one.at + 1
        made += [one.now] if one.now is not None else []
    return (*made, *before[done:])


def said(entries: object) -> list[object]:
    return [one.said for one in entries]  # type: ignore[attr-defined]


@given(PAPERS, PAPERS)
def test_what_is_told_makes_of_the_edition_what_the_paper_reads_now(
    before: list[TextEntry], now: list[TextEntry]
) -> None:
    assert said(applied(before, differences(before, now))) == said(now)


@given(PAPERS, PAPERS)
def test_each_difference_is_one_and_they_are_in_reading_order(
    before: list[TextEntry], now: list[TextEntry]
) -> None:
    found = differences(before, now)
    assert [one.at for one in found] == sorted(one.at for one in found)
    for one in found:
        assert (one.before and one.before.said) != (one.now and one.now.said)
        if one.before is not None:
            assert before[one.at] == one.before
        if one.before and one.now:
            assert (one.before.kind, one.before.place) == (one.now.kind, one.now.place)


@given(PAPERS)
def test_numbers_and_pages_alone_make_no_difference(paper: list[TextEntry]) -> None:
    assert differences(paper, [replace(one, label="9", page=9, heading="h") for one in paper]) == ()


def text(words: str) -> TextEntry:
    return TextEntry("paragraph", ("a",), (words,))


def test_a_reworded_paragraph_is_told_beside_its_old_words_though_others_are_put_in_and_taken_out() -> None:
    before = [text("Four lamps are lit on the quay."), text("The count is open."), text("Fog is not ours.")]
    now = [
        text("A new mast stands there."),
        text("Five lamps are lit on the quay."),
        text("Fog is not ours."),
    ]
    assert [
        (one.before and one.before.texts, one.now and one.now.texts) for one in differences(before, now)
    ] == [
        (None, ("A new mast stands there.",)),
        (("Four lamps are lit on the quay.",), ("Five lamps are lit on the quay.",)),
        (("The count is open.",), None),
    ]


def test_a_row_is_known_by_its_first_cell() -> None:
    def row(name: str, *cells: str) -> TextEntry:
        return TextEntry("row", ("t",), (name, *cells), name)

    before = [row("1", "lamp", "lit"), row("2", "buoy", "counted")]
    now = [row("1", "mast", "raised"), row("2", "buoy", "counted"), row("3", "fog", "heard")]
    found = differences(before, now)
    assert [(one.before, one.now) for one in found] == [(before[0], now[0]), (None, now[2])]
