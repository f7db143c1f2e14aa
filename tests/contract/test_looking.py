"""What every channel tells of itself, of its listings and of their stock, and from when on it tells of orders."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.channels import CHANNELS
from app.core.channel import ListingFacts
from app.errors import ChannelError, ChannelRefused
from tests.contract.bench import Bench
from tests.contract.stages import STAGES, Stage


def test_every_registered_channel_has_its_simulated_shop() -> None:
    assert set(STAGES) == set(CHANNELS)
    assert all(key == registered.info.key for key, registered in CHANNELS.items())


def test_what_a_channel_says_of_itself(stage: Stage) -> None:
    info = stage.channel.info
    assert info is CHANNELS[stage.key].info
    assert info.title
    assert len(info.letter) == 1
    assert min(info.write_batch, info.read_batch, info.poll_s) >= 1
    for way in info.ways:
        assert str(way.title)
        assert way.steps
        assert way.browser or any(field.name == "address" for field in way.fields)
        assert any(field.secret for field in way.fields)
    for status, state in stage.channel.states.items():
        assert not (state.ended and state.commits), status


def test_a_shop_introduces_itself_and_nothing_changes_there(stage: Stage) -> None:
    mug = stage.shop.add_product("MUG", 10)
    told = stage.channel.introduce()
    assert told.ok
    assert told.name == "Kiln & Co"
    assert len(told.checks) >= 3
    assert all(str(check.name) for check in told.checks)
    assert stage.shop.quantity(mug) == 10
    assert not any(stage.writes(request) for request in stage.wire.requests)


def test_no_secret_is_told_or_logged(stage: Stage) -> None:
    stage.channel.introduce()
    stage.shop.faults.signed_out = True
    with pytest.raises(ChannelError) as caught:
        stage.channel.stock(["1"])
    told = f"{stage.calls!r} {caught.value!r} {caught.value.words} {stage.access()!r}"
    assert all(call.verb and call.target and call.outcome for call in stage.calls)
    for secret in stage.access().secrets.values():
        assert secret not in told


# --- listings ----------------------------------------------------------------------------------------------------


def test_every_kind_of_listing(stage: Stage) -> None:
    """Counted or not, with a SKU of its own, of another one, or none: told as it is, and once."""
    shop = stage.shop
    mug, twin = shop.add_product("MUG", 10), shop.add_product("MUG", 3)
    nameless, uncounted = shop.add_product("", 4), shop.add_product("GIFT", None)
    hidden = shop.add_product("OLD", 5)
    stage.hide(hidden)
    told = {listing.ref: listing for listing in stage.listings()}
    assert len(told) == 5
    assert [(told[ref].sku, told[ref].quantity) for ref in (mug, twin)] == [("MUG", 10), ("MUG", 3)]
    assert (told[nameless].sku, told[nameless].quantity) == ("", 4)
    assert (told[uncounted].counted, told[uncounted].quantity) == (False, None), "not counted is never a zero"
    assert [told[ref].active for ref in (mug, hidden)] == [True, False]
    _check_readings(stage, told)


def _check_readings(stage: Stage, told: dict[str, ListingFacts]) -> None:
    """A reading of the stock says the same as the listing did."""
    for reading in stage.channel.stock(list(told)):
        listing = told[reading.ref]
        assert (reading.quantity, reading.active, reading.gone) == (listing.quantity, listing.active, False)


def test_more_listings_than_a_page(stage: Stage) -> None:
    stage.be_generous()
    refs = [stage.shop.add_product(f"P{number}", number) for number in range(230)]
    told = stage.listings()
    assert {listing.ref: listing.quantity for listing in told} == {ref: number for number, ref in enumerate(refs)}
    assert len(told) == 230


def test_a_shop_with_nothing_in_it(stage: Stage) -> None:
    assert stage.listings() == []


# --- stock -------------------------------------------------------------------------------------------------------


def test_a_reading_for_each_and_in_order(stage: Stage) -> None:
    stage.be_generous()
    refs = [stage.shop.add_product(f"P{number}", number) for number in range(stage.channel.info.read_batch)]
    asked = refs[::-1]
    readings = stage.channel.stock(asked)
    assert [reading.ref for reading in readings] == asked
    assert [reading.quantity for reading in readings] == list(range(len(refs)))[::-1]


def test_a_listing_that_is_gone_is_a_broken_link(stage: Stage) -> None:
    """Never a number, not even nought; and the others beside it are read all the same."""
    mug, bowl = stage.shop.add_product("MUG", 10), stage.shop.add_product("BOWL", 4)
    stage.shop.delete_product(mug)
    gone, there = stage.channel.stock([mug, bowl])
    assert (gone.ref, gone.gone, gone.quantity) == (mug, True, None)
    assert (there.gone, there.quantity) == (False, 4)
    assert mug not in [listing.ref for listing in stage.listings()]


def test_below_zero_is_told(stage: Stage) -> None:
    if not stage.below_zero:
        pytest.skip("no number of this channel falls below zero")
    mug = stage.shop.add_product("MUG", 1)
    late = stage.sell_unpaid(mug, 1)
    stage.time.forward(7200)
    stage.shop.set_stock(mug, 0)
    stage.shop.pay(late)
    assert stage.channel.stock([mug])[0].quantity == -1


# --- taking off sale ---------------------------------------------------------------------------------------------


def test_paused_and_resumed(stage: Stage) -> None:
    mug = stage.shop.add_product("MUG", 10)
    memo = stage.channel.pause(mug)
    assert not stage.on_sale(mug)
    assert stage.shop.sell((mug, 1)) is None, "nobody can buy it"
    assert stage.channel.stock([mug])[0].quantity == 10, "its number stays"
    stage.channel.resume(mug, memo)
    assert stage.on_sale(mug)
    assert stage.shop.sell((mug, 1)) is not None


def test_what_was_off_sale_before_stays_so(stage: Stage) -> None:
    mug = stage.shop.add_product("MUG", 10)
    stage.hide(mug)
    stage.channel.resume(mug, stage.channel.pause(mug))
    assert not stage.on_sale(mug)


def test_pausing_and_resuming_what_is_gone(stage: Stage) -> None:
    mug = stage.shop.add_product("MUG", 10)
    memo = stage.channel.pause(mug)
    stage.shop.delete_product(mug)
    with pytest.raises(ChannelRefused):
        stage.channel.pause(mug)
    with pytest.raises(ChannelRefused):
        stage.channel.resume(mug, memo)


@pytest.mark.parametrize("memo", ["", "sideways"])
def test_how_it_was_before_is_not_guessed(stage: Stage, memo: str) -> None:
    mug = stage.shop.add_product("MUG", 10)
    stage.channel.pause(mug)
    with pytest.raises(ChannelRefused, match="how this listing was"):
        stage.channel.resume(mug, memo)
    assert not stage.on_sale(mug)


# --- clocks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("minutes", [-180, -45, -5, 0, 5, 45, 180])
def test_two_clocks(stage: Stage, minutes: int, tmp_path: Path) -> None:
    """Whose clock is wrong, and by how much, is nobody's business: no order is missed from the first moment on."""
    stage.skew(timedelta(minutes=minutes))
    bench = Bench(stage, tmp_path)
    mug = bench.stocked("MUG", 50)
    for sold in range(1, 6):
        stage.sell((mug, 1))
        bench.hear(50, sold)
        stage.time.forward(600)
    bench.db.close()


def test_a_clock_that_is_put_right(bench: Bench) -> None:
    """The shop's clock was three hours ahead: when that is mended, its orders bear times from before the last ones."""
    mug = bench.stocked("MUG", 50)
    bench.stage.skew(timedelta(hours=3))
    bench.stage.sell((mug, 1))
    bench.hear(50, 1)
    bench.stage.skew(timedelta())
    bench.poll()
    for sold in range(2, 6):
        bench.stage.time.forward(900)
        bench.stage.sell((mug, 1))
        bench.hear(50, sold)
