"""The program as a whole: help, slips of the hand, ends of a run, and what it imports."""

from __future__ import annotations

import errno
import importlib
import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest

from egci_reports import __version__
from egci_reports.cli import main
from egci_reports.cli.program import COMMANDS, program
from tests.cases import mostly_thorough
from tests.cli.conftest import SOURCE, Run, process

pytestmark = pytest.mark.slow

HEAVY = ("docx", "reportlab", "jinja2", "lxml", "resvg_py", "pikepdf")


def test_help_fits_a_screen_and_names_every_command_with_an_example(run: Run) -> None:
    ran = run("--help")
    assert ran.code == 0
    assert len(ran.out.splitlines()) <= 24 + len(COMMANDS)  # one line each
    assert max(map(len, ran.out.splitlines())) <= 80
    for name, entry in COMMANDS.items():
        assert f"  {name}" in ran.out
        assert entry.help in ran.out
    assert "egci-report show 19" in ran.out


def test_no_command_at_all_shows_the_help(run: Run) -> None:
    assert run().out == run("--help").out
    assert run().code == 0


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_says_in_its_help_what_the_table_says(name: str, run: Run) -> None:
    ran = run(name, "--help")
    assert ran.code == 0
    assert COMMANDS[name].help in " ".join(ran.out.split())
    assert "Example" in ran.out
    assert f"egci-report {name}" in ran.out


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_may_be_told_to_be_quiet_and_to_show_a_traceback(name: str) -> None:
    command = program.get_command(click.Context(program), name)
    leaves = command.commands.values() if isinstance(command, click.Group) else [command]
    for leaf in leaves:
        assert leaf is not None
        assert {"quiet", "debug"} <= {parameter.name for parameter in leaf.params}


def test_the_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version").out == f"egci-report {__version__}\n"


def test_a_mistyped_command_gets_the_nearest_ones(run: Run) -> None:
    ran = run("chek")
    assert ran.code == 2
    assert "error: No such command 'chek'." in ran.err
    assert "'check'" in ran.err
    assert "hint: egci-report --help" in ran.err
    assert ran.out == ""


def test_a_mistyped_option_gets_the_nearest_one(run: Run) -> None:
    ran = run("check", "--jsn")
    assert ran.code == 2
    assert "--json" in ran.err


def test_a_day_that_is_none_is_refused_in_plain_words(run: Run) -> None:
    for day in ("9 October 2024", "20241009", "2024-W41-3", "2024-02-30"):
        ran = run("list", "--as-of", day)
        assert ran.code == 2
        assert "write YYYY-MM-DD" in ran.err


def _imported_by(*commands: str, cache: Path, before: str = "") -> dict[str, set[str]]:
    """Return what commands have imported, as whole packages, by command: one process gives them in turn.

    It finds in a folder what is kept. Its lines are not counted for the coverage: what counts them imports a
    good deal itself.
    """
    code = (
        f"{before}from egci_reports.cli import main; found = [];"
        "[(found.append(main(it.split())), found.append(list(sys.modules))) for it in sys.argv[1:]];"
        "import json; print(json.dumps(found), file=sys.stderr)"
    )
    ran = process(*commands, cwd=SOURCE, code=code, XDG_CACHE_HOME=str(cache), COVERAGE_PROCESS_CONFIG="")
    assert ran.returncode == 0, ran.stderr
    found = json.loads(ran.stderr.splitlines()[-1])
    assert found[::2] == [0] * len(commands)
    packages = [{name.partition(".")[0] for name in names} for names in found[1::2]]
    return dict(zip(commands, packages, strict=True))


def test_reading_commands_import_nothing_that_writes_papers(tmp_path: Path) -> None:
    commands = ("list", "check", "show 19", "conflicts", "status", "actions", "diff 2023 2024", "ledger")
    for command, imported in _imported_by(*commands, cache=tmp_path).items():
        assert not imported & set(HEAVY), command


def test_what_is_answered_again_imports_neither_records_nor_their_libraries(tmp_path: Path) -> None:
    """Nor does `all`, where nothing is to be made: what it looks at then is imported here beside."""
    looks = "import egci_reports.cli.all_papers, egci_reports.app.all_papers.current, egci_reports.writing;"
    for _ in range(2):
        (imported,) = _imported_by("check --quiet", cache=tmp_path, before=looks).values()
    assert not imported & {"pydantic", "yaml", "tomllib", "holidays", *HEAVY}
    assert not imported & {"difflib", "hashlib", "random", "socket", "tempfile", "zipfile"}


def test_what_needs_no_records_imports_neither_them_nor_their_libraries(tmp_path: Path) -> None:
    for command, imported in _imported_by("--version", "--help", "explain C301", cache=tmp_path).items():
        assert not imported & {"pydantic", "yaml", *HEAVY}, command


