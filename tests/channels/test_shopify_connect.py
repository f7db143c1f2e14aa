"""Connecting a Shopify shop: its address, the two ways to sign in, permissions by name, and what can go wrong."""

from dataclasses import replace
from typing import Any

import httpx
import pytest

from app.channels.shopify.channel import open_shopify
from app.channels.shopify.info import INFO, SCOPES, address_of
from app.core.channel import ShopAccess
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.simulator.faults import Fault
from app.simulator.http import LoopbackServer
from tests.channels.shopify_world import World


@pytest.fixture
def world() -> World:
    return World()


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("kiln", "https://kiln.myshopify.com"),
        ("  Kiln ", "https://kiln.myshopify.com"),
        ("kiln.myshopify.com", "https://kiln.myshopify.com"),
        ("https://kiln.myshopify.com/admin/products?selectedView=all", "https://kiln.myshopify.com"),
        ("https://admin.shopify.com/store/kiln", "https://kiln.myshopify.com"),
        ("admin.shopify.com/store/kiln/orders/123", "https://kiln.myshopify.com"),
        ("http://127.0.0.1:8123", "http://127.0.0.1:8123"),
        ("http://localhost:8123/", "http://localhost:8123"),
    ],
)
def test_addresses(typed: str, address: str) -> None:
    assert address_of(typed) == address


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", "not the address"),
        ("my shop", "not the address"),
        ("kiln.example", "not the name of a Shopify shop"),
        ("https://www.kiln-and-co.com", "not the name of a Shopify shop"),
        ("https://admin.shopify.com", "not the name of a Shopify shop"),
        ("https://kiln.myshopify.com.evil.example", "not the name of a Shopify shop"),
        ("https://evil.example/kiln.myshopify.com", "not the name of a Shopify shop"),
        ("http://kiln.myshopify.com", "over https only"),
        ("https://me:secret@kiln.myshopify.com", "not the address"),
    ],
)
def test_what_is_no_address_of_a_shop(typed: str, words: str) -> None:
    with pytest.raises(ChannelRefused, match=words):
        address_of(typed)


def test_the_ways_to_connect_ask_for_what_is_used() -> None:
    app, token = INFO.ways
    assert [field.name for field in app.fields] == ["address", "client_id", "client_secret"]
    assert [field.name for field in token.fields] == ["address", "token"]
    assert [field.secret for field in app.fields] == [False, False, True]
    assert any("read_products,write_products" in str(step) for step in app.steps)


@pytest.mark.parametrize("way", ["app", "token"])
@pytest.mark.parametrize("version", ["2026-10", "2026-07"])
def test_a_shop_introduces_itself(way: str, version: str) -> None:
    world = World(way=way)
    world.shop.add_location("Warehouse")
    access = world.shop.access(way=way)
    world.channel = world.open(replace(access, settings=access.settings | {"api_version": version}))
    told = world.channel.introduce()
    assert told.ok
    assert (told.name, told.currency, told.timezone) == ("Kiln & Co", "USD", "Europe/Dublin")
    assert [place.name for place in told.locations] == ["Main street", "Warehouse"]
    assert told.settings == {}, "two locations: the seller chooses"
    assert f"/admin/api/{version}/graphql.json" in {request.url.path for request in world.wire.requests}
    mutations = [body for body in world.wire.sent if body["query"].startswith("mutation")]
    assert mutations == [], "introducing changes nothing"


def test_the_only_location_is_chosen(world: World) -> None:
    assert world.channel.introduce().settings == {"location": world.shop.main}


def test_a_linked_location_that_was_closed_fails_its_check(world: World) -> None:
    other = world.shop.add_location("Warehouse")
    world.channel = world.open(world.shop.access(location=other))
    assert world.channel.introduce().ok
    world.shop.close_location(other)
    told = world.channel.introduce()
    assert [str(check.name) for check in told.checks if not check.ok] == ["The linked location"]


@pytest.mark.parametrize("scope", sorted(SCOPES))
def test_a_missing_permission_is_named(world: World, scope: str) -> None:
    world.shop.scopes.discard(scope)
    failed = [check for check in world.channel.introduce().checks if not check.ok]
    granted_by_writing = scope.startswith("read_") and scope != "read_locations"
    assert [str(check.name) for check in failed] == ([] if granted_by_writing else [str(SCOPES[scope])])
    if failed:
        assert scope in str(failed[0].words)


def test_an_app_without_any_permission_still_introduces_the_shop(world: World) -> None:
    world.shop.scopes.clear()
    told = world.channel.introduce()
    assert [check.ok for check in told.checks] == [False] * len(SCOPES)
    assert told.name == "Kiln & Co"


