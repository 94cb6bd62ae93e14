"""The sample paper built from nodes by hand, with every filled field filled."""

from __future__ import annotations

from egci_reports.document import chart as c
from egci_reports.document import nodes as n

T = n.Text
MARK = "MADE-UP SAMPLE"
LONG = (
    "The sample office and its partner in the made-up province compared the drafts of the exchange format, "
    "settled the order of the fields and tried the transfer on two ferries and one lorry park. "
)


def para(*content: n.Inline | str, number: str | None = None, **more: object) -> n.Paragraph:
    inlines = tuple(T(part) if isinstance(part, str) else part for part in content)
    return n.Paragraph(
        inlines, numbered=number is not None, number=number, anchor=f"p{number}" if number else None, **more
    )  # type: ignore[arg-type]


def words(text: str) -> tuple[n.Inline, ...]:
    return (T(text),)


def row(*cells: str | tuple[n.Inline, ...], total: bool = False) -> n.Row:
    return n.Row(tuple(n.Cell((T(x),) if isinstance(x, str) else x) for x in cells), total=total)


def items(form: n.ListForm, labels: list[str], *texts: str, prefix: str) -> n.ItemList:
    return n.ItemList(
        form,
        tuple(
            n.Item((para(text),), label=label, anchor=f"{prefix}-{i}")
            for i, (label, text) in enumerate(zip(labels, texts, strict=True), 1)
        ),
    )


def nested_list() -> n.ItemList:
    third = items("bullet", ["•", "•"], "a bullet of the third level", "and another one", prefix="l3")
    second = n.ItemList(
        "roman",
        (
            n.Item((para("first roman item"), third), "(i)", "l2-1"),
            n.Item((para("second roman item, with a second paragraph"), para("This is it.")), "(ii)", "l2-2"),
        ),
    )
    return n.ItemList(
        "alpha",
        (
            n.Item(
                (
                    para(
                        "the first of the lettered items, long enough to run over the end of its line and to ",
                        "show how the second line stands under the first;",
                    ),
                    second,
                ),
                "(a)",
                "l1-1",
            ),
            n.Item((para("the second of them; and"),), "(b)", "l1-2"),
            n.Item((para("the last."),), "(c)", "l1-3"),
        ),
    )


def small_table() -> n.Table:
    return n.Table(
        words("Sample bodies by meeting"),
        (n.Column(3), n.Column(1, "right"), n.Column(1, "centre"), n.Column(4)),
        row("Body", "Meetings", "Last", "Remark"),
        (
            row(
                "Office of Sample Data (OSD)",
                "17",
                "19th",
                (T("Chinese name "), T("粵港信息化合作專責小組", "zh-Hant-HK"), T(" in a cell")),
            ),
            row("Sample Harbour Bureau", "2", "4th", (T("One line"), n.Break(), T("and a second line"))),
            row("All", "19", "19th", "None", total=True),
        ),
        note=words("“Not listed” does not mean “absent”. Made-up numbers."),
        number="1",
        anchor="table-small",
    )


def long_table() -> n.Table:
    rows = tuple(
        row(
            f"{i}",
            f"Sample item {i}",
            f"{1000 + 37 * i:,}".replace(",", "\u2009"),
            LONG * 6 if i == 20 else "Carried over from the made-up year before" if i % 3 else "New",
        )
        for i in range(1, 66)
    )
    return n.Table(
        words("Sixty-five sample items"),
        (n.Column(1, "right"), n.Column(3), n.Column(2, "right"), n.Column(6)),
        row("No.", "Item", "Records", "Remark"),
        (*rows, row("65", "All items", "144\u2009365", "None", total=True)),
        number="2",
        anchor="table-long",
    )


def wide_table() -> n.Table:
    ordinals = tuple(str(i) for i in range(1, 20))
    names = (
        "Office of Sample Data",
        "Harbour Bureau",
        "Sample Commission",
        "Ferry Department",
        "Data Council",
    )
    return n.Table(
        words("Sample bodies by meeting, 1st to 19th"),
        (n.Column(5), *(n.Column(1, "centre") for _ in ordinals)),
        row("Body", *ordinals),
        tuple(
            row(name, *("L" if (i * (k + 2)) % 5 else "N" for i in range(1, 20)))
            for k, name in enumerate(names)
        ),
        compact=True,
        note=words("L: listed. N: not listed."),
        number="3",
        anchor="table-wide",
    )


