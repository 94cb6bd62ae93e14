"""Finds sentences that stand twice in what one reader reads: the paper, or a brief in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from egci_reports.engine.document.checking.place import finding
from egci_reports.engine.document.checking.slip import Rule, Slip
from egci_reports.engine.document.text import BlockText
from egci_reports.errors import Finding, Severity

_WORDS = 9
_SPOKEN = frozenset({"paragraph", "fact", "footnote", "note"})
_END = re.compile(r"(?<=[.!?])[\s\u00a0]+")
_CITATION = re.compile(r"[\s\u00a0]*\[[\d, ]+\]")


def check_repetition(texts: Iterable[BlockText]) -> Iterator[Finding]:
    """Yield a warning (T251) for each sentence of nine words or more that stands a second time.

    Cells, quotations, captions and sources may repeat; so may briefs that are read alone. A citation
    makes no difference.
    """
    met: dict[tuple[int, str], str | None] = {}
    for text in texts:
        if text.kind not in _SPOKEN:
            continue
        for sentence in _END.split(_CITATION.sub("", text.text)):
            key = text.scope, " ".join(sentence.split())
            if len(sentence.split()) < _WORDS:
                continue
            if key in met:
                first = f"first in paragraph {met[key]}" if met[key] else "say it once"
                message = f"a sentence stands twice: {key[1][:60]!r}"
                yield finding(Slip(Rule.REPETITION, sentence, 0, message, first, Severity.WARNING), text)
            met.setdefault(key, text.label)
