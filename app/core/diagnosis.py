"""Why an order was accepted that could not be covered: a proposed cause, with what speaks for and against it.

The seller decides. A cause is proposed only when it accounts for pieces: without it those pieces would not have been sold
twice. Late data is what is left when a number was still old; what happened beside that and matters more goes first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

from app.core.diagnosis_facts import Facts, Move, Place, Said, Sale, Told, overlap
from app.core.diagnosis_replay import Setting, prevented
from app.core.drift import RACE, SECOND_MASTER
from app.core.text import N_, NN_, Text

BOOKED_LATE = timedelta(minutes=2)  # heard of, and not booked for so long: its listing was not linked
LOOK_BACK = timedelta(days=7)
ONE_SECOND = timedelta(seconds=2)  # shops write whole seconds
ORDINARY_S = 120.0  # so long a change may take when all is well
SLOW_S = 30.0  # a number confirmed later than this, and nothing was refused: the channel took its time
THROTTLED = 429


class Cause(StrEnum):
    """The four classes that stay reportable, and five that are kept apart from them."""

    LATE = "late"
    HAND = "hand"
    HELD = "held"
    SLOW = "slow"
    RACE = "race"
    RETURN = "return"
    DUPLICATE = "duplicate"
    BUNDLE = "bundle"
    UNKNOWN = "unknown"


class Mechanism(StrEnum):
    """How it came about, where that can be told."""

    OFF = "off"
    WEBHOOK = "webhook"
    POLL = "poll"
    SECOND = "second"
    TOO_MANY = "too_many"
    UNPAID = "unpaid"
    OVERSELLS = "oversells"
    FAILED = "failed"
    ANSWERS = "answers"
    OUTSIDE = "outside"
    INSIDE = "inside"
    LOWERED = "lowered"
    NONE = ""


class Certainty(StrEnum):
    """How sure the proposal is."""

    CLEAR = "clear"
    LIKELY = "likely"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A possible cause: how many of the pieces it accounts for, why, and what speaks against it."""

    cause: Cause
    mechanism: Mechanism = Mechanism.NONE
    pieces: int = 0
    reasons: tuple[Text, ...] = ()
    against: tuple[Text, ...] = ()
    rows: tuple[str, ...] = ()  # evidence: "ledger/12", "call/5", "edit/3", "order/9", "setting/2", "told/7"
    weight: float = 0.0  # seconds of the delay, among causes of lateness


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnosis:
    """The proposal, and the others that were weighed."""

    proposed: Candidate
    certainty: Certainty
    others: tuple[Candidate, ...] = field(default=())


def diagnose(facts: Facts) -> Diagnosis:
    """Propose a cause. Without records of what the shops were told there is none."""
    short = facts.pieces_over
    found = [one for one in _direct(facts) if one.pieces > 0]
    late = _lateness(facts) if _has_logs(facts) else []
    found += _held(facts, late) + late
    whole = [one for one in found if one.pieces >= short > 0]
    if not whole:
        return _partly(facts, found, short)
    best, rest = whole[0], [one for one in found if one is not whole[0]]
    return Diagnosis(proposed=_weighed(best, rest), certainty=_certainty(facts, best, whole[1:]), others=tuple(rest))


def _partly(facts: Facts, found: Sequence[Candidate], short: int) -> Diagnosis:
    """No one thing accounts for all pieces."""
    best = max(found, key=lambda one: one.pieces, default=None)
    if best is not None and 2 * best.pieces >= short > 0:
        against = (
            *best.against,
            NN_("{n} piece is left unexplained", "{n} pieces are left unexplained", short - best.pieces),
        )
        proposed = Candidate(
            cause=best.cause, mechanism=best.mechanism, pieces=best.pieces, reasons=best.reasons, against=against,
            rows=best.rows,
        )  # fmt: skip
        return Diagnosis(
            proposed=proposed, certainty=Certainty.UNCLEAR, others=tuple(one for one in found if one is not best)
        )
    why = (
        N_("The records of that time do not say what the channels were told.")
        if not _has_logs(facts)
        else N_("Every number was confirmed in time, and nobody changed one.")
    )
    return Diagnosis(
        proposed=Candidate(cause=Cause.UNKNOWN, reasons=(why,)), certainty=Certainty.UNCLEAR, others=tuple(found)
    )


def _weighed(best: Candidate, rest: Sequence[Candidate]) -> Candidate:
    """What also happened speaks a little against it."""
    more = tuple(one.reasons[0] for one in rest[:2] if one.reasons and one.cause is not best.cause)
    return Candidate(
        cause=best.cause, mechanism=best.mechanism, pieces=best.pieces, reasons=best.reasons,
        against=best.against + more, rows=best.rows, weight=best.weight,
    )  # fmt: skip


