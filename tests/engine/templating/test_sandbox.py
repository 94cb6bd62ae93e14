from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from egci_reports.engine.document.nodes import Name


@dataclass(frozen=True)
class Thing:
    """Something of the records that has no text of its own."""

    name: str = "a thing"


CONTEXT = {
    "markup": "<strong>not bold</strong>",
    "thing": Thing(),
    "items": ["a", "b"],
    "endless": float("inf"),
    "day": date(2024, 10, 9),
    "name": Name("x", "Made-up Office", "MUO"),
}

# What a template cannot do, and a word of what the officer is told
REFUSED = [
    # around the escaping
    ("{{ markup|safe }}", "No filter named 'safe'"),
    ("{{ markup|forceescape }}", "No filter named"),
    ("{{ markup|striptags }}", "No filter named"),
    ("{{ {'a': 1}|xmlattr }}", "No filter named"),
    ("{{ markup|tojson }}", "No filter named"),
    ("{% autoescape false %}{{ markup }}{% endautoescape %}", "escaping cannot be switched"),
    ("{% autoescape true %}{{ markup }}{% endautoescape %}", "escaping cannot be switched"),
    ('{{ ", ".join([name]) }}', "unsafe"),
    # values that a reader should not meet
    ("{{ none }}", "None"),
    ("{{ true }}", "True"),
    ("{{ thing }}", "a Thing cannot be printed"),
    ("{{ thing|upper }}", "a Thing cannot be printed"),
    ("{{ none|upper }}", "None"),
    ("{{ none|trim }}", "None"),
    ("{{ () }}", "a tuple cannot be printed"),
    ("{{ items }}", "use the filter `joined`"),
    ("{{ {'a': 1} }}", "a dict cannot be printed"),
    ("{{ endless }}", "a number is inf"),
    ("{{ day }}", "use the filter `date`"),
    ("{{ items.append }}", "unsafe"),
    ('{{ "a" ~ none }}', "None"),
    ('{{ thing ~ "a" }}', "a Thing cannot be printed"),
    ("{{ [none]|join }}", "None"),
    ('{{ ["a", none]|joined }}', "None"),
    ("{{ []|joined }}", "an empty list"),
    ('{{ "%s" % none }}', "not filled with %"),
    ('{{ "%s" % (name,) }}', "not filled with %"),
    ('{{ "{}".format(none) }}', "not filled with format"),
    ('{{ "{a}".format_map({"a": none}) }}', "not filled with format"),
    ('{{ words("officer.by", author=none, date="2024") }}', "None"),
    ('{{ "x"|int }}', "invalid literal for int"),
    ("{{ none|int }}", "int() argument must be"),
    ('{{ none|replace("o", "i") }}', "None"),
    ("{{ none|float }}", "No filter named 'float'"),
    ("{{ none|string }}", "No filter named 'string'"),
    ("{{ none|escape }}", "No filter named 'escape'"),
    # out of the sandbox
    ("{{ name.__class__ }}", "unsafe"),
    ('{{ "".__class__.__mro__ }}', "unsafe"),
    ('{{ name|attr("__class__") }}', "unsafe"),
    ("{{ words.__call__.__globals__ }}", "unsafe"),
    ("{{ items.append('c') }}", "unsafe"),
    ("{{ range(10**9)|list }}", "Range too big"),
    # what differs from run to run
    ("{{ items|random }}", "No filter named 'random'"),
    ("{{ lipsum() }}", "there is no 'lipsum' here"),
]


@pytest.mark.parametrize(("source", "said"), REFUSED, ids=[source for source, _ in REFUSED])
def test_what_a_template_must_not_do_is_refused_at_its_line(fault, source, said):
    finding = fault(f"<paper>\n{source}\n</paper>", **CONTEXT)
    assert said in finding.message
    assert (finding.position.file, finding.position.line) == ("templates/en/paper.html", 2)
    assert finding.source == source


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("{{ markup }}", "&lt;strong&gt;not bold&lt;/strong&gt;"),
        ("{{ markup|upper }}", "&lt;STRONG&gt;NOT BOLD&lt;/STRONG&gt;"),
        ("{{ '<' ~ name }}", '&lt;<name of="x" full="Made-up Office" short="MUO"/>'),
        ('{{ [name, "<"]|join(" & ") }}', '<name of="x" full="Made-up Office" short="MUO"/> &amp; &lt;'),
        ('{{ markup|replace("bold", "<i>") }}', "&lt;strong&gt;not &lt;i&gt;&lt;/strong&gt;"),
        ('{{ "5"|int + 1 }}', "6"),
        ("{{ items|length }}", "2"),
        ("{{ 7 % 4 }}", "3"),
        ("{{ 0 }}", "0"),
        ("{{ 4.5 }}", "4.5"),
        ("{{ thing.name|capitalize }}", "A thing"),
        ('{{ absent|default("Not stated") }}', "Not stated"),
        (
            '{{ words("officer.by", author=name, date="<") }}',
            '<name of="x" full="Made-up Office" short="MUO"/>, &lt;',
        ),
    ],
)
def test_what_a_template_may_print_is_escaped_once(render, source, printed):
    assert render(source, **CONTEXT) == printed
