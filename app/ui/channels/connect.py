"""Connecting a channel, step by step: choose, do and type, test, keep, and wait for the first reading."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.changes import Changes
from app.core.channel import ChannelInfo, ConnectWay, Introduction
from app.core.elsewhere import Elsewhere, elsewhere
from app.errors import PlimsollError
from app.store import shops
from app.store.shops import Shop
from app.ui.bridge import Bridge, ConnectForm
from app.ui.channels import acts
from app.ui.channels.connect_browser import BrowserSignIn
from app.ui.channels.connect_form import ConnectFormPart
from app.ui.channels.connect_parts import STALL, ChoosePart, NamePart, ReadPart
from app.ui.channels.facts import facts_by_number
from app.ui.channels.steps import info_of, name_problem, way_of
from app.ui.shell.views import FormColumn, View
from app.ui.widgets.empty import EmptyState
from app.ui.widgets.progress import ProgressLine
from app.ui.words import say, tr


class ConnectView(View):
    """The whole way from "which channel" to "its listings are read". With `reconnect` only new keys are asked for.

    `connected` names a shop that was added or signed in again, `match_wanted` one whose listings come next.
    """

    connected = Signal(int)
    match_wanted = Signal(int)

    def __init__(self, bridge: Bridge) -> None:
        super().__init__(
            tr("Connect a channel"), tr("Plimsoll only reads at first, and sends nothing until you say so.")
        )
        self._bridge = bridge
        self._forms: dict[tuple[str, str, int], ConnectFormPart] = {}
        self._sign_ins: dict[ConnectFormPart, BrowserSignIn] = {}
        self._attempt = 0  # answers to older attempts are not wanted any more
        self._reconnect: Shop | None = None
        self._reading = 0
        self._first_of_two = ""  # the title of the channel that a second one follows
        self._place: Elsewhere | None = None  # the known one that is to be kept by hand
        self.progress = ProgressLine()
        self.stack = QStackedWidget()
        self.choose = ChoosePart(bridge.lent.channels())
        self.name = NamePart()
        self.read = ReadPart()
        self._sample = self._sample_part()
        for part in (self.choose, self.name, self.read, self._sample):
            self.stack.addWidget(part)
        self.column.addWidget(self.progress)
        self.column.addWidget(self.stack, 1)
        self.choose.chosen.connect(self.chose)
        self.name.agreed.connect(self._add_stall)
        self.name.back.connect(self.start)
        self.read.agreed.connect(lambda: self.match_wanted.emit(self._reading))
        self.read.second.clicked.connect(lambda _checked=False: self._start_second())

    # Where it begins

    def start(self) -> None:
        """Which channel?"""
        self._reconnect = None
        self._first_of_two = ""
        sentence = tr("Plimsoll only reads at first, and sends nothing until you say so.")
        self.header.say(tr("Connect a channel"), sentence)
        self._show(self._sample if self._bridge.sample else self.choose)

    def start_first(self, key: str) -> None:
        """The first of two: this channel, whose numbers become the count, and then another."""
        self.start()
        info = info_of(self._bridge.lent.channels(), key)
        if info is None or self._bridge.sample:
            return
        self._first_of_two = info.title
        title = tr("First {channel}, then the second shop", channel=info.title)
        self.header.say(title, tr("Plimsoll only reads at first, and sends nothing until you say so."))
        self.chose(f"{info.key}/{info.ways[0].key}")

    def _start_second(self) -> None:
        first = self._first_of_two
        self.start()
        self.header.say(
            tr("Connect the second shop"),
            tr("Match it with the products of {channel}. It may sell only what is still there.", channel=first),
        )

    def start_reconnect(self, shop: Shop) -> None:
        """New keys for a shop that is known."""
        info = info_of(self._bridge.lent.channels(), shop.channel)
        if info is None:
            return
        self._reconnect = shop
        title = tr("Sign in to {shop}", shop=shop.name)
        self.header.say(title, tr("Its links, orders and numbers stay as they are."))
        form = self._form(info, way_of(info, shop.way), shop.id)
        form.put("address", shop.address)
        self._show(form)
        form.focus_first()

    def start_reading(self, shop: int) -> None:
        """Show how far the first reading of a shop is."""
        self._reading = shop
        self.read.second.setVisible(bool(self._first_of_two))
        self._show(self.read)
        self._tell_reading()

    def chose(self, key: str) -> None:
        """A channel and its way were chosen: "woocommerce/key", or "stall" or "stall/amazon" for one kept by hand."""
        channel, _, way = key.partition("/")
        if channel == STALL:
            self._place = elsewhere(way)
            self.name.reset(self._place, [shop.name for shop in shops.shops(self._bridge.db) if shop.by_hand])
            self._show(self.name)
            return
        info = info_of(self._bridge.lent.channels(), channel)
        if info is not None:
            form = self._form(info, way_of(info, way), 0)
            self._show(form)
            form.focus_first()

    @property
    def part(self) -> QWidget:
        """What is shown now."""
        shown = self.stack.currentWidget()
        assert shown is not None, "one part is always shown"
        return shown

    # What the page tells it

    def on_changed(self, changes: Changes) -> None:
        """Something was read."""
        if self.part is self.read and (self._reading in changes.shops or changes.catalog):
            self._tell_reading()

    def closing(self) -> None:
        """Nothing secret stays, and a late answer changes nothing."""
        super().closing()
        self._attempt += 1
        self.progress.end()
        for form in self._forms.values():
            self._sign_ins[form].stop()
            form.forget_secrets()
            form.busy("")

    def go_back(self) -> None:
        """From a form back to the choice, and from there out. What was typed stays until the page is left."""
        part = self.part
        if isinstance(part, ConnectFormPart) and self._sign_ins[part].waiting:
            self._sign_ins[part].cancel()
            return
        if self._reconnect is not None or not isinstance(part, ConnectFormPart | NamePart):
            super().go_back()
            return
        self._attempt += 1
        self.progress.end()
        if isinstance(part, ConnectFormPart):
            self._sign_ins[part].stop()
            part.busy("")
        self._show(self.choose)

    # Test and keep

    def _test(self, form: ConnectFormPart) -> None:
        if not form.check():
            return
        if form.wants_browser:
            form.forget_result()
            self._sign_ins[form].begin(self._reconnect.id if self._reconnect else 0)
            return
        typed, lent, again = self._typed(form), self._bridge.lent, self._reconnect
        if again is None:
            form.forget_result()
            self._begin(form, tr("Asking the shop…"))
            self._in_background(form, lambda: lent.introduce(typed), lambda found: self._tested(form, found))
        else:
            shop = again.id
            form.forget_result()
            self._begin(form, tr("Asking the shop…"))
            self._in_background(form, lambda: lent.reconnect(shop, typed), lambda found: self._signed_in(form, found))

    def _tested(self, form: ConnectFormPart, found: Introduction) -> None:
        form.show_result(found)

    def _keep(self, form: ConnectFormPart) -> None:
        found = form.introduction
        if found is None or not found.ok:
            return
        typed, lent, place = self._typed(form), self._bridge.lent, form.location()
        self._begin(form, tr("Keeping the keys…"))
        self._in_background(form, lambda: lent.connect(typed, found, place), lambda number: self._kept(form, number))

    def _kept(self, form: ConnectFormPart, number: int) -> None:
        form.forget_secrets()
        form.busy("")
        self._bridge.tell(Changes(shops=frozenset({number}), catalog=True))
        self.connected.emit(number)
        self.start_reading(number)

    def _signed_in(self, form: ConnectFormPart, found: Introduction) -> None:
        form.show_result(found)
        shop = self._reconnect
        if found.ok and shop is not None:
            form.forget_secrets()
            self._bridge.tell(Changes(shops=frozenset({shop.id})))
            self.connected.emit(shop.id)
            self.left.emit()

    def _add_stall(self, name: str) -> None:
        bridge = self._bridge
        problem = name_problem(name, shops.shops(bridge.db))
        self.name.set_error(say(problem) if problem else "")
        if problem is not None:
            return
        letter = self._place.letter if self._place else "M"
        done = bridge.perform(acts.add_stall, bridge.db, name, letter, now=bridge.now)
        if done is not None:
            self.connected.emit(max(done.shops))
            self.left.emit()

    # Inside

    def _typed(self, form: ConnectFormPart) -> ConnectForm:
        return ConnectForm(channel=form.info.key, way=form.way.key, values=form.values(), brought=form.brought)

    def _begin(self, form: ConnectFormPart, words: str) -> None:
        form.busy(words)
        self.progress.begin()

    def _in_background(self, form: ConnectFormPart, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._attempt += 1
        attempt = self._attempt

        def answered(found: object) -> None:
            if attempt == self._attempt:
                self.progress.end()
                done(found)

        def failed(error: PlimsollError) -> None:
            if attempt == self._attempt:
                self.progress.end()
                form.show_error(error)

        self._bridge.background(work, answered, failed)

    def _form(self, info: ChannelInfo, way: ConnectWay, shop: int) -> ConnectFormPart:
        key = (info.key, way.key, shop)
        if key not in self._forms:
            form = ConnectFormPart(info, way, again=bool(shop))
            form.tested.connect(lambda: self._test(form))
            form.agreed.connect(lambda: self._keep(form))
            self._sign_ins[form] = BrowserSignIn(self._bridge, form, lambda: self._typed(form), self)
            self._sign_ins[form].signed.connect(lambda: self._test(form))
            self._forms[key] = form
            self.stack.addWidget(form)
        self._forms[key].tell_secrets(self._secrets())
        return self._forms[key]

    def _secrets(self) -> str:
        kept = self._bridge.lent.secrets_kept()
        if kept == "keyring":
            return tr("Keys are sealed, and this computer’s keyring holds what opens them. They are never shown again.")
        if kept == "passphrase":
            return tr("Keys are sealed with your passphrase. They are never shown again.")
        if kept == "session":
            return tr("This computer has no keyring: keys are kept until you close Plimsoll, then you type them again.")
        return ""

    def _show(self, part: QWidget) -> None:
        self.stack.setCurrentWidget(part)
        if isinstance(part, ChoosePart | NamePart):
            part.focus_first()
        elif part is self._sample:
            self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _tell_reading(self) -> None:
        facts = facts_by_number(self._bridge, self._reading)
        if facts is None:
            self.left.emit()
            return
        self.header.say(facts.shop.name, tr("Connected, looking only: nothing is sent."))
        self.read.show_facts(facts)

    def _sample_part(self) -> QWidget:
        column, bridge = FormColumn(), self._bridge
        state = EmptyState(
            "hidden",
            tr("This is the sample shop"),
            tr("Leave it to connect a channel of your own. You can come back to it."),
            action=tr("Leave the sample shop"),
            on_action=bridge.lent.leave_sample,
        )
        column.items.addWidget(state)
        column.items.addStretch(1)
        return column
