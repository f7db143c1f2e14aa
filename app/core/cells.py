"""What stands in a spreadsheet's cell, read and written: numbers in any country's spelling, and no formulas."""

import re
from dataclasses import dataclass

from app.core.money import digits_of
from app.core.text import N_, Text

PIECES_MAX = 1_000_000
CLEARED = frozenset({"-", "−", "–", "—"})  # "no value", where an empty cell leaves the value as it is

# What a spreadsheet program takes for a formula (OWASP, "CSV injection"), also behind spaces and in full width.
_FORMULA = re.compile(r"'*\s*[=+\-@＝＋－＠]|'*[\t\r\n]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # no .xlsx can hold these
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_WHOLE_NUMBER = re.compile(r"\d{1,9}(?:[.,]0+)?")
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’]\d{3})+")
_ROUNDED = re.compile(r"\d+(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """A value that was read, or what is wrong with it."""

    value: int | str | None = None
    wrong: Text | None = None


def guarded(text: str) -> str:
    """A text that no program will take for a formula. `unguarded` gives the same text back."""
    text = _CONTROL.sub("", text)
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text as it was before `guarded`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text


def pieces(text: str) -> Found:
    """A whole number from 0 up."""
    plain = _SPACES.sub("", text)
    if _WHOLE_NUMBER.fullmatch(plain):
        number = int(re.split("[.,]", plain)[0])
        return Found(number) if number <= PIECES_MAX else Found(wrong=N_("more than {most}", most=PIECES_MAX))
    if _GROUPED.fullmatch(plain):
        return Found(wrong=N_("“{text}” can be read in two ways: write it without points or commas", text=text))
    return Found(wrong=N_("“{text}” is not a whole number from 0 up", text=text))


def minor_units(text: str, currency: str) -> Found:
    """An amount of money in minor units, with a decimal point or comma: "12.50", "12,50", "1.234,50"."""
    digits = digits_of(currency)
    plain = re.sub("['’]", "", _SPACES.sub("", text))
    both = re.fullmatch(r"(\d{1,12}|\d{1,3}(?:([.,])\d{3})+)(?:([.,])(\d+))?", plain)
    if both is None:
        return Found(wrong=N_("“{text}” is not an amount: write the number alone, such as 12.50", text=text))
    whole, group, point, rest = both.groups()
    twice = point is not None and group == point
    ambiguous = point is None and group is not None and plain.count(group) == 1
    if twice or ambiguous or (point is not None and group is None and len(rest) == 3 and digits != 3):
        return Found(wrong=N_("“{text}” can be read in two ways: write it like 1234.50", text=text))
    rest = (rest or "").rstrip("0")
    if len(rest) > digits:
        return Found(wrong=N_("{currency} has {digits} decimal places at most", currency=currency, digits=digits))
    number = int(re.sub("[.,]", "", whole)) * 10**digits + int((rest or "0").ljust(digits, "0") if digits else "0")
    return Found(number)


def tidy(text: str) -> str:
    """A text on one line, without what cannot be shown."""
    return " ".join(_CONTROL.sub("", text).split())


def text_of(text: str, most: int = 255) -> Found:
    """A text of one line. A long number that a spreadsheet has rounded is no text."""
    plain = tidy(unguarded(text))
    if _ROUNDED.fullmatch(plain):
        return Found(
            wrong=N_("“{text}” was rounded by the spreadsheet: format the column as text, and type it again", text=text)
        )
    return Found(plain) if len(plain) <= most else Found(wrong=N_("longer than {most} letters", most=most))
