"""Listings of a shop that need a look: not linked, no longer there, selling below zero, or not counted there."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.channel import Off
from app.core.text import Text
from app.store import health, pushes
from app.store.health import LINK_ROWS, LinkRow
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.pick import PickDialog
from app.ui.channels.states import ShopFacts
from app.ui.channels.steps import info_of
from app.ui.links import open_page, public_page
from app.ui.shell.views import EDGE, Strip, ask_then
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.cells import CellDelegate, Look, SkuDelegate
from app.ui.widgets.delegates import StatusDelegate
from app.ui.widgets.filters import Filter, FilterToggles
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.sheet import Field, Sheet, SheetTable
from app.ui.widgets.table import Column
from app.ui.widgets.text import Paragraph
from app.ui.words import NOTHING, say, tr, trn

UNLINKED, BROKEN, OVERSELLS, UNCOUNTED, IGNORED = "unlinked", "broken", "oversells", "uncounted", "ignored"
OFF = "off"
_FLAGS: dict[str, Callable[[LinkRow], bool]] = {
    UNLINKED: lambda row: row.unlinked,
    BROKEN: lambda row: row.broken,
    OVERSELLS: lambda row: row.oversells,
    UNCOUNTED: lambda row: row.uncounted,
    IGNORED: lambda row: row.ignored,
    OFF: lambda row: bool(row.off),
}


def kind_of(row: LinkRow) -> str:
    """The most pressing thing about a listing."""
    return next((key for key in (BROKEN, IGNORED, UNLINKED, OVERSELLS, UNCOUNTED, OFF) if _FLAGS[key](row)), UNCOUNTED)


def off_words(off: str) -> str:
    """Why a listing is off sale."""
    return {
        Off.PARKED.value: tr("Paused by Plimsoll: none left"),
        Off.SOLD_OUT.value: tr("Sold out there"),
        Off.EXPIRED.value: tr("Expired there"),
        Off.DRAFT.value: tr("A draft there"),
        Off.SWITCHED_OFF.value: tr("Switched off there"),
    }.get(off, tr("Off sale there"))


def link_words(row: LinkRow) -> str:
    """What is the matter with a listing."""
    return {
        BROKEN: tr("Broken link: no longer there"),
        UNLINKED: tr("Not linked"),
        OVERSELLS: tr("Sells below zero there"),
        UNCOUNTED: tr("Not stock-managed there"),
        IGNORED: tr("Left alone by you"),
        OFF: off_words(row.off),
    }[kind_of(row)]


_GLYPHS = {
    BROKEN: Glyph.LOOK,
    UNLINKED: Glyph.OPEN,
    OVERSELLS: Glyph.LOOK,
    UNCOUNTED: Glyph.OPEN,
    IGNORED: Glyph.OK,
    OFF: Glyph.OPEN,
}


class LinksList(QWidget):
    """The list, its toggles, and what can be done with a listing."""

    undoable = Signal(str, object)  # as on a page

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        self._rows: list[LinkRow] = []
        self.filters = FilterToggles(
            [
                Filter(UNLINKED, tr("Not linked"), Glyph.OPEN),
                Filter(BROKEN, tr("Broken link"), Glyph.LOOK),
                Filter(OVERSELLS, tr("Sells below zero"), Glyph.LOOK),
                Filter(UNCOUNTED, tr("Not stock-managed")),
                Filter(IGNORED, tr("Left alone")),
                Filter(OFF, tr("Off sale")),
            ],
            name=tr("Show listings"),
        )
        self._strip = Strip(self.filters)
        fields = self._fields()
        self._model = Sheet(fields, key=lambda row: row.id, said=_said)
        self.table = SheetTable(tr("Listings to look at"), self._model, fields)
        self.words = Paragraph()
        self.choose = Button(tr("Choose a product…"), size=ButtonSize.SMALL)
        self.leave = Button(tr("Leave it alone"), size=ButtonSize.SMALL)
        self.forget = Button(tr("Forget the link"), size=ButtonSize.SMALL)
        self.press = Button(tr("Put on sale…"), size=ButtonSize.SMALL)
        self.browse = Button(tr("Open in the shop"), size=ButtonSize.SMALL, icon="external")
        self._connect()
        self._lay_out()

    def show_shop(self, facts: ShopFacts) -> None:
        """Read the listings of this shop."""
        self._facts = facts
        self._rows = health.link_rows(self._bridge.db, facts.shop.id)
        counts = {key: sum(map(flag, self._rows)) for key, flag in _FLAGS.items()}
        if len(self._rows) >= LINK_ROWS:
            links = facts.links
            counts = {
                UNLINKED: links.unlinked,
                BROKEN: links.broken,
                OVERSELLS: links.oversells,
                UNCOUNTED: links.uncounted,
                IGNORED: links.ignored,
                OFF: counts[OFF],
            }
        self.filters.set_counts(len(self._rows), counts)
        self._show()

    def _show(self) -> None:
        on = self.filters.on()
        rows = [row for row in self._rows if not on or any(_FLAGS[key](row) for key in on)]
        self.table.show_rows(rows)
        self.table.setVisible(bool(rows))
        self._strip.setVisible(bool(self._rows))
        more = len(self._rows) >= LINK_ROWS
        text = tr("The first {n} are shown. Match listings has all of them.", n=LINK_ROWS) if more else ""
        if not self._rows:
            text = tr("Every listing is linked, still there, and counted.")
        self.words.setText(text)
        self.words.setVisible(bool(text))
        self._settle()

    def _settle(self) -> None:
        row = self.table.current() if self._model.rows else None
        broken = row is not None and row.broken
        self.choose.setVisible(row is not None and not broken)
        self.leave.setVisible(row is not None and row.product_sku is None and not broken)
        if row is not None:
            self.leave.setText(tr("Ask again") if row.ignored else tr("Leave it alone"))
        self.forget.setVisible(row is not None and row.product_sku is not None)
        self.press.setVisible(row is not None and self._may_press(row))
        self.browse.setVisible(row is not None and public_page(row.url) is not None)

    # What the buttons do

    def pick(self) -> None:
        """Ask which product the listing is."""
        row = self.table.current()
        if row is None or row.broken:
            return
        dialog = PickDialog(
            self,
            self._bridge,
            question=tr("Which product is {title}?", title=row.title or row.sku),
            text=tr("What was sold there and not booked yet is booked at once."),
            yes=tr("Link it"),
            words=row.sku,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(lambda sku: self._link(row, sku))
        dialog.open()

    def _link(self, row: LinkRow, sku: str | None) -> None:
        bridge, name = self._bridge, row.title or row.sku
        if bridge.perform(acts.link, bridge.db, [(row.id, sku)], now=bridge.now) is not None:
            said = (
                tr("{title} linked to {sku}", title=name, sku=sku)
                if sku
                else tr("Link of {title} forgotten", title=name)
            )
            self._offer_back(row, said)

    def _leave(self) -> None:
        row, facts = self.table.current(), self._facts
        if row is None or facts is None:
            return
        bridge, name = self._bridge, row.title or row.sku
        done = bridge.perform(acts.ignore, bridge.db, facts.shop.id, [row.id], ignored=not row.ignored)
        if done is not None:
            said = (
                tr("{title} is asked about again", title=name)
                if row.ignored
                else tr("{title} is left alone", title=name)
            )
            self._offer_back(row, said)

    def _offer_back(self, row: LinkRow, said: str) -> None:
        bridge, shop = self._bridge, self._facts.shop.id if self._facts else 0
        back = partial(acts.link_as_before, bridge.db, shop, row.id, row.product_sku, ignored=row.ignored)
        self.undoable.emit(said, lambda: bridge.perform(back, now=bridge.now))

    def _forget(self) -> None:
        row, facts = self.table.current(), self._facts
        if row is None or facts is None:
            return
        ask_then(
            self,
            lambda: self._link(row, None),
            question=tr("Forget the link of {title}?", title=row.title or row.sku),
            text=tr(
                "{shop} keeps the number it shows. Plimsoll sends it no more for this listing.", shop=facts.shop.name
            ),
            yes=tr("Forget the link"),
            no=tr("Keep it"),
        )

    def _press_words(self, row: LinkRow) -> Text | None:
        """What it does to put the listing on sale; None where that cannot be asked for, or comes by itself."""
        facts = self._facts
        info = info_of(self._bridge.lent.channels(), facts.shop.channel) if facts else None
        return info.presses.get(Off(row.off)) if info and row.off else None

    def _may_press(self, row: LinkRow) -> bool:
        sends = self._facts is not None and self._facts.shop.sends
        return sends and self._press_words(row) is not None and self._offer(row) > 0

    def _offer(self, row: LinkRow) -> int:
        slot = pushes.offer_of(self._bridge.db, row.id, now=self._bridge.now)
        return slot.offer.quantity if slot else 0

    def ask_press(self) -> None:
        """Ask, saying what it does and costs; then the listing goes on sale with its number."""
        row, facts = self.table.current(), self._facts
        words = self._press_words(row) if row is not None else None
        if row is None or facts is None or words is None:
            return
        bridge, shop, listing = self._bridge, facts.shop, row.id
        sends = trn("Plimsoll then sends {n} piece.", "Plimsoll then sends {n} pieces.", self._offer(row))
        ask_then(
            self,
            lambda: bridge.perform(acts.put_on_sale, bridge.db, shop.id, listing, now=bridge.now),
            question=tr("Put {title} on sale at {shop}?", title=row.title or row.sku, shop=shop.name),
            text=f"{say(words)} {sends}",
            yes=tr("Put it on sale"),
            no=tr("Leave it off sale"),
            safe_first=True,
        )

    def _browse(self) -> None:
        row = self.table.current()
        if row is not None:
            open_page(row.url)

    def _connect(self) -> None:
        self.filters.changed.connect(lambda _on: self._show())
        self.table.chosen.connect(self._settle)
        self.table.opened.connect(lambda _index: self.pick())
        for button, do in (
            (self.choose, self.pick),
            (self.leave, self._leave),
            (self.forget, self._forget),
            (self.press, self.ask_press),
            (self.browse, self._browse),
        ):
            button.clicked.connect(lambda _checked=False, do=do: do())

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setContentsMargins(EDGE, 6, EDGE, 0)
        first.addWidget(self._strip, 1)
        second = QHBoxLayout()
        second.setContentsMargins(EDGE, 10, EDGE, 10)
        second.setSpacing(8)
        for button in (self.choose, self.leave, self.forget, self.press, self.browse):
            second.addWidget(button)
        second.addWidget(self.words, 1, Qt.AlignmentFlag.AlignVCenter)
        second.addStretch(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self.table, 1)
        column.addStretch(0)

    def _fields(self) -> list[Field[LinkRow]]:
        return [
            Field(
                head=tr("State"),
                words=link_words,
                glyph=lambda row: _GLYPHS[kind_of(row)],
                column=Column(220, StatusDelegate),
            ),
            Field(head=tr("SKU there"), words=lambda row: row.sku or NOTHING, column=Column(132, SkuDelegate)),
            Field(head=tr("Listing"), words=lambda row: row.title, column=Column(240, CellDelegate, stretch=True)),
            Field(
                head=tr("Linked to"),
                words=lambda row: row.product_sku or NOTHING,
                look=lambda _row: Look(colour="text_secondary"),
                column=Column(150, SkuDelegate),
            ),
        ]


def _said(row: LinkRow) -> str:
    linked = tr("Linked to {sku}.", sku=row.product_sku) if row.product_sku else ""
    return tr("{title}, {sku}. {state}. {linked}", title=row.title, sku=row.sku, state=link_words(row), linked=linked)


def tab_count(facts: ShopFacts) -> int:
    """How many listings of a shop need a look."""
    links = facts.links
    return links.unlinked + links.broken
