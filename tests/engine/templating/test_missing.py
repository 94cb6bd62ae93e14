from __future__ import annotations

from dataclasses import dataclass

import pytest

from egci_reports.engine.templating.templates import Templates
from egci_reports.engine.templating.word_list import WordList
from egci_reports.errors import TemplateError
from tests.engine.english import ENGLISH


@dataclass(frozen=True, slots=True)
class Meeting:
    number: int = 3
    venue: str = "Eastport"


CONTEXT = {"meeting": Meeting(), "areas": ["a"], "facts": {"host": "x"}}


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{{ meetin }}", "there is no 'meetin' here; did you mean 'meeting'?"),
        ("{{ zzz }}", "there is no 'zzz' here"),
        ("{{ meeting.venu }}", "a Meeting has no 'venu'; did you mean 'venue'?"),
        ("{{ meeting.zzz }}", "a Meeting has no 'zzz'"),
        ('{{ facts["hosts"] }}', "a dict has no 'hosts'; did you mean 'host'?"),
        ("{{ areas[4] }}", "a list has no 4"),
        ("{{ [ ]|first }}", "No first item, sequence was empty."),
        ("{% for area in meeting.areas %}{% endfor %}", "a Meeting has no 'areas'"),
        ("{% if meeting.venu %}x{% endif %}", "a Meeting has no 'venu'; did you mean 'venue'?"),
        ("{{ meeting.venu|upper }}", "a Meeting has no 'venu'; did you mean 'venue'?"),
        ('{{ meeting.venu ~ "x" }}', "a Meeting has no 'venu'; did you mean 'venue'?"),
        ("{{ [meeting.venu]|joined }}", "a Meeting has no 'venu'; did you mean 'venue'?"),
    ],
)
def test_what_is_not_there_is_told_with_the_nearest_that_is(fault, source, said):
    finding = fault(f"<paper>\n\n{source}</paper>", **CONTEXT)
    assert (finding.code, finding.message) == ("T148", said)
    assert str(finding.position) == "templates/en/paper.html:3:1"


@pytest.mark.parametrize(
    ("source", "code", "said", "hint"),
    [
        (
            '{{ words("officer.bi") }}',
            "T145",
            "there are no words 'officer.bi'",
            "did you mean 'officer.by'?",
        ),
        ('{{ words("zzz") }}', "T145", "there are no words 'zzz'", "add it to the file"),
        ('{{ words("months") }}', "T145", "there are no words 'months'", "add it to the file"),
        (
            '{{ words("officer.by", author="x") }}',
            "T146",
            "the words 'officer.by' have other slots: author, date",
            "given: author",
        ),
        (
            '{{ words("papers.draft", n=1) }}',
            "T146",
            "the words 'papers.draft' have other slots: none",
            "given: n",
        ),
    ],
)
def test_words_that_are_not_there_are_told_at_the_template_that_asks(fault, source, code, said, hint):
    finding = fault(f"<paper>\n{source}</paper>")
    assert (finding.code, finding.message, finding.hint) == (code, said, hint)
    assert str(finding.position) == "templates/en/paper.html:2:1"
    assert finding.source == f"{source}</paper>"


def test_words_that_code_asks_for_are_told_at_their_file():
    with pytest.raises(TemplateError) as error:
        WordList("templates/en/words.toml", ENGLISH, {"a": "x"}).several("b")
    assert str(error.value.findings[0].position) == "templates/en/words.toml:1:1"


@pytest.mark.parametrize(
    ("source", "line"), [('{% include "macro.html" %}', 2), ('{% import "macro.html" as x %}', 2)]
)
def test_a_template_that_is_not_there_is_told_where_it_is_asked_for(fault, source, line):
    finding = fault(f"<paper>\n{source}</paper>")
    assert (finding.code, finding.message) == (
        "T140",
        "there is no template 'macro.html'; did you mean 'macros.html'?",
    )
    assert str(finding.position) == f"templates/en/paper.html:{line}:1"


def test_a_paper_without_template_is_told_with_the_nearest_and_the_folders(tmp_path):
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "annual.html").touch()
    templates = Templates((tmp_path,), WordList("w", ENGLISH))
    with pytest.raises(TemplateError) as error:
        templates.render("anual.html", {})
    (finding,) = error.value.findings
    assert finding.message == "there is no template 'anual.html'; did you mean 'annual.html'?"
    assert str(tmp_path / "en") in finding.hint
    assert finding.position is None


def test_a_workspace_may_hold_one_template_and_use_the_shipped_others(render):
    assert "<thead" in render('{% import "macros.html" as paper %}{{ paper.header(["a"]) }}')


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{% for x in y %}", "endfor"),
        ("{{ 1 + }}", "unexpected"),
        ("{% endif %}", "endif"),
        ("{{ x | nosuch }}", "No filter named 'nosuch'"),
    ],
)
def test_jinja_that_is_wrong_is_told_at_its_line(fault, source, said):
    finding = fault(f"<paper>\n\n{source}\n</paper>", x=1)
    assert finding.code == "T147"
    assert said in finding.message
    assert finding.position.line == 3


def test_what_fails_inside_a_macro_is_told_there_with_the_line_that_called_it(fault):
    source = '{% import "macros.html" as paper %}\n\n{{ paper.fields([("a", none)]) }}'
    finding = fault(source)
    assert finding.position.file == "templates/en/macros.html"
    assert "<dd>{{ fact }}</dd>" in finding.source
    assert finding.message.endswith("(called from templates/en/paper.html:3)")


def test_whatever_else_goes_wrong_has_its_line(fault):
    finding = fault("<paper>\n{{ 1 / 0 }}</paper>")
    assert (finding.code, finding.position.line) == ("T144", 2)
    assert "ZeroDivisionError" in finding.message
