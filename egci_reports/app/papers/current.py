"""Whether a paper was made from the records as they are now."""

from __future__ import annotations

from egci_reports.engine.document.nodes import Identity
from egci_reports.kinds import KINDS
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.audience.select import for_audience
from egci_reports.records.records import Records


def digest_for(records: Records, identity: Identity) -> str:
    """Return the digest of the records from which a paper would be made now, `records` being all there are.

    Raises UsageError where no such paper can be made any more.
    """
    stood = records
    if (entry := KINDS.get(identity.kind)) is not None and entry.before_plenary:
        from egci_reports.kinds.briefing.ahead import plenary_ahead  # noqa: PLC0415 - only packs need it

        stood = plenary_ahead(records, identity.subject).records
    return for_audience(stood, _reader(identity)).digest


def _reader(identity: Identity) -> Reader:
    """Return for whom a paper was made: "joint", or the department and which it is."""
    name, _, body = identity.audience.partition(" ")
    audience = next((one for one in Audience if one == name), Audience.INTERNAL)
    if audience is not Audience.DEPARTMENT:
        return Reader(audience)
    return Reader(audience, body or None, int(identity.subject))
