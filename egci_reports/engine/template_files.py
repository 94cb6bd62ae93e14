"""Finds a text of templates/ in the first of the folders that has it, and reads it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from egci_reports.errors import Finding, Position, TemplateError
from egci_reports.files import TEMPLATE, Refused, read_bytes


class UnreadableTemplate(TemplateError):  # noqa: N818 - the name of what it is
    """A text of templates/ is there and cannot be read; its finding says which, and where in it."""


_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


def template_text(folders: Sequence[Path], name: str, code: str) -> tuple[Path, str] | None:
    """Return where the file `name` ("en/words.toml") stands, and its text; None if no folder has it.

    A byte order mark is taken off. Raises UnreadableTemplate with `code` if the first that is there cannot be
    read, or is not in UTF-8: no other takes its place then.
    """
    file = f"templates/{name}"
    for folder in folders:
        path = folder / name
        try:
            return path, _decoded(read_bytes(path, inside=folder, most=TEMPLATE), file, code)
        except FileNotFoundError:
            continue
        except Refused as error:
            message, hint = f"{file} cannot be read: {error.reason}", "see to it, or take it away"
            raise UnreadableTemplate(Finding(code, message, Position(file), hint)) from error
    return None


def _decoded(raw: bytes, file: str, code: str) -> str:
    hint = "save it with the encoding UTF-8"
    if raw.startswith(_UTF_16) or b"\0" in raw[:2]:
        message = f"this is not written in UTF-8: {file} is in UTF-16"
        raise UnreadableTemplate(Finding(code, message, Position(file), hint))
    try:
        return raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        message = f"this is not written in UTF-8: {file}, line {line}"
        raise UnreadableTemplate(Finding(code, message, Position(file, line), hint)) from error
