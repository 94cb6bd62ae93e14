"""Lets `python -m egci_reports` stand for the command egci-report."""

from __future__ import annotations

import sys

from egci_reports.cli import main

sys.exit(main())
