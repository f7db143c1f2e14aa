"""Two inventories that send to one simulated Shopify shop: which one goes on, and that neither is silent about it."""

import random
import shutil
from datetime import timedelta
from types import SimpleNamespace

import httpx
import pytest

from app.channels.shopify.channel import Shopify
from app.core.marks import FRESH, LOOK_EVERY, RENEW_EVERY
from app.core.text import N_
from app.credentials import Kept, Vault
from app.errors import ChannelUnavailable
from app.session import Session, Where
from app.simulator.shopify import SimulatedShopify
from app.store import another, calls, settings, shops
from app.store.database import connection
from app.sync.desk import Desk, Heard
from app.sync.lane import ShopLane
from tests.life import NOW as START
from tests.life import add_listing, add_product, add_shop, fresh


class Town:
    """The shop, and the time."""

    def __init__(self):
        self.now = START
        self.shop = SimulatedShopify(lambda: self.now, 1)
        self.mug = self.shop.add_product("MUG", 5)

    def tick(self, **time):
        self.now += timedelta(**time)


class Computer:
    """A session whose lane is stepped by hand."""

    def __init__(self, world, folder, name):
        self.world, self.name, self.online = world, name, True
        folder.mkdir(exist_ok=True)
        self.path = folder / "inventory.db"
        new = not self.path.exists()
        fresh(folder).close()
        where = Where(path=self.path, backups=folder / "backups", installation=name, log_file=folder / "plimsoll.log")
        self.session = Session(
            where,
            vault=lambda: Vault(b"k" * 32, Kept.SESSION),
            clock=lambda: world.now,
            channels=SimpleNamespace(open_channel=lambda _shop, log: self._channel(log)),
        )
        self.db = self.session.db
        if new:
            self._connect()
        self.lane = self._lane()

    def _connect(self):
        shop = add_shop(self.db, "shopify", "Kiln", "S", live=False)
        add_product(self.db, "MUG", 9)
        self.ref = add_listing(self.db, shop, "MUG", shows=5, ref=self.world.mug)

    def _channel(self, log):
        return Shopify(
            self.world.shop.access(), clock=self.session.clock, log=log, transport=httpx.MockTransport(self._answer)
        )

    def _answer(self, request):
        if not self.online:
            raise httpx.ConnectError("no way there", request=request)
        return self.world.shop.handle(request)

    def _lane(self):
        self.calls = []
        channel = self._channel(self.calls.append)
        self.heard = Heard()
        return ShopLane(
            Desk(
                db=connection(self.path, synchronous="off"),
                channel=channel,
                shop_id=1,
                clock=lambda: self.world.now,
                tell=lambda _changes: None,
                heard=self.heard,
                installation=self.name,
                new_key=lambda: f"{self.name}-{self.world.now.timestamp()}-{random.random()}",
                rng=random.Random(1),
                calls=self.calls,
            )
        )

    def run(self):
        """Until there is nothing to do."""
        for _ in range(60):
            if self.lane.step() > 0:
                return
            self.world.tick(seconds=0.5)
        raise AssertionError("it never rests")

    def restart(self):
        self.lane.close()
        self.lane = self._lane()

    @property
    def shop(self):
        return shops.shop(self.db, 1)

    @property
    def said(self):
        return self.shop.mode, self.shop.another

    def close(self):
        self.lane.close()
        self.session.db.close()


@pytest.fixture
def world():
    return Town()


@pytest.fixture
def open_here(world, tmp_path):
    made = []

    def make(name):
        made.append(Computer(world, tmp_path / name, name))
        return made[-1]

    yield make
    for one in made:
        one.close()


@pytest.fixture
def here(open_here):
    here = open_here("here")
    here.session.set_mode(1, "live")
    here.run()
    assert here.said == ("live", "")
    return here


def wait(world, by):
    world.tick(seconds=by.total_seconds() + 1)


def test_who_looks_only_is_told_before_going_live(here, open_here):
    there = open_here("there")
    there.run()
    assert there.said == ("looking", shops.SEEN), "it is known before the seller presses anything"
    here.run()
    assert here.said == ("live", "")


def test_the_second_that_goes_live_stops_and_nothing_is_sent(here, open_here, world):
    there = open_here("there")
    number = world.shop.quantity(world.mug)
    there.session.set_mode(1, "live")
    there.run()
    assert there.said == ("looking", shops.STOPPED)
    assert settings.get(there.db, settings.ANOTHER, shop=1) == 1
    assert settings.get(there.db, settings.MODE, shop=1) == "looking"
    assert not [call for call in calls.newest(there.db, 1) if call.verb == "set stock"]
    assert world.shop.quantity(world.mug) == number


