"""The window of the help: contents and search at the left, the text at the right. It never blocks another window."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QTextDocument
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from app.ui.help.topics import KEYS, Topic, found, language, topics
from app.ui.help.writing import SCHEME, Lines, html_of
from app.ui.theme import follow
from app.ui.widgets.search import SearchField
from app.ui.words import tr

_WIDTH, _HEIGHT, _CONTENTS = 920, 640, 270
_EDGE = 24

Tables = Callable[[str], Sequence[tuple[str, Lines]]]  # the keys that belong under a topic, by its key


class Reader(QTextBrowser):
    """The text. Tab goes from link to link, Alt ← goes back to the topic before."""

    def __init__(self, write: Callable[[str], str]) -> None:
        super().__init__()
        self._write = write
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setOpenExternalLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Topics are written when they are shown, in the theme of the moment. Nothing else is ever loaded."""
        address = QUrl(name)
        if kind == QTextDocument.ResourceType.HtmlResource.value and address.scheme() == SCHEME:
            return self._write(address.path())
        return None


class HelpWindow(QDialog):
    """`tables` are the keys under a topic; the topic `KEYS` is made of nothing else."""

    def __init__(self, parent: QWidget | None, tables: Tables) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Help"))
        self.setAccessibleName(tr("Help"))
        self._tables = tables
        self._theme = follow(self._dress)
        keys = Topic(key=KEYS, title=tr("Keyboard map"), text=tr("Every key that does something, by page."))
        self._topics = {topic.key: topic for topic in (*topics(language()), keys)}
        self.search = SearchField(tr("Search the help"), placeholder=tr("Search the help"), hint="")
        self.contents = QListWidget()
        self.contents.setAccessibleName(tr("Contents"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.contents.setProperty("contents", "true")
        self.reader = Reader(self._written)
        self._lay_out()
        self._connect()
        self._list("")
        self._dress()
        self.resize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def show_topic(self, key: str) -> None:
        """Bring the window forward with this topic in it."""
        self.reader.setSource(QUrl(f"{SCHEME}:{key if key in self._topics else next(iter(self._topics))}"))
        self.show()
        self.activateWindow()
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def topic(self) -> str:
        """The key of the topic in view."""
        return self.reader.source().path()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl F searches; Esc closes."""
        if event.key() == Qt.Key.Key_F and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The keys of the page behind may be others by now: they are written anew when the seller comes back."""
        if event.type() == QEvent.Type.WindowActivate and self.topic():
            self.refresh()
        return super().event(event)

    def _written(self, key: str) -> str:
        topic = self._topics.get(key)
        return html_of(topic.title, topic.text, self._tables(key), self._theme) if topic is not None else ""

    def refresh(self) -> None:
        """Write the topic in view anew, where it was scrolled to."""
        bar = self.reader.verticalScrollBar()
        place = bar.value()
        self.reader.reload()
        bar.setValue(place)

    def _lay_out(self) -> None:
        left = QWidget()
        left.setProperty("panel", "sidebar")
        left.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 16, 12, 12)
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.contents, 1)
        right = QWidget()
        right.setProperty("panel", "surface")
        right.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inner = QVBoxLayout(right)
        inner.setContentsMargins(_EDGE, 16, 8, 12)
        inner.addWidget(self.reader)
        self.split = QSplitter()
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(left)
        self.split.addWidget(right)
        self.split.setStretchFactor(1, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.split)

    def _connect(self) -> None:
        self.search.asked.connect(self._list)
        self.search.left.connect(self._first)
        self.contents.itemActivated.connect(lambda _item: self.reader.setFocus(Qt.FocusReason.OtherFocusReason))
        self.contents.currentItemChanged.connect(self._chosen)
        self.reader.historyChanged.connect(self._follow)

    def _list(self, typed: str) -> None:
        self.contents.blockSignals(True)  # noqa: FBT003 - Qt's own argument
        self.contents.clear()
        for topic in found(self._topics.values(), typed):
            item = QListWidgetItem(topic.title)
            item.setData(Qt.ItemDataRole.UserRole, topic.key)
            item.setToolTip(topic.title)
            self.contents.addItem(item)
        self.contents.blockSignals(False)  # noqa: FBT003 - Qt's own argument
        self._follow()

    def _first(self) -> None:
        """Enter or ↓ in the search: on to what was found."""
        if self.contents.count():
            self.contents.setFocus(Qt.FocusReason.OtherFocusReason)
            if self.search.text():
                self.contents.setCurrentRow(0)

    def _chosen(self, item: QListWidgetItem | None) -> None:
        key = item.data(Qt.ItemDataRole.UserRole) if item is not None else ""
        if key and key != self.topic():
            self.reader.setSource(QUrl(f"{SCHEME}:{key}"))

    def _follow(self) -> None:
        """The contents mark the topic in view."""
        key = self.topic()
        if key in self._topics:
            self.reader.setAccessibleName(self._topics[key].title)
        for row in range(self.contents.count()):
            if self.contents.item(row).data(Qt.ItemDataRole.UserRole) == key:
                self.contents.setCurrentRow(row)
                return
        self.contents.setCurrentRow(-1)

    def _dress(self) -> None:
        theme = self._theme
        self.split.setSizes([theme.px(_CONTENTS), theme.px(_WIDTH - _CONTENTS)])
        self.contents.setFont(theme.font("body"))
        self.reader.document().setDefaultFont(theme.font("body"))
        self.reader.document().setIndentWidth(theme.px(18))
        if self.topic():
            self.refresh()
