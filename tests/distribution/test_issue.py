"""Issuing: who gets what with which number, who does not and why, once each, and what takes whose place."""

from __future__ import annotations

import email
import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from email.policy import default
from pathlib import Path

import pytest

from egci_reports.app.papers.order import Audience
from egci_reports.app.papers.receipts import sha256
from egci_reports.distribution.entries import CopyEvent, LedgerEntry, next_line
from egci_reports.distribution.issuance import Issuance
from egci_reports.distribution.issue_plan import IssueOptions
from egci_reports.distribution.ledger import read_ledger
from egci_reports.distribution.provenance import CopyStatus, provenance
from egci_reports.distribution.register import CopyRegister
from egci_reports.errors import EditionRefused, TemplateError, UsageError, WriteError
from egci_reports.records.distribution import Channel, PaperFor, Recipient
from egci_reports.records.paper_kinds import PaperKind
from tests.distribution.made import ALL, BODY, GUANGDONG, NOW, edition, issuance, one_page, paper, posts
from tests.distribution.one_paper import issue, plan
from tests.readers.pdf import blocks_of

pytestmark = pytest.mark.slow


def said(pdf: bytes) -> str:
    texts = []
    for block in blocks_of(pdf):
        texts += [block.text, *(cell.text for row in block.rows for cell in row)]
    return " ".join(texts)


def entry(kind: PaperKind, audience: Audience | None = None) -> PaperFor:
    return PaperFor(paper=kind, audience=audience)


def everything_in(root: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(root)): path.read_bytes() for path in sorted(root.rglob("*")) if path.is_file()
    }


def test_saying_what_would_be_done_writes_nothing(tmp_path: Path) -> None:
    made = issuance(tmp_path, posts(3))
    before = everything_in(tmp_path)
    planned = plan(made, ALL)
    assert [(copy.number, copy.copies, copy.holder.printed) for copy in planned.copies] == [
        (n, 3, f"Made-up Post {n}, Made-up Harbour Office") for n in (1, 2, 3)
    ]
    assert everything_in(tmp_path) == before == {}


def test_a_copy_goes_out_once_however_often_it_is_issued(tmp_path: Path) -> None:
    made = issuance(tmp_path, posts(3))
    assert [done.copy.number for done in issue(made, ALL).issued] == [1, 2, 3]
    before = everything_in(tmp_path)
    again = issue(made, ALL)
    assert again.issued == []
    assert [out.reason[:23] for out in again.left_out] == [f"has it already: copy {n}," for n in (1, 2, 3)]
    assert everything_in(tmp_path) == before


def test_a_recipient_added_later_gets_the_next_number_and_the_others_keep_theirs(tmp_path: Path) -> None:
    one, two, three = posts(3)
    issue(issuance(tmp_path, [two, three]), ALL)
    outcome = issue(issuance(tmp_path, [one, two, three]), ALL)
    assert [(done.copy.number, done.copy.copies) for done in outcome.issued] == [(3, 3)]
    held = {line.entry.recipient: line.entry.copy for line in read_ledger(tmp_path / "data")}
    assert held == {two.key: 1, three.key: 2, one.key: 3}


def test_one_left_out_now_keeps_its_number_for_later(tmp_path: Path) -> None:
    made = issuance(tmp_path, posts(3))
    first = issue(made, replace(ALL, without=(posts(3)[1].key,)))
    assert [done.copy.number for done in first.issued] == [1, 3]
    assert [out.reason for out in first.left_out] == ["left out by --without"]
    assert [(d.copy.number, d.copy.copies) for d in issue(made, ALL).issued] == [(2, 3)]


