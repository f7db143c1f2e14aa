"""What to say of a shop: the one state it is in, what can be done about it, and the next step of setting it up.

Pure functions over what was read; no window is known here.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.alerts import AlarmKind
from app.core.channel import wants_back
from app.core.drift import is_second_master
from app.core.health import Behind
from app.core.marks import ANOTHER
from app.core.text import N_, NN_, Text
from app.store.calls import Tally
from app.store.health import Asked, ByHand, Links, Pulse
from app.store.shops import STOPPED, Shop
from app.store.vitals import RowVitals

SLOW = timedelta(seconds=60)


_ALARMED = {
    AlarmKind.FAILING: N_("Many calls fail"),
    AlarmKind.SILENT: N_("Silent: nothing has succeeded"),
    AlarmKind.KEYS_END: N_("Wants you to sign in again soon"),
}


class Mark(StrEnum):
    """The shape that stands before a shop's state."""

    LIVE = "live"
    QUIET = "quiet"  # nothing is sent, and that is meant so
    LOOK = "look"  # needs a look


class Need(StrEnum):
    """What a shop needs, most pressing first."""

    SIGN_IN = "sign_in"
    DECIDE = "decide"
    ANSWER = "answer"
    LOOK = "look"
    SET_UP = "set_up"
    NOTHING = "nothing"


NEEDS = tuple(Need)


class Act(StrEnum):
    """The one thing to do in a shop's row."""

    PAUSE = "pause"
    RESUME = "resume"
    GO_LIVE = "go_live"
    SIGN_IN = "sign_in"
    DECIDE = "decide"
    ENTER_SALES = "enter_sales"


class Step(StrEnum):
    """What comes next in setting a shop up."""

    READ = "read"
    MATCH = "match"
    START = "start"
    LIVE = "live"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopFacts:
    """All that was read of one shop.

    `sends_here`: this computer is the one that sends. `being_read`: some of its numbers are to be read again now.
    `replaced`: how many times in a day somebody else replaced a number. `access_due`: look again who may write there.
    """

    shop: Shop
    pulse: Pulse = field(default_factory=Pulse)
    links: Links = field(default_factory=Links)
    asked: Asked = field(default_factory=Asked)
    tally: Tally = field(default_factory=lambda: Tally(writes=0, failed=0))
    hand: ByHand = field(default_factory=ByHand)
    vitals: RowVitals = field(default_factory=RowVitals)
    hand_listed: int = 0
    hand_todos: int = 0
    hand_since: datetime | None = None  # the oldest number to change by hand was asked for then
    sends_here: bool = True
    being_read: bool = False
    replaced: int = 0
    access_due: bool = False

    @property
    def was_read(self) -> bool:
        """Have its listings, its open orders and its changed orders been read once?"""
        shop = self.shop
        return shop.listings_read_at is not None and shop.opened and shop.orders_read_at is not None

    @property
    def answers(self) -> int:
        """How many things wait for the seller's answer."""
        return self.asked.all + self.links.differing + self.links.beyond + (1 if self.shop.held is not None else 0)


@dataclass(frozen=True, slots=True)
class State:
    """A shop's state: a shape and its words."""

    mark: Mark
    words: Text


def state_of(facts: ShopFacts, now: datetime) -> State:
    """The one state that matters most."""
    shop = facts.shop
    if shop.by_hand:
        return _by_hand(facts)
    if shop.trouble == "signed_out":
        return State(Mark.LOOK, N_("Signed out: it gets no updates"))
    if shop.held is not None:
        return State(
            Mark.LOOK,
            NN_("Stopped: {n} number changed from outside", "Stopped: {n} numbers changed from outside", shop.held),
        )
    if facts.links.beyond:
        words = NN_(
            "{n} listing sold more than it showed", "{n} listings sold more than they showed", facts.links.beyond
        )
        return State(Mark.LOOK, words)
    if shop.mode == "paused":
        return State(Mark.QUIET, N_("Paused: nothing is sent"))
    if shop.trouble is not None:
        return State(Mark.LOOK, _trouble(shop))
    if shop.mode == "looking" and shop.another == STOPPED:
        return State(Mark.LOOK, ANOTHER)
    if shop.mode == "looking" and shop.another:
        return _alarmed(facts) or State(Mark.QUIET, N_("Looking only: another computer sends"))
    if shop.mode == "looking":
        return _alarmed(facts) or State(Mark.QUIET, N_("Looking only: nothing is sent"))
    return _live(facts, now)


def _alarmed(facts: ShopFacts) -> State | None:
    alarms = facts.vitals.alarms
    return State(Mark.LOOK, _ALARMED[alarms[0].kind]) if alarms else None


