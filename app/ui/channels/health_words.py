"""What the Health page says of a shop: each figure with its name and the sum it comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.channel import Allowance, Unit
from app.core.health import EDGES_S, GOAL, IN_TIME_S, LAST_CALLS, QUANTILES, InTime, allowed_failures, quantile
from app.store.confirmations import SPAN
from app.store.lags import MEASURED_AFTER
from app.store.vitals import Signs
from app.ui.channels.states import ShopFacts, behind_words
from app.ui.widgets.glyphs import Glyph
from app.ui.words import NOTHING, all_of, calendar_date, duration, moment, number, percent, tr, trn, when


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A figure: its name, its value, why it is so, and the shape before it where it needs a look."""

    name: str
    value: str
    why: str
    missed: bool = False

    @property
    def glyph(self) -> Glyph | None:
        """The shape before the value; none while it is as it should be."""
        return Glyph.LOOK if self.missed else None


def figures(facts: ShopFacts, signs: Signs, now: datetime) -> list[Said]:
    """Everything that is measured of a shop."""
    return [
        _behind(facts, now),
        _in_time(signs.in_time),
        _heard(signs),
        _own(signs),
        _first(signs),
        _calls(signs),
        _quota(signs, now),
        _compared(facts, now),
        _keys(facts, signs, now),
    ]


def _behind(facts: ShopFacts, now: datetime) -> Said:
    behind, _ = behind_words(facts, now)
    name = tr("Behind by")
    if behind is None:
        return Said(name=name, value=NOTHING, why=tr("Nothing is sent to it, so nothing waits to be confirmed."))
    oldest = tr("The oldest number that waits is {age} old.", age=duration(behind.unconfirmed))
    if not facts.pulse.waiting:
        oldest = tr("Every number is confirmed.")
    heard = tr("Its orders have not been read yet.")
    if behind.unheard is not None:
        heard = tr("Its orders were read {age} ago.", age=duration(behind.unheard))
    larger = tr("The larger of the two counts.")
    return Said(name=name, value=duration(behind.age), why=f"{oldest} {heard} {larger}", missed=behind.late)


def _in_time(found: InTime) -> Said:
    name = tr("Confirmed within {seconds} s", seconds=int(IN_TIME_S))
    if found.share is None:
        return Said(name=name, value=NOTHING, why=tr("No number was sent in the last {n} days.", n=SPAN.days))
    parts = [trn("{n} slower", "{n} slower", found.late)] if found.late else []
    parts += [trn("{n} never", "{n} never", found.never)] if found.never else []
    parts += [trn("{n} still waits", "{n} still wait", found.waiting)] if found.waiting else []
    why = trn("{good} of {n} number", "{good} of {n} numbers", found.all, good=number(found.in_time))
    rest = tr("{counted}: {parts}.", counted=why, parts=all_of(parts)) if parts else tr("{counted}.", counted=why)
    goal = tr("The goal is {goal}.", goal=percent(GOAL))
    share = percent(found.share, 1)
    return Said(name=name, value=share, why=f"{rest} {goal}", missed=found.missed)


def confirmed_words(seconds: Sequence[float | None]) -> str:
    """How long confirming took: "Half within 3 s, 95 % within 12 s, 99 % within 40 s"."""
    if not seconds:
        return tr("Nothing was sent in the last {n} days.", n=SPAN.days)
    known = [(share, found) for share in QUANTILES if (found := quantile(seconds, share)) is not None]
    parts = [tr("{share} within {length}", share=percent(share), length=_length(found)) for share, found in known]
    if not parts:
        return tr("Most were never confirmed.")
    said = tr("{parts}.", parts=all_of(parts))
    return said if len(parts) == len(QUANTILES) else tr("{said} The rest were never confirmed.", said=said)


def _length(seconds: float) -> str:
    return tr("1 s") if seconds < 1 else duration(seconds)


def bar_names() -> tuple[str, ...]:
    """What stands under the bars of the histogram."""
    edges = tuple(_edge(edge) for edge in EDGES_S)
    return (*(tr("< {edge}", edge=edge) for edge in edges), tr("more"), tr("never"))


