"""What a PDF says of itself: XMP for PDF/A-2a and PDF/UA-1 with the paper's identity, and Info."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from html import escape

from egci_reports.engine.document.meta import Identity, Meta
from egci_reports.engine.writers.pdf.objects import text_string

_escaped = partial(escape, quote=False)

IDENTITY_NAMESPACE = "urn:egci-report:identity:1#"
"""The namespace of our own properties: kind, subject, edition, records, tool, audience."""
_PREFIX = "egci"
_TOOL = "egci-report"
_DESCRIPTIONS = {
    "kind": "Which paper this is",
    "subject": "The year or meeting the paper is about",
    "edition": "Draft, or the number of the edition",
    "records": "Hash of the records the paper was made from",
    "tool": "Version of the program that made the paper",
    "audience": "For whom the paper was made",
}
_COPY = {"copy": "Number of the copy"}


def producer(identity: Identity | None) -> str:
    """Return the name of the program, with its version where it is known."""
    return _TOOL if identity is None else f"{_TOOL} {identity.tool}"


def info(meta: Meta) -> bytes:
    """Return the document information dictionary (ISO 32000-1, 14.3.3); the dates are the paper's."""
    date = b"(D:%s000000Z)" % meta.date.replace("-", "").encode()
    entries = [(b"Title", meta.title), (b"Author", meta.author), (b"Subject", meta.subject)]
    entries += [(b"Keywords", meta.keywords), (b"Creator", _TOOL), (b"Producer", producer(meta.identity))]
    texts = b"".join(b"/%s%s" % (key, text_string(text)) for key, text in entries if text)
    return b"<<%s/CreationDate%s/ModDate%s>>" % (texts, date, date)


def xmp(meta: Meta, copy: int | None = None, *, conforms: bool = True) -> bytes:
    """Return the XMP packet (ISO 19005-2, 6.6.2; ISO 14289-1, 5); `copy` is the number of a numbered copy.

    A file that does not conform, for what it encloses, claims neither standard.
    """
    date = f"{meta.date}T00:00:00Z"
    parts = [
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n',
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n',
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n',
        _described(
            'xmlns:dc="http://purl.org/dc/elements/1.1/"',
            "<dc:format>application/pdf</dc:format>",
            _alternative("title", meta.title),
            f"<dc:language><rdf:Bag><rdf:li>{_escaped(meta.lang)}</rdf:li></rdf:Bag></dc:language>",
            f"<dc:creator><rdf:Seq><rdf:li>{_escaped(meta.author)}</rdf:li></rdf:Seq></dc:creator>",
            _alternative("description", meta.subject) if meta.subject else "",
        ),
        _described(
            'xmlns:pdf="http://ns.adobe.com/pdf/1.3/"',
            f"<pdf:Producer>{_escaped(producer(meta.identity))}</pdf:Producer>",
            f"<pdf:Keywords>{_escaped(meta.keywords)}</pdf:Keywords>" if meta.keywords else "",
        ),
        _described(
            'xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
            f"<xmp:CreatorTool>{_TOOL}</xmp:CreatorTool>",
            f"<xmp:CreateDate>{date}</xmp:CreateDate><xmp:ModifyDate>{date}</xmp:ModifyDate>",
        ),
        _claims() if conforms else "",
        _identity(meta.identity, copy),
        _extensions({**_DESCRIPTIONS, **({} if copy is None else _COPY)}),
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>',
    ]
    return "".join(parts).encode()


def _described(namespace: str, *properties: str) -> str:
    return f'<rdf:Description rdf:about="" {namespace}>{"".join(properties)}</rdf:Description>\n'


def _claims() -> str:
    """Return the claims to PDF/A-2a and PDF/UA-1."""
    archival = "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    return _described('xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"', archival) + _described(
        'xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"', "<pdfuaid:part>1</pdfuaid:part>"
    )


def _alternative(name: str, text: str) -> str:
    inner = f'<rdf:Alt><rdf:li xml:lang="x-default">{_escaped(text)}</rdf:li></rdf:Alt>'
    return f"<dc:{name}>{inner}</dc:{name}>"


def _identity(identity: Identity | None, copy: int | None) -> str:
    if identity is None:
        return ""
    said = asdict(identity) | ({} if copy is None else {"copy": str(copy)})
    properties = (f"<{_PREFIX}:{k}>{_escaped(v)}</{_PREFIX}:{k}>" for k, v in said.items())
    return _described(f'xmlns:{_PREFIX}="{IDENTITY_NAMESPACE}"', *properties)


def _extensions(described: dict[str, str]) -> str:
    """Return the descriptions of the properties that PDF/A does not know (ISO 19005-2, 6.6.2.3)."""
    ua = _schema(
        "PDF/UA identification",
        "http://www.aiim.org/pdfua/ns/id/",
        "pdfuaid",
        {"part": "Part of ISO 14289"},
        "Integer",
    )
    own = _schema("Identity of a paper", IDENTITY_NAMESPACE, _PREFIX, described, "Text")
    return _described(
        'xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" '
        'xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" '
        'xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"',
        f"<pdfaExtension:schemas><rdf:Bag>{ua}{own}</rdf:Bag></pdfaExtension:schemas>",
    )


def _schema(title: str, namespace: str, prefix: str, properties: dict[str, str], value_type: str) -> str:
    described = "".join(
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaProperty:name>{name}</pdfaProperty:name>"
        f"<pdfaProperty:valueType>{value_type}</pdfaProperty:valueType>"
        "<pdfaProperty:category>internal</pdfaProperty:category>"
        f"<pdfaProperty:description>{text}</pdfaProperty:description></rdf:li>"
        for name, text in properties.items()
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        f"<pdfaSchema:schema>{title}</pdfaSchema:schema>"
        f"<pdfaSchema:namespaceURI>{namespace}</pdfaSchema:namespaceURI>"
        f"<pdfaSchema:prefix>{prefix}</pdfaSchema:prefix>"
        f"<pdfaSchema:property><rdf:Seq>{described}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )
