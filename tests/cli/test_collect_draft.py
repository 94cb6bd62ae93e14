"""The draft pack is the form: officers fill it in, and `collect` reads it back. All words are made up."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from egci_reports.cli import main
from egci_reports.records.briefs import Confidence
from egci_reports.records.records import Records
from tests.cli.conftest import Run
from tests.conformance.required import require
from tests.forms.drafting import fields, fill_in, without_controls
from tests.forms.filling import replaced, saved_by_libreoffice
from tests.loading import load_records
from tests.made_up_pack.made import put_together

pytestmark = pytest.mark.slow

BRIEF = "briefs/04/brief-2#"
PACK = "briefs/04/pack#"
WORD = ("--format", "word")
ENTRIES = {
    f"{BRIEF}speaker": "Dr Bea Made-Up",
    f"{BRIEF}objective": "Take 120 as the number.\nCount again.\n- by day\n- by night",
    f"{BRIEF}points": "Convenor: We thank the Delta side.\nMDB：計數由我們負責。",
    f"{BRIEF}guangdong/text": "They hold to 119.",
    f"{BRIEF}guangdong/basis": "A letter",
    f"{BRIEF}guangdong/on": "10 April 2013",
    f"{BRIEF}guangdong/confidence": "medium",
    f"{BRIEF}author": "B Made-up Clerk",
    f"{BRIEF}date": "22 April 2013",
}


@pytest.fixture(scope="module")
def sent_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made-up workspace before its pack is written, with its draft in Word made; tests copy it.

    Brief 1 and the marking alone are there.
    """
    root = put_together(tmp_path_factory.mktemp("sent") / "ws")
    shutil.rmtree(root / "data/annexes")
    (root / "data/briefs/04/brief-2.yaml").unlink()
    (root / "data/briefs/04/brief-1.yaml").write_text(
        "# MADE UP: words that no officer wrote.\nplenary: 4\narea: 1\n"
        "lead: made-up-signal-office  # as agreed\n"
        "objective: Half of the glass.  # to be settled\nauthor: A Made-up Clerk\ndate: 2013-04-22\n",
        "utf-8",
    )
    (root / "data/briefs/04/pack.yaml").write_text("plenary: 4\nmarking: MADE UP\n", "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert main(["briefing", "4", "--format", "word", "--quiet"]) == 0
    return root


@pytest.fixture
def root(sent_out: Path, tmp_path: Path) -> Path:
    """That workspace, to be changed at will."""
    return Path(shutil.copytree(sent_out, tmp_path / "ws"))


@pytest.fixture
def draft(root: Path) -> bytes:
    return (root / "reports/briefing-4.docx").read_bytes()


def back(root: Path, **files: bytes) -> None:
    folder = root / "back"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for name, docx in files.items():
        (folder / f"{name}.docx").write_bytes(docx)


def records(root: Path) -> Records:
    return load_records(root / "data")


def test_what_was_typed_is_shown_and_written_only_with_yes(run: Run, root: Path, draft: bytes) -> None:
    back(root, filled=fill_in(draft, ENTRIES))
    ran = run("collect", "back", cwd=root)
    assert ran.code == 0, ran.err
    assert "Brief 2, Objective: - -> Take 120 as the number." in " ".join(ran.out.split())
    assert not (root / "data/briefs/04/brief-2.yaml").exists()
    assert run("collect", "back", "--yes", cwd=root).code == 0
    brief = records(root).brief(4, 2)
    assert brief.objective == "Take 120 as the number.\n\nCount again.\n\n- by day\n- by night"
    assert [(point.by, point.say) for point in brief.points] == [
        ("Convenor", "We thank the Delta side."),
        ("MDB", "計數由我們負責。"),
    ]
    assert brief.guangdong is not None
    assert brief.guangdong.confidence is Confidence.MEDIUM
    assert (brief.author, str(brief.date)) == ("B Made-up Clerk", "2013-04-22")
    assert run("check", cwd=root).code == 0


def test_a_blank_erases_nothing_and_comments_stay(run: Run, root: Path, draft: bytes) -> None:
    address = "briefs/04/brief-1#"
    emptied = fill_in(draft, {f"{address}objective": "", f"{address}action": "Agree."})
    back(root, filled=emptied)
    ran = run("collect", "back", "--yes", cwd=root)
    assert "kept     Brief 1, Objective: blank in the form" in ran.out
    text = (root / "data/briefs/04/brief-1.yaml").read_text("utf-8")
    assert "objective: Half of the glass.  # to be settled" in text
    assert "lead: made-up-signal-office  # as agreed" in text
    assert records(root).brief(4, 1).action == "Agree."


def test_the_draft_that_libreoffice_filled_and_saved_is_read_alike(
    run: Run, root: Path, draft: bytes, tmp_path: Path
) -> None:
    require(shutil.which("soffice") is not None, "LibreOffice is not installed")
    (tmp_path / "office").mkdir()
    saved = saved_by_libreoffice({"filled.docx": fill_in(draft, ENTRIES)}, tmp_path / "office")["filled.docx"]
    back(root, filled=fill_in(draft, ENTRIES))
    expected = run("collect", "back", cwd=root).out
    back(root, filled=saved)
    assert run("collect", "back", cwd=root).out == expected


def test_a_draft_without_its_controls_is_read_by_its_bookmarks(run: Run, root: Path, draft: bytes) -> None:
    back(root, filled=fill_in(draft, ENTRIES))
    expected = run("collect", "back", cwd=root).out
    back(root, filled=without_controls(fill_in(draft, ENTRIES)))
    assert run("collect", "back", cwd=root).out == expected


def test_a_draft_as_it_was_sent_out_changes_nothing(run: Run, root: Path, draft: bytes) -> None:
    back(root, sent=draft)
    assert "nothing changes" in run("collect", "back", cwd=root).out
    path = root / "data/briefs/04/brief-1.yaml"
    path.write_text(path.read_text("utf-8").replace("Half of the glass.", "All of the glass."), "utf-8")
    said = run("collect", "back", cwd=root).out
    assert "nothing changes" in said
    assert "Half of the glass" not in said


def test_what_was_changed_on_both_sides_is_told_and_not_taken(run: Run, root: Path, draft: bytes) -> None:
    back(root, filled=fill_in(draft, {"briefs/04/brief-1#objective": "A third of the glass."}))
    path = root / "data/briefs/04/brief-1.yaml"
    path.write_text(path.read_text("utf-8").replace("Half of the glass.", "All of the glass."), "utf-8")
    ran = " ".join(run("collect", "back", "--yes", cwd=root).out.split())
    assert "'A third of the glass.' is not taken: since the draft was sent out" in ran
    assert records(root).brief(4, 1).objective == "All of the glass."


def test_officers_fill_in_a_draft_each(run: Run, root: Path, draft: bytes) -> None:
    steering = {
        f"{PACK}steering/purpose": "To take stock.",
        f"{PACK}steering/author": "The Made-up Secretary",
        f"{PACK}steering/date": "23 April 2013",
    }
    agenda = {
        f"{PACK}agenda/items/+": "1. Opening\n2. Lamps; Made-up Signal Office",
        f"{PACK}agenda/author": "The Made-up Secretary",
        f"{PACK}agenda/date": "23 April 2013",
    }
    back(root, one=fill_in(draft, steering), other=fill_in(draft, agenda))
    assert run("collect", "back", "--yes", cwd=root).code == 0
    pack = records(root).pack(4)
    assert pack.steering.purpose == "To take stock."
    assert [(item.text, item.lead) for item in pack.agenda.items] == [
        ("Opening", None),
        ("Lamps", "made-up-signal-office"),
    ]
    assert pack.marking == "MADE UP"


def test_two_drafts_that_say_different_things_are_told(run: Run, root: Path, draft: bytes) -> None:
    one, other = ({f"{PACK}steering/purpose": text} for text in ("To take stock.", "To settle the plan."))
    signed = {f"{PACK}steering/author": "The Made-up Secretary", f"{PACK}steering/date": "23 April 2013"}
    back(root, one=fill_in(draft, {**one, **signed}), other=fill_in(draft, other))
    ran = run("collect", "back", "--yes", cwd=root)
    said = " ".join(ran.out.split())
    assert "'To settle the plan.' is not taken: another draft in the folder changes it too" in said
    assert records(root).pack(4).steering.purpose == "To take stock."


def test_words_without_who_wrote_them_and_when_are_told_and_not_taken(
    run: Run, root: Path, draft: bytes
) -> None:
    back(root, filled=fill_in(draft, {f"{PACK}steering/purpose": "To take stock."}))
    said = " ".join(run("collect", "back", "--yes", cwd=root).out.split())
    assert "Chairman’s sheet, Why we meet: 'To take stock.' is not taken: who wrote it" in said
    assert "nothing changes" in said


def test_what_is_typed_elsewhere_is_told(run: Run, root: Path, draft: bytes) -> None:
    changed = replaced(draft, "what each side has said", "what a rumour has said")
    beside = replaced(
        changed,
        "</w:sdtContent></w:sdt><w:bookmarkEnd",
        "</w:sdtContent></w:sdt><w:r><w:t>typed beside</w:t></w:r><w:bookmarkEnd",
    )
    back(root, filled=beside)
    said = " ".join(run("collect", "back", cwd=root).out.split())
    assert "what a rumour has said" in said
    assert "typed outside the fields: 'typed beside" in said


def test_a_prompt_left_standing_is_no_entry(run: Run, root: Path, draft: bytes) -> None:
    prompt = "What the other side is likely to hold"
    back(
        root,
        filled=fill_in(draft, {f"{BRIEF}guangdong/text": prompt, f"{BRIEF}objective": f"Agree.{prompt}"}),
    )
    said = " ".join(run("collect", "back", cwd=root).out.split())
    assert "nothing changes" in said


def test_a_clearance_falls_as_the_words_change(run: Run, root: Path, draft: bytes) -> None:
    ran = run("clear", "brief", "4", "1", "--by", "The Made-up Signal Master", "--on", "2013-04-25", cwd=root)
    assert ran.code == 0, ran.err
    back(root, filled=fill_in(draft, {"briefs/04/brief-1#objective": "A third of the glass."}))
    said = " ".join(run("collect", "back", cwd=root).out.split())
    assert "a field that the draft does not have as it is made now holds 'A third of the glass.'" in said


def test_a_numbered_edition_and_what_is_cleared_have_no_controls(run: Run, tmp_path: Path) -> None:
    root = put_together(tmp_path / "whole")
    assert run("briefing", "4", "--edition", "1.0", "--marking", "MADE UP", *WORD, cwd=root).code == 0
    assert fields((root / "reports/briefing-4-1.0.docx").read_bytes()) == {}
    assert run("briefing", "4", *WORD, cwd=root).code == 0
    found = {one.partition("#")[0] for one in fields((root / "reports/briefing-4.docx").read_bytes())}
    assert "briefs/04/brief-1" not in found


def test_a_departments_part_has_its_own_fields_alone(run: Run, root: Path) -> None:
    assert run("briefing", "4", "--for", "made-up-signal-office", *WORD, cwd=root).code == 0
    (path,) = (root / "reports").glob("briefing-4-*made-up-signal-office*.docx")
    found = fields(path.read_bytes())
    slip = "briefs/04/slip-made-up-signal-office"
    assert {one.partition("#")[0] for one in found} == {"briefs/04/brief-1", slip}
    assert not any("guangdong" in one for one in found)
    typed = {"briefs/04/brief-1#action": "Agree on half.", f"{slip}#answer": "Confirmed."}
    back(root, filled=fill_in(path.read_bytes(), typed))
    ran = run("collect", "back", "--yes", cwd=root)
    assert ran.code == 0, ran.err
    assert records(root).brief(4, 1).action == "Agree on half."
    assert "Confirmed." in {one.answer for one in records(root).returns_for(4)}
