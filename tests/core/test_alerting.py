"""Alert tables: when each one rings, when it is silent and why, and when the seller hears of it."""

from datetime import UTC, datetime, time, timedelta, timezone

import pytest

from app.core import alert_words
from app.core.alerting import (
    LIMITS,
    OFF,
    ON,
    PRESSING,
    Before,
    Found,
    How,
    Kind,
    Outcome,
    Pace,
    Rule,
    Stand,
    contact,
    drift,
    failing,
    is_news,
    judge,
    keys_end,
    no_drift,
    of_product,
    rule_in_force,
    silent,
    telling,
    unsent,
    watched,
)
from app.core.offer import Reach
from app.core.text import N_

NOW = datetime(2026, 5, 14, 12, tzinfo=UTC)
PLAIN = Rule()


def met(stand: Stand, rule: Rule = PLAIN) -> dict[Kind, bool]:
    return {one.kind: one.met for one in of_product(stand, rule)}


@pytest.mark.parametrize(
    ("available", "floor", "reorder", "critical", "reorders"),
    [
        (163, 22, 162, False, False),  # C7, C8: the worked example of R96
        (162, 22, 162, False, True),
        (23, 22, 162, False, True),
        (22, 22, 162, True, True),  # at the floor: warn (R97)
        (21, 22, 162, True, True),
        (0, 0, None, True, None),  # a floor of nothing is a floor
        (1, 0, None, False, None),
        (5, None, None, None, None),  # without a floor there is nothing to check
    ],
)
def test_floor_and_reorder_point(
    available: int, floor: int | None, reorder: int | None, critical: bool | None, reorders: bool | None
) -> None:
    found = met(Stand(available=available, floor=floor, reorder_at=reorder))
    assert (found.get(Kind.CRITICAL), found.get(Kind.REORDER)) == (critical, reorders)


@pytest.mark.parametrize(
    ("available", "rate", "limit", "runs_out"),
    [
        (14, 2.0, None, True),  # seven days, and a delivery takes seven
        (15, 2.0, None, False),
        (15, 2.0, 10, True),  # the seller wants to know earlier
        (0, 2.0, None, False),  # it has run out already: others say that
        (-1, 2.0, None, False),
        (3, None, None, None),  # too little is known of it
        (3, 0.0, None, None),
    ],
)
def test_projected_zero(available: int, rate: float | None, limit: int | None, runs_out: bool | None) -> None:
    assert met(Stand(available=available, rate=rate), Rule(limit=limit)).get(Kind.ZERO) is runs_out


def test_negative_and_a_bundle() -> None:
    assert met(Stand(available=-1))[Kind.NEGATIVE]
    assert not met(Stand(available=0))[Kind.NEGATIVE]
    bundle = Stand(available=-1, floor=2, reorder_at=4, rate=1.0, bundle=True)
    assert list(met(bundle)) == [Kind.CRITICAL], "its parts say the rest"


@pytest.mark.parametrize(("expected", "seen", "flagged"), [(10, 11, False), (10, 12, True), (2, 3, True), (0, 1, True)])
def test_drift_is_flagged_as_by_the_daily_compare(expected: int, seen: int, flagged: bool) -> None:
    assert drift(expected=expected, seen=seen).met is flagged
    assert not no_drift().met


def test_of_shops() -> None:
    fine = {"failed": 1, "calls": 50, "alarming": False, "signed_out": False}
    assert not failing(**fine).met  # type: ignore[arg-type]
    assert failing(failed=3, calls=50, alarming=True, signed_out=False).met
    assert failing(failed=0, calls=0, alarming=False, signed_out=True).met
    assert silent(timedelta(minutes=4)).met
    assert not silent(None).met
    assert not unsent(oldest=timedelta(minutes=9), waiting=1, rule=PLAIN).met
    assert unsent(oldest=timedelta(minutes=10), waiting=1, rule=PLAIN).met
    assert unsent(oldest=timedelta(minutes=3), waiting=1, rule=Rule(limit=2)).met
    assert not unsent(oldest=None, waiting=0, rule=PLAIN).met
    fortnight = timedelta(days=14)
    assert keys_end(NOW + fortnight, now=NOW, warn=fortnight).met
    assert not keys_end(NOW + timedelta(days=15), now=NOW, warn=fortnight).met
    assert not keys_end(None, now=NOW, warn=fortnight).met
    assert contact(minutes=60, waiting=1).met
    assert not contact(minutes=None, waiting=1).met


