"""Checking the alerts: products whose number or rule changed, slice by slice, and every shop once a round.

A check writes a row of the log only where it came out differently from the one before; what it looked at last stands
in `alert_now`. So the cost follows what happens, not the number of products or the years.
"""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import Any

from app.core.alert_words import ELSEWHERE, deciding, looking, paused
from app.core.alerting import (
    OF_PRODUCTS,
    Before,
    Found,
    How,
    Kind,
    Outcome,
    Pace,
    Rule,
    Stand,
    Telling,
    Verdict,
    contact,
    drift,
    failing,
    got_through,
    is_news,
    judge,
    keys_end,
    no_drift,
    of_product,
    silent,
    telling,
    unsent,
    watched,
)
from app.core.alerts import KEYS_WARN
from app.core.contact import rung
from app.core.records import dataclass
from app.core.text import Text
from app.store import alarms, alert_rules, deliveries, demand, health, shops, waiting
from app.store import watched as updates
from app.store.demand import Demand
from app.store.moments import moment_or_none, stamp
from app.store.sentences import packed, unpacked
from app.store.shops import Shop
from app.store.sqlite import Connection

SLICE = 200  # products in one transaction
KNOWN_AFTER = timedelta(days=7)  # of fewer days, or fewer pieces, nothing is said of when a product runs out
KNOWN_PIECES = 3.0
KEEP = 100_000  # rows of the log
SAME_CAUSE = frozenset({Kind.FAILING, Kind.SILENT})
AGAIN_AFTER = timedelta(hours=1)  # what runs out soon is checked again: without sales it does not

Key = tuple[int, int, Kind]  # product, shop, kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One check that is to be written down."""

    key: Key
    found: Found
    rule: Rule
    held: Text | None = None
    louder: Kind | None = None


# ------------------------------------------------------------------------------------------------ products


def wanted(db: Connection) -> bool:
    """Does any product wait to be checked?"""
    return bool(db.execute("select exists (select 1 from alert_due)").fetchone()[0])


def ask_again(db: Connection, *, now: datetime) -> None:
    """Inside a transaction: what was said to run out soon may not any more, for time passes without a sale."""
    db.execute(
        "insert into alert_due (product_id) select product_id from alert_now where kind = ? and outcome != 'not_met'"
        " and outcome = 'fired' and checked_at < ? on conflict do nothing",
        (Kind.ZERO.value, stamp(now - AGAIN_AFTER)),
    )


def step(db: Connection, *, now: datetime, zone: tzinfo | None = None, limit: int = SLICE) -> tuple[list[int], bool]:
    """Inside a transaction: check the next products. Those that were, and whether anything of them changed."""
    products = [number for (number,) in db.execute("select product_id from alert_due limit ?", (limit,))]
    if not products:
        return [], False
    db.execute("delete from alert_due where product_id in (select value from json_each(?))", (json.dumps(products),))
    chosen = alert_rules.chosen(db, products)
    stands = _stands(db, products, now=now)
    drifts = _drifts(db, products)
    checks: list[Checked] = []
    for product, stand in stands.items():
        zero = alert_rules.rule(chosen, Kind.ZERO, product=product)
        checks += with_louder(product, of_product(stand, zero), chosen)
        checks += [
            Checked(
                key=(product, shop, Kind.DRIFT),
                found=found,
                rule=alert_rules.rule(chosen, Kind.DRIFT, shop=shop, product=product),
            )
            for shop, found in drifts.get(product, {}).items()
        ]
    before = _before(db, products)
    checks += _dropped(before, {one.key for one in checks})
    return products, _write(db, checks, before, now=now, zone=zone)


def _dropped(before: Mapping[Key, Before], checked: Collection[Key]) -> list[Checked]:
    """What stood, and is not looked at any more: its floor was taken away, or it sells too little now."""
    return [
        Checked(key=key, found=Found(kind=key[2], met=False, numbers={}), rule=Rule())
        for key, old in before.items()
        if key[2] in OF_PRODUCTS and key not in checked and old.outcome is not Outcome.NOT_MET
    ]


