"""A look for caches at the seller's press: what it saw is kept with the shop, and its calls in the log."""

import pytest

from app.errors import ChannelRefused, ChannelUnavailable
from app.probing import probe_caches
from app.simulator.faults import Fault
from app.store import calls, shops
from tests.channels.shopify_world import World as ShopifyWorld
from tests.channels.woo_world import again, world
from tests.life import add_shop, fresh


@pytest.fixture
def db(tmp_path):
    db = fresh(tmp_path)
    yield db
    db.close()


def logged_into(made, log):
    """A connector whose calls go to this log."""
    made._api._http._log = log
    return made


def test_what_it_saw_is_kept_and_told_again(db, tmp_path):
    woo, found = add_shop(db), world()
    found.shop.storefront.keeps = {"page": 60}
    seen = probe_caches(tmp_path / "inventory.db", woo.id, lambda shop, log: logged_into(again(found), log))
    kept = shops.shop(db, woo.id).caches
    assert kept == seen
    assert kept.holds
    assert len(calls.newest(db, woo.id)) == 12


def test_a_look_that_failed_keeps_nothing_but_its_calls(db, tmp_path):
    woo, found = add_shop(db), world()
    found.shop.faults.fail_next(Fault.BROKEN)
    with pytest.raises(ChannelUnavailable):
        probe_caches(tmp_path / "inventory.db", woo.id, lambda shop, log: logged_into(again(found), log))
    assert shops.shop(db, woo.id).caches is None
    assert len(calls.newest(db, woo.id)) == 1


def test_only_channels_with_caches_of_the_sellers_are_looked_at(db, tmp_path):
    shopify, stall = add_shop(db, "shopify", "Shopify", "S"), add_shop(db, "stall", "Stall", "M")
    for shop in (shopify, stall):
        with pytest.raises(ChannelRefused):
            probe_caches(tmp_path / "inventory.db", shop.id, lambda shop, log: ShopifyWorld().channel)
