"""What a customer is offered: the ways out as cards, each with what it needs and what it costs."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.choices import ANSWER_WITHIN, Confirmed, Offer, Offers, Other, by_default, not_confirmed
from app.ui.inventory.flow import FlowLayout
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.choice import ChoiceCard
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.fields import ComboBox, TextField
from app.ui.words import calendar_date, number, say, tr, trn

_LETTERS = 16  # of a substitute's title in its list: the card says it in full


def parsed(typed: str) -> date | None:
    """A date as it was typed: 2026-05-22, 22.5.2026, or in the window's own short way. None: it is none."""
    words, short = typed.strip(), QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    slashed = "M/d/yyyy" if short.startswith("M") else "d/M/yyyy"  # 5/6 is a day in May where months come first
    for pattern in ("yyyy-MM-dd", "d.M.yyyy", slashed):
        found = QLocale.c().toDate(words, pattern)
        if found.isValid():
            return date(found.year(), found.month(), found.day())
    found = QLocale().toDate(words, QLocale.FormatType.ShortFormat)
    return date(found.year(), found.month(), found.day()) if found.isValid() and found.year() > 1999 else None


class ConfirmDialog(Dialog):
    """The date of a next batch, and who confirmed it. Takes only a date."""

    def __init__(self, parent: QWidget, title: str, now: datetime) -> None:
        super().__init__(
            parent,
            question=tr("When does the next batch of {title} come?", title=title),
            text=tr("Only a date that somebody has confirmed can be promised to a customer."),
            yes=tr("Use this date"),
            no=tr("No date yet"),
        )
        self._now = now
        self.found: Confirmed | None = None
        self.on = TextField(tr("Confirmed date"), placeholder="2026-05-22", tabular=True)
        self.by = TextField(tr("Confirmed by"), placeholder=tr("Supplier, and who there"))
        self.body.addWidget(self.on)
        self.body.addWidget(self.by)
        self.on.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def accept(self) -> None:
        """Close only with a date and a name."""
        on, by = parsed(self.on.text()), self.by.text().strip()
        for field in (self.on, self.by):
            field.set_error("")
        wrong = not_confirmed(on, by, self._now.astimezone().date())
        if wrong is not None or on is None:
            field = self.by if on is not None and not by else self.on
            field.set_error(say(wrong) if wrong is not None else "")
            field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
            self.adjustSize()
            return
        self.found = Confirmed(on=on, by=by, at=self._now)
        super().accept()


