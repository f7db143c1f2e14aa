"""A message to a customer: its four required parts as marked ranges, and whether each is there.

What happened, in plain words; the options, with dates; an apology in the seller's own words; what happens next, and
when. No template writes the apology.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.text import N_, NN_, Text

OWN_WORDS = 3  # an apology has at least so many that no other customer got


class Part(StrEnum):
    """The four parts. The value names them in a template."""

    HAPPENED = "happened"
    APOLOGY = "apology"
    OPTIONS = "options"
    NEXT = "next"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A range of a message, in characters: a part (`part` True, `name` a `Part`), or a field that was filled in."""

    start: int
    end: int
    name: str
    part: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Words and the ranges in them."""

    words: str
    marks: tuple[Mark, ...] = ()

    def part(self, part: Part) -> str:
        """What stands in a part; empty where it is gone or was never written."""
        return " ".join(self.words[mark.start : mark.end] for mark in self.marks if mark.part and mark.name == part)

    def without_fields(self) -> str:
        """The words with all that was filled in taken out: what two messages are compared by."""
        kept, at = [], 0
        for mark in sorted((one for one in self.marks if not one.part), key=lambda one: one.start):
            if mark.start >= at:
                kept.append(self.words[at : mark.start])
                at = mark.end
        return _plain("".join((*kept, self.words[at:])))


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """Is a part there? `note` says what is missing, or what was found."""

    part: Part
    done: bool
    note: Text


def checks(message: Message, *, options: int, dated: bool, others: Sequence[str] = ()) -> tuple[Check, ...]:
    """The four parts of a message. `options`: how many are offered; `dated`: has each a date, or needs none?

    `others` are the apologies that other customers got.
    """
    return (
        _happened(message.part(Part.HAPPENED)),
        _options(message.part(Part.OPTIONS), options, dated=dated),
        _apology(message.part(Part.APOLOGY), others),
        _next(message.part(Part.NEXT)),
    )


def _happened(words: str) -> Check:
    done = len(_words(words)) >= 5
    note = N_("In your words or ours") if done else N_("Say it in one sentence.")
    return Check(part=Part.HAPPENED, done=done, note=note)


def _options(words: str, options: int, *, dated: bool) -> Check:
    if not options:
        return Check(part=Part.OPTIONS, done=False, note=N_("Choose what you offer."))
    if not words.strip():
        return Check(part=Part.OPTIONS, done=False, note=N_("They are gone from the text."))
    if not dated:
        return Check(part=Part.OPTIONS, done=False, note=N_("A date is missing."))
    return Check(part=Part.OPTIONS, done=True, note=NN_("{n} option", "{n} options", options))


def _apology(words: str, others: Sequence[str]) -> Check:
    own = own_words(words, others)
    if not _words(words):
        return Check(part=Part.APOLOGY, done=False, note=N_("Still empty. No template can do this for you."))
    if len(own) < OWN_WORDS:
        return Check(part=Part.APOLOGY, done=False, note=N_("Another customer got these words already."))
    return Check(part=Part.APOLOGY, done=True, note=N_("In your own words"))


def _next(words: str) -> Check:
    done = bool(_words(words)) and has_time(words)
    note = N_("With a day") if done else N_("Say by when.")
    return Check(part=Part.NEXT, done=done, note=note)


def own_words(words: str, others: Iterable[str]) -> set[str]:
    """Words of an apology that no other customer got."""
    return set(_words(words)) - {word for other in others for word in _words(other)}


_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec january february march april june july august september october"
    " november december januar februar märz mai juni juli oktober dezember"
)
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}\b|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}\.\s?\d{1,2}\.|\b\d{1,2}\.?\s+(?:"
    + "|".join(_MONTHS.split())
    + r")\b|\b(?:"
    + "|".join(_MONTHS.split())
    + r")\s+\d{1,2}\b|\b(?:today|tomorrow|heute|morgen)\b",
    re.IGNORECASE,
)


def has_time(words: str) -> bool:
    """Does it name a day or an hour?"""
    return _TIME.search(words) is not None


def may_send(found: Sequence[Check]) -> Text | None:
    """Why a message cannot be marked as sent: without an apology and a next step it never is. None: it can."""
    missing = {check.part for check in found if not check.done}
    if Part.APOLOGY in missing:
        return N_("Write the apology first.")
    if Part.NEXT in missing:
        return N_("Say what happens next, and by when.")
    return None


def same_as(message: Message, others: Sequence[Message]) -> int:
    """How many other customers got the very same text, fields aside."""
    mine = message.without_fields()
    return sum(other.without_fields() == mine for other in others)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
