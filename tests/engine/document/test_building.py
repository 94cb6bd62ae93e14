"""What well-formed templates become."""

from __future__ import annotations

import pytest

from egci_reports.engine.document.nodes import (
    Break,
    Callout,
    Column,
    Fields,
    Figure,
    Footnote,
    ItemList,
    Link,
    Name,
    Paragraph,
    Section,
    Styled,
    Table,
    Text,
    TitleBlock,
)
from egci_reports.engine.document.vocabulary import VOCABULARY
from tests.engine.document.made import CHART, block, read, refused, tree


def content(xml: str):
    return block(f"<p>{xml}</p>").content


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        ("  a \n\t b  ", (Text("a b"),)),
        ("a <em> b </em> c", (Text("a "), Styled("emphasis", (Text("b "),)), Text("c"))),
        ("a <em>b </em>", (Text("a "), Styled("emphasis", (Text("b"),)))),
        ("a<em> </em>b", (Text("a"), Styled("emphasis", (Text(" "),)), Text("b"))),
        ("a <br/> b", (Text("a"), Break(), Text("b"))),
        ("a <note> n </note> b", (Text("a"), Footnote((Text("n"),)), Text(" b"))),
        ("a\u00a0 b", (Text("a\u00a0 b"),)),
        ("a <!-- said to authors --> b", (Text("a b"),)),
        ("<![CDATA[a < b]]>", (Text("a < b"),)),
        ("a &lt;em&gt; &amp; &#x7cb5;", (Text("a <em> & 粵"),)),
        ("a <strong></strong> b", (Text("a b"),)),
        ('a <span lang="fr">b</span> c', (Text("a "), Text("b", "fr"), Text(" c"))),
        ('<span lang="fr">a <em>b</em></span>', (Text("a ", "fr"), Styled("emphasis", (Text("b", "fr"),)))),
        ('<a href="https://example.org/">a</a>', (Link("https://example.org/", (Text("a"),)),)),
        ("<q>a</q>", (Text("“a”"),)),
        ("x <q> a <em>b</em> </q> y", (Text("x “a "), Styled("emphasis", (Text("b"),)), Text("” y"))),
        ("<q>a “b” c</q>", (Text("“a ‘b’ c”"),)),
    ],
)
def test_white_space_collapses_and_inlines_keep_their_meaning(xml, expected):
    assert content(xml) == expected


def test_a_name_carries_what_the_record_says():
    (name,) = content(
        '<name of="x" full=" A\n B " short="" present="C" form="full" article="no" lead="the"/>'
    )
    assert name == Name("x", "A B", None, "C", "full", article=False, lead="the")


def test_text_between_blocks_of_an_item_becomes_paragraphs():
    (item,) = block("<ul><li>a <em>b</em><ul><li>c</li></ul>d</li></ul>").items
    first, inner, last = item.children
    assert (first, last) == (
        Paragraph((Text("a "), Styled("emphasis", (Text("b"),)))),
        Paragraph((Text("d"),)),
    )
    assert isinstance(inner, ItemList)


def test_sections_take_their_level_from_nesting():
    section = block("<section><title>A</title><section><title>B</title><p>b</p></section></section>")
    assert isinstance(section, Section)
    assert (section.level, section.children[0].level) == (1, 2)


def test_a_section_carries_its_classes():
    section = block(
        '<section id="a" about="r" class="landscape new-page unlisted restart" first-number="7">'
        "<title>A</title><p>a</p></section>"
    )
    assert (section.orientation, section.new_page, section.in_contents) == ("landscape", True, False)
    assert (section.restart, section.first_number, section.anchor, section.about) == (True, 7, "a", "r")


def test_headings_of_an_annex_have_no_numbers():
    xml = '<section class="annex"><title>A</title><section><title>B</title><p>b</p></section></section>'
    (annex,) = tree(xml, headings="numbered").blocks
    assert not annex.numbered
    assert not annex.children[0].numbered


