"""Examines the file of an annex: reads all of it, and tries to enclose it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, String

from egci_reports.engine.enclosing.annex import BROKEN, AnnexError, AnnexFile
from egci_reports.engine.enclosing.bounds import require_bounds
from egci_reports.engine.enclosing.claims import claims_of, is_own, said_by
from egci_reports.engine.enclosing.content import OF_OURS
from egci_reports.engine.enclosing.enclosure import Frame, PlacedEnclosure
from egci_reports.engine.enclosing.merging import enclose
from egci_reports.engine.enclosing.placing import seen_size

_TITLE = "Annex"
_A4 = (595.28, 841.89)


def examined(content: bytes) -> AnnexFile:
    """Return what is known of a file that can be enclosed.

    Raises AnnexError if it is encrypted, broken, too much, has no page or has fields to fill in; whatever
    else is raised says that it is broken.
    """
    try:
        with pikepdf.open(BytesIO(content), attempt_recovery=False) as file:
            if file.is_encrypted:
                raise AnnexError("it is encrypted")
            require_bounds(file)
            _require_whole(file)
            said = said_by(file)
            sizes = tuple(seen_size(page, number) for number, page in enumerate(file.pages, 1))
            annex = AnnexFile(content, sizes, claims_of(file, said), is_own(said))
    except pikepdf.PasswordError as error:
        raise AnnexError("it is encrypted") from error
    _try_to_enclose(annex)
    return annex


def _require_whole(file: Pdf) -> None:
    """Raise if there is a form to fill in, or an object that cannot be read."""
    for page in file.pages:
        if any(note.get("/Subtype") == Name.Widget for note in page.obj.get("/Annots", ())):
            # what stands in a field is no part of the page, and would be lost unseen
            raise AnnexError("it has fields to fill in: print it into a PDF, and take that")
    list(file.objects)  # an object that cannot be read is warned of once it was asked for
    if file.get_warnings():
        raise AnnexError(BROKEN)


def _try_to_enclose(annex: AnnexFile) -> None:
    """Enclose a file the way that it will be, and read what comes of it."""
    frames = tuple(Frame(20, 20, *_A4) for _ in annex.sizes)
    unpainted = OF_OURS if annex.is_own else frozenset()
    made = enclose(_prepared(annex.pages), [PlacedEnclosure(1, _TITLE, annex.content, frames, unpainted)])
    with pikepdf.open(BytesIO(made), attempt_recovery=False) as file:
        if len(file.pages) != annex.pages or file.get_warnings():
            raise AnnexError(BROKEN)


def _prepared(pages: int) -> bytes:
    """Return a tagged file with empty pages, a bookmark for the first, and faces that are named like any."""
    out = BytesIO()
    with Pdf.new() as file:
        for _ in range(pages):
            file.add_blank_page(page_size=_A4)
            page = file.pages[-1].obj
            page.Resources = Dictionary(Font=Dictionary(F1=Dictionary(Type=Name.Font)))
            page.Contents = file.make_stream(b"/Artifact <</Type /Pagination>> BDC BT /F1 9 Tf ET EMC")
        root = file.Root
        tree = root["/StructTreeRoot"] = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree["/K"] = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
        tree["/ParentTree"] = Dictionary(Nums=Array())
        outlines = root["/Outlines"] = file.make_indirect(Dictionary(Type=Name.Outlines, Count=1))
        place = Array([file.pages[0].obj, Name.Fit])
        entry = file.make_indirect(Dictionary(Title=String(_TITLE), Parent=outlines, Dest=place))
        outlines["/First"] = outlines["/Last"] = entry
        file.save(out, static_id=True)
    return out.getvalue()
