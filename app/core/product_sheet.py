"""A sheet of products: its columns, what its rows say, and what that would change. Nothing is written here.

An empty cell leaves a value as it is; a dash takes it away. One error, and nothing at all is taken over.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.core import cells, shelving
from app.core.matching import gtin, normal
from app.core.text import N_, Text

SKU, TITLE, BARCODE, PLACE = "sku", "title", "barcode", "place"
COST, CURRENCY, FLOOR, REORDER, HELD, ON_HAND = "cost", "currency", "floor", "reorder_point", "held_back", "on_hand"
TEXTS = (TITLE, BARCODE, PLACE)
NUMBERS = (FLOOR, REORDER, HELD, ON_HAND)
HEADS = {
    SKU: "SKU",
    TITLE: "Title",
    BARCODE: "Barcode",
    PLACE: "Places",
    COST: "Cost",
    CURRENCY: "Currency",
    FLOOR: "Floor",
    REORDER: "Reorder at",
    HELD: "Held back",
    ON_HAND: "On hand",
}
_ALSO = {
    SKU: ("article number", "item number", "artikelnummer", "variant sku"),
    TITLE: ("name", "product", "product name", "artikel", "bezeichnung"),
    BARCODE: ("ean", "gtin", "upc", "variant barcode"),
    PLACE: ("place", "location", "shelf", "lagerplatz"),
    COST: ("unit cost", "cost per item", "einkaufspreis"),
    FLOOR: ("safety stock", "mindestbestand"),
    REORDER: ("reorder point", "meldebestand"),
    HELD: ("buffer",),
    ON_HAND: ("quantity", "stock", "amount", "bestand"),
}
Value = int | str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A product as it is: every value that a sheet can hold, by the column's key. `counted`: it has a first number."""

    sku: str
    values: Mapping[str, Value]
    counted: bool = False
    bundle: bool = False


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in one cell."""

    row: int
    column: str
    words: Text
    sku: str = ""

    @property
    def sentence(self) -> Text:
        """Where, and what."""
        return N_("Row {row}, column {column}: {words}", row=str(self.row), column=self.column, words=self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """What a row would do: the product's values that change, each as (before, after). `kept` says what it leaves."""

    row: int
    sku: str
    new: bool
    changes: Mapping[str, tuple[Value, Value]]
    kept: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetPlan:
    """What a whole sheet would do. With anything in `wrong` it does nothing."""

    rows: tuple[Planned, ...] = ()
    wrong: tuple[Wrong, ...] = ()
    unread: tuple[str, ...] = ()  # heads of columns that mean nothing to us

    @property
    def new(self) -> tuple[Planned, ...]:
        """Products that would be added."""
        return tuple(row for row in self.rows if row.new)

    @property
    def changed(self) -> tuple[Planned, ...]:
        """Products that would be changed."""
        return tuple(row for row in self.rows if row.changes and not row.new)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Which column is which. `keys` are in the sheet's order, None for what is not read."""

    keys: tuple[str | None, ...]
    heads: tuple[str, ...]

    def head(self, key: str) -> str:
        """What the seller calls a column."""
        return self.heads[self.keys.index(key)] if key in self.keys else HEADS.get(key, key)


def held_at(shop: int) -> str:
    """The key of the column with what is held back from one shop."""
    return f"{HELD}@{shop}"


def heads_of(shops: Mapping[int, str]) -> dict[str, str]:
    """Every column's key and head, in order."""
    at = {held_at(number): f"{HEADS[HELD]}: {name}" for number, name in shops.items()}
    return {**{key: head for key, head in HEADS.items() if key != ON_HAND}, **at, ON_HAND: HEADS[ON_HAND]}


def layout(heads: Sequence[str], shops: Mapping[int, str]) -> Layout | Text:
    """Find the columns by their heads, or say why they cannot be found."""
    names = {normal(head): key for key, head in heads_of(shops).items()}
    names |= {name: key for key, also in _ALSO.items() for name in also} | {key: key for key in HEADS}
    written = tuple(cells.unguarded(head).strip() for head in heads)
    keys = tuple(names.get(normal(head)) for head in written)
    twice = next((head for head, key in zip(written, keys, strict=True) if key and keys.count(key) > 1), None)
    if twice is not None:
        return N_("Two columns are called {head}.", head=twice)
    if SKU not in keys:
        return N_("No column is called SKU. The first row must name the columns.")
    return Layout(keys=keys, heads=written)


def plan(
    rows: Sequence[tuple[int, Sequence[str]]], where: Layout, stored: Iterable[Stored], *, currency: str = ""
) -> SheetPlan:
    """What these rows, each with its number in the sheet, would do to the products that are `stored`.

    `currency` is meant where a cost names none.
    """
    reader = _Reader(where, list(stored), currency)
    for number, texts in rows:
        if any(text.strip() for text in texts):
            reader.read(number, texts)
    reader.check_barcodes()
    unread = tuple(head for head, key in zip(where.heads, where.keys, strict=True) if key is None and head)
    wrong = tuple(sorted(reader.wrong, key=lambda one: one.row))
    return SheetPlan(rows=tuple(reader.rows), wrong=wrong, unread=unread)


