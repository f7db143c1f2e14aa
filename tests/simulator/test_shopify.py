"""The simulated Shopify shop itself: its books add up, its interface is honest, its switches do what they say."""

import json
import random
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest

from app.simulator.faults import Fault
from app.simulator.http import transport
from app.simulator.shopify import STOCK_TOPIC, Restock, SimulatedShopify
from tests.channels.shopify_schema import answer_problems, problems, schema_or_skip

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
SET = """mutation Set($input: InventorySetQuantitiesInput!, $key: String!) {
  inventorySetQuantities(input: $input) @idempotent(key: $key) {
    inventoryAdjustmentGroup { id }
    userErrors { code field message }
  }
}"""


class Shop(SimulatedShopify):
    """A shop with a clock of its own."""

    def __init__(self, seed: int = 1) -> None:
        self.at = START
        super().__init__(lambda: self.at, seed)
        self.client = httpx.Client(transport=transport(self), base_url="https://kiln.myshopify.com")

    def ask(self, query: str, version: str = "2026-10", token: str = "", **variables: Any) -> Any:
        return self.post(query, version, token, **variables).json()

    def post(self, query: str, version: str = "2026-10", token: str = "", **variables: Any) -> httpx.Response:
        headers = {"X-Shopify-Access-Token": token or self.permanent_token}
        body = {"query": query, "variables": variables}
        return self.client.post(f"/admin/api/{version}/graphql.json", json=body, headers=headers)

    def set(self, item: str, quantity: int, key: str = "k", name: str = "available", **more: Any) -> Any:
        row = {
            "inventoryItemId": f"gid://shopify/InventoryItem/{item}",
            "locationId": f"gid://shopify/Location/{self.main}",
            "quantity": quantity,
            **more,
        }
        return self.ask(SET, input={"name": name, "reason": "correction", "quantities": [row]}, key=key)

    def code(self, *args: Any, **more: Any) -> str | None:
        errors = self.set(*args, **more)["data"]["inventorySetQuantities"]["userErrors"]
        return errors[0]["code"] if errors else None


@pytest.fixture
def shop() -> Shop:
    return Shop()


def first_error(answer: Any) -> tuple[str, str]:
    return answer["errors"][0]["extensions"]["code"], answer["errors"][0]["message"]


# --- the books -----------------------------------------------------------------------------------------------------


def numbers(shop: Shop, ref: str) -> tuple[int, int]:
    level = shop.item(ref).levels[int(shop.main)]
    return level.available, level.committed


@pytest.mark.parametrize("how", [{"confirmed": False}, {"test": True}])
def test_what_was_never_reserved_does_not_come_back(shop: Shop, how: dict[str, bool]) -> None:
    mug = shop.add_product("MUG", 5)
    edited, cancelled = shop.sell((mug, 2), **how), shop.sell((mug, 2), **how)
    assert edited is not None
    assert cancelled is not None
    shop.edit_line(edited, shop.lines(edited)[0], 1)
    shop.cancel(cancelled)
    assert shop.quantity(mug) == 5


def test_a_sale_moves_available_to_committed_and_a_shipment_takes_it_away(shop: Shop) -> None:
    mug = shop.add_product("MUG", 5)
    ref = shop.sell((mug, 3))
    assert ref is not None
    assert numbers(shop, mug) == (2, 3)
    shop.ship(ref, {shop.lines(ref)[0]: 2})
    assert numbers(shop, mug) == (2, 1)
    shop.ship(ref)
    assert numbers(shop, mug) == (2, 0)


def test_nothing_is_sold_below_zero_unless_the_seller_wants_it(shop: Shop) -> None:
    mug, endless = shop.add_product("MUG", 1), shop.add_product("ENDLESS", 1, oversells=True)
    free = shop.add_product("FREE", None)
    assert shop.sell((mug, 2)) is None
    assert shop.sell((mug, 1), (endless, 5), (free, 9)) is not None
    assert (shop.quantity(mug), shop.quantity(endless), shop.quantity(free)) == (0, -4, None)
    assert shop.sell((mug, 1), (endless, 1)) is None
    assert shop.quantity(endless) == -4, "an order that is refused takes nothing"


def test_what_is_hidden_or_gone_is_not_sold(shop: Shop) -> None:
    mug, cup = shop.add_product("MUG", 5), shop.add_product("CUP", 5)
    shop.set_product_status(mug, "DRAFT")
    shop.delete_product(cup)
    assert shop.sell((mug, 1)) is None
    assert shop.sell((cup, 1)) is None


