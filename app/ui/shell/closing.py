"""What closing the window does: Plimsoll ends, or goes on in the tray or as a minimised window. Asked, then remembered.

It is only asked where something is sent to a shop: without that, nothing is missed by ending.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.store import shops
from app.ui.bridge import Bridge
from app.ui.computer import Closing
from app.ui.shell.memory import Memory
from app.ui.shell.tray import has_tray

if TYPE_CHECKING:
    from app.ui.shell.leaving import Leaver
    from app.ui.widgets.dialog import Dialog

_CHOSEN = "closing/choice"


class Deed(StrEnum):
    """What happens now."""

    END = "end"
    HIDE = "hide"
    ASK = "ask"


def deed(*, leaving: bool, sends: bool, tray: bool, chosen: Closing) -> Deed:
    """What happens when the window is closed. `leaving`: Quit was chosen, or the computer shuts down.

    Without a tray it is asked each time: a window that is gone and a program that runs cannot be told apart.
    """
    if leaving or not sends:
        return Deed.END
    if not tray or chosen is Closing.ASK:
        return Deed.ASK
    return Deed.HIDE if chosen is Closing.TRAY else Deed.END


def chosen(memory: Memory) -> Closing:
    """What was chosen last."""
    return memory.choice(_CHOSEN, Closing.ASK)


def choose(memory: Memory, choice: Closing) -> None:
    """From now on."""
    memory.keep(_CHOSEN, choice.value)


class Closer:
    """Asks for one window. `leaving` is set by whoever means Quit; `leave` then closes it for good."""

    def __init__(self, window: QWidget, bridge: Bridge, memory: Memory, leave: Callable[[], object]) -> None:
        self._window, self._bridge, self._memory, self._leave = window, bridge, memory, leave
        self.leaving = False
        self.dialog: Dialog | None = None
        self._leaver: Leaver | None = None

    def quit(self) -> None:
        """The seller wants Plimsoll to end: prepare first, if there is anything to prepare and the seller wants it."""
        if self.prepares():
            self.get_ready(quits=True)
        else:
            self._leave()

    def may_close(self) -> bool:
        """Does closing the window end Plimsoll? If not, this has hidden it, or asks."""
        what = deed(leaving=self.leaving, sends=self._sends(), tray=has_tray(), chosen=chosen(self._memory))
        if what is Deed.HIDE:
            self._window.hide()
        elif what is Deed.ASK and self.dialog is None:
            from app.ui.shell.close_dialog import close_dialog

            self.dialog = close_dialog(self._window, tray=has_tray())
            self.dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            self.dialog.accepted.connect(lambda: self._answered(Closing.END))
            self.dialog.rejected.connect(lambda: self._answered(Closing.TRAY))
            self.dialog.open()
        elif what is Deed.END and not self.leaving and self.prepares():
            self.get_ready(quits=True)
            return False
        return what is Deed.END

    def prepares(self) -> bool:
        """Is there anything that could be prepared before Plimsoll ends?"""
        lent = self._bridge.lent
        return lent.leaving is not None and self._sends() and lent.sends_here()

    def get_ready(self, *, quits: bool) -> None:
        """Say what may be sold twice meanwhile and ask what to do about it. `quits`: then Plimsoll ends."""
        from app.ui.shell.leaving import Leaver

        assert self._bridge.lent.leaving is not None
        if self._leaver is None:
            self._leaver = Leaver(self._window, self._bridge, self._leave)
        self._leaver.begin(self._bridge.lent.leaving, quits=quits)

    def _sends(self) -> bool:
        return not self._bridge.sample and any(shop.sends for shop in shops.shops(self._bridge.db))

    def _answered(self, answer: Closing) -> None:
        self.dialog = None
        tray = has_tray()
        if tray:
            choose(self._memory, answer)
        if answer is Closing.END:
            self.quit()
        elif tray:
            self._window.hide()
        else:
            self._window.showMinimized()
