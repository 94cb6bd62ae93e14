"""What cannot be reached stops the command with a reason, and never counts as absent; nothing waits."""

from __future__ import annotations

import os
import shutil
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cases import mostly_thorough
from tests.cli.conftest import Ran, Run
from tests.cli.ordinary import bound, in_shell
from tests.forms.sent import send_out

pytestmark = pytest.mark.slow

Change = Callable[[Path], object]


@pytest.fixture
def root(made_up_returns: Path) -> Iterator[Path]:
    """The made-up workspace, whose folders can be taken away afterwards whatever the test closed."""
    yield made_up_returns
    for folder, names, _ in os.walk(made_up_returns):
        for name in names:
            path = Path(folder) / name
            if not path.is_symlink():
                path.chmod(0o755)


@pytest.fixture
def ordinary(run: Run) -> Run:
    """Run the program as somebody whom permissions bind."""

    def run_bound(*arguments: str, cwd: Path) -> Ran:
        with bound():
            return run(*arguments, cwd=cwd, columns=300)

    return run_bound


def closed(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if not path.exists():
        path.write_text("made up")
    path.chmod(0)


def closed_folder(path: Path) -> None:
    path.mkdir(parents=True, exist_ok=True)
    path.chmod(0)


def _take_away(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)


def dangling(path: Path) -> None:
    _take_away(path)
    path.symlink_to("/made-up/share/that/is/gone")


def file(path: Path) -> None:
    _take_away(path)
    path.write_text("made up")


def folder(path: Path) -> None:
    _take_away(path)
    path.mkdir()


def pipe(path: Path) -> None:
    _take_away(path)
    os.mkfifo(path)


def device(path: Path) -> None:
    _take_away(path)
    path.symlink_to("/dev/zero")


def link_out(path: Path) -> None:
    _take_away(path)
    outside = path.parents[len(path.parents) - 2] / "tmp" / "made-up-outside"
    path.symlink_to(outside if outside.exists() else "/etc/hostname")


def huge(path: Path) -> None:
    _take_away(path)
    with path.open("wb") as stream:
        stream.truncate(1 << 40)  # it has no blocks on the disk


def sock(path: Path) -> None:
    _take_away(path)
    here = Path.cwd()
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)
    os.chdir(here)


NO_FILES = (pipe, device, folder, sock, huge, dangling, closed, link_out)

# -- folders of records -------------------------------------------------------------------------------------

FOLDERS = (
    "",
    "/returns",
    "/returns/03",
    "/papers",
    "/briefs",
    "/briefs/04",
    "/annexes",
    "/annexes/04",
    "/meetings",
)


@pytest.mark.parametrize(
    ("name", "change"),
    mostly_thorough(
        [(name, change) for change in (closed_folder, dangling, file) for name in FOLDERS],
        (*range(9), 9, 11, 18, 20),
    ),
)
def test_a_folder_of_records_that_cannot_be_reached_stops_every_command(
    ordinary: Run, root: Path, name: str, change: Change
) -> None:
    change(root / f"data{name}")
    ran = ordinary("annual", "2012", cwd=root)
    assert (ran.code, ran.out) == (1, "")
    (line, *_) = ran.err.splitlines()
    code = "Y102" if change is file else "Y101"
    assert line.startswith(f"data{name}:1:1: error[{code}] the folder cannot be read: ")
    assert ran.err.count("error[") == 1, "one cause is told once"
    assert not (root / "reports").exists()


@pytest.mark.parametrize(
    "command",
    [
        "check",
        "status",
        "list",
        "show 1",
        "conflicts",
        "actions",
        "diff 1 2",
        "trace annual 2012 Made-up",
        "history",
        "call 3",
        "briefing 4",
        "collect forms",
        "distribute annual 2012",
        "new meeting",
        "new return 3 x",
    ],
)
def test_no_command_passes_an_unreadable_folder_over(ordinary: Run, root: Path, command: str) -> None:
    (root / "forms").mkdir()
    (root / "forms" / "form.docx").write_bytes(b"made up")
    closed_folder(root / "data" / "returns")
    ran = ordinary(*command.split(), cwd=root)
    assert ran.code == 1, ran.err
    assert "data/returns:1:1: error[Y101] the folder cannot be read: permission denied" in ran.out + ran.err


# -- names that nothing reads -------------------------------------------------------------------------------

