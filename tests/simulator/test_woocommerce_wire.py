"""The simulated WooCommerce answers as the real one did: statuses, keys, kinds of values, errors word for word."""

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from app.simulator.woocommerce import SimulatedWoo
from app.simulator.woocommerce.listing import Query
from tests.channels.woo_world import Time, body, capture, sold

HTTPS, HTTP = "https://127.0.0.1:8443", "http://127.0.0.1:8088"


class Counterpart:
    """A simulated shop seeded as the real one was, and a browser's way to it."""

    def __init__(self) -> None:
        self.time = Time()
        self.shop = SimulatedWoo(self.time, address=HTTPS)
        self.add(lambda shop: shop.add_product("MUG-RED", 10, title="Red Mug"))
        self.add(lambda shop: shop.add_product("MUG-BLUE", None, title="Blue Mug (no stock management)"))
        self.add(lambda shop: shop.add_variable("TEE", title="Tee"))
        self.add(lambda shop: shop.add_variation("15", "S", "TEE-S", 5))
        self.add(lambda shop: shop.add_variation("15", "M", "TEE-M", 1))
        self.add(lambda shop: shop.add_variable("POSTER", 7, title="Poster", attribute="Paper"))
        self.add(lambda shop: shop.add_variation("18", "Matt", "POSTER-MATT"))
        self.add(lambda shop: shop.add_variation("18", "Gloss", "POSTER-GLOSS"))

    def add(self, act: Callable[[SimulatedWoo], str]) -> None:
        act(self.shop)
        self.time.forward(1)

    def send(
        self, method: str, path: str, content: Any = None, *, auth: str = "good", site: str = HTTPS
    ) -> httpx.Response:
        pairs = {
            "good": (self.shop.gate.key, self.shop.gate.secret),
            "unknown": ("ck_0", "cs_0"),
            "wrong secret": (self.shop.gate.key, "cs_0"),
        }
        with httpx.Client(transport=httpx.MockTransport(self.shop.handle), auth=pairs.get(auth)) as client:
            return client.request(method, f"{site}{path}", **({} if content is None else {"json": content}))

    def repeat(self, name: str, *, ids: dict[str, str] | None = None, **how: Any) -> httpx.Response:
        """Send what was captured, with the numbers of this shop."""
        request = capture(name)["request"]
        path, content = request["path"], request["body"]
        for old, new in (ids or {}).items():
            path = path.replace(f"/{old}", f"/{new}")
        return self.send(request["method"], path, content, **how)


@pytest.fixture
def real() -> Counterpart:
    return Counterpart()


def same_shape(ours: Any, theirs: Any, where: str = "$") -> None:
    """Same keys and same kinds of JSON values, all the way down."""
    assert type(ours) is type(theirs), f"{where}: {ours!r} for {theirs!r}"
    if isinstance(ours, dict):
        assert set(ours) == set(theirs), where
        for key in ours:
            same_shape(ours[key], theirs[key], f"{where}.{key}")
    elif isinstance(ours, list):
        for place, (mine, their) in enumerate(zip(ours, theirs, strict=False)):
            same_shape(mine, their, f"{where}[{place}]")
        assert bool(ours) is bool(theirs), where


def loose(found: Any) -> Any:
    """Without what the simulator keeps simpler on purpose: related products, and links, which nobody reads."""
    if isinstance(found, list):
        return [loose(one) for one in found]
    return {key: value for key, value in found.items() if key not in ("related_ids", "_links")}


# --- things ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        *("products_list", "product_get", "product_put_inventory_delta", "product_put_stock_on_unmanaged"),
        *("pause_status-draft", "pause_status-pending", "pause_status-private", "pause_variation_private"),
        *("pause_catalog_visibility-hidden_status-publish", "pause_manage_stock-True_stock_quantity-0"),
        *("variation_get", "variations_list", "variation_put_inventory_delta", "variations_all_products"),
        *("variation_put_stock_when_parent_managed", "variations_batch", "products_list_paged_fields"),
        "setting_woocommerce_manage_stock",
    ],
)
def test_the_same_shape(real: Counterpart, name: str) -> None:
    theirs = capture(name)["response"]
    ours = real.repeat(name)
    assert ours.status_code == theirs["status"]
    if name == "variations_batch":
        assert set(ours.json()) == {"update"}
        same_shape(loose(ours.json()["update"]), loose(theirs["body"]["update"]))
    elif name.startswith("setting"):
        assert set(ours.json()) == set(theirs["body"])
    else:
        same_shape(loose(ours.json()), loose(theirs["body"]))


def test_a_product_with_every_link(real: Counterpart) -> None:
    same_shape(real.repeat("product_get").json()["_links"], body("product_get")["_links"])
    same_shape(real.repeat("variation_get").json()["_links"], body("variation_get")["_links"])


