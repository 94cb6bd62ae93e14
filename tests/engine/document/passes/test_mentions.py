from __future__ import annotations

import pytest

from egci_reports.engine.language.wording import Wording
from tests.engine.document.made import read, resolved, texts

OFFICE = '<name of="office" full="Made-up Office" short="MUO"/>'
OLD = '<name of="lamps" full="Lamp Office" short="LO" present="Lamp Bureau"/>'
NEW = '<name of="lamps" full="Lamp Bureau" short="LB"/>'
PERSON = '<name of="somebody" full="Ms Nobody Atall"/>'


def test_a_name_is_in_full_with_its_short_form_first_and_short_afterwards():
    assert read(f"<p>The {OFFICE} met.</p><p>The {OFFICE} met the {OFFICE}.</p>") == [
        "The Made-up Office (MUO) met.",
        "The MUO met the MUO.",
    ]


def test_a_name_said_once_has_no_short_form_beside_it():
    assert read(f"<p>The {OFFICE} met.</p>") == ["The Made-up Office met."]


def test_a_name_without_a_short_form_is_always_in_full():
    assert read(f"<p>{PERSON} met {PERSON}.</p>") == ["Ms Nobody Atall met Ms Nobody Atall."]


def test_the_first_mention_is_in_running_text():
    xml = (
        f"<section><title>The {OFFICE}</title><p class='quotation'>the {OFFICE}</p>"
        f"<dl><dt>Body</dt><dd>{OFFICE}</dd></dl>"
        f"<table><caption>The {OFFICE}</caption><thead><tr><th scope='col'>A</th></tr></thead>"
        f"<tbody><tr><td>{OFFICE}</td></tr></tbody></table>"
        f"<p>a<note>the {OFFICE}</note></p><p>the {OFFICE}</p><p>the {OFFICE}</p></section>"
    )
    assert [text.text for text in texts(xml) if text.text not in ("a", "A", "Body")] == [
        "The Made-up Office",
        "the Made-up Office",
        "Made-up Office",
        "Table 1: The Made-up Office",
        "Made-up Office",
        "the Made-up Office",
        "the Made-up Office (MUO)",
        "the MUO",
    ]


def test_after_the_first_mention_cells_and_notes_are_short_and_titles_stay_in_full():
    xml = (
        f"<section><title>S</title><p>the {OFFICE}<note>the {OFFICE}</note></p>"
        f"<dl><dt>Body</dt><dd>{OFFICE}</dd></dl><section><title>The {OFFICE}</title>"
        "<p>a</p></section></section>"
    )
    assert read(xml)[1:] == [
        "the Made-up Office (MUO)",
        "the MUO",
        "Body",
        "MUO",
        "The Made-up Office",
        "a",
    ]


def test_a_short_form_that_is_printed_in_a_table_alone_is_introduced_all_the_same():
    xml = f"<p>the {OFFICE}</p><dl><dt>Body</dt><dd>{OFFICE}</dd></dl>"
    assert read(xml) == ["the Made-up Office (MUO)", "Body", "MUO"]


def test_a_form_may_be_asked_for():
    full, short = OFFICE.replace("/>", ' form="full"/>'), OFFICE.replace("/>", ' form="short"/>')
    assert read(f"<p>{OFFICE}, {OFFICE}, {full}, {short}</p>") == [
        "Made-up Office (MUO), MUO, Made-up Office, MUO"
    ]


def test_todays_name_is_said_once_at_the_first_mention():
    assert read(f"<p>the {OLD}</p><p>the {OLD}</p>") == [
        "the Lamp Office (LO) (now the Lamp Bureau)",
        "the LO",
    ]


def test_a_short_form_that_stands_before_the_first_mention_is_introduced_there():
    short = OFFICE.replace("/>", ' form="short"/>')
    assert read(f"<p>{short}</p><p>{OFFICE}</p>") == ["MUO", "Made-up Office (MUO)"]


def test_todays_name_is_in_full_where_its_short_form_comes_later():
    assert read(f"<p>the {OLD}</p><p>the {NEW}, {NEW}</p>")[0] == "the Lamp Office (now the Lamp Bureau)"


