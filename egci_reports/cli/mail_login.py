"""The mail server of a command, with its login: from the environment or asked for, never from a file."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

from egci_reports.cli.layout import plain
from egci_reports.errors import Finding, UsageError

if TYPE_CHECKING:
    from egci_reports.distribution.mail import Server


def logged_in(address: str | None, sender: str | None) -> Server:
    """Return the mail server at an address with its login; without a user in the environment, with none.

    Raises UsageError for an address or a sender that mail cannot be sent with, and where nobody is there to
    be asked for the password (U408).
    """
    from dataclasses import replace  # noqa: PLC0415

    from egci_reports.distribution.mail import server_of  # noqa: PLC0415

    server, user = server_of(address, sender), os.environ.get("EGCI_SMTP_USER")
    if not user:
        return server
    password = os.environ.get("EGCI_SMTP_PASSWORD")
    if password is None and not sys.stdin.isatty():
        hint = "set EGCI_SMTP_PASSWORD, or give the command in a terminal, where it is asked for"
        raise UsageError(Finding("U408", "there is no password for the mail server", hint=hint))
    if password is None:
        password = click.prompt(f"Password of {plain(user)}", hide_input=True, err=True)
    return replace(server, user=user, password=password)
