"""No class name stands twice in the application nor in the engine: a reader of one need not ask which."""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

PACKAGE = Path(__file__).parents[1] / "egci_reports"
TWINS = {"Flow", "Story", "Furniture"}
"""What the writers of Word and PDF each do in their own way, module beside module of the same name."""


@cache
def classes() -> tuple[tuple[str, Path], ...]:
    """Return the public classes of the program, each with its module below the package."""
    return tuple(
        (node.name, path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    )


@pytest.mark.parametrize("house", ["application", "engine"])
def test_no_class_name_stands_twice_in_a_house(house: str) -> None:
    found = defaultdict(list)
    for name, path in classes():
        if (path.parts[0] == "engine") == (house == "engine"):
            found[name].append(path.as_posix())
    assert len(found) > 50
    twice = {name: places for name, places in found.items() if len(places) > 1 and name not in TWINS}
    assert twice == {}


def test_twins_are_in_both_writers_and_nowhere_else() -> None:
    found = defaultdict(set)
    for name, path in classes():
        found[name].add(path.parent.as_posix())
    both = {"engine/writers/word", "engine/writers/pdf"}
    assert {name: found[name] for name in TWINS} == dict.fromkeys(TWINS, both)
