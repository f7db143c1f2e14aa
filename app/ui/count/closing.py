"""Closing a shelf: packed parcels are asked about once, what must be counted again comes first, then the review."""

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app import counting
from app.store.counts import Line
from app.ui.count.desk import Desk
from app.ui.count.shelf_list import shelf_name
from app.ui.count.taking import Taking
from app.ui.shell.views import ask_then
from app.ui.words import tr, trn


class Closing(QObject):
    """Acts on the page's count."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    @property
    def _taking(self) -> Taking | None:
        return self._desk.taking

    def close_shelf(self) -> None:
        """F4: ask once about packed parcels, then close; what must be counted again comes first."""
        taking = self._taking
        if taking is None or not taking.counting:
            return
        if taking.session.packed_elsewhere is None:
            self._ask_parcels()
            return
        open_lines = [line for line in taking.of_home(taking.shelf) if line.counted is None and line.open]
        if open_lines and not taking.again():
            self._ask_open(len(open_lines))
            return
        self._close()

    def _close(self) -> None:
        taking = self._taking
        assert taking is not None
        shelf = taking.shelf
        again = taking.close()
        if again:
            self._after_closing(again)
        else:
            self.show_review(shelf)

    def _after_closing(self, again: list[Line]) -> None:
        self._desk.reviewing.redraw()
        self._desk.session.redraw()
        self._desk.redraw_head()
        said = trn("{n} product is to be counted once more.", "{n} products are to be counted once more.", len(again))
        moved = sum(line.moved for line in again)
        if moved:
            said += " " + trn("{n} moved while you counted.", "{n} moved while you counted.", moved)
        self._desk.session.said.setText(said)
        self._desk.session.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_parcels(self) -> None:
        asked = ask_then(
            self._page,
            lambda: self._say_parcels(elsewhere=True),
            question=tr("Are packed parcels lying elsewhere?"),
            text=tr(
                "Pieces that are sold and packed still count as on hand. If they do not lie on these shelves, the"
                " review asks how many there are."
            ),
            yes=tr("Yes, elsewhere"),
            no=tr("No, all is here"),
        )
        asked.rejected.connect(lambda: self._say_parcels(elsewhere=False))

    def _say_parcels(self, *, elsewhere: bool) -> None:
        if self._taking is None:
            return
        counting.say_parcels(self._desk.bridge.db, self._taking.session.id, elsewhere=elsewhere)
        self._taking.read()
        self.close_shelf()

    def _ask_open(self, missing: int) -> None:
        ask_then(
            self._page,
            self._close,
            question=trn(
                "{n} product is not counted. Close the shelf?",
                "{n} products are not counted. Close the shelf?",
                missing,
            ),
            text=tr("Nothing is posted for what was not counted. Blank is not zero."),
            yes=tr("Close the shelf"),
            no=tr("Go on counting"),
            safe_first=True,  # nor does that of a scan close a shelf
        )  # fmt: skip

    def show_review(self, shelf: str) -> None:
        """A closed shelf beside the ledger. What was counted since it was closed is judged first."""
        taking = self._taking
        if taking is None:
            return
        if any(line.done and not line.sealed for line in taking.of_home(shelf)) and taking.close_again(shelf):
            self._after_closing(taking.again())
            return
        self._desk.reviewing.show(shelf)
        self._desk.session.said.setText(tr("{shelf} is closed, and stands beside the ledger.", shelf=shelf_name(shelf)))
        self._desk.session.redraw()
        self._desk.redraw_head()
        if self._desk.review.isVisible():
            self._desk.session.show_review()
            self._desk.review.table.setFocus(Qt.FocusReason.OtherFocusReason)
