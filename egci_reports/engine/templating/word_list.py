"""The words of a language, by key, as words.toml holds them; charts and templates take theirs from here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from string import Formatter

from markupsafe import Markup, escape

from egci_reports.engine.language.language import Language
from egci_reports.engine.templating.limits import CHARACTERS, TooMuch
from egci_reports.errors import Finding, Position, TemplateError
from egci_reports.for_templates import for_templates


@dataclass(frozen=True, slots=True)
class WordList:
    """Words by dotted key ("charts.year"): texts, of which some have slots, and lists of texts.

    `file` is the words.toml they come from, named in errors; `language` how that language writes.
    """

    file: str
    language: Language
    texts: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @for_templates
    def __call__(self, key: str, **slots: object) -> str:
        """Return a text with its slots filled; it is markup if a slot holds a name or another inline.

        Raises TemplateError for an unknown key (T145), and for slots that do not match the text's (T146);
        Unprintable for a slot that a reader should not meet.
        """
        from egci_reports.engine.templating.printing import printable  # noqa: PLC0415 - `check` needs no Jinja

        text = self.texts.get(key)
        if text is None:
            raise self._unknown(key, self.texts)
        wanted = slots_of(text)
        if wanted != set(slots):
            has, given = (", ".join(sorted(names)) or "none" for names in (wanted, slots))
            raise self._error("T146", f"the words {key!r} have other slots: {has}", f"given: {given}")
        said = {name: printable(value) for name, value in slots.items()}
        if text.count("{") * max((len(str(value)) for value in said.values()), default=0) > CHARACTERS:
            raise TooMuch(f"the words {key!r} are too long: more than {CHARACTERS:,} characters")
        marked = any(isinstance(value, Markup) for value in said.values())
        return (escape(text) if marked else text).format(**said)

    def slots(self, key: str) -> set[str]:
        """Return the names of the slots of a text; none of a text that is not there."""
        return slots_of(self.texts.get(key, ""))

    @for_templates
    def several(self, key: str) -> tuple[str, ...]:
        """Return a list of words; raises TemplateError (T145) for an unknown key."""
        words = self.lists.get(key)
        if words is None:
            raise self._unknown(key, self.lists)
        return words

    def table(self, name: str) -> dict[str, str | tuple[str, ...]]:
        """Return what stands in a table, by the rest of its keys: `table("charts")["threads.title"]`."""
        prefix = f"{name}."
        every: dict[str, str | tuple[str, ...]] = {**self.texts, **self.lists}
        return {key.removeprefix(prefix): value for key, value in every.items() if key.startswith(prefix)}

    def _unknown(self, key: str, known: Mapping[str, object]) -> TemplateError:
        near = get_close_matches(key, known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "add it to the file"
        return self._error("T145", f"there are no words {key!r}", hint)

    def _error(self, code: str, message: str, hint: str) -> TemplateError:
        return TemplateError(Finding(code, message, Position(self.file), hint))


def slots_of(text: str) -> set[str]:
    """Return the names of a text's slots.

    Raises ValueError if its braces are not in order, or hold more than a name: a width could be any number.
    """
    slots = [slot for slot in Formatter().parse(text) if slot[1] is not None]
    for _, name, width, form in slots:
        if width or form or not str(name).isidentifier():
            raise ValueError(f"{name!r} is no slot: a slot is one name in braces")
    return {str(name) for _, name, _, _ in slots}
