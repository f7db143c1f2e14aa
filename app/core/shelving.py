"""Places as they are written in one line: "Shelf A, bay 1; Back room". A comma belongs to a place."""

from collections.abc import Iterable


def read(text: str) -> list[str]:
    """The places of a line, in order and each once."""
    return list(dict.fromkeys(place for place in (" ".join(part.split()) for part in text.split(";")) if place))


def written(places: Iterable[str]) -> str:
    """The line that says these."""
    return "; ".join(places)
