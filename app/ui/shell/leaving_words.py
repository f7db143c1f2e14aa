"""Leaving in words: what may be sold twice and how likely that is, what is done about it, and what is not confirmed."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from math import prod

from app.core.away import FOREVER, Stake
from app.store import offering, relay, shops
from app.store.leaving import Open, Outlook, Unconfirmed
from app.store.sqlite import Connection
from app.ui.words import all_of, moment, number, tr, trn

_LIKELY = 0.5
_RARE = 1e-3


def until_words(until: datetime, now: datetime) -> str:
    """When the seller is usually back."""
    return moment(until, now)


def risk_words(found: Outlook, now: datetime) -> str:
    """What may happen until then, in one sentence or two."""
    worst = sum(one.worst for one in found.stakes)
    if not worst:
        return tr("As the channels show it now, nothing can be sold twice.")
    if found.until is not None and found.seconds != FOREVER:
        most = trn(
            "Until {when}, {n} piece could be sold twice.",
            "Until {when}, {n} pieces could be sold twice.",
            worst,
            when=until_words(found.until, now),
        )
    else:
        most = trn("{n} piece could be sold twice.", "{n} pieces could be sold twice.", worst)
    return most if found.seconds == FOREVER else f"{most} {_chance_words(found)}"


def _chance_words(found: Outlook) -> str:
    likely = sum(one.likely for one in found.stakes)
    any_at_all = 1 - prod(1 - one.chance for one in found.stakes)
    if likely >= 1:
        return trn("By how they sell, about {n} will be.", "By how they sell, about {n} will be.", round(likely))
    if any_at_all < _RARE:
        return tr("By how they sell, that is unlikely: less than 1 in {odds}.", odds=number(round(1 / _RARE)))
    if any_at_all > _LIKELY:
        return tr("By how they sell, that is more likely than not.")
    return tr("By how they sell, the chance of that is about 1 in {odds}.", odds=number(round(1 / any_at_all)))


def stake_words(one: Stake) -> str:
    """One product: how many there are, how many channels show them, and how many could be sold twice."""
    there = trn("{n} there", "{n} there", max(0, one.available))
    shown = trn("on sale in {n} channel", "on sale in {n} channels", one.shown)
    twice = trn("{n} could be sold twice", "{n} could be sold twice", one.worst)
    return tr("{there}, {shown}: {twice}", there=there, shown=shown, twice=twice)


def shop_words(found: Outlook, names: Mapping[int, str]) -> str:
    """What each shop may still sell of these products."""
    pieces: dict[int, int] = {}
    for one in found.stakes:
        for spot in one.spots:
            pieces[spot.shop] = pieces.get(spot.shop, 0) + spot.bound
    counted = [
        tr("{shop} {pieces}", shop=names.get(shop, ""), pieces=number(count))
        for shop, count in sorted(pieces.items())
        if count
    ]
    return tr("Of these may still be sold: {shops}.", shops=all_of(counted))


def measure_words(found: Outlook) -> str:
    """What preparing does."""
    if found.seconds == FOREVER:
        said = tr(
            "Preparing shows each piece in one channel only, everywhere. Nothing that is confirmed can then be sold"
            " twice, however long you are away. When you are back it is shared again."
        )
    else:
        said = tr(
            "Preparing shows each piece of what may run out in one channel only, until you are back. It is read back"
            " there before it counts as done. When you are back it is shared again."
        )
    kept = sum(spot.bound for one in found.stakes for spot in one.spots if not spot.reached)
    if not kept:
        return said
    more = trn(
        "{n} piece stays on sale where nothing can be told now: the others show what is left beside it.",
        "{n} pieces stay on sale where nothing can be told now: the others show what is left beside them.",
        kept,
    )
    return f"{said} {more}"


def progress_words(waiting: int, stuck: int, confirmed: int) -> str:
    """How far it is."""
    if waiting:
        waits = trn("{n} number is not confirmed yet.", "{n} numbers are not confirmed yet.", waiting)
        done = trn("{n} is.", "{n} are.", confirmed)
        return f"{waits} {done}" if confirmed else waits
    if stuck:
        return trn(
            "Every channel was told, but {n} number was not taken.",
            "Every channel was told, but {n} numbers were not taken.",
            stuck,
        )
    return tr("Everything is told and read back. You can close Plimsoll.")


def open_words(one: Unconfirmed, shop: str) -> str:
    """One number that is not confirmed."""
    names = {"shop": shop, "title": one.title}
    if one.shows is None or one.should is None:
        return tr("{shop}: {title}, not read yet", **names)
    numbers = {"shows": number(one.shows), "should": number(one.should)}
    if one.state is Open.TELL:
        return tr("{shop}: {title} shows {shows}, should show {should}", **names, **numbers)
    if one.state is Open.READ:
        return tr("{shop}: {title} was set to {should} and is being read back", **names, **numbers)
    if one.state is Open.DIFFERS:
        return tr("{shop}: {title} shows {shows} by somebody else, should show {should}", **names, **numbers)
    return tr("{shop}: {title} shows {shows}, and {should} was not taken", **names, **numbers)


def left_open_words(one: Unconfirmed, shop: str) -> str:
    """The same, told at the return."""
    names = {"shop": shop, "title": one.title}
    if one.shows is None or one.should is None:
        return tr("{shop}: {title}, was not read", **names)
    numbers = {"shows": number(one.shows), "should": number(one.should)}
    return tr("{shop}: {title} showed {shows} instead of {should}", **names, **numbers)


def silent_words(db: Connection) -> Iterator[str]:
    """What stays as it is: shops that are told nothing, and products that the seller wants shared whatever the risk."""
    found, chosen = shops.shops(db), offering.shared_by_choice(db)
    paused = [shop.name for shop in found if shop.mode == "paused" and not shop.by_hand]
    held = [shop.name for shop in found if shop.mode == "live" and shop.held is not None]
    silent = [shop.name for shop in found if shop.sends and shop.trouble is not None]
    if paused:
        yield trn(
            "{names} is paused: it keeps the number that it shows.",
            "{names} are paused: they keep the numbers that they show.",
            len(paused),
            names=all_of(paused),
        )
    if held:
        yield trn(
            "Sending to {names} is stopped until you decide: it keeps what it shows.",
            "Sending to {names} is stopped until you decide: they keep what they show.",
            len(held),
            names=all_of(held),
        )
    if silent:
        yield trn(
            "{names} does not answer: it counts with all that it may still sell.",
            "{names} do not answer: they count with all that they may still sell.",
            len(silent),
            names=all_of(silent),
        )
    if chosen:
        yield trn(
            "{n} product stays shared, because you chose so in its offer rules.",
            "{n} products stay shared, because you chose so in their offer rules.",
            chosen,
        )


def relay_words(db: Connection) -> str:
    """What a relay means for being away, and what being without one means."""
    if relay.paired(db) is None:
        return tr(
            "Sales meanwhile are read from the channels when Plimsoll starts again: without a relay nobody hears of"
            " them before."
        )
    return tr(
        "The relay keeps the messages of sales meanwhile, so they are booked quickly when Plimsoll starts again. It"
        " lowers no number while you are away."
    )
