"""Explanations of the codes C3xx: what is odd across records, but may be true."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

WARNINGS: dict[str, Explanation] = {
    "C301": Explanation(
        "An undecided dispute",
        "Sources differ, and nobody has decided. Drafts print both values; a numbered edition waits. A "
        "decision says which claim holds, who decided, when and why. `accepted` lets all values be printed.",
        right="decision: {claim: 2, by: the Secretariat, on: 2025-01-15, reason: the release is of the day}",
    ),
    "C302": Explanation(
        "A host out of turn",
        "The two sides host by turns, counted by number from the first plenary; video conferences have "
        "no host. An exception is possible, but a wrong city is likelier.",
    ),
    "C303": Explanation(
        "Number against year",
        "With one plenary a year, number and year rise together. Here they do not: a year without a "
        "plenary, or a slip.",
    ),
    "C304": Explanation(
        "A number is missing",
        "Between two plenaries a number has no file. Papers that compare with the year before will say so.",
    ),
    "C305": Explanation(
        "A plenary at the weekend",
        "Plenaries fall on working days; the date may be a slip.",
    ),
    "C306": Explanation(
        "An area without a thread",
        "What belongs to no thread is missing from the rows that follow a subject through the years.",
        right="{wording: smart customs clearance, threads: [customs-clearance]}",
    ),
    "C307": Explanation(
        "A thread without areas",
        "Nothing recorded belongs to the thread, so it is never printed.",
    ),
    "C308": Explanation(
        "A printed name that is not the body's",
        "The words under 'printed' hold no name or alias of the body or its lineage, nor a recorded "
        "slip. Perhaps another body is meant.",
    ),
    "C309": Explanation(
        "A time without a name",
        "Between two names of a body there is a time in which it has none. A date may be a slip, or a "
        "name is missing.",
    ),
    "C311": Explanation(
        "Last year's words",
        "The progress reported is word for word that of the return before. Last year's sentence is no report "
        "on this year unless the department says so.",
    ),
    "C312": Explanation(
        "An action that does not begin with its verb",
        "An action says what its owner has to do, the verb first.",
        wrong="text: The list of stations",
        right="text: Publish the list of stations",
    ),
    "C313": Explanation(
        "Actions without the count of the notes",
        "The notes of a plenary say how many actions are open before and after it. Recorded, that count "
        "shows when an action is lost.",
        right="action_count: {brought_forward: 2, new: 3, closed: 1, carried_forward: 4}",
    ),
    "C314": Explanation(
        "A point that cannot be said aloud",
        "A point to make is spoken. A sentence of more than thirty words takes more than one breath.",
    ),
    "C315": Explanation(
        "Remarks that are too long",
        "Opening and closing remarks take two to three minutes: about 300 words of English, or 500 "
        "characters of Chinese.",
    ),
    "C319": Explanation(
        "Written before the last plenary",
        "Phases, subjects and notes carry the last plenary that they were written for. A later one was held: "
        "what they say may no longer be true. Look again, mend the words, then the number.",
        right="written_for: 20",
    ),
    "C320": Explanation(
        "Kept up to a day before the last plenary",
        "The records hold a plenary later than the day up to which plenaries are said to be kept.",
    ),
    "C321": Explanation(
        "Words whose grade is not said",
        "An item without a grade counts as official words that were read to their end, and papers quote it. "
        "Here its sources were read in their first part only, or other words of the same source are a "
        "machine translation. Say what the words rest on; if they were read to their end, say 'official'.",
        right="grade: official-first-part",
    ),
    "C322": Explanation(
        "An acknowledgement of nothing",
        "acknowledged.yaml lets a warning stand that is not told any more, or not in these words: what it "
        "says, or the line it stood at, has changed. An acknowledgement is of one finding as it was read.",
    ),
    "C330": Explanation(
        "Words of a translation taken for the same",
        "A subject is the same where its naming words are; those of a machine translation are the machine's.",
        wrong="threads: [customs-clearance]",
        right="threads: [{thread: customs-clearance, grade: judged, reason: it names customs}]",
    ),
}
