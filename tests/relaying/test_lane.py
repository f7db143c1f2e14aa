"""The relay's lane against a real relay: exactly once in effect, whatever comes twice, wrongly, or in the middle."""

import random
from datetime import timedelta

import httpx
import pytest

from app.core.hooks import ORDERS
from app.errors import RelayError
from app.store import relay
from app.store.database import transaction
from tests.relaying.world import SECRET, post, shopify_call, woo_call


def test_a_sale_becomes_a_doorbell_and_is_acknowledged(desktop):
    assert post(desktop.door.address, shopify_call(1001, "a")) == 200
    desktop.rest()
    assert desktop.bells(desktop.shopify) == [("order", "1001")]
    state, endpoint = desktop.state(), desktop.endpoint(desktop.shopify)
    assert state.cursor == state.acked == 1
    assert state.answers(desktop.clock())
    assert endpoint.came == 1
    assert endpoint.proven
    assert relay.heard_by_relay(desktop.db, desktop.shopify, now=desktop.clock())
    assert frozenset({desktop.shopify}) in desktop.woken
    assert desktop.client._client.waiting().messages == 0


def test_repetitions_and_any_order_ring_once_each(desktop):
    calls = [shopify_call(1001, "a"), shopify_call(1002, "b"), shopify_call(1001, "a"), shopify_call(1001, "c")]
    post(desktop.door.address, *calls)
    desktop.rest()
    assert sorted(desktop.bells(desktop.shopify)) == [("order", "1001"), ("order", "1001"), ("order", "1002")]
    assert desktop.endpoint(desktop.shopify).came == 4


def test_forgeries_are_counted_and_ring_nothing(desktop):
    headers, body = shopify_call(1001, "a")
    flipped = [
        bytes(byte ^ (1 << 3 if number == at else 0) for number, byte in enumerate(body))
        for at in random.Random(5).sample(range(len(body)), 8)
    ]
    wrong = shopify_call(1001, "b", secret="another")
    post(desktop.door.address, *[(headers, one) for one in flipped], ({}, body), wrong)
    post(desktop.door.address, ({"x-plimsoll-test": "guessed"}, body))
    desktop.rest()
    assert desktop.bells(desktop.shopify) == []
    endpoint = desktop.endpoint(desktop.shopify)
    assert endpoint.forged == 11
    assert not endpoint.proven
    assert desktop.state().cursor == 11, "dropped, and not asked for again"


def test_woocommerce_is_told_apart_by_what_it_says_and_never_by_its_delivery_id(desktop):
    woo = desktop.shop("woocommerce", secret="")
    door = desktop.relaying.doorway(woo)
    assert door.secret
    assert door.signed
    post(door.address, ({}, b"webhook_id=3"))
    post(door.address, *[woo_call(order, door.secret) for order in (5, 6, 5)])
    post(door.address, woo_call(5, door.secret, status="completed"))
    post(door.address, woo_call(7, door.secret, topic="product.updated"))
    desktop.rest()
    assert desktop.bells(woo) == [("order", "5"), ("order", "6"), ("order", "5"), ("stock", "7")]
    assert desktop.endpoint(woo).forged == 0


def test_a_test_message_has_to_come_back(desktop):
    desktop.relaying.test(desktop.shopify)
    assert desktop.endpoint(desktop.shopify).tested_at is None
    desktop.rest()
    endpoint = desktop.endpoint(desktop.shopify)
    assert endpoint.tested_at is not None
    assert endpoint.proven
    assert endpoint.forged == endpoint.came == 0


def test_a_lent_secret_lets_the_relay_refuse_and_the_test_passes_all_the_same(desktop):
    desktop.relaying.lend(desktop.shopify, lent=True)
    assert desktop.endpoint(desktop.shopify).lent
    headers, body = shopify_call(1001, "a")
    assert post(desktop.door.address, (headers, body + b" ")) == 401
    desktop.relaying.test(desktop.shopify)
    desktop.rest()
    assert desktop.endpoint(desktop.shopify).tested_at is not None
    desktop.relaying.lend(desktop.shopify, lent=False)
    assert post(desktop.door.address, (headers, body + b" ")) == 200


def step_on(desktop):
    for _ in range(6):
        desktop.lane.step()


class Killed(BaseException):
    """kill -9, as far as the lane can tell."""


@pytest.mark.parametrize("moment", ["before pull", "after pull", "in the transaction", "before ack", "after ack"])
def test_a_kill_between_any_two_steps_loses_and_doubles_nothing(desktop, moment, monkeypatch):
    post(desktop.door.address, *[shopify_call(number, f"m{number}") for number in range(1, 41)])  # more than one pull

    def die(what):
        raise Killed

    def die_if(wanted):
        return lambda what: die(what) if what == wanted else None

    for _ in range(3):
        desktop.lane.step()
        if moment.startswith("before"):
            desktop.client.before = die_if(moment.split()[1])
        elif moment.startswith("after"):
            desktop.client.after = die_if(moment.split()[1])
        else:
            monkeypatch.setattr(relay, "pulled", lambda *args, **more: die(""))
        with pytest.raises(Killed):
            step_on(desktop)
        monkeypatch.undo()
        desktop.die()
    desktop.rest(12)
    assert sorted(int(ref) for _, ref in desktop.bells(desktop.shopify)) == list(range(1, 41))
    assert desktop.state().cursor == desktop.state().acked == 40
    assert desktop.client._client.waiting().messages == 0
    assert desktop.endpoint(desktop.shopify).lost == 0


