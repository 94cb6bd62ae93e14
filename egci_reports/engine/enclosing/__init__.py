"""Examines the PDFs of annexes, and puts their pages into a finished PDF of ours, with text, tags and links.

An annex is a PDF that others made. Each of its pages goes into the frame of a page of ours that was prepared
for it; its structure becomes a section of ours, its bookmarks stand beneath ours. The rest of our file, and
what it says of itself, stays.

Nobody knows what such a file does to a reader of PDFs: all reading is done in a process of its own, with
limits of memory and time (`process`), and what examines a file also tries to enclose it. So whatever passed
the examination can be enclosed.
"""

from __future__ import annotations

from egci_reports.engine.enclosing.annex import STANDARDS, AnnexError, AnnexFile
from egci_reports.engine.enclosing.enclosure import Frame, PlacedEnclosure
from egci_reports.engine.enclosing.process import enclose, examine

__all__ = ["STANDARDS", "AnnexError", "AnnexFile", "Frame", "PlacedEnclosure", "enclose", "examine"]
