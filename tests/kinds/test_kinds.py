"""A kind says itself what is asked of it: no other module knows it by its name."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import egci_reports
from egci_reports.kinds import KINDS
from egci_reports.records.audience.reader import Audience
from egci_reports.records.paper_kinds import PaperKind

pytestmark = pytest.mark.slow

PACKAGE = Path(egci_reports.__file__).parent


def _asked(source: str) -> Iterator[int]:
    """Yield the lines that compare something with the name of a kind of paper."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Compare):
            texts = {one.value for one in ast.walk(node) if isinstance(one, ast.Constant)}
            if texts & KINDS.keys():
                yield node.lineno


def test_a_question_for_the_name_of_a_kind_is_found() -> None:
    assert list(_asked('order.kind in ("briefing", "department")\nx == "annual"')) == [1, 2]


def test_no_module_asks_which_kind_a_paper_is_by_its_name() -> None:
    asking = [
        f"{path.relative_to(PACKAGE).as_posix()}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        for line in _asked(path.read_text("utf-8"))
    ]
    assert asking == [], "declare it in KindEntry (kinds/__init__.py)"


@pytest.mark.parametrize("kind", PaperKind)
def test_copies_are_given_to_readers_for_whom_the_paper_or_its_parts_are_made(kind: PaperKind) -> None:
    entries = [entry for name, entry in KINDS.items() if kind in (name, entry.part_of)]
    made_for = {audience for entry in entries for audience in entry.audiences}
    if KINDS[kind].brings_forms:  # made for all departments alike
        made_for.add(Audience.DEPARTMENT)
    assert set(kind.audiences) <= made_for


def test_each_kind_is_made_with_all_papers_or_says_for_what_it_is_made() -> None:
    with_all = {kind for kind, entry in KINDS.items() if entry.occasion is None}
    assert with_all == {"annual", "history", "briefing", "department"}


def test_no_template_names_the_group_of_the_shipped_records() -> None:
    templates = PACKAGE.parent / "templates" / "en"
    hint = 'say = "write Expert Group, or EGCI"'  # of house style, to officers
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted([*templates.rglob("*.html"), templates / "words.toml"])
        for line in path.read_text("utf-8").splitlines()
        if ("EGCI" in line or "Informatisation" in line) and hint not in line
    ]
    assert found == [], "take the name from the records: {group}, {group_name}"
