"""Words on the screen: sentences translated whole, with plurals, and values as the seller's locale writes them.

`say` is for the `Text`s that other parts made, `tr` and `trn` are for the window's own sentences. The rest writes
numbers, money, moments and lengths of time. Nothing here knows a widget.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from app.core.money import digits_of
from app.core.text import Text

CONTEXT = "plimsoll"
NOTHING = "–"  # what stands where there is no value
_MINUS = "−"
_MINUTE_S, _HOUR_S, _DAY_S = 60, 3600, 86400
_WEEK_DAYS = 6  # further away, a weekday's name could mean two days

_SYMBOLS = {"EUR": "€", "GBP": "£", "JPY": "¥", "USD": "$"}

_YEAR = r"[\s,]*('[^']*'\s*)?y+\s*(年|년|'[^']*'\.?|\.)?\s*"
_WEEKDAY = r"dddd(\s*'[^']*'|ที่)?"


# Sentences


def say(text: Text, *, now: datetime | None = None) -> str:
    """A sentence that another part made, in the seller's language. With `now`, moments in it are as short as may be."""
    return _filled(text.template, text.one, text.n, text.values, now)


def tr(template: str, /, **values: object) -> str:
    """One of the window's own sentences."""
    return _filled(template, None, None, values, None)


def trn(one: str, many: str, n: int, /, **values: object) -> str:
    """Like `tr`, for a sentence that counts `{n}` things."""
    return _filled(many, one, n, {"n": n, **values}, None)


def _filled(template: str, one: str | None, n: int | None, values: Mapping[str, object], now: datetime | None) -> str:
    shown = {name: _shown(value, now) for name, value in values.items()}
    english = one if one is not None and n == 1 else template
    # Translators file a counted sentence under its many-form: Qt's plural rules choose among what they wrote.
    translated = QCoreApplication.translate(CONTEXT, template, None, -1 if n is None else n)
    if translated in (template, ""):
        return english.format_map(shown)
    try:
        return translated.format_map(shown)
    except (LookupError, ValueError):  # a translator mistyped a slot: English is better than no window
        return english.format_map(shown)


def _shown(value: object, now: datetime | None) -> str:
    match value:
        case None:
            return NOTHING
        case Text():
            return say(value, now=now)
        case bool():
            return str(value)
        case int():
            return number(value)
        case float():
            return decimal(value)
        case datetime():
            return when(value, now) if now else _in_full(value)
        case date():
            return day(value, now) if now else calendar_date(value, None)
        case timedelta():
            return duration(value)
    return str(value)


# Numbers


def number(value: int) -> str:
    """A quantity with a true minus: 1,846 or −3."""
    return _true_minus(QLocale().toString(value))


def signed(value: int) -> str:
    """A change with its sign: +3, −2, 0."""
    return f"+{number(value)}" if value > 0 else number(value)


def decimal(value: float, digits: int = 2) -> str:
    """A measured or computed number: 5.03."""
    return _true_minus(QLocale().toString(float(value), "f", digits))


def percent(share: float, digits: int = 0) -> str:
    """A share of one as a percentage: 0.122 is "12 %"."""
    return tr("{number} %", number=decimal(share * 100, digits))


def money(minor: int, currency: str, *, short: bool = False) -> str:
    """Minor units of a currency: "£27.50". `short` leaves out zero pence: "£24"."""
    locale = QLocale()
    digits = digits_of(currency)
    unit: int = 10**digits
    shown = 0 if short and minor % unit == 0 else digits
    own = locale.currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode) == currency
    symbol = locale.currencySymbol() if own else _SYMBOLS.get(currency, f"{currency}\u00a0")
    written = locale.toCurrencyString(abs(minor) / unit, symbol, shown)
    return f"{_MINUS}{written}" if minor < 0 else written  # some locales would put it in brackets


def all_of(items: Iterable[str]) -> str:
    """Names in a row: "Tom, Hanna and Priya"."""
    return QLocale().createSeparatedList(list(items))


def _true_minus(written: str) -> str:
    return written.replace("-", _MINUS)


# Moments


