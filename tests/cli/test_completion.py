"""Completion in the shell: the script, the commands, and what a command takes."""

from __future__ import annotations

import pytest

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
    ],
)
def test_a_word_begun_is_completed(typed: str, expected: str) -> None:
    number = len(typed.split()) - 1
    ran = process(cwd=SOURCE, _EGCI_REPORT_COMPLETE="bash_complete", COMP_WORDS=typed, COMP_CWORD=str(number))
    assert expected in ran.stdout.decode()
