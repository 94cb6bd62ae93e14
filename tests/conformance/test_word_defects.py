"""Each planted defect of a Word file is seen: by the lint, or by both validators if the schema forbids it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from tests.cases import mostly_thorough
from tests.conformance.ooxml import audit_errors, sdk_errors
from tests.conformance.planting import changed
from tests.conformance.word import require_sdk
from tests.conformance.word_defects import FOR_THE_LINT, OF_THE_SCHEMA
from tests.conformance.word_lint import Rule, lint
from tests.engine.writers.made import made_sample

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("name", FOR_THE_LINT)
def test_the_lint_sees(name: str) -> None:
    change, rule = FOR_THE_LINT[name]
    found = lint(changed(made_sample().word, change))
    assert rule in {finding.rule for finding in found}, found


@pytest.mark.parametrize("name", mostly_thorough(OF_THE_SCHEMA, (0,)))
def test_the_validators_see(name: str, tmp_path: Path) -> None:
    """That the two tools are at work is seen by the first defect each time."""
    require_sdk()
    broken = tmp_path / "broken.docx"
    broken.write_bytes(changed(made_sample().word, OF_THE_SCHEMA[name]))
    assert audit_errors(broken)
    assert sdk_errors(broken)


def test_every_rule_of_the_lint_is_broken_by_a_defect() -> None:
    """A rule that nothing breaks might as well not be there."""
    assert {rule for _, rule in FOR_THE_LINT.values()} == set(get_args(Rule))
