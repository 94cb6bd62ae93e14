"""The mistakes that are planted: each is told of once, at its place, and nothing else is."""

# A table: one mistake a line, however long.
# ruff: noqa: E501, N817
# fmt: off

from __future__ import annotations

from tests.records.checks.planting import Mistake as M

YAML_MISTAKES = (
    M("a tab for indentation", "phases.yaml", "  title: First lights", "\ttitle: First lights", "Y106", "\ttitle"),
    M("a second colon", "phases.yaml", "title: First lights", "title: First: lights", "Y106", ": lights"),
    M("a missing colon", "phases.yaml", "  first: 1\n", "  first 1\n", "Y106", "last: 2"),
    M("an open quotation mark", "meetings/02.yaml", 'reviewed: "2007"', 'reviewed: "2007', "Y106", '"2007'),
    M("an open bracket", "group.yaml", "signal-office]", "signal-office", "Y106", "[made-up-lamp"),
    M("a wrong indentation", "meetings/01.yaml", "  words: agreed", "   words: agreed", "Y106", ": agreed"),
    M("an anchor", "meetings/01.yaml", "sources: [", "sources: &page [", "Y107", "&page"),
    M("an alias", "meetings/01.yaml", "[made-up-page]", "*page", "Y107", "*page"),
    M("a tag", "meetings/01.yaml", "number: 1", "number: !!int 1", "Y108", "!!int"),
    M("a second document", "phases.yaml", "- id: wider", "---\n- id: wider", "Y109", "---"),
    M("a control character written out", "meetings/01.yaml", "agreed to enhance co-operation in the two areas", '"\\a"', "Y110", '\\a"'),
    M("a soft hyphen", "meetings/01.yaml", "enhance", "en\u00adhance", "Y110", "\u00ad"),
    M("a blank of no width, written out", "meetings/01.yaml", "agreed to enhance co-operation in the two areas", '"agreed \\u200b"', "Y110", '\\u200b"'),
    M("no character, written out", "meetings/02.yaml", "site: Made-up Pier", 'site: "\\uFFFE"', "Y110", '\\uFFFE"'),
    M("a private character", "people.yaml", "name: Ben Invented", "name: Ben\ue000Invented", "Y110", "\ue000"),
    M("a byte order mark, written out", "meetings/02.yaml", "frame: Made-up Framework", 'frame: "\\uFEFFMade-up"', "Y110", '\\uFEFF'),
    M("a list without end", "meetings/01.yaml", "[made-up-page]", f"[{'a, ' * 500}made-up-page]", "Y115", "made-up-page]"),
    M("a quotation mark open through fields", "meetings/02.yaml", "frame: Made-up Framework", 'frame: "Made-up Framework', "Y106", '"Made-up Framework'),
    M("an invisible mark", "meetings/01.yaml", "enhance", "en\u202ehance", "Y110", "\u202e"),
    M("a key twice", "meetings/01.yaml", "mode: in-person", "mode: in-person\nmode:  in-person", "Y111", "mode:  "),
    M("a nested key twice", "people.yaml", "  surname: Made-Up", "  surname: M\n  surname: Made-Up", "Y111", "surname: Made-Up"),
    M("nesting without end", "meetings/01.yaml", "[made-up-page]", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "Y112", "[[[[[[[[[[[\n"),
    M("null", "meetings/02.yaml", "frame: Made-up Framework", "frame: null", "Y114", "null"),
)

