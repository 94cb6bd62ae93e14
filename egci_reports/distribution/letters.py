"""The letters that go with copies, from templates: covering memo, message, supersession note, manifest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from egci_reports.app.papers.editions import base_of
from egci_reports.distribution.entries import LedgerEntry
from egci_reports.distribution.issue_plan import PlannedCopy
from egci_reports.distribution.master import Master
from egci_reports.engine.document.checks import unprintable
from egci_reports.engine.document.nodes import Document
from egci_reports.engine.document.parser import parse
from egci_reports.engine.document.resolve import resolve
from egci_reports.engine.document.text import blocks_of
from egci_reports.engine.writers.formats import DEFAULT_FORMATS
from egci_reports.engine.writers.pdf.write import layout, write_pdf
from egci_reports.errors import TemplateError
from egci_reports.records.office import Office


@dataclass(frozen=True, slots=True)
class PaperReference:
    """The paper, as letters speak of it."""

    group: object
    title: str
    edition: str
    is_draft: bool
    banner: str
    marking: str | None
    date: str
    pages: int
    amends: str | None = None
    """The edition to which the paper is an addendum."""
    office: Office | None = None
    """The office that sends it, as far as its readers are told."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message: its subject, and its text in lines."""

    subject: str
    text: str


class Letters:
    """Writes the letters about one paper; memos and messages once each.

    Each method raises TemplateError where its template is wrong, or a holder's name cannot be printed.
    """

    def __init__(self, master: Master) -> None:
        self.master = master
        self.memo = cache(self._memo)
        self.message = cache(self._message)

    def _memo(self, copy: PlannedCopy, file: str) -> bytes:
        """Return the covering memo of a copy as PDF; `file` is the name of the copy."""
        return self._pdf("memo", {"copy": copy, "file": file})

    def _message(self, copy: PlannedCopy, file: str) -> Message:
        """Return the message that carries a copy."""
        document = self._document("message", {"copy": copy, "file": file})
        # Mail programs break lines as they like; a space that does not break is only in their way
        texts = [(text.kind, text.text.replace("\xa0", " ")) for text in blocks_of(document)]
        subject = " ".join(text for kind, text in texts if kind == "title")
        return Message(subject, "\n\n".join(text for kind, text in texts if kind == "paragraph") + "\n")

    def supersession(
        self, old: LedgerEntry, new: LedgerEntry | None, *, is_listed: bool
    ) -> Mapping[str, bytes]:
        """Return the note to the holder of a copy whose edition is superseded, in each form, by its suffix.

        `new` is the copy that takes its place, None if there is none yet; `is_listed` tells whether the
        holder is to get one.
        """
        document = self._document("supersession", {"old": old, "new": new, "is_listed": is_listed})
        theme = self.master.draft.theme
        made = layout(document, theme)
        return {form.suffix: form.module.write(made, theme).content for form in DEFAULT_FORMATS}

    def manifest(self, context: Mapping[str, object]) -> bytes:
        """Return the manifest as a page to be printed."""
        return self._pdf("manifest", context)

    def _pdf(self, name: str, context: Mapping[str, object]) -> bytes:
        return write_pdf(self._document(name, context), self.master.draft.theme).content

    def _document(self, name: str, context: Mapping[str, object]) -> Document:
        """Render a template, and return its tree, resolved and checked."""
        draft, template = self.master.draft, f"distribution/{name}.html"
        xml = draft.templates.render(template, {"paper": self._about(), **context})
        words = draft.word_list
        title = words(f"distribution.{name}", title=self.master.meta.title)
        meta = replace(
            self.master.meta, title=title, short_title=title, subject="", watermark=None, identity=None
        )
        tree = parse(xml, meta, draft.words, {}, template=template, source_line=draft.templates.line)
        document = resolve(tree)
        # Wording stops no letter: names of holders and of files are their own
        if errors := unprintable(document):
            raise TemplateError(*errors)
        return document

    def _about(self) -> PaperReference:
        meta, draft = self.master.meta, self.master.draft
        return PaperReference(
            draft.records.group.name,
            meta.title,
            self.master.edition,
            draft.request.is_draft,
            meta.banner,
            meta.marking,
            meta.date,
            self.master.pages,
            base_of(draft.request.edition),
            draft.records.group.office,
        )
