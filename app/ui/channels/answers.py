"""What only the seller knows about a shop: each thing as a sentence with its answers beside it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app import posting
from app.core.reversal import Step
from app.store import edits, health, orders, overview, reversals
from app.store import listings as store_listings
from app.store.health import Edit
from app.store.orders import UnlinkedLine
from app.store.reversals import Reversal
from app.ui.bridge import Bridge
from app.ui.channels import acts, outside_acts
from app.ui.channels.items import Answer, Item, ItemRow
from app.ui.channels.outside_words import attributed
from app.ui.channels.pick import PickDialog
from app.ui.channels.returns import return_item
from app.ui.channels.states import ShopFacts
from app.ui.reversals import writes
from app.ui.reversals.words import state_words
from app.ui.shell.views import EDGE, clear, see_through
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.text import Paragraph
from app.ui.words import signed, tr, trn, when

SHOWN_MAX = 50


class Answers(QScrollArea):
    """Everything at one shop that waits for the seller. `wanted` asks the page for more than an answer."""

    wanted = Signal(str, object)  # "adjust" with a SKU, "held" or "look_only" with the shop
    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        self._items: list[Item] = []
        self._rows: list[ItemRow] = []
        self.setAccessibleName(tr("Needs your answer"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(inner)
        see_through(self)

    @property
    def items(self) -> Sequence[Item]:
        """What is shown."""
        return self._items

    def row(self, place: int) -> ItemRow:
        """One of the rows, from the top."""
        return self._rows[place]

    def show_shop(self, facts: ShopFacts) -> None:
        """Read what is asked about this shop."""
        self._facts = facts
        items = [
            *self._hold(facts),
            *self._beyond(facts),
            *self._reversals(facts),
            *self._questions(facts),
            *self._edits(facts),
            *self._lines(facts),
        ]
        same = len(items) == len(self._items)
        if self._rows and same and all(new.same_as(old) for new, old in zip(items, self._items, strict=True)):
            return
        focus = next((place for place, row in enumerate(self._rows) if row.isAncestorOf(self.focusWidget())), None)
        self._items = items
        self._draw(items)
        if focus is not None and self._rows:
            self._rows[min(focus, len(self._rows) - 1)].take_focus()

    def _draw(self, items: Sequence[Item]) -> None:
        clear(self._column)
        self._rows = [ItemRow(item) for item in items[:SHOWN_MAX]]
        for row in self._rows:
            self._column.addWidget(row)
            row.show()  # a layout would do it a moment later, and a hidden control takes no keyboard
        rest = len(items) - len(self._rows)
        words = trn("{n} more.", "{n} more.", rest) if rest else "" if items else tr("Nothing needs your answer.")
        if words:
            note = Paragraph(words)
            note.setContentsMargins(EDGE, 12, EDGE, 12)
            self._column.addWidget(note)
        self._column.addStretch(1)

    # The kinds

    def _hold(self, facts: ShopFacts) -> list[Item]:
        shop = facts.shop
        if shop.held is None:
            return []
        sentence = trn(
            "{n} number at {shop} was changed from outside at once. Plimsoll stopped sending there.",
            "{n} numbers at {shop} were changed from outside at once. Plimsoll stopped sending there.",
            shop.held,
            shop=shop.name,
        )
        note = tr("An import, a bulk edit or another program can do this. Nothing was overwritten.")
        show = Answer(tr("Show the list…"), tr("Show what was changed at {shop}", shop=shop.name), self._want("held"))
        look = Answer(tr("Look only"), tr("Only look at {shop}", shop=shop.name), self._want("look_only"))
        return [Item("hold", sentence, note, (show, look))]

    def _beyond(self, facts: ShopFacts) -> list[Item]:
        shop = facts.shop
        note = tr(
            "Somebody raised its number there, or {shop} sells below zero by itself. Look there that it tracks the"
            " stock and takes no back-orders. Plimsoll reads it again and raises it nowhere until then.",
            shop=shop.name,
        )
        return [
            Item(
                f"beyond/{one.listing}",
                tr("{title}: {shop} sold more than it showed.", title=one.title, shop=shop.name),
                note,
                (Answer(tr("Read again"), tr("Read {title} again", title=one.title), self._read_again),),
            )
            for one in overview.beyond(self._bridge.db, shop.id)
        ]

    def _questions(self, facts: ShopFacts) -> list[Item]:
        found = [one for one in orders.questions(self._bridge.db) if one.shop_id == facts.shop.id]
        found.sort(key=lambda one: one.looked_for_at is not None)  # what is not here yet comes after what is new
        return [return_item(self._bridge, one, self.undoable.emit) for one in found]

    def _reversals(self, facts: ShopFacts) -> list[Item]:
        """Cancels and refunds that wait for the seller's hands, or whose answer was lost."""
        found = reversals.open_ones(self._bridge.db, facts.shop.id)
        return [self._reversal(facts, one) for one in found if one.state in (Step.BY_HAND, Step.UNSURE)]

    def _reversal(self, facts: ShopFacts, one: Reversal) -> Item:
        cancel = one.wish.act == "cancel"
        title = (
            tr("Cancel order {order}.", order=one.number) if cancel else tr("Refund order {order}.", order=one.number)
        )
        sentence = f"{title} {state_words(one, facts.shop.name)}"
        note = tr("asked {at}", at=when(one.asked_at, self._bridge.now))
        answers: list[Answer] = []
        if one.url:
            words = tr("Open the order")
            answers.append(Answer(words, f"{words}. {sentence}", lambda: _open(one.url)))
        if one.state is Step.BY_HAND:
            words = tr("No longer needed")
            answers.append(Answer(words, f"{words}. {sentence}", lambda: self._drop(one)))
        return Item(f"reversal/{one.id}/{one.state}", sentence, note, tuple(answers), Glyph.LOOK)

    def _drop(self, one: Reversal) -> None:
        bridge = self._bridge
        if bridge.perform(writes.drop_reversal, bridge.db, one.id, now=bridge.now) is not None:
            said = tr("Order {order}: no longer needed", order=one.number)
            self.undoable.emit(said, lambda: bridge.perform(writes.want_again, bridge.db, one.id, now=bridge.now))

    def _edits(self, facts: ShopFacts) -> list[Item]:
        return [self._edit(facts, one) for one in health.edits(self._bridge.db, facts.shop.id, now=self._bridge.now)]

    def _edit(self, facts: ShopFacts, one: Edit) -> Item:
        shop = facts.shop
        sentence = tr(
            "{title}: {shop} shows {shows}, Plimsoll says {should}.",
            title=one.title,
            shop=shop.name,
            shows=one.shows,
            should=one.should,
        )
        waiting = edits.open_of(self._bridge.db, [one.listing])
        seen = tr("{sku}, {edit}", sku=one.sku, edit=attributed(waiting[-1], self._bridge.now)) if waiting else one.sku
        adjust = Answer(
            tr("Adjust stock"),
            tr("Adjust the stock of {title}", title=one.title),
            lambda: self.wanted.emit("adjust", one.sku),
        )
        if not shop.sends:
            return Item(f"edit/{one.listing}", sentence, seen, (adjust,), Glyph.DIFFERS)
        ours = Answer(
            tr("Put ours back"),
            tr("Put our number of {title} back on {shop}", title=one.title, shop=shop.name),
            lambda: self._send(one),
        )
        theirs = Answer(
            tr("Take theirs"),
            tr("Take the number of {title} from {shop}", title=one.title, shop=shop.name),
            lambda: self._take(one),
        )
        taken = (theirs,) if any(edit.whole for edit in waiting) else ()
        return Item(f"edit/{one.listing}", sentence, seen, (ours, *taken, adjust), Glyph.DIFFERS)

    def _lines(self, facts: ShopFacts) -> list[Item]:
        found = [one for one in orders.unlinked_lines(self._bridge.db) if one.shop_id == facts.shop.id]
        return [self._line(facts, place, one) for place, one in enumerate(found)]

    def _line(self, facts: ShopFacts, place: int, one: UnlinkedLine) -> Item:
        title = one.title or one.sku or tr("a custom item")
        sentence = trn(
            "Order {order} sold {n} {title}, which is not linked to a product.",
            "Order {order} sold {n} {title}, which are not linked to a product.",
            one.pieces,
            order=one.order,
            title=title,
        )
        key = f"line/{one.order}/{one.listing_ref}/{place}"
        listing = health.listing_by_ref(self._bridge.db, facts.shop.id, one.listing_ref) if one.listing_ref else None
        if listing is None:
            note = tr("A custom item, or one that the shop no longer lists: its stock is not counted.")
            return Item(key, sentence, note, (), Glyph.OPEN)
        note = tr("Nothing is booked for it until you say which product it is.")
        number = listing
        link = Answer(
            tr("Link…"),
            tr("Link {title} to a product", title=title),
            lambda: self._pick(number, title, one.sku),
        )
        return Item(key, sentence, note, (link,), Glyph.OPEN)

    # What the answers do

    def _want(self, what: str) -> Callable[[], None]:
        return lambda: self.wanted.emit(what, self._facts.shop.id if self._facts else None)

    def _read_again(self) -> None:
        bridge, facts = self._bridge, self._facts
        if facts is not None:
            bridge.perform(acts.compare, bridge.lent.compare, facts.shop.id)

    def _send(self, one: Edit) -> None:
        bridge, facts = self._bridge, self._facts
        if facts is not None:
            bridge.perform(outside_acts.put_ours_back, bridge.db, [one.listing], now=bridge.now)

    def _take(self, one: Edit) -> None:
        """The difference becomes an adjustment, which can be taken back."""
        bridge, batch = self._bridge, acts.new_batch("outside")
        change = sum(edit.change for edit in edits.open_of(bridge.db, [one.listing]))
        taken = bridge.perform(outside_acts.take_theirs, bridge.db, [one.listing], batch=batch, now=bridge.now)
        if taken is not None:
            done = tr("{title}: {change} taken over", title=one.title, change=signed(change))
            self.undoable.emit(done, lambda: bridge.perform(posting.post_undo, bridge.db, batch, now=bridge.now))

    def _pick(self, listing: int, title: str, sku: str) -> None:
        dialog = PickDialog(
            self,
            self._bridge,
            question=tr("Which product is {title}?", title=title),
            text=tr("What was sold there and not booked yet is booked at once."),
            yes=tr("Link it"),
            words=sku,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.picked.connect(lambda product: self._link(listing, title, product))
        dialog.open()

    def _link(self, listing: int, title: str, sku: str) -> None:
        bridge, facts = self._bridge, self._facts
        before = store_listings.listing(bridge.db, listing)
        done = bridge.perform(acts.link, bridge.db, [(listing, sku)], now=bridge.now)
        if done is None or facts is None or before is None:
            return
        was, shop = before.product_sku, facts.shop.id
        back = partial(acts.link_as_before, bridge.db, shop, listing, was, ignored=before.ignored)
        self.undoable.emit(
            tr("{title} linked to {sku}", title=title, sku=sku), lambda: bridge.perform(back, now=bridge.now)
        )


def _open(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url))
