"""`help`: the pages of the documentation that are installed with the program."""

from __future__ import annotations

import click

from egci_reports.app.reading.help import topic, topics
from egci_reports.cli import options
from egci_reports.cli.layout import terminal_width
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns


@click.command("help")
@click.argument("name", required=False, metavar="[TOPIC]", shell_complete=options.completed(topics))
@options.common
@click.pass_obj
def help_(settings: Settings, name: str | None) -> None:
    """Open a page of the documentation.

    Without a TOPIC the pages are listed.

    \b
    Example:
      egci-report help add-a-meeting
    """
    if name is None:
        rows = [(one.name, one.title) for one in topics().values()]
        click.echo("\n".join(columns(("Topic", "Page"), rows, terminal_width())))
        settings.next("egci-report help add-a-meeting")
        return
    click.echo_via_pager(topic(name).text)