def test_records_sealed_to_an_older_key_open_and_the_next_ones_too(desktop):
    post(desktop.door.address, shopify_call(1, "a"))
    desktop.relaying.new_key()
    post(desktop.door.address, shopify_call(2, "b"))
    desktop.rest()
    assert desktop.bells(desktop.shopify) == [("order", "1"), ("order", "2")]


def test_a_lost_key_is_never_silent(desktop):
    post(desktop.door.address, shopify_call(1, "a"))
    desktop.relaying.new_key()
    with transaction(desktop.db):
        oldest = next(iter(relay.keys(desktop.db)))
        desktop.db.execute("delete from relay_key where id = ?", (oldest,))
    post(desktop.door.address, shopify_call(2, "b"))
    desktop.rest()
    assert desktop.bells(desktop.shopify) == [(ORDERS, ""), ("order", "2")]
    assert desktop.endpoint(desktop.shopify).lost == 1


@pytest.mark.parametrize("more", [0, 2, 9])
def test_a_relay_put_back_from_yesterday_is_noticed(make_desktop, own_relay, tmp_path, more):
    """However far it has counted again when we come back: all that it has is fetched, and what it forgot is read."""
    desktop = make_desktop()
    desktop.relaying.pair(own_relay.address, own_relay.code())
    shop = desktop.shop()
    door = desktop.relaying.doorway(shop)
    post(door.address, shopify_call(1, "m1"))
    desktop.rest()
    own_relay.kill()
    own_relay.copy(tmp_path / "yesterday")
    own_relay.start()
    post(door.address, *[shopify_call(number, f"m{number}") for number in range(2, 7)])
    desktop.rest()
    assert desktop.state().cursor == 6
    own_relay.kill()
    own_relay.put_back(tmp_path / "yesterday")
    own_relay.start()
    if more:
        post(door.address, *[shopify_call(number, f"n{number}") for number in range(100, 100 + more)])
    desktop.rest(8)
    rung = desktop.bells(shop)
    assert (ORDERS, "") in rung
    assert [ref for kind, ref in rung if kind == "order"] == [str(n) for n in [*range(1, 7), *range(100, 100 + more)]]
    assert desktop.state().cursor == 1 + more


def test_a_relay_that_forgot_an_address_says_so(desktop):
    desktop.rest()
    name = desktop.endpoint(desktop.shopify).id
    desktop.client._client.drop_endpoint(name)
    desktop.die()
    desktop.rest()
    endpoint = desktop.endpoint(desktop.shopify)
    assert endpoint.gone_at is not None
    assert not endpoint.proven
    assert desktop.bells(desktop.shopify) == [(ORDERS, "")]
    again = desktop.relaying.doorway(desktop.shopify)
    assert again.address != desktop.door.address
    assert post(again.address, shopify_call(1, "a")) == 200


def test_a_relay_that_is_down_is_asked_less_and_less_often_and_heard_again(make_desktop, own_relay):
    desktop = make_desktop()
    desktop.relaying.pair(own_relay.address, own_relay.code())
    shop = desktop.shop()
    door = desktop.relaying.doorway(shop)
    desktop.relaying.test(shop)
    desktop.rest()
    assert relay.heard_by_relay(desktop.db, shop, now=desktop.clock())
    own_relay.kill()
    waits = []
    for _ in range(9):
        waits.append(desktop.lane.step())
        desktop.ahead += (desktop.lane._backoff.until or desktop.clock()) - desktop.clock()
    assert 0 < waits[0] <= 2
    assert waits[-1] > 20
    assert desktop.state().trouble == "unavailable"
    assert not relay.heard_by_relay(desktop.db, shop, now=desktop.clock())
    own_relay.start()
    post(door.address, shopify_call(1, "a"))
    desktop.lane._backoff.until = None
    desktop.rest()
    assert desktop.bells(shop) == [("order", "1")]
    assert desktop.state().trouble == ""


def test_a_wrong_clock_signs_rightly(make_desktop, running):
    desktop = make_desktop(ahead=timedelta(days=-400))
    desktop.relaying.pair(running.address, running.code())
    shop = desktop.shop()
    post(desktop.relaying.doorway(shop).address, shopify_call(1, "a"))
    desktop.rest()
    assert desktop.bells(shop) == [("order", "1")]


def test_unpairing_deletes_everything_there_and_here(desktop):
    post(desktop.door.address, shopify_call(1, "a"))
    desktop.relaying.unpair()
    assert relay.paired(desktop.db) is None
    assert relay.endpoints(desktop.db) == []
    assert post(desktop.door.address, shopify_call(2, "b")) == 404


def test_a_relay_that_is_gone_is_forgotten_only_when_asked_twice(make_desktop, own_relay):
    desktop = make_desktop()
    desktop.relaying.pair(own_relay.address, own_relay.code())
    own_relay.kill()
    with pytest.raises(RelayError):
        desktop.relaying.unpair()
    assert relay.paired(desktop.db) is not None
    desktop.relaying.unpair(unheard=True)
    assert relay.paired(desktop.db) is None


def test_a_code_holds_once(make_desktop, running):
    code = running.code()
    make_desktop("one").relaying.pair(running.address, code.lower())
    with pytest.raises(RelayError, match="does not know this code"):
        make_desktop("two").relaying.pair(running.address, code)


def test_nothing_of_a_message_and_no_key_lies_in_the_inventory(desktop):
    post(desktop.door.address, shopify_call(4242, "a"))
    desktop.rest()
    desktop.db.execute("pragma wal_checkpoint(truncate)")
    kept = desktop.path.read_bytes()
    for planted in (b"ada@customers", SECRET.encode(), httpx.URL(desktop.door.address).path.encode()):
        assert planted not in kept
