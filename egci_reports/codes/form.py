"""Explanations of the codes R1xx: the form of an entry."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

FORM: dict[str, Explanation] = {
    "R101": Explanation(
        "The file must hold a list",
        "sources, bodies, people, phases, agreements and events are lists: each entry begins with a dash.",
        wrong="marine-department:\n  side: hong-kong",
        right="- id: marine-department\n  side: hong-kong",
    ),
    "R102": Explanation(
        "An unknown field",
        "The entry has no field of this name. `egci-report explain bodies` lists those of a file; editors "
        "that read the schema offer them as you type.",
        wrong="nubmer: 8",
        right="number: 8",
    ),
    "R103": Explanation(
        "A field is missing",
        "The entry cannot do without this field. Where the sources are silent, say so.",
        right="guangdong: {unstated: no-list}",
    ),
    "R104": Explanation(
        "A word that the field does not know",
        "The field takes one of a few words; the hint lists them or names the nearest.",
        wrong="mode: video",
        right="mode: video-conference",
    ),
    "R105": Explanation(
        "The form of a date",
        "Dates are written year-month-day in figures. Some fields take less where less is known: "
        "2018-10, 2009.",
        wrong="date: 9 October 2024",
        right="date: 2024-10-09",
    ),
    "R106": Explanation(
        "There is no such day",
        "The calendar has no such day or month.",
        wrong="date: 2023-02-29",
        right="date: 2023-02-28",
    ),
    "R107": Explanation(
        "The form of an id or an address",
        "An id is made of lower-case letters, figures and hyphens. An address begins with https:// or "
        "http://.",
        wrong="id: Marine Department",
        right="id: marine-department",
    ),
    "R108": Explanation(
        "A value or list is empty",
        "A field that is there says something. Leave it out, or write 'unstated' where the sources are "
        "silent.",
        wrong="note:",
    ),
    "R109": Explanation(
        "The value does not fit the field",
        "A number, a text, a list or a group of fields was expected; the message says which.",
        wrong="sources: egci-page",
        right="sources: [egci-page]",
    ),
    "R110": Explanation(
        "An id is used twice",
        "Everything that is recorded is found by its id, so each has its own, for life.",
    ),
    "R111": Explanation(
        "The name of the file and the number differ",
        "The record of the 8th plenary stands in meetings/08.yaml.",
        wrong="# meetings/08.yaml\nnumber: 9",
        right="# meetings/08.yaml\nnumber: 8",
    ),
    "R112": Explanation(
        "A number is used twice",
        "Two files hold the record of a plenary of the same number. One of them was probably copied "
        "from the other and not yet changed.",
    ),
    "R113": Explanation(
        "A file that is not read",
        "The name is none under which records are kept, so what it holds would be missing from every "
        "paper. Names end in .yaml and are written as docs/data.md lists them.",
        wrong="data/bodys.yaml",
        right="data/bodies.yaml",
    ),
    "R114": Explanation(
        "The rest of the file was not looked at",
        "Where a list has fifty mistakes, one cause is likely behind them. Mend it, and check again.",
    ),
    "R115": Explanation(
        "A return or a brief in the wrong place",
        "The return of a department for the 20th plenary stands in returns/20/, in a file named by the id of "
        "the department; the brief on the first area in briefs/20/brief-1.yaml. What is in the file and "
        "where it stands must agree.",
    ),
    "R116": Explanation(
        "An annex that cannot be appended",
        "An annex listed in briefs/NN/pack.yaml is a PDF in annexes/NN/, neither encrypted nor broken, and "
        "without fields to fill in. It has at most 1,000 pages and 64 MB, and no page that unpacks to very "
        "much: reading a file is ended once it takes too much memory or time. Ask whoever made it for a file "
        "without a password, print it anew, or split it.",
    ),
    "R117": Explanation(
        "A year out of range",
        "Dates of records lie in the years 1900 to 2199. 9999 or 0001 is no date: where a date is not known "
        "it is left out, and where the sources are silent the field says so.",
        wrong="date: 9999-12",
        right="date: {unstated: not-stated}",
    ),
}
