"""`briefing`: the files it makes, and what it says is to follow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pikepdf import Name

from egci_reports.engine.enclosing import process
from tests.cli.conftest import Run
from tests.engine.enclosing.hostile import spoilt
from tests.made_up_pack.made import put_together

pytestmark = pytest.mark.slow


def test_without_a_number_it_makes_the_next_pack_and_tells_what_is_to_follow(
    run: Run, tmp_path: Path
) -> None:
    ran = run("briefing", cwd=tmp_path)
    assert ran.code == 0
    assert ran.out.splitlines() == ["reports/briefing-21.docx", "reports/briefing-21.pdf"]
    assert "A numbered edition would be refused:" in ran.err
    told = [line for line in ran.err.splitlines() if "an officer's words are to follow" in line]
    assert "  an officer's words are to follow: 7 in briefs/21/brief-1" in told
    assert len(told) == len(set(told))
    assert len(told) < 10


def test_a_numbered_edition_is_refused_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    ran = run("briefing", "21", "--edition", "1.0", cwd=tmp_path)
    assert ran.code != 0
    assert "an officer's words are to follow: the agenda" in ran.err
    assert not (tmp_path / "reports").exists()


def test_a_number_beyond_the_next_tells_which_packs_there_can_be(run: Run, tmp_path: Path) -> None:
    ran = run("briefing", "25", cwd=tmp_path)
    assert ran.code == 2
    assert "packs can be made before plenaries 2 to 21" in ran.err


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The made-up workspace with a whole pack."""
    return put_together(tmp_path / "pack")


def test_a_whole_pack_is_made_with_its_annexes_in_it_or_beside_it(run: Run, pack: Path) -> None:
    ran = run("briefing", "--marking", "MADE UP", cwd=pack)
    assert ran.out.splitlines() == ["reports/briefing-4.docx", "reports/briefing-4.pdf"]
    assert "Next: egci-report verify reports/briefing-4.pdf" in ran.err
    assert "PDF/UA" not in run("verify", "reports/briefing-4.pdf", cwd=pack).out
    ran = run("briefing", "--marking", "MADE UP", "--annexes", "separate", cwd=pack)
    assert ran.out.splitlines() == [
        "reports/briefing-4.docx",
        "reports/briefing-4.pdf",
        "reports/briefing-4-annex-a.pdf",
        "reports/briefing-4-annex-b.pdf",
    ]
    assert "PDF/UA-1" in run("verify", "reports/briefing-4.pdf", cwd=pack).out
    receipt = json.loads((pack / "reports/.receipts/briefing-4.json").read_text("utf-8"))
    claims = {file["name"]: file["claims"] for file in receipt["files"]}
    assert claims["briefing-4.pdf"] == ["PDF/UA-1", "PDF/A-2a"]
    assert claims["briefing-4-annex-a.pdf"] == []


def test_the_pages_of_a_receipt_are_those_of_each_file(run: Run, pack: Path) -> None:
    run("briefing", "--marking", "MADE UP", cwd=pack)
    receipt = json.loads((pack / "reports/.receipts/briefing-4.json").read_text("utf-8"))
    pages = {file["name"]: file["pages"] for file in receipt["files"]}
    assert pages["briefing-4.pdf"] > pages["briefing-4.docx"]


def test_for_one_department_by_its_abbreviation(run: Run, pack: Path) -> None:
    ran = run("briefing", "4", "--for", "MPO", "--marking", "MADE UP", cwd=pack)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "reports/briefing-4-for-made-up-pier-office.docx",
        "reports/briefing-4-for-made-up-pier-office.pdf",
    ]


def test_for_all_departments_one_after_the_other(run: Run, pack: Path) -> None:
    ran = run("briefing", "--for", "all", "--format", "pdf", "--json", cwd=pack)
    made = json.loads(ran.out)
    assert [Path(one["files"][0]).name for one in made] == [
        "briefing-4-for-made-up-signal-office.pdf",
        "briefing-4-for-made-up-development-bureau.pdf",
        "briefing-4-for-made-up-commerce-and-made-up-development-bureau.pdf",
        "briefing-4-for-made-up-pier-office.pdf",
    ]


def test_for_a_body_that_is_no_department_nothing_is_written(run: Run, pack: Path) -> None:
    ran = run("briefing", "--for", "made-up-delta-department", cwd=pack)
    assert ran.code == 2
    assert "Nothing was written." in ran.err
    assert not (pack / "reports").exists()


def test_a_broken_annex_costs_nothing_that_was_there(run: Run, pack: Path) -> None:
    run("briefing", "--marking", "MADE UP", cwd=pack)
    before = (pack / "reports/briefing-4.pdf").read_bytes()
    (pack / "data/annexes/04/notes.pdf").write_bytes(b"%PDF-1.7 made up")
    ran = run("briefing", "--marking", "MADE UP", cwd=pack)
    assert ran.code == 1
    assert "the annex data/annexes/04/notes.pdf cannot be appended: it is no PDF, or broken" in ran.err
    assert (pack / "reports/briefing-4.pdf").read_bytes() == before


def test_what_is_empty_leads_to_the_command_that_begins_it(run: Run, tmp_path: Path) -> None:
    assert "Next: egci-report new briefs 21" in run("briefing", cwd=tmp_path).err


def test_hostile_annexes_are_told_of_by_check_each_with_its_reason(run: Run, pack: Path) -> None:
    folder = pack / "data/annexes/04"
    (folder / "notes.pdf").write_bytes(spoilt(lambda file: file.pages[0].obj.update({"/Rotate": Name.R90})))
    (folder / "report-2012.pdf").write_bytes(
        spoilt(lambda file: file.pages[0].obj.update({"/Contents": file.make_stream(b" " * 9_000_000)}))
    )
    for command in (["check"], ["briefing", "--marking", "MADE UP"]):
        ran = run(*command, cwd=pack)
        told = ran.out + ran.err
        assert ran.code == 1
        assert "annexes/04/notes.pdf cannot be appended: the measures of page 1 are broken" in told
        assert "annexes/04/report-2012.pdf cannot be appended: page 1 holds more than 8 MB of drawing" in told
        assert told.count("error[R116]") == 2
    assert not (pack / "reports").exists()


def test_a_file_with_all_that_annexes_have_passes_check_and_is_appended(run: Run, pack: Path) -> None:
    (pack / "data/annexes/04/notes.pdf").write_bytes(spoilt(lambda file: None))
    assert run("check", cwd=pack).code == 0
    assert run("briefing", "--marking", "MADE UP", cwd=pack).code == 0


def test_records_without_annexes_begin_no_process(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def begun(*_: object, **__: object) -> None:
        raise AssertionError("a process was begun")

    monkeypatch.setattr(process, "_Running", begun)
    assert run("check", cwd=tmp_path).code == 0
