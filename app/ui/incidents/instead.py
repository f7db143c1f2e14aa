"""What could be sent instead: what is like it, and whatever else the seller picks."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtWidgets import QWidget

from app.core.choices import Other, substitutes
from app.core.text import N_, NN_
from app.errors import PlimsollError
from app.store import decisions
from app.store.decisions import Decided
from app.store.incidents import IncidentRow
from app.store.waiting import Customer
from app.ui.bridge import Bridge
from app.ui.channels.pick import PickDialog
from app.ui.words import tr

_LIKE_IT = 8


class Instead:
    """The products that may be offered in the place of one that is short."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self.others: list[Other] = []
        self.dialog: PickDialog | None = None

    def read(self, row: IncidentRow, customers: Sequence[Customer], decided: Iterable[Decided]) -> list[Other]:
        """What is like it, and what was offered to somebody already."""
        prices = [one.place.candidate.value_minor // max(1, one.pieces) for one in customers]
        known = decisions.others(self._bridge.db, row.product_id)
        self.others = substitutes(row.title, max(prices, default=0) or None, 1, known)[:_LIKE_IT]
        chosen = {one.offers.substitute for one in decided} - {"", *(one.sku for one in self.others)}
        self.others += decisions.named(self._bridge.db, sorted(chosen))
        return self.others

    def title(self, sku: str) -> str:
        """Of one of them."""
        return next((one.title for one in self.others if one.sku == sku), sku)

    def ask(self, parent: QWidget, row: IncidentRow, done: Callable[[], None]) -> None:
        """Let the seller pick any other product; `done` once it is the first of the others."""
        dialog = PickDialog(
            parent,
            self._bridge,
            question=tr("What do you offer instead of {title}?", title=row.title),
            text=tr("Any product that you have enough of. Its pieces are held until the customer answers."),
            yes=tr("Offer it"),
        )
        self.dialog = dialog
        dialog.picked.connect(lambda sku: self._take(sku, row, done))
        dialog.open()

    def _take(self, sku: str, row: IncidentRow, done: Callable[[], None]) -> None:
        (one,) = decisions.named(self._bridge.db, [sku])
        if sku == row.sku or one.available < 1:
            free = max(0, one.available)
            self._bridge.trouble.emit(
                PlimsollError(
                    NN_("Only {n} of {title} is free.", "Only {n} of {title} are free.", free, title=one.title)
                    if sku != row.sku
                    else N_("That is the product that is short."),
                    N_("Choose another one. Nothing was changed."),
                )
            )
            return
        self.others = [one, *(other for other in self.others if other.sku != sku)]
        done()
