"""Lines of a shop's own log that the seller pastes: their moments and words, without addresses of people."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

LINES_MAX = 60
WORDS_MAX = 200
# WooCommerce: "2026-05-14T13:05:10+00:00 CRITICAL …"; WordPress' debug.log: "[14-May-2026 13:05:10 UTC] PHP Fatal …".
_WOO = re.compile(r"^\s*(\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}:\d{2}(?:[+-]\d{2}:?\d{2}|Z)?)\s+(.*)$")
_DEBUG = re.compile(r"^\s*\[(\d{2}-[A-Z][a-z]{2}-\d{4} \d{2}:\d{2}:\d{2})(?: UTC)?\]\s*(.*)$")
_PEOPLE = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b\d{1,3}(?:\.\d{1,3}){3}\b")


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class LogLine:
    """One line: when the shop wrote it, and what."""

    at: datetime
    words: str


def lines_of(pasted: str) -> list[LogLine]:
    """The lines that say when they were written, in the order of time, each once. A time without a zone is UTC."""
    return merged((), (line for line in map(_line, pasted.splitlines()) if line is not None))


def merged(kept: Iterable[LogLine], new: Iterable[LogLine]) -> list[LogLine]:
    """Both together, each line once; of too many the newest."""
    return sorted({*kept, *new})[-LINES_MAX:]


def within(lines: Sequence[LogLine], begin: datetime, end: datetime) -> int:
    """How many of them fall into that time."""
    return sum(begin <= line.at <= end for line in lines)


def _line(written: str) -> LogLine | None:
    if (found := _WOO.match(written)) is not None:
        at = _moment(found[1].replace("Z", "+00:00"), "")
    elif (found := _DEBUG.match(written)) is not None:
        at = _moment(found[1], "%d-%b-%Y %H:%M:%S")
    else:
        return None
    words = " ".join(_PEOPLE.sub("…", found[2]).split())[:WORDS_MAX]
    return LogLine(at=at, words=words) if at is not None and words else None


def _moment(written: str, pattern: str) -> datetime | None:
    try:
        at = datetime.strptime(written, pattern) if pattern else datetime.fromisoformat(written)  # noqa: DTZ007 - below
    except ValueError:
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)
