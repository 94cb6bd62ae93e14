"""The example: every command runs in it, every page says that it is made up, and nothing of it is mailed."""

from __future__ import annotations

import email
import email.policy
import io
import re
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader

from egci_reports.cli import main
from egci_reports.records.load import read_records
from egci_reports.records.records import Records
from tests.cli.conftest import Ran, Run
from tests.distribution.server import SENDER, Mailbox, serving, trusted
from tests.forms.filling import fill
from tests.readers.word.furniture import furniture_of

pytestmark = pytest.mark.slow

SOURCE = Path(__file__).parents[2]
DATA = SOURCE / "example" / "data"
BANNER = "MADE-UP EXAMPLE"
MADE_UP = re.compile(r"made[- ]up|invented|虛構|虚构|杜撰", re.IGNORECASE)


COMMANDS = (
    "check",
    "annual 2024",
    "annual 2024 --for joint --edition 1.0",
    "annual 2024 --for public",
    "history",
    "history --short",
    "briefing --annexes separate",
    "briefing --for all",
    "call 6",
    "timetable 6 --as-of 2025-10-10",
    "letter thanks 5",
    "letter invitation 6 --to made-up-pier-office",
    "letter reminder 6",
    "release 5",
    "form plan 6",
    "form meeting 6",
    "form brief 6 3",
    "sheet plan 5",
    "sheet returns 6",
    "sheet actions",
    "sheet recipients",
    "sheet delegation 6",
    "distribute annual 2024 --issue",
    "distribute call 6 --issue",
    "distribute briefing 6 --issue",
    "status --as-of 2025-10-10",
    "actions",
    "conflicts",
    "show 5",
    "diff 4 5",
    "trace annual-2024 1",
    "clear",
    "ledger verify",
)


@pytest.fixture
def example(run: Run, tmp_path: Path) -> Path:
    """A workspace as `init --example` makes it."""
    root = tmp_path / "example"
    assert run("init", "--example", str(root)).code == 0
    return root


def records() -> Records:
    loaded = read_records(DATA)
    assert loaded.records is not None
    return loaded.records


def test_the_example_is_whole_and_has_schemas_for_editors(example: Path) -> None:
    for path in DATA.rglob("*"):
        assert (example / "data" / path.relative_to(DATA)).exists()
    assert (example / "data" / "schema" / "meeting.json").exists()


@pytest.fixture(scope="module")
def year(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Ran]]:
    """A workspace in which all commands were given, one after the other, and what each said."""
    root = tmp_path_factory.mktemp("year")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        return root, {command: _given(command) for command in ("init --example", *COMMANDS)}


def _given(command: str) -> Ran:
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        code = main(command.split())
    return Ran(code, out.getvalue(), err.getvalue())


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_runs_in_it(command: str, year: tuple[Path, dict[str, Ran]]) -> None:
    ran = year[1][command]
    assert (ran.code, "error[" in ran.err) == (0, False), ran.err


def test_the_records_have_a_full_year_and_nothing_to_be_warned_of(year: tuple[Path, dict[str, Ran]]) -> None:
    ran = year[1]["check"]
    assert "no errors." in ran.err
    assert "warning" not in ran.err + ran.out
    found = records()
    held = [meeting for meeting in found.meetings if meeting.status == "held"]
    assert len(held) >= 5
    assert held[-1].work_plan
    assert all((found.returns, found.actions, found.briefs, found.packs))
    assert found.distribution is not None
    assert found.packs[0].annexes


def test_every_name_in_it_is_visibly_made_up() -> None:
    found = records()
    for body in found.bodies.values():
        for name in body.names:
            assert all(MADE_UP.search(word) for word in _languages(name.name)), name
    for person in found.people.values():
        assert all(MADE_UP.search(word) for word in _languages(person.name)), person
    delegates = (one for pack in found.packs for one in pack.delegations.members)
    assert all(MADE_UP.search(one.name) for one in delegates if one.name)
    assert all(
        MADE_UP.search(source.title) or MADE_UP.search(source.publisher or "")
        for source in found.sources.values()
    )
    assert all(".example/" in source.url for source in found.sources.values())
    assert all(MADE_UP.search(city) for city in found.group.cities)
    assert all("MADE UP" in path.read_text("utf-8") for path in DATA.rglob("*.yaml"))


