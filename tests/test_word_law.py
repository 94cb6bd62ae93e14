"""The law of layout over Word files, as LibreOffice sets them."""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from egci_reports.app.papers.order import Format
from egci_reports.engine.document.nodes import Block
from egci_reports.engine.writers.word.write import write_word
from tests.conformance.required import require
from tests.engine.writers.pdf.made import filling, paper, para, section, shipped_theme
from tests.layout_law import Rule
from tests.papers import file_of, made
from tests.readers.libreoffice import to_pdfs
from tests.word_law import word_breaches

PAPERS = [
    ("history", "all"),
    ("history", "short"),
    ("annual", "2024"),
    ("annual", "2007"),
    ("briefing", "21"),
]
MORE = [*(("annual", str(year)) for year in range(2008, 2024)), *(("briefing", str(n)) for n in range(2, 21))]


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


@pytest.fixture(scope="module")
def printed(pytestconfig: pytest.Config) -> dict[str, bytes]:
    """All papers as LibreOffice prints them, in one start."""
    require(shutil.which("soffice"), "LibreOffice is not installed")
    theme = shipped_theme()
    tiny = replace(theme, styles={**theme.styles, "small": replace(theme.style("small"), size=7.5)})
    real = [*PAPERS, *(MORE if pytestconfig.getoption("--thorough") else ())]
    files = {" ".join(each): file_of(made(*each), Format.WORD) for each in real}
    files |= {name: write_word(paper(*blocks), theme, None) for name, (blocks, _) in LAW.items()}
    files |= {"tiny": write_word(paper(para("Words.", role="small")), tiny, None)}
    return dict(zip(files, to_pdfs(list(files.values())), strict=True))


@pytest.mark.parametrize("which", [*PAPERS, *(pytest.param(one, marks=pytest.mark.thorough) for one in MORE)])
def test_word_files_keep_the_law(which: tuple[str, str], printed: dict[str, bytes]) -> None:
    assert word_breaches(printed[" ".join(which)]) == []


@pytest.mark.parametrize("name", LAW)
def test_each_rule_sees_what_breaks_it(name: str, printed: dict[str, bytes]) -> None:
    assert [breach.rule for breach in word_breaches(printed[name])] == LAW[name][1]


def test_type_that_is_too_small_is_seen(printed: dict[str, bytes]) -> None:
    assert [breach.rule for breach in word_breaches(printed["tiny"])] == ["type too small"]
