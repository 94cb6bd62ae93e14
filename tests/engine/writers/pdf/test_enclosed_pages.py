"""Enclosed pages keep their size and turn, their bookmarks, and papers of ours bring no second frame."""

from __future__ import annotations

import io
from contextlib import closing
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A3, A4, LEGAL, LETTER, landscape
from reportlab.pdfgen.canvas import Canvas

from egci_reports.engine.document.meta import Identity
from egci_reports.engine.writers.pdf.write import CopyText
from tests.engine.writers.pdf.made import para, section, table, written
from tests.engine.writers.pdf.prepared import changed, pack, plain, saying, seen, texts_of
from tests.readers.pdf_drawings import drawings

IDENTITY = Identity("annual", "2012", "draft", "0" * 64, "0.1.0")
LINE = "Copy 3: the made-up holder"
WATERMARK = "E9E9E9"
"""The colour of the drawn "DRAFT"."""


def sheets(pdf: bytes) -> list[tuple[float, float]]:
    """Return the sizes of all pages but the first, to the point."""
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages[1:]
    assert all(page.rotation == 0 for page in pages)
    return [(round(float(page.mediabox.width)), round(float(page.mediabox.height))) for page in pages]


def scale_of(pdf: bytes, page: int, text: str) -> float:
    """Return how much larger a text stands there than it was, upright."""
    *_, across, slant = seen(pdf, page, text)
    assert slant == 0
    return across


# -- sizes ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("size", "sheet", "least"),
    [
        (A4, (595, 842), 0.88),
        (landscape(A4), (842, 595), 0.83),
        (A3, (842, 1191), 0.91),
        (landscape(A3), (1191, 842), 0.88),
        (LETTER, (595, 842), 0.93),
        (landscape(LETTER), (842, 595), 0.80),
        (LEGAL, (612, 1008), 0.89),
        ((300, 400), (595, 842), 1.0),
        ((400, 300), (842, 595), 1.0),
        ((2000, 100), (2000, 595), 1.0),
    ],
    ids=["a4", "a4-wide", "a3", "a3-wide", "letter", "letter-wide", "legal", "card", "card-wide", "strip"],
)
def test_a_page_stands_on_a_sheet_of_its_size_and_gives_way_to_head_and_foot_only(
    size: tuple[float, float], sheet: tuple[int, int], least: float
) -> None:
    made = pack(plain(saying("Here", 30, 30), size=size), marking="MADE UP", watermark="DRAFT")
    assert sheets(made) == [sheet]
    assert least <= scale_of(made, 2, "Here") <= min(1.0, least + 0.02)


def test_a_turned_page_stands_upright_on_a_sheet_turned_like_it() -> None:
    annex = changed(
        plain(saying("Here", 30, 30), size=A4), lambda file: file.pages[0].obj.update({"/Rotate": 90})
    )
    assert sheets(pack(annex)) == [(842, 595)]


def test_each_page_of_an_annex_has_a_sheet_of_its_own_size() -> None:
    def mix(file: pikepdf.Pdf) -> None:
        file.pages[1].obj.MediaBox = Array([0, 0, *landscape(A3)])

    made = pack(changed(plain(*map(saying, "ABC"), size=A4), mix), plain(saying("D"), size=landscape(A4)))
    assert sheets(made) == [(595, 842), (1191, 842), (595, 842), (842, 595)]


@pytest.mark.parametrize("size", [A4, landscape(A4), A3, landscape(A3)])
def test_head_foot_marking_and_copy_line_stand_around_a_page_without_touching_it(
    size: tuple[float, float],
) -> None:
    def corners(canvas: Canvas) -> None:
        canvas.drawString(0, 0, "Lowest")
        canvas.drawString(0, size[1], "Highest")

    made = pack(plain(corners, size=size), marking="MADE UP", late=CopyText(LINE))
    lowest, highest = (seen(made, 2, text)[1] for text in ("Lowest", "Highest"))
    foot, number = (seen(made, 2, text)[1] for text in (LINE, "Page 2 of 2"))
    head = seen(made, 2, "Annex A, page 1 of 1")[1]
    assert foot == number
    # a line of 8 points stands above its level, the strokes of some letters below
    assert 15 < foot < lowest - 8
    assert highest + 3 < head < sheets(made)[0][1] - 15 - 8
    assert texts_of(made)[1].count("MADE UP") == 2


# -- bookmarks -----------------------------------------------------------------------------------------------


