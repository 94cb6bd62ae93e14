"""The pack with officers' words: what is written, what is not yet, what is too long, and its annexes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from egci_reports.app.papers.begin import begin
from egci_reports.app.papers.build import Built, build
from egci_reports.app.papers.order import AnnexPlace, Format, Order
from egci_reports.errors import EditionRefused, RecordsError
from egci_reports.workspace import find_workspace
from tests.clearing import clear_signed
from tests.made_up_pack.made import NOTES, ORDER, put_together, tagged, workspace
from tests.made_up_pack.made import pack as made_pack
from tests.papers import file_of, headings_of, section_of, text_of
from tests.parity import assert_same_words
from tests.readers import pdf, word
from tests.readers.pdf import bookmarks_of

pytestmark = pytest.mark.slow

PARTS = [
    "Checklist",
    "Chairman’s sheet",
    "Run-down",
    "Delegations",
    "Opening and closing remarks",
    "Brief 1: Lamps",
    "Brief 2: Buoys",
    "Matters arising and outstanding actions",
    "Figures returned",
    "Related forums",
    "Lines for the press",
    "Sources",
    "Annexes",
    "Not for disclosure",
]


@pytest.fixture(scope="module")
def root() -> Path:
    return workspace()


def made(root: Path, order: Order = ORDER) -> Built:
    return build(begin(find_workspace(root, root), order))


@pytest.fixture(scope="module")
def pack(root: Path) -> Built:
    return made_pack()


def edited(root: Path, tmp_path: Path, file: str, *changes: tuple[str, str]) -> Path:
    """Return a copy of the workspace with texts of one file replaced, and cleared again."""
    path = put_together(tmp_path / "edited") / "data" / file
    text = path.read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, "utf-8")
    clear_signed(tmp_path / "edited")
    return tmp_path / "edited"


def rows_under(built: Built, caption: str) -> list[list[str]]:
    blocks = word.blocks_of(file_of(built, Format.WORD))
    at = next(i for i, block in enumerate(blocks) if block.role == "caption" and caption in block.text)
    table = next(block for block in blocks[at:] if block.rows)
    return [[cell.text.replace("\u00a0", " ") for cell in row] for row in table.rows[1:]]


# -- words ------------------------------------------------------------------------------------------------


def test_a_whole_pack_waits_for_nothing_and_its_edition_is_made(root: Path, pack: Built) -> None:
    assert pack.warnings == ()
    assert [finding.message for finding in pack.blocked] == []
    assert made(root, replace(ORDER, edition="1.0")).stem == "briefing-4-1.0"


def test_every_part_has_a_heading_a_number_and_a_bookmark(pack: Built) -> None:
    marks = [mark.title for mark in bookmarks_of(file_of(pack, Format.PDF)) if mark.level == 1]
    assert marks[: len(PARTS)] == PARTS


def test_the_chairmans_sheet_has_all_that_was_written(pack: Built) -> None:
    text = section_of(pack, "Chairman’s sheet")
    for words in (
        "MARKER-STEERING To take stock of the year",
        "1. Lamps (item 2): the Delta side pays half of the glass",
        "3. Next plan (item 4): fog signals return",
        "The notes name the share of the glass",
        "2. Item 3. If the number is not agreed by 11:30 am, leave it to the working level.",
        "The share of the glass. The rest may follow by letter.",
        "The agenda, on 19 April 2013; and on 16 April 2013",
        "Written by The Made-up Secretary, 23 April 2013; cleared by The Made-up Signal Master, 25 April",
        "Ms Ada Made-Up, Made-up Signal Master, Made-up Signal Office",
        "Mr Emil Made-Up, Director of Light",
    ):
        assert words in text, words


def test_what_is_not_for_disclosure_stands_last_on_a_page_of_its_own(pack: Built) -> None:
    text = text_of(pack)
    last = section_of(pack, "Not for disclosure")
    for marker in ("MARKER-SENSITIVE", "MARKER-SIGNAL-SECRET", "MARKER-DEVELOPMENT-SECRET"):
        assert marker in last
        assert text.count(marker) == 1
    marks = {mark.title: mark.target.page for mark in bookmarks_of(file_of(pack, Format.PDF))}
    assert marks["Not for disclosure"] == pack.files[0].pages
    assert (marks["Annexes"] or 0) < (marks["Not for disclosure"] or 0)


def test_without_such_words_there_is_no_such_page() -> None:
    from tests.papers import made as made_of_kind

    assert "Not for disclosure" not in text_of(made_of_kind("briefing", "21"))


def test_the_run_down_says_its_times_as_officers_do(pack: Built) -> None:
    rows = rows_under(pack, "Run-down of the day")
    assert [row[0] for row in rows] == ["9:45 am", "10:00 am", "10:15 am", "10:45 am", "11:30 am", "12:00 pm"]
    assert rows[0][1:] == [
        "Arrival of the Delta delegation",
        "Reception",
        "None",
        "At the north door of Lamp Hall",
    ]


def test_the_agenda_says_when_it_was_agreed_and_where_the_briefs_are(pack: Built) -> None:
    assert "Agreed with the Guangdong side on 19 April 2013." in section_of(pack, "Agenda")
    marks = {mark.title: mark.target.page for mark in bookmarks_of(file_of(pack, Format.PDF))}
    rows = rows_under(pack, "Agenda of the")
    assert rows[1] == [
        "2",
        "Lamps on piers and quays",
        "Made-up Signal Office",
        f"Brief 1, page {marks['Brief 1: Lamps']}",
    ]
    assert rows[3][2:] == ["Not stated", "None"]


def test_delegations_stand_heads_first_then_in_the_standing_order_of_bodies(pack: Built) -> None:
    ours = rows_under(pack, "The Hong Kong delegation")
    assert [row[0] for row in ours] == [
        "Ms Ada Made-Up",
        "Dr Bea Made-Up",
        "Mr Cyril Made-Up",
        "Ms Dora Made-Up",
    ]
    assert [row[3] for row in ours] == ["Head", "Member", "Member", "Interpreter"]
    theirs = rows_under(pack, "The Guangdong delegation")
    assert theirs[0] == ["Mr Emil Made-Up", "Director of Light", "Made-up Delta Department of Light", "Head"]


def test_remarks_are_set_large_in_both_languages_and_paragraphs_are_not_split(pack: Built) -> None:
    text = section_of(pack, "Opening and closing remarks")
    assert "各位，歡迎來到虛構的燈塔大廳。" in text
    assert "MARKER-CLOSING Thank you, Director." in text


def test_an_item_brief_has_the_words_and_beside_them_what_the_records_know(pack: Built) -> None:
    text = section_of(pack, "Brief 1: Lamps").replace("\u00a0", " ")
    for words in (
        "Ms Ada Made-Up, Made-up Signal Master; 30 minutes",
        "MARKER-SIGNAL-OBJECTIVE",
        "1. Convenor: MARKER-SIGNAL-POINT",
        "2. MSO: The fifth lamp needs glass.",
        "MARKER-SIGNAL-PRESSED",
        "Returned by MSO on item 1.1: “MARKER-SIGNAL-LINE",
        "MARKER-SIGNAL-POSITION",
        "Assessment of 17 April 2013. Basis: Call of the working level on 16 April 2013. Confidence: medium.",
        "Who broke the glass? | MARKER-SIGNAL-ANSWER",
        "MARKER-SIGNAL-ACTION",
        "MARKER-SIGNAL-BACKGROUND",
        "status: In progress – behind schedule; reason: the glass of the fifth lamp broke on the way",
        "A Made-up Clerk, Made-up Signal Office, 22 April 2013; cleared by",
    ):
        assert words in text, words
    assert "To follow" not in text


def test_what_was_proposed_of_the_plenary_to_come_is_said(pack: Built) -> None:
    assert "Made-up Harbour City (Lamp Hall)" in text_of(pack)
    assert "Buoys and fog signals" in section_of(pack, "Agenda")


def test_a_part_not_written_says_whose_it_is_and_when_it_is_due(root: Path, tmp_path: Path) -> None:
    begun = put_together(tmp_path / "begun")
    words = "plenary: 4\nsteering: {expected_from: The Made-up Secretary, due: 2013-04-24}\n"
    (begun / "data" / "briefs" / "04" / "pack.yaml").write_text(words, "utf-8")
    for name in ("notes.pdf", "report-2012.pdf"):
        (begun / "data" / "annexes" / "04" / name).unlink()
    built = made(begun)
    checklist = section_of(built, "Checklist").replace("\u00a0", " ")
    assert (
        "Chairman’s sheet | 2 | The Made-up Secretary | Facts set out; officer’s words to come, due "
        "24 April 2013"
    ) in checklist
    assert "Not begun, and not in this pack: run-down, opening remarks, closing remarks" in checklist
    assert "Run-down" not in headings_of(built)
    assert "Annexes" not in headings_of(built)
    with pytest.raises(EditionRefused) as refused:
        made(begun, replace(ORDER, edition="1.0"))
    places = [str(finding.position) for finding in refused.value.findings]
    assert "data/briefs/04/pack.yaml:2:11" in places


def test_words_written_after_the_eve_are_to_follow_and_a_later_clearance_is_none(
    root: Path, tmp_path: Path
) -> None:
    late = edited(
        root,
        tmp_path,
        "briefs/04/brief-1.yaml",
        ("date: 2013-04-22", "date: 2013-05-08"),
        ("on: 2013-04-25,", "on: 2013-05-08,"),
    )
    assert "MARKER-SIGNAL-OBJECTIVE" not in text_of(made(late))
    path = late / "data" / "briefs" / "04" / "brief-1.yaml"
    path.write_text(path.read_text("utf-8").replace("date: 2013-05-08", "date: 2013-05-07"), "utf-8")
    built = made(late)
    assert "MARKER-SIGNAL-OBJECTIVE" in text_of(built)
    assert "A Made-up Clerk, Made-up Signal Office on 7 May 2013; not yet cleared" in text_of(built)
    assert [finding.code for finding in built.blocked] == ["E606"]


def test_as_of_an_earlier_day_it_has_what_was_sent_and_written_by_then(root: Path) -> None:
    order = replace(ORDER, formats=(Format.WORD,))
    built = made(root, replace(order, as_of=date(2013, 4, 24)))
    text = text_of(built)
    assert built.stem == "briefing-4-as-of-2013-04-24"
    assert "Position as at 24 April 2013" in text
    assert "Wednesday, 8 May 2013" in text
    assert "Four of the five lamps of the made-up quay are lit." in text
    assert "Written by The Made-up Secretary on 23 April 2013; not yet cleared" in text
    earlier = text_of(made(root, replace(order, as_of=date(2013, 3, 31))))
    assert "Four of the five lamps of the made-up quay are lit." in earlier
    assert "MARKER-DEVELOPMENT" not in earlier
    assert (
        "Chairman’s sheet | 2 | The Made-up Secretary | Facts set out; officer’s words to come, due "
        "24 April 2013"
    ) in earlier.replace("\u00a0", " ")


def test_what_is_still_to_be_confirmed_refuses_an_edition(root: Path, tmp_path: Path) -> None:
    open_ = edited(
        root,
        tmp_path,
        "briefs/04/pack.yaml",
        ('{time: "11:30", item: "Item 4', '{item: "Item 4'),
        ("name: Mr Cyril Made-Up, post: Pier Master", "post: Pier Master"),
        ("post: Made-up Signal Master, role", "role"),
    )
    built = made(open_)
    assert [finding.message for finding in built.blocked] == [
        "an officer's words are to follow: the time of 'Item 4: plan for the coming year' in the run-down",
        "an officer's words are to follow: the post of Ms Ada Made-Up in the delegation",
        "an officer's words are to follow: the name of the Pier Master in the delegation",
    ]
    assert rows_under(built, "Run-down of the day")[4][0] == "To be confirmed"


# -- lengths ----------------------------------------------------------------------------------------------


def test_a_brief_that_is_too_long_is_told_with_how_much_and_refuses_an_edition_only(
    root: Path, tmp_path: Path
) -> None:
    background = "".join(f"\n\n  Sentence {n} on the made-up quay and its lamps." for n in range(60))
    long = edited(
        root,
        tmp_path,
        "briefs/04/brief-1.yaml",
        (
            "\n\n  - the mast was given by the Delta side\n  - the glass was ordered in January 2013",
            background,
        ),
    )
    built = made(long)
    (told,) = [finding for finding in built.warnings if finding.code == "E607"]
    assert told.message.startswith("Brief 1: Lamps takes 4 pages, and may take 2: about ")
    lines = int(told.message.split("about ")[1].split()[0])
    assert 50 < lines < 100
    with pytest.raises(EditionRefused, match="takes 4 pages"):
        made(long, replace(ORDER, edition="1.0"))


def test_a_chairmans_sheet_takes_two_pages_at_most(root: Path, tmp_path: Path) -> None:
    long = edited(
        root,
        tmp_path,
        "briefs/04/pack.yaml",
        ("  outcome: The notes", "  outcome: " + "Words on the aim. " * 400 + "The notes"),
    )
    assert "Chairman’s sheet takes 4 pages, and may take 2" in " ".join(
        w.message for w in made(long).warnings
    )


# -- annexes ----------------------------------------------------------------------------------------------


def pages_of(content: bytes) -> list[str]:
    """The text of each page, from its content streams, as another reader finds it."""
    from pypdf import PdfReader

    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def test_annexes_are_appended_after_the_pack_in_one_page_sequence(root: Path, pack: Built) -> None:
    content = file_of(pack, Format.PDF)
    pages = pages_of(content)
    assert len(pages) == pack.pages
    own = pack.files[0].pages
    assert [file.format for file in pack.files] == [Format.WORD, Format.PDF]
    first = pages[own]
    assert NOTES[0][0] in first
    assert "Annex A: Made-up notes of the 3rd Plenary Meeting, page 1 of 2" in first.replace("\u00a0", " ")
    assert f"Page {own + 1} of {len(pages)}" in first
    assert NOTES[1][1] in pages[own + 1]
    assert "MUG Progress Report" in pages[own + 2]
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1]
    assert all("MADE UP" in page for page in pages)


def test_each_annex_has_a_cover_line_a_line_of_the_checklist_and_bookmarks(root: Path, pack: Built) -> None:
    own = pack.files[0].pages
    text = section_of(pack, "Annexes").replace("\u00a0", " ")
    assert f"Two pages, dated 9 May 2012; appended to the PDF from page {own + 1}." in text
    assert "SHA-256" not in text_of(pack)
    assert f"appended to the PDF from page {own + 3}." in text
    assert any(
        row[0] == "Annex A: Made-up notes of the 3rd Plenary Meeting" for row in rows_under(pack, "Parts of")
    )
    marks = [
        (mark.title.replace("\u00a0", " "), mark.target.page)
        for mark in bookmarks_of(file_of(pack, Format.PDF))
    ]
    assert [page for title, page in marks if title.startswith("Annex A: Made-up notes")] == [own - 1, own + 1]
    assert [page for title, page in marks if title.startswith("Annex B: Made-up report")] == [
        own - 1,
        own + 3,
    ]
    assert any(title.endswith("The plenary meetings so far") and page > own for title, page in marks)


def test_with_an_annex_that_nobody_validated_neither_standard_is_claimed(pack: Built) -> None:
    file = next(file for file in pack.files if file.format is Format.PDF)
    assert file.claims == ()
    with pikepdf.open(BytesIO(file.content)) as opened:
        assert b"pdfaid:part" not in opened.Root.Metadata.read_bytes()
        assert b"pdfuaid:part>" not in opened.Root.Metadata.read_bytes()


@pytest.fixture(scope="module")
def validated() -> Built:
    """The pack with the one annex that is tagged and was validated."""
    return made(workspace(validated=True))


def test_with_validated_annexes_alone_both_are_claimed(validated: Built) -> None:
    file = next(file for file in validated.files if file.format is Format.PDF)
    assert file.claims == ("PDF/UA-1", "PDF/A-2a")


def test_annexes_apart_are_files_of_their_own_and_the_pack_keeps_its_claims(root: Path) -> None:
    apart = made(root, replace(ORDER, annexes=AnnexPlace.SEPARATE))
    assert [(file.name, file.claims) for file in apart.files] == [
        ("briefing-4.docx", ()),
        ("briefing-4.pdf", ("PDF/UA-1", "PDF/A-2a")),
        ("briefing-4-annex-a.pdf", ()),
        ("briefing-4-annex-b.pdf", ("PDF/UA-1", "PDF/A-2a")),
    ]
    assert apart.files[2].content == (root / "data/annexes/04/notes.pdf").read_bytes()
    assert apart.files[3].content == tagged()
    assert "in the file briefing-4-annex-a.pdf." in section_of(apart, "Annexes")
    assert apart.pages == apart.files[0].pages
    assert_same_words(file_of(apart, Format.WORD), apart.files[1].content)


def test_word_has_the_words_of_the_pdf_before_its_annexes(validated: Built) -> None:
    ours = word.blocks_of(file_of(validated, Format.WORD))
    theirs = pdf.blocks_of(file_of(validated, Format.PDF))
    unpaged = [replace(b, page=None) if b.text.startswith("Annex A") and b.page else b for b in theirs]
    assert unpaged[: len(ours)] == list(ours)
    assert any(block.text.startswith("MUG Progress Report") for block in theirs[len(ours) :])


def test_the_same_records_give_the_same_bytes(root: Path, pack: Built) -> None:
    assert [file.content for file in made(root).files] == [file.content for file in pack.files]


@pytest.mark.parametrize("kind", ["missing", "encrypted", "broken"])
def test_an_annex_that_cannot_be_appended_is_named(root: Path, tmp_path: Path, kind: str) -> None:
    spoilt = put_together(tmp_path / "spoilt")
    path = spoilt / "data/annexes/04/notes.pdf"
    if kind == "missing":
        path.unlink()
    elif kind == "broken":
        path.write_bytes(path.read_bytes()[:200])
    else:
        with pikepdf.open(path, allow_overwriting_input=True) as file:
            file.save(path, encryption=pikepdf.Encryption(owner="made up", user="made up"))
    with pytest.raises(RecordsError) as refused:
        made(spoilt)
    (finding,) = refused.value.findings
    assert finding.code == "R116"
    assert "the annex data/annexes/04/notes.pdf cannot be appended" in finding.message
    assert str(finding.position).startswith("data/briefs/04/pack.yaml:")


def test_the_position_is_the_last_day_that_the_records_know(pack: Built) -> None:
    assert "Position as at 25 April 2013" in text_of(pack).replace("\u00a0", " ")
    assert date(2013, 4, 25).isoformat() in str(
        pikepdf.open(BytesIO(file_of(pack, Format.PDF))).Root.Metadata.read_bytes()
    )


def test_its_heading_list_in_word_is_that_of_the_pdf(pack: Built) -> None:
    assert headings_of(pack) == PARTS


# -- what is new ------------------------------------------------------------------------------------------

RENAMED = """- id: made-up-chart-office
  side: hong-kong
  kind: department
  names:
    - {name: Made-up Map Office, ends: 2012-05-08}
    - {name: Made-up Sheet Office, starts: 2012-05-09, ends: 2013-04-19}
    - {name: Made-up Chart Office, starts: 2013-04-20}