def figure(chart: c.Chart, number: str, caption: str, alt: str) -> n.Figure:
    return n.Figure(chart, alt, words(caption), number=number, anchor=f"figure-{number}")


def series(form: c.SeriesForm) -> c.SeriesChart:
    years = tuple(str(y) for y in range(2012, 2025))
    one = c.Series("Sample areas named", tuple(float(3 + i % 4) for i in range(13)))
    two = c.Series("Sample bodies listed", (None, *(float(5 - i % 3) for i in range(12))))
    return c.SeriesChart(
        form, years, (one,) if form == "columns" else (one, two), "Year", "Number", highlight=12
    )


def timeline() -> c.Timeline:
    return c.Timeline(
        2006,
        2024,
        (
            c.Lane("Sample City", tuple(c.Mark(2006.4 + 2 * i, f"{2 * i + 1}", "circle") for i in range(9))),
            c.Lane(
                "Sampletown",
                tuple(c.Mark(2007.6 + 2 * i, f"{2 * i + 2}", "square", i == 8) for i in range(9)),
            ),
            c.Lane(
                "In dispute",
                (
                    c.Mark(2020.5, "15", "ring"),
                    c.Mark(2013.7, "A", "diamond"),
                    c.Mark(2008.1, "B", "triangle"),
                ),
            ),
        ),
        "Year",
        highlight=2024,
    )


def bands() -> c.Bands:
    tones: tuple[c.BandTone | None, ...] = ("full", "full", "light", None, "open", "hatched", "full")
    return c.Bands(
        tuple(str(i) for i in range(4, 20)),
        tuple(
            c.BandRow(
                label,
                tuple(c.BandCell(tones[(i + k) % 7], "?" if (i + k) % 7 == 2 else "") for i in range(16)),
            )
            for k, label in enumerate(
                ("Sample customs", "Sample city", "Sample e-Commerce", "Sample telecommunications")
            )
        ),
        (
            c.LegendEntry("full", "Named"),
            c.LegendEntry("light", "Named, join doubtful"),
            c.LegendEntry("open", "Not named, open list"),
            c.LegendEntry("hatched", "No list on record"),
        ),
        "Plenary meeting",
        highlight=15,
    )


def lineages() -> c.Lineages:
    return c.Lineages(
        2006,
        2025,
        (
            c.LineageRow(
                "Data",
                (
                    c.LineageSpan("Office of Sample Information", 2006.0, 2018.5),
                    c.LineageSpan("Office of Sample Data", 2018.5, None),
                ),
            ),
            c.LineageRow(
                "Radio",
                (
                    c.LineageSpan("Radio Authority", 2006.0, 2012.2),
                    c.LineageSpan("Waves Office", 2012.2, None),
                ),
            ),
        ),
        "Year",
    )


def fields(anchor: str) -> n.Fields:
    facts = (
        ("Meeting", "19th Sample Meeting"),
        ("Date", "Wednesday, 9\u00a0October 2024"),
        ("Place", "In dispute: Sample City or Sampletown"),
        ("Position as at", "9\u00a0October 2024"),
        ("Basis", "Made up for the tests. Nothing in this paper is a fact"),
    )
    return n.Fields(tuple(n.Entry(words(a), words(b)) for a, b in facts), anchor=anchor)