def test_negative_with_backorders(real: Counterpart) -> None:
    real.shop.item("13").backorders = "yes"
    real.shop.set_stock("13", -1)
    ours, theirs = real.repeat("product_backorders_yes_negative").json(), body("product_backorders_yes_negative")
    same_shape(loose(ours), loose(theirs))
    for key in ("stock_quantity", "stock_status", "backorders", "backorders_allowed", "backordered", "manage_stock"):
        assert ours[key] == theirs[key], key


@pytest.mark.parametrize(
    "name",
    [
        *("product_get", "products_list", "variations_list", "variation_parent_managed_Matt"),
        *("product_put_stock_on_unmanaged", "variation_put_stock_when_parent_managed"),
    ],
)
def test_the_same_numbers(real: Counterpart, name: str) -> None:
    keys = (
        "id",
        "sku",
        "name",
        "type",
        "status",
        "manage_stock",
        "stock_quantity",
        "stock_status",
        "backorders",
        "parent_id",
    )
    theirs = body(name)
    ours = (
        real.send("GET", "/wp-json/wc/v3/products/18/variations/19").json()
        if "Matt" in name
        else real.repeat(name).json()
    )
    rows = zip(ours, theirs, strict=True) if isinstance(theirs, list) else [(ours, theirs)]
    for mine, their in rows:
        for key in keys:
            if (key, name) not in ((("stock_quantity"), "variations_list"),):
                assert mine.get(key) == their.get(key), key


def test_a_list_says_how_long_it_is(real: Counterpart) -> None:
    theirs = capture("products_list_paged_fields")["response"]["headers"]
    ours = real.repeat("products_list_paged_fields").headers
    for name in ("X-WP-Total", "X-WP-TotalPages", "Content-Type"):
        assert ours[name] == theirs[name]
    assert 'rel="next"' in ours["Link"]
    assert "page=2" in ours["Link"]
    last = real.send("GET", "/wp-json/wc/v3/products?per_page=2&page=2")
    assert 'rel="prev"' in last.headers["Link"]
    assert 'rel="next"' not in last.headers["Link"]
    assert real.send("GET", "/wp-json/wc/v3/products?per_page=2&page=3").json() == []


def test_signed_over_http(real: Counterpart) -> None:
    """The captured request has its signature taken out; tests/channels check ours against this shop."""
    assert capture("products_oauth1_over_http")["response"]["status"] == 200
    refused = real.send("GET", "/wp-json/wc/v3/products?per_page=1&oauth_consumer_key=ck_0", site=HTTP)
    assert refused.json()["message"] == "Consumer key is invalid."


# --- orders ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def order(real: Counterpart) -> str:
    return str(real.repeat("order_create_2_units").json()["id"])


@pytest.mark.parametrize(
    "name", ["order_created_rest", "order_create_2_units", "order_pending_unpaid", "race_rest_order_0"]
)
def test_an_order_over_rest(real: Counterpart, name: str) -> None:
    ours, theirs = real.repeat(name), capture(name)["response"]
    assert ours.status_code == theirs["status"] == 201
    _same_order(ours.json(), theirs["body"])


def _same_order(ours: Any, theirs: Any) -> None:
    same_shape(loose(ours), loose(theirs))
    assert (ours["status"], len(ours["refunds"])) == (theirs["status"], len(theirs["refunds"]))
    for mine, their in zip(ours["line_items"], theirs["line_items"], strict=True):
        assert mine["quantity"] == their["quantity"]
        notes = [[(meta["key"], meta["value"]) for meta in line["meta_data"]] for line in (mine, their)]
        assert notes[0] == notes[1]


def test_cancelled_and_refunded_by_status(real: Counterpart, order: str) -> None:
    _same_order(real.repeat("order_cancelled", ids={"197": order}).json(), body("order_cancelled"))
    real.send("PUT", f"/wp-json/wc/v3/orders/{order}", {"status": "processing"})
    ours = real.repeat("order_status_refunded", ids={"197": order}).json()
    _same_order(ours, body("order_status_refunded"))
    assert ours["refunds"][0]["reason"] == "Order fully refunded."


def test_part_refunds(real: Counterpart, order: str) -> None:
    real.shop.order(order).lines[0].price = 68.0
    line = int(real.shop.lines(order)[0])
    for name, read in (
        ("refund_partial_restock_default", "order_partially_refunded"),
        ("refund_rest_no_restock", "order_fully_refunded"),
    ):
        request = capture(name)["request"]
        content = {**request["body"], "line_items": [{**request["body"]["line_items"][0], "id": line}]}
        ours = real.send("POST", f"/wp-json/wc/v3/orders/{order}/refunds", content)
        assert ours.status_code == 201
        same_shape(loose(ours.json()), loose(body(name)))
        assert ours.json()["line_items"][0]["quantity"] == body(name)["line_items"][0]["quantity"] == -1
        if name == "refund_partial_restock_default":
            _same_order(real.send("GET", f"/wp-json/wc/v3/orders/{order}").json(), body(read))
    assert len(real.send("GET", f"/wp-json/wc/v3/orders/{order}/refunds").json()) == 2


