"""What the shell offers to complete: the years, numbers, papers and bodies of the records."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from egci_reports.cli.options import completed
from egci_reports.cli.settings import Settings
from egci_reports.errors import EgciError


def _of_records(words: str) -> Callable[..., list[str]]:
    """Return a completion by what a function of app/reading/known.py tells of the records."""

    def offered() -> Iterable[str]:
        from egci_reports.app.reading import known  # noqa: PLC0415 - only where something is completed
        from egci_reports.app.records import readable  # noqa: PLC0415

        try:
            records = readable(Settings().workspace()).records
        except EgciError:
            return ()
        return tuple(getattr(known, words)(records))

    return completed(offered)


years = _of_records("years")
plenaries = _of_records("plenaries")
subjects = _of_records("subjects")
papers = _of_records("papers")
kinds = _of_records("kinds")
bodies = _of_records("bodies")
readers = _of_records("readers")
anything = _of_records("anything")
