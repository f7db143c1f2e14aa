"""What the alerts say. Words are made when they are shown, from the numbers that a check kept."""

from collections.abc import Mapping
from datetime import datetime

from app.core.offer import Reach
from app.core.text import N_, NN_, Text

Numbers = Mapping[str, int | float | str]

NAMES: Mapping[str, Text] = {
    "negative": N_("Oversold"),
    "contact": N_("Nobody wrote to a customer yet"),
    "critical": N_("At or under its floor"),
    "failing": N_("A channel fails"),
    "silent": N_("A channel is silent"),
    "unsent": N_("An update waits too long"),
    "watched": N_("A watched update did not get through"),
    "drift": N_("Changed outside Plimsoll"),
    "zero": N_("Runs out soon"),
    "keys_end": N_("A sign-in ends soon"),
    "reorder": N_("Time to reorder"),
}

OUTCOMES: Mapping[str, Text] = {
    "fired": N_("Fired"),
    "suppressed": N_("Suppressed"),
    "not_met": N_("Not met"),
}

DOES = {
    "negative": N_("More is promised than is there."),
    "contact": N_("Somebody waits for pieces that are not there, and 60 minutes or more have passed."),
    "critical": N_("Available has reached the floor, or is under it."),
    "zero": N_("At the present rate it runs out before a delivery comes, or within so many days."),
    "reorder": N_("Available has reached the reorder point."),
    "failing": N_("More than 5 % of the last 50 calls failed, or it needs a new sign-in."),
    "silent": N_("Nothing succeeded for three intervals."),
    "unsent": N_("A channel has not confirmed an update for so many minutes."),
    "watched": N_("A channel refused an update of a product that you watch, or has not confirmed it for a minute."),
    "drift": N_("A channel shows a number that nobody of us wrote."),
    "keys_end": N_("Two weeks before a channel wants a new sign-in."),
}

ELSEWHERE = N_("Another computer sends for this inventory.")


def paused(shop: str) -> Text:
    """Why nothing is owed to a shop that is paused."""
    return N_("You paused {shop}.", shop=shop)


def looking(shop: str) -> Text:
    """Why nothing is owed to a shop that is only looked at."""
    return N_("Nothing is sent to {shop} yet: it is only looked at.", shop=shop)


def deciding(shop: str) -> Text:
    """Why nothing is owed to a shop that is held after a change from outside."""
    return N_("Nothing is sent to {shop} until you have decided on a change from outside.", shop=shop)


def switched_off(reach: Reach) -> Text:
    """Why a rule that is off said nothing."""
    return {
        Reach.EVERYWHERE: N_("You switched this alert off everywhere."),
        Reach.SHOP: N_("You switched this alert off for the channel."),
        Reach.PRODUCT: N_("You switched this alert off for the product."),
        Reach.LISTING: N_("You switched this alert off for the product on this channel."),
    }[reach]


def said_louder(kind: str) -> Text:
    """Why an alert said nothing beside a worse one."""
    return N_("A more serious alert says it already: “{alert}”.", alert=NAMES[kind])


def told(how: str, at: datetime | None) -> Text | None:
    """How the seller heard of an alert that fired; None where there is nothing to say."""
    words = {
        "now": N_("Told at once."),
        "digest": N_("Kept for the summary of {time}.", time=at),
        "quiet": N_("Held by your quiet hours until {time}.", time=at),
        "rested": N_("Not told again: you heard of it at {time}.", time=at),
    }
    return words.get(how)


def said(kind: str, numbers: Numbers, *, met: bool, product: str = "", shop: str = "") -> Text:
    """One check in a sentence."""
    if not met and not numbers and kind in ("critical", "zero", "reorder"):
        return N_("{product}: nothing is set for this, or too little is known of it.", product=product)
    write = _MET[kind] if met else _NOT_MET[kind]
    return write(numbers, product, shop)


def _n(numbers: Numbers, name: str) -> int:
    return int(numbers.get(name, 0))


def _negative(numbers: Numbers, product: str, _shop: str) -> Text:
    return N_("{product} is oversold by {pieces}.", product=product, pieces=-_n(numbers, "available"))


def _contact(numbers: Numbers, product: str, _shop: str) -> Text:
    minutes = _n(numbers, "minutes")
    if minutes >= 120:
        return NN_(
            "{product}: {n} customer should have heard from you by now.",
            "{product}: {n} customers should have heard from you by now.",
            _n(numbers, "waiting"),
            product=product,
        )
    return NN_(
        "{product}: {n} customer waits for your message, at most {left} minutes are left.",
        "{product}: {n} customers wait for your message, at most {left} minutes are left.",
        _n(numbers, "waiting"),
        product=product,
        left=120 - minutes,
    )


def _critical(numbers: Numbers, product: str, _shop: str) -> Text:
    available, floor = _n(numbers, "available"), _n(numbers, "floor")
    if available == floor:
        return N_("{product} is at its floor of {floor}.", product=product, floor=floor)
    return N_(
        "{product} is under its floor: {available} available, floor {floor}.",
        product=product,
        available=available,
        floor=floor,
    )


def _failing(numbers: Numbers, _product: str, shop: str) -> Text:
    if _n(numbers, "signed_out"):
        return N_("{shop} needs you to sign in. It gets no updates.", shop=shop)
    failed, calls = _n(numbers, "failed"), _n(numbers, "calls")
    return N_("{failed} of the last {calls} calls to {shop} failed.", failed=failed, calls=calls, shop=shop)


def _silent(numbers: Numbers, _product: str, shop: str) -> Text:
    return NN_(
        "Nothing has succeeded at {shop} for {n} minute.",
        "Nothing has succeeded at {shop} for {n} minutes.",
        _n(numbers, "minutes"),
        shop=shop,
    )


