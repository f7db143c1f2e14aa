"""Step 2, Customers: whom to ship to, what the others are offered, and the message to each."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDesktopServices, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.core.choices import Offer
from app.core.followups import Kind
from app.core.message_lint import lint
from app.core.messages import Check, Part, checks, may_send, same_as
from app.store import decisions, deliveries, families, followups, letters, settings, suppliers, waiting
from app.store.decisions import Decided
from app.store.incidents import IncidentRow
from app.store.letters import Letter
from app.store.shops import Shop
from app.store.waiting import Customer
from app.ui.bridge import Bridge
from app.ui.incidents import customer_writes as writes
from app.ui.incidents.answers import Answers
from app.ui.incidents.column import scrolled
from app.ui.incidents.composing import LANGUAGES, composed, letter_url, template_for
from app.ui.incidents.customer_list import CustomerList, before_words
from app.ui.incidents.instead import Instead
from app.ui.incidents.letter_parts import LetterParts
from app.ui.incidents.message_editor import MessageEditor
from app.ui.incidents.offer_cards import OfferCards, uses
from app.ui.incidents.template_pick import TemplatePick
from app.ui.inventory.flow import FlowLayout
from app.ui.links import open_page
from app.ui.reversals.asking import ask_reversal, info_of
from app.ui.theme import Theme
from app.ui.widgets.button import Button, ButtonSize
from app.ui.widgets.fields import ComboBox
from app.ui.widgets.text import ElidedLabel, Label, Paragraph
from app.ui.words import calendar_date, clock_time, money, say, tr, trn

SAVE_MS = 600
_SIDE = 304  # of the right column, its scroll bar included


class CustomersView(QWidget):
    """Reads and writes through the bridge. A draft is saved as it is typed."""

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._row: IncidentRow | None = None
        self._shops: dict[int, Shop] = {}
        self._customers: dict[int, Customer] = {}
        self._letters: dict[int, Letter] = {}
        self._decided: dict[int, Decided] = {}
        self._instead = Instead(bridge)
        self._lines: dict[int, list[str]] = {}
        self._shown: int | None = None
        self.list = CustomerList(lambda: bridge.now)
        self.cards = OfferCards(lambda: bridge.now)
        self.answers = Answers(bridge)
        self.editor, self.parts = MessageEditor(), LetterParts(self.answers)
        self.name = ElidedLabel("", "section")
        self.facts = Paragraph("", "small")
        self.language = ComboBox(tr("Language of the message"))
        self.language.addItems([tr("English"), tr("German")])
        self.template = TemplatePick(bridge)
        self.renew = Button(tr("Fill in again"), size=ButtonSize.SMALL)
        self.count, self.saved = Label("", "small"), Label("", "small", colour="text_secondary")
        self.nobody = Paragraph(tr("Everyone who waits can be served. Nobody has to be written to."))
        self._saving = QTimer(self)
        self._saving.setSingleShot(True)
        self._saving.setInterval(SAVE_MS)
        self._saving.timeout.connect(self.save)
        self._middle = QWidget()
        self._arrange()
        self._connect()

    def show_incident(self, row: IncidentRow, shops: object) -> None:
        """The customers of a product that is short. What is being written stays."""
        db, now = self._bridge.db, self._bridge.now
        self.save()
        if self._row is None or self._row.id != row.id:
            self._shown = None
            self.cards.confirmed = None
        if self.cards.confirmed is None:
            self._look_for_batch(row.product_id)
        self._row = row
        self._shops = {shop.id: shop for shop in shops}  # type: ignore[attr-defined]
        found = waiting.customers(db, row.id, now=now)
        self._customers = {one.order: one for one in found}
        self._letters = letters.letters(db, families.head_of(db, row.id))
        self._decided = decisions.decided(db, row.id)
        self._instead.read(row, found, self._decided.values())
        self._lines = waiting.short_titles(db, row.id, now=now)
        done = {order for order, kind, _ in followups.done(db, row.head) if kind is Kind.FALLBACK}
        asks = {order: one for order, one in self._decided.items() if one.answer or order not in done}
        self.list.show_customers(found, self._shops, self._letters, asks)
        self.nobody.setVisible(not any(one.short for one in found))
        self._middle.setVisible(bool(found))
        self.parts.setVisible(bool(found))
        if self.list.current is not None:
            self._show(self.list.current)

    def _look_for_batch(self, product: int) -> None:
        """A delivery on its way that somebody confirmed is the next batch."""
        db, today = self._bridge.db, self._bridge.now.astimezone().date()
        supplier = suppliers.of_product(db, product)
        batch = deliveries.next_batch(db, product, after=today)
        self.cards.show_batch(batch, supplier.terms.name if supplier else "")

    def set_beside(self, *, beside: bool) -> None:
        """The four parts and what can be pressed: beside the letter, or under it where there is little room."""
        if beside is not self._side.isHidden():
            return
        seen, column = not self.parts.isHidden(), self._middle.layout()
        assert column is not None
        if beside:
            column.removeWidget(self.parts)
            self._side.setWidget(self.parts)
        else:
            self._side.takeWidget()
            column.addWidget(self.parts)
        self.parts.setAutoFillBackground(False)
        self.parts.setVisible(seen)
        self._side.setVisible(beside)
        Theme.current().changed.emit()  # in another parent Qt gives back the letters that they were made with

    def take_keyboard(self) -> None:
        """The list of customers."""
        self.list.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def save(self) -> None:
        """Keep the draft."""
        if not self._saving.isActive() or self._row is None or self._shown is None:
            return
        self._saving.stop()
        bridge, message = self._bridge, self.editor.message()
        writes.save_letter(
            bridge.db,
            self._row.id,
            self._shown,
            message,
            language=self._language(),
            template=self.template.name,
            now=bridge.now,
        )
        self._letters = letters.letters(bridge.db, self._row.head)
        self.saved.setText(tr("Draft saved {at}", at=clock_time(bridge.now, seconds=True)))

    def mark_sent(self, on: bool) -> None:  # noqa: FBT001 - a signal's slot
        """The seller sent it, or did not after all."""
        if self._row is None or self._shown is None:
            return
        if on and may_send(self._checks()) is not None:
            self._judge()
            return
        self._saving.start()
        self.save()
        bridge = self._bridge
        offers = self.cards.offers()
        bridge.perform(writes.mark_sent, bridge.db, self._row.id, self._shown, offers, sent=on, now=bridge.now)

    def copy(self) -> None:
        """The text, to be pasted at the channel."""
        QGuiApplication.clipboard().setText(self.editor.message().words)
        self.saved.setText(tr("Copied"))

    def go_on(self) -> None:
        """To the next missing part."""
        missing = [check.part for check in self._checks() if not check.done]
        if missing:
            self._write(missing[0])

    # ------------------------------------------------------------------------------------------------ showing

    def _show(self, order: int) -> None:
        customer = self._customers[order]
        self._show_answers(customer)
        if self._shown == order:
            self._show_ways(customer, self._shops.get(customer.shop_id))
            self._judge()
            return
        self.save()
        self._shown = order
        shop, letter, decided = self._shops.get(customer.shop_id), self._letters.get(order), self._decided.get(order)
        titles = waiting.titles(self._bridge.db, [order]).get(order, [])
        self.name.setText(tr("Order {number}", number=customer.number))
        bought = ", ".join(f"{pieces} × {title}" for title, pieces in titles)
        day = calendar_date(customer.placed_at.astimezone().date(), self._bridge.now.astimezone().date())
        before = before_words(customer.place.candidate.bought)
        self.facts.setText(tr("{bought}, bought {day}. {before}", bought=bought, day=day, before=before))
        value = customer.place.candidate.value_minor
        gets = customer.place.gets
        self.cards.show_offers(
            decided.offers if decided else None,
            title=self._row.title if self._row else "",
            others=self._instead.others,
            cost=uses(customer.place.candidate.headroom, shop.name if shop else ""),
            refund=f"{money(value, customer.currency)}." if value and customer.currency else "",
            part=trn("{n} now, the rest refunded.", "{n} now, the rest refunded.", gets) if gets else "",
        )
        self._choose_language(letter.language if letter else customer.locale[:2])
        self._list_templates(letter.template if letter else template_for(shop, self.cards.offers().kinds))
        if letter is not None and letter.message.words:
            self.editor.show_message(letter.message)
            self.saved.setText(tr("Draft saved {at}", at=clock_time(letter.saved_at, seconds=True)))
        else:
            self._compose()
            self.saved.setText("")
        self._show_ways(customer, shop)
        self._judge()

    def _show_answers(self, customer: Customer) -> None:
        order, letter = customer.order, self._letters.get(customer.order)
        decided = self._decided.get(order)
        self.answers.show_customer(
            customer.incident,
            customer,
            decided,
            written=letter is not None and letter.sent_at is not None,
            instead=self._instead.title(decided.offers.substitute) if decided is not None else "",
        )

    def _compose(self) -> None:
        """Fill the skeleton in anew; the apology that was written stays."""
        if self._row is None or self._shown is None:
            return
        apology = self.editor.message().part(Part.APOLOGY) if self._letters.get(self._shown) else ""
        message = composed(
            self._customers[self._shown],
            self.cards.offers(),
            self._instead.others,
            titles=self._lines.get(self._shown, [self._row.title]),
            language=self._language(),
            template=self.template.words,
            sign=settings.fact(self._bridge.db, settings.NAME) or "",
        )
        self.editor.show_message(message)
        if apology:
            self.editor.go_to(Part.APOLOGY)
            self.editor.insertPlainText(apology)

    def _show_ways(self, customer: Customer, shop: Shop | None) -> None:
        letter = self._letters.get(customer.order)
        self.parts.show_ways(customer, shop, self._bridge.now.astimezone().date())
        self.parts.done.setChecked(letter is not None and letter.sent_at is not None)
        self.parts.reverse.setVisible(shop is not None and info_of(self._bridge, shop) is not None)

    def _checks(self) -> tuple[Check, ...]:
        offers = self.cards.offers()
        others = [one.message.part(Part.APOLOGY) for order, one in self._letters.items() if order != self._shown]
        return checks(self.editor.message(), options=len(offers.kinds), dated=offers.dated, others=others)

    def _judge(self) -> None:
        if self._shown is None or self._shown not in self._customers:
            return
        message, found = self.editor.message(), self._checks()
        why_not = may_send(found)
        shop = self._shops.get(self._customers[self._shown].shop_id)
        self.parts.show_checks(found, say(why_not) if why_not else "")
        others = [one.message for order, one in self._letters.items() if order != self._shown and one.message.words]
        flaws = lint(message.words, self._language(), channel=shop.channel if shop else "")
        self.parts.show_lint(flaws, same_as(message, others))
        self.count.setText(trn("{n} word", "{n} words", len(message.words.split())))

    # ------------------------------------------------------------------------------------------------ acting

    def _edited(self) -> None:
        self._saving.start()
        self._judge()

    def _write(self, part: Part) -> None:
        if part is Part.OPTIONS and not self.cards.offers().kinds:
            self.cards.cards[Offer.REFUND].button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.editor.go_to(part)

    def _offered(self) -> None:
        if self._row is None or self._shown is None:
            return
        bridge, customer = self._bridge, self._customers[self._shown]
        shop = self._shops.get(customer.shop_id)
        self._list_templates(template_for(shop, self.cards.offers().kinds))
        self._compose()
        self._saving.start()
        self.save()
        bridge.perform(
            writes.offer,
            bridge.db,
            self._row.id,
            customer.order,
            self.cards.offers(),
            pieces=customer.short or 1,
            now=bridge.now,
        )

    def _pick_other(self) -> None:
        if self._row is not None:
            self._instead.ask(self.window(), self._row, lambda: self.cards.take_other(self._instead.others))

    def _ranked(self, orders: object) -> None:
        if self._row is not None:
            bridge = self._bridge
            bridge.perform(writes.rank, bridge.db, self._row.id, orders, now=bridge.now)  # type: ignore[arg-type]

    def _in_another_language(self) -> None:
        self._list_templates(self.template.name)
        self._refill()

    def _refill(self) -> None:
        self._compose()
        self._edited()

    def _open(self) -> None:
        if self._shown is not None:
            open_page(self._customers[self._shown].url)

    def _reverse(self) -> None:
        if self._shown is not None:
            ask_reversal(self.window(), self._bridge, self._shown)

    def _mail(self) -> None:
        if self._shown is None:
            return
        words = self.editor.message().words
        QDesktopServices.openUrl(letter_url(self._customers[self._shown].number, words))

    def _language(self) -> str:
        return list(LANGUAGES)[max(0, self.language.currentIndex())]

    def _choose_language(self, language: str) -> None:
        self.language.setCurrentIndex(list(LANGUAGES).index(language) if language in LANGUAGES else 0)

    def _list_templates(self, chosen: str) -> None:
        self.template.show_templates(self._language(), chosen)

    def _connect(self) -> None:
        self.list.chosen.connect(self._show)
        self.list.ranked.connect(self._ranked)
        self.cards.changed.connect(self._offered)
        self.cards.other_wanted.connect(self._pick_other)
        self.editor.edited.connect(self._edited)
        self.language.activated.connect(lambda _place: self._in_another_language())
        self.template.picked.connect(self._refill)
        self.renew.clicked.connect(lambda _checked=False: self._refill())
        parts = self.parts
        parts.wanted.connect(self._write)
        parts.copied.connect(self.copy)
        parts.opened.connect(self._open)
        parts.mailed.connect(self._mail)
        parts.sent.connect(self.mark_sent)
        parts.reversal.connect(self._reverse)
        for keys, act in (
            ("Ctrl+Up", lambda: self.list.step(-1)),
            ("Ctrl+Down", lambda: self.list.step(1)),
            ("F8", self.go_on),
            ("Ctrl+Shift+C", self.copy),
            ("Ctrl+Return", lambda: self.mark_sent(on=True)),
        ):
            made = QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(act)

    def _arrange(self) -> None:
        middle = QVBoxLayout(self._middle)
        middle.setContentsMargins(20, 14, 20, 12)
        middle.setSpacing(10)
        head = QVBoxLayout()
        head.setSpacing(2)
        head.addWidget(self.name)
        head.addWidget(self.facts)
        tools = FlowLayout()
        tools.addWidget(self.template)
        tools.addWidget(self.language)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.count)
        foot.addWidget(self.renew)
        foot.addStretch(1)
        foot.addWidget(self.saved)
        middle.addWidget(self.nobody)
        middle.addLayout(head)
        middle.addWidget(self.cards)
        middle.addLayout(tools)
        self.editor.setMinimumHeight(160)
        middle.addWidget(self.editor, 1)
        middle.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(scrolled(self._middle), 1)
        self._side = scrolled(self.parts)
        self._side.setFixedWidth(_SIDE)
        row.addWidget(self._side)
