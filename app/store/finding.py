"""What the command field looks for in the inventory: products by SKU, name or barcode, and orders by their number.

Each answer comes by an index, so that a key is answered within a frame or two over a hundred thousand products; only
words of one or two letters that are nowhere are looked for in every name (20 ms for a hundred thousand).
"""

from collections.abc import Iterator
from datetime import datetime

from app.core.records import dataclass
from app.store import inventory
from app.store.moments import moment
from app.store.question import Question
from app.store.sqlite import Connection

_LEAST_PART = 3  # the index knows nothing shorter
_LOST = 2  # letters that may go: the slip itself, and one end too short for the index
_LEAST_WORD = 5  # of a shorter word, one letter less leaves too little to tell by
_MOST_LETTERS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundProduct:
    """A product. `nearly`: nothing is written as it was typed, and this is one letter away."""

    sku: str
    title: str
    nearly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundOrder:
    """An order, with its shop's name."""

    number: str
    shop: str
    placed_at: datetime


def products(db: Connection, typed: str, *, now: datetime, limit: int) -> list[FoundProduct]:
    """Products that hold every word typed: those whose SKU begins so first, then by SKU.

    Where there is none at all, those that a single slip of the finger is between.
    """
    if not typed.strip():
        return []
    numbers = _of(db, "select id from product where sku >= ? and sku < ? order by sku limit ?", typed, limit)
    if len(numbers) < limit:
        numbers = list(dict.fromkeys((*numbers, *_holding(db, typed, now, limit))))
    numbers = numbers[:limit]
    if numbers:
        return _named(db, numbers)
    return _named(db, _slips(db, typed, limit), nearly=True)


def orders_beginning(db: Connection, number: str, *, limit: int) -> list[int]:
    """Orders whose number begins so, with or without the sign that some shops put before it."""
    plain = number.strip().lstrip("#")
    if not plain:
        return []
    statement = (
        "select id from sales_order indexed by sales_order_number where number >= ? and number < ?"
        " order by number limit ?"
    )
    return [order for begin in (plain, f"#{plain}") for order in _between(db, statement, begin, limit)]


def orders(db: Connection, typed: str, *, limit: int) -> list[FoundOrder]:
    """Orders whose number begins so."""
    found = orders_beginning(db, typed, limit=limit)[:limit]
    rows = (
        db.execute(
            "select number, name, placed_at from sales_order join shop on shop.id = shop_id where sales_order.id = ?",
            (order,),
        ).fetchone()
        for order in found
    )
    return [FoundOrder(number=number, shop=shop, placed_at=moment(at)) for number, shop, at in rows]


def _holding(db: Connection, typed: str, now: datetime, limit: int) -> list[int]:
    """Rows that hold every word. Of short words alone the first that are met: sorting would look at them all."""
    question = Question(words=typed, sort="sku")
    must = question.conditions(now)
    if must.indexed or not must.short:
        return list(inventory.first(db, question, now=now, limit=limit))
    # Sorted here: SQLite would find the rows in the order of their SKUs, which takes ten times as long.
    statement = f"select sku, id from product not indexed where {must.short} limit :limit"
    return [number for _, number in sorted(db.execute(statement, {**must.values, "limit": limit}))]


def _of(db: Connection, statement: str, typed: str, limit: int) -> list[int]:
    """As it was typed, and in capitals: SKUs mostly are, and the index tells them apart."""
    begin = typed.strip()
    return [number for one in dict.fromkeys((begin, begin.upper())) for number in _between(db, statement, one, limit)]


def _between(db: Connection, statement: str, begin: str, limit: int) -> list[int]:
    begin = begin.encode(errors="ignore").decode()  # half a character, pasted, is no text
    if not begin or begin[-1] == chr(0x10FFFF):
        return []
    end = begin[:-1] + _after(begin[-1])
    return [number for (number,) in db.execute(statement, (begin, end, limit))]


def _after(letter: str) -> str:
    """The next character; those in between that stand for halves are no characters."""
    return "\ue000" if letter == "\ud7ff" else chr(ord(letter) + 1)


def _slips(db: Connection, typed: str, limit: int) -> list[int]:
    """Rows where two letters changed places, or one is missing, one too many or another: what stands around it is
    there.
    """
    words = typed.encode(errors="ignore").decode().replace("\0", " ").split()
    asked = [one for word in words if (one := _nearly(word))]
    if not asked:
        return []
    statement = "select rowid from product_words where product_words match ? limit ?"
    return [number for (number,) in db.execute(statement, (" AND ".join(asked), limit))]


def _nearly(word: str) -> str:
    """The index's own question for a word with one slip in it; a short word must be there as it is."""
    if len(word) < _LEAST_WORD:
        return _quoted(word) if len(word) >= _LEAST_PART else ""
    ways = dict.fromkeys(_parted(word[:_MOST_LETTERS]))
    return f"({' OR '.join(ways)})"


def _parted(word: str) -> Iterator[str]:
    yield _quoted(word)
    for place in range(len(word)):
        yield _quoted(word[:place] + word[place : place + 2][::-1] + word[place + 2 :])
        for after in (place, place + 1):
            # The last letters may be too few for the index: then what stands before them is most of the word.
            parts = [part for part in (word[:place], word[after:]) if len(part) >= _LEAST_PART]
            if sum(map(len, parts)) >= len(word) - _LOST:
                yield f"({' AND '.join(map(_quoted, parts))})"


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


def _named(db: Connection, numbers: list[int], *, nearly: bool = False) -> list[FoundProduct]:
    rows = (db.execute("select sku, title from product where id = ?", (number,)).fetchone() for number in numbers)
    return [FoundProduct(sku=sku, title=title, nearly=nearly) for sku, title in rows]
