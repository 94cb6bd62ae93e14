"""Explanations of the codes Y1xx and Y2xx: a file cannot be read as YAML of records."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

YAML_FILES: dict[str, Explanation] = {
    "Y101": Explanation(
        "The file or folder cannot be read",
        "It is missing, or this computer does not let you read it. The records need group.yaml, "
        "sources.yaml, bodies.yaml, people.yaml and areas.yaml; the other files may be absent.",
    ),
    "Y102": Explanation(
        "Something that is no file",
        "Where a file of records should be there is a folder, a pipe or a device, or where a folder should "
        "be there is a file. Move it elsewhere.",
    ),
    "Y103": Explanation(
        "A link out of the records",
        "The file is a link to a place outside the folder data/. What others change there would change "
        "the records unseen, so only files inside the folder are read.",
    ),
    "Y104": Explanation(
        "The file is too large",
        "No file of records comes near one megabyte. Something else was saved under this name.",
    ),
    "Y105": Explanation(
        "The file is not in UTF-8",
        "Records are saved as UTF-8, so that Chinese and English read the same on every computer. Most "
        "editors show the encoding in the status bar and can save the file in another.",
    ),
    "Y106": Explanation(
        "This is not valid YAML",
        "YAML is read by its indentation, colons and dashes. Look at the line and the one above it: "
        "often a quotation mark or a bracket is not closed, a tab stands where spaces belong, or a text "
        "with a colon needs quotation marks.",
        wrong="title: Forum: the second day",
        right='title: "Forum: the second day"',
    ),
    "Y107": Explanation(
        "An anchor or alias",
        "YAML can repeat a value by & and *. Records write each value out, so that a line means what it "
        "says. A text that begins with one of these characters needs quotation marks.",
        wrong="sources: *page",
        right="sources: [egci-page]",
    ),
    "Y108": Explanation(
        "A tag",
        "YAML can give a value a type by an exclamation mark. Records do not use this. A text that "
        "begins with an exclamation mark needs quotation marks.",
        wrong="number: !!int 8",
        right="number: 8",
    ),
    "Y109": Explanation(
        "More than one document",
        "A line '---' begins a new document. A file of records holds one.",
    ),
    "Y110": Explanation(
        "An invisible character",
        "The text holds a control character, a soft hyphen, a blank of no width, a mark that turns the "
        "direction of writing, or something else that no paper can print, as such or written out (\\u00AD). "
        "It comes in by copying from other programs and can hide what is there.",
    ),
    "Y111": Explanation(
        "A key stands twice",
        "In one entry each field stands once. Of two, one would be lost without a word.",
        wrong="number: 8\nnumber: 9",
        right="number: 8",
    ),
    "Y112": Explanation(
        "Nested too deep",
        "No record nests more than a few levels. Brackets were probably not closed.",
    ),
    "Y113": Explanation(
        "The file is empty",
        "A file of records holds at least one entry. If there is nothing to record, take the file away, "
        "or write [] where it must be there.",
    ),
    "Y114": Explanation(
        "A value that is none",
        "null and ~ mean 'no value' in YAML. A field without a value is left out; a fact on which the "
        "sources are silent says so by 'unstated'.",
        wrong="venue: null",
        right="venue: {unstated: not-stated}",
    ),
    "Y115": Explanation(
        "A list without end",
        "No list inside a record has as many as five hundred entries. Something was pasted where it does not "
        "belong, or a file was joined to itself.",
    ),
    "Y201": Explanation(
        "A text cut by a comment",
        "A blank and # begin a comment, and what follows is not read. A text that holds them needs quotation "
        "marks. Where a comment is meant, set it off by two blanks, with a blank after #.",
        wrong="text: Buoy #7 and lamp #3 are lit.",
        right='text: "Buoy #7 and lamp #3 are lit."',
    ),
    "Y202": Explanation(
        "A quotation mark closed too late",
        "Between the mark that opens and that which closes stand lines that look like fields or entries of a "
        "list. They are read as text.",
        wrong='author: "A. Officer\ndate: 2024-10-10"',
        right='author: "A. Officer"\ndate: 2024-10-10',
    ),
    "Y203": Explanation(
        "Two entries of a list in one",
        "An entry that stands deeper than the one above it is read as more of its text.",
        wrong="- Lamps are lit.\n    - Buoys are counted.",
        right="- Lamps are lit.\n- Buoys are counted.",
    ),
    "Y204": Explanation(
        "Quotation marks of its own",
        "The field holds words of a source, which papers set in quotation marks. With marks of their "
        "own they would be quoted twice.",
        wrong="wording: “smart city”",
        right="wording: smart city",
    ),
    "Y205": Explanation(
        "A stray blank in a name",
        "A blank too many, or one that does not break, is not seen on the page, and keeps the name from "
        "being known again where it is written rightly.",
    ),
}
