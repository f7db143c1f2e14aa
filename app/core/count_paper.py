"""A count on paper: which line stands on which sheet, the codes printed on them, and what a typed-up list would do.

Blind: nothing here knows a ledger number.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.core import cells
from app.core.counting import PIECES_MAX
from app.core.text import N_, Text

ROWS = 18  # lines on a sheet of paper
HEADS = ("Count", "Shelf", "Place", "SKU", "Product", "Barcode", "Counted", "As of")
_CODE = re.compile(r"PLIMSOLL-C(\d{1,9})-(\d{1,5})")


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperLine:
    """A place of a product, to be counted by hand. `latest` is the newest act on the product in this count, 0: none."""

    product: int
    sku: str
    title: str
    barcode: str
    shelf: str
    place: str
    latest: int = 0
    closed: bool = False


def pages(lines: Iterable[PaperLine]) -> list[list[PaperLine]]:
    """The sheets of a count: shelf by shelf, each beginning on a sheet of its own."""
    found: list[list[PaperLine]] = []
    for line in lines:
        if not found or found[-1][0].shelf != line.shelf or len(found[-1]) == ROWS:
            found.append([])
        found[-1].append(line)
    return found


def sheet_code(count: int, page: int) -> str:
    """The barcode of a sheet, the first of which is 1."""
    return f"PLIMSOLL-C{count}-{page}"


def read_sheet_code(code: str) -> tuple[int, int] | None:
    """The count and the sheet of such a barcode; None for any other."""
    found = _CODE.fullmatch(code.strip())
    return (int(found[1]), int(found[2])) if found else None


def rows_out(name: str, lines: Iterable[PaperLine], newest: int) -> list[list[str]]:
    """The list to be filled in elsewhere. "As of" tells later which scans came after it."""
    rows = (
        [name, line.shelf, line.place, line.sku, line.title, line.barcode, "", str(newest)]
        for line in lines
        if not line.closed
    )
    return [list(HEADS), *rows]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keyed:
    """A row of a list that was filled in. `wrong` says why it is not taken; `stays` that later scans stand."""

    row: int
    sku: str
    place: str = ""
    product: int | None = None
    pieces: int | None = None
    stays: bool = False
    wrong: Text | None = None

    @property
    def taken(self) -> bool:
        """Will it count?"""
        return self.pieces is not None and self.wrong is None and not self.stays


def read_back(rows: Sequence[tuple[int, Sequence[str]]], lines: Iterable[PaperLine]) -> list[Keyed] | Text:
    """What a filled-in list would do, its heads first. Never over scans that came after it was written.

    A row without a number says nothing: blank is not zero.
    """
    (_, heads), *rest = rows
    where = {cells.unguarded(head).strip().casefold(): place for place, head in enumerate(heads)}
    if "sku" not in where or "counted" not in where:
        return N_("The list needs the columns SKU and Counted.")
    known: dict[str, list[PaperLine]] = {}
    for line in lines:
        known.setdefault(line.sku.casefold(), []).append(line)
    keyed = (_read_row(number, texts, where, known) for number, texts in rest)
    return _once([one for one in keyed if one is not None])


def _once(found: list[Keyed]) -> list[Keyed]:
    seen: set[tuple[int | None, str]] = set()
    told = []
    for one in found:
        again = one.taken and (one.product, one.place) in seen
        told.append(_refused(one.row, one.sku, N_("This place of it stands in the list twice.")) if again else one)
        seen.add((one.product, one.place))
    return told


def _read_row(
    number: int, texts: Sequence[str], where: Mapping[str, int], known: Mapping[str, list[PaperLine]]
) -> Keyed | None:
    def cell(head: str) -> str:
        at = where.get(head, -1)
        return cells.unguarded(texts[at]).strip() if 0 <= at < len(texts) else ""

    sku, typed, place, as_of = cell("sku"), cell("counted"), cell("place"), cell("as of")
    if not typed:
        return None
    here = known.get(sku.casefold(), [])
    line = next((one for one in here if one.place == place), here[0] if here and not place else None)
    pieces = cells.pieces(typed)
    if line is None:
        return _refused(number, sku, N_("It is not in this count, or not at this place."))
    if pieces.wrong is not None or not isinstance(pieces.value, int) or not 0 <= pieces.value <= PIECES_MAX:
        return _refused(number, sku, N_("“{typed}” is no number of pieces.", typed=typed))
    if line.closed:
        return _refused(number, sku, N_("Its shelf is closed."))
    later = line.latest > (int(as_of) if as_of.isdecimal() and len(as_of) < 15 else 0)
    return Keyed(row=number, sku=line.sku, place=line.place, product=line.product, pieces=pieces.value, stays=later)


def _refused(row: int, sku: str, words: Text) -> Keyed:
    return Keyed(row=row, sku=sku, wrong=words)
