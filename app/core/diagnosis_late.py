"""Numbers that were still old when a buyer saw them: what made them late, and how long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.core.diagnosis_causes import (
    BOOKED_LATE,
    LOOK_BACK,
    ONE_SECOND,
    ORDINARY_S,
    SLOW_S,
    THROTTLED,
    Candidate,
    Cause,
    Mechanism,
)
from app.core.diagnosis_facts import Facts, Place, Said, Sale, Span, Told, merged, overlap
from app.core.diagnosis_fair import Fair, fair
from app.core.diagnosis_replay import Setting, prevented
from app.core.text import N_, NN_


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
    def crossings(self) -> list[tuple[Sale, Sale]]:
        """Each sale that was not told with this one, the one that was bought first before the other."""
        return [_in_order(one, self.sale) for one in self.untold]

    @property
    def pieces(self) -> int:
        """Pieces that it could not know of."""
        return min(self.sale.over, sum(one.pieces for one in self.untold))


def delays(facts: Facts) -> list[Delay]:
    """Each order that went over, with the sales elsewhere that its listing was not told of in time.

    Two sales cross: the one that was booked last is over, whichever was bought first.
    """
    found = []
    knew = {place.listing: fair(facts, place) for place in facts.places}
    for sale in facts.over:
        place = facts.place(sale.listing)
        if place is None:
            continue
        untold = [one for one in facts.sales if one.order != sale.order and _crossed(facts, knew, one, sale)]
        if untold:
            found.append(Delay(sale=sale, place=place, untold=tuple(untold)))
    return found


def _in_order(one: Sale, sale: Sale) -> tuple[Sale, Sale]:
    return (one, sale) if one.bought_at <= sale.bought_at else (sale, one)


def _crossed(facts: Facts, knew: Mapping[int, Fair], one: Sale, sale: Sale) -> bool:
    """Did neither buyer see what the other had bought?"""
    first, second = _in_order(one, sale)
    if first.listing == second.listing:
        return first.untaken
    if second.listing is None or first.booked_at - first.heard_at > BOOKED_LATE:
        return False
    if second.listing in knew and knew[second.listing].between(first.booked_at, second.bought_at):
        return False
    return not facts.confirmed(second.listing, first.heard_at - timedelta(seconds=1), second.bought_at)


def lateness(facts: Facts) -> list[Candidate]:
    """Late numbers by what made them late, the longest first."""
    late = delays(facts)
    if not late:
        return []
    pieces = sum(one.pieces for one in late)
    begin = min(min(one.begin, one.end) for one in late)
    end = max(max(one.end, *(o.bought_at for o in one.untold)) for one in late)
    found = [
        _off(facts, begin, end), *_failed(facts, late), _answers(facts, late, begin, end),
        _unheard(facts, late),
    ]  # fmt: skip
    real = [replace(one, pieces=pieces) for one in found if one is not None and one.weight > 0]
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


def _in_the_way(late: Sequence[Delay]) -> dict[int, list[Span]]:
    """By shop, when a failed call of it made a number late.

    The shop that sold first: until its order was booked. The one that sold once more: from then on, as it was not told.
    """
    found: dict[int, list[Span]] = {}
    for first, second in (pair for one in late for pair in one.crossings):
        heard = min(max(first.bought_at, first.booked_at), second.bought_at)
        found.setdefault(first.shop, []).append((first.bought_at, heard))
        found.setdefault(second.shop, []).append((heard, second.bought_at))
    return {shop: merged(spans) for shop, spans in found.items()}


def _failed(facts: Facts, late: Sequence[Delay]) -> list[Candidate]:
    """Calls that failed while a number waited for them."""
    found = []
    for shop, waits in sorted(_in_the_way(late).items()):
        bad, span = _bad_stretch(facts, shop, waits)
        if not bad:
            continue
        busy = sum(map(asked_to_wait, bad)) * 2 > len(bad)
        name, count = facts.shop_name(shop), len(bad)
        words = NN_("{n} call to {shop} failed.", "{n} calls to {shop} failed.", count, shop=name)
        if busy:
            words = NN_(
                "{shop} refused {n} call, too many requests.",
                "{shop} refused {n} calls, too many requests.",
                count,
                shop=name,
            )
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


def asked_to_wait(call: Said) -> bool:
    """Did the shop ask us to wait? Shopify says so with a 200."""
    return call.status == THROTTLED or "too many requests" in call.words.lower()


def _bad_stretch(facts: Facts, shop: int, waits: Sequence[Span]) -> tuple[list[Said], float]:
    """The failed calls, and the seconds from each to the next that went well, inside some times."""
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
    inside = [span for span in spans if any(overlap([span], *wait) > 0 for wait in waits)]
    kept = [one for one in bad if any(first <= one.at <= last for first, last in inside)]
    return kept, sum(overlap(inside, *wait) for wait in waits)


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
    after = timedelta(seconds=round(worst.seconds or 0))
    why = N_("{shop} confirmed its number only after {time}.", shop=facts.shop_name(worst.shop), time=after)
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
        failing = one.shop in bad and _bad_stretch(facts, one.shop, [(one.bought_at, one.heard_at)])[1] > lag / 2
        if spare > ORDINARY_S / 2 and not failing:
            slow.append((spare, one))
    if not slow:
        return None
    spare, worst = max(slow, key=lambda pair: pair[0])
    rings = any(ring.shop == worst.shop for ring in facts.rings)
    words = N_(
        "Order {order} of {shop} was heard of {time} after it was bought.",
        order=worst.number, shop=facts.shop_name(worst.shop), time=timedelta(seconds=round(spare)),
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
    gap = timedelta(seconds=round(apart.total_seconds()))
    words = {
        Mechanism.UNPAID: N_("An order that was not paid yet was not taken off its shop’s number."),
        Mechanism.SECOND: N_("Two buyers bought the same piece within a second or two."),
        Mechanism.POLL: N_("The orders were {time} apart, sooner than a number can travel.", time=gap),
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


def held(facts: Facts, late: Sequence[Candidate]) -> list[Candidate]:
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
        why = N_("{before} were held back until {at}, then {after}.", before=before, after=after, at=rows[-1].at)
        if pieces:
            found.append(
                Candidate(
                    cause=Cause.HELD, mechanism=Mechanism.LOWERED, pieces=pieces, reasons=(why,),
                    rows=(f"setting/{rows[-1].seq}",),
                )
            )  # fmt: skip
    return found
