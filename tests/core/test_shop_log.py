"""What is understood of a shop's own log."""

from datetime import UTC, datetime

import pytest

from app.core.shop_log import MOST, WORDS_MOST, Sign, read_log

AT = datetime(2026, 5, 14, 13, 11, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("2026-05-14T13:11:02+00:00 Info Stock levels reduced: Mug (MUG) 5→4", Sign.STOCK),
        ("2026-05-14 15:11:02+0200 Notice: insufficient stock for order 7", Sign.SHORT),
        ("05-14 2026-05-14T13:11:02.512Z ERROR Deadlock found when trying to get lock", Sign.DATABASE),
        ("[14-May-2026 13:11:02 UTC] WordPress database error for query UPDATE", Sign.DATABASE),
        ("2026-05-14 13:11:02 Slow query: 8.2 s", Sign.SLOW),
    ],
)
def test_every_usual_form_and_what_it_is_about(line: str, sign: Sign) -> None:
    (found,) = read_log(line)
    assert (found.at, found.sign) == (AT, sign)
    assert "13:11:02" not in found.words


@pytest.mark.parametrize(
    "line",
    [
        "", "Stock levels reduced, no time", "2026-05-14T13:11:02Z Payment complete", "2026-13-41T99:11:02Z stock",
        "[14-Mai-2026 13:11:02 UTC] stock", "0001-01-01T00:00:00+14:00 stock",
    ],
)  # fmt: skip
def test_what_says_nothing_is_left_out(line: str) -> None:
    assert read_log(line) == []


def test_it_is_bounded_ordered_and_names_no_mail_address() -> None:
    lines = [
        f"2026-05-14T13:{n // 60:02}:{n % 60:02}Z stock of jo@example.org at 203.0.113.7 {'x' * 400}"
        for n in range(300, 0, -1)
    ]
    found = read_log("\n".join([*lines, *lines]))
    assert len(found) == MOST
    assert [line.at for line in found] == sorted(line.at for line in found)
    assert all(len(line.words) <= WORDS_MOST and "@" not in line.words and "203" not in line.words for line in found)
