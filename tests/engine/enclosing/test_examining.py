"""Whatever the examination passes can be enclosed; all else is refused in words, soon, and nothing breaks."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from egci_reports.engine.enclosing import AnnexError, Frame, PlacedEnclosure, enclose, examine, limits
from egci_reports.engine.enclosing.process import _PROCESS
from tests.engine.enclosing.hostile import mutated, sound, spoilt
from tests.engine.writers.pdf.made import para, written
from tests.engine.writers.pdf.prepared import FRAME, prepared

pytestmark = pytest.mark.slow

SEEDS, MORE_SEEDS = 25, 60
"""How many spoilt files each of five tests makes, and with --thorough."""
BROKEN = "it is no PDF, or broken"


def merged(annex: bytes) -> int:
    """Enclose a file that was examined; return how many pages its readers see of it."""
    pages = examine(annex).pages
    main, first = prepared(written(para("Ours.")).content, pages)
    made = enclose(main, [PlacedEnclosure(first, "Annex", annex, (FRAME,) * pages)])
    with pikepdf.open(io.BytesIO(made), attempt_recovery=False) as file:
        return len(file.pages) - 1


def element(file: Pdf, kids: Any, tag: Name = Name.Div, **more: Any) -> Any:
    return file.make_indirect(Dictionary(Type=Name.StructElem, S=tag, K=kids, **more))


@pytest.mark.parametrize("part", range(5))
def test_one_hostile_value_anywhere_is_refused_or_enclosed(part: int, pytestconfig: pytest.Config) -> None:
    passed = refused = 0
    seeds = MORE_SEEDS if pytestconfig.getoption("--thorough") else SEEDS
    for seed in range(part * seeds, (part + 1) * seeds):
        annex = mutated(seed)
        if annex is None:
            continue
        try:
            examine(annex)
        except AnnexError:
            refused += 1
            continue
        assert merged(annex) >= 1, seed
        passed += 1
    assert passed > seeds / 4
    assert refused > seeds / 20


# -- pages ---------------------------------------------------------------------------------------------------


def page_with(key: str, value: Any) -> Callable[[Pdf], object]:
    def change(file: Pdf) -> None:
        del file.pages[0].obj["/CropBox"]
        file.pages[0].obj[key] = value

    return change


@pytest.mark.parametrize(
    ("key", "value", "why"),
    [
        ("/MediaBox", Array([0, 0, 0, 0]), "page 1 has no size that a page may have"),
        ("/MediaBox", Array([0, 0, 500, 0]), "page 1 has no size that a page may have"),
        ("/MediaBox", Array([0, 0, 20000, 500]), "page 1 has no size that a page may have"),
        ("/MediaBox", Array([0, 0, Name.Wide, 500]), BROKEN),
        ("/Rotate", Name.R90, "the measures of page 1 are broken"),
        ("/UserUnit", Name.Two, "the measures of page 1 are broken"),
        ("/UserUnit", 0, "page 1 has no size that a page may have"),
        ("/UserUnit", -1, "page 1 has no size that a page may have"),
        ("/UserUnit", 1000, "page 1 has no size that a page may have"),
    ],
)
def test_a_page_without_a_size_is_refused_by_its_number(key: str, value: Any, why: str) -> None:
    with pytest.raises(AnnexError, match=f"^{why}$"):
        examine(spoilt(page_with(key, value)))


@pytest.mark.parametrize(
    ("key", "value", "size"),
    [
        ("/MediaBox", Array([300, 400, 0, 0]), (400, 300)),
        ("/MediaBox", Array([-300, -400, 0, 0]), (400, 300)),
        ("/MediaBox", Array([7000, 8000, 7300, 8400]), (400, 300)),
        ("/Rotate", 0, (595.28, 841.89)),
        ("/Rotate", -90, (841.89, 595.28)),
        ("/Rotate", 450, (841.89, 595.28)),
        ("/UserUnit", 2, (2 * 841.89, 2 * 595.28)),
    ],
)
def test_odd_measures_are_understood(key: str, value: Any, size: tuple[float, float]) -> None:
    annex = spoilt(page_with(key, value))
    assert examine(annex).sizes[0] == pytest.approx(size)
    assert merged(annex) == 1


def test_too_many_pages_are_refused_with_what_may_be() -> None:
    annex = spoilt(lambda file: [file.pages.append(file.pages[0]) for _ in range(limits.MOST_PAGES)])
    with pytest.raises(AnnexError, match=r"^it has 1,001 pages, and an annex may have 1,000: split it$"):
        examine(annex)


# -- what stands inside itself, or deep ----------------------------------------------------------------------


def cyclic_tags(file: Pdf) -> None:
    box = Dictionary(O=Name.Layout, BBox=Array([0, 0, 1, 1]))
    tag = element(file, None, Name.Figure, A=box)
    tag.K = Array([tag, tag])
    file.Root.StructTreeRoot.K = tag


def tags_in_each_other_twice(file: Pdf) -> None:
    box = Dictionary(O=Name.Layout, BBox=Array([0, 0, 1, 1]))
    tag = element(file, Array([]), Name.Figure, A=box)
    for _ in range(60):
        tag = element(file, Array([tag, tag]), Name.Figure, A=box)
    file.Root.StructTreeRoot.K = tag


def cyclic_bookmarks(file: Pdf) -> None:
    first = file.Root.Outlines.First
    first.Next = first.First = first


def cyclic_numbers(file: Pdf) -> None:
    tree = file.make_indirect(file.Root.StructTreeRoot.ParentTree)
    tree.Kids = Array([tree])
    file.Root.StructTreeRoot.ParentTree = tree


@pytest.mark.parametrize(
    "change",
    [cyclic_tags, tags_in_each_other_twice, cyclic_bookmarks, cyclic_numbers],
    ids=lambda one: one.__name__,
)
def test_what_stands_in_itself_is_taken_once(change: Callable[[Pdf], object]) -> None:
    assert merged(spoilt(change)) == 1


def tags_to_a_depth(levels: int) -> Callable[[Pdf], object]:
    def change(file: Pdf) -> None:
        tree = file.Root.StructTreeRoot
        for _ in range(levels):
            tree.K = element(file, tree.K)

    return change


def test_tags_may_stand_deep_and_not_too_deep() -> None:
    assert merged(spoilt(tags_to_a_depth(50))) == 1
    for levels in (limits.MOST_LEVELS, 20_000):
        with pytest.raises(AnnexError, match=r"^its tags stand more than 100 deep inside each other$"):
            examine(spoilt(tags_to_a_depth(levels)))


def cyclic_pages(file: Pdf) -> None:
    file.Root.Pages.Kids.append(file.Root.Pages)


def cyclic_names(file: Pdf) -> None:
    file.Root.Names.Dests.Kids.append(file.Root.Names.Dests)


def forms_in_each_other(file: Pdf) -> None:
    kind = {"Subtype": Name.Form, "BBox": Array([0, 0, 1, 1])}
    form = file.make_stream(b"", Dictionary(**kind))
    for _ in range(3000):
        inner = Dictionary(XObject=Dictionary(X=form))
        form = file.make_stream(b"/X Do", Dictionary(**kind, Resources=inner))
    file.pages[0].obj.Resources.XObject = Dictionary(X=form)


def painting(code: bytes) -> Callable[[Pdf], object]:
    return lambda file: file.pages[0].obj.update({"/Contents": file.make_stream(code)})


@pytest.mark.parametrize(
    "change",
    [
        cyclic_pages,
        cyclic_names,
        forms_in_each_other,
        painting(b"[" * 100_000 + b"]" * 100_000 + b" TJ"),
        painting(b"/A " + b"<</A" * 100_000 + b" 1 " + b">>" * 100_000 + b" BDC EMC"),
    ],
    ids=["pages", "names", "forms", "arrays", "dictionaries"],
)
def test_what_has_no_end_is_broken(change: Callable[[Pdf], object]) -> None:
    with pytest.raises(AnnexError, match=f"^{BROKEN}$"):
        examine(spoilt(change))


# -- bombs ---------------------------------------------------------------------------------------------------


def packed_twice(size: int) -> bytes:
    return zlib.compress(zlib.compress(bytes(size), 9), 9)


def small_and_much(file: Pdf) -> None:
    stream = file.make_stream(b"")
    stream.write(packed_twice(40_000_000), filter=Array([Name.FlateDecode, Name.FlateDecode]))
    file.pages[0].obj.Contents = stream


def a_large_form(file: Pdf) -> None:
    kind = Dictionary(Subtype=Name.Form, BBox=Array([0, 0, 1, 1]))
    file.pages[0].obj.Resources.XObject = Dictionary(X=file.make_stream(b" " * 70_000_000, kind))


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (small_and_much, "page 1 holds more than 8 MB of drawing: make it a picture"),
        (painting(b" " * 9_000_000), "page 1 holds more than 8 MB of drawing: make it a picture"),
        (painting(b"q Q " * 600_000), "page 1 is drawn in more than 1,000,000 steps: make it a picture"),
        (painting(b"q[1]TJ(a)Tj/A gs" * 260_000), "page 1 is drawn in more than 1,000,000 steps: .*"),
        (a_large_form, "its pages hold more than 64 MB of drawing: print it as pictures"),
    ],
    ids=["packed-twice", "spaces", "operators", "without-spaces", "form"],
)
def test_what_unpacks_to_too_much_is_refused_before_it_is_read(
    change: Callable[[Pdf], object], why: str
) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(sound())) as file:
        change(file)
        file.save(out, stream_decode_level=pikepdf.StreamDecodeLevel.none, fix_metadata_version=False)
    with pytest.raises(AnnexError, match=f"^{why}$"):
        examine(out.getvalue())


def test_a_file_that_is_too_large_is_not_even_looked_at() -> None:
    with pytest.raises(AnnexError, match=r"^it has 65 MB, and an annex may have 64$"):
        examine(bytes(65_000_000))


# -- the process ---------------------------------------------------------------------------------------------


def test_a_process_that_breaks_refuses_one_file_and_the_next_has_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(limits, "EXAMINING", limits.Allowance(60 * limits.MB, 15))
    with pytest.raises(AnnexError, match=r"^it takes more than 60 MB of memory to read, or breaks what .*$"):
        examine(spoilt(painting(b"q Q " * 200_001)))
    monkeypatch.undo()
    assert examine(sound() + b"% made up 1\n%%EOF\n").pages == 1


def test_a_process_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    annex = spoilt(painting(b"q Q " * 200_000))
    _PROCESS.end()
    monkeypatch.setattr(limits, "EXAMINING", limits.Allowance(900 * limits.MB, 0))
    with pytest.raises(AnnexError, match=r"^it takes longer than 0 seconds to read$"):
        examine(annex)


def test_the_same_bytes_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    first = examine(sound())
    monkeypatch.setattr(_PROCESS, "ask", None)
    assert examine(bytes(bytearray(sound()))) == first


def test_nothing_is_imported_from_the_folder_one_works_in(
    tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit(3)", "utf-8")
    (tmp_path / "pikepdf.py").write_text("raise SystemExit(3)", "utf-8")
    monkeypatch.chdir(tmp_path)
    _PROCESS.end()
    assert merged(sound() + b"% made up 2\n%%EOF\n") == 1


def test_frames_of_another_number_than_the_pages_are_our_own_mistake_and_told() -> None:
    main, first = prepared(written(para("Ours.")).content, 1)
    with pytest.raises(Exception, match="the annexes cannot be appended"):
        enclose(main, [PlacedEnclosure(first, "Annex", sound(), (Frame(0, 0, 9, 9),) * 2)])