# ------------------------------------------------------------------------------------------------ rules


@pytest.mark.parametrize(
    ("chosen", "rule"),
    [
        ({}, Rule(limit=10)),  # on by default
        ({(0, 0): OFF}, Rule(on=False, limit=10)),
        ({(0, 0): OFF, (3, 0): ON}, Rule(limit=10, reach=Reach.SHOP)),
        ({(3, 0): ON, (0, 7): OFF}, Rule(on=False, limit=10, reach=Reach.PRODUCT)),
        ({(0, 7): OFF, (3, 7): 4}, Rule(limit=4, reach=Reach.LISTING)),
        ({(0, 0): 30}, Rule(limit=30)),
        ({(4, 0): OFF, (0, 8): OFF}, Rule(limit=10)),  # another shop, another product
        ({(3, 0): None, (0, 0): OFF}, Rule(on=False, limit=10)),  # taken away again
    ],
)
def test_the_most_particular_setting_counts(chosen: dict[tuple[int, int], object], rule: Rule) -> None:
    assert rule_in_force(Kind.UNSENT, chosen, 3, 7) == rule


def test_what_is_not_about_a_shop_does_not_take_the_shop_rule_of_nobody() -> None:
    assert rule_in_force(Kind.CRITICAL, {(0, 0): OFF}, 0, 7).reach is Reach.EVERYWHERE
    assert LIMITS[Kind.ZERO] is None


# ------------------------------------------------------------------------------------------------ verdicts

LOW = Found(kind=Kind.CRITICAL, met=True, numbers={"available": 2, "floor": 3}, basis=("floor",))
ENOUGH = Found(kind=Kind.CRITICAL, met=False, numbers={"available": 9, "floor": 3}, basis=("floor",))
STOOD = Before(outcome=Outcome.FIRED, numbers={"available": 3, "floor": 3})
HELD = N_("You paused {shop}.", shop="Etsy")


@pytest.mark.parametrize(
    ("found", "rule", "before", "held", "louder", "outcome", "rings"),
    [
        (ENOUGH, PLAIN, None, None, None, Outcome.NOT_MET, False),
        (ENOUGH, PLAIN, STOOD, None, None, Outcome.NOT_MET, False),
        (LOW, PLAIN, None, None, None, Outcome.FIRED, True),
        (LOW, PLAIN, STOOD, None, None, Outcome.FIRED, False),  # rung once
        (LOW, Rule(on=False), None, None, None, Outcome.SUPPRESSED, False),
        (LOW, Rule(on=False), STOOD, None, None, Outcome.SUPPRESSED, False),
        (LOW, PLAIN, None, HELD, None, Outcome.SUPPRESSED, False),
        (LOW, PLAIN, None, None, Kind.NEGATIVE, Outcome.SUPPRESSED, False),
        (LOW, PLAIN, STOOD, None, Kind.NEGATIVE, Outcome.FIRED, False),  # it goes on standing beside the worse one
    ],
)
def test_how_a_check_comes_out(
    found: Found, rule: Rule, before: Before | None, held: object, louder: Kind | None, outcome: Outcome, rings: bool
) -> None:
    verdict = judge(found, rule, before=before, held=held, louder=louder)  # type: ignore[arg-type]
    assert (verdict.outcome, verdict.rings) == (outcome, rings)
    assert (verdict.because is not None) is (outcome is Outcome.SUPPRESSED), "silence is always explained"


def test_the_contact_clock_rings_at_each_of_its_notices() -> None:
    before = Before(outcome=Outcome.FIRED, numbers={"minutes": 60, "waiting": 2})
    assert not judge(contact(minutes=60, waiting=1), PLAIN, before=before).rings
    assert judge(contact(minutes=90, waiting=1), PLAIN, before=before).rings


def test_the_log_gets_a_row_only_where_something_changed() -> None:
    def news(found: Found, before: Before | None, rule: Rule = PLAIN) -> bool:
        return is_news(found, judge(found, rule, before=before), before)

    assert not news(ENOUGH, None), "what never was is no news"
    assert news(LOW, None)
    assert not news(LOW, STOOD)
    assert news(ENOUGH, STOOD)
    assert news(LOW, STOOD, Rule(on=False))
    off = Before(outcome=Outcome.SUPPRESSED, numbers=LOW.numbers, because=alert_words.switched_off(Reach.EVERYWHERE))
    assert not news(LOW, off, Rule(on=False))
    assert news(LOW, off, Rule(on=False, reach=Reach.PRODUCT)), "switched off by another setting"
    assert news(ENOUGH, Before(outcome=Outcome.NOT_MET, numbers={"available": 9, "floor": 8})), "another floor"


