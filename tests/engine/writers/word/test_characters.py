"""Any text that is not refused at load arrives in Word as it was given, wherever it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from egci_reports.engine.document.checks import check
from egci_reports.engine.document.nodes import (
    Break,
    Callout,
    Document,
    Entry,
    Fields,
    Figure,
    Footnote,
    Inline,
    Item,
    ItemList,
    Link,
    Styled,
    Text,
)
from egci_reports.engine.writers.word.write import write_word
from tests.conformance.word_lint import lint
from tests.engine.writers.made import made_sample, printed, theme
from tests.engine.writers.pdf.made import META, paper, para, section, table, words
from tests.readers import word
from tests.readers.blocks import tidy
from tests.readers.word.charts import charts_of
from tests.readers.word.package import Package, W
from tests.sample_paper.charts import CHARTS

pytestmark = pytest.mark.slow

LANGS = (None, "zh-Hant-HK", "zh-Hans-CN", "fr")
MARKUP = "< > & \" ' {{ x }} {% if %} {# #} \\ ]]> <!-- <?x?> <b>&amp;</b> &#1; _x0041_ \\* MERGEFORMAT"
HKSCS = "𠝹𨋢𠺢𡃁𠱸𤓓㗎嘅啲嚟喺咗"
RIGHT_TO_LEFT = "שלום עולם مرحبا بالعالم"
EMOJI = "👩🏽‍💻 🇭🇰 ✔ ☑ 🀄"


def refused(text: str) -> bool:
    """Whether the checks of the tree refuse a text for its characters."""
    return any(finding.code == "T211" for finding in check(paper(para(text))))


GIVEN = st.characters(exclude_categories=("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"))
"""The characters of all planes that the checks let through."""

TEXTS = st.one_of(
    st.text(GIVEN, min_size=1, max_size=60),
    st.text(st.sampled_from(MARKUP + HKSCS + RIGHT_TO_LEFT), min_size=1, max_size=60),
).filter(lambda text: tidy(text) != "")


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(LANGS))
@example(MARKUP, None)
@example(HKSCS, "zh-Hant-HK")
@example(RIGHT_TO_LEFT, None)
@example(EMOJI, None)
@example("粤港澳大湾区“就”", "zh-Hans-CN")
@example("W" * 300, None)
@example("soft\u00adhyphen, no\u2011break, thin\u2009space, no\u00a0break", None)
@example("word " * 4000, None)
@example("the members' and O'Neil's: 5' 6'' 'so'", None)
def test_any_text_arrives_with_its_apostrophes_curly_and_else_unchanged(text, lang):
    said = Text(text, lang)
    inside: tuple[Inline, ...] = (Styled("strong", (said,)), Link("https://example.org/a?b=1&c=2", (said,)))
    made = paper(
        section("a" + text, para(said, Footnote((said,)))),
        ItemList("alpha", (Item((para(said),)),)),
        Fields((Entry((said,), (said,)),)),
        table([(said, "x")], note=(said,)),
        Callout("note", (said,), (para(*inside),)),
        Figure(CHARTS[0].chart, text, (said,)),
    )
    heading, first, note, item, fact, _, rows, remark, box, last, figure, caption = word.blocks_of(
        write_word(made, theme(), None)
    )
    wanted = tidy(printed(text))
    assert heading.text == tidy(printed("a" + text))
    assert [first.text, note.text, item.text, fact.text] == [wanted] * 4
    assert fact.label == wanted
    assert [rows.rows[1][0].text, remark.text, box.text] == [wanted] * 3
    assert figure.text == tidy(text), "what is read out for a picture is not printed"
    assert last.text == tidy(printed(text) * 2)
    assert caption.text == tidy("Figure 1: " + printed(text))


@pytest.mark.parametrize("text", [MARKUP, HKSCS, RIGHT_TO_LEFT, EMOJI, "W" * 300])
def test_odd_text_leaves_the_file_sound(text):
    made = paper(
        section("Odd", para(text), table([(text, text)]), para(Text(HKSCS, "zh-Hant-HK"), Break(), text))
    )
    assert lint(write_word(made, theme(), None)) == []


@pytest.mark.parametrize("code", [0x00, 0x0B, 0x1F, 0xFFFE, 0xFFFF])
def test_what_xml_cannot_hold_is_refused_long_before(code):
    text = f"a{chr(code)}b"
    assert refused(text)
    with pytest.raises(ValueError, match=f"U\\+{code:04X}"):
        write_word(paper(para(text)), theme(), None)


def test_words_of_other_languages_say_so():
    content: tuple[Inline, ...] = (
        Text("a "),
        Text("粵", "zh-Hant-HK"),
        Text("粤", "zh-Hans-CN"),
        Text("mot", "fr"),
    )
    document = write_word(Document(META, (para(*content),)), theme(), None)
    package = Package(document)
    found = {
        "".join(run.itertext()): run.find(f"{W}rPr/{W}lang").attrib
        for run in package.xml(package.main).iter(f"{W}r")
        if run.find(f"{W}rPr/{W}lang") is not None
    }
    assert found == {
        "粵": {f"{W}eastAsia": "zh-HK"},
        "粤": {f"{W}eastAsia": "zh-CN"},
        "mot": {f"{W}val": "fr"},
    }


def test_names_of_charts_arrive_in_their_workbooks():
    one = CHARTS[0]
    odd = replace(one.chart, categories=tuple(f"<{c}> & {HKSCS}" for c in one.chart.categories))
    (chart,) = charts_of(write_word(paper(Figure(odd, "x", words("y"))), theme(), None))
    assert [row[0] for row in chart.workbook[1:]] == list(odd.categories)


def test_chinese_faces_say_what_stands_in_for_them_and_which_script_they_are_of():
    """Programs without Microsoft's faces showed boxes."""
    table = Package(made_sample().word).xml("word/fontTable.xml")
    said = {
        font.get(f"{W}name"): [child.get(f"{W}val") for child in font if child.tag != f"{W}pitch"]
        for font in table
    }
    assert said["Microsoft JhengHei"] == ["PingFang HK,Noto Sans HK", "88", "swiss"]
    assert said["Microsoft YaHei"] == ["PingFang SC,Noto Sans SC", "86", "swiss"]
    assert said["Arial"] == ["00", "swiss"]
