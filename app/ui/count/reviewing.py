"""What the seller does with a closed shelf: say why, keep or leave out, count once more, and post it."""

import uuid

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app import counting
from app.core.changes import Changes
from app.errors import PlimsollError
from app.ui.bridge import Bridge
from app.ui.count.asking import PackedDialog
from app.ui.count.review import Review, outlook_words
from app.ui.count.shelf_list import shelf_name
from app.ui.count.taking import Taking
from app.ui.shell.views import ask_then
from app.ui.words import tr


class Reviewing(QObject):
    """`undoable` as on a page; `posted` carries the shelf, `count_again` a product, `taken_back` after an undo."""

    undoable = Signal(str, object)
    posted = Signal(str)
    count_again = Signal(int)
    taken_back = Signal()

    def __init__(self, bridge: Bridge, review: Review, page: QWidget) -> None:
        super().__init__(page)
        self._bridge, self._review, self._page = bridge, review, page
        self.taking: Taking | None = None
        self.shelf: str | None = None
        review.reason.connect(self._say_why)
        review.keep.connect(lambda product, kept: self._keep(product, kept=kept))
        review.packed.connect(self._ask_packed)
        review.again.connect(self._count_again)
        review.post_wanted.connect(self.post)

    def begin(self, taking: Taking | None) -> None:
        """Another count, or none."""
        self.taking, self.shelf = taking, None
        self._review.hide()

    def show(self, shelf: str) -> None:
        """This closed shelf beside the ledger."""
        self.shelf = shelf
        self.redraw()

    def redraw(self) -> None:
        """Read the shelf again; nothing is shown where none was closed, or all of it is posted."""
        taking, shelf = self.taking, self.shelf
        shown = taking is not None and shelf is not None and shelf in taking.closed
        if shown and taking is not None and shelf is not None:
            number, db = taking.session.id, self._bridge.db
            rows, outlook = counting.review(db, number, shelf), counting.outlook(db, number, shelf)
            self._review.show_shelf(shelf, rows, outlook)
            shown = any(row.facts.posted is None for row in rows)
        self._review.setVisible(shown)

    def post(self) -> None:
        """Say what posting does, and do it on one press."""
        taking, shelf = self.taking, self.shelf
        if taking is None or shelf is None or shelf not in taking.closed:
            return
        outlook = counting.outlook(self._bridge.db, taking.session.id, shelf)
        if not outlook.posted:
            return
        ask_then(
            self._page,
            lambda: self._post(shelf),
            question=tr("Post {shelf}?", shelf=shelf_name(shelf)),
            text=outlook_words(outlook),
            yes=tr("Post {shelf}", shelf=shelf_name(shelf)),
            no=tr("Not yet"),
            safe_first=True,  # the Enter of a scan never posts a count
        )

    def _post(self, shelf: str) -> None:
        taking, bridge = self.taking, self._bridge
        if taking is None:
            return
        rows = [row for row in counting.review(bridge.db, taking.session.id, shelf) if not row.waits]
        ready = [row for row in rows if row.facts.posted is None]
        corrected = sum(row.difference != 0 for row in ready)
        batch = f"count/{uuid.uuid4()}"
        done = bridge.perform(counting.post_shelf, bridge.db, taking.session.id, shelf, batch=batch, now=bridge.now)
        if done is None:
            return
        said = tr("{shelf} posted: {counted} counted, {corrected} corrected", shelf=shelf_name(shelf),
                  counted=len(ready), corrected=corrected)  # fmt: skip
        self.undoable.emit(said, lambda: self._take_back(batch))
        taking.read()
        self.redraw()
        self.posted.emit(shelf)

    def _take_back(self, batch: str) -> Changes | None:
        bridge = self._bridge
        done = bridge.perform(counting.undo_posting, bridge.db, batch, now=bridge.now)
        if self.taking is not None:
            self.taking.read()
            self.redraw()
        self.taken_back.emit()
        return done

    def _say_why(self, product: int, reason: str) -> None:
        if self.taking is not None:
            counting.say_why(self._bridge.db, self.taking.session.id, product, reason)
            self.redraw()

    def _keep(self, product: int, *, kept: bool) -> None:
        if self.taking is not None:
            counting.decide_found(self._bridge.db, self.taking.session.id, [product], kept=kept)
            self.redraw()

    def _count_again(self, product: int) -> None:
        if self.taking is None:
            return
        try:
            counting.recount(self._bridge.db, self.taking.session.id, product)
        except PlimsollError as error:
            self._bridge.trouble.emit(error)
            return
        self.taking.go_back_to(product)
        self.redraw()
        self.count_again.emit(product)

    def _ask_packed(self, product: int) -> None:
        taking, shelf = self.taking, self.shelf
        if taking is None or shelf is None:
            return
        facts = next(row.facts for row in counting.review(self._bridge.db, taking.session.id, shelf)
                     if row.facts.product == product)  # fmt: skip
        dialog = PackedDialog(self._page, facts)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.said.connect(lambda pieces: self._packed(product, pieces))
        dialog.open()

    def _packed(self, product: int, pieces: int) -> None:
        if self.taking is None:
            return
        try:
            counting.say_packed(self._bridge.db, self.taking.session.id, product, pieces)
        except PlimsollError as error:
            self._bridge.trouble.emit(error)
        self.redraw()
