"""Where a message is written: its four parts stay marked through editing, and an empty one shows where it goes."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from app.core.messages import Mark, Message, Part
from app.ui.theme import follow
from app.ui.words import tr

_PART = int(QTextFormat.Property.UserProperty) + 1  # of a paragraph: the part that it belongs to
_FIELD = int(QTextFormat.Property.UserProperty) + 2  # of letters: the field that they were filled in for


def slots() -> dict[str, str]:
    """What stands in a part while it is empty."""
    return {
        Part.HAPPENED: tr("Say what happened, in plain words"),
        Part.APOLOGY: tr("Say sorry here, in a sentence you would say out loud"),
        Part.OPTIONS: tr("What the customer can choose"),
        Part.NEXT: tr("What happens next, and by when"),
    }


class MessageEditor(QTextEdit):
    """`edited` comes with every change by the seller. Tab goes to the next empty part, or leaves."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        self.setAccessibleName(tr("Message"))
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(True)
        self.textChanged.connect(self._changed)
        self._theme = follow(self._dress)
        self._dress()

    def show_message(self, message: Message) -> None:
        """This text, with its parts and fields marked."""
        self._filling = True
        self.clear()
        cursor = QTextCursor(self.document())
        at = 0
        for place, line in enumerate(message.words.split("\n")):
            part = _part_at(message, at, at + len(line))
            block = QTextBlockFormat()
            block.setProperty(_PART, part)
            if place:
                cursor.insertBlock(block, QTextCharFormat())
            else:
                cursor.setBlockFormat(block)
            self._insert(cursor, line, at, message)
            at += len(line) + 1
        self.document().clearUndoRedoStacks()
        self._filling = False
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.viewport().update()

    def message(self) -> Message:
        """What stands here now, with its ranges."""
        lines: list[str] = []
        marks: list[Mark] = []
        at = 0
        for block in self._blocks():
            marks += _fields(block, at)
            part = block.blockFormat().property(_PART)
            if part:
                before = next((mark for mark in reversed(marks) if mark.part), None)
                if before is not None and before.name == part and before.end == at - 1:
                    marks.remove(before)
                    marks.append(Mark(start=before.start, end=at + len(block.text()), name=part, part=True))
                else:
                    marks.append(Mark(start=at, end=at + len(block.text()), name=part, part=True))
            lines.append(block.text())
            at += len(block.text()) + 1
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        return Message(words="\n".join(lines), marks=tuple(marks))

    def go_to(self, part: Part) -> None:
        """Put the cursor into a part; where it was deleted, it comes back at the end."""
        block = next((one for one in self._blocks() if one.blockFormat().property(_PART) == part), None)
        cursor = QTextCursor(self.document())
        if block is None:
            cursor.movePosition(QTextCursor.MoveOperation.End)
            made = QTextBlockFormat()
            made.setProperty(_PART, part.value)
            cursor.insertBlock(made, QTextCharFormat())
        else:
            cursor.setPosition(block.position() + len(block.text()))
        self.setTextCursor(cursor)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty_parts(self, *, after: int = -1) -> list[Part]:
        """Parts whose paragraphs are there and empty, in the order of the text; below the line `after`."""
        return [
            Part(block.blockFormat().property(_PART))
            for block in self._blocks()[after + 1 :]
            if block.blockFormat().property(_PART) and not block.text().strip()
        ]

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's
        """Out of the text: a text of Qt's own holds the keyboard."""
        return QWidget.focusNextPrevChild(self, forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab to the next empty part, or out."""
        if event.key() == Qt.Key.Key_Tab and not event.modifiers():
            here = self.textCursor().block().blockNumber()
            empty = self.empty_parts(after=here)
            if empty:
                self.go_to(empty[0])
            else:
                self.focusNextChild()
            return
        if event.key() == Qt.Key.Key_Backtab:
            self.focusPreviousChild()
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is the frame's own."""
        super().focusInEvent(event)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and in empty parts what goes there."""
        super().paintEvent(event)
        painter, theme, words = QPainter(self.viewport()), self._theme, slots()
        scrolled = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        margin = self.document().documentMargin()
        painter.setFont(self.font())
        for block in self._blocks():
            part = block.blockFormat().property(_PART)
            if not part or block.text():
                continue
            top = self.document().documentLayout().blockBoundingRect(block).translated(scrolled)
            metrics, wide = painter.fontMetrics(), self.viewport().width() - top.left() - margin
            slot = metrics.elidedText(words[part], Qt.TextElideMode.ElideRight, int(wide))
            room = QRectF(top.left(), top.top(), metrics.horizontalAdvance(slot) + 2, top.height())
            painter.fillRect(room, theme.colour("bg_track"))
            painter.setPen(theme.colour("text_secondary"))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, slot)
            painter.setPen(QPen(theme.colour("text_secondary"), 1, Qt.PenStyle.DashLine))
            painter.drawLine(room.bottomLeft(), room.bottomRight())
        painter.end()

    def _insert(self, cursor: QTextCursor, line: str, start: int, message: Message) -> None:
        at = start
        fields = [mark for mark in message.marks if not mark.part and start <= mark.start < start + len(line)]
        for mark in fields:
            cursor.insertText(message.words[at : mark.start], self._plain())
            end = min(mark.end, start + len(line))
            cursor.insertText(message.words[mark.start : end], self._field(mark.name))
            at = end
        cursor.insertText(line[at - start :], self._plain())

    def _plain(self) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setForeground(self._theme.colour("text_primary"))
        return made

    def _field(self, name: str) -> QTextCharFormat:
        made = QTextCharFormat()
        made.setProperty(_FIELD, name)
        made.setForeground(self._theme.colour("accent"))
        made.setBackground(self._theme.colour("accent_tint"))
        return made

    def _blocks(self) -> list[QTextBlock]:
        found, block = [], self.document().begin()
        while block.isValid():
            found.append(block)
            block = block.next()
        return found

    def _changed(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _dress(self) -> None:
        self.setFont(self._theme.font("lead"))
        self.document().setDocumentMargin(self._theme.px(14))
        if self.document().characterCount() > 1:  # colours of fields follow the theme
            self.show_message(self.message())


def _part_at(message: Message, start: int, end: int) -> str:
    """The part that a line belongs to."""
    for mark in message.marks:
        if mark.part and (mark.start <= start and end <= mark.end) and (start < mark.end or mark.start == mark.end):
            return mark.name
    return ""


def _fields(block: QTextBlock, at: int) -> list[Mark]:
    found = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        name = fragment.charFormat().property(_FIELD)
        if name:
            start = at + fragment.position() - block.position()
            found.append(Mark(start=start, end=start + fragment.length(), name=name))
        iterator += 1
    return found
