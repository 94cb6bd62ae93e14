from __future__ import annotations

from egci_reports.engine.document.nodes import Contents, ContentsEntry
from egci_reports.engine.document.passes.rewriter import Rewriter
from tests.engine.document.made import resolved, texts

SECTION = "<section{0}><title>{1}</title><p>a</p>{2}</section>"


def section(title: str, *inside: str, **attributes: str) -> str:
    given = "".join(f' {name.rstrip("_")}="{value}"' for name, value in attributes.items())
    return SECTION.format(given, title, "".join(inside))


def entries(xml: str, **paper: str) -> list[tuple[ContentsEntry, ...]]:
    found: list[tuple[ContentsEntry, ...]] = []

    class Lists(Rewriter):
        def block(self, block):
            if isinstance(block, Contents):
                found.append(block.entries or ())
            return super().block(block)

    Lists().document(resolved(xml, **paper))
    return found


def said(listed: tuple[ContentsEntry, ...]) -> list[tuple[int, str | None, str]]:
    return [(entry.level, entry.number, entry.title) for entry in listed]


def test_the_headings_are_listed_with_levels_and_numbers_down_to_the_depth():
    xml = section("A", section("B", section("C"))) + section("D")
    (two,) = entries("<contents>Contents</contents>" + xml, headings="numbered")
    assert said(two) == [(1, "1", "A"), (2, "1.1", "B"), (1, "2", "D")]
    (three,) = entries('<contents depth="3">Contents</contents>' + xml)
    assert said(three) == [(1, None, "A"), (2, None, "B"), (3, None, "C"), (1, None, "D")]


def test_titles_are_final_and_plain():
    xml = "<contents>C</contents>" + section("Names of <em>all</em><br/>bodies", class_="annex")
    assert said(entries(xml)[0]) == [(1, None, "Annex A: Names of all bodies")]


def test_an_unlisted_heading_is_left_out_and_what_is_in_it_is_not():
    xml = "<contents>C</contents>" + section("A", section("B"), class_="unlisted") + section("C")
    assert [entry.title for entry in entries(xml)[0]] == ["B", "C"]


def test_a_brief_lists_itself_alone_and_the_paper_lists_all():
    brief = section("Brief", "<contents>C</contents>", section("Inner"), class_="restart")
    whole, own = entries("<contents>C</contents>" + section("A") + brief)
    assert [entry.title for entry in whole] == ["A", "Brief", "Inner"]
    assert [entry.title for entry in own] == ["Inner"]


def test_every_entry_points_at_its_heading():
    xml = "<contents>C</contents>" + section("A", section("B"), id="a") + section("C")
    document = resolved(xml)
    anchors = [block.anchor for block in document.blocks if not isinstance(block, Contents)]
    listed = [entry.anchor for entry in entries(xml)[0]]
    assert listed == ["a", "a.s1", anchors[1]]
    assert len(set(listed)) == 3


def test_the_list_is_read_with_its_title():
    found = texts(
        '<contents>Contents</contents><section headings="numbered"><title>A</title><p>a</p></section>'
    )
    assert [(t.kind, t.label, t.text) for t in found[:2]] == [
        ("contents-title", None, "Contents"),
        ("contents", "1", "A"),
    ]