@pytest.mark.parametrize(
    ("restock", "pieces", "available", "committed"),
    [
        (True, 4, 8, 0),  # the three unsent ones are cancelled and one comes back: all on sale
        (False, 4, 4, 2),  # the three sent ones first, then one that was not
        (Restock.CANCEL, 3, 7, 0),
        (Restock.RETURN, 4, 8, 2),
        (Restock.LEGACY_RESTOCK, 4, 8, 2),
    ],
)
def test_refunds_of_a_part_shipment(
    shop: Shop, restock: Restock | bool, pieces: int, available: int, committed: int
) -> None:
    mug = shop.add_product("MUG", 10)
    ref = shop.sell((mug, 6))
    assert ref is not None
    line = shop.lines(ref)[0]
    shop.ship(ref, {line: 3})
    assert numbers(shop, mug) == (4, 3)
    shop.refund(ref, {line: pieces}, restock=restock)
    assert numbers(shop, mug) == (available, committed)
    assert shop.order(ref).lines[0].current == 6 - pieces


def test_whatever_happens_the_books_add_up() -> None:
    """A long random life: what was put in is on sale, promised, sent, kept out, or was sold below zero."""
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    dice, shop = random.Random(seed), Shop(seed)
    mug = shop.add_product("MUG", 1000)
    orders: list[str] = []
    for _ in range(300):
        act = dice.choice(["sell", "ship", "refund", "cancel", "edit"])
        if act == "sell" or not orders:
            made = shop.sell((mug, dice.randint(1, 5)))
            orders += [made] if made else []
            continue
        ref = dice.choice(orders)
        line = shop.order(ref).lines[0]
        many = {str(line.number): dice.randint(0, line.to_send)}
        if act == "ship":
            shop.ship(ref, many)
        elif act == "refund":
            kind = dice.choice([True, False, Restock.RETURN]) if line.sent else dice.choice([True, False])
            shop.refund(ref, {str(line.number): dice.randint(0, line.current)}, restock=kind)
        elif act == "edit" and shop.order(ref).cancelled_at is None:
            shop.edit_line(ref, str(line.number), line.sent - line.sent_refunded + dice.randint(0, line.to_send + 2))
        elif act == "cancel" and shop.order(ref).cancelled_at is None and not line.sent:
            shop.cancel(ref, restock=dice.random() < 0.5)
    lines = [line for order in shop.orders for line in order.lines]
    refunds = [part for order in shop.orders for refund in order.refunds for part in refund.lines]
    back = sum(part.quantity for part in refunds if part.restocked)
    available, committed = numbers(shop, mug)
    assert available == 1000 - sum(line.quantity for line in lines) + back
    assert committed == sum(line.to_send for line in lines)
    assert all(line.to_send >= 0 and line.current >= 0 for line in lines)
    assert sum(part.quantity for part in refunds) == sum(line.sent_refunded + line.removed for line in lines)


def test_the_same_seed_is_the_same_shop() -> None:
    first, second, other = Shop(7), Shop(7), Shop(8)
    assert first.add_product("MUG", 1) == second.add_product("MUG", 1) != other.add_product("MUG", 1)
    assert first.client_secret == second.client_secret != other.client_secret


