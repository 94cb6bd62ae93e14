"""The words on charts and the sentences that state their findings, from the [charts] table of words.toml."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from egci_reports.engine.language.language import Language
from egci_reports.errors import Finding, TemplateError


@dataclass(frozen=True, slots=True)
class ChartWords:
    """Texts with {slots} by dotted key ("threads.title"), and how their language writes numbers and lists."""

    texts: Mapping[str, str]
    language: Language

    @classmethod
    def read(cls, table: Mapping[str, str | tuple[str, ...]], language: Language) -> ChartWords:
        """Take what words.toml has in [charts], by the rest of its keys."""
        return cls({key: value for key, value in table.items() if isinstance(value, str)}, language)

    def say(self, key: str, **slots: object) -> str:
        """Return a text with its slots filled; raises TemplateError if that cannot be done."""
        if key not in self.texts:
            raise _error("T401", f"words.toml has no text charts.{key}", "add it to the table [charts]")
        try:
            return self.texts[key].format(**slots)
        except (KeyError, IndexError, ValueError) as error:
            hint = f"it may use: {', '.join(sorted(slots)) or 'no slot'}"
            raise _error(
                "T402", f"words.toml: charts.{key} has a slot that is not given: {error}", hint
            ) from error

    def number(self, value: int) -> str:
        """Return a number as text: in words as far as there are words for it, else in figures."""
        return self.language.number(value)

    def count(self, key: str, value: int, **slots: object) -> str:
        """Return the form of a text for a number: `none`, `one` or `many`; its slot {n} is the number."""
        form = {0: "none", 1: "one"}.get(value, "many")
        chosen = f"{key}.{form}" if f"{key}.{form}" in self.texts else f"{key}.many"
        return self.say(chosen, n=self.number(value), **slots)

    def join(self, items: Sequence[str]) -> str:
        """Join a list: A, B and C; with semicolons between items that hold commas themselves."""
        return self.language.join(items)


def _error(code: str, message: str, hint: str) -> TemplateError:
    return TemplateError(Finding(code, message, hint=hint))
