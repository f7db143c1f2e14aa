"""What the lines of Today say: floors, links, counts and channels."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime

from app.core.alerting import Kind
from app.core.audits import Standing as Audited
from app.core.count_kinds import CountKind
from app.core.records import dataclass
from app.core.text import N_, Text
from app.core.today import ShopLinks
from app.store.alert_log import Alert
from app.store.deliveries import Line as Coming
from app.store.inventory import ProductRow
from app.store.shops import STOPPED, Shop
from app.store.today import CountDue
from app.ui.count.audit_list import missed_words, next_words, progress_words
from app.ui.shell.facts import Standing
from app.ui.widgets.glyphs import Glyph
from app.ui.words import all_of, day, duration, number, say, tr, trn

FLOOR_FILTER = frozenset({"floor"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a section: a shape, what is so, what follows from it, and the place that a press opens."""

    glyph: Glyph
    first: str
    second: str
    action: str
    place: tuple[str, object]
    letter: str = ""
    name: str = ""


# Floors


def floor_state(row: ProductRow) -> tuple[Glyph, str]:
    """Under it or at it."""
    if row.floor is not None and row.available < row.floor:
        return Glyph.UNDER, tr("Under its floor by {n}", n=row.floor - row.available)
    return Glyph.AT_FLOOR, tr("At its floor")


def floor_deed(row: ProductRow, names: Mapping[int, str]) -> str:
    """What was done about it, or what is shown. `names` are the connected shops."""
    shown = [one for one in row.shown if one.shop_id in names]
    off = [names[one.shop_id] for one in shown if one.taken_off]
    if off:
        return tr("Taken off {names}", names=all_of(off))
    numbers = sorted({one.number for one in shown if one.number is not None})
    if not numbers:
        return tr("On sale nowhere")
    if len(numbers) == 1:
        return tr("Nothing changed, {n} shown everywhere", n=numbers[0])
    return tr("Nothing changed, {least} to {most} shown", least=number(numbers[0]), most=number(numbers[-1]))


def floor_caption(row: ProductRow) -> str:
    """Under the gauge."""
    floor = number(row.floor or 0)
    if row.reorder_point is None:
        return tr("floor {floor}", floor=floor)
    return tr("floor {floor}, reorder at {at}", floor=floor, at=number(row.reorder_point))


# Links


def link_lines(links: Sequence[ShopLinks], shops: Mapping[int, Shop]) -> list[Line]:
    """A line for each shop and kind, the gravest first."""
    known = [one for one in links if one.shop in shops]
    return [
        *(_unbooked(one.unbooked, shops[one.shop]) for one in known if one.unbooked),
        *(_broken(one.broken, shops[one.shop]) for one in known if one.broken),
        *(_unlinked(one.unlinked, shops[one.shop]) for one in known if one.unlinked),
    ]


def _unbooked(n: int, shop: Shop) -> Line:
    first = trn("{n} sold line belongs to no product", "{n} sold lines belong to no product", n)
    second = tr("{shop}: nothing was taken off your stock", shop=shop.name)
    return _line(shop, Glyph.LOOK, first, second, tr("Link it"), "answers")


def _broken(n: int, shop: Shop) -> Line:
    first = trn("{n} link leads nowhere", "{n} links lead nowhere", n)
    second = tr("{shop}: the listing is gone", shop=shop.name)
    return _line(shop, Glyph.LOOK, first, second, tr("See which"), "links")


def _unlinked(n: int, shop: Shop) -> Line:
    first = trn("{n} listing is not linked", "{n} listings are not linked", n)
    second = tr("{shop} sells what Plimsoll keeps no number for", shop=shop.name)
    return _line(shop, Glyph.OPEN, first, second, tr("See which"), "links")


def _line(shop: Shop, glyph: Glyph, first: str, second: str, action: str, tab: str) -> Line:
    return Line(
        glyph=glyph, first=first, second=second, action=action, place=("channels", (tab, shop.id)),
        letter=shop.letter, name=shop.name,
    )  # fmt: skip


# Counts


def is_open(count: CountDue) -> bool:
    """Was it begun?"""
    return count.session is not None


def is_due(count: CountDue, now: datetime) -> bool:
    """Is it time?"""
    return count.at is not None and count.at <= now


def kind_text(kind: CountKind) -> Text:
    """The name of a count with a rhythm."""
    return N_("The weekly top 20") if kind is CountKind.TOP else N_("The rolling month")


def count_name(count: CountDue) -> str:
    """Its name in the list."""
    return count.name or (tr("Weekly top 20") if count.kind is CountKind.TOP else tr("Rolling month"))


def count_note(count: CountDue, now: datetime) -> str:
    """How it stands: "Due today. 13 counted, 1 to count again, 7 left"."""
    if is_open(count):
        if count.done is None:
            return trn("{n} product, not finished", "{n} products, not finished", count.lines)
        left = count.lines - count.done - count.again
        said = [trn("{n} counted", "{n} counted", count.done)]
        if count.again:
            said.append(trn("{n} to count again", "{n} to count again", count.again))
        said.append(trn("{n} left", "{n} left", left))
        return ", ".join(said)
    if count.at is None:
        return ""
    if is_due(count, now):
        return trn("Due now. {n} missed", "Due now. {n} missed", count.missed) if count.missed else tr("Due now")
    return tr("Due {day}", day=day(count.at.astimezone().date(), now))


