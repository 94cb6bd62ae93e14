"""Ids and what they point to: styles, numberings, bookmarks, fields, notes, controls, drawings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from tests.conformance.word_lint.file import DOCUMENT, STYLES, Finding, W, WordFile, find, val

_LONGEST_NAME = 40
_KINDS = ("paragraph", "character", "table", "numbering")
_POINTING = re.compile(r"\s*(?:PAGEREF|REF|NOTEREF)\s+(\S+)")
_PAGE = re.compile(r"\s*PAGEREF\s")


def styles(file: WordFile) -> Iterator[Finding]:
    """Styles that are named are defined, each once; there is one default of each kind."""
    for name, root in file.word_parts.items():
        for each in root.iter(f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle", f"{W}basedOn", f"{W}next"):
            if val(each) not in file.styles.by_id:
                yield Finding("style", name, f"the style {val(each)!r} is not defined")
    for again in _repeated(style.get(f"{W}styleId", "") for style in file.styles.all):
        yield Finding("style-twice", STYLES, f"the style {again!r} is defined twice")
    for kind in _KINDS:
        defaults = find(file.xml[STYLES], f"w:style[@w:type='{kind}'][@w:default='1']")
        if len(defaults) != 1:
            yield Finding("style-default", STYLES, f"{len(defaults)} default styles of the kind {kind}")


def numberings(file: WordFile) -> Iterator[Finding]:
    """Numberings that are named are defined."""
    root = file.xml.get("word/numbering.xml")
    known = {"0"} if root is None else {"0", *(each.get(f"{W}numId", "") for each in root.iter(f"{W}num"))}
    for name, part in file.word_parts.items():
        for each in part.iter(f"{W}numId"):
            if val(each) not in known:
                yield Finding("numbering", name, f"the numbering {val(each)} is not defined")


def bookmarks(file: WordFile) -> Iterator[Finding]:
    """Bookmarks begin and end once, under names of their own that Word does not cut off."""
    starts = find(file.document, "//w:bookmarkStart")
    ids = [each.get(f"{W}id", "") for each in starts]
    ends = [each.get(f"{W}id", "") for each in find(file.document, "//w:bookmarkEnd")]
    if _repeated(ids) or sorted(ids) != sorted(ends):
        yield Finding("bookmark", DOCUMENT, "ids of bookmarks are used twice or do not end")
    names = [each.get(f"{W}name", "") for each in starts]
    for name in _repeated(name.lower() for name in names):
        yield Finding("bookmark", DOCUMENT, f"the name {name!r} is used twice")
    for name in names:
        if len(name) > _LONGEST_NAME or not re.fullmatch(r"[A-Za-z_]\w*", name):
            yield Finding("bookmark", DOCUMENT, f"Word does not take the name {name!r}")


def fields(file: WordFile) -> Iterator[Finding]:
    """Fields are closed, hold a result, and point to bookmarks that are there."""
    for name, root in file.word_parts.items():
        open_fields: list[dict[str, str]] = []
        for each in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}t"):
            kind = each.get(f"{W}fldCharType")
            if kind == "begin":
                open_fields.append({"code": "", "result": "", "part": "code"})
            elif each.tag == f"{W}fldChar" and not open_fields:
                yield Finding("field", name, f"{kind} of a field that is not open")
            elif kind == "separate":
                open_fields[-1]["part"] = "result"
            elif kind == "end":
                yield from _closed(file, name, open_fields.pop(), open_fields)
            elif each.tag == f"{W}instrText" and open_fields:
                open_fields[-1]["code"] += each.text or ""
            elif open_fields:
                open_fields[-1][open_fields[-1]["part"]] += each.text or ""
        if open_fields:
            yield Finding("field", name, f"the field {open_fields[-1]['code']!r} is not closed")


def _closed(
    file: WordFile, name: str, closed: dict[str, str], around: list[dict[str, str]]
) -> Iterator[Finding]:
    code, result = closed["code"], closed["result"]
    if not result.strip():
        yield Finding("field-result", name, f"the field {code!r} shows nothing until it is updated")
    if _PAGE.match(code) and not re.fullmatch(r"[1-9]\d*", result):
        yield Finding("field-result", name, f"{result!r} is no page, in {code!r}")
    pointing = _POINTING.match(code)
    if pointing and pointing[1] not in _bookmark_names(file):
        yield Finding("field-target", name, f"there is no bookmark {pointing[1]!r}")
    if around:
        around[-1][around[-1]["part"]] += result


def _bookmark_names(file: WordFile) -> set[str]:
    return {each.get(f"{W}name", "") for each in file.document.iter(f"{W}bookmarkStart")}


def links(file: WordFile) -> Iterator[Finding]:
    """Links within the paper lead to bookmarks that are there."""
    known = _bookmark_names(file)
    for name, root in file.texts.items():
        for each in root.iter(f"{W}hyperlink"):
            anchor = each.get(f"{W}anchor")
            if anchor is not None and anchor not in known:
                yield Finding("link-target", name, f"there is no bookmark {anchor!r}")


def notes(file: WordFile) -> Iterator[Finding]:
    """Marks of notes and comments have their note, and each note its mark.

    LibreOffice takes the ids of comments for those of notes, so they may not meet.
    """
    met: dict[str, set[str]] = {}
    for kind in ("footnote", "endnote", "comment"):
        root = file.xml.get(f"word/{kind}s.xml")
        own = () if root is None else root.iter(f"{W}{kind}")
        there = {each.get(f"{W}id", "") for each in own if each.get(f"{W}type") is None}
        marked = [each.get(f"{W}id", "") for each in file.document.iter(f"{W}{kind}Reference")]
        for missing in sorted(set(marked) - there):
            yield Finding("note", DOCUMENT, f"there is no {kind} {missing}")
        for unmarked in sorted(there - set(marked)):
            yield Finding("note", DOCUMENT, f"no mark leads to {kind} {unmarked}")
        met[kind] = there
    if met["comment"] & (met["footnote"] | met["endnote"] | {"-1", "0"}):
        yield Finding("comment-id", DOCUMENT, "a comment has the id of a note: LibreOffice mixes them up")


def object_ids(file: WordFile) -> Iterator[Finding]:
    """Drawings and content controls have ids of their own, throughout all parts."""
    for path, rule in ((".//wp:docPr/@id", "drawing-id"), (".//w:sdtPr/w:id/@w:val", "control-id")):
        used = [str(each) for root in file.word_parts.values() for each in find(root, path)]
        for again in _repeated(used):
            yield Finding(rule, DOCUMENT, f"the id {again} is used twice")


def _repeated(values: Iterable[str]) -> list[str]:
    return [value for value, times in Counter(values).items() if times > 1]


RULES = (styles, numberings, bookmarks, fields, links, notes, object_ids)
