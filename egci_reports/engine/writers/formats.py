"""The registry of file formats: one line each, and what the folder of a format gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, ClassVar, Protocol, cast

if TYPE_CHECKING:
    from egci_reports.engine.theme.model import Theme
    from egci_reports.engine.writers.pdf.write import Layout

_HERE = "egci_reports.engine.writers"


@dataclass(frozen=True, slots=True)
class Artifact:
    """A written file: its bytes, its own pages (0: it has none), and the standards that it claims to keep."""

    content: bytes
    pages: int
    claims: tuple[str, ...] = ()


class FormatModule(Protocol):
    """What the module `artifact` in the folder of a format gives; it imports its writer when it writes."""

    def write(self, made: Layout, theme: Theme) -> Artifact:
        """Write a paper that is laid out, with its identity, which `said` finds again.

        A memo or a note that goes with copies is written as well, and has no identity.
        """
        ...

    def said(self, content: bytes) -> Mapping[str, str]:
        """Return what a file says of itself, by the fields of Identity; a numbered copy says "copy" too."""
        ...

    def claims(self, content: bytes) -> tuple[str, ...]:
        """Return the standards that a file claims to keep."""
        ...

    def unpacked(self, content: bytes) -> Iterable[bytes]:
        """Yield what a file of ours holds before compression; the same for every build of zlib."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name in --format, its name in print, the end of its files' names, how they begin.

    `package` is the folder whose module `artifact` writes and reads it (see FormatModule).
    """

    name: str
    title: str
    suffix: str
    signature: bytes
    package: str

    WORD: ClassVar[Format]
    PDF: ClassVar[Format]

    def __reduce__(self) -> tuple[Callable[[str], Format], tuple[str]]:
        """Let a copy that was pickled be the format itself again, which is compared by identity."""
        return format_named, (self.name,)

    @property
    def module(self) -> FormatModule:
        """What writes and reads the format, imported when it is asked for."""
        return cast(FormatModule, import_module(f"{self.package}.artifact"))


Format.WORD = Format("word", "Word", ".docx", b"PK", f"{_HERE}.word")
Format.PDF = Format("pdf", "PDF", ".pdf", b"%PDF", f"{_HERE}.pdf")

FORMATS: list[Format] = [
    Format.WORD,
    Format.PDF,
]
"""Every format in which papers are written: a line each, in the order in which files are made and listed."""

DEFAULT_FORMATS = (Format.WORD, Format.PDF)
"""Those in which papers are made where no other is asked for."""


def format_named(name: str) -> Format:
    """Return a format by its name; raises KeyError if there is none."""
    return {form.name: form for form in FORMATS}[name]


def format_of(content: bytes) -> Format | None:
    """Return the format of a file by how it begins; None if it is none of ours."""
    return next((form for form in FORMATS if content.startswith(form.signature)), None)