def test_two_customers_at_once_never_get_the_same_piece(shop: Shop) -> None:
    mug = shop.add_product("MUG", 50)
    at = shop.at

    def crowded() -> datetime:
        time.sleep(0)  # let another thread in, wherever the shop looks at its clock
        return at

    shop.clock = crowded
    sold: list[str | None] = []

    def buy() -> None:
        sold.extend(shop.sell((mug, 1)) for _ in range(25))

    threads = [threading.Thread(target=buy) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len([ref for ref in sold if ref]) == 50
    assert shop.quantity(mug) == 0


# --- who hears of it -----------------------------------------------------------------------------------------------


def test_bells_and_listeners_hear_of_a_change_once_it_is_made(shop: Shop) -> None:
    heard: list[tuple[str, str]] = []
    sales: list[str] = []
    shop.bells.append(lambda topic, ref: heard.append((topic, ref)))
    shop.listeners.append(lambda ref: sales.append(f"{ref}:{shop.quantity(mug)}"))
    mug = shop.add_product("MUG", 5)
    ref = shop.sell((mug, 1))
    assert ref is not None
    assert heard == [(STOCK_TOPIC, mug), ("orders/create", ref)]
    assert sales == [f"{ref}:4"]
    heard.clear()
    shop.ship(ref)
    shop.set(mug, 9, changeFromQuantity=4)
    assert ("orders/updated", ref) in heard
    assert heard[-1] == (STOCK_TOPIC, mug)
    shop.delete(ref)
    assert heard[-1] == ("orders/delete", ref)


def test_bells_get_lost_come_twice_late_or_out_of_order(shop: Shop) -> None:
    heard: list[str] = []
    shop.bells.append(lambda topic, ref: heard.append(ref) if topic == "orders/create" else None)
    mug = shop.add_product("MUG", 500)
    shop.ringing.lost = 1.0
    shop.sell((mug, 1))
    assert heard == []
    shop.ringing.lost, shop.ringing.doubled = 0.0, 1.0
    second = shop.sell((mug, 1))
    assert heard == [second, second]
    heard.clear()
    shop.ringing.doubled, shop.ringing.late_s, shop.ringing.shuffled = 0.0, 60.0, True
    made = [shop.sell((mug, 1)) for _ in range(20)]
    shop.at += timedelta(seconds=61)
    shop.deliver()
    assert sorted(heard) == sorted(str(ref) for ref in made)
    assert heard != made


# --- the interface -------------------------------------------------------------------------------------------------


def test_only_what_is_asked_is_answered_and_under_the_names_that_were_asked(shop: Shop) -> None:
    shop.add_product("MUG", 5)
    query = """query Q($n: Int!) {
      mine: shop { n: name }
      productVariants(first: $n) { nodes { s: sku inventoryItem { tracked } } pageInfo { hasNextPage } }
    }"""
    schema_or_skip("2026-10")
    assert problems(query, "2026-10") == []
    data = shop.ask(query, n=3)["data"]
    assert data["mine"] == {"n": "Kiln & Co"}
    assert data["productVariants"] == {
        "nodes": [{"s": "MUG", "inventoryItem": {"tracked": True}}],
        "pageInfo": {"hasNextPage": False},
    }
    assert answer_problems(query, {"n": 3}, data, "2026-10") == []


def test_the_judge_of_answers_bites() -> None:
    schema_or_skip("2026-10")
    query = "query Q { order(id: 1) { name test displayFulfillmentStatus lineItems(first: 1) { nodes { quantity } } } }"
    good = {"name": "#1", "test": False, "displayFulfillmentStatus": "FULFILLED", "lineItems": {"nodes": []}}
    assert answer_problems(query, {}, {"order": good}, "2026-10") == []
    for wrong in (
        good | {"name": None},
        good | {"test": "no"},
        good | {"displayFulfillmentStatus": "SENT"},
        good | {"lineItems": {"nodes": [{"quantity": "two"}]}},
        good | {"more": 1},
        {name: value for name, value in good.items() if name != "test"},
    ):
        assert answer_problems(query, {}, {"order": wrong}, "2026-10"), wrong


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("query Q { shop { nickname } }", "undefinedField"),
        ("query Q { customers(first: 1) { nodes { id } } }", "undefinedField"),
        ("query Q { shop }", "selectionMismatch"),
        ("query Q { shop { name }", "GRAPHQL_PARSE_FAILED"),
        ("query Q { shop { name ; } }", "GRAPHQL_PARSE_FAILED"),
        ("subscription Q { shop { name } }", "GRAPHQL_PARSE_FAILED"),
        ("query Q($id: ID!) { order(id: $id) { name } }", "INVALID_VARIABLE"),
        ("query Q { order(id: 5) { name } }", "argumentLiteralsIncompatible"),
        ("query Q { orders { nodes { id } } }", "BAD_REQUEST"),
        ("query Q { orders(first: 251) { nodes { id } } }", "BAD_REQUEST"),
        ('query Q { orders(first: 1, after: "?") { nodes { id } } }', "BAD_REQUEST"),
        ('query Q { orders(first: 1, query: "colour:red") { nodes { id } } }', "BAD_REQUEST"),
        ("mutation M { shop { name } }", "undefinedField"),
    ],
)
def test_what_the_interface_does_not_take(shop: Shop, query: str, code: str) -> None:
    shop.sell((shop.add_product("MUG", 5), 1))
    assert first_error(shop.ask(query))[0] == code


def test_who_may_come_in(shop: Shop) -> None:
    query = "query Q { shop { name } }"
    assert shop.post(query, token="shpat_wrong").status_code == 401
    assert shop.post(query, version="2025-01").status_code == 404
    assert shop.client.get("/admin/api/2026-10/graphql.json").status_code == 404
    form = {"client_id": shop.client_id, "client_secret": shop.client_secret, "grant_type": "client_credentials"}
    given = shop.client.post("/admin/oauth/access_token", data=form).json()
    assert (given["expires_in"], "write_inventory" in given["scope"]) == (86399, True)
    token = given["access_token"]
    shop.at += timedelta(hours=23)
    assert shop.post(query, token=token).status_code == 200
    shop.at += timedelta(hours=1)
    assert shop.post(query, token=token).status_code == 401
    assert shop.post(query).status_code == 200, "the permanent token does not end"
    shop.revoke()
    assert shop.post(query).status_code == 401
    wrong = shop.client.post("/admin/oauth/access_token", data=form | {"client_secret": "x"})
    assert (wrong.status_code, wrong.json()["error"]) == (401, "invalid_client")
    assert shop.client.post("/admin/oauth/access_token", data={}).status_code == 400


