"""Check tells what a build would refuse; a draft takes rough words, a numbered edition does not."""

from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.app.keeping.check import check
from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.order import Format, Order
from egci_reports.engine.theme.coverage import SHIPPED, can_be_set, has
from egci_reports.engine.writers.pdf.faces import face
from egci_reports.errors import EditionRefused, Finding, RecordsError, TemplateError
from egci_reports.workspace import find_workspace
from tests.cases import mostly_thorough

pytestmark = pytest.mark.slow

TEXT = """\
# MADE UP: words that no officer wrote.
texts:
  - section: summary
    author: The Made-up Secretary
    date: 2010-07-08
    text: {text}
"""
LINE = 6


def _write(root: Path, text: str) -> None:
    folder = root / "data" / "papers"
    folder.mkdir(exist_ok=True)
    (folder / "annual-2010.yaml").write_text(TEXT.format(text=text), "utf-8")


def _annual(root: Path, edition: str = "draft") -> Built:
    order = Order("annual", "2010", edition=edition, formats=(Format.PDF,))
    return build(begin(find_workspace(root), order))


def _told(findings: tuple[Finding, ...]) -> list[tuple[str, str, bool]]:
    return [
        (one.code, str(one.position), one.is_error)
        for one in findings
        if one.code[0] in "TE" or one.code == "Y110"
    ]


ROUGH = [
    ("The venue is TBC.", "T221", "TBC"),
    ("The venue is tba, XXX.", "T221", "XXX"),
    ("Lorem ipsum dolor.", "T221", "Lorem"),
    ("'[ ] to be written'", "T221", "[ ]"),
    ("The two sides met ; they agreed.", "T222", " ;"),
    ("They met.. They agreed.", "T222", ".."),
    ("They agreed ( in part ) on it.", "T222", "( "),
    ("They agreed on 2 area.", "T231", "2 area"),
    ("|\n      A line that is sound.\n      It is TBC\n      and more", "T221", "TBC"),
    (">\n      A line, and TBD\n      is the rest", "T221", "TBD"),
    ('"Caf\\u00e9, and TODO"', "T221", "TODO"),
]


@pytest.mark.parametrize(("text", "code", "words"), mostly_thorough(ROUGH, (0, 4, 7, 8, 10)))
def test_rough_words_are_told_by_check_and_by_a_draft_and_refuse_an_edition(
    made_up: Path, text: str, code: str, words: str
) -> None:
    _write(made_up, text)
    whole = TEXT.format(text=text)
    at = whole.index(words)
    place = (
        f"data/papers/annual-2010.yaml:{whole.count(chr(10), 0, at) + 1}:{at - whole.rfind(chr(10), 0, at)}"
    )
    found = check(find_workspace(made_up))
    assert (code, place, False) in _told(found.findings)
    assert not found.errors
    built = _annual(made_up)
    assert (code, place, False) in _told(built.warnings)
    assert ("E608", place, True) in _told(built.blocked)
    with pytest.raises(EditionRefused) as refused:
        _annual(made_up, "1.0")
    assert ("E608", place, True) in _told(refused.value.findings)


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("Smiles 😀 are out.", "T301", "😀"),
        ("From שלום the right.", "T301", "ש"),
        ("A soft hy\u00adphen.", "Y110", "\u00ad"),
        ('"A soft hy\\u00adphen."', "Y110", "\\u00ad"),
        ("|\n      Sound.\n      Not\u200b sound.", "Y110", "\u200b"),
    ],
)
def test_a_character_that_cannot_be_printed_stops_check_and_build_at_its_column(
    made_up: Path, text: str, code: str, words: str
) -> None:
    _write(made_up, text)
    whole = TEXT.format(text=text)
    at = whole.index(words)
    place = (
        f"data/papers/annual-2010.yaml:{whole.count(chr(10), 0, at) + 1}:{at - whole.rfind(chr(10), 0, at)}"
    )
    assert (code, place, True) in _told(check(find_workspace(made_up)).findings)
    with pytest.raises(RecordsError) as refused:
        _annual(made_up)
    assert (code, place, True) in _told(refused.value.findings)


def test_words_of_a_source_and_blanks_are_left_alone(made_up: Path) -> None:
    _write(made_up, "'They said “cooperation ; TBC”.  Then they went.'")
    assert _told(check(find_workspace(made_up)).findings) == []


def test_a_fault_of_the_template_stops_the_draft_and_blames_no_record(made_up: Path) -> None:
    _write(made_up, "The venue is TBC.")
    here, shipped = made_up / "templates" / "en" / "annual", find_workspace(made_up).templates[-1]
    here.mkdir(parents=True)
    sound = (shipped / "en" / "annual" / "meeting.html").read_text("utf-8")
    for left_over, code in (("The end is TODO.", "T221"), ("A smile \U0001f600.", "T301")):
        (here / "meeting.html").write_text(sound.replace("</p>", f" {left_over}</p>"), "utf-8")
        with pytest.raises(TemplateError) as refused:
            _annual(made_up)
        errors = [one for one in refused.value.findings if one.is_error]
        assert {one.code for one in errors} == {code}
        assert not any(str(one.position).startswith("data/papers/") for one in errors)


@pytest.mark.parametrize("family", SHIPPED)
def test_the_characters_of_a_typeface_are_those_that_the_pdf_has(family: str) -> None:
    whole = face(f"{family}-Regular")
    every = map(chr, [*range(0x40000), *range(0x40000, 0x110000, 0x11)])  # no character is far up
    assert [c for c in every if whole.has(c) is not (has(family, c) and can_be_set(c))] == []