def with_louder(product: int, found: Sequence[Found], chosen: alert_rules.Chosen) -> list[Checked]:
    """A product's checks, the most serious first: of several that ring together only the worst does."""
    checks: list[Checked] = []
    louder: Kind | None = None
    for one in sorted(found, key=lambda one: OF_PRODUCTS.index(one.kind)):
        rule = alert_rules.rule(chosen, one.kind, product=product)
        checks.append(Checked(key=(product, 0, one.kind), found=one, rule=rule, louder=louder))
        if one.met and rule.on and louder is None:
            louder = one.kind
    return checks


_STANDS = """
    select stock_level.product_id, available, floor, reorder_point,
        exists (select 1 from bundle_part where bundle_id = stock_level.product_id)
    from json_each(?) cross join stock_level on stock_level.product_id = json_each.value where started
"""


def _stands(db: Connection, products: Sequence[int], *, now: datetime) -> dict[int, Stand]:
    """How long a delivery takes is only read of what sells: of a hundred thousand products few do."""
    rates = {product: _rate(sold.values(), now) for product, sold in demand.of_products(db, products).items()}
    known: dict[int, list[deliveries.Came]] = {}
    return {
        product: Stand(
            available=available,
            floor=floor,
            reorder_at=reorder,
            rate=rates.get(product),
            delivery_days=deliveries.lead_time(db, product, known).delivery.mean if rates.get(product) else 0.0,
            bundle=bool(bundle),
        )
        for product, available, floor, reorder, bundle in db.execute(_STANDS, (json.dumps(list(products)),)).fetchall()
    }


def _rate(shops_of: Iterable[Demand], now: datetime) -> float | None:
    """Pieces a day; None where too little is known of it."""
    known = list(shops_of)
    if not known or now - min(one.since for one in known) < KNOWN_AFTER:
        return None
    if sum(one.pieces for one in known) < KNOWN_PIECES:
        return None
    return sum(one.rate_per_s(now) for one in known) * 86_400


_DRIFTS = """
    select product_id, shop_id, (select expected from outside_edit where listing_id = listing.id
            and settled_at is null order by id desc limit 1), differs
    from json_each(?) cross join listing on product_id = value
    where differs is not null and gone_at is null and stock_of is null
"""


def _drifts(db: Connection, products: Sequence[int]) -> dict[int, dict[int, Found]]:
    """By product and shop: what differs now, and what differed at the last check and does not any more."""
    wanted_ones = json.dumps(list(products))
    found: dict[int, dict[int, Found]] = {product: {} for product in products}
    for product, shop in db.execute(
        "select product_id, shop_id from alert_now where kind = 'drift'"
        " and product_id in (select value from json_each(?))",
        (wanted_ones,),
    ):
        found[product][shop] = no_drift()
    for product, shop, expected, seen in db.execute(_DRIFTS, (wanted_ones,)):
        if expected is not None and not found[product].get(shop, no_drift()).met:
            found[product][shop] = drift(expected=expected, seen=seen)
    return found


# ------------------------------------------------------------------------------------------------ shops and incidents


def check_shops(
    db: Connection, *, listening_since: datetime, sends: bool = True, now: datetime, zone: tzinfo | None = None
) -> bool:
    """Inside a transaction, after `alarms.judge`: every shop that is spoken to. Did anything change? `sends`: does
    this computer send?
    """
    chosen = alert_rules.chosen(db)
    checks = []
    for shop in shops.shops(db):
        if shop.by_hand:
            continue
        rules = {kind: alert_rules.rule(chosen, kind, shop=shop.id) for kind in Kind}
        held = paused(shop.name) if shop.mode == "paused" else None
        louder: Kind | None = None
        for found in _of_shop(db, shop, rules, listening_since=listening_since, now=now):
            reason = held or (_nothing_owed(shop, sends=sends) if found.kind is Kind.UNSENT else None)
            rule = rules[found.kind]
            checks.append(
                Checked(
                    key=(0, shop.id, found.kind), found=found, rule=rule, held=reason, louder=_of_same(found, louder)
                )
            )
            if found.met and rule.on and found.kind in SAME_CAUSE and louder is None:
                louder = found.kind  # a shop that does not answer confirms nothing either
    return _write(db, checks, _before(db, [0]), now=now, zone=zone)


