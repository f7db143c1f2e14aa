"""The connection test of WooCommerce: each check by name, and a clear sentence for what is wrong."""

from collections.abc import Callable

import httpx
import pytest

from app.channels.woocommerce.info import INFO
from app.channels.woocommerce.introduce import NOBODY
from app.channels.woocommerce.shop import open_woocommerce
from app.core.channel import Guard, Introduction, ShopAccess
from app.errors import ChannelRefused, ChannelSignedOut
from app.simulator.faults import Fault
from app.simulator.http import LoopbackServer
from tests.channels.woo_world import NOW, World, answer_of, body, scripted, world

EVERYTHING = [
    *("Reach the shop", "Find WooCommerce there", "Sign in with the key"),
    *("Read products", "Read orders", "Write stock", "Stock management is on"),
    "Unpaid orders hold stock for a while",
]


def failed(found: Introduction) -> tuple[str, str]:
    """The one check that failed, and its words."""
    bad = [check for check in found.checks if not check.ok]
    assert len(bad) == 1, found
    assert bad[0].words is not None
    return str(bad[0].name), str(bad[0].words)


@pytest.fixture
def found() -> World:
    return world()


def test_all_is_well(found: World) -> None:
    said = found.woo.introduce()
    assert [str(check.name) for check in said.checks] == EVERYTHING
    assert said.ok
    assert (said.name, said.currency, said.timezone) == ("Kiln & Co", "USD", "Europe/Berlin")
    assert said.settings == {"permalinks": "pretty", "proof": "basic", "currency": "USD", "hold_minutes": "60"}


def test_it_changes_nothing(found: World) -> None:
    mug = found.shop.add_product("MUG", 10)
    found.shop.sell((mug, 1))
    rung: list[tuple[str, str]] = []
    found.shop.bells.append(lambda topic, ref: rung.append((topic, ref)))
    found.woo.introduce()
    assert rung == []
    assert (found.shop.quantity(mug), found.shop.item(mug).modified) == (9, found.shop.now())
    assert NOBODY not in found.shop.items


def test_plain_permalinks_are_found_out_and_kept(found: World) -> None:
    found.shop.permalinks = "plain"
    mug = found.shop.add_product("MUG", 10)
    said = found.woo.introduce()
    assert said.ok
    assert said.settings["permalinks"] == "plain"
    assert found.reading(mug).quantity == 10
    again = open_woocommerce(
        found.shop.access(**said.settings),
        clock=found.time,
        save_secret=lambda *_: None,
        log=found.calls.append,
        transport=httpx.MockTransport(found.shop.handle),
    )
    assert again.stock([mug])[0].quantity == 10


def test_back_to_pretty_permalinks(found: World) -> None:
    found.shop.permalinks = "plain"
    found.woo.introduce()
    found.shop.permalinks = "pretty"
    assert found.woo.introduce().settings["permalinks"] == "pretty"


def test_plain_permalinks_and_a_woocommerce_that_takes_no_keys_there(found: World) -> None:
    found.shop.permalinks, found.shop.gate.keys_on_plain = "plain", False
    name, words = failed(found.woo.introduce())
    assert name == "Sign in with the key"
    assert "Settings > Permalinks" in words


def test_a_host_that_drops_the_authorization_header(found: World) -> None:
    found.shop.gate.drops_authorization = True
    mug = found.shop.add_product("MUG", 10)
    said = found.woo.introduce()
    assert said.ok
    assert said.settings["proof"] == "signed"
    assert found.write(mug, 3, 10).seen == 3


def _no_wordpress(found: World) -> None:
    found.shop.wordpress = False


def _no_woo(found: World) -> None:
    found.shop.woo_active = False


def _wrong_key(found: World) -> None:
    found.shop.gate.key = "ck_other"


def _wrong_secret(found: World) -> None:
    found.shop.gate.secret = "cs_other"


def _read_only(found: World) -> None:
    found.shop.gate.permission = "read"


def _unmanaged(found: World) -> None:
    found.shop.switch_stock_management(on=False)


def _down(found: World) -> None:
    found.shop.faults.down = True


def _throttled(found: World) -> None:
    found.shop.faults.throttled = True


def _broken(found: World) -> None:
    found.shop.faults.broken = True