def _certainty(facts: Facts, best: Candidate, rivals: Sequence[Candidate]) -> Certainty:
    if best.cause in (Cause.BUNDLE, Cause.HELD):
        return Certainty.LIKELY if not _has_logs(facts) or _extraordinary(rivals) else Certainty.CLEAR
    if any(one.cause is not best.cause and one.cause not in (Cause.LATE, Cause.BUNDLE, Cause.HELD) for one in rivals):
        return Certainty.LIKELY
    close = [one for one in rivals if one.cause is not best.cause and one.weight * 2 > best.weight > 0]
    return Certainty.LIKELY if close else Certainty.CLEAR


def _extraordinary(rivals: Sequence[Candidate]) -> bool:
    usual = (Mechanism.POLL, Mechanism.SECOND, Mechanism.LOWERED)
    return any(one.cause in (Cause.LATE, Cause.SLOW) and one.mechanism not in usual for one in rivals)


def _has_logs(facts: Facts) -> bool:
    """Is it on record what the listings that went over were told, and how the shops answered?"""
    return bool(facts.told) and bool(facts.said)


# ------------------------------------------------------------------------------------------------ seen directly


def _direct(facts: Facts) -> list[Candidate]:
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
        times = sum(other.listing == place.listing for other in facts.edits)
        race = times >= SECOND_MASTER or any(
            one.wrote_at is not None and abs(one.found_at - one.wrote_at) <= RACE for one, _ in used
        )
        found.append(_edit_candidate(place, used[0][0].seen, used[0][0].expected, used, times, race=race))
    return found