def _of_same(found: Found, louder: Kind | None) -> Kind | None:
    """The end of a sign-in has a cause of its own."""
    return None if found.kind is Kind.KEYS_END else louder


def _nothing_owed(shop: Shop, *, sends: bool) -> Text | None:
    if not sends:
        return ELSEWHERE
    if shop.held is not None:
        return deciding(shop.name)
    return looking(shop.name) if shop.mode == "looking" else None


def _of_shop(
    db: Connection, shop: Shop, rules: Mapping[Kind, Rule], *, listening_since: datetime, now: datetime
) -> list[Found]:
    calls = alarms.last_calls(db, shop.id)[0]
    vitals = alarms.vitals_of(db, shop, calls, listening_since, now)
    failures, pulse = vitals.failures, health.pulse(db, shop.id)
    oldest = pulse.behind_since
    ends = [at for at in (vitals.keys_end_at, shop.sign_in_ends) if at is not None]
    return [
        failing(
            failed=failures.failed,
            calls=failures.calls,
            alarming=failures.alarming,
            signed_out=shop.trouble == "signed_out",
        ),
        silent(vitals.silence),
        unsent(
            oldest=None if oldest is None else max(timedelta(0), now - max(oldest, listening_since)),
            waiting=pulse.waiting,
            rule=rules[Kind.UNSENT],
        ),
        keys_end(min(ends) if ends else None, now=now, warn=KEYS_WARN),
    ]


def check_contacts(db: Connection, *, now: datetime, zone: tzinfo | None = None) -> bool:
    """Inside a transaction: the contact clock of every open incident. Did anything change?"""
    chosen = alert_rules.chosen(db)
    checks = []
    open_ones = db.execute(
        "select id, product_id from incident where closed_at is null and joined_to is null order by id"
    ).fetchall()
    for incident, product in open_ones:
        running = waiting.clock_of(db, incident, now=now)
        after = rung(running, running.found_at, now) if running is not None else None
        minutes = int(after.total_seconds()) // 60 if after is not None else None
        found = contact(minutes=minutes, waiting=running.waiting if running is not None else 0)
        rule = alert_rules.rule(chosen, Kind.CONTACT, product=product)
        checks.append(Checked(key=(product, 0, Kind.CONTACT), found=found, rule=rule))
    checked = {one.key for one in checks}
    for (product,) in db.execute(
        "select product_id from alert_now where kind = 'contact' and outcome != 'not_met'"
    ).fetchall():
        if (product, 0, Kind.CONTACT) not in checked:  # its incident was closed
            found = contact(minutes=None, waiting=0)
            checks.append(Checked(key=(product, 0, Kind.CONTACT), found=found, rule=Rule()))
    return _write(db, checks, _before(db, [one.key[0] for one in checks]), now=now, zone=zone)


def check_watched(db: Connection, *, now: datetime, zone: tzinfo | None = None) -> bool:
    """Inside a transaction: updates of the products that the seller watches. Did anything change?"""
    found = {
        (one.product, one.shop, Kind.WATCHED): watched(refused=one.refused, since=one.since)
        for one in updates.stuck(db, now=now)
    }
    for product, shop in db.execute(
        "select product_id, shop_id from alert_now where kind = 'watched' and outcome != 'not_met'"
    ):
        found.setdefault((product, shop, Kind.WATCHED), got_through())
    checks = [Checked(key=key, found=one, rule=Rule()) for key, one in found.items()]
    return _write(db, checks, _before(db, [one.key[0] for one in checks]), now=now, zone=zone)


# ------------------------------------------------------------------------------------------------ writing down


