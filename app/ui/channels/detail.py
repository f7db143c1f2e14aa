"""The chosen shop under the list: what it needs next, what waits, what it asks, its links, and its log."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QVBoxLayout, QWidget

from app.core.channel import Off
from app.store import relay
from app.ui.bridge import Bridge
from app.ui.channels.links import tab_count
from app.ui.channels.panes import (
    ABOUT,
    ACCESS,
    ANSWERS,
    HEALTH,
    LINKS,
    LISTED,
    LOG,
    OUTSIDE,
    RULES,
    SALES,
    TODOS,
    WAITING,
    Panes,
)
from app.ui.channels.shop_words import two_send
from app.ui.channels.states import Act, ShopFacts, Step, act_of, back_words, next_step, state_of
from app.ui.channels.steps import info_of
from app.ui.settings.relay_words import heard_by
from app.ui.shell.views import EDGE
from app.ui.theme import follow
from app.ui.widgets.badge import Badge
from app.ui.widgets.button import Button, ButtonSize, Variant
from app.ui.widgets.section import SectionTitle
from app.ui.widgets.text import Paragraph
from app.ui.widgets.tips import plain
from app.ui.words import duration, say, tr, trn, when


class Notice(QWidget):
    """What comes next for a shop, or what is wrong with it: a sentence and the button that does it."""

    pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._details = ""
        self._theme = follow(self.update)
        self.sentence = Paragraph(colour="text_primary")
        self.detail = Paragraph(role="small", colour="text_tertiary")
        self.button = Button(tr("Continue"), Variant.PRIMARY, size=ButtonSize.SMALL)
        self.more = Button(tr("Details"), Variant.LINK)
        self.button.clicked.connect(lambda _checked=False: self.pressed.emit())
        self.more.clicked.connect(lambda _checked=False: self.detail.setVisible(self.detail.isHidden()))
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.sentence)
        words.addWidget(self.detail)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE, 8, EDGE, 8)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.detail.hide()

    def tell(self, sentence: str, button: str = "", details: str = "") -> None:
        """Say this; "" says nothing at all."""
        self.setVisible(bool(sentence))
        self.sentence.setText(sentence)
        self.setAccessibleName(sentence)
        self.button.setVisible(bool(button))
        if button:
            self.button.setText(button)
        self.more.setVisible(bool(details))
        if details != self._details:
            self._details = details
            self.detail.hide()
            self.detail.setText(details)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Quiet ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.colour("bg_sunken"))
        painter.end()


class Detail(QWidget):
    """The lower half of the page. `wanted` asks the page for something: a word and what it is about."""

    wanted = Signal(str, object)
    left = Signal()  # Esc in one of the tables

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._facts: ShopFacts | None = None
        self._tabs: list[str] = []
        self.title = SectionTitle(tr("Channel"))
        self._badge = Badge("", tr("Channel"))
        self.title.row.insertWidget(0, self._badge)
        self.more = Paragraph(role="small")
        self._all_said = False
        self._more = ("", "")
        self.notice = Notice()
        self.tabs = QTabBar()
        self.tabs.setAccessibleName(tr("About this channel"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.panes = Panes(bridge)
        self.buttons = self._make_buttons()
        self._lay_out()
        self._connect()

    def hasHeightForWidth(self) -> bool:
        """No: a layout would take the height that it would like for the least that it needs."""
        return False

    def show_shop(self, facts: ShopFacts) -> None:
        """Show this shop: what is asked first, then what waits."""
        new = self._facts is None or self._facts.shop.id != facts.shop.id
        self._facts = facts
        self._tell(facts)
        self._set_tabs(facts, keep=not new)
        self._show_pane()

    def tick(self) -> None:
        """Time has passed."""
        if self._facts is not None:
            self._tell_state(self._facts)
            self.panes.tick()

    def say_all(self, *, wanted: bool) -> None:
        """Say here too what the list has no room for."""
        self._all_said = wanted
        self._tell_more()

    def show_tab(self, name: str) -> None:
        """Show one of the tabs."""
        if name in self._tabs:
            self.tabs.setCurrentIndex(self._tabs.index(name))

    def tab(self) -> str:
        """The tab that is shown."""
        at = self.tabs.currentIndex()
        return self._tabs[at] if 0 <= at < len(self._tabs) else ""

    # Inside

    def _show_pane(self) -> None:
        name = self.tab()
        if not name or self._facts is None:
            return
        self.setTabOrder(self.tabs, self.panes.show_pane(name, self._facts))

    def _tell(self, facts: ShopFacts) -> None:
        shop = facts.shop
        self.title.set_title(shop.name)
        self._badge.setText(shop.letter)
        self._badge.setAccessibleName(shop.name)
        self._badge.setToolTip(plain(shop.name))
        self._badge.set_paused(paused=shop.mode == "paused")
        self._tell_state(facts)
        for key, button in self.buttons.items():
            button.setVisible(_offered(key, facts))
        self._tell_next(facts)

    def _tell_state(self, facts: ShopFacts) -> None:
        now, shop, links = self._bridge.now, facts.shop, facts.links
        state, paired = say(state_of(facts, now).words, now=now), relay.paired(self._bridge.db)
        if paired is not None and not shop.by_hand:
            heard = say(heard_by(paired, relay.endpoint_of(self._bridge.db, shop.id), now))
            state = tr("{state} · {heard}", state=state, heard=heard)
        self.title.set_note(state)
        succeeded = "" if shop.success_at is None else tr("Last success {at}.", at=when(shop.success_at, now))
        listed = []
        if not shop.by_hand:
            listed.append(tr("{linked} of {listed} listings linked.", linked=links.linked, listed=links.listed))
        if links.compared_at is not None:
            agree = links.linked - links.differing
            at = when(links.compared_at, now)
            listed.append(tr("{agree} of {all} agree, compared {at}.", agree=agree, all=links.linked, at=at))
        self._more = succeeded, " ".join(listed)
        self._tell_more()

    def _tell_more(self) -> None:
        """The last success, which the list never says; and what the list has no room for."""
        succeeded, listed = self._more
        self.more.setText(" ".join(filter(None, (succeeded, listed if self._all_said else ""))))
        self.more.setVisible(bool(self.more.text()))

    def _tell_next(self, facts: ShopFacts) -> None:
        shop = facts.shop
        if shop.trouble == "signed_out":
            sentence = tr("{shop} needs you to sign in. It gets no updates, and its last numbers stay.", shop=shop.name)
            self.notice.tell(sentence, tr("Sign in…"), shop.trouble_words)
        elif shop.trouble is not None:
            since = self._bridge.now - (shop.trouble_since or self._bridge.now)
            sentence = tr(
                "{shop} has not done what Plimsoll asked for {length}. Plimsoll goes on trying.",
                shop=shop.name,
                length=duration(since, coarse=True),
            )
            self.notice.tell(sentence, "", shop.trouble_words)
        elif shop.held is not None:
            self.notice.tell("")
        elif (back := back_words(shop, self._bridge.now)) is not None:
            self.notice.tell(say(back, now=self._bridge.now), tr("Sign in…"))
        else:
            self.notice.tell(*_next_words(facts, next_step(facts)))

    def _pressed(self) -> None:
        facts = self._facts
        if facts is None:
            return
        if act_of(facts) is Act.SIGN_IN or back_words(facts.shop, self._bridge.now) is not None:
            self.wanted.emit("reconnect", facts.shop.id)
            return
        step = {Step.MATCH: "match", Step.START: "start", Step.LIVE: "live"}.get(next_step(facts))
        if step:
            self.wanted.emit(step, facts.shop.id)

    def _set_tabs(self, facts: ShopFacts, *, keep: bool) -> None:
        own = [ANSWERS, WAITING, HEALTH, LINKS, OUTSIDE, ACCESS, LOG, ABOUT]
        names = [TODOS, SALES, LISTED, HEALTH] if facts.shop.by_hand else own
        info = info_of(self._bridge.lent.channels(), facts.shop.channel)
        if info is not None and Off.SOLD_OUT in info.presses:  # where a listing that sold out costs a fee
            names.append(RULES)
        chosen = self.tab() if keep else ""
        self.tabs.blockSignals(True)  # noqa: FBT003 - Qt's own
        if names != self._tabs:
            while self.tabs.count():
                self.tabs.removeTab(0)
            for name in names:
                self.tabs.addTab(name)
            self._tabs = names
        for at, name in enumerate(names):
            self.tabs.setTabText(at, _tab_words(name, facts).replace("&", "&&"))
        self.tabs.setCurrentIndex(names.index(chosen if chosen in names else _first_tab(facts)))
        self.tabs.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _make_buttons(self) -> dict[str, Button]:
        words = {
            "match": tr("Match listings"),
            "start": tr("Starting stock"),
            "look_only": tr("Look only…"),
            "reconnect": tr("New keys…"),
            "sale": tr("Enter sales…"),
            "remove": tr("Remove…"),
        }
        return {key: Button(label, size=ButtonSize.SMALL) for key, label in words.items()}

    def _lay_out(self) -> None:
        for button in self.buttons.values():
            self.title.row.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(EDGE, 14, EDGE, 6)
        top.setSpacing(6)
        top.addWidget(self.title)
        top.addWidget(self.more)
        tabs = QHBoxLayout()
        tabs.setContentsMargins(EDGE, 4, EDGE, 0)
        tabs.addWidget(self.tabs)
        tabs.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addLayout(tabs)
        column.addWidget(self.panes, 1)

    def _connect(self) -> None:
        self.notice.pressed.connect(self._pressed)
        self.tabs.currentChanged.connect(lambda _at: self._show_pane())
        self.panes.wanted.connect(self.wanted)
        self.panes.tab_wanted.connect(self.show_tab)
        self.panes.left.connect(self.left)
        for key, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, key=key: self._want(key))

    def _want(self, what: str) -> None:
        if self._facts is not None:
            self.wanted.emit(what, self._facts.shop.id)


def _offered(key: str, facts: ShopFacts) -> bool:
    shop = facts.shop
    if key == "sale":
        return shop.by_hand
    if key == "remove":
        return True
    if key == "look_only":
        return shop.mode != "looking" and not shop.by_hand
    return not shop.by_hand


def _first_tab(facts: ShopFacts) -> str:
    if facts.shop.by_hand:
        return TODOS if facts.hand_todos else SALES
    if facts.answers:
        return ANSWERS
    if facts.vitals.alarms:
        return HEALTH
    return LINKS if facts.links.broken else WAITING


def _tab_words(name: str, facts: ShopFacts) -> str:
    counted: dict[str, tuple[Callable[[], str], int]] = {
        ANSWERS: (lambda: tr("Needs your answer"), facts.answers),
        WAITING: (lambda: tr("Waiting to be confirmed"), facts.pulse.waiting + facts.pulse.stuck),
        LINKS: (lambda: tr("Links"), tab_count(facts)),
        LOG: (lambda: tr("Call log"), 0),
        OUTSIDE: (lambda: tr("Outside edits"), facts.replaced),
        ACCESS: (lambda: tr("Who can change stock: check") if facts.access_due else tr("Who can change stock"), 0),
        RULES: (lambda: tr("Rules"), 0),
        SALES: (lambda: tr("Sales entered"), 0),
        HEALTH: (lambda: tr("Health"), len(facts.vitals.alarms)),
        ABOUT: (lambda: tr("About this channel"), 0),
        TODOS: (lambda: tr("To change by hand"), facts.hand_todos),
        LISTED: (lambda: tr("Listed there"), 0),
    }
    words, count = counted[name]
    if name == WAITING and facts.shop.mode == "looking":
        count = 0
    return tr("{tab} {count}", tab=words(), count=count) if count else words()


def _next_words(facts: ShopFacts, step: Step) -> tuple[str, str]:
    shop, links = facts.shop, facts.links
    match step:
        case Step.READ:
            sentence = trn(
                "Plimsoll is reading {shop}: {n} listing so far, and its orders.",
                "Plimsoll is reading {shop}: {n} listings so far, and its orders.",
                links.listed,
                shop=shop.name,
            )
            return sentence, ""
        case Step.MATCH:
            sentence = trn(
                "{n} listing is read. Say which product it is.",
                "{n} listings are read. Say which products they are.",
                links.listed,
            )
            return sentence, tr("Match listings")
        case Step.START:
            sentence = trn(
                "{n} product has no number yet. It can start from a shop that you believe.",
                "{n} products have no number yet. They can start from a shop that you believe.",
                links.unnumbered,
            )
            return sentence, tr("Starting stock")
        case Step.LIVE if shop.another:
            return two_send(), tr("Decide…")
        case Step.LIVE:
            return tr("Nothing is sent to {shop} yet. See first what going live would change.", shop=shop.name), tr(
                "Go live…"
            )
        case Step.DONE:
            return "", ""
