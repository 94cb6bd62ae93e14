"""What papers say of the group that they are of: whose they are, and whether it is made up."""

from __future__ import annotations

from egci_reports.engine.templating.word_list import WordList
from egci_reports.records.records import Records


def banner_of(records: Records, words: WordList) -> str:
    """Return what stands on every page of whatever is made of a made-up group; nothing of a real one."""
    return words("papers.example") if records.group.example else ""


def author_of(records: Records, words: WordList) -> str:
    """Return who a file says has made it: the secretariat of its group."""
    return words("papers.author", group=records.group.short)
