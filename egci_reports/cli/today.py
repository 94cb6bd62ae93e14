"""The reader's clock: what day it is for who gives a command. No paper knows it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from egci_reports.cli.settings import Settings


def today(settings: Settings) -> date:
    """Return the day of --as-of, else the day by the clock where the command is given."""
    return settings.as_of or datetime.now().astimezone().date()