def _edit_candidate(
    place: Place, seen: int, expected: int, used: Sequence[tuple], times: int, *, race: bool
) -> Candidate:  # type: ignore[type-arg]
    raised = N_(
        "{shop} showed {seen} where it should have shown {expected}, and nobody but its buyers and Plimsoll should change that.",
        shop=place.name, seen=seen, expected=expected,
    )  # fmt: skip
    again = NN_("It was changed once.", "Its number was changed {n} times.", times) if race else None
    soon = (
        N_("Found within 30 s of our own write: another program writes there too.")
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
    return any(
        sale.listing is not None
        and move.at < sale.bought_at
        and not facts.confirmed(sale.listing, move.at, sale.bought_at)
        for sale in facts.over
    )


# ------------------------------------------------------------------------------------------------ late numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A sale that went over because its listing had not been told of `untold` others. From the first of those to it."""

    sale: Sale
    place: Place
    untold: tuple[Sale, ...]

    @property
    def begin(self) -> datetime:
        """When the first sale was made that was not told."""
        return min(one.bought_at for one in self.untold)

    @property
    def end(self) -> datetime:
        """When it was sold once more."""
        return self.sale.bought_at

    @property
    def pieces(self) -> int:
        """Pieces that it could not know of."""
        return min(self.sale.over, sum(one.pieces for one in self.untold))


def delays(facts: Facts) -> list[Delay]:
    """Each order that went over, with the sales elsewhere that its listing was not told of in time.

    Two sales cross: the one that was booked last is over, whichever was bought first.
    """
    found = []
    for sale in facts.over:
        place = facts.place(sale.listing)
        if place is None:
            continue
        untold = [one for one in facts.sales if one.order != sale.order and _crossed(facts, one, sale)]
        if untold:
            found.append(_turned(facts, sale, place, untold))
    return found


def _crossed(facts: Facts, one: Sale, sale: Sale) -> bool:
    """Did neither buyer see what the other had bought?"""
    first, second = (one, sale) if one.bought_at <= sale.bought_at else (sale, one)
    if first.listing == second.listing:
        return first.untaken
    if second.listing is None or first.booked_at - first.heard_at > BOOKED_LATE:
        return False
    return not facts.confirmed(second.listing, first.heard_at - timedelta(seconds=1), second.bought_at)


def _turned(facts: Facts, sale: Sale, place: Place, untold: Sequence[Sale]) -> Delay:
    earlier = [one for one in untold if one.bought_at <= sale.bought_at]
    if earlier:
        return Delay(
            sale=sale,
            place=place,
            untold=tuple(untold)
            if len(earlier) == len(untold)
            else tuple(earlier + [o for o in untold if o not in earlier]),
        )
    return Delay(sale=sale, place=place, untold=tuple(untold))


def _lateness(facts: Facts) -> list[Candidate]:
    """Late numbers by what made them late, the longest first."""
    late = delays(facts)
    if not late:
        return []
    pieces = sum(one.pieces for one in late)
    begin = min(min(one.begin, one.end) for one in late)
    end = max(max(one.end, *(o.bought_at for o in one.untold)) for one in late)
    found = [
        _off(facts, begin, end), *_failed(facts, late, begin, end), _answers(facts, late, begin, end),
        _unheard(facts, late),
    ]  # fmt: skip
    real = [
        Candidate(cause=o.cause, mechanism=o.mechanism, pieces=pieces, reasons=o.reasons, against=o.against, rows=o.rows, weight=o.weight)
        for o in found if o is not None and o.weight > 0
    ]  # fmt: skip
    real.sort(key=lambda one: -one.weight)
    bundle = _bundle(facts, late)
    if real and real[0].weight >= 30.0:
        return [*real, *bundle]
    return [*bundle, *real, _ordinary(late, pieces)]


def _off(facts: Facts, begin: datetime, end: datetime) -> Candidate | None:
    gaps = [gap for gap in facts.gaps() if overlap([gap], begin, end) > 0]
    if not gaps:
        return None
    first, last = max(gaps, key=lambda gap: gap[1] - gap[0])
    why = N_(
        "Plimsoll said nothing to any shop from {first} to {last}: the computer was off or asleep.",
        first=first, last=last,
    )  # fmt: skip
    return Candidate(cause=Cause.LATE, mechanism=Mechanism.OFF, reasons=(why,), weight=overlap(gaps, begin, end))


def _failed(facts: Facts, late: Sequence[Delay], begin: datetime, end: datetime) -> list[Candidate]:
    """Calls that failed while it was late, of the shops that took part."""
    shops = {one.place.shop for one in late} | {sale.shop for one in late for sale in one.untold}
    found = []
    for shop in sorted(shops):
        bad, span = _bad_stretch(facts, shop, begin, end)
        if not bad:
            continue
        busy = sum(call.status == THROTTLED for call in bad) * 2 > len(bad)
        words = (
            NN_("{shop} refused {n} call, too many requests.", "{shop} refused {n} calls, too many requests.", len(bad), shop=facts.shop_name(shop))
            if busy
            else NN_("{n} call to {shop} failed.", "{n} calls to {shop} failed.", len(bad), shop=facts.shop_name(shop))
        )  # fmt: skip
        found.append(
            Candidate(
                cause=Cause.LATE if busy else Cause.SLOW,
                mechanism=Mechanism.TOO_MANY if busy else Mechanism.FAILED,
                reasons=(words,),
                rows=tuple(f"call/{call.id}" for call in bad),
                weight=span,
            )
        )
    return found


def _bad_stretch(facts: Facts, shop: int, begin: datetime, end: datetime) -> tuple[list[Said], float]:
    """The failed calls, and the seconds from each to the next that went well, inside a time."""
    calls = [one for one in facts.said if one.shop == shop]
    spans, bad, since = [], [], None
    for one in calls:
        if one.failed:
            since = since or one.at
            bad.append(one)
        elif since is not None:
            spans.append((since, one.at))
            since = None
    if since is not None:
        spans.append((since, facts.end))
    inside = [span for span in spans if overlap([span], begin, end) > 0]
    kept = [one for one in bad if any(first <= one.at <= last for first, last in inside)]
    return kept, overlap(inside, begin, end)


def _answers(facts: Facts, late: Sequence[Delay], begin: datetime, end: datetime) -> Candidate | None:
    """Numbers that were confirmed late although nothing was refused, and the computer was on."""
    listings = {one.place.listing for one in late}
    slow: list[Told] = []
    for one in facts.told:
        if one.listing not in listings or one.seconds is None or one.seconds < SLOW_S:
            continue
        asked = one.at - timedelta(seconds=one.seconds)
        spare = one.seconds - overlap(facts.gaps(), asked, one.at)
        refused = any(c.failed and c.shop == one.shop and asked <= c.at <= one.at for c in facts.said)
        if not refused and spare >= SLOW_S and overlap([(asked, one.at)], begin, end) > 0:
            slow.append(one)
    if not slow:
        return None
    worst = max(slow, key=lambda one: one.seconds or 0.0)
    why = N_(
        "{shop} confirmed its number only after {seconds} s.", shop=facts.shop_name(worst.shop), seconds=round(worst.seconds or 0)
    )  # fmt: skip
    spans = [(one.at - timedelta(seconds=one.seconds or 0.0), one.at) for one in slow]
    return Candidate(
        cause=Cause.SLOW, mechanism=Mechanism.ANSWERS, reasons=(why,), rows=tuple(f"told/{o.id}" for o in slow),
        weight=overlap(spans, begin, end),
    )  # fmt: skip


def _unheard(facts: Facts, late: Sequence[Delay]) -> Candidate | None:
    """Sales that were heard of late, although the shop answered and the computer was on."""
    sales = {one.order: one for delay in late for one in (delay.sale, *delay.untold)}
    bad = {call.shop for call in facts.said if call.failed}
    slow = []
    for one in sales.values():
        lag = (one.heard_at - one.bought_at).total_seconds()
        spare = lag - overlap(facts.gaps(), one.bought_at, one.heard_at)
        failing = one.shop in bad and _bad_stretch(facts, one.shop, one.bought_at, one.heard_at)[1] > lag / 2
        if spare > ORDINARY_S / 2 and not failing:
            slow.append((spare, one))
    if not slow:
        return None
    spare, worst = max(slow, key=lambda pair: pair[0])
    rings = any(ring.shop == worst.shop for ring in facts.rings)
    words = N_(
        "Order {order} of {shop} was heard of {seconds} s after it was bought.",
        order=worst.number, shop=facts.shop_name(worst.shop), seconds=round(spare),
    )  # fmt: skip
    lost = N_(
        "{shop} rings at other orders. Its webhook for this one did not arrive.", shop=facts.shop_name(worst.shop)
    )
    mechanism = Mechanism.WEBHOOK if rings and worst.by == "poll" else Mechanism.POLL
    reasons = (words, lost) if mechanism is Mechanism.WEBHOOK else (words,)
    return Candidate(
        cause=Cause.LATE, mechanism=mechanism, reasons=reasons, rows=tuple(f"order/{one.order}" for _, one in slow),
        weight=spare,
    )  # fmt: skip


def _ordinary(late: Sequence[Delay], pieces: int) -> Candidate:
    unpaid = any(one.untaken and one.listing == delay.place.listing for delay in late for one in delay.untold)
    apart = min(abs(one.bought_at - delay.end) for delay in late for one in delay.untold)
    mechanism = Mechanism.UNPAID if unpaid else Mechanism.SECOND if apart <= ONE_SECOND else Mechanism.POLL
    words = {
        Mechanism.UNPAID: N_("An order that was not paid yet was not taken off its shop’s number."),
        Mechanism.SECOND: N_("Two buyers bought the same piece within a second or two."),
        Mechanism.POLL: N_("The orders were {seconds} s apart, sooner than a number can travel.", seconds=round(apart.total_seconds())),
    }[mechanism]  # fmt: skip
    rows = tuple(f"order/{one.order}" for delay in late for one in (delay.sale, *delay.untold))
    return Candidate(cause=Cause.LATE, mechanism=mechanism, pieces=pieces, reasons=(words,), rows=rows)


def _bundle(facts: Facts, late: Sequence[Delay]) -> list[Candidate]:
    """Pieces that crossed because one side was bought as a part of a bundle."""
    pieces, rows, names = 0, [], set()
    for delay in late:
        mine = delay.place.bundle
        others = [one for one in delay.untold if (place := facts.place(one.listing)) is not None and place.bundle]
        if mine or others:
            pieces += delay.pieces if mine else min(delay.sale.over, sum(one.pieces for one in others))
            rows += [f"order/{one.order}" for one in ([delay.sale] if mine else others)]
            names |= {
                place.sku for one in (delay.sale, *others) if (place := facts.place(one.listing)) and place.bundle
            }
    if not pieces:
        return []
    why = N_("It was bought as a part of {bundles} and by itself at the same time.", bundles=", ".join(sorted(names)))
    return [Candidate(cause=Cause.BUNDLE, pieces=pieces, reasons=(why,), rows=tuple(rows))]


# ------------------------------------------------------------------------------------------------ held back


def _held(facts: Facts, late: Sequence[Candidate]) -> list[Candidate]:
    """What was held back was lowered shortly before, and the replay says that the number of before covers it."""
    if not late:
        return []
    first = min((one.bought_at for one in facts.over), default=facts.opened_at)
    found = []
    for shop, product in sorted({(one.shop, one.product) for one in facts.rules if one.name == "held_back"}):
        rows = [
            one for one in facts.rules
            if (one.name, one.shop, one.product) == ("held_back", shop, product) and one.at <= first
        ]  # fmt: skip
        if len(rows) < 2 or rows[-1].at < first - LOOK_BACK:
            continue
        before, after = int(rows[-2].value or 0), int(rows[-1].value or 0)
        pieces = prevented(facts, Setting(held=before - after)) if before > after else 0
        why = N_(
            "{before} were held back until {at}, then {after}.", before=before, after=after, at=rows[-1].at
        )
        if pieces:
            found.append(
                Candidate(
                    cause=Cause.HELD, mechanism=Mechanism.LOWERED, pieces=pieces, reasons=(why,),
                    rows=(f"setting/{rows[-1].seq}",),
                )
            )  # fmt: skip
    return found
