"""Starting stock: which shop to believe, what every product would start with, and the one press that writes it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QWidget

from app import posting
from app.core.changes import Changes
from app.store import breaker, shops, start
from app.store.shops import Shop
from app.store.start import StartRow
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.mass import MassDialog
from app.ui.channels.plans import StartGroup, start_group, start_press, start_words
from app.ui.shell.views import EDGE, Soon, Strip, View, announce, clear, in_order
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.choice import RadioButton
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.filters import Filter, FilterToggles
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable, tick_field
from app.ui.widgets.table import Column
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import say, tr, trn

READ_AGAIN_MS = 500  # while numbers are being read

_GLYPHS = {StartGroup.READY: Glyph.READY, StartGroup.READING: Glyph.ON_ORDER, StartGroup.SKIPPED: Glyph.OPEN}


class StartView(View):
    """Giving products their first numbers. `live_wanted` is the next step; `undoable` as on the page."""

    live_wanted = Signal(int)
    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Starting stock"), tr("On hand = what the shop shows + what it has sold and not sent."))
        self._bridge = bridge
        self._shops: list[Shop] = []
        self._shop: Shop | None = None
        self._rows: list[StartRow] = []
        self._off: set[int] = set()
        self._again = Soon(lambda _changes: self.read(), self, after_ms=READ_AGAIN_MS)
        self._group = QButtonGroup(self)
        self._radios = QWidget()
        self._radio_row = QHBoxLayout(self._radios)
        self._radio_row.setContentsMargins(4, 0, 0, 0)
        self._radio_row.setSpacing(20)
        self.radios: dict[int, RadioButton] = {}
        self.words = Paragraph()
        self.filters = FilterToggles(
            [
                Filter(StartGroup.READY.value, tr("Ready"), Glyph.READY),
                Filter(StartGroup.READING.value, tr("Being read"), Glyph.ON_ORDER),
                Filter(StartGroup.SKIPPED.value, tr("Left out"), Glyph.OPEN),
            ],
            name=tr("Show products"),
        )
        columns = self._fields()
        self._model: Sheet[StartRow] = Sheet(columns, key=_key, said=self._said, ticked=self._ticked)
        self.table = SheetTable(tr("Products and their first numbers"), self._model, columns)
        self.press = Button(tr("Nothing to start"), Variant.PRIMARY)
        self.header.add_action(self.press)
        self._lay_out()
        self._connect()

    def start(self, shop: int) -> None:
        """Begin with this shop as the one to believe; the seller may choose another."""
        self._shops = [one for one in shops.shops(self._bridge.db) if not one.by_hand]
        self._off.clear()
        self.filters.clear()
        self._make_radios()
        chosen = shop if shop in self.radios else next(iter(self.radios), 0)
        if chosen:
            self.radios[chosen].setChecked(True)
            self.believe(chosen)
            self.radios[chosen].setFocus(Qt.FocusReason.OtherFocusReason)

    def believe(self, shop: int) -> None:
        """Show what this shop would give."""
        self._shop = next((one for one in self._shops if one.id == shop), None)
        self._off.clear()
        self.read()

    def read(self) -> None:
        """Read the preview anew."""
        if self._shop is None:
            return
        self._rows = start.preview(self._bridge.db, self._shop.id)
        self._show()

    def on_changed(self, changes: Changes) -> None:
        """Numbers were read, or stock moved."""
        shop = self._shop.id if self._shop else 0
        if shop in changes.shops or changes.catalog or changes.skus:
            self._again.add(changes)

    def rest(self) -> None:
        """Nobody looks."""
        self._again.stop()

    def apply(self) -> None:
        """Write the numbers, once asked where they would change much of another shop at once."""
        shop, chosen = self._shop, self._chosen()
        if shop is None:
            return
        if not chosen:
            if self._may_go_live():
                self.live_wanted.emit(shop.id)
            return
        rows = {row.product_id: row for row in self._rows}
        heavy = breaker.weigh(self._bridge.db, {one: rows[one].shown or 0 for one in chosen}, source=shop.id)
        if not heavy:
            self._write(shop, chosen)
            return
        dialog = MassDialog(self, heavy, yes=tr("Start with these numbers"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._write(shop, chosen))
        dialog.open()

    # Inside

    def _write(self, shop: Shop, chosen: Sequence[int]) -> None:
        """One act, one undo."""
        bridge, batch = self._bridge, acts.new_batch("start")
        done = bridge.perform(posting.post_start, bridge.db, shop, chosen, batch=batch, now=bridge.now)
        if done is None:
            return
        sentence = trn(
            "{n} product starts with what {shop} shows",
            "{n} products start with what {shop} shows",
            len(chosen),
            shop=shop.name,
        )
        self.undoable.emit(sentence, self._undo(batch))
        self.read()
        announce(self, sentence)

    def _undo(self, batch: str) -> Callable[[], Changes | None]:
        bridge = self._bridge
        return lambda: bridge.perform(posting.post_undo, bridge.db, batch, now=bridge.now)

    def _chosen(self) -> list[int]:
        return [
            row.product_id
            for row in self._rows
            if start_group(row) is StartGroup.READY and row.product_id not in self._off
        ]

    def _may_go_live(self) -> bool:
        started = any(row.obstacle == "started" for row in self._rows)
        reading = any(start_group(row) is StartGroup.READING for row in self._rows)
        return self._shop is not None and self._shop.mode == "looking" and started and not reading

    def _show(self) -> None:
        groups = [start_group(row) for row in self._rows]
        self.filters.set_counts(len(groups), {group.value: groups.count(group) for group in StartGroup})
        on = self.filters.on()
        shown = [row for row, group in zip(self._rows, groups, strict=True) if not on or group.value in on]
        # What starts now comes first, then what is still being read.
        order = list(StartGroup)
        self.table.show_rows(sorted(shown, key=lambda row: order.index(start_group(row))))
        self._changed()

    def _changed(self) -> None:
        self._model.redraw()
        chosen, shop = len(self._chosen()), self._shop
        reading = sum(start_group(row) is StartGroup.READING for row in self._rows)
        if chosen:
            self.press.setText(say(start_press(chosen)))
        elif self._may_go_live():
            self.press.setText(tr("Go live…"))
        else:
            self.press.setText(tr("Nothing to start"))
        self.press.setEnabled(bool(chosen) or self._may_go_live())
        self.words.setText(self._sentence(shop, chosen, reading))

    def _sentence(self, shop: Shop | None, chosen: int, reading: int) -> str:
        if shop is None:
            return tr("No channel is connected.")
        if reading:
            return trn(
                "Reading {n} number of {shop}. It comes here by itself.",
                "Reading {n} numbers of {shop}. They come here by themselves.",
                reading,
                shop=shop.name,
            )
        if not self._rows:
            return tr("No listing of {shop} is linked to a product yet.", shop=shop.name)
        if not chosen:
            return tr("Every product that can start from {shop} has its number.", shop=shop.name)
        return tr("Open orders are booked as promised. Nothing is sent by this, and one press on Undo takes it back.")

    def _ticked(self, row: StartRow) -> bool | None:
        return row.product_id not in self._off if start_group(row) is StartGroup.READY else None

    def _tick(self, rows: Sequence[int], on: bool) -> None:  # noqa: FBT001 - a signal's own argument
        for row in rows:
            product = self._model.rows[row]
            if start_group(product) is StartGroup.READY:
                (self._off.discard if on else self._off.add)(product.product_id)
        self._changed()

    def _make_radios(self) -> None:
        for radio in self.radios.values():
            self._group.removeButton(radio)
        clear(self._radio_row)
        self.radios = {}
        self._radio_row.addWidget(Label(tr("Believe"), colour="text_secondary"))
        for shop in self._shops:
            radio = RadioButton(shop.name, name=tr("Believe {shop}", shop=shop.name))
            self.radios[shop.id] = radio
            self._group.addButton(radio)
            self._radio_row.addWidget(radio)
            radio.show()  # a layout would do it a moment later, and a hidden control takes no keyboard
            radio.toggled.connect(lambda on, number=shop.id: self.believe(number) if on else None)
        self._radio_row.addStretch(1)

    def _lay_out(self) -> None:
        top, below = QHBoxLayout(), QHBoxLayout()
        top.setContentsMargins(EDGE - 4, 12, EDGE, 0)
        top.addWidget(Strip(self._radios), 1)
        below.setContentsMargins(EDGE, 8, EDGE, 10)
        below.setSpacing(16)
        below.addWidget(self.filters)
        below.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.column.addLayout(top)
        self.column.addLayout(below)
        self.column.addWidget(self.table, 1)
        in_order(self.back, self.press, self._radios, self.filters, self.table)

    def _connect(self) -> None:
        self.press.clicked.connect(lambda _checked=False: self.apply())
        self.filters.changed.connect(lambda _on: self._show())
        self.table.ticked_rows.connect(self._tick)
        self.table.left.connect(self.left)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self.table, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.apply)

    def _said(self, row: StartRow) -> str:
        words = say(start_words(row))
        on = self._ticked(row)
        if on is None:
            return tr("{title}, {sku}. {words}.", title=row.title, sku=row.sku, words=words)
        if on:
            return tr("Ticked. {title}, {sku}. {words}.", title=row.title, sku=row.sku, words=words)
        return tr("Not ticked. {title}, {sku}. {words}.", title=row.title, sku=row.sku, words=words)

    def _fields(self) -> list[Field[StartRow]]:
        return [
            tick_field(),
            Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(140, SkuDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(260, CellDelegate, stretch=True)),
            Field(
                head=tr("How it comes about"),
                words=lambda row: say(start_words(row)),
                glyph=lambda row: _GLYPHS[start_group(row)],
                look=lambda row: None if start_group(row) is StartGroup.READY else Look(colour="text_secondary"),
                column=Column(320, StatusDelegate, stretch=True),
            ),
            Field(
                head=tr("On hand"),
                words=lambda row: row.on_hand if start_group(row) is StartGroup.READY else None,
                look=lambda _row: Look(strong=True),
                column=Column(84, NumberDelegate),
            ),
        ]


def _key(row: StartRow) -> object:
    return row.product_id, row.shown, row.obstacle == "twice"
