"""The real 20th, entered through its form in a workspace that does not have it, is the record that ships."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from egci_reports.app.collecting.collected import Collected
from egci_reports.records.areas import Area
from egci_reports.records.facts import settled, values
from egci_reports.records.meetings import Meeting
from tests.app.entering.conftest import Office
from tests.conftest import REAL
from tests.loading import load_records

pytestmark = pytest.mark.slow

WORDINGS = {
    "area501": ("smart city", "The same words", "Official words, read to their end", "Source 1"),
    "area502": ("e-commerce", "The same words", "Official words, of which the copy breaks off", "Source 1"),
    "area503": ("customs", "Judged to be the same", "A machine translation", "Source 2"),
    "area504": ("innovation", "Judged to be the same", "A machine translation", "Source 2"),
    "area505": ("telecommunications", "Judged to be the same", "A machine translation", "Source 2"),
}


def entries(shipped: Meeting, addresses: tuple[str, str]) -> dict[str, str]:
    """What an officer types and chooses, reading the two sources: names as people write them."""
    areas = settled(shipped.areas.listed) or ()
    typed = {
        "status": "Held",
        "date": "20/10/2025",
        "reviewed": "the past year",
        "planned": "the coming year",
        "head501_person": "Mr Tony Wong",
        "head501_post": "Commissioner for Digital Policy",
        "head502_person": "Qu Xiaojie",
        "hk_hedge": "including",
        "hk4_body": "Hong Kong Customs",
        "hk5_body": "",  # proposed from the 19th, and not named in the release
        "hk5_printed": "",
        "hkx501_body": "ASTRI",
        "hkx502_body": "Cyberport",
        "hkx503_body": "GS1 Hong Kong",
        "gd_open": "whether the press release names all of them is still to be looked up",
        "gd501_body": "Department of Science and Technology",
        "gd502_body": "Radio and Television Administration",
        "gd503_body": "Guangdong Communications Administration",
        "gd504_body": "Guangdong Development and Reform Commission",
        "outcome_silent": "Our copy stops short",
        "areas_said": "5",
        "source501_title": "the release",
        "source501_url": addresses[0],
        "source502_title": "the news item",
        "source502_url": addresses[1],
    }
    for (name, (subject, grade, known, source)), area in zip(WORDINGS.items(), areas, strict=True):
        typed |= {
            f"{name}_wording": str(area.wording),
            f"{name}_thread": subject,
            f"{name}_grade": grade,
            f"{name}_reason": area.threads[0].reason or "",
            f"{name}_known": known,
            f"{name}_source": source,
        }
    return typed


def said(area: Area) -> tuple[object, ...]:
    return str(area.wording), area.verb, area.grade, area.sources, area.threads


def office_without_the_20th(root: Path) -> tuple[Office, bytes, dict[str, str]]:
    """Return an office that has no record of the 20th, its form, and what an officer enters."""
    shutil.copytree(REAL, root / "data")
    people = root / "data" / "people.yaml"
    before = people.read_text("utf-8")
    people.write_text(before.replace("seen: [2024-10-09, 2025-10-20]", "seen: [2024-10-09]", 1), "utf-8")
    (root / "data" / "meetings" / "20.yaml").unlink()
    shipped = load_records(REAL).meeting(20)
    assert shipped is not None
    sources = load_records(REAL).sources
    addresses = (sources["isd-2025-10-20"].url, sources["longbridge-2025-10-20"].url)
    office = Office(root)
    return office, office.form("meeting", 20), entries(shipped, addresses)


@dataclass(frozen=True)
class Entered:
    """An office that has collected the form once: the form as it went out, what was typed, what was read."""

    root: Path
    form: bytes
    typed: dict[str, str]
    read: Collected

    def again(self, folder: Path) -> Office:
        """Return a copy of the office, in which more may be collected."""
        return Office(shutil.copytree(self.root, folder / "again"))


@pytest.fixture(scope="module")
def entered(tmp_path_factory: pytest.TempPathFactory) -> Entered:
    """The office without the 20th, after its form was entered; to be read and copied only."""
    office, form, typed = office_without_the_20th(tmp_path_factory.mktemp("entered"))
    office.returned(form, typed)
    return Entered(office.root, form, typed, office.one(yes=True))


def test_it_differs_from_the_record_that_ships_in_notes_and_discrepancies_alone(entered: Entered) -> None:
    shipped = load_records(REAL).meeting(20)
    assert shipped is not None
    before = (REAL / "people.yaml").read_text("utf-8")
    people = entered.root / "data" / "people.yaml"
    assert (entered.read.unread, entered.read.kept) == ((), ())
    made = load_records(entered.root / "data").meeting(20)
    assert made is not None
    for field in ("date", "venue", "reviewed", "planned", "hong_kong", "guangdong"):
        assert values(getattr(made, field)) == values(getattr(shipped, field)), field
    heads = [[one.person for one in convenors] for convenors in values(made.convenors)]
    assert heads == [["tony-wong", "qu-xiaojie"]]
    assert [said(area) for area in settled(made.areas.listed) or ()] == [
        said(area) for area in settled(shipped.areas.listed) or ()
    ]
    assert (made.sources, made.mode, made.status) == (shipped.sources, shipped.mode, shipped.status)
    assert made.outcome.unstated == shipped.outcome.unstated  # type: ignore[union-attr]  # both are silent
    assert people.read_text("utf-8") == before
    assert (made.proposed, made.areas.said) == ((), 5)
    assert (made.discrepancies, len(shipped.discrepancies)) == ((), 1)


def test_the_same_form_collected_again_gives_no_change_and_nothing_to_tell(
    entered: Entered, tmp_path: Path
) -> None:
    office = entered.again(tmp_path)
    before = {path: path.read_bytes() for path in (office.root / "data").rglob("*.yaml")}
    again = office.one(yes=True)
    assert (again.changes, again.unread, again.kept) == ((), (), ())
    assert {path: path.read_bytes() for path in (office.root / "data").rglob("*.yaml")} == before


def test_rows_mended_in_a_form_that_was_collected_are_changed_and_none_is_added(
    entered: Entered, tmp_path: Path
) -> None:
    office = entered.again(tmp_path)
    office.returned(
        entered.form, {**entered.typed, "area502_wording": "mended words of the year", "hkx502_body": "HKTDC"}
    )
    assert {(one.where, one.new) for one in office.one(yes=True).changes} == {
        ("Areas of co-operation, Area 2, Words of the year", "mended words of the year"),
        (
            "Hong Kong delegation, Other participant 2, Other participant",
            "Hong Kong Trade Development Council",
        ),
    }
    made = load_records(office.root / "data").meeting(20)
    assert made is not None
    assert len(settled(made.areas.listed) or ()) == 5
