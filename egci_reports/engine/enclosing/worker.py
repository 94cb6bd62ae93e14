"""The process that reads the PDFs of others: `python -m egci_reports.engine.enclosing.worker`.

It takes pieces of work on its standard input until that ends, each with its own allowance. A piece that
breaks it is told of by its end.
"""

from __future__ import annotations

import os
import sys
from typing import IO, Any

from egci_reports.engine.enclosing.annex import BROKEN, AnnexError
from egci_reports.engine.enclosing.enclosure import Frame, PlacedEnclosure
from egci_reports.engine.enclosing.limits import Allowance
from egci_reports.engine.enclosing.messages import Message, receive, send


def serve(source: IO[bytes], out: IO[bytes]) -> None:
    """Do what is asked for, piece by piece."""
    while True:
        try:
            asked = receive(source)
        except EOFError:
            return
        Allowance(**asked.said["allowance"]).impose()
        try:
            answer = _done(asked)
        except AnnexError as error:
            answer = Message({"refused": str(error)})
        except MemoryError:
            # what is left of the memory would do for no other piece
            os._exit(2)
        except Exception:  # noqa: BLE001 - a broken file leads anywhere, and pikepdf raises whatever fits
            answer = Message({"refused": BROKEN})
        send(out, answer)


def _done(asked: Message) -> Message:
    # only now, since its memory counts
    from egci_reports.engine.enclosing.examination import examined  # noqa: PLC0415
    from egci_reports.engine.enclosing.merging import enclose  # noqa: PLC0415

    if asked.said["do"] == "examine":
        annex = examined(asked.files[0])
        return Message({"sizes": annex.sizes, "claims": sorted(annex.claims), "is_own": annex.is_own})
    main, *files = asked.files
    given = [_enclosure(said, file) for said, file in zip(asked.said["enclosures"], files, strict=True)]
    return Message({}, (enclose(main, given),))


def _enclosure(said: dict[str, Any], content: bytes) -> PlacedEnclosure:
    frames = tuple(Frame(*frame) for frame in said["frames"])
    return PlacedEnclosure(said["first_page"], said["title"], content, frames, frozenset(said["unpainted"]))


def main() -> None:
    """Serve on the standard streams; what libraries print goes nowhere."""
    out = os.fdopen(os.dup(1), "wb")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    serve(sys.stdin.buffer, out)


if __name__ == "__main__":
    main()
