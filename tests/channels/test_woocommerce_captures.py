"""Every captured answer of a real WooCommerce: what the connector makes of it, or why it is no call of ours."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from app.channels.woocommerce.shop import WooCommerce
from app.channels.woocommerce.stock import SHARED, UNMANAGED
from app.core.channel import Reading, WriteOutcome, WriteResult
from app.core.orders import Order, OrderLine
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable
from tests.channels.woo_world import CAPTURES, answer_of, body, capture, cursor_at, scripted, stock_write

Do = Callable[[WooCommerce], Any]
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass
class Case:
    """A call, the answers it gets, and what comes of it. `ours`: the request whose form must be the captured one."""

    do: Do
    result: Any
    answers: list[httpx.Response] | None = None
    ours: int | None = None


@dataclass
class Fails:
    """The typed error, and words of its title."""

    kind: type[ChannelError]
    title: str
    words: str = ""


NO_CREATION = "Plimsoll makes no products"
NO_DELETION = "Plimsoll deletes no orders"
NOT_A_PAUSE = "this way of pausing still sells, or erases the number"
CHECKOUT = "a shopper's call"
NO_REFUND = "Plimsoll gives no money back"
WEBHOOK = "webhooks are bells, and are not read here"
NOT_ASKED = "Plimsoll does not ask for this"


def inside(name: str, change: Callable[[Any], Any] = lambda record: record) -> httpx.Response:
    """A captured record as the only row of a list."""
    response = answer_of(name, lambda record: [change(record)])
    response.status_code = 200
    return response


def as_list(*records: Any) -> httpx.Response:
    return httpx.Response(200, json=list(records))


def stock_rows(**numbers: int) -> httpx.Response:
    """What a read before or after writing shows: managed products by number."""
    rows = [
        {"id": int(number.strip("_")), "manage_stock": True, "stock_quantity": quantity, "status": "publish"}
        for number, quantity in numbers.items()
    ]
    return httpx.Response(200, json=rows)


def batched(name: str) -> httpx.Response:
    """A captured record as the only row of a batch's answer."""
    return answer_of(name, lambda record: {"update": [record]})


def read_order(number: int, *refunds: str) -> Do:
    return lambda woo: woo.order(str(number))


def order_is(
    ref: str, status: str, *, placed: str, changed: str, ended: bool = False, **line: Any
) -> Callable[[Any], None]:
    def check(order: Any) -> None:
        assert isinstance(order, Order)
        assert (order.ref, order.number, order.status, order.ended) == (ref, ref, status, ended)
        assert order.placed_at.isoformat() == f"2026-11-23T{placed}+00:00"
        assert order.updated_at.isoformat() == f"2026-11-23T{changed}+00:00"
        assert order.url == f"https://127.0.0.1:8443/wp-admin/post.php?post={ref}&action=edit"
        expected = OrderLine(ref=order.lines[0].ref, listing="13", sku="MUG-RED", title="Red Mug", **line)
        assert order.lines == (expected,)

    return check


def listings_are(*expected: tuple[Any, ...], then: str | None) -> Callable[[Any], None]:
    def check(page: Any) -> None:
        shown = [
            (one.ref, one.sku, one.title, one.quantity, one.counted, one.stock_of, one.batch, one.price_minor)
            for one in page.listings
        ]
        assert shown == list(expected)
        assert all(one.active and not one.oversells for one in page.listings)
        assert page.next == then

    return check


def done(ref: str, seen: int) -> WriteResult:
    return WriteResult(ref=ref, outcome=WriteOutcome.DONE, seen=seen)


def refused(ref: str, words: str) -> WriteResult:
    return WriteResult(ref=ref, outcome=WriteOutcome.REFUSED, words=words)


def gone(ref: str) -> WriteResult:
    return WriteResult(ref=ref, outcome=WriteOutcome.GONE)


