"""Sleep and clocks that are set: what two clocks say together."""

import pytest

from app.core.waking import Jump, jump


@pytest.mark.parametrize(
    ("wall_s", "ticks_s", "found"),
    [
        (30, 30, None),
        (30.5, 29.8, None),  # slewing
        (120, 119, None),  # a slow call
        (28800, 30, Jump(gap_s=28800)),  # slept, and the ticks stood still (Linux)
        (28800, 28800, Jump(gap_s=28800)),  # slept, and they did not (Windows)
        (3630, 30, Jump(gap_s=3630)),  # set forward
        (-3570, 30, Jump(back_s=3600)),  # set back
        (25, 30, Jump(back_s=5)),
    ],
)
def test_what_two_clocks_say(wall_s, ticks_s, found):
    assert jump(wall_s, ticks_s) == found