def test_a_permission_that_is_missing_later_is_named_too(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.scopes -= {"read_orders", "write_orders", "write_inventory", "write_products"}
    with pytest.raises(ChannelSignedOut, match="the permission read_orders"):
        world.channel.orders_changed(world.channel.first_cursor(world.now))
    with pytest.raises(ChannelSignedOut, match="the permission write_inventory"):
        world.set(mug, 3, 5)
    with pytest.raises(ChannelRefused, match="the permission write_products"):
        world.channel.pause(mug)
    assert world.channel.stock([mug])[0].quantity == 5, "the rest of the shop goes on"


# --- keys and tokens -----------------------------------------------------------------------------------------------


def signed_in(world: World, **secrets: str) -> None:
    access = world.shop.access()
    world.channel = world.open(replace(access, secrets=access.secrets | secrets))
    world.channel.introduce()


def test_a_wrong_secret(world: World) -> None:
    with pytest.raises(ChannelSignedOut, match="did not accept the client ID and the secret"):
        signed_in(world, client_secret="shpss_wrong")


def test_an_app_that_is_not_installed(world: World) -> None:
    world.shop.installed = False
    with pytest.raises(ChannelSignedOut, match="check that the app is installed"):
        world.channel.introduce()


def test_an_app_of_another_organization(world: World) -> None:
    body = {"error": "shop_not_permitted", "error_description": "Client credentials cannot be performed on this shop."}
    world.channel = world.open(world.shop.access(), httpx.MockTransport(lambda _: httpx.Response(400, json=body)))
    with pytest.raises(ChannelSignedOut, match="different organizations"):
        world.channel.introduce()


def test_a_secret_that_is_refused_with_a_page(world: World) -> None:
    answer = httpx.MockTransport(lambda _: httpx.Response(400, html="<h1>Oauth error invalid_client</h1>"))
    world.channel = world.open(world.shop.access(), answer)
    with pytest.raises(ChannelSignedOut, match="did not accept the client ID and the secret") as caught:
        world.channel.introduce()
    assert caught.value.words == "Oauth error invalid_client"


@pytest.mark.parametrize("secret", ["", "  ", "shpss_a\nb", "shpss_ünique"])
def test_a_damaged_key_is_not_sent(world: World, secret: str) -> None:
    with pytest.raises(ChannelSignedOut, match="missing or damaged"):
        signed_in(world, client_secret=secret)
    assert world.wire.requests == []


def test_spaces_around_a_pasted_key_do_no_harm(world: World) -> None:
    signed_in(world, client_secret=f"  {world.shop.client_secret}\n")


def test_a_wrong_permanent_token() -> None:
    world = World(way="token")
    access = replace(world.shop.access(way="token"), secrets={"token": "shpat_wrong"})
    world.channel = world.open(access)
    with pytest.raises(ChannelSignedOut, match="did not accept the key"):
        world.channel.introduce()
    assert len(world.wire.requests) == 1, "asking again would not help"


def test_a_token_is_asked_once_and_again_before_it_ends(world: World) -> None:
    world.channel.introduce()
    world.tick(hours=23)
    world.channel.introduce()
    assert world.shop.tokens_given == 1
    world.tick(minutes=50)
    world.channel.introduce()
    assert world.shop.tokens_given == 2
    assert all(call.outcome == "ok" for call in world.calls), "it never ended in our hands"


def test_a_token_that_is_called_back_is_replaced_once(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.channel.introduce()
    world.shop.revoke()
    assert world.set(mug, 4, 5).seen == 4
    assert world.shop.tokens_given == 2
    verbs = [(call.verb, call.outcome) for call in world.calls][-3:]
    assert verbs == [("set stock", "signed out"), ("sign in", "ok"), ("set stock", "ok")]


def test_a_shop_that_refuses_every_token_is_not_asked_for_ever(world: World) -> None:
    world.channel.introduce()
    world.shop.faults.fail_next(Fault.SIGNED_OUT, None, Fault.SIGNED_OUT)
    with pytest.raises(ChannelSignedOut):
        world.channel.introduce()
    assert world.shop.tokens_given == 2


def test_a_brand_new_token_that_is_refused_is_not_asked_again(world: World) -> None:
    world.shop.faults.fail_next(None, Fault.SIGNED_OUT)
    with pytest.raises(ChannelSignedOut):
        world.channel.introduce()
    assert world.shop.tokens_given == 1


def test_an_app_that_was_removed(world: World) -> None:
    world.channel.introduce()
    world.shop.installed = False
    with pytest.raises(ChannelSignedOut, match="client ID and the secret"):
        world.channel.introduce()


def test_no_secret_is_in_the_log_or_in_an_error(world: World) -> None:
    signed_in(world)
    with pytest.raises(ChannelError) as caught:
        signed_in(world, client_secret="shpss_0123456789")
    told = repr(world.calls) + repr(caught.value) + str(caught.value) + caught.value.words + repr(world.shop.access())
    for secret in (world.shop.client_secret, "shpss_0123456789", world.shop.permanent_token):
        assert secret not in told


# --- what answers instead of the shop --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "body", "kind", "words"),
    [
        (404, {"errors": "Not Found"}, ChannelRefused, "no Shopify shop at this address"),
        (404, "<html>Sorry, this shop is currently unavailable.</html>", ChannelRefused, "no Shopify shop"),
        (402, {"errors": "Unavailable Shop"}, ChannelUnavailable, "closed this shop for now"),
        (423, {"errors": "Locked"}, ChannelUnavailable, "closed this shop for now"),
        (403, {"errors": "[API] This action requires merchant approval"}, ChannelSignedOut, "does not let Plimsoll"),
        (200, "<html>My own page</html>", ChannelUnavailable, "does not understand"),
        (200, {"message": "hello"}, ChannelUnavailable, "does not understand"),
        (430, "<html>Security rejection</html>", ChannelUnavailable, "asked us to wait"),
        (500, {"errors": "Internal Server Error"}, ChannelUnavailable, "fault of its own"),
        (503, "<html>busy</html>", ChannelUnavailable, "fault of its own"),
        (302, "", ChannelRefused, "leads to another place"),
    ],
)
def test_what_is_not_a_shop_in_order(status: int, body: Any, kind: type[ChannelError], words: str) -> None:
    def answer(_: httpx.Request) -> httpx.Response:
        headers = {"Location": "https://kiln.example/password"} if status == 302 else {}
        if isinstance(body, str):
            return httpx.Response(status, headers=headers, html=body)
        return httpx.Response(status, headers=headers, json=body)

    world = World()
    for way in ("app", "token"):
        channel = world.open(world.shop.access(way=way), httpx.MockTransport(answer))
        with pytest.raises(kind, match=words):
            channel.introduce()


@pytest.mark.parametrize(
    ("errors", "kind", "words"),
    [
        (
            [{"message": "Internal error.", "extensions": {"code": "INTERNAL_SERVER_ERROR"}}],
            ChannelUnavailable,
            "fault",
        ),
        ([{"message": "Timeout", "extensions": {"code": "TIMEOUT"}}], ChannelUnavailable, "fault"),
        ([{"message": "The shop is frozen", "extensions": {"code": "SHOP_INACTIVE"}}], ChannelUnavailable, "closed"),
        ([{"message": "Field 'x' doesn't exist", "extensions": {"code": "undefinedField"}}], ChannelRefused, "refused"),
        ([{"message": "Parse error"}], ChannelRefused, "refused"),
        (
            [
                {
                    "message": "This app is not approved to access the Order object.",
                    "extensions": {"code": "ACCESS_DENIED"},
                }
            ],
            ChannelSignedOut,
            "a permission that it needs",
        ),
    ],
)
def test_errors_that_come_with_status_200(errors: list[Any], kind: type[ChannelError], words: str) -> None:
    world = World()
    answer = httpx.MockTransport(lambda _: httpx.Response(200, json={"errors": errors}))
    channel = world.open(world.shop.access(way="token"), answer)
    with pytest.raises(kind, match=words) as caught:
        channel.introduce()
    assert errors[0]["message"] in caught.value.words
    assert world.calls[-1].outcome != "ok"


def test_an_unknown_version_is_refused(world: World) -> None:
    access = world.shop.access()
    with pytest.raises(ChannelRefused, match="version 2025-01"):
        world.open(replace(access, settings={"api_version": "2025-01"}))


def test_the_whole_way_over_a_real_connection(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    with LoopbackServer(world.shop) as server:
        channel = open_shopify(
            world.shop.access(address=server.url), clock=lambda: world.now, save_secret=_never, log=world.calls.append
        )
        try:
            assert channel.introduce().ok
            assert channel.stock([mug])[0].quantity == 5
            ref = world.shop.sell((mug, 1))
            assert ref is not None
            order = channel.order(ref)
            assert order is not None
            assert order.url == "", "no page of Shopify’s shows a shop on this computer"
        finally:
            channel.close()


def _never(name: str, value: str) -> None:
    raise AssertionError(f"nothing of Shopify's is kept: {name}")


def test_the_connector_is_made_without_a_call(world: World) -> None:
    assert isinstance(world.shop.access(), ShopAccess)
    assert world.wire.requests == []


def test_of_several_locations_one_is_kept_and_the_others_are_named(world: World) -> None:
    def said() -> str:
        checks = {str(check.name): check for check in world.channel.introduce().checks}
        found = checks.get("One location of several")
        assert found is None or found.ok, "it is said, and stops nothing"
        return str(found.words) if found else ""

    assert said() == ""
    world.shop.add_location("Warehouse")
    world.shop.close_location(world.shop.add_location("Old barn"))
    assert "what the others hold: Warehouse." in said()
    assert "Shopify POS" in said()
    world.channel = world.open(replace(world.shop.access(), settings={}))
    assert said().startswith("Choose the one whose stock Plimsoll keeps")
