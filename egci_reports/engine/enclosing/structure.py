"""Carries the structure of a tagged annex over into a section of our own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from egci_reports.engine.enclosing.annex import AnnexError
from egci_reports.engine.enclosing.annotations import Carried
from egci_reports.engine.enclosing.attributes import Attributes
from egci_reports.engine.enclosing.limits import MOST_LEVELS
from egci_reports.engine.enclosing.pages import PaintedPage
from egci_reports.engine.enclosing.placing import Placing
from egci_reports.engine.enclosing.registers import Ref, Registers, several
from egci_reports.engine.enclosing.resources import Cleansing
from egci_reports.engine.enclosing.roles import is_standard, role_of

_TEXTS = ("/T", "/Lang", "/Alt", "/E", "/ActualText")
_OF_OBJECTS = ("/Link", "/Annot", "/Form")
"""What an element is called because of its annotation."""


@dataclass(slots=True)
class Translation:
    """Makes elements of `main` after those of `source`, whose pages and annotations were carried over.

    All is built anew of what ISO 32000-1 (14.7.2) knows, so nothing else of the annex comes along.
    """

    main: Pdf
    source: Pdf
    registers: Registers
    cleansing: Cleansing
    pages: Mapping[Ref, PaintedPage]
    annotations: Mapping[Ref, Carried]
    _depth: int = 0
    _seen: set[Ref] = field(default_factory=set)
    _identifiers: dict[bytes, bytes] = field(default_factory=dict)
    _roles: dict[str, str] = field(init=False)
    _attributes: Attributes = field(init=False)

    def __post_init__(self) -> None:
        root = self.source.Root.StructTreeRoot
        self._roles = {tag: str(role) for tag, role in root.get("/RoleMap", Dictionary()).items()}
        self._attributes = Attributes(root.get("/ClassMap", Dictionary()), self._identifier)

    def fill(self, section: Object) -> None:
        """Put the annex's elements into a section."""
        self._kids(self.source.Root.StructTreeRoot, section, 1)

    def _element(self, given: Object, parent: Object, level: int) -> Object | None:
        """Return an element like the one given; None if it is there for an object that was left out.

        Raises AnnexError if elements stand too deep inside each other.
        """
        if self._depth == MOST_LEVELS:
            raise AnnexError(f"its tags stand more than {MOST_LEVELS} deep inside each other")
        self._depth += 1
        try:
            return self._made(given, parent, level)
        finally:
            self._depth -= 1

    def _made(self, given: Object, parent: Object, level: int) -> Object | None:
        if given.is_indirect:
            if given.objgen in self._seen:
                return None
            self._seen.add(given.objgen)
        role = role_of(str(given.S), self._roles)
        element = self.main.make_indirect(Dictionary(Type=Name.StructElem, P=parent))
        element["/S"] = self._tag(str(given.S), role, level)
        whole = self._kids(given, element, level)
        if not whole and role in _OF_OBJECTS:
            if "/K" not in element:
                return None
            element["/S"] = Name.Span
        for key in _TEXTS:
            if isinstance(given.get(key), String):
                element[key] = String(bytes(given[key]))
        if isinstance(given.get("/ID"), String):
            self.registers.identify(element, self._identifier(bytes(given.ID)))
        attributes = self._attributes.of(given, lambda: self._placing(given))
        if len(attributes):
            element["/A"] = attributes
        return element

    def _tag(self, tag: str, role: str, level: int) -> Name:
        """Return an element's tag: there is one Document, and headings without a level get one (7.4.4)."""
        if role == "/Document":
            return Name.Sect
        if role == "/H":
            return Name(f"/H{min(level, 6)}")
        return Name(tag) if is_standard(tag) else self.registers.role(tag, role)

    def _kids(self, given: Object, element: Object, level: int) -> bool:
        """Carry over what is in an element; return whether all its objects came along."""
        kids: list[object] = []
        whole = True
        given_kids = several(given.get("/K"))
        inner = level + any(self._is_plain_heading(kid) for kid in given_kids)
        for one in given_kids:
            kid: object
            if isinstance(one, Dictionary) and "/S" in one:
                kid = self._element(one, element, level if self._is_plain_heading(one) else inner)
            elif isinstance(one, Dictionary) and "/Obj" in one:
                kid = self._object(one.Obj, element)
                whole = whole and kid is not None
            else:
                kid = self._mark(one, given, element)
            if kid is not None:
                kids.append(kid)
        if kids:
            element["/K"] = Array([*several(element.get("/K")), *kids])
        return whole

    def _is_plain_heading(self, kid: object) -> bool:
        return isinstance(kid, Dictionary) and "/S" in kid and role_of(str(kid.S), self._roles) == "/H"

    def _mark(self, given: object, home: Object, element: Object) -> object:
        """Return marked content for our page; None if there is none such (14.7.4.2)."""
        at = given if isinstance(given, Dictionary) else Dictionary()
        mark = given if isinstance(given, int) else at.get("/MCID")
        placed = self._placed(at.get("/Pg", home.get("/Pg")))
        if placed is None or not isinstance(mark, int):
            return None
        if isinstance(at.get("/Stm"), Stream):
            return self._mark_in_form(at.Stm, mark, placed, element)
        if mark not in placed.marks:
            return None
        self.registers.mark(placed.page, mark + placed.offset, element)
        if "/Pg" not in element:
            element["/Pg"] = placed.page
        if element.Pg.objgen == placed.page.objgen:
            return mark + placed.offset
        return Dictionary(Type=Name.MCR, Pg=placed.page, MCID=mark + placed.offset)

    def _mark_in_form(self, form: Object, mark: int, placed: PaintedPage, element: Object) -> Object:
        self.cleansing.part(form)
        ours = self.main.copy_foreign(form)
        self.registers.mark(ours, mark, element)
        return Dictionary(Type=Name.MCR, Pg=placed.page, Stm=ours, MCID=mark)

    def _object(self, thing: object, element: Object) -> Object | None:
        """Return a reference to an annotation or image; None if it was left out (14.7.4.3)."""
        carried = self.annotations.get(thing.objgen) if isinstance(thing, Dictionary) else None
        if carried is not None:
            self.registers.own(carried.annotation, element)
            return Dictionary(Type=Name.OBJR, Obj=carried.annotation, Pg=carried.page)
        if not isinstance(thing, Stream):
            return None
        self.cleansing.part(thing)
        ours = self.main.copy_foreign(thing)
        self.registers.own(ours, element)
        return Dictionary(Type=Name.OBJR, Obj=ours)

    def _placed(self, page: object) -> PaintedPage | None:
        return self.pages.get(page.objgen) if isinstance(page, Object) else None

    def _placing(self, given: Object) -> Placing | None:
        """Return where the page went that an element begins on."""
        waiting = [given]
        seen: set[Ref] = set()
        while waiting:
            one = waiting.pop()
            placed = self._placed(one.get("/Pg"))
            if placed is not None:
                return placed.placing
            kids = [kid for kid in several(one.get("/K")) if isinstance(kid, Dictionary)]
            # elements that stand in each other, or twice, are looked at once
            waiting += [kid for kid in reversed(kids) if not kid.is_indirect or kid.objgen not in seen]
            seen.update(kid.objgen for kid in kids)
        return None

    def _identifier(self, given: bytes) -> bytes:
        if given not in self._identifiers:
            self._identifiers[given] = self.registers.identifier(given)
        return self._identifiers[given]
