"""What happens where a tool of the tests is not installed: a skip that says so, a failure in CI."""

from __future__ import annotations

import os

import pytest

_LEFT_OUT = "EGCI_WITHOUT_TOOLS"


def leave_tools_out() -> None:
    """From now on skip all that asks for a tool, in this process and those that it starts: `--quick`."""
    os.environ[_LEFT_OUT] = "1"


def require(found: object, missing: str) -> None:
    """Go on if a tool was found; else skip with what is missing, or fail where EGCI_REQUIRE_TOOLS is 1."""
    if _LEFT_OUT in os.environ:
        pytest.skip("--quick starts no tools from outside")
    if found:
        return
    if os.environ.get("EGCI_REQUIRE_TOOLS") == "1":
        pytest.fail(f"{missing}, and EGCI_REQUIRE_TOOLS is 1")
    pytest.skip(missing)
