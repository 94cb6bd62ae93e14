"""Explanations of the codes T1xx: what a template says, and the words and data it is given."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

TEMPLATES: dict[str, Explanation] = {
    "T101": Explanation(
        "A character that cannot be printed",
        "The rendered text holds a control character or half a character. It comes from a record or from "
        "the template; the message names the record nearest to it.",
    ),
    "T102": Explanation(
        "The rendered XML is not well-formed",
        "A template renders to XML, in which every tag is closed and every attribute stands in quotation "
        "marks. What records say is escaped by itself; the template's own & and < are not.",
        wrong="<p>Research & development",
        right="<p>Research &amp; development</p>",
    ),
    "T103": Explanation(
        "A document type or an instruction",
        "A template needs neither <!DOCTYPE ...> nor <?...?>. They could draw in other files, so they are "
        "refused.",
    ),
    "T104": Explanation(
        "Nested too deep",
        "No paper nests so many tags. One of them was probably never closed.",
    ),
    "T110": Explanation(
        "The root is not <paper>",
        "A template renders one <paper>, and nothing before or after it.",
    ),
    "T111": Explanation(
        "An unknown element",
        "Templates know a closed set of elements, so that Word and PDF can show all of them alike. "
        "docs/vocabulary.md lists the set.",
        wrong="<div>...</div>",
        right="<section><title>...</title>...</section>",
    ),
    "T112": Explanation(
        "An element in the wrong place",
        "Each element may hold certain others only; docs/vocabulary.md says which.",
        wrong="<p><table>...</table></p>",
        right="<p>...</p>\n<table>...</table>",
    ),
    "T113": Explanation(
        "An element that may not stand inside another",
        "Some elements may not stand within others, however deep: a note within a table, for example.",
    ),
    "T114": Explanation(
        "Text in the wrong place",
        "The element holds other elements, not text. Put the text into a paragraph.",
        wrong="<section><title>Purpose</title>This report ...</section>",
        right="<section><title>Purpose</title><p>This report ...</p></section>",
    ),
    "T115": Explanation(
        "A part that must stand once",
        "The element needs the part that the message names, and needs it once: a section its title, a "
        "table its caption.",
    ),
    "T116": Explanation(
        "An unknown attribute",
        "The element has no attribute of this name. There is no style attribute: look belongs to theme.toml.",
        wrong='<p style="color: red">',
        right="<p>",
    ),
    "T117": Explanation(
        "An attribute is missing",
        "The element cannot do without this attribute; the hint says what it means.",
    ),
    "T118": Explanation(
        "A value that the attribute does not know",
        "The attribute takes one of a few words, or a value of a certain form; the hint says which.",
    ),
    "T119": Explanation(
        "An element without words",
        "A title, a caption or another element that must say something is empty. Often the value it "
        "prints was empty; leave the element out in that case.",
    ),
    "T120": Explanation(
        "Rows of unequal length",
        "Every row of a table has a cell for each column. Cells are never merged, since readers who have "
        "a table read out to them lose their way in merged cells.",
    ),
    "T121": Explanation(
        "An empty list or table",
        "A list without items or a table without rows says nothing. Say in a sentence that there is none.",
        right="{% if items %}<ul>...</ul>{% else %}<p>None was recorded.</p>{% endif %}",
    ),
    "T122": Explanation(
        "A header cell that is missing or misplaced",
        'The header row holds <th scope="col"> only. A row may begin with <th scope="row">; then all do.',
    ),
    "T123": Explanation(
        "A list nested too deep",
        "Lists within lists are hard to follow; write a section instead. In a box, a list holds no list.",
    ),
    "T124": Explanation(
        "A section nested too deep",
        "Headings go down to the fourth level.",
    ),
    "T125": Explanation(
        "A class that does not fit the section",
        "Only sections of the first level turn the page or become annexes, and a first number belongs to "
        "a section that restarts the numbers.",
    ),
    "T126": Explanation(
        "Alt text or caption of a figure",
        "Every figure has a caption and an alt text for readers who cannot see it. A decorative figure "
        "has neither.",
        right='<figure data-chart="course" alt="Nineteen plenaries from 2006 to 2024 ...">\n'
        "  <figcaption>...</figcaption>\n</figure>",
    ),
    "T127": Explanation(
        "An unknown chart",
        "The paper offers certain charts by name; the hint lists them.",
    ),
    "T128": Explanation(
        "Labels that are not paired",
        "A <dl> holds a <dt> and its <dd>, in turn.",
    ),
    "T129": Explanation(
        "A number said and a number listed",
        "data-count says how many there are, and another number is listed. One of the two would mislead.",
    ),
    "T130": Explanation(
        "An id that stands twice",
        "References lead to an id, so each stands once in a paper.",
    ),
    "T131": Explanation(
        "A reference to nothing",
        "No part of the paper has the id that is referred to. The part was perhaps left out, and the "
        "reference was not.",
    ),
    "T132": Explanation(
        "A source that is not listed",
        "The paper cites a source that its list of sources does not have.",
    ),
    "T133": Explanation(
        "A reference to something without a number",
        "References print the number of a paragraph, section, table or figure. Give the part a number, or "
        "put the reference into words.",
    ),
    "T140": Explanation(
        "No such template",
        "Templates are looked for in the workspace, then among those shipped with the program.",
    ),
    "T141": Explanation(
        "No words for the language",
        "Each language has its words in templates/<language>/words.toml.",
    ),
    "T142": Explanation(
        "The words cannot be read",
        "words.toml is an ordinary file in TOML, saved in UTF-8; a quotation mark or a bracket is probably "
        "not closed.",
    ),
    "T143": Explanation(
        "The words do not have the form expected",
        "A table or key of words.toml is missing, or is not known. The shipped file has all of them.",
    ),
    "T144": Explanation(
        "The template failed",
        "The template asked for something that cannot be done, such as adding a number to a text. The "
        "message says what and where.",
    ),
    "T145": Explanation(
        "Words without an entry",
        "words.toml has no entry of this key.",
    ),
    "T146": Explanation(
        "Slots that do not match",
        "The text in words.toml has slots, such as {number}, which must be given, and no others.",
    ),
    "T147": Explanation(
        "The syntax of the template",
        "The template cannot be read: a {% if %} or {% for %} has no end, or a bracket is not closed.",
    ),
    "T148": Explanation(
        "Something that is not there",
        "The template asks for a value that the paper does not give it, or for something that templates "
        "may not do. A name may be misspelt.",
    ),
    "T149": Explanation(
        "A value that cannot be printed",
        "The value is none that a reader should meet: nothing at all, a whole list or record. Print a "
        "field of it, or test first whether it is there.",
        wrong="<p>Venue: {{ venue }}</p>",
        right="{% if venue %}<p>Venue: {{ venue.city }}</p>{% endif %}",
    ),
    "T150": Explanation(
        "A rendering without end",
        "The template does far more than a paper can need: it goes round in loops, calls itself, makes "
        "endless text or giant numbers. The message says which; nothing was written.",
    ),
    "T155": Explanation(
        "The template cannot be read",
        "There is a file of this name, but this computer does not let you read it, it is no ordinary file, a "
        "link that leads out of the folder templates/, far too large, or not saved in UTF-8. The shipped "
        "template does not take its place, since a paper would be made in other words than were meant.",
    ),
}