def test_the_table_leads_to_commands_of_the_same_name() -> None:
    for name, entry in COMMANDS.items():
        module, _, attribute = entry.target.partition(":")
        command = getattr(importlib.import_module(f"egci_reports.cli.{module}"), attribute)
        assert command.name == name


def test_an_unexpected_failure_is_told_as_our_mistake(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise KeyError("venue\x1b[31m")

    monkeypatch.setattr("egci_reports.cli.listing.listing", fail)
    ran = run("list")
    assert ran.code == 70
    assert "our mistake and not yours (KeyError: 'venue\\x1b[31m')" in ran.err
    assert "--debug" in ran.err
    assert "Traceback" not in ran.err
    assert "Traceback" in run("list", "--debug").err


def test_ctrl_c_ends_without_a_traceback(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("egci_reports.cli.listing.listing", stop)
    ran = run("list")
    assert ran.code == 130
    assert ran.err.split() == ["Stopped."]


def test_a_reader_that_has_seen_enough_is_no_error() -> None:
    script = f'{sys.executable} -m egci_reports list events | head -n 1; exit "${{PIPESTATUS[0]}}"'
    ran = subprocess.run(
        ["bash", "-c", script], cwd=SOURCE, capture_output=True, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    )
    assert b"Traceback" not in ran.stderr
    assert b"error" not in ran.stderr


def test_output_that_cannot_be_written_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            [sys.executable, "-m", "egci_reports", "list"], cwd=SOURCE, stdout=full, stderr=subprocess.PIPE
        )
    assert ran.returncode == 4
    assert os.strerror(errno.ENOSPC).encode() in ran.stderr
    assert b"Traceback" not in ran.stderr
    assert b"Exception ignored" not in ran.stderr


@pytest.mark.parametrize("encoding", ["cp1252", "latin-1", "cp950", "utf-8"])
def test_a_console_that_lacks_characters_shows_escapes_instead_of_failing(encoding: str) -> None:
    ran = process("show", "OGCIO", cwd=SOURCE, PYTHONIOENCODING=encoding)
    assert ran.returncode == 0
    assert ran.stderr.count(b"error") == 0
    text = ran.stdout.decode(encoding)
    assert ("政府資訊科技總監辦公室" in text) == (encoding in ("utf-8", "cp950"))
    assert ("\\u653f\\u5e9c" in text) == (encoding in ("latin-1", "cp1252"))


@pytest.mark.parametrize("folder", mostly_thorough(["two words", "香港 記錄's", "it's here"], (1,)))
def test_folders_with_spaces_and_chinese_work(folder: str, made_up: Path, run: Run) -> None:
    home = made_up.rename(made_up.with_name(folder))
    assert run("check", cwd=home).code == 0
    assert run("check", "--workspace", str(home)).code == 0
    ran = run("schema", cwd=home / "data")
    assert ran.code == 0
    assert all(Path(line).is_relative_to(home) for line in ran.out.splitlines())


def test_a_folder_that_is_no_workspace_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("check", "--workspace", str(tmp_path))
    assert ran.code == 2
    assert "error[U202]" in ran.err


def test_nothing_is_coloured_where_nobody_looks(run: Run) -> None:
    for arguments in (["list"], ["show", "19"], ["check"], ["conflicts"], ["nonsense"]):
        ran = run(*arguments)
        assert "\x1b" not in ran.out + ran.err


def test_no_color_is_honoured_on_a_terminal() -> None:
    script = "import pty, sys; sys.exit(pty.spawn([sys.executable, '-m', 'egci_reports', 'list']) >> 8)"
    for no_colour, coloured in (("", True), ("1", False)):
        env = {**os.environ, "NO_COLOR": no_colour, "PYTHONPATH": str(SOURCE)}
        ran = subprocess.run([sys.executable, "-c", script], cwd=SOURCE, capture_output=True, env=env)
        assert ran.returncode == 0
        assert (b"\x1b[1m" in ran.stdout) is coloured


def test_quiet_leaves_the_result_alone(run: Run) -> None:
    loud, quiet = run("list"), run("list", "--quiet")
    assert quiet.out == loud.out
    assert loud.err.startswith("Next: egci-report show")
    assert quiet.err == ""


def test_main_takes_the_arguments_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["egci-report", "--version"])
    assert main() == 0
    assert __version__ in capsys.readouterr().out


def test_a_default_is_shown_as_it_is_typed_and_out_says_what_it_is_for(run: Run) -> None:
    assert "[default: appended]" in run("briefing", "--help").out
    assert "Look in this folder for what was made." in run("verify", "--help").out
    assert "Look in this folder for what was made." in run("ledger", "--help").out
    assert "Put the files into this folder." in run("annual", "--help").out
