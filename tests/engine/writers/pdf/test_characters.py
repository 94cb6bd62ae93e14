"""Any text arrives as it was given; what no typeface can show is refused before anything is made."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from string import printable
from unicodedata import bidirectional, category

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from egci_reports.engine.document.nodes import (
    Abbreviation,
    Abbreviations,
    Contents,
    Document,
    Entry,
    Fields,
    Figure,
    Paragraph,
    Source,
    SourceList,
    Text,
    TitleBlock,
)
from egci_reports.engine.writers.pdf.faces import face
from egci_reports.engine.writers.pdf.write import missing_characters, write_pdf
from egci_reports.errors import TemplateError
from tests.engine.writers.made import printed
from tests.engine.writers.pdf.made import META, paper, para, section, shipped_theme, table, words, written
from tests.readers.blocks import tidy
from tests.readers.pdf import blocks_of
from tests.readers.pdf_tags import read_tree
from tests.sample_paper.charts import CHARTS

pytestmark = pytest.mark.slow

LANGS = (None, "zh-Hant-HK", "zh-Hans-CN")
MARKUP = "< > & \" ' {{ x }} {% if %} {# #} \\ ( ) [ ] % / <b>&amp;</b> BT ET Tj >> <<"
HKSCS = "𠝹𨋢𠺢𡃁𠱸𤓓㗎嘅啲嚟喺咗"
"""Cantonese characters, half of them beyond the basic plane."""


@cache
def shown() -> list[str]:
    """Return the characters that the writer's typefaces have, but for controls and right-to-left letters."""
    faces = ("Arimo-Regular", "NotoSansHK-Regular", "NotoSansSC-Regular")
    every = sorted({code for name in faces for code in face(name).glyphs})
    return [
        chr(code)
        for code in every
        if category(chr(code)) not in ("Cc", "Cf", "Zl", "Zp", "Cn", "Co")
        and bidirectional(chr(code)) not in ("R", "AL")
    ]


TEXTS = st.one_of(
    st.text(st.sampled_from(printable[:95]), min_size=1, max_size=80),
    st.builds(lambda: st.sampled_from(shown())).flatmap(lambda s: st.text(s, min_size=1, max_size=60)),
    st.text(st.sampled_from(MARKUP + HKSCS), min_size=1, max_size=60),
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(LANGS))
@example(MARKUP, None)
@example(HKSCS, "zh-Hant-HK")
@example("粤港澳大湾区", "zh-Hans-CN")
@example("x" * 300, None)
@example("don’t “quote” … – — · é Ž €", "zh-Hant-HK")
@example("the members' and O'Neil's: 5' 6'' 'so'", None)
def test_any_text_arrives_with_its_apostrophes_curly_and_else_unchanged(text, lang):
    made = written(para(Text(text, lang)), table([(Text(text, lang), "x")]), section("a" + text))
    first, _, cells, heading = blocks_of(made.content)
    assert first.text == tidy(printed(text))
    assert cells.rows[1][0].text == tidy(printed(text))
    assert heading.text == tidy(printed("a" + text))


def test_characters_beyond_the_basic_plane_read_as_they_should():
    """More than one subset of a Chinese face, so that every map is met."""
    text = "".join(c for c in shown() if ord(c) > 0xFFFF)[:600]
    assert len(text) == 600
    tree = read_tree(written(para(Text(text, "zh-Hant-HK"))).content)
    assert tree.root.text() == text
    assert len({glyph.font for page in tree.pages for glyph in page.glyphs if glyph.mcid is not None}) >= 3


def test_each_language_takes_its_own_shapes():
    text = "直骨令"
    for lang, name in ((None, "HK"), ("zh-Hant-HK", "HK"), ("zh-Hans-CN", "SC")):
        (page,) = read_tree(written(para(Text(text, lang))).content).pages
        assert {glyph.font for glyph in page.glyphs if glyph.text in text} == {
            f"/AAAAAA+NotoSans{name}-Regular"
        }


def test_chinese_quotation_marks_are_wide_in_chinese_only():
    (page,) = read_tree(written(para("“a”", Text("“粵”", "zh-Hant-HK"))).content).pages
    widths = [glyph.box.right - glyph.box.left for glyph in page.glyphs if glyph.text == "“"]
    assert widths[1] > 1.5 * widths[0]


REFUSED = [
    ("😀", "U+1F600"),
    ("\u0628", "U+0628"),
    ("\u05d0", "U+05D0"),
    ("☑", "U+2611"),
    ("\u00ad", "U+00AD"),
    ("\ue000", "U+E000"),
    ("\x07", "U+0007"),
]


@pytest.mark.parametrize(("character", "code"), REFUSED)
def test_a_character_that_no_typeface_has_is_refused_with_its_record(character, code):
    with pytest.raises(TemplateError) as error:
        written(para("all is well"), para(f"a {character} b", about="meetings/08#areas/0"))
    (finding,) = error.value.findings
    assert finding.code == "T301"
    assert code in finding.message
    assert repr(character) in finding.message
    assert finding.about == "meetings/08#areas/0"
    assert finding.hint


BAD = "\u0628"


def _everywhere() -> dict[str, Document]:
    """Return papers with one bad character each, by the place where it stands."""
    text = (Text(f"a{BAD}"),)
    made = {
        "paragraph": (para(*text),),
        "heading": (section(f"a{BAD}"),),
        "cell": (table([(f"a{BAD}",)]),),
        "label": (Fields((Entry(text, words("x")),)),),
        "fact": (Fields((Entry(words("x"), text),)),),
        "chart": (Figure(replace(CHARTS[-1].chart, axis_title=f"a{BAD}"), "x", words("x")),),
        "title": (TitleBlock(words("x"), text),),
        "contents": (Contents(text),),
    }
    papers = {name: paper(*blocks) for name, blocks in made.items()}
    sources = SourceList((Source("one", text, 1, "source-1"),))
    short = Abbreviations(entries=(Abbreviation("AB", f"a{BAD}"),))
    return papers | {"source": Document(META, (sources,)), "abbreviation": Document(META, (short,))}


@pytest.mark.parametrize("place", _everywhere())
def test_a_missing_character_is_found_wherever_it_stands(place):
    document = _everywhere()[place]
    with pytest.raises(TemplateError, match="U\\+0628"):
        write_pdf(document, shipped_theme())
    assert [finding.code for finding in missing_characters(document, shipped_theme())] == ["T301"]


def test_each_missing_character_of_a_record_is_told_once():
    document = paper(para("☑ ☑ 😀", about="a"), Paragraph((Text("☑"),), about="b"))
    found = [(f.about, f.message.split()[-1]) for f in missing_characters(document, shipped_theme())]
    assert found == [("a", "U+2611"), ("a", "U+1F600"), ("b", "U+2611")]
