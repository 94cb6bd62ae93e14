"""Reads XML into tags with expat: no DTD, no entities but XML's five, each tag with its place."""

from __future__ import annotations

import re
from itertools import islice
from xml.parsers import expat

from egci_reports.engine.document.parsing.tag import AT, Tag
from egci_reports.errors import Finding, Position, TemplateError

DEEPEST = 60
"""Tags nest no deeper; a sane paper needs a third of it."""

# The characters that XML 1.0 (section 2.2) cannot hold, and surrogates, which are no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_PLACE = re.compile(r".+:[0-9]+:[0-9]+")
_SHOWN = 20
_ABOUT = re.compile(r'about="([^"]*)"')


def read(xml: str, template: str) -> Tag:
    """Return the root tag of well-formed XML.

    Raises TemplateError: T101 characters that XML cannot hold (all of them), T102 not well-formed, T103 a
    document type, entity or processing instruction, T104 tags nested too deep.
    """
    bad = tuple(_forbidden(xml, template))
    if bad:
        raise TemplateError(*bad)
    reader = _Reader(xml, template)
    return reader.read()


class _Reader:
    """Holds the state of one reading: the tag that is open."""

    def __init__(self, xml: str, template: str) -> None:
        self._xml = xml
        self._template = template
        self._open: Tag | None = None
        self._depth = 0
        self._root: Tag | None = None
        self._expat = expat.ParserCreate()
        self._expat.buffer_text = True
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._text
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._expat.ProcessingInstructionHandler = self._instruction

    def read(self) -> Tag:
        """Return the root tag."""
        try:
            self._expat.Parse(self._xml.encode(), True)  # noqa: FBT003 - expat's signature
        except expat.ExpatError as error:
            raise self._malformed(error) from error
        if self._root is None:
            raise AssertionError("expat accepts no document without a root")
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise self._refused(
                "T104", f"<{name}> is nested more than {DEEPEST} tags deep", "close the tags before it"
            )
        at = attributes.pop(AT, "")
        if not _PLACE.fullmatch(at):
            at = str(self._here())
        tag = Tag(name, attributes, at, self._open)
        if self._open is None:
            self._root = tag
        else:
            self._open.children.append(tag)
        self._open = tag

    def _end(self, _name: str) -> None:
        self._depth -= 1
        if self._open is not None:
            self._open = self._open.parent

    def _text(self, text: str) -> None:
        if self._open is not None:
            self._open.children.append(text)

    def _doctype(self, *_: object) -> None:
        raise self._refused("T103", "a template has no document type", "take out the line <!DOCTYPE ...>")

    def _instruction(self, target: str, _data: str) -> None:
        raise self._refused("T103", f"the instruction <?{target} ...?> is not allowed", "take it out")

    def _here(self) -> Position:
        return Position(self._template, self._expat.CurrentLineNumber, self._expat.CurrentColumnNumber + 1)

    def _refused(self, code: str, message: str, hint: str) -> TemplateError:
        here = self._here()
        return TemplateError(Finding(code, message, here, hint, source=_line(self._xml, here.line)))

    def _malformed(self, error: expat.ExpatError) -> TemplateError:
        """Say what expat found, in the terms of the tag that was open."""
        position = Position(self._template, error.lineno, error.offset + 1)
        message = expat.ErrorString(error.code)
        hint = _HINTS.get(message)
        if self._open is not None:
            message = f"{message}, in <{self._open.name}> that was opened at {self._open.at}"
        rendered = f"the rendered XML is not well-formed: {message}"
        return TemplateError(Finding("T102", rendered, position, hint, source=_line(self._xml, error.lineno)))


_HINTS = {
    "mismatched tag": "close each tag that was opened, in turn: <p><em>...</em></p>",
    "undefined entity": "write the character itself, or its number: &#160; for a no-break space",
    "not well-formed (invalid token)": "write &amp; for & and &lt; for < in the template's own text;"
    " attribute values stand in quotes",
    "no element found": "the template rendered nothing, or a tag was not closed",
    "unclosed token": "a tag was begun with < and not ended with >",
    "duplicate attribute": "give each attribute once",
    "junk after document element": "a template has one root, <paper>, and nothing after it",
}


def _forbidden(xml: str, template: str) -> list[Finding]:
    found = islice(_FORBIDDEN.finditer(xml), _SHOWN)
    return [_character(xml, match.start(), template) for match in found]


def _character(xml: str, index: int, template: str) -> Finding:
    """Say which character stands where, with the record named nearest before it."""
    start = xml.rfind("\n", 0, index) + 1
    position = Position(template, xml.count("\n", 0, index) + 1, index - start + 1)
    abouts = _ABOUT.findall(xml, 0, index)
    about = f", near {abouts[-1]}" if abouts else ""
    around = _FORBIDDEN.sub(
        "\N{REPLACEMENT CHARACTER}", xml[max(start, index - 20) : index + 20].partition("\n")[0]
    )
    return Finding(
        "T101",
        f"the character U+{ord(xml[index]):04X} cannot be printed{about}: {around!r}",
        position,
        "take it out of the record or the template",
    )


def _line(xml: str, number: int) -> str | None:
    lines = xml.split("\n")
    return lines[number - 1] if 0 < number <= len(lines) else None
