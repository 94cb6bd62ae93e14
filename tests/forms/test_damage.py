"""Files that are broken or hostile are refused, each by itself and soon, and never bring the program down."""

from __future__ import annotations

import io
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from egci_reports.errors import UsageError
from egci_reports.forms.package import MAX_TOTAL
from egci_reports.forms.read import read_form
from tests.forms.filling import TEXT, packed, parts_of, replaced

pytestmark = pytest.mark.slow

ENTRY, END = b"PK\x01\x02", b"PK\x05\x06"
SOON = 60
"""Seconds in which any file must have been read or refused; a hanging reader takes minutes."""
RELATIONS = "word/_rels/document.xml.rels"


def code_of(docx: bytes) -> str:
    with pytest.raises(UsageError) as error:
        read_form("form.docx", docx)
    (finding,) = error.value.findings
    assert finding.message.startswith("form.docx: ")
    assert finding.hint
    return finding.code


def zipped(docx: bytes, method: int) -> bytes:
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", method) as package:
        for name, content in parts_of(docx).items():
            package.writestr(name, content)
    return raw.getvalue()


def patched(raw: bytes, at: int, form: str, value: int) -> bytes:
    """Overwrite a number in a file."""
    size = struct.calcsize(form)
    return raw[:at] + struct.pack(form, value) + raw[at + size :]


def in_each_entry(raw: bytes, offset: int, form: str, value: int) -> bytes:
    """Overwrite a number in every entry of the table of contents."""
    at = raw.find(ENTRY)
    while at != -1:
        raw = patched(raw, at + offset, form, value)
        at = raw.find(ENTRY, at + 4)
    return raw


def with_name(raw: bytes, old: bytes, new: bytes) -> bytes:
    assert len(old) == len(new)
    return in_each_entry(raw.replace(old, new), 8, "<H", 0x800)  # names are said to be UTF-8


