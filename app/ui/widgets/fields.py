"""Fields: one line of input, with an error sentence under it that a screen reader hears, and a list to choose from.

A field never clears what was typed. What is wrong is decided by its page.
"""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QStyledItemDelegate, QVBoxLayout, QWidget

from app.ui.theme import follow
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Label, Paragraph


def set_flag(widget: QWidget, name: str, *, on: bool) -> None:
    """Set a property that the style sheet looks at, and look again."""
    if bool(widget.property(name)) != on:
        widget.setProperty(name, on)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


class LineEdit(QLineEdit):
    """One line of input. `name` is what a screen reader says; `measure` "small", "" or "large" as in the sheet."""

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        role: str = "body",
        measure: str = "",
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        assert name, "a field says what goes into it"
        self._role, self._tabular = role, tabular
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        if measure:
            self.setProperty("measure", measure)
        self._theme = follow(self._dress)
        self._dress()

    def set_invalid(self, *, invalid: bool) -> None:
        """A red border, or none."""
        set_flag(self, "invalid", on=invalid)

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role, tabular=self._tabular))


class TextField(QWidget):
    """A line of input with its label above and room for one sentence on what is wrong with it below."""

    def __init__(
        self,
        name: str,
        *,
        placeholder: str = "",
        labelled: bool = True,
        tabular: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.edit = LineEdit(name, placeholder=placeholder, tabular=tabular)
        self._glyph = StatusGlyph(Glyph.OVERSOLD, name)
        self._sentence = Paragraph(colour="danger")
        self._error = QWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if labelled:
            self._label = Label(name, colour="text_secondary")
            self._label.setBuddy(self.edit)
            column.addWidget(self._label)
        column.addWidget(self.edit)
        column.addWidget(self._error_row())
        self.setFocusProxy(self.edit)
        self.setAccessibleName(name)

    def text(self) -> str:
        """What is typed."""
        return self.edit.text()

    def set_text(self, words: str) -> None:
        """Put something in."""
        self.edit.setText(words)

    def error(self) -> str:
        """The sentence that is shown; empty when nothing is wrong."""
        return self._sentence.text()

    def set_error(self, sentence: str) -> None:
        """Say what is wrong, or with "" that nothing is any more. What was typed stays."""
        self._sentence.setText(sentence)
        self._error.setVisible(bool(sentence))
        self.edit.set_invalid(invalid=bool(sentence))
        self._glyph.setAccessibleName(sentence or self.edit.accessibleName())
        self.edit.setAccessibleDescription(sentence)

    def _error_row(self) -> QWidget:
        row = QHBoxLayout(self._error)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._glyph)
        row.addWidget(self._sentence, 1)
        self._error.hide()
        return self._error


class ComboBox(QComboBox):
    """A list to choose one thing from."""

    def __init__(self, name: str, *, measure: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        assert name, "a list says what is chosen from it"
        self.setAccessibleName(name)
        self._role = "small" if measure == "small" else "body"
        if measure:
            self.setProperty("measure", measure)
        self.setItemDelegate(QStyledItemDelegate(self))  # the default one does not know the sheet
        self._theme = follow(self._dress)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:
        """As the sheet says, and the arrow in the text's colour."""
        super().paintEvent(event)
        painter, side = QPainter(self), self._theme.size("icon")
        left = 8 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - side - 8
        colour = "text_primary" if self.isEnabled() else "text_disabled"
        self._theme.paint_icon(painter, "chevron_down", colour, QRectF(left, (self.height() - side) // 2, side, side))
        painter.end()

    def _dress(self) -> None:
        self.setFont(self._theme.font(self._role))
