"""Sleep and clocks that are set, told by comparing the wall clock with one that only counts seconds.

Moments in the inventory are the wall clock's. While the two agree, a wait is as long as it was meant. Where they part,
the computer slept (some of these clocks stand still meanwhile) or somebody set the clock; where neither was asked for a
long time, it slept too. Daylight saving is no jump: moments are UTC.
"""

from app.core.records import dataclass

APART_S = 2.0  # less is the usual slewing of a clock that is kept right
LONG_S = 180.0  # a lane asks at least every half minute, and no call takes this long


@dataclass(frozen=True, slots=True)
class Jump:
    """Seconds by which the wall clock was set back, or else nobody listened for a while, by the wall clock."""

    back_s: float = 0.0
    gap_s: float = 0.0


def jump(wall_s: float, ticks_s: float) -> Jump | None:
    """From the seconds that went by between two looks on either clock; None where nothing happened."""
    apart = wall_s - ticks_s
    if apart < -APART_S:
        return Jump(back_s=-apart)
    if apart > APART_S or ticks_s > LONG_S:
        return Jump(gap_s=wall_s)
    return None
