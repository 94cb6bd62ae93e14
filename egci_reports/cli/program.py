"""The table of the commands, and the program that imports a command only when it is called."""

from __future__ import annotations

from importlib import import_module
from typing import NamedTuple

import click

from egci_reports import __version__


class Command(NamedTuple):
    """A command as `--help` lists it: its group, what it does in one line, and where it is.

    `target` is "module:attribute" under this package. `writes` says that it changes files, `lasts` that its
    answer stays the same until a record, a template or the program changes, and that it only says it by
    `Settings.tell` and `note`.
    """

    group: str
    help: str
    target: str
    writes: bool = False
    lasts: bool = False


COMMANDS: dict[str, Command] = {
    "annual": Command("Make", "Make the annual progress report of a year.", "annual:annual", writes=True),
    "history": Command("Make", "Make the cumulative history of the group.", "history:history", writes=True),
    "briefing": Command("Make", "Make the briefing pack before a plenary.", "briefing:briefing", writes=True),
    "record": Command("Make", "Make the record of a plenary.", "record:record", writes=True),
    "addendum": Command("Make", "Make the addendum to a numbered edition.", "addendum:addendum", writes=True),
    "all": Command("Make", "Make every paper that is not up to date.", "all_papers:all_", writes=True),
    "watch": Command(
        "Make", "Make papers anew whenever their records or templates change.", "watch:watch", writes=True
    ),
    "list": Command(
        "Read", "List the plenaries, or bodies, people, agreements ...", "listing:list_", lasts=True
    ),
    "show": Command("Read", "Show what is recorded of a plenary, body, person ...", "show:show", lasts=True),
    "diff": Command("Read", "Show what changed between two plenaries.", "diff:diff", lasts=True),
    "trace": Command("Read", "Find the record behind a statement of a paper.", "trace:trace", lasts=True),
    "conflicts": Command(
        "Read", "Show where sources disagree, undecided points first.", "conflicts:conflicts", lasts=True
    ),
    "distribute": Command(
        "Issue", "Give numbered copies of a paper to their holders.", "distribute:distribute", writes=True
    ),
    "who-has": Command("Issue", "Show who holds copies of a paper.", "ledger:who_has"),
    "ledger": Command("Issue", "Show what went out to whom, or verify that record.", "ledger:ledger"),
    "verify": Command("Issue", "Say what a file is, and whether it is as it was built.", "verify:verify"),
    "letter": Command(
        "Make", "Write letters: thanks, follow-up, invitation, reminders.", "letter:letter", writes=True
    ),
    "release": Command("Make", "Draft the press release on a plenary.", "release:release", writes=True),
    "timetable": Command(
        "Make", "Make the timetable of a plenary, and say what is late.", "timetable:timetable", writes=True
    ),
    "call": Command(
        "Make",
        "Make the memo and the forms that ask for returns.",
        "call:call",
        writes=True,
    ),
    "sheet": Command("Make", "Make a sheet of the work plan, actions ...", "sheet:sheet", writes=True),
    "form": Command("Keep", "Make a Word form in which to enter a record.", "form:form", writes=True),
    "collect": Command("Keep", "Read filled forms back into the records.", "collect:collect", writes=True),
    "clear": Command("Keep", "Enter that words are cleared, by whom and when.", "clear:clear", writes=True),
    "status": Command("Keep", "Show on one screen what is due and open, and how late.", "status:status"),
    "actions": Command("Keep", "List the actions, overdue first.", "actions:actions"),
    "check": Command("Keep", "Check the records and show every slip at its line.", "check:check", lasts=True),
    "acknowledge": Command(
        "Keep", "Enter that a warning was looked at and may stand.", "acknowledge:acknowledge", writes=True
    ),
    "explain": Command("Keep", "Explain the code of a finding, or a field.", "explain:explain"),
    "init": Command("Keep", "Make a workspace with a copy of the records.", "init:init", writes=True),
    "new": Command(
        "Keep",
        "Begin a record: of a plenary, body, source ...",
        "new:new",
        writes=True,
    ),
    "schema": Command(
        "Keep", "Write the schema by which editors check as you type.", "schema:schema", writes=True
    ),
    "help": Command("Learn", "Open a page of the documentation.", "help:help_"),
}
"""All commands by name, in the order of `--help`."""

EXAMPLES = (
    ("egci-report annual 2024", "the report of the plenary of 2024, in Word and PDF"),
    ("egci-report show 19", "what is recorded of the 19th"),
    ("egci-report check", "is everything in order?"),
)


class Program(click.Group):
    """A group of commands known by a table; a command's module is imported when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import a command; None if the table has no such name."""
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].target.partition(":")
        command = getattr(import_module(f"egci_reports.cli.{module}"), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name].target} is no command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command that is called; raises NoSuchCommand with the nearest names.

        Raises UsageError (U203) where the folder of the command is gone: some libraries cannot start there.
        """
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            raise click.exceptions.NoSuchCommand(name, possibilities=COMMANDS, ctx=ctx)
        if name in COMMANDS:
            from egci_reports.workspace import here  # noqa: PLC0415 - `--help` needs no folder

            here()
            ctx.obj.writes = COMMANDS[name].writes
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the table, group by group, and the examples, without importing a command."""
        width = max(map(len, COMMANDS))
        for group in dict.fromkeys(entry.group for entry in COMMANDS.values()):
            with formatter.section(group):
                rows = [(name, entry.help) for name, entry in COMMANDS.items() if entry.group == group]
                formatter.write_dl([(name.ljust(width), text) for name, text in rows])
        with formatter.section("Examples"):
            formatter.write_dl(EXAMPLES)


@click.group(cls=Program, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, message="egci-report %(version)s")
def program() -> None:
    """Word and PDF papers of the Expert Group, from its records.

    "egci-report COMMAND --help" tells more, "egci-report help" how it is done.
    """