STRAY = [
    ("Returns/03/x.yaml", "Returns", "error", "rename it to returns"),
    ("return/03/x.yaml", "return", "error", "rename it to returns"),
    ("RETURNS", "RETURNS", "error", "rename it to returns"),
    ("meeting/20.yaml", "meeting", "error", "rename it to meetings"),
    ("Bodies.yaml", "Bodies.yaml", "error", "rename it to bodies.yaml"),
    ("papers/anual-2012.yaml", "papers/anual-2012.yaml", "error", "rename it to annual-2012.yaml"),
    ("papers/x/annual-2012.yaml", "papers/x", "error", "officers' texts stand in papers/"),
    ("papers/Annual-2012.yaml", "papers/Annual-2012.yaml", "error", "rename it to annual-2012.yaml"),
    ("meetings/20.yml", "meetings/20.yml", "error", "rename it to 20.yaml"),
    ("brief-1.yaml", "brief-1.yaml", "error", "officers' words stand in briefs/NN/"),
    ("annual-2012.yaml", "annual-2012.yaml", "error", "officers' texts stand in papers/"),
    ("returns/03/notes.yaml.bak", "returns/03/notes.yaml.bak", "warning", "returns stand in returns/NN/"),
    ("minutes.txt", "minutes.txt", "warning", "docs/data.md lists what stands in data/"),
    ("old/notes.txt", "old", "warning", "docs/data.md lists what stands in data/"),
    ("old/meetings/08.yaml", "old", "warning", "docs/data.md lists what stands in data/"),
]


@pytest.mark.parametrize(("name", "at", "severity", "hint"), STRAY, ids=[one[0] for one in STRAY])
def test_a_name_that_nothing_reads_is_told_with_what_was_meant(
    run: Run, root: Path, name: str, at: str, severity: str, hint: str
) -> None:
    path = root / "data" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("made up", "utf-8")
    ran = run("check", cwd=root, columns=300)
    told = [line for line in ran.out.splitlines() if "R113" in line]
    kind = "folder" if path.is_dir() or at != name else "file"
    assert told == [f"data/{at}:1:1: {severity}[R113] no records are read from a {kind} of this name"]
    assert f"  hint: {hint}" in ran.out
    assert ran.code == (1 if severity == "error" else 0)


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "meetings/Thumbs.db",
        "briefs/~$x.docx",
        ".gitkeep",
        "papers/README.md",
        "meetings/03.yaml~",
        "meetings/._03.yaml",
        "returns/.git/x.yaml",
        "schema/more.json",
        "returns/README",
        "desktop.ini",
    ],
)
def test_what_editors_and_systems_leave_is_passed_over(run: Run, root: Path, name: str) -> None:
    path = root / "data" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("made up", "utf-8")
    ran = run("check", cwd=root)
    assert "R113" not in ran.out
    assert ran.code == 0


def test_texts_for_a_paper_that_cannot_be_made_yet_are_warned_of(run: Run, root: Path) -> None:
    (root / "data" / "papers").mkdir(exist_ok=True)
    text = "texts: [{section: summary, text: Made up., author: The Made-up Officer, date: 2012-01-01}]\n"
    (root / "data" / "papers" / "annual-2021.yaml").write_text(text, "utf-8")
    ran = run("check", cwd=root)
    assert ran.code == 0
    assert "data/papers/annual-2021.yaml:1:1: warning[R113] no paper of this name" in ran.out


# -- files that are none ------------------------------------------------------------------------------------


READ = [
    ("data/people.yaml", "check", 1),
    ("data/ledger.jsonl", "ledger verify", 5),
    ("templates/theme.toml", "annual 2012", 3),
    ("reports/.receipts/annual-2012.json", "annual 2012", 4),
    ("data/papers/annual-2012.yaml", "annual 2012", 1),
    ("data/ledger.jsonl", "distribute annual 2012 --issue", 4),
    ("templates/en/words.toml", "annual 2012", 3),
    ("templates/en/annual.html", "annual 2012", 3),
    ("reports/annual-2012.pdf", "annual 2012 --force", 4),
    ("reports/distribution/made-up/manifest.json", "ledger verify", 5),
]
"""Where a file is read, and what reads it: the first four each in a way of its own, the others alike."""