def audit_note(one: Audited, now: datetime) -> str:
    """When it was due, how far it is, and why it was missed."""
    done = progress_words(one) if one.done else ""
    return ". ".join(filter(None, (next_words(one, now), missed_words(one), done)))


# On the way


def coming_day(line: Coming, now: datetime) -> str:
    """The day it is due."""
    return tr("No date") if line.due_on is None else day(line.due_on, now)


def coming_state(line: Coming, now: datetime) -> tuple[Glyph, str]:
    """Late, confirmed, or only hoped for."""
    on = now.astimezone().date()
    if line.due_on is not None and line.late(on):
        return Glyph.LOOK, trn("{n} day late", "{n} days late", (on - line.due_on).days)
    return (Glyph.DONE, tr("Date confirmed")) if line.confirmed_by else (Glyph.OPEN, tr("Not confirmed"))


# Channels


def alert_lines(shop: Shop, alerts: Sequence[Alert], known: Sequence[Line]) -> list[Line]:
    """What fired about a shop; but a shop that something is said of already says only that its sign-in ends."""
    kinds = [one for one in alerts if one.kind is Kind.KEYS_END or not known]
    return [_line(shop, Glyph.LOOK, say(one.name), say(one.words), tr("See why"), "health") for one in kinds]


def channel_lines(standing: Standing, now: datetime, *, asks: int, differs: tuple[str, str]) -> list[Line]:
    """What is to be looked at about one shop, the gravest first.

    `asks`: so many of its orders wait for an answer. `differs` says which number it shows that it should not, and
    of what.
    """
    return [
        *_trouble(standing),
        *_slow(standing, now),
        *_edits(standing, differs),
        *_asked(standing.shop, asks),
    ]


def _trouble(standing: Standing) -> Iterator[Line]:
    shop, waiting = standing.shop, standing.pulse.waiting if standing.sends else 0
    waits = trn("{n} update waits here", "{n} updates wait here", waiting) if waiting else ""
    if shop.trouble == "signed_out":
        first = tr("{shop} needs you to sign in", shop=shop.name)
        yield _line(shop, Glyph.LOOK, first, tr("It gets no updates"), tr("Sign in"), "")
    elif shop.mode == "paused":
        return
    elif shop.held is not None:
        first = trn("{n} number was changed on {shop}", "{n} numbers were changed on {shop}", shop.held, shop=shop.name)
        yield _line(shop, Glyph.LOOK, first, tr("Nothing is sent there until you decide"), tr("Decide"), "answers")
    elif shop.another == STOPPED:
        first = tr("Another computer is also Plimsoll for {shop}", shop=shop.name)
        yield _line(shop, Glyph.LOOK, first, tr("Nothing is sent there until you decide"), tr("Decide"), "live")
    elif shop.trouble == "refused":
        first = tr("{shop} refused what Plimsoll asked", shop=shop.name)
        yield _line(shop, Glyph.LOOK, first, waits or shop.trouble_words, tr("See why"), "log")
    elif shop.trouble is not None:
        first, second = tr("{shop} does not answer", shop=shop.name), waits or tr("Plimsoll tries again by itself")
        yield _line(shop, Glyph.LOOK, first, second, tr("See why"), "log")
    elif standing.alarms:
        alarm = standing.alarms[0]
        yield _line(shop, Glyph.LOOK, say(alarm.why), say(alarm.ends), tr("See why"), "health")


def _slow(standing: Standing, now: datetime) -> Iterator[Line]:
    shop, pulse, behind = standing.shop, standing.pulse, standing.behind(now)
    if shop.trouble is None and behind is not None and standing.late(now):
        first = tr("{shop} is {time} behind", shop=shop.name, time=duration(behind, coarse=True))
        waits = trn("{n} update waiting", "{n} updates waiting", pulse.waiting)
        second = waits if pulse.waiting else tr("Its orders were not read since")
        yield _line(shop, Glyph.LOOK, first, second, tr("See why"), "waiting")
    if standing.sends and pulse.stuck:
        first = trn("{n} update was not taken", "{n} updates were not taken", pulse.stuck)
        second = tr("{shop} refused, or never answered", shop=shop.name)
        yield _line(shop, Glyph.LOOK, first, second, tr("See which"), "waiting")


def _edits(standing: Standing, differs: tuple[str, str]) -> Iterator[Line]:
    shop = standing.shop
    if standing.beyond:
        first = trn("{n} listing sold more than it showed", "{n} listings sold more than they showed", standing.beyond)
        second = tr("{shop} is read before anything is raised", shop=shop.name)
        yield _line(shop, Glyph.LOOK, first, second, tr("What to do"), "answers")
    if standing.differs and shop.held is None:
        first = differs[0] or tr("{shop} shows other numbers than it should", shop=shop.name)
        second = differs[1] or tr("Neither Plimsoll nor an order wrote them")
        yield _line(shop, Glyph.DIFFERS, first, second, tr("Compare"), "answers")


def _asked(shop: Shop, asks: int) -> Iterator[Line]:
    if asks > 0:
        first = trn("{n} thing to answer", "{n} things to answer", asks)
        yield _line(shop, Glyph.OPEN, first, tr("Orders of {shop}", shop=shop.name), tr("Answer"), "answers")
