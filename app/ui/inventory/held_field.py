"""The line in which what is held back is typed, of the product or of the product in one shop; under it, where more
would be safer, how much to hold back and why. It is taken with one press, and never by itself.
"""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.offer import Way
from app.core.suggest import Suggestion
from app.store.rulebook import Limit
from app.ui.inventory.amounts import pieces
from app.ui.inventory.offer_words import suggestion_words
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.fields import LineEdit
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Paragraph
from app.ui.words import tr

_WIDTH = 56


@dataclass(frozen=True, slots=True)
class HeldScope:
    """Which number is being changed. `shop` 0: the product's own."""

    product: int
    shop: int
    shop_name: str
    limit: Limit
    suggested: Suggestion | None = None

    @property
    def before(self) -> int | None:
        """The number that is set here; None: none is."""
        return self.limit.own.pieces

    @property
    def otherwise(self) -> int:
        """What holds without it."""
        return self.limit.otherwise or 0

    @property
    def on_top(self) -> bool:
        """Is a number here added to what holds without it?"""
        return (self.limit.usual if self.before is None else self.limit.own.way) is Way.EXTRA

    def total(self, value: int | None) -> int:
        """What is held back with this number here."""
        if value is None:
            return self.otherwise
        return self.otherwise + value if self.on_top else value

    def better(self) -> int | None:
        """The number that follows the suggestion; None: there is none, or so much is held back already."""
        if self.suggested is None or self.suggested.pieces <= self.total(self.before):
            return None
        return self.suggested.pieces - (self.otherwise if self.on_top else 0)


class HeldField(QWidget):
    """Hidden until `begin`. `typed` carries the scope and the number, None for none. Esc leaves all as it was."""

    typed = Signal(object, object)  # HeldScope, int | None
    ended = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scope: HeldScope | None = None
        self.edit = LineEdit(tr("Pieces held back"), tabular=True, measure="small")
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.edit.textEdited.connect(lambda _text: self._say(""))
        self._question = Paragraph("", "small")
        self._error = Paragraph("", "small", colour="danger")
        self._glyph = StatusGlyph(Glyph.OVERSOLD, tr("Wrong"))
        self.suggestion = Paragraph("", "small")
        self.follow = Button(tr("Hold back"), size=ButtonSize.SMALL)
        self.follow.clicked.connect(lambda _on=False: self._follow_suggestion())
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._question, 1)
        row.addWidget(self.edit)
        wrong = QHBoxLayout()
        wrong.setSpacing(6)
        wrong.addWidget(self._glyph)
        wrong.addWidget(self._error, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addLayout(wrong)
        calm = QHBoxLayout()
        calm.setSpacing(8)
        calm.addWidget(self.suggestion, 1)
        calm.addWidget(self.follow, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(calm)
        self._theme = follow(self._dress)
        self._dress()
        self._say("")
        self.hide()

    @property
    def scope(self) -> HeldScope | None:
        """What is being changed; None while nothing is."""
        return self._scope

    def error(self) -> str:
        """What is wrong with what is typed; empty for nothing."""
        return self._error.text()

    def begin(self, scope: HeldScope) -> None:
        """Ask for a number."""
        self._scope = scope
        words = _question(scope)
        self._question.setText(words)
        self.edit.setAccessibleDescription(words)
        self.edit.setText("" if scope.before is None else str(scope.before))
        self.edit.selectAll()
        self._say("")
        self._suggest(scope)
        self.show()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Nothing is asked any more."""
        if self._scope is not None:
            self._scope = None
            self.hide()
            self.ended.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it, Esc leaves it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            (self._follow_suggestion if self.follow.hasFocus() else self._take)()
        elif event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def _take(self) -> None:
        found, scope = pieces(self.edit.text(), needed=False), self._scope
        if found.error or scope is None:
            self._say(found.error)
            self.edit.selectAll()
            return
        self._took(scope, found.value)

    def _took(self, scope: HeldScope, value: int | None) -> None:
        self.end()
        if value != scope.before:
            self.typed.emit(scope, value)

    def _suggest(self, scope: HeldScope) -> None:
        better, suggested = scope.better(), scope.suggested
        if better is not None and suggested is not None:
            self.suggestion.setText(suggestion_words(suggested, suggested.pieces, scope.shop_name))
            self.follow.setText(tr("Hold back {pieces}", pieces=suggested.pieces))
            self.follow.setAccessibleDescription(self.suggestion.text())
        for part in (self.suggestion, self.follow):
            part.setVisible(better is not None)

    def _follow_suggestion(self) -> None:
        scope = self._scope
        better = scope.better() if scope is not None else None
        if scope is not None and better is not None:
            self._took(scope, better)

    def _say(self, error: str) -> None:
        self._error.setText(error)
        for part in (self._error, self._glyph):
            part.setVisible(bool(error))
        self._glyph.setAccessibleName(error or tr("Wrong"))
        self.edit.set_invalid(invalid=bool(error))
        if error:
            self.edit.setAccessibleDescription(error)

    def _dress(self) -> None:
        self.edit.setFixedWidth(self._theme.px(_WIDTH))


def _question(scope: HeldScope) -> str:
    if scope.on_top:
        here, value = scope.shop_name or tr("every channel"), scope.otherwise
        return tr("Held back from {shop} on top of {pieces}. Empty: nothing on top", shop=here, pieces=value)
    if scope.shop:
        return tr("Held back from {shop}. Empty: {pieces}, as elsewhere", shop=scope.shop_name, pieces=scope.otherwise)
    return tr("Held back of this product. Empty: {pieces}, as everywhere", pieces=scope.otherwise)
