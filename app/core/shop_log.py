"""Lines of a shop's own log, pasted by the seller: those that say something of stock, each with its moment (R61)."""

import re
from datetime import UTC, datetime, timedelta, timezone
from enum import StrEnum

from app.core.records import dataclass

MOST = 200  # lines that are kept
WORDS_MOST = 200  # characters of one
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:\.\d+)?\s?(Z|[+-]\d\d:?\d\d)?")
_PHP = re.compile(r"\[(\d\d)-([A-Z][a-z]{2})-(\d{4}) (\d\d):(\d\d):(\d\d)[^\]]*\]")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_PERSON = re.compile(r"\S+@\S+|\b\d{1,3}(?:\.\d{1,3}){3}\b")  # mail addresses, and those of computers


class Sign(StrEnum):
    """What a line is about, the most telling first."""

    DATABASE = "database"
    SLOW = "slow"
    SHORT = "short"
    STOCK = "stock"


_SIGNS = {
    Sign.DATABASE: ("database error", "deadlock", "lock wait timeout"),
    Sign.SLOW: ("slow query", "slow-query", "timed out", "execution time"),
    Sign.SHORT: ("insufficient", "not enough stock", "out of stock"),
    Sign.STOCK: ("stock",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class LogLine:
    """One line: when, what it is about, and its words without addresses of people."""

    at: datetime
    sign: Sign
    words: str


def read_log(text: str) -> list[LogLine]:
    """The telling lines of what was pasted, in the order of time. Without a zone it is UTC, as WooCommerce has it."""
    found = [line for line in map(_line, text.splitlines()) if line is not None]
    return sorted(dict.fromkeys(found), key=lambda line: line.at)[:MOST]


def _line(text: str) -> LogLine | None:
    moment, rest = _moment(text)
    low = rest.casefold()
    sign = next((sign for sign, words in _SIGNS.items() if any(word in low for word in words)), None)
    if moment is None or sign is None:
        return None
    return LogLine(at=moment, sign=sign, words=" ".join(_PERSON.sub("…", rest).split())[:WORDS_MOST])


def _moment(text: str) -> tuple[datetime | None, str]:
    """The first moment of a line, and what is written beside it."""
    if php := _PHP.search(text):
        day, month, year, *clock = php.groups()
        at = _made(year, str(_MONTHS.index(month) + 1) if month in _MONTHS else "0", day, *clock)
        return at, text[: php.start()] + text[php.end() :]
    if iso := _ISO.search(text):
        *numbers, zone = iso.groups()
        return _made(*numbers, zone=zone or "Z"), text[: iso.start()] + text[iso.end() :]
    return None, text


def _made(*numbers: str, zone: str = "Z") -> datetime | None:
    offset = timedelta()
    if zone != "Z":
        hours, minutes = int(zone[1:3]), int(zone[-2:])
        offset = timedelta(hours=hours, minutes=minutes) * (-1 if zone[0] == "-" else 1)
    try:
        return datetime(*map(int, numbers), tzinfo=timezone(offset)).astimezone(UTC)  # type: ignore[misc,arg-type]
    except (ValueError, OverflowError):
        return None
