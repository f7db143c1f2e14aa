"""What only the seller knows about a shop: each thing as a sentence with its answers beside it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app import posting
from app.core.text import N_, NN_
from app.store import edits, health, orders, overview
from app.store.health import Edit
from app.store.orders import OpenQuestion, UnlinkedLine
from app.ui.bridge import Bridge
from app.ui.channels import acts, outside_acts
from app.ui.channels.frame import EDGE, announce, clear, see_through
from app.ui.channels.outside_words import attributed
from app.ui.channels.pick import PickDialog
from app.ui.channels.states import ShopFacts
from app.ui.theme import follow
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.glyphs import Glyph, StatusGlyph
from app.ui.widgets.text import Paragraph
from app.ui.words import say, signed, tr, trn, when

SHOWN_MAX = 50


@dataclass(frozen=True, slots=True)
class Answer:
    """A button: what it says, what a screen reader says, and what it does."""

    label: str
    name: str
    do: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to answer. `key` tells it apart from the others."""

    key: str
    sentence: str
    note: str
    answers: tuple[Answer, ...]
    glyph: Glyph = Glyph.LOOK

    def same_as(self, other: "Item") -> bool:
        """Does it read the same?"""
        return (self.key, self.sentence, self.note) == (other.key, other.sentence, other.note)


class ItemRow(QWidget):
    """A sentence, a quieter line under it, and the answers at the right."""

    def __init__(self, item: Item) -> None:
        super().__init__()
        self._theme = follow(self.update)
        self.buttons = [Button(answer.label, size=ButtonSize.SMALL, name=answer.name) for answer in item.answers]
        for button, answer in zip(self.buttons, item.answers, strict=True):
            button.clicked.connect(lambda _checked=False, do=answer.do: do())
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Paragraph(item.sentence, colour="text_primary"))
        if item.note:
            words.addWidget(Paragraph(item.note, "small"))
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 10, EDGE, 10)
        row.setSpacing(10)
        mark: QLabel = StatusGlyph(item.glyph, item.sentence)
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        for button in self.buttons:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setAccessibleName(item.sentence)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The hairline under it."""
        painter = QPainter(self)
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line_hair"))
        painter.end()


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
            self._rows[min(focus, len(self._rows) - 1)].buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

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

    # The five kinds

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
        return [self._question(one) for one in orders.questions(self._bridge.db) if one.shop_id == facts.shop.id]

    def _question(self, one: OpenQuestion) -> Item:
        sentence = _question_words(one)
        note = tr("{sku}, asked {at}", sku=one.skus, at=when(one.asked_at, self._bridge.now))
        here, gone = _answer_words(one)
        return Item(
            f"question/{one.id}",
            sentence,
            note,
            (
                Answer(here, f"{here}. {sentence}", lambda: self._answer(one, here=True)),
                Answer(gone, f"{gone}. {sentence}", lambda: self._answer(one, here=False)),
            ),
            Glyph.OPEN,
        )

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

    def _answer(self, one: OpenQuestion, *, here: bool) -> None:
        bridge = self._bridge
        if bridge.perform(posting.post_answer, bridge.db, one.id, here=here, now=bridge.now) is not None:
            words = NN_("{n} piece is back on the shelf", "{n} pieces are back on the shelf", one.pieces)
            gone = NN_("{n} piece is written off", "{n} pieces are written off", one.pieces)
            if one.kind == "recalled":
                gone = NN_("{n} piece stays sold", "{n} pieces stay sold", one.pieces)
            elif one.kind != "withheld":
                gone = N_("Nothing is booked")
            announce(self, say(words if here else gone))

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
        dialog.picked.connect(lambda product: self._link(listing, product))
        dialog.open()

    def _link(self, listing: int, sku: str) -> None:
        bridge = self._bridge
        bridge.perform(acts.link, bridge.db, [(listing, sku)], now=bridge.now)


def _answer_words(one: OpenQuestion) -> tuple[str, str]:
    """The two answers: the pieces are on the shelf, or they are not."""
    match one.kind:
        case "refunded":
            return trn("It came back", "They came back", one.pieces), tr("Nothing came back")
        case "perhaps":
            return trn("It stays here", "They stay here", one.pieces), trn("It is sent", "They are sent", one.pieces)
    return trn("It is here", "They are here", one.pieces), trn("It is gone", "They are gone", one.pieces)


def _question_words(one: OpenQuestion) -> str:
    title = one.title or one.skus
    if one.kind == "refunded":
        return trn(
            "Order {order}: money was given back after {n} {title} was sent. Is it back on the shelf?",
            "Order {order}: money was given back after {n} {title} were sent. Are they back on the shelf?",
            one.pieces,
            order=one.order,
            title=title,
        )
    if one.kind == "perhaps":
        return trn(
            "Order {order}: money was given back, perhaps for {n} {title}. Does it stay here, or is it sent?",
            "Order {order}: money was given back, perhaps for {n} {title}. Do they stay here, or are they sent?",
            one.pieces,
            order=one.order,
            title=title,
        )
    if one.kind == "withheld":
        return trn(
            "Order {order}: {n} {title} was refunded and not put back on sale. Is it on the shelf?",
            "Order {order}: {n} {title} were refunded and not put back on sale. Are they on the shelf?",
            one.pieces,
            order=one.order,
            title=title,
        )
    if one.kind == "recalled":
        return trn(
            "Order {order}: {n} {title} was cancelled after it had been sent, and is on sale again. Did it come back?",
            "Order {order}: {n} {title} were cancelled after they had been sent, and are on sale again. Did they come"
            " back?",
            one.pieces,
            order=one.order,
            title=title,
        )
    return trn(
        "Order {order}: {n} {title}, sold before Plimsoll began, came back. Is it on the shelf?",
        "Order {order}: {n} {title}, sold before Plimsoll began, came back. Are they on the shelf?",
        one.pieces,
        order=one.order,
        title=title,
    )
