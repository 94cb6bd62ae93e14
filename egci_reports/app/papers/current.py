"""Whether papers were made from the records as they are now."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from egci_reports.engine.document.nodes import Identity
from egci_reports.kinds import KINDS
from egci_reports.records.audience.reader import Audience, Reader
from egci_reports.records.audience.select import for_audience
from egci_reports.records.records import Records


def digests_now(records: Records) -> Callable[[Identity], str]:
    """Return what tells the digest of the records from which a paper would be made now.

    `records` are all there are. Papers that are made from the same records, such as the packs of all
    departments, have them put together once. The function raises UsageError where no such paper can be made
    any more.
    """

    @cache
    def ahead(subject: str) -> Records:
        from egci_reports.kinds.briefing.ahead import plenary_ahead  # noqa: PLC0415 - only packs need it

        return plenary_ahead(records, subject).records

    @cache
    def digest(subject: str | None, reader: Reader) -> str:
        return for_audience(records if subject is None else ahead(subject), reader).digest

    def digest_of(identity: Identity) -> str:
        entry = KINDS.get(identity.kind)
        is_before_plenary = entry is not None and entry.before_plenary
        return digest(identity.subject if is_before_plenary else None, _reader(identity))

    return digest_of


def digest_for(records: Records, identity: Identity) -> str:
    """Return the digest of the records from which one paper would be made now; raises as `digests_now`."""
    return digests_now(records)(identity)


def _reader(identity: Identity) -> Reader:
    """Return for whom a paper was made: "joint", or the department and which it is."""
    name, _, body = identity.audience.partition(" ")
    audience = next((one for one in Audience if one == name), Audience.INTERNAL)
    if audience is not Audience.DEPARTMENT:
        return Reader(audience)
    return Reader(audience, body or None, int(identity.subject))