REFUNDS = [body("refund_too_much_400"), body("refund_rest_no_restock"), body("refund_partial_restock_default")]
MATT, GLOSS = ("18/19", "POSTER-MATT", "Poster - Matt"), ("18/20", "POSTER-GLOSS", "Poster - Gloss")
UNKNOWN_KEY = Fails(ChannelSignedOut, "does not know this key")
WRONG_SECRET = Fails(ChannelSignedOut, "does not accept the secret")


def simple_order(number: int, placed: str, changed: str) -> Case:
    check = order_is(str(number), "processing", placed=placed, changed=changed, open=1, taken=1)
    return Case(read_order(number), check)


def _race(name: str) -> Case:
    found = body(name)
    return simple_order(found["id"], found["date_created_gmt"][11:], found["date_modified_gmt"][11:])


CASES: dict[str, Case | str] = {
    "basic_wrong_secret_401": Case(read_order(1), WRONG_SECRET),
    "oauth1_bad_signature_401": Case(read_order(1), WRONG_SECRET),
    "product_401_bad_key": Case(lambda woo: woo.stock(["13"]), UNKNOWN_KEY),
    "product_401_no_auth": Case(lambda woo: woo.stock(["13"]), UNKNOWN_KEY),
    "products_basic_over_http_401": Case(lambda woo: woo.listings(None), UNKNOWN_KEY, ours=0),
    "product_put_readonly_key_401": Case(
        lambda woo: woo.resume("13", "publish"), Fails(ChannelSignedOut, "may only read"), ours=0
    ),
    "route_404": Case(
        read_order(1), Fails(ChannelUnavailable, "does not answer at this address", "No route was found")
    ),
    "product_404": Case(lambda woo: woo.resume("999999", "publish"), Fails(ChannelRefused, "refused", "Invalid ID.")),
    "product_put_400_invalid_param": Case(
        lambda woo: woo.resume("13", "publish"), Fails(ChannelRefused, "refused", "Invalid parameter(s)"), ours=0
    ),
    "products_per_page_101_400": Case(
        lambda woo: woo.listings(None), Fails(ChannelRefused, "refused", "Invalid parameter(s): per_page"), ours=0
    ),
    "product_create_duplicate_sku_400": NO_CREATION,
    "product_create_simple": NO_CREATION,
    "product_create_unmanaged": NO_CREATION,
    "product_create_variable": NO_CREATION,
    "variation_create_M": NO_CREATION,
    "variation_create_S": NO_CREATION,
    # --- listings
    "products_list": Case(
        lambda woo: woo.listings(None),
        listings_are(
            ("18", "POSTER", "Poster", 7, True, None, "", 900),
            ("14", "MUG-BLUE", "Blue Mug (no stock management)", None, False, None, "", 1200),
            ("13", "MUG-RED", "Red Mug", 10, True, None, "", 1200),
            then="variations/1",
        ),
        ours=0,
    ),
    "products_oauth1_over_http": Case(
        lambda woo: woo.listings(None),
        # One product a page was asked for then: the header tells of three pages more.
        lambda page: (page.next == "products/2") or pytest.fail(str(page)),
    ),
    "variations_all_products": Case(
        lambda woo: woo.listings("variations/1"),
        listings_are(
            (*GLOSS, 7, True, "18", "18", 900),
            (*MATT, 7, True, "18", "18", 900),
            ("15/17", "TEE-M", "Tee - M", 1, True, None, "15", 2000),
            ("15/16", "TEE-S", "Tee - S", 5, True, None, "15", 2000),
            then=None,
        ),
        [answer_of("variations_all_products"), answer_of("products_list")],
        ours=0,
    ),
    "variations_list": Case(
        lambda woo: woo.stock(["15/16", "15/17"]),
        [Reading(ref="15/16", quantity=5), Reading(ref="15/17", quantity=1)],
        ours=0,
    ),
    "products_by_variation_sku": NOT_ASKED,
    # --- stock
    "products_list_paged_fields": Case(
        lambda woo: woo.listings(None),
        listings_are(
            ("13", "MUG-RED", "", 10, True, None, "", None),
            ("14", "MUG-BLUE", "", None, False, None, "", None),
            then="products/2",
        ),
        ours=0,
    ),
    "product_get": Case(lambda woo: woo.stock(["13"]), [Reading(ref="13", quantity=10)], [inside("product_get")]),
    "product_after_rest_oversell_negative_stock": Case(
        lambda woo: woo.stock(["13"]),
        [Reading(ref="13", quantity=-7)],
        [inside("product_after_rest_oversell_negative_stock")],
    ),
    "product_backorders_yes_negative": Case(
        lambda woo: woo.stock(["13"]), [Reading(ref="13", quantity=-1)], [inside("product_backorders_yes_negative")]
    ),
    "variation_get": Case(
        lambda woo: woo.stock(["15/16"]), [Reading(ref="15/16", quantity=4)], [inside("variation_get")]
    ),
    "variation_parent_managed_Matt": Case(
        lambda woo: woo.stock(["18/19"]),
        [Reading(ref="18/19", quantity=None)],
        [inside("variation_parent_managed_Matt")],
    ),
    "variation_parent_managed_Gloss": Case(
        lambda woo: woo.stock(["18/20"]),
        [Reading(ref="18/20", quantity=None)],
        [inside("variation_parent_managed_Gloss")],
    ),
    # --- writes
    "product_put_inventory_delta": Case(
        lambda woo: woo.set_stock([stock_write("13", 7, 10)]),
        [done("13", 7)],
        [stock_rows(_13=10), batched("product_put_inventory_delta")],
    ),
    "variation_put_inventory_delta": Case(
        lambda woo: woo.set_stock([stock_write("15/16", 3, 4)]),
        [done("15/16", 3)],
        [stock_rows(_16=4), batched("variation_put_inventory_delta")],
    ),
    "product_put_stock_on_unmanaged": Case(
        lambda woo: woo.set_stock([stock_write("14", 5, 4)]),
        [refused("14", UNMANAGED)],
        [stock_rows(_14=4), batched("product_put_stock_on_unmanaged")],
    ),
    "variation_put_stock_when_parent_managed": Case(
        lambda woo: woo.set_stock([stock_write("18/19", 3, 7)]),
        [refused("18/19", SHARED)],
        [stock_rows(_19=7), batched("variation_put_stock_when_parent_managed")],
    ),
    "products_batch_mixed": Case(
        lambda woo: woo.set_stock([stock_write("13", 50, 40), stock_write("14", 4, 1), stock_write("999999", 4, 1)]),
        [done("13", 50), done("14", 4), gone("999999")],
        [stock_rows(_13=40, _14=1, _999999=1), answer_of("products_batch_mixed")],
        ours=1,
    ),
    "products_batch_101_413": Case(
        lambda woo: woo.set_stock([stock_write("13", 50, 40)]),
        [refused("13", "Unable to accept more than 100 items for this request.")],
        [stock_rows(_13=40), answer_of("products_batch_101_413")],
        ours=1,
    ),
    "products_batch_with_variation_id": Case(
        lambda woo: woo.set_stock([stock_write("16", 8, 5)]),
        [refused("16", body("products_batch_with_variation_id")["update"][0]["error"]["message"])],
        [stock_rows(_16=5), answer_of("products_batch_with_variation_id")],
        ours=1,
    ),
    "variations_batch": Case(
        lambda woo: woo.set_stock([stock_write("15/16", 5, 4), stock_write("15/17", 1, 0)]),
        [done("15/16", 5), done("15/17", 1)],
        [stock_rows(_16=4, _17=0), answer_of("variations_batch")],
        ours=1,
    ),
    # --- pausing
    "pause_status-private": Case(lambda woo: woo.resume("13", "private"), None, ours=0),
    "pause_status-draft": Case(lambda woo: woo.resume("13", "draft"), None, ours=0),
    "pause_status-pending": Case(lambda woo: woo.resume("13", "pending"), None, ours=0),
    "pause_variation_private": Case(lambda woo: woo.resume("15/17", "private"), None, ours=0),
    "pause_catalog_visibility-hidden_status-publish": NOT_A_PAUSE,
    "pause_manage_stock-False_stock_status-outofstock": NOT_A_PAUSE,
    "pause_manage_stock-True_stock_quantity-0": "a number of 0 is an ordinary write",
    "pause_stock_quantity-0_catalog_visibility-visible": "a number of 0 is an ordinary write",
    "pause_stock_status-outofstock_catalog_visibility-visible": NOT_A_PAUSE,
    # --- orders: the same record, whatever call answered it
    "order_created_rest": simple_order(21, "06:05:19", "06:05:19"),
    "order_rest_on_out_of_stock": simple_order(30, "06:09:49", "06:09:49"),
    "race_rest_order_0": _race("race_rest_order_0"),
    "race_rest_order_1": _race("race_rest_order_1"),
    "order_create_2_units": Case(
        read_order(197),
        order_is("197", "processing", placed="06:13:16", changed="06:13:16", open=2, taken=2),
    ),
    "order_pending_unpaid": Case(
        read_order(205),
        order_is("205", "pending", placed="06:13:22", changed="06:13:23", open=1, taken=0),
    ),
    "order_cancelled": Case(
        read_order(197),
        order_is("197", "cancelled", placed="06:13:16", changed="06:13:16", ended=True, open=0, taken=0, shipped=None),
    ),
    "order_status_refunded": Case(
        read_order(197),
        order_is("197", "refunded", placed="06:13:16", changed="06:13:18", ended=True, open=0, taken=2, shipped=None),
    ),
    "order_partially_refunded": Case(
        read_order(199),
        # Put back on sale: no longer promised, and no longer off the shop's number.
        order_is("199", "processing", placed="06:13:18", changed="06:13:19", open=1, taken=1, withheld=0),
        [answer_of("order_partially_refunded"), as_list(*REFUNDS)],
        ours=0,
    ),
    "order_fully_refunded": Case(
        read_order(199),
        order_is("199", "processing", placed="06:13:18", changed="06:13:20", open=0, taken=1, withheld=1),
        [answer_of("order_fully_refunded"), as_list(*REFUNDS)],
        ours=0,
    ),
    "order_trash": NO_DELETION,
    "orders_modified_after": Case(
        lambda woo: woo.orders_changed(cursor_at(NEW_YEAR)),
        # That time only three fields were asked for: an order without lines is not understood, never empty.
        Fails(ChannelUnavailable, "does not understand", "line_items"),
        ours=0,
    ),
    "refund_partial_restock_default": "read with order_partially_refunded",
    "refund_rest_no_restock": "read with order_fully_refunded",
    "refund_too_much_400": "read with order_fully_refunded",
    "refund_api_refund_default_cod": NO_REFUND,
    # --- settings
    "setting_woocommerce_manage_stock": "read in test_woocommerce_introduce",
    "setting_woocommerce_hold_stock_minutes": NOT_ASKED,
    "setting_woocommerce_notify_no_stock_amount": NOT_ASKED,
    **dict.fromkeys(
        (
            *("store_api_checkout_after_pause", "store_api_checkout_after_zero", "store_api_checkout_bacs"),
            *("store_api_checkout_cheque", "store_api_checkout_cod"),
            *("store_api_checkout_race_0", "store_api_checkout_race_1", "store_api_checkout_race_2"),
        ),
        CHECKOUT,
    ),
    **{
        f"webhook_{name}": WEBHOOK
        for name in (
            *("create_bad_topic_400", "create_endpoint_500", "create_order_created", "create_order_deleted"),
            *("create_order_published_400", "create_order_updated", "create_product_created"),
            *("create_product_updated", "delivery_id_reuse_log", "delivery_of_deleted_resource"),
            *("delivery_order_created", "delivery_order_deleted", "delivery_order_updated"),
            *("delivery_product_updated", "delivery_product_updated_variation", "disabled_after_failures"),
            *("ping_delivery", "reactivate"),
        )
    },
    "webhooks_list": WEBHOOK,
}


