"""`verify`: as built, packed anew, altered, without a receipt, and not ours at all."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.slow


@pytest.fixture
def reports(run: Run, tmp_path: Path) -> Path:
    """The output folder with the report of 2006."""
    assert run("annual", "2006", cwd=tmp_path).code == 0
    return tmp_path / "reports"


def test_files_as_built_say_what_they_are_and_what_they_claim(run: Run, reports: Path) -> None:
    ran = run("verify", "reports/annual-2006.pdf", "reports/annual-2006.docx", cwd=reports.parent)
    assert ran.code == 0
    assert ran.out.count("as it was built, byte for byte") == 2
    assert ran.out.count("annual 2006, draft") == 2
    assert ran.out.count("the records as they are now") == 2
    assert ran.out.count("PDF/UA-1, PDF/A-2a") == 1


def test_a_renamed_file_elsewhere_is_known_by_its_bytes(run: Run, reports: Path, tmp_path: Path) -> None:
    copy = tmp_path / "sent.docx"
    shutil.copy(reports / "annual-2006.docx", copy)
    ran = run("verify", str(copy), cwd=reports.parent)
    assert ran.code == 0
    assert "as it was built, byte for byte" in ran.out


def test_one_changed_letter_is_seen(run: Run, reports: Path) -> None:
    path = reports / "annual-2006.docx"
    _repack(path, change=True)
    ran = run("verify", str(path), cwd=reports.parent)
    assert ran.code == 5
    assert "ALTERED" in ran.out
    pdf = reports / "annual-2006.pdf"
    assert b"(D:2006" in pdf.read_bytes()
    pdf.write_bytes(pdf.read_bytes().replace(b"(D:2006", b"(D:2007", 1))
    assert run("verify", str(pdf), cwd=reports.parent).code == 5


def test_other_compression_is_no_alteration(run: Run, reports: Path) -> None:
    path = reports / "annual-2006.docx"
    _repack(path, change=False)
    ran = run("verify", str(path), cwd=reports.parent)
    assert ran.code == 0
    assert "compressed anew" in ran.out


def test_without_a_receipt_nothing_is_claimed(run: Run, reports: Path) -> None:
    shutil.rmtree(reports / ".receipts")
    ran = run("verify", "reports/annual-2006.pdf", cwd=reports.parent)
    assert ran.code == 0
    assert "no receipt" in ran.out
    assert "byte for byte" not in ran.out


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\n%%EOF\n", b"PK\x03\x04 broken", b"plain text"])
def test_what_is_not_ours_is_said_so(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "strange"
    path.write_bytes(content)
    ran = run("verify", str(path))
    assert ran.code == 5
    assert "NOT made by egci-report" in ran.out


def test_a_file_that_is_not_there_is_a_mistake_of_the_call(run: Run) -> None:
    ran = run("verify", "nothing.pdf")
    assert ran.code == 2
    assert "there is no such file" in ran.err


def test_files_made_from_other_records_say_so(run: Run, made_up: Path) -> None:
    assert run("annual", "2008", cwd=made_up).code == 0
    path = made_up / "data" / "meetings" / "02.yaml"
    path.write_text(path.read_text("utf-8").replace("Painting of buoys", "Painting of all buoys"), "utf-8")
    told = json.loads(run("verify", "reports/annual-2008.pdf", "--json", cwd=made_up).out)
    assert (told[0]["state"], told[0]["current"]) == ("as-built", False)


def _repack(path: Path, *, change: bool) -> None:
    """Write a Word file's parts again without compression, one letter changed if asked."""
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as new:
        for name in old.namelist():
            part = old.read(name)
            if change and name == "word/document.xml":
                assert b"Guangzhou" in part
                part = part.replace(b"Guangzhou", b"Guangzhow", 1)
            new.writestr(name, part)
    path.write_bytes(packed.getvalue())
