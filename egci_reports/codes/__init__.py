"""The codes of all findings, with what `egci-report explain CODE` says about each.

Y1: a file cannot be read as YAML. Y2: a text that is perhaps not read as meant. R1: the form of an entry.
C2: errors across records; C3: warnings across records. C4: errors in work plans, returns, actions and
briefs. T1: templates. T2 to T5: papers, characters, charts, theme. E6: editions. F7: filled forms. U2 to
U4: how a command was called. W3: writing files. V5: the ledger.
"""

from __future__ import annotations

from egci_reports.codes.across_records import ACROSS_RECORDS
from egci_reports.codes.briefs import BRIEFS
from egci_reports.codes.commands import COMMANDS
from egci_reports.codes.explanation import Explanation
from egci_reports.codes.filled_forms import FORMS
from egci_reports.codes.form import FORM
from egci_reports.codes.papers import PAPERS
from egci_reports.codes.returns_and_actions import RETURNS_AND_ACTIONS
from egci_reports.codes.templates import TEMPLATES
from egci_reports.codes.warnings import WARNINGS
from egci_reports.codes.yaml_files import YAML_FILES

CODES: dict[str, Explanation] = {
    **YAML_FILES,
    **FORM,
    **ACROSS_RECORDS,
    **RETURNS_AND_ACTIONS,
    **BRIEFS,
    **WARNINGS,
    **TEMPLATES,
    **PAPERS,
    **COMMANDS,
    **FORMS,
}

__all__ = ["CODES", "Explanation"]
