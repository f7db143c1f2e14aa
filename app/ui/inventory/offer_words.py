"""A product's offers in words: shared or split and why, too many places, and the rules in force with their origin."""

from collections.abc import Sequence
from math import floor, log10

from app.core import reasons
from app.core.offer import Entry, Kind, Reach, Way, in_force
from app.core.places import Choice
from app.core.reasons import Reason
from app.core.suggest import Suggestion
from app.core.text import N_, Text
from app.store.offering import Crowd, ModeNow
from app.store.rulebook import Limit
from app.ui.inventory.facts import Listed
from app.ui.words import decimal, number, tr, trn

_CHOSEN = {reason: reasons.mode(reason, risk=0.0, place="", behind_s=0.0) for reason in (Reason.NEVER, Reason.CHOSEN)}


def mode_words(mode: ModeNow) -> Text:
    """Shared or split, and why. A reason that the seller has taken back since is not given any more."""
    if mode.split and mode.choice is Choice.NEVER:
        return _CHOSEN[Reason.NEVER]
    if not mode.split and mode.choice is Choice.SHARE:
        return _CHOSEN[Reason.CHOSEN]
    if mode.why is None or mode.why in _CHOSEN.values():
        return N_("Split: each piece is shown in one place only") if mode.split else N_("Shared: shown everywhere")
    return mode.why


def since_words(mode: ModeNow) -> Text | None:
    """From when on that has been so; None where it always was."""
    return N_("Since {at}", at=mode.since) if mode.since is not None else None


def crowd_words(crowd: Crowd) -> str:
    """ "Listed in 3 places, 1 piece": two counts, and each is right in every language."""
    return tr(
        "{places}, {pieces}",
        places=trn("Listed in {n} place", "Listed in {n} places", crowd.places),
        pieces=trn("{n} piece", "{n} pieces", crowd.pieces),
    )


# The rules in force


def limits_words(limits: Sequence[Limit], shop: str) -> list[Text]:
    """What holds in one place, one sentence for each rule that there is; what is held back is always said."""
    words = {Kind.HELD: _held, Kind.CAP: _cap, Kind.END_WHEN: _end_when}
    return [
        words[limit.kind](limit, shop)
        for limit in limits
        if limit.kind is Kind.HELD or limit.own.pieces is not None or limit.otherwise is not None
    ]


def _held(limit: Limit, shop: str) -> Text:
    own = limit.own
    if own.pieces is None:
        base, extras = in_force(limit.wider)
        if base is None and not extras:
            return N_("Nothing held back.")
        return _added(_base_held(base, shop), extras, shop)
    if own.way is Way.EXTRA:
        return {
            Reach.PRODUCT: N_("Held back of this product: {total}, {own} of them on top.", **_both(limit)),
            Reach.SHOP: N_("Held back on {shop}: {total}, {own} of them on top.", shop=shop, **_both(limit)),
        }.get(limit.reach, N_("Held back here: {total}, {own} of them on top.", **_both(limit)))
    return {
        Reach.EVERYWHERE: N_("Held back of every product: {pieces}.", pieces=own.pieces),
        Reach.SHOP: N_("Held back of everything on {shop}: {pieces}.", shop=shop, pieces=own.pieces),
        Reach.PRODUCT: N_("Held back of this product: {pieces}.", pieces=own.pieces),
    }.get(limit.reach, N_("Held back here: {pieces}.", pieces=own.pieces))


def _base_held(base: Entry | None, shop: str) -> Text:
    values = {"pieces": base.pieces if base else 0}
    return {
        Reach.PRODUCT: N_("Held back as for the whole product: {pieces}", **values),
        Reach.SHOP: N_("Held back as of everything on {shop}: {pieces}", shop=shop, **values),
    }.get(base.reach if base else Reach.EVERYWHERE, N_("Held back as everywhere: {pieces}", **values))


def _both(limit: Limit) -> dict[str, int | None]:
    return {"total": limit.total, "own": limit.own.pieces}


def _added(whole: Text, extras: Sequence[Entry], shop: str) -> Text:
    """What wider rules add to it, and whose they are."""
    added, whose = sum(entry.pieces for entry in extras), {entry.reach for entry in extras}
    if not added:
        return N_("{whole}.", whole=whole)
    if whose == {Reach.SHOP}:
        return N_("{whole}, and {extra} more on {shop}.", whole=whole, extra=added, shop=shop)
    if whose == {Reach.PRODUCT}:
        return N_("{whole}, and {extra} more of this product.", whole=whole, extra=added)
    return N_("{whole}, and {extra} more for {shop} and this product.", whole=whole, extra=added, shop=shop)


