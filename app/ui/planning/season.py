"""The quarterly review: what rises, falls, comes with its season, or is not sold any more. Its floors are looked at."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.changes import Changes
from app.core.season import Season
from app.store import promotions, season
from app.store.promotions import Promotion
from app.store.season import Reviewed
from app.ui.bridge import Bridge
from app.ui.planning import writes
from app.ui.planning.writes import Levels
from app.ui.widgets.button import Button
from app.ui.widgets.cells import CellDelegate, Look, NumberDelegate, SkuDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import all_of, day, moment, money, tr, trn

_WIDTH, _HEIGHT = 820, 320


def season_words() -> dict[Season, str]:
    """What a product's sales do."""
    return {
        Season.RISING: tr("Rising"),
        Season.FALLING: tr("Falling"),
        Season.SEASONAL: tr("Its season comes"),
        Season.ENDING: tr("Not sold for half a year"),
    }


class SeasonReview(Dialog):
    """`floor_wanted` carries the SKU whose floor the seller wants to see; `undoable` as on a page."""

    floor_wanted = Signal(str)
    undoable = Signal(str, object)

    def __init__(self, parent: QWidget, bridge: Bridge) -> None:
        super().__init__(
            parent,
            question=tr("Season review"),
            text=tr("Every quarter: do the floors still fit what sells? Nothing changes by itself."),
            yes=tr("I have looked through it"),
            no=tr("Later"),
            width=_WIDTH,
        )
        self._bridge = bridge
        quiet = lambda _row: Look(colour="text_secondary")  # noqa: E731
        fields: list[Field[Reviewed]] = [
            Field(head=tr("SKU"), words=lambda row: row.sku, column=Column(120, SkuDelegate)),
            Field(head=tr("Product"), words=lambda row: row.title, column=Column(160, CellDelegate, stretch=True)),
            Field(head=tr("Sales"), words=lambda row: season_words()[row.season], column=Column(160, CellDelegate)),
            Field(head=tr("Quarter"), words=lambda row: row.sold.latest, column=Column(70, NumberDelegate)),
            Field(
                head=tr("Before"), words=lambda row: row.sold.before, look=quiet, column=Column(66, NumberDelegate)
            ),
            Field(
                head=tr("Year ago"), words=lambda row: row.sold.coming, look=quiet, column=Column(76, NumberDelegate)
            ),
            Field(head=tr("Floor"), words=lambda row: row.floor, column=Column(60, NumberDelegate)),
        ]  # fmt: skip
        self._model: Sheet[Reviewed] = Sheet(fields, key=lambda row: row.product, said=_said)
        self.table: SheetTable[Reviewed] = SheetTable(tr("To be reviewed"), self._model, fields, wide=False)
        self.table.setFixedHeight(self._theme.px(_HEIGHT))
        self.words, self.promotions = Paragraph(), Paragraph()
        self.see, self.let_go = Button(tr("See its floor")), Button(tr("Floor 0, let it sell out"))
        self.table.chosen.connect(self._settle)
        self.table.opened.connect(lambda _index: self._see())
        self.see.clicked.connect(lambda _checked=False: self._see())
        self.let_go.clicked.connect(lambda _checked=False: self._let_go())
        keys = QHBoxLayout()
        keys.addWidget(self.see)
        keys.addWidget(self.let_go)
        keys.addStretch(1)
        for part in (self.words, self.promotions, self.table):
            self.body.addWidget(part)
        self.body.addLayout(keys)
        self._read()

    def accept(self) -> None:
        """Kept as a dated row: the next one is due in a quarter."""
        bridge = self._bridge
        if bridge.perform(writes.put_reviewed, bridge.db, now=bridge.now) is not None:
            super().accept()

    def _read(self) -> None:
        db, now = self._bridge.db, self._bridge.now
        rows = season.review(db, now)
        self.table.show_rows(rows)
        last = season.last_reviewed(db)
        tied, cost = _sum(season.tied_up(db)), season.incidents_cost(db, now)
        ahead = promotions.ahead(db, now=now)
        self.promotions.setText(_promotion_words(ahead, now))
        for part in (self.table, self.see, self.let_go):
            part.setVisible(bool(rows))
        said = [
            tr("Everything sells as it did before.")
            if not rows
            else trn("{n} product sells otherwise than before.", "{n} products sell otherwise than before.", len(rows)),
            tr("{money} lie in floors.", money=tied) if tied else "",
            trn(
                "{n} incident of the last year cost {money}.",
                "{n} incidents of the last year cost {money}.",
                cost.incidents,
                money=_sum(cost.money),
            )
            if cost.money
            else "",
            tr("Last looked through {at}.", at=moment(last, now)) if last is not None else "",
        ]
        self.words.setText(" ".join(filter(None, said)))
        self._settle()

    def _settle(self) -> None:
        rows = self.table.selected()
        self.see.setEnabled(len(rows) == 1)
        self.let_go.setEnabled(bool(rows) and any(row.floor for row in rows))

    def _see(self) -> None:
        row = self.table.current()
        if row is not None:
            self.floor_wanted.emit(row.sku)
            self.reject()

    def _let_go(self) -> None:
        """They come to their end: floor 0, and nothing is ordered again."""
        rows: Sequence[Reviewed] = self.table.selected()
        db = self._bridge.db
        before = {row.product: writes.levels_of(db, row.product) for row in rows}
        skus = [row.sku for row in rows]
        if not rows or self._put(dict.fromkeys(before, Levels(floor=0, reorder_at=None)), skus) is None:
            return
        said = trn("{n} product sells out", "{n} products sell out", len(rows))
        bridge = self._bridge
        self.undoable.emit(said, lambda: bridge.perform(writes.put_many, db, before, skus, now=bridge.now))
        self._read()

    def _put(self, levels: dict[int, Levels], skus: Sequence[str]) -> Changes | None:
        bridge = self._bridge
        return bridge.perform(writes.put_many, bridge.db, levels, skus, now=bridge.now)


def _sum(amounts: Mapping[str, int]) -> str:
    return ", ".join(money(minor, currency) for currency, minor in amounts.items())


def _promotion_words(ahead: Sequence[Promotion], now: datetime) -> str:
    if not ahead:
        return tr("No promotion is planned.")
    named = all_of(
        tr("{name}, {day}", name=one.planned.name, day=day(one.planned.first_at.astimezone().date(), now))
        for one in ahead
    )
    return tr("Planned: {promotions}.", promotions=named)


def _said(row: Reviewed) -> str:
    return tr(
        "{title}, {sku}: {words}, {latest} sold this quarter, {before} before",
        title=row.title, sku=row.sku, words=season_words()[row.season], latest=row.sold.latest, before=row.sold.before,
    )  # fmt: skip