@pytest.mark.parametrize(
    ("spoil", "name", "words"),
    [
        (_down, "Reach the shop", "The shop cannot be reached."),
        (_throttled, "Reach the shop", "asked us to wait"),
        (_broken, "Reach the shop", "a fault of its own (500)"),
        (_no_wordpress, "Find WooCommerce there", "There is no WooCommerce shop at https://woo.example."),
        (_no_woo, "Find WooCommerce there", "WooCommerce is not switched on there"),
        (_wrong_key, "Sign in with the key", "does not know this key"),
        (_wrong_secret, "Sign in with the key", "does not accept the secret"),
        (_read_only, "Write stock", "This key may only read."),
        (_unmanaged, "Stock management is on", "Enable stock management"),
    ],
)
def test_what_is_wrong_is_said(found: World, spoil: Callable[[World], None], name: str, words: str) -> None:
    spoil(found)
    said = found.woo.introduce()
    assert failed(said)[0] == name
    assert words in failed(said)[1]
    assert "ck_" not in repr(said)
    assert [str(check.name) for check in said.checks][: len(said.checks)] == EVERYTHING[: len(said.checks)]


def test_a_failed_test_leaves_the_connector_as_it_was() -> None:
    found = world(permalinks="plain")
    found.shop.permalinks = "plain"
    mug = found.shop.add_product("MUG", 10)
    found.shop.faults.fail_next(Fault.TIMEOUT_BEFORE)
    assert not found.woo.introduce().ok
    assert found.reading(mug).quantity == 10


# --- what else may answer --------------------------------------------------------------------------------------------


def page(status: int, text: str = "<h1>Hello</h1>", **headers: str) -> httpx.Response:
    return httpx.Response(status, headers={"Content-Type": "text/html", **headers}, content=text.encode())


def wp_error(status: int, code: str, message: str) -> httpx.Response:
    return httpx.Response(status, json={"code": code, "message": message, "data": {"status": status}})


