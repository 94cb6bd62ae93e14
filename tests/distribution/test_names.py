"""Whatever holders are called: no line of a message's head, no path, no formula, no file over another."""

from __future__ import annotations

import csv
import email
import io
import zipfile
from email.policy import default
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from egci_reports.distribution.ledger import content_of, read_ledger
from egci_reports.distribution.names import cell, file_name, one_line
from egci_reports.distribution.spreadsheet import as_csv
from egci_reports.errors import TemplateError
from egci_reports.records.distribution import Channel, Recipient
from tests.distribution.made import ALL, BODY, issuance
from tests.distribution.one_paper import issue

pytestmark = pytest.mark.slow

HOSTILE = (
    "Post\r\nBcc: thief@made-up.example",
    'Post "of" quotes',
    "../../../../etc/passwd",
    "..\\..\\windows\\system",
    "/absolute/post",
    "=cmd|' /C calc'!A0",
    "+1", "-2+3", "@SUM(A1)", "\t=1", "'=1",
    "x" * 300,
    "處" * 120,
    "POST OF LIGHTS",
    "Post of Lights",
    "CON", "aux.pdf", "a:b", "post.", "-rf", "%00", "${HOME}", "{{ 7 * 7 }}", "<b>&amp;</b>",
)  # fmt: skip


def recipients(posts: list[str], channel: Channel) -> list[Recipient]:
    return [Recipient(body=BODY, post=post, channel=channel, address="a@made-up.example") for post in posts]


@pytest.mark.parametrize("channel", [Channel.FOLDER, Channel.ZIP, Channel.DRAFT])
def test_every_hostile_holder_gets_files_of_its_own_in_the_folder_of_the_edition(
    tmp_path: Path, channel: Channel
) -> None:
    made = issuance(tmp_path / "deep" / "down", recipients(list(HOSTILE), channel))
    outcome = issue(made, ALL)
    assert len(outcome.issued) == len(HOSTILE)
    paths = [path for done in outcome.issued for path in done.paths]
    assert len({str(path).casefold() for path in paths}) == len(paths)
    everything = {path for path in tmp_path.rglob("*") if path.is_file()}
    assert everything == {*paths, *outcome.manifest, made.data / "ledger.jsonl"}
    assert all(path.parent == made.folder for path in paths)
    assert all(len(path.name.encode()) < 200 for path in paths)
    if channel is Channel.ZIP:
        for path in paths:
            with zipfile.ZipFile(path) as package:
                assert all("/" not in name and "\\" not in name for name in package.namelist())


def test_the_head_of_a_message_has_only_the_lines_it_is_to_have(tmp_path: Path) -> None:
    outcome = issue(issuance(tmp_path, recipients(list(HOSTILE), Channel.DRAFT)), ALL)
    for done in outcome.issued:
        message = email.message_from_bytes(done.paths[0].read_bytes(), policy=default)
        assert sorted(message.keys()) == ["Content-Type", "MIME-Version", "Subject", "To", "X-Unsent"]
        assert message["To"] == "a@made-up.example"
        assert [part.get_content_type() for part in message.walk()] == [
            "multipart/mixed",
            "text/plain",
            "application/pdf",
            "application/pdf",
        ]


def test_names_stand_as_they_are_in_memos_and_no_markup_or_template_is_read_in_them(tmp_path: Path) -> None:
    outcome = issue(issuance(tmp_path, recipients(["{{ 7 * 7 }}", "<b>&amp;</b>"], Channel.DRAFT)), ALL)
    bodies = [
        email.message_from_bytes(done.paths[0].read_bytes(), policy=default).get_body().get_content()
        for done in outcome.issued
    ]
    assert "{{ 7 * 7 }}" in bodies[0]
    assert "<b>&amp;</b>" in bodies[1]


def test_the_spreadsheet_has_no_formula_and_one_row_for_each_line(tmp_path: Path) -> None:
    made = issuance(tmp_path, recipients(list(HOSTILE), Channel.FOLDER))
    issue(made, ALL)
    lines = read_ledger(made.data)
    text = as_csv(lines).decode()
    assert text.startswith("\ufeff")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == len(lines) + 1
    assert not [value for row in rows for value in row if value.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert any("'=cmd" in value for row in rows for value in row)


@given(st.text(max_size=400))
def test_any_text_is_one_line_and_no_formula(text: str) -> None:
    assert one_line(text).splitlines() in ([], [one_line(text)])
    assert not cell(text).startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(max_size=400), st.text(max_size=400), st.text(max_size=400), st.integers(1, 9999))
def test_any_names_make_one_file_name_told_apart_by_its_number(
    group: str, paper: str, code: str, number: int
) -> None:
    name = file_name(group, paper, "v1.0", number, code)
    assert Path(name).name == name
    assert not set(name) & set('/\\:*?"<>|\r\n\t\0')
    assert name not in (".", "..")
    assert len(name.encode()) < 240
    assert name.casefold() != file_name(group, paper, "v1.0", number + 1, code).casefold()


@settings(max_examples=8, deadline=None)
@given(
    posts=st.lists(st.text(min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=4, unique=True)
)
def test_any_holders_at_all_get_one_copy_each_or_nothing_is_written(
    tmp_path_factory: pytest.TempPathFactory, posts: list[str]
) -> None:
    root = tmp_path_factory.mktemp("any")
    listed = {one.key: one for one in recipients(posts, Channel.FOLDER)}
    made = issuance(root, listed.values())
    try:
        outcome = issue(made, ALL)
    except TemplateError:
        assert content_of(made.data) == b""
        assert not made.out.exists()
        return
    assert len(outcome.issued) == len(listed)
    assert len({path for done in outcome.issued for path in done.paths}) == 2 * len(listed)


@pytest.mark.parametrize(
    "address",
    [
        "a@b\nBcc: c@made-up.example",
        "a b@made-up.example",
        "a@made-up.example, b@made-up.example",
        "A <a@made-up.example>",
        "a@made-up.example>",
        "@made-up.example",
        "a@",
        "a@made-up..example",
        "處@made-up.example",
    ],
)
def test_an_address_that_is_more_than_an_address_is_no_record(address: str) -> None:
    with pytest.raises(ValidationError):
        Recipient(body=BODY, channel=Channel.MAIL, address=address)
