"""The mark that says which Plimsoll sends, at a simulated shop that answers by Shopify's own schema."""

from dataclasses import replace

import pytest

from app.core.marks import Mark
from app.errors import ChannelRefused, ChannelSignedOut
from tests.channels.shopify_world import World


@pytest.fixture
def world():
    return World()


def mark(world, who):
    return Mark(who=who, at=world.now)


@pytest.mark.parametrize("way", ["app", "token"])
def test_a_mark_is_kept_and_read_by_whoever_uses_the_app(way):
    world = World(way=way)
    assert world.channel.mark() is None
    assert world.channel.put_mark(mark(world, "here"), over=None)
    found = world.open(world.shop.access()).mark()
    assert found is not None
    assert (found.who, found.at) == ("here", world.now)
    assert world.channel.put_mark(mark(world, "there"), over=found)
    assert world.channel.mark().who == "there"
    assert {call.outcome for call in world.calls} == {"ok"}


def test_of_two_that_write_at_once_one_is_told(world):
    other = world.open(world.shop.access())
    assert (world.channel.mark(), other.mark()) == (None, None)
    assert other.put_mark(mark(world, "there"), over=None)
    assert not world.channel.put_mark(mark(world, "here"), over=None), "there is one by now"
    stale = replace(other.mark(), version="long ago")
    assert not world.channel.put_mark(mark(world, "here"), over=stale)
    assert world.channel.mark().who == "there"


def test_it_can_be_put_before_it_was_read(world):
    assert world.channel.put_mark(mark(world, "here"), over=None)
    assert world.channel.mark().who == "here"


@pytest.mark.parametrize(
    "value", ["", "[]", "{}", '{"by": 1, "at": "2026-11-28T10:00:00+00:00"}', '{"by": "x", "at": "y"}']
)
def test_what_cannot_be_read_is_nobodys_and_can_be_replaced(world, value):
    world.shop.metafields.all["$app", "sender"] = value
    found = world.channel.mark()
    assert found.who == ""
    assert world.channel.put_mark(mark(world, "here"), over=found)
    assert world.channel.mark().who == "here"


def test_a_shop_that_keeps_none_says_so_in_the_call_log(world):
    world.shop.metafields.refused = True
    assert world.channel.mark() is None
    with pytest.raises(ChannelRefused, match="did not keep which computer sends"):
        world.channel.put_mark(mark(world, "here"), over=None)
    world.shop.metafields.denied = True
    with pytest.raises(ChannelSignedOut):
        world.channel.mark()
    assert world.calls[-1].verb == "read who sends"
    assert world.calls[-1].outcome != "ok"
