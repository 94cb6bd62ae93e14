"""Forms of records: what is typed goes where it belongs, and nothing is lost or erased."""

from __future__ import annotations

import shutil
from copy import deepcopy
from datetime import date
from pathlib import Path
from typing import TypeVar
from xml.etree import ElementTree as ET

import pytest

from egci_reports.app.collecting.collected import Collected
from egci_reports.records.clearance import Clearance
from egci_reports.records.facts import settled, values
from egci_reports.records.meetings import Meeting
from egci_reports.records.records import Records
from tests.app.entering.conftest import Office
from tests.conformance.required import require
from tests.conftest import REAL
from tests.forms.filling import TEXT, W, controls, edited, fill, parts_of, run, saved_by_libreoffice, typed
from tests.loading import load_records

pytestmark = pytest.mark.slow

T = TypeVar("T")
NEXT = {
    "status": "To come",
    "mode": "In person",
    "city": "Made-up Harbour City",
    "agreed501_text": "Made up: try lamps of another colour.",
}


def changes(form: Collected) -> dict[str, str]:
    return {change.where: change.new for change in form.changes}


def meeting(office: Office, number: int) -> Meeting:
    found = load_records(office.root / "data").meeting(number)
    assert found is not None
    return found


def records(office: Office) -> Records:
    return load_records(office.root / "data")


def only(several: tuple[T, ...]) -> T:
    (one,) = several
    return one


FORMS = [
    ("meeting", 3, ""),
    ("meeting", 4, ""),
    ("plan", 3, ""),
    ("brief", 3, "brief-1"),
    ("remarks", 3, ""),
    ("paper", 0, "annual-2012"),
]


@pytest.mark.parametrize(("name", "number", "owner"), FORMS)
def test_a_form_that_comes_back_as_it_went_changes_nothing(
    office: Office, name: str, number: int, owner: str
) -> None:
    office.returned(office.form(name, number, owner), {})
    form = office.one()
    assert (form.sort, form.changes, form.unread, form.kept) == (name, (), (), ())


def test_the_same_records_give_the_same_bytes(office: Office) -> None:
    assert office.form("meeting", 3) == office.form("meeting", 3)


def test_a_plenary_that_is_not_on_file_is_made_from_its_form(office: Office) -> None:
    filled = {
        **NEXT,
        "status": "Held",
        "date": "三十",
        "head501_person": "nobody of this name",
        "hk1_body": "MSO",
        "hk1_printed": "Signals Office",
        "gd1_body": "Made-up Delta Department",
        "outcome_verb": "endorsed",
        "outcome_words": "endorsed the plan",
        "areas_said": "1",
        "area501_wording": "lighting the quays",
        "area501_tc": "照亮碼頭",
        "source501_title": "Made-up release",
        "source501_publisher": "Made-up Press Office",
        "source501_url": "https://example.org/made-up",
    }
    office.returned(office.form("meeting", 4), {**filled, "date": "8/5/2013"})
    form = office.one(yes=True)
    assert "The meeting, Date: '8/5/2013' was taken for 8 May 2013" in form.understood
    assert any("nothing on record is called 'nobody of this name'" in one for one in form.unread)
    made = meeting(office, 4)
    assert values(made.date) == (date(2013, 5, 8),)
    assert made.proposed == ()
    listed = settled(made.hong_kong)
    assert listed is not None
    assert (listed.bodies[0].body, listed.bodies[0].printed) == ("made-up-signal-office", "Signals Office")
    area = only(settled(made.areas.listed) or ())
    assert (area.wording.en, area.wording.tc, area.verb) == ("lighting the quays", "照亮碼頭", True)
    assert made.sources == ("mupo",) or len(made.sources) == 1
    assert records(office).sources[made.sources[0]].title == "Made-up release"


def test_the_post_of_a_head_goes_to_the_person(office: Office) -> None:
    entries = {"head501_person": "Ada Made-Up", "head501_post": "Made-up Signal Master"}
    office.returned(office.form("meeting", 3), entries)
    office.one(yes=True)
    person = next(one for one in records(office).people.values() if str(one.name) == "Ada Made-Up")
    assert [str(post.title) for post in person.posts if "2012-05-09" in map(str, post.seen)] == [
        "Made-up Signal Master"
    ]
    office.returned(office.form("meeting", 3), {})
    assert office.one().changes == ()


