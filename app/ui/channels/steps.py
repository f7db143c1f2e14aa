"""Connecting a shop: which step follows which, what is still missing, and how far the first reading is.

Pure functions and one plain record of what the seller has said so far; no window is known here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.core.channel import ChannelInfo, ConnectField, ConnectWay, Introduction
from app.core.text import N_, NN_, Text
from app.errors import ChannelRefused, PlimsollError
from app.store.shops import Shop
from app.ui.channels.states import ShopFacts

NAME_MAX = 60
ADDRESS = "address"  # the field that says where the shop is


class Stage(StrEnum):
    """What comes after the shop has answered the test."""

    CHECKS = "checks"  # something did not pass: what was typed stays
    LOCATION = "location"  # the shop holds stock in several places
    KEEP = "keep"  # its keys can be kept


def after_test(introduction: Introduction) -> Stage:
    """What follows once the shop has answered."""
    if not introduction.ok:
        return Stage.CHECKS
    return Stage.LOCATION if len(introduction.locations) > 1 else Stage.KEEP


def only_location(introduction: Introduction) -> str:
    """The place that holds the stock, where there is no choice; empty where the shop knows no places."""
    return introduction.locations[0].ref if len(introduction.locations) == 1 else ""


def way_of(info: ChannelInfo, key: str) -> ConnectWay:
    """The way with that key; the first one where there is none."""
    return next((way for way in info.ways if way.key == key), info.ways[0])


def info_of(channels: Iterable[ChannelInfo], key: str) -> ChannelInfo | None:
    """A kind of shop by its key; None where it cannot be connected."""
    return next((info for info in channels if info.key == key), None)


def tidied(fields: Sequence[ConnectField], typed: Mapping[str, str]) -> dict[str, str]:
    """What was typed without the spaces and line ends that copying brings along."""
    return {field.name: typed.get(field.name, "").strip() for field in fields}


def missing(fields: Sequence[ConnectField], typed: Mapping[str, str]) -> dict[str, Text]:
    """What still has to be typed: a sentence by the field's name."""
    values = tidied(fields, typed)
    return {field.name: _missing(field) for field in fields if not field.optional and not values[field.name]}


def _missing(field: ConnectField) -> Text:
    if field.name == ADDRESS:
        return N_("{label} is missing.", label=field.label)
    return N_("{label} is missing. Copy it from the shop, as in the steps above.", label=field.label)


def odd_starts(fields: Sequence[ConnectField], typed: Mapping[str, str]) -> dict[str, Text]:
    """Keys that cannot be the ones wanted, because these begin otherwise: a sentence by the field's name."""
    values = tidied(fields, typed)
    found = {}
    for field in fields:
        start, value = field.placeholder.removesuffix("…"), values[field.name]
        if start != field.placeholder and value and not value.startswith(start):
            sentence = N_(
                "{label} begins with {start}. Copy it from the shop once more.", label=field.label, start=start
            )
            found[field.name] = sentence
    return found


def about_address(error: PlimsollError) -> bool:
    """Is the typed address to blame? Then the test was refused before anything was asked, or there is no such shop."""
    return isinstance(error, ChannelRefused) and error.status in (None, 404)


def failed_checks(introduction: Introduction) -> Text:
    """A sentence over the checks that did not pass."""
    failed = sum(not check.ok for check in introduction.checks)
    return NN_(
        "{n} check did not pass. Nothing was kept, and what you typed is still here.",
        "{n} checks did not pass. Nothing was kept, and what you typed is still here.",
        failed,
    )


# ------------------------------------------------------------------------------------------------ the first reading


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing that is read after connecting, and whether it is done."""

    words: Text
    done: bool


def readings(facts: ShopFacts) -> tuple[Reading, ...]:
    """How far the first reading is."""
    shop, listed = facts.shop, facts.links.listed
    found = NN_("{n} listing read", "{n} listings read", listed)
    return (
        Reading(found, shop.listings_read_at is not None),
        Reading(N_("Orders that are open now"), shop.opened),
        Reading(N_("Orders that changed since you connected"), shop.orders_read_at is not None),
    )


# ------------------------------------------------------------------------------------------------ kept by hand


def name_problem(name: str, shops: Iterable[Shop]) -> Text | None:
    """Why a place cannot have this name; None when it can."""
    wanted = name.strip()
    if not wanted:
        return N_("Give the place a name, for example Market stall.")
    if len(wanted) > NAME_MAX:
        return N_("This name has {n} characters. {most} is the most.", n=len(wanted), most=NAME_MAX)
    if any(shop.name.casefold() == wanted.casefold() for shop in shops):
        return N_("You already have a channel called {name}.", name=wanted)
    return None


def stall_letter(shops: Iterable[Shop], letter: str = "M") -> str:
    """M for the first place kept by hand, M2 for the second; A for Amazon, A2 for the second of that letter."""
    same = sum(shop.by_hand and shop.letter.rstrip("0123456789") == letter for shop in shops)
    return f"{letter}{same + 1}" if same else letter
