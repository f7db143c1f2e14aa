"""Writing the filtered rows to a file, in a thread of its own: it says how far it is, and can be stopped."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.errors import PlimsollError
from app.sheets.writing import stream
from app.store import inventory
from app.store.database import reader
from app.store.faults import translated
from app.store.ledger_page import Asked, LedgerRow, Search
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.ledger import words
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.text import ElidedLabel
from app.ui.words import number, say, tr, trn

_AT_ONCE = 2000  # rows that are read in one statement
_LOOK_MS = 200


class Writing:
    """One export under way. `rows` grows in its thread, and `stopped` is set from the window's."""

    def __init__(self) -> None:
        self.rows = 0
        self.stopped = False

    def run(self, inventory_: Path, asked: Asked, shops: Mapping[int, Shop], path: Path) -> int | None:
        """All rows that pass, newest first; how many. None when it was stopped. Raises `PlimsollError`."""
        with translated(None), closing(reader(inventory_)) as db:
            lines = words.lines(self._counted(Search(db, asked)), shops)
            written = stream(path, lines, stopped=lambda: self.stopped)
        return None if written is None else written - 1

    def _counted(self, search: Search) -> Iterator[list[LedgerRow]]:
        for page in search.pages(limit=_AT_ONCE):
            yield page
            self.rows += len(page)


class Export(QObject):
    """Starts one, tells how it goes. `ended` carries a sentence."""

    ended = Signal(str)

    def __init__(self, bridge: Bridge, bar: "ExportBar") -> None:
        super().__init__(bar)
        self._bridge, self._bar = bridge, bar
        self.writing: Writing | None = None
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._tell)
        bar.stop_it.clicked.connect(lambda _checked=False: self.stop())

    def start(self, path: Path, asked: Asked, shops: Mapping[int, Shop]) -> None:
        """Write what passes to this file."""
        if self.writing is not None:
            return
        writing = self.writing = Writing()
        where = inventory.path_of(self._bridge.db)
        self._bridge.background(
            lambda: writing.run(where, asked, shops, path), lambda rows: self._done(rows, path), self._failed
        )
        self._look.start()
        self._tell()

    def stop(self) -> None:
        """Give it up; nothing of it is left."""
        if self.writing is not None:
            self.writing.stopped = True

    def _tell(self) -> None:
        if self.writing is not None:
            self._bar.tell(tr("Writing the ledger to a file: {n} rows", n=number(self.writing.rows)))

    def _done(self, rows: int | None, path: Path) -> None:
        self._over()
        if rows is None:
            self.ended.emit(tr("The export was stopped. Nothing was written."))
        else:
            said = trn("{n} row is in {file}, in {folder}", "{n} rows are in {file}, in {folder}", rows,
                       file=path.name, folder=str(path.parent))  # fmt: skip
            self.ended.emit(said)

    def _failed(self, error: PlimsollError) -> None:
        self._over()
        self.ended.emit(say(error.title))

    def _over(self) -> None:
        self._look.stop()
        self.writing = None
        self._bar.hide()


class ExportBar(QWidget):
    """How far it is, and the button that stops it."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ElidedLabel("", colour="text_secondary")
        self.stop_it = Button(tr("Stop"), size=ButtonSize.SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 8)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.stop_it)
        self.hide()

    def tell(self, words_: str) -> None:
        """Say it."""
        self.words.setText(words_)
        self.setAccessibleName(words_)
        self.show()
