"""Native charts: columns, bars, stacked bars and lines, whose numbers Word's user can edit.

Colours are said outright and values are cached, since LibreOffice draws neither theme colours nor uncached
values. Series differ in pattern, dash and marker too, so that they survive a grey printer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from egci_reports.engine.document.chart import Series, SeriesChart
from egci_reports.engine.theme.contrast import ratio
from egci_reports.engine.theme.model import Theme
from egci_reports.engine.writers.drawing.fills import darker
from egci_reports.engine.writers.word.chart_values import numbers_of, texts_of
from egci_reports.engine.writers.word.languages import word_tag
from egci_reports.engine.writers.word.markup import NOTHING, Attributes, Xml, chars, join, part, tag
from egci_reports.engine.writers.word.measures import emu
from egci_reports.engine.writers.word.workbook import column_name

_CATEGORY_AXIS = 1001
_VALUE_AXIS = 1002
_PATTERNS = (None, "wdUpDiag", None, "wdDnDiag", "ltHorz")
_DASHES = ("solid", "dash", "sysDot", "dashDot", "lgDash")
_MARKERS = ("circle", "square", "triangle", "diamond", "x")
_MOST_VALUES = 40
"""Values that stand over the columns of one chart and can still be told apart."""
_LEFT_TURN = -5400000
"""A quarter turn to the left, in sixty-thousandths of a degree."""


_NO_GROUND = tag("c:spPr", None, tag("a:noFill"), tag("a:ln", None, tag("a:noFill")))


def chart_xml(chart: SeriesChart, theme: Theme, lang: str, workbook_id: str) -> bytes:
    """Return the chart part in a language; `workbook_id` is its relationship to the book of its numbers."""
    return _ChartWriter(chart, theme, lang).write(workbook_id)


def _val(name: str, value: str | int) -> Xml:
    return tag(name, {"val": value})


@dataclass(frozen=True, slots=True)
class _ChartWriter:
    """Writes one chart."""

    chart: SeriesChart
    theme: Theme
    lang: str

    @property
    def _lies(self) -> bool:
        return self.chart.form in ("bars", "stacked")

    def write(self, workbook_id: str) -> bytes:
        plot = tag("c:plotArea", None, tag("c:layout"), self._plot(), *self._axes())
        chart = tag(
            "c:chart",
            None,
            _val("c:autoTitleDeleted", 1),
            plot,
            self._legend(),
            _val("c:plotVisOnly", 1),
            _val("c:dispBlanksAs", "gap"),
        )
        return part(
            "c:chartSpace",
            "c a r",
            _val("c:date1904", 0),
            _val("c:roundedCorners", 0),
            chart,
            tag("c:spPr", None, tag("a:noFill"), tag("a:ln", None, tag("a:noFill"))),
            self._type("ink"),
            tag("c:externalData", {"r:id": workbook_id}, _val("c:autoUpdate", 0)),
        )

    # -- series ---------------------------------------------------------------------------------------

    def _plot(self) -> Xml:
        series = join(self._series(index, each) for index, each in enumerate(self.chart.series))
        axes = Xml(_val("c:axId", _CATEGORY_AXIS) + _val("c:axId", _VALUE_AXIS))
        if self.chart.form == "line":
            marker = _val("c:marker", 1)
            return tag(
                "c:lineChart",
                None,
                _val("c:grouping", "standard"),
                _val("c:varyColors", 0),
                series,
                marker,
                axes,
            )
        stacked = self.chart.form == "stacked"
        return tag(
            "c:barChart",
            None,
            _val("c:barDir", "bar" if self._lies else "col"),
            _val("c:grouping", "stacked" if stacked else "clustered"),
            _val("c:varyColors", 0),
            series,
            _val("c:gapWidth", 40),
            _val("c:overlap", 100 if stacked else -5),
            axes,
        )

    def _series(self, index: int, series: Series) -> Xml:
        last = len(self.chart.categories) + 1
        column = column_name(index + 1)
        line = self.chart.form == "line"
        return tag(
            "c:ser",
            None,
            _val("c:idx", index),
            _val("c:order", index),
            tag("c:tx", None, texts_of(f"${column}$1", (series.name,))),
            self._line(index) if line else self._fill(index, series),
            self._labels(index),
            tag("c:cat", None, texts_of(f"$A$2:$A${last}", self.chart.categories)),
            tag("c:val", None, numbers_of(f"${column}$2:${column}${last}", series.values)),
            _val("c:smooth", 0) if line else NOTHING,
        )

    def _colour(self, index: int) -> str:
        return self.theme.palette.series[index % len(self.theme.palette.series)]

    def _fill(self, index: int, series: Series) -> Xml:
        """Return how the bars look; the one of the highlighted category has a strong edge."""
        colour, pattern = self._colour(index), _PATTERNS[index % len(_PATTERNS)]
        if pattern is None:
            ground = _solid(colour)
            edge = colour if index == 0 else self.theme.colour("ink")
        else:
            edge = darker(colour, self.theme)
            ground = tag(
                "a:pattFill",
                {"prst": pattern},
                tag("a:fgClr", None, _val("a:srgbClr", edge)),
                tag("a:bgClr", None, _val("a:srgbClr", self.theme.colour("paper"))),
            )
        look = tag("c:spPr", None, ground, _outline(0.75, edge))
        point, strong = self.chart.highlight, NOTHING
        if point is not None and series.values[point] is not None:
            strong = tag(
                "c:dPt",
                None,
                _val("c:idx", point),
                _val("c:invertIfNegative", 0),
                _val("c:bubble3D", 0),
                tag("c:spPr", None, ground, _outline(2.25, self.theme.palette.series[1])),
            )
        return Xml(look + _val("c:invertIfNegative", 0) + strong)

    def _line(self, index: int) -> Xml:
        colour = darker(self._colour(index), self.theme)
        dash = _val("a:prstDash", _DASHES[index % len(_DASHES)])
        stroke = tag("a:ln", {"w": emu(2), "cap": "rnd"}, _solid(colour), dash, tag("a:round"))
        marker = tag(
            "c:marker",
            None,
            _val("c:symbol", _MARKERS[index % len(_MARKERS)]),
            _val("c:size", 6),
            tag("c:spPr", None, _solid(colour), _outline(0.5, self.theme.colour("paper"))),
        )
        return Xml(tag("c:spPr", None, stroke) + marker)

    def _labels(self, index: int) -> Xml:
        """Return the values at the bars and the lone line; others would be in each other's way."""
        chart, several = self.chart, len(self.chart.series) > 1
        crowded = len(chart.series) * len(chart.categories) > _MOST_VALUES
        if several and (chart.form == "line" or (chart.form == "columns" and crowded)):
            return NOTHING
        shown = (
            ("LegendKey", 0),
            ("Val", 1),
            ("CatName", 0),
            ("SerName", 0),
            ("Percent", 0),
            ("BubbleSize", 0),
        )
        within = chart.form == "stacked"
        # a part of nothing has no room for a nought
        code = "General;-General;" if within else "General"
        place = {"line": "t", "stacked": "ctr"}.get(chart.form, "outEnd")
        return tag(
            "c:dLbls",
            None,
            tag("c:numFmt", {"formatCode": code, "sourceLinked": 0}),
            self._ground(index) if within else _NO_GROUND,
            self._type("paper" if within and self._is_dark(index) else "ink"),
            _val("c:dLblPos", place),
            *(_val(f"c:show{name}", on) for name, on in shown),
        )

    def _is_dark(self, index: int) -> bool:
        """Whether the bars of a series are so dark that what stands in them is white."""
        plain = _PATTERNS[index % len(_PATTERNS)] is None
        colour, paper, ink = self._colour(index), self.theme.colour("paper"), self.theme.colour("ink")
        return plain and ratio(colour, paper) > ratio(colour, ink)

    def _ground(self, index: int) -> Xml:
        """Return what a value stands on within its bar: paper over a pattern."""
        if _PATTERNS[index % len(_PATTERNS)] is None:
            return _NO_GROUND
        return tag("c:spPr", None, _solid(self.theme.colour("paper")), tag("a:ln", None, tag("a:noFill")))

    # -- axes and legend ------------------------------------------------------------------------------

    def _axes(self) -> Iterator[Xml]:
        lies = self._lies
        yield tag(
            "c:catAx",
            None,
            _val("c:axId", _CATEGORY_AXIS),
            # bars are read from the top
            tag("c:scaling", None, _val("c:orientation", "maxMin" if lies else "minMax")),
            _val("c:delete", 0),
            _val("c:axPos", "l" if lies else "b"),
            self._title(self.chart.category_title, turned=lies),
            tag("c:numFmt", {"formatCode": "General", "sourceLinked": 0}),
            _val("c:majorTickMark", "none"),
            _val("c:minorTickMark", "none"),
            _val("c:tickLblPos", "low"),
            tag("c:spPr", None, _outline(0.75, self.theme.colour("muted"))),
            self._type("ink"),
            _val("c:crossAx", _VALUE_AXIS),
            _val("c:crosses", "autoZero"),
            _val("c:auto", 0),
            _val("c:lblAlgn", "ctr"),
            _val("c:lblOffset", 100),
            _val("c:noMultiLvlLbl", 0),
        )
        grid = tag("c:spPr", None, _outline(0.5, self.theme.palette.grid))
        yield tag(
            "c:valAx",
            None,
            _val("c:axId", _VALUE_AXIS),
            tag("c:scaling", None, _val("c:orientation", "minMax"), self._nought()),
            _val("c:delete", 0),
            _val("c:axPos", "b" if lies else "l"),
            tag("c:majorGridlines", None, grid),
            self._title(self.chart.value_title, turned=not lies),
            tag("c:numFmt", {"formatCode": "General", "sourceLinked": 0}),
            _val("c:majorTickMark", "none"),
            _val("c:minorTickMark", "none"),
            _val("c:tickLblPos", "nextTo"),
            tag("c:spPr", None, tag("a:ln", None, tag("a:noFill"))),
            self._type("muted"),
            _val("c:crossAx", _CATEGORY_AXIS),
            _val("c:crosses", "max" if lies else "autoZero"),
            _val("c:crossBetween", "between"),
        )

    def _nought(self) -> Xml:
        """Let bars begin at nought unless a value is below it; a program's own choice may cut them short."""
        values = (value for series in self.chart.series for value in series.values if value is not None)
        return _val("c:min", 0) if all(value >= 0 for value in values) else NOTHING

    def _title(self, text: str, *, turned: bool) -> Xml:
        if not text:
            return NOTHING
        turn: Attributes = {"rot": _LEFT_TURN, "vert": "horz"} if turned else {}
        words = tag("a:r", None, self._run_type("a:rPr", "muted"), Xml(f"<a:t>{chars(text)}</a:t>"))
        paragraph = tag("a:p", None, tag("a:pPr", None, self._run_type("a:defRPr", "muted")), words)
        rich = tag("c:rich", None, tag("a:bodyPr", turn), tag("a:lstStyle"), paragraph)
        return tag("c:title", None, tag("c:tx", None, rich), _val("c:overlay", 0))

    def _legend(self) -> Xml:
        if len(self.chart.series) < 2:
            return NOTHING
        return tag("c:legend", None, _val("c:legendPos", "t"), _val("c:overlay", 0), self._type("ink"))

    def _type(self, colour: str) -> Xml:
        words = tag("a:pPr", None, self._run_type("a:defRPr", colour))
        paragraph = tag("a:p", None, words, tag("a:endParaRPr", {"lang": word_tag(self.lang)}))
        return tag("c:txPr", None, tag("a:bodyPr"), tag("a:lstStyle"), paragraph)

    def _run_type(self, name: str, colour: str) -> Xml:
        size = round(self.theme.style("chart").size * 100)
        faces = (
            tag("a:latin", {"typeface": self.theme.fonts.latin_word}),
            tag("a:ea", {"typeface": self.theme.fonts.chinese_hk_word}),
        )
        return tag(name, {"sz": size, "b": 0}, _solid(self.theme.colour(colour)), *faces)


def _solid(colour: str) -> Xml:
    return tag("a:solidFill", None, _val("a:srgbClr", colour))


def _outline(width: float, colour: str) -> Xml:
    return tag("a:ln", {"w": emu(width)}, _solid(colour))