"""


def test_new_names_are_those_since_the_day_of_the_plenary_before_up_to_the_eve(
    root: Path, tmp_path: Path
) -> None:
    first = "- id: made-up-pier-office\n"
    built = made(edited(root, tmp_path, "bodies.yaml", (first, RENAMED + first)))
    sheet = section_of(built, "Chairman’s sheet").replace("\u00a0", " ")
    assert "New names: Made-up Chart Office, from 20 April 2013." in sheet
    assert "Made-up Sheet Office" not in sheet


def _own(section: str) -> str:
    return f"  - {{section: {section}, text: OWN-{section.upper()}, author: A Clerk, date: 2013-04-20}}\n"


def test_officers_own_texts_stand_in_the_pack_where_they_are_for(tmp_path: Path) -> None:
    """Each section that `check` takes for known has a place in the pack."""
    root = put_together(tmp_path)
    sections = ["steering", "agenda", "delegations", "further", "briefs/lamps", "briefs/buoys"]
    folder = root / "data" / "papers"
    folder.mkdir(exist_ok=True)
    (folder / "briefing-4.yaml").write_text("texts:\n" + "".join(map(_own, sections)), "utf-8")
    built = made(root)
    assert [one.code for one in built.warnings if one.code == "T261"] == []
    for section, heading in (
        ("steering", "Chairman’s sheet"),
        ("agenda", "Agenda"),
        ("delegations", "Delegations"),
        ("further", "Further notes"),
        ("briefs/lamps", "Brief 1: Lamps"),
        ("briefs/buoys", "Brief 2: Buoys"),
    ):
        assert f"OWN-{section.upper()}" in section_of(built, heading)
    assert "A Clerk, 20 April 2013; " in text_of(built).replace("\u00a0", " ")
