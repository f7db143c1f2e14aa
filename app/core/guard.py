"""How stock writes are guarded: part of what a channel is, apart because planning needs only this."""

from enum import StrEnum


class Guard(StrEnum):
    """How a channel's stock write protects a sale that we have not heard of."""

    COMPARE_AND_SET = "compare_and_set"  # the write is refused when the number is not the one we expect
    DELTA = "delta"  # the write moves the number, whatever it is
    ABSOLUTE = "absolute"  # the write overwrites whatever is there