def test_bodies_that_were_only_proposed_go_when_they_come_back_blank(office: Office) -> None:
    office.returned(office.form("meeting", 4), {**NEXT, "hk2_body": "", "hk2_printed": ""})
    office.one(yes=True)
    listed = settled(meeting(office, 4).hong_kong)
    assert listed is not None
    assert [one.body for one in listed.bodies] == ["made-up-signal-office", "made-up-pier-office"]


def test_what_is_on_record_is_not_erased_by_a_blank(office: Office) -> None:
    office.returned(office.form("meeting", 3), {"hk2_body": "", "area1_wording": "", "reviewed": ""})
    form = office.one()
    assert form.changes == ()
    assert set(form.kept) == {
        "The meeting, Period reviewed, as printed",
        "Hong Kong delegation, Department or bureau 2, Department or bureau",
        "Areas of co-operation, Area 1, Words of the year",
    }


_ENDORSED = {"outcome_verb": "endorsed", "outcome_words": "endorsed the plan"}


def test_comments_and_all_other_lines_of_a_record_stay(office: Office) -> None:
    before = office.text("meetings/03.yaml")
    filled = {**_ENDORSED, "areas_hedge": "including"}
    office.returned(office.form("meeting", 3), filled)
    assert changes(office.one(yes=True)) == {
        "Outcome, Verb on the plan": "endorsed",
        "Outcome, Words on the plan": "endorsed the plan",
        "Areas of co-operation, Words that leave the list open": "including",
    }
    after = office.text("meetings/03.yaml")
    assert before.splitlines()[0].startswith("# MADE UP")
    assert set(before.splitlines()) - set(after.splitlines()) == {
        "outcome: {reviewed: reviewed the progress, verb: agreed, words: agreed on the plan}"
    }
    assert "verb: endorsed" in after
    assert (office.root / "reports" / "kept" / "meetings-03 (before 1).yaml").read_text("utf-8") == before


def test_actions_signings_and_events_go_to_their_files(office: Office) -> None:
    entries = {
        "action501_text": "Test the made-up lamps.",
        "action501_owner": "MDB",
        "action501_due": "2013年3月1日",
        "action501_source": "paragraph 4",
        "new": "2",
        "carried_forward": "4",
        "signed501_title": "Made-up Memorandum",
        "signed501_level": "Industry bodies",
        "signed501_parties": "MSO\nMade-up Delta Department",
        "event501_title": "Made-up forum on lamps",
        "event501_kind": "Forum",
        "event501_date": "10 May 2012",
    }
    before = office.text("actions.yaml")
    office.returned(office.form("meeting", 3), entries)
    form = office.one(yes=True)
    assert form.unread == ()
    found = records(office)
    assert office.text("actions.yaml").startswith(before.rstrip("\n"))
    action = next(one for one in found.actions if one.text == "Test the made-up lamps.")
    assert (action.owner, str(action.due)) == ("made-up-development-bureau", "2013-03-01")
    assert action.raised_at == len(found.meetings)
    signed = only(found.agreements)
    assert [one.body for one in signed.parties] == ["made-up-signal-office", "made-up-delta-department"]
    assert (signed.tie is not None, signed.sources) == (True, ("made-up-notes",))
    event = only(found.events)
    assert (event.tie is not None, event.kind, event.scope, signed.scope) == (
        True,
        "forum",
        "beside",
        "group",
    )


def with_row_added(form: bytes, entries: dict[str, str], of: str) -> bytes:
    """Add a row as Word does: a copy of another, the same tags in it, and fill it in."""

    def change(root: ET.Element) -> None:
        sections = [one for one in root.iter(f"{W}sdtContent") if one.find(f"{W}sdt/{W}sdtContent/{W}tr")]
        section = next(one for one in sections if any(name.startswith(of) for name in controls(one)))
        row = next(one for one in section if any(name.startswith(of) for name in controls(one)))
        copied = deepcopy(row)
        for name, text in entries.items():
            typed(controls(copied)[name], run(text))
        section.insert(list(section).index(row) + 1, copied)

    return edited(form, change)


