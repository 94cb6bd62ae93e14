"""Explanations of the codes of officers' words: for packs, their clearances, and their length."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

BRIEFS: dict[str, Explanation] = {
    "C430": Explanation(
        "Words without author or date",
        "What judgement must write is printed with who wrote it and when, part by part.",
        right="author: Assistant Commissioner\ndate: 2025-10-02",
    ),
    "C431": Explanation(
        "A clearance that clears nothing",
        "A part is cleared after it was written. If its words are changed, it is cleared again.",
        right="date: 2025-10-02\ncleared: {by: Deputy Commissioner, on: 2025-10-03}",
    ),
    "C432": Explanation(
        "An assessment from the future",
        "A brief cannot hold an assessment of a day after it was written.",
    ),
    "C433": Explanation(
        "Words for no plenary",
        "Packs are held before plenaries that are on record, from the 2nd, and before the next one.",
    ),
    "C434": Explanation(
        "A brief on nothing",
        "There is one brief for each area of the plan under review, under the number of the area.",
    ),
    "C435": Explanation(
        "An annex listed twice",
        "The list of annexes names a file in two lines. Each annex is appended once, under one letter.",
    ),
    "C436": Explanation(
        "An annex that does not claim what a validator found",
        "A file that passed for PDF/UA-1 and PDF/A-2a says so in itself. If this one does not, it is another "
        "file than the one that was validated.",
    ),
    "C437": Explanation(
        "Nobody, or somebody twice",
        "A delegate is a person on record, or a name, or a post whose holder is to be confirmed.",
        right="{body: marine-department, post: Assistant Director}",
    ),
    "C438": Explanation(
        "A run-down out of order",
        "The lines of the run-down stand in the order of their times.",
    ),
    "C316": Explanation(
        "Words that have changed since they were cleared",
        "Who clears words answers for these words and no others. A clearance is kept with a fingerprint of "
        "them; when a word changes, it is void: the paper prints that they are to be cleared again, a "
        "numbered edition waits, and what it released is not released.",
        right="egci-report clear brief 20 3 --by 'Deputy Commissioner' --on 2025-10-03",
    ),
    "C317": Explanation(
        "A clearance of nobody knows which words",
        "A clearance that was written by hand has no fingerprint, so nobody can tell whether the words are "
        "still those that were cleared. It counts for nothing until the command has entered it.",
        wrong="cleared: {by: Deputy Commissioner, on: 2025-10-03}",
        right="egci-report clear brief 20 3 --by 'Deputy Commissioner' --on 2025-10-03",
    ),
    "C318": Explanation(
        "A text that nobody gets",
        "The memo of a call for returns is made for departments. A text for internal readers, as is each text"
        " that does not say otherwise, stands in no paper.",
        right="- {section: forms, text: ..., author: ..., date: 2025-07-01, audience: department}",
    ),
    "C329": Explanation(
        "A text without a place",
        "An officer's text names the section of the paper in which it is to stand. The paper has no such "
        "section, so that it would be left out. The message lists them; a word in capitals stands for "
        "a subject, a phase or the number of a plenary.",
        wrong="- {section: brief-3, text: ...}",
        right="- {section: briefs/customs-clearance, text: ...}",
    ),
    "E606": Explanation(
        "Officers' words that are not cleared",
        "A numbered edition prints what somebody answers for, and no paper takes an officer's text off the "
        "Hong Kong side that is not cleared. 'egci-report clear' enters who cleared it, and when; without a "
        "name it lists what waits.",
        right="egci-report clear pack 20 steering --by 'Deputy Commissioner' --on 2025-10-03",
    ),
    "E607": Explanation(
        "A part that is longer than it may be",
        "The reader of a brief has minutes. An item brief takes two pages at most; the steering brief, the "
        "figures and the group take one each. Shorten the words that the message names.",
    ),
    "U319": Explanation(
        "Nothing to be cleared by this name",
        "A return is cleared once it has come, and an officer's words once they are written. 'egci-report "
        "clear' lists what waits, each with the words that name it to the command.",
        right="egci-report clear paper annual-2024 summary --by 'Deputy Commissioner' --on 2025-10-03",
    ),
    "U323": Explanation(
        "A clearance before the words",
        "Words that bear a day cannot have been cleared, as they stand, on a day before.",
    ),
    "U324": Explanation(
        "A clearance that cannot be entered",
        "The name is too long, or holds a character that no record can hold or no paper can print; or the "
        "file is written in a way into which the line cannot be put without a change to something else. Then "
        "write it by hand: the hint has it, with its fingerprint.",
    ),
    "U211": Explanation(
        "A pack for nobody",
        "The pack of a department is made for one body, or for all: egci-report briefing 20 --for all. Where "
        "no department leads an item, has a brief or an action, or is in a list, there is none to make.",
    ),
}