@dataclass(slots=True)
class _Reader:
    """Reads row after row."""

    where: Layout
    stored: list[Stored]
    currency: str
    rows: list[Planned] = field(default_factory=list)
    wrong: list[Wrong] = field(default_factory=list)
    _seen: dict[str, int] = field(default_factory=dict)
    _by_sku: dict[str, list[Stored]] = field(default_factory=dict)
    _sku: str = ""  # of the row that is being read

    def __post_init__(self) -> None:
        for one in self.stored:
            self._by_sku.setdefault(normal(cells.tidy(one.sku)), []).append(one)

    def read(self, number: int, texts: Sequence[str]) -> None:
        """One row."""
        said = {key: text for key, text in zip(self.where.keys, texts, strict=False) if key and text.strip()}
        found = cells.text_of(said.pop(SKU, ""))
        self._sku = str(found.value or "")
        if found.wrong is not None or not found.value:
            self._say(number, SKU, found.wrong or N_("is missing"))
            return
        sku = str(found.value)
        product = self._product(number, sku)
        if product is None:
            return
        before = dict(product.values)
        values = self._values(number, said, before)
        if self._lacks(product, TITLE, values):
            values[TITLE] = sku
        kept = self._first_number(product, values)
        changes = {key: (before.get(key), value) for key, value in values.items() if value != before.get(key)}
        new = not product.sku
        self.rows.append(Planned(row=number, sku=product.sku or sku, new=new, changes=changes, kept=kept))

    def check_barcodes(self) -> None:
        """A barcode that a row gives must find one product once all rows are taken over."""
        after = {one.sku: one.values.get(BARCODE) for one in self.stored}
        after |= {row.sku: row.changes[BARCODE][1] for row in self.rows if BARCODE in row.changes}
        owners: dict[str, list[str]] = {}
        for sku, code in after.items():
            owners.setdefault(gtin(str(code)) if code else "", []).append(sku)
        for row in self.rows:
            code = row.changes.get(BARCODE, (None, None))[1]
            others = [sku for sku in owners.get(gtin(str(code)) if code else "", []) if sku != row.sku] if code else []
            if others and gtin(str(code)):
                self._sku = row.sku
                self._say(row.row, BARCODE, N_("is the barcode of {sku} too", sku=others[0]))

    def _product(self, number: int, sku: str) -> Stored | None:
        """The product of a row: without a SKU of its own if it is new, None if the row cannot be right."""
        name = normal(sku)
        known = self._by_sku.get(name, [])
        exact = [one for one in known if cells.tidy(one.sku) == sku]
        if len(known) > 1 and not exact:
            self._say(number, SKU, N_("could be {one} or {other}", one=known[0].sku, other=known[1].sku))
            return None
        product = (exact or known or [Stored(sku="", values={})])[0]
        mark = product.sku or name
        if mark in self._seen:
            self._say(number, SKU, N_("is in row {row} already", row=str(self._seen[mark])))
            return None
        self._seen[mark] = number
        return product

    def _values(self, number: int, said: Mapping[str, str], before: Mapping[str, Value]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for key, text in said.items():
            if key in (COST, CURRENCY) or (key in TEXTS and _same(text, before.get(key))):
                continue
            if text.strip() in cells.CLEARED:
                if key in (TITLE, ON_HAND):
                    self._say(number, key, N_("cannot be taken away"))
                values[key] = "" if key == PLACE else None
                continue
            found = cells.text_of(text) if key in TEXTS else cells.pieces(cells.unguarded(text))
            if found.wrong is not None:
                self._say(number, key, found.wrong)
            else:
                values[key] = shelving.written(shelving.read(str(found.value))) if key == PLACE else found.value
        return values | self._cost(number, said, before)

    def _cost(self, number: int, said: Mapping[str, str], before: Mapping[str, Value]) -> dict[str, Value]:
        text, named = said.get(COST, "").strip(), cells.unguarded(said.get(CURRENCY, "")).strip().upper()
        if not text:
            return {}
        if text in cells.CLEARED:
            return {COST: None, CURRENCY: None}
        currency = named or str(before.get(CURRENCY) or self.currency)
        if len(currency) != 3 or not (currency.isascii() and currency.isalpha()):
            self._say(number, CURRENCY, N_("is missing: say which currency the cost is in, such as GBP"))
            return {}
        found = cells.minor_units(cells.unguarded(text), currency)
        if found.wrong is not None:
            self._say(number, COST, found.wrong)
            return {}
        return {COST: found.value, CURRENCY: currency}

    def _first_number(self, product: Stored, values: dict[str, Value]) -> Text | None:
        """A sheet gives first numbers only: it is older than the newest sale. What it says of others is left."""
        if ON_HAND not in values:
            return None
        if product.bundle:
            del values[ON_HAND]
            return N_("A bundle follows its parts: its number on hand is not read")
        if product.counted:
            same = values.pop(ON_HAND) == product.values.get(ON_HAND)
            return None if same else N_("On hand stays: a sheet cannot know the newest sale. Count it in Inventory")
        return None

    def _lacks(self, product: Stored, key: str, values: Mapping[str, Value]) -> bool:
        return not product.sku and not values.get(key)

    def _say(self, number: int, key: str, words: Text) -> None:
        self.wrong.append(Wrong(number, self.where.head(key), words, self._sku))


def _same(text: str, before: Value) -> bool:
    return before is not None and cells.tidy(cells.unguarded(text)) == cells.tidy(str(before))
