"""A whole life of a split product: policy and ledger of promises against three shops, in every order of events."""

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core import exposure as ledger
from app.core.channel import Guard
from app.core.exposure import Exposure, Write
from app.core.policy import Choice, Supply, plan
from tests.core.places import HOUR, place


class Life:
    """Three places with each way of writing, a master that asks the policy, and the truth beside it."""

    GUARDS = (Guard.COMPARE_AND_SET, Guard.DELTA, Guard.ABSOLUTE)

    def __init__(self, stock):
        self.stock, self.committed, self.sold = stock, 0, 0
        self.q, self.shows = [0, 0, 0], [0, 0, 0]
        self.at = [Exposure(), Exposure(), Exposure()]
        self.unknown = [[], [], []]  # of each sale not yet known: is it already in the number we believe?
        self.flying = [None, None, None]
        self.keys = map(str, count())

    def check(self):
        assert self.sold <= self.stock
        assert sum(exposure.bound for exposure in self.at) <= self.stock - self.committed
        for exposure, q, unknown in zip(self.at, self.q, self.unknown, strict=True):
            assert exposure.bound >= len(unknown) + max(0, q)

    def buy(self, at):
        if self.q[at] > 0:
            self.q[at] -= 1
            self.sold += 1
            self.unknown[at].append(False)

    def learn(self, at):
        for counted in self.unknown[at]:
            self.committed += 1
            self.shows[at] -= not counted
            self.at[at], _ = ledger.sold(self.at[at], 1)
            assert not self.at[at].broken
        self.unknown[at] = []

    def write(self, at):
        """Ask the policy, and send what it says for one place."""
        if self.flying[at] or self.at[at].sent:
            return
        now = Supply(on_hand=self.stock, committed=self.committed, choice=Choice.NEVER, rate_per_s=1 / HOUR)
        places = [
            place(i, self.shows[i], bound=self.at[i].bound, overwrites=self.GUARDS[i] is Guard.ABSOLUTE)
            for i in range(3)
        ]
        quantity = plan(now, places)[1][at].quantity
        if quantity != self.shows[at]:
            one = Write(key=next(self.keys), old=self.shows[at], new=quantity, guard=self.GUARDS[at])
            total = sum(exposure.bound for exposure in self.at)
            assert ledger.permitted(self.at[at], one, total=total, available=self.stock - self.committed)
            self.at[at], _ = ledger.send(self.at[at], one)
            self.flying[at] = one

    def land(self, at, lost):
        """The write takes effect (or, compared, does not), and its answer comes or is lost."""
        one, self.flying[at] = self.flying[at], None
        if one is None:
            return
        stale = one.guard is Guard.COMPARE_AND_SET and self.q[at] != one.old
        if not stale:
            self.q[at] = self.q[at] + one.new - one.old if one.guard is Guard.DELTA else one.new
        if lost:
            self.at[at], _ = ledger.unsure(self.at[at], one.key)
            return
        self.seen(at)
        if stale:
            self.at[at], _ = ledger.refuse(self.at[at], one.key)
        elif one.guard is Guard.DELTA:
            freed = ledger.effective_withdrawal(max(0, one.old - one.new), after=self.q[at])
            self.at[at] = ledger.confirm(self.at[at], one.key, effective=freed)
        else:
            self.at[at] = ledger.confirm(self.at[at], one.key)

    def settle(self, at):
        """Lag over and orders read: confirmed writes settle, and what is unknown is read."""
        for sent in self.at[at].sent:
            if self.flying[at]:
                return
            if sent.freed is not None:
                after = sum(not counted for counted in self.unknown[at])  # those since it landed
                blind = sent.write.guard is Guard.ABSOLUTE
                if blind:
                    self.learn(at)
                self.at[at], _ = ledger.settle(self.at[at], sent.write.key, sold=after if blind else 0)
            else:
                self.learn(at)
                self.at[at], _ = ledger.adopt(self.at[at], self.q[at])
                self.seen(at)

    def seen(self, at):
        self.shows[at] = self.q[at]
        self.unknown[at] = [True for _ in self.unknown[at]]


steps = st.tuples(
    st.sampled_from(("buy", "buy", "learn", "write", "write", "land", "land", "lose", "settle")), st.integers(0, 2)
)


@settings(max_examples=150)
@given(st.integers(1, 12), st.lists(steps, max_size=120))
def test_a_split_product_is_never_oversold_whatever_happens(stock, story):
    life = Life(stock)
    for step, at in story:
        match step:
            case "land" | "lose":
                life.land(at, step == "lose")
            case _:
                getattr(life, step)(at)
        life.check()


def test_a_split_product_can_be_sold_out():
    """The guarantee is not kept by showing nothing: with buyers at one place only, nearly all of it goes there."""
    life = Life(12)
    for _ in range(200):
        for at in range(3):
            life.write(at)
            life.land(at, lost=False)
            life.settle(at)
            life.learn(at)
        life.buy(2)
        life.check()
    assert life.sold == 10, "the last two are with the better claims"
