"""Defects to plant in a good Word file, one at a time, and who must notice each.

Those of the schema are for the validators; all others have a rule of our lint.
"""

from __future__ import annotations

from tests.conformance.planting import Change, Parts, drop, replace

DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
SETTINGS = "word/settings.xml"
NOTES = "word/footnotes.xml"
RELATIONSHIPS = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"
CHART = "word/charts/chart1.xml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_CELL = r"<w:tc>(?:(?!</w:tc>).)*</w:tc>"
_COMMENT = '<w:r><w:commentReference w:id="{}"/></w:r>'


def _truncate(parts: Parts) -> None:
    parts[DOCUMENT] = parts[DOCUMENT][:-40]


def _merge_cells(parts: Parts) -> None:
    replace(DOCUMENT, rf"(<w:tr><w:trPr><w:cantSplit/></w:trPr>){_CELL}{_CELL}", r"\1<MERGED/>")(parts)
    merged = '<w:tc><w:tcPr><w:tcW w:w="100" w:type="dxa"/><w:gridSpan w:val="2"/></w:tcPr><w:p/></w:tc>'
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"<MERGED/>", merged.encode())


def _let_float(parts: Parts) -> None:
    spot = (
        '<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset>'
        '</wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
    )
    how = 'simplePos="0" relativeHeight="1" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"'
    replace(DOCUMENT, r"<wp:inline ([^>]*)>", rf"<wp:anchor \1 {how}>{spot}")(parts)
    replace(DOCUMENT, r"(<wp:effectExtent [^>]*>)", r"\1<wp:wrapTopAndBottom/>")(parts)
    replace(DOCUMENT, "</wp:inline>", "</wp:anchor>")(parts)


def _lengthen_without_contents(parts: Parts) -> None:
    replace(DOCUMENT, r" TOC \\o", " SEQ")(parts)
    replace(DOCUMENT, r"(<w:t [^>]*>)([^<]{400})", r"\1" + r"\2" * 100)(parts)


def _give_a_comment_the_id_of_a_note(parts: Parts) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    named = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    led = f'<Relationship Id="rId900" Type="{office}" Target="comments.xml"/></Relationships>'
    said = '<w:comment w:id="1" w:author="A" w:initials="A"><w:p/></w:comment>'
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    parts["word/comments.xml"] = f'<w:comments xmlns:w="{main}">{said}</w:comments>'.encode()
    replace(TYPES, "</Types>", named)(parts)
    replace(RELATIONSHIPS, "</Relationships>", led)(parts)
    replace(DOCUMENT, "</w:pPr>", "</w:pPr>" + _COMMENT.format(1))(parts)


def _drop_footnotes(parts: Parts) -> None:
    drop(NOTES)(parts)
    parts.pop("word/_rels/footnotes.xml.rels", None)


OF_THE_SCHEMA: dict[str, Change] = {
    "an unknown element": replace(DOCUMENT, r'(<w:pStyle w:val="BodyText"/></w:pPr>)', r"\1<w:bogus/>"),
    "properties of a paragraph out of order": replace(
        DOCUMENT, r'(<w:pStyle w:val="GroupName"/>)(<w:keepNext/>)', r"\2\1"
    ),
    "properties of a run after its text": replace(
        DOCUMENT, r'<w:r>(<w:rPr><w:rStyle w:val="Strong"/></w:rPr>)(<w:t [^>]*>[^<]*</w:t>)', r"<w:r>\2\1"
    ),
    "a value that is not in its list": replace(STYLES, r'<w:jc w:val="center"/>', '<w:jc w:val="middle"/>'),
    "properties of a table out of order": replace(
        DOCUMENT, r"(<w:tblLook [^>]*/>)(<w:tblCaption [^>]*/>)", r"\2\1"
    ),
    "instances before what they are of": replace(
        NUMBERING, r"(<w:abstractNum .*</w:abstractNum>)(<w:num .*</w:num>)", r"\2\1"
    ),
    "settings out of order": replace(
        SETTINGS, r"(<w:zoom [^>]*/>)(.*?)(<w:compat>.*?</w:compat>)", r"\3\1\2"
    ),
    "parts of a chart out of order": replace(CHART, r"(<c:cat>.*?</c:cat>)(<c:val>.*?</c:val>)", r"\2\1"),
    "an undeclared prefix to ignore": replace(
        DOCUMENT, "<w:document ", f'<w:document xmlns:mc="{_MC}" mc:Ignorable="w99" '
    ),
}
"""Breaches of the schema: both validators see them, the lint does not look for them."""