def test_points_run_out_and_come_back(shop: Shop) -> None:
    query = "query Q($n: Int!) { productVariants(first: $n) { nodes { sku } } }"
    for row in range(5):
        shop.add_product(f"MUG-{row}", 1)
    cost = shop.ask(query, n=100)["extensions"]["cost"]
    assert cost["requestedQueryCost"] == 102
    assert cost["actualQueryCost"] == 7, "what was not there is given back"
    assert cost["throttleStatus"] == {"maximumAvailable": 2000.0, "currentlyAvailable": 1993, "restoreRate": 100.0}
    shop.points = 50.0
    answer = shop.post(query, n=100)
    assert (answer.status_code, first_error(answer.json())[0]) == (200, "THROTTLED")
    assert answer.json()["extensions"]["cost"]["actualQueryCost"] is None
    shop.throttle_status = 429
    assert shop.post(query, n=100).status_code == 429
    shop.at += timedelta(seconds=1)
    assert shop.post(query, n=100).status_code == 200
    too_much = shop.ask("query Q { orders(first: 250) { nodes { lineItems(first: 4) { nodes { id } } } } }")
    assert first_error(too_much) == (
        "MAX_COST_EXCEEDED",
        "Query cost is 1752, which exceeds the single query max cost limit (1000).",
    )


def test_a_stock_write_is_guarded(shop: Shop) -> None:
    mug = shop.add_product("MUG", 5)
    assert shop.code(mug, 4, "a", changeFromQuantity=5) is None
    assert shop.code(mug, 9, "b", changeFromQuantity=5) == "CHANGE_FROM_QUANTITY_STALE"
    assert shop.code(mug, 8, "c", changeFromQuantity=None) is None, "null is no guard at all"
    assert first_error(shop.set(mug, 7, "d"))[0] == "INVALID_FIELD_ARGUMENTS", "left out is an error"
    assert shop.code(mug, 7, "e", name="reserved", changeFromQuantity=8) == "INVALID_NAME"
    without = SET.replace("@idempotent(key: $key)", "")
    assert "@idempotent directive is required" in first_error(shop.ask(without, input={}, key="f"))[1]
    assert shop.quantity(mug) == 8


def test_a_key_is_good_for_one_write_and_one_day(shop: Shop) -> None:
    mug = shop.add_product("MUG", 5)
    assert shop.code(mug, 4, "a", changeFromQuantity=5) is None
    shop.sell((mug, 1))
    assert shop.code(mug, 4, "a", changeFromQuantity=5) is None, "it was done; it is not done again"
    assert shop.quantity(mug) == 3
    assert shop.code(mug, 6, "a", changeFromQuantity=3) == "IDEMPOTENCY_KEY_PARAMETER_MISMATCH"
    shop.at += timedelta(hours=24)
    assert shop.code(mug, 4, "a", changeFromQuantity=5) == "CHANGE_FROM_QUANTITY_STALE"
    assert shop.code(mug, 4, "a", changeFromQuantity=5) == "IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED"


def test_permissions(shop: Shop) -> None:
    mug = shop.add_product("MUG", 5)
    shop.scopes = {"read_products", "write_orders"}
    orders = "query Q { orders(first: 1) { nodes { id } } }"
    assert "errors" not in shop.ask(orders), "to write is also to read"
    code, words = first_error(shop.set(mug, 4, changeFromQuantity=5))
    assert (code, "`write_inventory`" in words) == ("ACCESS_DENIED", True)
    shop.scopes = set()
    answer = shop.ask(orders)
    assert (answer["data"], first_error(answer)[0]) == (None, "ACCESS_DENIED")


def test_the_search_may_be_behind(shop: Shop) -> None:
    orders = "query Q { orders(first: 9) { nodes { name } } }"
    shop.sell((shop.add_product("MUG", 5), 1))
    shop.search_lag = timedelta(minutes=1)
    assert shop.ask(orders)["data"]["orders"]["nodes"] == []
    shop.at += timedelta(minutes=1)
    assert shop.ask(orders)["data"]["orders"]["nodes"] == [{"name": "#1001"}]


def test_faults_speak_shopifys_way(shop: Shop) -> None:
    query = "query Q { shop { name } }"
    shop.faults.fail_next(Fault.SIGNED_OUT, Fault.BROKEN, Fault.THROTTLED)
    assert "Invalid API key" in shop.post(query).json()["errors"]
    assert shop.post(query).status_code == 500
    answer = shop.post(query)
    assert (answer.status_code, first_error(answer.json())[0]) == (200, "THROTTLED")
    assert json.loads(shop.post(query).content)["data"] == {"shop": {"name": "Kiln & Co"}}
