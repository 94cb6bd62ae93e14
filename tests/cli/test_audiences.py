"""For whom a paper is, and its marking, as the command line has them."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.made_up_pack.made import put_together
from tests.readers.word.furniture import furniture_of

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def whole_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return put_together(tmp_path_factory.mktemp("pack"))


@pytest.fixture
def pack(whole_pack: Path, tmp_path: Path) -> Path:
    root = tmp_path / "made-up-pack"
    shutil.copytree(whole_pack, root)
    return root


def test_a_paper_for_both_sides_and_what_verify_says_of_it(run: Run, made_up_returns: Path) -> None:
    ran = run("annual", "2012", "--for", "joint", cwd=made_up_returns)
    assert ran.code == 0
    assert ran.out.splitlines() == ["reports/annual-2012-joint.docx", "reports/annual-2012-joint.pdf"]
    for name in ("annual-2012-joint.docx", "annual-2012-joint.pdf"):
        said = run("verify", f"reports/{name}", cwd=made_up_returns).out
        assert re.search(r"Made for +both sides", said)
        assert "the records as they are now" in said
    told = json.loads(run("verify", "reports/annual-2012-joint.pdf", "--json", cwd=made_up_returns).out)
    assert told[0]["identity"]["audience"] == "joint"


def test_verify_names_the_department_of_a_part(run: Run, pack: Path) -> None:
    assert run("briefing", "4", "--for", "MPO", "--format", "word", cwd=pack).code == 0
    said = run("verify", "reports/briefing-4-for-made-up-pier-office.docx", cwd=pack).out
    assert "one body only: made-up-pier-office" in said
    assert run("annual", "2012", "--format", "word", cwd=pack).code == 0
    assert "the Hong Kong side only" in run("verify", "reports/annual-2012.docx", cwd=pack).out


def test_a_pack_for_both_sides_is_refused(run: Run, pack: Path) -> None:
    for audience in ("joint", "public"):
        ran = run("briefing", "4", "--for", audience, cwd=pack)
        assert ran.code == 2
        assert "error[U216]" in ran.err
        assert "Nothing was written." in ran.err


def test_records_are_printed_as_the_audience_has_them(run: Run, made_up_returns: Path) -> None:
    told = json.loads(run("annual", "2012", "--for", "public", "--to", "records", cwd=made_up_returns).out)
    assert told["audience"] == "public"
    assert told["actions"] == []
    assert [item["item"] for one in told["returns"] for item in one["items"]] == ["1.1"]


def _mark(root: Path, marking: str) -> None:
    path = root / "data" / "briefs" / "04" / "pack.yaml"
    path.write_text(
        path.read_text("utf-8").replace("plenary: 4\n", f"plenary: 4\nmarking: {marking}\n"), "utf-8"
    )


def _markings(path: Path) -> set[str]:
    return {text for one in furniture_of(path.read_bytes()) for text in one.lines}


def test_the_marking_stands_with_the_record_and_can_only_be_raised(run: Run, pack: Path) -> None:
    _mark(pack, "CONFIDENTIAL")
    word = ("--format", "word")
    assert run("briefing", "4", *word, cwd=pack).code == 0
    assert "CONFIDENTIAL" in str(_markings(pack / "reports" / "briefing-4.docx"))
    assert run("briefing", "4", "--for", "MPO", *word, cwd=pack).code == 0
    part = pack / "reports" / "briefing-4-for-made-up-pier-office.docx"
    assert "CONFIDENTIAL" in str(_markings(part))
    assert run("briefing", "4", "--marking", "SECRET", *word, cwd=pack).code == 0
    assert "SECRET" in str(_markings(pack / "reports" / "briefing-4.docx"))
    ran = run("briefing", "4", "--marking", "RESTRICTED", *word, cwd=pack)
    assert ran.code == 2
    assert "error[U217]" in ran.err
    assert "RESTRICTED would lower it" in " ".join(ran.err.split())


def test_an_unknown_marking_is_refused_with_the_known_ones(run: Run, tmp_path: Path) -> None:
    ran = run("annual", "2024", "--marking", "HUSH", cwd=tmp_path)
    assert ran.code == 2
    assert "write RESTRICTED, CONFIDENTIAL, SECRET, TOP SECRET" in " ".join(ran.err.split())


def test_the_marking_of_a_report_stands_in_its_file_and_not_on_the_paper_for_both_sides(
    run: Run, made_up_returns: Path
) -> None:
    papers = made_up_returns / "data" / "papers"
    papers.mkdir()
    (papers / "annual-2012.yaml").write_text("marking: RESTRICTED\n", "utf-8")
    for extra, there in (((), True), (("--for", "joint"), False)):
        assert run("annual", "2012", "--format", "word", *extra, cwd=made_up_returns).code == 0
        stem = "annual-2012-joint" if extra else "annual-2012"
        path = made_up_returns / "reports" / f"{stem}.docx"
        assert ("RESTRICTED" in str(_markings(path))) is there
    ran = run("annual", "2012", "--as-of", "2012-12-31", "--to", "tree", cwd=made_up_returns)
    assert "RESTRICTED" in ran.out


def test_a_numbered_pack_with_what_is_not_for_disclosure_needs_a_marking(run: Run, pack: Path) -> None:
    ran = run("briefing", "4", "--edition", "1.0", cwd=pack)
    assert ran.code == 6
    assert "error[E611]" in ran.err
    _mark(pack, "RESTRICTED")
    assert "E611" not in run("briefing", "4", "--edition", "1.0", cwd=pack).err
