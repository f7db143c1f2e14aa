"""WooCommerce keeps a log of its own, which no interface gives: where it is, what to look for, a box to paste into."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.core.diagnosis_facts import Facts
from app.core.diagnosis_questions import window
from app.core.shop_log import LogLine, lines_of, merged, within
from app.store import shops
from app.store.shops import Shop
from app.ui.bridge import Bridge
from app.ui.theme import follow
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import clock_time, tr, trn

_WIDTH, _HEIGHT = 640, 170
WORDS = "webhook, stock, order, fatal, timeout, memory, deadlock"  # as they stand in the log, in any language


class ShopLogs:
    """The lines that were added, by incident and shop. Kept in memory: nobody knows what else stands in a log."""

    def __init__(self, bridge: Bridge, changed: Callable[[], None]) -> None:
        self._bridge, self._changed = bridge, changed
        self._added: dict[int, dict[int, list[LogLine]]] = {}
        self.dialog: LogDialog | None = None

    def shop_of(self, facts: Facts) -> Shop | None:
        """The shop of an incident that keeps such a log; the one that sold too many first."""
        over = {sale.shop for sale in facts.over}
        for number in sorted({place.shop for place in facts.places}, key=lambda shop: (shop not in over, shop)):
            shop = shops.shop(self._bridge.db, number)
            if shop is not None and shop.channel == "woocommerce":
                return shop
        return None

    def joined(self, facts: Facts) -> Facts:
        """With the lines that were added."""
        return replace(facts, logged=self._added.get(facts.number, {}))

    def ask(self, parent: QWidget, facts: Facts | None) -> None:
        """Where the log is, and a box for its lines."""
        shop = self.shop_of(facts) if facts is not None else None
        if facts is None or shop is None:
            return
        dialog = LogDialog(parent, shop, *window(facts))
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.found.connect(lambda lines: self._add(facts.number, shop.id, lines))
        dialog.open()

    def _add(self, incident: int, shop: int, lines: list[LogLine]) -> None:
        of_incident = self._added.setdefault(incident, {})
        of_incident[shop] = merged(of_incident.get(shop, ()), lines)
        self._changed()


class LogDialog(Dialog):
    """`found` carries the lines that were pasted and say when they were written."""

    found = Signal(object)

    def __init__(self, parent: QWidget, shop: Shop, begin: datetime, end: datetime) -> None:
        super().__init__(
            parent,
            question=tr("What does the log of {shop} say?", shop=shop.name),
            text=tr(
                "In WordPress open WooCommerce, Status, Logs. As files: wp-content/uploads/wc-logs, and debug.log."
            ),
            yes=tr("Add to the timeline"),
            no=tr("Leave it"),
            width=_WIDTH,
        )
        self._begin, self._end = begin, end
        look = tr(
            "Take the lines from {begin} to {end} with one of these words: {words}.",
            begin=clock_time(begin), end=clock_time(end), words=WORDS,
        )  # fmt: skip
        self.body.addWidget(Paragraph(look))
        self.body.addWidget(Label(tr("Lines of the log"), colour="text_secondary"))
        self.pasted = QPlainTextEdit()
        self.pasted.setAccessibleName(tr("Lines of the log"))
        self.pasted.setTabChangesFocus(True)
        self.pasted.setPlaceholderText("2026-05-14T13:05:10+00:00 CRITICAL …")
        self.said = Paragraph("", "small", colour="text_secondary")
        self.body.addWidget(self.pasted)
        self.body.addWidget(self.said)
        self.pasted.textChanged.connect(self._judge)
        self._dressed = follow(self._dress_lines)
        self._dress_lines()
        self._judge()
        self.pasted.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Hand them over, and close; without a line that says when, it stays."""
        lines = lines_of(self.pasted.toPlainText())
        if lines:
            self.found.emit(lines)
            super().accept()

    def _judge(self) -> None:
        lines, typed = lines_of(self.pasted.toPlainText()), bool(self.pasted.toPlainText().strip())
        near = within(lines, self._begin, self._end)
        words = tr(
            "They stay until you close Plimsoll, and in the report that you save. Addresses of people are left out."
        )
        if lines:
            words = trn("{n} line says when, {near} in this time.", "{n} lines say when, {near} in this time.",
                        len(lines), near=near)  # fmt: skip
        elif typed:
            words = tr("No line begins with its date and time.")
        self.said.setText(words)
        self.yes.setEnabled(bool(lines))

    def _dress_lines(self) -> None:
        self.pasted.setFont(self._theme.font("mono"))
        self.pasted.setFixedHeight(self._theme.px(_HEIGHT))
