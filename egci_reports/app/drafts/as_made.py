"""The draft of a paper as it is made now: its fields, and all that stands in it beside them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import lay_out
from egci_reports.app.papers.departments import drafts_for
from egci_reports.app.papers.order import Order
from egci_reports.engine.document.form_fields import fields_of, hashed
from egci_reports.engine.document.inlines import FormField
from egci_reports.engine.writers.word.write import write_word
from egci_reports.forms.filled import Beside, BesideKind
from egci_reports.forms.read import read_form
from egci_reports.workspace import Workspace

_DIGITS = re.compile("[0-9]+")
_PAGE = re.compile(r"(?<=page )[0-9]+|^[0-9]+$")
"""The number of a page: programs count pages anew when they open a file."""
_AROUND = (BesideKind.HEADER, BesideKind.FOOTER)


@dataclass(frozen=True, slots=True)
class AsMade:
    """A draft as it is made now: its fields by the hash of their addresses, and its own texts."""

    fields: Mapping[str, FormField]
    texts: Counter[str]
    around: frozenset[str]

    def strange(self, beside: Iterable[Beside]) -> Iterator[Beside]:
        """Yield what stands in a file that came back and not in the draft, or more often than there."""
        left = self.texts.copy()
        for one in beside:
            if one.aside is BesideKind.OUTSIDE:
                left[_plain(one.text)] -= 1
                if left[_plain(one.text)] < 0:
                    yield one
            elif one.aside not in _AROUND or _DIGITS.sub("", one.text) not in self.around:
                yield one


def as_made(workspace: Workspace, kind: str, subject: str, holder: str | None = None) -> AsMade:
    """Make the draft of a paper in memory, or the part of one holder; raises what making it raises."""
    order = Order(kind, subject)
    draft = begin(workspace, order) if holder is None else next(drafts_for(workspace, order, holder))
    made = lay_out(draft).layout
    fields = {hashed(one.address): one for one in fields_of(made.document.blocks)}
    if not fields:
        return AsMade(fields, Counter(), frozenset())
    own = read_form("", write_word(made.document, draft.theme, made.pages)).beside
    texts = Counter(_plain(one.text) for one in own if one.aside is BesideKind.OUTSIDE)
    return AsMade(fields, texts, frozenset(_DIGITS.sub("", one.text) for one in own if one.aside in _AROUND))


def _plain(text: str) -> str:
    return _PAGE.sub("", text)