FOR_THE_LINT: dict[str, tuple[Change, str]] = {
    # integrity
    "truncated XML": (_truncate, "xml"),
    "a control character": (replace(DOCUMENT, "Small print", "Small&#x1;print"), "xml"),
    "a document without settings": (drop(SETTINGS), "xml"),
    "a relationship that is missing": (
        replace(RELATIONSHIPS, r"<Relationship [^>]*media/image\d+\.png[^>]*/>", ""),
        "relationship",
    ),
    "a picture that is missing": (drop("word/media/image5.png"), "part-missing"),
    "a workbook that is missing": (
        drop("word/embeddings/Microsoft_Excel_Worksheet1.xlsx"),
        "part-missing",
    ),
    "footnotes that are missing": (_drop_footnotes, "part-missing"),
    "a part that nothing leads to": (
        lambda parts: parts.update({"word/media/left.png": b""}),
        "orphan",
    ),
    "a picture without content type": (replace(TYPES, r"<Override [^>]*svg[^>]*/>", ""), "content-type"),
    "an undefined style": (replace(DOCUMENT, 'w:val="Quote"', 'w:val="Quotation"'), "style"),
    "a style twice": (replace(STYLES, 'w:styleId="Quote"', 'w:styleId="Lead"'), "style-twice"),
    "two default styles": (
        replace(STYLES, r'w:type="paragraph" w:styleId', 'w:type="paragraph" w:default="1" w:styleId'),
        "style-default",
    ),
    "an undefined numbering": (
        replace(DOCUMENT, r'(<w:pStyle w:val="ListLetter"/>.{,60}<w:numId w:val=)"\d+"', r'\1"777"'),
        "numbering",
    ),
    "an id of a bookmark twice": (
        replace(DOCUMENT, r'<w:bookmarkStart w:id="3"', '<w:bookmarkStart w:id="2"'),
        "bookmark",
    ),
    "a bookmark without end": (replace(DOCUMENT, r'<w:bookmarkEnd w:id="2"/>', ""), "bookmark"),
    "a name of a bookmark twice": (
        replace(DOCUMENT, r'(w:id="3" w:name=)"[^"]*"', r'\1"_purpose"'),
        "bookmark",
    ),
    "a link to a bookmark that is missing": (
        replace(DOCUMENT, r'w:anchor="_purpose"', 'w:anchor="_nowhere"'),
        "link-target",
    ),
    "a field that points to nothing": (
        replace(DOCUMENT, "PAGEREF _purpose", "PAGEREF _nowhere"),
        "field-target",
    ),
    "a field that is not closed": (
        replace(DOCUMENT, '<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
        "field",
    ),
    "a page number left open": (
        replace(DOCUMENT, r"(PAGEREF _purpose .*?<w:t [^>]*>)\d+", r"\g<1>00"),
        "field-result",
    ),
    "a field without result": (
        replace(DOCUMENT, r"(SEQ Table .*?)<w:t [^>]*>\d+</w:t>", r"\1"),
        "field-result",
    ),
    "a mark without footnote": (
        replace(DOCUMENT, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="22"/>'),
        "note",
    ),
    "a comment that is missing": (
        replace(DOCUMENT, "</w:pPr>", "</w:pPr>" + _COMMENT.format(1000)),
        "note",
    ),
    "a comment with the id of a note": (_give_a_comment_the_id_of_a_note, "comment-id"),
    "an id of a drawing twice": (
        replace(DOCUMENT, r'<wp:docPr id="2"', '<wp:docPr id="1"'),
        "drawing-id",
    ),
    "an id of a control twice": (
        replace(
            DOCUMENT,
            r"(<w:sdt>)(<w:sdtPr>.*?</w:sdtPr>)(<w:sdtContent>)",
            r"\1\2\3\1\2\3</w:sdtContent></w:sdt>",
        ),
        "control-id",
    ),
    "a cell without paragraph": (
        replace(DOCUMENT, r"(<w:tc><w:tcPr>(?:(?!</w:tcPr>).)*</w:tcPr>)<w:p>.*?</w:p></w:tc>", r"\1</w:tc>"),
        "cell-end",
    ),
    "a row with a cell too few": (
        replace(DOCUMENT, rf"(<w:tr><w:trPr><w:cantSplit/></w:trPr>){_CELL}", r"\1"),
        "table-grid",
    ),
    "a table without grid": (replace(DOCUMENT, r"<w:tblGrid>.*?</w:tblGrid>", ""), "table-grid"),
    "a colour that is none": (
        replace(STYLES, r'(w:styleId="BodyText".*?<w:color w:val=)"[0-9A-F]{6}"', r'\1"bluish"'),
        "contrast",
    ),
    # accessibility
    "no alternative text": (replace(DOCUMENT, r'descr="[^"]+"', 'descr=""'), "alt"),
    "a file name for alternative text": (replace(DOCUMENT, r'descr="[^"]+"', 'descr="chart1.png"'), "alt"),
    "a header row that is not marked": (replace(DOCUMENT, "<w:tblHeader/>", ""), "table-header"),
    "merged cells": (_merge_cells, "table-simple"),
    "a row that may break": (
        replace(DOCUMENT, "<w:tr><w:trPr><w:cantSplit/></w:trPr>", "<w:tr>"),
        "table-split",
    ),
    "a blank row": (
        replace(
            DOCUMENT,
            rf"(<w:tr><w:trPr><w:cantSplit/></w:trPr>){_CELL}{_CELL}{_CELL}{_CELL}</w:tr>",
            r"\1" + "<w:tc><w:p/></w:tc>" * 4 + "</w:tr>",
        ),
        "table-blank",
    ),
    "a table without caption": (
        replace(DOCUMENT, r'<w:pStyle w:val="Caption"/>', '<w:pStyle w:val="BodyText"/>'),
        "table-caption",
    ),
    "a table without description": (replace(DOCUMENT, r"<w:tblDescription [^>]*/>", ""), "table-alt"),
    "a table beyond the margin": (
        replace(DOCUMENT, r'<w:gridCol w:w="\d+"/>', '<w:gridCol w:w="9000"/>'),
        "table-width",
    ),
    "a level of headings skipped": (
        replace(DOCUMENT, 'w:val="Heading2"', 'w:val="Heading4"'),
        "heading-order",
    ),
    "an empty heading": (
        replace(DOCUMENT, ">Running text</w:t></w:r><w:bookmarkEnd", "></w:t></w:r><w:bookmarkEnd"),
        "heading",
    ),
    "a long paper without contents": (_lengthen_without_contents, "contents"),
    "a vague link": (replace(DOCUMENT, r">link to a made-up page<", ">here<"), "link-text"),
    "pale type": (
        replace(STYLES, r'(w:styleId="NoteText".*?<w:color w:val=)"[0-9A-F]{6}"', r'\1"B0B8C0"'),
        "contrast",
    ),
    "small type": (replace(STYLES, r'(w:styleId="SmallPrint".*?<w:sz w:val=)"\d+"', r'\1"10"'), "small"),
    "a floating picture": (_let_float, "in-line"),
    "a typed list": (
        replace(DOCUMENT, ">Small print is", ">\N{BULLET} Small print is"),
        "list",
    ),
    "a blank paragraph": (
        replace(DOCUMENT, r'(<w:p><w:pPr><w:pStyle w:val="Lead"/>)', r"<w:p/>\1"),
        "blank",
    ),
    "Chinese without its language": (replace(DOCUMENT, r'<w:lang w:eastAsia="zh-HK"/>', ""), "language"),
    "no title": (replace("docProps/core.xml", r"<dc:title>[^<]*</dc:title>", ""), "title"),
    "no language": (replace(STYLES, r'<w:lang w:val="en-GB"', "<w:lang"), "language"),
    "a question about fields": (
        replace(SETTINGS, "<w:footnotePr>", '<w:updateFields w:val="true"/><w:footnotePr>'),
        "prompt",
    ),
    "Compatibility Mode": (
        replace(SETTINGS, r'("compatibilityMode" [^>]* w:val=)"15"', r'\1"14"'),
        "compatibility",
    ),
    "protection": (
        replace(SETTINGS, "<w:defaultTabStop", '<w:documentProtection w:edit="readOnly"/><w:defaultTabStop'),
        "protection",
    ),
}
"""Defects with the rule of the lint that each breaks."""
