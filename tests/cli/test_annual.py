"""`annual`, as an officer uses it: files on disk, what is printed, what is refused, what is kept."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run, process

pytestmark = pytest.mark.slow

FILES = ["annual-2006.docx", "annual-2006.pdf"]


def _files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def _hashes(folder: Path) -> dict[str, str]:
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _files(folder)}


def test_an_empty_folder_gets_both_files_and_is_told_where(run: Run, tmp_path: Path) -> None:
    ran = run("annual", "2006", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.splitlines() == [f"reports/{name}" for name in FILES]
    assert _files(tmp_path / "reports") == FILES
    assert "Word and PDF, 2 pages" in ran.err or "Word and PDF, 3 pages" in ran.err
    assert ran.err.splitlines()[-1] == "Next: egci-report verify reports/annual-2006.pdf"


def test_one_form_to_a_folder_of_ones_own(run: Run, tmp_path: Path) -> None:
    ran = run("annual", "2006", "--format", "PDF", "--out", "輸出 folder", cwd=tmp_path)
    assert ran.code == 0
    assert _files(tmp_path / "輸出 folder") == ["annual-2006.pdf"]
    assert not (tmp_path / "reports").exists()


def test_json_tells_files_pages_and_what_is_open(run: Run, tmp_path: Path) -> None:
    told = json.loads(run("annual", "2024", "--json", cwd=tmp_path).out)
    assert [Path(name).name for name in told["files"]] == ["annual-2024.docx", "annual-2024.pdf"]
    assert told["pages"] > 8
    assert "venue" in told["open"][0]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("1999",), 2, "2022, 2023, 2024"),
        (("2006", "--format", "odt"), 2, "'odt' is no form"),
        (("2006", "--edition", "final"), 2, "'final' is no edition"),
        (("2006", "--marking", "a\nb"), 2, "is no marking"),
        (("2024", "--edition", "1.0"), 6, "data/meetings/19.yaml:"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_written(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    ran = run("annual", *arguments, cwd=tmp_path)
    assert (ran.code, ran.out) == (code, "")
    assert said in " ".join(ran.err.split())
    assert list(tmp_path.iterdir()) == []


def test_a_numbered_edition_and_a_standpoint_replace_no_other_file(run: Run, tmp_path: Path) -> None:
    for more in ((), ("--edition", "1.0"), ("--as-of", "2006-12-31")):
        assert run("annual", "2006", "--format", "pdf", *more, cwd=tmp_path).code == 0
    assert _files(tmp_path / "reports") == [
        "annual-2006-1.0.pdf",
        "annual-2006-as-of-2006-12-31.pdf",
        "annual-2006.pdf",
    ]


def test_a_file_edited_by_hand_is_kept(run: Run, tmp_path: Path) -> None:
    run("annual", "2006", cwd=tmp_path)
    reports = tmp_path / "reports"
    edited = reports / "annual-2006.docx"
    edited.write_bytes(edited.read_bytes() + b"edited")
    before = _hashes(reports)
    ran = run("annual", "2006", cwd=tmp_path)
    assert ran.code == 4
    assert "annual-2006.docx is not as it was made" in ran.err
    assert _hashes(reports) == before
    assert run("annual", "2006", "--force", cwd=tmp_path).code == 0
    assert _hashes(reports)["annual-2006 (edited 1).docx"] == before["annual-2006.docx"]
    assert run("annual", "2006", cwd=tmp_path).code == 0


def test_a_file_from_elsewhere_is_not_replaced(run: Run, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "annual-2006.pdf").write_bytes(b"of somebody else")
    assert run("annual", "2006", cwd=tmp_path).code == 4
    assert (reports / "annual-2006.pdf").read_bytes() == b"of somebody else"
    assert _files(reports) == ["annual-2006.pdf"]


def test_where_one_file_cannot_be_written_none_is(run: Run, tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    (reports / "annual-2006.pdf").mkdir(parents=True)
    ran = run("annual", "2006", cwd=tmp_path)
    assert ran.code == 4
    assert "annual-2006.pdf cannot be written" in ran.err
    assert _files(reports) == ["annual-2006.pdf"]
    assert [path.name for path in reports.rglob(".egci-*")] == []


def test_stages_are_printed_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    records = json.loads(run("annual", "2006", "--to", "records", cwd=tmp_path).out)
    assert len(records["meetings"]) == 20
    xml = run("annual", "2006", "--to", "xml", cwd=tmp_path).out
    assert xml.strip().startswith("<paper")
    assert "data-at" not in xml
    assert run("annual", "2006", "--to", "tree", cwd=tmp_path).out.startswith("Document")
    assert list(tmp_path.iterdir()) == []


def test_a_fault_of_a_template_is_told_at_its_line(run: Run, made_up: Path) -> None:
    own = made_up / "templates" / "en" / "annual"
    own.mkdir(parents=True)
    (own / "meeting.html").write_text('<section>\n<title>Own</title>\n  <p class="loud">x</p></section>')
    ran = run("annual", "2010", cwd=made_up)
    assert ran.code == 3
    assert "templates/en/annual/meeting.html:3:3: error[T11" in ran.err
    assert "Nothing was written." in ran.err
    assert not (made_up / "reports").exists()


def test_a_character_without_a_typeface_is_told_with_its_record(run: Run, made_up: Path) -> None:
    path = made_up / "data" / "meetings" / "04.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Fog signals", "Fog \U00012000 signals"), encoding="utf-8")
    ran = run("annual", "2010", cwd=made_up)
    line = next(number for number, line in enumerate(text.split("\n"), 1) if "Fog signals" in line)
    column = text.split("\n")[line - 1].index("Fog signals") + 5
    assert ran.code == 1
    assert f"data/meetings/04.yaml:{line}:{column}: error[T301]" in ran.err
    assert "U+12000" in ran.err
    assert not (made_up / "reports").exists()


def test_the_marking_stands_in_both_files(run: Run, tmp_path: Path) -> None:
    assert run("annual", "2006", "--marking", "RESTRICTED", cwd=tmp_path).code == 0
    with zipfile.ZipFile(tmp_path / "reports" / "annual-2006.docx") as package:
        headers = [name for name in package.namelist() if "header" in name and name.endswith(".xml")]
        assert headers
        assert all(b"RESTRICTED" in package.read(name) for name in headers)


def test_the_same_records_give_the_same_bytes_in_any_process(run: Run, tmp_path: Path) -> None:
    """In this process and in one whose hashes, clock, language and user are others."""
    env = {"PYTHONHASHSEED": "77", "TZ": "America/St_Johns", "LC_ALL": "C", "USER": "other"}
    here, other = tmp_path / "here", tmp_path / "an other 夾"
    here.mkdir()
    other.mkdir()
    assert run("annual", "2024", cwd=here).code == 0
    done = process("annual", "2024", cwd=other, **env)
    assert done.returncode == 0, done.stderr
    made = _hashes(other / "reports")
    assert made == _hashes(here / "reports")
    assert len(made) == 2


def test_no_clock_is_read(run: Run, tmp_path: Path) -> None:
    run("annual", "2006", cwd=tmp_path)
    reports = tmp_path / "reports"
    before = _hashes(reports)
    for name in FILES:
        os.utime(reports / name, (0, 0))
        (reports / name).unlink()
    run("annual", "2006", cwd=tmp_path)
    assert _hashes(reports) == before
