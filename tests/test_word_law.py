"""The law of layout over Word files as LibreOffice sets them, and the pages printed in their contents lists.

All files are laid out in one start of LibreOffice, since starting is what takes long.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import pytest

from egci_reports.app.papers.build import Built
from egci_reports.app.papers.order import Format
from egci_reports.engine.document.nodes import Block
from egci_reports.engine.writers.word.write import write_word
from tests.cases import mostly_thorough
from tests.conformance.made import HISTORIES, RECORDS
from tests.conformance.required import require
from tests.engine.writers.pdf.made import filling, paper, para, section, shipped_theme
from tests.layout_law import Rule
from tests.made_up_pack import made as made_up_pack
from tests.papers import file_of, made
from tests.readers.libreoffice import pages_differ, to_pdfs
from tests.word_law import word_breaches

pytestmark = pytest.mark.slow

Papers = Mapping[str, Callable[[], Built]]


def _of(kind: str, *subjects: object) -> Papers:
    return {f"{kind} {subject}": partial(made, kind, str(subject)) for subject in subjects}


def _departments(*bodies: str) -> Papers:
    return {f"part {body}": partial(lambda body: made_up_pack.departments()[body], body) for body in bodies}


def _named(kind: str, papers: Papers, *names: str) -> Papers:
    return {f"{kind} {name}": papers[name] for name in names}


PAPERS = {**_of("history", "all", "short"), **_of("annual", 2024, 2007), **_of("briefing", 21)}
MORE = {**_of("annual", *range(2008, 2024)), **_of("briefing", *range(2, 21))}
"""Papers that keep the law, and those looked at with --thorough."""
WITH_WORDS = {
    "pack": made_up_pack.pack,
    **_departments("made-up-signal-office"),
    **_named("history", HISTORIES, "long"),
    **_named("record", RECORDS, "internal"),
}
MORE_WITH_WORDS = {
    **_departments("made-up-pier-office", "made-up-development-bureau"),
    **_named("history", HISTORIES, "early"),
    **_named("record", RECORDS, "joint"),
}
"""Papers with officers' words or of made-up records, whose contents lists are looked at as well."""
_BROKEN = section("Next", para("x"), level=2, new_page=True)
LAW: dict[str, tuple[tuple[Block, ...], list[Rule]]] = {
    "nearly empty": ((section("One", para("A line."), _BROKEN),), ["page nearly empty"]),
    "heading": ((section("One", filling(60), section("Two", level=2), _BROKEN),), ["heading at the foot"]),
    "lead-in": (
        (section("One", filling(30), para("word " * 50 + "these:"), _BROKEN),),
        ["lead-in at the foot"],
    ),
    "sound": ((section("One", filling(30), section("Two", para("x"), level=1, new_page=True)),), []),
}
"""Papers by what is wrong with them, and the rules that see it."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A Word file, and what LibreOffice prints of it."""

    word: bytes
    pdf: bytes


@pytest.fixture(scope="module")
def printed(pytestconfig: pytest.Config) -> dict[str, Printed]:
    """All papers as LibreOffice prints them, in one start."""
    require(shutil.which("soffice"), "LibreOffice is not installed")
    theme = shipped_theme()
    tiny = replace(theme, styles={**theme.styles, "small": replace(theme.style("small"), size=7.5)})
    seen = PAPERS | WITH_WORDS
    seen |= MORE | MORE_WITH_WORDS if pytestconfig.getoption("--thorough") else {}
    files = {name: file_of(make(), Format.WORD) for name, make in seen.items()}
    files |= {name: write_word(paper(*blocks), theme, None) for name, (blocks, _) in LAW.items()}
    files |= {"tiny": write_word(paper(para("Words.", role="small")), tiny, None)}
    pdfs = to_pdfs(list(files.values()))
    return {name: Printed(files[name], pdf) for name, pdf in zip(files, pdfs, strict=True)}


@pytest.mark.parametrize("name", mostly_thorough([*PAPERS, *MORE], range(len(PAPERS))))
def test_word_files_keep_the_law(name: str, printed: dict[str, Printed]) -> None:
    assert word_breaches(printed[name].pdf) == []


def test_contents_of_word_files_have_the_pages_of_libreoffice(printed: dict[str, Printed]) -> None:
    """The page numbers printed in contents lists and those of references to pages."""
    assert [
        f"{name}: {one}" for name, each in printed.items() for one in pages_differ(each.word, each.pdf)
    ] == []


@pytest.mark.parametrize("name", LAW)
def test_each_rule_sees_what_breaks_it(name: str, printed: dict[str, Printed]) -> None:
    assert [breach.rule for breach in word_breaches(printed[name].pdf)] == LAW[name][1]


def test_type_that_is_too_small_is_seen(printed: dict[str, Printed]) -> None:
    assert [breach.rule for breach in word_breaches(printed["tiny"].pdf)] == ["type too small"]
