"""`collect` takes what a department meant, and tells of everything else that a person put into a form."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conformance.required import require
from tests.forms.filling import TEXT, fill, packed, parts_of, saved_by_libreoffice
from tests.forms.sent import send_out
from tests.loading import load_records

pytestmark = pytest.mark.slow

FORM = "return-3-made-up-signal-office.docx"
OTHER = "return-3-made-up-commerce-and-made-up-development-bureau.docx"
PROMPT = "Enter the reason"
AT = "Item 1.1, Reason, if behind schedule; if ceased, what superseded it"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT_OFFICE = "http://purl.oclc.org/ooxml/officeDocument/relationships"
RELATIONS = "word/_rels/document.xml.rels"


@pytest.fixture
def back(made_up_returns: Path) -> Path:
    """A folder with two forms as they were sent out."""
    folder = send_out(made_up_returns / "back")
    for path in folder.iterdir():
        if path.name not in (FORM, OTHER):
            path.unlink()
    return folder


Told = Callable[..., tuple[dict[str, str], list[str]]]


@pytest.fixture
def told(run: Run, back: Path) -> Told:
    """Save a form under its name and collect: what changes, by place, and what is told."""

    def collected(docx: bytes, name: str = FORM) -> tuple[dict[str, str], list[str]]:
        (back / name).write_bytes(docx)
        ran = run("collect", "back", "--json", cwd=back.parent)
        assert ran.code == 0, ran.err + ran.out
        (form,) = (form for form in json.loads(ran.out)["forms"] if form["file"] == name)
        return {change["where"]: change["new"] for change in form["changes"]}, form["unread"]

    return collected


@pytest.fixture
def form(back: Path) -> bytes:
    return (back / FORM).read_bytes()


def xml(docx: bytes) -> str:
    return parts_of(docx)[TEXT].decode()


def with_xml(docx: bytes, text: str, **parts: bytes) -> bytes:
    return packed({**parts_of(docx), TEXT: text.encode(), **parts})


def bounds(text: str, name: str) -> tuple[int, int]:
    """Where the control of a field begins and ends."""
    tag = text.index(f"_{name}", text.index("<w:sdtPr><w:alias", text.index("<w:body>")))
    while text[tag + len(name) + 1] != '"' or text.rfind("<w:tag", 0, tag) < tag - 40:
        tag = text.index(f"_{name}", tag + 1)
    return text.rindex("<w:sdt>", 0, tag), text.index("</w:sdt>", tag) + len("</w:sdt>")


def entered(docx: bytes, content: str, name: str = "1_1_reason") -> bytes:
    """Put markup into a field in place of its prompt."""
    text = xml(docx)
    start, end = bounds(text, name)
    control = text[start:end].replace("<w:showingPlcHdr/>", "")
    head = control[: control.index("<w:sdtContent>") + len("<w:sdtContent>")]
    return with_xml(docx, f"{text[:start]}{head}{content}</w:sdtContent></w:sdt>{text[end:]}")


def beside(docx: bytes, content: str, name: str = "1_1_reason", *, before: bool = False) -> bytes:
    """Put markup right beside the control of a field."""
    text = xml(docx)
    start, end = bounds(text, name)
    at = start if before else end
    return with_xml(docx, text[:at] + content + text[at:])


def said(text: str, look: str = "") -> str:
    """A run of text."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def related(docx: bytes, what: str, root: str, content: str) -> bytes:
    """Add a part beside the text: comments, footnotes."""
    parts = parts_of(docx)
    link = f'<Relationship Id="rIdMadeUp" Type="{OFFICE}/{what}" Target="odd%20name.xml"/></Relationships>'
    relations = parts[RELATIONS].replace(b"</Relationships>", link.encode())
    body = f'<w:{root} xmlns:w="{W}">{content}</w:{root}>'
    return packed({**parts, RELATIONS: relations, "word/odd name.xml": body.encode()})


@pytest.mark.parametrize("before", [True, False], ids=["before", "after"])
def test_text_beside_a_control_is_told_with_its_field(told: Told, form: bytes, before: bool) -> None:
    changes, unread = told(beside(form, said("The mast ") + said("was late."), before=before))
    assert changes == {}
    assert unread == [f"{AT}: typed outside the fields: 'The mast was late.'"]


def test_a_second_paragraph_in_the_cell_is_told(told: Told, form: bytes) -> None:
    docx = entered(form, said("First."))
    _, end = bounds(xml(docx), "1_1_reason")
    cell = xml(docx).index("</w:tc>", end)
    text = f"{xml(docx)[:cell]}<w:p>{said('Second.')}</w:p>{xml(docx)[cell:]}"
    assert told(with_xml(docx, text)) == ({AT: "First."}, [f"{AT}: typed outside the fields: 'Second.'"])


