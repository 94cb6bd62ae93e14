"""The reader of Word files counts as Word does, by a numbering written by hand, and shows what is shown."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from tests.readers.word.numbering import Counter
from tests.readers.word.text import TextReader

MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def level(number: int, form: str, text: str, start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


NUMBERING = ET.fromstring(
    f'<w:numbering {MAIN}><w:abstractNum w:abstractNumId="0">'
    + level(0, "decimal", "%1.", start=3)
    + level(1, "lowerLetter", "%1(%2)")
    + level(2, "lowerRoman", "%3)")
    + '</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    + level(0, "none", "")
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="0"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num></w:numbering>'
)


def labels(*counted: tuple[str, int]) -> list[str]:
    counter = Counter(NUMBERING)
    return [counter.label(instance, depth) for instance, depth in counted]


def test_levels_begin_at_their_start_and_deeper_ones_begin_afresh():
    assert labels(("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1)) == ["3.", "3(a)", "3(b)", "4.", "4(a)"]


def test_a_level_above_that_was_never_counted_shows_its_start():
    assert labels(("1", 1), ("1", 2), ("1", 2)) == ["3(a)", "i)", "ii)"]


def test_instances_share_counters_and_an_override_counts_once():
    assert labels(("1", 0), ("2", 0), ("2", 0), ("1", 0)) == ["3.", "7.", "8.", "9."]


def test_a_numbering_that_shows_nothing_does_not_count():
    counter = Counter(NUMBERING)
    assert not counter.counts("3", 0)
    assert not counter.counts("0", 0)
    assert counter.counts("1", 2)


def shown(*runs: str) -> str:
    paragraph = ET.fromstring(f"<w:p {MAIN}>{''.join(f'<w:r>{run}</w:r>' for run in runs)}</w:p>")
    return TextReader({}).read(paragraph).text


def test_fields_show_their_results_and_not_their_codes():
    mark = '<w:fldChar w:fldCharType="{}"/>'.format
    inner = (mark("begin"), "<w:instrText>PAGE</w:instrText>", mark("separate"), "<w:t>5</w:t>", mark("end"))
    outer = (mark("begin"), "<w:instrText>TOC</w:instrText><w:t>code</w:t>", *inner, mark("separate"))
    assert shown("<w:t>a</w:t>", *inner, "<w:t>b</w:t>") == "a5b"
    assert shown(*outer, "<w:t>c</w:t>", *inner, mark("end"), "<w:t>d</w:t>") == "c5d"


def test_signs_that_are_elements_are_read_as_characters():
    signs = "<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:noBreakHyphen/><w:softHyphen/>"
    assert shown(signs) == "a\tb\n\u2011\u00ad"
