"""The arguments that several commands take alike."""

from __future__ import annotations

import click

from egci_reports.cli import completion
from egci_reports.cli.options import NumberType

plenary = click.argument("number", type=NumberType(), metavar="NUMBER", shell_complete=completion.plenaries)
"""The number of a plenary."""

plenary_if_any = click.argument(
    "number", type=NumberType(), required=False, metavar="[NUMBER]", shell_complete=completion.plenaries
)
"""The number of a plenary; None if it is not given."""
