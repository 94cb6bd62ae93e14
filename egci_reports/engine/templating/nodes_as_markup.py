"""Prints the tree's inlines as the markup that the parser reads back, so that records can hand them over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never, get_args

from markupsafe import Markup, escape

from egci_reports.engine.document.inlines import (
    Break,
    Citation,
    Footnote,
    FormField,
    Inline,
    Link,
    Name,
    Reference,
    Styled,
    Text,
)
from egci_reports.engine.document.text import texts_of

INLINES: tuple[type[Inline], ...] = get_args(Inline)
_STYLES = {"strong": "strong", "emphasis": "em", "added": "ins", "removed": "del"}


def markup(content: Iterable[Inline]) -> Markup:
    """Return inlines as markup; text is escaped."""
    return Markup().join(map(_one, content))


def _one(inline: Inline) -> Markup:
    match inline:
        case Text():
            return _tag("span", escape(inline.text), lang=inline.lang) if inline.lang else escape(inline.text)
        case Styled():
            return _tag(_STYLES[inline.style], markup(inline.content))
        case Link():
            return _tag("a", markup(inline.content), href=inline.url)
        case Reference():
            return _tag("ref", to=inline.target, form=None if inline.form == "number" else inline.form)
        case Citation():
            return _tag("cite", sources=" ".join(inline.sources), about=" ".join(inline.about) or None)
        case Footnote():
            return _tag("note", markup(inline.content))
        case Break():
            return Markup("<br/>")
        case FormField():
            return _field(inline)
        case Name():
            return _name(inline)
    assert_never(inline)


def _name(name: Name) -> Markup:
    form = None if name.form == "auto" else name.form
    article = None if name.article else "no"
    said = {"of": name.key, "full": name.full, "short": name.short, "present": name.present}
    return _tag("name", lead=name.lead or None, form=form, article=article, **said)


def _field(field: FormField) -> Markup:
    choices = "|".join(field.choices) or None
    said = {"address": field.address, "title": field.title, "guidance": field.guidance, "kind": field.kind}
    return _tag("field", escape(texts_of(field.content)[0][1]), choices=choices, **said)


def _tag(name: str, content: Markup | None = None, /, **attributes: str | None) -> Markup:
    """Return a tag with the attributes that have a value."""
    given = Markup().join(
        Markup(' {}="{}"').format(key, value) for key, value in attributes.items() if value is not None
    )
    if content is None:
        return Markup("<{}{}/>").format(name, given)
    return Markup("<{0}{1}>{2}</{0}>").format(name, given, content)
