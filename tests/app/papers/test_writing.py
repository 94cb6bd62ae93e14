"""Files are written whole or not at all; what killed runs left is taken away, and nothing of living ones."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from egci_reports.app.papers.build import Built, BuiltFile
from egci_reports.app.papers.order import DEFAULT_FORMATS, Format
from egci_reports.app.papers.output import write
from egci_reports.app.papers.receipts import read, receipt_path, sha256
from egci_reports.engine.document.nodes import Identity
from egci_reports.errors import WriteError
from egci_reports.workspace import Workspace
from egci_reports.writing import beside, claimed, sweep, write_together
from tests.cases import mostly_thorough
from tests.cli.conftest import SOURCE

pytestmark = pytest.mark.slow

ONE = Identity("annual", "2012", "draft", "records of old", "0")
TWO = replace(ONE, records="records of late")
posix = pytest.mark.skipif(sys.platform == "win32", reason="folders are not locked, nor signals sent, there")


def paper(content: str, identity: Identity = ONE, formats: tuple[Format, ...] = DEFAULT_FORMATS) -> Built:
    """Return a made-up paper: its files hold its content and their format."""
    files = [
        BuiltFile(f"annual-2012.{one.name}", one, f"{content} in {one.name}".encode(), 1) for one in formats
    ]
    return Built("annual-2012", identity, tuple(files), 1, (), ())


def everything(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


class Killed(BaseException):
    """The run was killed here."""


@pytest.mark.parametrize("error", [OSError("no more"), KeyboardInterrupt(), SystemExit(143)])
@pytest.mark.parametrize("replaced", [1, 2])
def test_where_a_file_cannot_take_its_place_those_before_are_as_they_were_and_none_is_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, replaced: int
) -> None:
    (tmp_path / "old").write_bytes(b"as it was")
    honest, targets = Path.replace, []

    def replacing(path: Path, target: Path) -> Path:
        targets.append(target)
        if len(targets) == replaced + 1:
            raise error
        return honest(path, target)

    monkeypatch.setattr(Path, "replace", replacing)
    with pytest.raises(WriteError if isinstance(error, OSError) else type(error)):
        write_together({tmp_path / "new": b"new", tmp_path / "old": b"changed", tmp_path / "third": b"third"})
    assert everything(tmp_path) == {"old": b"as it was"}


@posix
def test_what_a_living_run_is_writing_is_left_and_what_a_dead_one_left_is_not(tmp_path: Path) -> None:
    half, folder = tmp_path / ".egci-abcdefgh", tmp_path / ".egci-12345678"
    for other in (".egci-", ".egci-notes.txt", "egci-abcdefgh"):
        (tmp_path / other).write_bytes(b"an officer's own")
    with claimed(tmp_path):
        half.write_bytes(b"half")
        folder.mkdir()
        (folder / "more").write_bytes(b"half")
        sweep([tmp_path])
        write_together({tmp_path / "another": b"whole"})
        assert half.exists()
        assert (folder / "more").exists()
    sweep([tmp_path])
    assert sorted(everything(tmp_path)) == [".egci-", ".egci-notes.txt", "another", "egci-abcdefgh"]


@posix
def test_a_folder_that_another_program_has_locked_does_not_stop_a_run(tmp_path: Path) -> None:
    import fcntl

    handle = os.open(tmp_path, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        write_together({tmp_path / "paper": b"whole"})
    finally:
        os.close(handle)
    assert everything(tmp_path) == {"paper": b"whole"}


def test_a_copy_kept_is_named_by_the_first_number_that_is_free_or_holds_it_already(tmp_path: Path) -> None:
    path = tmp_path / "annual-2012.docx"
    (tmp_path / "annual-2012 (edited 1).docx").write_bytes(b"one")
    (tmp_path / "annual-2012 (edited 2).docx").write_bytes(b"two")
    assert beside(path, "edited", b"two").name == "annual-2012 (edited 2).docx"
    assert beside(path, "edited", b"three").name == "annual-2012 (edited 3).docx"


def test_the_folders_swept_are_those_that_commands_write_in_and_no_link_is_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    for folder in ("data/returns/04", "data/briefs/04", "data/schema", "out/.receipts", "out/kept",
                   "out/distribution/annual-1", "out/holiday/photos", "elsewhere"):  # fmt: skip
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "data" / "linked").symlink_to(elsewhere)
    workspace = Workspace(tmp_path, tmp_path / "data", (), tmp_path / "out")
    assert {path.relative_to(tmp_path).as_posix() for path in workspace.folders()} == {
        ".", "data", "data/returns", "data/returns/04", "data/briefs", "data/briefs/04", "data/schema",
        "out", "out/.receipts", "out/kept", "out/distribution", "out/distribution/annual-1",
    }  # fmt: skip


@pytest.mark.parametrize("replaced", [0, 1, 2, 3])
@pytest.mark.parametrize("then", ["late in the day", "of old", "of late"])
def test_a_run_killed_between_its_files_makes_nobody_an_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replaced: int, then: str
) -> None:
    write(paper("of old"), tmp_path)
    for killed in ("of late", "later", "of late"):
        with monkeypatch.context() as patched:
            _kill_at(patched, replaced)
            with pytest.raises(Killed):
                write(paper(killed, TWO), tmp_path)
    last = paper(then, ONE if then == "of old" else replace(ONE, records="of the day"))
    write(last, tmp_path)
    clean = tmp_path / "clean"
    write(last, clean)
    assert everything(clean) == {k: v for k, v in everything(tmp_path).items() if not k.startswith("clean")}


def _kill_at(patched: pytest.MonkeyPatch, replaced: int) -> None:
    """Kill the run, so that nothing is put back, when so many files have taken their places."""
    from egci_reports import writing

    honest, done = Path.replace, [0]

    def replacing(path: Path, target: Path) -> Path:
        if done[0] == replaced:
            raise Killed
        done[0] += 1
        return honest(path, target)

    def taking(staged: dict[Path, Path]) -> None:
        for path, temporary in staged.items():
            temporary.replace(path)

    patched.setattr(Path, "replace", replacing)
    patched.setattr(writing, "_take_places", taking)


def test_an_edit_is_refused_in_the_middle_of_what_a_killed_run_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(paper("of old"), tmp_path)
    with monkeypatch.context() as patched:
        _kill_at(patched, 2)
        with pytest.raises(Killed):
            write(paper("of late", TWO), tmp_path)
    edited = tmp_path / "annual-2012.pdf"
    edited.write_bytes(b"an officer's own words")
    before = everything(tmp_path)
    with pytest.raises(WriteError) as caught:
        write(paper("later", TWO), tmp_path)
    assert [(one.code, one.message.split()[0]) for one in caught.value.findings] == [
        ("W303", "annual-2012.pdf")
    ]
    assert everything(tmp_path) == before
    write(paper("later", TWO), tmp_path, force=True)
    assert (tmp_path / "annual-2012 (edited 1).pdf").read_bytes() == b"an officer's own words"


def test_receipts_are_of_one_identity_and_files_not_made_anew_are_still_known_for_ours(
    tmp_path: Path,
) -> None:
    write(paper("of old"), tmp_path)
    write(paper("of late", TWO, (Format.PDF,)), tmp_path)
    receipt = read(receipt_path(tmp_path, "annual-2012"))
    assert receipt is not None
    assert receipt.identity == TWO
    assert [file.name for file in receipt.files] == ["annual-2012.pdf"]
    (old,) = [path for path in tmp_path.glob("annual-2012.*") if path.suffix != ".pdf"]
    assert receipt.earlier == ((old.name, sha256(old.read_bytes())),)
    write(paper("later", TWO), tmp_path)  # refused as edited if it were not known
    made = read(receipt_path(tmp_path, "annual-2012"))
    assert made is not None
    assert made.earlier == ()


def test_a_file_made_with_the_same_records_keeps_its_receipt(tmp_path: Path) -> None:
    write(paper("one"), tmp_path)
    write(paper("one", ONE, (Format.PDF,)), tmp_path)
    receipt = read(receipt_path(tmp_path, "annual-2012"))
    assert receipt is not None
    assert len(receipt.files) == 2


@posix
@pytest.mark.parametrize(
    ("number", "code"),
    mostly_thorough(
        [(signal.SIGTERM, 143), (signal.SIGINT, 130), (getattr(signal, "SIGHUP", 1), 129)], (0, 1)
    ),
)
def test_a_run_told_to_stop_puts_away_what_it_has_begun(tmp_path: Path, number: int, code: int) -> None:
    stop = (
        "import os, signal, sys; from pathlib import Path; from egci_reports import writing;"
        # what runs the tests may ignore some signals, and the program leaves ignored ones alone
        "signal.signal(signal.SIGHUP, signal.SIG_DFL);"
        "signal.signal(signal.SIGINT, signal.default_int_handler);"
        f"writing._require_unlocked = lambda path: os.kill(os.getpid(), {int(number)});"
        "from egci_reports.cli import main; sys.exit(main())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", stop, "annual", "2006", "--format", "word"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (ran.returncode, ran.stderr.strip()) == (code, "Stopped.")
    assert everything(tmp_path) == {}


@posix
def test_a_run_told_to_stop_while_it_loads_a_library_ends_at_once(tmp_path: Path) -> None:
    (tmp_path / "made_up_library.py").write_text(
        "import os, signal\n"
        "try:\n    os.kill(os.getpid(), signal.SIGTERM)\n"
        "except BaseException:\n    raise ImportError('as pikepdf does') from None\n"
    )
    stop = (
        "import sys; from egci_reports.cli import main; from egci_reports.app.papers import order;"
        "import egci_reports.app.papers.begin as b; b.begin = lambda *_: __import__('made_up_library');"
        "sys.exit(main())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", stop, "annual", "2006"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": f"{SOURCE}{os.pathsep}{tmp_path}"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert (ran.returncode, ran.stderr) == (143, "Stopped.\n")
