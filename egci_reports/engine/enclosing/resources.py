"""Makes the resources of an annex need nothing else of their file, and puts those of two pages together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream

from egci_reports.engine.enclosing.content import Renamed

_TIES = ("/OC", "/StructParent", "/StructParents", "/AF", "/PieceInfo")
"""What ties an object to layers, structure and attachments of its file, or to the program that made it."""
_LAYERS = (Name.OCG, Name.OCMD)


@dataclass(slots=True)
class Cleansing:
    """Frees the resources of one annex, each once.

    Its layers are gone in the other file, so whatever stood in one is seen. `colours` are the CMYK colours
    that the annex is meant to be seen in, if it says so: the other file is meant for a screen.
    """

    colours: Object | None
    _seen: set[tuple[int, int]] = field(default_factory=set)

    def resources(self, resources: Object) -> None:
        """Free resources and all that they lead to."""
        properties = resources.get("/Properties", Dictionary())
        for name, value in properties.items():
            if isinstance(value, Dictionary) and value.get("/Type") in _LAYERS:
                # membership of no layer "shall have no effect on the visibility": ISO 32000-1, 8.11.2.2
                properties[name] = Dictionary(Type=Name.OCMD)
        if self.colours is not None:
            self._default_colours(resources, self.colours)
        for part in _parts(resources):
            self.part(part)

    def part(self, part: Object) -> None:
        """Free one resource, such as a form, and its own resources."""
        if part.is_indirect:
            if part.objgen in self._seen:
                return
            self._seen.add(part.objgen)
        for tie in _TIES:
            if tie in part:
                del part[tie]
        if "/Resources" in part:
            self.resources(part.Resources)

    def _default_colours(self, resources: Object, colours: Object) -> None:
        """Say what DeviceCMYK means (ISO 19005-2, 6.2.4.3: there is no intent for it any more)."""
        if "/ColorSpace" not in resources:
            resources["/ColorSpace"] = Dictionary()
        if "/DefaultCMYK" not in resources.ColorSpace:
            resources.ColorSpace["/DefaultCMYK"] = colours


def cmyk_of(source: Pdf) -> Object | None:
    """Return the CMYK colour space that a file's output intent names; None if it names none."""
    for intent in source.Root.get("/OutputIntents", Array()):
        profile = intent.get("/DestOutputProfile")
        if profile is not None and profile.get("/N") == 4:
            return source.make_indirect(Array([Name.ICCBased, profile]))
    return None


def merged(ours: Object, theirs: Object) -> tuple[Dictionary, Renamed]:
    """Return the resources of both in one, and the new names of those of ours that theirs need."""
    both, renamed = Dictionary(), {}
    for kind in sorted({*ours.keys(), *theirs.keys()} - {"/ProcSet"}):
        entries = dict(theirs.get(kind, Dictionary()).items())
        for name, value in sorted(ours.get(kind, Dictionary()).items()):
            free = name
            while free in entries:
                free += "_"
            entries[free] = value
            if free != name:
                renamed[kind, name] = free
        both[kind] = Dictionary(entries)
    return both, renamed


def _parts(resources: Object) -> Iterator[Object]:
    """Yield the resources that may have resources of their own, and images."""
    for kind in ("/XObject", "/Pattern", "/Font"):
        for part in resources.get(kind, Dictionary()).values():
            if isinstance(part, Dictionary | Stream):
                yield part
    for state in resources.get("/ExtGState", Dictionary()).values():
        mask = state.get("/SMask")
        if isinstance(mask, Dictionary) and "/G" in mask:
            yield mask.G