FORM_MISTAKES = (
    M("a slip in the name of a field", "meetings/01.yaml", "number: 1", "nubmer: 1", "R102", "nubmer"),
    M("an unknown field deep inside", "meetings/02.yaml", "site: Made-up", "sight: Made-up", "R102", "sight"),
    M("a field of a fact misspelt", "meetings/02.yaml", "  sources: [made-up-page]\nguangdong", "  source: [made-up-page]\nguangdong", "R102", "source: "),
    M("a field missing", "meetings/01.yaml", "mode: in-person\n", "", "R103", "number"),
    M("a field missing inside", "meetings/04.yaml", "  - person: ada-made-up\n    verb: reviewed the work\n", "  - verb: reviewed the work\n", "R103", "verb: reviewed"),
    M("a mode that is none", "meetings/03.yaml", "video-conference", "video", "R104", "video"),
    M("a grade that is none", "meetings/03.yaml", "grade: judged", "grade: guessed", "R104", "guessed"),
    M("a silence that is none", "meetings/01.yaml", "unstated: no-list", "unstated: nolist", "R104", "nolist"),
    M("a side that is none", "bodies.yaml", "side: joint", "side: both", "R104", "both"),
    M("a date in words", "meetings/01.yaml", "date: 2007-05-16", "date: 16 May 2007", "R105", "16 May 2007"),
    M("a partial date with a stroke", "bodies.yaml", "starts: 1999", "starts: 4/1999", "R105", "4/1999"),
    M("an impossible day", "meetings/03.yaml", "date: 2009-07-08", "date: 2009-06-31", "R106", "2009-06-31"),
    M("an impossible month", "bodies.yaml", "starts: 2008-07-01", "starts: 2008-13-01", "R106", "2008-13-01"),
    M("a year without end", "bodies.yaml", "starts: 2008-07-01", 'starts: "9999"', "R117", '"9999"'),
    M("a month without end", "bodies.yaml", "starts: 2008-07-01", "starts: 9999-12", "R117", "9999-12"),
    M("the first of all years", "meetings/03.yaml", "date: 2009-07-08", "date: 0001-01-01", "R117", "0001-01-01"),
    M("no year at all", "meetings/03.yaml", "date: 2009-07-08", "date: 0000-01-01", "R117", "0000-01-01"),
    M("a number out of all bounds", "meetings/03.yaml", "areas:\n  said: 2", f"areas:\n  said: {10**30}", "R109", "1000"),
    M("a plenary before the first", "phases.yaml", "first: 1\n", "first: 0\n", "R109", "0\n"),
    M("a broken number", "phases.yaml", "first: 1\n", "first: 1.5\n", "R109", "1.5"),
    M("a text without end", "meetings/01.yaml", "agreed to enhance co-operation in the two areas", "word " * 401, "R109", "word"),
    M("an id without end", "people.yaml", "id: cleo-invented", f"id: {'c' * 121}", "R109", "ccc"),
    M("an id with capitals", "people.yaml", "id: cleo-invented", "id: Cleo", "R107", "Cleo"),
    M("an address without https", "sources.yaml", "https://made-up.example/group", "made-up.example/group", "R107", "made-up.example/group"),
    M("an empty value", "meetings/02.yaml", "planned: the coming year", "planned:", "R108", "\nconvenors"),
    M("an empty list", "meetings/01.yaml", "sources: [made-up-page]", "sources: []", "R108", "[]"),
    M("one rival value only", "agreements.yaml", "      - {value: 2009-03, sources: [made-up-report]}\n", "", "R108", "- {value: 2009-03-02"),
    M("a number in words", "meetings/01.yaml", "number: 1", "number: one", "R109", "one"),
    M("a number below one", "meetings/03.yaml", "areas:\n  said: 2", "areas:\n  said: 0", "R109", "0"),
    M("yes for true", "meetings/02.yaml", "closed: false", "closed: no", "R109", "no"),
    M("a text for a list", "meetings/01.yaml", "sources: [made-up-page]", "sources: made-up-page", "R109", "made-up-page"),
    M("a text for a group of fields", "meetings/01.yaml", "venue: {city: Made-up Delta City}", "venue: Made-up Delta City", "R109", "Made-up Delta City"),
    M("an id twice", "people.yaml", "id: cleo-invented", "id: ben-invented", "R110", "ben-invented"),
    M("the id of a thread twice", "areas.yaml", "id: ferries", "id: buoys", "R110", "buoys"),
    M("a number that is not the file's", "meetings/05.yaml", "number: 5", "number: 6", "R111", "6"),
    M("a number twice", "meetings/05.yaml", "number: 5", "number: 4", "R112", "4"),
)

