"""The menu of a row: the commands that are about one product, or about the rows that are selected."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from app.ui.page import Command
from app.ui.words import tr

IN_ROW_MENU = frozenset(
    {"adjust", "edit_floor", "hold_back", "offer_rules", "may_sell", "take_off", "put_back", "copy_rows"}
)


class RowMenu(QMenu):
    """Made when it is asked for: what can be done is as it is then."""

    def __init__(self, commands: Iterable[Command], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("What to do with this product"))
        for command in commands:
            if command.key in IN_ROW_MENU:
                self._add(command)

    def _add(self, command: Command) -> None:
        action = self.addAction(command.text.replace("&", "&&"))
        action.setShortcut(QKeySequence(command.shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # only shown here: the menu bar has it
        action.setEnabled(command.enabled())
        action.triggered.connect(_runner(command))


def _runner(command: Command) -> Callable[[bool], None]:
    def run(_checked: bool = False) -> None:  # noqa: FBT001, FBT002 - a slot
        command.run()

    return run
