"""The simulated Etsy itself: its books add up, it refuses what Etsy refuses, its switches do what they say."""

import threading
from datetime import timedelta
from typing import Any

import httpx
import pytest

from app.simulator.etsy import Choice, SimulatedEtsy
from app.simulator.etsy.gate import Refused
from app.simulator.etsy.life import LISTED_FOR
from app.simulator.faults import Fault
from app.simulator.http import LoopbackServer, transport
from tests.channels.etsy_world import (
    BLUE,
    LARGE,
    RED,
    SMALL,
    START,
    JudgedTransport,
    answer_problems,
    problems,
    request_problems,
    spec_or_skip,
)

API = "https://openapi.etsy.com/v3/application"


class Shop(SimulatedEtsy):
    """A shop with a clock of its own, and a program that speaks to it without any connector."""

    def __init__(self, seed: int = 1) -> None:
        self.at = START
        super().__init__(lambda: self.at, seed)
        self.gate.per_second = 1000
        self.token = str(self.gate.give(self.gate.scopes, self.at)["access_token"])
        self.client = httpx.Client(transport=JudgedTransport(self))

    def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        headers = {
            "x-api-key": f"{self.gate.keystring}:{self.gate.shared_secret}",
            "Authorization": f"Bearer {self.token}",
        }
        return self.client.request(method, f"{API}{path}", **{"headers": headers, **more})

    def mine(self, path: str) -> str:
        return f"/shops/{self.shows.shop_id}{path}"

    def put(self, listing: str, *, status: int = 400, **offering: Any) -> str:
        """Write a listing of one product; the words of the refusal."""
        sent = {"price": 20.0, "quantity": 4, "is_enabled": True, "readiness_state_id": 5, **offering}
        answer = self.loose("PUT", f"/listings/{listing}/inventory", json={"products": [{"offerings": [sent]}]})
        assert answer.status_code == status
        return str(answer.json().get("error", ""))

    def loose(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Ask what the document does not allow."""
        kept, self.client = self.client, httpx.Client(transport=transport(self))
        try:
            return self.ask(method, path, **more)
        finally:
            self.client = kept


@pytest.fixture
def shop() -> Shop:
    return Shop()


# --- the books -------------------------------------------------------------------------------------------------------


def test_the_last_piece_makes_a_listing_sold_out(shop: Shop) -> None:
    mug = shop.add_product("MUG", 2)
    assert shop.sell((mug, 3)) is None
    assert shop.sell((mug, 1), (mug, 2)) is None, "lines of one product count together"
    assert shop.sell((mug, 2))
    assert (shop.listing(mug).state, shop.quantity(mug)) == ("sold_out", 0)
    assert shop.sell((mug, 1)) is None


def test_products_that_share_a_number_lose_it_together(shop: Shop) -> None:
    rows = [("B-S", (BLUE, SMALL), 3), ("B-L", (BLUE, LARGE), 3), ("R-S", (RED, SMALL), 7)]
    tee = shop.add_variations("Tee", rows, quantity_on=(200,))
    assert shop.find("B-L") == f"{tee}/200:1"
    assert shop.sell((f"{tee}/100:12,200:1", 2))
    assert [product.quantity for product in shop.listing(tee).products] == [1, 1, 7]
    assert (shop.listing(tee).quantity, shop.quantity(f"{tee}/200:2")) == (8, 7)
    assert shop.sell((f"{tee}/200:1", 1), (f"{tee}/100:11,200:1", 1)) is None


def test_a_cancellation_puts_nothing_back_unless_told(shop: Shop) -> None:
    mug, pot = shop.add_product("MUG", 1), shop.add_product("POT", 5)
    ref = shop.sell((mug, 1), (pot, 1))
    assert ref
    shop.cancel(ref)
    assert (shop.listing(mug).state, shop.quantity(pot)) == ("sold_out", 4)
    shop.cancel_restocks = True
    ref = shop.sell((pot, 1))
    assert ref
    shop.cancel(ref)
    assert shop.quantity(pot) == 4


def test_pieces_that_are_taken_at_the_payment_only(shop: Shop) -> None:
    mug = shop.add_product("MUG", 5)
    shop.takes_at_order = False
    ref = shop.sell((mug, 1), paid=False)
    assert ref
    assert shop.quantity(mug) == 5
    shop.pay(ref)
    assert shop.quantity(mug) == 4
    shop.takes_at_order = True
    ref = shop.sell((mug, 1), paid=False)
    assert ref
    shop.pay(ref)
    assert shop.quantity(mug) == 3


def test_listings_end_and_renew_themselves_for_a_fee_or_expire(shop: Shop) -> None:
    mug, pot, jug = (shop.add_product(sku, 3) for sku in ("MUG", "POT", "JUG"))
    shop.listing(pot).auto_renew = False
    shop.set_state(jug, "inactive")
    shop.at += LISTED_FOR + timedelta(seconds=1)
    assert [shop.quantity(ref) for ref in (mug, pot, jug)] == [3, 0, 0]
    assert [shop.listing(ref).state for ref in (mug, pot, jug)] == ["active", "expired", "expired"]
    assert shop.renewals == 1


def test_one_change_at_a_time(shop: Shop) -> None:
    mug = shop.add_product("MUG", 200)
    buyers = [threading.Thread(target=lambda: [shop.sell((mug, 1)) for _ in range(30)]) for _ in range(5)]
    for buyer in buyers:
        buyer.start()
    for buyer in buyers:
        buyer.join()
    assert shop.quantity(mug) == 50
    assert len(shop.receipts) == 150


def test_bells_and_listeners_hear_of_orders_only(shop: Shop) -> None:
    heard: list[tuple[str, str]] = []
    seen: list[str] = []
    shop.bells.append(lambda topic, ref: heard.append((topic, ref)))
    shop.listeners.append(seen.append)
    mug = shop.add_product("MUG", 5)
    ref = shop.sell((mug, 1))
    assert ref
    shop.ship(ref)
    shop.refund(ref)
    shop.cancel(ref)
    shop.set_stock(mug, 9)
    assert heard == [("order.paid", ref), ("order.shipped", ref), ("order.canceled", ref)]
    assert seen == [ref]
    shop.ringing.late_s = 60
    other = shop.sell((mug, 1))
    assert len(heard) == 3
    shop.at += timedelta(minutes=2)
    shop.deliver()
    assert heard[-1] == ("order.paid", other)


# --- the way in ------------------------------------------------------------------------------------------------------


def test_the_shared_secret_must_be_there(shop: Shop) -> None:
    for key, words in ((shop.gate.keystring, "Shared secret is required"), ("a:b", "Invalid API key"), ("", "Invalid")):
        answer = shop.loose("GET", "/openapi-ping", headers={"x-api-key": key})
        assert answer.status_code in (401, 403)
        assert words in answer.json()["error"]
    assert shop.ask("GET", "/openapi-ping").status_code == 200
    shop.gate.approved = False
    assert shop.ask("GET", "/openapi-ping").status_code == 403


def test_tokens_end_and_scopes_bind(shop: Shop) -> None:
    mug = shop.add_product("MUG", 3)
    assert shop.ask("GET", f"/listings/{mug}/inventory").status_code == 200
    shop.at += timedelta(hours=1)
    answer = shop.ask("GET", f"/listings/{mug}/inventory")
    assert (answer.status_code, answer.json()["error"]) == (401, "invalid_token")
    shop.token = str(shop.gate.give(frozenset({"shops_r"}), shop.at)["access_token"])
    answer = shop.ask("GET", f"/listings/{mug}/inventory")
    assert (answer.status_code, answer.json()["error"]) == (403, "insufficient_scope")
    assert shop.ask("POST", "/scopes", data={"token": shop.token}).json() == {"scopes": ["shops_r"]}
    assert shop.ask("POST", "/scopes", data={"token": "x"}).status_code == 401


def test_consent_wants_the_registered_address_to_the_letter(shop: Shop) -> None:
    for redirect in ("http://localhost:47830/etsy/callback/", "http://LOCALHOST:47830/etsy/callback"):
        with pytest.raises(Refused):
            shop.gate.consent(f"https://x/?client_id={shop.gate.keystring}&redirect_uri={redirect}")
    good = f"https://x/?client_id={shop.gate.keystring}&redirect_uri={shop.gate.callbacks[0]}"
    with pytest.raises(Refused):
        shop.gate.consent(good)
    whole = f"{good}&response_type=code&state=s&code_challenge=c&code_challenge_method=S256"
    assert "error=access_denied" in shop.gate.consent(whole, allow=False)
    assert "code=" in shop.gate.consent(whole)


def test_a_refresh_token_is_used_once_unless_told(shop: Shop) -> None:
    refresh = str(shop.gate.give(shop.gate.scopes, shop.at)["refresh_token"])
    form = {"grant_type": "refresh_token", "client_id": shop.gate.keystring, "refresh_token": refresh}
    shop.gate.forgives_old = True
    assert shop.gate.token(form, shop.at)["expires_in"] == 3600
    shop.gate.forgives_old = False
    shop.gate.token(form, shop.at)
    with pytest.raises(Refused):
        shop.gate.token(form, shop.at)
    for wrong in ({"client_id": "x"}, {"grant_type": "password"}, {"refresh_token": ""}):
        with pytest.raises(Refused):
            shop.gate.token({**form, **wrong}, shop.at)


def test_calls_are_counted_by_the_second_and_by_a_sliding_day(shop: Shop) -> None:
    shop.gate.per_second, shop.gate.per_day = 2, 3
    first = shop.ask("GET", "/openapi-ping")
    assert {name: first.headers[name] for name in first.headers if name.startswith("x-")} == {
        "x-limit-per-second": "2",
        "x-remaining-this-second": "1",
        "x-limit-per-day": "3",
        "x-remaining-today": "2",
    }
    shop.ask("GET", "/openapi-ping")
    answer = shop.ask("GET", "/openapi-ping")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, "1")
    shop.at += timedelta(hours=1)
    assert shop.ask("GET", "/openapi-ping").status_code == 200
    answer = shop.ask("GET", "/openapi-ping")
    assert (answer.status_code, answer.headers["retry-after"]) == (429, str(23 * 3600))
    shop.at += timedelta(hours=23)
    assert shop.ask("GET", "/openapi-ping").status_code == 200


# --- what it refuses -------------------------------------------------------------------------------------------------


def test_what_a_put_must_hold_and_must_not(shop: Shop) -> None:
    mug = shop.add_product("MUG", 3)
    assert shop.put(mug, quantity=0) == "One offering must have quantity greater than 0"
    assert "invalid keys: offering_id" in shop.put(mug, offering_id=7)
    assert "whole number" in shop.put(mug, quantity=1.5)
    assert "whole number" in shop.put(mug, quantity=-1)
    assert "price" in shop.put(mug, price="20")
    shop.put(mug, status=200)
    assert shop.quantity(mug) == 4
    path = f"/listings/{mug}/inventory"
    assert shop.loose("PUT", path, json={"products": []}).status_code == 400
    assert shop.loose("PUT", path, json={"products": [{"offerings": [{"quantity": 3}]}]}).status_code == 400
    assert shop.loose("PUT", path, content=b"{").status_code == 400
    shop.set_state(mug, "sold_out")
    assert "sold out" in shop.put(mug)
    assert shop.put("12345", status=404)


def test_numbers_that_do_not_fit_what_is_shared(shop: Shop) -> None:
    tee = shop.add_variations("Tee", [("B", (BLUE,), 3), ("R", (RED,), 3)])
    body = {"products": [], "quantity_on_property": [], "sku_on_property": [200]}
    rows: list[dict[str, Any]] = [
        {
            "sku": sku,
            "property_values": [{"property_id": 200, "value_ids": [number], "values": [name]}],
            "offerings": [{"price": 20.0, "quantity": number, "is_enabled": True, "readiness_state_id": None}],
        }
        for sku, number, name in (("B", 1, "Blue"), ("R", 2, "Red"))
    ]
    answer = shop.ask("PUT", f"/listings/{tee}/inventory", json={**body, "products": rows})
    assert (answer.status_code, answer.json()["error"]) == (
        400,
        "The quantity of the products does not fit quantity_on_property",
    )
    answer = shop.ask(
        "PUT", f"/listings/{tee}/inventory", json={**body, "products": rows, "quantity_on_property": [200]}
    )
    assert answer.status_code == 200
    assert [product.choices[0].name for product in shop.listing(tee).products] == ["Primary color"] * 2
    rows[0]["property_values"][0]["values"] = ["Blue (dark)"]
    assert shop.ask("PUT", f"/listings/{tee}/inventory", json={**body, "products": rows}).status_code == 400


def test_a_third_variation_needs_to_be_asked_for(shop: Shop) -> None:
    wood = Choice(513, "Material", 21, "Oak")
    box = shop.add_variations("Box", [("BOX", (BLUE, SMALL, wood), 3)])
    values = [
        {"property_id": one.property_id, "value_ids": [one.value_id], "values": [one.value]}
        for one in (BLUE, SMALL, wood)
    ]
    offering = {"price": 20.0, "quantity": 3, "is_enabled": True, "readiness_state_id": None}
    body = {"products": [{"property_values": values, "offerings": [offering]}]}
    path = f"/listings/{box}/inventory"
    assert shop.ask("PUT", path, json=body).status_code == 400
    assert shop.ask("PUT", path, json=body, params={"max_variations_supported": "3"}).status_code == 200


def patch(shop: Shop, ref: str, state: str) -> str:
    answer = shop.ask("PATCH", shop.mine(f"/listings/{ref}"), data={"state": state})
    return str(answer.json().get("error") or answer.json()["state"])


def test_states(shop: Shop) -> None:
    mug = shop.add_product("MUG", 1)
    assert patch(shop, mug, "inactive") == "inactive"
    assert patch(shop, mug, "active") == "active"
    shop.sell((mug, 1))
    assert patch(shop, mug, "inactive") == "/quantity : cannot be empty"
    assert patch(shop, mug, "active") == "active"
    assert (shop.quantity(mug), shop.renewals) == (1, 1), "sold out: renewed for a fee, with a quantity of 1"
    shop.set_state(mug, "expired")
    assert "cannot be activated" in patch(shop, mug, "active")
    assert "cannot be made inactive" in patch(shop, mug, "inactive")
    shop.set_state(mug, "draft")
    shop.listing(mug).has_photo = False
    assert "needs an image" in patch(shop, mug, "active")
    shop.edits.busy = True
    assert "another process" in patch(shop, mug, "active")
    assert shop.loose("PATCH", shop.mine(f"/listings/{mug}"), data={"state": "gone"}).status_code in (400, 409)


def test_lists_have_their_limits(shop: Shop) -> None:
    for row in range(130):
        shop.add_product(f"MUG-{row}", 1)
    page = shop.ask("GET", shop.mine("/listings")).json()
    assert (page["count"], len(page["results"])) == (130, 25)
    last = shop.ask("GET", shop.mine("/listings"), params={"limit": "100", "offset": "100"}).json()
    assert len(last["results"]) == 30
    for wrong in ({"limit": "101"}, {"limit": "0"}, {"offset": "12001"}, {"limit": "x"}, {"state": "edit"}):
        assert shop.loose("GET", shop.mine("/listings"), params=wrong).status_code == 400
    numbers = ",".join(map(str, list(shop.shelves)[:101]))
    assert shop.loose("GET", "/listings/batch/inventory", params={"listing_ids": numbers}).status_code == 400
    some = ",".join([*map(str, list(shop.shelves)[:3]), "5"])
    assert shop.ask("GET", "/listings/batch/inventory", params={"listing_ids": some}).status_code == 404


def test_what_is_not_there(shop: Shop) -> None:
    for path in ("/listings/5", "/listings/5/inventory", "/shops/5", shop.mine("/receipts/5"), "/shops/5/receipts"):
        assert shop.ask("GET", path).status_code == 404
    assert shop.loose("GET", "/nothing").status_code == 404
    assert shop.loose("GET", shop.mine("/receipts"), params={"sort_on": "name"}).status_code == 400
    mug = shop.add_product("MUG", 3)
    shop.listing(mug).inventory = False
    assert shop.ask("GET", f"/listings/{mug}/inventory").status_code == 404


def test_receipts_by_what_happened_to_them(shop: Shop) -> None:
    mug = shop.add_product("MUG", 9)
    open_one, sent, gone, unpaid = (shop.sell((mug, 1), paid=row < 3) for row in range(4))
    assert open_one
    assert sent
    assert gone
    shop.ship(sent)
    shop.cancel(gone)

    def asked(**params: str) -> list[str]:
        rows = shop.ask("GET", shop.mine("/receipts"), params=params).json()["results"]
        return sorted(str(row["receipt_id"]) for row in rows)

    assert asked() == sorted([open_one, sent, gone, str(unpaid)])
    assert asked(was_shipped="true") == [sent]
    assert asked(was_canceled="true") == [gone]
    assert asked(was_paid="false") == [str(unpaid)]
    assert asked(min_created=str(int(START.timestamp()) + 1)) == []


# --- faults, and the wire --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("fault", "status"), [(Fault.SIGNED_OUT, 401), (Fault.THROTTLED, 429), (Fault.BROKEN, 500)])
def test_faults_in_etsys_words(shop: Shop, fault: Fault, status: int) -> None:
    shop.faults.fail_next(fault)
    assert shop.ask("GET", "/openapi-ping").status_code == status


def test_over_a_real_connection(shop: Shop) -> None:
    mug = shop.add_product("MUG", 3)
    with LoopbackServer(shop) as server, httpx.Client(base_url=server.url, trust_env=False) as client:
        headers = {
            "x-api-key": f"{shop.gate.keystring}:{shop.gate.shared_secret}",
            "Authorization": f"Bearer {shop.token}",
        }
        answer = client.get(f"/v3/application/listings/{mug}/inventory", headers=headers)
        assert answer.json()["products"][0]["offerings"][0]["quantity"] == 3
        assert shop.access(address=server.url).address == server.url


# --- the judge -------------------------------------------------------------------------------------------------------


def test_the_judge_bites() -> None:
    spec_or_skip()
    money = {"$ref": "#/components/schemas/Money"}
    assert problems({"amount": 1, "divisor": 100, "currency_code": "USD"}, money) == []
    for wrong in ({"amount": "1"}, {"divisor": -1}, {"currency_code": None}, {"more": 1}, {"amount": True}):
        assert len(problems(wrong, money)) == 1
    assert problems({"state": "odd"}, {"$ref": "#/components/schemas/ShopListing"})
    assert problems({}, {"$ref": "#/components/schemas/ErrorSchema"}) == [": error is missing"]
    bad = [
        httpx.Request("GET", f"{API}/nothing"),
        httpx.Request("GET", f"{API}/openapi-ping"),
        httpx.Request("GET", f"{API}/users/me", headers={"x-api-key": "a:b"}),
        httpx.Request("GET", f"{API}/openapi-ping?x=1", headers={"x-api-key": "a:b"}),
        httpx.Request("POST", f"{API}/scopes", headers={"x-api-key": "a:b"}),
        httpx.Request("POST", f"{API}/scopes", headers={"x-api-key": "a:b"}, json={"token": "x"}),
    ]
    assert [len(request_problems(request)) > 0 for request in bad] == [True] * len(bad)
    ping = httpx.Request("GET", f"{API}/openapi-ping")
    assert answer_problems(ping, httpx.Response(200, json={"application_id": 0}))
    assert answer_problems(ping, httpx.Response(202, json={}))


def test_everything_it_shows_is_in_the_document(shop: Shop) -> None:
    spec_or_skip()
    rows = [("B-S", (BLUE, SMALL), 3), ("R-L", (RED, LARGE), 2)]
    tee = shop.add_variations("Tee", rows, quantity_on=(100, 200), prices=[1999, 2499])
    shop.listing(tee).images = {(200, 1): 501}
    ref = shop.sell((shop.find("B-S"), 1))
    assert ref
    shop.refund(ref, 500)
    paths = [
        "/users/me",
        shop.mine(""),
        shop.mine("/listings"),
        f"/listings/batch/inventory?listing_ids={tee}",
        f"/listings/{tee}",
        f"/listings/{tee}/inventory?includes=Listing",
        shop.mine(f"/listings/{tee}/variation-images"),
        shop.mine("/receipts"),
        shop.mine(f"/receipts/{ref}"),
    ]
    assert [shop.ask("GET", path).status_code for path in paths] == [200] * len(paths)