def test_todays_name_is_short_where_it_was_introduced():
    assert read(f"<p>{NEW}, {NEW}</p><p>the {OLD}</p>") == [
        "Lamp Bureau (LB), LB",
        "the Lamp Office (now LB)",
    ]


def test_the_article_stands_before_the_full_name_and_not_before_the_short_one():
    led = OFFICE.replace("/>", ' lead="the"/>')
    assert read(f"<p>By {led}.</p><p>By {led}.</p>") == ["By the Made-up Office (MUO).", "By MUO."]


def test_todays_name_takes_no_article_where_it_has_none():
    name = OLD.replace("/>", ' article="no"/>')
    assert read(f"<p>the {name}</p>") == ["the Lamp Office (now Lamp Bureau)"]


@pytest.mark.parametrize(
    "place", ["<title>{}</title><p>a</p>", "<title>T</title><p class='quotation'>{}</p>"]
)
def test_todays_name_is_not_said_in_titles_and_quotations(place):
    assert "now" not in " ".join(read(f"<section>{place.format(OLD)}</section>"))


def test_two_names_of_one_body_are_introduced_each():
    assert read(f"<p>{NEW}, {NEW}, {OLD}, {OLD}</p>") == [
        "Lamp Bureau (LB), LB, Lamp Office (LO) (now LB), LO"
    ]


def test_a_brief_is_read_alone():
    brief = f'<section class="restart"><title>B</title><p>{OFFICE}, {NEW}</p><p>{OFFICE}, {NEW}</p></section>'
    assert read(f"<p>{OFFICE}</p><p>{OFFICE}</p>{brief}<p>{OFFICE}, {NEW}</p>") == [
        "Made-up Office (MUO)",
        "MUO",
        "B",
        "Made-up Office (MUO), Lamp Bureau (LB)",
        "MUO, LB",
        "MUO, Lamp Bureau",
    ]


def abbreviations(xml: str) -> list[tuple[str | None, str]]:
    return [(text.label, text.text) for text in texts(xml) if text.kind == "abbreviation"]


def test_the_list_holds_the_short_forms_that_are_printed_in_order_of_the_alphabet():
    bells = '<name of="bells" full="A Bell Office" short="zB"/>'
    xml = f"<abbreviations/><p>{bells}, {bells}, {OFFICE}, {OFFICE}, {NEW}, {OLD}, {OLD}, {PERSON}</p>"
    assert abbreviations(xml) == [
        ("LO", "Lamp Office (now the Lamp Bureau)"),
        ("MUO", "Made-up Office"),
        ("zB", "A Bell Office"),
    ]


def test_the_list_of_a_brief_is_its_own_and_the_papers_holds_all():
    brief = f'<section class="restart"><title>B</title><abbreviations/><p>{OFFICE}, {OFFICE}</p></section>'
    xml = f"<abbreviations/><p>{NEW}, {NEW}</p>{brief}"
    assert [short for short, _ in abbreviations(xml)] == ["LB", "MUO", "MUO"]


def test_the_words_around_names_are_those_of_the_language():
    wording = Wording(
        introduced="{full}（{short}）", now="{name}（今{present}）", now_the="{name}（今{present}）"
    )
    assert read(f"<p>{OLD}，{OLD}</p>", wording) == ["Lamp Office（LO）（今Lamp Bureau），LO"]


def test_no_name_is_left_in_a_resolved_paper():
    xml = f"<titleblock><group>{OFFICE}</group><title>{OFFICE}</title></titleblock><p><em>{OFFICE}</em></p>"
    assert "Name(" not in repr(resolved(xml))


def test_names_join_with_the_words_around_them_into_one_text():
    (paragraph,) = resolved(f"<p>The {OFFICE} met.</p>").blocks
    assert len(paragraph.content) == 1


def test_names_do_not_join_with_words_in_another_language():
    (paragraph,) = resolved(f'<p>{OFFICE}, {PERSON}<span lang="fr">bureau</span></p>').blocks
    assert [text.lang for text in paragraph.content] == [None, "fr"]
