from __future__ import annotations

from functools import cache

import pytest

from egci_reports.engine.document.nodes import Text
from egci_reports.engine.document.passes.languages import mark_languages
from egci_reports.engine.language.characters import tag_of
from egci_reports.engine.language.wording import Wording
from egci_reports.engine.templating.words import load_words
from tests.engine.document.made import read, resolved, texts
from tests.engine.templating.conftest import SHIPPED

NB = "\N{NO-BREAK SPACE}"


@cache
def shipped() -> Wording:
    return load_words((SHIPPED,))[0].wording


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("on 9 October 2024 it", "on 9_October 2024 it"),
        ("the 19th Plenary Meeting of", "the 19th_Plenary_Meeting of"),
        ("in paragraphs 3 and 4", "in paragraphs_3 and 4"),
        ("see Table 3 and Annex B.", "see Table_3 and Annex_B."),
        ("HK$ 4 million for 30 days", "HK$_4_million for 30_days"),
        ("by Mr Nobody, No. 3", "by Mr_Nobody, No._3"),
        ("9 a.m. on 10 lists", "9 a.m. on 10 lists"),
        ("the Annex to 2 papers", "the Annex to 2 papers"),
    ],
)
def test_what_belongs_together_does_not_part_at_the_end_of_a_line(text, kept):
    assert read(f"<p>{text}</p>", shipped()) == [kept.replace("_", NB)]


def test_a_reference_stays_with_the_word_before_it():
    xml = '<section headings="numbered" id="s"><title>T</title><p>See section <ref to="s"/>.</p></section>'
    assert read(xml, shipped())[-1] == f"See section{NB}1."


def test_cells_are_left_alone_and_captions_are_not():
    xml = (
        "<table><caption>On 9 October</caption><thead><tr><th scope='col'>On 9 October</th></tr></thead>"
        "<tbody><tr><td>On 9 October</td></tr></tbody></table>"
    )
    assert read(xml, shipped()) == [f"Table 1: On 9{NB}October", "On 9 October", "On 9 October"]


def test_facts_and_notes_under_tables_are_not_narrow():
    xml = (
        "<dl><dt>Date</dt><dd>9 October</dd></dl>"
        "<table><caption>C</caption><thead><tr><th scope='col'>A</th></tr></thead>"
        "<tbody><tr><td>a</td></tr></tbody><remark>On 9 October</remark></table>"
    )
    found = [text.text for text in texts(xml, shipped()) if text.kind in ("fact", "note")]
    assert found == [f"9{NB}October", f"On 9{NB}October"]


def test_without_patterns_nothing_changes():
    assert read("<p>on 9 October</p>") == ["on 9 October"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("粵港信息化合作", "zh-Hant-HK"),
        ("粤港信息化合作", "zh-Hans-CN"),
        ("合作", "zh-Hant-HK"),
        ("𠮷", "zh-Hant-HK"),
        ("（會議）", "zh-Hant-HK"),
    ],
)
def test_chinese_is_told_apart_by_the_characters_that_each_form_has(text, tag):
    assert tag_of(text) == tag


def test_runs_of_chinese_in_another_text_are_marked():
    (paragraph,) = resolved("<p>The group (粵港, 广东省) met.</p>").blocks
    assert paragraph.content == (
        Text("The group ("),
        Text("粵港", "zh-Hant-HK"),
        Text(", "),
        Text("广东省", "zh-Hans-CN"),
        Text(") met."),
    )


def test_a_language_that_was_said_is_kept():
    (text,) = texts('<p><span lang="zh-Hans-CN">合作</span></p>')
    assert text.lang == "zh-Hans-CN"


def test_a_text_in_several_languages_has_none_of_its_own():
    assert [text.lang for text in texts("<p>粵港</p><p>a 粵港</p><p>a</p>")] == ["zh-Hant-HK", None, None]


def test_a_chinese_paper_is_left_alone():
    from dataclasses import replace

    document = resolved("<p>合作</p>")
    plain = replace(document, blocks=(replace(document.blocks[0], content=(Text("合作"),)),))
    chinese_paper = replace(plain, meta=replace(plain.meta, lang="zh-Hant-HK"))
    assert mark_languages(chinese_paper) is chinese_paper
