"""Each mistake planted in officers' words for a pack, or made with its files, is found at its place."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.clearing import clear_signed
from tests.made_up_pack import made
from tests.records.checks.brief_mistakes import BRIEF, BRIEF_MISTAKES, MOVED_MISTAKES, PACK, Moved
from tests.records.checks.planting import Mistake, findings, place, plant

NOTES = "annexes/04/notes.pdf"
REPORT = "annexes/04/report-2012.pdf"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The root of a copy of the made-up workspace with a whole pack."""
    return shutil.copytree(made.workspace(), tmp_path / "made-up-pack")


def told(root: Path) -> list[tuple[str, str]]:
    return [(finding.code, str(finding.position)) for finding in findings(root)]


def line_of(words: str, name: str = PACK) -> str:
    """Where `words`, which stand there once, begin in a file of the pack as it is."""
    text = (made.workspace() / "data" / name).read_text("utf-8")
    assert text.count(words) == 1
    before = text[: text.index(words)]
    return f"data/{name}:{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"


def saved(content: bytes, change: Callable[[pikepdf.Pdf], object], **options: object) -> bytes:
    """Return a PDF after a change, saved as the options of pikepdf say."""
    out = BytesIO()
    with pikepdf.open(BytesIO(content)) as file:
        change(file)
        file.save(out, **options)
    return out.getvalue()


def test_nothing_is_wrong_with_the_made_up_pack() -> None:
    assert told(made.workspace()) == []


@pytest.mark.parametrize("mistake", BRIEF_MISTAKES, ids=str)
def test_a_mistake_is_found_at_its_place_and_no_other(root: Path, mistake: Mistake) -> None:
    original = plant(root, mistake)
    assert_alone(root, mistake, original)


@pytest.mark.parametrize("moved", MOVED_MISTAKES, ids=str)
def test_a_mistake_in_a_file_that_was_moved_is_found_there(root: Path, moved: Moved) -> None:
    original = plant(root, moved.mistake)
    for old, new in moved.moves:
        (root / "data" / new).parent.mkdir(exist_ok=True)
        (root / "data" / old).rename(root / "data" / new)
    assert_alone(root, moved.mistake, original)


def assert_alone(root: Path, mistake: Mistake, original: str) -> None:
    file, line, column = place(root, mistake, original)
    (finding,) = findings(root)
    assert (finding.code, str(finding.position)) == (mistake.code, f"{file}:{line}:{column}")
    assert finding.source is not None
    assert finding.hint
    assert finding.is_error is (not mistake.code.startswith("C3"))


def test_there_are_two_mistakes_for_each_code_of_briefs_and_none_twice() -> None:
    planted = [*BRIEF_MISTAKES, *(moved.mistake for moved in MOVED_MISTAKES)]
    codes = [mistake.code for mistake in planted]
    of_briefs = [*(f"C43{digit}" for digit in range(9)), "C314", "C315", "R115", "C201"]
    assert [code for code in of_briefs if codes.count(code) < 2] == []
    assert len({mistake.name for mistake in planted}) == len(planted)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (BRIEF, "The fifth lamp needs glass.", f"{' '.join(['word'] * 30)}. {' '.join(['word'] * 30)}?"),
        (PACK, "MARKER-CLOSING Thank you, Director.", " ".join(["word"] * 440)),
        (PACK, "    各位，歡迎來到虛構的燈塔大廳。\n\n", f"    {'燈' * 700}\n\n"),
    ],
    ids=["a point", "English", "Chinese"],
)
def test_what_is_just_short_enough_is_not_told_of(root: Path, name: str, old: str, new: str) -> None:
    path = root / "data" / name
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
    clear_signed(root)
    assert told(root) == []


