"""What a paper is made of: a title, and parts of sentences and tables, already in the seller's language."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under heads. Every row has as many cells as there are heads. `right`: the places of columns of numbers."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section: its title, sentences, numbered lines, and a table."""

    title: str
    sentences: tuple[str, ...] = ()
    numbered: tuple[str, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The whole. `note` stands under the title: whose it is, and when it was made."""

    title: str
    note: str = ""
    parts: tuple[Part, ...] = field(default=())