REFERENCE_MISTAKES = (
    M("an unknown source", "meetings/03.yaml", "sources: [made-up-page]", "sources: [made-up-pge]", "C201", "made-up-pge"),
    M("an unknown source of a fact", "meetings/02.yaml", "  sources: [made-up-page]\nguangdong", "  sources: [page]\nguangdong", "C201", "page]"),
    M("an unknown default source", "group.yaml", "default_source: made-up-page", "default_source: the-page", "C201", "the-page"),
    M("an unknown body in a list", "meetings/03.yaml", "made-up-buoy-office, ", "made-up-buoys-office, ", "C201", "made-up-buoys-office"),
    M("an unknown body with its printed name", "meetings/02.yaml", "body: made-up-harbour-office", "body: made-up-harbor-office", "C201", "made-up-harbor-office"),
    M("an unknown lead", "group.yaml", "[made-up-lamp-office, ", "[lamp-office, ", "C201", "lamp-office"),
    M("an unknown parent", "group.yaml", "parent: made-up-conference", "parent: conference", "C201", "conference"),
    M("an unknown predecessor", "bodies.yaml", "[made-up-lamp-office, made-up-buoy-office]", "[made-up-lamp-office, buoy]", "C201", "buoy]"),
    M("an unknown body of a post", "people.yaml", "body: made-up-signal-office", "body: signals", "C201", "signals"),
    M("an unknown witness", "agreements.yaml", "person: ada-made-up", "person: ada", "C201", "ada"),
    M("an unknown speaker", "meetings/04.yaml", "person: ada-made-up, threads", "person: ida, threads", "C201", "ida"),
    M("an unknown thread", "meetings/04.yaml", "{wording: Ferries by night, threads: [ferries]}", "{wording: Ferries by night, threads: [ferry]}", "C201", "ferry"),
    M("an unknown thread of a join", "meetings/04.yaml", "thread: fog, grade", "thread: mist, grade", "C201", "mist"),
    M("a person where a body belongs", "meetings/03.yaml", "made-up-buoy-office, ", "ben-invented, ", "C201", "ben-invented"),
    M("a tie to no plenary", "events.yaml", "meeting: 4, relation", "meeting: 14, relation", "C202", "14"),
    M("a phase to no plenary", "phases.yaml", "  first: 3\n", "  first: 3\n  last: 9\n", "C202", "9"),
    M("a body listed twice", "meetings/03.yaml", "made-up-buoy-office, ", "made-up-lamp-office, ", "C203", "made-up-lamp-office, made-up-harbour"),
    M("a convenor twice", "meetings/02.yaml", "{person: ben-invented", "{person: ada-made-up", "C203", "{person"),
    M("a source twice", "meetings/04.yaml", "[made-up-page, made-up-release]", "[made-up-page, made-up-page]", "C203", "made-up-page]"),
)

DATE_MISTAKES = (
    M("a name that ends before it starts", "bodies.yaml", "      ends: 2010-03-31\n      sources", "      ends: 2008-03-31\n      sources", "C210", "2008-03-31"),
    M("a post that ends before it starts", "people.yaml", "starts: 2006-05-02", "starts: 2016-05-02", "C210", "2010-03-31"),
    M("dissolved before founded", "bodies.yaml", "- id: made-up-delta-company\n", "- id: made-up-old-company\n  side: guangdong\n  kind: company\n  founded: 2005\n  dissolved: 2004\n  names: [{name: Made-up Old Company}]\n- id: made-up-delta-company\n", "C211", "2004"),
    M("a name before the founding", "bodies.yaml", "      starts: 2010-04-01", "      starts: 2009-04-01", "C212", "2009-04-01"),
    M("a name beyond the end", "bodies.yaml", "      ends: 2010-03-31\n  dissolved", "      ends: 2011-03-31\n  dissolved", "C212", "2011-03-31"),
    M("a cut-off date before the plenary", "meetings/04.yaml", "2010-09-30", "2010-06-30", "C213", "2010-06-30"),
    M("seen in a post before it starts", "people.yaml", "      starts: 2010-04-01", "      starts: 2010-04-01\n      seen: [2009-01]", "C214", "2009-01"),
    M("a body listed before its founding", "meetings/03.yaml", "[made-up-lamp-office,", "[made-up-signal-office,", "C220", "made-up-signal-office"),
    M("a body listed after its end", "meetings/04.yaml", "    - made-up-harbour-office", "    - made-up-buoy-office", "C220", "made-up-buoy-office"),
    M("a party that was gone", "agreements.yaml", "parties: [made-up-lamp-office", "parties: [made-up-signal-office", "C220", "made-up-signal-office"),
    M("a guest without a post of that day", "events.yaml", "    - person: ada-made-up", "    - person: ben-invented", "C221", "ben-invented"),
    M("a convenor without a post of that day", "meetings/01.yaml", "convenors: {unstated: not-recorded}", "convenors: [{person: ben-invented, verb: led}]", "C221", "ben-invented"),
    M("a body of the other side", "meetings/04.yaml", "  bodies: [made-up-delta-lamp-department]", "  bodies: [made-up-ferry-company]", "C222", "made-up-ferry-company"),
    M("overlapping names", "bodies.yaml", "      ends: 2008-06-30", "      ends: 2008-12-31", "C230", "2008-07-01"),
    M("two names on one day", "bodies.yaml", "      ends: 2008-06-30\n", "      ends: 2008-07-01\n", "C230", "2008-07-01\n      ends: 2010"),
    M("a name without an end", "bodies.yaml", "      ends: 2008-06-30\n", "", "C230", "2008-07-01"),
    M("two names without dates", "bodies.yaml", "    - name: Made-up Harbour Conference", "    - name: Made-up Harbour Conference\n    - name: Made-up Conference", "C230", "name: Made-up Conference"),
    M("names out of order", "bodies.yaml", "    - name: Made-up Delta Company", "    - name: Made-up Delta Company\n      starts: 1999\n    - name: Made-up Delta Works\n      starts: 1990\n      ends: 1998", "C231", "1990"),
    M("one name, two bodies", "bodies.yaml", "    - name: Made-up Delta Company", "    - name: Made-up Ferry Company", "C232", "Made-up Ferry Company"),
    M("a gap between names", "bodies.yaml", "      starts: 2008-07-01", "      starts: 2008-08-01", "C309", "2008-08-01"),
    M("a printed name of nobody", "meetings/02.yaml", "        printed: Made-up Harbor Office", "        printed: Made-up Pier Office", "C308", "Made-up Pier Office"),
    M("a printed name of another body", "agreements.yaml", "printed: Made-up Delta Lamp Department", "printed: Made-up Ferry Company", "C308", "Made-up Ferry Company"),
)