@pytest.mark.parametrize(
    ("name", "command", "code", "change"),
    mostly_thorough(
        [(*read, change) for read in READ for change in NO_FILES],
        (*range(4 * len(NO_FILES)), *range(4 * len(NO_FILES), len(READ) * len(NO_FILES), 4)),
    ),
)
def test_what_is_no_file_is_told_of_at_once(
    ordinary: Run, root: Path, name: str, command: str, code: int, change: Change
) -> None:
    (root / "data" / "ledger.jsonl").touch()
    change(root / name)
    before = set((root / "reports").rglob("*"))
    ran = ordinary(*command.split(), cwd=root)
    if change is link_out and name.endswith("ledger.jsonl") and code == 5:
        assert "the link leads out of the folder data/" in ran.out + ran.err
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err
    assert Path(name).name.partition(".")[0] in ran.out + ran.err or "made-up" in ran.out
    assert set((root / "reports").rglob("*")) == before


@pytest.mark.parametrize("change", NO_FILES[:4])
def test_verify_looks_at_files_alone(ordinary: Run, root: Path, change: Change) -> None:
    change(root / "it")
    ran = ordinary("verify", "it", cwd=root)
    assert ran.code == 2


@pytest.mark.parametrize("change", mostly_thorough(NO_FILES[:4], (0, 3)))
def test_verify_says_that_a_receipt_cannot_be_read(ordinary: Run, root: Path, change: Change) -> None:
    assert ordinary("annual", "2012", cwd=root).code == 0
    change(root / "reports" / ".receipts" / "annual-2012.json")
    ran = ordinary("verify", "reports/annual-2012.pdf", cwd=root)
    assert ran.code == 5
    assert "V506" in ran.err


@pytest.mark.parametrize("change", [change for change in NO_FILES if change is not folder])
def test_a_form_that_is_no_file_is_refused_by_itself(ordinary: Run, root: Path, change: Change) -> None:
    forms = root / "forms"
    forms.mkdir()
    good = min(send_out(root / "sent").glob("return-3-*.docx"))
    shutil.copy(good, forms / "good.docx")
    change(forms / "bad.docx")
    ran = ordinary("collect", "forms", cwd=root)
    assert ran.code == 1
    assert "bad.docx: the file" in ran.err
    assert "1 read, 1 refused" in ran.err


@pytest.mark.parametrize("change", NO_FILES)
def test_an_annex_that_is_no_file_is_refused(ordinary: Run, root: Path, change: Change) -> None:
    (root / "data" / "briefs" / "04").mkdir(parents=True)
    pack = "plenary: 4\nannexes: [{title: Made-up notes, file: notes.pdf}]\n"
    (root / "data" / "briefs" / "04" / "pack.yaml").write_text(pack, "utf-8")
    change(root / "data" / "annexes" / "04" / "notes.pdf")
    ran = ordinary("check", cwd=root)
    assert ran.code == 1
    assert (
        "error[R116] the annex data/annexes/04/notes.pdf cannot be appended: the file cannot be read"
        in ran.out
    )


# -- files in the wrong encoding, and JSON that is none -----------------------------------------------------


@pytest.mark.parametrize("name", ["theme.toml", "en/words.toml", "en/annual.html", "en/macros.html"])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-16", "utf-16-be"])
def test_a_text_that_is_not_in_utf_8_is_told_by_its_name(
    run: Run, root: Path, name: str, encoding: str
) -> None:
    path = root / "templates" / name
    path.parent.mkdir(parents=True)
    path.write_bytes('title = "é"\n'.encode(encoding))
    ran = run("annual", "2012", cwd=root)
    assert ran.code == 3
    assert f"templates/{name}:1:1: error[T" in ran.err
    assert "not written in UTF-8" in ran.err


def test_a_template_that_is_not_there_is_taken_from_those_shipped(run: Run, root: Path) -> None:
    (root / "templates").mkdir()
    assert run("annual", "2012", cwd=root).code == 0