def _unsent(numbers: Numbers, _product: str, shop: str) -> Text:
    return NN_(
        "{shop} has not confirmed {n} update. The oldest waits for {minutes} minutes, the limit is {limit}.",
        "{shop} has not confirmed {n} updates. The oldest waits for {minutes} minutes, the limit is {limit}.",
        _n(numbers, "waiting"),
        shop=shop,
        minutes=_n(numbers, "minutes"),
        limit=_n(numbers, "limit"),
    )


def _watched(numbers: Numbers, product: str, shop: str) -> Text:
    if _n(numbers, "refused"):
        return N_("{shop} refused an update of {product}.", shop=shop, product=product)
    return N_("{shop} has not confirmed an update of {product} for a minute.", shop=shop, product=product)


def _drift(numbers: Numbers, product: str, shop: str) -> Text:
    return N_(
        "{shop} shows {seen} of {product}, expected was {expected}.",
        shop=shop,
        product=product,
        seen=_n(numbers, "seen"),
        expected=_n(numbers, "expected"),
    )


def _zero(numbers: Numbers, product: str, _shop: str) -> Text:
    return N_(
        "{product} runs out in about {left}: {available} available, {rate} sold a day. A delivery takes {limit} days.",
        product=product,
        left=NN_("{n} day", "{n} days", _n(numbers, "days")),
        available=_n(numbers, "available"),
        rate=f"{float(numbers.get('rate', 0.0)):.2g}",
        limit=f"{float(numbers.get('limit', 0.0)):g}",
    )


def _keys_end(numbers: Numbers, _product: str, shop: str) -> Text:
    return N_("{shop} wants you back before {date}.", shop=shop, date=str(numbers.get("date", "?")))


def _reorder(numbers: Numbers, product: str, _shop: str) -> Text:
    return N_(
        "{product} can be ordered again: {available} available, reorder at {reorder}.",
        product=product,
        available=_n(numbers, "available"),
        reorder=_n(numbers, "reorder"),
    )


def _test(_numbers: Numbers, _product: str, _shop: str) -> Text:
    return N_("This is a test. Alerts of Plimsoll reach you here.")


_MET = {
    "test": _test,
    "negative": _negative,
    "contact": _contact,
    "critical": _critical,
    "failing": _failing,
    "silent": _silent,
    "unsent": _unsent,
    "watched": _watched,
    "drift": _drift,
    "zero": _zero,
    "keys_end": _keys_end,
    "reorder": _reorder,
}


def _covered(numbers: Numbers, product: str, _shop: str) -> Text:
    return N_("{product}: {available} available.", product=product, available=_n(numbers, "available"))


def _all_written(_numbers: Numbers, product: str, _shop: str) -> Text:
    return N_("{product}: no notice of the two hours was due.", product=product)


def _above_floor(numbers: Numbers, product: str, _shop: str) -> Text:
    return N_(
        "{product} is above its floor: {available} available, floor {floor}.",
        product=product,
        available=_n(numbers, "available"),
        floor=_n(numbers, "floor"),
    )


def _answers(numbers: Numbers, _product: str, shop: str) -> Text:
    failed, calls = _n(numbers, "failed"), _n(numbers, "calls")
    if not calls:
        return N_("{shop} was not called yet.", shop=shop)
    return N_("{shop}: {failed} of the last {calls} calls failed.", failed=failed, calls=calls, shop=shop)


def _heard(_numbers: Numbers, _product: str, shop: str) -> Text:
    return N_("{shop} answers.", shop=shop)


def _sent(numbers: Numbers, _product: str, shop: str) -> Text:
    if not _n(numbers, "waiting"):
        return N_("{shop} has confirmed every update.", shop=shop)
    return _unsent(numbers, _product, shop)


def _through(_numbers: Numbers, product: str, shop: str) -> Text:
    return N_("{shop}: no update of {product} waits.", shop=shop, product=product)


def _explained(numbers: Numbers, product: str, shop: str) -> Text:
    return (
        _drift(numbers, product, shop)
        if numbers
        else N_("{shop} shows what it should of {product}.", shop=shop, product=product)
    )


def _lasts(numbers: Numbers, product: str, _shop: str) -> Text:
    if _n(numbers, "available") <= 0:
        return N_("{product} has run out already.", product=product)
    return N_(
        "{product} lasts about {left}: {available} available, {rate} sold a day. A delivery takes {limit} days.",
        product=product,
        left=NN_("{n} day", "{n} days", _n(numbers, "days")),
        available=_n(numbers, "available"),
        rate=f"{float(numbers.get('rate', 0.0)):.2g}",
        limit=f"{float(numbers.get('limit', 0.0)):g}",
    )


def _signed_in(numbers: Numbers, _product: str, shop: str) -> Text:
    if "date" not in numbers:
        return N_("The sign-in of {shop} does not end.", shop=shop)
    return N_("The sign-in of {shop} holds until {date}.", shop=shop, date=str(numbers["date"]))


def _above_reorder(numbers: Numbers, product: str, _shop: str) -> Text:
    return N_(
        "{product} is above its reorder point: {available} available, reorder at {reorder}.",
        product=product,
        available=_n(numbers, "available"),
        reorder=_n(numbers, "reorder"),
    )


_NOT_MET = {
    "negative": _covered,
    "contact": _all_written,
    "critical": _above_floor,
    "failing": _answers,
    "silent": _heard,
    "unsent": _sent,
    "watched": _through,
    "drift": _explained,
    "zero": _lasts,
    "keys_end": _signed_in,
    "reorder": _above_reorder,
}