# -- files that are not read -------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["brief1.yaml", "steering.yaml", "brief-3.yml", "pack.yaml.txt"])
def test_a_file_among_the_briefs_that_is_not_read_is_told_of(root: Path, name: str) -> None:
    shutil.copyfile(root / "data" / "briefs" / "04" / "brief-1.yaml", root / "data" / "briefs" / "04" / name)
    assert told(root) == [("R113", f"data/briefs/04/{name}:1:1")]


def test_a_brief_that_is_named_amiss_is_told_of(root: Path) -> None:
    folder = root / "data" / "briefs" / "04"
    (folder / "brief-2.yaml").rename(folder / "brief-2.yml")
    assert told(root) == [("R113", "data/briefs/04/brief-2.yml:1:1")]


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("briefs/pack.yaml", "briefs/pack.yaml"),
        ("briefs/20th/pack.yaml", "briefs/20th"),
        ("briefs/04/sub/pack.yaml", "briefs/04/sub"),
        ("returns/²/a.yaml", "returns/²"),
    ],
)
def test_a_file_in_a_folder_that_is_none_of_a_plenary_is_told_of(root: Path, name: str, at: str) -> None:
    path = root / "data" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("plenary: 4\n", "utf-8")
    assert told(root) == [("R113", f"data/{at}:1:1")]


@pytest.mark.parametrize("name", ["annexes/05/x.pdf", "annexes/4/x.pdf", "annexes/x.pdf"])
def test_an_annex_in_a_folder_of_no_pack_is_told_of(root: Path, name: str) -> None:
    path = root / "data" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(made.untagged())
    assert told(root) == [("R113", f"data/{name}:1:1")]


@pytest.mark.parametrize("name", ["briefs/05", "returns/05", "annexes/05"])
def test_a_file_where_a_folder_should_be_is_told_of(root: Path, name: str) -> None:
    (root / "data" / name).write_text("made up", "utf-8")
    assert told(root) == [("Y102", f"data/{name}:1:1")]


def test_a_further_part_may_be_announced_by_its_heading(root: Path) -> None:
    path = root / "data" / PACK
    announced = (
        "further:\n  - {title: Notes on persons, expected_from: The Made-up Porter, due: 2013-05-01}\n"
    )
    path.write_text(path.read_text("utf-8").replace("further:\n", announced), "utf-8")
    assert told(root) == []


def test_a_body_founded_on_the_day_itself_is_told_of_and_breaks_nothing(root: Path) -> None:
    bodies = root / "data" / "bodies.yaml"
    entry = "id: made-up-new-office, side: hong-kong, kind: department, founded: 2013-05-08"
    new = f"- {{{entry}, names: [{{name: Made-up New Office}}]}}\n"
    bodies.write_text(bodies.read_text("utf-8") + new, "utf-8")
    path = root / "data" / PACK
    text = path.read_text("utf-8").replace(
        "{body: made-up-pier-office, name", "{body: made-up-new-office, name"
    )
    path.write_text(text, "utf-8")
    assert [code for code, _ in told(root)] == ["C220"]


@pytest.mark.parametrize("name", ["more.pdf", "Notes of May.PDF"])
def test_an_annex_that_no_pack_lists_is_told_of(root: Path, name: str) -> None:
    (root / "data" / "annexes" / "04" / name).write_bytes(made.untagged())
    assert told(root) == [("R113", f"data/annexes/04/{name}:1:1")]


def test_an_annex_that_was_taken_out_of_the_list_is_told_of(root: Path) -> None:
    path = root / "data" / PACK
    path.write_text(path.read_text("utf-8").replace(made.NOTES_LINE, ""), "utf-8")
    assert told(root) == [("R113", f"data/{NOTES}:1:1")]


# -- annexes that cannot be appended -----------------------------------------------------------------------


@pytest.mark.parametrize(("name", "words"), [(NOTES, "notes.pdf"), (REPORT, "report-2012.pdf")])
def test_an_annex_that_is_missing_is_told_of_where_it_is_listed(root: Path, name: str, words: str) -> None:
    (root / "data" / name).unlink()
    assert_refused(root, words, f"the annex data/{name} cannot be appended: the file is missing")


