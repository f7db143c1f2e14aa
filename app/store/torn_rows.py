"""Reading a table of a torn file around its damaged pages: from the front, from the back, and between by halving."""

from collections import deque
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from app.core.records import dataclass
from app.store.sqlite import Connection, DatabaseError

AT_ONCE = 500  # rows
HALVINGS = 4000  # tries that fail, in one table: a page of rows costs some eighty of them
LEAST_ROW = 16  # bytes: so no table has more rows than its file has bytes divided by this
Row = tuple[Any, ...]
Key = tuple[Any, ...]
Save = Callable[[Sequence[Row]], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table and its key. `numbered`: the key is SQLite's own row number."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    numbered: bool

    def key_of(self, row: Row) -> Key:
        """The key of a row."""
        return tuple(row[self.columns.index(name)] for name in self.key)


@dataclass(frozen=True, slots=True)
class Gap:
    """Between these two keys something could not be read. None: from the first row on, or up to the last."""

    after: Key | None
    before: Key | None


def tables_of(db: Connection) -> Iterator[Table]:
    """The tables of an inventory that hold something of their own."""
    listed = "select name, wr from pragma_table_list where schema = 'main' and type = 'table' order by name"
    for name, keyed in db.execute(listed).fetchall():
        if name.startswith(("sqlite_", "_sqlite_", "product_words")):
            continue  # those are SQLite's, written by the steps, or made anew
        found = db.execute("select name, pk, type from pragma_table_info(?)", (name,)).fetchall()
        columns = tuple(column for column, _, _ in found)
        key = tuple(column for column, place, _ in sorted(found, key=lambda one: one[1]) if place)
        if keyed:
            yield Table(name=name, columns=columns, key=key, numbered=False)
        elif len(key) == 1 and next(kind for column, _, kind in found if column == key[0]).lower() == "integer":
            yield Table(name=name, columns=columns, key=key, numbered=True)
        else:
            yield Table(name=name, columns=("rowid", *columns), key=("rowid",), numbered=True)


def read_table(torn: Connection, table: Table, save: Save, *, size: int) -> Gap | None:
    """Hand every row that can be read to `save`, some of them twice. `size` of the file in bytes.

    None: all of it was read.
    """
    whole, last = _scan(torn, table, save, "asc")
    if whole:
        return None
    _, first = _scan(torn, table, save, "desc")
    if table.numbered:
        lowest = last[0] if last else 0
        highest = first[0] if first else lowest + size // LEAST_ROW
        _halve(torn, table, save, lowest + 1, highest - 1)
    return Gap(last, first)


def _scan(torn: Connection, table: Table, save: Save, way: str) -> tuple[bool, Key | None]:
    """Read on until something is wrong: was that the end, and the key of the last row."""
    order = ", ".join(f"{name} {way}" for name in table.key)
    read: list[Row] = []
    last: Key | None = None
    try:
        for row in torn.execute(f"select {', '.join(table.columns)} from {table.name} not indexed order by {order}"):
            key = table.key_of(row)
            if last is not None and not (key > last if way == "asc" else key < last):
                break  # no table runs backwards: a page leads where it should not
            last = key
            read.append(row)
            if len(read) == AT_ONCE:
                save(read)
                read = []
        else:
            save(read)
            return True, last
    except (DatabaseError, TypeError, OverflowError):
        pass
    save(read)
    return False, last


def _halve(torn: Connection, table: Table, save: Save, lowest: int, highest: int) -> None:
    wanted = f"select {', '.join(table.columns)} from {table.name} not indexed where {table.key[0]} between ? and ?"
    waiting, failed = deque([(lowest, highest)] if lowest <= highest else []), 0
    while waiting and failed < HALVINGS:
        low, high = waiting.popleft()
        try:
            save(torn.execute(wanted, (low, high)).fetchall())
        except (DatabaseError, OverflowError):
            failed += 1
            middle = (low + high) // 2
            if low < high:
                waiting += [(low, middle), (middle + 1, high)]
