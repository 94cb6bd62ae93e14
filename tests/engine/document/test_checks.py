"""What no reader may meet is planted in a paper, and found at its place."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from egci_reports.engine.document import checking
from egci_reports.engine.document.checking.slip import Rule
from egci_reports.engine.document.checks import check
from egci_reports.engine.document.nodes import (
    Abbreviations,
    Callout,
    Cell,
    Contents,
    Document,
    Figure,
    Item,
    ItemList,
    Paragraph,
    Section,
    SourceList,
    Text,
)
from egci_reports.engine.language.wording import Wording
from egci_reports.engine.templating.words import load_words
from egci_reports.errors import Finding, Severity
from tests.engine.document.made import CHART, found, resolved
from tests.engine.templating.conftest import SHIPPED


@cache
def shipped() -> Wording:
    return load_words((SHIPPED,))[0].wording


LONG = "This sentence of made-up words is long enough to be noticed twice."
RECORD = "meetings/08#areas/0"


def in_paragraph(words: str) -> str:
    said = f'<p about="{RECORD}">{words}</p>'
    return f'<section paragraphs="numbered"><title>T</title><p>Fine.</p>{said}</section>'


# The code, and words of a sentence in which it is planted
PLANTED = [
    ("T211", "a mark \ufffd here", "U+FFFD"),
    ("T211", "a private \ue000 character", "U+E000"),
    ("T211", "an unassigned \u0378 character", "U+0378"),
    ("T211", "a line\u2028separator", "U+2028"),
    ("T211", "a control \u0085 character", "U+0085"),
    ("T221", "the venue is None today", "'None' in a sentence"),
    ("T221", "areas, None of them", "'None' in a sentence"),
    ("T221", "an average of nan days", "'nan'"),
    ("T221", "the date is TBC", "'TBC'"),
    ("T221", "the list [] is", "'[]'"),
    ("T221", "the slot {{ year is", "'{{'"),
    ("T221", "the object &lt;egci_reports.records.Area object at 0x7f&gt;", "object at"),
    ("T221", "a call f() stands here", "'()'"),
    ("T222", "a doubled\u00a0 space", "in a sentence"),
    ("T222", "a doubled stop..", "'..'"),
    ("T222", "a space before , a comma", "' ,'"),
    ("T222", "an open ( bracket", "'( '"),
    ("T231", "with 1 areas named", "'1 areas'"),
    ("T231", "with one plenary meetings held", "'one plenary meetings'"),
    ("T231", "with one\u00a0areas named", "number and noun do not fit"),
    ("T231", "One areas is named", "'One areas'"),
    ("T231", "named in 3 area.", "'3 area'"),
    ("T231", "there are five area in it", "'five area'"),
    ("T231", "there are 12 area of it", "'12 area'"),
    ("T241", "for closer cooperation of the two", "'cooperation'"),
    ("T241", "on October 9, 2024", "'October 9'"),
    ("T241", "on the 9th of October", "'9th of October'"),
    ("T241", "both cities signed it", "'both cities'"),
    ("T241", "a fruitful year", "'fruitful'"),
    ("T241", "as the the Office said", "'the the'"),
    ("T241", "the years 2023/24 it was", "'2023/24'"),
    ("T251", f"{LONG} And {LONG[:1].lower()}{LONG[1:]} {LONG}", "a sentence stands twice"),
]


@pytest.mark.parametrize(("code", "words", "said"), PLANTED, ids=[f"{c} {s}" for c, _, s in PLANTED])
def test_what_is_planted_in_a_sentence_is_found_there_and_nothing_else(code, words, said):
    (finding,) = found(in_paragraph(words), shipped())
    assert finding.code == code
    assert said in finding.message
    assert "(in paragraph 2)" in finding.message
    assert finding.about == RECORD
    assert finding.hint


FINE = [
    "None. None of the five is named; the list is (None recorded). Named: None",
    "the list is open ... and goes on",
    "Table 1 areas, Figure 1 areas, 21 areas, 0.1 areas, 2 001 days, 2001-1 days",
    "one of the areas, one or two areas, two areas, one area, 1 area, one list of areas, 1 of the areas",
    "the Asia-Pacific Economic Cooperation met; co-operation and co-ordination",
    "on 9 October 2024, in 2024-25, of May 2024, by 2024",
    "what it may 10 times over",
    "5 area-wide networks, one more area",
    "Chinese 粵港 and plane 2 𠮷 and 🙂 and é",
    "Yes. Yes. Yes.",
]


@pytest.mark.parametrize("words", FINE)
def test_what_is_right_is_left_alone(words):
    assert found(in_paragraph(words), shipped()) == ()


@pytest.mark.parametrize(
    "words", ["cooperation", "None here", "October 9, 2024", "1 areas", "a  ..", "TBC", "both cities!"]
)
def test_the_words_of_quotations_are_not_ours(words):
    quoted = f"<p>They said <q>the {words}</q>.</p>"
    block = f'<p class="quotation">the {words}</p>'
    assert found(quoted, shipped()) == ()
    assert found(block, shipped()) == ()


def test_characters_are_looked_at_in_quotations_too():
    assert [f.code for f in found("<p><q>a\ufffdb</q></p>")] == ["T211"]


def test_what_the_file_says_of_itself_is_looked_at():
    document = resolved("<p>Fine.</p>")
    (finding,) = check(replace(document, meta=replace(document.meta, subject="a\x07b")))
    assert (finding.code, "title of the file" in finding.message) == ("T211", True)


TABLE = """<table><caption>{}</caption><thead><tr><th scope='col'>{}</th></tr></thead>
<tbody><tr><td>{}</td></tr></tbody><remark>{}</remark></table>"""


@pytest.mark.parametrize(
    "place",
    [
        "<section><title>{}</title><p>Fine.</p></section>",
        "<ul><li>{}</li></ul>",
        "<dl><dt>{}</dt><dd>Fine.</dd></dl>",
        "<dl><dt>Fine</dt><dd>{}</dd></dl>",
        '<aside class="note"><title>{}</title><p>Fine.</p></aside>',
        '<aside class="note"><title>B</title><p>{}</p></aside>',
        "<p>Fine.<note>{}</note></p>",
        '<p>Fine <cite sources="s"/></p><sources><source id="s">{}</source></sources>',
        TABLE,
        '<figure data-chart="made-up" alt="{}"><figcaption>{}</figcaption></figure>',
        "<titleblock><group>{}</group><title>{}</title><subtitle>{}</subtitle></titleblock>",
    ],
)
def test_every_place_that_a_reader_reads_is_looked_at(place):
    xml = place.replace("{}", "with 1 areas")
    assert [f.code for f in found(xml, shipped())] == ["T231"] * xml.count("1 areas")


def test_a_word_that_is_none_may_stand_in_a_cell():
    assert found("<dl><dt>Signings</dt><dd>of None</dd></dl>", shipped()) == ()


def test_sentences_may_repeat_in_cells_and_in_briefs_that_are_read_alone():
    brief = f'<section class="restart"><title>B</title><p>{LONG}</p></section>'
    assert found(brief + brief.replace(">B<", ">C<")) == ()
    assert found(f"<p>{LONG}</p><p><q>{LONG}</q></p>") == ()
    assert found("<p>A short one.</p><p>A short one.</p>") == ()


def test_a_sentence_that_stands_twice_is_told_with_the_first_whatever_is_cited():
    cite = '<cite sources="s"/>'
    xml = (
        f'<section paragraphs="numbered"><title>T</title><p>{LONG}</p><p>{LONG[:-1]} {cite}.</p></section>'
        '<sources><source id="s">S</source></sources>'
    )
    (finding,) = found(xml)
    assert (finding.code, finding.severity) == ("T251", Severity.WARNING)
    assert "(in paragraph 2)" in finding.message
    assert finding.hint == "first in paragraph 1"


def test_style_is_told_and_does_not_stop_the_build():
    severities = {
        f.code: f.severity for _, words, _ in PLANTED for f in found(in_paragraph(words), shipped())
    }
    warnings = {code for code, severity in severities.items() if severity is Severity.WARNING}
    assert warnings == {"T241", "T251"}


# -- structure, of which the parser lets little through ----------------------------------------------------


def made(*blocks: object) -> tuple[Finding, ...]:
    document = resolved("<p>Fine.</p>")
    return check(replace(document, blocks=blocks))


WORDS = (Text("Words"),)
PARAGRAPH = Paragraph(WORDS)


def table(**changes: object) -> Document:
    document = resolved(
        "<table><caption>C</caption><thead><tr><th scope='col'>A</th><th scope='col'>B</th></tr></thead>"
        "<tbody><tr><td>a</td><td>b</td></tr></tbody></table>"
    )
    return replace(document, blocks=(replace(document.blocks[0], about=RECORD, **changes),))


STRUCTURE = [
    ("T201", (Section(1, (), (PARAGRAPH,), about=RECORD),), "a heading without words"),
    ("T201", (Section(1, WORDS, (), about=RECORD),), "nothing stands under the heading 'Words'"),
    ("T203", (Paragraph((), about=RECORD),), "an empty paragraph"),
    ("T203", (Callout("note", WORDS, (), about=RECORD),), "an empty box 'Words'"),
    ("T203", (ItemList("bullet", (Item(()),), about=RECORD),), "an empty item"),
    ("T204", (Figure(CHART, "", WORDS, number="1", about=RECORD),), "figure 1 lacks alt text or caption"),
    ("T204", (Figure(CHART, "Alt.", (), number="1", about=RECORD),), "figure 1 lacks alt text or caption"),
    ("T205", (Contents(WORDS, entries=(), about=RECORD),), "an empty list of contents"),
    ("T205", (SourceList((), about=RECORD),), "an empty list of sources"),
    ("T205", (Abbreviations(entries=(), about=RECORD),), "an empty list of abbreviations"),
    ("T206", (Section(2, WORDS, (PARAGRAPH,), about=RECORD),), "has level 2 under level 0"),
]


@pytest.mark.parametrize(("code", "blocks", "said"), STRUCTURE, ids=[f"{c} {s}" for c, _, s in STRUCTURE])
def test_what_is_empty_is_found_with_its_record(code, blocks, said):
    (finding,) = made(*blocks)
    assert (finding.code, finding.about) == (code, RECORD)
    assert said in finding.message


def test_a_skipped_level_is_found_within_sections():
    inner = Section(3, WORDS, (PARAGRAPH,))
    assert [f.code for f in made(Section(1, WORDS, (inner,)))] == ["T206"]


@pytest.mark.parametrize(
    ("code", "changes", "said"),
    [
        ("T204", {"caption": ()}, "has no caption"),
        ("T204", {"columns": ()}, "has 2 cells in the header row and 0 columns"),
    ],
)
def test_a_table_that_is_not_whole_is_found(code, changes, said):
    findings = check(table(**changes))
    assert {(f.code, f.about) for f in findings} == {(code, RECORD)}
    assert said in findings[0].message


def test_an_empty_cell_is_found_with_its_row_and_column():
    xml = (
        "<table><caption>C</caption><thead><tr><th scope='col'>A</th><th scope='col'> </th></tr></thead>"
        "<tbody><tr><td>a</td><td>b</td></tr>"
        "<tr about='bodies#x'><td>a</td><td> <em> </em></td></tr></tbody></table>"
    )
    header, cell = found(xml)
    assert header.message == "an empty cell in table 1, 'C', the header row, column 2"
    assert (cell.code, cell.about) == ("T202", "bodies#x")
    assert cell.message == "an empty cell in table 1, 'C', row 2, column 2"


def test_a_cell_that_cites_is_not_empty():
    xml = (
        "<table><caption>C</caption><thead><tr><th scope='col'>A</th></tr></thead>"
        "<tbody><tr><td><cite sources='s'/></td></tr></tbody></table>"
        "<sources><source id='s'>S</source></sources>"
    )
    assert found(xml) == ()


def test_a_fact_without_words_is_found_under_its_label():
    (finding,) = found('<dl about="meetings/08"><dt>Venue</dt><dd> </dd></dl>')
    assert (finding.code, finding.message) == ("T202", "nothing is said under the label 'Venue'")
    assert finding.about == "meetings/08"


def test_every_code_of_the_checks_is_planted_here():
    folder = Path(checking.__file__).parent
    codes = {
        code for path in folder.glob("*.py") for code in re.findall(r'"(T\d{3})"', path.read_text("utf-8"))
    }
    codes.remove(Rule.TYPEFACES.value)  # those of a theme, which the tree does not know
    assert codes == {code for code, *_ in (*PLANTED, *STRUCTURE)} | {"T202"}


def test_a_cell_by_hand_is_found_too():
    document = table()
    row = replace(document.blocks[0].rows[0], cells=(Cell(()), Cell(WORDS)))
    findings = check(replace(document, blocks=(replace(document.blocks[0], rows=(row,)),)))
    assert [f.code for f in findings] == ["T202"]


REPEATED = {
    "a fact": f"<dl><dt>Purpose</dt><dd>{LONG}</dd></dl>",
    "a footnote": f"<p>Short.<note>{LONG}</note></p>",
    "the note of a table": '<table><caption>C</caption><thead><tr><th scope="col">A</th></tr></thead>'
    f"<tbody><tr><td>1</td></tr></tbody><remark>{LONG}</remark></table>",
}
"""Where a sentence of a paragraph may stand a second time."""


@pytest.mark.parametrize("place", REPEATED)
def test_a_sentence_that_stands_twice_is_told_wherever_it_is_read(place):
    assert [finding.code for finding in found(f"<p>{LONG}</p>{REPEATED[place]}")] == ["T251"]


@pytest.mark.parametrize(("words", "told"), [(8, []), (9, ["T251"])])
def test_a_sentence_of_nine_words_is_long_enough_to_be_told_of(words, told):
    sentence = "Made-up " + "word " * (words - 2) + "ends."
    assert [finding.code for finding in found(f"<p>{sentence}</p><p>{sentence}</p>")] == told


def test_each_repetition_is_told_with_the_first_place_of_all():
    xml = f'<section paragraphs="numbered"><title>T</title>{f"<p>{LONG}</p>" * 3}</section>'
    assert [finding.hint for finding in found(xml)] == ["first in paragraph 1"] * 2