READ = [name for name, case in CASES.items() if isinstance(case, Case)]


def test_every_capture_has_its_place() -> None:
    files = {path.stem for path in CAPTURES.glob("*.json")}
    assert files == set(CASES)
    assert len(READ) > 40


@pytest.mark.parametrize("name", READ)
def test_what_comes_of_it(name: str) -> None:
    case = CASES[name]
    assert isinstance(case, Case)
    woo, script, calls = scripted(*(case.answers or [answer_of(name)]), currency="USD")
    if isinstance(case.result, Fails):
        with pytest.raises(case.result.kind) as caught:
            case.do(woo)
        assert case.result.title in str(caught.value.title)
        assert case.result.words in caught.value.words
        assert caught.value.status == capture(name)["response"]["status"]
    elif callable(case.result):
        case.result(case.do(woo))
    else:
        assert case.do(woo) == case.result
    assert not script.answers, "an answer was not asked for"
    assert len(calls) == len(script.asked)
    if case.ours is not None:
        check_form(script.asked[case.ours], capture(name)["request"])
    woo.close()


def check_form(sent: httpx.Request, captured: dict[str, Any]) -> None:
    """The request of ours has the method, the path and the kinds of values that a real shop understood."""
    path, _, query = captured["path"].partition("?")
    assert (sent.method, sent.url.path) == (captured["method"], path)
    captured_names = {part.partition("=")[0] for part in query.split("&")} - {""}
    assert captured_names <= {*sent.url.params.keys(), *({"page"} if sent.url.path.endswith("products") else ())}
    if captured["body"] is None:
        assert not sent.content
        return
    ours = json.loads(sent.content)
    theirs = captured["body"]
    if "update" not in theirs:
        assert [type(value) for value in ours.values()] == [str]
        return
    assert list(ours) == ["update"]
    for row in ours["update"]:
        assert list(row) == ["id", "inventory_delta"]
        assert [type(value) for value in row.values()] == [int, int]
        assert type(theirs["update"][0]["id"]) is int


