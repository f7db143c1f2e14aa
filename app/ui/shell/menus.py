"""The menu bar: every command stands in a menu with its shortcut, the window's own and those of the page in view."""

from collections.abc import Callable, Collection, Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QMenu,
    QMenuBar,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QWidget,
)

from app.core.records import dataclass
from app.ui.page import Command
from app.ui.words import tr

MENUS = ("file", "edit", "view", "stock", "channels", "help")
_FOUND = ("view", "stock", "channels", "edit", "file", "help")
_PAGE_FIRST = frozenset({"stock", "channels"})  # what the page does there matters more than what the window does


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowCommand(Command):
    """A command of the window. Those of one `group` stand together; `inside` names a menu within the menu.

    `checked` makes it a choice that shows whether it is on. With `palette` it can be found by typing.
    """

    group: int = 0
    inside: str = ""
    checked: Callable[[], bool] | None = None
    palette: bool = True


class _Plain(QProxyStyle):
    """Alt and a letter open a menu, as everywhere; the letters are not underlined all the time."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        if hint == QStyle.StyleHint.SH_UnderlineShortcut:
            return 0
        return super().styleHint(hint, option, widget, returnData)


class Menus(QObject):
    """Builds the menus and keeps them right. What cannot be done now is grey, and its shortcut does nothing.

    A page's command with the key of one of the window's stands in its place while the page is in view.
    """

    def __init__(self, bar: QMenuBar, commands: Sequence[WindowCommand]) -> None:
        super().__init__(bar)
        plain = _Plain("fusion")
        plain.setParent(self)
        bar.setStyle(plain)
        self._own, self._page = tuple(commands), tuple[Command, ...]()
        self._page_actions: list[tuple[QMenu, QAction]] = []
        self._actions: dict[str, QAction] = {}
        self._commands: dict[QAction, Command] = {}
        titles = (tr("&File"), tr("&Edit"), tr("&View"), tr("&Stock"), tr("&Channels"), tr("&Help"))
        self._menus = {key: self._menu(bar, title) for key, title in zip(MENUS, titles, strict=True)}
        self._anchors = {key: self._fill(key) for key in MENUS}

    def commands(self) -> tuple[list[Command], list[Command]]:
        """What the page in view can do, and the window's own commands, pages before the rest."""
        replaced = {command.key for command in self._page}
        own = [command for command in self._own if command.key not in replaced]
        return list(self._page), sorted(own, key=lambda command: _FOUND.index(command.menu))

    def action(self, key: str) -> QAction:
        """One of the window's own commands, as a menu shows it."""
        return self._actions[key]

    def menu(self, key: str) -> QMenu:
        """One of the six menus."""
        return self._menus[key]

    def set_page_commands(self, commands: Iterable[Command]) -> None:
        """Another page came into view: these commands stand in the menus now, in place of the last page's."""
        for menu, action in self._page_actions:
            menu.removeAction(action)
            self._commands.pop(action, None)
            action.deleteLater()
        self._page_actions.clear()
        self._page = tuple(commands)
        self._step_aside({command.key for command in self._page})
        for key in MENUS:
            self._add_page_commands(key, [command for command in self._page if command.menu == key])

    def _step_aside(self, replaced: Collection[str]) -> None:
        """Two actions with one shortcut would both stay silent; one that cannot be seen has none."""
        for command in self._own:
            self._actions[command.key].setVisible(command.key not in replaced)

    def _menu(self, bar: QMenuBar, title: str) -> QMenu:
        menu = bar.addMenu(title)
        menu.aboutToShow.connect(lambda: self._settle(menu))
        menu.aboutToHide.connect(lambda: self._wake(menu))
        return menu

    def _fill(self, key: str) -> QAction | None:
        """The window's own commands. What is returned is where the page's stand before; None for the end."""
        menu, inner = self._menus[key], dict[str, QMenu]()
        mine = [command for command in self._own if command.menu == key]
        before: int | None = None
        for command in mine:
            if before is not None and command.group != before:
                menu.addSeparator()
            before = command.group
            home = menu
            if command.inside:
                home = inner.get(command.inside) or self._inner(menu, command.inside)
                inner[command.inside] = home
            self._actions[command.key] = self._action(home, command)
        return menu.actions()[0] if key in _PAGE_FIRST and menu.actions() else None

    def _inner(self, menu: QMenu, title: str) -> QMenu:
        inner = menu.addMenu(title)
        inner.aboutToShow.connect(lambda: self._settle(inner))
        inner.aboutToHide.connect(lambda: self._wake(inner))
        return inner

    def _add_page_commands(self, key: str, commands: Sequence[Command]) -> None:
        if not commands:
            return
        menu, anchor = self._menus[key], self._anchors[key]
        if anchor is None and menu.actions():
            self._page_actions.append((menu, menu.addSeparator()))
        for command in commands:
            action = self._action(menu, command)
            if anchor is not None:
                menu.removeAction(action)
                menu.insertAction(anchor, action)
            self._page_actions.append((menu, action))
        if anchor is not None:
            self._page_actions.append((menu, menu.insertSeparator(anchor)))

    def _action(self, menu: QMenu, command: Command) -> QAction:
        action = QAction(command.text.replace("&", "&&"), menu)
        keys = QKeySequence(command.shortcut)
        if not keys.isEmpty():
            action.setShortcut(keys)
        if isinstance(command, WindowCommand) and command.checked is not None:
            action.setCheckable(True)
        action.triggered.connect(lambda _checked=False: run(command))
        menu.addAction(action)
        self._commands[action] = command
        return action

    def _settle(self, menu: QMenu) -> None:
        """The menu opens: grey what cannot be used now, tick what is on."""
        for action in menu.actions():
            command = self._commands.get(action)
            if command is None:
                continue
            action.setEnabled(command.enabled())
            if isinstance(command, WindowCommand) and command.checked is not None:
                action.setChecked(command.checked())

    def _wake(self, menu: QMenu) -> None:
        """The menu closes: a grey action would keep its shortcut silent after the command can be used again."""
        for action in menu.actions():
            action.setEnabled(True)


def run(command: Command) -> None:
    """Do it, if it can be done now."""
    if command.enabled():
        command.run()
