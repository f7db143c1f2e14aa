"""Returns over all shops: what was refunded or came back waits here, and nothing restocks before the seller says so."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app import posting
from app.core.changes import Changes
from app.core.text import N_, NN_
from app.store import orders, shops
from app.store.orders import OpenQuestion
from app.ui.bridge import Bridge
from app.ui.channels import acts
from app.ui.channels.items import Answer, Item, ItemRow
from app.ui.shell.views import EDGE, View, clear, see_through
from app.ui.widgets.glyphs import Glyph
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Paragraph
from app.ui.words import duration, say, tr, trn, when

SHOWN_MAX = 100
Back = Callable[[], object]
Done = Callable[[str, Back], None]  # what was done, and how it is taken back


def return_item(bridge: Bridge, one: OpenQuestion, done: Done, *, shop: str = "") -> Item:
    """One return with its answers. `shop` is named where several are listed together."""
    sentence = question_words(one)
    asked = tr("{sku}, asked {at}", sku=one.skus, at=when(one.asked_at, bridge.now))
    note = tr("{shop}, {asked}", shop=shop, asked=asked) if shop else asked
    if one.looked_for_at is not None:
        waited = duration(bridge.now - one.asked_at, coarse=True)
        note = tr("Waiting for {length}. {note}", length=waited, note=note)
    return Item(f"question/{one.id}", sentence, note, _answers(bridge, one, sentence, done), Glyph.OPEN)


def _answers(bridge: Bridge, one: OpenQuestion, sentence: str, done: Done) -> tuple[Answer, ...]:
    def answer(label: str, *, here: bool, damaged: bool = False) -> Answer:
        def post() -> None:
            changes = bridge.perform(posting.post_answer, bridge.db, one.id, here=here, damaged=damaged, now=bridge.now)
            if changes is not None:
                done(
                    _said(one, here=here, damaged=damaged),
                    lambda: bridge.perform(posting.post_unanswer, bridge.db, one.id, now=bridge.now),
                )

        return Answer(label, f"{label}. {sentence}", post)

    if one.kind == "perhaps":
        return (
            answer(trn("It stays here", "They stay here", one.pieces), here=True),
            answer(trn("It is sent", "They are sent", one.pieces), here=False),
        )

    def wait() -> None:
        if bridge.perform(acts.not_here_yet, bridge.db, one.id, now=bridge.now) is not None:
            done(
                say(N_("It waits under Not here yet. Nothing is booked")),
                lambda: bridge.perform(acts.not_here_yet, bridge.db, one.id, now=one.looked_for_at),
            )

    sold = answer(tr("Can be sold"), here=True)
    damaged = answer(tr("Damaged"), here=True, damaged=True)
    gone = answer(tr("Lost") if one.kind == "withheld" else tr("Will not come"), here=False)
    later = Answer(tr("Not here yet"), f"{tr('Not here yet')}. {sentence}", wait)
    if one.kind == "withheld":
        return sold, damaged, gone  # it never left: it is here, or lost
    return (sold, damaged, gone) if one.looked_for_at is not None else (sold, damaged, later)


def _said(one: OpenQuestion, *, here: bool, damaged: bool) -> str:
    if damaged:
        return say(NN_("{n} piece is written off as damaged", "{n} pieces are written off as damaged", one.pieces))
    if here and one.kind == "perhaps":
        return say(
            NN_("{n} piece is promised to nobody any more", "{n} pieces are promised to nobody any more", one.pieces)
        )
    if here:
        return say(NN_("{n} piece is back on the shelf", "{n} pieces are back on the shelf", one.pieces))
    if one.kind == "withheld":
        return say(NN_("{n} piece is written off", "{n} pieces are written off", one.pieces))
    return say(N_("Nothing is booked"))


def question_words(one: OpenQuestion) -> str:
    """What is asked, as a sentence."""
    title = one.title or one.skus
    if one.kind == "withheld":
        return trn(
            "Order {order}: {n} {title} was refunded before it was sent. Is it on the shelf?",
            "Order {order}: {n} {title} were refunded before they were sent. Are they on the shelf?",
            one.pieces,
            order=one.order,
            title=title,
        )
    if one.kind == "refunded":
        return trn(
            "Order {order}: {n} {title} was refunded after it was sent. Is it back?",
            "Order {order}: {n} {title} were refunded after they were sent. Are they back?",
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
    # An order that is cancelled or returned goes back on sale by itself: nobody says that the pieces are here.
    return trn(
        "Order {order}: {n} {title} was put back on sale there after it was sent. Is it here?",
        "Order {order}: {n} {title} were put back on sale there after they were sent. Are they here?",
        one.pieces,
        order=one.order,
        title=title,
    )


class ReturnsView(View):
    """Two lists: what waits for an answer, and what the seller has looked for and is not here yet.

    `undoable` carries what was answered, and how to take it back.
    """

    left = Signal()
    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            tr("Returns"),
            tr("What was refunded or came back. Nothing returns to your stock before you say so."),
        )
        self._bridge = bridge
        self._items: list[Item] = []
        self.rows: list[ItemRow] = []
        inner = QWidget()
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        area = QScrollArea()
        area.setAccessibleName(tr("Returns"))
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        see_through(area)
        self.column.addWidget(area, 1)

    def start(self) -> None:
        """Read what waits, and put the keyboard on the first answer."""
        self._read()
        stop = self.rows[0].buttons[0] if self.rows else self.back
        stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_changed(self, changes: Changes) -> None:
        """Something was written."""
        if changes.shops or changes.orders or changes.catalog:
            self._read()

    def _read(self) -> None:
        names = {shop.id: shop.name for shop in shops.shops(self._bridge.db)}
        found = orders.questions(self._bridge.db)
        asked = [self._item(one, names) for one in found if one.looked_for_at is None]
        later = [self._item(one, names) for one in found if one.looked_for_at is not None]
        items = [*asked, *later]
        same = len(items) == len(self._items)
        if same and items and all(new.same_as(old) for new, old in zip(items, self._items, strict=True)):
            return
        focus = next((place for place, row in enumerate(self.rows) if row.isAncestorOf(self.focusWidget())), None)
        self._items = items
        self._draw(asked, later)
        if focus is not None:
            stop = self.rows[min(focus, len(self.rows) - 1)].buttons[0] if self.rows else self.back
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _item(self, one: OpenQuestion, names: dict[int, str]) -> Item:
        shop = names.get(one.shop_id, tr("A shop that was removed"))
        return return_item(self._bridge, one, self.undoable.emit, shop=shop)

    def _draw(self, asked: Sequence[Item], later: Sequence[Item]) -> None:
        clear(self._column)
        self.rows = []
        if not asked and not later:
            self._say(tr("Nothing waits. Refunds and returns of every shop come here by themselves."))
        for title, items in ((tr("To be answered"), asked), (tr("Not here yet"), later)):
            if items:
                head = SectionTitle(title, str(len(items)))
                head.setContentsMargins(EDGE, 14, EDGE, 4)
                self._column.addWidget(head)
                head.show()
                self._add(items)
        self._column.addStretch(1)

    def _add(self, items: Sequence[Item]) -> None:
        shown = [ItemRow(item) for item in items[:SHOWN_MAX]]
        for row in shown:
            self._column.addWidget(row)
            row.show()  # a layout would do it a moment later, and a hidden control takes no keyboard
        self.rows += shown
        rest = len(items) - len(shown)
        if rest:
            self._say(trn("{n} more.", "{n} more.", rest))

    def _say(self, words: str) -> None:
        note = Paragraph(words)
        note.setContentsMargins(EDGE, 12, EDGE, 12)
        self._column.addWidget(note)
        note.show()