def _live(facts: ShopFacts, now: datetime) -> State:
    pulse = facts.pulse
    if not facts.sends_here:
        return State(Mark.QUIET, N_("Another computer sends: this one only looks"))
    behind = pulse.behind(now)
    if pulse.waiting and behind.unconfirmed > SLOW:
        return State(Mark.LOOK, NN_("Slow, {n} update waiting", "Slow, {n} updates waiting", pulse.waiting))
    if behind.late and pulse.heard_at is not None:
        return State(Mark.LOOK, N_("Its orders were last read {at}", at=pulse.heard_at))
    alarmed = _alarmed(facts)
    if alarmed is not None:
        return alarmed
    if pulse.stuck:
        return State(Mark.LOOK, NN_("{n} update was not taken", "{n} updates were not taken", pulse.stuck))
    if is_second_master(facts.replaced):
        words = NN_("A second master: {n} change in 24 h", "A second master: {n} changes in 24 h", facts.replaced)
        return State(Mark.LOOK, words)
    return State(Mark.LIVE, N_("Live"))


def _by_hand(facts: ShopFacts) -> State:
    if facts.hand_todos:
        waits = NN_("By hand: {n} number to change", "By hand: {n} numbers to change", facts.hand_todos)
        return State(Mark.LOOK, waits)
    if facts.hand.last_at is None:
        return State(Mark.QUIET, N_("By hand, nothing entered yet"))
    return State(Mark.QUIET, N_("By hand, last entered {at}", at=facts.hand.last_at))


def _trouble(shop: Shop) -> Text:
    since = shop.trouble_since
    if shop.trouble == "refused":
        return N_("Refuses what Plimsoll asks since {at}", at=since)
    return N_("Does not answer since {at}", at=since)


def need_of(facts: ShopFacts, now: datetime) -> Need:
    """What the shop needs most."""
    shop = facts.shop
    if shop.trouble == "signed_out":
        return Need.SIGN_IN
    if shop.held is not None or shop.another == STOPPED:
        return Need.DECIDE
    if facts.asked.all or facts.links.differing or facts.links.beyond:
        return Need.ANSWER
    if state_of(facts, now).mark is Mark.LOOK or facts.vitals.alarms:
        return Need.LOOK
    return Need.NOTHING if next_step(facts) is Step.DONE else Need.SET_UP


def back_words(shop: Shop, now: datetime) -> Text | None:
    """When the seller has to sign in again, where that is soon; None where it is not."""
    ends = shop.sign_in_ends
    if ends is None or not wants_back(ends, now):
        return None
    day = ends.astimezone().date()
    if ends <= now:
        return N_("The sign-in to {shop} ended on {day}. Sign in again.", shop=shop.name, day=day)
    return N_("{shop} wants you to sign in again before {day}.", shop=shop.name, day=day)


def act_of(facts: ShopFacts) -> Act:
    """What the button in the shop's row does."""
    shop = facts.shop
    if shop.by_hand:
        return Act.ENTER_SALES
    if shop.trouble == "signed_out":
        return Act.SIGN_IN
    if shop.held is not None or shop.another == STOPPED:
        return Act.DECIDE
    return {"live": Act.PAUSE, "paused": Act.RESUME}.get(shop.mode, Act.GO_LIVE)


def next_step(facts: ShopFacts) -> Step:
    """What comes next in setting the shop up. A shop that was live once is set up."""
    shop, links = facts.shop, facts.links
    if shop.by_hand or shop.mode != "looking":
        return Step.DONE
    if shop.another == STOPPED:
        return Step.LIVE
    if not facts.was_read:
        return Step.READ
    if not links.linked and links.listed > links.ignored:
        return Step.MATCH
    if links.linked and links.unnumbered:
        return Step.START
    return Step.LIVE


def behind_words(facts: ShopFacts, now: datetime) -> tuple[Behind | None, Text]:
    """How far a shop is behind, None where nothing is owed to it, and a line under it."""
    shop, pulse = facts.shop, facts.pulse
    if shop.by_hand and facts.hand_since is not None:
        behind = Behind(unconfirmed=now - facts.hand_since)
        return behind, NN_("{n} to change by hand", "{n} to change by hand", facts.hand_todos)
    if shop.by_hand:
        return None, N_("Entered by hand")
    if shop.mode != "live" or not facts.sends_here:
        return None, N_("Nothing is sent")
    behind = pulse.behind(now)
    if not pulse.waiting:
        return behind, N_("Orders last read") if behind.by_orders else N_("Nothing is waiting")
    return behind, NN_("{n} update is waiting", "{n} updates are waiting", pulse.waiting)