def _before(db: Connection, products: Sequence[int]) -> dict[Key, Before]:
    rows = db.execute(
        "select product_id, shop_id, kind, outcome, numbers, because, told_at from json_each(?)"
        " cross join alert_now on product_id = json_each.value",
        (json.dumps(sorted(set(products))),),
    )
    return {
        (product, shop, Kind(kind)): Before(
            outcome=Outcome(outcome),
            numbers=json.loads(numbers),
            because=unpacked(because) if because else None,
            told_at=moment_or_none(told),
        )
        for product, shop, kind, outcome, numbers, because, told in rows
    }


_NOW = """
    insert into alert_now (product_id, shop_id, kind, outcome, since, checked_at, numbers, because)
    values (?1, ?2, ?3, ?4, ?5, ?5, ?6, ?7)
    on conflict do update set outcome = ?4, since = iif(outcome = ?4, since, ?5), checked_at = ?5, numbers = ?6,
        because = ?7
"""
_LOG = """
    insert into alert_check (at, product_id, shop_id, kind, outcome, numbers, because, told, told_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


_OVERTAKEN = """
    update alert_notice set state = 'over'
    where state = 'waits' and product_id = ? and shop_id = ? and kind = ?
"""
_NOTICE = "insert into alert_notice (product_id, shop_id, kind, numbers, due_at) values (?, ?, ?, ?, ?)"


def _write(
    db: Connection, checks: Sequence[Checked], before: Mapping[Key, Before], *, now: datetime, zone: tzinfo | None
) -> bool:
    """Every check as it came out; the log's rows; and what the seller is to hear. Did anything change?"""
    pace = alert_rules.pace(db)
    stands, log, notices = [], [], []
    for check in checks:
        old = before.get(check.key)
        verdict = judge(check.found, check.rule, before=old, held=check.held, louder=check.louder)
        tell = _tell(check, verdict, old, pace, now=now, zone=zone)
        if tell is not None and tell.how is not How.RESTED:
            notices.append((*check.key[:2], check.key[2].value, json.dumps(dict(check.found.numbers)), stamp(tell.at)))
        stands.append(_common(check, verdict, now))
        if is_news(check.found, verdict, old):
            log.append(_log_row(check, verdict, tell, now))
    db.executemany(_NOW, stands)
    db.executemany(_LOG, log)
    db.executemany(_OVERTAKEN, [one[:3] for one in notices])
    db.executemany(_NOTICE, notices)
    return bool(log)


def _tell(
    check: Checked, verdict: Verdict, old: Before | None, pace: Pace, *, now: datetime, zone: tzinfo | None
) -> Telling | None:
    if not verdict.rings:
        return None
    told_at = old.told_at if old is not None and not check.found.again else None
    return telling(check.found.kind, pace, told_at=told_at, now=now, zone=zone)


def _common(check: Checked, verdict: Verdict, now: datetime) -> tuple[Any, ...]:
    product, shop, kind = check.key
    because = packed(verdict.because) if verdict.because is not None else None
    return product, shop, kind.value, verdict.outcome.value, stamp(now), json.dumps(dict(check.found.numbers)), because


def _log_row(check: Checked, verdict: Verdict, tell: Telling | None, now: datetime) -> tuple[Any, ...]:
    product, shop, kind, outcome, at, numbers, because = _common(check, verdict, now)
    told = (tell.how.value, stamp(tell.at)) if tell is not None else ("", None)
    return at, product, shop, kind, outcome, numbers, because, *told


def prune(db: Connection, *, keep: int = KEEP) -> None:
    """Inside a transaction: forget the oldest rows of the log, and what was told long ago."""
    newest = db.execute("select max(seq) from alert_check").fetchone()[0] or 0
    db.execute("delete from alert_check where seq <= ?", (newest - keep,))
    told = db.execute("select max(id) from alert_notice").fetchone()[0] or 0
    db.execute("delete from alert_notice where id <= ? and state != 'waits'", (told - keep // 10,))
