"""`schema`: the files by which editors check the records while they are typed."""

from __future__ import annotations

import click

from egci_reports.app.keeping.schema import write_schemas
from egci_reports.cli import options
from egci_reports.cli.settings import Settings


@click.command()
@options.common
@click.pass_obj
def schema(settings: Settings) -> None:
    """Write the schema by which editors check as you type.

    Every file of records names its schema in its first line. A new version may bring new fields:
    then write the schemas anew.

    \b
    Example:
      egci-report schema
    """
    written = write_schemas(settings.workspace())
    for path in written:
        click.echo(path)
    if not written:
        settings.note("All schemas are as they should be; nothing was written.")
    settings.next("egci-report check")
