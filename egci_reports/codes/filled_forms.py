"""Explanations of the codes F7xx: filled forms that cannot be taken over."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

FORMS: dict[str, Explanation] = {
    "F701": Explanation(
        "Not a Word document",
        "The file is damaged, or in another format. Forms come back as .docx, saved by Word or LibreOffice.",
    ),
    "F702": Explanation(
        "A file with what no form has",
        "Macros, encryption, a document type, parts of one name, or more parts, fields or texts than a form "
        "can have: no form is sent out with these, and such a file is not opened further.",
    ),
    "F703": Explanation(
        "A file that is too large",
        "A form is some ten kilobytes. A file that is, or unpacks to, megabytes is not read.",
    ),
    "F704": Explanation(
        "A file without fields",
        "Fields are found by their marks. This file has none: it is another document, or the text was copied "
        "out of the form into a new one.",
    ),
    "F705": Explanation(
        "Fields of several forms",
        "Every field bears the mark of its plenary and department. Fields were copied from one form into "
        "another, so nobody can say whose return it is.",
    ),
    "F706": Explanation(
        "A folder without forms",
        "`egci-report collect` reads the .docx files that lie directly in the folder.",
    ),
    "F707": Explanation(
        "A form of another plenary or department",
        "The form was made for another plenary, for a department that was not asked, or for something "
        "that is not on record. It is not taken over into what it does not belong to.",
    ),
    "F708": Explanation(
        "Two forms of one thing",
        "Which of the two holds cannot be told from the files, so neither is taken over.",
    ),
    "F709": Explanation(
        "A form that cannot be taken over as it is",
        "What it says contradicts itself or the records, or would fail the check: a return behind schedule "
        "without a reason, nil with figures, a plenary that states another number of areas than "
        "it lists, an outcome beside 'Touched on and left open', or a character that no record can hold. "
        "The message says which, and where; whoever filled the form in has to say what is meant.",
    ),
    "F710": Explanation(
        "A file that is no form",
        "`egci-report collect` reads the .docx files that lie directly in the folder. It names what else is "
        "there, in case a return came in another shape: in a sub-folder, a mail or a picture.",
    ),
    "F711": Explanation(
        "A file of records into which changes cannot be put",
        "A form changes only what it says, and leaves comments and lines as they are. This file is written "
        "in a way in which that cannot be done, such as a list in brackets over several lines.",
    ),
}