def test_a_remark_at_the_end_and_one_in_the_fixed_text_are_told(told: Told, form: bytes) -> None:
    text = xml(form).replace("<w:sectPr", f"<w:p>{said('Call me.')}</w:p><w:sectPr", 1)
    text = text.replace(">End of the form.<", ">End of the form. And more.<")
    _, unread = told(with_xml(form, text))
    assert unread == [
        "typed outside the fields: 'End of the form. And more.'",
        "typed outside the fields: 'Call me.'",
    ]


def test_a_fixed_text_typed_once_more_is_told(told: Told, form: bytes) -> None:
    assert told(beside(form, said("Status")))[1] == [f"{AT}: typed outside the fields: 'Status'"]


def test_controls_gone_and_bookmarks_kept_as_wps_does(told: Told, form: bytes) -> None:
    docx = entered(form, said("Late mast."))
    text = xml(docx)
    while "<w:sdt>" in text:
        start = text.rindex("<w:sdt>")
        content = text.index("<w:sdtContent>", start) + len("<w:sdtContent>")
        end = text.index("</w:sdtContent></w:sdt>", start)
        text = text[:start] + text[content:end] + text[end + len("</w:sdtContent></w:sdt>") :]
    assert told(with_xml(docx, text)) == ({AT: "Late mast."}, [])
    mark = text.index("_1_1_reason")
    start = text.rindex("<w:bookmarkStart", 0, mark)
    edge = f"{text[:start]}{said('EARLY ')}{text[start:]}"
    assert told(with_xml(docx, edge)) == (
        {AT: "Late mast."},
        [f"{AT}: typed outside the fields: 'EARLY'"],
    )


def test_a_comment_and_a_footnote_are_told_with_the_field_they_are_on(told: Told, form: bytes) -> None:
    call = '<w:r><w:commentReference w:id="7"/></w:r>'
    note = f'<w:comment w:id="7" w:author="A"><w:p>{said("Not cleared yet.")}</w:p></w:comment>'
    docx = related(entered(form, said("Late.") + call), "comments", "comments", note)
    assert told(docx) == ({AT: "Late."}, [f"{AT}: in a comment: 'Not cleared yet.'"])
    call = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    line = '<w:footnote w:type="separator" w:id="0"/>'
    note = f'{line}<w:footnote w:id="7"><w:p>{said("Save one.")}</w:p></w:footnote>'
    docx = related(entered(form, said("Late.") + call), "footnotes", "footnotes", note)
    assert told(docx) == ({AT: "Late."}, [f"{AT}: in a footnote: 'Save one.'"])


def test_what_is_typed_in_the_header_is_told_and_the_marking_is_not(told: Told, form: bytes) -> None:
    parts = parts_of(form)
    head = parts["word/header1.xml"].replace(b"</w:hdr>", f"<w:p>{said('By hand')}</w:p></w:hdr>".encode())
    assert told(packed({**parts, "word/header1.xml": head}))[1] == ["in the header: 'By hand'"]


BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wps"><w:drawing><w:txbxContent><w:p>{0}</w:p></w:txbxContent></w:drawing>'
    "</mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent><w:p>{0}</w:p></w:txbxContent></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)