def body() -> tuple[n.Block, ...]:
    purpose = n.Section(
        1,
        words("Purpose"),
        (
            para(
                "This made-up paper shows every kind of block and text that a paper can hold.",
                about="sample#purpose",
            ),
        ),
        anchor="purpose",
    )
    text = n.Section(
        1,
        words("Running text"),
        (
            para(
                "The Office of Sample Data (OSD) (now the Sample Office) met its partner on 9\u00a0October 2024.",
                n.Citation(("page", "release"), (1, 2)),
                " See paragraph ",
                n.Reference("p4", text="4"),
                ", ",
                n.Reference("table-small", text="Table 1"),
                ", ",
                n.Reference("figure-1", text="Figure 1"),
                " and Annex A on page ",
                n.Reference("annex", "page", "Annex A"),
                ".",
                number="2",
                about="sample#text",
            ),
            para(
                "Words may be ",
                n.Styled("strong", words("strong")),
                ", ",
                n.Styled("emphasis", words("stressed")),
                ", ",
                n.Styled("added", words("added")),
                " or ",
                n.Styled("removed", words("removed")),
                "; ",
                n.Styled("strong", (T("strong with "), n.Styled("emphasis", words("stress within")))),
                ". A ",
                n.Link("https://example.org/sample?a=1&b=2", words("link to a made-up page")),
                " and a note",
                n.Footnote(
                    (
                        T("A footnote with "),
                        n.Styled("emphasis", words("stress")),
                        T(" and a "),
                        n.Link("https://example.org/", words("link")),
                        T("."),
                    ),
                    1,
                ),
                " follow. Markup characters stay: < > & \" ' {{ }} {% %}.",
                number="3",
            ),
            para(
                "Chinese in Traditional characters, ",
                T(
                    "粵港信息化合作專責小組第十九次會議在廣州舉行，雙方檢視過去一年的合作進展，並就來年的工作計劃交換意見。",
                    "zh-Hant-HK",
                ),
                ", and in Simplified, ",
                T("粤港信息化合作专责小组第十九次会议在广州举行。", "zh-Hans-CN"),
                ", a rare one ",
                T("𠝹", "zh-Hant-HK"),
                ", in one paragraph",
                n.Footnote(words("A second footnote."), 2),
                ".",
                number="4",
            ),
            para(LONG * 7, number="5"),
            para("A lead paragraph stands larger.", role="lead"),
            para("A note paragraph.", role="note"),
            para("A small paragraph.", role="small"),
            para("A prompt for an officer: fill this in.", role="prompt"),
            para(
                "A quotation, set in, of a made-up speech that runs on for more than one line so that its margins are seen on both sides of the page.",
                role="quotation",
            ),
            para("A centred paragraph", role="centred"),
            para("Office of Sample Data", n.Break(), "October 2024", role="signature"),
            n.Section(
                2,
                words("Lists"),
                (
                    para("Four forms of list:", number="6"),
                    nested_list(),
                    items("decimal", ["1.", "2."], "a first step", "a second step", prefix="dec"),
                    items("bullet", ["•", "•"], "a bullet", "another bullet", prefix="bul"),
                    items("roman", ["(i)", "(ii)"], "a roman item", "another", prefix="rom"),
                    n.Section(
                        3,
                        words("A heading of the third level"),
                        (
                            para(LONG, number="7"),
                            n.Section(
                                4,
                                words("A heading of the fourth level"),
                                (para(LONG * 2, number="8"),),
                                anchor="fourth",
                            ),
                        ),
                        anchor="third",
                    ),
                ),
                anchor="lists",
            ),
        ),
        anchor="running",
    )
    boxes = n.Section(
        1,
        words("Boxes and facts"),
        (
            n.Callout(
                "note",
                words("Note"),
                (para("A note in a box."), items("bullet", ["•"], "with a bullet", prefix="cn")),
                anchor="c1",
            ),
            n.Callout(
                "caution",
                words("Caution"),
                (para("A caution in a box, with ", n.Styled("strong", words("strong")), " words."),),
                anchor="c2",
            ),
            n.Callout(
                "gap",
                words("Gap"),
                (para("No return was received from the Sample Harbour Bureau as at 12\u00a0September."),),
                anchor="c3",
            ),
            fields("facts"),
        ),
        anchor="boxes",
    )
    tables = n.Section(
        1,
        words("Tables"),
        (para("The small table and the long one.", number="9"), small_table(), long_table()),
        new_page=True,
        anchor="tables",
    )
    wide = n.Section(
        1,
        words("A wide table"),
        (para("Nineteen meetings across.", number="10"), wide_table()),
        new_page=True,
        orientation="landscape",
        anchor="wide",
    )
    figures = n.Section(
        1,
        words("Figures"),
        (
            figure(
                series("columns"),
                "1",
                "Sample areas by year",
                "Columns: between three and six sample areas a year.",
            ),
            figure(series("bars"), "2", "Sample areas and bodies, bars", "Bars: areas and bodies a year."),
            figure(
                series("stacked"),
                "3",
                "Sample areas and bodies, stacked",
                "Stacked columns: areas and bodies a year.",
            ),
            figure(series("line"), "4", "Sample areas and bodies, lines", "Lines: areas and bodies a year."),
            figure(timeline(), "5", "Sample meetings", "Timeline: nineteen sample meetings in two places."),
            figure(bands(), "6", "Sample subjects", "Bands: four sample subjects over sixteen meetings."),
            figure(lineages(), "7", "Sample names", "Lineages: which sample office came after which."),
            n.Figure(series("columns"), "", (), decorative=True, anchor="ornament"),
        ),
        new_page=True,
        anchor="figures",
    )
    return purpose, text, boxes, tables, wide, figures


