"""What may be shown channel by channel: three numbers each, whether they stand instead of the wider rules or on top of
them, what holds without them, and where that is from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from types import MappingProxyType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from app.core.offer import Reach, Way
from app.core.suggest import Suggestion
from app.store.rulebook import Limit, Number, Own, Rules
from app.store.shops import Shop
from app.ui.inventory.amounts import Typed, pieces
from app.ui.inventory.offer_words import limits_words, suggestion_words
from app.ui.theme import follow
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.fields import ComboBox, LineEdit
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import NOTHING, number, say, tr

_FIELD = 112
_GAP = 12
_COLUMNS = 3
_LINES = 6  # of the grid, for one row: name and fields, how they are meant, what is wrong, two sentences, room
_PADDING = 8  # a field's own, so that a dash stands where its number would
_BOTTOM = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True, slots=True)
class Scope:
    """One row: a shop, or all of them. A place kept by hand is only told what is held back."""

    shop: Shop | None = None

    @property
    def number(self) -> int:
        """The shop's number; 0 for all."""
        return self.shop.id if self.shop else 0

    @property
    def name(self) -> str:
        """What the row is called."""
        return self.shop.name if self.shop else tr("Every channel")

    @property
    def by_hand(self) -> bool:
        """Is it a place that no number is sent to?"""
        return self.shop is not None and self.shop.by_hand


def _names(scope: Scope) -> tuple[str, str, str]:
    if scope.shop is None:
        return (
            tr("Held back, every channel"),
            tr("Show at most, every channel"),
            tr("Show nothing at or below, every channel"),
        )
    name = scope.shop.name
    return (
        tr("Held back, {shop}", shop=name),
        tr("Show at most, {shop}", shop=name),
        tr("Show nothing at or below, {shop}", shop=name),
    )


class LimitRow(QObject):
    """The fields of one scope and what is said about them. It is no box of its own: a grid aligns its parts."""

    typed = Signal()

    def __init__(self, scope: Scope, limits: Sequence[Limit], suggested: Suggestion | None = None) -> None:
        super().__init__()
        self.scope, self._limits, self._suggested = scope, limits, suggested
        names = _names(scope)[:1] if scope.by_hand else _names(scope)
        self.fields = [LineEdit(name, tabular=True, measure="small") for name in names]
        self.ways = [self._way(name, limit) for name, limit in zip(names, limits, strict=False)]
        self.sentence = Paragraph("", "small", colour="text_tertiary")
        self.error = Paragraph("", "small", colour="danger")
        self._otherwise = limits[0].otherwise or 0
        self.suggestion, self.follow, self._calm = self._calmly(suggested)
        self._wrong = QWidget()
        row = QHBoxLayout(self._wrong)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._glyph = StatusGlyph(Glyph.OVERSOLD, tr("Wrong"))
        row.addWidget(self._glyph)
        row.addWidget(self.error, 1)
        self._wrong.hide()
        for edit, limit in zip(self.fields, limits, strict=False):
            edit.setAlignment(Qt.AlignmentFlag.AlignRight)
            edit.setText("" if limit.own.pieces is None else str(limit.own.pieces))
            edit.textEdited.connect(lambda _text: self._on_typed())

    @property
    def stops(self) -> list[QWidget]:
        """Everything that takes the keyboard, in its order."""
        fields = [part for edit, way in zip(self.fields, self.ways, strict=True) for part in (edit, way)]
        return [*fields, self.follow]

    def put(self, grid: QGridLayout, line: int) -> None:
        """Stand in the grid: name and fields, the sentence under them, and room for what is wrong."""
        name = QHBoxLayout()
        name.setSpacing(8)
        if self.scope.shop is not None:
            name.addWidget(Badge(self.scope.shop.letter, self.scope.name))
        name.addWidget(ElidedLabel(self.scope.name, weight=None if self.scope.shop else 600), 1)
        grid.addLayout(name, line, 0)
        for column in range(1, _COLUMNS + 1):
            if column <= len(self.fields):
                grid.addWidget(self.fields[column - 1], line, column)
                grid.addWidget(self.ways[column - 1], line + 1, column)
            else:
                dash = Label(NOTHING, colour="text_tertiary")
                dash.setContentsMargins(0, 0, _PADDING, 0)
                grid.addWidget(dash, line, column, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self._wrong, line + 2, 0, 1, 1 + _COLUMNS)
        grid.addWidget(self.sentence, line + 3, 0, 1, 1 + _COLUMNS)
        grid.addWidget(self._calm, line + 4, 0, 1, 1 + _COLUMNS)
        grid.setRowMinimumHeight(line + 5, 8)
        self._show_ways()

    def found(self) -> list[Typed]:
        """What is typed in each field."""
        return [pieces(edit.text(), needed=False) for edit in self.fields]

    def own(self) -> Own:
        """What is typed and how it is meant; where a number will not do, the one before it."""
        before = [limit.own for limit in self._limits]
        typed = [
            was if one.error else Number() if one.value is None else Number(one.value, Way(way.currentData()))
            for one, was, way in zip(self.found(), before, self.ways, strict=False)
        ]
        held, cap, end_when = (*typed, *before[len(typed) :])
        return held, cap, end_when

    def judge(self) -> LineEdit | None:
        """Say what is wrong under the fields. The first field that is."""
        first: LineEdit | None = None
        for edit, one in zip(self.fields, self.found(), strict=True):
            edit.set_invalid(invalid=bool(one.error))
            edit.setAccessibleDescription(one.error or self.sentence.text())
            if one.error and first is None:
                first = edit
                self._say(one.error)
        if first is None:
            self._say("")
        return first

    def show_limits(self, limits: Sequence[Limit]) -> None:
        """What holds with what is typed."""
        words = limits_words(limits, self.scope.name)
        self.sentence.setText(" ".join(say(text) for text in words[: 1 if self.scope.by_hand else None]))
        for edit, limit in zip(self.fields, limits, strict=False):
            edit.setPlaceholderText("" if limit.otherwise is None else number(limit.otherwise))
            if not edit.property("invalid"):
                edit.setAccessibleDescription(self.sentence.text())
        held, self._otherwise = limits[0].total or 0, limits[0].otherwise or 0
        self._calm.setVisible(self._suggested is not None and self._suggested.pieces > held)

    def _on_typed(self) -> None:
        if not self._wrong.isHidden():
            self.judge()
        self._show_ways()
        self.typed.emit()

    def _way(self, name: str, limit: Limit) -> ComboBox:
        """How the number is meant. It stands under a number only: an empty field follows the wider rules."""
        way = ComboBox(tr("{name}: how it is meant", name=name), measure="small")
        way.setAccessibleDescription(tr("Instead of what is set elsewhere, or on top of it"))
        way.addItem(tr("Instead"), Way.INSTEAD.value)
        if limit.reach is not Reach.EVERYWHERE:
            way.addItem(tr("On top"), Way.EXTRA.value)
        meant = limit.usual if limit.own.pieces is None else limit.own.way
        way.setCurrentIndex(max(0, way.findData(meant.value)))
        way.currentIndexChanged.connect(lambda _at: self.typed.emit())
        return way

    def _calmly(self, suggested: Suggestion | None) -> tuple[Paragraph, Button, QWidget]:
        """What would be safer, in words, with the way to follow it."""
        frame, words = QWidget(), Paragraph("", "small")
        pieces = suggested.pieces if suggested else 0
        follow = Button(
            tr("Hold back {pieces}", pieces=pieces),
            size=ButtonSize.SMALL,
            name=tr("Hold back {pieces}, {place}", pieces=pieces, place=self.scope.name),
        )
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 2, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(words, 1)
        row.addWidget(follow, 0, Qt.AlignmentFlag.AlignTop)
        if suggested is not None:
            shop = self.scope.shop.name if self.scope.shop else ""
            words.setText(suggestion_words(suggested, suggested.pieces, shop))
            follow.setAccessibleDescription(words.text())
        follow.clicked.connect(lambda _on=False: self._follow())
        frame.hide()
        return words, follow, frame

    def _follow(self) -> None:
        if self._suggested is not None:
            way = Way(self.ways[0].currentData())
            wider = self._otherwise if way is Way.EXTRA else 0
            self.fields[0].setText(str(max(0, self._suggested.pieces - wider)))
            self.fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_typed()

    def _show_ways(self) -> None:
        for edit, way in zip(self.fields, self.ways, strict=True):
            way.setVisible(bool(edit.text().strip()) and way.count() > 1)

    def _say(self, error: str) -> None:
        self.error.setText(error)
        self._glyph.setAccessibleName(error or tr("Wrong"))
        self._wrong.setVisible(bool(error))


