"""Explanations of the codes T2xx to T5xx and E6xx: a paper, its characters, charts, theme and edition."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

PAPERS: dict[str, Explanation] = {
    "T201": Explanation(
        "An empty heading",
        "A heading has no words, or nothing stands under it. Leave the section out, or say that there is "
        "nothing to report.",
    ),
    "T202": Explanation(
        "An empty cell or label",
        "A reader cannot tell an empty cell from a forgotten one. Print a word: None, Not listed, Not "
        "stated, Not recorded.",
    ),
    "T203": Explanation(
        "An empty paragraph, item or box",
        "It would leave a gap on the page. Leave it out.",
    ),
    "T204": Explanation(
        "A table or figure that is not complete",
        "A table has a caption and equal rows, a figure a caption and an alt text.",
    ),
    "T205": Explanation(
        "An empty list of contents, sources or abbreviations",
        "The paper asks for the list and has nothing to put into it.",
    ),
    "T206": Explanation(
        "A heading skips a level",
        "Readers who go from heading to heading expect each level under the one above it.",
    ),
    "T211": Explanation(
        "A character that no paper can hold",
        "Control characters, unassigned ones and replacement marks come in by copying from other "
        "programs. Replace the character where it comes from.",
    ),
    "T221": Explanation(
        "Something left over",
        "The text shows what was to be filled in (TBC, XXX, [ ]), or what a program would print and no "
        "officer would write: None, braces of a template. In a record it is told, and refuses a numbered "
        "edition only.",
    ),
    "T222": Explanation(
        "A doubled mark",
        "Two marks or spaces stand side by side where one belongs; often what should have stood between "
        "them was empty.",
    ),
    "T231": Explanation(
        "Number and noun do not fit",
        "The text says '1 areas' or '2 area'. The filter `counted` chooses the right form.",
        wrong="{{ areas|length }} areas",
        right="{{ areas|length|counted('area', 'areas') }}",
    ),
    "T241": Explanation(
        "A word that house style refuses",
        "words.toml lists words that the house does not use, and what to write instead. The words of a "
        "source stand in quotation marks and are left alone.",
    ),
    "T251": Explanation(
        "A sentence stands twice",
        "The same sentence is in the paper twice; one of the two places says nothing new.",
    ),
    "T261": Explanation(
        "An officer's text that is not printed",
        "A text in data/papers/ names a section that the paper does not have, or not in this year. Mend the "
        "name of the section: nothing an officer wrote is to be lost unseen.",
    ),
    "T262": Explanation(
        "A source that the record does not name",
        "The paper cites a source for a fact whose record names others. A statement cites what it rests on: "
        "the sources of its own, else those of its list or its file. In a template, hand `cite` the sources "
        "of the fact itself, and say with `about` whose they are where the text around speaks of another "
        "record.",
        wrong="""<p about="meetings/20">{{ own.cite(event.sources) }}</p>""",
        right="""<p about="meetings/20">{{ own.cite(event.sources, event.about) }}</p>""",
    ),
    "T301": Explanation(
        "No typeface can show the character",
        "The PDF carries its typefaces, so that it reads alike everywhere. None of them has this "
        "character. Nothing was written.",
    ),
    "T401": Explanation(
        "A chart without its words",
        "The words on charts stand in words.toml in the table [charts]. The key is missing there.",
    ),
    "T402": Explanation(
        "Slots of a chart's words",
        "The text in words.toml has a slot that the chart does not give. The shipped file shows the slots.",
    ),
    "T501": Explanation(
        "The theme",
        "theme.toml has an entry that is unknown, missing or wrong, or text too pale, or too small (below 8 "
        "points), to be read with ease. Compare it with the shipped file.",
    ),
    "E601": Explanation(
        "An undecided dispute",
        "A numbered edition waits until each dispute that it prints is decided, or accepted with a reason "
        "that is printed. `egci-report conflicts` shows both sides and how either is recorded. A draft may "
        "print both.",
    ),
    "E602": Explanation(
        "A gap",
        "The paper says itself that something is still missing. A numbered edition waits for it; a draft "
        "shows the gap.",
    ),
    "E603": Explanation(
        "A paper of one side for the other",
        "What was made for the Hong Kong side, and any paper with a marking, stays there, drafts included. "
        "`--for joint` makes the paper for both sides, without a marking.",
    ),
    "E604": Explanation(
        "An edition with two contents",
        "Copies of this edition are out, and what would go out now differs from them. An edition is one text "
        "for all its holders; what has changed is a new edition.",
    ),
    "E609": Explanation(
        "An edition that is made already",
        "A numbered edition is a record: the same records make the same file again. Other content is a new "
        "edition with the next number, or an addendum. Nothing changes an edition, not even --force.",
    ),
    "E611": Explanation(
        "What is not for disclosure, without a marking",
        "The paper prints words that are not for disclosure: sensitive points, what the other side is "
        "thought to hold, background that stays with the Convenor. A numbered edition of it bears a "
        "marking, which stands with its record.",
        wrong="plenary: 20",
        right="plenary: 20\nmarking: RESTRICTED",
    ),
    "E612": Explanation(
        "What the edition says was not kept",
        "The edition was made by an earlier version, which kept no list of its places. Made again from the "
        "records of that day (git has them) it is the same to the byte, and the list is kept; then the "
        "addendum can be made from the records of today.",
    ),
    "E613": Explanation(
        "Nothing has changed",
        "The paper made now reads as the edition does, place by place, so that there is nothing for an "
        "addendum to say. Only who holds a department's part in which something changed gets one.",
    ),
    "E614": Explanation(
        "Not the edition in force",
        "A later edition is out, or is made where none is out, and holds the changes already. An addendum "
        "belongs to the edition in force.",
    ),
    "E615": Explanation(
        "A letter that nobody could send",
        "A numbered letter bears its reference, a telephone, who sends and who signs it, its day and, if it "
        "asks for something, the day for the answer. The office enters its own under 'office' in group.yaml.",
        right="office:\n  post: Secretary of the group\n  reference: DPO/EGCI\n  telephone: 2582 0000",
    ),
    "E608": Explanation(
        "Rough words",
        "An officer's or a department's own words have something left to fill in (TBC), marks in the wrong "
        "place, or a number that does not fit its noun. A draft may be made of them; a numbered edition "
        "waits until they are mended.",
    ),
}