LINEAGE_MISTAKES = (
    M("a principal that is not succeeded", "bodies.yaml", "principal: made-up-lamp-office", "principal: made-up-ferry-company", "C240", "made-up-ferry-company"),
    M("a lineage in a circle", "bodies.yaml", "  dissolved: 2010-04-01\n- id: made-up-buoy-office", "  dissolved: 2010-04-01\n  succeeds: [made-up-signal-office]\n- id: made-up-buoy-office", "C241", "made-up-signal-office]"),
    M("a body that succeeds itself", "bodies.yaml", "  aliases: [Made-up Office of the Harbour]", "  succeeds: [made-up-harbour-office]", "C241", "made-up-harbour-office]"),
    M("a successor that is older", "bodies.yaml", "- id: made-up-delta-company\n", "- id: made-up-old-company\n  side: guangdong\n  kind: company\n  founded: 2005\n  names: [{name: Made-up Old Company}]\n- id: made-up-delta-company\n  founded: 2001\n  succeeds: [made-up-old-company]\n", "C242", "2001"),
)

MEETING_MISTAKES = (
    M("two plenaries in a year", "meetings/01.yaml", "date: 2007-05-16", "date: 2008-05-14", "C250", "2008-06-18", "meetings/02.yaml"),
    M("dates against numbers", "meetings/05.yaml", "date: {unstated: not-stated}", "date: 2009-03-04", "C251", "2009-03-04"),
    M("no venue", "meetings/01.yaml", "venue: {city: Made-up Delta City}\n", "", "C252", "in-person"),
    M("a video conference with a venue", "meetings/03.yaml", "mode: video-conference", "mode: video-conference\nvenue: {city: Made-up Delta City}", "C253", "{city"),
    M("an unknown city", "meetings/02.yaml", "city: Made-up Harbour City", "city: Made-up Harbor City", "C254", "Made-up Harbor City"),
    M("an unknown city in a dispute", "meetings/04.yaml", "value: {city: Made-up Delta City}", "value: {city: Delta}", "C254", "Delta}"),
    M("held, but proposed", "meetings/03.yaml", "number: 3", "number: 3\nproposed: [planned]", "C255", "[planned]"),
    M("planned, but a later one was held", "meetings/03.yaml", "number: 3", "number: 3\nstatus: planned", "C256", "planned"),
    M("to come, with an outcome", "meetings/05.yaml", "outcome: {unstated: not-stated}", "outcome: {verb: agreed, words: agreed it}", "C258", "{verb"),
    M("held without a date", "meetings/03.yaml", "date: 2009-07-08", "date: {unstated: not-stated}", "C257", "{unstated: not-stated}"),
    M("a host out of turn", "meetings/02.yaml", "city: Made-up Harbour City", "city: Made-up Delta City", "C302", "Made-up Delta City"),
    M("a year left out", "meetings/05.yaml", "date: {unstated: not-stated}", "date: 2012-07-11", "C303", "2012-07-11"),
    M("a plenary on a Sunday", "meetings/05.yaml", "date: {unstated: not-stated}", "date: 2011-07-10", "C305", "2011-07-10"),
)

