"""A purchase order as a paper, as rows of a spreadsheet, and as lines to paste into a mail."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.ui.papers.paper import Paper, Part, Table
from app.ui.words import calendar_date, money, number, tr, trn


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """One line of an order. `cost_minor`: of one piece."""

    product: int
    sku: str
    title: str
    pieces: int
    cost_minor: int | None = None
    currency: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What is ordered from one supplier. `supplier` is "" while nobody is named; `due`: by its promised days."""

    supplier: str
    lines: tuple[Wanted, ...]
    due: date | None = None

    @property
    def pieces(self) -> int:
        """All of it."""
        return sum(one.pieces for one in self.lines)

    def cost(self) -> str:
        """What all of it costs; empty where a price is missing."""
        currencies = {one.currency for one in self.lines}
        if len(currencies) != 1 or any(one.cost_minor is None for one in self.lines):
            return ""
        total = sum(one.pieces * (one.cost_minor or 0) for one in self.lines)
        return money(total, str(currencies.pop()), short=True)


def summary(draft: Draft) -> str:
    """A draft in one line: its products, pieces and cost."""
    said = (
        trn("{n} product", "{n} products", len(draft.lines)), trn("{n} piece", "{n} pieces", draft.pieces), draft.cost()
    )  # fmt: skip
    return ", ".join(filter(None, said))


def order_paper(draft: Draft, *, seller: str, today: date) -> Paper:
    """The order to be sent or printed. What it costs the seller is the seller's own affair and stays out of it."""
    heads = (tr("SKU"), tr("Product"), tr("Pieces"))
    rows = tuple((one.sku, one.title, number(one.pieces)) for one in draft.lines)
    wish = tr("We hope for it by {day}.", day=calendar_date(draft.due, None)) if draft.due else ""
    ask = tr("Please confirm the date on which it comes.")
    ordered = tr("Ordered {date}", date=calendar_date(today, None))
    return Paper(
        title=tr("Order for {supplier}", supplier=draft.supplier),
        note=f"{seller}. {ordered}." if seller else f"{ordered}.",
        parts=(
            Part(
                title=trn("{n} piece", "{n} pieces", draft.pieces),
                sentences=tuple(filter(None, (wish, ask))),
                table=Table(heads, rows, right=(2,)),
            ),
        ),
    )


def order_rows(drafts: Sequence[Draft]) -> list[list[str | int | float | None]]:
    """The same for a spreadsheet, with a head."""
    rows: list[list[str | int | float | None]] = [[tr("Supplier"), tr("SKU"), tr("Product"), tr("Pieces")]]
    rows += [[draft.supplier, one.sku, one.title, one.pieces] for draft in drafts for one in draft.lines]
    return rows


def order_text(draft: Draft) -> str:
    """The same for a mail."""
    return "\n".join(f"{number(one.pieces)} × {one.title} ({one.sku})" for one in draft.lines)
