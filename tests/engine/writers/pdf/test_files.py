"""The file as a whole: sound, the same bytes wherever it is made, and telling what it was made from."""

from __future__ import annotations

import hashlib
import io
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pikepdf
import pytest

from egci_reports.engine.writers.pdf.write import CopyText, layout
from tests.cases import mostly_thorough
from tests.conformance.required import require
from tests.engine.writers.pdf.made import ROOT, para, shipped_theme, written
from tests.readers.pdf_tags import read_tree
from tests.sample_paper import META, sample

pytestmark = pytest.mark.slow

XMP = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "egci": "urn:egci-report:identity:1#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}
MAKE = (
    "import hashlib; from tests.sample_paper import sample;"
    "from egci_reports.engine.writers.pdf.write import write_pdf;"
    "from tests.engine.writers.pdf.made import shipped_theme;"
    "print(hashlib.sha256(write_pdf(sample(), shipped_theme()).content).hexdigest())"
)
SURROUNDINGS = [
    {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "LC_ALL": "C", "USER": "one"},
    {"TZ": "America/Anchorage", "PYTHONHASHSEED": "77", "LC_ALL": "C.UTF-8", "USER": "two"},
]


@pytest.mark.parametrize("surroundings", mostly_thorough(SURROUNDINGS, (0,)), ids=["east", "west"])
def test_the_same_paper_is_the_same_bytes_anywhere(rendered, tmp_path, surroundings):
    environment = {**os.environ, **surroundings, "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    environment["SOURCE_DATE_EPOCH"] = surroundings["PYTHONHASHSEED"]
    done = subprocess.run(
        [sys.executable, "-c", MAKE],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == hashlib.sha256(rendered.content).hexdigest()


def test_saving_again_gives_the_same_bytes(rendered):
    laid_out = layout(sample(), shipped_theme())
    copy = laid_out.save(CopyText("Copy 1"))
    assert laid_out.save() == rendered.content
    assert laid_out.save(CopyText("Copy 1")) == copy != rendered.content


def test_another_word_gives_another_file_and_another_identifier():
    first, second = written(para("one")).content, written(para("two")).content
    identifiers = [re.search(rb"/ID\[(<\w{32}>)(<\w{32}>)\]", content) for content in (first, second)]
    assert all(found and found[1] == found[2] for found in identifiers)
    assert identifiers[0][1] != identifiers[1][1]


@pytest.mark.parametrize("of", ["sample", "one line"])
def test_the_file_is_sound(rendered, tmp_path, of):
    require(shutil.which("qpdf"), "qpdf is not installed")
    path = tmp_path / "paper.pdf"
    path.write_bytes(rendered.content if of == "sample" else written(para("x")).content)
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert "No syntax or stream encoding errors found" in done.stdout


def test_no_fonts_are_left_out_and_none_is_whole(rendered):
    """All faces are embedded as subsets: six letters and a plus stand before their names."""
    with pikepdf.open(io.BytesIO(rendered.content)) as file:
        fonts = [one for one in file.objects if isinstance(one, pikepdf.Dictionary) and "/BaseFont" in one]
        names = {str(font.BaseFont)[8:] for font in fonts}
        assert all(re.match(r"/[A-Z]{6}\+", str(font.BaseFont)) for font in fonts)
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
    assert names >= {"Arimo-Regular", "Arimo-Bold", "Arimo-Italic", "Arimo-BoldItalic", "NotoSansHK-Regular"}
    assert len(rendered.content) < 300_000


def test_chinese_faces_are_left_out_where_no_chinese_stands():
    content = written(para("Plain English")).content
    assert b"NotoSans" not in content
    assert len(content) < 40_000


def _xmp(content: bytes) -> ET.Element:
    with pikepdf.open(io.BytesIO(content)) as file:
        return ET.fromstring(file.Root.Metadata.read_bytes())


def _said(root: ET.Element, name: str) -> str:
    (found,) = root.iterfind(f".//{name}", XMP)
    return "".join(found.itertext())


def test_the_file_tells_what_it_is_and_from_what_it_was_made(rendered):
    root, identity = _xmp(rendered.content), META.identity
    assert identity
    assert _said(root, "dc:title") == META.title
    assert _said(root, "dc:creator") == META.author
    assert _said(root, "dc:description") == META.subject
    assert _said(root, "dc:language") == "en-GB"
    assert _said(root, "pdf:Keywords") == META.keywords
    assert _said(root, "xmp:CreateDate") == "2024-10-09T00:00:00Z" == _said(root, "xmp:ModifyDate")
    assert (_said(root, "pdfaid:part"), _said(root, "pdfaid:conformance")) == ("2", "A")
    assert _said(root, "pdfuaid:part") == "1"
    for field in ("kind", "subject", "edition", "records", "tool"):
        assert _said(root, f"egci:{field}") == getattr(identity, field)


def test_both_places_of_metadata_say_the_same(rendered):
    with pikepdf.open(io.BytesIO(rendered.content)) as file:
        info = {key: str(value) for key, value in file.docinfo.items()}
        assert file.Root.ViewerPreferences.DisplayDocTitle is True
        assert file.Root.Lang == "en-GB"
    root = _xmp(rendered.content)
    assert info["/Title"] == _said(root, "dc:title")
    assert info["/Author"] == _said(root, "dc:creator")
    assert info["/Subject"] == _said(root, "dc:description")
    assert info["/Keywords"] == _said(root, "pdf:Keywords")
    assert info["/Producer"] == _said(root, "pdf:Producer") == "egci-report 0.1.0"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20241009000000Z"


def test_what_the_file_says_of_itself_may_hold_any_characters():
    meta = {
        "title": "<a> & “b” 粵 (c) \\",
        "author": "O’Nobody & 粵",
        "subject": "]]> &amp;",
        "keywords": "<k>",
    }
    content = written(para("x"), **meta).content
    root = _xmp(content)
    assert _said(root, "dc:title") == meta["title"]
    assert _said(root, "dc:creator") == meta["author"]
    assert _said(root, "dc:description") == meta["subject"]
    with pikepdf.open(io.BytesIO(content)) as file:
        assert file.docinfo["/Title"] == meta["title"]


def test_pages_of_anchors_are_handed_on(rendered):
    """What the Word writer fills its contents with: the page of each anchor."""
    tree = read_tree(rendered.content)
    headings = [node for node in tree.root.walk() if node.tag == "H1"]
    wanted = {"purpose": 0, "text": 1, "wide": 4, "sources": -1}
    for anchor, index in wanted.items():
        assert rendered.pages[anchor] == headings[index].pages[0]
    assert rendered.page_count == len(tree.pages) == max(rendered.pages.values())


def test_nothing_of_the_machine_is_in_the_file(rendered):
    with pikepdf.open(io.BytesIO(rendered.content)) as file:
        whole = b"".join(one.read_bytes() for one in file.objects if isinstance(one, pikepdf.Stream))
    for word in (str(Path.home()), str(ROOT), os.environ.get("USER", "nobody-at-all")):
        if len(word) > 4:
            assert word.encode() not in rendered.content + whole
