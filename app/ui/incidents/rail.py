"""The rail of an incident: its four steps, what is known of the product, and how to close it."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.core.wizard import Stand, Step
from app.store.incidents import IncidentRow
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.glyphs import Glyph, paint_glyph
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import moment, number, say, tr

_SIDE, _MARK = 8, 18


def titles() -> dict[Step, str]:
    """What the steps are called."""
    return {
        Step.STOP: tr("Stop selling"),
        Step.CUSTOMERS: tr("Customers"),
        Step.HAPPENED: tr("What happened"),
        Step.FIX: tr("Fix and check"),
    }


class StepButton(QAbstractButton):
    """One step: its number or a tick, its name, and how it stands."""

    def __init__(self, step: Step) -> None:
        super().__init__()
        self.step = step
        self._note, self._done = "", False
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setText(titles()[step])
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Alt {key}", key=str(int(step))))
        self._theme = follow(self._dress)

    def show_stand(self, stand: Stand) -> None:
        """How it stands now."""
        self._note, self._done = say(stand.note), stand.done
        self.setAccessibleName(
            tr("Step {number}, {title}: {note}", number=str(int(self.step)), title=self.text(), note=self._note)
        )
        self.setAccessibleDescription(tr("Done") if stand.done else tr("Open"))
        self.update()

    def note(self) -> str:
        """The line under its name."""
        return self._note

    def done(self) -> bool:
        """Is it ticked?"""
        return self._done

    def sizeHint(self) -> QSize:
        """Two lines of text."""
        return QSize(self._theme.px(180), self._theme.line("body") + self._theme.line("small") + 20)

    minimumSizeHint = sizeHint

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Number, name and note; the one in view on a selected ground."""
        painter, theme = QPainter(self), self._theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isChecked() or self.underMouse():
            ground = "bg_selected_inactive" if self.isChecked() else "bg_hover"
            paint.box(painter, QRectF(self.rect()), theme.radius("control"), fill=theme.colour(ground))
        side = theme.px(_MARK)
        square = QRectF(10, 11, side, side)
        self._paint_mark(painter, square)
        left, line = int(square.right()) + 10, theme.line("body")
        room = self.width() - left - 6
        for role, colour, top, height, words in (
            ("body_strong", "text_primary", 10, line, self.text()),
            ("small", "text_secondary", 10 + line, theme.line("small"), self._note),
        ):
            painter.setFont(theme.font("body", weight=600) if role == "body_strong" else theme.font("small"))
            painter.setPen(theme.colour(colour))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, top, room, height), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.end()

    def _paint_mark(self, painter: QPainter, square: QRectF) -> None:
        theme = self._theme
        if self._done:
            paint_glyph(painter, Glyph.DONE, square, theme)
            return
        colour = theme.colour("accent" if self.isChecked() else "text_secondary")
        paint.box(painter, square, square.width() / 2, border=colour, width=1.5)
        painter.setFont(theme.font("small", weight=600))
        painter.setPen(colour)
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(int(self.step)))

    def _dress(self) -> None:
        self.updateGeometry()
        self.update()


