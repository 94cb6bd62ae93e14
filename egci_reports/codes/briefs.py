"""Explanations of the codes C43x, E606, E607 and U211: officers' words for packs, and their length."""

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
    "E606": Explanation(
        "Officers' words that are not cleared",
        "A numbered edition prints what somebody answers for. Enter who cleared the part, and when.",
        right="cleared: {by: Deputy Commissioner, on: 2025-10-03}",
    ),
    "E607": Explanation(
        "A part that is longer than it may be",
        "The reader of a brief has minutes. An item brief takes two pages at most; the steering brief, the "
        "figures and the group take one each. Shorten the words that the message names.",
    ),
    "U211": Explanation(
        "A pack for nobody",
        "The pack of a department is made for one body, or for all: egci-report briefing 20 --for all. Where "
        "no department leads an item, has a brief or an action, or is in a list, there is none to make.",
    ),
}
