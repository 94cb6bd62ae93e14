"""Templates reach data and nothing else: every object of every context is asked for all that it has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache, cached_property
from pathlib import Path
from types import BuiltinMethodType, FunctionType, GeneratorType, MethodType, ModuleType

import pytest
from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from pydantic import BaseModel

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import build
from egci_reports.app.papers.departments import ALL as EVERY_DEPARTMENT
from egci_reports.app.papers.departments import drafts_for
from egci_reports.app.papers.order import Audience, Order
from egci_reports.app.papers.output import write
from egci_reports.distribution.addenda import amendments
from egci_reports.engine.templating.environment import PaperEnvironment, make_environment
from egci_reports.engine.templating.templates import Templates
from egci_reports.engine.templating.word_list import WordList
from egci_reports.for_templates import for_templates
from egci_reports.records.base import Model, PartialDate
from egci_reports.records.meetings import Meeting
from egci_reports.workspace import find_workspace
from tests.conftest import RETURNS
from tests.distribution.made import ALL, edition, issuance, posts
from tests.distribution.one_paper import issue
from tests.engine.english import ENGLISH
from tests.engine.templating.conftest import SHIPPED
from tests.made_up_pack.amended import LATE, PACK, change
from tests.made_up_pack.made import ORDER, put_together, workspace
from tests.papers import ROOT

pytestmark = pytest.mark.slow

TEXT = {
    "endswith",
    "lower",
    "lstrip",
    "removeprefix",
    "removesuffix",
    "rstrip",
    "split",
    "startswith",
    "strip",
}
LISTED = {
    str: TEXT | {"upper"},
    date: {"day", "month", "year"},
    Enum: {"name", "value"},
    Mapping: {"get", "items", "keys", "values"},
}
INTERFACE = {("WordList", "several"), ("Returned", "beyond")}
"""The methods of ours that templates may call. Whoever marks another adds it here."""

DATA = str | int | float | bool | None | date | Path | Enum | tuple | list | dict | frozenset | set | Mapping
CODE = FunctionType | GeneratorType | ModuleType | type | MethodType | BuiltinMethodType


@pytest.fixture
def environment() -> PaperEnvironment:
    return make_environment([SHIPPED], "en", WordList("words.toml", ENGLISH))


@cache
def declared(kind: type) -> set[str]:
    """Return what a template may read of a type, worked out from what the type declares."""
    names = {name for base, listed in LISTED.items() if issubclass(kind, base) for name in listed}
    names |= {method for owner, method in INTERFACE if owner == kind.__name__}
    if issubclass(kind, BaseModel):
        names |= set(kind.model_fields)
    elif is_dataclass(kind):
        names |= {field.name for field in fields(kind)}
    else:
        names |= set(getattr(kind, "_fields", ()))
    for base in kind.__mro__:
        if base.__module__.startswith("egci_reports."):
            names |= {n for n, v in vars(base).items() if isinstance(v, property | cached_property)}
    return {name for name in names if not name.startswith("_")}


def orders() -> Iterator[tuple[Path, Order]]:
    """Yield papers whose contexts hold objects of every kind: another year or plenary adds none."""
    yield from ((ROOT, Order("annual", str(year))) for year in (2006, 2024, 2025))
    yield ROOT, Order("history", "")
    yield ROOT, Order("briefing", "20")
    yield workspace(), ORDER
    yield workspace(), Order("annual", "2012", marking="MADE UP")
    yield RETURNS, Order("call", "3", audience=Audience.DEPARTMENT)


@pytest.fixture
def letters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The contexts of the letters that go with two editions of a paper, the second instead of the first."""
    contexts: list[object] = []
    render = Templates.render

    def recorded(self: Templates, name: str, context: Mapping[str, object]) -> str:
        contexts.append(context)
        return render(self, name, context)

    monkeypatch.setattr(Templates, "render", recorded)
    issue(issuance(tmp_path, posts(2), edition("1.0")), ALL)
    issue(issuance(tmp_path, posts(2), edition("1.1", "c" * 64)), ALL)
    return contexts


def reached(environment: PaperEnvironment, roots: list[object]) -> dict[int, object]:
    """Return all that a template can reach from some objects, by identity."""
    found: dict[int, object] = {}
    waiting = list(roots)
    while waiting:
        value = waiting.pop()
        if id(value) in found:
            continue
        found[id(value)] = value
        if isinstance(value, str | int | float | date | None):
            continue
        if isinstance(value, Mapping):
            waiting += [*value, *value.values()]
        elif isinstance(value, tuple | list | set | frozenset):
            waiting += value
        for name in declared(type(value)):
            with suppress(IndexError):  # a property of what the first of a series has not
                got = environment.getattr(value, name)
                if not isinstance(got, MethodType | BuiltinMethodType):
                    waiting.append(got)
    return found


def addendum(root: Path) -> Mapping[str, object]:
    """Return the context of an addendum with all kinds of changes."""
    put_together(root)
    home = find_workspace(root, root)
    write(build(begin(home, replace(ORDER, subject="4", edition="1.0"))), home.reports)
    change(root, PACK, *LATE)
    (found,) = amendments(home, replace(ORDER, subject="4", edition="1.0"))
    assert found.draft is not None
    return found.draft.paper.context