def _cap(limit: Limit, shop: str) -> Text:
    own = limit.own
    if own.pieces is None:
        base, extras = in_force(limit.wider)
        values = {"pieces": base.pieces if base else 0}
        whole = {
            Reach.PRODUCT: N_("At most {pieces} shown, as for the whole product", **values),
            Reach.SHOP: N_("At most {pieces} shown, as of everything on {shop}", shop=shop, **values),
        }.get(base.reach if base else Reach.EVERYWHERE, N_("At most {pieces} shown, as everywhere", **values))
        return _added(whole, extras, shop)
    if own.way is Way.EXTRA:
        if limit.total is None:
            return N_("No most is set elsewhere, so that {own} on top sets none.", own=own.pieces)
        if limit.reach is Reach.PRODUCT:
            return N_("At most {total} shown anywhere, {own} of them on top.", **_both(limit))
        return N_("At most {total} shown here, {own} of them on top.", **_both(limit))
    if limit.reach in (Reach.EVERYWHERE, Reach.PRODUCT):
        return N_("At most {pieces} shown anywhere.", pieces=own.pieces)
    return N_("At most {pieces} shown here.", pieces=own.pieces)


def _end_when(limit: Limit, shop: str) -> Text:
    own = limit.own
    if own.pieces is None:
        base, extras = in_force(limit.wider)
        values, reach = {"pieces": base.pieces if base else 0}, base.reach if base else Reach.EVERYWHERE
        whole = {
            Reach.PRODUCT: N_("Nothing shown at {pieces} or fewer, as for the whole product", **values),
            Reach.SHOP: N_("Nothing shown at {pieces} or fewer, as of everything on {shop}", shop=shop, **values),
        }.get(reach, N_("Nothing shown at {pieces} or fewer, as everywhere", **values))
        return _added(whole, extras, shop)
    if own.way is Way.EXTRA:
        if limit.reach is Reach.PRODUCT:
            return N_("Nothing shown anywhere at {total} or fewer, {own} of them on top.", **_both(limit))
        return N_("Nothing shown here at {total} or fewer, {own} of them on top.", **_both(limit))
    if limit.reach in (Reach.EVERYWHERE, Reach.PRODUCT):
        return N_("Nothing shown anywhere at {pieces} or fewer.", pieces=own.pieces)
    return N_("Nothing shown here at {pieces} or fewer.", pieces=own.pieces)


def suggestion_words(suggestion: Suggestion, pieces: int, shop: str) -> str:
    """The sum behind a suggestion. `shop` empty: it is about the whole product."""
    values = {
        "pieces": pieces,
        "sold": decimal(suggestion.sold_a_day),
        "window": number(round(suggestion.window_s)),
        "unheard": decimal(suggestion.unheard, _digits(suggestion.unheard)),
        "odds": round(1 / suggestion.limit),
    }
    if shop:
        return tr(
            "Hold back {pieces} here: {sold} a day sell elsewhere, × {window} s until {shop} shows less, makes"
            " {unheard} sold unheard on average. With {pieces} hidden, the risk of selling a piece twice this week is"
            " below 1 in {odds}.",
            shop=shop,
            **values,
        )
    return tr(
        "Hold back {pieces}: {sold} a day sell, × {window} s until every channel shows less, makes {unheard} sold"
        " unheard on average. With {pieces} hidden, the risk of selling a piece twice this week is below 1 in {odds}.",
        **values,
    )


def _digits(value: float) -> int:
    """Enough that the sum on screen is true: two digits that count."""
    return min(8, max(2, 1 - floor(log10(value)))) if value > 0 else 2


# Listings by name


def named_listings(listed: Sequence[Listed]) -> list[tuple[str, int]]:
    """Those that are told numbers, by their shop's name; of several in one shop each says which it is."""
    found = [(one.shop.name, one.listing) for one in listed if one.listing is not None and one.listing.gone_at is None]
    names = [name for name, _ in found]
    return [
        (name if names.count(name) == 1 else tr("{shop}: {listing}", shop=name, listing=row.title or row.ref), row.id)
        for name, row in found
    ]
