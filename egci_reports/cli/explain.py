"""`explain`: what a code or a field means; of a mistake, why it matters and how it is put right."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from egci_reports.app.reading.explain import all_codes
from egci_reports.app.reading.explain import explain as explain_code
from egci_reports.cli import options
from egci_reports.cli.layout import hang, terminal_width, wrap
from egci_reports.cli.settings import Settings
from egci_reports.cli.table import columns

if TYPE_CHECKING:
    from egci_reports.app.reading.explain_field import ExplainedField

_CODE = re.compile(r"[A-Za-z]\w*\d\w*")
"""A code, or what was meant for one: no field has a figure in its name."""

_LABELS = 14


def _words() -> Iterable[str]:
    from egci_reports.app.reading.explain_field import kinds_of_files  # noqa: PLC0415 - codes need it not

    return (*all_codes(), *kinds_of_files())


@click.command()
@click.argument("what", required=False, metavar="[WHAT]", shell_complete=options.completed(_words))
@options.common
@click.pass_obj
def explain(settings: Settings, what: str | None) -> None:
    """Explain the code of a finding, or a field.

    WHAT is a code as it stands in brackets, C201; or the way to a field of the records: meeting.areas.listed,
    or as much of its end as tells which. Without it all codes are listed.

    \b
    Examples:
      egci-report explain R105
      egci-report explain areas.listed
      egci-report explain bodies
    """
    width = terminal_width()
    if what is None:
        rows = [(key, explanation.title) for key, explanation in all_codes().items()]
        click.echo("\n".join(columns(("Code", "Meaning"), rows, width)))
    elif _CODE.fullmatch(what):
        click.echo("\n".join(_code(what, width)))
        settings.next("egci-report check")
    else:
        _explain_field(settings, what, width)


def _code(code: str, width: int) -> Iterator[str]:
    found = explain_code(code)
    yield click.style(f"{code.upper()}: {found.title}", bold=True)
    for paragraph in found.text.split("\n\n"):
        yield from ("", *wrap(paragraph, width))
    for heading, text in (("Wrong", found.wrong), ("Right", found.right)):
        if text:
            yield from (f"\n{heading}:", textwrap.indent(text.rstrip(), "    "))


def _explain_field(settings: Settings, path: str, width: int) -> None:
    from egci_reports.app.reading.explain_field import explain_field  # noqa: PLC0415 - codes need it not

    found = explain_field(path)
    if len(found) == 1:
        click.echo("\n".join(_field(found[0], width)))
        inside = f"{found[0].path}.{found[0].under[0][0]}" if found[0].under else None
        settings.next(f"egci-report explain {inside}" if inside else "egci-report check")
        return
    rows = [(one.path, one.meaning) for one in found]
    click.echo("\n".join(columns(("Field", "Meaning"), rows, width)))
    settings.next(f"egci-report explain {found[0].path}")


def _field(field: ExplainedField, width: int) -> Iterator[str]:
    yield click.style(f"{field.path}: {field.meaning}", bold=True)
    yield ""
    is_file = "." not in field.path
    labels = {"File" if is_file else "Takes": field.takes}
    if not is_file:
        labels["Needed"] = "yes" if field.needed else "no"
        if field.default is not None:
            labels["If left out"] = field.default
        told = [f"{who}: {when}" if when != "yes" else who for who, when in field.readers]
        labels["Read by"] = ", ".join(["the secretariat", *told])
    if field.also:
        labels["See also" if is_file else "Also at"] = ", ".join(field.also)
    for label, text in labels.items():
        yield from hang(f"{label}:", text, _LABELS, width)
    if field.under:
        yield from ("", *columns(("Field", "Meaning"), list(field.under), width))
