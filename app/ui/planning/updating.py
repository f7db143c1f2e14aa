"""Reckoning the floors of all products in the background, and using those that the seller ticked with one undo."""

from collections.abc import Sequence
from contextlib import closing

from PySide6.QtCore import QObject, Qt, Signal

from app.core.changes import Changes
from app.errors import PlimsollError
from app.store import floor_updates, inventory, sales, settings
from app.store.database import reader
from app.store.faults import translated
from app.store.floor_updates import Update
from app.ui.bridge import Bridge
from app.ui.planning import writes
from app.ui.planning.floor_list import FloorList
from app.ui.planning.manner_dialog import MannerDialog
from app.ui.planning.writes import Levels
from app.ui.words import percent, tr, trn

FEW = 200  # products whose floors are reckoned at once


class Updating(QObject):
    """`told` says that there is something new to show; `undoable` carries a sentence and what takes it back."""

    told = Signal()
    undoable = Signal(str, object)
    _far = Signal(int, int)

    def __init__(self, bridge: Bridge, shown: FloorList, page: QObject) -> None:
        super().__init__(page)
        self._bridge, self._list = bridge, shown
        self._busy = self.looked = False
        self.dialog: MannerDialog | None = None
        self._far.connect(self._progress)

    def look(self) -> None:
        """Reckon all floors; few products at once, many in the background."""
        bridge = self._bridge
        if self._busy:
            return
        if inventory.size(bridge.db) <= FEW:
            self._found(floor_updates.updates(bridge.db, now=bridge.now))
            return
        path, now, self._busy = inventory.path_of(bridge.db), bridge.now, True

        def work() -> list[Update]:
            with translated(None), closing(reader(path)) as db:
                return floor_updates.updates(db, now=now, progress=self._tell)

        bridge.background(work, self._found, self._failed)

    def manner(self) -> None:
        """How floors are reckoned, of every product that has no way of its own."""
        db, page = self._bridge.db, self._list.window()
        by, textbook = sales.floor_by(db), sales.textbook(db)
        dialog = MannerDialog(page, by, textbook=textbook)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.dialog = dialog

        def put() -> None:
            before = (settings.get(db, settings.FLOOR_BY), settings.get(db, settings.TEXTBOOK_Z))
            after = (dialog.by().written(), 1 if dialog.textbook.isChecked() else None)
            if (dialog.by(), dialog.textbook.isChecked()) == (by, textbook) or self._manner(*after) is None:
                return
            said = tr("Floors are reckoned by {n} days and {level}", n=dialog.by().window,
                      level=percent(dialog.by().level))  # fmt: skip
            self.undoable.emit(said, lambda: self._manner(*before))

        dialog.accepted.connect(put)
        dialog.open()

    def _manner(self, by: str | None, textbook: int | None) -> Changes | None:
        bridge = self._bridge
        done = bridge.perform(writes.put_manner, bridge.db, by, textbook, now=bridge.now)
        if self.looked:
            self.look()
        return done

    def use(self) -> None:
        """From now on the floors and reorder points that are ticked hold."""
        rows = self._list.wanted()
        before = {row.product: Levels(floor=row.floor, reorder_at=row.reorder_at) for row in rows}
        after = {row.product: Levels(floor=row.found.floor, reorder_at=row.found.reorder_at) for row in rows}
        if not rows or self._put(rows, after) is None:
            return
        said = trn("{n} product has another floor", "{n} products have other floors", len(rows))
        self.undoable.emit(said, lambda: self._put(rows, before))

    def _put(self, rows: Sequence[Update], levels: dict[int, Levels]) -> Changes | None:
        bridge = self._bridge
        skus = [row.sku for row in rows]
        done = bridge.perform(writes.put_many, bridge.db, levels, skus, now=bridge.now)
        self.look()
        return done

    def _tell(self, done: int, of: int) -> bool:
        self._far.emit(done, of)  # from another thread: a signal crosses to the window's by itself
        return True

    def _progress(self, done: int, of: int) -> None:
        if self._busy:
            self._list.show_progress(done, of)
            self.told.emit()

    def _failed(self, error: PlimsollError) -> None:
        self._busy = False
        self._bridge.trouble.emit(error)

    def _found(self, rows: list[Update]) -> None:
        self._busy, self.looked = False, True
        self._list.show_rows(rows)
        self.told.emit()
