"""A made-up paper that uses every node, list form, chart, orientation and callout: both writers' proof."""

from __future__ import annotations

from egci_reports.document.nodes import Document


def sample() -> Document:
    """Return the sample paper, resolved: no field is left for a pass to fill."""
    from tests.sample_paper.early import document

    return document()
