"""How alike two titles are: words in common, rare ones counting for more. Fast for thousands by thousands."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from math import log

from app.core.packs import without_pack

COMMON = 300  # a word in more titles than this finds nobody by itself
_WORD = re.compile(r"\w+")
_UNIT = re.compile(r"(?<=\d)(?=[a-z]{1,3}\b)")  # "35cm" is "35 cm"


@lru_cache(maxsize=8192)
def words_of(title: str) -> frozenset[str]:
    """The words of a title: small letters, without accents, pack words and the plural's s."""
    plain = without_pack(title)
    if not plain.isascii():
        parted = unicodedata.normalize("NFKD", plain)
        plain = "".join(letter for letter in parted if not unicodedata.combining(letter))
    found = _WORD.findall(_UNIT.sub(" ", plain))
    return frozenset(word[:-1] if len(word) > 3 and word.endswith("s") else word for word in found)


class Titles:
    """Titles to be compared with, indexed by their words."""

    def __init__(self, titles: Sequence[str]) -> None:
        self._words = [words_of(title) for title in titles]
        self._with: dict[str, list[int]] = {}
        for place, words in enumerate(self._words):
            for word in words:
                self._with.setdefault(word, []).append(place)
        self._rare = log(1 + len(titles))
        self._weights = {word: log(1 + len(titles) / len(places)) for word, places in self._with.items()}
        self._sums = [self._weight(words) for words in self._words]
        self._digits = [_digits(words) for words in self._words]

    def like(self, title: str, *, least: float, most: int) -> list[tuple[int, float]]:
        """The places of the titles most like this one, the best first, each with its score between 0 and 1.

        The score is Dice's coefficient (1945), 2 |A and B| / (|A| + |B|), with each word weighted by how rare it is.
        Titles with different numbers ("350 ml", "500 ml") are other sizes of a thing: their score is halved.
        """
        words = words_of(title)
        total, digits = self._weight(words), _digits(words)
        common = frozenset(word for word in words if len(self._with.get(word, ())) > COMMON)
        most_added = self._weight(common)
        found = []
        for place, shared in self._shared(words - common).items():
            # What all the common words would add is looked at first: few places are worth more than that.
            both = total + self._sums[place]
            if 2 * (shared + most_added) >= least * both:
                score = 2 * (shared + self._weight(common & self._words[place])) / both
                found.append((place, score if digits == self._digits[place] else score / 2))
        alike = [one for one in found if one[1] >= least]
        return sorted(alike, key=lambda one: (-one[1], one[0]))[:most]

    def _shared(self, words: frozenset[str]) -> dict[int, float]:
        """By place: the weight of these words that it has."""
        shared: dict[int, float] = {}
        for word in words:
            for place in self._with.get(word, ()):
                shared[place] = shared.get(place, 0.0) + self._weights[word]
        return shared

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self._weights.get(word, self._rare) for word in words)


def _digits(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word for word in words if any(letter.isdigit() for letter in word))
