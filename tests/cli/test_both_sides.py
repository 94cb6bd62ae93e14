"""What each side is given in a made-up year, as the secretariat gives it out by commands."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pypdf
import pytest

from tests.cli.conftest import Run

pytestmark = pytest.mark.slow

RECIPIENTS = """
as_at: 2012-05-09
recipients:
  - {body: made-up-signal-office, code: MSO, channel: folder, papers: [annual, call, briefing]}
  - {body: made-up-development-bureau, code: MDB, channel: zip, papers: [annual, call, briefing]}
  - {body: made-up-delta-department, code: DELTA, channel: folder, papers: [{paper: annual, audience: joint}]}
"""
PAPERS = (("call", "3"), ("briefing", "3"), ("annual", "2012"))
SECRET, RELEASED = "The pier is done", "Every lamp of the made-up pier was trimmed"


def words_of(content: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages).split()
    )


def given(root: Path, code: str) -> dict[str, str]:
    """Return the words of the copies in one holder's hands, by the names of their files."""
    found: dict[str, str] = {}
    for path in sorted((root / "reports" / "distribution").rglob(f"*_{code}*")):
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as packed:
                found |= {n: words_of(packed.read(n)) for n in packed.namelist() if n.endswith(".pdf")}
        elif path.suffix == ".pdf" and not path.stem.endswith("_memo"):
            found[path.name] = words_of(path.read_bytes())
    return found


def test_each_side_is_given_what_is_its_own(run: Run, made_up_returns: Path) -> None:
    (made_up_returns / "data" / "distribution.yaml").write_text(RECIPIENTS, "utf-8")
    for paper in PAPERS:
        ran = run("distribute", *paper, "--issue", cwd=made_up_returns)
        assert ran.code == 0, ran.err

    own = given(made_up_returns, "MSO")
    assert len(own) == 3
    (part,) = (words for name, words in own.items() if "briefing" in name)
    assert SECRET in part

    zipped = given(made_up_returns, "MDB")
    assert any("call-3" in name for name in zipped)
    assert not any(SECRET in words for words in zipped.values())

    (words,) = given(made_up_returns, "DELTA").values()
    assert "Circulation Both sides" in words
    assert RELEASED in words
    assert SECRET not in words
    assert "Register of returns" not in words
