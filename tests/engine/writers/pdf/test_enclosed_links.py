"""The links of annexes lead to the same places as before; what acts by itself stays behind."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from tests.engine.writers.pdf.made import para, written
from tests.engine.writers.pdf.prepared import FRAME, TOP, changed, enclosed, plain, saying

MIDDLE = FRAME.left + FRAME.width / 2


@pytest.fixture(scope="module")
def paper() -> bytes:
    return written(para("The line of the paper itself.")).content


def annots(pdf: bytes, page: int) -> list[dict[str, Any]]:
    """Return the annotations of a page, with pages told by their numbers."""
    with pikepdf.open(io.BytesIO(pdf)) as file:
        numbers = {one.objgen: number for number, one in enumerate(file.pages, 1)}
        return [_told(one, numbers) for one in file.pages[page - 1].obj.get("/Annots", [])]


def _told(annotation: Any, numbers: dict[Any, int]) -> dict[str, Any]:
    told: dict[str, Any] = {"what": str(annotation.Subtype)[1:]}
    told["rect"] = [round(float(side), 1) for side in annotation.Rect]
    if "/A" in annotation:
        told["address"] = str(annotation.A.URI)
    if "/Dest" in annotation:
        page, way, x, y, zoom = annotation.Dest
        assert (way, zoom) == ("/XYZ", None)
        told["place"] = (numbers[page.objgen], round(float(x), 1), round(float(y), 1))
    return told


def link(**entries: Any) -> Dictionary:
    entries = {"Type": Name.Annot, "Subtype": Name.Link, "Rect": Array([10, 20, 110, 40]), **entries}
    return Dictionary(**entries)


def with_links(*pages_of: list[Dictionary]) -> bytes:
    """Return an annex with a page of 300 by 400 points for each list of annotations."""

    def add(file: pikepdf.Pdf) -> None:
        for page, given in zip(file.pages, pages_of, strict=True):
            page.obj.Annots = Array([file.make_indirect(one) for one in given])
            for one in given:
                if "/FT" in one:
                    file.Root.AcroForm = Dictionary(Fields=Array([page.obj.Annots[0]]))
                if "/to" in one:
                    one.Dest = Array([file.pages[int(one.to) - 1].obj, *one.at])
                    del one["/to"], one["/at"]

    return changed(plain(*(saying(f"Page {n}") for n in range(len(pages_of)))), add)


def test_links_lead_to_the_same_places(paper):
    annex = with_links(
        [
            link(to=2, at=Array([Name.XYZ, 30, 350, None])),
            link(to=2, at=Array([Name.XYZ, None, None, None])),
            link(to=1, at=Array([Name.FitH, 100])),
            link(to=2, at=Array([Name.FitR, 10, 20, 30, 40])),
            link(to=1, at=Array([Name.Fit])),
            link(
                A=Dictionary(S=Name.URI, URI=String("https://example.org/a"), Next=Dictionary(S=Name.Launch))
            ),
        ],
        [],
    )
    left, bottom = MIDDLE - 150, TOP - 400
    rect = [left + 10, bottom + 20, left + 110, bottom + 40]
    assert annots(enclosed(paper, annex), 2) == [
        {"what": "Link", "rect": rect, "place": (3, left + 30, bottom + 350)},
        {"what": "Link", "rect": rect, "place": (3, left, TOP)},
        {"what": "Link", "rect": rect, "place": (2, left, bottom + 100)},
        {"what": "Link", "rect": rect, "place": (3, left + 10, bottom + 40)},
        {"what": "Link", "rect": rect, "place": (2, left, TOP)},
        {"what": "Link", "rect": rect, "address": "https://example.org/a"},
    ]


def test_names_of_places_are_looked_up(paper):
    def name(file: pikepdf.Pdf) -> None:
        place = Array([file.pages[1].obj, Name.XYZ, 0, 300, None])
        tree = pikepdf.NameTree.new(file)
        tree["chapter 1"] = Dictionary(D=place)
        file.Root.Names, file.Root.Dests = Dictionary(Dests=tree.obj), Dictionary(old=place)

    by = [
        link(Dest=String("chapter 1")),
        link(A=Dictionary(S=Name.GoTo, D=String("chapter 1"))),
        link(Dest=Name.old),
    ]
    made = enclosed(paper, changed(with_links(by, []), name))
    assert [one["place"] for one in annots(made, 2)] == [(3, MIDDLE - 150, TOP - 100)] * 3


def test_a_place_on_a_turned_page_is_turned_too(paper):
    annex = with_links([link(to=1, at=Array([Name.XYZ, 30, 350, None]))])
    annex = changed(annex, lambda file: file.pages[0].obj.update({"/Rotate": 90}))
    left, bottom = MIDDLE - 200, TOP - 300
    assert annots(enclosed(paper, annex), 2) == [
        {"what": "Link", "rect": [left + 20, bottom + 190, left + 40, bottom + 290],
         "place": (2, left + 350, bottom + 270)}
    ]  # fmt: skip


@pytest.mark.parametrize(
    "given",
    [
        link(Dest=String("nowhere")),
        link(Dest=Name.nowhere),
        link(Dest=Array([None, Name.Fit])),
        link(Dest=Array([])),
        link(A=Dictionary(S=Name.GoTo, D=String("nowhere"))),
        link(A=Dictionary(S=Name.GoToR, F=String("other.pdf"), D=Array([0, Name.Fit]))),
        link(A=Dictionary(S=Name.Launch, F=String("program"))),
        link(A=Dictionary(S=Name.SubmitForm, URI=String("https://example.org"))),
        link(A=Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))),
        link(A=Dictionary(S=Name.Named, N=Name.NextPage)),
        link(A=Dictionary(S=Name.URI, URI=String("https://example.org")), Rect=Array([-50, 0, -10, 20])),
        Dictionary(Subtype=Name.Widget, FT=Name.Tx, Rect=Array([0, 0, 9, 9])),
        Dictionary(Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9])),
        Dictionary(Subtype=Name("/3D"), Rect=Array([0, 0, 9, 9])),
        Dictionary(Subtype=Name.Highlight, Rect=Array([0, 0, 9, 9])),
    ],
    ids=range(15),
)
def test_what_leads_nowhere_acts_or_has_no_place_without_tags_is_left_out(paper, given):
    assert annots(enclosed(paper, with_links([given])), 2) == []


def test_nothing_of_the_annex_as_a_file_comes_along(paper):
    def act(file: pikepdf.Pdf) -> None:
        file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
        file.Root.AcroForm = Dictionary(Fields=Array([]))
        file.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([])))
        file.attachments["secret.txt"] = b"attached"
        with file.open_outline() as outline:
            outline.root.append(pikepdf.OutlineItem("Of the annex", 0))

    made = enclosed(paper, changed(plain(saying("Here")), act))
    with pikepdf.open(io.BytesIO(made)) as file, pikepdf.open(io.BytesIO(paper)) as before:
        assert file.Root.keys() == before.Root.keys()
    for word in (b"JavaScript", b"secret.txt", b"Of the annex"):
        assert word not in made