HOSTILE = [
    "[" * 100_000,
    '{"a":' * 100_000,
    '{"ledger": {"lines": -99, "head": "x"}}',
    "[]",
    "NaN",
    "9" * 99_999,
]
HOSTILE += [
    '{"ledger": {"lines": NaN, "head": "x"}}',
    '{"ledger": 1, "ledger": {"lines": 0, "head": ""}}',
    "",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_a_manifest_that_says_nothing_fails_the_proof_of_the_ledger(run: Run, root: Path, text: str) -> None:
    path = root / "reports" / "distribution" / "made-up" / "manifest.json"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    ran = run("ledger", "verify", cwd=root)
    assert ran.code == 5
    assert "error[V505] the manifest of made-up is not as this program writes manifests" in ran.out


@pytest.mark.parametrize("text", HOSTILE)
def test_a_line_that_is_no_line_of_the_ledger_fails_its_proof(run: Run, root: Path, text: str) -> None:
    (root / "data" / "ledger.jsonl").write_text(f"{text}\n", "utf-8")
    ran = run("ledger", "verify", cwd=root)
    assert ran.code == 5
    assert "data/ledger.jsonl:1:1: error[V501]" in ran.out


@pytest.mark.parametrize(
    "text",
    mostly_thorough(['{"identity": {}, "files": [{"claims": [1]}]}', *HOSTILE], (0, 1, 3, 5)),
)
def test_a_receipt_that_says_nothing_is_as_none(run: Run, root: Path, text: str) -> None:
    path = root / "reports" / ".receipts" / "annual-2012.json"
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    assert run("annual", "2012", cwd=root).code == 0
    path.write_text(text, "utf-8")
    assert run("verify", str(root / "reports" / "annual-2012.pdf"), cwd=root).code == 0


# -- the output folder --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "change", "command"),
    [
        ("reports", closed_folder, "annual 2012"),
        ("reports", file, "annual 2012"),
        ("reports", dangling, "annual 2012"),
        ("reports/.receipts", closed_folder, "annual 2012"),
        ("reports/distribution", closed_folder, "distribute annual 2012"),
        ("reports/distribution", closed_folder, "ledger verify"),
        ("new/data", closed_folder, "init new"),
    ],
)
def test_an_output_folder_that_cannot_be_used_is_exit_code_4(
    ordinary: Run, root: Path, name: str, change: Change, command: str
) -> None:
    change(root / name)
    ran = ordinary(*command.split(), cwd=root)
    assert ran.code == 4, ran.err
    assert "error[W30" in ran.err


@pytest.mark.parametrize(
    ("out", "code"), [("x" * 300, 4), ("file", 2), ("file/below", 4), ("a\0b", 2), ("\udcff\ud800", 2)]
)
def test_a_place_that_cannot_be_is_refused_with_words(run: Run, root: Path, out: str, code: int) -> None:
    (root / "file").write_text("made up", "utf-8")
    ran = run("annual", "2012", "--out", out, cwd=root)
    assert ran.code == code
    assert "error" in ran.err
    assert "our mistake" not in ran.err


# -- streams, folders and the environment -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("script", "code"),
    mostly_thorough(
        [
            ("$EGCI annual 2012 >&-", 0),
            ("$EGCI annual 2012 2>&-", 0),
            ("$EGCI annual 2012 <&- >&- 2>&-", 0),
            ("$EGCI annual 2012 >/dev/full", 4),
            ("$EGCI annual 2012 2>/dev/full", 4),
            ("$EGCI annual 2012 >/dev/full 2>/dev/full", 4),
            ("env -u HOME $EGCI annual 2012", 0),
            ("HOME=/gone TMPDIR=/gone XDG_CACHE_HOME=/gone $EGCI annual 2012", 0),
            ("mkdir shut; chmod 0 shut; HOME=shut TMPDIR=shut XDG_CACHE_HOME=shut $EGCI annual 2012", 0),
        ],
        (2, 5, 8),
    ),
)
def test_papers_are_written_whatever_becomes_of_what_is_printed(root: Path, script: str, code: int) -> None:
    ran = in_shell(script, root)
    assert ran.returncode == code, ran.stderr
    assert (root / "reports" / "annual-2012.pdf").read_bytes().endswith(b"%%EOF\n")
    assert (root / "reports" / ".receipts" / "annual-2012.json").exists()
    assert "Traceback" not in ran.stderr
    assert "our mistake" not in ran.stderr


def test_where_nobody_reads_on_the_exit_code_says_so(root: Path) -> None:
    ran = in_shell("$EGCI list bodies | true; exit ${PIPESTATUS[0]}", root)
    assert (ran.returncode, ran.stdout, ran.stderr) == (4, "", "")


@pytest.mark.parametrize("stream", ["2>/dev/full", "2>&-"])
def test_what_is_wrong_keeps_its_exit_code_where_it_cannot_be_told(root: Path, stream: str) -> None:
    assert in_shell(f"$EGCI show nobody-of-this-name {stream}", root).returncode == 2


def test_a_folder_that_is_gone_is_told_of_as_such(root: Path) -> None:
    for more in ("", f" --workspace {root}"):
        script = f"mkdir gone; cd gone; rmdir ../gone; $EGCI annual 2012{more}"
        ran = in_shell(script, root)
        assert ran.returncode == 2
        assert "error[U203] the folder in which the command is given is gone" in ran.stderr
        assert "output cannot be written" not in ran.stderr
