"""Webhooks kept in order: at every start and once a day, one call a step, only where the seller agreed."""

from app.core.channel import ChannelInfo, Guard, Webhook
from app.core.hooks import Doorway, Hooks, SecretFrom
from app.core.mending import mending
from app.core.text import N_
from app.errors import ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.sync.desk import Heard
from tests.life import fresh
from tests.sync.fake import Bench, FakeChannel, read_shop

HERE, ELSEWHERE = "https://relay.example/in/abc", "https://other.example/"
DOOR = Doorway(address=HERE, secret="s3cret")
HOOKS = Hooks(
    steps=(), topics=("orders", "stock"), secret_from=SecretFrom.PLIMSOLL, secret_label=N_("Secret"), by_api=True
)
INFO = ChannelInfo(
    key="fake", title="Fake", letter="F", ways=(), guard=Guard.DELTA, repeatable=False, write_batch=2, read_batch=2,
    hooks=HOOKS,
)  # fmt: skip
SAD = N_("It does not work.")


class Hooked(FakeChannel):
    """Keeps webhooks in a dictionary."""

    def __init__(self) -> None:
        super().__init__(info=INFO)
        self.there: dict[str, Webhook] = {}

    def webhooks(self):
        self._call("list webhooks")
        return list(self.there.values())

    def add_webhook(self, topic, url, secret):
        self._call(f"add {topic}")
        assert secret == DOOR.secret
        made = Webhook(ref=f"{topic}-{len(self.said)}", topic=topic, url=url)
        self.there[made.ref] = made
        return made

    def remove_webhook(self, ref):
        self._call("remove webhook")
        del self.there[ref]


def made(tmp_path, *, door: Doorway | None = DOOR) -> Bench:
    db = fresh(tmp_path)
    shop = read_shop(db)
    bench = Bench(tmp_path, shop.id, Hooked(), Heard())
    bench.desk.doorway = lambda _shop: door
    db.close()
    return bench


def asked(bench: Bench) -> list[str]:
    return [said for said in bench.channel.said if "webhook" in said or said.startswith("add ")]


def calling(bench: Bench) -> list[tuple[str, str]]:
    return sorted((hook.topic, hook.url) for hook in bench.channel.there.values())


def test_what_is_missing_is_made_at_the_start_and_again_a_day_later(tmp_path):
    bench = made(tmp_path)
    bench.rest()
    assert calling(bench) == [("orders", HERE), ("stock", HERE)]
    bench.channel.said.clear()
    bench.later(3600)
    bench.rest()
    assert asked(bench) == [], "not at every poll"
    bench.channel.there.popitem()
    bench.later(24 * 3600)
    bench.rest()
    assert asked(bench) == ["list webhooks", "add stock"]
    assert calling(bench) == [("orders", HERE), ("stock", HERE)]


def test_nothing_is_touched_where_the_seller_did_not_agree(tmp_path):
    bench = made(tmp_path, door=None)
    bench.rest()
    assert asked(bench) == []


def test_orders_are_read_before_webhooks_are_looked_at(tmp_path):
    bench = made(tmp_path)
    bench.rest()
    assert bench.channel.said.index("orders_changed") < bench.channel.said.index("list webhooks")


def test_what_the_shop_refuses_is_left_until_tomorrow_and_stops_nothing(tmp_path):
    for error in (ChannelRefused(SAD, SAD), ChannelSignedOut(SAD, SAD)):
        folder = tmp_path / type(error).__name__
        folder.mkdir()
        bench = made(folder)
        bench.channel.failing("add orders", error)
        bench.rest()
        assert calling(bench) == []
        assert bench.desk.shop().trouble is None
        bench.later(24 * 3600 + 1)
        bench.rest()
        assert calling(bench) == [("orders", HERE), ("stock", HERE)]


def test_after_a_lost_answer_they_are_listed_again_so_that_none_is_made_twice(tmp_path):
    bench = made(tmp_path)

    def did_it_and_said_nothing(method: str) -> None:
        if method == "add orders":
            bench.channel.there["lost"] = Webhook(ref="lost", topic="orders", url=HERE)

    bench.channel.during = did_it_and_said_nothing
    bench.channel.failing("add orders", ChannelUnavailable(SAD))
    bench.rest()
    bench.later(60)
    bench.rest()
    assert calling(bench) == [("orders", HERE), ("stock", HERE)]


def test_what_is_wrong_with_webhooks():
    def hook(ref, topic, url=HERE, *, active=True):
        return Webhook(ref=ref, topic=topic, url=url, active=active)

    there = [
        hook("1", "orders", active=False),  # disabled: made anew
        hook("2", "stock"),
        hook("3", "stock"),  # twice
        hook("4", "prices"),  # of no use
        hook("5", "orders", ELSEWHERE),  # not ours to judge
    ]
    wrong = mending(HOOKS, there, HERE)
    assert (wrong.remove, wrong.add) == (("1", "3", "4"), ("orders",))
    assert mending(HOOKS, [hook("1", "orders"), hook("2", "stock")], HERE).add == ()
