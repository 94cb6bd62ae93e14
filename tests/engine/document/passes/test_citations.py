from __future__ import annotations

from tests.engine.document.made import read, texts

SOURCES = (
    '<sources><source id="a">Alpha</source><source id="b">Beta</source>'
    '<source id="c">Gamma</source></sources>'
)


def test_sources_are_numbered_in_the_order_in_which_they_are_first_cited():
    xml = f'<p>x <cite sources="c"/> y <cite sources="a"/> z <cite sources="c"/></p>{SOURCES}'
    found = texts(xml)
    assert found[0].text == "x [1] y [2] z [1]"
    assert [(t.label, t.text) for t in found[1:]] == [("1", "Gamma"), ("2", "Alpha")]


def test_a_source_that_is_not_cited_is_left_out():
    assert read(f'<p>x <cite sources="b"/></p>{SOURCES}') == ["x [1]", "Beta"]


def test_a_section_of_sources_goes_where_none_of_them_is_cited():
    section = f"<section><title>Sources</title>{SOURCES}</section>"
    assert read(f"<p>x</p>{section}") == ["x"]
    assert read(f'<p>x <cite sources="b"/></p>{section}') == ["x [1]", "Sources", "Beta"]


def test_several_sources_stand_in_one_citation_in_order_each_once():
    xml = f'<p>x <cite sources="b"/> y <cite sources="c b  a b"/></p>{SOURCES}'
    assert read(xml)[0] == "x [1] y [1, 2, 3]"


def test_the_order_is_that_of_reading_through_footnotes_tables_and_captions():
    xml = (
        '<section><title>T</title><p>x<note>n <cite sources="b"/></note> y <cite sources="c"/></p>'
        '<table><caption>C</caption><thead><tr><th scope="col">A</th></tr></thead>'
        '<tbody><tr><td>a <cite sources="a"/></td></tr></tbody></table></section>' + SOURCES
    )
    assert [text.text for text in texts(xml) if text.kind == "source"] == ["Beta", "Gamma", "Alpha"]


def test_a_list_that_stands_before_the_text_is_in_the_same_order():
    assert read(f'{SOURCES}<p>x <cite sources="c"/> <cite sources="a"/></p>')[:2] == ["Gamma", "Alpha"]
