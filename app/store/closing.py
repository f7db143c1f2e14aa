"""What the end of an incident is judged by: how it ended for each order, what the seller said, changed and spent."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.cancellations import Counts
from app.core.choices import Did, Offer
from app.core.closing import Allowed, Buyer, Cost, CostLine, Ending, Facts, Tag, Tick, time_cost
from app.core.fixing import REPEATS_WITHIN, Act
from app.core.followups import Outcome
from app.core.incidents import Event
from app.store import (
    budgets,
    causes,
    decisions,
    families,
    fix_checks,
    followups,
    incident_events,
    incidents,
    settings,
    shops,
    waiting,
)
from app.store.incidents import Claim, IncidentRow
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

CLOSED_AS = "closed_as"  # "covered/" and by what kind of ledger row, or "checked": with its four ticks
CHECKED = "checked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What the seller said last under a name, when and who."""

    at: datetime
    value: str
    who: str


def say(db: Connection, incident: int, name: str, value: str | None, *, who: str = "", now: datetime) -> None:
    """Inside a transaction: this holds from now on; None takes it back."""
    db.execute(
        "insert into incident_said (incident_id, at, name, value, who) values (?, ?, ?, ?, ?)",
        (incident, stamp(now), name, value, who),
    )


def said(db: Connection, incident: int) -> dict[str, Said]:
    """What holds, by name."""
    rows = db.execute(
        "select name, at, value, who from incident_said where seq in"
        " (select max(seq) from incident_said where incident_id = ? group by name) and value is not null",
        (incident,),
    )
    return {name: Said(at=moment(at), value=value, who=who) for name, at, value, who in rows}


def covered_by(db: Connection, incident: int) -> str:
    """How an incident ends that is covered after all: "covered/receive", by the ledger row that covered it."""
    last = incident_events.last(db, incident, Event.COVERED)
    return f"covered/{last.facts.get('by', '') if last else ''}"


