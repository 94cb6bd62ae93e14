"""The letters that go with copies, as their readers have them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from egci_reports.distribution import letters
from egci_reports.distribution.issuance import Issuance
from egci_reports.engine.document.checks import check, unprintable
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.writers.formats import DEFAULT_FORMATS
from egci_reports.errors import Finding
from tests.distribution.made import ALL, edition, issuance, paper, posts
from tests.distribution.one_paper import issue, plan
from tests.plain_text import MADE_UP_FORMAT
from tests.plain_text.artifact import SIGNATURE
from tests.readers.pdf import blocks_of

pytestmark = pytest.mark.slow


@pytest.fixture
def found(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What the checks of every paper find in the letters that are made."""
    findings: list[Finding] = []

    def checked(document: Document) -> tuple[Finding, ...]:
        findings.extend(check(document))
        return unprintable(document)

    monkeypatch.setattr(letters, "unprintable", checked)
    return findings


def facts(pdf: bytes) -> dict[str, str]:
    return {str(block.label): block.text for block in blocks_of(pdf) if block.role == "fact"}


def paragraphs(pdf: bytes) -> str:
    return " ".join(block.text for block in blocks_of(pdf) if block.role == "paragraph")


def first(made: Issuance) -> tuple[bytes, str, str]:
    """Return the memo, and the subject and text of the message, of the first copy."""
    files = made.make(plan(made, ALL).copies[0])
    return files.memo, files.message.subject, files.message.text


def test_a_memo_says_what_comes_for_whom_and_how_it_can_be_proved(
    tmp_path: Path, found: list[Finding]
) -> None:
    memo, _, _ = first(issuance(tmp_path, posts(2), edition("1.0")))
    told = facts(memo)
    assert told["To"] == "Made-up Post 1, Made-up Harbour Office"
    assert told["Copy"] == "1 of 2"
    assert told["Edition"] == "Edition 1.0"
    assert told["Pages"] == "1"
    assert told["File"].endswith("_v1.0_Copy01_MadeupHarbourOffice.pdf")
    assert "Marking" not in told
    assert "draft" not in paragraphs(memo)
    assert "SHA-256" in paragraphs(memo)
    assert found == []


def test_of_a_draft_and_of_a_marked_paper_letters_say_so(tmp_path: Path, found: list[Finding]) -> None:
    memo, _, text = first(issuance(tmp_path, posts(2), paper("MADE-UP SECRET")))
    assert facts(memo)["Marking"] == "MADE-UP SECRET"
    for said in (paragraphs(memo), text):
        assert "The paper is a draft." in said
        assert "The paper is marked MADE-UP SECRET." in said
    assert found == []


def test_a_message_has_a_subject_of_one_line_and_plain_paragraphs(tmp_path: Path) -> None:
    made = issuance(tmp_path, posts(2), edition("1.0"))
    _, subject, text = first(made)
    assert subject.endswith(", edition 1.0, copy 1")
    assert text.startswith("To: Made-up Post 1, Made-up Harbour Office\n\nAttached is copy 1 of 2")
    assert "<" not in text
    assert text.isascii()
    assert "  " not in text


def test_a_note_of_supersession_says_what_takes_the_copys_place(tmp_path: Path, found: list[Finding]) -> None:
    one, two, three = posts(3)
    issue(issuance(tmp_path, [one, two, three], edition("1.0")), ALL)
    later = issuance(tmp_path, [two, three], edition("1.1", "c" * 64))
    outcome = issue(later, replace(ALL, without=(three.key,)))
    paths = [path for path in outcome.notes if path.suffix == ".pdf"]
    written = [path.read_bytes() for path in paths]
    notes = {facts(note)["To"]: note for note in written}
    assert {to: facts(note)["Superseded"] for to, note in notes.items()} == {
        f"Made-up Post {n}, Made-up Harbour Office": f"Copy {n} of edition 1.0" for n in (1, 2, 3)
    }
    gone, replaced, left = (paragraphs(notes[to]) for to in sorted(notes))
    assert "No copy of edition 1.1 goes to the holder" in gone
    assert "Copy 2 of edition 1.1 takes its place" in replaced
    assert "No copy of edition 1.1 goes to the holder" in left
    issue(later, ALL)
    assert "Copy 3 of edition 1.1 takes its place" in paragraphs(paths[2].read_bytes())
    assert found == []


def test_a_note_is_written_in_each_default_format_though_it_has_no_identity(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(letters, "DEFAULT_FORMATS", (*DEFAULT_FORMATS, MADE_UP_FORMAT))
    one, two = posts(2)
    issue(issuance(tmp_path, [one, two], edition("1.0")), ALL)
    outcome = issue(issuance(tmp_path, [one], edition("1.1", "c" * 64)), ALL)
    notes = [path.read_bytes() for path in outcome.notes if path.suffix == MADE_UP_FORMAT.suffix]
    assert len(notes) == 2
    assert all(note.startswith(SIGNATURE) and b"Note of supersession" in note for note in notes)