class OfferCards(QWidget):
    """`changed` comes when the seller changed what is offered."""

    changed = Signal()
    other_wanted = Signal()

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self._clock = clock
        self._filling = False
        self._title = ""
        self._others: Sequence[Other] = ()
        self.confirmed: Confirmed | None = None
        self.supplier = ""
        self.dialog: ConfirmDialog | None = None
        self.cards = {
            Offer.SUBSTITUTE: ChoiceCard(tr("Substitute")),
            Offer.NEXT_BATCH: ChoiceCard(tr("Next batch")),
            Offer.REFUND: ChoiceCard(tr("Full refund")),
            Offer.PART: ChoiceCard(tr("Part shipment")),
        }
        self.which = ComboBox(tr("Substitute"))
        self.which.setSizeAdjustPolicy(ComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.which.setMinimumContentsLength(_LETTERS)
        self.which.activated.connect(lambda _place: self._on_which())
        self.other = Button(tr("Another product…"), size=ButtonSize.SMALL)
        self.other.clicked.connect(lambda _checked=False: self.other_wanted.emit())
        self.enter = Button(tr("Enter a confirmed date…"), size=ButtonSize.SMALL)
        self.enter.clicked.connect(lambda _checked=False: self.ask_date())
        for card in self.cards.values():
            card.button.toggled.connect(lambda _on: self._changed())
        self._arrange()

    def show_offers(
        self, offers: Offers | None, *, title: str, others: Sequence[Other], cost: str, refund: str, part: str
    ) -> None:
        """What is offered to a customer; None: nothing yet, so refund, or the next batch where it has a date.

        `cost` is what a refund uses up; `part` is what could go now, empty for nothing.
        """
        self._filling = True
        self._title, self._others = title, others
        if offers is not None and offers.confirmed is not None:
            self.confirmed = offers.confirmed
        kinds = offers.kinds if offers is not None else by_default(self.confirmed)
        self._list_others(offers.substitute if offers is not None else "")
        self._settle(cost, refund, part)
        for kind, card in self.cards.items():
            card.choose(chosen=kind in kinds and card.button.isEnabled())
        self._filling = False

    def offers(self) -> Offers:
        """What is ticked now, with the time to answer."""
        kinds = tuple(kind for kind, card in self.cards.items() if card.is_chosen())
        by_when = (self._clock() + ANSWER_WITHIN).replace(minute=0, second=0, microsecond=0)
        place = self.which.currentIndex()
        substitute = self._others[place].sku if Offer.SUBSTITUTE in kinds and 0 <= place < len(self._others) else ""
        return Offers(
            kinds=kinds,
            substitute=substitute,
            confirmed=self.confirmed if Offer.NEXT_BATCH in kinds else None,
            by_when=by_when + timedelta(0),
        )

    def take_other(self, others: Sequence[Other]) -> None:
        """The seller picked the first of these: it is offered."""
        self._filling = True
        self._others = others
        self._list_others(others[0].sku)
        self._show_substitute()
        self._filling = False
        card = self.cards[Offer.SUBSTITUTE]
        if card.is_chosen():
            self._changed()
        else:
            card.choose()
        card.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _list_others(self, chosen: str) -> None:
        skus = [one.sku for one in self._others]
        self.which.clear()
        self.which.addItems([f"{one.title}, {one.available}" for one in self._others])
        if chosen in skus:
            self.which.setCurrentIndex(skus.index(chosen))
        self.which.setVisible(bool(skus))

    def ask_date(self) -> None:
        """Ask for a confirmed date."""
        dialog = ConfirmDialog(self, self._title, self._clock())
        self.dialog = dialog
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._confirm(dialog))
        dialog.open()

    def show_batch(self, confirmed: Confirmed | None, supplier: str) -> None:
        """The date of the next batch that is known, and whom to ask where there is none."""
        self.confirmed, self.supplier = confirmed, supplier
        self._show_batch()

    def _confirm(self, dialog: ConfirmDialog) -> None:
        self.confirmed = dialog.found
        self._show_batch()
        self.cards[Offer.NEXT_BATCH].choose()
        self.cards[Offer.NEXT_BATCH].button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _settle(self, cost: str, refund: str, part: str) -> None:
        self._show_substitute()
        self._show_batch()
        described(self.cards[Offer.REFUND], " ".join(filter(None, (refund, cost))))
        if part:
            described(self.cards[Offer.PART], part)
        else:
            self.cards[Offer.PART].set_unavailable(tr("None of it is there now."))

    def _show_substitute(self) -> None:
        card, place = self.cards[Offer.SUBSTITUTE], self.which.currentIndex()
        if not 0 <= place < len(self._others):
            card.set_unavailable(tr("Nothing like it is in stock."))
            return
        one = self._others[place]
        described(card, tr("{title}. {n} available.", title=one.title, n=number(one.available)))

    def _on_which(self) -> None:
        self._show_substitute()
        self._changed()

    def _show_batch(self) -> None:
        card, sure = self.cards[Offer.NEXT_BATCH], self.confirmed
        if sure is None:
            ask = tr("No confirmed date. Ask {supplier} first.", supplier=self.supplier)
            card.set_unavailable(ask if self.supplier else tr("No confirmed date."))
            self.enter.setText(tr("Enter a confirmed date…"))
            return
        today = self._clock().astimezone().date()
        described(card, tr("{date}, confirmed by {who}", date=calendar_date(sure.on, today), who=sure.by))
        self.enter.setText(tr("Another date…"))

    def _changed(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for pair in ((Offer.SUBSTITUTE, Offer.NEXT_BATCH), (Offer.REFUND, Offer.PART)):
            row = QHBoxLayout()
            row.setSpacing(8)
            for kind in pair:
                row.addWidget(self.cards[kind], 1)
            column.addLayout(row)
        needs = FlowLayout(last_right=True)
        for part in (self.which, self.other, self.enter):
            needs.addWidget(part)
        column.addLayout(needs)


def described(card: ChoiceCard, words: str) -> None:
    """It can be chosen, and this is said of it."""
    card.set_description(words)
    card.set_available()


def uses(left: int | None, shop: str) -> str:
    """What a cancellation costs there."""
    if left is None:
        return tr("No limit is set for {shop}.", shop=shop)
    if not left:
        return tr("{shop} allows no cancellation more.", shop=shop)
    return trn(
        "Uses the {n} cancellation left on {shop}.", "Uses 1 of {n} cancellations left on {shop}.", left, shop=shop
    )
