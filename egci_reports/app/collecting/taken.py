"""What is gathered while a form or sheet is taken over, and what is told of it in the end."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from egci_reports.app.collecting.collected import ChangedField, Collected, Voided
from egci_reports.app.collecting.printable import faults_of
from egci_reports.app.collecting.quote import quoted
from egci_reports.engine.theme.model import Fonts
from egci_reports.forms.filled import FilledForm


@dataclass(slots=True, kw_only=True)
class TakenForm:
    """A form or sheet while it is taken over.

    `changes` are its changes to the records, `unread` what could not be read, `kept` the fields left blank
    that had something, `understood` what names and dates were taken for. `faults` are characters that no
    record can hold.
    """

    changes: list[ChangedField] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    understood: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def require_printable(self, text: str, where: str, fonts: Fonts) -> None:
        """Tell of characters of a text that no record can hold, or that no paper can print."""
        faults, unprintable = faults_of(text, where, fonts)
        self.faults += faults
        self.unread += unprintable

    def tell_strange(self, filled: FilledForm, known: Collection[str]) -> None:
        """Tell of fields that the form does not have, with what stands in them."""
        for name in sorted(filled.fields.keys() - set(known)):
            text = " ".join(filled.fields[name].text.split())
            said = f", and it holds {quoted(text)}" if text else ""
            self.unread.append(f"{name}: the form has no such field{said}")

    def tell_tracked(self, filled: FilledForm) -> None:
        """Tell that changes were tracked in Word, if they were."""
        if filled.tracked:
            self.unread.append("tracked changes were read as if accepted")

    def collected(
        self,
        file: str,
        sort: str,
        about: str,
        files: Mapping[Path, str],
        *,
        voided: Iterable[Voided] = (),
        commands: Iterable[str] = (),
        to_come: date | None = None,
    ) -> Collected:
        """Return what is told of the form, and the files that are written for it."""
        return Collected(
            file,
            sort,
            about,
            tuple(self.changes),
            files,
            tuple(self.unread),
            tuple(self.kept),
            tuple(self.understood),
            tuple(voided),
            tuple(dict.fromkeys(commands)),
            to_come,
        )
