"""The eight questions of "What happened" (R103 to R110): answered from rows, each with the rows that say so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.diagnosis_causes import LOOK_BACK, Diagnosis
from app.core.diagnosis_facts import Checkup, Facts, Move, Place
from app.core.diagnosis_late import asked_to_wait
from app.core.text import N_, NN_, Text, signed

LATE_S = 30.0  # a number confirmed later than this is told as late


class Ask(StrEnum):
    """The questions in their order."""

    PIECES = "pieces"
    CHANNELS = "channels"
    LAST_GOOD = "last_good"
    REFUSED = "refused"
    BY_HAND = "by_hand"
    FLOOR = "floor"
    ALERT = "alert"
    CAUSE = "cause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the records say. `rows` name the evidence by table and number; `look`: something was missing or wrong."""

    ask: Ask
    words: tuple[Text, ...]
    rows: tuple[str, ...] = ()
    look: bool = False


def answers(facts: Facts, found: Diagnosis) -> list[Answer]:
    """All eight. The last is the seller's: what is proposed stands in it."""
    return [
        _pieces(facts), _channels(facts), _last_good(facts), _refused(facts), _by_hand(facts), _floor(facts),
        _alert(facts), Answer(ask=Ask.CAUSE, words=found.proposed.reasons, rows=found.proposed.rows),
    ]  # fmt: skip


def window(facts: Facts) -> tuple[datetime, datetime]:
    """From the last good update before the first that went over (at most two hours before it) to the end."""
    first = min([sale.bought_at for sale in facts.over], default=facts.opened_at)
    goods = [facts.last_good(place.listing, first) for place in facts.places]
    since = min([one.at for one in goods if one is not None], default=first - timedelta(minutes=30))
    return max(since, first - timedelta(hours=2)), facts.end


def _pieces(facts: Facts) -> Answer:
    over = facts.over
    if not over:
        words = NN_(
            "{title}, {n} piece too many.", "{title}, {n} pieces too many.", facts.pieces_over, title=facts.title
        )
    else:
        orders = NN_("{n} order", "{n} orders", len(over))
        words = N_("{title}, {pieces} too many in {orders}", title=facts.title, pieces=facts.pieces_over, orders=orders)
    numbers = {sale.order for sale in over}
    rows = tuple(f"ledger/{move.seq}" for move in facts.moves if move.order in numbers and move.committed > 0)
    return Answer(ask=Ask.PIECES, words=(words,), rows=rows)


def _channels(facts: Facts) -> Answer:
    by_shop: dict[int, int] = {}
    for sale in facts.over:
        by_shop[sale.shop] = by_shop.get(sale.shop, 0) + sale.over
    words = tuple(N_("{shop} {pieces}", shop=facts.shop_name(shop), pieces=pieces) for shop, pieces in by_shop.items())
    rows = tuple(f"order/{sale.order}" for sale in facts.over)
    return Answer(ask=Ask.CHANNELS, words=words or (N_("None: it was not an order."),), rows=rows)


def _last_good(facts: Facts) -> Answer:
    words, rows = [], []
    for place in _guilty(facts):
        first = min(sale.bought_at for sale in facts.over if sale.listing == place.listing)
        good = facts.last_good(place.listing, first)
        if good is None:
            words.append(N_("{shop}: none is on record.", shop=place.name))
            continue
        apart = timedelta(seconds=round((first - good.at).total_seconds()))
        words.append(N_("{shop} {at}, that is {time} before.", shop=place.name, at=good.at, time=apart))
        rows.append(f"told/{good.id}")
    return Answer(
        ask=Ask.LAST_GOOD, words=tuple(words) or (N_("No order went over."),), rows=tuple(rows), look=not rows
    )


def _guilty(facts: Facts) -> list[Place]:
    listings = {sale.listing for sale in facts.over}
    return [place for place in facts.places if place.listing in listings]


def _refused(facts: Facts) -> Answer:
    begin, end = window(facts)
    bad = [call for call in facts.said if call.failed and begin <= call.at <= end]
    late = [one for one in facts.told if (one.seconds or 0.0) > LATE_S and begin <= one.at <= end]
    words: list[Text] = []
    for shop in sorted({call.shop for call in bad}):
        calls, name = [call for call in bad if call.shop == shop], facts.shop_name(shop)
        if all(map(asked_to_wait, calls)):
            words.append(N_("{n} refused by {shop}, too many requests.", n=len(calls), shop=name))
        else:
            words.append(NN_("{n} call failed at {shop}.", "{n} calls failed at {shop}.", len(calls), shop=name))
    for shop in sorted({one.shop for one in late}):
        worst = timedelta(seconds=round(max(one.seconds or 0.0 for one in late if one.shop == shop)))
        words.append(N_("{shop} was up to {time} late.", shop=facts.shop_name(shop), time=worst))
    rows = tuple(f"call/{call.id}" for call in bad) + tuple(f"told/{one.id}" for one in late)
    if not facts.said:
        return Answer(ask=Ask.REFUSED, words=(N_("The calls of that time are not kept any more."),), look=True)
    return Answer(ask=Ask.REFUSED, words=tuple(words) or (N_("No. Every call went well."),), rows=rows)


