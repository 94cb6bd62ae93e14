"""Every kind of PDF that the writer makes passes veraPDF for PDF/UA-1 and PDF/A-2a, and broken ones do not.

All files are checked in one run of Java, since it becomes quick while it runs. A paper is added in one line:
to `PAPERS`, or to `MORE`, which are looked at with --thorough.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pikepdf
import pytest

from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.departments import drafts_for
from egci_reports.app.papers.order import AnnexPlace, Format, Order
from egci_reports.engine.document.nodes import (
    Callout,
    Contents,
    Document,
    Entry,
    Fields,
    Figure,
    Footnote,
    Item,
    ItemList,
    Text,
)
from egci_reports.engine.writers.pdf.write import CopyText, layout, write_pdf
from egci_reports.workspace import find_workspace
from tests.conformance.enclosing import with_papers_enclosed, with_wide_and_large_pages
from tests.conformance.made import ADDENDA, HISTORIES, OFFICE, RECORDS, addendum, office_papers
from tests.conformance.required import require
from tests.conformance.verapdf import FLAVOURS, Result, installed, validate
from tests.engine.writers.pdf.made import (
    ROOT,
    SENTENCE,
    paper,
    para,
    section,
    shipped_theme,
    table,
    words,
    written,
)
from tests.made_up_pack import made as made_up_pack
from tests.papers import YEARS, file_of, made
from tests.sample_paper import sample
from tests.sample_paper.charts import CHARTS

pytestmark = pytest.mark.slow

SEEN, SEEN_PACKS, SEEN_HISTORIES = (2007, 2024), (20,), ("early",)
"""The years, the plenaries whose packs, and the histories that are looked at each time."""
HAN = "".join(map(chr, range(0x4E00, 0x4E00 + 700)))
"""More characters than one subset of a font can hold."""


def _sample() -> bytes:
    return write_pdf(sample(), shipped_theme()).content


def _one_of_each() -> Document:
    """A paper of one heading, paragraph, figure and table, each of which can be spoilt."""
    rows = table([("a", "b")])
    picture = Figure(CHARTS[0].chart, "What it shows.", words("Caption"))
    return paper(section("One", para("A line."), rows, picture))


def _copy() -> bytes:
    laid_out = layout(_one_of_each(), shipped_theme())
    return laid_out.save(
        CopyText(
            "Copy 3 of 12: made-up holder", "Edition 1.0 stays in force", marking="MADE-UP COPY 粵", number=3
        )
    )


def _one_line() -> bytes:
    return written(para("A paper of one line, without headings.")).content


def _long_table() -> bytes:
    rows = [(f"{i}", Text(f"第{i}項", "zh-Hant-HK"), "Remark") for i in range(120)]
    return written(section("Rows", table(rows), table([("Tall", SENTENCE * 120, "Row")]))).content


def _many_characters() -> bytes:
    return written(section("字", para(Text(HAN, "zh-Hant-HK")), para("𠝹𨋢", "“‘’”… – — é ß"))).content


def _deep() -> bytes:
    """Sections, lists and boxes as deep as they go, with notes wherever a note may stand."""
    note = Footnote((Text(SENTENCE * 30),))
    third = ItemList("bullet", (Item((para("third", note),)),))
    second = ItemList("roman", (Item((para("second", note), third)),))
    first = ItemList("alpha", (Item((second,)), Item((para("first", note), para("more", note)))))
    facts = Fields((Entry(words("Label"), (Text("A fact"), note)),))
    box = Callout("note", words("Title"), (para("In a box", note), first, facts))
    four = section("Four", para("end", note), box, level=4)
    nested = section("One", section("Two", section("Three", four, level=3), level=2))
    return written(Contents(words("Contents"), 4), nested, facts, first).content


def _real(kind: str, subject: str) -> bytes:
    """Return a paper of the real records."""
    return file_of(made(kind, subject), Format.PDF)


def _pdf_of(make: Callable[[], Built]) -> bytes:
    return file_of(make(), Format.PDF)


def _pack(annexes: AnnexPlace) -> bytes:
    """Return the made-up pack: with its tagged annex in it, or beside it."""
    order = replace(made_up_pack.ORDER, annexes=annexes)
    return file_of(made_up_pack.pack(order, validated=annexes is AnnexPlace.APPENDED), Format.PDF)


def _department(key: str) -> bytes:
    return file_of(made_up_pack.departments()[key], Format.PDF)


def _of_the_office(name: str) -> bytes:
    return file_of(office_papers()[name], Format.PDF)


def _nil_sheet() -> bytes:
    (draft,) = drafts_for(find_workspace(ROOT, ROOT), Order("briefing", "20"), "marine-department")
    return file_of(build(draft), Format.PDF)


PAPERS: dict[str, Callable[[], bytes]] = {
    "sample": _sample,
    "copy": _copy,
    "one-line": _one_line,
    "long-table": _long_table,
    "many-characters": _many_characters,
    "deep": _deep,
    "pack-with-annex": lambda: _pack(AnnexPlace.APPENDED),
    "department": lambda: _department("made-up-signal-office"),
    "department-nil": _nil_sheet,
    "enclosing": lambda: with_papers_enclosed("briefing", "2"),
    "enclosing-wide-and-large": with_wide_and_large_pages,
    **{f"annual-{year}": partial(_real, "annual", str(year)) for year in SEEN},
    **{f"briefing-{number}": partial(_real, "briefing", str(number)) for number in SEEN_PACKS},
    **{f"history-{name}": partial(_pdf_of, HISTORIES[name]) for name in SEEN_HISTORIES},
    **{f"record-{name}": partial(_pdf_of, make) for name, make in RECORDS.items()},
    **{name: partial(_of_the_office, name) for name in OFFICE},
    **{f"addendum-{name}": partial(_pdf_of, partial(addendum, name)) for name in ADDENDA},
}

MORE: dict[str, Callable[[], bytes]] = {
    "pack-beside-annexes": lambda: _pack(AnnexPlace.SEPARATE),
    "department-without-item": lambda: _department("made-up-pier-office"),
    "enclosing-a-long-paper": lambda: with_papers_enclosed("history", "all"),
    **{f"annual-{year}": partial(_real, "annual", str(year)) for year in YEARS if year not in SEEN},
    **{f"briefing-{n}": partial(_real, "briefing", str(n)) for n in range(2, 21) if n not in SEEN_PACKS},
    **{
        f"history-{name}": partial(_pdf_of, make)
        for name, make in HISTORIES.items()
        if name not in SEEN_HISTORIES
    },
}
"""What differs little from one of `PAPERS`."""


def _without_alt(file: pikepdf.Pdf) -> None:
    for one in file.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure":
            del one["/Alt"]


def _without_marks(file: pikepdf.Pdf) -> None:
    page = file.pages[0]
    page.Contents.write(page.Contents.read_bytes().replace(b"/Artifact<<", b"/Span<<"))


def _without_map(file: pikepdf.Pdf) -> None:
    for font in file.pages[0].Resources.Font.values():
        del font["/ToUnicode"]


def _without_intent(file: pikepdf.Pdf) -> None:
    del file.Root["/OutputIntents"]


def _with_a_header_like_a_cell(file: pikepdf.Pdf) -> None:
    for one in file.objects:
        if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/TH":
            del one["/A"]


BROKEN: dict[str, tuple[Callable[[pikepdf.Pdf], None], str]] = {
    "no-alt": (_without_alt, "7.3-1"),
    "no-marks": (_without_marks, "7.1-3"),
    "no-map": (_without_map, "7.21.7-1"),
    "no-intent": (_without_intent, "6.2.4.3-2"),
    "no-scope": (_with_a_header_like_a_cell, "7.5-1"),
}


def _break(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(write_pdf(_one_of_each(), shipped_theme()).content)) as file:
        change(file)
        file.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def results(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, Result]]:
    """What veraPDF says of each paper and each broken one, by name and flavour."""
    require(installed(), "veraPDF is not installed: run tests/conformance/install, with Java 11 or later")
    folder: Path = tmp_path_factory.mktemp("verapdf")
    papers = PAPERS | (MORE if request.config.getoption("--thorough") else {})
    contents = {name: make() for name, make in papers.items()}
    contents |= {name: _break(change) for name, (change, _) in BROKEN.items()}
    paths = {name: folder / f"{name}.pdf" for name in contents}
    for name, content in contents.items():
        paths[name].write_bytes(content)
    found: dict[str, dict[str, Result]] = {name: {} for name in contents}
    for result in validate(list(paths.values())):
        found[result.path.stem][result.flavour] = result
    return found


@pytest.mark.parametrize("flavour", FLAVOURS)
@pytest.mark.parametrize(
    "name", [*PAPERS, *(pytest.param(name, marks=pytest.mark.thorough) for name in MORE)]
)
def test_papers_pass(results, name, flavour):
    result = results[name][flavour]
    assert result.error is None
    assert [(failure.clause, failure.description, failure.where) for failure in result.failures] == []
    assert result.rules > 100
    assert result.passed


@pytest.mark.parametrize("name", BROKEN)
def test_broken_papers_do_not_pass(results, name):
    clauses = results[name]["ua1"].clauses | results[name]["2a"].clauses
    assert BROKEN[name][1] in clauses