AREA_MISTAKES = (
    M("areas stated against listed", "meetings/04.yaml", "  said: 3", "  said: 4", "C260", "4"),
    M("open words, closed list", "meetings/02.yaml", "  closed: false\n", "", "C261", "such as"),
    M("open words in the outcome", "meetings/04.yaml", "in three areas", "in areas such as three", "C261", "will co-operate proactively in areas"),
    M("an open list without the words", "meetings/02.yaml", "  hedge: such as\n", "", "C262", "false"),
    M("a join without a reason", "meetings/03.yaml", ", reason: ferries were part of the buoys before", "", "C263", "judged"),
    M("focus points stated against listed", "meetings/03.yaml", "    said: 2", "    said: 5", "C264", "5"),
    M("a verb that the words lack", "meetings/01.yaml", "  words: agreed to enhance", "  words: to enhance", "C265", "to enhance"),
    M("a verb within another word", "meetings/01.yaml", "  words: agreed to enhance", "  words: disagreed to enhance", "C265", "disagreed"),
    M("a review without its verb", "meetings/02.yaml", "reviewed: reviewed the work of 2007", "reviewed: the work of 2007", "C266", "the work of 2007"),
    M("words that open with who did it", "meetings/02.yaml", "words: endorsed the plan", "words: both sides endorsed the plan", "C266", "both sides"),
    M("a convenor's verb that is none", "meetings/04.yaml", "    verb: reviewed the work", "    verb: the head of the office", "C266", "the head"),
    M("a wording said to open with a verb", "meetings/02.yaml", "wording: Painting of buoys", "wording: The painting of buoys", "C267", "true"),
    M("a translation taken for the same words", "meetings/04.yaml", "threads: [ferries]}", "threads: [ferries], grade: machine-translation, sources: [made-up-release]}", "C330", "[ferries]"),
    M("an area without a thread", "meetings/04.yaml", '{wording: "Lamps, trimmed", threads: [lamps]}', '{wording: "Lamps, trimmed"}', "C306", '"Lamps, trimmed"'),
    M("words of a part-read source without a grade", "meetings/04.yaml", '{wording: "Lamps, trimmed", threads: [lamps]}', '{wording: "Lamps, trimmed", threads: [lamps], sources: [made-up-release]}', "C321", '"Lamps, trimmed"'),
    M("a thread of nothing", "areas.yaml", "  - id: fog", "  - id: nets\n    name: Nets\n  - id: fog", "C307", "id: nets"),
)

DISPUTE_MISTAKES = (
    M("a decision for no claim", "agreements.yaml", "decision: {claim: 1, by: The tests, on: 2010-02-01", "decision: {claim: 3, by: The tests, on: 2010-02-01", "C270", "3, by"),
    M("a decision for no version", "agreements.yaml", "decision: {claim: 1, by: The tests, on: 2009-09-01", "decision: {claim: 4, by: The tests, on: 2009-09-01", "C270", "4, by"),
    M("a dispute about nothing", "agreements.yaml", "{value: 2009-03, sources", "{value: 2009-03-02, sources", "C271", "- {value: 2009-03-02, sources: [made-up-page]"),
    M("a slip that is none", "agreements.yaml", "right: Arrangement", "right: Arangement", "C272", "Arangement"),
    M("an open dispute", "agreements.yaml", "    decision: {claim: 1, by: The tests, on: 2010-02-01, reason: the page gives the day}\n", "", "C301", "- {value: 2009-03-02"),
)

