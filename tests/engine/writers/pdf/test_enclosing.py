"""The pages of annexes stand on the pages kept for them: whole, upright, in the frame, with their links."""

from __future__ import annotations

import io

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from reportlab.lib.pagesizes import A4, LETTER, landscape

from egci_reports.app.papers.receipts import content_hash
from egci_reports.engine.enclosing import PlacedEnclosure
from egci_reports.engine.enclosing.merging import enclose
from tests.engine.writers.pdf.made import para, written
from tests.engine.writers.pdf.prepared import (
    FRAME,
    TOP,
    changed,
    enclosed,
    plain,
    prepared,
    saying,
    seen,
    texts_of,
)

HEAD = "The line of the paper itself."
"""It stands on the prepared pages too."""
MIDDLE = FRAME.left + FRAME.width / 2


@pytest.fixture(scope="module")
def paper() -> bytes:
    return written(para(HEAD), short_title="Made-up").content


# -- pages -----------------------------------------------------------------------------------------------


def test_each_page_of_an_annex_stands_on_its_own_page_with_our_furniture(paper):
    first, second = plain(saying("Alpha"), saying("Beta")), plain(saying("Gamma"))
    own, *pages = texts_of(enclosed(paper, first, second))
    assert own == texts_of(paper)[0]
    assert [text.split("\n") for text in pages] == [
        [HEAD, "Alpha"], [HEAD, "Beta"], [HEAD, "Gamma"],
    ]  # fmt: skip


def test_an_annex_of_ours_can_be_read_though_its_fonts_have_the_names_of_ours(paper):
    annex = written(para("Quite other words, in other codes 粵港."), short_title="Zz").content
    assert texts_of(enclosed(paper, annex))[1] == f"{HEAD}\n{texts_of(annex)[0]}"


def test_a_page_goes_to_the_middle_of_the_frame_at_its_top_and_is_not_enlarged(paper):
    assert seen(enclosed(paper, plain(saying("Here"))), 2, "Here") == (MIDDLE - 140, TOP - 380, 1, 0)


@pytest.mark.parametrize(
    "size", [A4, LETTER, landscape(A4), (1000, 20)], ids=["a4", "letter", "landscape", "strip"]
)
def test_a_large_page_is_shrunk_into_the_frame_and_keeps_its_shape(paper, size):
    scale = min(FRAME.width / size[0], FRAME.height / size[1])
    expected = (MIDDLE + (10 - size[0] / 2) * scale, TOP + (15 - size[1]) * scale, scale, 0)
    assert seen(enclosed(paper, plain(saying("Here", 10, 15), size=size)), 2, "Here") == pytest.approx(
        expected, abs=0.02
    )


@pytest.mark.parametrize(
    ("turn", "x", "y", "way"),
    [(90, 20, 190, (0, -1)), (180, 190, 80, (-1, 0)), (270, 80, 10, (0, 1)), (-90, 80, 10, (0, 1))],
)
def test_a_turned_page_is_turned_as_its_reader_turns_it(paper, turn, x, y, way):
    annex = plain(saying("Here"), size=(200, 100))
    annex = changed(annex, lambda file: file.pages[0].obj.update({"/Rotate": turn}))
    width, height = (200, 100) if turn == 180 else (100, 200)
    place = (MIDDLE - width / 2 + x, TOP - height + y, *way)
    assert seen(enclosed(paper, annex), 2, "Here") == place


def test_what_the_crop_box_cuts_off_is_cut_off(paper):
    annex = plain(saying("Here", 60, 70), size=(400, 400))
    annex = changed(annex, lambda file: file.pages[0].obj.update({"/CropBox": Array([250, 260, 50, 60])}))
    made = enclosed(paper, annex)
    assert seen(made, 2, "Here") == (MIDDLE - 90, TOP - 190, 1, 0)
    with pikepdf.open(io.BytesIO(made)) as file:
        assert b"\n50 60 200 200 re W n\n" in file.pages[1].obj.Contents.read_bytes()


def test_what_a_page_has_from_the_nodes_above_it_counts(paper):
    def move_up(file: pikepdf.Pdf) -> None:
        page, pages = file.pages[0].obj, file.Root.Pages
        pages.MediaBox, pages.Resources, pages.Rotate = Array([0, 0, 200, 100]), page.Resources, 180
        del page["/MediaBox"], page["/Resources"], page["/Rotate"]

    annex = changed(plain(saying("Here")), move_up)
    assert seen(enclosed(paper, annex), 2, "Here") == (MIDDLE + 90, TOP - 20, -1, 0)


def test_the_unit_of_a_page_counts(paper):
    annex = changed(
        plain(saying("Here"), size=(100, 100)), lambda file: file.pages[0].obj.update({"/UserUnit": 2})
    )
    assert seen(enclosed(paper, annex), 2, "Here") == (MIDDLE - 80, TOP - 160, 2, 0)


