"""Makes forms of the made-up workspace, fills them in, and collects them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from egci_reports.app.collecting.collect import collect, write
from egci_reports.app.collecting.collected import Collected, Collection
from egci_reports.app.entering.forms import make_form
from egci_reports.workspace import Workspace, find_workspace
from tests.forms.filling import fill


class Office:
    """A workspace with a folder of forms that came back."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.back = root / "back"
        self.back.mkdir(exist_ok=True)

    @property
    def workspace(self) -> Workspace:
        """The workspace, read anew."""
        return find_workspace(self.root, self.root)

    def form(self, name: str, number: int = 0, owner: str = "") -> bytes:
        """Return a form as it goes out."""
        return make_form(self.workspace, name, number, owner).files[0].content

    def returned(self, form: bytes, entries: Mapping[str, str], *, file: str = "form.docx") -> None:
        """Put a form into the folder, filled in."""
        (self.back / file).write_bytes(fill(form, entries))

    def collection(self, *, yes: bool = False) -> Collection:
        """Collect the folder."""
        found = collect(self.workspace, self.back)
        if yes:
            write(self.workspace, found)
        return found

    def one(self, *, yes: bool = False) -> Collected:
        """Collect the folder, which holds one form that is taken."""
        found = self.collection(yes=yes)
        assert found.refused == ()
        (form,) = found.forms
        return form

    def text(self, name: str) -> str:
        """Return a file of the records."""
        return (self.root / "data" / name).read_text("utf-8")


@pytest.fixture
def office(made_up_returns: Path) -> Office:
    """The office of the made-up workspace."""
    return Office(made_up_returns)


@pytest.fixture
def changes() -> Callable[[Collected], dict[str, str]]:
    """Return what changes in a form, by place."""
    return lambda form: {change.where: change.new for change in form.changes}