def test_a_row_that_word_adds_comes_where_it_stands(office: Office) -> None:
    form = with_row_added(office.form("meeting", 3), {"area1_wording": "Lamps between the two"}, "area1_")
    office.returned(form, {"areas_said": "3"})
    office.one(yes=True)
    areas = settled(meeting(office, 3).areas.listed)
    assert areas is not None
    assert [str(area.wording) for area in areas] == [
        "Lamps on piers and quays",
        "Lamps between the two",
        "Buoys by day and night",
    ]


def test_a_row_without_what_makes_it_an_entry_is_told(office: Office) -> None:
    office.returned(office.form("meeting", 3), {"action501_owner": "MDB"})
    form = office.one()
    assert form.changes == ()
    (unread,) = form.unread
    assert unread == (
        "Actions, Action 2: without What is to be done it is no entry "
        "(Actions, Action 2, Who answers for it: 'Made-up Development Bureau')"
    )


def test_what_came_on_record_since_the_form_was_made_is_not_written_over(office: Office) -> None:
    form = office.form("plan", 3)
    path = office.root / "data" / "meetings" / "03.yaml"
    new = '  - {item: "2.2", text: Entered meanwhile, area: 2, lead: made-up-signal-office}\n'
    path.write_text(path.read_text("utf-8").replace("call:", new + "call:"), "utf-8")
    entered = {"number": "2.3", "text": "Entered in the form", "area": "2", "lead": "MSO"}
    office.returned(form, {f"item501_{name}": text for name, text in entered.items()})
    office.one(yes=True)
    texts = [item.text for item in meeting(office, 3).work_plan]
    assert texts[2:] == ["Entered meanwhile", "Entered in the form"]


def test_an_ambiguous_name_is_refused_with_the_candidates(office: Office) -> None:
    office.returned(office.form("meeting", 3), {"hk501_body": "Made-up Development"})
    form = office.one()
    assert form.changes == ()
    (unread,) = form.unread
    assert "'Made-up Development' may mean any of: Made-up Development Bureau; " in unread


def test_a_form_that_the_check_would_refuse_is_refused_with_the_place(office: Office) -> None:
    office.returned(office.form("plan", 3), {"item501_text": "Made-up item", "item501_number": "1.1"})
    found = office.collection()
    assert found.forms == ()
    assert {one.code for one in found.refused} == {"F709"}
    assert any("data/meetings/03.yaml" in one.message for one in found.refused)


def test_the_plan_is_entered_in_both_languages_with_both_leads(office: Office) -> None:
    entries = {
        "item501_number": "2.2",
        "item501_text": "Paint the buoys",
        "item501_tc": "為浮標上漆",
        "item501_area": "2",
        "item501_lead": "MSO",
        "item501_partner": "Made-up Delta Department",
        "item501_target": "May 2013",
    }
    office.returned(office.form("plan", 3), entries)
    office.one(yes=True)
    item = meeting(office, 3).work_plan[-1]
    assert (item.item, item.text, item.text_tc, item.area) == ("2.2", "Paint the buoys", "為浮標上漆", 2)
    assert (item.lead, item.partner) == ("made-up-signal-office", "made-up-delta-department")
    assert str(item.target) == "2013-05"


