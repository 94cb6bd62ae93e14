from __future__ import annotations

from collections import Counter
from dataclasses import fields, is_dataclass
from typing import Any

from egci_reports.engine.document.nodes import Section
from tests.engine.document.made import resolved

PAPER = """
<section id="smart"><title>A</title><p>a</p><p id="own">b</p><ol><li>a<ul><li>b</li></ul></li></ol>
  <section><title>B</title><p>c</p></section>
  <table><caption>C</caption><thead><tr><th scope="col">A</th></tr></thead>
    <tbody><tr><td>a</td></tr></tbody></table>
  <figure data-chart="made-up" alt="It says."><figcaption>F</figcaption></figure></section>
<section><title>C</title><p>d <cite sources="s"/></p></section>
<sources><source id="s">S</source></sources>
"""


def anchors(node: Any) -> list[str]:
    found = [node.anchor] if getattr(node, "anchor", None) and hasattr(node, "about") else []
    for field in fields(node):
        value = getattr(node, field.name)
        for one in value if isinstance(value, tuple) else (value,):
            if is_dataclass(one):
                found += anchors(one)
    return found


def test_what_a_reader_may_point_at_has_an_anchor_from_its_place_and_none_stands_twice():
    found = anchors(resolved(PAPER, paragraphs="numbered"))
    assert max(Counter(found).values()) == 1
    assert found == [
        "smart", "smart.p1", "own", "smart.l1", "smart.l1.i1", "smart.l1.i1.l1", "smart.l1.i1.l1.i1",
        "smart.s1", "smart.s1.p1", "smart.t1", "smart.f1", "s2", "s2.p1", "source.s",
    ]  # fmt: skip


def test_anchors_in_a_section_with_an_id_stay_when_others_come_before_it():
    def inside(document):
        return [
            anchors(block)
            for block in document.blocks
            if isinstance(block, Section) and block.anchor == "smart"
        ]

    before = f"<section><title>New</title><p>n</p></section>{PAPER}"
    assert inside(resolved(before, paragraphs="numbered")) == inside(resolved(PAPER, paragraphs="numbered"))
