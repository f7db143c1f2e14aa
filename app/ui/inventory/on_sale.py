"""Taking a product off a channel and putting it back: asks where, and says what happens there."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.words import tr

if TYPE_CHECKING:
    from app.ui.inventory.facts import Listed


def can_take_off(listed: "Listed") -> bool:
    """Is it on sale in a shop that takes our numbers?"""
    return _reached(listed) and not listed.taken_off


def can_put_back(listed: "Listed") -> bool:
    """Did the seller take it off, in a shop that takes our numbers?"""
    return _reached(listed) and listed.taken_off


def _reached(listed: "Listed") -> bool:
    listing = listed.listing
    return listed.shop.sends and listing is not None and listing.gone_at is None and listing.counted


class OnSaleDialog(Dialog):
    """One box for each listing. `decided` carries those that are ticked. Make it with one of the functions below."""

    decided = Signal(object)  # list of Listed

    def __init__(
        self, parent: QWidget | None, places: "Sequence[Listed]", *, question: str, text: str, yes: str, no: str
    ) -> None:
        super().__init__(parent, question=question, text=text, yes=yes, no=no, safe_first=True)
        self._places = tuple(places)
        self.boxes = [CheckBox(listed.shop.name) for listed in places]
        for box in self.boxes:
            box.setChecked(len(self.boxes) == 1)
            box.toggled.connect(lambda _on: self._settle())
            self.body.addWidget(box)
        self._settle()

    def accept(self) -> None:
        """Tell the page, if anything is ticked."""
        chosen = [listed for listed, box in zip(self._places, self.boxes, strict=True) if box.isChecked()]
        if chosen:
            super().accept()
            self.decided.emit(chosen)

    def _settle(self) -> None:
        ready = any(box.isChecked() for box in self.boxes)
        self.yes.setEnabled(ready)
        self.yes.setToolTip("" if ready else tr("Tick a channel first"))


def take_off_dialog(parent: QWidget | None, title: str, places: "Sequence[Listed]") -> OnSaleDialog:
    """Off sale somewhere."""
    text = tr(
        "Plimsoll sets it to 0 there and takes the listing off sale, so buyers no longer find it. Orders that are open"
        " stay open. Every other channel goes on selling it."
    )
    return OnSaleDialog(
        parent,
        places,
        question=tr("Take {title} off a channel?", title=title),
        text=text,
        yes=tr("Take it off"),
        no=tr("Keep it on sale"),
    )


def put_back_dialog(parent: QWidget | None, title: str, places: "Sequence[Listed]") -> OnSaleDialog:
    """On sale again somewhere."""
    return OnSaleDialog(
        parent,
        places,
        question=tr("Put {title} back on sale?", title=title),
        text=tr("Plimsoll puts the listing back as it was there, and sends it its number again."),
        yes=tr("Put it back"),
        no=tr("Leave it off"),
    )
