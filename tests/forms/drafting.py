"""Fills drafts as officers do: into the controls of a paper, by the addresses of their values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from tests.forms.filling import TEXT, W, edited, packed, parts_of, run, typed


def fields(docx: bytes) -> dict[str, ET.Element]:
    """The controls of a draft by the addresses of their values."""
    return _controls(ET.fromstring(parts_of(docx)[TEXT]))


def fill_in(docx: bytes, entries: Mapping[str, str]) -> bytes:
    """Type into the controls of a draft; each must be there."""

    def change(root: ET.Element) -> None:
        found = _controls(root)
        for address, text in entries.items():
            typed(found[address], run(text))

    return edited(docx, change)


def without_controls(docx: bytes) -> bytes:
    """Take every control away, as programs do that do not know them; bookmarks stay."""
    parts = parts_of(docx)
    text = re.sub(r"</?w:sdt(?:Content)?>|<w:sdtPr>.*?</w:sdtPr>", "", parts[TEXT].decode(), flags=re.DOTALL)
    return packed({**parts, TEXT: text.encode()})


def _controls(root: ET.Element) -> dict[str, ET.Element]:
    found = {}
    for sdt in root.iter(f"{W}sdt"):
        tag = sdt.find(f"{W}sdtPr/{W}tag")
        if tag is not None and "#" in tag.attrib[f"{W}val"]:
            found[tag.attrib[f"{W}val"]] = sdt
    return found
