"""What the processes of a test session share is made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shared import shared


def _fail() -> list[str]:
    raise AssertionError("it is made a second time")


def test_what_one_process_has_made_is_read_and_not_made_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EGCI_TEST_SESSION", str(tmp_path))
    assert shared("a paper", lambda: ["made"]) == ["made"]
    assert shared("a paper", _fail) == ["made"]
    assert shared("another", lambda: ["other"]) == ["other"]
    assert len(list(tmp_path.iterdir())) == 2, "nothing half-written is left"