PICTURE = f"{AT}: it holds a picture or a symbol"
ID = 'w:id="900" w:author="A"'
MATH = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
TRACKED = "tracked changes were read as if accepted"
ENTRIES: dict[str, tuple[str, str, list[str]]] = {
    "box": (
        said("Late.") + BOX.format(said("In a box")),
        "Late.",
        [PICTURE, f"{AT}: in a text box: 'In a box'"],
    ),
    "inserted and deleted": (
        (
            f"{said('Met ')}<w:del {ID}><w:r><w:delText>once</w:delText></w:r></w:del>"
            f"<w:ins {ID}>{said('twice')}</w:ins>"
        ),
        "Met twice",
        [f"{AT}: deleted by a tracked change: 'once'", TRACKED],
    ),
    "paragraph mark deleted": (
        f"<w:p><w:pPr><w:rPr><w:del {ID}/></w:rPr></w:pPr>{said('Met ')}</w:p><w:p>{said('twice')}</w:p>",
        "Met twice",
        [TRACKED],
    ),
    "not hidden": (said("Met ") + said("twice", '<w:vanish w:val="0"/>'), "Met twice", []),
    "not hidden, in words": (said("Met ") + said("twice", '<w:vanish w:val="false"/>'), "Met twice", []),
    "hidden": (said("Met") + said("secret", "<w:vanish/>"), "Met", [f"{AT}: hidden text: 'secret'"]),
    "struck": (
        said("Met ") + said("twice ", "<w:strike/>") + said("thrice"),
        "Met thrice",
        [f"{AT}: struck through: 'twice'"],
    ),
    "not struck": (said("Met ", '<w:strike w:val="0"/>'), "Met", []),
    "formula": (
        f"{said('growth')}<m:oMath {MATH}><m:r><m:t>x=12</m:t></m:r></m:oMath>",
        "growth",
        [f"{AT}: a formula: 'x=12'"],
    ),
    "phonetic guide": (
        f"<w:r><w:ruby><w:rt>{said('HOENG')}</w:rt><w:rubyBase>{said('香')}</w:rubyBase></w:ruby></w:r>{said('港')}",
        "香港",
        [f"{AT}: a phonetic guide: 'HOENG'"],
    ),
    "tick": (said("Pilot ☑ done"), "Pilot (ticked) done", []),
    "check box": (
        (
            f"<w:sdt><w:sdtPr><w14:checkbox {W14}><w14:checked w14:val='1'/></w14:checkbox></w:sdtPr>"
            f"<w:sdtContent>{said('☒')}</w:sdtContent></w:sdt>{said(' done')}"
        ),
        "(ticked) done",
        [],
    ),
    "symbols": (
        (
            f'{said("a ")}<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>{said(" b")}'
            '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
        ),
        "a → b(ticked)",
        [],
    ),
    "a pasted bullet": (said("\uf0b7 one"), "- one", []),
    "an unknown symbol": ('<w:r><w:sym w:font="Webdings" w:char="F041"/></w:r>' + said("a"), "a", [PICTURE]),
    "emoji": (
        said("Good \U0001f642"),
        "Good \U0001f642",
        [f"{AT}: no paper can print '\U0001f642', U+1F642; write it in another way"],
    ),
    "line separators": (said("one\u2028two"), "one two", []),
    "signs without width": (said("one\u200b\ufeff two"), "one two", []),
    "XML inside a text": ("<w:r><w:t>Met<!-- x --> twice</w:t></w:r>", "Met twice", []),
}


@pytest.mark.parametrize("case", ENTRIES.values(), ids=ENTRIES)
def test_an_entry_is_what_word_shows_and_the_rest_is_told(
    told: Told, form: bytes, case: tuple[str, str, list[str]]
) -> None:
    content, meant, rest = case
    changes, unread = told(entered(form, content))
    assert changes.get(AT, "") == meant
    assert unread == rest


@pytest.mark.parametrize(
    "entry", [PROMPT + ": the mast", "The mast. " + PROMPT, "The mast" + PROMPT, "EntTYPEDer the reason"]
)
def test_a_prompt_left_standing_is_no_entry(told: Told, form: bytes, entry: str) -> None:
    changes, unread = told(entered(form, said(entry)))
    assert changes == {}
    assert unread == [f"{AT}: the prompt still stands in {entry!r}, so that it is no entry"]


def test_a_control_that_says_it_shows_no_prompt_is_an_entry(told: Told, form: bytes) -> None:
    docx = entered(form, said("Late."))
    start, end = bounds(xml(docx), "1_1_reason")
    control = xml(docx)[start:end].replace("</w:sdtPr>", '<w:showingPlcHdr w:val="0"/></w:sdtPr>')
    assert told(with_xml(docx, xml(docx)[:start] + control + xml(docx)[end:])) == ({AT: "Late."}, [])


def test_a_row_that_a_tracked_change_takes_out_is_told(told: Told, form: bytes) -> None:
    docx = entered(form, said("Late."))
    row = xml(docx).rindex("<w:trPr>", 0, bounds(xml(docx), "1_1_reason")[0]) + len("<w:trPr>")
    changes, unread = told(with_xml(docx, f"{xml(docx)[:row]}<w:del {ID}/>{xml(docx)[row:]}"))
    assert changes == {}
    label = AT.removeprefix("Item 1.1, ")
    assert f"deleted by a tracked change: '{label} Late.'" in unread
    assert f"{AT}: the field is missing from the form" in unread


def test_parts_are_found_by_their_relationships(told: Told, form: bytes) -> None:
    parts = parts_of(entered(form, said("Late.")))
    for name in ("[Content_Types].xml", "_rels/.rels"):
        parts[name] = parts[name].replace(b"word/document.xml", b"word/document2.xml")
    parts["word/document2.xml"] = parts.pop(TEXT)
    parts["word/_rels/document2.xml.rels"] = parts.pop(RELATIONS)
    assert told(packed(parts)) == ({AT: "Late."}, [])


