"""How times are written in the database: UTC, milliseconds, text that sorts as time."""

from datetime import UTC, datetime
from functools import lru_cache


@lru_cache(maxsize=64)  # one step writes the same few moments again and again
def stamp(at: datetime) -> str:
    """`2026-05-14T13:11:00.000Z`. The time must be aware."""
    return at.astimezone(UTC).isoformat(timespec="milliseconds")[:-6] + "Z"


def moment(text: str) -> datetime:
    """The aware time that `stamp` wrote."""
    return datetime.fromisoformat(text)


def moment_or_none(text: str | None) -> datetime | None:
    """The time, or None where none was written."""
    return None if text is None else datetime.fromisoformat(text)
