from __future__ import annotations

import pytest

from egci_reports.engine.document.nodes import Document, Reference
from egci_reports.engine.document.passes.rewriter import Rewriter
from egci_reports.engine.language.wording import Wording
from tests.engine.document.made import read, refused, resolved

NB = "\N{NO-BREAK SPACE}"
PAPER = """
<section id="purpose"><title>Purpose of <em>this</em> paper</title><p class="plain" id="plain">a</p></section>
<section id="areas" headings="numbered"><title>Areas</title>
  <p id="first">a</p>
  <ol type="a"><li id="item-a">a<ol type="i"><li id="item-ii">a</li></ol></li><li id="item-b">b</li></ol>
  <ol><li id="second-list">c</li></ol>
  <ul><li>d<ol type="i"><li id="under-bullet">e</li></ol></li></ul>
  <section id="inner"><title>Inner</title><p id="second">b</p>
    <aside class="note" id="box"><title>Box</title><p id="boxed">c</p><ol><li id="in-box">d</li></ol></aside>
  </section>
  <table id="table"><caption>C</caption><thead><tr><th scope="col">A</th></tr></thead>
    <tbody><tr><td>a</td></tr></tbody></table>
  <figure id="figure" data-chart="made-up" alt="It says."><figcaption>F</figcaption></figure>
  <figure id="decoration" data-chart="made-up" class="decorative"/>
  <ul id="list"><li id="bullet">a</li></ul>
  <dl id="facts"><dt>a</dt><dd>b</dd></dl>
</section>
<section id="annex" class="annex"><title>Names</title><p id="third">c</p></section>
<section id="other-annex" class="annex"><title>Dates</title><ol><li id="lone">d</li></ol></section>
"""

LABELS = {
    "purpose": "Purpose of this paper",
    "areas": "1",
    "inner": "1.1",
    "first": "1",
    "second": "2",
    "third": "3",
    "item-a": "1(a)",
    "item-ii": "1(a)(i)",
    "item-b": "1(b)",
    "second-list": "1(1)",
    "under-bullet": "1(i)",
    "in-box": "2(1)",
    "lone": "(1)",
    "table": f"Table{NB}1",
    "figure": f"Figure{NB}1",
    "annex": f"Annex{NB}A",
    "other-annex": f"Annex{NB}B",
}
WITHOUT = ["plain", "box", "boxed", "decoration", "list", "bullet", "facts"]


def paper(target: str) -> str:
    return f'{PAPER}<p class="plain">See <ref to="{target}"/>.</p>'


@pytest.mark.parametrize(("target", "said"), LABELS.items())
def test_a_reference_prints_the_number_of_its_target(target, said):
    assert read(paper(target), paragraphs="numbered")[-1] == f"See {said}."


@pytest.mark.parametrize("target", WITHOUT)
def test_what_has_no_number_is_refused_before_it_is_resolved(target):
    findings = refused(f'<paper paragraphs="numbered">{paper(target)}</paper>')
    assert [finding.code for finding in findings] == ["T133"]


def test_where_paragraphs_have_no_numbers_they_are_no_targets():
    assert [f.code for f in refused(f"<paper>{paper('first')}</paper>")] == ["T133"]
    assert [f.code for f in refused(f'<paper paragraphs="plain">{paper("first")}</paper>')] == ["T133"]


def test_the_words_before_a_number_are_those_of_the_language():
    assert read(paper("annex"), Wording(annex="附件 {letter}"))[-1] == f"See 附件{NB}A."


def test_a_reference_to_a_page_is_left_to_the_laid_out_file():
    text = read(f'{PAPER}<p>Page <ref to="areas" form="page"/></p>', paragraphs="numbered")[-1]
    assert text == "Page \N{OBJECT REPLACEMENT CHARACTER}"


class _References(Rewriter):
    def __init__(self, document: Document) -> None:
        self.found: list[Reference] = []
        self.document(document)

    def leaf(self, inline, place):
        if isinstance(inline, Reference):
            self.found.append(inline)
        return (inline,)


def test_references_forward_and_in_every_place_are_filled():
    ref = '<ref to="last"/>'
    xml = (
        f"<titleblock><group>G {ref}</group><title>T {ref}</title><subtitle>S {ref}</subtitle></titleblock>"
        f"<section><title>T {ref}</title><p>a {ref}<note>n {ref}</note></p>"
        f"<ul><li>a {ref}</li></ul><dl><dt>a {ref}</dt><dd>b {ref}</dd></dl>"
        f"<aside class='note'><title>T {ref}</title><p>a {ref}</p></aside>"
        f"<table><caption>C {ref}</caption><thead><tr><th scope='col'>A {ref}</th></tr></thead>"
        f"<tbody><tr><td>a {ref}</td></tr></tbody><remark>r {ref}</remark></table>"
        f"<figure data-chart='made-up' alt='x'><figcaption>F {ref}</figcaption></figure></section>"
        f"<sources><source id='s'>S {ref}</source></sources>"
        '<p><cite sources="s"/></p><section id="last" headings="numbered"><title>L</title><p>a</p></section>'
    )
    found = _References(resolved(xml)).found
    assert len(found) == xml.count(ref)
    assert {reference.text for reference in found} == {"1"}