def tags(db: Connection) -> dict[int, frozenset[Tag]]:
    """The tags of every incident that has any."""
    found: dict[int, set[Tag]] = {}
    rows = db.execute(
        "select incident_id, name, value from incident_said where name glob 'tag.*' and seq in"
        " (select max(seq) from incident_said group by incident_id, name)"
    )
    for incident, name, value in rows:
        if value is not None:
            found.setdefault(incident, set()).add(Tag(name.removeprefix("tag.")))
    return {incident: frozenset(names) for incident, names in found.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """What was changed because of an incident, when and by whom. `before` and `after` as they are shown."""

    at: datetime
    act: Act
    shop: int
    before: str
    after: str
    who: str


def fixed(
    db: Connection, incident: int, act: Act, *, before: str, after: str, shop: int = 0, who: str = "", now: datetime
) -> None:
    """Inside a transaction: this was changed."""
    db.execute(
        "insert into incident_fix (incident_id, at, act, shop_id, before, after, who) values (?, ?, ?, ?, ?, ?, ?)",
        (incident, stamp(now), act.value, shop, before, after, who),
    )


def fixes(db: Connection, incident: int) -> list[Fix]:
    """All that was changed, oldest first."""
    rows = db.execute(
        "select at, act, shop_id, before, after, who from incident_fix where incident_id = ? order by seq", (incident,)
    )
    return [
        Fix(at=moment(at), act=Act(act), shop=shop, before=before, after=after, who=who)
        for at, act, shop, before, after, who in rows
    ]


def work(db: Connection, incident: int, seconds: int) -> None:
    """Inside a transaction: the seller worked on it for so long."""
    db.execute(
        "insert into incident_work (incident_id, seconds) values (?, ?)"
        " on conflict do update set seconds = seconds + excluded.seconds",
        (incident, seconds),
    )


def worked(db: Connection, incident: int) -> int:
    """Seconds of work on it so far."""
    row = db.execute("select seconds from incident_work where incident_id = ?", (incident,)).fetchone()
    return int(row[0]) if row else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat:
    """An earlier incident of the last 90 days with the same product or the same cause."""

    number: int
    opened_at: datetime
    product: str
    same_product: bool
    same_cause: bool


def repeats(db: Connection, incident: int) -> list[Repeat]:
    """The newest first. Those that are one incident with this one are no repetition."""
    row = incidents.incident(db, incident)
    if row is None:
        return []
    mine = causes.confirmed(db, incident)
    family = set(families.family(db, incident))
    found = []
    for number, opened, title, product in db.execute(
        "select incident.id, opened_at, title, product_id from incident join product on product.id = product_id"
        " where incident.id < ? and opened_at >= ? order by incident.id desc",
        (incident, stamp(row.opened_at - REPEATS_WITHIN)),
    ):
        theirs = causes.confirmed(db, number)
        same_cause = mine is not None and theirs is not None and mine.cause is theirs.cause
        if number not in family and (product == row.product_id or same_cause):
            found.append(
                Repeat(
                    number=number,
                    opened_at=moment(opened),
                    product=title,
                    same_product=product == row.product_id,
                    same_cause=same_cause,
                )
            )
    return found


def facts(db: Connection, row: IncidentRow, *, now: datetime) -> Facts:
    """All that the end of one incident is judged by."""
    spoken = said(db, row.id)
    buyers = tuple(_buyers(db, row, now))
    cancelled = {one.order for one in buyers if one.cancelled}
    of_shops = {claim.shop_id for claim in incidents.claims(db, row.id) if claim.id in cancelled}
    return Facts(
        short=row.short,
        buyers=buyers,
        limits=tuple(_allowed(db, shop, now) for shop in sorted(of_shops)),
        check=fix_checks.verdict(db, row.id, now=now),
        said={tick: spoken[f"tick.{tick.value}"].value for tick in Tick if f"tick.{tick.value}" in spoken},
        reviews=followups.reviews_to_come(db, row.head),
        bad_reviews=followups.outcomes(db, row.head).count(Outcome.BAD),
        limited=f"tag.{Tag.LIMITED.value}" in spoken,
        repeats=len(repeats(db, row.id)),
    )


def _buyers(db: Connection, row: IncidentRow, now: datetime) -> list[Buyer]:
    sent = followups.sent(db, row.head)
    decided = decisions.decided(db, row.id)
    short = {one.order for one in waiting.customers(db, row.id, now=now) if one.short}
    found = []
    for claim in incidents.claims(db, row.id):
        choice = decided.get(claim.id)
        ending = _ending(db, row, claim, choice.answer if choice else None, short=claim.id in short)
        found.append(
            Buyer(
                order=claim.id,
                ending=ending,
                written=claim.id in sent,
                answered=choice is not None and choice.answer is not None,
                cancelled=ending is Ending.REFUNDED and claim.ended,
            )
        )
    return found


def _ending(db: Connection, row: IncidentRow, claim: Claim, answer: Offer | None, *, short: bool) -> Ending:
    """A refund that is under way is owed; what is promised no more went out, or back."""
    states = {state for (state,) in db.execute("select state from reversal where order_id = ?", (claim.id,)).fetchall()}
    if states & {"asked", "by_hand", "sent", "unsure"}:
        return Ending.OWED
    if answer is Offer.SUBSTITUTE or (answer is Offer.NEXT_BATCH and claim.waiting):
        return Ending.SERVED
    if claim.waiting == 0:
        return Ending.SERVED if _went_out(db, claim.id, row.product_id) else Ending.REFUNDED
    if "confirmed" in states:
        return Ending.REFUNDED
    if answer in (Offer.REFUND, Offer.PART):
        return Ending.OWED
    made = any(kind is Did.MADE for _, kind, _ in decisions.log(db, row.id, claim.id))
    return Ending.OPEN if short and not made else Ending.SERVED


def _went_out(db: Connection, order: int, product: int) -> bool:
    row = db.execute(
        "select 1 from stock_entry where order_id = ? and product_id = ? and kind = 'ship'", (order, product)
    ).fetchone()
    return row is not None


def _allowed(db: Connection, number: int, now: datetime) -> Allowed:
    shop = shops.shop(db, number)
    if shop is None:
        return Allowed(shop="")
    line = budgets.shop_budgets(db, shop, now=now).first
    if line is None or line.budget is None or line.limit.counts is not Counts.CANCELLED:
        return Allowed(shop=shop.name)
    return Allowed(shop=shop.name, counted=line.budget.counted, left=line.budget.left, broken=line.budget.broken)


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """The cost sheet. `currency` is empty where no price is known and none was typed."""

    lines: tuple[CostLine, ...]
    currency: str
    seconds: int
    hour: int | None  # what an hour of the seller is worth, in minor units


def typed_cost(db: Connection, incident: int, cost: Cost) -> int | None:
    """What the seller typed of a cost, in minor units."""
    return _typed(said(db, incident).get(f"cost.{cost.value}"))


def costs(db: Connection, row: IncidentRow, buyers: Sequence[Buyer]) -> Costs:
    """What is known of an incident's costs. What nobody knows stays empty."""
    refunded = [one.order for one in buyers if one.ending is Ending.REFUNDED]
    back, currency = _refunds(db, row, refunded)
    hour, of_hour = _hour(db)
    seconds = worked(db, row.id)
    known: Mapping[Cost, int | None] = {
        Cost.REFUNDS: back,
        Cost.TIME: time_cost(seconds, hour) if seconds else None,
    }
    spoken = said(db, row.id)
    typed = {cost: _typed(spoken.get(f"cost.{cost.value}")) for cost in Cost}
    lines = tuple(CostLine(cost=cost, known=known.get(cost), typed=typed[cost]) for cost in Cost)
    return Costs(lines=lines, currency=currency or of_hour, seconds=seconds, hour=hour)


def _typed(one: Said | None) -> int | None:
    return int(one.value) if one is not None else None


def _hour(db: Connection) -> tuple[int | None, str]:
    written = settings.get(db, settings.HOUR)
    if not written:
        return None, ""
    minor, currency = str(written).split()
    return int(minor), currency


def _refunds(db: Connection, row: IncidentRow, orders: Sequence[int]) -> tuple[int | None, str]:
    """By the price of the product's listing in each order's shop; None where one has none."""
    total: int | None = 0 if orders else None
    found: Any = db.execute(
        "select max(currency) from listing where product_id = ? and price_minor is not null", (row.product_id,)
    ).fetchone()
    for order in orders:
        price = db.execute(
            "select pieces * (select max(price_minor) from listing where listing.shop_id = sales_order.shop_id"
            " and product_id = ?2) from incident_claim join sales_order on sales_order.id = order_id"
            " where incident_id = ?1 and order_id = ?3",
            (row.id, row.product_id, order),
        ).fetchone()
        total = None if total is None or price is None or price[0] is None else total + int(price[0])
    return total, str(found[0] or "")
