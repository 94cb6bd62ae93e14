"""`addendum`, and `distribute --addendum-to`: what an officer sees, and what each holder gets."""

from __future__ import annotations

import json
import shutil
import zipfile
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path

import pytest

from egci_reports.cli import main
from tests.clearing import clear_signed
from tests.cli.conftest import Run
from tests.made_up_pack.amended import BUOYS, LATE, OWN_POINT, PACK, change, give_recipients
from tests.made_up_pack.made import put_together
from tests.readers import pdf

pytestmark = pytest.mark.slow

EDITION = ("briefing", "4", "--edition", "1.0", "--marking", "MADE UP")
ADDENDUM = ("addendum", "briefing", "4", "--to", "1.0")
ISSUE = ("distribute", "briefing", "4", "--addendum-to", "1.0")
TO_POST = (*ISSUE, "--for", "internal")
"""Gives the addendum to the whole pack alone, which a named post holds."""


def _whole_pack(root: Path) -> Path:
    put_together(root)
    give_recipients(root)
    return root


def _made(root: Path, *arguments: str) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(_whole_pack(root))
        assert main([*arguments, "--quiet"]) == 0
    return root


@pytest.fixture(scope="module")
def with_edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of `pack` with edition 1.0 made, which tests copy."""
    return _made(tmp_path_factory.mktemp("edition") / "pack", *EDITION)


@pytest.fixture(scope="module")
def with_copies(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workspace of `pack` with edition 1.0 given out, which tests copy."""
    return _made(tmp_path_factory.mktemp("copies") / "pack", "distribute", *EDITION, "--issue")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The root of a made-up workspace with a whole pack and four recipients."""
    return _whole_pack(tmp_path / "pack")


@pytest.fixture
def edition(with_edition: Path, tmp_path: Path) -> Path:
    """The workspace when edition 1.0 of the pack is made."""
    return Path(shutil.copytree(with_edition, tmp_path / "pack"))


@pytest.fixture
def out(with_copies: Path, tmp_path: Path) -> Path:
    """The workspace when edition 1.0 is out."""
    return Path(shutil.copytree(with_copies, tmp_path / "pack"))


def change_and_clear(root: Path, name: str, *pairs: tuple[str, str]) -> None:
    """Change words of officers, and clear them again: an addendum has none that are not cleared."""
    change(root, name, *pairs)
    clear_signed(root, by_hand=False)


def text_of(path: Path) -> str:
    """Return what a reader finds in a PDF, with the cells of its tables."""
    blocks = pdf.blocks_of(path.read_bytes())
    cells = [cell.text for block in blocks for row in block.rows for cell in row]
    return "\n".join([*(block.text for block in blocks), *cells]).replace("\u00a0", " ")


def everything(root: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


# -- making it ----------------------------------------------------------------------------------------------


def test_it_is_made_in_both_formats_and_again_the_same(edition: Path, run: Run) -> None:
    change_and_clear(edition, PACK, *LATE)
    ran = run(*ADDENDUM, cwd=edition)
    assert ran.code == 0, ran.err
    assert ran.out.split() == [f"reports/briefing-4-1.0-addendum-1.{end}" for end in ("docx", "pdf")]
    before = everything(edition)
    assert run(*ADDENDUM, cwd=edition).code == 0
    assert everything(edition) == before


def test_verify_says_what_an_addendum_is(edition: Path, run: Run) -> None:
    change_and_clear(edition, PACK, LATE[0])
    run(*ADDENDUM, cwd=edition)
    ran = run("verify", "reports/briefing-4-1.0-addendum-1.pdf", cwd=edition)
    assert ran.code == 0
    assert "briefing 4, addendum 1 to edition 1.0" in ran.out
    assert "as it was built" in ran.out


def test_the_edition_itself_stays_as_it_was(edition: Path, run: Run) -> None:
    before = everything(edition / "reports")
    change_and_clear(edition, PACK, LATE[0])
    run(*ADDENDUM, cwd=edition)
    assert before.items() <= everything(edition / "reports").items()
    assert (run(*EDITION, cwd=edition).code, run(*EDITION, cwd=edition).err.count("E609")) == (6, 1)


def test_other_changes_are_the_next_addendum(edition: Path, run: Run) -> None:
    change_and_clear(edition, PACK, LATE[0])
    run(*ADDENDUM, cwd=edition)
    change_and_clear(edition, PACK, LATE[1])
    before = everything(edition)
    for more in ((), ("--force",)):
        ran = run(*ADDENDUM, *more, cwd=edition)
        assert ran.code == 6
        assert "error[E609] addendum 1 to edition 1.0 of briefing-4 is made already" in ran.err
        assert "Deputy Counter of Buoys" in ran.err
        assert "--next, which makes addendum 2 to edition 1.0" in " ".join(ran.err.split())
        assert everything(edition) == before
    assert run(*ADDENDUM, "--next", cwd=edition).code == 0
    second = everything(edition)
    assert run(*ADDENDUM, "--next", cwd=edition).code == 0
    assert everything(edition) == second
    assert (edition / "reports" / "briefing-4-1.0-addendum-2.pdf").is_file()
    assert not (edition / "reports" / "briefing-4-1.0-addendum-3.pdf").exists()


def test_departments_get_addenda_to_their_own_parts_and_only_where_something_changed(
    pack: Path, run: Run
) -> None:
    assert run("briefing", "4", "--for", "all", "--edition", "1.0", "--format", "pdf", cwd=pack).code == 0
    change_and_clear(pack, BUOYS, OWN_POINT)
    ran = run(*ADDENDUM, "--for", "all", "--format", "pdf", cwd=pack)
    assert ran.code == 0, ran.err
    assert ran.out.split() == ["reports/briefing-4-for-made-up-development-bureau-1.0-addendum-1.pdf"]
    assert "briefing-4-for-made-up-pier-office reads as edition 1.0 does: it needs no addendum." in ran.err
    text = text_of(pack / ran.out.strip())
    assert "Made-up Development Bureau only" in text


def test_reports_have_addenda_too(made_up: Path, run: Run) -> None:
    assert run("annual", "2008", "--edition", "1.0", cwd=made_up).code == 0
    group = made_up / "data" / "group.yaml"
    group.write_text(group.read_text("utf-8").replace("Made-up", "Invented", 1), "utf-8")
    ran = run("addendum", "annual", "2008", "--to", "1.0", cwd=made_up)
    assert ran.code == 0, ran.err
    assert "Invented" in text_of(made_up / "reports" / "annual-2008-1.0-addendum-1.pdf")


def test_it_is_shown_without_being_made(edition: Path, run: Run) -> None:
    change_and_clear(edition, PACK, LATE[0], LATE[1])
    before = everything(edition)
    ran = run(*ADDENDUM, "--show", cwd=edition)
    assert ran.code == 0
    assert ran.out.splitlines() == [
        "briefing-4-1.0-addendum-1",
        "  Item (1) under “Order of priority” (page 3)",
        "    - Item 2. If half is refused, offer to pay two thirds; beyond that, refer back.",
        "    + Item 2. If half is refused, offer to pay two thirds; beyond that, ask for a break of ten",
        "      minutes.",
        "  Table 6, row “Dr Bea Made-Up”, column “Post” (page 5)",
        "    - Chief Counter of Buoys",
        "    + Deputy Counter of Buoys",
    ]
    told = json.loads(run(*ADDENDUM, "--show", "--json", cwd=edition).out)
    assert [len(row) for row in told["briefing-4-1.0-addendum-1"]] == [3, 3]
    assert everything(edition) == before
    run(*ADDENDUM, cwd=edition)
    change_and_clear(edition, PACK, LATE[2])
    assert "briefing-4-1.0-addendum-2" in run(*ADDENDUM, "--show", cwd=edition).out


def test_of_all_departments_those_without_the_edition_are_named(pack: Path, run: Run) -> None:
    one = ("briefing", "4", "--for", "made-up-development-bureau", "--edition", "1.0", "--format", "pdf")
    assert run(*one, cwd=pack).code == 0
    change_and_clear(pack, BUOYS, OWN_POINT)
    ran = run(*ADDENDUM, "--for", "all", cwd=pack)
    assert ran.code == 0, ran.err
    assert len(ran.out.split()) == 2
    assert "briefing-4-for-made-up-pier-office has no edition 1.0: it was not made here." in ran.err
    shutil.rmtree(pack / "reports")
    assert "error[U219]" in run(*ADDENDUM, "--for", "all", cwd=pack).err


# -- what is refused ----------------------------------------------------------------------------------------


def test_nothing_changed_is_said_and_nothing_written(edition: Path, run: Run) -> None:
    before = everything(edition)
    ran = run(*ADDENDUM, cwd=edition)
    assert ran.code == 6
    assert "error[E613] nothing reads otherwise now than in edition 1.0 of briefing-4" in ran.err
    assert everything(edition) == before


def test_an_edition_that_was_not_made_is_named_with_those_that_were(pack: Path, run: Run) -> None:
    ran = run(*ADDENDUM, cwd=pack)
    assert (ran.code, "error[U219] edition 1.0 of briefing-4 was not made here" in ran.err) == (2, True)
    assert "--out" in ran.err
    run(*EDITION, cwd=pack)
    ran = run("addendum", "briefing", "4", "--to", "1.1", cwd=pack)
    assert (ran.code, "editions that were: 1.0" in ran.err) == (2, True)


@pytest.mark.parametrize("damage", ["gone", "cut", "later version"])
def test_an_edition_of_which_nothing_is_kept_says_what_to_do(edition: Path, run: Run, damage: str) -> None:
    words = edition / "reports" / ".receipts" / "briefing-4-1.0.words"
    whole = words.read_bytes()
    if damage == "gone":
        words.unlink()
    elif damage == "cut":
        words.write_bytes(whole[:-200])
    else:
        words.write_bytes(whole.replace(b'"version": 1', b'"version": 2'))
    ran = run(*ADDENDUM, cwd=edition)
    assert (ran.code, "error[E612]" in ran.err) == (6, True)
    assert "make it again from the records of that day" in ran.err
    assert run(*EDITION, cwd=edition).code == 0
    assert words.read_bytes() == whole


def test_what_is_no_number_of_an_edition_is_refused(pack: Path, run: Run) -> None:
    for number in ("draft", "1", "01.0", "1.0-addendum-1", "x"):
        ran = run("addendum", "briefing", "4", "--to", number, cwd=pack)
        assert (ran.code, "write one such as 1.0" in ran.err) == (2, True), number
        ran = run("distribute", "briefing", "4", "--addendum-to", number, cwd=pack)
        assert (ran.code, "write one such as 1.0" in ran.err) == (2, True), number


def test_what_names_no_paper_is_refused(edition: Path, run: Run) -> None:
    change_and_clear(edition, PACK, LATE[0])
    for arguments in (
        ("briefing", "x"),
        ("briefing", "\0"),
        ("briefing", "٣"),
        ("briefing", "1000"),
        ("annual",),
        ("annual", "all"),
        ("annual", "20240"),
        ("history", "2024"),
        ("history", "--for", "made-up-pier-office"),
        ("annual", "2012", "--for", "all"),
        ("call", "4"),
        ("briefing", "4", "--for", "joint"),
        ("briefing", "4", "--for", "nobody"),
    ):
        ran = run("addendum", *arguments, "--to", "1.0", cwd=edition)
        assert (ran.code, "error" in ran.err) == (2, True), arguments


def test_without_a_number_it_is_the_pack_before_the_next_plenary(edition: Path, run: Run) -> None:
    change_and_clear(edition, PACK, LATE[0])
    ran = run("addendum", "briefing", "--to", "1.0", cwd=edition)
    assert ran.out.split()[-1] == "reports/briefing-4-1.0-addendum-1.pdf"


def test_an_addendum_belongs_to_the_edition_in_force(edition: Path, run: Run) -> None:
    change_and_clear(edition, PACK, LATE[0])
    assert run("briefing", "4", "--edition", "1.1", "--marking", "MADE UP", cwd=edition).code == 0
    ran = run(*ADDENDUM, cwd=edition)
    assert ran.code == 6
    assert "error[E614] edition 1.1 of briefing-4 has taken the place of edition 1.0" in ran.err


# -- giving it out ------------------------------------------------------------------------------------------


def test_it_goes_to_holders_of_the_edition_whose_paper_changed_and_to_nobody_else(
    out: Path, run: Run
) -> None:
    change_and_clear(out, BUOYS, OWN_POINT)
    ran = run(*ISSUE, "--issue", cwd=out)
    assert ran.code == 0, ran.err
    assert "Copy01_MSM.pdf" in ran.out
    assert "Copy01_MDB.pdf" in ran.out
    assert "Copy01_MSO" not in ran.out
    for office in ("signal", "pier"):
        told = f"briefing-4-for-made-up-{office}-office reads as edition 1.0 does: it needs no addendum."
        assert f"{told} Its holders get none." in ran.err
    held = json.loads(run("who-has", "briefing-4", "1.0", "--json", cwd=out).out)
    assert sorted((one["edition"], one["for"], one["copy"]) for one in held) == [
        ("1.0", "internal", 1),
        ("1.0", "made-up-development-bureau", 1),
        ("1.0", "made-up-pier-office", 1),
        ("1.0", "made-up-signal-office", 1),
        ("1.0-addendum-1", "internal", 1),
        ("1.0-addendum-1", "made-up-development-bureau", 1),
    ]
    assert not any(one["superseded"] for one in held)
    assert run("ledger", "verify", cwd=out).code == 0


def test_each_channel_brings_it_and_each_copy_is_genuine_and_read_with_its_edition(
    out: Path, run: Run
) -> None:
    change_and_clear(out, PACK, LATE[1])  # the list of delegations is in every part
    ran = run(*ISSUE, "--issue", cwd=out)
    assert ran.code == 0, ran.err
    found = {path.name: path for path in (out / "reports" / "distribution").rglob("*addendum-1*Copy*")}
    (pack_copy,) = (path for name, path in found.items() if name.endswith("_MSM.pdf"))
    (packed,) = (path for name, path in found.items() if name.endswith("_MSO.zip"))
    (message,) = (path for name, path in found.items() if name.endswith("_MPO.eml"))
    with zipfile.ZipFile(BytesIO(packed.read_bytes())) as package:
        names = package.namelist()
        inside = next(package.read(name) for name in names if not name.endswith("_memo.pdf"))
    mail = message_from_bytes(message.read_bytes(), policy=policy.default)
    assert "addendum 1" in mail["Subject"].lower()
    assert "Please keep it with the copy of that edition" in mail.get_body().get_content()
    (out / "inside.pdf").write_bytes(inside)
    for copy in (pack_copy, out / "inside.pdf"):
        assert "Deputy Counter of Buoys" in text_of(copy)
        told = run("verify", str(copy), cwd=out)
        assert told.code == 0, told.out
        assert "GENUINE: as it was issued, byte for byte, and in force" in told.out
        assert "addendum 1 to edition 1.0" in told.out
    (whole,) = (out / "reports" / "distribution").rglob("*_v1.0_Copy01_MSM.pdf")
    told = run("verify", str(whole), cwd=out)
    assert "and in force" in told.out
    assert "Read with   addendum 1 to edition 1.0" in told.out


def test_it_goes_out_once_and_the_next_takes_its_place_but_not_that_of_the_edition(
    out: Path, run: Run
) -> None:
    change_and_clear(out, PACK, LATE[0])
    assert run(*TO_POST, "--issue", cwd=out).code == 0
    again = run(*TO_POST, "--issue", cwd=out)
    assert "has it already: copy 1" in again.err
    change_and_clear(out, PACK, LATE[2])
    before = everything(out)
    refused = run(*TO_POST, "--issue", cwd=out)
    assert (refused.code, "E609" in refused.err, "--next" in refused.err) == (6, True, True)
    assert everything(out) == before
    assert run(*ISSUE, "--next", "--issue", cwd=out).code == 0
    held = json.loads(run("who-has", "briefing-4", "--json", cwd=out).out)
    standing = {(one["edition"], one["superseded"]) for one in held if one["for"] == "internal"}
    assert standing == {("1.0", False), ("1.0-addendum-1", True), ("1.0-addendum-2", False)}
    # the parts got the new row of the delegation, each as the first addendum of its own
    parts = {(one["edition"], one["for"]) for one in held if one["for"] != "internal"}
    assert ("1.0-addendum-1", "made-up-pier-office") in parts
    assert not [one for one in parts if one[0] == "1.0-addendum-2"]
    note = next((out / "reports").rglob("*addendum-1_Copy01_MSM_superseded.pdf"))
    assert "copy 1 of edition 1.0, addendum 1 of this paper is with the holder" in text_of(note)
    assert "Copy 1 of edition 1.0, addendum 2 takes its place" in text_of(note)


def test_an_edition_that_nobody_holds_has_no_addendum_to_give(edition: Path, run: Run) -> None:
    change_and_clear(edition, PACK, LATE[0])
    ran = run(*ISSUE, cwd=edition)
    assert ran.code == 2
    assert "error[U412] no copy of edition 1.0 of the briefing paper went out" in ran.err


def test_who_is_new_in_the_list_or_no_more_in_it_is_named_and_gets_none(out: Path, run: Run) -> None:
    path = out / "data" / "distribution.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("post: Made-up Signal Master", "post: Made-up Deputy"), "utf-8")
    change_and_clear(out, PACK, LATE[0])
    ran = run(*TO_POST, cwd=out)
    assert ran.code == 0, ran.err
    told = " ".join(ran.out.split())
    assert "Made-up Deputy, Made-up Signal Office does not hold the edition" in told
    assert "holds the edition, and is in data/distribution.yaml no more" in told
    assert "MSM.pdf" not in ran.out


def test_a_later_edition_takes_the_place_of_edition_and_addendum(out: Path, run: Run) -> None:
    change_and_clear(out, PACK, LATE[0])
    assert run(*TO_POST, "--issue", cwd=out).code == 0
    later = ("distribute", "briefing", "4", "--edition", "1.1", "--marking", "MADE UP", "--issue")
    ran = run(*later, "--for", "internal", cwd=out)
    assert ran.code == 0, ran.err
    held = json.loads(run("who-has", "briefing-4", "--json", cwd=out).out)
    standing = {(one["edition"], one["superseded"]) for one in held if one["for"] == "internal"}
    assert standing == {("1.0", True), ("1.0-addendum-1", True), ("1.1", False)}
    change_and_clear(out, PACK, LATE[1])
    ran = run(*TO_POST, cwd=out)
    assert (ran.code, "E614" in ran.err, "which is 1.1" in ran.err) == (6, True, True)


def test_an_edition_given_out_with_other_words_than_it_was_made_with_is_refused(
    edition: Path, run: Run
) -> None:
    change_and_clear(edition, PACK, LATE[0])
    ran = run("distribute", *EDITION, "--issue", cwd=edition)
    assert (ran.code, "error[E609]" in ran.err) == (6, True)
    assert json.loads(run("ledger", "--json", cwd=edition).out) == []


def test_a_call_has_no_addendum_and_two_editions_are_not_named_at_once(pack: Path, run: Run) -> None:
    ran = run("distribute", "call", "4", "--addendum-to", "1.0", cwd=pack)
    assert (ran.code, "error[U411]" in ran.err) == (2, True)
    ran = run(*ISSUE, "--edition", "1.1", cwd=pack)
    assert (ran.code, "give one of them" in ran.err) == (2, True)


def test_the_words_of_an_edition_may_be_kept_elsewhere(pack: Path, run: Run) -> None:
    run(*EDITION, "--out", "filed", cwd=pack)
    change_and_clear(pack, PACK, LATE[0])
    assert "U219" in run(*ADDENDUM, cwd=pack).err
    assert run(*ADDENDUM, "--out", "filed", cwd=pack).code == 0
    shutil.rmtree(pack / "filed" / ".receipts")
    assert "U219" in run(*ADDENDUM, "--out", "filed", cwd=pack).err