# ------------------------------------------------------------------------------------------------ telling

BERLIN = timezone(timedelta(hours=2))
NIGHT = (time(22), time(7))


def at(hour: int, minute: int = 0, day: int = 14) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=BERLIN)


@pytest.mark.parametrize(
    ("kind", "pace", "now", "when", "how"),
    [
        (Kind.CRITICAL, Pace(), at(23), at(23), How.NOW),
        (Kind.CRITICAL, Pace(quiet=NIGHT), at(21, 59), at(21, 59), How.NOW),
        (Kind.CRITICAL, Pace(quiet=NIGHT), at(22), at(7, day=15), How.QUIET),
        (Kind.CRITICAL, Pace(quiet=NIGHT), at(6, 59), at(7), How.QUIET),
        (Kind.CRITICAL, Pace(quiet=NIGHT), at(7), at(7), How.NOW),
        (Kind.CRITICAL, Pace(quiet=(time(12), time(14))), at(13), at(14), How.QUIET),
        (Kind.CRITICAL, Pace(quiet=(time(12), time(12))), at(12), at(12), How.NOW),  # no time at all
        (Kind.NEGATIVE, Pace(quiet=NIGHT), at(23), at(23), How.NOW),  # an oversell is never held
        (Kind.CONTACT, Pace(quiet=NIGHT, digest=time(8)), at(23), at(23), How.NOW),
        (Kind.NEGATIVE, Pace(quiet=NIGHT, holds_pressing=True), at(23), at(7, day=15), How.QUIET),
        (Kind.REORDER, Pace(digest=time(8)), at(9), at(8, day=15), How.DIGEST),
        (Kind.REORDER, Pace(digest=time(8)), at(7), at(8), How.DIGEST),
        (Kind.REORDER, Pace(digest=time(6), quiet=NIGHT), at(9), at(7, day=15), How.QUIET),  # summary inside them
    ],
)
def test_when_it_is_told(kind: Kind, pace: Pace, now: datetime, when: datetime, how: How) -> None:
    found = telling(kind, pace, told_at=None, now=now, zone=BERLIN)
    assert (found.at, found.how) == (when, how)


def test_what_comes_and_goes_is_told_once() -> None:
    an_hour_ago = NOW - timedelta(hours=1)
    assert telling(Kind.REORDER, Pace(), told_at=an_hour_ago, now=NOW).how is How.RESTED
    assert telling(Kind.NEGATIVE, Pace(), told_at=an_hour_ago, now=NOW).how is How.NOW
    assert telling(Kind.REORDER, Pace(), told_at=NOW - timedelta(hours=4), now=NOW).how is How.NOW


# ------------------------------------------------------------------------------------------------ words


def test_every_check_has_words_for_each_of_its_ends() -> None:
    found = [
        *of_product(Stand(available=-2, floor=3, reorder_at=5), PLAIN),
        *of_product(Stand(available=3, floor=3, reorder_at=2, rate=1.0), PLAIN),
        drift(expected=4, seen=9), no_drift(), failing(failed=3, calls=50, alarming=True, signed_out=False),
        silent(timedelta(minutes=5)), unsent(oldest=timedelta(minutes=12), waiting=2, rule=PLAIN),
        unsent(oldest=None, waiting=0, rule=PLAIN), keys_end(NOW, now=NOW, warn=timedelta()),
        watched(refused=True, since="1"), keys_end(None, now=NOW, warn=timedelta()),
        contact(minutes=105, waiting=1), contact(minutes=120, waiting=2),
    ]  # fmt: skip
    said = {one.kind for one in found}
    for one in found:
        words = str(alert_words.said(one.kind.value, one.numbers, met=one.met, product="Mug", shop="Etsy"))
        assert words.endswith("."), words
        assert "Mug" in words or "Etsy" in words
        str(alert_words.said(one.kind.value, one.numbers, met=not one.met, product="Mug", shop="Etsy"))
        assert str(alert_words.NAMES[one.kind.value])
    assert said == set(Kind)
    assert set(Kind) >= PRESSING
