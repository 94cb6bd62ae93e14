"""Names of papers are written and read back by one class, so that files, ledger and records agree."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.records.audience.reader import Audience
from egci_reports.records.paper_name import EVERYTHING, PaperName, paper_of, stem_of

BODY = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda body: "as-of" not in body)
SIDES = st.sampled_from((Audience.INTERNAL, Audience.JOINT, Audience.PUBLIC))
DAY = st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31))
NAMES = st.one_of(
    st.builds(
        PaperName, st.just("annual"), st.from_regex(r"[0-9]{4}", fullmatch=True), SIDES, st.none(), DAY
    ),
    st.builds(PaperName, st.just("history"), st.just(EVERYTHING), SIDES, st.none(), DAY),
    st.builds(
        PaperName,
        st.just("briefing"),
        st.from_regex(r"[1-9][0-9]{0,2}", fullmatch=True),
        st.just(Audience.DEPARTMENT),
        BODY,
        DAY,
    ),
)


@pytest.mark.parametrize(
    ("name", "text", "record"),
    [
        (PaperName("annual", "2024"), "annual-2024", "annual-2024"),
        (PaperName("history"), "history", "history"),
        (PaperName("history", audience=Audience.JOINT), "history-joint", "history"),
        (
            PaperName("annual", "2024", Audience.PUBLIC, as_of=date(2024, 12, 31)),
            "annual-2024-public-as-of-2024-12-31",
            "annual-2024",
        ),
        (
            PaperName("briefing", "20", Audience.DEPARTMENT, "made-up-pier-office"),
            "briefing-20-for-made-up-pier-office",
            "briefing-20",
        ),
    ],
)
def test_a_name_says_which_paper_it_is(name: PaperName, text: str, record: str) -> None:
    assert (str(name), name.record) == (text, record)
    assert PaperName.read(text) == name


@given(NAMES)
def test_what_is_written_is_read_back(name: PaperName) -> None:
    assert PaperName.read(str(name)) == name


@given(
    st.text() | st.sampled_from(("annual-all", "history-as-of-2024-13-01", "annual-2024-joint-for-a", "-"))
)
def test_any_text_of_a_ledger_is_read_and_is_written_again(text: str) -> None:
    assert str(PaperName.read(text)) == text


@given(NAMES, st.from_regex(r"[1-9][0-9]?\.[0-9]{1,2}", fullmatch=True), st.sampled_from((None, "zh")))
def test_the_edition_is_the_end_of_the_files_names(name: PaperName, edition: str, lang: str | None) -> None:
    stem = stem_of(name, edition, lang)
    assert stem.endswith(f"-{edition}")
    assert paper_of(stem, edition) == stem_of(name, None, lang)
    assert paper_of(stem_of(name, None, lang), "draft") == stem_of(name, None, lang)
