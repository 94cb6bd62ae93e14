"""A year of the made-up group: call, fill, collect, report, close and carry actions, and call again.

A marker stands in every field, and turns up exactly where it may.
"""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject, TextStringObject

from tests.cli.conftest import Ran, Run
from tests.forms.filling import fill, saved_by_libreoffice
from tests.loading import load_records
from tests.readers import pdf, word
from tests.readers.blocks import Block

pytestmark = pytest.mark.slow

SIGNAL, BUREAU = "made-up-signal-office", "made-up-development-bureau"
MARKERS = {
    "1_1_progress": "MarkProgress",
    "1_1_reason": "MarkReason",
    "1_1_next_step": "MarkNextStep",
    "1_1_line": "MarkLine",
    "1_1_f1_name": "MarkFigure",
    "1_1_f1_unit": "MarkUnit",
    "prepared_by": "MarkPreparer",
    "cleared_by": "MarkClearer",
}
ENTRIES = {
    **{name: f"{marker} stands here." for name, marker in MARKERS.items()},
    "1_1_status": "In progress – behind schedule",
    "1_1_new_date": "October 2013",
    "1_1_f1_value": "77 001",
    "1_1_f1_as_at": "15 March 2013",
    "1_1_exchange": "Yes",
    "1_1_raised": "Certain",
    "date": "29 March 2013",
}
NIL = {"all_nil": "Yes", "prepared_by": "MarkNil", "cleared_by": "MarkNilClearer", "date": "2 April 2013"}
IN_THE_REPORT = set(MARKERS.values()) - {"MarkLine"} | {"MarkNil", "MarkNilClearer", "MarkAction", "MarkNote"}
IN_THE_NEXT_FORM = {"MarkProgress", "MarkNextStep", "MarkFigure", "MarkUnit"}
NOWHERE = {"MarkLine", "MarkComment"}
EVERY = {*MARKERS.values(), "MarkNil", "MarkNilClearer", "MarkAction", "MarkNote", "MarkComment"}


def markers_in(text: str) -> set[str]:
    return {marker for marker in EVERY if re.search(rf"{marker}\b", text)}


def text_of(blocks: tuple[Block, ...]) -> str:
    return "\n".join(" ".join([b.text, *(c.text for row in b.rows for c in row)]) for b in blocks)


def parts(docx: Path) -> dict[str, str]:
    with zipfile.ZipFile(docx) as package:
        return {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}


def strings(node: object, seen: set[int]) -> Iterator[str]:
    """Yield every text and name in the objects of a PDF: properties, bookmarks, tags, alternative texts."""
    if isinstance(node, IndirectObject):
        if node.idnum in seen:
            return
        seen.add(node.idnum)
        node = node.get_object()
    if isinstance(node, DictionaryObject):
        for key, value in node.items():
            yield str(key)
            yield from strings(value, seen)
        if str(node.get("/Type")) == "/Metadata":
            yield node.get_data().decode("utf-8")  # type: ignore[attr-defined]
    elif isinstance(node, ArrayObject):
        for value in node:
            yield from strings(value, seen)
    elif isinstance(node, TextStringObject | NameObject):
        yield str(node)


def around_the_text(path: Path) -> str:
    """Everything that a file says beside the text of its pages."""
    if path.suffix == ".pdf":
        return "\n".join(strings(pypdf.PdfReader(io.BytesIO(path.read_bytes())).trailer, set()))
    files = parts(path)
    document = files.pop("word/document.xml")
    attributes = re.findall(r'="([^"]*)"', document)
    return "\n".join([*files.values(), *attributes])


def read(path: Path) -> str:
    blocks = word.blocks_of(path.read_bytes()) if path.suffix == ".docx" else pdf.blocks_of(path.read_bytes())
    return text_of(blocks)


class Year:
    """The workspace through the year; each step is a command, or an edit in an editor."""

    def __init__(self, run: Run, root: Path) -> None:
        self.run, self.root = run, root

    def do(self, *arguments: str, code: int = 0) -> Ran:
        ran = self.run(*arguments, cwd=self.root, columns=200)
        assert ran.code == code, ran.err
        return ran

    def edit(self, name: str, *changes: tuple[str, str]) -> None:
        path = self.root / "data" / name
        text = path.read_text("utf-8")
        for old, new in changes:
            assert text.count(old) == 1, (name, old)
            text = text.replace(old, new)
        path.write_text(text, "utf-8")


@pytest.fixture
def year(run: Run, made_up_returns: Path) -> Year:
    return Year(run, made_up_returns)


