"""Which alerts are on: everywhere, on one channel, or for one product. Each row follows what is set wider, or stands
instead of it.
"""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.core import alert_words
from app.core.alerting import LIMIT_MOST, LIMITS, OF_PRODUCTS, OF_SHOPS, OFF, ON, Kind, Rule
from app.store.alert_rules import Value
from app.store.shops import Shop
from app.ui.alerts.pause_order import PauseOrder
from app.ui.theme import follow
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox, LineEdit
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import say, tr, trn

_WIDTH, _CHOICE, _LIMIT = 600, 150, 64
PRODUCT_KINDS = (Kind.NEGATIVE, Kind.CONTACT, *OF_PRODUCTS[1:], Kind.DRIFT)
SHOP_KINDS = (*OF_SHOPS, Kind.DRIFT)
ALL_KINDS = tuple(kind for kind in Kind if kind is not Kind.WATCHED)  # which products are watched, incidents say
Values = dict[Kind, Value]
Save = Callable[[int, Mapping[Kind, Value], Mapping[Kind, Value]], bool]  # shop, before, after; was it written?


class RuleRow:
    """One alert: follow, on or off, and its limit where it has one."""

    def __init__(self, kind: Kind, *, follows: bool) -> None:
        self.kind = kind
        name = say(alert_words.NAMES[kind.value])
        self.name = Label(name)
        self.does = Paragraph(say(alert_words.DOES[kind.value]), "small", colour="text_secondary")
        self.choice = ComboBox(name, measure="small")
        self._follows = follows
        self.limit: LineEdit | None = None
        if kind in LIMITS:
            unit = tr("{alert}: minutes", alert=name) if kind is Kind.UNSENT else tr("{alert}: days", alert=name)
            self.limit = LineEdit(unit, measure="small", tabular=True)
            self.limit.setAlignment(Qt.AlignmentFlag.AlignRight)
            self.limit.setToolTip(unit)
            self.choice.currentIndexChanged.connect(lambda _at: self._settle())
            self.limit.textEdited.connect(self._typed)

    def show_value(self, value: Value, wider: Rule) -> None:
        """What is set here, and what holds without it."""
        self.choice.clear()
        if self._follows:
            holds = tr("As set for all: on") if wider.on else tr("As set for all: off")
            self.choice.addItem(holds, None)
        self.choice.addItem(tr("On"), ON)
        self.choice.addItem(tr("Off"), OFF)
        chosen = OFF if value == OFF else ON if value is not None or not self._follows else None
        self.choice.setCurrentIndex(self.choice.findData(chosen))
        if self.limit is not None:
            self.limit.setText(str(value) if isinstance(value, int) else "")
            self.limit.setPlaceholderText(_usual(self.kind, wider.limit))
            self._settle()

    def value(self) -> Value:
        """What is chosen; raises `ValueError` for a limit that is none."""
        chosen: str | None = self.choice.currentData()
        typed = self.limit.text().strip() if self.limit is not None else ""
        if chosen == ON and typed:
            number = int(typed)
            if not 1 <= number <= LIMIT_MOST:
                raise ValueError(typed)
            return number
        return chosen

    def _typed(self, _words: str) -> None:
        if self.choice.currentData() != ON:
            self.choice.setCurrentIndex(self.choice.findData(ON))

    def _settle(self) -> None:
        if self.limit is not None:
            self.limit.setEnabled(self.choice.currentData() != OFF)
            self.limit.set_invalid(invalid=False)


