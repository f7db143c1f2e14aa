"""A supplier's terms: its name, what it promises, and how it packs."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from app.core.deliveries import Terms
from app.ui.inventory.amounts import pieces
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import TextField
from app.ui.words import decimal, number, tr

_DAYS_MOST = 730


class SupplierDialog(Dialog):
    """`terms` is what was typed, once it was accepted."""

    def __init__(self, parent: QWidget | None, before: Terms | None = None) -> None:
        super().__init__(
            parent,
            question=tr("Whom do you order from?")
            if before is None
            else tr("What holds for {name}?", name=before.name),
            text=tr("From five orders on, the days they really took are used instead of the promised ones."),
            yes=tr("Add this supplier") if before is None else tr("Use from now on"),
            no=tr("Leave it"),
        )
        self.terms: Terms | None = None
        self.name = TextField(tr("Name"), placeholder="Fern Pottery Studio")
        self.own = CheckBox(tr("This is my own production, in batches"))
        self.days = TextField(tr("Promised days, from order to arrival (may stay empty)"), tabular=True)
        self.pack = TextField(tr("Sold in packs, or made in batches, of"), tabular=True)
        self.minimum = TextField(tr("At least, of one product"), tabular=True)
        for part in (self.name, self.own, self.days, self.pack, self.minimum):
            self.body.addWidget(part)
        shown = before or Terms(name="")
        self.name.set_text(shown.name)
        self.own.setChecked(shown.own)
        self.days.set_text("" if shown.days is None else _written(shown.days))
        self.pack.set_text(number(shown.pack))
        self.minimum.set_text(number(shown.minimum))
        self.name.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Close only with terms that can hold."""
        for field in (self.name, self.days, self.pack, self.minimum):
            field.set_error("")
        days, bad_days = _days(self.days.text())
        pack, minimum = pieces(self.pack.text(), least=1), pieces(self.minimum.text(), least=1)
        self.name.set_error("" if self.name.text().strip() else tr("Type a name."))
        self.days.set_error(bad_days)
        self.pack.set_error(pack.error)
        self.minimum.set_error(minimum.error)
        wrong = next((one for one in (self.name, self.days, self.pack, self.minimum) if one.error()), None)
        if wrong is not None:
            wrong.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()
            return
        self.terms = Terms(
            name=self.name.text().strip(), own=self.own.isChecked(), days=days, pack=pack.value or 1,
            minimum=minimum.value or 1,
        )  # fmt: skip
        super().accept()


def _days(text: str) -> tuple[float | None, str]:
    if not text.strip():
        return None, ""
    value, good = QLocale().toDouble(text.strip())
    if not good or not 0 <= value <= _DAYS_MOST:
        return None, tr("Type days from 0 to {most}, or nothing.", most=_DAYS_MOST)
    return value, ""


def _written(days: float) -> str:
    return number(int(days)) if days == int(days) else decimal(days, 1)