def _edge(seconds: float) -> str:
    return tr("{n} s", n=int(seconds)) if seconds < IN_TIME_S else tr("{n} min", n=int(seconds) // 60)


def _heard(signs: Signs) -> Said:
    name = tr("Sales known after")
    if signs.heard_s is None:
        return Said(name=name, value=NOTHING, why=tr("No sale has been measured yet."))
    why = trn(
        "95 % of the newest {n} sale were known within it. The other shops learn of it only then.",
        "95 % of the newest {n} sales were known within it. The other shops learn of them only then.",
        min(100, signs.heard_lags),
    )
    return Said(name=name, value=_length(signs.heard_s), why=f"{why} {_counted(signs)}")


def _counted(signs: Signs) -> str:
    if signs.heard_average_s is None:
        length = _length(signs.heard_counts_s)
        return tr("Until {n} are measured, {length} counts.", n=MEASURED_AFTER, length=length)
    return tr("On average it took {length}: that counts for a last piece.", length=_length(signs.heard_average_s))


def _own(signs: Signs) -> Said:
    late, name = signs.own_late, tr("Its own number")
    if not late:
        return Said(name=name, value=tr("In time"), why=tr("It was never seen late after a sale there."))
    why = trn(
        "{n} time in the last {days} days it was still the old one that long after a sale there.",
        "{n} times in the last {days} days it was still the old one after a sale there, at most that long.",
        len(late),
        days=SPAN.days,
    )
    return Said(name=name, value=_length(max(late)), why=why, missed=True)


def _first(signs: Signs) -> Said:
    heard, name = signs.heard_by, tr("Heard by webhook")
    if heard.share is None:
        return Said(name=name, value=NOTHING, why=tr("No order was heard of in the last {n} days.", n=SPAN.days))
    why = tr(
        "{webhook} of {all} orders were heard of first by webhook, {poll} by asking. Asking finds them all.",
        webhook=heard.webhook,
        all=heard.webhook + heard.poll,
        poll=heard.poll,
    )
    return Said(name=name, value=percent(heard.share), why=why)


def _calls(signs: Signs) -> Said:
    failed, name = signs.failures, tr("Last {n} calls", n=LAST_CALLS)
    if not failed.calls:
        return Said(name=name, value=NOTHING, why=tr("Nothing has been asked of it yet."))
    value = trn("{n} failed", "{n} failed", failed.failed) if failed.failed else tr("All well")
    why = tr("An alarm rings when more than {n} of the last {all} fail.", n=allowed_failures(), all=LAST_CALLS)
    return Said(name=name, value=value, why=why, missed=failed.alarming)


def _quota(signs: Signs, now: datetime) -> Said:
    quota, name = signs.row.quota, tr("Rate limit used")
    if quota is None:
        return Said(name=name, value=NOTHING, why=tr("This channel does not say how much it allows."))
    allowance = quota.now(now)
    return Said(name=name, value=percent(allowance.share), why=_allowed(allowance, quota.at, now))


def _allowed(allowance: Allowance, at: datetime, now: datetime) -> str:
    used, limit = number(round(allowance.used)), number(round(allowance.limit))
    told = when(at, now)
    if allowance.unit is Unit.CALLS:
        return tr(
            "{used} of {limit} calls in 24 hours, as it told at {at}. The last of them are kept for stock.",
            used=used,
            limit=limit,
            at=told,
        )
    return tr(
        "{used} of {limit} points, as it told at {at}. All of them are back after {length}.",
        used=used,
        limit=limit,
        at=told,
        length=duration(allowance.full_s),
    )


def _compared(facts: ShopFacts, now: datetime) -> Said:
    links, name = facts.links, tr("Last full compare")
    if links.compared_at is None:
        return Said(name=name, value=NOTHING, why=tr("Not every number has been read yet."))
    agree = tr("{agree} of {all} agree.", agree=links.linked - links.differing, all=links.linked)
    why = tr("Every linked number was read or confirmed since then.")
    return Said(name=name, value=moment(links.compared_at, now), why=f"{agree} {why}", missed=links.differing > 0)


def _keys(facts: ShopFacts, signs: Signs, now: datetime) -> Said:
    keys, name = signs.keys, tr("Keys")
    typed = tr("Typed {at}.", at=when(keys.typed_at, now)) if keys.typed_at else ""
    if keys.end_at is None:
        why = tr("{typed} No end of them is known.", typed=typed).strip()
        return Said(name=name, value=tr("No end"), why=why)
    day = calendar_date(keys.end_at.astimezone().date(), now.astimezone().date())
    why = tr("{shop} wants you back before {day}. {typed}", shop=facts.shop.name, day=day, typed=typed).strip()
    soon = keys.end_at - now < timedelta(days=14)
    return Said(name=name, value=day, why=why, missed=soon)
