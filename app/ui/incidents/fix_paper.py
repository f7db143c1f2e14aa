"""What an incident's report says of its end: what was changed, whether it held, the ticks, the harm and the costs."""

from datetime import datetime

from app.core.closing import How, Tag, harms, severity, ticks, total
from app.store import closing, fix_checks, shops
from app.store.incidents import IncidentRow
from app.store.sqlite import Connection
from app.ui.incidents.fix_words import (
    act_name,
    cost_name,
    ended_words,
    harm_name,
    level_name,
    repeat_words,
    rule_name,
    severity_name,
    tag_name,
    tick_name,
)
from app.ui.papers.paper import Part, Table
from app.ui.papers.statement import full_date
from app.ui.words import NOTHING, clock_time, duration, money, say, tr


def ending_parts(db: Connection, row: IncidentRow, *, currency: str, now: datetime) -> tuple[Part, ...]:
    """The last parts of a report."""
    facts = closing.facts(db, row, now=now)
    found = ticks(facts)
    heads = (tr("Tick"), tr("How it stands"), tr("Why"))
    states = {
        How.OPEN: tr("Open"),
        How.RECORDS: tr("Done"),
        How.SELLER: tr("Ticked by the seller"),
        How.NOT_NEEDED: tr("Does not apply"),
    }
    lines = tuple((tick_name(one.tick), states[one.how], say(one.note)) for one in found)
    return (
        _changed(db, row),
        _checks(db, row),
        Part(title=tr("The four ticks"), sentences=_end(db, row), table=Table(heads, lines)),
        _harm(db, row, now),
        _costs(db, row, currency, now),
    )


def _changed(db: Connection, row: IncidentRow) -> Part:
    names = {shop.id: shop.name for shop in shops.shops(db)}
    heads = (tr("When"), tr("What"), tr("Before"), tr("After"), tr("Who"))
    rows = tuple(
        (
            f"{full_date(fix.at)}, {clock_time(fix.at)}",
            tr("{what}, {shop}", what=act_name(fix.act), shop=names[fix.shop])
            if fix.shop in names
            else act_name(fix.act),
            fix.before,
            fix.after,
            fix.who or NOTHING,
        )
        for fix in closing.fixes(db, row.id)
    )
    if not rows:
        return Part(title=tr("What was changed"), sentences=(tr("Nothing was changed from inside the incident."),))
    return Part(title=tr("What was changed"), table=Table(heads, rows))


def _checks(db: Connection, row: IncidentRow) -> Part:
    found = fix_checks.all_of(db, row.id)
    if not found:
        return Part(title=tr("Check that it held"), sentences=(tr("No check was set."),))
    said = []
    for kept in found:
        rule, since = rule_name(kept.check.rule), full_date(kept.check.begun_at)
        length = tr("{days} days", days=kept.check.days)
        if kept.check.orders is not None:
            length = tr("{days} days or {orders} orders", days=kept.check.days, orders=kept.check.orders)
        how = say(kept.note) if kept.note else _state(kept.state.value)
        said.append(tr("{rule} for {length}, from {date}: {how}", rule=rule, length=length, date=since, how=how))
    return Part(title=tr("Check that it held"), numbered=tuple(said))


def _state(state: str) -> str:
    return {"running": tr("it still runs."), "stopped": tr("it was stopped.")}.get(state, state)


def _end(db: Connection, row: IncidentRow) -> tuple[str, ...]:
    if row.closed_at is None:
        return (tr("The incident is open."),)
    at = tr("Closed {date}, {time}.", date=full_date(row.closed_at), time=clock_time(row.closed_at))
    ended = closing.said(db, row.id).get(closing.CLOSED_AS)
    return tuple(filter(None, (at, ended_words(ended.value) if ended else "", row.note)))


def _harm(db: Connection, row: IncidentRow, now: datetime) -> Part:
    facts = closing.facts(db, row, now=now)
    spoken = closing.said(db, row.id)
    tags = [tag_name(tag) for tag in Tag if f"tag.{tag.value}" in spoken]
    sentences = [tr("Severity: {grade}.", grade=severity_name(severity(facts)))]
    if tags:
        sentences.append(tr("It came with: {tags}.", tags=", ".join(tags)))
    sentences += [repeat_words(one, full_date(one.opened_at)) for one in closing.repeats(db, row.id)]
    rows = tuple((harm_name(one.harm), level_name(one.level), say(one.note)) for one in harms(facts))
    heads = (tr("Where"), tr("How it stands"), tr("Why"))
    return Part(title=tr("Where it hurts"), sentences=tuple(sentences), table=Table(heads, rows))


def _costs(db: Connection, row: IncidentRow, currency: str, now: datetime) -> Part:
    found = closing.costs(db, row, closing.facts(db, row, now=now).buyers)
    unit = found.currency or currency
    rows = [
        (cost_name(one.cost), tr("not estimated") if one.minor is None else money(one.minor, unit))
        for one in found.lines
    ]
    known = total(found.lines)
    rows.append((tr("Known so far"), tr("nothing estimated") if known is None else money(known, unit)))
    minutes = tr("Worked on it in Plimsoll: {time}.", time=duration(found.seconds)) if found.seconds else ""
    heads = (tr("Cost"), tr("Amount"))
    return Part(
        title=tr("What it cost"), sentences=(minutes,) if minutes else (), table=Table(heads, tuple(rows), right=(1,))
    )
