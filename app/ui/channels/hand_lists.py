"""A place kept by hand: the numbers to change there, and the products that it lists."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import hand_places
from app.store import by_hand
from app.store.by_hand import Shown, Todo
from app.ui.bridge import Bridge
from app.ui.channels.states import ShopFacts
from app.ui.shell.views import EDGE, announce, ask_then
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import ago, tr, trn


def _bar(words: Paragraph, *buttons: Button) -> QHBoxLayout:
    bar = QHBoxLayout()
    bar.setContentsMargins(EDGE, 10, EDGE, 10)
    bar.setSpacing(8)
    bar.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
    for button in buttons:
        bar.addWidget(button)
    return bar


def _column(widget: QWidget, bar: QHBoxLayout, table: QWidget) -> None:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addLayout(bar)
    column.addWidget(table, 1)
    column.addStretch(0)


class HandTodos(QWidget):
    """One row for each number that the seller has to change there, with its age; Enter ticks it."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        fields = self._fields(lambda: bridge.now)
        self._model = Sheet(fields, key=lambda row: row.listing, said=self._said)
        self.table = SheetTable(tr("To change by hand"), self._model, fields)
        self.words = Paragraph()
        self.done = Button(tr("It shows this now"), size=ButtonSize.SMALL, icon="check")
        self.done.clicked.connect(lambda _checked=False: self.tick_chosen())
        self.table.opened.connect(lambda _index: self.tick_chosen())
        self.table.chosen.connect(self._settle)
        _column(self, _bar(self.words, self.done), self.table)

    def show_shop(self, facts: ShopFacts) -> None:
        """Read what is to be changed there."""
        self._facts = facts
        rows = by_hand.todos(self._bridge.db, facts.shop.id, now=self._bridge.now)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self.words.setText(self._sentence(facts, len(rows)))
        self._settle()

    def tick(self) -> None:
        """Time has passed."""
        self._model.redraw()

    def tick_chosen(self) -> None:
        """The seller changed what is selected."""
        chosen, facts, bridge = self.table.selected(), self._facts, self._bridge
        if not chosen or facts is None:
            return
        done = bridge.perform(hand_places.post_told_by_hand, bridge.db, facts.shop, chosen, now=bridge.now)
        if done is not None:
            announce(self, trn("{n} number is ticked", "{n} numbers are ticked", len(chosen)))

    def _sentence(self, facts: ShopFacts, rows: int) -> str:
        name = facts.shop.name
        if not facts.hand_listed:
            return tr("{shop} lists nothing yet. “It lists…” says which products it shows, and how many.", shop=name)
        if not rows:
            return tr("{shop} shows what it should.", shop=name)
        return tr("First enter what was sold there. Then type these numbers at {shop} and tick them.", shop=name)

    def _settle(self) -> None:
        self.done.setVisible(bool(self._model.rows))
        self.done.setEnabled(bool(self.table.selected_rows()))

    def _said(self, todo: Todo) -> str:
        return tr(
            "{title}, {sku}: show {should}, not {shows}. Asked {ago}.",
            title=todo.title,
            sku=todo.sku,
            should=todo.should,
            shows=todo.shows,
            ago=ago(todo.asked_at, self._bridge.now),
        )

    def _fields(self, now: Callable[[], datetime]) -> list[Field[Todo]]:
        def late(todo: Todo) -> Look:
            return Look(colour="danger", strong=True) if todo.overdue(now()) else Look(colour="text_secondary")

        def state(todo: Todo) -> str:
            return tr("Over 10 minutes") if todo.overdue(now()) else tr("To change")

        return [
            Field(
                head=tr("State"),
                words=state,
                glyph=lambda todo: Glyph.OVERSOLD if todo.overdue(now()) else Glyph.LOOK,
                column=Column(170, StatusDelegate),
            ),
            Field(head=tr("SKU"), words=lambda todo: todo.sku, column=Column(130, SkuDelegate)),
            Field(head=tr("Product"), words=lambda todo: todo.title, column=Column(240, CellDelegate, stretch=True)),
            Field(head=tr("Shows"), words=lambda todo: todo.shows, column=Column(80, NumberDelegate)),
            Field(
                head=tr("Type"),
                words=lambda todo: todo.should,
                look=lambda _todo: Look(strong=True),
                column=Column(80, NumberDelegate),
            ),
            Field(
                head=tr("Waiting since"),
                words=lambda todo: ago(todo.asked_at, now()),
                look=late,
                column=Column(150, CellDelegate),
            ),
        ]


class HandListed(QWidget):
    """The products that the place lists. `wanted` asks for the dialog that adds one, or says another number."""

    wanted = Signal(str)  # a SKU, or "" for any

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        fields: list[Field[Shown]] = [
            Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(130, SkuDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(240, CellDelegate, stretch=True)),
            Field(head=tr("Shows"), words=lambda row: row.shows, column=Column(80, NumberDelegate)),
        ]
        self._model = Sheet(fields, key=lambda row: row.listing, said=_shown)
        self.table = SheetTable(tr("Listed there"), self._model, fields)
        self.words = Paragraph()
        self.add = Button(tr("It lists…"), size=ButtonSize.SMALL, icon="plus")
        self.change = Button(tr("It shows…"), size=ButtonSize.SMALL)
        self.remove = Button(tr("Not any more…"), size=ButtonSize.SMALL)
        self.add.clicked.connect(lambda _checked=False: self.wanted.emit(""))
        self.change.clicked.connect(lambda _checked=False: self._change())
        self.table.opened.connect(lambda _index: self._change())
        self.remove.clicked.connect(lambda _checked=False: self._ask())
        self.table.chosen.connect(self._settle)
        _column(self, _bar(self.words, self.remove, self.change, self.add), self.table)

    def show_shop(self, facts: ShopFacts) -> None:
        """Read what it lists."""
        self._facts = facts
        rows = by_hand.shown(self._bridge.db, facts.shop.id)
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        some = tr("Plimsoll says when one of these numbers must change. Nobody but you can change it.")
        none = tr("Does {shop} show numbers to buyers? Say which products it lists.", shop=facts.shop.name)
        self.words.setText(some if rows else none)
        self._settle()

    def _settle(self) -> None:
        row = self.table.current() if self._model.rows else None
        self.change.setVisible(row is not None)
        self.remove.setVisible(row is not None)

    def _change(self) -> None:
        row = self.table.current()
        if row is not None:
            self.wanted.emit(row.sku)

    def _ask(self) -> None:
        row, facts, bridge = self.table.current(), self._facts, self._bridge
        if row is None or facts is None:
            return
        ask_then(
            self,
            lambda: bridge.perform(hand_places.post_hidden_by_hand, bridge.db, facts.shop, row.listing, now=bridge.now),
            question=tr("Is {title} no longer listed at {shop}?", title=row.title, shop=facts.shop.name),
            text=tr("Take it off there first. Its pieces are then offered elsewhere; its sales stay in your ledger."),
            yes=tr("It is not listed"),
            no=tr("Keep it"),
        )


def _shown(row: Shown) -> str:
    return tr("{title}, {sku}: shows {shows}.", title=row.title, sku=row.sku, shows=row.shows)
