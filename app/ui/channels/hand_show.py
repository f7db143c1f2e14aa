"""Saying what a place kept by hand lists, and which number it shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app import hand_places
from app.store import by_hand
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.channels.pick import ProductSearch
from app.ui.shell.views import announce
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.widgets.text import Paragraph
from app.ui.words import tr

_WIDTH = 560
_LIST_HEIGHT = 200


def number_of(typed: str) -> int | None:
    """The number that was typed; None when it is none from 0 up."""
    text = typed.strip()
    return int(text) if text.isdecimal() and len(text) <= 7 else None


class ShowDialog(Dialog):
    """Which product, and which number of it is shown there now. It stays open: the next product follows at once."""

    said = Signal(str)

    def __init__(self, parent: QWidget, bridge: Bridge, shop: Shop, *, sku: str = "") -> None:
        super().__init__(
            parent,
            question=tr("What does {shop} list?", shop=shop.name),
            text=tr("Plimsoll then says whenever the number there must change. It cannot change it by itself."),
            yes=tr("It shows this"),
            no=tr("Close"),
            width=_WIDTH,
        )
        self._bridge, self._shop = bridge, shop
        self.search = ProductSearch(bridge)
        self.search.table.setFixedHeight(self._theme.px(_LIST_HEIGHT))
        self.number = TextField(tr("It shows now"), tabular=True)
        self.heard = Paragraph(colour="text_primary")
        self.heard.hide()
        self.search.picked.connect(lambda _sku: self._to_number())
        self.search.changed.connect(self._settle)
        for part in (self.search, self.number, self.heard):
            self.body.addWidget(part)
        self._settle()
        self.search.field.setFocus()
        if sku:
            self.search.field.setText(sku)
            self.search.look(sku)
            self._to_number()

    def accept(self) -> None:
        """Keep it and make room for the next. What cannot be kept stays as it was typed."""
        product, pieces = self.search.product(), number_of(self.number.text())
        self.number.set_error("" if pieces is not None else tr("Type the number that buyers see there: 0 or more."))
        if product is None:
            self.search.field.setFocus()
        elif pieces is None:
            self._to_number()
        else:
            self._keep(product.sku, product.title, pieces)

    def _keep(self, sku: str, title: str, pieces: int) -> None:
        bridge, shop = self._bridge, self._shop
        if bridge.perform(hand_places.post_shown_by_hand, bridge.db, shop, sku, pieces, now=bridge.now) is None:
            return
        sentence = tr("{shop} shows {pieces} {title}.", shop=shop.name, pieces=pieces, title=title)
        self.heard.setText(sentence)
        self.heard.show()
        announce(self, sentence)
        self.said.emit(sentence)
        self.number.set_text("")
        self.search.field.clear()
        self.search.look("")
        self.search.field.setFocus()

    def _settle(self) -> None:
        product = self.search.product()
        self.yes.setEnabled(product is not None)
        if product is not None and not self.number.text():
            known = {row.sku: row.shows for row in by_hand.shown(self._bridge.db, self._shop.id)}
            if product.sku in known:
                self.number.set_text(str(known[product.sku]))

    def _to_number(self) -> None:
        self.number.edit.setFocus()
        self.number.edit.selectAll()
