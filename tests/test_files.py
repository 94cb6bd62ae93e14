"""The door through which all files are read: what it lets in, what it says of the rest, and no other door."""

from __future__ import annotations

import ast
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.files import Refused, Why, is_there, list_folder, may_be_there, parse_json, read_bytes

pytestmark = pytest.mark.slow

PACKAGE = Path(__file__).parents[1] / "egci_reports"
MOST = 100


def put(path: Path) -> None:
    path.write_bytes(b"made up")


# -- what is read -------------------------------------------------------------------------------------------


def test_a_file_is_read_whole_up_to_its_bound(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"x" * MOST)
    assert read_bytes(path, inside=tmp_path, most=MOST) == b"x" * MOST
    path.write_bytes(b"x" * (MOST + 1))
    with pytest.raises(Refused, match="it is too large") as refused:
        read_bytes(path, inside=tmp_path, most=MOST)
    assert refused.value.why is Why.TOO_LARGE


def test_a_link_inside_is_followed_and_one_that_leads_out_is_not(tmp_path: Path) -> None:
    inside = tmp_path / "data"
    (inside / "deep").mkdir(parents=True)
    put(inside / "deep" / "file")
    put(tmp_path / "outside")
    (inside / "in").symlink_to(inside / "deep" / "file")
    (inside / "out").symlink_to(tmp_path / "outside")
    (inside / "folder").symlink_to(tmp_path)
    assert read_bytes(inside / "in", inside=inside, most=MOST) == b"made up"
    assert read_bytes(inside / "out", most=MOST) == b"made up"
    for name in ("out", "folder/outside", "../outside"):
        with pytest.raises(Refused, match="the link leads out of the folder data/") as refused:
            read_bytes(inside / name, inside=inside, most=MOST)
        assert refused.value.why is Why.LEADS_OUT
    with pytest.raises(Refused, match="leads out"):
        list_folder(inside / "folder", inside=inside)


def test_a_folder_that_is_itself_reached_by_a_link_is_its_own_inside(tmp_path: Path) -> None:
    (tmp_path / "share").mkdir()
    put(tmp_path / "share" / "file")
    (tmp_path / "data").symlink_to(tmp_path / "share")
    assert read_bytes(tmp_path / "data" / "file", inside=tmp_path / "data", most=MOST) == b"made up"


# -- what is refused, and what is absent --------------------------------------------------------------------


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket may have a hundred characters
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _below_a_file(path: Path) -> None:
    put(path.parent)


def _below_a_dead_link(path: Path) -> None:
    path.parent.symlink_to("nowhere")


REFUSED: dict[str, tuple[Callable[[Path], object], Why, str]] = {
    "a folder": (Path.mkdir, Why.WRONG_KIND, "there is a folder where a file should be"),
    "a pipe": (os.mkfifo, Why.WRONG_KIND, "there is a pipe where a file should be"),
    "a socket": (_socket, Why.WRONG_KIND, "there is a socket where a file should be"),
    "a device": (
        lambda p: p.symlink_to("/dev/zero"),
        Why.WRONG_KIND,
        "there is a device where a file should be",
    ),
    "a link to nothing": (lambda p: p.symlink_to("nothing"), Why.UNREACHABLE, "it is a link to nothing"),
    "a link to itself": (lambda p: p.symlink_to(p.name), Why.UNREACHABLE, "the link leads in a circle"),
    "below a file": (_below_a_file, Why.WRONG_KIND, "is a file where a folder should be"),
    "below a dead link": (_below_a_dead_link, Why.UNREACHABLE, "is a link to nothing"),
}


@pytest.mark.parametrize("make", REFUSED.values(), ids=REFUSED)
def test_what_is_no_file_is_refused_at_once(
    tmp_path: Path, make: tuple[Callable[[Path], object], Why, str]
) -> None:
    change, why, reason = make
    path = tmp_path / "folder" / "file"
    if "below" not in change.__name__:
        path.parent.mkdir()
    change(path)
    with pytest.raises(Refused) as refused:
        read_bytes(path, most=MOST)
    assert refused.value.why is why
    assert reason in refused.value.reason
    assert may_be_there(path)


def test_only_what_is_certainly_not_there_is_absent(tmp_path: Path) -> None:
    for path in (tmp_path / "file", tmp_path / "folder" / "file"):
        assert not is_there(path)
        with pytest.raises(FileNotFoundError):
            read_bytes(path, inside=tmp_path, most=MOST)
        with pytest.raises(FileNotFoundError):
            list_folder(path, inside=tmp_path)
    (tmp_path / "file").symlink_to("nothing")
    assert is_there(tmp_path / "file")


