"""Completion in the shell: the script, the commands, and what a command takes."""

from __future__ import annotations

import pytest

from egci_reports.cli import main
from tests.cli.conftest import SOURCE, process


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_each_shell_gets_its_script(shell: str) -> None:
    if shell == "bash":  # click asks the shell for its version
        assert b"complete" in process(cwd=SOURCE, _EGCI_REPORT_COMPLETE="bash_source").stdout
        return
    ran = process(cwd=SOURCE, _EGCI_REPORT_COMPLETE=f"{shell}_source")
    assert ran.returncode == 0
    assert b"_EGCI_REPORT_COMPLETE" in ran.stdout


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("egci-report ch", "check"),
        ("egci-report list bo", "bodies"),
        ("egci-report show customs", "customs-and"),
        ("egci-report explain C22", "C220"),
        ("egci-report explain mee", "meeting"),
        ("egci-report annual 202", "2024"),
        ("egci-report diff 2023 202", "2025"),
        ("egci-report trace annual-202", "annual-2024"),
        ("egci-report who-has br", "briefing-21"),
        ("egci-report check annual-202", "annual-2024"),
        ("egci-report distribute an", "annual"),
        ("egci-report distribute annual 202", "2024"),
        ("egci-report addendum brief", "briefing"),
        ("egci-report briefing 2", "21"),
        ("egci-report briefing 21 --for cust", "customs-and-excise-department"),
        ("egci-report new return 21 cust", "customs-and-excise-department"),
        ("egci-report actions --for cust", "customs-and-excise-department"),
        ("egci-report show annual-202", "annual-2024"),
    ],
)
def test_a_word_begun_is_completed(
    typed: str, expected: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(SOURCE)
    number = len(typed.split()) - 1
    asked = {"_EGCI_REPORT_COMPLETE": "bash_complete", "COMP_WORDS": typed, "COMP_CWORD": str(number)}
    for name, value in asked.items():
        monkeypatch.setenv(name, value)
    with pytest.raises(SystemExit):
        main()
    assert expected in capsys.readouterr().out


def test_the_shell_is_answered_as_it_asks() -> None:
    asked = {"_EGCI_REPORT_COMPLETE": "bash_complete", "COMP_WORDS": "egci-report ch", "COMP_CWORD": "1"}
    assert b"check" in process(cwd=SOURCE, **asked).stdout
