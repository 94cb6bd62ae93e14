"""Lets a paper speak in the numbers of an edition of it, whatever is put in or taken out since."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from egci_reports.engine.document.nodes import Citation, Document, Inline, Reference, SourceList
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter


def sources_of(document: Document) -> dict[str, int]:
    """Return the number of each source that a resolved document cites, by its key."""
    found = _Sources()
    found.document(document)
    return found.numbers


def in_numbers_of(
    document: Document, labels: Mapping[str, str], sources: Mapping[str, int], new: Callable[[str], str]
) -> Document:
    """Return a resolved document whose references and citations have the numbers of an edition.

    `labels` and `sources` are those of the edition. What it does not have yet is called what `new` makes of
    its number now; new sources take the numbers after the last.
    """
    numbers = dict(sources)
    for key in sources_of(document):
        numbers.setdefault(key, max(numbers.values(), default=0) + 1)
    return _Numbers(labels, numbers, new).document(document)


class _Sources(Rewriter):
    """Collects the numbers of sources."""

    reads_text = False

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def leaf(self, inline: Inline, place: Place) -> Inlines:  # noqa: ARG002 - a citation is one anywhere
        if isinstance(inline, Citation):
            self.numbers |= zip(inline.sources, inline.numbers or (), strict=True)
        return (inline,)


class _Numbers(Rewriter):
    """Writes the numbers of the edition."""

    reads_text = False

    def __init__(
        self, labels: Mapping[str, str], sources: Mapping[str, int], new: Callable[[str], str]
    ) -> None:
        self._labels = labels
        self._sources = sources
        self._new = new

    def leaf(self, inline: Inline, place: Place) -> Inlines:  # noqa: ARG002 - numbers are the same anywhere
        match inline:
            case Reference(form="number"):
                known = self._labels.get(inline.target)
                return (replace(inline, text=known or self._new(inline.text or "")),)
            case Citation():
                numbers = sorted(self._sources[key] for key in inline.sources)
                return (replace(inline, numbers=tuple(numbers)),)
        return (inline,)

    def source_list(self, source_list: SourceList) -> SourceList:
        numbered = [(self._sources[one.key], one) for one in source_list.sources]
        sources = (replace(one, number=number) for number, one in sorted(numbered, key=lambda pair: pair[0]))
        return super().source_list(replace(source_list, sources=tuple(sources)))
