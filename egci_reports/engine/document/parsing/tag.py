"""A tag as read from the XML: its name, attributes, children and place, before it becomes a node."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from egci_reports.errors import Finding, Position

AT = "data-at"
"""The attribute by which templating says where in the template a tag stands: "annual.html:12:5"."""

SPACES = re.compile(r"[ \t\n\r\f]+")
"""HTML's white space: it collapses. A no-break space is a character like others."""

SourceLine = Callable[[Position], "str | None"]


@dataclass(slots=True, eq=False)
class Tag:
    """A tag. `at` is its place in the template where known, else `file:line:column` of the rendered XML."""

    name: str
    attributes: dict[str, str]
    at: str
    parent: Tag | None
    children: list[Tag | str] = field(default_factory=list)

    @property
    def position(self) -> Position:
        """Return where the tag stands."""
        file, line, column = self.at.rsplit(":", 2)
        return Position(file, int(line), int(column))

    @property
    def tags(self) -> list[Tag]:
        """Return the children that are tags."""
        return [child for child in self.children if isinstance(child, Tag)]

    @property
    def classes(self) -> list[str]:
        """Return the words of the class attribute."""
        return self.attributes.get("class", "").split()

    def named(self, name: str) -> list[Tag]:
        """Return the child tags of that name."""
        return [child for child in self.tags if child.name == name]

    def first(self, name: str) -> Tag | None:
        """Return the first child tag of that name, or None."""
        return next((child for child in self.tags if child.name == name), None)

    def ancestors(self) -> Iterator[Tag]:
        """Yield the tags around this one, nearest first."""
        tag = self.parent
        while tag is not None:
            yield tag
            tag = tag.parent

    def descendants(self) -> Iterator[Tag]:
        """Yield this tag and all tags in it, in order."""
        stack = [self]
        while stack:
            tag = stack.pop()
            yield tag
            stack.extend(reversed(tag.tags))

    def text(self) -> str:
        """Return the text in this tag and in those inside it, as written."""
        return "".join(child if isinstance(child, str) else child.text() for child in self.children)

    def path(self) -> str:
        """Return the path from the root: paper/section[2]/table[1]/tr[3]."""
        steps = [self._step()]
        steps += [tag._step() for tag in self.ancestors()]
        return "/".join(reversed(steps))

    def _step(self) -> str:
        if self.parent is None:
            return self.name
        return f"{self.name}[{self.parent.named(self.name).index(self) + 1}]"

    def about(self) -> str | None:
        """Return the record that the tag speaks of: its own `about` or the nearest around it."""
        own = self.attributes.get("about")
        return own or next(
            (t.attributes["about"] for t in self.ancestors() if t.attributes.get("about")), None
        )

    def finding(self, code: str, message: str, hint: str | None = None) -> Finding:
        """Return a finding about this tag: the message with its path and record, at its place."""
        about = self.about()
        where = f"{self.path()}, about {about}" if about else self.path()
        return Finding(code, f"{message} (in {where})", self.position, hint)
