"""What the check before a promotion says: each shop's progress, each difference, the list to tick, and all as text."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.store.promotion import Check, Difference, ShopCheck
from app.store.shops import Shop
from app.ui.words import NOTHING, calendar_date, clock_time, duration, number, tr, trn, when


@dataclass(frozen=True, slots=True)
class Point:
    """Something that only the seller can see to. `shop` 0: it is about none of them."""

    shop: int
    key: str
    words: str


def points(found: Sequence[Shop]) -> list[Point]:
    """The list to tick, for these shops."""
    said = []
    for shop in found:
        if shop.by_hand:
            words = tr("{shop}: the numbers there are set by hand, and are as Plimsoll has them.", shop=shop.name)
            said.append(Point(shop.id, "by_hand", words))
            continue
        words = tr("{shop}: no other app, plug-in or import may change stock. Those that must may only read.",
                   shop=shop.name)  # fmt: skip
        said.append(Point(shop.id, "writers", words))
    said.append(Point(0, "people", tr("Whoever helps me changes stock in Plimsoll only, and nowhere else.")))
    said.append(Point(0, "rehearsed", tr("I rehearsed such a rush in the last 30 days, or I know that I did not.")))
    return said


def progress_words(one: ShopCheck) -> str:
    """How far a shop is."""
    if one.left_out:
        return tr("Left out: not read back")
    if one.read_at is not None:
        return tr("Read back at {at}", at=clock_time(one.read_at, seconds=True))
    if one.sent_at is None:
        return tr("Sending: {done} of {all} confirmed", done=one.sent, all=one.all)
    return tr("Reading back: {done} of {all}", done=one.read, all=one.all)


def share_done(check: Check) -> tuple[int, int]:
    """Steps done and steps in all: each number is sent once, where that is due, and read once."""
    done = total = 0
    for one in check.shops:
        steps = one.all * (2 if one.sends else 1)
        total += steps
        if one.done:
            done += steps
        else:
            sent = one.all if one.sent_at is not None else one.sent
            done += (sent if one.sends else 0) + (one.read if one.sent_at is not None else 0)
    return done, total


def time_words(check: Check, now: datetime) -> str:
    """ "Began 14:30. 2 min 12 s so far." """
    began = tr("Began {at}.", at=when(check.began_at, now))
    if check.compared_at is None:
        return tr("{began} {length} so far.", began=began, length=duration(now - check.began_at))
    took = duration(check.compared_at - check.began_at)
    if check.signed_at is None:
        return tr("{began} Everything was read back after {length}.", began=began, length=took)
    whole = duration(check.signed_at - check.began_at)
    return tr("{began} Read back after {length}, signed after {whole}.", began=began, length=took, whole=whole)


def state_words(row: Difference) -> str:
    """What is wrong with a number."""
    return {
        "differs": tr("Differs"),
        "refused": tr("Refused"),
        "unread": tr("Not read back"),
        "gone": tr("No longer listed there"),
    }.get(row.state, row.state)


def shown(value: int | None) -> str:
    """A number, or that none is known."""
    return NOTHING if value is None else number(value)


def verdict(compared: int, differ: int) -> str:
    """The result in a sentence."""
    if not compared:
        return tr("There is nothing to compare: no listing is linked to a product with a number.")
    if not differ:
        return trn("{n} number agrees.", "All {n} numbers agree.", compared)
    return trn("{n} of {all} numbers is not as it should be.", "{n} of {all} numbers are not as they should be.",
               differ, all=compared)  # fmt: skip


def reason_not_to_sign(check: Check, wanted: Sequence[Point]) -> str:
    """Why it cannot be signed yet; "" when it can."""
    if not check.compared:
        return tr("It can be signed once every channel was read back, or is left out.")
    open_points = sum((point.shop, point.key) not in check.ticks for point in wanted)
    if open_points:
        return trn("{n} point of the list is still open.", "{n} points of the list are still open.", open_points)
    return ""


def report(check: Check, wanted: Sequence[Point], rows: Sequence[Difference], compared: int, now: datetime) -> str:
    """The whole check as plain text, to be kept, sent or printed."""
    today = now.astimezone().date()
    day = calendar_date(check.began_at.astimezone().date(), today)
    lines = [tr("Check before a promotion, {day}", day=day), time_words(check, now)]
    signed = tr("Not signed.")
    if check.signed_at is not None:
        on = calendar_date(check.signed_at.astimezone().date(), None)
        signed = tr("Signed {on}, {at}.", on=on, at=clock_time(check.signed_at, seconds=True))
    lines += [signed, *([check.note] if check.note else []), "", tr("Channels")]
    lines += [f"  {one.shop.name}: {progress_words(one)}" for one in check.shops]
    lines += ["", tr("Numbers"), f"  {verdict(compared, len(rows))}"]
    lines += [f"  {_line(row)}" for row in rows]
    lines += ["", tr("Who may change stock")]
    lines += [f"  [{'x' if (one.shop, one.key) in check.ticks else ' '}] {one.words}" for one in wanted]
    return "\n".join(lines) + "\n"


def _line(row: Difference) -> str:
    words = f" ({row.words})" if row.words else ""
    return tr(
        "{shop}, {sku} {title}: shows {shows}, should be {should}. {state}{words}",
        shop=row.shop,
        sku=row.sku,
        title=row.title,
        shows=shown(row.shows),
        should=shown(row.should),
        state=state_words(row),
        words=words,
    )