def _languages(name: object) -> list[str]:
    return [text for text in (getattr(name, part) for part in ("en", "tc", "sc")) if text]


def test_every_page_of_every_paper_says_that_it_is_made_up(year: tuple[Path, dict[str, Ran]]) -> None:
    """Also drafts and editions, forms, copies, memos, messages, manifests and annexes."""
    seen = dict.fromkeys((".pdf", ".docx", ".eml"), 0)
    for name, content in _files(year[0] / "reports"):
        suffix = Path(name).suffix
        seen[suffix] = seen.get(suffix, 0) + 1
        for place, text in _pages(suffix, content):
            assert BANNER in text, (name, place)
    assert seen[".pdf"] > 20
    assert seen[".docx"] > 10
    assert seen[".eml"] == 3
    assert seen[".ics"] == 1
    assert seen[".xlsx"] == 5


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a folder, and what is packed or attached in it."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and ".receipts" not in path.parts:
            yield from _with_parts(path.name, path.read_bytes())


def _with_parts(name: str, content: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, content
    if name.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            for inner in packed.namelist():
                yield from _with_parts(inner, packed.read(inner))
    if name.endswith(".eml"):
        for part in email.message_from_bytes(content, policy=email.policy.default).iter_attachments():
            yield from _with_parts(str(part.get_filename()), part.get_content())


@cache
def _texts(pdf: bytes) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


def _pages(suffix: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Yield the texts each of which must say it: of pages, of heads and feet, of a message."""
    if suffix == ".pdf":
        for number, text in enumerate(_texts(content), 1):
            yield f"page {number}", text
    elif suffix == ".xlsx":
        book = load_workbook(io.BytesIO(content))
        for tab in book.worksheets:
            if tab.sheet_state == "visible":
                yield f"head of {tab.title}", str(tab.oddHeader.center.text)
                yield f"foot of {tab.title}", str(tab.oddFooter.center.text)
    elif suffix == ".ics":
        for event in content.decode().split("BEGIN:VEVENT")[1:]:
            yield "event", event
    elif suffix == ".docx":
        for one in furniture_of(content):
            yield f"{one.place} of section {one.section}", "\n".join(one.lines)
    elif suffix == ".eml":
        message = email.message_from_bytes(content, policy=email.policy.default)
        body = message.get_body()
        assert body is not None
        yield "subject", str(message["Subject"])
        yield "text", body.get_content()


def test_papers_of_the_example_bear_no_name_of_the_real_group(year: tuple[Path, dict[str, Ran]]) -> None:
    for path in (year[0] / "reports").glob("*.pdf"):
        said = "\n".join(_texts(path.read_bytes()))
        info = PdfReader(path).metadata or {}
        told = (str(info.get(key)) for key in ("/Title", "/Author", "/Subject"))
        assert not re.search(r"EGCI|Digital Policy|Informatisation", "\n".join((said, *told))), path.name


def test_nothing_of_it_is_mailed_even_where_a_server_waits(
    example: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(trusted(example.parent)))
    mailbox = Mailbox()
    with serving(mailbox) as server:
        where = ("--server", f"smtp://localhost:{server.port}", "--sender", SENDER)
        ran = run("distribute", "annual", "2024", "--issue", "--send", *where, cwd=example)
    assert ran.code == 2
    assert "error[U419] nothing is mailed: the group is made up" in ran.err
    assert not mailbox.messages
    assert not (example / "data" / "ledger.jsonl").exists()


def test_who_gets_copies_by_mail_is_left_out_with_the_reason(year: tuple[Path, dict[str, Ran]]) -> None:
    ran = year[1]["distribute annual 2024 --issue"]
    assert "Made-up Weather Office: gets it by mail, and nothing of a made-up example is mailed" in ran.err


def test_a_real_group_is_not_marked_as_an_example(made_up: Path, run: Run) -> None:
    """The mark comes from 'example' in group.yaml, and from nothing else."""
    assert run("annual", "2008", "--format", "pdf", cwd=made_up).code == 0
    first = PdfReader(made_up / "reports" / "annual-2008.pdf").pages[0].extract_text()
    assert BANNER not in first
    group = made_up / "data" / "group.yaml"
    group.write_text(group.read_text("utf-8") + "example: true\n", "utf-8")
    assert run("annual", "2008", "--format", "pdf", cwd=made_up).code == 0
    first = PdfReader(made_up / "reports" / "annual-2008.pdf").pages[0].extract_text()
    assert first.count(BANNER) == 2


def test_an_enclosed_paper_keeps_its_marking_where_the_pack_has_a_banner_only(
    example: Path, run: Run
) -> None:
    """The banner does not stand for a marking: RESTRICTED of an annex is not left out for it."""
    marked = example / "data" / "papers" / "annual-2024.yaml"
    marked.write_text("marking: RESTRICTED\n" + marked.read_text("utf-8"), "utf-8")
    assert run("annual", "2024", "--format", "pdf", cwd=example).code == 0
    shutil.copyfile(
        example / "reports" / "annual-2024.pdf", example / "data" / "annexes" / "06" / "annual-2024.pdf"
    )
    pack = example / "data" / "briefs" / "06" / "pack.yaml"
    pack.write_text(pack.read_text("utf-8").replace("marking: RESTRICTED\n", ""), "utf-8")
    assert run("briefing", "--format", "pdf", cwd=example).code == 0
    last = PdfReader(example / "reports" / "briefing-6.pdf").pages[-2].extract_text()
    assert "RESTRICTED" in last


def test_whatever_says_what_a_paper_is_takes_the_banner_along() -> None:
    """New papers and forms may not forget it: the one place is `Meta`, and each gives it a banner."""
    for path in (SOURCE / "egci_reports").rglob("*.py"):
        text = path.read_text("utf-8")
        for call in re.finditer(r"(?<![\w.])Meta\(\n(.*?)\n    \)", text, re.DOTALL):
            assert "banner=" in call[1], path


def test_init_tells_the_day_from_which_the_example_is_looked_at(tmp_path: Path, run: Run) -> None:
    ran = run("init", "--example", "try-it", cwd=tmp_path)
    told = re.search(r"egci-report (status --as-of [0-9-]+)", ran.err)
    assert told
    screen = run(*told[1].split(), cwd=tmp_path / "try-it")
    assert screen.code == 0
    assert "years" not in screen.out
    assert not re.search(r"late by [0-9]{4,} days", screen.out)


def test_a_return_that_is_outstanding_is_called_for_filled_in_and_collected(example: Path, run: Run) -> None:
    assert "Made-up Pier Office" in run("status", "--as-of", "2025-10-10", cwd=example).out
    assert run("call", "6", cwd=example).code == 0
    form = (example / "reports" / "return-6-made-up-pier-office.docx").read_bytes()
    filled = fill(
        form,
        {"3_1_progress": "The made-up rule was read.", "3_1_status": "Ongoing", "date": "9 October 2025"},
    )
    (example / "back").mkdir()
    (example / "back" / "pier.docx").write_bytes(filled)
    ran = run("collect", "back", "--yes", cwd=example)
    assert ran.code == 0, ran.err
    assert "-> The made-up rule was read." in " ".join(ran.out.split())
    assert run("check", cwd=example).code == 0
    found = read_records(example / "data").records
    assert found is not None
    assert "made-up-pier-office" in {one.body for one in found.returns_for(6)}
