"""Filled forms are read whichever program saved them, and what is hostile is refused or does no harm."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from egci_reports.errors import UsageError
from egci_reports.forms.filled import FilledForm
from egci_reports.forms.package import MAX_FILE, MAX_PART, content_of
from egci_reports.forms.read import read_form
from tests.conformance.ooxml import audit_errors
from tests.conformance.required import require
from tests.conformance.word_lint import lint
from tests.forms.filling import (
    TEXT,
    W,
    controls,
    edited,
    fill,
    packed,
    parts_of,
    replaced,
    run,
    saved_by_libreoffice,
    typed,
)

pytestmark = pytest.mark.slow

LINES = "The lamps were lit.\n\n- one, with < & > \" ' marks\n- 二零一二年：衞生署 – “quoted”"
ENTRIES = {
    "1_1_progress": LINES,
    "1_1_status": "Completed",
    "1_1_next_step": "None.",
    "1_1_f1_value": "2 200",
    "date": "30 March 2012",
}


def read(docx: bytes, folder: Path) -> FilledForm:
    path = folder / "form.docx"
    path.write_bytes(docx)
    return read_form(path.name, content_of(path, path.name))


def refused(docx: bytes, folder: Path) -> str:
    with pytest.raises(UsageError) as error:
        read(docx, folder)
    (finding,) = error.value.findings
    assert finding.message.startswith("form.docx: ")
    assert finding.hint
    return finding.code


def texts(filled: FilledForm) -> dict[str, str]:
    return {name: filled.fields[name].text for name in ENTRIES}


def test_forms_are_sound_word_files(forms: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "form.docx"
    path.write_bytes(max(forms.values(), key=len))
    assert audit_errors(path) == []
    for docx in forms.values():
        # a heading stands above each table of a form, and no caption with a number
        assert [fault for fault in lint(docx) if fault.rule not in ("table-caption", "blank")] == []


def test_what_is_fixed_is_locked_and_what_is_open_stays(form: bytes) -> None:
    root = ET.fromstring(parts_of(form)[TEXT])
    body = root.find(f"{W}body")
    assert body is not None
    outside = [text.text for p in body.iter(f"{W}p") for r in p.findall(f"{W}r") for text in r.iter(f"{W}t")]
    assert outside == []
    for sdt in root.iter(f"{W}sdt"):
        lock = sdt.find(f"{W}sdtPr/{W}lock")
        is_open = sdt.find(f"{W}sdtPr/{W}tag") is not None
        assert lock is not None
        assert lock.attrib[f"{W}val"] == ("sdtLocked" if is_open else "sdtContentLocked")


def test_a_form_says_nothing_of_other_departments(forms: dict[str, bytes]) -> None:
    text = "".join(content.decode() for content in parts_of(forms["made-up-pier-office"]).values())
    for stranger in ("Signal Office", "Register the buoys", "signal-office", "trimmed"):
        assert stranger not in text


def test_what_word_saved_is_read(form: bytes, tmp_path: Path) -> None:
    filled = read(fill(form, ENTRIES), tmp_path)
    assert (filled.number, texts(filled), filled.tracked) == (3, ENTRIES, False)
    assert not any(field.unread for field in filled.fields.values())


def test_what_libreoffice_saved_is_read(forms: dict[str, bytes], form: bytes, tmp_path: Path) -> None:
    require(shutil.which("soffice") is not None, "LibreOffice is not installed")
    untouched = "made-up-pier-office"
    files = {"filled.docx": fill(form, ENTRIES), "blank.docx": forms[untouched]}
    saved = saved_by_libreoffice(files, tmp_path)
    filled = read(saved["filled.docx"], tmp_path)
    assert texts(filled) == ENTRIES
    mark = read(form, tmp_path).mark
    assert (filled.number, filled.mark) == (3, mark)
    blank, before = read(saved["blank.docx"], tmp_path), read(forms[untouched], tmp_path)
    assert {name: field.text for name, field in blank.fields.items()} == {
        name: field.text for name, field in before.fields.items()
    }


def test_an_entry_of_several_paragraphs_is_read_line_by_line(form: bytes, tmp_path: Path) -> None:
    """Word makes paragraphs of a field that is alone in its cell, and moves the control around them."""

    def change(root: ET.Element) -> None:
        paragraphs = []
        for text in ("First.", "Second."):
            paragraph = ET.Element(f"{W}p")
            paragraph.append(run(text))
            paragraphs.append(paragraph)
        control = controls(root)["1_1_progress"]
        typed(control, *paragraphs)
        for cell in root.iter(f"{W}tc"):
            for index, paragraph in enumerate(cell):
                if control in list(paragraph):
                    cell[index] = control
                    cell.append(ET.Element(f"{W}p"))

    assert read(edited(form, change), tmp_path).fields["1_1_progress"].text == "First.\nSecond."


def test_tracked_changes_are_read_as_if_accepted(form: bytes, tmp_path: Path) -> None:
    def change(root: ET.Element) -> None:
        author = {f"{W}id": "901", f"{W}author": "A"}
        gone, new = ET.Element(f"{W}del", author), ET.Element(f"{W}ins", author)
        gone.append(run("struck ", "delText"))
        new.append(run("put in"))
        moved = ET.Element(f"{W}moveFrom", author)
        moved.append(run("moved away"))
        typed(controls(root)["1_1_next_step"], run("Kept and "), gone, new, moved)

    filled = read(edited(form, change), tmp_path)
    assert filled.fields["1_1_next_step"].text == "Kept and put in"
    assert filled.tracked


def test_hidden_text_and_pictures_are_not_read(form: bytes, tmp_path: Path) -> None:
    def change(root: ET.Element) -> None:
        hidden = run("secret")
        look = ET.Element(f"{W}rPr")
        ET.SubElement(look, f"{W}vanish")
        hidden.insert(0, look)
        picture = ET.Element(f"{W}r")
        box = ET.SubElement(ET.SubElement(picture, f"{W}pict"), f"{W}txbxContent")
        ET.SubElement(box, f"{W}p").append(run("in a box"))
        typed(controls(root)["1_1_next_step"], run("Seen."), hidden, picture)

    field = read(edited(form, change), tmp_path).fields["1_1_next_step"]
    assert field.text == "Seen."
    assert field.unread == ["it holds a picture or a symbol"]


def test_a_field_that_stands_twice_is_named(form: bytes, tmp_path: Path) -> None:
    def change(root: ET.Element) -> None:
        body = root.find(f"{W}body")
        assert body is not None
        paragraph = ET.Element(f"{W}p")
        paragraph.append(ET.fromstring(ET.tostring(controls(root)["date"])))
        body.insert(0, paragraph)

    assert read(edited(form, change), tmp_path).fields["date"].unread == ["it stands twice in the form"]


LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    + "".join(f'<!ENTITY {x} "{f"&{y};" * 10}">' for x, y in zip("cdefghi", "bcdefgh", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    ("declared", "entity"), [(LAUGHS, "&i;"), (OUTSIDE, "&a;")], ids=["laughs", "outside"]
)
def test_entities_are_refused(form: bytes, tmp_path: Path, declared: str, entity: str) -> None:
    hostile = replaced(form, "Raise the mast.", entity)
    hostile = replaced(hostile, "<w:document ", f"{declared}<w:document ")
    assert refused(hostile, tmp_path) in ("F701", "F702")


def test_a_bomb_is_not_unpacked(form: bytes, tmp_path: Path) -> None:
    parts = parts_of(form)
    bomb = packed({**parts, TEXT: parts[TEXT] + b" " * (MAX_PART + 1)})
    assert len(bomb) < 100_000
    assert refused(bomb, tmp_path) == "F703"
    assert refused(packed({**parts, "[Content_Types].xml": b" " * (MAX_PART + 1)}), tmp_path) == "F703"


def test_a_file_that_is_too_large_or_has_too_many_parts_is_refused(form: bytes, tmp_path: Path) -> None:
    assert refused(form + b"\0" * MAX_FILE, tmp_path) == "F703"
    many = {f"word/media/{number}.bin": b"" for number in range(1001)}
    assert refused(packed({**parts_of(form), **many}), tmp_path) == "F702"


def test_macros_are_refused(form: bytes, tmp_path: Path) -> None:
    parts = parts_of(form)
    assert refused(packed({**parts, "word/vbaProject.bin": b"\0"}), tmp_path) == "F702"
    types = parts["[Content_Types].xml"].replace(
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    assert refused(packed({**parts, "[Content_Types].xml": types}), tmp_path) == "F702"


def test_two_parts_of_one_name_are_refused(form: bytes, tmp_path: Path) -> None:
    path = tmp_path / "twice.docx"
    path.write_bytes(form)
    with zipfile.ZipFile(path, "a") as package:
        package.writestr("Word/document.xml", b"<other/>")
    assert refused(path.read_bytes(), tmp_path) == "F702"


def test_what_is_no_word_file_is_refused(form: bytes, tmp_path: Path) -> None:
    parts = parts_of(form)
    assert refused(b"", tmp_path) == "F701"
    assert refused(b"%PDF-1.7", tmp_path) == "F701"
    assert refused(form[:3000], tmp_path) == "F701"
    assert refused(b"\xd0\xcf\x11\xe0" + b"\0" * 600, tmp_path) == "F702"
    assert refused(packed({name: part for name, part in parts.items() if name != TEXT}), tmp_path) == "F701"
    assert refused(packed({**parts, TEXT: parts[TEXT][:-40]}), tmp_path) == "F701"
    assert refused(packed({**parts, TEXT: b"<a>" * 5000 + b"</a>" * 5000}), tmp_path) == "F701"


def test_a_file_without_fields_and_one_that_mixes_forms_are_refused(
    form: bytes, forms: dict[str, bytes], tmp_path: Path
) -> None:
    parts = parts_of(form)
    plain = packed({**parts, TEXT: parts[TEXT].replace(b"egci_", b"else_")})
    assert refused(plain, tmp_path) == "F704"
    mark = read(form, tmp_path).mark
    other = read(forms["made-up-pier-office"], tmp_path).mark
    mixed = parts[TEXT].replace(
        f"egci_3_{mark}_1_1_progress".encode(), f"egci_3_{other}_1_1_progress".encode()
    )
    assert refused(packed({**parts, TEXT: mixed}), tmp_path) == "F705"