def test_a_name_that_is_no_recipients_cannot_be_left_out(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        plan(issuance(tmp_path, posts(2)), replace(ALL, without=("made-up-harbor-office",)))
    assert caught.value.findings[0].code == "U405"
    assert "made-up-harbour-office" in str(caught.value.findings[0].hint)


def test_who_gets_other_kinds_of_papers_only_is_left_out_with_that_reason(tmp_path: Path) -> None:
    other = Recipient(
        body="made-up-ferry-company", papers=tuple(map(entry, (PaperKind.HISTORY, PaperKind.BRIEFING)))
    )
    planned = plan(issuance(tmp_path, [other, *posts(1)]), ALL)
    assert [copy.number for copy in planned.copies] == [1]
    assert [out.reason for out in planned.left_out] == ["gets history and briefing papers only"]


def test_without_a_list_of_recipients_nothing_can_be_distributed(tmp_path: Path) -> None:
    made = issuance(tmp_path, posts(1))
    with pytest.raises(UsageError) as caught:
        plan(replace(made, records=made.records.with_(distribution=None)), ALL)
    assert caught.value.findings[0].code == "U401"


def test_an_internal_paper_never_goes_to_the_guangdong_side_whatever_the_list_says(tmp_path: Path) -> None:
    plain = issuance(tmp_path, [*posts(2), Recipient(body=GUANGDONG)])
    planned = plan(plain, ALL)
    assert [copy.holder.body for copy in planned.copies] == [BODY, BODY]
    assert [out.reason for out in planned.left_out] == ["gets the joint one"]
    forced = Recipient(body=GUANGDONG, papers=(entry(PaperKind.ANNUAL, Audience.INTERNAL),))
    made = issuance(tmp_path, [*posts(2), forced])
    for attempt in (plan, issue):
        with pytest.raises(EditionRefused) as caught:
            attempt(made, ALL)
        (finding,) = caught.value.findings
        assert finding.code == "E603"
        assert "annual paper for internal readers" in finding.message
        assert "Made-up Delta Department of Light" in finding.message
    assert not (tmp_path / "reports").exists()


def test_a_marked_paper_never_goes_to_the_guangdong_side(tmp_path: Path) -> None:
    master = paper("MADE-UP SECRET")
    forced = Recipient(body=GUANGDONG, papers=(entry(PaperKind.ANNUAL, Audience.INTERNAL),))
    made = issuance(tmp_path, [*posts(2), forced], master)
    for attempt in (plan, issue):
        with pytest.raises(EditionRefused) as caught:
            attempt(made, ALL)
        (finding,) = caught.value.findings
        assert finding.code == "E603"
        assert "MADE-UP SECRET" in finding.message
        assert "Made-up Delta Department of Light" in finding.message
    assert not (tmp_path / "reports").exists()
    assert read_ledger(tmp_path / "data") == ()
    wanted = replace(ALL, without=(GUANGDONG,))
    assert [done.copy.number for done in issue(made, wanted).issued] == [1, 2]


def test_a_holder_of_the_guangdong_side_is_not_told_of_a_marked_edition_either(tmp_path: Path) -> None:
    recipients = [*posts(1), Recipient(body=GUANGDONG)]
    issue(issuance(tmp_path, recipients), ALL)
    later = issuance(tmp_path, recipients, paper("MADE-UP SECRET"))
    outcome = issue(later, replace(ALL, without=(GUANGDONG,)))
    assert [path.name.split("_Copy")[1] for path in outcome.notes] == [
        "01_MadeupHarbourOffice_superseded.docx",
        "01_MadeupHarbourOffice_superseded.pdf",
    ]


@pytest.fixture
def two_editions(tmp_path: Path) -> Iterator[tuple[Issuance, Issuance]]:
    one, two, three, four = posts(4)
    return (
        issuance(tmp_path, [one, two, three], edition("1.0")),
        issuance(tmp_path, [two, three, four], edition("1.1", "c" * 64)),
    )


def test_an_edition_that_is_out_never_goes_out_with_other_content(tmp_path: Path) -> None:
    issue(issuance(tmp_path, posts(1), edition("1.0")), ALL)
    with pytest.raises(EditionRefused) as caught:
        issue(issuance(tmp_path, posts(2), edition("1.0", "c" * 64)), ALL)
    assert caught.value.findings[0].code == "E604"
    assert issue(issuance(tmp_path, posts(2), edition("1.0")), ALL).is_whole


def test_a_new_edition_keeps_numbers_and_says_whose_copies_it_supersedes(
    tmp_path: Path, two_editions: tuple[Issuance, Issuance]
) -> None:
    old, new = two_editions
    issue(old, ALL)
    assert plan(old, ALL).in_force is None
    planned = plan(new, ALL)
    assert planned.in_force is None
    assert [line.entry.copy for line in planned.earlier] == [1, 2, 3]
    outcome = issue(new, ALL)
    assert [(done.copy.number, done.copy.copies) for done in outcome.issued] == [(2, 4), (3, 4), (4, 4)]
    in_force = plan(old, ALL).in_force
    assert in_force is not None
    assert in_force.edition == new.master.issue.edition
    notes = {path.name: said(path.read_bytes()) for path in outcome.notes if path.suffix == ".pdf"}
    assert len(notes) == 3
    first, second, _ = (notes[name] for name in sorted(notes))
    assert "Made-up Post 1" in first
    assert "copy 1 of edition 1.0" in first
    assert "No copy of edition 1.1 goes to the holder" in first
    assert "Copy 2 of edition 1.1 takes its place" in second
    memo = said(outcome.issued[0].paths[1].read_bytes())
    assert "It takes the place of copy 2 of edition 1.0" in memo
    last = said(outcome.issued[2].paths[1].read_bytes())
    assert "takes the place" not in last


def test_notes_and_manifest_that_a_killed_run_did_not_come_to_are_written_by_the_next(
    two_editions: tuple[Issuance, Issuance],
) -> None:
    old, new = two_editions
    issue(old, ALL)
    issue(new, ALL)
    before = everything_in(new.folder)
    for path in new.folder.iterdir():
        if path.name.startswith("manifest") or path.stem.endswith("_superseded"):
            path.unlink()
    assert issue(new, ALL).issued == []
    assert everything_in(new.folder) == before


def test_the_ledger_says_of_a_copy_whether_it_is_genuine_altered_or_superseded_and_whose(
    two_editions: tuple[Issuance, Issuance],
) -> None:
    old, new = two_editions
    copy = issue(old, ALL).issued[1].paths[0].read_bytes()

    def register() -> CopyRegister:
        return CopyRegister.of(read_ledger(old.data))

    genuine = provenance(copy, register())
    assert genuine is not None
    assert genuine.line is not None
    assert (genuine.standing, genuine.copy) == (CopyStatus.GENUINE, 2)
    assert genuine.line.entry.holder == "Made-up Post 2, Made-up Harbour Office"
    issue(new, ALL)
    superseded = provenance(copy, register())
    assert superseded is not None
    assert superseded.standing is CopyStatus.SUPERSEDED
    assert superseded.later is not None
    assert superseded.later.edition == "1.1"
    altered = provenance(copy.replace(b"endstream", b"endstreAm", 1), register())
    assert altered is not None
    assert altered.line is not None
    assert (altered.standing, altered.line.entry.holder) == (
        CopyStatus.ALTERED,
        "Made-up Post 2, Made-up Harbour Office",
    )
    forged = old.master.layout.save(old.master.copy_text(77, 99, "Nobody"))
    unrecorded = provenance(forged, register())
    assert unrecorded is not None
    assert unrecorded.standing is CopyStatus.UNRECORDED
    assert provenance(old.master.layout.save(), register()) is None


def test_the_manifest_has_the_hash_of_every_file_and_copy(tmp_path: Path) -> None:
    channels = (Channel.FOLDER, Channel.ZIP, Channel.DRAFT)
    recipients = [one.model_copy(update={"channel": c}) for one, c in zip(posts(3), channels, strict=True)]
    made = issuance(tmp_path, recipients)
    outcome = issue(made, ALL)
    told = json.loads((made.folder / "manifest.json").read_bytes())
    on_disk = {path.name: sha256(path.read_bytes()) for path in made.folder.iterdir()}
    del on_disk["manifest.json"]
    assert {file["name"]: file["sha256"] for file in told["files"]} == on_disk
    assert [copy["sha256"] for copy in told["copies"]] == [d.line.entry.sha256 for d in outcome.issued]
    page = said((made.folder / "manifest.pdf").read_bytes()).replace(" ", "")
    for copy in told["copies"]:
        assert copy["sha256"] in page
        assert copy["holder"].replace(" ", "") in page
    assert told["ledger"]["head"] in page


def test_a_zip_file_and_a_draft_hold_the_copy_and_its_memo(tmp_path: Path) -> None:
    one, two = posts(2)
    recipients = [
        one.model_copy(update={"channel": Channel.ZIP}),
        two.model_copy(update={"channel": Channel.DRAFT}),
    ]
    first, second = issue(issuance(tmp_path, recipients), ALL).issued
    with zipfile.ZipFile(first.paths[0]) as package:
        assert package.testzip() is None
        name, memo = package.namelist()
        assert sha256(package.read(name)) == first.line.entry.sha256
        assert "Made-up Post 1" in said(package.read(memo))
    draft = email.message_from_bytes(second.paths[0].read_bytes(), policy=default)
    assert draft["X-Unsent"] == "1"
    assert draft["To"] == "post2@made-up.example"
    assert draft["Date"] is draft["From"] is None
    pdf, memo_part = draft.iter_attachments()
    assert sha256(pdf.get_content()) == second.line.entry.sha256
    assert "Made-up Post 2" in said(memo_part.get_content())
    assert "Made-up Post 2" in draft.get_body().get_content()


def test_the_same_copy_is_the_same_bytes_wherever_it_is_made(tmp_path: Path) -> None:
    channels = (Channel.FOLDER, Channel.ZIP, Channel.DRAFT)
    recipients = [one.model_copy(update={"channel": c}) for one, c in zip(posts(3), channels, strict=True)]
    for name in ("here", "there"):
        issue(issuance(tmp_path / name, recipients), ALL)
    here, there = (everything_in(tmp_path / name / "reports") for name in ("here", "there"))
    same = {name for name in here if "manifest" not in name}
    assert len(same) == 4
    assert {name: here[name] for name in same} == {name: there[name] for name in same}


def test_a_file_that_is_there_already_with_other_content_is_never_replaced(tmp_path: Path) -> None:
    made = issuance(tmp_path, posts(3))
    there = made.folder / made.name(plan(made, ALL).copies[1])
    there.parent.mkdir(parents=True)
    there.write_bytes(b"an officer's own file")
    with pytest.raises(WriteError) as caught:
        issue(made, ALL)
    assert caught.value.findings[0].code == "W312"
    assert there.read_bytes() == b"an officer's own file"
    assert [line.entry.copy for line in read_ledger(made.data)] == [1]
    there.unlink()
    assert [done.copy.number for done in issue(made, ALL).issued] == [2, 3]


def test_what_a_killed_run_left_half_written_is_taken_away_by_the_next(tmp_path: Path) -> None:
    made = issuance(tmp_path, posts(1))
    made.folder.mkdir(parents=True)
    half = made.folder / ".egci-a1b2c3"
    half.write_bytes(b"%PDF-1.7 half")
    issue(made, ALL)
    assert not half.exists()


def test_nothing_is_written_through_a_link(tmp_path: Path) -> None:
    made = issuance(tmp_path, posts(1))
    elsewhere = tmp_path / "elsewhere.pdf"
    there = made.folder / made.name(plan(made, ALL).copies[0])
    there.parent.mkdir(parents=True)
    there.symlink_to(elsewhere)
    with pytest.raises(WriteError) as caught:
        issue(made, ALL)
    assert caught.value.findings[0].code == "W312"
    assert there.is_symlink()
    assert not elsewhere.exists()


def test_a_holder_whom_no_typeface_can_name_stops_all_before_anything_is_written(tmp_path: Path) -> None:
    hostile = posts(1)[0].model_copy(update={"post": "Made-up Post \U0001f4dc"})
    with pytest.raises(TemplateError):
        issue(issuance(tmp_path, [*posts(1), hostile]), ALL)
    assert read_ledger(tmp_path / "data") == ()
    assert not (tmp_path / "reports").exists()


def test_drafts_with_other_content_are_issues_of_their_own_side_by_side(tmp_path: Path) -> None:
    first = issuance(tmp_path, posts(1))
    later = replace(one_page(), issue=one_page().issue._replace(master="d" * 64))
    issue(first, ALL)
    second = issue(issuance(tmp_path, posts(1), later), ALL)
    assert [done.copy.number for done in second.issued] == [1]
    assert {path.suffix for path in second.notes} == {".docx", ".pdf"}
    assert len({path.stem for path in second.notes}) == 1
    assert len(list((tmp_path / "reports" / "distribution").iterdir())) == 2


def test_a_copy_says_of_how_many_it_is_counting_those_that_are_out_with_others(tmp_path: Path) -> None:
    one, two, three = posts(3)
    issue(issuance(tmp_path, [one, two, three]), IssueOptions(without=(one.key,)))
    (copy,) = plan(issuance(tmp_path, [one, two]), ALL).copies
    assert (copy.number, copy.copies) == (1, 3)


@pytest.mark.parametrize("event", [CopyEvent.SENDING, CopyEvent.UNKNOWN])
def test_an_edition_that_may_have_gone_out_never_goes_out_with_other_content(
    tmp_path: Path, event: CopyEvent
) -> None:
    write_one_line(tmp_path, event)
    with pytest.raises(EditionRefused) as caught:
        plan(issuance(tmp_path, posts(1), edition("1.0", "c" * 64)), ALL)
    assert caught.value.findings[0].code == "E604"


def test_an_edition_that_certainly_went_to_nobody_may_change(tmp_path: Path) -> None:
    write_one_line(tmp_path, CopyEvent.FAILED)
    assert len(plan(issuance(tmp_path, posts(1), edition("1.0", "c" * 64)), ALL).copies) == 1


def write_one_line(root: Path, event: CopyEvent) -> None:
    """Write a ledger of one line: what became of a copy of edition 1.0 with the usual content."""
    paper = edition("1.0").issue.paper
    holder = ("made-up", "Made-up Office", "mail", "f.pdf", "b" * 64, 4)
    entry = LedgerEntry(event, paper, "1.0", "a" * 64, 1, 1, *holder)
    (root / "data").mkdir()
    (root / "data" / "ledger.jsonl").write_bytes(next_line(None, entry, NOW).text)


def test_an_altered_copy_is_told_of_as_the_last_issue_that_it_can_be_of(tmp_path: Path) -> None:
    """Two drafts went out under one number: of the two it is the later one that is in force."""
    issue(issuance(tmp_path, posts(1)), ALL)
    later = replace(one_page(), issue=one_page().issue._replace(master="d" * 64))
    made = issuance(tmp_path, posts(1), later)
    copy = issue(made, ALL).issued[0].paths[0].read_bytes()
    told = provenance(copy + b" ", CopyRegister.of(read_ledger(made.data)))
    assert told is not None
    assert told.line is not None
    assert (told.standing, told.line.entry.master) == (CopyStatus.ALTERED, "d" * 64)
    assert told.later is None


def test_copies_are_made_in_the_order_of_their_numbers_whatever_the_list_says(tmp_path: Path) -> None:
    one, two, three = posts(3)
    issue(issuance(tmp_path, [one, two, three], edition("1.0")), ALL)
    planned = plan(issuance(tmp_path, [three, one, two], edition("1.1", "c" * 64)), ALL)
    assert [copy.number for copy in planned.copies] == [1, 2, 3]


def test_a_body_is_left_out_with_all_its_posts(tmp_path: Path) -> None:
    planned = plan(issuance(tmp_path, posts(2)), IssueOptions(without=(BODY,)))
    assert planned.copies == ()
    assert [out.reason for out in planned.left_out] == ["left out by --without"] * 2


def test_an_altered_copy_is_told_of_under_the_edition_that_it_says_it_is_of(tmp_path: Path) -> None:
    issue(issuance(tmp_path, posts(1), edition("1.0")), ALL)
    made = issuance(tmp_path, posts(1), edition("1.1", "c" * 64))
    copy = next((tmp_path / "reports").rglob("*v1.0*Copy01*.pdf")).read_bytes()
    issue(made, ALL)
    told = provenance(copy + b" ", CopyRegister.of(read_ledger(made.data)))
    assert told is not None
    assert told.line is not None
    assert (told.standing, told.line.entry.edition) == (CopyStatus.ALTERED, "1.0")
    assert told.later is not None
