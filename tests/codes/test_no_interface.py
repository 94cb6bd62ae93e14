"""Codes are for officers: no module of the program finds out by a code what has happened."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import egci_reports

pytestmark = pytest.mark.slow

PACKAGE = Path(egci_reports.__file__).parent


def code_questions(source: str) -> Iterator[int]:
    """Yield the lines at which a program asks what a code is: compares, matches, or looks into it."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Compare(left=left, comparators=others):
                asked = [left, *others]
            case ast.Call(func=ast.Attribute(value=text)) | ast.Subscript(value=text):
                asked = [text]
            case ast.Match(subject=subject):
                asked = [subject]
            case _:
                continue
        if any(isinstance(one, ast.Attribute) and one.attr == "code" for one in asked):
            yield node.lineno


@pytest.mark.parametrize(
    "source",
    [
        'finding.code == "E601"',
        '"E601" != built.blocked[0].code',
        "one.code in _ROUGH",
        "one.code == UNREADABLE",
        'one.code.startswith("T2")',
        "one.code[:2]",
        'match finding.code:\n    case "E601":\n        pass',
    ],
)
def test_what_asks_for_a_code_is_found(source: str) -> None:
    assert list(code_questions(source)) == [1]


def test_no_module_asks_what_the_code_of_a_finding_is() -> None:
    asking = [
        f"{path.relative_to(PACKAGE).as_posix()}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line in code_questions(path.read_text("utf-8"))
    ]
    assert asking == [], "a code is explained to officers; tell modules with a type, an enum, or a function"