def numbered_part() -> tuple[n.Block, ...]:
    sub = n.Section(
        2, words("A numbered subsection"), (para(LONG * 3),), numbered=True, number="1.1", anchor="s1-1"
    )
    first = n.Section(
        1,
        words("A numbered chapter"),
        (para(LONG * 2), sub),
        numbered=True,
        new_page=True,
        number="1",
        anchor="s1",
    )
    brief = n.Section(
        1,
        words("A brief that is read alone"),
        (
            para(
                "The Office of Sample Data (OSD) is named afresh here, and paragraph numbers begin again.",
                number="1",
            ),
            para(
                "The OSD has no more to say.",
                number="2",
            ),
        ),
        restart=True,
        new_page=True,
        in_contents=True,
        anchor="brief",
    )
    annex = n.Section(
        1,
        words("Annex A"),
        (
            n.Abbreviations(
                anchor="abbr",
                entries=(
                    n.Abbreviation("OSD", "Office of Sample Data", "Sample Office"),
                    n.Abbreviation("SHB", "Sample Harbour Bureau"),
                ),
            ),
            n.SourceList(
                (
                    n.Source(
                        "page",
                        (
                            T("Sample Office, “A made-up page”, undated. "),
                            n.Link("https://example.org/page", words("https://example.org/page")),
                        ),
                        1,
                        "source-1",
                    ),
                    n.Source(
                        "release",
                        words("Sample Office, “A made-up release”, 9\u00a0October 2024."),
                        2,
                        "source-2",
                    ),
                ),
                anchor="sources",
            ),
        ),
        new_page=True,
        anchor="annex",
    )
    return first, brief, annex


def contents(blocks: tuple[n.Block, ...]) -> n.Contents:
    entries: list[n.ContentsEntry] = []

    def walk(children: tuple[n.Block, ...]) -> None:
        for block in children:
            if isinstance(block, n.Section) and block.level <= 2:
                title = "".join(t.text for t in block.title if isinstance(t, T))
                entries.append(n.ContentsEntry(block.level, block.number, title, block.anchor or ""))
                walk(block.children)

    walk(blocks)
    return n.Contents(words("Contents"), 2, tuple(entries), anchor="contents")


def document() -> n.Document:
    title = n.TitleBlock(
        (T("Sample Group on Made-up Matters"), n.Break(), T("示例專責小組", "zh-Hant-HK")),
        words("Sample Report 2024"),
        words("Made-up content for the tests"),
        (fields("title-facts"),),
        cover=True,
        anchor="title",
    )
    blocks = (*body(), *numbered_part())
    meta = n.Meta(
        "Sample Report 2024 (made up)",
        "Sample Report 2024",
        "Sample Office",
        "2024-10-09",
        subject="Every node of the document tree",
        keywords="sample, made up",
        status="Draft",
        marking=MARK,
        watermark="DRAFT",
        identity=n.Identity("sample", "2024", "draft", "0" * 64, "0.1.0"),
    )
    return n.Document(meta, (title, contents(blocks), *blocks))