class Rail(QWidget):
    """`stepped` carries a step; `picked` another product's incident; `split` and `merge` ask for that."""

    stepped = Signal(object)
    picked = Signal(int)
    split = Signal()
    merge = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("panel", "sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Steps of the incident"))
        self._ids: list[int] = []
        self.buttons = {step: StepButton(step) for step in Step}
        for step, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, step=step: self.stepped.emit(step))
        self.product = ComboBox(tr("Product of the incident"))
        self.product.activated.connect(lambda place: self.picked.emit(self._ids[place]))
        self.take_out = Button(tr("Split off"), Variant.QUIET, size=ButtonSize.SMALL)
        self.take_in = Button(tr("Join with…"), Variant.QUIET, size=ButtonSize.SMALL)
        self.take_out.clicked.connect(lambda _checked=False: self.split.emit())
        self.take_in.clicked.connect(lambda _checked=False: self.merge.emit())
        self.facts = QGridLayout()
        self._values: dict[str, Label] = {}
        self._badges = QHBoxLayout()
        self.close_button = Button(tr("Close incident"))
        self.why_not = Paragraph("", "small", colour="text_secondary")
        self.why_not.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._about = QWidget()
        self._fill()
        self._theme = follow(self._dress)
        self._dress()

    def show_incident(self, row: IncidentRow, family: Sequence[IncidentRow], now: datetime) -> None:
        """What is known of the product in view, and which others are short with it."""
        values = {
            "found": moment(row.opened_at, now),
            "product": row.sku,
            "on_hand": number(row.on_hand),
            "committed": number(row.committed),
            "short": number(row.short),
        }
        for key, value in values.items():
            self._values[key].setText(value)
        self._values["short"].set_colour("danger" if row.short else "text_primary")
        self._ids = [one.id for one in family]
        self.product.clear()
        self.product.addItems([one.title for one in family])
        self.product.setCurrentIndex(self._ids.index(row.id) if row.id in self._ids else 0)
        self.product.setVisible(len(family) > 1)
        self.take_out.setVisible(len(family) > 1 and row.closed_at is None)

    def show_severity(self, words: str, *, bad: bool) -> None:
        """How bad it is."""
        self._values["severity"].setText(words)
        self._values["severity"].set_colour("danger" if bad else "text_primary")

    def show_orders(self, shops: Sequence[tuple[str, str, int]]) -> None:
        """How many orders of each channel went over: (letter, name, orders)."""
        while (item := self._badges.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        for letter, name, orders in shops:
            self._badges.addWidget(Badge(letter, name))
            self._badges.addWidget(Label(number(orders), "small"))
        self._badges.addStretch(1)

    def show_stands(self, stands: Sequence[Stand], current: Step | None) -> None:
        """How the steps stand, and which is in view."""
        for stand in stands:
            button = self.buttons[stand.step]
            button.show_stand(stand)
            button.setChecked(stand.step is current)

    def _fill(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, 16, _SIDE, 16)
        column.setSpacing(2)
        for button in self.buttons.values():
            column.addWidget(button)
        column.addSpacing(14)
        column.addWidget(self.product)
        column.addSpacing(4)
        rows = (
            ("found", tr("Found")),
            ("product", tr("Product")),
            ("on_hand", tr("On hand")),
            ("committed", tr("Promised")),
            ("short", tr("Short by")),
            ("severity", tr("Severity")),
        )
        self.facts.setContentsMargins(10, 6, 4, 0)
        self.facts.setHorizontalSpacing(12)
        self.facts.setVerticalSpacing(6)
        self.facts.setColumnStretch(1, 1)
        for place, (key, words) in enumerate(rows):
            self.facts.addWidget(Label(words, "small", colour="text_secondary"), place, 0)
            self._values[key] = ElidedLabel("", "small")
            self.facts.addWidget(self._values[key], place, 1)
        self.facts.addWidget(Label(tr("Orders"), "small", colour="text_secondary"), len(rows), 0)
        self._badges.setSpacing(6)
        self.facts.addLayout(self._badges, len(rows), 1)
        self._about.setLayout(self.facts)
        column.addWidget(self._about)
        column.addSpacing(6)
        acts = QHBoxLayout()
        acts.addWidget(self.take_out)
        acts.addWidget(self.take_in)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addStretch(1)
        column.addWidget(self.close_button)
        column.addSpacing(4)
        column.addWidget(self.why_not)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window what is known of the product gives way: the overview says it too."""
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        layout = self.layout()
        assert layout is not None, "it is filled"
        around = layout.sizeHint().height() - (self._about.sizeHint().height() if not self._about.isHidden() else 0)
        self._about.setVisible(self.height() >= around + self._about.sizeHint().height())

    def _dress(self) -> None:
        self.setFixedWidth(self._theme.size("incident_rail"))