def when(at: datetime, now: datetime, *, short: bool = False) -> str:
    """A moment, as short as it stays clear: "13:11" today, "Wed 19:44" this week, else "3 February".

    `short` shortens the month too: "3 Feb".
    """
    local, today = at.astimezone(), now.astimezone().date()
    away = (local.date() - today).days
    if away == 0:
        return clock_time(at)
    if abs(away) <= _WEEK_DAYS:
        return tr("{weekday} {time}", weekday=weekday(local.date()), time=clock_time(at))
    return calendar_date(local.date(), today, short=short)


def moment(at: datetime, now: datetime, *, short: bool = False) -> str:
    """A moment that stands alone, with its day said: "Today 13:11", "Wed 19:44", "3 February"."""
    if at.astimezone().date() == now.astimezone().date():
        return tr("Today {time}", time=clock_time(at))
    return when(at, now, short=short)


def clock_time(at: datetime, *, seconds: bool = False) -> str:
    """The time of day here: "14:31", or "14:31:52"."""
    local, locale = at.astimezone(), QLocale()
    pattern = locale.timeFormat(QLocale.FormatType.ShortFormat)
    if seconds:
        pattern = pattern.replace("mm", f"mm{':' if ':' in pattern else '.'}ss")
    return locale.toString(QTime(local.hour, local.minute, local.second), pattern)


def day(on: date, now: datetime, *, long: bool = False) -> str:
    """A day with its weekday: "Fri 22 May", or "Friday 22 May"."""
    return tr(
        "{weekday} {date}",
        weekday=weekday(on, long=long),
        date=calendar_date(on, now.astimezone().date(), short=not long),
    )


def clock_words(at: time) -> str:
    """A time of day that is no moment: "08:00"."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def weekday(on: date, *, long: bool = False) -> str:
    """A weekday's name: "Sat" or "Saturday"."""
    kind = QLocale.FormatType.LongFormat if long else QLocale.FormatType.ShortFormat
    return QLocale().standaloneDayName(on.isoweekday(), kind)


def calendar_date(on: date, today: date | None, *, short: bool = False) -> str:
    """A date, with its year only when it is not this year's: "3 February", "3 February 2025", "9 May".

    `today` None: nobody knows, so the year is said.
    """
    locale = QLocale()
    pattern = re.sub(_WEEKDAY, "", locale.dateFormat(QLocale.FormatType.LongFormat)).strip(" ,،")
    if today is not None and on.year == today.year:
        pattern = re.sub(_YEAR, " ", pattern).strip(" ,،")
    if short:
        pattern = pattern.replace("MMMM", "MMM")
    return locale.toString(QDate(on.year, on.month, on.day), pattern)


def duration(length: timedelta | float, *, coarse: bool = False) -> str:
    """A length of time: "8 s", "6 min 12 s", "1 h 36 min", "3 days". `coarse` says only the largest unit."""
    seconds = int(length.total_seconds() if isinstance(length, timedelta) else length)
    if seconds < _MINUTE_S:
        return tr("{seconds} s", seconds=seconds)
    if seconds < _HOUR_S:
        minutes, rest = divmod(seconds, _MINUTE_S)
        whole = coarse or not rest
        return (
            tr("{minutes} min", minutes=minutes)
            if whole
            else tr("{minutes} min {seconds} s", minutes=minutes, seconds=rest)
        )
    if seconds < _DAY_S:
        hours, rest = divmod(seconds // _MINUTE_S, 60)
        whole = coarse or not rest
        return tr("{hours} h", hours=hours) if whole else tr("{hours} h {minutes} min", hours=hours, minutes=rest)
    return trn("{n} day", "{n} days", seconds // _DAY_S)


def ago(at: datetime, now: datetime) -> str:
    """How long since: "6 min 12 s ago", "73 days ago". A moment still to come is "now"."""
    seconds = int((now - at).total_seconds())
    if seconds <= 0:
        return tr("now")
    if seconds < _DAY_S:
        return tr("{duration} ago", duration=duration(seconds))
    return trn("{n} day ago", "{n} days ago", seconds // _DAY_S)


def _in_full(at: datetime) -> str:
    return tr("{date}, {time}", date=calendar_date(at.astimezone().date(), None), time=clock_time(at))
