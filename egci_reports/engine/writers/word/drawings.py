"""Pictures in the line: native charts, and vectors with a bitmap for programs that do not read them."""

from __future__ import annotations

from egci_reports.engine.document.chart import SeriesChart
from egci_reports.engine.document.nodes import Figure
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.text import estimate
from egci_reports.engine.writers.word.markup import NAMESPACES, NOTHING, Attributes, Xml, tag
from egci_reports.engine.writers.word.measures import emu
from egci_reports.engine.writers.word.package import CT, RT, WrittenPart

_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"
_VECTOR = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_SVG = "image/svg+xml"
_SCALE = 2.0
"""Pixels to a point of the bitmap, for programs that do not show the vectors: 144 to the inch."""


class Drawings:
    """The drawings of one paper, with ids that are counted through all its parts."""

    def __init__(self, theme: Theme, lang: str, host: WrittenPart) -> None:
        self._theme = theme
        self._lang = lang
        self._host = host
        self._count = 0
        self._charts = 0

    def figure(self, figure: Figure, width: float, highest: float) -> Xml:
        """Return w:drawing of a figure `width` points wide, made smaller if taller than `highest`."""
        from egci_reports.engine.writers.drawing.draw import height_of  # noqa: PLC0415 - few papers have figures

        height = height_of(figure.chart, self._theme, width)
        scale = min(1.0, highest / height)
        self._count += 1
        if isinstance(figure.chart, SeriesChart):
            name, graphic = "Chart", self._chart(figure.chart)
        else:
            name, graphic = "Picture", self._picture(figure, width, scale)
        return self._inline(figure, name, graphic, (emu(width * scale), emu(height * scale)))

    def _inline(self, figure: Figure, name: str, graphic: Xml, size: tuple[int, int]) -> Xml:
        described: Attributes = {
            "id": self._count,
            "name": f"{name} {self._count}",
            "descr": "" if figure.decorative else figure.alt,
        }
        return tag(
            "w:drawing",
            None,
            tag(
                "wp:inline",
                {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
                tag("wp:extent", {"cx": size[0], "cy": size[1]}),
                tag("wp:effectExtent", {"l": 0, "t": 0, "r": 0, "b": 0}),
                tag("wp:docPr", described, _decorative() if figure.decorative else NOTHING),
                tag("wp:cNvGraphicFramePr"),
                graphic,
            ),
        )

    def _chart(self, chart: SeriesChart) -> Xml:
        from egci_reports.engine.writers.word.chart_xml import chart_xml  # noqa: PLC0415 - as above
        from egci_reports.engine.writers.word.workbook import workbook  # noqa: PLC0415

        self._charts += 1
        name = f"/word/embeddings/Microsoft_Excel_Worksheet{self._charts}.xlsx"
        book = WrittenPart(name, CT.SML_SHEET, workbook(chart, self._theme))
        part = WrittenPart(f"/word/charts/chart{self._charts}.xml", CT.DML_CHART)
        part.content = chart_xml(chart, self._theme, self._lang, part.relate(RT.PACKAGE, book))
        reference = tag("c:chart", {"r:id": self._host.relate(RT.CHART, part)})
        return _graphic("c", reference)

    def _picture(self, figure: Figure, width: float, scale: float) -> Xml:
        from egci_reports.engine.writers.drawing.draw import draw  # noqa: PLC0415 - as above
        from egci_reports.engine.writers.drawing.png import png  # noqa: PLC0415
        from egci_reports.engine.writers.drawing.svg import svg  # noqa: PLC0415

        drawing = draw(figure.chart, self._theme, width, estimate)
        vector = svg(drawing, self._theme)
        number = self._count
        bitmap = WrittenPart(f"/word/media/image{number}.png", CT.PNG, png(vector, _SCALE))
        lines = WrittenPart(f"/word/media/image{number}.svg", _SVG, vector.encode())
        shown = self._host.relate(RT.IMAGE, bitmap)
        sharp = tag("asvg:svgBlip", {"r:embed": self._host.relate(RT.IMAGE, lines)})
        blip = tag("a:blip", {"r:embed": shown}, tag("a:extLst", None, tag("a:ext", {"uri": _VECTOR}, sharp)))
        size = {"cx": emu(drawing.width * scale), "cy": emu(drawing.height * scale)}
        place = tag("a:xfrm", None, tag("a:off", {"x": 0, "y": 0}), tag("a:ext", size))
        picture = tag(
            "pic:pic",
            None,
            tag(
                "pic:nvPicPr",
                None,
                tag("pic:cNvPr", {"id": 0, "name": f"Picture {number}"}),
                tag("pic:cNvPicPr"),
            ),
            tag("pic:blipFill", None, blip, tag("a:stretch", None, tag("a:fillRect"))),
            tag("pic:spPr", None, place, tag("a:prstGeom", {"prst": "rect"}, tag("a:avLst"))),
        )
        return _graphic("pic", picture)


def _graphic(prefix: str, content: Xml) -> Xml:
    return tag("a:graphic", None, tag("a:graphicData", {"uri": NAMESPACES[prefix]}, content))


def _decorative() -> Xml:
    mark = tag("adec:decorative", {"xmlns:adec": NAMESPACES["adec"], "val": 1})
    return tag("a:extLst", None, tag("a:ext", {"uri": _DECORATIVE}, mark))
