""" "Why did it not warn me?": how each alert stands now, and every check that came out differently from the one before.

Nothing can be changed here but by the way to the rules.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from app.core import alert_words
from app.core.alerting import Kind, Outcome
from app.store import alert_log
from app.store.alert_log import Alert
from app.ui.bridge import Bridge
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import NOTHING, moment, say, tr, when

MOST = 300
_WIDTH, _HEIGHT = 760, 320
NOW, LOG = "now", "log"
_GLYPHS = {Outcome.FIRED: Glyph.LOOK, Outcome.SUPPRESSED: Glyph.OPEN, Outcome.NOT_MET: Glyph.OK}


class AlertLogDialog(Dialog):
    """Of one product and the shops that sell it, or of everything. `on_rules` leads to what can be set."""

    def __init__(
        self, parent: QWidget | None, bridge: Bridge, *, product: int = 0, title: str = "",
        on_rules: Callable[[], object] | None = None,
    ) -> None:  # fmt: skip
        whose = tr(
            "Every alert of {title}, and of the channels that sell it: by which numbers it was checked, and how that"
            " came out.",
            title=title,
        )
        all_of_them = tr(
            "Every alert that is met now, and every channel. A product’s own window, in Inventory, also shows what is"
            " not met."
        )
        super().__init__(
            parent,
            question=tr("Why did it warn, or why not?"),
            text=whose if product else all_of_them,
            yes=tr("Close"),
            no=tr("Back"),
            width=_WIDTH,
        )
        self.no.hide()  # there is nothing to refuse: Esc closes it too
        self._bridge, self._product, self._on_rules = bridge, product, on_rules
        self.view = ComboBox(tr("What is shown"), measure="small")
        self.kind = ComboBox(tr("Which alert"), measure="small")
        self.rules = Button(tr("Which alerts are on…"), size=ButtonSize.SMALL)
        self.table = _table(self)
        self.words = Paragraph("", colour="text_primary")
        self.nothing = Paragraph("")
        self._frame = QStackedWidget()
        self._fill()
        self._arrange()
        self._fit()
        follow(self._fit)
        self.renew()
        (self.table if self.table.sheet.rows else self.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def renew(self) -> None:
        """Read what was asked for."""
        db, chosen = self._bridge.db, self.kind.currentData()
        kind = Kind(chosen) if chosen else None  # Qt gives back a plain string
        if self.view.currentData() == LOG:
            rows = alert_log.log(db, product=self._product, kind=kind, limit=MOST)
        else:
            rows = alert_log.of_product(db, self._product) if self._product else alert_log.met(db, limit=MOST)
            rows = [one for one in rows if kind in (None, one.kind)]
        self.table.show_rows(rows)
        self.nothing.setText(
            tr("Nothing has come out differently yet.")
            if self.view.currentData() == LOG
            else tr("Nothing was checked yet. Plimsoll checks within half a minute of every change.")
        )
        self._frame.setCurrentWidget(self.table if rows else self.nothing)
        self._say()

    def when_words(self, row: Alert) -> str:
        """Since when, as short as it stays clear."""
        return when(row.at, self._bridge.now, short=True) if row.at is not None else NOTHING

    def heard(self, row: Alert) -> str:
        """A row as one sentence."""
        at = moment(row.at, self._bridge.now) if row.at is not None else NOTHING
        outcome = say(alert_words.OUTCOMES[row.outcome.value])
        return tr(
            "{when}, {alert}: {outcome}. {words}",
            when=at,
            alert=say(row.name),
            outcome=outcome,
            words=self.full_words(row),
        )

    def short_words(self, row: Alert) -> str:
        """What was looked at, and why that led to what it did."""
        return " ".join(say(one, now=self._bridge.now) for one in (row.words, row.because) if one is not None)

    def full_words(self, row: Alert) -> str:
        """The same, with how the seller heard of it and when it was last looked at."""
        now, said = self._bridge.now, [self.short_words(row)]
        told = alert_words.told(row.told, row.told_at)
        if told is not None:
            said.append(say(told, now=now))
        if row.checked_at is not None:
            said.append(tr("Last checked: {when}.", when=moment(row.checked_at, now)))
        return " ".join(said)

    def _say(self) -> None:
        row = self.table.current()
        self.words.setText(self.full_words(row) if row is not None else "")
        self.words.setVisible(row is not None)

    def _fill(self) -> None:
        self.view.addItem(tr("As it stands now"), NOW)
        self.view.addItem(tr("As it came out, newest first"), LOG)
        self.kind.addItem(tr("All alerts"), None)
        for kind in Kind:
            self.kind.addItem(say(alert_words.NAMES[kind.value]), kind)
        for box in (self.view, self.kind):
            box.currentIndexChanged.connect(lambda _at: self.renew())
        self.rules.setVisible(self._on_rules is not None)
        self.rules.clicked.connect(lambda _on=False: self._go_to_rules())

    def _go_to_rules(self) -> None:
        self.accept()
        if self._on_rules is not None:
            self._on_rules()

    def _arrange(self) -> None:
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._frame.addWidget(self.table)
        self._frame.addWidget(self.nothing)
        self.table.left.connect(self.reject)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._say())
        top = QHBoxLayout()
        top.setSpacing(8)
        for part in (self.view, self.kind):
            top.addWidget(part)
        top.addStretch(1)
        top.addWidget(self.rules)
        self.body.addLayout(top)
        self.body.addWidget(self._frame)
        self.body.addWidget(self.words)

    def _fit(self) -> None:
        room = self.screen().availableGeometry().height() // 2
        self._frame.setFixedHeight(min(self._theme.px(_HEIGHT), room))
        self.words.setMinimumHeight(2 * self._theme.line("body"))


def _table(dialog: AlertLogDialog) -> SheetTable[Alert]:
    quiet = lambda view: CellDelegate(view, role="small", colour="text_tertiary", tabular=True)  # noqa: E731
    said = lambda view: CellDelegate(view, role="small", colour="text_secondary")  # noqa: E731
    fields: tuple[Field[Alert], ...] = (
        Field(head=tr("Since"), words=dialog.when_words, column=Column(96, quiet)),
        Field(head=tr("Alert"), words=lambda row: say(row.name), column=Column(196, said)),
        Field(
            head=tr("Outcome"),
            words=lambda row: say(alert_words.OUTCOMES[row.outcome.value]),
            column=Column(110, StatusDelegate),
            glyph=lambda row: _GLYPHS[row.outcome],
        ),
        Field(
            head=tr("By what"),
            words=dialog.short_words,
            column=Column(240, said, stretch=True),
            tip=dialog.full_words,
        ),
    )
    sheet = Sheet(fields, key=lambda row: (row.at, row.kind, row.product, row.shop, row.outcome), said=dialog.heard)
    return SheetTable(tr("Checks of alerts"), sheet, fields, wide=False)
