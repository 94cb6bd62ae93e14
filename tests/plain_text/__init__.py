"""A made-up file format, as thin as one can be: the folder that "To add: a format" asks for."""

from __future__ import annotations

from egci_reports.engine.writers.formats import Format
from tests.plain_text.artifact import SIGNATURE

MADE_UP_FORMAT = Format("made-up", "Made-up text", ".made-up", SIGNATURE, "tests.plain_text")
"""Its line; the name is one that no format bears."""
