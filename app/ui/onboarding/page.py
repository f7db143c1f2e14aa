"""The page that stands where the inventory will be: three ways to begin, and what Plimsoll promises either way."""

import json

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.core.changes import Changes
from app.paths import resource
from app.ui.bridge import Bridge
from app.ui.onboarding.hull import Hull
from app.ui.onboarding.start_card import Icon, StartCard
from app.ui.page import Command, Page
from app.ui.shell.header import SIDE, bar_place
from app.ui.shell.sidebar import Mark
from app.ui.theme import Theme, follow
from app.ui.widgets.text import Label, Paragraph
from app.ui.words import all_of, tr, trn

_SAMPLE = "sample/kiln-and-tide.json"
_FIRST = "etsy"  # where those who add a second shop come from
_LEFT_SHARE, _LEFT_LEAST = 0.361, 340
_CONTENT = 712
_ABOVE_BAR = 12


class OnboardingPage(Page):
    """The first start. Keys 1 to 4 choose. `import_wanted` asks the window for a spreadsheet."""

    key = "onboarding"
    import_wanted = Signal()

    def __init__(self, bridge: Bridge, theme: Theme) -> None:
        super().__init__(bridge, theme)
        self.setAccessibleName(tr("Start"))
        self.bar_place = bar_place()
        self.bar_place.setContentsMargins(SIDE, _ABOVE_BAR, SIDE, 0)  # no title keeps it off the menus here
        self._left = Story()
        self.cards = [self._sample(), self._connect(), self._import(), *self._second()]
        content = QWidget()
        content.setMaximumWidth(theme.px(_CONTENT))
        self._content = content
        self._fill(QVBoxLayout(content))
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(self.bar_place)
        right.addWidget(_scrolling(content), 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._left)
        row.addLayout(right, 1)
        theme.changed.connect(self._dress)

    def commands(self) -> list[Command]:
        """The cards again, in a menu."""
        first, second, third, *fourth = self.cards
        return [
            Command(key="sample", menu="file", text=tr("Open the sample shop"), run=first.button.click, shortcut="1"),
            Command(
                key="connect", menu="channels", text=tr("Connect a channel"), run=second.button.click, shortcut="2"
            ),
            Command(
                key="import_products", menu="file", text=tr("Import products…"), run=third.button.click, shortcut="3"
            ),
            *(
                Command(key="second", menu="channels", text=card.accessibleName(), run=card.button.click, shortcut="4")
                for card in fourth
            ),
        ]

    def on_changed(self, changes: Changes) -> None:
        """Nothing here shows what is kept."""

    def shown(self) -> None:
        """The sample shop needs no account: the keyboard starts there."""
        self.cards[0].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture keeps its share."""
        super().resizeEvent(event)
        self._left.setFixedWidth(max(_LEFT_LEAST, round(self.width() * _LEFT_SHARE)))

    def _dress(self) -> None:
        self._content.setMaximumWidth(self.theme.px(_CONTENT))

    def _fill(self, column: QVBoxLayout) -> None:
        column.setContentsMargins(0, 32, 0, 32)
        column.setSpacing(0)
        column.addStretch(1)
        column.addWidget(Paragraph(tr("Never promise more than you hold"), "figure", colour="text_primary"))
        column.addSpacing(6)
        lead = tr(
            "Plimsoll keeps one count of your stock on this computer, and every place you sell shows that count."
            " Where would you like to start?"
        )
        column.addWidget(Paragraph(lead, "lead"))
        column.addSpacing(24)
        for card in self.cards:
            column.addWidget(card)
            column.addSpacing(12)
        column.addSpacing(12)
        column.addLayout(_promises())
        column.addStretch(1)

    def _sample(self) -> StartCard:
        text = trn(
            "A small pottery with {n} product, its channels and one oversell to sort out."
            " Nothing leaves this computer.",
            "A small pottery with {n} products, its channels and one oversell to sort out."
            " Nothing leaves this computer.",
            sample_products(),
        )
        return StartCard(
            icon="inventory",
            title=tr("Try the sample shop"),
            note=tr("{minutes} min", minutes=5),
            text=text,
            key="1",
            action=tr("Open the sample"),
            on_action=self._open_sample,
            first=True,
        )

    def _connect(self) -> StartCard:
        names = [info.title for info in self.bridge.lent.channels()]
        plain = tr("Plimsoll only reads at first, and shows you what it would change.")
        named = tr(
            "{channels}. Plimsoll only reads at first, and shows you what it would change.", channels=all_of(names)
        )
        return StartCard(
            icon="plug",
            title=tr("Connect a channel"),
            note=tr("{minutes} min each", minutes=10),
            text=named if names else plain,
            key="2",
            action=tr("Connect"),
            on_action=lambda: self.go.emit("channels", "connect"),
        )

    def _import(self) -> StartCard:
        return StartCard(
            icon="sheet",
            title=tr("Import a spreadsheet"),
            note=tr("{minutes} min", minutes=5),
            text=tr("A CSV or Excel file with SKUs and amounts. You check the result before it counts."),
            key="3",
            action=tr("Choose a file"),
            on_action=self.import_wanted.emit,
        )

    def _second(self) -> list[StartCard]:
        """The way of who sells on one marketplace and adds a shop: its own tools know only itself."""
        channels = self.bridge.lent.channels()
        first = next((info for info in channels if info.key == _FIRST), None)
        if first is None or len(channels) == 1:
            return []
        text = tr(
            "Connect {channel} first: what it shows becomes your count. Then the second shop, which may sell only what"
            " is still there.",
            channel=first.title,
        )
        return [
            StartCard(
                icon="channels",
                title=tr("I have {channel}, and add a second shop", channel=first.title),
                note=tr("{minutes} min", minutes=20),
                text=text,
                key="4",
                action=tr("Start with {channel}", channel=first.title),
                on_action=lambda: self.go.emit("channels", f"connect:{first.key}"),
            )
        ]

    def _open_sample(self) -> None:
        self.bridge.lent.open_sample()


class Story(QWidget):
    """The left side: name, sentence, ship."""

    def __init__(self) -> None:
        super().__init__()
        self._hull = Hull(self)
        name = QHBoxLayout()
        name.setSpacing(10)
        name.addWidget(Mark(28))
        name.addWidget(Label("Plimsoll", "lead", weight=600))
        name.addStretch(1)
        words = tr(
            "On a ship, the Plimsoll line shows how much it may carry. In your shop, it shows how much you may promise."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(40, 34, 40, 0)
        column.setSpacing(20)
        column.addLayout(name)
        column.addWidget(Paragraph(words))
        column.addStretch(1)
        self._theme = follow(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The ship lies behind the words."""
        super().resizeEvent(event)
        self._hull.setGeometry(self.rect())
        self._hull.lower()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Nothing of its own: the ship paints the ground."""


def sample_products() -> int:
    """How many products the sample shop has."""
    return len(json.loads(resource(_SAMPLE).read_text(encoding="utf-8"))["products"])


def _promises() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(6)
    for icon, words in (
        ("lock", tr("Stays on this computer")),
        ("pause", tr("Sends nothing until you switch it on")),
        ("undo", tr("Every change can be traced")),
    ):
        row.addWidget(Icon(icon, words, colour="text_secondary", size=14))
        row.addWidget(Paragraph(words))
        row.addSpacing(20)
    row.addStretch(1)
    return row


def _scrolling(content: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addStretch(1)
    row.addWidget(content, 14)
    row.addStretch(1)
    area.setWidget(holder)
    holder.setAutoFillBackground(False)
    return area
