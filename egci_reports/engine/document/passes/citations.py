"""Numbers sources in the order in which they are first cited, and leaves out those that are not."""

from __future__ import annotations

from dataclasses import replace

from egci_reports.engine.document.nodes import Block, Citation, Document, Inline, Section, Source, SourceList
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter


def number_citations(document: Document) -> Document:
    """Return the document with every citation numbered and the list of sources in that order."""
    citations = _Citations()
    document = citations.document(document)
    return _SourceLists(citations.numbers).document(document)


class _Citations(Rewriter):
    """Gives each source its number when it is met first."""

    reads_text = False

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def leaf(self, inline: Inline, place: Place) -> Inlines:  # noqa: ARG002 - a citation is one anywhere
        if not isinstance(inline, Citation):
            return (inline,)
        for source in inline.sources:
            self.numbers.setdefault(source, len(self.numbers) + 1)
        sources = tuple(sorted(set(inline.sources), key=self.numbers.__getitem__))
        return (replace(inline, sources=sources, numbers=tuple(self.numbers[key] for key in sources)),)


class _SourceLists(Rewriter):
    """Sorts the lists of sources by number, and leaves out a section of sources of which none is cited."""

    def __init__(self, numbers: dict[str, int]) -> None:
        self._numbers = numbers

    def content(self, content: Inlines, place: Place) -> Inlines:  # noqa: ARG002 - all are numbered
        return content

    def blocks(self, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return super().blocks(tuple([block for block in blocks if not self._is_uncited(block)]))

    def _is_uncited(self, block: Block) -> bool:
        match block:
            case Section(children=(SourceList(sources=sources),)) if sources:
                return not any(source.key in self._numbers for source in sources)
        return False

    def source_list(self, source_list: SourceList) -> SourceList:
        cited = (
            replace(source, number=self._numbers[source.key])
            for source in source_list.sources
            if source.key in self._numbers
        )
        return replace(source_list, sources=tuple(sorted(cited, key=_number)))


def _number(source: Source) -> int:
    return source.number or 0