OCCASION_MISTAKES = (
    M("during, on another day", "events.yaml", "meeting: 4, relation: after", "meeting: 4, relation: during", "C280", "during"),
    M("the same day, on another", "events.yaml", "date: 2009-07-08", "date: 2009-07-09", "C280", "same-day"),
    M("after, but before", "events.yaml", "date: 2010-09-30", "date: 2010-06-30", "C280", "after"),
    M("between, but after the next", "events.yaml", "meeting: 4, relation: after", "meeting: 2, relation: between", "C280", "between"),
    M("an agreement without a name", "agreements.yaml", "  subject: ferries by night\n", "", "C281", "id: made-up-ferry"),
    M("a phase that ends before it begins", "phases.yaml", "  text: The list is short.\n", "  text: The list is short.\n- id: none\n  title: None\n  first: 3\n  last: 2\n  text: None.\n", "C290", "2\n  text: None"),
    M("a phase that does not join", "phases.yaml", "  first: 3", "  first: 4", "C291", "4"),
    M("a phase written before the last plenary", "phases.yaml", "text: Fog comes in.", "text: Fog comes in.\n  written_for: 3", "C319", "3"),
    M("a note written before the last plenary", "group.yaml", "for all years.", "for all years.\n    written_for: 3", "C319", "3"),
    M("a subject written before the last plenary", "areas.yaml", "name: Ferries", "name: Ferries\n    written_for: 3", "C319", "3"),
    M("plenaries kept up to a day before the last", "group.yaml", "default_source: made-up-page", "default_source: made-up-page\nkept_up_to: {plenaries: 2010-07-13}", "C320", "2010-07-13"),
)

TIMETABLE_MISTAKES = (
    M("a step twice", "group.yaml", "default_source: made-up-page", "default_source: made-up-page\ntimetable: [{step: call, when: 8 weeks before plenary}, {step: call, when:  7 weeks before plenary}]", "C287", "call, when:  7"),
    M("a step that is the plenary", "group.yaml", "default_source: made-up-page", "default_source: made-up-page\ntimetable: [{step: plenary, when: on plenary}]", "C287", "plenary, when"),
    M("a step below what follows from it", "group.yaml", "default_source: made-up-page", "default_source: made-up-page\ntimetable: [{step: pack, when: 1 day after clearance}, {step: clearance, when: 9 days before plenary}]", "C287", "1 day after"),
    M("a lead time that is none", "group.yaml", "default_source: made-up-page", "default_source: made-up-page\ntimetable: [{step: call, when: two months before}]", "R107", "two months"),
)

RECIPIENT_MISTAKES = (
    M("an unknown recipient", "distribution.yaml", "body: made-up-harbour-office", "body: made-up-harbour-board", "C201", "made-up-harbour-board"),
    M("a recipient that is no more", "distribution.yaml", "body: made-up-signal-office", "body: made-up-lamp-office", "C292", "made-up-lamp-office"),
    M("a recipient founded after the list", "distribution.yaml", "as_at: 2010-07-07", "as_at: 2010-03-31", "C292", "made-up-signal-office"),
    M("a recipient twice", "distribution.yaml", "body: made-up-ferry-company", "body: made-up-harbour-office", "C293", "made-up-harbour-office"),
    M("an internal report for the Guangdong side", "distribution.yaml", "papers: [history]", "papers: [{paper: annual, audience: internal}]", "C296", "{paper: annual, audience: internal}"),
    M("a briefing for the Guangdong side", "distribution.yaml", "papers: [history]", "papers: [history, briefing]", "C296", "briefing]"),
    M("a department's part for the Guangdong side", "distribution.yaml", "papers: [history]", "papers: [{paper: briefing, audience: department}]", "C296", "{paper: briefing"),
    M("a joint briefing", "distribution.yaml", "papers: [annual, briefing]", "papers: [{paper: briefing, audience: joint}]", "C297", "{paper: briefing"),
    M("a whole briefing without a reason", "distribution.yaml", "    post: Made-up Keeper of Signals\n", "    post: Made-up Keeper of Signals\n    papers: [{paper: briefing, audience: internal}]\n", "C298", "{paper: briefing"),
    M("a whole briefing for a body as a whole", "distribution.yaml", "papers: [annual, briefing]", "papers: [{paper: briefing, audience: internal, reason: It asks}]", "C298", "{paper: briefing"),
    M("a paper twice", "distribution.yaml", "papers: [annual, briefing]", "papers: [annual, {paper: annual, audience: joint}]", "C293", "{paper: annual"),
    M("mail without an address", "distribution.yaml", "    address: lamps@made-up.example\n", "", "C294", "mail\n"),
    M("an address that is none", "distribution.yaml", "ferries@made-up.example", "Ferries <ferries@made-up.example>", "R107", "Ferries <"),
)

MISTAKES = (
    *YAML_MISTAKES,
    *FORM_MISTAKES,
    *REFERENCE_MISTAKES,
    *DATE_MISTAKES,
    *LINEAGE_MISTAKES,
    *MEETING_MISTAKES,
    *AREA_MISTAKES,
    *DISPUTE_MISTAKES,
    *OCCASION_MISTAKES,
    *TIMETABLE_MISTAKES,
    *RECIPIENT_MISTAKES,
)
