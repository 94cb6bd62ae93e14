"""The addendum to a numbered edition: what reads otherwise now, in the numbers of the edition."""

from egci_reports.kinds.addendum.build import addendum

__all__ = ["addendum"]