def test_strict_open_xml_is_read(told: Told, form: bytes) -> None:
    parts = parts_of(entered(form, said("Late.")))
    strict = {
        name: part.replace(W.encode(), STRICT.encode()).replace(OFFICE.encode(), STRICT_OFFICE.encode())
        for name, part in parts.items()
    }
    assert told(packed(strict)) == ({AT: "Late."}, [])


def test_text_hidden_by_a_style_is_hidden(told: Told, form: bytes) -> None:
    docx = entered(form, said("Met") + said("secret", '<w:rStyle w:val="Shy"/>'))
    parts = parts_of(docx)
    style = (
        '<w:style w:type="character" w:styleId="Shy"><w:basedOn w:val="Base"/></w:style>'
        '<w:style w:type="character" w:styleId="Base"><w:basedOn w:val="Shy"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
    )
    styles = parts["word/styles.xml"].replace(b"</w:styles>", f"{style}</w:styles>".encode())
    assert told(packed({**parts, "word/styles.xml": styles})) == (
        {AT: "Met"},
        [f"{AT}: hidden text: 'secret'"],
    )


def test_a_field_that_the_form_does_not_have_is_told_with_its_text(told: Told, form: bytes) -> None:
    docx = entered(form, said("Late."))
    docx = with_xml(docx, xml(docx).replace("_1_1_reason", "_9_9_reason"))
    _, unread = told(docx)
    assert "9_9_reason: the form has no such field, and it holds 'Late.'" in unread


def test_digits_of_full_width_are_read(told: Told, form: bytes) -> None:
    changes, unread = told(fill(form, {"date": "２０１２年４月１日", "1_1_f1_value": "１，２００"}))
    assert changes["The return as a whole, Date of the return"] == "2012-04-01"
    assert any(new.startswith("1 200 as at") for new in changes.values())
    assert unread == []


def test_a_character_that_no_record_holds_is_refused_with_its_place(
    run: Run, back: Path, form: bytes
) -> None:
    (back / FORM).write_bytes(fill(form, {"1_1_reason": "turned \u202e round"}))
    ran = run("collect", "back", cwd=back.parent, columns=300)
    assert ran.code == 1
    assert f"error[F709] {FORM}: {AT}: invisible character U+202E in the text" in ran.err


def test_a_broken_form_is_refused_and_the_other_is_taken(run: Run, back: Path, form: bytes) -> None:
    (back / OTHER).write_bytes(b"PK\x03\x04" + bytes(range(256)) * 40)
    (back / FORM).write_bytes(fill(form, {"1_1_reason": "Late."}))
    ran = run("collect", "back", "--yes", cwd=back.parent, columns=300)
    assert ran.code == 1
    assert f"error[F701] {OTHER}: the file is no Word document, or is damaged" in ran.err
    one = next(one for one in load_records(back.parent / "data").returns_for(3) if "signal" in one.body)
    assert one.items[0].reason == "Late."


def test_what_is_no_form_is_named(run: Run, back: Path) -> None:
    for name in ("list.txt", "mail.msg", "~$open.docx", ".hidden.docx"):
        (back / name).write_bytes(b"x")
    (back / "Transport").mkdir()
    (back / "folder.docx").mkdir()
    (back / os.fsdecode(b"\xff.txt")).write_bytes(b"x")
    ran = run("collect", "back", cwd=back.parent, columns=300)
    assert ran.code == 0
    named = [line for line in ran.err.splitlines() if "F710" in line]
    assert named == [
        "warning[F710] Transport is a folder, which is not looked into",
        "warning[F710] \\udcff.txt is no form, and is not read",
        "warning[F710] folder.docx is a folder, which is not looked into",
        "warning[F710] list.txt is no form, and is not read",
        "warning[F710] mail.msg is no form, and is not read",
    ]
    assert json.loads(run("collect", "back", "--json", cwd=back.parent).out)["forms"]


def test_what_is_typed_beside_a_prompt_is_told_after_libreoffice_saved_it(
    told: Told, form: bytes, tmp_path: Path
) -> None:
    """It draws what stands right beside a prompt into the prompt; of an untouched form nothing is told."""
    require(shutil.which("soffice") is not None, "LibreOffice is not installed")
    folder = tmp_path / "office"
    folder.mkdir()
    late = said("The mast was late.")
    files = {
        "blank.docx": form,
        "before.docx": beside(form, late, before=True),
        "after.docx": beside(form, late),
    }
    saved = saved_by_libreoffice(files, folder)
    assert told(saved["blank.docx"]) == ({}, [])
    for name in ("before.docx", "after.docx"):
        changes, (unread,) = told(saved[name])
        assert (changes, unread.startswith(AT), "The mast was late." in unread) == ({}, True, True)
