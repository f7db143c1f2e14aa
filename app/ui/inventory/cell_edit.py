"""Editing a number in its cell: what will not do stays in the field, and a note under it says why."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStyleOptionViewItem, QWidget

from app.ui.inventory.amounts import pieces
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.cells import Index, NumberDelegate
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.table import TableView
from app.ui.widgets.text import Label
from app.ui.words import tr

_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_EDGE = 8


class Note(QWidget):
    """A sentence beside what it is about, above everything else in the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._around = parent
        self._glyph = StatusGlyph(Glyph.OVERSOLD, tr("Wrong"))
        self._sentence = Label("", "small", colour="danger")
        row = QHBoxLayout(self)
        row.setContentsMargins(_EDGE, 4, _EDGE, 4)
        row.setSpacing(6)
        row.addWidget(self._glyph)
        row.addWidget(self._sentence)
        self._theme = follow(self.update)
        self.hide()

    def text(self) -> str:
        """What it says; empty while it is hidden."""
        return self._sentence.text() if self.isVisible() else ""

    def say(self, sentence: str, under: QWidget) -> None:
        """Show it under a widget of the same parent, or above where there is no room."""
        self._sentence.setText(sentence)
        self._glyph.setAccessibleName(sentence)
        self.setAccessibleName(sentence)
        self.adjustSize()
        parent, at = self._around, under.geometry()
        left = max(0, min(at.right() + 1 - self.width(), parent.width() - self.width()))
        below = at.bottom() + 3
        top = below if below + self.height() <= parent.height() else at.top() - self.height() - 3
        self.move(QPoint(left, top))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground and border."""
        painter, theme = QPainter(self), self._theme
        ground, line = theme.colour("danger_tint"), theme.colour("danger_line")
        paint.box(painter, QRectF(self.rect()), theme.radius("control"), fill=ground, border=line)
        painter.end()


class SettingDelegate(NumberDelegate):
    """A number that can be typed over, or emptied. Enter, Tab and a click elsewhere keep a wrong one in the field."""

    def __init__(self, view: TableView, *, judge: Callable[[str], str] | None = None) -> None:
        super().__init__(view, colour="text_secondary")
        self._judge = judge or _judge
        self.note = Note(view.viewport())
        view.verticalScrollBar().valueChanged.connect(self.note.hide)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line, whose error goes when something else is typed."""
        editor = super().createEditor(parent, option, index)
        assert isinstance(editor, LineEdit)
        editor.textEdited.connect(lambda _text: self._say(editor, ""))
        editor.destroyed.connect(self.note.hide)
        return editor

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Stop whatever would end the editing while the number will not do."""
        if isinstance(editor, LineEdit) and _ends(event):
            error = self._judge(editor.text())
            if error:
                self._say(editor, error)
                # The field may lose the keyboard, but not what was typed.
                return event.type() != QEvent.Type.FocusOut
        return bool(super().eventFilter(editor, event))

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        """The editing is over."""
        self.note.hide()
        super().destroyEditor(editor, index)

    def _say(self, editor: LineEdit, error: str) -> None:
        editor.set_invalid(invalid=bool(error))
        editor.setStyleSheet(f"border-color: {self.theme.colour('danger').name()};" if error else "")
        editor.setAccessibleDescription(error)
        if error:
            self.note.say(error, editor)
        else:
            self.note.hide()


def _ends(event: QEvent) -> bool:
    if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
        return event.key() in _ENDS
    return event.type() == QEvent.Type.FocusOut


def _judge(text: str) -> str:
    return pieces(text, needed=False).error
