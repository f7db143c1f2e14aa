"""Whether a cache before a shop holds old stock back: the press that finds out, and what was found."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.core.caches import CacheProbe, probe_words
from app.core.changes import Changes
from app.errors import PlimsollError
from app.ui.bridge import Bridge
from app.ui.channels.states import ShopFacts
from app.ui.channels.steps import info_of
from app.ui.shell.views import announce, ask_then
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Paragraph
from app.ui.words import moment, say, tr


class CacheRow(QWidget):
    """A row of the Health tab; shown only for channels that caches may stand before."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        self._asking: set[int] = set()
        self._failed: dict[int, str] = {}
        self.look = Button(tr("Look for caches…"), size=ButtonSize.SMALL)
        self.mark = StatusGlyph(Glyph.LOOK, tr("Needs a look"))
        self.words = Paragraph(role="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.look, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        self.look.clicked.connect(lambda _checked=False: self._ask())

    def show_shop(self, facts: ShopFacts) -> None:
        """What was found at this shop."""
        self._facts = facts
        info = info_of(self._bridge.lent.channels(), facts.shop.channel)
        self.setVisible(info is not None and info.cached and self._bridge.lent.probe_caches is not None)
        if self.isHidden():
            return
        shop = facts.shop.id
        self.look.setEnabled(shop not in self._asking)
        found = facts.shop.caches
        words = self._found(found)
        if shop in self._asking:
            words = tr("Looking. It takes some seconds.")
        elif shop in self._failed:
            words = self._failed[shop]
        self.mark.setVisible(shop not in self._asking and (shop in self._failed or (found is not None and found.holds)))
        self.words.setText(words)

    def _found(self, found: CacheProbe | None) -> str:
        if found is None:
            return tr("A cache that holds old stock back lets buyers buy what is gone. Nobody has looked for one yet.")
        said = " ".join(say(words) for words in probe_words(found))
        return tr("{at}: {found}", at=moment(found.at, self._bridge.now), found=said)

    def _ask(self) -> None:
        facts = self._facts
        if facts is None:
            return
        ask_then(
            self,
            self._begin(facts.shop.id),
            question=tr("Look for caches at {shop}?", shop=facts.shop.name),
            text=tr(
                "Plimsoll adds a hidden test product without a price, so that nobody can buy it, changes its number,"
                " reads it as programs and as browsers do, and deletes it. It takes some seconds. A program that"
                " announces new products might see it."
            ),
            yes=tr("Look for caches"),
            no=tr("Not now"),
        )

    def _begin(self, shop: int) -> Callable[[], None]:
        def begin() -> None:
            probe = self._bridge.lent.probe_caches
            assert probe is not None, "the row is hidden without it"
            self._asking.add(shop)
            self._failed.pop(shop, None)
            self._again()
            self._bridge.background(lambda: probe(shop), lambda _found: self._done(shop), lambda e: self._not(shop, e))

        return begin

    def _done(self, shop: int) -> None:
        self._asking.discard(shop)
        self._bridge.changed.emit(Changes(shops=frozenset({shop})))  # and so the pane is shown anew
        announce(self, self.words.text())

    def _not(self, shop: int, error: PlimsollError) -> None:
        self._asking.discard(shop)
        self._failed[shop] = tr("{title} {advice}", title=say(error.title), advice=say(error.advice))
        self._again()
        announce(self, self.words.text())

    def _again(self) -> None:
        if self._facts is not None:
            self.show_shop(self._facts)