def titles(outline: list[Any], reader: pypdf.PdfReader) -> list[Any]:
    """Return the bookmarks with their pages, those within each as a list after it."""
    return [
        titles(one, reader)
        if isinstance(one, list)
        else f"{one.title}: {(reader.get_destination_page_number(one) or 0) + 1}"
        for one in outline
    ]


def outline_of(pdf: bytes) -> list[Any]:
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    return titles(reader.outline, reader)


def test_an_annex_keeps_its_bookmarks_beneath_its_entry() -> None:
    annex = written(
        section("One", para("Words."), section("Within", para("More."), level=2)),
        section("Two 粵港", para("Words."), new_page=True),
    ).content
    assert outline_of(annex) == ["One: 1", ["Within: 1"], "Two 粵港: 2"]
    made = outline_of(pack(annex, annex))
    assert made == [
        "Annex A: 1",
        "Annex B: 1",
        "Annex A: 2",
        ["One: 2", ["Within: 2"], "Two 粵港: 3"],
        "Annex B: 4",
        ["One: 4", ["Within: 4"], "Two 粵港: 5"],
    ]


def test_bookmarks_that_lead_nowhere_stay_behind_and_named_places_are_found() -> None:
    def mark(file: pikepdf.Pdf) -> None:
        script = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        here = Array([String("here"), Array([file.pages[1].obj, Name.Fit])])
        file.Root.Names = Dictionary(Dests=Dictionary(Names=here))
        with file.open_outline() as outline:
            outline.root += [
                pikepdf.OutlineItem("Out", action=Dictionary(S=Name.URI, URI=String("https://example.org"))),
                pikepdf.OutlineItem("Script", action=script),
                pikepdf.OutlineItem("Named", action=Dictionary(S=Name.GoTo, D=String("here"))),
            ]

    made = pack(changed(plain(saying("A"), saying("B")), mark))
    assert outline_of(made) == ["Annex A: 1", "Annex A: 2", ["Named: 3"]]
    assert b"app.alert" not in made


# -- papers of ours ------------------------------------------------------------------------------------------


def ours(**meta: Any) -> bytes:
    given: dict[str, Any] = {
        "short_title": "Their head", "status": "Draft", "watermark": "DRAFT", "marking": "THEIRS",
        "identity": IDENTITY, **meta,
    }  # fmt: skip
    return written(section("Theirs", para("Their words.")), **given).content


def test_a_paper_of_ours_brings_no_second_head_foot_marking_or_watermark() -> None:
    made = pack(ours(), watermark="DRAFT", marking="OURS", late=CopyText(LINE))
    text = texts_of(made)[1]
    assert len(drawings(made, WATERMARK)[1]) == 1
    assert text.count("OURS") == 2
    assert "THEIRS" not in text
    assert "Their head" not in text
    assert "Page 1 of 1" not in text
    assert "Page 2 of 2" in text
    assert "Their words." in text


def test_a_paper_of_ours_keeps_its_scale() -> None:
    assert scale_of(pack(ours()), 2, "Their words.") == 1.0


def test_what_only_a_paper_of_ours_says_of_itself_stays() -> None:
    made = pack(ours())
    text = texts_of(made)[1]
    assert len(drawings(made, WATERMARK)[1]) == 1
    assert text.count("THEIRS") == 2
    assert "Their head" not in text


def test_a_table_head_that_is_repeated_stays() -> None:
    long = section("Theirs", table([("row", "words")] * 60))
    annex = written(long, identity=IDENTITY, marking="THEIRS").content
    pages = texts_of(pack(annex, marking="OURS"))[1:]
    assert len(pages) > 1
    assert all("Column 1" in page for page in pages)


def test_a_paper_of_others_keeps_all_that_it_has() -> None:
    made = pack(ours(identity=None), watermark="DRAFT", marking="OURS")
    text = texts_of(made)[1]
    assert len(drawings(made, WATERMARK)[1]) == 2
    assert "Their head" in text
    assert "THEIRS" in text


# -- page labels ---------------------------------------------------------------------------------------------


def labels_of(pdf: bytes) -> list[str]:
    with closing(pypdfium2.PdfDocument(pdf)) as file:
        return [file.get_page_label(index) for index in range(len(file))]


def test_the_pages_of_an_annex_are_labelled_by_its_own_numbers() -> None:
    made = pack(plain(saying("A"), saying("B")))
    assert labels_of(made) == ["1", "Annex A-1", "Annex A-2"]


def test_a_paper_without_annexes_needs_no_labels() -> None:
    assert labels_of(written(para("x")).content) == [""]