@pytest.mark.parametrize(
    ("answers", "name", "words"),
    [
        ([page(200), page(200)], "Find WooCommerce there", "no WooCommerce shop"),
        ([page(404), page(404)], "Find WooCommerce there", "no WooCommerce shop"),
        ([page(404), wp_error(404, "rest_no_route", "-")], "Find WooCommerce there", "not switched on"),
        ([page(403, "<h1>Wordfence</h1>")], "Find WooCommerce there", "blocks the way (403): Wordfence"),
        ([page(401, "Password")], "Find WooCommerce there", "blocks the way (401): Password"),
        (
            [wp_error(401, "rest_login_required", "REST is for members of a@b.example.")],
            "Find WooCommerce there",
            "blocks the way (401): REST is for members of …",
        ),
        ([page(301, Location="https://www.shop.example/wp-json/")], "Reach the shop", "https://www.shop.example."),
        ([page(302, Location="/login"), page(302, Location="/login")], "Find WooCommerce there", "no WooCommerce shop"),
        (
            [wp_error(403, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.")],
            "Sign in with the key",
            "The user of this key may not do this",
        ),
    ],
)
def test_other_things_at_that_address(answers: list[httpx.Response], name: str, words: str) -> None:
    woo, script, _ = scripted(*answers, address="https://shop.example")
    said = woo.introduce()
    assert failed(said)[0] == name
    assert words in failed(said)[1]
    assert not script.answers
    assert said.name == "shop.example"


def _granted(*, orders: httpx.Response, write: httpx.Response, setting: httpx.Response) -> Introduction:
    def handle(request: httpx.Request) -> httpx.Response:
        path = request.url.path
        if path == "/wp-json/":
            return page(403)
        if path.endswith("/orders"):
            return orders
        if path.endswith("woocommerce_manage_stock"):
            return setting
        if path.endswith("woocommerce_currency"):
            return page(403)
        return write if request.method == "PUT" else answer_of("products_list")

    access = ShopAccess(
        shop=1,
        channel="woocommerce",
        address="https://shop.example",
        way="key",
        secrets={"consumer_key": "ck_1", "consumer_secret": "cs_1"},
    )
    woo = open_woocommerce(
        access,
        clock=lambda: NOW,
        save_secret=lambda *_: None,
        log=lambda _: None,
        transport=httpx.MockTransport(handle),
    )
    return woo.introduce()


INVALID = wp_error(400, "woocommerce_rest_product_invalid_id", "Invalid ID.")


def test_each_permission_is_tried_by_itself() -> None:
    denied = wp_error(403, "woocommerce_rest_cannot_view", "Sorry.")
    said = _granted(orders=denied, write=page(405, "No PUT here"), setting=page(200, "-"))
    results = {str(check.name): (check.ok, str(check.words or "")) for check in said.checks}
    assert results["Read products"] == (True, "")
    assert results["Read orders"] == (False, "The user of this key may not do this in the shop.")
    assert results["Write stock"] == (False, "Something before the shop blocks the way (405): No PUT here")
    assert results["Stock management is on"][0]
    assert "could not look" in results["Stock management is on"][1]
    assert (said.name, said.currency) == ("shop.example", "")


@pytest.mark.parametrize(
    ("write", "ok"),
    [
        (INVALID, True),
        (answer_of("product_404"), True),
        (answer_of("product_put_readonly_key_401"), False),
        # The same refusal of a shop that speaks German: the words differ, the code does not.
        (wp_error(401, "woocommerce_rest_authentication_error", "Der API-Schlüssel hat keine Schreibrechte."), False),
    ],
)
def test_the_captured_answers_about_writing(write: httpx.Response, *, ok: bool) -> None:
    said = _granted(
        orders=httpx.Response(200, json=[]), write=write, setting=answer_of("setting_woocommerce_manage_stock")
    )
    assert body("setting_woocommerce_manage_stock")["value"] == "yes"
    assert said.ok is ok
    if not ok:
        assert failed(said) == (
            "Write stock",
            "This key may only read. Make one with the permissions Read/Write, and copy both strings again.",
        )


# --- the address and the key -----------------------------------------------------------------------------------------


def open_at(address: str, **secrets: str) -> None:
    access = ShopAccess(
        shop=1,
        channel="woocommerce",
        address=address,
        way="key",
        secrets={"consumer_key": "ck_1", "consumer_secret": "cs_1", **secrets},
    )
    open_woocommerce(access, clock=lambda: NOW, save_secret=lambda *_: None, log=lambda _: None).close()


@pytest.mark.parametrize("address", ["shop.example", " https://shop.example/ ", "http://127.0.0.1:8088/shop"])
def test_addresses_that_will_do(address: str) -> None:
    open_at(address)


@pytest.mark.parametrize(
    "address", ["http://shop.example", "ftp://shop.example", "a shop", "", "https://user@shop.example"]
)
def test_addresses_that_will_not_do(address: str) -> None:
    with pytest.raises(ChannelRefused):
        open_at(address)


@pytest.mark.parametrize("missing", ["consumer_key", "consumer_secret"])
def test_a_key_that_is_not_here(missing: str) -> None:
    with pytest.raises(ChannelSignedOut):
        open_at("https://shop.example", **{missing: ""})


def test_over_a_real_connection(found: World) -> None:
    with LoopbackServer(found.shop) as server:
        woo = open_woocommerce(
            found.shop.access(address=server.url),
            clock=found.time,
            save_secret=lambda *_: None,
            log=found.calls.append,
        )
        assert woo.introduce().ok
        woo.close()


@pytest.mark.parametrize("address", ["https://woo.example", "http://127.0.0.1:8088"])
def test_the_site_itself_is_asked_without_the_key(address: str) -> None:
    """WordPress would take the key for one of its own users, and refuse."""
    found = world(address=address)
    asked: list[httpx.Request] = []
    real = found.shop.handle

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return real(request)

    found.woo._api._http._client._transport.handler = handle  # type: ignore[attr-defined]
    assert found.woo.introduce().name == "Kiln & Co"
    (site,) = [request for request in asked if request.url.path == "/wp-json/"]
    assert "Authorization" not in site.headers
    assert list(site.url.params) == ["_fields"]


def test_what_connecting_asks_of_the_seller() -> None:
    (way,) = INFO.ways
    assert [field.name for field in way.fields] == ["address", "consumer_key", "consumer_secret"]
    assert [field.secret for field in way.fields] == [False, True, True]
    assert len(way.steps) == 4
    assert INFO.guard is Guard.DELTA
    assert not INFO.repeatable
    assert INFO.write_batch == INFO.read_batch == 100
