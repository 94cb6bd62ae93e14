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
    "U210": Explanation(
        "No paper on this",
        "The records have nothing of this year or number to make a paper of. The hint lists what they have.",
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
        "No such list",
        "`egci-report list` knows the lists that the hint names.",
    ),
    "U304": Explanation(
        "No such code",
        "Codes stand in brackets in a finding: error[R105]. `egci-report explain` lists all of them.",
    ),
    "U311": Explanation(
        "On record already",
        "The plenary has its file. Open it and go on there; nothing is ever written over.",
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
}
