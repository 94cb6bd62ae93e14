"""Lets a paper speak in the numbers of an edition of it, whatever is put in or taken out since."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from egci_reports.engine.document.nodes import Citation, Document, Inline, Reference, SourceList, Text
from egci_reports.engine.document.passes.references import labels_of
from egci_reports.engine.document.passes.rewriter import Inlines, Place, Rewriter


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of an edition: what each anchor is called and its page, by anchor; sources by their key."""

    labels: Mapping[str, str]
    sources: Mapping[str, int]
    pages: Mapping[str, int]


def numbers_of(document: Document, pages: Mapping[str, int]) -> Numbers:
    """Return the numbers of a resolved document, `pages` being the page of each of its anchors."""
    found = _Sources()
    found.document(document)
    return Numbers(labels_of(document), found.numbers, pages)


def in_numbers_of(document: Document, numbers: Numbers, new: Callable[[str], str]) -> Document:
    """Return a resolved document whose references and citations have the numbers of an edition.

    What the edition does not have yet is called what `new` makes of its number now; new sources take the
    numbers after the last. References to pages that it does not have stay as they are.
    """
    sources = dict(numbers.sources)
    for key in numbers_of(document, {}).sources:
        sources.setdefault(key, max(sources.values(), default=0) + 1)
    return _Numbers(replace(numbers, sources=sources), new).document(document)


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

    def __init__(self, numbers: Numbers, new: Callable[[str], str]) -> None:
        self._numbers = numbers
        self._new = new

    def leaf(self, inline: Inline, place: Place) -> Inlines:  # noqa: ARG002 - numbers are the same anywhere
        match inline:
            case Reference(form="number"):
                known = self._numbers.labels.get(inline.target)
                return (replace(inline, text=known or self._new(inline.text or "")),)
            case Reference() if inline.target in self._numbers.pages:
                return (Text(str(self._numbers.pages[inline.target])),)
            case Citation():
                numbers = sorted(self._numbers.sources[key] for key in inline.sources)
                return (replace(inline, numbers=tuple(numbers)),)
        return (inline,)

    def source_list(self, source_list: SourceList) -> SourceList:
        numbered = [(self._numbers.sources[one.key], one) for one in source_list.sources]
        sources = (replace(one, number=number) for number, one in sorted(numbered, key=lambda pair: pair[0]))
        return super().source_list(replace(source_list, sources=tuple(sources)))