def spoilt(raw: bytes) -> bytes:
    """Spoil what is packed in the text, not the tables around it."""
    start = raw.find(TEXT.encode()) + 60
    return raw[:start] + bytes(255 - one for one in raw[start : start + 400]) + raw[start + 400 :]


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "deflate": spoilt,
    "bz2": lambda docx: zipped(docx, zipfile.ZIP_BZIP2),
    "bz2 spoilt": lambda docx: spoilt(zipped(docx, zipfile.ZIP_BZIP2)),
    "lzma": lambda docx: zipped(docx, zipfile.ZIP_LZMA),
    "lzma spoilt": lambda docx: spoilt(zipped(docx, zipfile.ZIP_LZMA)),
    "deflate64": lambda docx: in_each_entry(docx, 10, "<H", 9),
    "an unknown method": lambda docx: in_each_entry(docx, 10, "<H", 77),
    "a later version of zip": lambda docx: in_each_entry(docx, 6, "<H", 99),
    "a name that is not UTF-8": lambda docx: with_name(docx, b"word/styles.xml", b"word/st\xffles.xml"),
    "a table too far on": lambda docx: patched(docx, docx.find(END) + 16, "<I", 0x7FFFFFFF),
    "a table too early": lambda docx: patched(docx, docx.find(END) + 16, "<I", 1),
    "a table without size": lambda docx: patched(docx, docx.find(END) + 12, "<I", 0),
    "a table too large": lambda docx: patched(docx, docx.find(END) + 12, "<I", 0x7FFFFFFF),
    "parts too far on": lambda docx: in_each_entry(docx, 42, "<I", 0x7FFFFFFF),
    "parts at one place": lambda docx: in_each_entry(docx, 42, "<I", 0),
    "zip64 without its numbers": lambda docx: in_each_entry(docx, 42, "<I", 0xFFFFFFFF),
    "an extra field cut short": lambda docx: in_each_entry(docx, 30, "<H", 7),
    "cut short": lambda docx: docx[: len(docx) // 2],
    "cut short in the table": lambda docx: docx[:-40],
    "a zip of nothing": lambda _: END + b"\0" * 18,
    "zeros": lambda _: b"\0" * 5000,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_damaged_files_are_refused(form: bytes, damage: Callable[[bytes], bytes]) -> None:
    assert code_of(damage(form)) == "F701"


def test_an_encrypted_entry_is_refused(form: bytes) -> None:
    assert code_of(in_each_entry(form, 8, "<H", 1)) == "F702"


def text_of(form: bytes) -> str:
    return parts_of(form)[TEXT].decode()


def with_text(form: bytes, text: bytes) -> bytes:
    return packed({**parts_of(form), TEXT: text})


def test_a_text_in_utf_16_is_read(form: bytes) -> None:
    before = read_form("form.docx", form)
    said = text_of(form).replace('encoding="UTF-8"', 'encoding="UTF-16"')
    for encoding in ("utf-16", "utf-16-le", "utf-16-be"):
        assert read_form("form.docx", with_text(form, said.encode(encoding))).fields == before.fields


@pytest.mark.parametrize("encoding", ["latin-1", "utf-32", "utf-7", "cp037", "gb18030"])
def test_a_text_in_another_encoding_is_refused(form: bytes, encoding: str) -> None:
    said = text_of(form).replace("Raise the mast.", "Raise the mast. \xe9")
    declared = said.replace('encoding="UTF-8"', f'encoding="{encoding}"')
    assert code_of(with_text(form, declared.encode(encoding, "replace"))) == "F701"


BOMB = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("part", [TEXT, "[Content_Types].xml", "_rels/.rels", RELATIONS, "word/styles.xml"])
def test_a_document_type_in_any_part_is_refused(form: bytes, part: str, encoding: str) -> None:
    parts = parts_of(form)
    head, _, tail = parts[part].decode().partition("?>")
    said = f"{head}?>{BOMB}{tail}".replace('encoding="UTF-8"', f'encoding="{encoding}"')
    assert code_of(packed({**parts, part: said.encode(encoding)})) == "F702"


@pytest.mark.parametrize("part", [TEXT, "[Content_Types].xml", "_rels/.rels", RELATIONS, "word/styles.xml"])
@pytest.mark.parametrize(
    "content", [b"", b"<a", b"\0\0\0", b"<a>&x;</a>", b"\xff\xfe\0", b"<?xml version='9'?>"]
)
def test_a_part_that_is_no_xml_refuses_the_file(form: bytes, part: str, content: bytes) -> None:
    assert code_of(packed({**parts_of(form), part: content})) == "F701"


def test_wrong_content_types_and_relationships_are_refused(form: bytes) -> None:
    parts = parts_of(form)
    types = parts["[Content_Types].xml"].replace(
        b"wordprocessingml.document.main", b"spreadsheetml.sheet.main"
    )
    assert code_of(packed({**parts, "[Content_Types].xml": types})) == "F701"
    for target in (b"word/styles.xml", b"../../etc/passwd", b"word/none.xml", b"", b"%00", b"http://[bad"):
        relations = parts["_rels/.rels"].replace(b'"word/document.xml"', b'"' + target + b'"')
        assert code_of(packed({**parts, "_rels/.rels": relations})) == "F701"


def test_parts_are_bounded_together(form: bytes) -> None:
    """Each part is small enough by itself, all of them are not."""
    parts = parts_of(form)
    many = "".join(
        f'<Relationship Id="x{n}" Target="header{n}.xml" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/header"/>'
        for n in range(10, 60)
    )
    relations = parts[RELATIONS].replace(b"</Relationships>", f"{many}</Relationships>".encode())
    large = b"<a>" + b" " * (MAX_TOTAL // 40) + b"</a>"
    heads = {f"word/header{n}.xml": large for n in range(10, 60)}
    assert code_of(packed({**parts, RELATIONS: relations, **heads})) == "F703"


def field(form: bytes, name: str) -> str:
    tags = {one.rpartition('"')[2] for one in text_of(form).split(f'_{name}"')[:-1]}
    return f"{tags.pop()}_{name}"


FLOODS: dict[str, Callable[[str], str]] = {
    "open bookmarks": lambda tag: (
        "".join(
            f'<w:bookmarkStart w:id="a{n}" w:name="{tag.rsplit("_", 1)[0]}_x{n}"/>' for n in range(20_000)
        )
        + "<w:r><w:t>a</w:t></w:r>" * 100_000
    ),
    "one bookmark often": lambda tag: f'<w:bookmarkStart w:id="a" w:name="{tag}"/>' * 60_000,
    "bookmarks of others": lambda tag: (
        "".join(f'<w:bookmarkStart w:id="b{n}" w:name="x{n}"/>' for n in range(60_000))
        + "<w:r><w:t>a</w:t></w:r>" * 60_000
    ),
    "controls": lambda tag: f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr></w:sdt>' * 60_000,
    "nested controls": lambda tag: "<w:sdt><w:sdtContent>" * 100 + "a" + "</w:sdtContent></w:sdt>" * 100,
    "runs": lambda _: "<w:r><w:t>a</w:t></w:r>" * 100_000,
    "struck runs": lambda _: "<w:r><w:rPr><w:strike/></w:rPr><w:t>a</w:t></w:r>" * 60_000,
    "deep": lambda _: "<w:r>" * 100_000 + "</w:r>" * 100_000,
    "properties": lambda _: "<w:r><w:rPr>" + "<w:b/>" * 200_000 + "</w:rPr></w:r>",
    "comment marks": lambda _: "".join(f'<w:r><w:commentReference w:id="{n}"/></w:r>' for n in range(60_000)),
    "cells": lambda _: "<w:tbl><w:tr>" + "<w:tc><w:p/></w:tc>" * 100_000 + "</w:tr></w:tbl>",
    "attributes": lambda _: "<w:r " + " ".join(f'a{n}="1"' for n in range(100_000)) + "/>",
}


FLOODS_SEEN = ("open bookmarks", "controls", "struck runs", "deep", "cells", "attributes")
"""The most telling; the others are read with --thorough."""


def test_any_flood_is_read_or_refused_soon(form: bytes, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """The reading runs in a process of its own, so that one that hangs can be stopped."""
    inside = "Raise the mast."  # in a text of its own, so that the flood stands between whole runs
    assert inside in text_of(form)
    tag = field(form, "1_1_progress")
    start = text_of(form).index("<w:p>")
    seen = FLOODS if pytestconfig.getoption("--thorough") else FLOODS_SEEN
    for name in seen:
        text = f"{text_of(form)[:start]}<w:p>{FLOODS[name](tag)}</w:p>{text_of(form)[start:]}"
        (tmp_path / f"{name}.docx").write_bytes(with_text(form, text.encode()))
    code = (
        "import sys, resource\n"
        "from pathlib import Path\n"
        "from egci_reports.errors import UsageError\n"
        "from egci_reports.forms.read import read_form\n"
        "resource.setrlimit(resource.RLIMIT_AS, (1 << 30, 1 << 30))\n"
        "for name in sys.argv[1:]:\n"
        "    code = 'read'\n"
        "    print(name, end=': ', flush=True)\n"
        "    try: read_form('form.docx', Path(f'{name}.docx').read_bytes())\n"
        "    except UsageError as error: code = error.findings[0].code\n"
        "    print(code, flush=True)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *seen], cwd=tmp_path, capture_output=True, text=True, timeout=SOON
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    told = dict(line.split(": ") for line in done.stdout.splitlines())
    assert [*told] == [*seen]
    assert {*told.values()} <= {"read", "F701", "F702", "F703"}, told


def test_work_grows_as_the_form(form: bytes) -> None:
    """Counted, not timed: each text goes to one field, however many bookmarks are open."""
    tag = field(form, "1_1_progress")
    marks = "".join(f'<w:bookmarkStart w:id="a{n}" w:name="{tag}{n}"/>' for n in range(10))
    body = "<w:r><w:t>letter</w:t></w:r>" * 50
    text = replaced(form, "<w:body>", f"<w:body><w:p>{marks}{body}</w:p>")
    read = read_form("form.docx", text)
    assert len([name for name in read.fields if name.startswith("1_1_progress")]) == 11
    held = sum(one.text.count("letter") for one in read.fields.values())
    assert held + sum(one.text.count("letter") for one in read.beside) == 50


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_form_with_changed_bytes_is_read_or_refused(form: bytes, data: st.DataObject) -> None:
    spoilt_form = bytearray(form)
    for at in data.draw(st.lists(st.integers(0, len(form) - 1), min_size=1, max_size=6)):
        spoilt_form[at] = data.draw(st.integers(0, 255))
    _read_or_refuse(bytes(spoilt_form))


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_form_with_changed_parts_is_read_or_refused(form: bytes, data: st.DataObject) -> None:
    parts = parts_of(form)
    name = data.draw(st.sampled_from(sorted(parts)))
    content = bytearray(parts[name])
    for at in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=6)):
        content[at : at + data.draw(st.integers(0, 40))] = data.draw(st.binary(max_size=8))
    _read_or_refuse(packed({**parts, name: bytes(content)}))


def _read_or_refuse(docx: bytes) -> None:
    try:
        read_form("form.docx", docx)
    except UsageError as error:
        codes = {one.code for one in error.findings}
    else:
        return
    assert codes <= {"F701", "F702", "F703", "F704", "F705"}
