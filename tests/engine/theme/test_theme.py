from __future__ import annotations

from pathlib import Path

import pytest

from egci_reports.engine.theme.contrast import ratio
from egci_reports.engine.theme.load import load_theme
from egci_reports.engine.theme.names import COLOURS, STYLES
from egci_reports.errors import Finding, TemplateError

SHIPPED = (Path(__file__).parents[3] / "templates" / "theme.toml").read_text("utf-8")


def faults(text: str) -> tuple[Finding, ...]:
    with pytest.raises(TemplateError) as error:
        load_theme(text)
    return error.value.findings


def line_of(text: str, words: str) -> int:
    return text.count("\n", 0, text.index(words)) + 1


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("777777", "FFFFFF", 4.48),  # the grey that just fails
        ("767676", "FFFFFF", 4.54),  # the grey that just passes
        ("FF0000", "FFFFFF", 4.0),
        ("0000FF", "FFFFFF", 8.59),
    ],
)
def test_contrast_is_that_of_the_guidelines(first, second, expected):
    assert ratio(first, second) == ratio(second, first) == pytest.approx(expected, abs=0.005)


def test_the_shipped_theme_has_every_style_and_colour():
    theme = load_theme(SHIPPED)
    assert set(theme.styles) == STYLES
    assert set(theme.colours) == COLOURS
    assert (theme.page.width, theme.style("body").size) == (210.0, 11.0)
    assert theme.style("heading1").bold
    assert not theme.style("body").bold


def test_a_whole_number_is_a_number():
    theme = load_theme(SHIPPED.replace("width = 210.0", "width = 210"))
    assert theme == load_theme(SHIPPED)
    assert isinstance(theme.page.width, float)


FAULTS = [
    ("width = 210.0", 'width = "210"', "'width' is '210', and must be a number above 0"),
    ("width = 210.0", "width = true", "must be a number above 0"),
    ("width = 210.0", "width = 0", "must be a number above 0"),
    ("rule = 0.5", "rule = -1", "must be a number from 0 on"),
    ("rule = 0.5", "rule = inf", "must be a number from 0 on"),
    ("size = 22.0", "size = 0.0", "must be a number above 0"),
    ('align = "centre"', 'align = "center"', "must be one of left, right, centre"),
    ("italic = true", 'italic = "yes"', "must be true or false"),
    ('latin_pdf = "Arimo"', "latin_pdf = 3", "must be a text"),
    ('latin_pdf = "Arimo"', 'latin_pdf = ""', "must be a text"),
    ('muted = "55606B"', 'muted = "grey"', "'muted' is 'grey', and must be a colour as RRGGBB"),
    ('grid = "D5DBE1"', 'grid = "#D5DBE1"', "must be a colour as RRGGBB"),
    ('series = ["12355B",', 'series = ["12355",', "must be a colour as RRGGBB"),
    ('open = "FFFFFF"', "open = []", "must be a colour as RRGGBB"),
    ('colour = "header_ink"', 'colour = "heading"', "there is no colour 'heading'"),
    ("[title]", "[title]\nwidth = 3.0", "[title] has the unknown key 'width'"),
    ("[styles.body]", "[styles.bdy]\nsize = 9.0\nleading = 9.0\n[styles.body]", "unknown key 'bdy'"),
]


@pytest.mark.parametrize(("right", "wrong", "said"), FAULTS, ids=[f"{wrong}" for _, wrong, _ in FAULTS])
def test_a_fault_of_the_theme_is_told_at_its_line(right, wrong, said):
    text = SHIPPED.replace(right, wrong, 1)
    (finding,) = faults(text)
    assert (finding.code, finding.position.file) == ("T501", "templates/theme.toml")
    assert said in finding.message
    assert finding.source == text.split("\n")[finding.position.line - 1]
    assert wrong.split("\n")[-1 if wrong.startswith("[title") else 0] in finding.source


def test_all_faults_are_told_at_once_with_the_nearest_name():
    text = SHIPPED.replace("top = 25.0", "topp = 25.0").replace('ink = "1A1A1A"', 'ink = "black"', 1)
    lacks, unknown, colour = faults(text)
    assert lacks.message == "[page] lacks 'top'"
    assert (unknown.message, unknown.hint) == ("[page] has the unknown key 'topp'", "did you mean 'top'?")
    assert unknown.position.line == line_of(text, "topp =")
    assert colour.position.line == line_of(text, 'ink = "black"')


