"""Makes Word and PDF documents of records of anything; it knows no plenary.

    templating/  a template and a context of plain data become XML in a closed vocabulary
    document/    the XML becomes one tree of frozen nodes; passes number, name, cite and check it
    theme/       typefaces, sizes, colours and spacing, read from theme.toml
    writers/     the tree becomes the bytes of a PDF (first: it tells the pages) and of a Word file
    language/    how a language writes numbers, dates, lists, quotations: from words.toml

What a caller does, in this order: `templating.words.load_words`, `templating.templates.Templates.render`,
`document.parser.parse`, `document.resolve.resolve`, `document.checks.check`, `writers.pdf.write.layout`, and
`write` of each of `writers.formats.FORMATS`. `egci_reports.app.papers` is the one place where we do so, in
`begin.py`, `compose.py` and `build.py`. Findings name the template, or by `about` the record, that a fault
comes from. Nothing here reads a clock or a record.
"""
