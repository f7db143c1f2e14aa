"""Pictures of listings: where each channel tells of them, and how one is fetched."""

import httpx
import pytest

from app.channels.pictures import PICTURE_MAX_BYTES, fetch
from app.core.channel import ListingFacts
from app.simulator import pictures
from tests.channels import etsy_world, shopify_world, woo_world

AT = "https://pictures.example"
MUG = pictures.address(AT, "Blue mug")


def etsy(at: str) -> list[ListingFacts]:
    world = etsy_world.World()
    world.shop.shows.pictures_at = at
    world.shop.add_product("MUG", 5, title="Blue mug")
    return list(world.listings().values())


def shopify(at: str) -> list[ListingFacts]:
    world = shopify_world.World()
    world.shop.pictures_at = at
    world.shop.add_product("MUG", 5, title="Blue mug")
    return list(world.listings().values())


def woo(at: str) -> list[ListingFacts]:
    world = woo_world.world()
    world.shop.pictures_at = at
    world.shop.add_variation(world.shop.add_variable("M", title="Blue mug"), "Small", "M-S", 1)
    world.shop.add_product("MUG", 5, title="Blue mug")
    return world.listings()


@pytest.mark.parametrize("listed", [etsy, shopify, woo])
def test_each_channel_tells_where_the_picture_of_a_listing_is(listed) -> None:
    assert {one.picture for one in listed(AT)} == {MUG}
    assert {one.picture for one in listed("")} == {""}


def answering(answer: httpx.Response) -> tuple[list[httpx.Request], httpx.MockTransport]:
    asked: list[httpx.Request] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return answer

    return asked, httpx.MockTransport(handle)


def test_a_picture_is_fetched_without_keys_or_cookies() -> None:
    drawn = pictures.drawn("Blue mug")
    asked, transport = answering(httpx.Response(200, content=drawn))
    assert fetch(MUG, transport=transport) == drawn
    assert not {"cookie", "authorization", "referer"} & set(asked[0].headers)


@pytest.mark.parametrize(
    "address",
    [
        "http://pictures.example/a.png", "https://127.0.0.1/a.png", "http://localhost/a.png", "file:///etc/passwd",
        "https://me:secret@pictures.example/a.png", "https://[::1/a.png", "//a.png", "",
    ],
)  # fmt: skip
def test_what_may_not_be_asked_is_not_asked(address: str) -> None:
    asked, transport = answering(httpx.Response(200, content=pictures.drawn("mug")))
    assert fetch(address, transport=transport) == b""
    assert asked == []


def test_this_computer_is_asked_for_the_sample_shop_only() -> None:
    _, transport = answering(httpx.Response(200, content=pictures.drawn("mug")))
    assert fetch("http://127.0.0.1:81/a.png", at_home=True, transport=transport)
    assert not fetch("http://pictures.example/a.png", at_home=True, transport=transport)


@pytest.mark.parametrize(
    "answer",
    [
        httpx.Response(404, content=pictures.drawn("mug")),
        httpx.Response(302, headers={"Location": "https://elsewhere.example/a.png"}),
        httpx.Response(200, content=b"<html>"),
        httpx.Response(200, content=b"\xff\xd8\xff" + b"0" * PICTURE_MAX_BYTES),
    ],
    ids=["not found", "elsewhere", "a page", "too large"],
)
def test_what_is_no_small_picture_is_none(answer: httpx.Response) -> None:
    asked, transport = answering(answer)
    assert fetch(MUG, transport=transport) == b""
    assert len(asked) == 1


@pytest.mark.parametrize("error", [httpx.ConnectError("no route"), UnicodeError("label empty or too long")])
def test_without_a_connection_there_is_none(error: Exception) -> None:
    def broken(_: httpx.Request) -> httpx.Response:
        raise error

    assert fetch(MUG, transport=httpx.MockTransport(broken)) == b""
