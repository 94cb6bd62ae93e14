"""Puts the pages of annexes into a finished PDF, with their text, tags and links.

An annex is a PDF that others made. Each of its pages goes into the frame of a page of ours that was prepared
for it; its structure becomes a section of ours. The rest of our file, and what it says of itself, stays.
"""

from __future__ import annotations

from egci_reports.engine.writers.pdf.enclosed import PlacedEnclosure
from egci_reports.engine.writers.pdf.enclosing.enclosure import enclose
from egci_reports.engine.writers.pdf.enclosing.placing import Frame

__all__ = ["Frame", "PlacedEnclosure", "enclose"]
