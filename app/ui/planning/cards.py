"""A floor with its working: the sum, what its numbers mean, and the floor that comes out of it."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.floors import Floor, Method
from app.ui.inventory.flow import FlowLayout
from app.ui.planning.numbers import Typed, days_words
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.choice import RadioButton
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import decimal, number, percent, tr

_EDGE = 16


class FloorCard(QWidget):
    """One way to find a floor, to be chosen. `radio` is its button."""

    def __init__(self, title: str, note: str) -> None:
        super().__init__()
        self.radio = RadioButton(title, weight=600)
        self.note = ElidedLabel(note, colour="text_secondary")
        self._note = note
        self.sum = FlowLayout(gap=10, line_gap=6)
        self.warn = Paragraph("", "small", colour="warn_text")
        self.warn.hide()
        head = QHBoxLayout()
        head.addWidget(self.radio)
        head.addWidget(self.note, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, 12, _EDGE, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(self.sum)
        column.addWidget(self.warn)
        self._theme = follow(self.update)
        self.radio.toggled.connect(lambda _on: self.update())

    def show_sum(self, parts: Sequence[tuple[str, str]], warning: str, *, note: str = "") -> None:
        """The parts of the sum, each a number and what it is; the last one is the floor. `note`: another way to it."""
        self.note.setText(note or self._note)
        while self.sum.count():
            item = self.sum.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for place, (value, meaning) in enumerate(parts):
            self.sum.addWidget(_part(value, meaning, last=place == len(parts) - 1))
        self.warn.setText(warning)
        self.warn.setVisible(bool(warning))
        said = " ".join(f"{value} ({meaning})" if meaning else value for value, meaning in parts)
        self.setAccessibleName(tr("{title}: {sum}", title=self.radio.accessibleName(), sum=said))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A frame, thick where it is chosen."""
        painter, theme, on = QPainter(self), self._theme, self.radio.isChecked()
        line = theme.colour("accent" if on else "line_hair")
        ground = theme.colour("bg_surface")
        paint.box(painter, QRectF(self.rect()), theme.radius("panel"), fill=ground, border=line, width=2 if on else 1)
        painter.end()


def _part(value: str, meaning: str, *, last: bool) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    strong = bool(meaning)
    figure = Label(
        value, "title" if strong else "lead", colour="accent" if last else "text_primary" if strong else
        "text_secondary", tabular=True,
    )  # fmt: skip
    column.addWidget(figure, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addWidget(Label(meaning, "small", colour="text_secondary"), 0, Qt.AlignmentFlag.AlignHCenter)
    return part


def spread_parts(floor: Floor, typed: Typed) -> list[tuple[str, str]]:
    """Z × σ × √days = exact → floor; of slow products the chance and the pieces that are enough."""
    if floor.method is Method.SLOW:
        mean = typed.demand.seldom_mean * typed.delivery.cover
        return [
            (number(floor.reorder_at), tr("are enough in {chance}", chance=percent(floor.chance or 0.0, 1))),
            ("−", ""),
            (decimal(mean), tr("sells meanwhile")),
            ("=", ""),
            (decimal(floor.exact), ""),
            ("→", ""),
            (number(floor.floor), tr("floor")),
        ]
    if typed.delivery.spread:
        return _both_parts(floor, typed)
    days = decimal(typed.delivery.cover) if typed.delivery.cover % 1 else number(int(typed.delivery.cover))
    return [
        (decimal(floor.z, 4), percent(typed.level)),
        ("×", ""),
        (decimal(typed.demand.spread), tr("spread")),
        ("×", ""),
        (f"√{days}", tr("days")),
        ("=", ""),
        (decimal(floor.exact), ""),
        ("→", ""),
        (number(floor.floor), tr("floor")),
    ]


def _both_parts(floor: Floor, typed: Typed) -> list[tuple[str, str]]:
    """Z × √(days × spread² + average² × spread of the delivery²): where enough orders came to know it (F2)."""
    demand, delivery = typed.demand, typed.delivery
    inside = tr(
        "{days} × {sales}² + {mean}² × {late}²", days=decimal(delivery.cover, 1), sales=decimal(demand.spread),
        mean=decimal(demand.mean), late=decimal(delivery.spread),
    )  # fmt: skip
    return [
        (decimal(floor.z, 4), percent(typed.level)),
        ("×", ""),
        (f"√({inside})", tr("sales, and late deliveries")),
        ("=", ""),
        (decimal(floor.exact), ""),
        ("→", ""),
        (number(floor.floor), tr("floor")),
    ]


def worst_parts(floor: Floor, typed: Typed) -> list[tuple[str, str]]:
    """Most × most − average × average = exact → floor."""
    delivery, demand = typed.delivery, typed.demand
    return [
        (f"{number(demand.most)} × {days_words(delivery.most or delivery.mean)}", tr("worst")),
        ("−", ""),
        (f"{decimal(demand.mean)} × {days_words(delivery.mean)}", tr("usual")),
        ("=", ""),
        (decimal(floor.exact), ""),
        ("→", ""),
        (number(floor.floor), tr("floor")),
    ]
