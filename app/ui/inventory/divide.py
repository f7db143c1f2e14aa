"""How Inventory divides the window: list and pane side by side, a narrower pane, or one of them at a time."""

from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.ui.theme import Theme

if TYPE_CHECKING:
    from app.ui.inventory.pane import DetailPane

WIDE_FROM, BESIDE_FROM = 1360, 1120  # of the window, at 100 % text size


class Width(IntEnum):
    """The three steps."""

    WIDE = 0
    NARROW = 1
    SINGLE = 2  # the pane is a page of its own


_PANE = {Width.WIDE: "detail_pane", Width.NARROW: "detail_pane_min"}


def step_of(window: int, scale: float) -> Width:
    """Larger letters need a larger window."""
    width = window / scale
    if width >= WIDE_FROM:
        return Width.WIDE
    return Width.NARROW if width >= BESIDE_FROM else Width.SINGLE


class PanePlace(QWidget):
    """Where the pane stands. Its ground is there from the first paint on, so that nothing moves when the pane comes."""

    def __init__(self) -> None:
        super().__init__()
        self._pane: DetailPane | None = None
        self._dense = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setProperty("panel", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)

    def hold(self, pane: "DetailPane") -> None:
        """Here it is."""
        self._pane = pane
        pane.set_dense(dense=self._dense)
        self._column.addWidget(pane)
        pane.show()  # at once: a layout would only do so in the next turn

    def set_dense(self, *, dense: bool) -> None:
        """In a narrow window all stands closer."""
        self._dense = dense
        if self._pane is not None:
            self._pane.set_dense(dense=dense)


class Divide(QSplitter):
    """List and pane. The seller's widths stay, one for each step; Esc may have sent the pane away."""

    def __init__(self, theme: Theme, listed: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setObjectName("inventory")
        self.setChildrenCollapsible(False)
        self._theme, self._list, self.place = theme, listed, PanePlace()
        self._step: Width | None = None
        self._open = True
        self._scale = theme.text_scale
        self._chosen: dict[Width, int] = {}
        self.addWidget(listed)
        self.addWidget(self.place)
        self.setStretchFactor(0, 1)
        self.setStretchFactor(1, 0)
        self.splitterMoved.connect(self._on_moved)

    @property
    def single(self) -> bool:
        """Does only one of the two fit?"""
        return self._step is Width.SINGLE

    @property
    def list_shown(self) -> bool:
        """Can the list be seen?"""
        return not (self.single and self._open)

    @property
    def pane_open(self) -> bool:
        """Can the pane be seen?"""
        return self._open

    def open_pane(self) -> None:
        """Show the pane, beside the list or in its place."""
        self._open = True
        self._arrange(fresh=False)

    def close_pane(self) -> None:
        """Only the list."""
        self._open = False
        self._arrange(fresh=False)

    def settle(self, window: int, *, in_pane: bool) -> None:
        """The window has this width. A pane that fills the page is opened, it does not just come: unless `in_pane`."""
        before, self._step = self._step, step_of(window, self._theme.text_scale)
        if before is None and self._restored():
            self._on_moved()
        if self._step is not before:
            self._open = in_pane if self.single else self._open or before is Width.SINGLE
        self._arrange(fresh=self._step is not before or self._theme.text_scale != self._scale)
        self._scale = self._theme.text_scale

    def _arrange(self, *, fresh: bool) -> None:
        beside = self._open and not self.single
        fresh = fresh or (beside and not self.place.isVisibleTo(self))
        self.place.set_dense(dense=self._step is Width.NARROW)
        self._list.setVisible(self.list_shown)
        self.place.setVisible(self._open)
        if beside and fresh and self._step is not None:
            pane = self._chosen.get(self._step, self._theme.size(_PANE[self._step]))
            whole = max(self.width() - self.handleWidth(), pane + 1)
            self.setSizes([whole - pane, pane])

    def _restored(self) -> bool:
        """Did the window hand over the widths of last time?"""
        sizes = self.sizes()
        return len(sizes) == 2 and all(sizes)

    def _on_moved(self) -> None:
        pane = self.sizes()[1]
        if self._step is not None and self._step is not Width.SINGLE and pane:
            self._chosen[self._step] = pane