def test_a_brief_and_remarks_are_begun_by_their_forms_and_clearances_fall_with_words(office: Office) -> None:
    brief = {"author": "A Made-up Officer", "written_on": "1 May 2012", "objective": "Agree.\n\nSay why.",
             "point501_by": "Convenor", "point501_say": "Made-up words."}  # fmt: skip
    office.returned(office.form("brief", 3, "brief-1"), brief, file="brief.docx")
    remarks = {"opening_en": "Made-up welcome.", "opening_tc": "歡迎各位。", "opening_author": "MSO",
               "opening_written_on": "2 May 2012"}  # fmt: skip
    office.returned(office.form("remarks", 3), remarks, file="remarks.docx")
    assert len(office.collection(yes=True).changed) == 2
    found = records(office)
    one = only(found.briefs)
    assert (one.objective, one.points[0].say) == ("Agree.\n\nSay why.", "Made-up words.")
    opening = only(found.packs).opening
    assert (opening.en, opening.tc) == ("Made-up welcome.", "歡迎各位。")
    path = office.root / "data" / "briefs" / "03" / "pack.yaml"
    cleared = Clearance(by="Head", on=date(2012, 5, 3), fingerprint=opening.fingerprint)
    line = f"  cleared: {{by: Head, on: 2012-05-03, fingerprint: {cleared.fingerprint}}}\n"
    path.write_text(path.read_text("utf-8").replace("  en: Made-up", line + "  en: Made-up"), "utf-8")
    (office.back / "brief.docx").unlink()
    office.returned(office.form("remarks", 3), {"opening_en": "Other words."}, file="remarks.docx")
    (void,) = office.one().voided
    assert (void.by, void.clear) == ("Head", "egci-report clear pack 3 opening --by POST --on YYYY-MM-DD")


def test_paragraphs_of_a_paper_are_entered_with_author_and_circle(office: Office) -> None:
    entries = {
        "marking": "RESTRICTED",
        "text501_section": "summary",
        "text501_text": "A made-up paragraph.",
        "text501_author": "MSO",
        "text501_date": "1.6.2012",
        "text501_audience": "Both sides",
    }
    office.returned(office.form("paper", 0, "annual-2012"), entries)
    office.one(yes=True)
    paper = records(office).papers["annual-2012"]
    assert paper.marking == "RESTRICTED"
    assert only(paper.texts).text == "A made-up paragraph."


def test_two_forms_of_one_thing_refuse_each_other_and_two_of_one_file_go_together(office: Office) -> None:
    form = office.form("meeting", 3)
    for file in ("one.docx", "two.docx"):
        office.returned(form, _ENDORSED, file=file)
    assert [one.code for one in office.collection().refused] == ["F708", "F708"]
    (office.back / "two.docx").unlink()
    office.returned(office.form("plan", 3), {"item1_text": "Light the quays"}, file="plan.docx")
    assert len(office.collection(yes=True).changed) == 2
    made = meeting(office, 3)
    outcome = settled(made.outcome)
    assert outcome is not None
    assert (outcome.verb, made.work_plan[0].text) == ("endorsed", "Light the quays")


def test_what_is_in_dispute_is_locked(tmp_path: Path) -> None:
    shutil.copytree(REAL, tmp_path / "data")
    office = Office(tmp_path)
    form = office.form("meeting", 19)
    names = controls(ET.fromstring(parts_of(form)[TEXT])).keys()
    assert "city" not in names
    assert "date" in names


def test_a_list_in_dispute_is_locked_and_stays(office: Office) -> None:
    path = office.root / "data" / "meetings" / "03.yaml"
    rivals = "[{value: {bodies: [made-up-signal-office]}, sources: [made-up-notes]}, {value: {bodies: \
[made-up-pier-office]}, sources: [made-up-notes]}]"
    listed = "hong_kong: {bodies: [made-up-signal-office, made-up-development-bureau, made-up-pier-office]}"
    text = path.read_text("utf-8")
    assert listed in text
    path.write_text(text.replace(listed, f"hong_kong: {{disputed: {rivals}}}"), "utf-8")
    form = office.form("meeting", 3)
    names = controls(ET.fromstring(parts_of(form)[TEXT])).keys()
    assert not [name for name in names if name.startswith("hk")]
    office.returned(form, _ENDORSED)
    assert list(changes(office.one())) == ["Outcome, Verb on the plan", "Outcome, Words on the plan"]


def _text(form: bytes) -> bytes:
    from tests.forms.filling import parts_of

    return parts_of(form)["word/document.xml"]