@pytest.mark.parametrize(
    ("name", "reason"),
    [("x" * 300, "its name is too long"), ("a\0b", "a character that no name of a file can")],
)
def test_a_name_that_no_file_can_have_is_refused(tmp_path: Path, name: str, reason: str) -> None:
    for read in (lambda path: read_bytes(path, most=MOST), list_folder, is_there):
        with pytest.raises(Refused, match=reason):
            read(tmp_path / name)


def test_a_folder_is_listed_by_name_and_a_file_is_no_folder(tmp_path: Path) -> None:
    put(tmp_path / "b")
    (tmp_path / "a").mkdir()
    (tmp_path / "c").symlink_to("nothing")
    assert [(entry.name, entry.is_folder) for entry in list_folder(tmp_path)] == [
        ("a", True),
        ("b", False),
        ("c", False),
    ]
    with pytest.raises(Refused, match="there is a file where a folder should be"):
        list_folder(tmp_path / "b")


# -- JSON ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        '{"a":' * 100_000,
        "[NaN]",
        "[Infinity]",
        '{"a": 1, "a": 2}',
        "9" * 100_000,
        "\xff",
        "",
        "{",
    ],
)
def test_json_that_says_nothing_certain_is_a_value_error(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_json(text.encode("latin-1"))


@given(st.binary(max_size=200))
def test_no_bytes_break_the_reading_of_json(raw: bytes) -> None:
    try:
        parse_json(raw)
    except ValueError:
        return


# -- the only door ------------------------------------------------------------------------------------------

_OPENING = {
    "open", "read_bytes", "read_text", "glob", "rglob", "iterdir", "exists", "is_file", "is_dir",
    "is_symlink", "scandir", "listdir", "lexists", "isfile", "isdir", "copyfile", "copytree",
    "FileSystemLoader",
}  # fmt: skip

EXCEPTIONS = {
    "files.py": "the door",
    "workspace.py": "writes: looks at what it replaces; finds the folders that travel with the program",
    "distribution/delivery.py": "writes: brings the names of copies to the disk; no copy over a link",
    "stamps.py": "looks at sizes and times of files, and opens none",
    "app/keeping/init.py": "copies the records that travel with the program",
    "engine/templating/loader.py": "sees that no folder of templates is a link, before it lists it",
    "engine/templating/compiled.py": "reads the program's own text",
    "cache_folder.py": "reads and writes what the program keeps for itself alone",
    "engine/writers/pdf/saving.py": "reads the colour profile that travels with the program",
    "cli/report.py": "opens the null device",
    "cli/__init__.py": "opens the null device",
    "engine/writers/word/artifact.py": "opens a part of a package in memory",
    "app/sheets/trial.py": "copies the records of a workspace to a folder of its own",
    "forms/package.py": "opens a part of a package in memory",
    "writing.py": "writes: looks at what it replaces",
    "engine/theme/coverage.py": "sees which typefaces travel with the program",
    "engine/theme/typeface.py": "reads the typefaces that travel with the program",
    "app/collecting/proof.py": "copies the records, to check them with what forms change",
    "app/collecting/folder.py": "sees what kind of thing lies in a folder, before anything is opened",
    "app/reading/help.py": "reads the pages that travel with the program",
    "engine/enclosing/bounds.py": "reads streams of a PDF in memory",
    "engine/enclosing/claims.py": "reads streams of a PDF in memory",
    "engine/enclosing/content.py": "reads streams of a PDF in memory",
    "engine/enclosing/examination.py": "opens PDFs in memory",
    "engine/enclosing/worker.py": "opens what the child was given as its streams",
    "engine/enclosing/merging.py": "opens PDFs in memory",
    "engine/enclosing/annotations.py": "reads streams of a PDF in memory",
}
"""The modules that call something of such a name, and why they may."""


def _calls(path: Path) -> Iterator[str]:
    """Yield the names of what a module calls that might read a file, past the door's own functions."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            if isinstance(called, ast.Attribute) and called.attr in _OPENING:
                yield called.attr
            elif isinstance(called, ast.Name) and called.id in _OPENING - {"read_bytes", "read_text"}:
                yield called.id


def test_no_other_module_opens_files() -> None:
    found = {
        path.relative_to(PACKAGE).as_posix(): calls
        for path in sorted(PACKAGE.rglob("*.py"))
        if "embedded" not in path.parts and (calls := sorted(set(_calls(path))))
    }
    assert set(found) - set(EXCEPTIONS) == set(), found
    assert set(EXCEPTIONS) - set(found) == set(), "what needs no exception any more"
