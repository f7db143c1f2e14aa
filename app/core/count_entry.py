"""The line one counts with: what was typed means something, and what a scanner sent is a code.

A scanner that acts as a keyboard is told from fingers by the time between keys, which is the key events' own: how long
the program took to handle them says nothing (counting.md, rules 2 to 5). Milliseconds.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

GAP_MS = 35  # fingers are slower than this between two keys, scanners faster
CODE_MIN = 4  # a shorter burst is two keys that were hit together
GUARD_MS = 100  # below 125, so that eight scans a second of one thing all count
AMOUNT_MAX = 9999


@dataclass(frozen=True, slots=True)
class Scanner:
    """How the seller's scanner types. `prefix` and `suffix` were learned on the set-up page."""

    prefix: str = ""
    suffix: str = ""
    gap_ms: int = GAP_MS
    guard_ms: int = GUARD_MS


@dataclass(frozen=True, slots=True)
class Scanned:
    """A code that a scanner sent, and the digits that were typed before it: "5 *", or just "5", then a scan."""

    code: str
    times: int = 1


class What(StrEnum):
    """What a typed line asks for."""

    NEXT = "next"  # nothing typed: the next product
    SET = "set"  # this is the number
    ADD = "add"  # so many more or fewer
    TIMES = "times"  # the next scan counts so often
    FIND = "find"  # a SKU, a name or part of it


@dataclass(frozen=True, slots=True)
class Typed:
    """A line that was typed and ended with Enter."""

    what: What
    pieces: int = 0
    words: str = ""


_AMOUNT = re.compile(r"=?\s*(\d{1,4})")
_MORE = re.compile(r"([+\-−])\s*(\d{1,4})")
_TIMES = re.compile(r"(\d{1,4})\s*[*x×]\s*(.*)", re.IGNORECASE)


def read(line: str) -> Typed:
    """What a typed line means. A number is an amount, so a SKU that is one is typed as #1024."""
    text = line.strip()
    if not text:
        return Typed(What.NEXT)
    if text.startswith("#"):
        return Typed(What.FIND, words=text[1:].strip())
    if found := _AMOUNT.fullmatch(text):
        return Typed(What.SET, int(found[1]))
    if found := _MORE.fullmatch(text):
        return Typed(What.ADD, int(found[2]) if found[1] == "+" else -int(found[2]))
    if found := _TIMES.fullmatch(text):
        return Typed(What.TIMES, int(found[1]), found[2].strip())
    return Typed(What.FIND, words=text)


class Keys:
    """The keys of one page, in the order they came. Give it every printable key and every Enter or Tab."""

    def __init__(self, scanner: Scanner) -> None:
        self.scanner = scanner
        self._typed = ""  # by fingers
        self._burst = ""  # perhaps by a scanner
        self._last_ms: float | None = None
        self.quick = False  # did the newest key follow faster than fingers can?
        self._guarded: tuple[str, float] | None = None

    @property
    def text(self) -> str:
        """What the line shows."""
        return self._typed + self._burst

    def clear(self) -> None:
        """An empty line."""
        self._typed = self._burst = ""

    def put(self, text: str) -> None:
        """The line was edited otherwise: this is what was typed."""
        self._typed, self._burst = text, ""

    def key(self, character: str, at_ms: float) -> None:
        """A printable key."""
        self.quick = self._last_ms is not None and at_ms - self._last_ms <= self.scanner.gap_ms
        self._last_ms = at_ms
        if not self.quick:
            self._typed, self._burst = self._typed + self._burst, ""
        self._burst += character

    def enter(self, at_ms: float) -> Scanned | Typed | None:
        """The line ends. None: the same code again so soon that it is one scan sent twice."""
        quick = self._last_ms is not None and at_ms - self._last_ms <= self.scanner.gap_ms
        before, code = self._typed, _stripped(self._burst, self.scanner)
        whole = self.text
        self.clear()
        self._last_ms = None
        if not (quick and len(code) >= CODE_MIN):
            return read(whole)
        times = _times(before)
        if times is None:  # fingers and scanner at once: what was typed is not lost
            return read(whole)
        return self.guard(code, at_ms, times)

    def guard(self, code: str, at_ms: float, times: int = 1) -> Scanned | None:
        """A code, unless it is the one before sent twice."""
        last, self._guarded = self._guarded, (code, at_ms)
        if last is not None and last[0] == code and at_ms - last[1] < self.scanner.guard_ms:
            return None
        return Scanned(code, times)


def _times(typed: str) -> int | None:
    text = typed.strip().rstrip("*x×").strip()
    if not text:
        return 1 if not typed.strip() else None
    return int(text) if text.isdecimal() and 0 < int(text) <= AMOUNT_MAX else None


def _stripped(code: str, scanner: Scanner) -> str:
    """Without control characters and what the scanner puts around a code."""
    plain = "".join(letter for letter in code if letter.isprintable()).strip()
    return plain.removeprefix(scanner.prefix).removesuffix(scanner.suffix)


def once(code: str, known: Callable[[str], bool]) -> str:
    """A code that was delivered twice in one string is one code (P52)."""
    half, rest = code[: len(code) // 2], code[len(code) // 2 :]
    return half if half == rest and not known(code) and known(half) else code


def learned(samples: list[str], code: str) -> Scanner | None:
    """How a scanner types, from a known code that it sent a few times; None where they do not agree."""
    around = {(sample[: sample.find(code)], sample[sample.find(code) + len(code) :]) for sample in samples}
    if not samples or any(code not in sample for sample in samples) or len(around) != 1:
        return None
    prefix, suffix = around.pop()
    return Scanner(prefix=prefix, suffix=suffix)