def test_every_attribute_of_every_object_of_every_context_answers_only_if_it_is_declared(
    environment, letters, tmp_path, pytestconfig
):
    bodies = EVERY_DEPARTMENT if pytestconfig.getoption("--thorough") else "made-up-signal-office"
    contexts = [begin(find_workspace(root, root), order).paper.context for root, order in orders()]
    made = find_workspace(workspace(), workspace())
    contexts += [draft.paper.context for draft in drafts_for(made, ORDER, bodies)]
    contexts.append(addendum(tmp_path / "addendum"))
    assert len(letters) >= 6
    found = reached(environment, [*contexts, *letters, WordList("words.toml", ENGLISH)])
    one_of_each = {type(value): value for value in found.values()}
    assert not [kind for kind in one_of_each if issubclass(kind, CODE)]
    assert Meeting in one_of_each
    assert len(one_of_each) > 150
    answered = set()
    for kind, value in one_of_each.items():
        names = {*dir(value), *dir(kind), "parse_raw", "model_construct"}
        names -= set(value) if isinstance(value, Mapping) else set()
        for name in names:
            for read in (environment.getattr, environment.getitem):
                with suppress(IndexError, SecurityError):
                    if not isinstance(read(value, name), Undefined):
                        assert name in declared(kind), kind
                        answered.add(name)
    assert {"several", "beyond", "name"} <= answered


INHERITED = [name for name in dir(BaseModel) if not name.startswith("_")]


@pytest.mark.parametrize("name", [*INHERITED, "__class__", "__dict__", "__init__", "__pydantic_fields_set__"])
@pytest.mark.parametrize("way", ["x.{0}", "x['{0}']", "x|attr('{0}')", "[x]|map(attribute='{0}')|first"])
def test_what_records_inherit_is_out_of_reach(fault, name, way):
    finding = fault("<paper>\n{% set y = " + way.format(name) + " %}{{ y }}</paper>", x=RECORD)
    assert (finding.code, finding.position.line) == ("T148", 2)
    assert "unsafe" in finding.message


class Record(Model):
    """A made-up record."""

    title: str = "a record"

    def rewrite(self) -> str:
        """Return something that templates may not ask for."""
        return "rewritten"


RECORD = Record()


@pytest.mark.parametrize("name", ["parse_raw", "parse_file"])
def test_no_record_can_unpickle(name):
    assert getattr(Meeting, name) is None


@pytest.mark.parametrize(
    "source",
    [
        "x.rewrite()",
        "x.rewrite",
        "range.__globals__",
        "range.__class__",
        "joiner('x').sep",
        "namespace(a=1)._Namespace__attrs",
        "namespace(a=1).__class__",
        "words.table('x')",
        "words.several.__func__",
        "words.__call__",
        "'a'.rstrip.__self__",
        "'a'.encode()",
        "'a'.join(['b'])",
        "'a'.replace('a', 'b')",
        "'a'.ljust(3)",
        "'a'.zfill(3)",
        "'a'.translate({})",
        "[1].copy()",
        "(1).bit_length()",
        "(1).real",
        "{}.setdefault(1, 2)",
        "([1]|map('abs')).gi_frame",
        "m.name",
        "m.arguments",
        "m.catch_kwargs",
        "m._func",
        "self.__class__",
        "self._TemplateReference__context",
        "shared._body_stream",
        "shared.__name__",
        "shared.row.name",
        "absent._undefined_obj",
        "[x]|map(attribute='rewrite')|first",
        "[x, x]|sort(attribute='rewrite')|first",
        "[x, x]|groupby('rewrite')|first",
        "[x]|sum('rewrite')",
        "[x]|selectattr('rewrite')|list",
        "x|attr('rewrite')",
        "x['rewrite']",
        "kind.mro()",
        "kind('x')",
        "function(1)",
        "function.__globals__",
        "module.system",
        "method(1)",
        "[1].__class__",
        "absent.__class__",
    ],
)
def test_no_way_leads_to_what_is_not_data(fault, source):
    head = '{% import "macros.html" as shared %}{% macro m() %}{% endmacro %}\n'
    context = {"x": RECORD, "kind": str, "function": len, "module": pytest, "method": "a".join}
    finding = fault(head + "{{ " + source + " }}", **context)
    assert (finding.code, str(finding.position)) == ("T148", "templates/en/paper.html:2:1")


@pytest.mark.parametrize("attribute", ["_iterable", "_recurse", "__init__", "__class__"])
def test_a_loop_shows_where_it_stands_only(fault, render, attribute):
    assert fault("{% for x in [1] %}{{ loop." + attribute + " }}{% endfor %}").code == "T148"
    assert render("{% for x in [7, 8] %}{{ loop.index }}{{ loop.length }}{% endfor %}") == "1222"


def test_a_caller_is_called_and_not_looked_into(fault, render):
    macro = "{% macro m() %}{{ caller WHAT }}{% endmacro %}{% call m() %}x{% endcall %}"
    assert render(macro.replace(" WHAT", "()")) == "x"
    assert fault(macro.replace(" WHAT", ".name")).code == "T148"


class Marked(Model):
    """A made-up record with a method for templates."""

    @for_templates
    def doubled(self, number: int) -> int:
        """Return a number twice."""
        return 2 * number


def test_a_marked_method_can_be_called_and_nothing_else_can_be_asked_of_it(fault, render):
    assert render("{{ x.doubled(2) }}", x=Marked()) == "4"
    assert fault("{{ x.doubled.__func__ }}", x=Marked()).code == "T148"


def test_properties_and_fields_are_read(render):
    source = "{{ x.year }} {{ 1 if x.is_whole else 0 }} {{ x.last.day }}"
    assert render(source, x=PartialDate(2018, 10)) == "2018 0 31"
