"""Every way in which a template's XML can be wrong is told with its place, its path and what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from egci_reports.engine.document import parsing
from egci_reports.engine.document.nodes import Words
from egci_reports.engine.document.parser import parse
from egci_reports.errors import TemplateError
from tests.engine.document.made import META, refused

ROW = "<tr><td>a</td><td>b</td></tr>"
HEAD = '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'


def table(head: str = HEAD, body: str = ROW, more: str = "") -> str:
    return f"<table><caption>C</caption>{more}{head}<tbody>{body}</tbody></table>"


def figure(attributes: str = 'data-chart="made-up" alt="It says."', inside: str = "C") -> str:
    return f"<figure {attributes}><figcaption>{inside}</figcaption></figure>"


S = "<title>S</title>"
TOTAL = ROW.replace("<tr", '<tr class="total"')
COUNTED = table(body=ROW + TOTAL).replace("<table", '@<table data-count="2"')

# The code; what is wrong, with "@" before the tag that is at fault; its path; what is said of it
FAULTS = [
    ("T111", "@<div>a</div>", "paper/div[1]", "there is no element <div>"),
    ("T111", "<p>a @<b>b</b></p>", "paper/p[1]/b[1]", "there is no element <b>"),
    ("T112", "<p>a</p><p>b @<p>c</p></p>", "paper/p[2]/p[1]", "<p> cannot stand in <p>"),
    ("T112", "@<li>a</li>", "paper/li[1]", "<li> cannot stand in <paper>"),
    ("T112", "<p>a <br>@<em>b</em></br></p>", "paper/p[1]/br[1]/em[1]", "<em> cannot stand in <br>"),
    ("T113", '<p><a href="https://example.org"><em>@<ref to="s"/></em>b</a></p><section id="s">' + S
     + "<p>a</p></section>", "paper/p[1]/a[1]/em[1]/ref[1]", "<ref> cannot stand in <a>"),
    ("T113", table(body="<tr><td>a @<note>n</note></td><td>b</td></tr>"),
     "paper/table[1]/tbody[1]/tr[1]/td[1]/note[1]", "<note> cannot stand in <table>"),
    ("T114", "@<ul>a<li>b</li></ul>", "paper/ul[1]", "<ul> cannot hold text: 'a'"),
    ("T114", "@<section>" + S + "Loose words</section>", "paper/section[1]", "cannot hold text"),
    ("T115", "@<section><p>a</p></section>", "paper/section[1]", "<section> has no <title>"),
    ("T115", "@<section>" + S + S + "<p>a</p></section>", "paper/section[1]", "more than one <title>"),
    ("T115", "@<table><caption>C</caption>" + HEAD + "</table>", "paper/table[1]", "<table> has no <tbody>"),
    ("T116", '@<p style="color: red">a</p>', "paper/p[1]", "<p> has no attribute 'style'"),
    ("T117", "<p>@<a>b</a></p>", "paper/p[1]/a[1]", "<a> needs the attribute 'href'"),
    ("T117", '<p>@<name of=" " full="X"/></p>', "paper/p[1]/name[1]", "<name> needs the attribute 'of'"),
    ("T117", "@<aside><title>T</title><p>a</p></aside>", "paper/aside[1]", "needs the attribute 'class'"),
    ("T118", '@<p class="leed">a</p>', "paper/p[1]", "<p> cannot have class='leed'"),
    ("T118", '@<p class="lead note">a</p>', "paper/p[1]", "<p> cannot have class='lead note'"),
    ("T118", '@<section class="new-page wide">' + S + "<p>a</p></section>", "paper/section[1]", "='wide'"),
    ("T118", '@<p id="Not An Id">a</p>', "paper/p[1]", "cannot have id='Not An Id'"),
    ("T118", '<p>@<a href="javascript:x">b</a></p>', "paper/p[1]/a[1]", "cannot have href='javascript:x'"),
    ("T118", '<p>@<span lang="Chinese!">b</span></p>', "paper/p[1]/span[1]", "cannot have lang='Chinese!'"),
    ("T118", table(more='<colgroup>@<col share="0"/><col/></colgroup>'), "paper/table[1]/colgroup[1]/col[1]",
     "cannot have share='0'"),
    ("T118", '@<ul data-count="²"><li>a</li></ul>', "paper/ul[1]", "cannot have data-count='²'"),
    ("T119", '<p>@<a href="https://example.org"> </a></p>', "paper/p[1]/a[1]", "<a> holds no words"),
    ("T119", "<p>a @<q></q></p>", "paper/p[1]/q[1]", "<q> holds no words"),
    ("T119", "<p>a@<note>\u00a0</note></p>", "paper/p[1]/note[1]", "<note> holds no words"),
    ("T119", "<section>@<title><br/></title><p>a</p></section>", "paper/section[1]/title[1]", "no words"),
    ("T120", table(body="@<tr><td>a</td></tr>"), "paper/table[1]/tbody[1]/tr[1]",
     "the row has 1 cells, the header row has 2"),
    ("T120", table(more="@<colgroup><col/></colgroup>"), "paper/table[1]/colgroup[1]", "and 1 <col>"),
    ("T121", table(body="").replace("<tbody>", "@<tbody>"), "paper/table[1]/tbody[1]", "table has no row"),
    ("T121", "@<ol></ol>", "paper/ol[1]", "the list has no item"),
    ("T122", table(head='<thead><tr><th scope="col">A</th>@<td>B</td></tr></thead>'),
     "paper/table[1]/thead[1]/tr[1]/td[1]", "<td> in the header row"),
    ("T122", table(body='<tr><td>a</td>@<th scope="row">b</th></tr>'),
     "paper/table[1]/tbody[1]/tr[1]/th[1]", "a header cell in the wrong place"),
    ("T122", table(body='<tr>@<th scope="col">a</th><td>b</td></tr>'),
     "paper/table[1]/tbody[1]/tr[1]/th[1]", "a header cell in the wrong place"),
    ("T122", table(body='<tr><th scope="row">a</th><td>b</td></tr>@' + ROW),
     "paper/table[1]/tbody[1]/tr[2]", "some rows begin with a header cell"),
    ("T123", "<ul><li><ol><li><ul><li>@<ol><li>a</li></ol></li></ul></li></ol></li></ul>",
     "paper/ul[1]/li[1]/ol[1]/li[1]/ul[1]/li[1]/ol[1]", "a list 4 deep"),
    ("T123", f'<aside class="note">{S}<ul><li>a@<ul><li>b</li></ul></li></ul></aside>',
     "paper/aside[1]/ul[1]/li[1]/ul[1]", "a list within a list in a box"),
    ("T124", f"<section>{S}" * 4 + f"@<section>{S}<p>a</p></section>" + "</section>" * 4,
     "paper" + "/section[1]" * 5, "a section 5 deep"),
    ("T125", f'<section>{S}@<section class="landscape">{S}<p>a</p></section></section>',
     "paper/section[1]/section[1]", "a section 2 deep cannot be 'landscape'"),
    ("T125", f'@<section first-number="3">{S}<p>a</p></section>', "paper/section[1]", "first-number without"),
    ("T126", "@" + figure('data-chart="made-up"'), "paper/figure[1]", "a figure without alt text"),
    ("T126", '@<figure data-chart="made-up" alt="It says."></figure>', "paper/figure[1]", "one caption"),
    ("T126", "@" + figure('data-chart="made-up" class="decorative"'), "paper/figure[1]", "decorative"),
    ("T127", "@" + figure('data-chart="mad-up" alt="It says."'), "paper/figure[1]", "no chart 'mad-up'"),
    ("T128", "@<dl><dt>a</dt><dt>b</dt><dd>c</dd></dl>", "paper/dl[1]", "does not pair its labels"),
    ("T128", "@<dl></dl>", "paper/dl[1]", "does not pair its labels"),
    ("T129", '@<ul data-count="3"><li>a</li><li>b</li></ul>', "paper/ul[1]", "says 3, and 2 are listed"),
    ("T129", COUNTED, "paper/table[1]", "says 2, and 1 are listed"),
    ("T129", f'@<section data-count="1">{S}<ol><li>a</li><li>b</li></ol></section>', "paper/section[1]",
     "says 1, and 2 are listed"),
    ("T129", f'@<section data-count="0">{S}<section>{S}<p>a</p></section></section>', "paper/section[1]",
     "says 0, and 1 are listed"),
    ("T130", f'<section id="a">{S}<p>a</p></section>@<p id="a">b</p>', "paper/p[1]", "'a' stands twice"),
    ("T130", '<sources><source id="x">a</source>@<source id="x">b</source></sources>',
     "paper/sources[1]/source[2]", "the id 'x' stands twice"),
    ("T131", f'<section id="area">{S}<p>@<ref to="aera"/></p></section>', "paper/section[1]/p[1]/ref[1]",
     "nothing here has the id 'aera'"),
    ("T132", '<p>a @<cite sources="a c"/></p><sources><source id="a">A</source></sources>',
     "paper/p[1]/cite[1]", "the list of sources has no 'c'"),
    ("T133", '<p id="a">a</p><p>@<ref to="a"/></p>', "paper/p[2]/ref[1]", "has no number to refer to"),
    ("T133", '<ul><li id="a">a</li></ul><p>@<ref to="a"/></p>', "paper/p[1]/ref[1]", "has no number"),
    ("T133", '<aside class="note" id="a"><title>T</title><p>a</p></aside><p>@<ref to="a"/></p>',
     "paper/p[1]/ref[1]", "has no number"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "content", "path", "said"), FAULTS, ids=[f"{code} {said}" for code, _, _, said in FAULTS]
)
def test_a_fault_is_told_at_its_tag_with_its_path(code, content, path, said):
    before, _, after = f"<paper>\n<!-- made up -->\n{content}</paper>".partition("@")
    line = before.count("\n") + 1
    (finding,) = [finding for finding in refused(before + after) if finding.code == code]
    assert said in finding.message
    assert finding.message.endswith(f"(in {path})")
    assert finding.position.file == "paper.html (rendered)"
    assert (finding.position.line, finding.position.column) == (line, len(before) - before.rfind("\n"))
    assert finding.source == (before + after).split("\n")[line - 1]


CHARACTERS = ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"]


@pytest.mark.parametrize("character", CHARACTERS, ids=[f"U+{ord(c):04X}" for c in CHARACTERS])
def test_a_character_that_xml_cannot_hold_is_told_with_the_record_before_it(character):
    xml = f'<paper>\n<p about="meetings/08#areas/0">ab{character}c</p></paper>'
    (finding,) = refused(xml)
    assert finding.code == "T101"
    assert f"U+{ord(character):04X}" in finding.message
    assert "near meetings/08#areas/0" in finding.message
    assert (finding.position.line, finding.position.column) == (2, xml.split("\n")[1].index(character) + 1)


def test_many_such_characters_are_told_as_far_as_an_officer_reads():
    assert len(refused("<paper><p>" + "\x01" * 500 + "</p></paper>")) == 20


@pytest.mark.parametrize(
    ("xml", "line", "said", "hint"),
    [
        ("<paper>\n<p>a</em></p></paper>", 2, "mismatched tag, in <p> that was opened at", "close each tag"),
        ("<paper>\n<p>a&nbsp;b</p></paper>", 2, "undefined entity, in <p>", "write the character itself"),
        ("<paper>\n<p>a & b</p></paper>", 2, "not well-formed", "write &amp; for &"),
        ("<paper>\n<p class=lead>a</p></paper>", 2, "not well-formed", "attribute values stand in quotes"),
        ("<paper>\n<p>a</p>", 2, "no element found, in <paper>", "a tag was not closed"),
        ("", 1, "no element found", "rendered nothing"),
        ("<paper/>\n<paper/>", 2, "junk after document element", "one root"),
        ('<paper>\n<p id="a" id="b">a</p></paper>', 2, "duplicate attribute", "once"),
        ("<paper>\n<p", 2, "unclosed token", "not ended with >"),
    ],
)
def test_what_is_not_well_formed_is_told_with_the_tag_that_was_open(xml, line, said, hint):
    (finding,) = refused(xml)
    assert (finding.code, finding.position.line) == ("T102", line)
    assert said in finding.message
    assert hint in finding.hint


@pytest.mark.parametrize(
    "xml",
    [
        '<!DOCTYPE paper [<!ENTITY a "b">]>\n<paper><p>&a;</p></paper>',
        '<!DOCTYPE paper SYSTEM "file:///etc/passwd">\n<paper/>',
        "<?xml-stylesheet href='x'?>\n<paper/>",
    ],
)
def test_document_types_and_instructions_are_refused(xml):
    (finding,) = refused(xml)
    assert (finding.code, finding.position.line) == ("T103", 1)


def test_tags_do_not_nest_without_end():
    (finding,) = refused("<paper>" + "<em>" * 5000)
    assert finding.code == "T104"


def test_another_root_than_a_paper_is_refused():
    assert refused("<section><title>S</title><p>a</p></section>")[0].code == "T110"


def test_all_faults_are_told_at_once_in_order_of_lines():
    findings = refused('<paper>\n<div/>\n<p clas="x">a</p>\n<ul></ul>\n<p><ref to="x"/></p></paper>')
    assert [(f.code, f.position.line) for f in findings] == [
        ("T111", 2),
        ("T116", 3),
        ("T121", 4),
        ("T131", 5),
    ]


def test_the_record_that_a_tag_speaks_of_is_told_with_its_fault():
    (finding,) = refused(
        '<paper><aside class="note" about="meetings/08"><title>T</title><p>a <b/></p></aside></paper>'
    )
    assert finding.message.endswith("(in paper/aside[1]/p[1]/b[1], about meetings/08)")


@pytest.mark.parametrize(
    ("wrong", "near"),
    [
        ("<tabel/>", "did you mean 'table'?"),
        ('<p clas="lead">a</p>', "did you mean 'class'?"),
        ('<p class="quotatoin">a</p>', "did you mean 'quotation'?"),
    ],
)
def test_the_nearest_known_name_is_offered(wrong, near):
    assert near in [finding.hint for finding in refused(f"<paper>{wrong}</paper>")]


def test_a_tag_that_carries_its_place_in_a_template_is_told_there_with_the_templates_line():
    xml = '<paper><div data-at="templates/en/x.html:7:3"/></paper>'
    with pytest.raises(TemplateError) as error:
        parse(xml, META, Words(), {}, template="x", source_line=lambda at: f"line {at.line}")
    (finding,) = error.value.findings
    assert str(finding.position) == "templates/en/x.html:7:3"
    assert finding.source == "line 7"


def test_a_place_that_an_author_wrote_is_no_place():
    (finding,) = refused('<paper>\n<div data-at="nowhere"/></paper>')
    assert finding.position.line == 2


def test_every_code_of_the_parser_is_planted_here():
    folder = Path(parsing.__file__).parent
    codes = {
        code for path in folder.glob("*.py") for code in re.findall(r'"(T\d{3})"', path.read_text("utf-8"))
    }
    planted = {code for code, *_ in FAULTS} | {"T101", "T102", "T103", "T104", "T110"}
    assert codes == planted
