"""What a customer answered, and the other ways out before an order is cancelled; each is kept with its time."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.choices import Did, Offer
from app.store import decisions
from app.store.decisions import Decided
from app.store.waiting import Customer
from app.ui.bridge import Bridge
from app.ui.incidents import customer_writes as writes
from app.ui.inventory.flow import FlowLayout
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Paragraph
from app.ui.words import tr, when

_LOG_MAX = 6  # of what was decided, the newest


def offer_name(offer: Offer) -> str:
    """A way out."""
    return {
        Offer.SUBSTITUTE: tr("Substitute"),
        Offer.NEXT_BATCH: tr("Next batch"),
        Offer.REFUND: tr("Full refund"),
        Offer.PART: tr("Part shipment"),
    }[offer]


def did_words(kind: Did, facts: dict[str, object]) -> str:
    """What was decided, in a few words."""
    if kind is Did.OFFERED:
        kinds = facts.get("kinds")
        names = [offer_name(Offer(one)) for one in kinds] if isinstance(kinds, list) else []
        return tr("offered: {options}", options=", ".join(names) or tr("nothing"))
    if kind is Did.ANSWERED:
        return tr("they chose: {option}", option=offer_name(Offer(str(facts["answer"]))))
    return {
        Did.MADE: tr("one more is made or bought"),
        Did.ASKED_BY_BUYER: tr("the buyer asked to cancel"),
        Did.CLEARED: tr("taken back"),
    }[kind]


class Answers(QWidget):
    """Writes through the bridge. `undoable` carries what was done, and how to take it back."""

    undoable = Signal(str, object)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._incident = 0
        self._customer: Customer | None = None
        self._decided: Decided | None = None
        self._instead = ""
        self.dialog: Dialog | None = None
        self.title = SectionTitle(tr("Their answer"))
        self.words = Paragraph("", "small", colour="text_secondary")
        self.buttons = {offer: self._button(offer_name(offer)) for offer in Offer}
        for offer, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, offer=offer: self.press(offer))
        self.before = SectionTitle(tr("Before you cancel"))
        self.made = self._button(tr("One more is made or bought"))
        self.made.clicked.connect(lambda _checked=False: self._note(Did.MADE))
        self.asked = self._button(tr("The buyer asked to cancel"))
        self.asked.clicked.connect(lambda _checked=False: self._note(Did.ASKED_BY_BUYER))
        self.log = Paragraph("", "small", colour="text_tertiary")
        self._arrange()

    def show_customer(
        self, incident: int, customer: Customer, decided: Decided | None, *, written: bool, instead: str
    ) -> None:
        """One customer. `written`: the message was sent; `instead` is the substitute's title."""
        self._incident, self._customer, self._decided, self._instead = incident, customer, decided, instead
        now = self._bridge.now
        asks = written and decided is not None and decided.answer is None
        for offer, button in self.buttons.items():
            button.setVisible(asks and decided is not None and offer in decided.offers.kinds)
        for part in (self.title, self.words):
            part.setVisible(written and decided is not None)
        if decided is not None and decided.answer is not None and decided.answered_at is not None:
            chosen, at = offer_name(decided.answer), when(decided.answered_at, now)
            self.words.setText(tr("{option}, kept {at}.", option=chosen, at=at))
        elif decided is not None and decided.offers.by_when is not None:
            self.words.setText(tr("Press what they chose. Until {at} it waits.", at=when(decided.offers.by_when, now)))
        rows = decisions.log(self._bridge.db, incident, customer.order)
        self.made.setEnabled(all(kind is not Did.MADE for _, kind, _ in rows))
        self.asked.setEnabled(all(kind is not Did.ASKED_BY_BUYER for _, kind, _ in rows))
        said = [tr("{at}: {what}", at=when(at, now), what=did_words(kind, facts)) for at, kind, facts in rows]
        self.log.setText("\n".join(said[-_LOG_MAX:]))
        self.log.setVisible(bool(said))

    def press(self, chosen: Offer) -> None:
        """They chose this. Another product is booked at once, so that is asked about first."""
        if chosen is not Offer.SUBSTITUTE:
            self._keep(chosen)
            return
        number = self._customer.number if self._customer else ""
        dialog = Dialog(
            self.window(),
            question=tr("Send {title} for order {number}?", title=self._instead, number=number),
            text=tr("Its pieces are promised to this order from now on, whatever the channel says of it later."),
            yes=tr("Send it instead"),
            no=tr("Not yet"),
        )
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._keep(chosen))
        dialog.open()

    def _keep(self, chosen: Offer) -> None:
        bridge, customer, decided = self._bridge, self._customer, self._decided
        if customer is None or decided is None:
            return
        where = self._incident
        done = bridge.perform(writes.answer, bridge.db, where, customer.order, chosen, now=bridge.now)
        if done and chosen is not Offer.SUBSTITUTE:
            self.undoable.emit(
                tr("Answer of order {number} kept", number=customer.number),
                lambda: bridge.perform(writes.not_answered, bridge.db, where, customer.order, now=bridge.now),
            )

    def _note(self, kind: Did) -> None:
        if self._customer is not None:
            bridge = self._bridge
            bridge.perform(writes.note, bridge.db, self._incident, self._customer.order, kind, now=bridge.now)

    def _button(self, words: str) -> Button:
        return Button(words, size=ButtonSize.SMALL)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        chosen, ways = FlowLayout(line_gap=6), FlowLayout(line_gap=6)
        for button in self.buttons.values():
            chosen.addWidget(button)
        for button in (self.made, self.asked):
            ways.addWidget(button)
        column.addWidget(self.title)
        column.addWidget(self.words)
        column.addLayout(chosen)
        column.addSpacing(8)
        column.addWidget(self.before)
        column.addLayout(ways)
        column.addWidget(self.log)
