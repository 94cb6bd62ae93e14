"""Whatever stands where a file of records should be: a message at once, little memory, nothing changed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from egci_reports.cli import main
from egci_reports.records.checks import check_records
from egci_reports.records.load import read_records

pytestmark = pytest.mark.slow

_ROOT = Path(__file__).parents[2]
_MEMORY = 400 * 1024 * 1024
_SECONDS = 10

_CHECKER = f"""
import json, os, resource, sys
from pathlib import Path
from egci_reports.app.keeping.check import check
from egci_reports.workspace import Workspace

def run(root, user):
    os.chdir(root)
    root = Path()
    workspace = Workspace(root, root / "data", (), root / "reports")
    if os.geteuid() == 0 and user == "nobody":
        check(workspace)  # what Python loads on first use is loaded, as nobody is not let in where it lies
        os.setuid(65534)  # root may read everything
    resource.setrlimit(resource.RLIMIT_AS, ({_MEMORY}, {_MEMORY}))
    resource.setrlimit(resource.RLIMIT_CPU, ({_SECONDS}, {_SECONDS}))
    found = check(workspace).findings
    print(json.dumps([[f.code, str(f.position), f.message, f.hint, f.source] for f in found]), flush=True)

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        run(*json.loads(line))
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        sys.exit(os.waitstatus_to_exitcode(status))
"""
"""Checks each workspace that it is told of in a child of its own, with all of the program loaded before."""


@dataclass(frozen=True)
class Told:
    """One finding as the check told it."""

    code: str
    place: str
    message: str
    hint: str
    source: str | None


@cache
def _checker() -> subprocess.Popen[str]:
    """Start the process that checks; it ends when this one does, since nothing more is said to it."""
    return subprocess.Popen(
        [sys.executable, "-c", _CHECKER],
        env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "utf-8"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def _check(root: Path, user: str = "me") -> list[Told]:
    """Check in a process of its own with bounded time and memory; fail if it changes anything."""
    before, checker = _tree(root), _checker()
    assert checker.stdin is not None
    assert checker.stdout is not None
    print(json.dumps([str(root), user]), file=checker.stdin, flush=True)
    answer = checker.stdout.readline()
    if not answer:
        _checker.cache_clear()
        pytest.fail(f"the check ended with {checker.wait()}")
    assert _tree(root) == before
    return [told for told in (Told(*parts) for parts in json.loads(answer)) if told.code != "C301"]


def _tree(root: Path) -> dict[str, tuple[int, int, int]]:
    paths = [root, *root.rglob("*")]
    states = {path: path.lstat() for path in paths}
    return {str(path): (state.st_mode, state.st_size, state.st_mtime_ns) for path, state in states.items()}


Change = Callable[[Path], object]

_BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{later}: &{later} [{', '.join([f'*{earlier}'] * 9)}]\n"
    for earlier, later in zip("abcdefgh", "bcdefghi", strict=True)
)


def _utf_16(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))


def _utf_16_without_mark(path: Path) -> None:
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16-le"))


def _cp1252(path: Path) -> None:
    path.write_bytes("# MADE UP\n- id: café\n".encode("cp1252"))


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


def _link_out(path: Path) -> None:
    outside = path.parents[1] / "outside.yaml"
    path.rename(outside)
    path.symlink_to(outside)


def _link_to_nothing(path: Path) -> None:
    path.unlink()
    path.symlink_to("nothing.yaml")


def _link_in_circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


CASES: tuple[tuple[str, Change, str, str, str], ...] = (
    ("a file that vanished", Path.unlink, "Y101", "1:1", "no such file"),
    ("a folder", _folder, "Y102", "1:1", "a folder where a file should be"),
    ("a pipe", _pipe, "Y102", "1:1", "a pipe"),
    ("a device", _device, "Y103", "1:1", "out of the folder"),
    ("a link that leaves the workspace", _link_out, "Y103", "1:1", "out of the folder"),
    ("a link to nothing", _link_to_nothing, "Y101", "1:1", "a link to nothing"),
    ("a link in a circle", _link_in_circle, "Y101", "1:1", "cannot be read"),
    ("50 MB in one scalar", lambda p: p.write_text("x" * 50_000_000), "Y104", "1:1", "too large"),
    ("UTF-16", _utf_16, "Y105", "1:1", "UTF-16"),
    ("UTF-16 without a mark", _utf_16_without_mark, "Y105", "1:1", "UTF-16"),
    ("Windows-1252", _cp1252, "Y105", "2:10", "not in UTF-8"),
    ("nothing at all", lambda p: p.write_text(""), "Y113", "1:1", "empty"),
    ("only a comment", lambda p: p.write_text("# MADE UP\n"), "Y113", "1:1", "empty"),
    ("NUL", lambda p: p.write_bytes(b"- id: a\n- id: b\0c\n"), "Y110", "2:8", "U+0000"),
    ("an escape to the terminal", lambda p: p.write_text("- id: \x1b[31mred\n"), "Y110", "1:7", "U+001B"),
    ("a tab", lambda p: p.write_text("- id: a\n\tb: c\n"), "Y106", "2:1", "a tab stands where spaces belong"),
    ("100,000 levels in brackets", lambda p: p.write_text("[\n" * 100_000), "Y112", "41:1", "40 levels"),
    ("100,000 levels of lists", lambda p: p.write_text("- " * 100_000), "Y112", "1:81", "40 levels"),
    ("an alias bomb", lambda p: p.write_text(_BOMB), "Y107", "1:4", "aliases"),
    ("a list where text was", lambda p: p.write_text("just words\n"), "R101", "1:1", "list"),
    ("a key that is a list", lambda p: p.write_text("? [a, b]\n: c\n"), "Y106", "1:3", "a key must be"),
)


@pytest.mark.parametrize(("change", "code", "at", "words"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
@pytest.mark.parametrize("name", ["people.yaml"])
def test_a_file_that_cannot_be_read_is_told_of_plainly(
    made_up: Path, name: str, change: Change, code: str, at: str, words: str
) -> None:
    change(made_up / "data" / name)
    found = _check(made_up)
    assert [(told.code, told.place) for told in found] == [(code, f"data/{name}:{at}")]
    assert words in found[0].message
    assert found[0].hint
    assert "\x1b" not in (found[0].source or "")
    assert "\0" not in (found[0].source or "")


@pytest.mark.parametrize("opening", ["[", "{a: "])
def test_levels_without_end_in_one_line_are_told_of_in_that_line(made_up: Path, opening: str) -> None:
    (made_up / "data" / "people.yaml").write_text(opening * 100_000)
    (told,) = _check(made_up)
    assert told.code == "Y112"
    assert told.place.startswith("data/people.yaml:1:")


def test_a_file_without_permission_is_told_of_plainly(made_up: Path) -> None:
    made_up.chmod(0o755)
    (made_up / "data" / "people.yaml").chmod(0)
    (made_up / "data" / "meetings").chmod(0)
    found = _check(made_up, "nobody")
    (made_up / "data" / "meetings").chmod(0o755)
    assert [(told.code, told.place) for told in found] == [
        ("Y101", "data/meetings:1:1"),
        ("Y101", "data/people.yaml:1:1"),
    ]
    assert "permission denied" in found[0].message


def test_a_file_where_the_folder_of_plenaries_should_be_is_told_of(made_up: Path) -> None:
    shutil.rmtree(made_up / "data" / "meetings")
    (made_up / "data" / "meetings").write_text("number: 1\n")
    (told,) = _check(made_up)
    assert (told.code, told.place, told.message) == (
        "Y102",
        "data/meetings:1:1",
        "the folder cannot be read: there is a file where a folder should be",
    )


def test_a_folder_of_plenaries_that_leaves_the_workspace_is_told_of(made_up: Path) -> None:
    (made_up / "data" / "meetings").rename(made_up / "elsewhere")
    (made_up / "data" / "meetings").symlink_to(made_up / "elsewhere")
    found = _check(made_up)
    assert [(told.code, told.place) for told in found if told.code[0] == "Y"] == [
        ("Y103", "data/meetings:1:1")
    ]


BAD_GROUPS = {
    "a folder": _folder,
    "a pipe": _pipe,
    "a link to nothing": _link_to_nothing,
    "a link in a circle": _link_in_circle,
    "a link that leaves the workspace": _link_out,
    "an alias bomb": lambda path: path.write_text(_BOMB),
    "50 MB in one scalar": lambda path: path.write_text("x" * 50_000_000),
    "Windows-1252": _cp1252,
}


@pytest.mark.parametrize("change", BAD_GROUPS.values(), ids=BAD_GROUPS.keys())
def test_the_command_fails_at_the_file_that_marks_the_workspace(
    made_up: Path, change: Change, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(made_up / "data" / "group.yaml")
    before = _tree(made_up)
    monkeypatch.chdir(made_up)
    assert main(["check"]) == 1
    told = capsys.readouterr()
    assert told.out.startswith("data/group.yaml:")
    assert "error[Y10" in told.out
    assert "Traceback" not in told.err
    assert _tree(made_up) == before


def test_the_command_fails_so_where_the_terminal_knows_few_characters_too(made_up: Path) -> None:
    _cp1252(made_up / "data" / "group.yaml")
    done = subprocess.run(
        [sys.executable, "-m", "egci_reports", "check"],
        cwd=made_up,
        env={**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        timeout=30,
    )
    assert done.returncode == 1
    assert done.stdout.startswith(b"data/group.yaml:")
    assert b"error[Y10" in done.stdout
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("count", [1_000, 30_000])
def test_a_file_of_mistakes_from_end_to_end_does_not_fill_the_screen(made_up: Path, count: int) -> None:
    lines = "".join(f"field-{number}: x\n" for number in range(count))
    (made_up / "data" / "meetings" / "01.yaml").write_text(lines)
    assert 1 < len(_check(made_up)) <= 50


def test_a_long_list_of_wrong_entries_is_left_after_the_fiftieth(made_up: Path) -> None:
    (made_up / "data" / "events.yaml").write_text("- [x]\n" * 80_000)
    *first, last = _check(made_up)
    assert len(first) == 50
    assert (last.code, last.place) == ("R114", "data/events.yaml:51:3")


def test_a_long_line_is_not_repeated_in_the_message(made_up: Path) -> None:
    path = made_up / "data" / "meetings" / "01.yaml"
    path.write_text(path.read_text().replace("mode: in-person", f"mode: {'x' * 400_000}"))
    (told,) = _check(made_up)
    assert told.code == "R104"
    assert len(told.message) < 200


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(made_up: Path) -> None:
    plain = read_records(made_up / "data")
    for path in (made_up / "data").rglob("*.yaml"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    windows = read_records(made_up / "data")
    assert windows.records is not None
    assert windows.records == plain.records
    assert check_records(windows) == check_records(plain)


def test_lines_are_counted_right_with_windows_line_ends(made_up: Path) -> None:
    path = made_up / "data" / "bodies.yaml"
    text = "\ufeff" + path.read_text(encoding="utf-8").replace("side: joint", "side: both")
    path.write_bytes(text.replace("\n", "\r\n").encode())
    (told,) = _check(made_up)
    assert (told.code, told.place, told.source) == ("R104", "data/bodies.yaml:3:9", "  side: both")


def test_columns_are_counted_in_characters(made_up: Path) -> None:
    path = made_up / "data" / "bodies.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("虛構訊號處}", "虛構訊號處, jp: x}"), encoding="utf-8"
    )
    (told,) = _check(made_up)
    assert told.source is not None
    line = path.read_text(encoding="utf-8").splitlines().index(told.source) + 1
    assert told.place == f"data/bodies.yaml:{line}:{told.source.index('jp') + 1}"


def test_files_that_nothing_reads_are_told_of(made_up: Path) -> None:
    shutil.copy(made_up / "data" / "bodies.yaml", made_up / "data" / "bodys.yaml")
    for name in ("06.yml", "07.yaml.txt", "08.YAML", "notes.txt"):
        shutil.copy(made_up / "data" / "meetings" / "05.yaml", made_up / "data" / "meetings" / name)
    found = _check(made_up)
    assert [(told.code, told.place, told.hint) for told in found] == [
        ("R113", "data/bodys.yaml:1:1", "rename it to bodies.yaml"),
        ("R113", "data/meetings/06.yml:1:1", "rename it to 06.yaml"),
        ("R113", "data/meetings/07.yaml.txt:1:1", "rename it to 07.yaml"),
        ("R113", "data/meetings/08.YAML:1:1", "rename it to 08.yaml"),
        (
            "R113",
            "data/meetings/notes.txt:1:1",
            "plenaries stand in meetings/ by number: meetings/08.yaml",
        ),
    ]


def test_a_missing_plenary_is_told_of_where_the_next_one_stands(made_up: Path) -> None:
    (made_up / "data" / "meetings" / "04.yaml").unlink()
    codes = {told.code: told.place for told in _check(made_up)}
    assert codes["C304"] == "data/meetings/05.yaml:2:9"
    assert set(codes) == {"C304", "C202"}


def test_nothing_that_refers_to_a_broken_entry_is_called_unknown(made_up: Path) -> None:
    bodies = made_up / "data" / "bodies.yaml"
    bodies.write_text(bodies.read_text(encoding="utf-8").replace("side: ", "sied: "), encoding="utf-8")
    (made_up / "data" / "people.yaml").write_text("- [")
    (made_up / "data" / "meetings" / "04.yaml").write_text("number: x")
    codes = {told.code for told in _check(made_up)}
    assert codes == {"R102", "Y106", "R109", "R103"}


def test_without_the_group_only_its_file_is_told_of(made_up: Path) -> None:
    (made_up / "data" / "group.yaml").write_text("name: [")
    assert [told.place for told in _check(made_up)] == ["data/group.yaml:1:8"]


def test_an_empty_folder_says_which_files_are_missing(made_up: Path) -> None:
    shutil.rmtree(made_up / "data")
    found = _check(made_up)
    names = ["areas", "bodies", "group", "people", "sources"]
    assert [(told.code, told.place) for told in found] == [("Y101", f"data/{n}.yaml:1:1") for n in names]
