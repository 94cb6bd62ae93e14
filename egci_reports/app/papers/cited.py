"""Sees that each citation of a finished tree is of a source that the record spoken of names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import BaseModel

from egci_reports.app.reading.walk import whole_records
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.text import blocks_of
from egci_reports.errors import Finding
from egci_reports.records.records import Records, address_of


def wrongly_cited(document: Document, records: Records) -> Iterator[Finding]:
    """Yield an error (T262) for each source that a text cites and no record that it speaks of names.

    A citation speaks of the records that it is said to be about, else of that of its block; one in a block
    about nothing in particular, of any.
    """
    named = _CitedNames(records)
    for text in blocks_of(document):
        around = (text.about,) if text.about else ()
        for citation in text.cited:
            spoken_of = tuple(address.partition("#")[0] for address in citation.about or around)
            for source in citation.sources:
                if not named.by_any(spoken_of, source):
                    yield _finding(source, spoken_of, text.text, text.about)


class _CitedNames:
    """The sources that records name, looked for in those that are spoken of."""

    def __init__(self, records: Records) -> None:
        self._records = {address_of(one): one for one in whole_records(records)}
        self._found: dict[str, frozenset[str]] = {}

    def by_any(self, addresses: Sequence[str], source: str) -> bool:
        """Return whether any of some records names a source, or any record if there are none."""
        return any(source in self._by(address) for address in addresses or self._records)

    def _by(self, address: str) -> frozenset[str]:
        if address not in self._found:
            record = self._records.get(address)
            self._found[address] = frozenset(_sources(record)) if record else frozenset()
        return self._found[address]


def _finding(source: str, spoken_of: tuple[str, ...], words: str, about: str | None) -> Finding:
    whose = " or ".join(spoken_of) if spoken_of else "no record"
    message = f"the paper cites {source!r}, which {whose} does not name: {' '.join(words.split())[:60]!r}"
    hint = "cite what the fact rests on: its own sources, else those of its list or its file"
    return Finding("T262", message, hint=hint, about=about)


def _sources(part: object) -> Iterator[str]:
    """Yield every source that is named in a part of the records, however deep."""
    if isinstance(part, tuple):
        for one in part:
            yield from _sources(one)
    elif isinstance(part, BaseModel):
        own = getattr(part, "sources", ())
        yield from own if isinstance(own, tuple) else ()
        for name in type(part).model_fields:
            if name != "sources":
                yield from _sources(getattr(part, name))
