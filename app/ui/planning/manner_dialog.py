"""How floors are reckoned: days to look back, how sure to be, and whether Z is rounded as in textbooks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.daily import WINDOWS
from app.core.floors import LEVELS, TEXTBOOK_Z, z_of
from app.store.sales import FloorBy
from app.ui.widgets.choice import CheckBox
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.text import Paragraph
from app.ui.words import decimal, percent, tr, trn


class MannerDialog(Dialog):
    """`by()` and `textbook` are what is chosen."""

    def __init__(self, parent: QWidget | None, by: FloorBy, *, textbook: bool) -> None:
        super().__init__(
            parent,
            question=tr("How are floors reckoned?"),
            text=tr("For every product, unless you used other days or another certainty for it. Floors that hold stay"
                    " until you use new ones."),
            yes=tr("Use from now on"), no=tr("Leave it"),
        )  # fmt: skip
        self.window_, self.level = ComboBox(tr("Sales of")), ComboBox(tr("How sure do you want to be?"))
        for days in WINDOWS:
            self.window_.addItem(trn("Sales of the last {n} day", "Sales of the last {n} days", days), days)
        for level in LEVELS:
            self.level.addItem(tr("{chance} sure not to run out before a delivery", chance=percent(level)), level)
        self.window_.setCurrentIndex(max(0, self.window_.findData(by.window)))
        self.level.setCurrentIndex(max(0, self.level.findData(by.level)))
        rounded = " / ".join(decimal(TEXTBOOK_Z[level]) for level in LEVELS)
        exact = " / ".join(decimal(z_of(level), 4) for level in LEVELS)
        self.textbook = CheckBox(tr("Round Z as textbooks do"))
        self.textbook.setChecked(textbook)
        for part in (self.window_, self.level, self.textbook):
            self.body.addWidget(part)
        self.body.addWidget(Paragraph(tr("{rounded} instead of {exact}.", rounded=rounded, exact=exact), "small"))
        self.window_.setFocus(Qt.FocusReason.OtherFocusReason)

    def by(self) -> FloorBy:
        """Days back and certainty."""
        return FloorBy(window=int(self.window_.currentData()), level=float(self.level.currentData()))