def test_libreoffice_fills_and_saves_each_form_and_it_is_read_back(office: Office, tmp_path: Path) -> None:
    require(shutil.which("soffice") is not None, "LibreOffice is not installed")
    filled = {
        "meeting.docx": fill(
            office.form("meeting", 3),
            {**_ENDORSED, "area501_wording": "Made-up third area", "areas_said": "3",
             "action501_text": "Do it.", "new": "2", "carried_forward": "4",
             "action501_owner": "MSO", "action501_due": "1 June 2013", "action501_source": "paragraph 1"},
        ),
        "plan.docx": fill(office.form("plan", 3), {"item1_tc": "照亮碼頭", "item2_target": "2013"}),
        "brief.docx": fill(office.form("brief", 3, "brief-2"), {"objective": "Agree.\nToday.", "author": "A",
                                                                "written_on": "1 May 2012"}),
        "remarks.docx": fill(office.form("remarks", 3), {"closing_tc": "多謝。", "closing_author": "A",
                                                         "closing_written_on": "1 May 2012"}),
        "paper.docx": fill(office.form("paper", 0, "annual-2012"), {"text501_section": "summary",
                           "text501_text": "Made up.", "text501_author": "A", "text501_date": "1 June 2012"}),
    }  # fmt: skip
    folder = tmp_path / "office"
    folder.mkdir()
    for name, content in saved_by_libreoffice(filled, folder).items():
        (office.back / name).write_bytes(content)
    found = office.collection(yes=True)
    assert found.refused == ()
    assert {one.file: one.unread for one in found.forms} == dict.fromkeys(sorted(filled), ())
    assert {one.file: len(one.changes) for one in found.forms} == {
        "brief.docx": 3,
        "meeting.docx": 10,
        "paper.docx": 4,
        "plan.docx": 2,
        "remarks.docx": 3,
    }
    assert [str(area.wording) for area in settled(meeting(office, 3).areas.listed) or ()][2:] == [
        "Made-up third area"
    ]
    assert records(office).packs[0].closing.tc == "多謝。"


def beside(form: bytes, name: str, *put: ET.Element) -> bytes:
    """Put something right behind a field."""

    def change(root: ET.Element) -> None:
        control = controls(root)[name]
        parent = next(one for one in root.iter() if control in list(one))
        for element in reversed(put):
            parent.insert(list(parent).index(control) + 1, element)

    return edited(form, change)


def struck(text: str) -> ET.Element:
    made = run(text)
    made.insert(0, ET.Element(f"{W}rPr"))
    ET.SubElement(made[0], f"{W}strike")
    return made


def deleted(text: str) -> ET.Element:
    made = ET.Element(f"{W}del")
    made.append(run(text, "delText"))
    return made


@pytest.mark.parametrize("name", ["outcome_verb", "area1_wording"])
@pytest.mark.parametrize(
    ("put", "told"),
    [
        (run(" ask the chairman"), "typed outside the fields: 'ask the chairman'"),
        (struck("not this"), "struck through: 'not this'"),
        (deleted("was here"), "deleted by a tracked change: 'was here'"),
    ],
)
def test_what_stands_beside_a_field_is_told(office: Office, name: str, put: ET.Element, told: str) -> None:
    office.returned(beside(office.form("meeting", 3), name, put), {})
    form = office.one()
    assert form.changes == ()
    assert any(told in one for one in form.unread), form.unread


def test_controls_that_a_program_dropped_are_found_by_their_bookmarks(office: Office) -> None:
    """So WPS and old programs save: text between bookmarks, no control, and rows without their section."""

    def change(root: ET.Element) -> None:
        typed(controls(root)["area1_wording"], run("Lamps on all quays"))
        for parent in list(root.iter()):
            for child in list(parent):
                if child.tag == f"{W}sdt":
                    content = child.find(f"{W}sdtContent")
                    at = list(parent).index(child)
                    parent[at : at + 1] = list(content) if content is not None else []

    form = office.form("meeting", 3)
    for _ in range(4):  # controls stand in controls
        form = edited(form, change) if controls(ET.fromstring(parts_of(form)[TEXT])) else form
    (office.back / "form.docx").write_bytes(form)
    found = office.one()
    assert changes(found)["Areas of co-operation, Area 1, Words of the year"] == "Lamps on all quays"
    assert [one for one in found.unread if "missing" in one] == []
