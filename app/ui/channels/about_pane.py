"""About a channel: the limits that it publishes, where they are written, and how well it answers as measured here."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.channel import ChannelInfo, Fact, Guard
from app.store import calls, relay
from app.ui.bridge import Bridge
from app.ui.channels.figure_rows import emptied
from app.ui.channels.states import ShopFacts
from app.ui.channels.steps import info_of
from app.ui.shell.views import EDGE, see_through
from app.ui.theme import follow
from app.ui.widgets import paint
from app.ui.widgets.button import Button, Variant
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import calendar_date, percent, say, tr

_NAME, _WIDTH = 190, 860


class FactRow(QWidget):
    """One fact: its name, its words, and its source with the day it was checked."""

    def __init__(self, fact: Fact, checked: str) -> None:
        super().__init__()
        self._name = Paragraph(say(fact.name), colour="text_primary")
        self.page = Button(fact.source, Variant.LINK, name=tr("The page of {source}", source=fact.source))
        self.page.clicked.connect(lambda _checked=False: QDesktopServices.openUrl(QUrl(fact.link)))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(say(fact.words)))
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.page)
        line.addWidget(Label(checked, "small", colour="text_tertiary"))
        line.addStretch(1)
        words.addLayout(line)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 9)
        row.setSpacing(16)
        row.addWidget(self._name, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.setAccessibleName(f"{say(fact.name)}: {say(fact.words)} {fact.source}. {checked}")
        self._theme = follow(self._dress)
        self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline under it."""
        paint.hairline(self, self._theme.colour("line_hair"))

    def _dress(self) -> None:
        self._name.setFixedWidth(self._theme.px(_NAME))


class AboutPane(QScrollArea):
    """The About tab of a shop."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._shown: ChannelInfo | None = None
        self.rows: list[FactRow] = []
        self.title = SectionTitle(tr("About this channel"))
        self.measured = Paragraph()
        self.guard = Paragraph()
        self._facts = QVBoxLayout()
        self._facts.setSpacing(0)
        self.setAccessibleName(tr("About this channel"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.title, self.measured, self.guard):
            column.addWidget(part)
            column.addSpacing(6)
        column.addLayout(self._facts)
        column.addStretch(1)
        outer = QWidget()
        row = QHBoxLayout(outer)
        row.setContentsMargins(EDGE, 16, EDGE, EDGE)
        row.addWidget(self._inner, 1)
        row.addStretch(0)
        self.setWidget(outer)
        see_through(self)
        self._theme = follow(self._dress)
        self._dress()

    def show_shop(self, facts: ShopFacts) -> None:
        """Say what is known of this shop's channel."""
        shop, bridge = facts.shop, self._bridge
        info = info_of(bridge.lent.channels(), shop.channel)
        good, all_calls = calls.answered(bridge.db, shop.id, now=bridge.now)
        measured = tr("Nothing has been asked of it in the last 24 hours.")
        if all_calls:
            measured = tr(
                "As measured here: {share} of {all} calls went well in the last 24 hours.",
                share=percent(good / all_calls, 1),
                all=all_calls,
            )
        share = relay.answered_share(bridge.db, now=bridge.now) if relay.endpoint_of(bridge.db, shop.id) else None
        if share is not None:
            answered = tr(
                "Your relay answered {share} of the time Plimsoll ran in the last 30 days.", share=percent(share, 1)
            )
            measured = f"{measured} {answered}"
        self.measured.setText(measured)
        if info is None or info is self._shown:
            return
        self._shown = info
        self.title.set_title(tr("About {channel}", channel=info.title))
        self.guard.setText(_guards()[info.guard])
        column, today = emptied(self._facts), bridge.now.astimezone().date()
        self.rows = [FactRow(fact, tr("checked {on}", on=calendar_date(fact.checked_on, today))) for fact in info.facts]
        for row in self.rows:
            column.addWidget(row)
        if not self.rows:
            column.addWidget(Paragraph(tr("No limits of it are known.")))

    def _dress(self) -> None:
        self._inner.setMaximumWidth(self._theme.px(_WIDTH))


def _guards() -> Mapping[Guard, str]:
    return {
        Guard.COMPARE_AND_SET: tr(
            "It takes a number only if it still shows the one Plimsoll expects, so a sale is never overwritten."
        ),
        Guard.DELTA: tr("Plimsoll moves its number up or down, so that a sale made just then is not overwritten."),
        Guard.ABSOLUTE: tr(
            "It knows no safe way to write: Plimsoll reads before and after each number, and corrects what it finds."
        ),
    }
