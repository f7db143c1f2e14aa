"""The master statement (R71, R75): who decides, what each channel does, who else may write, and what was settled."""

from datetime import datetime, timedelta

from app.core.truth import ORDER, Conflict, Met, rule
from app.store import access, edits, settings, shops, truth
from app.store.shops import Shop
from app.store.sqlite import Connection
from app.ui.papers.paper import Paper, Part, Table
from app.ui.words import NOTHING, calendar_date, clock_time, say, tr, trn

SETTLED_FOR = timedelta(days=30)
SHOWN_MAX = 25


def master_statement(db: Connection, now: datetime) -> Paper:
    """The statement as it stands now."""
    name = settings.fact(db, settings.NAME) or next((one.name for one in shops.shops(db) if not one.by_hand), "")
    made = tr("Made {date}, {time}.", date=full_date(now), time=clock_time(now))
    return Paper(
        title=tr("Master statement"),
        note=f"{name}. {made}" if name else made,
        parts=(_who(), _channels(db, now), _may_write(db), _settled(db, now)),
    )


def _who() -> Part:
    return Part(
        title=tr("Who decides how many there are"),
        sentences=(
            tr("Plimsoll holds the stock. Channels only show it: orders come in, quantities go out."),
            tr(
                "Sales, returns, corrections and receipts are entered in Plimsoll. Nobody edits stock inside a channel."
            ),
            tr("When two of these say different things, the first of them is believed:"),
        ),
        numbered=tuple(say(line) for line in ORDER.values()),
    )


def _channels(db: Connection, now: datetime) -> Part:
    rows = tuple((one.name, _mode(one), _standing(db, one), _checked(db, one, now)) for one in shops.shops(db))
    heads = (tr("Channel"), tr("What goes there"), tr("When somebody else changes a number"), tr("Write access"))
    return (
        Part(title=tr("Channels"), table=Table(heads, rows))
        if rows
        else Part(title=tr("Channels"), sentences=(tr("No channel is connected."),))
    )


def _mode(shop: Shop) -> str:
    if shop.by_hand:
        return tr("Kept by hand: its sales are entered")
    if shop.held is not None:
        return tr("Stopped after a mass change from outside")
    return {
        "live": tr("Orders in, quantities out"),
        "paused": tr("Paused: it keeps its last numbers"),
    }.get(shop.mode, tr("Looking only: nothing is sent"))


def _standing(db: Connection, shop: Shop) -> str:
    if shop.by_hand:
        return NOTHING
    return {
        "ask": tr("The seller is asked"),
        "ours": tr("Plimsoll puts its own back"),
        "theirs": tr("It becomes an adjustment with its reason"),
    }[edits.standing(db, shop.id).value]


def _checked(db: Connection, shop: Shop, now: datetime) -> str:
    if shop.by_hand:
        return NOTHING
    at = access.checked_at(db, shop.id)
    if at is None:
        return tr("Not checked yet")
    due = access.is_due(db, shop.id, now=now)
    date = full_date(at)
    return tr("Checked {date}, due again", date=date) if due else tr("Checked {date}", date=date)


def _may_write(db: Connection) -> Part:
    rows = []
    for shop in shops.shops(db):
        if shop.by_hand:
            rows.append((shop.name, tr("The seller"), tr("Enters its sales")))
            continue
        rows.append((shop.name, tr("Plimsoll"), tr("The master: writes stock")))
        for program in access.programs(db, shop.id):
            if program.revoked_at is not None:
                may = tr("No more, since {date}", date=full_date(program.revoked_at))
            else:
                may = tr("Writes stock too") if program.needed else tr("May write, and need not")
            rows.append((shop.name, program.name, may))
    heads = (tr("Channel"), tr("Who"), tr("May it change stock?"))
    return Part(title=tr("Who may change what"), table=Table(heads, tuple(rows)) if rows else None)


def _settled(db: Connection, now: datetime) -> Part:
    found = [one for one in truth.conflicts(db, since=now - SETTLED_FOR) if one.settled]
    title = tr("Conflicts of the last 30 days, and the rule that settled each")
    if not found:
        return Part(title=title, sentences=(tr("There were none."),))
    rows = tuple(
        (f"{full_date(one.at)}, {clock_time(one.at)}", f"{one.title} ({one.sku})", conflict_words(one), say(rule(one)))
        for one in found[:SHOWN_MAX]
    )
    rest = len(found) - len(rows)
    more = (trn("{n} more is in Plimsoll.", "{n} more are in Plimsoll.", rest),) if rest else ()
    heads = (tr("When"), tr("Product"), tr("What was said"), tr("Rule"))
    return Part(title=title, sentences=more, table=Table(heads, rows))


def conflict_words(one: Conflict) -> str:
    """What said what."""
    if one.met is Met.COUNT:
        return tr("Counted {counted}, the ledger said {said}", counted=one.other, said=one.one)
    if one.met is Met.ORDER:
        return trn(
            "Order {order} of {shop} promised {n} piece more than there was",
            "Order {order} of {shop} promised {n} pieces more than there were",
            one.one,
            order=one.ref,
            shop=one.shop,
        )
    return tr("{shop} showed {seen}, ours was {ours}", shop=one.shop, seen=one.one, ours=one.other)


def full_date(at: datetime) -> str:
    """A date that is still clear years later."""
    return calendar_date(at.astimezone().date(), None)
