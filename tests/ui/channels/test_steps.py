"""Connecting, without a window: what follows what, what is missing, and how far the reading is."""

from dataclasses import replace

import pytest

from app.core.channel import Introduction
from app.core.text import N_
from app.errors import ChannelRefused, ChannelSignedOut, ChannelUnavailable, PlimsollError, VaultError
from app.store.health import Links
from app.ui.channels.states import ShopFacts
from app.ui.channels.steps import (
    Stage,
    about_address,
    after_test,
    failed_checks,
    info_of,
    missing,
    name_problem,
    odd_starts,
    only_location,
    readings,
    stall_letter,
    tidied,
    way_of,
)
from app.ui.words import say
from tests.ui.channels.test_states import SHOP
from tests.ui.channels.world import ADDRESS, NICKNAME, PASSED, READ_ONLY, SECRET, SHOPIFY, TWO_PLACES, WOO, WRONG_KEY

WORDS = N_("Words")
FIELDS = (ADDRESS, SECRET, NICKNAME)
ONE_PLACE = replace(TWO_PLACES, locations=TWO_PLACES.locations[:1])
STALL = replace(SHOP, channel="stall", name="Market stall", letter="M")


@pytest.mark.parametrize(
    ("found", "stage", "location"),
    [
        (PASSED, Stage.KEEP, ""),
        (ONE_PLACE, Stage.KEEP, "loc/1"),
        (TWO_PLACES, Stage.LOCATION, ""),
        (WRONG_KEY, Stage.CHECKS, ""),
        (READ_ONLY, Stage.CHECKS, ""),
        (replace(TWO_PLACES, checks=READ_ONLY.checks), Stage.CHECKS, ""),
    ],
)
def test_what_follows_the_test(found: Introduction, stage: Stage, location: str) -> None:
    assert (after_test(found), only_location(found)) == (stage, location)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({}, {"address", "secret"}),
        ({"address": "https://kiln.example"}, {"secret"}),
        ({"address": "  ", "secret": "\n"}, {"address", "secret"}),
        ({"address": "https://kiln.example", "secret": "cs_1"}, set()),
    ],
)
def test_what_is_missing_is_said_by_name(typed: dict[str, str], wrong: set[str]) -> None:
    found = missing(FIELDS, typed)
    assert set(found) == wrong
    assert str(found.get("secret", "as in the steps above.")).endswith("as in the steps above.")
    assert "steps" not in str(found.get("address", "")), "nobody copies an address from there"


@pytest.mark.parametrize(
    ("secret", "odd"),
    [("", False), ("cs_1", False), (" cs_1\n", False), ("ck_1", True), ("CS_1", True), ("shpat_1", True)],
)
def test_a_key_that_begins_otherwise_is_another_one(secret: str, odd: bool) -> None:
    found = odd_starts(FIELDS, {"address": "kiln", "secret": secret})
    said = {"secret": "Consumer secret begins with cs_. Copy it from the shop once more."}
    assert {name: say(sentence) for name, sentence in found.items()} == (said if odd else {})


@pytest.mark.parametrize(
    ("error", "about"),
    [
        (ChannelRefused(WORDS, WORDS), True),
        (ChannelRefused(WORDS, WORDS, status=404), True),
        (ChannelRefused(WORDS, WORDS, status=400), False),
        (ChannelSignedOut(WORDS, WORDS, status=401), False),
        (ChannelUnavailable(WORDS), False),
        (VaultError(WORDS, WORDS), False),
    ],
)
def test_what_is_wrong_with_the_address(error: PlimsollError, about: bool) -> None:
    assert about_address(error) is about


def test_spaces_that_copying_brings_along_are_left_out() -> None:
    typed = {"address": " https://kiln.example ", "secret": "cs_1\n", "unknown": "x"}
    assert tidied(FIELDS, typed) == {"address": "https://kiln.example", "secret": "cs_1", "nickname": ""}


def test_ways_and_channels_are_found_by_their_keys() -> None:
    assert info_of((WOO, SHOPIFY), "shopify") is SHOPIFY
    assert info_of((WOO, SHOPIFY), "etsy") is None
    assert way_of(SHOPIFY, "token").key == "token"
    assert way_of(SHOPIFY, "a way of long ago").key == "app"


def test_the_sentence_over_failed_checks_counts_them() -> None:
    assert str(failed_checks(WRONG_KEY)).startswith("1 check did not pass.")
    both = replace(WRONG_KEY, checks=(*WRONG_KEY.checks, *READ_ONLY.checks))
    assert str(failed_checks(both)).startswith("2 checks did not pass.")


def test_how_far_the_reading_is() -> None:
    facts = ShopFacts(shop=replace(SHOP, opened=False, orders_read_at=None), links=Links(listed=84))
    assert [(str(one.words), one.done) for one in readings(facts)] == [
        ("84 listings read", True),
        ("Orders that are open now", False),
        ("Orders that changed since you connected", False),
    ]


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("Sunday market", None),
        ("  ", "Give the place a name"),
        ("x" * 61, "61 characters"),
        (" MARKET stall ", "already have a channel called MARKET stall"),
    ],
)
def test_the_name_of_a_place(name: str, problem: str | None) -> None:
    found = name_problem(name, [SHOP, STALL])
    assert (found is None) if problem is None else problem in str(found)


def test_the_letters_of_places_kept_by_hand() -> None:
    assert [stall_letter([SHOP]), stall_letter([SHOP, STALL]), stall_letter([STALL, STALL])] == ["M", "M2", "M3"]
    assert [stall_letter([STALL], "A"), stall_letter([replace(STALL, letter="A")], "A")] == ["A", "A2"]
