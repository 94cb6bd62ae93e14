"""Explanations of the codes Y1xx: a file cannot be read as YAML of records."""

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
        "The text holds a control character, or a mark that turns the direction of writing. Such "
        "characters come in by copying from other programs; they cannot be printed and can hide what is "
        "there.",
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
}
