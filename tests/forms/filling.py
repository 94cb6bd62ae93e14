"""Fills forms as an officer does in Word: types into fields, saves, and sometimes does worse."""

from __future__ import annotations

import io
import subprocess
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.readers.libreoffice import PATIENCE

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PRESERVED = {"{http://www.w3.org/XML/1998/namespace}space": "preserve"}
TEXT = "word/document.xml"


def parts_of(docx: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return raw.getvalue()


def edited(docx: bytes, change: Callable[[ET.Element], None]) -> bytes:
    """Change the tree of the text of a Word file."""
    parts = parts_of(docx)
    root = ET.fromstring(parts[TEXT])
    change(root)
    return packed({**parts, TEXT: ET.tostring(root, encoding="UTF-8", xml_declaration=True)})


def replaced(docx: bytes, old: str, new: str) -> bytes:
    """Replace a piece of the XML of the text, which must be there."""
    parts = parts_of(docx)
    text = parts[TEXT].decode()
    assert old in text, old
    return packed({**parts, TEXT: text.replace(old, new).encode()})


def controls(root: ET.Element) -> dict[str, ET.Element]:
    """The open controls of a form by the names of their fields: all_nil, 1_1_progress."""
    found = {}
    for sdt in root.iter(f"{W}sdt"):
        tag = sdt.find(f"{W}sdtPr/{W}tag")
        if tag is not None:
            found[tag.attrib[f"{W}val"].split("_", 3)[3]] = sdt
    return found


def run(text: str, kind: str = "t") -> ET.Element:
    """A run of text; line breaks are elements, as Word has them."""
    made = ET.Element(f"{W}r", {f"{W}rsidR": "00A1B2C3"})
    for number, line in enumerate(text.split("\n")):
        if number:
            ET.SubElement(made, f"{W}br")
        ET.SubElement(made, f"{W}{kind}", PRESERVED).text = line
    return made


def typed(sdt: ET.Element, *children: ET.Element) -> None:
    """Put something into a control in place of what is there; Word no longer takes it for a prompt."""
    properties, content = sdt.find(f"{W}sdtPr"), sdt.find(f"{W}sdtContent")
    assert properties is not None
    assert content is not None
    for prompt in properties.findall(f"{W}showingPlcHdr"):
        properties.remove(prompt)
    content[:] = children


def fill(docx: bytes, entries: Mapping[str, str]) -> bytes:
    """Fill fields by name, each text split over two runs with a mark of the spelling check between."""

    def change(root: ET.Element) -> None:
        fields = controls(root)
        for name, text in entries.items():
            half = len(text) // 2
            error = ET.Element(f"{W}proofErr", {f"{W}type": "spellStart"})
            typed(fields[name], run(text[:half]), error, run(text[half:]))

    return edited(docx, change)


def saved_by_libreoffice(files: Mapping[str, bytes], folder: Path) -> dict[str, bytes]:
    """Open Word files in LibreOffice and save them as Word files again."""
    source, target = folder / "in", folder / "out"
    source.mkdir()
    for name, docx in files.items():
        (source / name).write_bytes(docx)
    command = [
        "soffice",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--norestore",
    ]
    command += ["--convert-to", "docx:Office Open XML Text", "--outdir", str(target)]
    done = subprocess.run(
        [*command, *(str(source / name) for name in files)], capture_output=True, text=True, timeout=PATIENCE
    )
    assert all((target / name).exists() for name in files), f"{done.stdout}{done.stderr}"
    return {name: (target / name).read_bytes() for name in files}
