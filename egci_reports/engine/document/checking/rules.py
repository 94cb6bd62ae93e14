"""The rules for the words of every text, whether it stands in a paper or still in a record."""

from __future__ import annotations

from collections.abc import Iterator

from egci_reports.engine.document.checking.leftovers import leftovers
from egci_reports.engine.document.checking.slip import Slip
from egci_reports.engine.document.checking.wording import misworded
from egci_reports.engine.language.wording import Wording


def slips(text: str, wording: Wording, *, spoken: bool = True) -> Iterator[Slip]:
    """Yield what is wrong with words that are our own: T221 and T222, T231, and as warnings T241.

    The words of quotations are not ours: `unquoted` blanks them. `spoken` texts are sentences, not cells.
    """
    yield from leftovers(text, spoken=spoken)
    yield from misworded(text, wording)