def test_a_table_carries_columns_rows_and_its_note():
    table = block(
        '<table id="t" class="compact" data-count="1"><caption>C</caption>'
        '<colgroup><col share="2.5" align="right"/><col/></colgroup>'
        '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
        '<tbody><tr about="r"><th scope="row">a</th><td about="s">b</td></tr>'
        '<tr class="total"><th scope="row">c</th><td>d</td></tr></tbody><remark>n</remark></table>'
    )
    assert isinstance(table, Table)
    assert table.columns == (Column(2.5, "right"), Column(1.0, "left"))
    assert (table.row_headers, table.compact, table.anchor, table.note) == (True, True, "t", (Text("n"),))
    first, total = table.rows
    assert (first.about, first.cells[1].about, first.total, total.total) == ("r", "s", False, True)


def test_a_table_without_row_headers():
    table = block(
        '<table><caption>C</caption><thead><tr><th scope="col">A</th></tr></thead>'
        "<tbody><tr><td>a</td></tr></tbody></table>"
    )
    assert not table.row_headers


def test_a_figure_carries_its_chart_and_what_it_says():
    figure = block('<figure data-chart="made-up" alt=" It\n says. "><figcaption>F</figcaption></figure>')
    assert figure == Figure(CHART, "It says.", (Text("F"),))


def test_boxes_facts_and_the_head_of_a_paper():
    box, facts, head = tree(
        '<aside class="gap"><title>T</title><p>a</p></aside><dl><dt>a</dt><dd about="r">b</dd></dl>'
        '<titleblock class="cover"><group>G<br/>H</group><title>T</title><p>a</p></titleblock>'
    ).blocks
    assert isinstance(box, Callout)
    assert (box.kind, box.title) == ("gap", (Text("T"),))
    assert isinstance(facts, Fields)
    assert facts.entries[0].about == "r"
    assert isinstance(head, TitleBlock)
    assert (head.cover, head.group) == (True, (Text("G"), Break(), Text("H")))


def test_an_officers_text_keeps_its_line_ends_and_has_no_markup():
    blocks = tree('<officer about="r">One &lt;em&gt;\n\n- a\n- b</officer>').blocks
    assert [one.about for one in blocks] == ["r", "r"]
    assert read("<officer>One &lt;em&gt;\n\n- a\n- b</officer>") == ["One <em>", "a", "b"]


ATTRIBUTES = {
    "of": "x", "full": "X", "to": "s", "sources": "s", "href": "https://example.org", "lang": "fr",
    "data-chart": "made-up", "class": "note", "id": "x", "scope": "row",
    "address": "x/1#y", "title": "X", "guidance": "X",
}  # fmt: skip


@pytest.mark.parametrize("element", VOCABULARY.values(), ids=list(VOCABULARY))
def test_every_element_may_stand_somewhere_and_holds_only_known_ones(element):
    assert set(element.holds) <= set(VOCABULARY)
    assert set(element.needs) <= set(element.holds)
    assert set(element.never_in) <= set(VOCABULARY)
    assert element.name == "paper" or any(element.name in other.holds for other in VOCABULARY.values())


@pytest.mark.parametrize("element", [e for e in VOCABULARY.values() if e.attributes], ids=lambda e: e.name)
def test_each_required_attribute_is_asked_for(element):
    for attribute in element.attributes:
        if attribute.required:
            given = " ".join(
                f'{other.name}="{ATTRIBUTES[other.name]}"'
                for other in element.attributes
                if other.required and other is not attribute
            )
            codes = [f.code for f in refused(f"<paper><{element.name} {given}/></paper>")]
            assert "T117" in codes


def test_the_builder_knows_every_inline_and_block():
    inlines = (
        '<strong>a</strong><em>a</em><ins>a</ins><del>a</del><q>a</q><a href="https://example.org">a</a>'
        '<span lang="fr">a</span><ref to="s"/><cite sources="x"/><name of="x" full="X"/><note>n</note><br/>'
        '<field address="x/1#y" title="X" guidance="X">f</field>'
    )
    names = {name for name in VOCABULARY["p"].holds if f"<{name}" not in inlines}
    assert names == set()
    assert content(inlines.replace('<ref to="s"/>', "").replace('<cite sources="x"/>', ""))