@pytest.mark.parametrize(
    "wrong", [b"q 2 0 0 2 0 0 cm q %s", b"%s Q Q", b"Q %s Q Q", b"EMC %s /Span BMC q", b"%s % end"]
)
def test_states_that_an_annex_leaves_open_or_ends_twice_stay_within_it(paper, wrong):
    def spoil(file: pikepdf.Pdf) -> None:
        painted = file.pages[0].obj.Contents.read_bytes()
        file.pages[0].obj.Contents = file.make_stream(wrong.replace(b"%s", painted))

    made = enclosed(paper, changed(plain(saying("Here")), spoil), plain(saying("There")))
    assert texts_of(made)[1:] == [f"{HEAD}\nHere", f"{HEAD}\nThere"]
    with pikepdf.open(io.BytesIO(made)) as file:
        operators = [str(one.operator) for one in pikepdf.parse_content_stream(file.pages[1])]
    assert operators.count("q") == operators.count("Q")
    assert operators.count("BDC") + operators.count("BMC") == operators.count("EMC") == 2


def test_a_page_of_several_streams_and_one_without_any_are_carried_over(paper):
    def split(file: pikepdf.Pdf) -> None:
        painted = file.pages[0].obj.Contents.read_bytes()
        half = painted.index(b"Tj")
        parts = (painted[:half], painted[half:])
        file.pages[0].obj.Contents = Array([file.make_stream(part) for part in parts])
        del file.pages[1].obj["/Contents"]

    annex = changed(plain(saying("Here"), saying("Gone")), split)
    assert texts_of(enclosed(paper, annex))[1:] == [f"{HEAD}\nHere", HEAD]


# -- layers and colours -----------------------------------------------------------------------------------


def test_what_stands_in_a_layer_is_seen_by_all(paper):
    def layer(file: pikepdf.Pdf) -> None:
        group = file.make_indirect(Dictionary(Type=Name.OCG, Name=String("Hidden layer")))
        file.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=Array([group])))
        page = file.pages[0].obj
        page.Resources.Properties = Dictionary(L0=group)
        form = Dictionary(Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), OC=group)
        page.Resources.XObject = Dictionary(X0=file.make_stream(b"0 0 9 9 re f", form))
        painted = page.Contents.read_bytes()
        page.Contents = file.make_stream(b"/OC /L0 BDC " + painted + b" EMC /X0 Do")

    made = enclosed(paper, changed(plain(saying("Here")), layer))
    assert b"Hidden layer" not in made
    assert b"/OC " not in made
    assert texts_of(made)[1] == f"{HEAD}\nHere"


def test_cmyk_keeps_the_meaning_that_the_annex_gave_it(paper):
    def intend(file: pikepdf.Pdf) -> None:
        profile = file.make_stream(b"a made-up profile", Dictionary(N=4))
        file.Root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFA1, DestOutputProfile=profile)])
        form = Dictionary(Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Resources=Dictionary())
        file.pages[0].obj.Resources.XObject = Dictionary(X0=file.make_stream(b"1 0 0 0 k 0 0 9 9 re f", form))

    with pikepdf.open(io.BytesIO(enclosed(paper, changed(plain(saying("Here")), intend)))) as file:
        resources = file.pages[1].obj.Resources
        for one in (resources, resources.XObject.X0.Resources):
            assert one.ColorSpace.DefaultCMYK[0] == "/ICCBased"
            assert one.ColorSpace.DefaultCMYK[1].read_bytes() == b"a made-up profile"
        assert len(file.Root.OutputIntents) == 1
        assert file.Root.OutputIntents[0].DestOutputProfile.N == 3


# -- the file --------------------------------------------------------------------------------------------


def test_the_file_is_plain_and_always_the_same(paper):
    annexes = (plain(saying("Alpha")), written(para("Beta")).content)
    made = enclosed(paper, *annexes)
    assert made == enclosed(paper, *annexes)
    assert made.startswith(b"%PDF-1.7\n")
    assert made.count(b"\nxref\n") == made.count(b"startxref") == 1
    assert b"/ObjStm" not in made
    assert made.count(b"endstream") == made.count(b"\nendstream")
    assert content_hash(made) != content_hash(enclosed(paper, plain(saying("Alphb")), annexes[1]))


def test_what_our_file_says_of_itself_stays_but_its_identifier_depends_on_the_annexes(paper):
    identifiers = set()
    for text in ("Alpha", "Aleph"):
        made = enclosed(paper, plain(saying(text)))
        with pikepdf.open(io.BytesIO(made)) as file, pikepdf.open(io.BytesIO(paper)) as before:
            assert file.Root.Metadata.read_raw_bytes() == before.Root.Metadata.read_raw_bytes()
            assert dict(file.docinfo.items()) == dict(before.docinfo.items())
            assert bytes(file.trailer.ID[0]) == bytes(before.trailer.ID[0])
            identifiers.add(bytes(file.trailer.ID[1]))
    assert len(identifiers) == 2


def test_an_annex_goes_to_the_pages_it_is_given_whatever_the_order(paper):
    main, first = prepared(paper, 3)
    given = [
        PlacedEnclosure(first + 2, "B", plain(saying("Beta")), (FRAME,)),
        PlacedEnclosure(first, "A", plain(saying("A1"), saying("A2")), (FRAME, FRAME)),
    ]
    assert [text.split("\n")[-1] for text in texts_of(enclose(main, given))[1:]] == [
        "A1",
        "A2",
        "Beta",
    ]
