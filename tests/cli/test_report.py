"""How findings look: place, code, the line with a caret, the hint."""

from __future__ import annotations

import click
from hypothesis import given
from hypothesis import strategies as st

from egci_reports.cli.layout import fit, hang, plain, width_of, wrap
from egci_reports.cli.report import count, describe, failure
from egci_reports.cli.settings import Settings
from egci_reports.errors import Finding, Position, RecordsError, Severity, WriteError


def shown(finding: Finding) -> list[str]:
    return click.unstyle(describe(finding)).splitlines()


def test_a_finding_tells_place_code_message_line_and_hint() -> None:
    finding = Finding(
        "R102",
        "unknown field 'venu'",
        Position("data/meetings/19.yaml", 9, 3),
        "did you mean 'venue'?",
        source="  venu: Guangzhou",
    )
    assert shown(finding) == [
        "data/meetings/19.yaml:9:3: error[R102] unknown field 'venu'",
        "     9 |   venu: Guangzhou",
        "       |   ^",
        "  hint: did you mean 'venue'?",
    ]


def test_the_caret_stands_under_the_character_after_chinese_ones() -> None:
    source = "  name: {tc: 資科辦, sc: X}"
    finding = Finding("R101", "odd", Position("data/bodies.yaml", 1, source.index("X") + 1), source=source)
    _, line, caret = shown(finding)
    assert width_of(caret[: caret.index("^")]) == width_of(line[: line.index("X")])


def test_a_finding_without_a_place_or_a_line_is_one_line() -> None:
    assert shown(Finding("U201", "no workspace")) == ["error[U201] no workspace"]
    assert len(shown(Finding("R103", "missing", Position("a.yaml", 1, 1), source="   "))) == 1


def test_control_characters_of_a_file_do_not_reach_the_terminal() -> None:
    finding = Finding(
        "R1", "odd \x1b[2J", Position("a\x1b.yaml", 1, 4), "a\x07", source="a\x1b[31mb\u202ec\tX"
    )
    text = "\n".join(shown(finding))
    assert not {"\x1b", "\x07", "\u202e", "\t"} & set(text)
    assert "\\x1b[2J" in text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400), st.data(), st.integers(30, 110))
def test_a_long_line_is_cut_so_that_the_place_stays_in_sight(
    text: str, data: st.DataObject, room: int
) -> None:
    line = text.replace("\n", " ") + "X"
    index = data.draw(st.integers(0, len(line) - 1))
    shown_line, before = fit(line, index, room)
    assert shown_line.startswith(before)
    assert width_of(shown_line) <= room + 1
    assert shown_line[len(before) :][:1] == plain(line[index])[:1]


@given(st.lists(st.text("abcde 香港資料", min_size=1, max_size=12), max_size=40), st.integers(20, 60))
def test_wrapping_keeps_every_word_within_the_width(words: list[str], width: int) -> None:
    text = " ".join(words)
    lines = wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width_of(line) <= width or " " not in line for line in lines)


def test_an_address_is_never_broken() -> None:
    address = "https://example.org/" + "a/" * 60
    assert address in hang("", f"see {address}", 10, 40)[1]


def test_lines_of_a_numbered_entry_stand_under_its_words() -> None:
    assert hang("Areas", "1. one two three four five six", 8, 28) == [
        "Areas   1. one two three",
        "           four five six",
    ]


def test_findings_are_counted_with_their_files() -> None:
    one = Finding("A", "a", Position("x", 1, 1))
    two = Finding("B", "b", Position("y", 1, 1), severity=Severity.WARNING)
    assert count([one]) == "1 error in 1 file"
    assert count([one, one, two]) == "2 errors and 1 warning in 2 files"
    assert count([]) == "no errors"


def test_a_refused_command_says_that_nothing_was_written(capsys: object) -> None:
    findings = (
        Finding("B", "second", Position("a.yaml", 9, 1)),
        Finding("A", "first", Position("a.yaml", 2, 1)),
    )
    assert failure(RecordsError(*findings), Settings(writes=True)) == 1
    err = capsys.readouterr().err  # type: ignore[attr-defined]
    assert err.index("first") < err.index("second")
    assert err.endswith("2 errors in 1 file. Nothing was written.\n")
    assert failure(WriteError(findings[0]), Settings(writes=True)) == 4
    assert "Nothing was written" not in capsys.readouterr().err  # type: ignore[attr-defined]
    assert failure(RecordsError(findings[0]), Settings()) == 1
    assert "Nothing was written" not in capsys.readouterr().err  # type: ignore[attr-defined]
