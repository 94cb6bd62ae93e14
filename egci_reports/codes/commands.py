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
    "W301": Explanation(
        "The file cannot be written",
        "It is open in another program, the folder is closed to you, or the disk is full. The old file, "
        "if any, is as it was.",
    ),
}
