"""The file of an annex is known by its pages, its hash and its claims, or refused in words for officers."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from egci_reports.engine.enclosing import AnnexError, AnnexFile
from egci_reports.records.annex_files import read_annex
from tests.engine.writers.pdf.made import para, written

BROKEN = "it is no PDF, or broken"


@cache
def paper() -> bytes:
    return written(para("A made-up annex, tagged and archival.")).content


def saved(change: Callable[[pikepdf.Pdf], Any] = lambda file: None, **options: Any) -> bytes:
    """Return the paper after a change."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper())) as file:
        change(file)
        file.save(out, fix_metadata_version=False, **options)
    return out.getvalue()


def with_xmp(*changes: tuple[str, str]) -> bytes:
    """Return the paper with other metadata."""

    def change(file: pikepdf.Pdf) -> None:
        xmp = file.Root.Metadata.read_bytes().decode()
        for before, after in changes:
            assert before in xmp
            xmp = xmp.replace(before, after)
        file.Root.Metadata.write(xmp.encode())

    return saved(change)


@pytest.fixture
def read(tmp_path: Path) -> Callable[[bytes], AnnexFile]:
    def read(content: bytes) -> AnnexFile:
        path = tmp_path / "annex.pdf"
        path.write_bytes(content)
        return read_annex(path)

    return read


# -- what is told ------------------------------------------------------------------------------------------


def test_a_file_is_told_by_its_bytes_pages_and_hash(read):
    content = saved(lambda file: file.pages.append(file.pages[0]))
    told = read(content)
    assert (told.content, told.pages, told.sha256) == (content, 2, hashlib.sha256(content).hexdigest())
    assert repr(content)[:20] not in repr(told)


def test_a_paper_of_ours_claims_both_standards(read):
    assert read(paper()).claims == {"PDF/UA-1", "PDF/A-2a"}


@pytest.mark.parametrize(
    ("changes", "claims"),
    [
        ([("<pdfuaid:part>1<", "<pdfuaid:part>2<")], {"PDF/A-2a"}),
        ([("<pdfaid:part>2<", "<pdfaid:part>3<")], {"PDF/UA-1"}),
        ([("<pdfaid:conformance>A<", "<pdfaid:conformance>B<")], {"PDF/UA-1"}),
        ([("http://www.aiim.org/pdfa/ns/id/", "urn:other")], {"PDF/UA-1"}),
        ([("<pdfuaid:part>1</pdfuaid:part>", "<pdfuaid:part> 1\n</pdfuaid:part>")], {"PDF/UA-1", "PDF/A-2a"}),
        ([("</x:xmpmeta>", "")], set()),
    ],
)
def test_claims_are_what_the_file_says(read, changes, claims):
    assert read(with_xmp(*changes)).claims == claims


def test_claims_may_stand_in_attributes(read):
    def change(file: pikepdf.Pdf) -> None:
        xmp = file.Root.Metadata.read_bytes().decode()
        xmp, found = re.subn(r">(<pdfuaid:part>1</pdfuaid:part>)", ' pdfuaid:part="1">', xmp)
        assert found == 1
        file.Root.Metadata.write(xmp.encode())

    assert read(saved(change)).claims == {"PDF/UA-1", "PDF/A-2a"}


@pytest.mark.parametrize("lacks", ["Metadata", "StructTreeRoot", "MarkInfo"])
def test_a_file_without_tags_or_metadata_claims_nothing(read, lacks):
    told = read(saved(lambda file: file.Root.__delitem__(f"/{lacks}")))
    assert (told.pages, told.claims) == (1, set())


def test_a_file_that_says_it_is_not_tagged_claims_nothing(read):
    assert read(saved(lambda file: file.Root.MarkInfo.update({"/Marked": False}))).claims == set()


def test_a_page_without_content_is_no_fault(read):
    assert read(saved(lambda file: file.add_blank_page())).pages == 2


# -- what is refused -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("user", ["", "secret"], ids=["owner-only", "both"])
def test_an_encrypted_file_is_refused(read, user):
    encrypted = saved(encryption=pikepdf.Encryption(owner="made-up", user=user))
    with pytest.raises(AnnexError, match=r"^it is encrypted$"):
        read(encrypted)


def _replaced(before: bytes, after: bytes) -> bytes:
    assert before in paper()
    assert len(before) == len(after)
    return paper().replace(before, after, 1)


@pytest.mark.parametrize(
    "content",
    [
        lambda: b"",
        lambda: b"Not a PDF at all.\n" * 100,
        lambda: paper()[: len(paper()) // 2],
        lambda: paper()[:-30],
        lambda: _replaced(b"\nxref\n", b"\nxxxx\n"),
        lambda: _replaced(b"/Type/Pages", b"/Type" + b"(" * 6),
        lambda: _replaced(b"/Type/FontDescriptor", b"/Type" + b"(" * 15),
        lambda: _replaced(b"0000000015 00000 n", b"0000000099 00000 n"),
    ],
    ids=["empty", "words", "half", "end-cut-off", "no-table", "pages", "font", "offset"],
)
def test_a_file_that_would_have_to_be_mended_is_refused(read, content):
    with pytest.raises(AnnexError, match=f"^{BROKEN}$"):
        read(content())


@pytest.mark.parametrize("painted", [b"BT (no end Tj", b">> ] q", b"<< /A q Q", b"BI /W 1 ID abc"])
def test_a_page_whose_content_cannot_be_read_is_refused(read, painted):
    with pytest.raises(AnnexError, match=f"^{BROKEN}$"):
        read(saved(lambda file: file.pages[0].obj.update({"/Contents": file.make_stream(painted)})))


def test_a_page_whose_content_cannot_be_unpacked_is_refused(read):
    def spoil(file: pikepdf.Pdf) -> None:
        file.pages[0].obj.Contents.write(b"not packed", filter=pikepdf.Name.FlateDecode)

    with pytest.raises(AnnexError, match=f"^{BROKEN}$"):
        read(saved(spoil, stream_decode_level=pikepdf.StreamDecodeLevel.none))


def test_content_that_is_no_stream_is_refused(read):
    with pytest.raises(AnnexError, match=f"^{BROKEN}$"):
        read(saved(lambda file: file.pages[0].obj.update({"/Contents": pikepdf.Name.No})))


def test_a_file_without_pages_is_refused(read):
    with pytest.raises(AnnexError, match=r"^it has no page$"):
        read(saved(lambda file: file.pages.__delitem__(0)))


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(AnnexError, match=r"^the file is missing$"):
        read_annex(tmp_path / "none.pdf")


def test_a_file_that_cannot_be_read_is_refused_with_the_reason(tmp_path):
    with pytest.raises(AnnexError, match=r"^the file cannot be read: there is a folder where a file"):
        read_annex(tmp_path)


def test_a_form_to_fill_in_is_refused_since_what_stands_in_it_would_be_lost(
    read: Callable[[bytes], AnnexFile],
) -> None:
    def with_field(file: pikepdf.Pdf) -> None:
        field = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Widget, FT=pikepdf.Name.Tx, Rect=[0, 0, 9, 9]
        )
        held = pikepdf.Array([file.make_indirect(field)])
        file.pages[0].Annots = held
        file.Root.AcroForm = pikepdf.Dictionary(Fields=held)

    with pytest.raises(AnnexError, match="it has fields to fill in"):
        read(saved(with_field))
