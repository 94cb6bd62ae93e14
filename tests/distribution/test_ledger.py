"""The ledger: any line changed, put in, moved, taken out or cut off is found at its place."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from egci_reports.distribution.audit import LedgerHead, audit
from egci_reports.distribution.entries import CopyEvent, LedgerEntry, LedgerLine, next_line
from egci_reports.distribution.ledger import content_of, open_ledger, read_ledger
from egci_reports.errors import VerificationError, WriteError
from tests.cli.conftest import SOURCE
from tests.distribution.made import ALL, NOW, issuance, posts
from tests.distribution.one_paper import issue

ENTRY = LedgerEntry(
    CopyEvent.ISSUED,
    "annual-2008",
    "1.0",
    "a" * 64,
    1,
    9,
    "made-up",
    "Made-up 處",
    "folder",
    "f.pdf",
    "b" * 64,
    4,
)


@cache
def lines() -> tuple[LedgerLine, ...]:
    found: list[LedgerLine] = []
    for number in range(1, 10):
        entry = replace(ENTRY, copy=number, holder=f"Made-up Office {number}")
        found.append(next_line(found[-1] if found else None, entry, NOW))
    return tuple(found)


def text(some: list[bytes] | None = None) -> bytes:
    return b"".join([line.text for line in lines()] if some is None else some)


def told(content: bytes, *heads: LedgerHead) -> list[tuple[str, int]]:
    return [(f.code, f.position.line) for f in audit(content, heads) if f.position]


def head() -> LedgerHead:
    return LedgerHead(len(lines()), lines()[-1].hash, "annual-2008-v1.0")


def test_nothing_is_found_in_a_ledger_as_it_was_written() -> None:
    assert told(text(), head()) == []
    assert told(b"") == []


@given(st.integers(0, 8), st.data())
def test_a_changed_line_is_found_at_its_place(index: int, data: st.DataObject) -> None:
    texts = [line.text for line in lines()]
    place = data.draw(st.integers(0, len(texts[index]) - 2))
    byte = data.draw(st.integers(32, 126))
    assume(texts[index][place] != byte)
    texts[index] = texts[index][:place] + bytes([byte]) + texts[index][place + 1 :]
    assert told(text(texts))[0] == ("V501", index + 1)


@pytest.mark.parametrize("index", range(9))
@pytest.mark.parametrize("field", ["holder", "recipient", "sha256", "result", "event"])
def test_a_line_rewritten_with_a_hash_that_fits_is_found_by_the_next_or_by_a_manifest(
    index: int, field: str
) -> None:
    value = CopyEvent.FAILED if field == "event" else "forged"
    forged = next_line(
        lines()[index - 1] if index else None, replace(lines()[index].entry, **{field: value}), NOW
    )
    texts = [line.text for line in lines()]
    texts[index] = forged.text
    expected = ("V502", index + 2) if index < 8 else ("V503", 9)
    assert told(text(texts), head())[0] == expected


@given(st.integers(0, 7), st.integers(1, 9))
def test_lines_taken_out_are_found_where_they_are_missing(first: int, count: int) -> None:
    texts = [line.text for line in lines()]
    del texts[first : min(first + count, 8)]
    assert told(text(texts), head())[0] == ("V502", first + 1)


@given(st.permutations(range(9)))
def test_lines_in_another_order_are_found_at_the_first_that_is_out_of_place(order: list[int]) -> None:
    first = next((i for i, number in enumerate(order) if i != number), None)
    found = told(text([lines()[number].text for number in order]))
    assert found[:1] == ([] if first is None else [("V502", first + 1)])


@pytest.mark.parametrize("index", range(9))
def test_a_line_put_in_is_found(index: int) -> None:
    texts = [line.text for line in lines()]
    double = [*texts[: index + 1], *texts[index:]]
    assert told(text(double))[0] == ("V502", index + 2)


@pytest.mark.parametrize("index", range(8))
def test_a_forged_line_put_in_with_a_hash_that_fits_is_found_by_the_next(index: int) -> None:
    texts = [line.text for line in lines()]
    forged = next_line(lines()[index], replace(ENTRY, holder="A holder who never was"), NOW)
    texts.insert(index + 1, forged.text)
    assert told(text(texts))[0] == ("V502", index + 3)


def test_a_line_added_at_the_end_in_good_form_cannot_be_told_from_a_true_one_but_all_before_stands() -> None:
    """What a chain cannot prove: whoever can write the file can add to it."""
    forged = next_line(lines()[-1], ENTRY, NOW)
    assert told(text() + forged.text, head()) == []


@pytest.mark.parametrize("left", range(9))
def test_lines_cut_off_the_end_are_found_by_what_a_manifest_knows(left: int) -> None:
    texts = [line.text for line in lines()][:left]
    assert told(text(texts), head()) == [("V503", max(left, 1))]
    assert told(text(texts)) == []


@pytest.mark.parametrize(
    "line",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b"\xff\xfe",
        b"[" * 5000,
        lines()[0].text.rstrip() + b" ",
        lines()[0].text.rstrip().replace(b'"copy":1', b'"copy":true'),
        lines()[0].text.rstrip().replace(b'"copy":1', b'"copy":1,"more":1'),
        lines()[0]
        .text.rstrip()
        .replace(b'"holder":"', b'"holder":["')
        .replace(b'","channel', b'"],"channel'),
    ],
)
def test_what_is_no_line_is_found_whatever_it_is(line: bytes) -> None:
    assert told(line + b"\n" + text([one.text for one in lines()[1:]])) == [("V501", 1)]


def test_an_issue_is_refused_on_a_ledger_that_is_not_as_it_was_written(tmp_path: Path) -> None:
    made = issuance(tmp_path, posts(3))
    issue(made, ALL)
    path = tmp_path / "data" / "ledger.jsonl"
    whole = path.read_bytes()
    for broken in (whole.replace(b"Post 2", b"Post 7"), b"\n".join(whole.split(b"\n")[:2]) + b"\n", b""):
        path.write_bytes(broken)
        with pytest.raises(VerificationError):
            issue(made, ALL)
        assert path.read_bytes() == broken


@given(st.integers(1, 300))
def test_a_last_line_that_was_not_written_to_its_end_is_taken_off_and_written_anew(
    tmp_path_factory: pytest.TempPathFactory, torn: int
) -> None:
    data = tmp_path_factory.mktemp("torn")
    part = lines()[8].text[:torn]
    (data / "ledger.jsonl").write_bytes(text([line.text for line in lines()[:8]]) + part)
    assert told(content_of(data)) == [("V504", 9)]
    assert len(read_ledger(data)) == 8
    with open_ledger(data, clock=lambda: NOW) as ledger:
        ledger.append(lines()[8].entry)
    assert content_of(data) == text()


def test_while_one_run_writes_another_is_refused_and_reading_goes_on(tmp_path: Path) -> None:
    with open_ledger(tmp_path, clock=lambda: NOW) as ledger:
        ledger.append(ENTRY)
        code = (
            "import sys; from pathlib import Path; from egci_reports.errors import WriteError\n"
            "from egci_reports.distribution.ledger import open_ledger, read_ledger\n"
            "print(len(read_ledger(Path(sys.argv[1]))))\n"
            "try:\n    open_ledger(Path(sys.argv[1])).__enter__()\n"
            "except WriteError as error:\n    print(error.findings[0].code)\n"
        )
        ran = subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)],
            cwd=SOURCE,
            capture_output=True,
            text=True,
            timeout=60,
        )
        assert ran.stdout.split() == ["1", "W311"], ran.stderr
        with pytest.raises(WriteError), open_ledger(tmp_path):
            pass
    with open_ledger(tmp_path) as ledger:
        assert len(ledger.lines) == 1


def test_every_line_bears_the_time_of_its_writing_and_the_hash_of_the_one_before(tmp_path: Path) -> None:
    issue(issuance(tmp_path, posts(3)), ALL, clock=lambda: NOW)
    raw = [json.loads(line) for line in content_of(tmp_path / "data").splitlines()]
    assert [line["at"] for line in raw] == ["2030-01-02T03:04:05Z"] * 3
    assert [line["before"] for line in raw] == ["0" * 64, raw[0]["hash"], raw[1]["hash"]]
    manifest = next((tmp_path / "reports").rglob("manifest.json"))
    assert json.loads(manifest.read_bytes())["ledger"] == {"lines": 3, "head": raw[2]["hash"]}


def test_a_ledger_of_one_line_that_was_written_anew_is_found_by_a_manifest() -> None:
    forged = next_line(None, replace(ENTRY, holder="A holder who never was"), NOW)
    known = LedgerHead(1, lines()[0].hash, "annual-2008-v1.0")
    assert told(forged.text, known) == [("V503", 1)]
    assert told(lines()[0].text, known) == []
