"""Names of files and texts of one line, whatever a holder is called."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace

from egci_reports.kinds import KINDS
from egci_reports.records.audience.reader import Audience
from egci_reports.records.paper_name import PaperName

_LONGEST = 40
"""Characters of a part of a name."""
_MOST_BYTES = 54
"""Bytes of a part of a name: four parts and an ending stay below the 255 that file systems take."""
_MOST_BYTES_OF_FOLDER = 190
"""Bytes of a paper in the name of its folder: the parts of two departments never share one."""

_NO_LETTER = re.compile(r"[\W_]+")
_NO_PART = re.compile(r"[^\w.-]+")
_BREAKS = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def code_of(short: str | None, name: str) -> str:
    """Return what stands for a body in names of files: letters and figures of its abbreviation or name."""
    for text in (short, name):
        code = _cut(_NO_LETTER.sub("", unicodedata.normalize("NFC", text or "")))
        if code:
            return code
    return "Holder"


def file_name(group: str, paper: str, label: str, copy: int, code: str) -> str:
    """Return how the names of a copy's files begin: EGCI_annual-2024_v1.0_Copy03_CED.

    The number tells copies apart, also where their codes do not, or differ in case only.
    """
    parts = (code_of(group, group), _part(paper), _part(label), f"Copy{copy:02d}", code_of(code, code))
    return "_".join(parts)


def label_of(edition: str, master: str) -> str:
    """Return how names give an edition: v1.0, or for a draft the beginning of its hash, draft-1a2b3c4d."""
    return f"v{edition}" if edition[:1].isdigit() else f"{edition}-{master[:8]}"


def folder_name(paper: str, edition: str, master: str) -> str:
    """Return the name of the folder of an edition's copies: annual-2024-v1.0."""
    whole = _NO_PART.sub("", paper).strip(".-").encode()[:_MOST_BYTES_OF_FOLDER].decode(errors="ignore")
    return f"{whole or 'paper'}-{_part(label_of(edition, master))}"


def base_and_reader(paper: str) -> tuple[str, str]:
    """Return a paper's name without its audience, and that audience: a department's part names its body."""
    name = PaperName.read(paper)
    brings_forms = name.kind in KINDS and KINDS[name.kind].brings_forms
    reader = name.body or (Audience.DEPARTMENT if brings_forms else name.audience)
    return str(replace(name, audience=Audience.INTERNAL, body=None)), str(reader)


def one_line(text: str) -> str:
    """Return a text without line ends and control characters, for a head line of a message."""
    return _BREAKS.sub(" ", text).strip()


def cell(text: str) -> str:
    """Return a text for a cell of a CSV file that no spreadsheet takes for a formula."""
    text = one_line(text)
    return f"'{text}" if text.lstrip("'").startswith(_FORMULA) else text


def _part(text: str) -> str:
    return _cut(_NO_PART.sub("", text).strip(".-")) or "paper"


def _cut(text: str) -> str:
    """Return the beginning of a text that has room in a name."""
    return text[:_LONGEST].encode()[:_MOST_BYTES].decode(errors="ignore")
