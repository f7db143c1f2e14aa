"""Sentences for people, made where no window is known.

A `Text` keeps its whole template apart from its values, so that the window can translate it; `str()` gives English.
"""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime, timedelta

from app.core.records import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A sentence: a template with `{named}` slots, and what goes into them.

    `one` and `n` are set where the sentence counts something: `one` is then the template for exactly one.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    one: str | None = None
    n: int | None = None

    def __str__(self) -> str:
        template = self.one if self.one is not None and self.n == 1 else self.template
        return template.format_map({name: _plain(value) for name, value in self.values.items()})


def N_(template: str, /, **values: object) -> Text:  # noqa: N802 - the name translators' tools look for
    """Mark a sentence for translation and keep its values apart."""
    return Text(template, values)


def NN_(one: str, many: str, n: int, /, **values: object) -> Text:  # noqa: N802
    """Like `N_`, for a sentence that counts `{n}` things."""
    return Text(many, {"n": n, **values}, one, n)


def signed(number: int) -> str:
    """A change as people read it, with a true minus: +3, −2, 0."""
    return f"+{number}" if number > 0 else plain_number(number)


def plain_number(number: int) -> str:
    """A number with a true minus sign (U+2212)."""
    return f"−{-number}" if number < 0 else str(number)


def plain_duration(length: timedelta) -> str:
    """A length of time by its two largest units: 48 s, 20 min 48 s, 2 h 5 min, 3 days."""
    seconds = int(length.total_seconds())
    if seconds < 3600:
        minutes, rest = divmod(seconds, 60)
        return " ".join(filter(None, (f"{minutes} min" * bool(minutes), f"{rest} s" * bool(rest or not minutes))))
    if seconds < 86400:
        hours, rest = divmod(seconds // 60, 60)
        return f"{hours} h {rest} min" if rest else f"{hours} h"
    days = seconds // 86400
    return f"{days} day" if days == 1 else f"{days} days"


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M")
    if isinstance(value, timedelta):
        return plain_duration(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return plain_number(value)
    return value
