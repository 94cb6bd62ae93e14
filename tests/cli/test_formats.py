"""A format is its folder and one line in the registry: options, building, receipts and `verify` follow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import egci_reports.cli.annual  # noqa: F401 - read before a format is added: --format names its default
from egci_reports.engine.writers.formats import FORMATS
from tests.cli.conftest import Run
from tests.plain_text import MADE_UP_FORMAT


@pytest.fixture
def report(run: Run, tmp_path: Path) -> Iterator[Path]:
    """The report of 2006 in a made-up format that is registered for this test alone."""
    FORMATS.append(MADE_UP_FORMAT)
    try:
        ran = run("annual", "2006", "--format", "made-up", cwd=tmp_path)
        assert (ran.code, ran.out) == (0, "reports/annual-2006.made-up\n")
        assert "Made-up text, " in ran.err
        yield tmp_path / "reports/annual-2006.made-up"
    finally:
        FORMATS.pop()


def test_a_registered_format_is_built_and_verified(run: Run, report: Path) -> None:
    assert b"Expert Group" in report.read_bytes()
    ran = run("verify", str(report))
    assert ran.code == 0
    for told in ("as it was built, byte for byte", "annual 2006, draft", "made-up standard"):
        assert told in ran.out


def test_what_packs_it_anew_is_no_change_and_a_changed_word_is_one(run: Run, report: Path) -> None:
    made = report.read_bytes()
    report.write_bytes(made + b"\n\n")
    assert "the content is as it was built" in run("verify", str(report)).out
    report.write_bytes(made.replace(b"Expert", b"Export", 1))
    ran = run("verify", str(report))
    assert ran.code == 5
    assert "ALTERED since it was built" in ran.out


def test_without_its_line_the_format_is_unknown(run: Run, tmp_path: Path) -> None:
    ran = run("annual", "2006", "--format", "made-up", cwd=tmp_path)
    assert ran.code == 2
    assert "'made-up' is no form: write word, pdf" in ran.err
