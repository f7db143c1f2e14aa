"""What is said of a shop: a table of situations."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from app.store.calls import Tally
from app.store.health import Asked, ByHand, Links, Pulse
from app.store.shops import Shop
from app.ui.channels.states import (
    Act,
    Mark,
    Need,
    ShopFacts,
    Step,
    act_of,
    behind_words,
    need_of,
    next_step,
    state_of,
)
from tests.life import NOW

SHOP = Shop(
    id=1,
    channel="woocommerce",
    name="Woo",
    letter="W",
    address="",
    way="",
    settings={},
    mode="live",
    held=None,
    connected_at=NOW,
    orders_cursor="",
    orders_read_at=NOW,
    opened=True,
    listings_read_at=NOW,
    success_at=NOW,
    trouble=None,
    trouble_words="",
    trouble_since=None,
)
TWO_SEND = {"mode": "looking", "settings": {"another": "stopped"}}
LINKED = Links(listed=3, linked=3)


def ago(seconds: float) -> Any:
    return NOW - timedelta(seconds=seconds)


def facts(pulse: Pulse | None = None, links: Links = LINKED, asked: Asked | None = None, **shop: Any) -> ShopFacts:
    return ShopFacts(shop=replace(SHOP, **shop), pulse=pulse or Pulse(), links=links, asked=asked or Asked())


def stall(hand: ByHand | None = None) -> ShopFacts:
    return ShopFacts(shop=replace(SHOP, channel="stall"), hand=hand or ByHand(), tally=Tally(writes=0, failed=0))


@pytest.mark.parametrize(
    ("found", "mark", "words"),
    [
        (facts(), Mark.LIVE, "Live"),
        (facts(Pulse(behind_since=ago(60), waiting=1)), Mark.LIVE, "Live"),
        (facts(Pulse(behind_since=ago(61), waiting=1)), Mark.LOOK, "Slow, 1 update waiting"),
        (facts(Pulse(behind_since=ago(600), waiting=4)), Mark.LOOK, "Slow, 4 updates waiting"),
        (facts(Pulse(stuck=1)), Mark.LOOK, "1 update was not taken"),
        (facts(mode="paused"), Mark.QUIET, "Paused: nothing is sent"),
        (facts(links=Links(beyond=1)), Mark.LOOK, "1 listing sold more than it showed"),
        (facts(links=Links(beyond=2), mode="paused"), Mark.LOOK, "2 listings sold more than they showed"),
        (facts(mode="looking"), Mark.QUIET, "Looking only: nothing is sent"),
        (facts(**TWO_SEND), Mark.LOOK, "Another computer is also Plimsoll for this shop"),
        (
            facts(mode="looking", settings={"another": "seen"}),
            Mark.QUIET,
            "Looking only: another computer sends",
        ),
        (facts(held=23), Mark.LOOK, "Stopped: 23 numbers changed from outside"),
        (facts(trouble="signed_out", held=23), Mark.LOOK, "Signed out: it gets no updates"),
        (facts(trouble="unavailable", trouble_since=NOW), Mark.LOOK, "Does not answer since 2026-05-14 14:32"),
        (facts(trouble="refused", trouble_since=NOW), Mark.LOOK, "Refuses what Plimsoll asks since 2026-05-14 14:32"),
        (facts(trouble="unavailable", mode="paused"), Mark.QUIET, "Paused: nothing is sent"),
        (
            facts(trouble="unavailable", trouble_since=NOW, mode="looking"),
            Mark.LOOK,
            "Does not answer since 2026-05-14 14:32",
        ),
        (replace(facts(), sends_here=False), Mark.QUIET, "Another computer sends: this one only looks"),
        (stall(), Mark.QUIET, "By hand, nothing entered yet"),
        (stall(ByHand(last_at=NOW, sales=3)), Mark.QUIET, "By hand, last entered 2026-05-14 14:32"),
    ],
)
def test_state(found: ShopFacts, mark: Mark, words: str) -> None:
    state = state_of(found, NOW)
    assert (state.mark, str(state.words)) == (mark, words)


@pytest.mark.parametrize(
    ("found", "act"),
    [
        (facts(), Act.PAUSE),
        (facts(mode="paused"), Act.RESUME),
        (facts(mode="looking"), Act.GO_LIVE),
        (facts(trouble="signed_out", mode="looking"), Act.SIGN_IN),
        (facts(trouble="unavailable"), Act.PAUSE),
        (facts(held=3), Act.DECIDE),
        (facts(**TWO_SEND), Act.DECIDE),
        (facts(mode="looking", settings={"another": "seen"}), Act.GO_LIVE),
        (stall(), Act.ENTER_SALES),
    ],
)
def test_act(found: ShopFacts, act: Act) -> None:
    assert act_of(found) is act


@pytest.mark.parametrize(
    ("found", "step"),
    [
        (facts(mode="looking", listings_read_at=None), Step.READ),
        (facts(mode="looking", opened=False), Step.READ),
        (facts(mode="looking", orders_read_at=None), Step.READ),
        (facts(mode="looking", links=Links(listed=3)), Step.MATCH),
        (facts(mode="looking", links=Links(listed=3, ignored=3)), Step.LIVE),
        (facts(mode="looking", links=Links(listed=3, linked=2, unnumbered=1)), Step.START),
        (facts(mode="looking", links=Links(listed=3, linked=2, unlinked=1)), Step.LIVE),
        (facts(mode="looking", links=Links()), Step.LIVE),
        (facts(listings_read_at=None), Step.DONE),
        (facts(mode="paused", links=Links(listed=3)), Step.DONE),
        (stall(), Step.DONE),
    ],
)
def test_next_step(found: ShopFacts, step: Step) -> None:
    assert next_step(found) is step


@pytest.mark.parametrize(
    ("found", "need"),
    [
        (facts(trouble="signed_out", held=3), Need.SIGN_IN),
        (facts(held=3, asked=Asked(questions=1)), Need.DECIDE),
        (facts(asked=Asked(lines=1)), Need.ANSWER),
        (facts(links=replace(LINKED, differing=1)), Need.ANSWER),
        (facts(Pulse(stuck=1)), Need.LOOK),
        (facts(mode="looking"), Need.SET_UP),
        (facts(), Need.NOTHING),
        (stall(), Need.NOTHING),
    ],
)
def test_need(found: ShopFacts, need: Need) -> None:
    assert need_of(found, NOW) is need


@pytest.mark.parametrize(
    ("found", "age", "words"),
    [
        (facts(), 0, "Nothing is waiting"),
        (facts(Pulse(behind_since=ago(8), waiting=2)), 8, "2 updates are waiting"),
        (facts(mode="paused"), None, "Nothing is sent"),
        (facts(mode="looking"), None, "Nothing is sent"),
        (replace(facts(), sends_here=False), None, "Nothing is sent"),
        (stall(), None, "Entered by hand"),
    ],
)
def test_behind_by(found: ShopFacts, age: float | None, words: str) -> None:
    length, said = behind_words(found, NOW)
    assert (None if length is None else length.age.total_seconds(), str(said)) == (age, words)


def test_everything_that_waits_for_an_answer_is_counted() -> None:
    found = facts(links=replace(LINKED, differing=2), asked=Asked(questions=1, lines=3), held=5)
    assert found.answers == 7
