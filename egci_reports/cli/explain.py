"""`explain`: what a code means, why it matters, and how the mistake is put right."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from egci_reports.app.reading.explain import all_codes
from egci_reports.app.reading.explain import explain as explain_code
from egci_reports.cli import options
from egci_reports.cli.layout import terminal_width, wrap
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns


@click.command()
@click.argument("code", required=False, metavar="[CODE]", shell_complete=options.completed(all_codes))
@options.common
@click.pass_obj
def explain(settings: Settings, code: str | None) -> None:
    """Explain the code of a finding.

    CODE is what stands in brackets: C201. Without it all codes are listed.

    \b
    Example:
      egci-report explain R105
    """
    width = terminal_width()
    if code is None:
        rows = [(key, explanation.title) for key, explanation in all_codes().items()]
        click.echo("\n".join(columns(("Code", "Meaning"), rows, width)))
        return
    found = explain_code(code)
    click.echo(click.style(f"{code.upper()}: {found.title}", bold=True))
    for paragraph in found.text.split("\n\n"):
        click.echo("\n".join(["", *wrap(paragraph, width)]))
    click.echo("\n".join(_example("Wrong", found.wrong)), nl=found.wrong is not None)
    click.echo("\n".join(_example("Right", found.right)), nl=found.right is not None)
    settings.next("egci-report check")


def _example(heading: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"\n{heading}:"
        yield textwrap.indent(text.rstrip(), "    ")
