"""A product's offers in words: shared or split and why, too many places, and the rules in force with their origin."""

from collections.abc import Iterator, Sequence

from app.core import reasons
from app.core.places import Choice
from app.core.reasons import Reason
from app.core.text import N_, Text
from app.store.offering import Crowd, Held, Limit, Limits, ModeNow, Origin
from app.ui.inventory.facts import Listed
from app.ui.words import tr, trn

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


def limits_words(limits: Limits, shop: str) -> list[Text]:
    """What holds in one shop, or for the whole product, one sentence for each rule."""
    if not limits.shop:
        return list(_whole(limits))
    return [_held(limits.held, shop), *_cap(limits.cap, shop), *_end_when(limits.end_when, shop)]


def _whole(limits: Limits) -> Iterator[Text]:
    held, cap, end_when = limits.held, limits.cap, limits.end_when
    yield _held(held, "") if held.own is None else N_("Held back of this product: {pieces}.", pieces=held.own)
    yield from _cap(cap, "") if cap.own is None else [N_("At most {pieces} shown anywhere.", pieces=cap.own)]
    if end_when.own is None:
        yield from _end_when(end_when, "")
    else:
        yield N_("Nothing shown anywhere at {pieces} or fewer.", pieces=end_when.own)


def _held(held: Held, shop: str) -> Text:
    if held.own is not None:
        return N_("Held back here: {pieces}.", pieces=held.own)
    if held.extra:
        return _held_and_more(held, shop)
    if held.origin is Origin.PRODUCT:
        return N_("Held back as for the whole product: {pieces}.", pieces=held.otherwise)
    if held.otherwise:
        return N_("Held back as everywhere: {pieces}.", pieces=held.otherwise)
    return N_("Nothing held back.")


def _held_and_more(held: Held, shop: str) -> Text:
    values = {"pieces": held.otherwise, "extra": held.extra, "shop": shop}
    if held.origin is Origin.PRODUCT:
        return N_("Held back as for the whole product: {pieces}, and {extra} more on {shop}.", **values)
    return N_("Held back as everywhere: {pieces}, and {extra} more on {shop}.", **values)


def _cap(limit: Limit, shop: str) -> Iterator[Text]:
    if limit.own is not None:
        yield N_("At most {pieces} shown here.", pieces=limit.own)
    elif limit.otherwise is not None:
        yield {
            Origin.PRODUCT: N_("At most {pieces} shown, as for the whole product.", pieces=limit.otherwise),
            Origin.SHOP: N_("At most {pieces} shown, as of everything on {shop}.", pieces=limit.otherwise, shop=shop),
        }.get(limit.origin, N_("At most {pieces} shown, as everywhere.", pieces=limit.otherwise))


def _end_when(limit: Limit, shop: str) -> Iterator[Text]:
    if limit.own is not None:
        yield N_("Nothing shown here at {pieces} or fewer.", pieces=limit.own)
    elif limit.otherwise is not None:
        values = {"pieces": limit.otherwise}
        yield {
            Origin.PRODUCT: N_("Nothing shown at {pieces} or fewer, as for the whole product.", **values),
            Origin.SHOP: N_("Nothing shown at {pieces} or fewer, as of everything on {shop}.", shop=shop, **values),
        }.get(limit.origin, N_("Nothing shown at {pieces} or fewer, as everywhere.", **values))


# Listings by name


def named_listings(listed: Sequence[Listed]) -> list[tuple[str, int]]:
    """Those that are told numbers, by their shop's name; of several in one shop each says which it is."""
    found = [(one.shop.name, one.listing) for one in listed if one.listing is not None and one.listing.gone_at is None]
    names = [name for name, _ in found]
    return [
        (name if names.count(name) == 1 else tr("{shop}: {listing}", shop=name, listing=row.title or row.ref), row.id)
        for name, row in found
    ]
