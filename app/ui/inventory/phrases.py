"""What a row of Inventory says: its status in words, and the whole row as sentences for a screen reader."""

from collections.abc import Iterable, Iterator, Mapping

from app.core.records import dataclass
from app.core.stock import Status
from app.store.inventory import ProductRow, Shown
from app.store.shops import Shop
from app.ui.words import all_of, tr, trn

LIST_COMMA = ", "


@dataclass(frozen=True, slots=True)
class Stand:
    """A shop as the table knows it: a narrow column with a letter, and a name."""

    id: int
    letter: str
    name: str
    paused: bool

    @classmethod
    def of(cls, shop: Shop) -> "Stand":
        """A shop's column."""
        return cls(shop.id, shop.letter, shop.name, shop.mode == "paused")


def status_words(row: ProductRow, stands: Iterable[Stand]) -> str:
    """The status column: "Oversold 3", "Differs on W"."""
    match row.status:
        case Status.NO_NUMBER:
            return tr("No number yet")
        case Status.OVERSOLD:
            return tr("Oversold {pieces}", pieces=-row.available)
        case Status.UNDER_FLOOR:
            return tr("Under by {pieces}", pieces=_under(row))
        case Status.AT_FLOOR:
            return tr("At floor")
        case Status.DIFFERS:
            return tr("Differs on {shops}", shops=LIST_COMMA.join(_letters(row, stands)))
        case Status.REORDER:
            return tr("On order") if row.on_order else tr("Reorder")
    return tr("OK")


def row_sentences(row: ProductRow, stands: Iterable[Stand]) -> str:
    """A row as it is heard: "Kelp mug, KEL-1. Available 7, floor 8, under by 1. Taken off Amazon." """
    stands = list(stands)
    return " ".join((tr("{title}, {sku}.", title=row.title, sku=row.sku), *_sentences(row, stands)))


def _sentences(row: ProductRow, stands: list[Stand]) -> Iterator[str]:
    yield _levels(row)
    if row.on_order:
        yield trn("{n} piece is on order.", "{n} pieces are on order.", row.on_order)
    if row.parts:
        yield trn("A bundle of {n} part.", "A bundle of {n} parts.", row.parts)
    names = {stand.id: stand.name for stand in stands}
    off = sorted({names[shown.shop_id] for shown in row.shown if shown.taken_off and shown.shop_id in names})
    if off:
        yield tr("Taken off {shops}.", shops=all_of(off))
    for shown in row.shown:
        if shown.differs is not None and shown.shop_id in names:
            yield differs_sentence(names[shown.shop_id], shown)


def _levels(row: ProductRow) -> str:
    if row.status is Status.NO_NUMBER:
        return tr("No number yet.")
    if row.floor is None:
        return _levels_without_floor(row)
    numbers: Mapping[str, int] = {"available": row.available, "floor": row.floor}
    match row.status:
        case Status.OVERSOLD:
            return tr("Available {available}, floor {floor}, oversold by {pieces}.", pieces=-row.available, **numbers)
        case Status.UNDER_FLOOR:
            return tr("Available {available}, floor {floor}, under by {pieces}.", pieces=_under(row), **numbers)
        case Status.AT_FLOOR:
            return tr("Available {available}, at its floor.", available=row.available)
        case Status.REORDER:
            return tr("Available {available}, floor {floor}, time to reorder.", **numbers)
    return tr("Available {available}, floor {floor}.", **numbers)


def _levels_without_floor(row: ProductRow) -> str:
    match row.status:
        case Status.OVERSOLD:
            return tr("Available {available}, oversold by {pieces}.", available=row.available, pieces=-row.available)
        case Status.REORDER:
            return tr("Available {available}, time to reorder.", available=row.available)
    return tr("Available {available}.", available=row.available)


def differs_sentence(shop: str, shown: Shown) -> str:
    """ "WooCommerce shows 41, Plimsoll says 37." """
    if shown.says is None:
        return tr("{shop} shows {number}.", shop=shop, number=shown.differs)
    return tr("{shop} shows {number}, Plimsoll says {says}.", shop=shop, number=shown.differs, says=shown.says)


def shown_sentence(shop: str, shown: Shown | None) -> str:
    """What a cell under a shop's badge means."""
    if shown is None:
        return tr("Not listed on {shop}.", shop=shop)
    if shown.taken_off:
        return tr("Taken off {shop}.", shop=shop)
    if shown.differs is not None:
        return differs_sentence(shop, shown)
    if shown.number is None:
        return tr("Plimsoll has not read yet what {shop} shows.", shop=shop)
    return tr("{shop} shows {number}.", shop=shop, number=shown.number)


def shown_at(row: ProductRow, shop: int) -> Shown | None:
    """What a shop shows; of several listings there the one that differs, else the one that shows most."""
    here = [shown for shown in row.shown if shown.shop_id == shop]
    return max(
        here, key=lambda shown: (shown.differs is not None, not shown.taken_off, shown.number or 0), default=None
    )


def _letters(row: ProductRow, stands: Iterable[Stand]) -> list[str]:
    differing = {shown.shop_id for shown in row.shown if shown.differs is not None}
    return [stand.letter for stand in stands if stand.id in differing]


def _under(row: ProductRow) -> int:
    return (row.floor or 0) - row.available
