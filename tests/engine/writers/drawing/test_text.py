"""Text fits its room and loses nothing where there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from egci_reports.engine.writers.drawing.text import ELLIPSIS, estimate, fit
from tests.engine.writers.drawing.conftest import true_measure
from tests.engine.writers.drawing.made_up import TEXT


def test_the_estimate_is_close_above_the_true_width_of_english() -> None:
    for bold in (False, True):
        for code in [*range(0x20, 0x7F), *map(ord, "–’‘“”…\u00a0×−")]:
            true, reckoned = true_measure(chr(code), 10.0, bold), estimate(chr(code), 10.0, bold)
            assert true <= reckoned <= true + 1.7


def test_the_estimate_of_a_sentence_is_close() -> None:
    text = "Office of the Telecommunications Authority, 2 296 cases (2013-14)"
    for bold in (False, True):
        assert 1.0 <= estimate(text, 8.5, bold) / true_measure(text, 8.5, bold) < 1.02


@given(TEXT, st.floats(20, 300), st.integers(1, 4), st.booleans())
def test_no_line_is_wider_than_the_room_and_no_more_lines_come(
    text: str, width: float, lines: int, bold: bool
) -> None:
    fitted = fit(text, width, 8.5, lines=lines, bold=bold, measure=true_measure)
    assert len(fitted) <= lines
    assert all(true_measure(line, 8.5, bold) <= width for line in fitted)


@given(TEXT, st.floats(130, 300))
def test_nothing_is_lost_where_lines_are_enough(text: str, width: float) -> None:
    fitted = fit(text, width, 8.5, lines=100)
    assert "".join(fitted).replace(" ", "") == text.replace(" ", "")


@given(TEXT, st.floats(20, 300), st.integers(1, 4))
def test_the_true_width_never_needs_more_lines_than_the_estimate(text: str, width: float, lines: int) -> None:
    assert len(fit(text, width, 8.5, lines=lines, measure=true_measure)) <= max(
        1, len(fit(text, width, 8.5, lines=lines))
    )


def test_what_does_not_fit_ends_in_an_ellipsis_but_a_number_is_left_out() -> None:
    (line,) = fit("Telecommunications", 40.0, 8.5)
    assert line.startswith("Tel")
    assert line.endswith(ELLIPSIS)
    assert fit("1 234 567", 20.0, 8.5) == ()


def test_chinese_breaks_between_ideographs_but_not_before_a_closing_sign() -> None:
    assert fit("資訊科技，署", 8.5 * 4.2, 8.5, lines=3) == ("資訊科", "技，署")
