"""A page of tagged content: whatever is painted names its owner, so untagged content cannot exist.

Painting for a structure element opens marked content, painting for another owner closes it: the MCIDs have
no holes, marked content always encloses whole text objects, artifacts never stand inside tagged content
(ISO 14289-1, 7.1). Positions are points from the page's top left corner, the way a page is filled.
"""

from __future__ import annotations

from dataclasses import dataclass

from egci_reports.engine.writers.pdf.embedding import Embedding
from egci_reports.engine.writers.pdf.faces import Face
from egci_reports.engine.writers.pdf.objects import ObjectFile, text_string
from egci_reports.engine.writers.pdf.places import Places
from egci_reports.engine.writers.pdf.structure import Marks, StructElem


@dataclass(frozen=True, slots=True)
class ArtifactMark:
    """Content that is no part of the paper's text, with its properties (ISO 32000-1, 14.8.2.2.2)."""

    properties: str


LAYOUT = ArtifactMark("/Type/Layout")
PAGINATION = ArtifactMark("/Type/Pagination")
MARKING_TOP = ArtifactMark("/Type/Pagination/Attached[/Top]")
MARKING_BOTTOM = ArtifactMark("/Type/Pagination/Attached[/Bottom]")
HEADER = ArtifactMark("/Type/Pagination/Subtype/Header/Attached[/Top]")
FOOTER = ArtifactMark("/Type/Pagination/Subtype/Footer/Attached[/Bottom]")
WATERMARK = ArtifactMark("/Type/Pagination/Subtype/Watermark")

Owner = StructElem | ArtifactMark


class Canvas:
    """The content of one page in the making."""

    def __init__(
        self,
        file: ObjectFile,
        marks: Marks,
        embedding: Embedding,
        places: Places,
        page: int,
        size: tuple[float, float],
    ) -> None:
        self.width, self.height = size
        self.places = places
        self.key = marks.open_page(page)
        self._file, self._marks, self._embedding = file, marks, embedding
        self._code: list[str] = []
        self._owner: Owner | None = None
        self._override: ArtifactMark | None = None
        self._colour = ""
        self._font = ""
        self.annotations: list[int] = []

    # -- owners -----------------------------------------------------------------------------------

    def _begin(self, owner: Owner) -> None:
        owner = self._override or owner
        if owner is self._owner:
            return
        if self._owner is not None:
            self._code.append("EMC")
        self._owner = owner
        if isinstance(owner, ArtifactMark):
            self._code.append(f"/Artifact<<{owner.properties}>>BDC")
        else:
            self._code.append(f"/{owner.tag}<</MCID {self._marks.mark(owner)}>>BDC")

    def override(self, artifact: ArtifactMark | None) -> None:
        """Make all that follows an artifact, whoever owns it (a repeated table header); None ends it."""
        self._override = artifact

    # -- painting ---------------------------------------------------------------------------------

    def text(self, owner: Owner, x: float, y: float, face: Face, size: float, colour: str, text: str) -> None:
        """Paint text of one face with its baseline at `y`; `colour` is RRGGBB."""
        self._begin(owner)
        self._fill(colour)
        code = [f"BT {x:.2f} {self.height - y:.2f} Td"]
        for name, coded in self._embedding.encode(face, text):
            font = f"{name} {size:g} Tf"
            if font != self._font:
                self._font = font
                code.append(font)
            code.append(f"({coded})Tj")
        code.append("ET")
        self._code.append(" ".join(code))

    def shown(self, face: Face, size: float, text: str) -> str:
        """Return code that sets the face and shows text, for use between BT and ET of ready code."""
        return " ".join(
            f"{name} {size:g} Tf ({coded})Tj" for name, coded in self._embedding.encode(face, text)
        )

    def rectangle(self, owner: Owner, x: float, y: float, width: float, height: float, colour: str) -> None:
        """Fill a rectangle whose top left corner is at x, y."""
        self._begin(owner)
        self._fill(colour)
        self._code.append(f"{x:.2f} {self.height - y - height:.2f} {width:.2f} {height:.2f} re f")

    def code(self, owner: Owner, x: float, y: float, code: str) -> None:
        """Paint ready code, with its origin at x, y and its y axis upwards; the graphics state is kept."""
        self._begin(owner)
        self._code.append(f"q 1 0 0 1 {x:.2f} {self.height - y:.2f} cm\n{code}\nQ")

    def _fill(self, colour: str) -> None:
        if colour != self._colour:
            self._colour = colour
            self._code.append(f"{operands(colour)} rg")

    # -- links, places, the end ---------------------------------------------------------------------

    def link(
        self, element: StructElem, box: tuple[float, float, float, float], action: bytes, contents: str
    ) -> None:
        """Make a box (x, y of its top left corner, width, height) a link that belongs to `element`.

        It prints (F 4), says where it leads (Contents) and is tied to its element: ISO 14289-1, 7.18.5.
        """
        if self._override is not None:
            return
        x, y, width, height = box
        annotation = self._file.reserve()
        key = self._marks.annotate(element, annotation)
        sides = (x, self.height - y - height, x + width, self.height - y)
        self._file.write(
            annotation,
            b"<</Type/Annot/Subtype/Link/F 4/Border[0 0 0]/Rect[%.2f %.2f %.2f %.2f]"
            b"/Contents%s%s/StructParent %d>>" % (*sides, text_string(contents), action, key),
        )
        self.annotations.append(annotation)

    def place_figure(self, element: StructElem, x: float, y: float, width: float, height: float) -> None:
        """Say where a figure stands (its BBox attribute: ISO 32000-1, 14.8.5.4.3)."""
        self._marks.boxes[element] = (x, self.height - y - height, x + width, self.height - y)

    def finish(self) -> bytes:
        """Return the content stream."""
        if self._owner is not None:
            self._code.append("EMC")
        return "\n".join(self._code).encode("latin-1")


def operands(colour: str) -> str:
    """Return an RRGGBB colour as the operands of `rg` or `RG`."""
    return " ".join(f"{int(colour[i : i + 2], 16) / 255:.3f}" for i in (0, 2, 4))