class AlertRulesDialog(Dialog):
    """`read` gives what is set at a shop (0: everywhere, or for the product) and what holds without that."""

    def __init__(
        self,
        parent: QWidget | None,
        *,
        title: str = "",
        shops: Sequence[Shop] = (),
        read: Callable[[int], tuple[Values, Mapping[Kind, Rule]]],
        save: Save,
        floor_acts: bool | None = None,
        pauses: PauseOrder | None = None,
    ) -> None:
        super().__init__(
            parent,
            question=tr("Which alerts of {title} are on?", title=title) if title else tr("Which alerts are on?"),
            text=tr(
                "What is set for a product stands above its channels, and both above what is set for all. An alert"
                " that is off is still checked, and its log says that it was off."
            ),
            yes=tr("Save these alerts"),
            no=tr("Leave them as they are"),
            width=_WIDTH,
        )
        self._title, self._read, self._save = title, read, save
        self.scope = ComboBox(tr("Where"), measure="small")
        self.scope.addItem(title or tr("Every product and channel"), 0)
        for shop in shops:
            self.scope.addItem(shop.name, shop.id)
        self.rows: list[RuleRow] = []
        self._before: Values = {}
        self.wrong = Paragraph(tr("A limit is a whole number from 1 to {most}.", most=LIMIT_MOST), colour="danger")
        self.acts = CheckBox(tr("Under its floor, hold back more and pause channels without asking"))
        self._holder: QWidget | None = None
        self._place = QVBoxLayout()
        self._place.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(self.scope)
        self.body.addLayout(self._place)
        self.body.addWidget(self.acts)
        self.pauses = pauses
        if pauses is not None:
            self.body.addWidget(pauses)
        self.body.addWidget(self.wrong)
        self.scope.setVisible(bool(shops))
        self.acts.setVisible(floor_acts is not None)
        self.acts.setChecked(bool(floor_acts))
        self.scope.currentIndexChanged.connect(lambda _at: self._show())
        follow(self._measure)
        self._show()
        self.rows[0].choice.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Write it, if it will do."""
        after: Values = {}
        for row in self.rows:
            try:
                after[row.kind] = row.value()
            except ValueError:
                self.wrong.show()
                if row.limit is not None:
                    row.limit.set_invalid(invalid=True)
                    row.limit.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        if self._changed(after) and not self._save(self.scope.currentData(), self._before, after):
            return
        super().accept()

    def _changed(self, after: Values) -> bool:
        # That an alert is on where nothing was set is no decision: it is on anyway.
        for kind, value in list(after.items()):
            if value == ON and self._before.get(kind) is None and not self._follows:
                after[kind] = None
        return any(value != self._before.get(kind) for kind, value in after.items()) or self.acts.isVisible()

    @property
    def _follows(self) -> bool:
        return bool(self._title) or self.scope.currentData() != 0

    def _show(self) -> None:
        shop = self.scope.currentData()
        self._before, wider = self._read(shop)
        kinds = PRODUCT_KINDS if self._title else SHOP_KINDS if shop else ALL_KINDS
        if self._holder is not None:
            self._place.removeWidget(self._holder)
            self._holder.hide()
            self._holder.deleteLater()
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, 4, 0, 4)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        self.rows = [RuleRow(kind, follows=self._follows) for kind in kinds]
        for place, row in enumerate(self.rows):
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(row.name)
            words.addWidget(row.does)
            grid.addLayout(words, place, 0)
            grid.addWidget(row.choice, place, 1, Qt.AlignmentFlag.AlignVCenter)
            if row.limit is not None:
                grid.addWidget(row.limit, place, 2, Qt.AlignmentFlag.AlignVCenter)
            row.show_value(self._before.get(row.kind), wider[row.kind])
        self._place.addWidget(self._holder)
        self.wrong.hide()
        self._measure()

    def _measure(self) -> None:
        for row in self.rows:
            row.choice.setMinimumWidth(self._theme.px(_CHOICE))
            if row.limit is not None:
                row.limit.setFixedWidth(self._theme.px(_LIMIT))


def _usual(kind: Kind, limit: int | None) -> str:
    """What holds while the field is empty."""
    if limit is None:
        return tr("days")
    return tr("{minutes} min", minutes=limit) if kind is Kind.UNSENT else trn("{n} day", "{n} days", limit)
