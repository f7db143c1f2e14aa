"""F1: the help of what the keyboard is in, in a window beside it, with the keys that really work."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from app.ui.help.topics import KEYS, TOPICS, language, topic_of, topics
from app.ui.help.window import HelpWindow
from app.ui.help.writing import Lines
from app.ui.page import Command
from app.ui.shell.pages import Pages
from app.ui.shell.palette import Find, said
from app.ui.widgets.key_hint import keys_of
from app.ui.words import tr


class HelpDesk:
    """Opens the help over `window`. `own` are the window's own commands."""

    def __init__(self, window: QWidget, pages: Pages, own: Iterable[Command]) -> None:
        self._window, self._pages, self._own = window, pages, own
        self._shown: HelpWindow | None = None

    def open(self, topic: str, page: str) -> None:
        """A topic; else the help for what the keyboard is in, and where that has none of its own, for the page in view.

        A dialog that waits for an answer is read about beside it: a window of its own, which goes with it.
        """
        dialog = QApplication.activeModalWidget()
        found = topic or topic_of(QApplication.focusWidget()) or topic_of(dialog)
        self.show(found or (page if page in TOPICS else TOPICS[0]), dialog if isinstance(dialog, QDialog) else None)

    def show(self, topic: str, over: QDialog | None = None) -> None:
        """This topic."""
        if over is not None:
            window = HelpWindow(over, self.tables)
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        else:
            window = self._shown = self._shown or HelpWindow(self._window, self.tables)
        window.show_topic(topic)
        if topic == KEYS:
            self._complete(window)

    def _complete(self, window: HelpWindow) -> None:
        """The map has the keys of every page: those that nobody looked at yet are built now, one at a time."""
        if isValid(window) and window.topic() == KEYS and window.isVisible() and self._pages.build_one():
            window.refresh()
            QTimer.singleShot(0, window, lambda: self._complete(window))

    def tables(self, topic: str) -> list[tuple[str, Lines]]:
        """The keys under a topic: a page's own; for the map, all pages', those of tables, and everywhere's."""
        listed = self._pages.listed()
        if topic != KEYS:
            return [(tr("Keys here"), _lines(self._pages.commands(topic))) for place in listed if place.key == topic]
        pages = [(place.title, _lines(self._pages.commands(place.key))) for place in listed]
        return [(tr("Everywhere"), _lines(self._own)), *pages, (tr("In tables"), table_keys()),
                (tr("In dialogs"), dialog_keys())]  # fmt: skip

    def finds(self, typed: str) -> list[Find]:
        """Topics whose title holds every word typed, for the command field."""
        words = typed.casefold().split()
        return [
            Find(words=topic.title, group=tr("Help"), run=lambda key=topic.key: self.show(key))  # type: ignore[misc]
            for topic in topics(language())
            if words and all(word in topic.title.casefold() for word in words)
        ]


def table_keys() -> Lines:
    """What every table answers to."""
    return (
        (tr("Open"), keys_of(QKeySequence(Qt.Key.Key_Enter))),
        (tr("Back"), keys_of(QKeySequence(Qt.Key.Key_Escape))),
        (tr("First and last row"), f"{_key(Qt.Key.Key_Home)}, {_key(Qt.Key.Key_End)}"),
        (tr("A screenful up or down"), f"{_key(Qt.Key.Key_PageUp)}, {_key(Qt.Key.Key_PageDown)}"),
        (tr("Copy rows"), keys_of(QKeySequence.StandardKey.Copy)),
    )


def dialog_keys() -> Lines:
    """What every dialog answers to."""
    return (
        (tr("The answer that is marked"), _key(Qt.Key.Key_Enter)),
        (tr("The safe answer"), _key(Qt.Key.Key_Escape)),
        (tr("Help for this dialog"), _key(Qt.Key.Key_F1)),
    )


def _key(key: Qt.Key) -> str:
    return keys_of(QKeySequence(key))


def _lines(commands: Iterable[Command]) -> Lines:
    found = ((said(command), keys_of(QKeySequence(command.shortcut))) for command in commands)
    return [(words, keys) for words, keys in found if keys]
