"""Takes lines of a shop's own log into an incident's timeline: where the log is, and what is understood of a paste."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.core.changes import Changes
from app.core.channel import ChannelInfo
from app.core.diagnosis_facts import Facts
from app.core.diagnosis_questions import window
from app.core.shop_log import LogLine, read_log
from app.store import shop_log, shops
from app.store.database import transaction
from app.store.sqlite import Connection
from app.ui.bridge import Bridge
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.text import Paragraph
from app.ui.words import clock_time, say, tr, trn

_WIDTH, _HEIGHT = 640, 230


def logged_place(bridge: Bridge, facts: Facts) -> tuple[str, ChannelInfo] | None:
    """A shop of the incident whose channel keeps a log that the seller can read, by name."""
    infos = {info.key: info for info in bridge.lent.channels() if info.own_log is not None}
    for number in sorted({place.shop for place in facts.places}):
        shop = shops.shop(bridge.db, number)
        if shop is not None and shop.channel in infos:
            return shop.name, infos[shop.channel]
    return None


def keep_lines(db: Connection, incident: int, lines: list[LogLine], *, now: datetime) -> Changes:
    """The seller pasted these; none takes them away again."""
    with transaction(db):
        shop_log.keep(db, incident, lines, now=now)
    return Changes(incidents=frozenset({incident}))


class LogButton(Button):
    """Asks for the lines, where a shop of the incident keeps a log."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(tr("Shop’s log…"), size=ButtonSize.SMALL, name=tr("Lines of the shop’s own log"))
        self._bridge = bridge
        self._facts: Facts | None = None
        self.clicked.connect(lambda _checked=False: self.ask())

    def show_facts(self, facts: Facts) -> None:
        """This incident from now on."""
        self._facts = facts
        self.setVisible(logged_place(self._bridge, facts) is not None)

    def ask(self) -> None:
        """Open the paste box."""
        place = logged_place(self._bridge, self._facts) if self._facts is not None else None
        if self._facts is not None and place is not None:
            dialog = LogDialog(self, self._bridge, self._facts, *place)
            dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()


class LogDialog(Dialog):
    """The paste box. What it understands is counted while it is filled."""

    def __init__(self, parent: QWidget, bridge: Bridge, facts: Facts, name: str, info: ChannelInfo) -> None:
        begin, end = window(facts)
        super().__init__(
            parent,
            question=tr("What does the log of {shop} say?", shop=name),
            text=tr(
                "{where} Copy the lines from {begin} to {end} and paste them here. Plimsoll keeps those about stock,"
                " too little of it, the database and slow answers, and puts them into the timeline.",
                where=say(info.own_log) if info.own_log else "",
                begin=clock_time(begin),
                end=clock_time(end),
            ),
            yes=tr("Put into the timeline"),
            no=tr("Change nothing"),
            width=_WIDTH,
        )
        self._bridge, self._facts = bridge, facts
        self.box = QPlainTextEdit()
        self.box.setAccessibleName(tr("Lines of the log"))
        self.box.setTabChangesFocus(True)
        self.box.textChanged.connect(self._judge)
        self.found = Paragraph("", "small", colour="text_secondary")
        self.body.addWidget(self.box)
        self.body.addWidget(self.found)
        self._dressed = follow(self._dress_box)
        self._dress_box()
        self._judge()

    def accept(self) -> None:
        """Keep what was understood."""
        bridge, lines = self._bridge, read_log(self.box.toPlainText())
        if bridge.perform(keep_lines, bridge.db, self._facts.number, lines, now=bridge.now) is not None:
            super().accept()

    def _judge(self) -> None:
        text = self.box.toPlainText()
        lines = read_log(text)
        begin, end = window(self._facts)
        inside = sum(begin <= line.at <= end for line in lines)
        words = trn(
            "{n} line is understood, {inside} of this time.",
            "{n} lines are understood, {inside} of this time.",
            len(lines),
            inside=inside,
        )
        kept = self._facts.pasted
        if not text.strip():
            words = tr("Nothing is pasted yet.")
            if kept:
                words = trn(
                    "{n} line is kept. An empty box takes it away.",
                    "{n} lines are kept. An empty box takes them away.",
                    len(kept),
                )
        self.found.setText(words)

    def _dress_box(self) -> None:
        self.box.setFont(self._dressed.font("body"))
        self.box.setFixedHeight(self._dressed.px(_HEIGHT))
