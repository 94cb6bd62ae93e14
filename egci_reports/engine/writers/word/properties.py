"""Properties of the file: what Word shows under Info, and what `verify` reads."""

from __future__ import annotations

from egci_reports.engine.document.meta import Identity, Meta
from egci_reports.engine.writers.word.languages import word_tag
from egci_reports.engine.writers.word.markup import NOTHING, Xml, chars, part, tag
from egci_reports.engine.writers.word.package import CT, RT, WrittenPart

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_TERMS = {
    "xmlns:cp": _CORE,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The format id of properties that are not Word's own (ISO/IEC 29500-1, 22.3)."""
_PROGRAM = "egci-report"
IDENTITY_PREFIX = "EGCI "
"""Begins the name of each custom property that holds a part of the identity."""


def property_parts(meta: Meta) -> dict[str, WrittenPart]:
    """Return the property parts of a paper by their relationship types."""
    parts = {
        RT.CORE_PROPERTIES: WrittenPart("/docProps/core.xml", CT.OPC_CORE_PROPERTIES, _core(meta)),
        RT.EXTENDED_PROPERTIES: WrittenPart("/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, _extended(meta)),
    }
    if meta.identity is not None:
        custom = _custom(meta.identity)
        parts[RT.CUSTOM_PROPERTIES] = WrittenPart("/docProps/custom.xml", CT.OFC_CUSTOM_PROPERTIES, custom)
    return parts


def _core(meta: Meta) -> bytes:
    """Return title, author and the rest; the position-as-at date stands for creation and change."""
    stamp = {"xsi:type": "dcterms:W3CDTF"}
    when = f"{meta.date}T00:00:00Z"
    return part(
        "cp:coreProperties",
        "",
        _said("dc:title", meta.title),
        _said("dc:subject", meta.subject),
        _said("dc:creator", meta.author),
        _said("cp:keywords", meta.keywords),
        _said("cp:lastModifiedBy", meta.author),
        _said("cp:revision", "1"),
        tag("dcterms:created", stamp, chars(when)),
        tag("dcterms:modified", stamp, chars(when)),
        _said("dc:language", word_tag(meta.lang)),
        _said("cp:contentStatus", meta.status),
        attributes=_TERMS,
    )


def _extended(meta: Meta) -> bytes:
    return part(
        "Properties", "", _said("Application", _PROGRAM), _said("Company", meta.author), default=_EXTENDED
    )


def _custom(identity: Identity) -> bytes:
    values = {
        "kind": identity.kind,
        "subject": identity.subject,
        "edition": identity.edition,
        "records": identity.records,
        "tool": identity.tool,
        "audience": identity.audience,
    }
    written = (
        tag(
            "property",
            {"fmtid": _USER_DEFINED, "pid": number, "name": IDENTITY_PREFIX + name},
            tag("vt:lpwstr", {"xmlns:vt": _VALUES}, chars(value)),
        )
        for number, (name, value) in enumerate(values.items(), 2)
    )
    return part("Properties", "", *written, default=_CUSTOM)


def _said(name: str, text: str) -> Xml:
    return tag(name, None, chars(text)) if text else NOTHING