def _by_hand(facts: Facts) -> Answer:
    """Seven days, or since the last zero."""
    since = max(
        [
            facts.opened_at - LOOK_BACK,
            *(m.at for m in facts.hand_moves if m.available_after == 0 and m.at < facts.opened_at),
        ]
    )
    found = [move for move in facts.hand_moves if since <= move.at <= facts.end and move.on_hand]
    edits = [one for one in facts.edits if since <= one.found_at]
    names = {place.listing: place.name for place in facts.places}
    words = [_by_whom(move) for move in found[-3:]]
    words += [
        N_("In {shop}: {expected} to {seen}.", shop=names.get(one.listing, "?"), expected=one.expected, seen=one.seen)
        for one in edits[-3:]
    ]
    rows = tuple(f"ledger/{move.seq}" for move in found) + tuple(f"edit/{one.id}" for one in edits)
    if not words:
        last = facts.last_hand
        words = [N_("No, not in the 7 days before.")] + (
            [N_("Last: {change} at {at}.", change=signed(last.on_hand), at=last.at)] if last else []
        )
        rows = (f"ledger/{last.seq}",) if last else ()
    return Answer(ask=Ask.BY_HAND, words=tuple(words), rows=rows, look=bool(edits))


def _by_whom(move: Move) -> Text:
    """A count or a correction, by how many, and when."""
    if move.kind == "count":
        return N_("Counted, {change}, {at}.", change=signed(move.on_hand), at=move.at)
    return N_("Corrected, {change}, {at}.", change=signed(move.on_hand), at=move.at)


def _rule(name: str, value: float | str) -> Text:
    """One rule of the seller, in words."""
    if name == "floor":
        return N_("Floor {value}", value=value)
    return N_("Reorder at {value}", value=value) if name == "reorder_point" else N_("{value} held back", value=value)


_NAMES = ("floor", "reorder_point", "held_back")


def _floor(facts: Facts) -> Answer:
    """Floor, reorder at and held back as they were then, with the newest row of each scope before the incident."""
    words, rows = [], []
    for name in _NAMES:
        scopes = sorted({(one.shop, one.product) for one in facts.rules if one.name == name})
        for shop, product in scopes:
            rule = facts.rule_at(name, facts.opened_at, shop=shop, product=product)
            if rule is None or rule.value is None:
                continue
            said = _rule(name, rule.value)
            words.append(
                N_("{rule} in {shop}.", rule=said, shop=facts.shop_name(shop)) if shop else N_("{rule}.", rule=said)
            )
            rows.append(f"setting/{rule.seq}")
    no_floor = not any(
        row.name == "floor" and row.value is not None and row.at <= facts.opened_at for row in facts.rules
    )
    if no_floor:
        words.insert(0, N_("No floor was set."))
    return Answer(ask=Ask.FLOOR, words=tuple(words), rows=tuple(rows), look=no_floor)


def _alert(facts: Facts) -> Answer:
    """What the log of checks says; without one, which alarms rang, and whether the floor was crossed before it."""
    if facts.checks:
        return _alert_log(facts)
    rang = [
        one
        for one in facts.alarms
        if one.at <= facts.end and (one.ended_at is None or one.ended_at >= window(facts)[0])
    ]
    words = [N_("{shop} rang at {at}.", shop=facts.shop_name(one.shop), at=one.at) for one in rang]
    rule = facts.rule_at("floor", facts.opened_at, product=facts.product)
    rows: tuple[str, ...] = ()
    if rule is None or rule.value is None:
        words.append(N_("No floor alert: none was set."))
    else:
        under = _crossed(facts, int(rule.value))
        if under is None:
            words.append(N_("The floor was not reached before it."))
        else:
            words.append(N_("The floor was reached at {at}.", at=under[0]))
            rows = (f"ledger/{under[1]}",)
    return Answer(ask=Ask.ALERT, words=tuple(words), rows=rows, look=not rang and not rows)


_EARLY = ("critical", "zero", "reorder", "failing", "silent", "unsent", "drift")  # what could have warned before


def _alert_log(facts: Facts) -> Answer:
    """Each check as it stood when the incident opened: fired, suppressed because of something, or not met."""
    newest: dict[tuple[str, int], Checkup] = {}
    for one in facts.checks:
        if one.at <= facts.opened_at and one.kind in _EARLY:
            newest[one.kind, one.shop] = one
    found = sorted(newest.values(), key=lambda one: (_ENDS.index(one.outcome), _EARLY.index(one.kind), one.shop))
    words = [_checked(one) for one in found if one.outcome != "not_met"]
    quiet = [one for one in found if one.outcome == "not_met"]
    words += [N_("Not met: {words}", words=one.words) for one in quiet if one.kind in ("critical", "zero", "reorder")]
    floor = facts.rule_at("floor", facts.opened_at, product=facts.product)
    if floor is None or floor.value is None:
        words.append(N_("No floor alert: none was set."))
    if not words:
        words = [N_("No condition of an alert was met before it.")]
    rows = tuple(f"check/{one.seq}" for one in found if one.seq)
    fired = any(one.outcome == "fired" for one in found)
    return Answer(ask=Ask.ALERT, words=tuple(words), rows=rows, look=not fired)


_ENDS = ("fired", "suppressed", "not_met")


def _checked(one: Checkup) -> Text:
    if one.outcome == "suppressed":
        return N_("Suppressed: {words} {because}", words=one.words, because=one.because or "")
    if one.told is not None:
        return N_("Fired at {at}: {words} {told}", at=one.at, words=one.words, told=one.told)
    return N_("Fired at {at}: {words}", at=one.at, words=one.words)


def _crossed(facts: Facts, floor: int) -> tuple[datetime, int] | None:
    rows: Sequence[tuple[datetime, int]] = [
        (m.at, m.seq) for m in facts.moves if m.available_after <= floor and m.at <= facts.opened_at
    ]
    return rows[0] if rows else None
