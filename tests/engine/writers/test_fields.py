"""A paper that is a form: what is open and what is locked in Word, and what a reader of the PDF sees."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from egci_reports.engine.document.form_fields import compared, fields_of, read_mark, words_in
from tests.engine.document.made import resolved
from tests.engine.writers.made import made, theme
from tests.forms.drafting import fields
from tests.forms.filling import TEXT, W, parts_of
from tests.readers.pdf import blocks_of
from tests.readers.pdf_drawings import drawings

FORM = """<p>Recorded words.</p><dl>
<dt>Objective</dt><dd><field address="briefs/20/brief-3#objective" title="Objective"
 guidance="What we want">{0}</field></dd>
<dt>Written by</dt><dd><field address="briefs/20/brief-3#date" title="Date" guidance="Day" kind="date"/></dd>
<dt>How sure</dt><dd><field address="briefs/20/brief-3#guangdong/confidence" title="How sure"
 guidance="Choose"
 kind="choice" choices="high|low"/></dd></dl>"""


def test_a_field_is_a_control_with_its_address_and_the_guidance_goes_when_one_types() -> None:
    controls = fields(made(resolved(FORM.format(""))).word)
    assert list(controls) == [
        "briefs/20/brief-3#objective",
        "briefs/20/brief-3#date",
        "briefs/20/brief-3#guangdong/confidence",
    ]
    first, day, choice = (control.find(f"{W}sdtPr") for control in controls.values())
    assert first is not None
    assert day is not None
    assert choice is not None
    assert first.find(f"{W}showingPlcHdr") is not None
    assert day.find(f"{W}date") is not None
    words = [item.attrib[f"{W}value"] for item in choice.iter(f"{W}listItem")]
    assert words == ["high", "low"]
    assert all(one.find(f"{W}lock").attrib[f"{W}val"] == "sdtLocked" for one in (first, day, choice))  # type: ignore[union-attr]


def test_all_but_the_fields_is_locked() -> None:
    root = ET.fromstring(parts_of(made(resolved(FORM.format(""))).word)[TEXT])
    body = root.find(f"{W}body")
    assert body is not None
    assert [child.tag for child in body] == [f"{W}sdt", f"{W}sectPr"]
    properties = body.find(f"{W}sdt/{W}sdtPr")
    assert properties is not None
    assert properties.find(f"{W}group") is not None


def test_a_paper_without_fields_is_not_locked() -> None:
    root = ET.fromstring(parts_of(made(resolved("<p>Recorded words.</p>")).word)[TEXT])
    assert not list(root.iter(f"{W}sdt"))


def test_the_words_of_a_field_stand_in_both_files_line_by_line() -> None:
    document = resolved(FORM.format("First.\n\n- one\n- 計數"))
    (field, *_) = fields_of(document.blocks)
    assert words_in(field) == "First.\n\n- one\n- 計數"
    text = " ".join(block.text for block in blocks_of(made(document).pdf))
    assert "First. - one - 計數" in " ".join(text.split())
    assert "What we want" not in text


def test_an_empty_field_is_one_ruled_line_in_the_pdf() -> None:
    muted = theme().colour("muted")
    (empty,) = drawings(made(resolved(FORM.format(""))).pdf, muted)
    (filled,) = drawings(made(resolved(FORM.format("Words."))).pdf, muted)
    ruled = [box for box in empty if box.right - box.left > 40]
    assert len(ruled) == 3
    assert len([box for box in filled if box.right - box.left > 40]) == 2
    assert max(box.right - box.left for box in ruled) > 250


def test_the_mark_of_a_field_says_with_what_it_was_sent_out() -> None:
    document = made(resolved(FORM.format("“First” words."))).word
    names = [
        one.attrib[f"{W}name"] for one in ET.fromstring(parts_of(document)[TEXT]).iter(f"{W}bookmarkStart")
    ]
    marks = [mark for mark in map(read_mark, names) if mark is not None]
    assert [(mark.folder, mark.number) for mark in marks] == [("briefs", 20)] * 3
    assert all(len(name) <= 40 for name in names)
    assert marks[0].is_of("briefs/20/brief-3#objective")
    assert marks[0].was_sent_with('"First"  words.\n')
    assert not marks[0].was_sent_with("Second words.")
    assert read_mark("briefs/20/brief-3#objective") is not None
    assert read_mark("egci_4_abcdef01_2_2_progress") is None


def test_words_are_compared_without_what_programs_change() -> None:
    assert compared("it’s\u00a0“so”\n\n  now ") == compared('it\'s "so"\nnow')