def call_and_fill(year: Year, tmp_path: Path) -> Path:
    """Begin the 4th plenary, send the forms out, and have them come back from Word and from LibreOffice."""
    year.do("new", "meeting", "4")
    day = "date: {unstated: not-recorded}  # YYYY-MM-DD\n"
    call = "call: {on: 2013-03-01, reply_by: 2013-04-02}\n"
    year.edit("meetings/04.yaml", (day, f"date: 2013-05-08  # MarkComment\n{call}"))
    year.do("call", "4", "--marking", "MADE UP")
    back = year.root / "back"
    back.mkdir()
    forms = {body: year.root / "reports" / f"return-4-{body}.docx" for body in (SIGNAL, BUREAU)}
    assert "Two of the five lamps of the quay are lit." in read(forms[SIGNAL])
    assert "quay" not in read(forms[BUREAU])
    filled = {"signal.docx": fill(forms[SIGNAL].read_bytes(), ENTRIES)}
    nil = {"bureau.docx": fill(forms[BUREAU].read_bytes(), NIL)}
    if shutil.which("soffice"):
        folder = tmp_path / "soffice"
        folder.mkdir()
        filled = saved_by_libreoffice(filled, folder)
    for name, docx in (filled | nil).items():
        (back / name).write_bytes(docx)
    return back


def hold(year: Year) -> None:
    """Record what the 4th plenary did: its plan, an action agreed, one closed, the count of its notes."""
    year.edit(
        "meetings/04.yaml",
        ("status: planned\nproposed: [venue, reviewed, planned, hong_kong, guangdong]\n", ""),
        ("outcome: {unstated: not-recorded}", "outcome: {verb: agreed, words: agreed on the plan}"),
        (
            "  listed: {unstated: not-recorded}",
            (
                "  listed: [{wording: Lamps everywhere, threads: [lamps]}]\n"
                "work_plan:\n"
                f'  - {{item: "1.1", text: Light the quay, area: 1, lead: {SIGNAL}, continues: "1.1"}}\n'
                f'  - {{item: "1.2", text: Light the bay, area: 1, lead: {BUREAU}}}\n'
                "action_count: {brought_forward: 3, new: 1, closed: 1, carried_forward: 3}"
            ),
        ),
    )
    year.edit(
        "actions.yaml",
        (
            "The paint was chosen., status: in-progress}\n",
            (
                "The paint was chosen., status: in-progress}\n"
                "    - {on: 2013-03-30, text: MarkNote says painted., status: done}\n"
                "  closed: {meeting: 4, paragraph: paragraph 3}\n"
            ),
        ),
    )
    with (year.root / "data" / "actions.yaml").open("a", encoding="utf-8") as actions:
        actions.write(
            '- id: "04-01"\n  source: paragraph 7\n  text: Publish MarkAction\n'
            f"  owner: {BUREAU}\n  due: 2014-01-31\n"
        )


def call_again(year: Year) -> dict[str, Path]:
    year.do("new", "meeting", "5")
    call = "date: 2014-05-14\ncall: {on: 2014-03-03, reply_by: 2014-04-02}"
    year.edit("meetings/05.yaml", ("date: {unstated: not-recorded}", call))
    year.do("call", "5", "--marking", "MADE UP")
    reports = year.root / "reports"
    return {body: reports / f"return-5-{body}.docx" for body in (SIGNAL, BUREAU)} | {
        "memo": reports / "call-5.docx"
    }


def test_a_year_from_call_to_call(year: Year, tmp_path: Path) -> None:
    back = call_and_fill(year, tmp_path)
    assert "Made-up Signal Office (MSO): 1 item, due 2 April 2013" in year.do("status").out
    year.do("annual", "2013")
    draft = read(year.root / "reports" / "annual-2013.docx").replace("\u00a0", " ")
    assert "Return of the Made-up Signal Office on item 1.1 asked for by 2 April 2013" in draft
    assert "Position as at 8 May 2013" not in draft

    year.do("collect", str(back))
    assert load_records(year.root / "data").returns_for(4) == ()
    year.do("collect", str(back), "--yes")
    assert "returns outstanding" in year.do("status").out.partition("Nothing open")[2]
    assert year.do("check").out == ""

    hold(year)
    assert year.do("check").out == ""
    year.do("annual", "2013", "--edition", "1.0", "--marking", "MADE UP")
    report = year.root / "reports" / "annual-2013-1.0.docx"
    for path in (report, report.with_suffix(".pdf")):
        text = read(path)
        assert markers_in(text) == IN_THE_REPORT, path.name
        beside = around_the_text(path)
        bookmark = "_annex_items" if path.suffix == ".docx" else "Items of the plan one by one"
        for known in (
            "MUG Progress Report",
            bookmark,
        ):
            assert known in beside, (path.name, known)
        assert markers_in(beside) == set(), path.name
        assert "77 001" in text.replace("\u00a0", " ")
        assert "There was no new development in the period" in text
        assert "2 of 2 items reported" in text
        assert "Closed at the 4th, paragraph 3" in text.replace("\u00a0", " ")

    listed = year.do("actions", "--as-of", "2014-02-01").out
    assert [line[:5] for line in listed.splitlines() if line[:2].isdigit()] == ["02-02", "03-01", "04-01"]

    again = call_again(year)
    assert markers_in(read(again[SIGNAL])) == IN_THE_NEXT_FORM
    assert markers_in("\n".join(parts(again[SIGNAL]).values())) == IN_THE_NEXT_FORM
    for name in (BUREAU, "memo"):
        assert markers_in("\n".join(parts(again[name]).values())) == set(), name
    year.do("collect", str(year.root / "back"), "5", code=1)
    assert load_records(year.root / "data").returns_for(5) == ()
