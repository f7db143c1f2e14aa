"""How wide the columns of a table are on paper."""

from collections.abc import Sequence

_WORD_MAX = 0.3  # of the page: a longer word may be broken


def widths(columns: Sequence[tuple[float, float]], room: float, gap: float) -> list[float]:
    """Widths that fill `room` with a gap between the columns, from each one's longest word and longest cell.

    Where all cells fit on one line, what is left is shared by their lengths. Else each column gets its longest word,
    and the rest goes first to those that want little more; words are broken only where even they do not fit.
    """
    room -= gap * (len(columns) - 1)
    words = [min(word, room * _WORD_MAX) for word, _ in columns]
    wanted = [max(cell, word) for (_, cell), word in zip(columns, words, strict=True)]
    if sum(wanted) <= room:
        return _scaled(wanted, room)
    if sum(words) >= room:
        return _scaled(words, room)
    return _filled(words, wanted, room)


def _filled(words: Sequence[float], wanted: Sequence[float], room: float) -> list[float]:
    """Those that want little more get it, and those that want most share what is left of the rest."""
    found, rest = list(words), room - sum(words)
    order = sorted(range(len(words)), key=lambda place: wanted[place] - words[place])
    for done, place in enumerate(order):
        more = min(wanted[place] - words[place], rest / (len(order) - done))
        found[place] += more
        rest -= more
    return found


def _scaled(sizes: Sequence[float], room: float) -> list[float]:
    return [size * room / sum(sizes) for size in sizes]
