"""What was done, by people, programs and shops, that accounts for pieces which were sold twice."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.core.diagnosis_causes import BOOKED_LATE, LOOK_BACK, ONE_SECOND, Candidate, Cause, Mechanism, has_logs
from app.core.diagnosis_facts import Edited, Facts, Move, Place, Sale
from app.core.drift import OWN_LATE, SECOND_MASTER, follows_late
from app.core.text import N_, NN_


def direct(facts: Facts) -> list[Candidate]:
    """Things that were done, each with what it accounts for, the most telling first."""
    return [_duplicate(facts), *_edits(facts), _returned(facts), _oversells(facts), _by_hand(facts)]


def _duplicate(facts: Facts) -> Candidate:
    late = [one for one in facts.sales if one.booked_at - one.heard_at > BOOKED_LATE and _same_time(facts, one)]
    places = {one.listing for one in late}
    reasons = tuple(
        N_(
            "Order {order} of {shop} was heard of at {heard} and booked only at {booked}: its listing was not"
            " linked to this product.",
            order=one.number, shop=facts.shop_name(one.shop), heard=one.heard_at, booked=one.booked_at,
        )
        for one in late[:3]
    )  # fmt: skip
    twins = [
        place for place in facts.places
        if place.listing in places
        and any(o.shop == place.shop and o.listing != place.listing and not o.bundle for o in facts.places)
    ]  # fmt: skip
    against = () if twins or not late else (N_("The shop has only one listing of it."),)
    rows = tuple(f"order/{one.order}" for one in late)
    pieces = sum(one.pieces for one in late)
    return Candidate(cause=Cause.DUPLICATE, pieces=pieces, reasons=reasons, against=against, rows=rows)


def _same_time(facts: Facts, sale: Sale) -> bool:
    """Was it booked about when the incident opened? What was booked long before was known to all channels."""
    first = min((one.booked_at for one in facts.over), default=facts.opened_at)
    return sale.booked_at >= first - timedelta(hours=1)


def _edits(facts: Facts) -> list[Candidate]:
    """Numbers that somebody else raised and that buyers then bought by."""
    found = []
    for place in facts.places:
        ups = [one for one in facts.edits if one.listing == place.listing and one.change > 0]
        used = [(one, _bought_by(facts, place, one.found_at, one.change, one.wrote_at)) for one in ups]
        used = [(one, pieces) for one, pieces in used if pieces > 0]
        if not used:
            continue
        own = _followed_late(facts, place, [one for one, _ in used])
        if own is not None:
            found.append(own)
            continue
        times = sum(other.listing == place.listing for other in facts.edits)
        race = times >= SECOND_MASTER or any(
            one.wrote_at is not None and abs(one.found_at - one.wrote_at) <= facts.race for one, _ in used
        )
        found.append(_edit_candidate(place, used, times, facts.race if race else None))
    return found


def _followed_late(facts: Facts, place: Place, used: Sequence[Edited]) -> Candidate | None:
    """The shop's own number that followed a sale there late (R47): too high shortly after it, and lower by itself soon
    after. What never came down was raised by somebody.
    """
    late = []
    for one in used:
        before = [s for s in facts.sales if s.listing == place.listing and s.bought_at <= one.found_at]
        recent = [s for s in before if one.found_at - s.bought_at <= OWN_LATE]
        newest = max((s.bought_at for s in recent), default=one.found_at - 2 * OWN_LATE)
        sold = sum(s.pieces for s in recent) // place.per
        if not follows_late(one.change, sold, one.found_at - newest) or not _came_down(facts, one):
            return None
        late.append((one, round((one.found_at - newest).total_seconds())))
    first, seconds = late[0]
    why = N_(
        "{shop} showed {seen} still {seconds} s after a sale there, and came down by itself.",
        shop=place.name, seen=first.seen, seconds=seconds,
    )  # fmt: skip
    pieces = sum(_bought_by(facts, place, one.found_at, one.change, one.wrote_at) for one in used)
    rows = tuple(f"edit/{one.id}" for one, _ in late)
    against = (N_("Somebody may have raised it and taken that back."),)
    return Candidate(
        cause=Cause.SLOW, mechanism=Mechanism.UNPAID, pieces=pieces, reasons=(why,), against=against, rows=rows,
    )  # fmt: skip


def _came_down(facts: Facts, one: Edited) -> bool:
    soon = one.found_at + OWN_LATE
    return any(
        other.listing == one.listing and other.change < 0 and one.found_at < other.found_at <= soon
        for other in facts.edits
    )


def _edit_candidate(place: Place, used: Sequence[tuple[Edited, int]], times: int, race: timedelta | None) -> Candidate:
    """`race`: how soon after our own write counts as two writers, where that is what it was."""
    first = used[0][0]
    raised = N_(
        "{shop} showed {seen} where it should have shown {expected}.",
        shop=place.name, seen=first.seen, expected=first.expected,
    )  # fmt: skip
    again = NN_("It was changed once.", "Its number was changed {n} times.", times) if race else None
    soon = (
        N_(
            "Found within {seconds} s of our own write: another program writes there too.",
            seconds=round(race.total_seconds()),
        )
        if race and times < SECOND_MASTER
        else None
    )
    return Candidate(
        cause=Cause.RACE if race else Cause.HAND,
        mechanism=Mechanism.OUTSIDE,
        pieces=sum(pieces for _, pieces in used),
        reasons=tuple(one for one in (raised, again, soon) if one is not None),
        rows=tuple(f"edit/{one.id}" for one, _ in used),
    )


def _bought_by(facts: Facts, place: Place, found_at: datetime, change: int, wrote_at: datetime | None) -> int:
    """Pieces bought there by a raised number: after our last write before it was found, until our next one."""
    good = facts.last_good(place.listing, found_at)
    since = good.at if good else (wrote_at or found_at - LOOK_BACK)
    until = next(
        (
            one.at
            for one in facts.told
            if one.listing == place.listing and one.seconds is not None and one.at > found_at
        ),
        facts.end,
    )
    if not any(since <= sale.bought_at <= until for sale in facts.over):
        return 0
    bought = sum(s.pieces for s in facts.sales if s.listing == place.listing and since < s.bought_at <= until)
    return min(change * place.per, bought)


def _returned(facts: Facts) -> Candidate:
    """Pieces given back whose place nobody told: the shop sells them again, the ledger does not hold them."""
    first = min((one.booked_at for one in facts.over), default=facts.opened_at)
    open_ = [
        one for one in facts.back
        if first - LOOK_BACK <= one.asked_at <= facts.end and (one.answered_at is None or one.answered_at > first)
    ]  # fmt: skip
    reasons = tuple(
        NN_(
            "{n} piece of order {order} came back to {shop}’s number, and nobody said whether it is on the shelf.",
            "{n} pieces of order {order} came back to {shop}’s number, and nobody said whether they are on the shelf.",
            one.pieces, order=one.number, shop=facts.shop_name(one.shop),
        )
        for one in open_[:3]
    )  # fmt: skip
    rows = tuple(f"order/{one.order}" for one in open_)
    return Candidate(cause=Cause.RETURN, pieces=sum(o.pieces for o in open_), reasons=reasons, rows=rows)


def _oversells(facts: Facts) -> Candidate:
    """A shop that goes on selling below zero (P14), told in time that nothing is left."""
    guilty = []
    for sale in facts.over:
        place = facts.place(sale.listing)
        good = facts.last_good(place.listing, sale.bought_at) if place else None
        if place is not None and place.oversells and (good is None or (good.quantity or 0) <= 0):
            guilty.append((sale, place))
    reasons = tuple(
        N_("{shop} sells on when nothing is left: “sell when out of stock” is on there.", shop=name)
        for name in sorted({place.name for _, place in guilty})
    )
    return Candidate(
        cause=Cause.HELD,
        mechanism=Mechanism.OVERSELLS,
        pieces=sum(sale.over for sale, _ in guilty),
        reasons=reasons,
        rows=tuple(f"order/{sale.order}" for sale, _ in guilty),
    )


def _by_hand(facts: Facts) -> Candidate:
    """A count or correction that took away pieces which were promised or still shown."""
    taken = [
        move for move in facts.moves
        if move.kind in ("adjust", "count") and move.on_hand < 0 and _took_shown(facts, move)
    ]  # fmt: skip
    reasons = tuple(
        N_("{pieces} by hand at {at}, while the channels still showed more.", pieces=move.on_hand, at=move.at)
        for move in taken[:3]
    )
    rows = tuple(f"ledger/{move.seq}" for move in taken)
    pieces = -sum(move.on_hand for move in taken)
    return Candidate(cause=Cause.HAND, mechanism=Mechanism.INSIDE, pieces=pieces, reasons=reasons, rows=rows)


def _took_shown(facts: Facts, move: Move) -> bool:
    if move.available_after < 0:
        return not facts.over or move.at <= facts.over[-1].booked_at
    return has_logs(facts) and any(
        sale.listing is not None
        and move.at - ONE_SECOND < sale.bought_at
        and not facts.confirmed(sale.listing, move.at, max(move.at, sale.bought_at))
        for sale in facts.over
    )
