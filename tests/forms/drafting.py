"""Fills drafts as officers do: into the controls of a paper, by the addresses of their values."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree import ElementTree as ET

from tests.forms.filling import TEXT, W, edited, parts_of, run, typed


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
    """Take every control away and leave what stands in it, as programs do that do not know controls."""

    def change(root: ET.Element) -> None:
        for parent in list(root.iter()):
            while any(child.tag == f"{W}sdt" for child in parent):
                kept = [
                    one
                    for child in parent
                    for one in (child.find(f"{W}sdtContent") if child.tag == f"{W}sdt" else [child]) or []
                ]
                parent[:] = kept

    made = edited(docx, change)
    assert not fields(made)
    return made


def _controls(root: ET.Element) -> dict[str, ET.Element]:
    found = {}
    for sdt in root.iter(f"{W}sdt"):
        tag = sdt.find(f"{W}sdtPr/{W}tag")
        if tag is not None and "#" in tag.attrib[f"{W}val"]:
            found[tag.attrib[f"{W}val"]] = sdt
    return found
