"""Every template comes to an end, soon and with little memory, and says where it went on and on."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from egci_reports.engine.templating import limits

pytestmark = pytest.mark.slow

LONG = "{% set s = range(90000)|join('xxxxxxxxxx') %}"
GROWING = "{% set n = namespace(s='ab', l=[1]) %}{% for i in range(60) %}WHAT{% endfor %}"
ENDLESS = [
    # loops
    "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
    "{% for i in range(99999) %}{% for j in range(99999) if false %}{% endfor %}{% endfor %}",
    "{% for i in range(999) %}{{ range(99999)|sum }}{% endfor %}",
    "{% for i in range(999) %}{% set x = range(99999)|sort %}{% endfor %}",
    "{% for x in range(9) recursive %}{% if loop.depth < 60 %}{{ loop(range(9)) }}{% endif %}{% endfor %}",
    "{% for i in range(99999) %}{% set x = loop.cycle(*range(99999)) %}{% endfor %}",
    "{% for i in range(99999) %}{% set x = (-9**9)|steps %}{% for j in range(999) %}{% endfor %}{% endfor %}",
    # macros and templates that call themselves
    "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "{% macro a(n) %}{% if n %}{{ a(n-1) }}{{ a(n-1) }}{% endif %}{% endmacro %}{{ a(60) }}",
    "{% for x in [[1]] recursive %}{{ loop([x]) }}{% endfor %}",
    "{% include 'paper.html' %}",
    "{% import 'paper.html' as x %}",
    "{% extends 'paper.html' %}",
    # texts that grow
    GROWING.replace("WHAT", "{% set n.s = n.s ~ n.s %}"),
    GROWING.replace("WHAT", "{% set n.s = n.s + n.s %}"),
    GROWING.replace("WHAT", "{% set x %}{{ n.s }}{{ n.s }}{% endset %}{% set n.s = x %}"),
    GROWING.replace("WHAT", "{% set n.s = n.s|replace('a', n.s) %}"),
    LONG + "{{ s|join(s) }}",
    LONG + "{{ s|replace('', s) }}",
    LONG + "{% set n = namespace(l=[]) %}{% for i in range(99999) %}{% set n.l = [n.l, s[1:]] %}{% endfor %}",
    "{% macro m() %}{% for i in range(99999) %}" + "x" * 9999 + "{% endfor %}{% endmacro %}{{ m() }}",
    # lists that grow
    GROWING.replace("WHAT", "{% set n.l = n.l + n.l %}"),
    GROWING.replace("WHAT", "{% set n.l = [n.l, n.l] %}"),
    GROWING.replace("WHAT", "{% set n.l = {1: n.l, 2: n.l} %}"),
    GROWING.replace("WHAT", "{% set n.l = [n.l]|batch(2, n.l)|list %}"),
    "{% macro a(d) %}{% if d %}{{ a(d-1, varargs, varargs) }}{% endif %}{% endmacro %}{{ a(60, 1) }}",
    "{% macro a(d) %}{% if d %}{{ a(d-1, x=kwargs, y=kwargs) }}{% endif %}{% endmacro %}{{ a(60, x=1) }}",
    "{{ [1]|slice(10**8)|list|length }}",
    "{{ [1]|slice(slices=10**8)|list|length }}",
    "{{ [1]|batch(10**8, 2)|list|length }}",
    # work that does not show
    LONG + "{{ s.strip(s) }}",
    LONG + "{{ s|trim(s) }}",
    LONG + "{% set t = s ~ '' %}{% for i in range(99999) %}{% if s == t %}{% endif %}{% endfor %}",
    "{% set l = range(90000)|list %}{% for i in range(99999) %}{% if 'x' in l %}{% endif %}{% endfor %}",
    "{% set l = range(90000)|list %}{% for i in range(99999) %}{% if 'x' is in l %}{% endif %}{% endfor %}",
    # numbers
    "{{ 10**10**8 }}",
    "{{ 2**64**64 }}",
    GROWING.replace("WHAT", "{% set n.l = 10**17 * 10**17 %}"),
    "{{ 1|round(10**8, 'ceil') }}",
    "{{ 1|round(precision=10**8, method='floor') }}",
    # the paper as a whole
    "{% for i in range(99999) %}<p>x</p>{% endfor %}",
    "{% for i in range(99999) %}xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}",
]


@pytest.fixture
def soon(request, monkeypatch):
    """Let each limit come at a part of what it is, without --thorough: what has no end meets it as well."""
    if not request.config.getoption("--thorough"):
        for name, part in {"STEPS": 25, "CHARACTERS": 10, "LENGTH": 10, "TAGS": 10}.items():
            monkeypatch.setattr(limits, name, getattr(limits, name) // part)


@pytest.mark.usefixtures("soon")
@pytest.mark.parametrize("source", ENDLESS, ids=range(len(ENDLESS)))
def test_what_goes_on_and_on_is_stopped_at_its_line(fault, source):
    finding = fault("<paper>\n" + source + "\n</paper>")
    assert finding.code == "T150"
    assert finding.position.file == "templates/en/paper.html"
    assert finding.position.line in (1, 2) if "'paper.html'" in source else finding.position.line == 2


REFUSED = [
    ("{{ 'a' * 10**9 }}", "T144"),
    ("{% set x = [1] * 10**9 %}", "T144"),
    ("{{ -'a' }}", "T144"),
    ("{{ (-1.0)**0.5 }}", "T149"),
    ("{{ 1 if '%999999999d' is odd }}", "T144"),
    ("{{ 1 if '%999999999s' is divisibleby('x') }}", "T144"),
    ("{{ ['%999999999d']|select('even')|list|length }}", "T144"),
    ("{{ [[1]]|sum(start=[]) }}", "T144"),
    ("{{ range(10**9)|sum }}", "T144"),
    ("{{ words|dictsort }}", "T144"),
    ("{{ 1|decimal(10**8) }}", "T149"),
    ("{{ 'a'.ljust(10**9) }}", "T148"),
    ("{{ 'a'|center(10**9) }}", "T147"),
    ("{{ 'a'|indent(10**9) }}", "T147"),
    ("{{ '%99999999d'|format(1) }}", "T147"),
    # what would not be read
    ("{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}", "T147"),
    ("{{ " + "[" * 5000 + "1" + "]" * 5000 + " }}", "T147"),
    ("{{ " + "not " * 5000 + "a }}", "T147"),
    ("{{ " + "1+" * 5000 + "1 }}", "T147"),
    ("{{ " + "a~" * 50_000 + "a }}", "T147"),
    ("{% for a in b %}" * 25 + "x" + "{% endfor %}" * 25, "T147"),
    ("{% if a %}" * 99 + "x" + "{% endif %}" * 99, "T147"),
    ("{% if a %}x{% endif %}" * 11_000, "T147"),
    ("{{ " + "9" * 100_000 + " }}", "T147"),
    ("{{ 0x" + "f" * 100_000 + " }}", "T147"),
    ("{{" * 100_000, "T147"),
    ("{#" * 100_000, "T147"),
    ("{%" * 100_000, "T147"),
]


@pytest.mark.parametrize(("source", "code"), REFUSED, ids=[source[:40] for source, _ in REFUSED])
def test_what_could_grow_or_nest_without_end_is_refused_at_its_line(fault, source, code):
    finding = fault("<paper>\n" + source + "\n</paper>")
    assert (finding.code, str(finding.position)) == (code, "templates/en/paper.html:2:1")


def test_a_template_of_many_megabytes_is_refused(fault):
    finding = fault("x" * 5_000_000)
    assert (finding.code, finding.position.file) == ("T155", "templates/en/paper.html")
    assert "too large" in finding.message


@pytest.mark.parametrize("piece", ["<name ", '<name full="" ', "<"])
def test_a_list_of_tags_without_end_is_joined_in_no_time(render, piece):
    source = "{% macro m() %}" + piece * 15_000 + "{% endmacro %}{{ [m(), m()]|joined }}"
    assert render(source).count("<") == 30_000


@pytest.mark.parametrize("piece", ["<!--", "<![CDATA["])
def test_comments_without_end_are_passed_over_in_no_time(render, piece):
    assert render(piece * 20_000) == piece * 20_000


@pytest.mark.parametrize(
    ("rows", "said"), [("<tr><td>x</td></tr>", "elements"), ("<p>" + "x" * 200 + "</p>", "characters")]
)
def test_a_paper_of_no_end_is_refused(fault, rows, said):
    finding = fault("<paper>\n{% for i in range(21000) %}" + rows + "{% endfor %}</paper>")
    assert (finding.code, finding.position.line, said in finding.message) == ("T150", 2, True)


def test_the_clock_is_the_last_resort(fault, monkeypatch):
    monkeypatch.setattr(limits, "SECONDS", 0.0)
    finding = fault("{% for i in range(9999) %}{% endfor %}")
    assert (finding.code, "seconds" in finding.message) == ("T150", True)


HUNGRY = [
    "{{ 0x" + "f" * 200_000 + " }}",
    "{{ " + "a~" * 100_000 + "a }}",
    "{% macro a() %}{% endmacro %}" * 8_000,
    "{{ a }}" * 36_000,
    "{% macro a() %}{% endmacro %}" * 2_000,
    GROWING.replace("WHAT", "{% set n.l = [n.l, range(99999)|list] %}"),
    LONG + "{{ s|replace('', s) }}",
    LONG + "{% set n = namespace(l=[]) %}{% for i in range(99999) %}{% set n.l = [n.l, s[1:]] %}{% endfor %}",
    LONG + "{% set q %}{% for i in range(9) %}{{ s|replace('x', \"'\") }}{% endfor %}{% endset %}{{ q }}",
    "{% macro m() %}{% for i in range(99999) %}" + "x" * 9999 + "{% endfor %}{% endmacro %}{{ m() }}",
    "x" * 20_000_000,
]
FIRST_SEEN = 3
"""The first three, which take longest, are left to --thorough; fewer macros are made each time."""


@pytest.mark.skipif(sys.platform == "win32", reason="the memory of a process is asked as in POSIX")
def test_none_needs_much_memory(tmp_path, request):
    program = """
import resource, sys
from pathlib import Path
from egci_reports.errors import TemplateError
from egci_reports.engine.templating.templates import Templates
from egci_reports.engine.templating.words import load_words
from tests.engine.templating.conftest import SHIPPED
from tests.engine.templating.test_limits import HUNGRY
root = Path(sys.argv[1])
(root / "en").mkdir()
words = load_words((SHIPPED,))[1]
for source in HUNGRY[int(sys.argv[2]):]:
    (root / "en" / "paper.html").write_text(source)
    try:
        Templates((root, SHIPPED), words).render("paper.html", {"a": "", "b": [1]})
    except TemplateError:
        pass
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
status = Path("/proc/self/status")  # Linux counts the memory of the process that started this one, too
if status.exists():
    used = next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
print(used // 1024)
"""
    first = 0 if request.config.getoption("--thorough") else FIRST_SEEN
    command = [sys.executable, "-c", program, str(tmp_path), str(first)]
    ran = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert ran.returncode == 0, ran.stderr
    assert int(ran.stdout) < 500