def test_the_folder_of_the_annexes_is_missing(root: Path) -> None:
    shutil.rmtree(root / "data" / "annexes")
    assert told(root) == [("R116", line_of("notes.pdf")), ("R116", line_of("report-2012.pdf"))]


@pytest.mark.parametrize("words", ["secret", ""], ids=["to open", "to change"])
def test_an_annex_with_a_password_is_told_of_where_it_is_listed(root: Path, words: str) -> None:
    path = root / "data" / NOTES
    locked = pikepdf.Encryption(user=words, owner="made up", allow=pikepdf.Permissions(extract=False))
    path.write_bytes(saved(path.read_bytes(), lambda file: None, encryption=locked))
    assert_refused(root, "notes.pdf", f"the annex data/{NOTES} cannot be appended: it is encrypted")


def take_pages_out(file: pikepdf.Pdf) -> None:
    del file.pages[:]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it is no PDF, or broken"),
        (b"MADE UP: the notes, saved as text", "it is no PDF, or broken"),
        (made.untagged()[:-200], "it is no PDF, or broken"),
        (saved(made.untagged(), take_pages_out), "it has no page"),
    ],
    ids=["empty", "text", "cut off", "without pages"],
)
def test_an_annex_that_is_broken_is_told_of_where_it_is_listed(root: Path, content: bytes, why: str) -> None:
    (root / "data" / NOTES).write_bytes(content)
    assert_refused(root, "notes.pdf", f"the annex data/{NOTES} cannot be appended: {why}")


def test_a_folder_in_the_place_of_an_annex_is_told_of_where_it_is_listed(root: Path) -> None:
    (root / "data" / NOTES).unlink()
    (root / "data" / NOTES).mkdir()
    assert told(root) == [("R116", line_of("notes.pdf"))]


def assert_refused(root: Path, words: str, message: str) -> None:
    (finding,) = findings(root)
    assert (finding.code, str(finding.position)) == ("R116", line_of(words))
    assert finding.message == message
    assert finding.source is not None
    assert words in finding.source
    assert finding.is_error


# -- annexes that are listed amiss -------------------------------------------------------------------------


def test_an_annex_listed_twice_with_other_capitals_is_told_of(root: Path) -> None:
    shutil.copyfile(root / "data" / NOTES, root / "data" / "annexes" / "04" / "Notes.pdf")
    path = root / "data" / PACK
    twice = made.NOTES_LINE + made.NOTES_LINE.replace("notes.pdf", "Notes.pdf")
    path.write_text(path.read_text("utf-8").replace(made.NOTES_LINE, twice), "utf-8")
    line = line_of("notes.pdf").split(":")
    assert told(root) == [("C435", f"{line[0]}:{int(line[1]) + 1}:{line[2]}")]


@pytest.mark.parametrize(
    ("said", "instead"),
    [("<pdfuaid:part>1<", "<pdfuaid:part>2<"), ("<pdfaid:conformance>A<", "<pdfaid:conformance>B<")],
)
def test_a_file_put_in_the_place_of_a_validated_one_is_told_of(root: Path, said: str, instead: str) -> None:
    def change(file: pikepdf.Pdf) -> None:
        xmp = file.Root.Metadata.read_bytes().decode()
        assert said in xmp
        file.Root.Metadata.write(xmp.replace(said, instead).encode())

    path = root / "data" / REPORT
    path.write_bytes(saved(path.read_bytes(), change, fix_metadata_version=False))
    assert told(root) == [("C436", line_of("{by: the tests"))]


def test_an_annex_that_cannot_be_read_is_not_said_to_claim_nothing(root: Path) -> None:
    (root / "data" / REPORT).write_bytes(b"MADE UP")
    assert told(root) == [("R116", line_of("report-2012.pdf"))]
