"""Packs a copy and its memo into a zip file or a message; the same copy always gives the same bytes."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from io import BytesIO

from egci_reports.app.papers.receipts import sha256
from egci_reports.distribution.letters import Message
from egci_reports.distribution.names import one_line

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file knows: its files bear no other."""

_WORD = "vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, slots=True)
class CopyFiles:
    """A copy as it goes out: the name of its PDF, the PDF, the name of the memo, the memo, the message.

    `enclosed` is a Word form that goes with it.
    """

    name: str
    paper: bytes
    memo_name: str
    memo: bytes
    message: Message
    enclosed: bytes | None = None

    @property
    def files(self) -> dict[str, bytes]:
        """All that its holder gets, by name."""
        form = {} if self.enclosed is None else {f"{self.stem}_form.docx": self.enclosed}
        return {self.name: self.paper, self.memo_name: self.memo, **form}

    @property
    def stem(self) -> str:
        """How the names of the files begin."""
        return self.name.removesuffix(".pdf")

    @property
    def sha256(self) -> str:
        """The hash of the PDF."""
        return sha256(self.paper)


def zipped(files: CopyFiles) -> bytes:
    """Return a zip file with the copy, its memo and its form."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.files.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.external_attr = 0o644 << 16
            package.writestr(info, content)  # they are compressed already
    return out.getvalue()


def draft_message(files: CopyFiles, address: str | None) -> bytes:
    """Return the message as a file that mail programs open to be sent: without sender and date."""
    message = _message(files, address)
    message["X-Unsent"] = "1"  # Outlook opens it for editing
    return message.as_bytes(policy=SMTP)


def mail_message(files: CopyFiles, sender: str, address: str, at: datetime) -> bytes:
    """Return the message to be sent, with its id and date."""
    message = _message(files, address)
    message["From"] = sender
    message["Date"] = format_datetime(at)
    message["Message-ID"] = message_id(files, sender)
    return message.as_bytes(policy=SMTP)


def message_id(files: CopyFiles, sender: str) -> str:
    """Return the id of a message: the same whenever this copy is sent, so that servers know it again."""
    return f"<{files.sha256[:32]}@{sender.rpartition('@')[2]}>"


def _message(files: CopyFiles, address: str | None) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message["Subject"] = one_line(files.message.subject)
    if address:
        message["To"] = address
    message.set_content(files.message.text, cte="quoted-printable")
    for name, content in files.files.items():
        subtype = "pdf" if name.endswith(".pdf") else _WORD
        message.add_attachment(content, maintype="application", subtype=subtype, filename=name)
    message.set_boundary(f"=_{files.sha256[:32]}")
    return message
