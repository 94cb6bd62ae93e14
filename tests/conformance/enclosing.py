"""Papers that enclose others: as they are, turned, wide, large, ours and those of other programs."""

from __future__ import annotations

import re

import pikepdf
from pikepdf import Array

from egci_reports.app.papers.order import Format
from egci_reports.engine.enclosing import examine
from tests.engine.writers.pdf.prepared import changed, enclosed, pack
from tests.papers import file_of, made


def with_papers_enclosed(kind: str, subject: str) -> bytes:
    """Return a paper that encloses itself, another paper, and itself turned."""
    paper, other = (file_of(made(*what), Format.PDF) for what in (("annual", "2007"), (kind, subject)))
    turned = changed(paper, lambda file: file.pages[0].obj.update({"/Rotate": 90}))
    return enclosed(paper, paper, other, turned)


def with_wide_and_large_pages() -> bytes:
    """Return a pack with a paper of ours and one of others, with bookmarks, a watermark and a marking."""
    ours = file_of(made("annual", "2012"), Format.PDF)
    theirs = changed(ours, _of_others_and_large)
    assert (examine(ours).is_own, examine(theirs).is_own) == (True, False)
    return pack(ours, theirs, watermark="DRAFT", marking="MADE UP")


def _of_others_and_large(file: pikepdf.Pdf) -> None:
    """Make a paper one that another program made, with pages of A3, one of them turned."""
    xmp = file.Root.Metadata.read_bytes().decode()
    file.Root.Metadata.write(re.sub("<egci:.*?>.*?</egci:.*?>", "", xmp).encode())
    for page in file.pages:
        page.obj.MediaBox = Array([0, 0, 1190.55, 841.89])
    file.pages[1].obj.Rotate = 90
