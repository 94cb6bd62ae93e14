from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment

from egci_reports.engine.document.nodes import Meta, Words
from egci_reports.engine.document.parser import parse
from egci_reports.engine.templating.positions import TagPositions, without_positions
from egci_reports.errors import Finding, TemplateError

META = Meta("Made up", "Made up", "Nobody", "2024-01-01")


def faults(xml: str) -> tuple[Finding, ...]:
    with pytest.raises(TemplateError) as error:
        parse(xml, META, Words(), {}, template="paper.html")
    return error.value.findings


def test_a_fault_of_the_rendered_xml_is_told_at_the_line_and_column_of_the_template(render):
    xml = render(
        "<paper>\n  {% for x in [1, 2, 3] %}\n    <p>fine</p> <pp>{{ x }}</pp>\n  {% endfor %}\n</paper>"
    )
    assert [str(f.position) for f in faults(xml)] == ["templates/en/paper.html:3:17"] * 3


def test_lines_count_on_after_tags_of_several_lines(render):
    xml = render("<paper>{#\n\n#}{% set x = [\n 1,\n] %}<!--\n-->{{\n x[0]\n}} <p\n class='x'>a</p></paper>")
    text, role = faults(xml)
    assert (text.code, text.position.line) == ("T114", 1)
    assert (role.code, str(role.position)) == ("T118", "templates/en/paper.html:8:4")


def test_faults_in_a_macro_are_told_in_its_file(render):
    xml = render('{% import "macros.html" as paper %}<paper>{{ paper.row(["a"]) }}</paper>')
    (fault,) = faults(xml)
    assert fault.code == "T112"
    assert fault.position.file == "templates/en/macros.html"
    assert fault.position.column == 1


def test_a_tag_whose_attributes_are_an_expression_has_its_place(render):
    xml = render("{% set place = ' ' %}<paper>\n <pp{{ place }}>a</pp>\n<ul{{ place }}></ul></paper>")
    places = {f.code: str(f.position) for f in faults(xml)}
    assert places["T121"] == "templates/en/paper.html:3:1"


@pytest.mark.parametrize(
    "source",
    [
        "{{ '<p>' }}",
        "{# <p> #}",
        "{% set x = '<p>' %}",
        "<!-- <p> -->",
        "<h{{ 1 }}>",
        "a <3 b",
        "<![CDATA[ <p> ]]>",
    ],
)
def test_what_is_no_tag_gets_no_place(source):
    assert TagPositions(Environment(autoescape=True)).preprocess(source, "x.html") == source


PIECES = st.lists(
    st.sampled_from(
        [
            "<p>",
            "</p>",
            "<p\n a='1'>",
            "\n",
            " ",
            "text",
            "{{ x }}",
            "{% if x %}\n",
            "{#\n<p>#}",
            "<!--\n-->",
            "<table/>",
            "<h{{ x }}>",
            "<p{{ x }}>",
            "{{ '\n' }}",
            "&lt;",
            "<br/>",
            "é",
            "粵",
        ]
    )
)


@given(PIECES)
def test_each_place_is_where_its_tag_stands_and_nothing_else_changes(pieces):
    source = "".join(pieces)
    marked = TagPositions(Environment(autoescape=True)).preprocess(source, "x.html")
    assert without_positions(marked) == source
    assert marked.count("\n") == source.count("\n")
    lines = source.split("\n")
    for name, line, column in re.findall(r'<(\w+) data-at="x\.html:(\d+):(\d+)"', marked):
        assert lines[int(line) - 1][int(column) - 1 :].startswith(f"<{name}")


def test_xml_for_people_has_no_places(render):
    xml = render('<paper>\n<p id="a">x</p></paper>')
    assert 'data-at="templates/en/paper.html:2:1"' in xml
    assert without_positions(xml) == '<paper>\n<p id="a">x</p></paper>'
