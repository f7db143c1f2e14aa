"""A sheet of past sales: what its rows say of products that are known. Demand only; nothing is written here.

One row is so many pieces of one product on one day, with the order's number where there is one. Rows of one order and
product are added up, so that a sheet read twice says the same. One error, and nothing at all is taken over.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, tzinfo

from app.core import cells
from app.core.matching import normal
from app.core.product_sheet import Wrong
from app.core.text import N_, Text

SKU, DATE, PIECES, ORDER, CANCELLED = "sku", "date", "pieces", "order", "cancelled"
HEADS = {SKU: "SKU", DATE: "Date", PIECES: "Pieces", ORDER: "Order", CANCELLED: "Cancelled at"}
# What shops' own exports of orders call them.
_ALSO = {
    SKU: ("lineitem sku", "item sku", "product sku", "variant sku", "article number", "artikelnummer"),
    DATE: ("created at", "sale date", "order date", "order created date", "day", "datum", "bestelldatum"),
    PIECES: ("quantity", "lineitem quantity", "item quantity", "qty", "sold", "menge", "anzahl", "stück"),
    ORDER: ("name", "order id", "order number", "order no", "bestellnummer", "auftrag"),
    CANCELLED: ("canceled at", "cancelled", "storniert am"),
}  # fmt: skip
_ISO = re.compile(r"(\d{4}-\d{1,2}-\d{1,2})(?:[T ]+(\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})(?:\s.*)?")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4}|\d{2})(?:\s.*)?")
_BACK = re.compile(r"[-−](\d+)")  # pieces that came back
NOON = time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class PastSale:
    """Pieces of a product that one order sold; `order` "": of a day, whatever the orders."""

    product: int
    at: datetime
    pieces: int
    order: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PastPlan:
    """What a whole sheet says. With anything in `wrong` nothing is taken over."""

    sales: tuple[PastSale, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    unknown: Mapping[str, int] = field(default_factory=dict)  # SKUs that no product has, and pieces of each
    without: int = 0  # rows that name no SKU: postage, a summary
    cancelled: int = 0
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which column is which, in the sheet's order; None for what is not read."""

    keys: tuple[str | None, ...]
    heads: tuple[str, ...]

    def head(self, key: str) -> str:
        """What the seller calls a column."""
        return self.heads[self.keys.index(key)] if key in self.keys else HEADS[key]


def layout(heads: Sequence[str]) -> Layout | Text:
    """Find the columns by their heads, or say which is missing."""
    names = {normal(head): key for key, head in HEADS.items()}
    names |= {name: key for key, also in _ALSO.items() for name in also}
    written = tuple(cells.unguarded(head).strip() for head in heads)
    keys = tuple(names.get(normal(head)) for head in written)
    twice = next((head for head, key in zip(written, keys, strict=True) if key and keys.count(key) > 1), None)
    if twice is not None:
        return N_("Two columns say the same thing, one of them is {head}.", head=twice)
    missing = next((HEADS[key] for key in (SKU, DATE, PIECES) if key not in keys), None)
    if missing is not None:
        return N_("No column is called {head}. The first row must name the columns: SKU, Date, Pieces.", head=missing)
    return Layout(keys=keys, heads=written)


def plan(
    rows: Sequence[tuple[int, Sequence[str]]], where: Layout, products: Mapping[str, int], *, today: date,
    zone: tzinfo | None = None,
) -> PastPlan:  # fmt: skip
    """What these rows, each with its number in the sheet, say. `products`: numbers by SKU; days are the zone's."""
    said = [
        (number, {key: text.strip() for key, text in zip(where.keys, texts, strict=False) if key and text.strip()})
        for number, texts in rows
        if any(text.strip() for text in texts)
    ]
    reader = _Reader(where, products, today, zone, _day_first(row.get(DATE, "") for _, row in said))
    for number, row in said:
        reader.read(number, row)
    unread = tuple(head for head, key in zip(where.heads, where.keys, strict=True) if key is None and head)
    return PastPlan(
        sales=tuple(
            PastSale(product=product, at=reader.at[product, on, order], pieces=pieces, order=order)
            for (product, on, order), pieces in reader.pieces.items()
            if pieces > 0
        ),
        wrong=tuple(reader.wrong), unknown=reader.unknown, without=reader.without, cancelled=reader.cancelled,
        unread=unread,
    )  # fmt: skip


def _day_first(dates: Iterable[str]) -> bool | None:
    """Is 03/04/2025 the third of April? What the other dates of the sheet leave open, nobody knows: None."""
    pairs = [(int(found[1]), int(found[2])) for text in dates if (found := _SLASHED.fullmatch(text))]
    days, months = any(first > 12 for first, _ in pairs), any(second > 12 for _, second in pairs)
    return None if days == months else days


