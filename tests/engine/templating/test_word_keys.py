"""Every text of words.toml is asked for somewhere, and every text asked for is there with its slots.

The calls are read from the source: `words("...")` in templates and Python, `say`, `count` and `several`.
Where a key is put together ("cells." ~ state), any text that fits counts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from jinja2 import Environment, nodes

from egci_reports.engine.templating.word_list import WordList, slots_of
from egci_reports.engine.templating.words import load_words
from tests.engine.templating.conftest import SHIPPED

pytestmark = pytest.mark.slow

ROOT = SHIPPED.parent
PACKAGE = ROOT / "egci_reports"
ASKING = ("words", "_words")
METHODS = ("say", "count", "several")
FORMS = r"(?:\.(?:none|one|many))?"


@dataclass(frozen=True)
class Use:
    """A text asked for: where, by which pattern of keys, and with which slots if that can be told."""

    where: str
    pattern: str
    slots: frozenset[str] | None = None

    def fits(self, key: str) -> bool:
        return re.fullmatch(self.pattern, key) is not None


@cache
def words() -> WordList:
    return load_words((SHIPPED,))[1]


def keys() -> list[str]:
    return [*words().texts, *words().lists]


def in_templates() -> Iterator[Use]:
    parser = Environment(autoescape=True)
    for path in sorted(SHIPPED.rglob("*.html")):
        for call in parser.parse(path.read_text("utf-8")).find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "words":
                where = f"{path.relative_to(ROOT)}:{call.lineno}"
                yield Use(where, _of_jinja(call.args[0]), frozenset(pair.key for pair in call.kwargs))


def _of_jinja(key: nodes.Expr) -> str:
    if isinstance(key, nodes.Const):
        return re.escape(str(key.value))
    return "".join(map(_of_jinja, key.nodes)) if isinstance(key, nodes.Concat) else ".+"


def in_python() -> Iterator[Use]:
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.name in ("words.py", "word_list.py"):
            continue  # what looks the texts up
        prefix = "charts." if path.is_relative_to(PACKAGE / "charts") else ""
        for call in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(call, ast.Call) and call.args and _asks(call.func):
                yield from _of_call(call, f"{path.relative_to(ROOT)}:{call.lineno}", re.escape(prefix))


def _of_call(call: ast.Call, where: str, prefix: str) -> Iterator[Use]:
    counts = _name(call.func) == "count"
    given = {word.arg for word in call.keywords if word.arg} | ({"n"} if counts else set())
    slots = None if any(word.arg is None for word in call.keywords) else frozenset(given)
    for key in _alternatives(call.args[0]):
        pattern = "".join(_of_string(key))
        if pattern != ".+":
            yield Use(where, prefix + pattern + (FORMS if counts else ""), slots)


def _alternatives(key: ast.expr) -> list[ast.expr]:
    return [*_alternatives(key.body), *_alternatives(key.orelse)] if isinstance(key, ast.IfExp) else [key]


def _of_string(key: ast.expr) -> Iterator[str]:
    if isinstance(key, ast.Constant) and isinstance(key.value, str):
        yield re.escape(key.value)
    elif isinstance(key, ast.JoinedStr):
        for part in key.values:
            yield from _of_string(part)
    else:
        yield ".+"


def _asks(function: ast.expr) -> bool:
    if isinstance(function, ast.Attribute) and function.attr in METHODS:
        return _name(function.value) in ASKING
    return _name(function) in ASKING


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


def literals() -> Iterator[str]:
    """The texts in the charts' code, wherever they stand: some are chosen before they are used as keys."""
    for path in sorted((PACKAGE / "charts").rglob("*.py")):
        for constant in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(constant, ast.Constant) and isinstance(constant.value, str):
                yield f"charts.{constant.value}"


@cache
def uses() -> tuple[Use, ...]:
    return (*in_templates(), *in_python())


def test_the_calls_are_found():
    files = {use.where.rpartition(":")[0] for use in uses()}
    assert {
        "templates/en/records.html",
        "egci_reports/charts/timeline.py",
        "egci_reports/app/papers/meta.py",
    } <= files


def test_each_text_asked_for_is_there():
    missing = [f"{use.where} asks for {use.pattern}" for use in uses() if not any(map(use.fits, keys()))]
    assert missing == []


def test_each_text_asked_for_is_given_its_slots():
    wanting = [
        f"{use.where}: {key} has slots that are not given"
        for use in uses()
        if use.slots is not None and ".+" not in use.pattern
        for key in filter(use.fits, keys())
        if not slots_of(words().texts.get(key, "")) <= use.slots
    ]
    assert wanting == []


def test_each_text_is_asked_for():
    direct = set(literals())
    unused = [
        key
        for key in keys()
        if key not in direct
        and re.sub(r"\.(?:none|one|many)$", "", key) not in direct
        and not any(use.fits(key) for use in uses())
    ]
    assert unused == []
