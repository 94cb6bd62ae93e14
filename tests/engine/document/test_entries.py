from __future__ import annotations

from egci_reports.engine.document.entries import entries_of, figures_of
from egci_reports.engine.document.passes.edition_numbers import in_numbers_of, numbers_of
from tests.engine.document.made import resolved

PAPER = """
<titleblock><group>The Group</group><title>A Paper</title>
  <dl><dt>Date</dt><dd>9 October 2024</dd></dl></titleblock>
<contents depth="1">Contents</contents>
<section id="areas" headings="numbered"><title>Areas</title>
  <p id="first">One<note>Under it</note> of two.</p>
  <ol type="a"><li>a<ol type="i"><li>b</li></ol></li></ol>
  <ul><li>c</li></ul>
  <table id="list"><caption>Made up</caption>
    <thead><tr><th scope="col">No.</th><th scope="col">Name</th></tr></thead>
    <tbody><tr><th scope="row">1</th><td>Lamp</td></tr></tbody><remark>Note</remark></table>
  <figure data-chart="made-up" alt="It says."><figcaption>F</figcaption></figure>
  <figure data-chart="made-up" class="decorative"/>
</section>
<section class="restart"><title>Brief 1</title><section><title>Line</title><p>d</p></section></section>
<sources><source id="x">X</source></sources><section><title>End</title><p>e <cite sources="x"/></p></section>
"""

KNOWN = """
<section id="a"><title>A</title><p id="one">Of <ref to="two"/>{more} <cite sources="y x"/>.</p>{put_in}
  <p id="two">Two <cite sources="z"/>.</p></section>
<sources><source id="x">X</source><source id="y">Y</source><source id="z">Z</source></sources>
"""


def test_each_place_has_its_kind_number_name_and_what_is_around_it() -> None:
    found = [
        (e.kind, e.label, e.name, e.scope, e.heading, e.texts)
        for e in entries_of(resolved(PAPER, paragraphs="numbered"))
    ]
    assert [one for one in found if one[0] != "figure"] == [
        ("title", "", "", "", "", ("The Group",)),
        ("title", "", "", "", "", ("A Paper",)),
        ("field", "", "Date", "", "", ("9 October 2024",)),
        ("heading", "1", "", "", "1 Areas", ("Areas",)),
        ("paragraph", "1", "", "", "1 Areas", ("One of two.",)),
        ("footnote", "1", "", "", "1 Areas", ("Under it",)),
        ("paragraph", "1(a)", "", "", "1 Areas", ("a",)),
        ("paragraph", "1(a)(i)", "", "", "1 Areas", ("b",)),
        ("paragraph", "", "", "", "1 Areas", ("c",)),
        ("caption", "Table 1", "", "", "1 Areas", ("Made up",)),
        ("columns", "Table 1", "", "", "1 Areas", ("No.", "Name")),
        ("row", "Table 1", "1", "", "1 Areas", ("1", "Lamp")),
        ("note", "Table 1", "", "", "1 Areas", ("Note",)),
        ("heading", "", "", "Brief 1", "Brief 1", ("Brief 1",)),
        ("heading", "", "", "Brief 1", "Line", ("Line",)),
        ("paragraph", "1", "", "Brief 1", "Line", ("d",)),
        ("source", "1", "x", "", "", ("X",)),
        ("heading", "", "", "", "End", ("End",)),
        ("paragraph", "2", "", "", "End", ("e [1]",)),
    ]
    ((kind, label, name, *_, texts),) = (one for one in found if one[0] == "figure")
    assert (kind, label, texts, set(figures_of(resolved(PAPER, paragraphs="numbered")))) == (
        "figure",
        "Figure 1",
        ("It says.", "F"),
        {name},
    )


def test_a_place_has_its_page_or_that_of_those_around_it_if_they_agree() -> None:
    pages = {"areas": 2, "first": 2, "areas.l1.i1": 3, "list": 3}
    found = {e.texts[0]: e.page for e in entries_of(resolved(PAPER, paragraphs="numbered"), pages)}
    assert (found["Areas"], found["One of two."], found["Under it"]) == (2, 2, None)
    assert (found["a"], found["b"], found["c"], found["1"]) == (3, 3, 3, 3)
    assert (found["A Paper"], found["e [1]"]) == (None, None)


def test_what_is_put_in_changes_no_number_that_the_edition_has() -> None:
    edition = resolved(KNOWN.format(more="", put_in=""), paragraphs="numbered")
    put_in = '<p id="new">Put in <cite sources="z"/>.</p>'
    more = ' (page <ref to="two" form="page"/>) and <ref to="new"/> <cite sources="z"/>'
    now = resolved(KNOWN.format(more=more, put_in=put_in), paragraphs="numbered")
    found = entries_of(in_numbers_of(now, numbers_of(edition, {"two": 7}), "{} now".format))
    assert [one.texts[0] for one in found] == [
        "A",
        "Of 2 (page 7) and 2 now [3] [1, 2].",
        "Put in [3].",
        "Two [3].",
        "Y",
        "X",
        "Z",
    ]


def test_new_sources_take_the_numbers_after_the_last_of_the_edition() -> None:
    edition = resolved('<p>a <cite sources="x"/></p><sources><source id="x">X</source></sources>')
    now = resolved(
        '<p>a <cite sources="y"/> <cite sources="x"/></p>'
        '<sources><source id="x">X</source><source id="y">Y</source></sources>'
    )
    entries = entries_of(in_numbers_of(now, numbers_of(edition, {}), str))
    assert [(e.texts[0], e.label) for e in entries] == [("a [2] [1]", ""), ("X", "1"), ("Y", "2")]
