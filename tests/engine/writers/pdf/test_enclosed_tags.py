"""What is read through the tags: the annex after our own paper, in its order, tied to its own pages."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from egci_reports.engine.document.nodes import Footnote
from egci_reports.engine.enclosing import PlacedEnclosure
from egci_reports.engine.enclosing.merging import enclose
from tests.engine.writers.pdf.made import para, section, table, words, written
from tests.engine.writers.pdf.prepared import FRAME, changed, enclosed, texts_of
from tests.engine.writers.pdf.tagged import annex, elements, kids_of, misfits, named, sections
from tests.readers.pdf import blocks_of
from tests.readers.pdf_tags import Target, Tree, read_tree

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def paper() -> bytes:
    return written(section("Ours", para("The paper itself."))).content


def test_the_annex_is_read_after_the_paper_block_by_block(rendered, paper):
    made = enclosed(paper, rendered.content, paper)
    tree = read_tree(made)
    assert blocks_of(made) == blocks_of(paper) + blocks_of(rendered.content) + blocks_of(paper)
    assert tree.faults == ()
    assert misfits(made) == []
    first, second = sections(tree)
    pages = rendered.page_count
    assert {page for node in first.walk() for page in node.pages} == set(range(2, 2 + pages))
    assert {page for node in second.walk() for page in node.pages} == {2 + pages}


def test_links_of_the_structure_lead_into_the_annex(rendered, paper):
    before, after = read_tree(rendered.content), read_tree(enclosed(paper, rendered.content))
    old = [link for node in before.root.walk() for link in node.links]
    new = [link for node in sections(after)[0].walk() for link in node.links]
    assert len(old) > 10
    assert [link.address for link in new] == [link.address for link in old]
    assert [link.page for link in new] == [None if link.page is None else link.page + 1 for link in old]
    says = [text for node in sections(after)[0].walk() for text in node.says]
    assert says == [text for node in before.root.walk() for text in node.says]


def test_the_section_bears_the_title_and_the_language_of_the_annex(paper):
    other = changed(annex(), lambda file: file.Root.update({"/Lang": String("zh-Hant-HK")}))
    with pikepdf.open(io.BytesIO(enclosed(paper, annex(), other))) as file:
        document = file.Root.StructTreeRoot.K
        same, differs = list(document.K)[-2:]
        assert [(one.S, str(one.T)) for one in (same, differs)] == [
            ("/Sect", "Annex 1"),
            ("/Sect", "Annex 2"),
        ]
        assert "/Lang" not in same
        assert str(differs.Lang) == "zh-Hant-HK"
        assert [str(one.S) for one in elements(file)].count("/Document") == 1


def test_identifiers_differ_though_annexes_have_the_same():
    noted = written(*(para("Words.", Footnote(words("A note."))) for _ in range(2))).content
    made = enclosed(noted, noted, noted)
    notes = [node.identifier for node in read_tree(made).root.walk() if node.tag == "Note"]
    assert len(notes) >= 6
    assert len(set(notes)) == len(notes)
    assert {"footnote-1", "footnote-1-2", "footnote-1-3"} <= set(notes)
    assert misfits(made) == []


def test_cells_find_the_headers_whose_identifiers_were_changed(paper):
    def refer(file: pikepdf.Pdf) -> None:
        header, cell = named(file, "TH")[0], named(file, "TD")[0]
        header.ID = String("head")
        cell.A = Array([Dictionary(O=Name.Table, Headers=Array([String("head")]), ColSpan=1), 0])

    one = changed(annex(table([("A head", "A cell")])), refer)
    with pikepdf.open(io.BytesIO(enclosed(paper, one, one))) as file:
        headers = [bytes(element.ID) for element in named(file, "TH") if "/ID" in element]
        cells = [cell.A[0] for cell in named(file, "TD") if "/Headers" in cell.get("/A", [Dictionary()])[0]]
        assert headers == [b"head", b"head-2"]
        assert [bytes(cell.Headers[0]) for cell in cells] == headers
        assert [int(cell.ColSpan) for cell in cells] == [1, 1]


@pytest.mark.parametrize(
    ("tag", "roles", "means", "called"),
    [
        ("Strong", {"Strong": "H1"}, "H1", "Strong_2"),
        ("Strong", {"Strong": "Span"}, "Span", "Strong"),
        ("Own", {"Own": "Other", "Other": "Quote"}, "Quote", "Own"),
        ("Own", {"Own": "Other", "Other": "Own"}, "NonStruct", "Own"),
        ("Own", {}, "NonStruct", "Own"),
        ("Aside", {}, "Div", "Aside"),
        ("P", {"P": "H1"}, "P", "P"),
        ("Own", {"Own": "Document"}, "Sect", "Sect"),
    ],
)
def test_tags_of_the_annex_mean_what_they_meant(paper, tag, roles, means, called):
    def call(file: pikepdf.Pdf) -> None:
        file.Root.StructTreeRoot.RoleMap = Dictionary(
            {f"/{own}": Name(f"/{to}") for own, to in roles.items()}
        )
        named(file, "P")[0].S = Name(f"/{tag}")

    made = read_tree(enclosed(paper, changed(annex(para("Told.")), call)))
    (node,) = [node for node in made.root.walk() if node.kids == ["Told. "] or node.kids == ["Told."]]
    assert (node.role, node.tag) == (means, called)
    (ours,) = [node for node in made.root.walk() if node.kids == ["The paper itself."]]
    assert ours.role == "P"


def test_headings_without_a_level_get_the_one_of_their_section(paper):
    def level(file: pikepdf.Pdf) -> None:
        for heading in ("H1", "H2"):
            for one in named(file, heading):
                one.S = Name.H

    inner = section("Inner", para("Words."), level=2)
    tree = read_tree(enclosed(paper, changed(annex(inner), level)))
    headings = [(node.tag, node.text().strip()) for node in tree.root.walk() if node.tag.startswith("H")]
    assert headings == [("H1", "Ours"), ("H1", "Theirs"), ("H2", "Inner")]


def test_attributes_of_classes_come_along_and_own_ones_prevail(paper):
    def classify(file: pikepdf.Pdf) -> None:
        layout = Dictionary(O=Name.Layout, TextAlign=Name.Center, SpaceAfter=3)
        file.Root.StructTreeRoot.ClassMap = Dictionary(Middle=layout)
        paragraph = named(file, "P")[0]
        paragraph.C, paragraph.A = Name.Middle, Dictionary(O=Name.Layout, SpaceAfter=6)

    with pikepdf.open(io.BytesIO(enclosed(paper, changed(annex(), classify)))) as file:
        (attributes,) = [one.A for one in named(file, "P") if "/A" in one]
        assert [dict(one.items()) for one in attributes] == [
            {"/O": Name.Layout, "/TextAlign": Name.Center, "/SpaceAfter": 6}
        ]
        assert "/ClassMap" not in file.Root.StructTreeRoot


def test_figures_stand_where_their_attributes_say(rendered, paper):
    def boxes(tree: Tree) -> list[list[float]]:
        found = (node.attributes.get("BBox") for node in tree.root.walk())
        return [[float(side) for side in box.split()] for box in found if box is not None]

    scale = min(FRAME.width / 595.28, FRAME.height / 841.89)
    left, bottom = (
        FRAME.left + (FRAME.width - 595.28 * scale) / 2,
        FRAME.bottom + FRAME.height - 841.89 * scale,
    )
    old, new = boxes(read_tree(rendered.content)), boxes(read_tree(enclosed(paper, rendered.content)))
    assert len(old) >= 1
    for before, after in zip(old, new, strict=True):
        moved = [side * scale + (bottom if index % 2 else left) for index, side in enumerate(before)]
        assert after == pytest.approx(moved, abs=0.01)


def test_marks_of_our_own_on_the_page_stay_ours(paper):
    made = enclose(paper, [PlacedEnclosure(1, "Annex", annex(), (FRAME,))])
    assert [block.text for block in blocks_of(made)] == ["Ours", "The paper itself.", "Theirs", "The annex."]
    assert read_tree(made).faults == ()
    assert misfits(made) == []


@pytest.mark.parametrize(
    ("before", "after"), [(b"EMC ", b""), (b"", b" EMC"), (b"", b" /Artifact <</Type/Layout>> BDC")]
)
def test_marks_that_are_begun_or_ended_once_too_often_do_no_harm(paper, before, after):
    def spoil(file: pikepdf.Pdf) -> None:
        page = file.pages[0].obj
        page.Contents = file.make_stream(before + page.Contents.read_bytes() + after)

    made = enclosed(paper, changed(annex(), spoil))
    assert [block.text for block in blocks_of(made)][2:] == ["Theirs", "The annex."]
    with pikepdf.open(io.BytesIO(made)) as file:
        operators = [str(one.operator) for one in pikepdf.parse_content_stream(file.pages[1])]
    assert operators.count("BDC") + operators.count("BMC") == operators.count("EMC")


def test_marks_in_a_form_are_tied_to_the_form(paper):
    def into_form(file: pikepdf.Pdf) -> None:
        page = file.pages[0].obj
        form = Dictionary(Type=Name.XObject, Subtype=Name.Form, BBox=page.MediaBox, StructParents=0)
        form.Resources = page.Resources
        page.Resources = Dictionary(XObject=Dictionary(X0=file.make_stream(page.Contents.read_bytes(), form)))
        page.Contents = file.make_stream(b"/X0 Do")
        del page["/StructParents"]
        for element in elements(file):
            element.K = Array(
                [
                    Dictionary(Type=Name.MCR, Pg=page, Stm=page.Resources.XObject.X0, MCID=kid)
                    if isinstance(kid, int) else kid
                    for kid in kids_of(element)
                ]
            )  # fmt: skip

    one = changed(annex(), into_form)
    made = enclosed(paper, one, one)
    assert misfits(made) == []
    with pikepdf.open(io.BytesIO(made)) as file:
        marks = [kid for element in elements(file) for kid in kids_of(element) if "/Stm" in _entries(kid)]
        forms = [page.obj.Resources.XObject.X0 for page in list(file.pages)[1:]]
        keys = {int(mark.Stm.StructParents) for mark in marks}
        assert [mark.Pg.objgen for mark in marks[:1]] == [file.pages[1].obj.objgen]
        assert keys == {int(form.StructParents) for form in forms}
        assert len(keys) == 2
    assert ["The annex." in text for text in texts_of(made)[1:]] == [True, True]


def _entries(kid: Any) -> set[str]:
    return kid.keys() if isinstance(kid, Dictionary) else set()


def test_the_bookmarks_and_links_of_our_own_stay(rendered):
    made = enclosed(rendered.content, annex())
    before, after = read_tree(rendered.content), read_tree(made)
    old: list[Target] = [link for node in before.root.walk() for link in node.links]
    assert [link for node in after.root.walk() for link in node.links] == old