@dataclass(slots=True)
class _Reader:
    """Reads row after row."""

    where: Layout
    products: Mapping[str, int]
    today: date
    zone: tzinfo | None
    day_first: bool | None
    pieces: dict[tuple[int, date, str], int] = field(default_factory=dict)
    at: dict[tuple[int, date, str], datetime] = field(default_factory=dict)
    wrong: list[Wrong] = field(default_factory=list)
    unknown: dict[str, int] = field(default_factory=dict)
    without: int = 0
    cancelled: int = 0
    _by_sku: dict[str, list[tuple[str, int]]] = field(default_factory=dict)
    _last: tuple[str, str] = ("", "")  # the order and the date of the row before: further lines may leave it out

    def __post_init__(self) -> None:
        for sku, number in self.products.items():
            self._by_sku.setdefault(normal(cells.tidy(sku)), []).append((sku, number))

    def read(self, number: int, row: Mapping[str, str]) -> None:
        """One row."""
        order = cells.tidy(cells.unguarded(row.get(ORDER, "")))
        written = row.get(DATE, "") or (self._last[1] if order and order == self._last[0] else "")
        self._last = (order, written)
        sku = cells.tidy(cells.unguarded(row.get(SKU, "")))
        if not sku:
            self.without += 1
            return
        at, pieces = self._date(number, sku, written), self._pieces(number, sku, row.get(PIECES, ""))
        if at is None or pieces is None:
            return
        if row.get(CANCELLED, "") not in ("", *cells.CLEARED):
            self.cancelled += 1
            return
        product = self._product(number, sku)
        if product is not None:
            key = (product, at.astimezone(self.zone).date(), order)
            self.pieces[key] = self.pieces.get(key, 0) + pieces
            self.at.setdefault(key, at)
        elif sku in self.unknown or not any(one.row == number for one in self.wrong):
            self.unknown[sku] = self.unknown.get(sku, 0) + pieces

    def _product(self, number: int, sku: str) -> int | None:
        known = self._by_sku.get(normal(sku), [])
        exact = [one for one in known if one[0] == sku]
        if len(known) > 1 and not exact:
            self._say(number, SKU, sku, N_("could be {one} or {other}", one=known[0][0], other=known[1][0]))
            return None
        found = exact or known
        return found[0][1] if found else None

    def _pieces(self, number: int, sku: str, text: str) -> int | None:
        plain = cells.unguarded(text)
        back = _BACK.fullmatch(plain)
        found = cells.pieces(back[1] if back else plain) if plain else cells.Found(wrong=N_("is missing"))
        if found.wrong is not None:
            self._say(number, PIECES, sku, found.wrong)
            return None
        return -int(found.value or 0) if back else int(found.value or 0)

    def _date(self, number: int, sku: str, text: str) -> datetime | None:
        if not text:
            self._say(number, DATE, sku, N_("is missing"))
            return None
        found = _read_date(cells.unguarded(text), self.day_first, self.zone)
        if isinstance(found, Text):
            self._say(number, DATE, sku, found)
            return None
        if found.astimezone(self.zone).date() > self.today:
            self._say(number, DATE, sku, N_("“{text}” is still to come", text=text))
            return None
        return found

    def _say(self, number: int, key: str, sku: str, words: Text) -> None:
        self.wrong.append(Wrong(number, self.where.head(key), words, sku))


def _read_date(text: str, day_first: bool | None, zone: tzinfo | None) -> datetime | Text:  # noqa: FBT001 - a fact of the sheet
    """A day (its noon), or a moment where the sheet says when and where."""
    no_date = N_("“{text}” is no date: write it like 2025-11-03", text=text)
    try:
        if iso := _ISO.fullmatch(text):
            year, month, day_ = map(int, iso[1].split("-"))
            clock = time.fromisoformat(iso[2].zfill(5)) if iso[2] else NOON
            at = datetime.combine(date(year, month, day_), clock)
            return _moved(at, iso[3] if iso[2] else None, zone)
        if dotted := _DOTTED.fullmatch(text):
            return _noon(date(int(dotted[3]), int(dotted[2]), int(dotted[1])), zone)
        if slashed := _SLASHED.fullmatch(text):
            one, other, year = (int(part) for part in slashed.groups())
            if day_first is None:
                return N_("“{text}” can be read in two ways: write it like 2025-11-03", text=text)
            day_, month = (one, other) if day_first else (other, one)
            return _noon(date(year if year > 99 else 2000 + year, month, day_), zone)
    except ValueError:
        return no_date
    return no_date


def _moved(at: datetime, offset: str | None, zone: tzinfo | None) -> datetime:
    if offset is None:
        return at.replace(tzinfo=zone).astimezone()
    plain = "+00:00" if offset in ("Z", "UTC") else offset if ":" in offset else f"{offset[:3]}:{offset[3:]}"
    return datetime.fromisoformat(f"{at.isoformat()}{plain}").astimezone()


def _noon(on: date, zone: tzinfo | None) -> datetime:
    return datetime.combine(on, NOON, zone).astimezone()
