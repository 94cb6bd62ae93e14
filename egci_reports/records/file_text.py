"""Reads the text of one file of records, and refuses what cannot be one, in words for an officer."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NoReturn

from egci_reports.errors import Finding, Position
from egci_reports.files import Refused, Why, read_bytes

MAX_BYTES = 512 * 1024
"""Ten times the largest file of records."""

_UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""Control characters, rare line ends, byte order marks inside the text, and marks that turn its direction."""

_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_REFUSALS = {
    Why.UNREACHABLE: ("Y101", "see to its permissions, or restore it, for example from git"),
    Why.WRONG_KIND: ("Y102", "move it elsewhere"),
    Why.LEADS_OUT: ("Y103", "copy here what it leads to"),
    Why.TOO_LARGE: ("Y104", f"records fit in {MAX_BYTES // 1024} KB"),
}
_SAVE = "save it as UTF-8 in the editor (Encoding: UTF-8)"


class YamlError(Exception):
    """The file cannot be read as YAML of records; `findings` say where and why."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__(findings[0].message)


def fail(
    name: str,
    code: str,
    message: str,
    line: int = 1,
    column: int = 1,
    *,
    hint: str | None = None,
    source: str = "",
) -> NoReturn:
    """Raise YamlError with one finding at a place of the file `name`."""
    raise YamlError(Finding(code, message, Position(name, line, column), hint, source=source or None))


def read_text(path: Path, name: str, root: Path) -> str:
    """Return the text of the file `path`, which must lie in the folder `root`; `name` is shown to officers.

    Raises YamlError if it is no ordinary file, leads out of the folder, cannot be read, is too large, or is
    no text (see `text_of`).
    """
    try:
        return text_of(read_bytes(path, inside=root, most=MAX_BYTES), name)
    except FileNotFoundError:
        fail(name, "Y101", "there is no such file", hint="restore it, for example from git")
    except Refused as error:
        refuse(name, "file", error)


def refuse(name: str, what: str, error: Refused) -> NoReturn:
    """Raise YamlError with what keeps a "file" or "folder" from being read."""
    code, hint = _REFUSALS[error.why]
    fail(name, code, f"the {what} cannot be read: {error.reason}", hint=hint)


def text_of(raw: bytes, name: str) -> str:
    """Return the text of a file from its bytes, a byte order mark taken off.

    Raises YamlError if it is not UTF-8, or holds control characters.
    """
    if raw.startswith(_UTF_16) or b"\0" in raw[:2]:
        fail(name, "Y105", "the file is in UTF-16, not in UTF-8", hint=_SAVE)
    try:
        text = raw.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        _refuse_encoding(name, raw, error.start)
    odd = _UNPRINTABLE.search(text)
    if odd is not None:
        _refuse_character(name, text, odd.start())
    return text


def _refuse_encoding(name: str, raw: bytes, start: int) -> NoReturn:
    text = raw.decode("utf-8-sig", "replace")
    message = f"the file is not in UTF-8: byte {raw[start]:#04x} is no part of a character"
    _refuse_at(name, "Y105", message, text, len(raw[:start].decode("utf-8-sig")), _SAVE)


def _refuse_character(name: str, text: str, start: int) -> NoReturn:
    message = f"invisible character U+{ord(text[start]):04X} in the text"
    _refuse_at(name, "Y110", message, text, start, "delete it, and type the text around it again")


def _refuse_at(name: str, code: str, message: str, text: str, start: int, hint: str) -> NoReturn:
    """Fail at the character `start` of the text, showing its line without what a terminal must not get."""
    before = text.count("\n", 0, start)
    begin = text.rfind("\n", 0, start) + 1
    end = text.find("\n", start)
    source = _UNPRINTABLE.sub("\ufffd", text[begin : end if end >= 0 else None])
    fail(name, code, message, before + 1, start - begin + 1, hint=hint, source=source[:400].rstrip())