def test_a_product_without_a_number_and_one_that_is_not_there() -> None:
    woo, _, _ = scripted(answer_of("products_list"))
    assert woo.stock(["13", "14", "99"]) == [
        Reading(ref="13", quantity=10),
        Reading(ref="14", quantity=None),
        Reading(ref="99", quantity=None, gone=True),
    ]


def test_a_write_has_the_captured_form() -> None:
    """`inventory_delta` was tried on a single product; a batch's row is the same with its number."""
    woo, script, _ = scripted(stock_rows(_13=10), batched("product_put_inventory_delta"))
    woo.set_stock([stock_write("13", 7, 10)])
    row = json.loads(script.asked[1].content)["update"][0]
    assert row == {"id": 13, **capture("product_put_inventory_delta")["request"]["body"]}


def test_a_poll_has_the_captured_form() -> None:
    woo, script, _ = scripted(as_list())
    woo.orders_changed(cursor_at(NEW_YEAR))
    sent = script.asked[0].url.params
    captured = httpx.URL(capture("orders_modified_after")["request"]["path"]).params
    for name in ("orderby", "order", "dates_are_gmt"):
        assert sent[name] == captured[name]
    assert sent["modified_after"] == "2025-12-31T23:59:30"  # the captured form, some seconds before
    assert sent["status"] == "any"
    assert "billing" not in sent["_fields"]
    assert "shipping" not in sent["_fields"]


def test_over_http_the_captured_parameters_are_sent() -> None:
    woo, script, _ = scripted(answer_of("products_oauth1_over_http"), address="http://127.0.0.1:8088")
    woo.listings(None)
    names = sorted(name for name in script.asked[0].url.params if name.startswith("oauth_"))
    assert names == [
        *("oauth_consumer_key", "oauth_nonce", "oauth_signature"),
        *("oauth_signature_method", "oauth_timestamp", "oauth_version"),
    ]
    assert capture("products_oauth1_over_http")["request"]["path"].count("oauth_") == len(names)
    assert script.asked[0].url.params["oauth_signature_method"] == "HMAC-SHA256"
    assert "Authorization" not in script.asked[0].headers
