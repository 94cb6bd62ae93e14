from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.engine.document.passes.numbering import label, letters, roman
from egci_reports.engine.language.wording import Wording
from tests.engine.document.made import texts

P = "<p>a</p>"


def section(*content: str, title: str = "T", **attributes: str) -> str:
    given_ = "".join(f' {name.rstrip("_").replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f"<section{given_}><title>{title}</title>{''.join(content)}</section>"


def labels(xml: str, kind: str, **paper: str) -> list[str | None]:
    return [text.label for text in texts(xml, **paper) if text.kind == kind]


def test_paragraphs_run_through_the_whole_paper():
    xml = section(P, section(P, P)) + section(P)
    assert labels(xml, "paragraph", paragraphs="numbered") == ["1", "2", "3", "4"]


def test_the_first_number_may_be_another():
    assert labels(section(P, P), "paragraph", paragraphs="numbered", first_number="2") == ["2", "3"]


def test_only_body_paragraphs_directly_in_a_section_are_numbered():
    xml = section(
        P,
        '<p class="plain">a</p><p class="quotation">a</p><p class="note">a</p>',
        f'<aside class="note"><title>B</title>{P}</aside>',
        f"<ul><li>{P}</li></ul>",
        "<officer>b\n\nc</officer>",
        '<officer class="plain">b</officer>',
        P,
    )
    numbered = [text.label for text in texts(xml, paragraphs="numbered") if (text.label or "").isdigit()]
    assert numbered == ["1", "2", "3", "4"]
    assert [t.text for t in texts(xml, paragraphs="numbered") if t.label in ("2", "3")] == ["b", "c"]


def test_a_section_may_turn_numbers_off_and_on():
    xml = section(P, paragraphs="plain") + section(P, section(P, paragraphs="plain"), P)
    assert labels(xml, "paragraph", paragraphs="numbered") == [None, "1", None, "2"]


def test_a_brief_has_numbers_of_its_own_after_which_the_papers_go_on():
    xml = section(P) + section(P, P, class_="restart") + section(P, class_="restart", first_number="5") + P
    assert labels(xml, "paragraph", paragraphs="numbered") == ["1", "1", "2", "5", "2"]


def test_headings_are_numbered_by_level():
    xml = section(section(P), section(P, section(P))) + section(section(P))
    assert labels(xml, "heading", headings="numbered") == ["1", "1.1", "1.2", "1.2.1", "2", "2.1"]


def test_headings_without_a_number_of_their_own_do_not_count():
    xml = section(P) + section(P, headings="plain") + section(P)
    assert labels(xml, "heading", headings="numbered") == ["1", None, "2"]
    xml = section(section(P, headings="numbered"), section(P, headings="numbered"), headings="plain")
    assert labels(xml, "heading") == [None, "1", "2"]


def test_annexes_have_letters_and_no_numbers():
    xml = section(P) + section(P, section(P), class_="annex", title="Names") + section(P, class_="annex")
    found = [(t.label, t.text) for t in texts(xml, headings="numbered") if t.kind == "heading"]
    assert found == [("1", "T"), (None, "Annex A: Names"), (None, "T"), (None, "Annex B: T")]


def test_the_words_of_an_annex_are_those_of_the_language():
    wording = Wording(annex="附件{letter}", annex_title="{annex}：")
    assert texts(section(P, class_="annex", title="名單"), wording)[0].text == "附件A：名單"


def test_tables_figures_and_footnotes_are_numbered_in_one_run():
    table = (
        "<table><caption>C</caption><thead><tr><th scope='col'>A</th></tr></thead>"
        "<tbody><tr><td>a</td></tr></tbody></table>"
    )
    figure = '<figure data-chart="made-up" alt="It says."><figcaption>F</figcaption></figure>'
    plain = '<figure data-chart="made-up" class="decorative"/>'
    note = "<p>a<note>n</note></p>"
    xml = section(table, plain, figure, note, class_="restart") + section(table, figure, note, note)
    found = texts(xml)
    assert [t.text for t in found if t.kind == "caption"] == [
        "Table 1: C",
        "Figure 1: F",
        "Table 2: C",
        "Figure 2: F",
    ]
    assert [t.label for t in found if t.kind == "footnote"] == ["1", "2", "3"]


def test_items_carry_their_labels_on_their_first_paragraph():
    inner = '<ol type="i"><li>b</li><li>c</li></ol>'
    xml = (
        f'<ol type="a"><li>a{inner}</li><li><p>d</p><p>e</p></li></ol><ol><li>f</li></ol><ul><li>g</li></ul>'
    )
    assert [(text.label, text.text) for text in texts(xml)] == [
        ("(a)", "a"),
        ("(i)", "b"),
        ("(ii)", "c"),
        ("(b)", "d"),
        (None, "e"),
        ("1.", "f"),
        ("•", "g"),
    ]


@pytest.mark.parametrize(
    ("index", "said"),
    [(1, "(a)"), (26, "(z)"), (27, "(aa)"), (52, "(az)"), (53, "(ba)"), (702, "(zz)"), (703, "(aaa)")],
)
def test_letters_go_on_as_in_a_spreadsheet(index, said):
    assert label("alpha", index) == said


@pytest.mark.parametrize(
    ("index", "said"),
    [(1, "i"), (4, "iv"), (9, "ix"), (14, "xiv"), (40, "xl"), (1994, "mcmxciv"), (3999, "mmmcmxcix")],
)
def test_roman_figures(index, said):
    assert roman(index) == said


@given(st.integers(1, 3999))
def test_roman_figures_add_up(index):
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}[c] for c in roman(index)]
    assert sum(-v if any(w > v for w in values[i + 1 :]) else v for i, v in enumerate(values)) == index


@given(st.integers(1, 20000))
def test_letters_follow_one_another(index):
    assert (len(letters(index)), letters(index)) < (len(letters(index + 1)), letters(index + 1))
