"""Officers' own texts for a paper, by section; what no section of the paper asks for is not lost unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from egci_reports.records.papers import OwnText
from egci_reports.records.records import Records


class OwnSections(Mapping[str, tuple[OwnText, ...]]):
    """The texts of each section in their order; remembers which sections were asked for."""

    def __init__(self, records: Records, paper: str) -> None:
        self._address = f"papers/{paper}"
        own = records.papers.get(paper)
        self._texts = own.texts if own else ()
        self._asked: set[str] = set()

    def __getitem__(self, section: str) -> tuple[OwnText, ...]:
        """Return the texts of a section; raises KeyError where there is none."""
        self._asked.add(section)
        found = tuple(text for text in self._texts if text.section == section)
        if not found:
            raise KeyError(section)
        return found

    def __iter__(self) -> Iterator[str]:
        """Yield the sections that have texts, each once."""
        return iter(dict.fromkeys(text.section for text in self._texts))

    def __len__(self) -> int:
        """Return how many sections have texts."""
        return len({text.section for text in self._texts})

    @property
    def unasked(self) -> tuple[tuple[str, str], ...]:
        """The texts that nothing asked for: the section of each, and its address."""
        return tuple(
            (text.section, f"{self._address}#texts/{index}/section")
            for index, text in enumerate(self._texts)
            if text.section not in self._asked
        )