@pytest.mark.parametrize(
    "part", ["page", "fonts", "colours", "palette", "table", "figure", "lists", "callout", "title"]
)
def test_a_part_that_is_missing_is_told(part):
    start = SHIPPED.index(f"[{part}]")
    (finding,) = faults(SHIPPED[:start] + SHIPPED[SHIPPED.index("\n[", start) + 1 :])
    assert finding.message == f"the table [{part}] is missing"


def test_figures_have_at_least_one_colour():
    start = SHIPPED.index("series = [")
    (finding,) = faults(SHIPPED[:start] + "series = []" + SHIPPED[SHIPPED.index("\n", start) :])
    assert finding.message == "'series' must be a list of colours"


def test_the_column_is_that_of_the_key():
    (finding,) = faults(SHIPPED.replace("rule = 0.5", "    rule = -0.5"))
    assert finding.position.column == 5


def test_a_part_that_is_unknown_is_told():
    (finding,) = faults(SHIPPED + "\n[margins]\nleft = 3\n")
    assert finding.message == "the file has the unknown key 'margins'"
    assert finding.source == "[margins]"


def test_a_style_that_is_missing_is_told():
    (finding,) = faults(SHIPPED.replace("[styles.lead]", "[styles.leader]"))[:1]
    assert "'lead'" in finding.message


@pytest.mark.parametrize("text", ["size = ", "[page\n", "a = 1\na = 2\n"])
def test_what_is_no_toml_is_told_at_its_line(text):
    whole = f"# made up\n{text}"
    (finding,) = faults(whole)
    assert finding.code == "T501"
    assert finding.message.startswith("this is no TOML: ")
    assert 2 <= finding.position.line <= 3


PALE = [
    (
        'muted = "55606B"',
        'muted = "9A9FA5"',
        {"note", "prompt", "group", "subtitle", "table_note", "header", "footer"},
    ),
    ('header_ink = "12355B"', 'header_ink = "7A8FA5"', {"table_header", "compact_header"}),
    ('header_fill = "DCE4EC"', 'header_fill = "12355B"', {"table_header", "compact_header"}),
    ('total_fill = "EEF2F6"', 'total_fill = "555555"', {"table", "compact"}),
    ('caution_fill = "FBF3E4"', 'caution_fill = "8A5A00"', {"callout", "callout_title"}),
    ('gap_fill = "F3F3F3"', 'gap_fill = "777777"', {"callout", "callout_title"}),
    ('link = "0B4F9E"', 'link = "6FA8E0"', {"link"}),
    ('removed_ink = "7A2E2E"', 'removed_ink = "E08A8A"', {"removed_ink"}),
]


@pytest.mark.parametrize(("right", "wrong", "names"), PALE, ids=[wrong for _, wrong, _ in PALE])
def test_text_that_is_too_pale_for_its_ground_is_told(right, wrong, names):
    assert right in SHIPPED
    findings = faults(SHIPPED.replace(right, wrong))
    assert {finding.message.split("'")[1] for finding in findings} == names
    assert all("too pale on" in finding.message for finding in findings)
    assert all(finding.hint == "at least 4.5 to 1" for finding in findings)


def test_large_text_may_be_paler_and_the_watermark_is_decoration():
    pale = SHIPPED.replace('accent = "12355B"', 'accent = "8A8A8A"')  # 3.5 to 1
    named = {finding.message.split("'")[1] for finding in faults(pale)}
    assert "heading3" in named
    assert not {"title", "heading1", "watermark"} & named
    start = pale.index("[styles.heading1]")
    light = pale[:start] + pale[start:].replace("bold = true", "bold = false", 1)
    assert "heading1" in {finding.message.split("'")[1] for finding in faults(light)}


def test_type_that_is_too_small_is_told():
    small = SHIPPED.replace("[styles.compact]\nsize = 8.0", "[styles.compact]\nsize = 7.5")
    (finding,) = faults(small)
    assert finding.message == "the text of 'compact' is too small: 7.5 points"
    assert finding.hint == "at least 8 points"


def test_margins_leave_room_for_text():
    (wide,) = faults(SHIPPED.replace("left = 25.0", "left = 140.0"))
    assert (wide.position.line, "left and right" in wide.message) == (line_of(SHIPPED, "left = 25.0"), True)
    (high,) = faults(SHIPPED.replace("top = 25.0", "top = 200.0"))
    assert (high.position.line, "top and bottom" in high.message) == (line_of(SHIPPED, "top = 25.0"), True)
