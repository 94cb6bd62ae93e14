"""Explanations of the codes U and W3: how a command was called, and what could not be written."""

from __future__ import annotations

from egci_reports.codes.explanation import Explanation

COMMANDS: dict[str, Explanation] = {
    "U201": Explanation(
        "No workspace",
        "The records shipped with the program can be read, not changed. `egci-report init` copies them "
        "into a folder of yours.",
    ),
    "U202": Explanation(
        "Not a workspace",
        "A workspace is a folder with data/group.yaml. Name one with --workspace, or make one with "
        "`egci-report init`.",
    ),
    "U203": Explanation(
        "The folder is gone",
        "The folder in which the command was given was taken away or renamed, or is closed to you. Go "
        "to another folder, and give the command again.",
    ),
    "U204": Explanation(
        "Records without group.yaml",
        "A folder is a workspace by data/group.yaml. Here are records without that file, or with its name "
        "misspelt; were they passed over, papers would be made from the shipped records unseen.",
    ),
    "U210": Explanation(
        "No paper on this",
        "The records have nothing of this year or number to make a paper of. The hint lists what they have.",
    ),
    "U216": Explanation(
        "Not made for this audience",
        "Annual reports and the history are made for the Hong Kong side, for both sides or for the public. A "
        "briefing pack stays on the Hong Kong side, and each department gets its own part of it.",
    ),
    "U217": Explanation(
        "A marking that cannot be given",
        "The markings of the group stand in group.yaml, the lowest first. --marking takes one of them, and "
        "can only raise the one that stands with the record of the paper.",
    ),
    "U219": Explanation(
        "No such edition here",
        "An addendum says what reads otherwise than in a numbered edition, and what editions say is kept in "
        "reports/.receipts/ of the folder in which they are made or given out. This one is not there.",
    ),
    "U301": Explanation(
        "Nothing of this name",
        "No record has this number, id, name or abbreviation. `egci-report list` shows what there is.",
    ),
    "U302": Explanation(
        "More than one of this name",
        "Several records fit; name one of them by its id.",
    ),
    "U303": Explanation(
        "No such list or file",
        "`egci-report list` knows the lists that the hint names; `check FILE` takes files of the records.",
    ),
    "U304": Explanation(
        "No such code, or no such field",
        "Codes stand in brackets in a finding: error[R105]. `egci-report explain` lists all of them. A field "
        "is named by its way from the file, or the end of it: `egci-report explain areas.listed`.",
    ),
    "U310": Explanation(
        "No such file to verify",
        "`egci-report verify` reads a finished paper. There is none under this name, or this computer does "
        "not let you read it.",
    ),
    "U311": Explanation(
        "On record already",
        "The plenary has its file, or the body, person, source, agreement, event or action its entry. Open "
        "it and go on there; nothing is ever written over or entered twice.",
    ),
    "U312": Explanation(
        "Before its turn",
        "A plenary is begun after those that precede it, since what is proposed for it comes from the one "
        "before.",
    ),
    "U313": Explanation(
        "Something is there already",
        "A workspace is made where there is no data/ yet, or an empty one. What is there is not touched.",
    ),
    "U401": Explanation(
        "No list of recipients",
        "data/distribution.yaml says who gets copies. `egci-report init` brings one; `egci-report explain "
        "distribution` lists its fields.",
    ),
    "U404": Explanation(
        "No mail server, or no sender",
        "Mail needs a server and the sender's address, from the command line or the environment. The "
        "connection is always encrypted: smtp:// begins with STARTTLS, smtps:// with TLS.",
    ),
    "U405": Explanation(
        "Nobody of that name to leave out",
        "--without takes the id of a body in data/distribution.yaml. A slip here would give a copy to "
        "somebody who was to have none.",
    ),
    "U406": Explanation(
        "No such kind of paper",
        "The hint lists the papers that can be distributed.",
    ),
    "U407": Explanation(
        "No copy of this went out",
        "The ledger knows no copy of the paper or edition. `egci-report ledger` shows all that it knows.",
    ),
    "U408": Explanation(
        "No password",
        "The mail server wants a login. The password is taken from EGCI_SMTP_PASSWORD or asked for at the "
        "terminal, never from a file.",
    ),
    "U409": Explanation(
        "Nobody gets this paper",
        "No entry of data/distribution.yaml gets a paper of this kind, or gets it as made for this audience "
        "or department. A briefing or a call is that of one plenary, which the command names.",
    ),
    "U410": Explanation(
        "An answer for two copies",
        "--arrived or --lost names a number that copies of more than one paper bear. --for says which paper "
        "is meant.",
    ),
    "U411": Explanation(
        "No addendum to a call",
        "A call for returns is a memo and a form for each department. What has changed in it goes out as a "
        "new edition.",
    ),
    "U412": Explanation(
        "Nobody holds the edition",
        "An addendum goes to those who hold the edition that it changes, and by the ledger no copy of it is "
        "out. `egci-report who-has` shows what is.",
    ),
    "U419": Explanation(
        "Nothing of a made-up example is mailed",
        "The records are those of a group that does not exist, and what is made of them is to be learned "
        "with. Copies go into folders, zip files and drafts of messages, and each says what it is.",
    ),
    "U320": Explanation(
        "Not two plenaries",
        "`egci-report diff` compares two plenaries, each by its number or its year.",
    ),
    "U321": Explanation(
        "No such paper to trace in",
        "A statement is traced in a paper: history, or annual- and a year.",
    ),
    "U341": Explanation(
        "No such paper to watch",
        "`egci-report watch` keeps papers up to date that `egci-report all` makes: annual- and a year, "
        "history, history-short, briefing- and a number. Letters, calls, records, releases and timetables "
        "are made for their occasion, each by its own command.",
    ),
    "U322": Explanation(
        "Nothing like this in the paper",
        "No section, paragraph, table or figure of the paper has this number, and no text has these words. "
        "Words are sought as they stand, whatever their capitals and line ends.",
    ),
    "U326": Explanation(
        "An entry that cannot be begun",
        "`egci-report new` puts an entry at the end of a list. It needs an id, which it makes from the "
        "English name, and sources that are on record; and in the list, each entry must begin on a line of "
        "its own. Nothing was written.",
    ),
    "U338": Explanation(
        "No such warning is told",
        "`egci-report acknowledge` enters that a warning may stand which `check` tells now. Errors cannot be "
        "acknowledged: they are put right.",
    ),
    "U339": Explanation(
        "Several warnings may be meant",
        "An acknowledgement is of one warning. Name the file and the line as `check` prints them.",
    ),
    "U328": Explanation(
        "No such sheet",
        "Sheets are made of the plan, the returns and the delegation of a plenary, and of the actions and "
        "the recipients of the group: `egci-report sheet plan 20`, `egci-report sheet actions`.",
    ),
    "U330": Explanation(
        "There is no such page of the documentation",
        "`egci-report help` lists the pages that are installed with the program. The beginning of a name "
        "is enough where only one page begins so.",
    ),
    "U331": Explanation(
        "No date to reckon from",
        "A timetable follows from the date of the plenary. While that is not on record, or sources disagree "
        "about it and nobody has decided, no other date is invented.",
    ),
    "U332": Explanation(
        "No lead times on record",
        "How long before or after a plenary each step is due stands in group.yaml as 'timetable'. "
        "`egci-report init` brings one; the office sets its own.",
    ),
    "U333": Explanation(
        "Not the time for this letter",
        "Invitations and reminders go out before a plenary, thanks and follow-up after it was held. A "
        "reminder goes out after the day by which returns were asked for, and only to who is late.",
    ),
    "U334": Explanation(
        "A letter that does not concern the body",
        "The hint lists whom the letter concerns: a reminder those who are late, thanks and follow-up those "
        "who took part, or who have items or actions.",
    ),
    "W301": Explanation(
        "The file cannot be written",
        "It is open in another program, the folder is closed to you, or the disk is full. The old file, "
        "if any, is as it was.",
    ),
    "W302": Explanation(
        "The workspace cannot be made",
        "The folder is closed to you, is no folder, or the disk is full. Nothing is left behind.",
    ),
    "W303": Explanation(
        "The file was edited by hand",
        "The file is not as the program made it, so what an officer wrote into it would be lost. Rename it, "
        "or add --force, which keeps it under another name.",
    ),
    "W304": Explanation(
        "A file or folder cannot be used",
        "The computer refuses what the command needs: a folder is closed to you, a disk has gone, or there "
        "is no folder for temporary files. The message names the file, where there is one.",
    ),
    "W311": Explanation(
        "Another run is issuing copies",
        "Only one run at a time may write the ledger, so that no copy goes out twice. Wait until it ends.",
    ),
    "W312": Explanation(
        "Another file of that name",
        "Where a copy is to be put there is a file with other content. Copies never replace anything.",
    ),
    "V501": Explanation(
        "A line of the ledger was changed",
        "Each line bears a hash of all that it says. This one says something else than when it was written.",
    ),
    "V502": Explanation(
        "A line of the ledger is out of its place",
        "Each line bears its number and the hash of the line before. Here a line was put in, moved or taken "
        "out.",
    ),
    "V503": Explanation(
        "The end of the ledger is missing",
        "A manifest in the output folder was made when the ledger was longer, or ended with another line.",
    ),
    "V504": Explanation(
        "The last line is not whole",
        "The program was stopped while it wrote the line. What the line would have told is found out, or "
        "asked, when copies are issued the next time.",
    ),
    "V505": Explanation(
        "A manifest that proves nothing",
        "The manifest of an edition says how long the ledger was, so that lines cut off its end are "
        "missed. This one cannot be read, or was changed.",
    ),
    "V506": Explanation(
        "A receipt that cannot be read",
        "Files are compared with the receipts that were written when they were made. What is in the place of "
        "one, or of their folder, cannot be read, so nobody can say whether the file was altered.",
    ),
    "V507": Explanation(
        "The ledger cannot be read",
        "This computer does not let you read data/ledger.jsonl, it is no ordinary file, or a link that "
        "leads out of the folder data/.",
    ),
}
