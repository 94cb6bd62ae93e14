"""Annotations of tagged annexes, and how an annex without tags is told to those who read through them."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.engine.writers.pdf.made import para, section, written
from tests.engine.writers.pdf.prepared import FRAME, changed, enclosed, plain, saying, texts_of
from tests.engine.writers.pdf.tagged import annex, elements, kids_of, misfits, named, sections
from tests.readers.pdf import blocks_of
from tests.readers.pdf_tags import read_tree

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def paper() -> bytes:
    return written(section("Ours", para("The paper itself."))).content


# -- annotations -------------------------------------------------------------------------------------------


def test_an_element_whose_link_was_left_out_is_no_link_any_more(rendered, paper):
    def close(file: pikepdf.Pdf) -> None:
        for page in file.pages:
            for one in page.obj.get("/Annots", []):
                if "/Dest" in one:
                    del one["/Dest"]

    made = enclosed(paper, changed(rendered.content, close))
    tree = read_tree(made)
    links = [node for node in sections(tree)[0].walk() if node.tag == "Link"]
    assert all(link.address for node in links for link in node.links)
    assert all(len(node.links) >= 1 for node in links)
    assert blocks_of(made)[2:] == blocks_of(rendered.content)
    assert misfits(made) == []


def test_remarks_are_carried_over_with_their_points_and_their_look(paper):
    def remark(file: pikepdf.Pdf) -> None:
        page, paragraph = file.pages[0].obj, named(file, "P")[0]
        look = file.make_stream(b"0 0 20 10 re f", Dictionary(Subtype=Name.Form, BBox=Array([0, 0, 20, 10])))
        one = Dictionary(
            Type=Name.Annot, Subtype=Name.Highlight, Rect=Array([100, 200, 120, 210]), P=page,
            QuadPoints=Array([100, 210, 120, 210, 100, 200, 120, 200]), AP=Dictionary(N=look),
            AA=Dictionary(E=Dictionary(S=Name.JavaScript)), StructParent=7, Contents=String("Seen"),
        )  # fmt: skip
        page.Annots, page.Rotate = Array([file.make_indirect(one)]), 90
        owner = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Annot, P=paragraph))
        owner.K = Dictionary(Type=Name.OBJR, Obj=page.Annots[0], Pg=page)
        paragraph.K = Array([*kids_of(paragraph), owner])

    made = enclosed(paper, changed(annex(), remark))
    assert misfits(made) == []
    scale = FRAME.width / 841.89
    top = FRAME.bottom + FRAME.height
    box = [
        FRAME.left + 200 * scale, top - 120 * scale, FRAME.left + 210 * scale, top - 100 * scale,
    ]  # fmt: skip
    with pikepdf.open(io.BytesIO(made)) as file:
        (one,) = file.pages[1].obj.Annots
        assert [float(side) for side in one.Rect] == pytest.approx(box, abs=0.01)
        corners = [float(value) for value in one.QuadPoints]
        assert corners == pytest.approx(
            [box[2], box[3], box[2], box[1], box[0], box[3], box[0], box[1]], abs=0.01
        )
        assert [int(value) for value in one.AP.N.Matrix] == [0, -1, 1, 0, 0, 0]
        assert one.AP.N.read_bytes() == b"0 0 20 10 re f"
        assert "/AA" not in one
        assert str(one.Contents) == "Seen"


@pytest.mark.parametrize("what", ["Widget", "FileAttachment", "3D", "Screen"])
def test_what_acts_is_left_out_with_its_element(paper, what):
    def add(file: pikepdf.Pdf) -> None:
        page, section = file.pages[0].obj, named(file, "Sect")[0]
        one = Dictionary(Subtype=Name(f"/{what}"), Rect=Array([10, 10, 20, 20]))
        page.Annots = Array([file.make_indirect(one)])
        file.Root.AcroForm = Dictionary(Fields=page.Annots)
        owner = Dictionary(Type=Name.StructElem, S=Name.Form, P=section)
        owner.K = Dictionary(Type=Name.OBJR, Obj=page.Annots[0], Pg=page)
        section.K = Array([*kids_of(section), file.make_indirect(owner)])

    made = enclosed(paper, changed(annex(), add))
    assert misfits(made) == []
    with pikepdf.open(io.BytesIO(made)) as file:
        assert "/Annots" not in file.pages[1].obj
        assert [str(one.S) for one in elements(file) if "/K" not in one] == []
        assert named(file, "Form") == []


# -- an annex without tags -----------------------------------------------------------------------------------


def test_each_page_of_an_annex_without_tags_is_one_paragraph_followed_by_its_links(paper):
    def draw(canvas: Any) -> None:
        canvas.drawString(10, 20, "First page")
        canvas.linkURL("https://example.org/a", (10, 20, 90, 40), relative=0)
        canvas.linkRect("", "there", (10, 50, 90, 70), relative=0)

    def draw_second(canvas: Any) -> None:
        canvas.bookmarkPage("there")
        canvas.drawString(10, 20, "Second page")

    made = enclosed(paper, plain(draw, draw_second))
    assert misfits(made) == []
    with pikepdf.open(io.BytesIO(made)) as file:
        last = list(file.Root.StructTreeRoot.K.K)[-1]
        assert [str(kid.S) for kid in last.K] == ["/P", "/Link", "/Link", "/P"]
        pages = [file.pages[1].obj.objgen] * 3 + [file.pages[2].obj.objgen]
        assert [kid.Pg.objgen for kid in last.K] == pages
        links = [kid.K.Obj for kid in list(last.K)[1:3]]
        assert [str(link.Contents) for link in links] == ["https://example.org/a", "Annex 1"]
        assert [int(link.F) for link in links] == [4, 4]
        assert links[1].Dest[0].objgen == file.pages[2].obj.objgen
        assert file.pages[1].obj.Tabs == "/S"
        assert b"/P <</MCID 0>> BDC" in file.pages[1].obj.Contents.read_bytes()


def test_marks_without_a_structure_do_not_stand_inside_the_paragraph(paper):
    def mark(file: pikepdf.Pdf) -> None:
        painted = file.pages[0].obj.Contents.read_bytes()
        marked = b"/Span <</MCID 3>> BDC " + painted + b" EMC /Artifact BMC 0 0 9 9 re f EMC /X MP"
        file.pages[0].obj.Contents = file.make_stream(marked)

    made = enclosed(paper, changed(plain(saying("Here")), mark))
    assert misfits(made) == []
    with pikepdf.open(io.BytesIO(made)) as file:
        operators = [str(one.operator) for one in pikepdf.parse_content_stream(file.pages[1])]
    assert [one for one in operators if one in ("BDC", "BMC", "EMC", "MP")] == ["BDC", "EMC"] * 2
    assert texts_of(made)[1].endswith("Here")
