from __future__ import annotations

from egci_reports.engine.document.dump import dump
from egci_reports.engine.document.gaps import gaps
from egci_reports.engine.document.nodes import Callout, Paragraph, Text, TitleBlock
from egci_reports.engine.document.passes.plain import plain_text
from tests.engine.document.made import resolved, texts, tree

PAPER = """
<titleblock about="head"><group>The Group</group><title>A Paper</title><subtitle>Made up</subtitle>
  <dl about="facts"><dt>Date</dt><dd about="date">9 October 2024</dd></dl></titleblock>
<section headings="numbered" about="meetings/08" id="s"><title>First</title>
  <p>One<note>Under<br/>it</note> of <em>two</em> <cite sources="x y"/>.</p>
  <ol type="a"><li about="item"><p>a</p><p>b</p></li><li><ul><li>c</li></ul></li></ol>
  <aside class="gap"><title>Gap</title><p class="quotation">d</p></aside>
  <table about="t"><caption>C</caption><thead><tr><th scope="col">H</th></tr></thead>
    <tbody><tr about="row"><td>e</td></tr><tr><td about="cell">f</td></tr></tbody><remark>g</remark></table>
  <figure data-chart="made-up" alt="It says."><figcaption>F</figcaption></figure>
  <figure data-chart="made-up" class="decorative"/>
</section>
<section class="restart"><title>Brief</title><p>h <span lang="zh-Hans-CN">粤</span></p></section>
<sources><source id="x">X</source><source id="y">Y</source></sources>
"""


def test_a_paper_is_read_in_the_order_of_its_blocks_with_kinds_labels_and_records():
    assert [(t.kind, t.label, t.text, t.about, t.scope) for t in texts(PAPER)] == [
        ("group", None, "The Group", "head", 0),
        ("title", None, "A Paper", "head", 0),
        ("subtitle", None, "Made up", "head", 0),
        ("label", None, "Date", "date", 0),
        ("fact", None, "9 October 2024", "date", 0),
        ("heading", "1", "First", "meetings/08", 0),
        ("paragraph", None, "One of two [1, 2].", "meetings/08", 0),
        ("footnote", "1", "Under\nit", "meetings/08", 0),
        ("paragraph", "(a)", "a", "item", 0),
        ("paragraph", None, "b", "item", 0),
        ("paragraph", "(b)", "", "meetings/08", 0),
        ("paragraph", "•", "c", "meetings/08", 0),
        ("box-title", None, "Gap", "meetings/08", 0),
        ("quotation", None, "d", "meetings/08", 0),
        ("caption", None, "Table 1: C", "t", 0),
        ("header", None, "H", "t", 0),
        ("cell", None, "e", "row", 0),
        ("cell", None, "f", "cell", 0),
        ("note", None, "g", "t", 0),
        ("alt", None, "It says.", "meetings/08", 0),
        ("caption", None, "Figure 1: F", "meetings/08", 0),
        ("heading", None, "Brief", None, 1),
        ("paragraph", None, "h 粤", None, 1),
        ("source", "1", "X", None, 0),
        ("source", "2", "Y", None, 0),
    ]


def test_plain_text_leaves_out_what_a_bookmark_cannot_hold():
    sources = '<sources><source id="x">X</source></sources>'
    cited = tree(f'<p>a<br/><em>b</em><note>n</note> <cite sources="x"/></p>{sources}')
    paragraph = cited.blocks[0]
    assert plain_text(paragraph.content) == "a b "


def test_a_gap_is_found_in_sections():
    assert [callout.kind for callout in gaps(resolved(PAPER).blocks)] == ["gap"]


def test_a_dump_shows_each_node_once_with_what_differs_from_the_usual():
    xml = (
        '<section id="s" headings="numbered"><title>T</title><p class="lead">a <em>b</em></p>'
        "<ul><li>c</li></ul></section>"
    )
    assert (
        dump(resolved(xml))
        == """\
Document
  meta: Meta title='Made-up paper' short_title='Made up' author='Nobody' date='2024-01-01'
  blocks:
    Section level=1 numbered=True number='1' anchor='s'
      title: 'T'
      children:
        Paragraph role='lead'
          content:
            Text text='a '
            Styled style='emphasis'
              content: 'b'
        ItemList form='bullet' anchor='s.l1'
          items:
            Item label='•' anchor='s.l1.i1'
              children:
                Paragraph
                  content: 'c'
"""
    )


def test_a_dump_shows_charts_and_leaves_out_the_words_of_the_language():
    shown = dump(resolved(PAPER))
    assert "chart: SeriesChart form='columns' categories=('2001', '2002')" in shown
    assert "Series name='Made up' values=(1.0, 2.0)" in shown
    assert "Words" not in shown
    assert "zh-Hans-CN" in shown


def test_a_gap_in_the_title_block_is_found_as_well():
    """What refuses a numbered edition is looked for before the first heading too."""
    box = Callout("gap", (Text("To follow"),), (Paragraph((Text("The marking."),)),))
    head = TitleBlock((Text("The Group"),), (Text("A Paper"),), children=(box,))
    assert list(gaps((head,))) == [box]