def test_an_amount_alone(real: Counterpart, order: str) -> None:
    ours = real.repeat("refund_too_much_400", ids={"199": order})
    assert ours.status_code == capture("refund_too_much_400")["response"]["status"] == 201
    same_shape(loose(ours.json()), loose(body("refund_too_much_400")))


def test_into_the_bin(real: Counterpart, order: str) -> None:
    ours = real.repeat("order_trash", ids={"206": order}).json()
    same_shape(loose(ours), loose(body("order_trash")))
    assert ours["status"] == body("order_trash")["status"] == "processing", "answered as it was before"
    assert real.send("GET", f"/wp-json/wc/v3/orders/{order}").json()["status"] == "trash"


def test_orders_changed_since(real: Counterpart) -> None:
    for _ in range(4):
        sold(real.shop.sell(("13", 1)))
    ours, theirs = real.repeat("orders_modified_after"), capture("orders_modified_after")["response"]
    same_shape(ours.json(), theirs["body"])
    assert (len(ours.json()), ours.headers["X-WP-TotalPages"]) == (3, "2")
    newest = ours.json()[-1]["date_modified_gmt"]
    path = f"/wp-json/wc/v3/orders?modified_after={newest}&dates_are_gmt=true"
    assert real.send("GET", path).json() == [], "exclusive, whole seconds"


# --- errors, word for word -------------------------------------------------------------------------------------------


def _basic_over_http(real: Counterpart) -> httpx.Response:
    return real.repeat("products_basic_over_http_401", site=HTTP)


def _bad_signature(real: Counterpart) -> httpx.Response:
    proof = f"oauth_consumer_key={real.shop.gate.key}&oauth_signature=x&oauth_signature_method=HMAC-SHA256"
    return real.send("GET", f"/wp-json/wc/v3/products?{proof}", site=HTTP, auth="none")


def _read_only(real: Counterpart) -> httpx.Response:
    real.shop.gate.permission = "read"
    return real.repeat("product_put_readonly_key_401")


def _gateway(real: Counterpart) -> httpx.Response:
    return real.repeat("refund_api_refund_default_cod", ids={"203": sold(real.shop.sell(("13", 1)))})


def _plainly(name: str, auth: str = "good") -> Callable[[Counterpart], httpx.Response]:
    return lambda real: real.repeat(name, auth=auth)


@pytest.mark.parametrize(
    ("name", "act"),
    [
        ("product_404", _plainly("product_404")),
        ("route_404", _plainly("route_404")),
        ("product_401_bad_key", _plainly("product_401_bad_key", "unknown")),
        ("product_401_no_auth", _plainly("product_401_no_auth", "none")),
        ("basic_wrong_secret_401", lambda real: real.send("GET", "/wp-json/wc/v3/products", auth="wrong secret")),
        ("oauth1_bad_signature_401", _bad_signature),
        ("products_basic_over_http_401", _basic_over_http),
        ("product_put_readonly_key_401", _read_only),
        ("product_put_400_invalid_param", _plainly("product_put_400_invalid_param")),
        ("products_per_page_101_400", _plainly("products_per_page_101_400")),
        ("products_batch_101_413", _plainly("products_batch_101_413")),
        ("products_batch_with_variation_id", _plainly("products_batch_with_variation_id")),
        ("refund_api_refund_default_cod", _gateway),
    ],
)
def test_the_same_error(real: Counterpart, name: str, act: Callable[[Counterpart], httpx.Response]) -> None:
    ours, theirs = act(real), capture(name)["response"]
    assert (ours.status_code, ours.json()) == (theirs["status"], theirs["body"])


def test_a_batch_answers_200_with_errors_inside(real: Counterpart) -> None:
    ours, theirs = real.repeat("products_batch_mixed"), body("products_batch_mixed")
    assert ours.status_code == 200
    rows = ours.json()["update"]
    assert rows[2] == theirs["update"][2]
    same_shape(loose(rows[0]), loose(theirs["update"][0]))
    assert rows[0]["stock_quantity"] == 50


def test_an_order_that_is_not_there(real: Counterpart) -> None:
    ours = real.send("GET", "/wp-json/wc/v3/orders/999999").json()
    assert ours["code"] == json.loads(capture("webhook_delivery_of_deleted_resource")["body"])["code"]


def test_a_date_that_is_none() -> None:
    with pytest.raises(Exception, match="rest_invalid_param"):
        Query(httpx.QueryParams("modified_after=yesterday")).chosen([])


def test_the_site_s_index_takes_no_shop_key(real: Counterpart) -> None:
    assert real.send("GET", "/wp-json/", auth="none").json()["name"] == "Kiln & Co"
    assert real.send("GET", "/wp-json/").status_code == 401