class LimitGrid(QWidget):
    """All channels first, then each. What is typed for all is seen at once in every one."""

    def __init__(
        self, rules: Rules, shops: Sequence[Shop], suggested: Mapping[int, Suggestion] = MappingProxyType({})
    ) -> None:
        super().__init__()
        self.setAccessibleName(tr("What each channel may show"))
        self._rules = rules
        scopes = [Scope(), *map(Scope, shops)]
        self.rows = [LimitRow(scope, rules.limits(scope.number), suggested.get(scope.number)) for scope in scopes]
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)
        self._grid.setColumnStretch(0, 1)
        self.heads: list[Paragraph] = []
        for column, head in enumerate((tr("Held back"), tr("Show at most"), tr("Show nothing at or below")), start=1):
            self.heads.append(Paragraph(head, "small", colour="text_tertiary"))
            self._grid.addWidget(self.heads[-1], 0, column, _BOTTOM)
        for place, row in enumerate(self.rows):
            row.setParent(self)
            row.put(self._grid, 1 + _LINES * place)
            row.typed.connect(self._settle)
        for before, after in pairwise([stop for row in self.rows for stop in row.stops]):
            QWidget.setTabOrder(before, after)
        self._theme = follow(self._dress)
        self._dress()
        self._settle()

    def own(self) -> dict[int, Own]:
        """What is typed, by shop; 0 for all."""
        return {row.scope.number: row.own() for row in self.rows}

    def judge(self) -> LineEdit | None:
        """Say what is wrong in every row. The first field that is."""
        wrong = [row.judge() for row in self.rows]
        return next((edit for edit in wrong if edit is not None), None)

    def _settle(self) -> None:
        rules = self._rules
        for shop, own in self.own().items():
            rules = rules.with_own(shop, own)
        for row in self.rows:
            row.show_limits(rules.limits(row.scope.number))

    def _dress(self) -> None:
        for part in (*self.heads, *(part for row in self.rows for part in (*row.fields, *row.ways))):
            part.setFixedWidth(self._theme.px(_FIELD))
