"""Every sending state, by the facts it comes from."""

from dataclasses import replace

import pytest

from app.store.health import Pulse
from app.store.shops import Shop
from app.ui.shell.facts import Facts, Standing
from app.ui.shell.sending import State, sending
from tests.life import NOW

SHOP = Shop(
    id=1, channel="woocommerce", name="Woo", letter="W", address="", way="", settings={}, mode="live", held=None,
    connected_at=NOW, orders_cursor=None, orders_read_at=None, opened=True, listings_read_at=None, success_at=None,
    trouble=None, trouble_words="", trouble_since=None,
)  # fmt: skip


def shop(number=1, /, *, waiting=0, **changes):
    return Standing(shop=replace(SHOP, id=number, **changes), pulse=Pulse(waiting=waiting))


LIVE = shop()
STALL = shop(9, channel="stall", mode="looking")
TWO_SEND = shop(3, mode="looking", settings={"another": "stopped"})
DOWN = {"trouble": "unavailable"}


@pytest.mark.parametrize(
    ("facts", "state", "words"),
    [
        (Facts(), State.NONE, "No channel connected"),
        (Facts(standings=(STALL,)), State.NONE, "No channel connected"),
        (Facts(standings=(LIVE,)), State.LIVE, "Live: stock is sent to 1 channel"),
        (Facts(standings=(LIVE, shop(2), STALL)), State.LIVE, "Live: stock is sent to 2 channels"),
        (Facts(standings=(shop(1, mode="looking"),)), State.LOOKING, "Looking only: nothing is sent"),
        (Facts(standings=(LIVE, shop(2, mode="looking"))), State.LIVE, "Live: stock is sent to 1 channel"),
        (Facts(standings=(shop(1, mode="paused"),)), State.PAUSED, "Paused: nothing is sent"),
        (Facts(standings=(shop(1, mode="paused"), shop(2, mode="looking"))), State.PAUSED, "Paused: nothing is sent"),
        (Facts(standings=(LIVE, shop(2, mode="paused"))), State.LIVE, "Live: stock is sent to 1 channel"),
        (Facts(standings=(shop(1, held=21),)), State.HELD, "Waiting for your decision: nothing is sent"),
        (Facts(standings=(TWO_SEND,)), State.HELD, "Another computer is also Plimsoll: nothing is sent from here"),
        (Facts(standings=(LIVE, TWO_SEND)), State.LIVE, "Live: stock is sent to 1 channel"),
        (Facts(standings=(LIVE, shop(2, held=0))), State.LIVE, "Live: stock is sent to 1 channel"),
        (Facts(standings=(shop(1, trouble="signed_out"),)), State.SIGNED_OUT, "Signed out: nothing is sent"),
        (Facts(standings=(LIVE, shop(2, trouble="signed_out"))), State.LIVE, "Live: stock is sent to 1 channel"),
        (Facts(standings=(LIVE, shop(2, trouble="refused"))), State.LIVE, "Live: stock is sent to 2 channels"),
        (Facts(standings=(LIVE, shop(2, **DOWN))), State.LIVE, "Live: stock is sent to 2 channels"),
        (
            Facts(standings=(shop(1, waiting=2, **DOWN), shop(2, waiting=1, **DOWN))),
            State.OFFLINE,
            "Offline: 3 updates wait",
        ),
        (Facts(standings=(shop(1, waiting=1, **DOWN), shop(2, **DOWN))), State.OFFLINE, "Offline: 1 update waits"),
        (Facts(standings=(shop(1, **DOWN), shop(2, **DOWN))), State.OFFLINE, "Offline: no update waits"),
        (Facts(standings=(shop(1, waiting=1, **DOWN),)), State.SILENT, "No channel answers: 1 update waits"),
        (Facts(standings=(shop(1, waiting=4, **DOWN),)), State.SILENT, "No channel answers: 4 updates wait"),
        (Facts(standings=(shop(1, **DOWN),)), State.SILENT, "No channel answers: no update waits"),
        (
            Facts(standings=(shop(1, waiting=1, **DOWN), shop(2, mode="paused"))),
            State.SILENT,
            "No channel answers: 1 update waits",
        ),
        (
            Facts(standings=(shop(1, mode="looking", **DOWN), shop(2, mode="looking", **DOWN))),
            State.LOOKING,
            "Looking only: nothing is sent",
        ),
        (
            Facts(standings=(LIVE,), sends_here=False),
            State.ELSEWHERE,
            "Another computer sends for this inventory: nothing is sent from here",
        ),
        (Facts(sends_here=False), State.NONE, "No channel connected"),
        (Facts(standings=(LIVE,), sample=True), State.SAMPLE, "Sample shop: nothing is sent"),
        (Facts(standings=(LIVE,), sample=True, sends_here=False), State.SAMPLE, "Sample shop: nothing is sent"),
        (
            Facts(standings=(LIVE,), sample=True, stopped=True),
            State.STOPPED,
            "Stopped: nothing is sent until you restart sending",
        ),
    ],
)
def test_every_state(facts, state, words):
    found = sending(facts)
    assert (found.state, str(found.words)) == (state, words)


def test_the_table_covers_every_state():
    mark = test_every_state.pytestmark[0]
    assert {state for _, state, _ in mark.args[1]} == set(State)


def test_updates_of_a_paused_shop_are_not_said_to_wait():
    facts = Facts(standings=(shop(1, waiting=1, **DOWN), shop(2, waiting=5, mode="paused", **DOWN)))
    assert str(sending(facts).words) == "No channel answers: 1 update waits"
