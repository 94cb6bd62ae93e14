"""The commands that read: list, show, conflicts, check, explain."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from egci_reports.app.reading.listing import KINDS
from egci_reports.cli.layout import width_of
from tests.cli.conftest import Run


def squeezed(text: str) -> str:
    return " ".join(text.split())


def test_list_shows_every_plenary_with_its_day_and_place(run: Run) -> None:
    ran = run("list", columns=110)
    lines = ran.out.splitlines()
    assert ran.code == 0
    assert len(lines) == 21
    assert lines[0].split() == ["No.", "Date", "Where", "Reviewed", "Planned", "for", "Areas"]
    assert squeezed(lines[1]) == "1 17 May 2006 Guangzhou not recorded not stated 9, no list"
    assert squeezed(lines[4]) == "4 10 July 2009 Hong Kong not recorded the coming year 7, open"
    assert squeezed(lines[16]) == "16 14 September 2021 video conference 2020 2021-22 5"
    assert squeezed(lines[19]) == "19 9 October 2024 Hong Kong or Guangzhou, disputed 2023-24 2024-25 5"
    assert squeezed(lines[20]) == "20 20 October 2025 Hong Kong the past year the coming year 5"
    assert ran.err == "Next: egci-report show 20\n"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("columns", [60, 80, 110])
def test_every_list_keeps_within_the_terminal(kind: str, columns: int, run: Run) -> None:
    ran = run("list", kind, columns=columns)
    assert ran.code == 0
    long = [line for line in ran.out.splitlines() if width_of(line) > columns]
    assert not [line for line in long if " " in line.strip()]


@pytest.mark.parametrize("kind", KINDS)
def test_every_list_can_be_had_as_json(kind: str, run: Run) -> None:
    rows = json.loads(run("list", kind, "--json").out)
    assert len(rows) > 3
    assert all(row.keys() == rows[0].keys() for row in rows)


def test_dates_in_json_are_those_of_the_files(run: Run) -> None:
    rows = json.loads(run("list", "--json").out)
    assert (rows[18]["no"], rows[18]["date"]) == (19, "2024-10-09")
    assert {row["date"] for row in json.loads(run("list", "events", "--json").out)} >= {"2015-07-30", "2005"}


def test_an_unknown_kind_gets_the_nearest_one(run: Run) -> None:
    ran = run("list", "bodys")
    assert ran.code == 2
    assert "did you mean bodies?" in ran.err


def test_a_list_at_a_standpoint_knows_nothing_later(run: Run) -> None:
    ran = run("list", "--as-of", "2015-12-31")
    assert len(ran.out.splitlines()) == 11
    assert "Digital Policy Office" not in run("list", "bodies", "--as-of", "2015-12-31").out


def test_show_sets_a_plenary_out_with_its_dispute_and_its_sources(run: Run) -> None:
    out = run("show", "19").out
    text = squeezed(out)
    assert out.startswith("19th Plenary Meeting\ndata/meetings/19.yaml:")
    assert "Wednesday, 9 October 2024 [1][2]" in text
    assert '1. Hong Kong [1] "was held in Hong Kong' in text
    assert "2. Guangzhou [2]" in text
    assert re.search(r"undecided \(data/meetings/19\.yaml:\d+\)", text)
    assert (
        "5. accelerating the development of Hong Kong/Guangdong telecommunication industry <telecomm" in text
    )
    assert 'Digital Policy Office (DPO), printed "Digital Policy Officer"' in text
    assert '"The nineteen plenary meeting" is read as "The nineteenth plenary meeting"' in text
    assert "https://digitalpolicy.gov.hk/" in out


def test_show_names_bodies_as_they_were_on_the_day(run: Run) -> None:
    text = squeezed(run("show", "4").out)
    assert "Office of the Government Chief Information Officer (OGCIO)" in text
    assert "Office of the Telecommunications Authority (OFTA)" in text
    assert "Digital Policy Office" not in text.partition("Sources")[0]


def test_show_says_in_plain_words_why_something_is_missing(run: Run) -> None:
    text = squeezed(run("show", "1").out)
    assert "Reviewed not recorded: the sources were read for it and have nothing" in text
    assert "no list: the source lists none" in text
    assert "not-recorded" not in text


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("19", "19th Plenary Meeting"),
        ("19th", "19th Plenary Meeting"),
        ("2013", "8th Plenary Meeting"),
        ("meetings/08", "8th Plenary Meeting"),
        ("OGCIO", "Office of the Government Chief Information Officer (OGCIO)"),
        ("ofta", "Office of the Telecommunications Authority (OFTA)"),
        ("ITB", "Innovation, Technology and Industry Bureau (ITIB)"),
        ("資科辦", "Office of the Government Chief Information Officer (OGCIO)"),
        ("customs-and-excise-department", "Customs and Excise Department (C&ED)"),
        ("tony wong", "Mr Tony Wong"),
        ("黃志光", "Mr Tony Wong"),
        ("smart-city", "Smart city"),
        ("framework-agreement-2010", "Framework Agreement on Hong Kong/Guangdong Co-operation"),
        ("exchange-forum-2015", "2015 Hong Kong/Guangdong Exchange Forum"),
        ("egci-page", "Hong Kong/Guangdong Expert Group on Co-operation in Informatisation"),
        ("group", "Hong Kong/Guangdong Expert Group on Co-operation in Informatisation (EGCI)"),
    ],
)
def test_show_finds_a_record_by_whatever_name_an_officer_uses(word: str, title: str, run: Run) -> None:
    ran = run("show", word)
    assert ran.code == 0, ran.err
    assert ran.out.startswith(title)


def test_words_of_a_name_need_no_quotation_marks(run: Run) -> None:
    assert run("show", "tony", "wong").out == run("show", "tony wong").out


def test_every_record_can_be_shown_within_the_terminal(run: Run) -> None:
    words = [
        str(row.get("id", row.get("no")))
        for kind in KINDS
        for row in json.loads(run("list", kind, "--json").out)
    ]
    assert len(words) > 200
    for word in [word for word in words if word != "framework-agreement"][::7]:
        ran = run("show", word, columns=72)
        assert ran.code == 0, ran.err
        wide = [line for line in ran.out.splitlines() if width_of(line) > 72]
        assert not [line for line in wide if len(line.split()) > 3], word
        assert "Unstated" not in ran.out
        assert "None" not in ran.out


def test_a_record_can_be_had_as_json_with_its_place(run: Run) -> None:
    shown = json.loads(run("show", "19", "--json").out)
    assert shown["address"] == "meetings/19"
    assert shown["file"] == "data/meetings/19.yaml"
    assert shown["record"]["number"] == 19
    assert len(shown["record"]["venue"]["disputed"]) == 2


def test_an_unknown_plenary_lists_the_known_ones(run: Run) -> None:
    for word in ("29", "2030"):
        ran = run("show", word)
        assert ran.code == 2
        assert f"there is no plenary {word} on record" in ran.err
        assert "19 (2024)" in ran.err


def test_an_unknown_name_gets_the_nearest_ones(run: Run) -> None:
    ran = run("show", "marine-departmant")
    assert ran.code == 2
    assert "did you mean bodies/marine-department?" in squeezed(ran.err)


def test_an_ambiguous_word_lists_what_it_may_mean(run: Run) -> None:
    ran = run("show", "customs")
    assert ran.code == 2
    assert "bodies/customs-and-excise-department  Customs and Excise Department" in ran.err
    assert "areas/customs-clearance  Customs clearance" in ran.err
    assert run("show", "areas/customs-clearance").code == 0


def test_show_at_a_standpoint_knows_no_later_name(run: Run) -> None:
    assert run("show", "DPO", "--as-of", "2024-07-24").code == 2
    facts, _, sources = run("show", "OGCIO", "--as-of", "2024-07-24").out.partition("\nSources\n")
    assert "Digital Policy" not in facts
    assert "25 July 2024" not in sources  # a source may be younger: then it is cited without its date


def test_conflicts_begin_with_the_undecided_dispute_and_tell_how_to_decide(run: Run) -> None:
    ran = run("conflicts")
    first, _, rest = ran.out.partition("Noted:")
    assert "plenary 19: venue" in first
    assert "Information Services Department, 9 October 2024" in squeezed(first)
    assert "decision:" in first
    assert "decision:" not in rest
    assert "The spelling of e-Commerce" in rest
    assert ran.err.startswith("1 undecided of ")


@pytest.mark.parametrize("columns", [60, 80, 110])
@pytest.mark.parametrize("command", [["conflicts"], ["explain"], ["explain", "C301"], ["show", "group"]])
def test_pages_keep_within_the_terminal(command: list[str], columns: int, run: Run) -> None:
    lines = run(*command, columns=columns).out.splitlines()
    wide = [line for line in lines if width_of(line) > columns]
    assert not [line for line in wide if not re.search(r"https?://|decision: \{", line)]


def test_a_decision_as_the_command_shows_it_settles_the_dispute(made_up: Path, run: Run) -> None:
    path = made_up / "data" / "meetings" / "04.yaml"
    decision = (
        "  decision:\n    claim: 2\n    by: made-up secretary\n    on: 2010-08-01\n    reason: made up\n"
    )
    text = path.read_text("utf-8")
    assert "reviewed: 2009-10\n" in text
    path.write_text(text.replace("reviewed: 2009-10\n", f"{decision}reviewed: 2009-10\n"), "utf-8")
    ran = run("conflicts", cwd=made_up)
    assert ran.code == 0, ran.err
    assert "Undecided" not in ran.out
    assert "Decided for 2 by made-up secretary" in ran.out
    assert "Made-up Delta City" in run("list", cwd=made_up).out.splitlines()[4]


def test_conflicts_as_json_carry_what_the_page_carries(run: Run) -> None:
    found = json.loads(run("conflicts", "--json").out)
    assert found[0]["record"] == "plenary 19"
    assert [side["says"] for side in found[0]["sides"]] == ["Hong Kong", "Guangzhou"]
    assert [conflict["undecided"] for conflict in found].count(True) == 1


def test_check_finds_only_warnings_in_the_shipped_records(run: Run) -> None:
    ran = run("check")
    assert ran.code == 0
    assert "error[" not in ran.out
    assert "20 plenaries" in ran.err
    assert "no workspace here" in ran.err


def test_check_shows_a_slip_at_its_line_and_fails(made_up: Path, run: Run) -> None:
    path = made_up / "data" / "meetings" / "04.yaml"
    path.write_text(path.read_text("utf-8").replace("mode: in-person", "mode: in-persn"), "utf-8")
    ran = run("check", cwd=made_up)
    assert ran.code == 1
    assert "data/meetings/04.yaml:4:7: error[R104] 'mode' cannot be 'in-persn'" in ran.out
    assert "     4 | mode: in-persn\n       |       ^\n  hint: did you mean 'in-person'?" in ran.out
    assert "Next: egci-report explain R104" in ran.err
    found = json.loads(run("check", "--json", cwd=made_up).out)
    assert found["errors"] == 1
    assert (found["findings"][0]["line"], found["findings"][0]["column"]) == (4, 7)


@pytest.mark.parametrize("command", [["annual", "2010"], ["new", "meeting"]], ids=" ".join)
def test_broken_records_stop_every_command_that_writes_with_all_their_errors(
    command: list[str], made_up: Path, run: Run
) -> None:
    path = made_up / "data" / "meetings" / "04.yaml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("mode: in-person", "mode: in-persn").replace("date: 2010", "date: 20x0"), "utf-8"
    )
    ran = run(*command, cwd=made_up)
    assert ran.code == 1
    assert ran.out == ""
    assert ran.err.count("error[") == 2
    assert "Nothing was written." in ran.err


def test_a_field_is_explained_by_as_much_of_its_path_as_tells_which(run: Run) -> None:
    ran = run("explain", "areas.listed")
    assert ran.code == 0
    assert ran.out.startswith("meeting.areas.listed: The areas named, in the order of the source.\n")
    assert re.search(r"^Needed: +yes$", ran.out, re.MULTILINE)
    assert "joint: once the plenary was held" in ran.out
    assert re.search(r"^wording +The words as printed", ran.out, re.MULTILINE)
    assert "Next: egci-report explain meeting.areas.listed." in ran.err


def test_a_kind_of_file_is_explained_with_its_fields(run: Run) -> None:
    out = run("explain", "bodies").out
    assert re.search(r"^File: +data/bodies.yaml: a list of entries$", out, re.MULTILINE)
    assert re.search(r"^names +Its names, oldest first.$", out, re.MULTILINE)


def test_fields_of_one_name_are_listed_and_an_unknown_one_is_answered(run: Run) -> None:
    assert "meeting.areas.rivals.hedge" in run("explain", "hedge").out
    ran = run("explain", "bodies.nams")
    assert ran.code == 2
    assert "error[U304] there is no field 'bodies.nams'" in ran.err
    assert "did you mean bodies.names" in ran.err


def test_every_code_is_explained_whatever_its_case(run: Run) -> None:
    codes = re.findall(r"^[A-Z]\d{3}", run("explain").out, re.MULTILINE)
    assert len(codes) > 20
    for code in codes[::5]:
        assert run("explain", code).out.startswith(f"{code}: ")
        assert run("explain", code.lower()).out.startswith(f"{code}: ")


def test_an_unknown_code_gets_the_nearest_ones(run: Run) -> None:
    ran = run("explain", "R1O5")
    assert ran.code == 2
    assert re.search(r"did you mean \w{4}, \w{4} or \w{4}\?", ran.err)
    assert "R105" in ran.err


def test_status_shows_where_areas_without_thread_stand_and_asks_none_of_focus_points(
    run: Run, made_up: Path
) -> None:
    """Made up: the thread of "Lamps, trimmed" is taken off it, and a focus point without one is added."""
    meeting = made_up / "data/meetings/04.yaml"
    joined = '{wording: "Lamps, trimmed", threads: [lamps]}'
    text = meeting.read_text("utf-8")
    point = '  focus_points: {items: [{wording: "A made-up point"}]}\n'
    text = text.replace(joined, '{wording: "Lamps, trimmed"}').replace("areas:\n", f"areas:\n{point}", 1)
    meeting.write_text(text, "utf-8")
    lines = text.splitlines()
    (line,) = (number for number, words in enumerate(lines, 1) if '"Lamps, trimmed"' in words)
    column = lines[line - 1].index('"Lamps, trimmed"') + 1
    topics = {
        topic["name"]: topic for topic in json.loads(run("status", "--json", cwd=made_up).out)["topics"]
    }
    (entry,) = topics["Areas without thread"]["open"]
    assert entry["text"] == f"data/meetings/04.yaml:{line}:{column}"


def test_the_sheet_of_a_plenary_has_the_sources_of_each_area_beside_it(run: Run) -> None:
    sheet = " ".join(run("show", "20").out.split())
    assert "smart city cluster <smart-city> [1]" in sheet
    assert "customs informatisation <customs-clearance: judged> (machine-translation) [2]" in sheet
    assert "[2] [1]" not in sheet