def test_this_computer_sends_and_the_first_stops_with_a_reason(here, open_here, world):
    there = open_here("there")
    there.run()
    there.session.take_over(1)
    assert there.shop.takes_over
    there.run()
    assert (*there.said, there.shop.takes_over) == ("live", "", False)
    wait(world, LOOK_EVERY)
    here.run()
    assert here.said == ("looking", shops.STOPPED)
    wait(world, LOOK_EVERY)
    here.run()
    there.run()
    assert here.said == ("looking", shops.STOPPED), "said until it is decided"
    assert there.said == ("live", "")
    here.restart()
    here.run()
    assert here.said == ("looking", shops.STOPPED)
    here.session.take_over(1)
    here.run()
    assert here.said == ("live", "")
    wait(world, LOOK_EVERY)
    there.run()
    assert there.said == ("looking", shops.STOPPED)


def test_a_restart_looks_before_it_sends(here, open_here, world):
    there = open_here("there")
    there.run()
    there.session.take_over(1)
    there.run()
    here.session.set_mode(1, "live")  # as a seller who knows of nothing
    here.restart()
    here.lane.step()
    assert here.said == ("looking", shops.STOPPED), "the first call of a live shop reads who sends"


def test_a_copy_that_is_said_to_send_takes_over_from_the_first(here, open_here, world, tmp_path):
    """The same file on another computer: all its shops are live, and its own sender is the first computer."""
    here.db.execute("pragma wal_checkpoint(truncate)")
    shutil.copytree(tmp_path / "here", tmp_path / "copy")
    copy = open_here("copy")
    copy.run()
    assert copy.said == ("live", ""), "it only looks, and says so by the file's own word"
    copy.session.send_from_here()
    copy.run()
    assert copy.said == ("live", "")
    wait(world, LOOK_EVERY)
    here.run()
    assert here.said == ("looking", shops.STOPPED)


def test_the_mark_goes_with_who_stops_and_grows_old_with_who_is_gone(here, open_here, world):
    there = open_here("there")
    there.run()
    here.session.set_mode(1, "looking")
    here.run()
    wait(world, LOOK_EVERY)
    there.run()
    assert there.said == ("looking", ""), "nobody sends any more"
    there.session.set_mode(1, "live")
    there.run()
    assert there.said == ("live", "")
    wait(world, FRESH)
    here.session.set_mode(1, "live")
    here.run()
    assert here.said == ("live", ""), "the other computer was not seen for a week"
    there.run()
    assert there.said == ("looking", shops.STOPPED), "and it is told when it comes back"


@pytest.mark.parametrize("online", [True, False])
def test_who_removes_a_shop_leaves_no_mark(here, open_here, online):
    there = open_here("there")
    here.online = online
    here.session.disconnect(1)
    assert here.shop is None
    there.session.set_mode(1, "live")
    there.run()
    assert there.said == (("live", "") if online else ("looking", shops.STOPPED)), "else it grows old there"


def test_a_pause_keeps_the_mark_and_it_is_renewed(here, open_here, world):
    before = dict(world.shop.metafields.all)
    here.session.set_mode(1, "paused")
    wait(world, LOOK_EVERY)
    here.run()
    assert world.shop.metafields.all == before
    here.session.set_mode(1, "live")
    here.run()
    assert world.shop.metafields.all == before, "it is not old yet"
    wait(world, RENEW_EVERY)
    here.run()
    assert world.shop.metafields.all != before


def test_what_was_stopped_can_be_left_to_the_other(here, open_here, world):
    there = open_here("there")
    there.session.set_mode(1, "live")
    there.run()
    another.only_look(there.db, 1)
    assert there.said == ("looking", shops.SEEN)
    there.session.set_mode(1, "live")
    assert there.said == ("live", "")
    there.run()
    assert there.said == ("looking", shops.STOPPED)


@pytest.mark.parametrize("how", ["refused", "denied"])
def test_a_shop_that_keeps_no_mark_is_sent_to_all_the_same(open_here, world, how):
    setattr(world.shop.metafields, how, True)
    here = open_here("here")
    here.session.set_mode(1, "live")
    here.run()
    assert here.said == ("live", "")
    assert here.shop.trouble is None
    assert world.shop.quantity(world.mug) == 9, "the number was sent"
    asked = asked_who(here)
    assert asked[0].outcome != "ok", "the call log says it"
    wait(world, timedelta(hours=2))
    here.run()
    assert asked_who(here) == asked, "it is not asked again today"


def asked_who(computer):
    """Calls about the mark, newest first."""
    return [call for call in calls.newest(computer.db, 1, limit=1000) if call.verb.endswith("who sends")]


def test_a_shop_that_does_not_answer_this_one_question_is_not_given_up(open_here, world):
    here = open_here("here")
    here.session.set_mode(1, "live")
    channel = here.lane._desk.channel
    failed = []

    def fail():
        failed.append(1)
        raise ChannelUnavailable(N_("No."))

    channel.mark = fail
    for _ in range(60):
        if here.lane.step() > 0:
            world.tick(seconds=30)
    assert world.shop.quantity(world.mug) == 9
    assert len(failed) >= 3
