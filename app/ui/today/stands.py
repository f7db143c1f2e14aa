"""How the five areas stand, and what the header and the bar say of it."""

from collections.abc import Sequence
from datetime import timedelta

from app.core.audits import Audit
from app.core.records import dataclass
from app.core.text import N_, NN_, Text
from app.core.today import (
    Area,
    Grade,
    ShopLinks,
    counts_grade,
    floors_grade,
    incidents_grade,
    leading,
    links_grade,
    sync_grade,
)
from app.store.today import CountDue, Fired
from app.ui.shell.notices import Act, Notice
from app.ui.shell.notices import Grade as Look
from app.ui.today.reading import Reading
from app.ui.today.words import FLOOR_FILTER, is_due, is_open, kind_text
from app.ui.words import duration, tr, trn

_SECONDS_UNDER = timedelta(minutes=5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """One area: how it stands, what the bar says where it leads, and the place that this speaks of."""

    area: Area
    grade: Grade
    sentence: Text
    action: Text
    place: tuple[str, object]


def stands(read: Reading) -> list[Stand]:
    """All five."""
    return [_incidents(read), _sync(read), _links(read.links), _floors(read), _counts(read)]


def lead(found: Sequence[Stand]) -> Notice | None:
    """What the bar says; None where all is quiet, and where an open incident leads: that has its own box."""
    worst = leading([(one.area, one.grade) for one in found])
    if worst is None or worst[0] is Area.INCIDENTS:
        return None
    stand = next(one for one in found if one.area is worst[0])
    look = Look.TROUBLE if stand.grade is Grade.LOOK else Look.DUE
    return Notice(grade=look, sentence=stand.sentence, action=stand.action, act=Act.SHOW_PLACE, place=stand.place)


def headline(found: Sequence[Stand], left: timedelta | None) -> str:
    """The sentence beside the date. `left`: the time to write to everyone of the most pressing incident."""
    if left is not None and left > timedelta():
        time = duration(left, coarse=left >= _SECONDS_UNDER)
        return tr("One thing needs you in the next {time}. The rest can wait.", time=time)
    if left is not None:
        return tr("Somebody should have heard from you {time} ago.", time=duration(-left, coarse=True))
    grades = [one.grade for one in found]
    wrong = sum(grade <= Grade.LOOK for grade in grades)
    if wrong:
        return trn("{n} thing to look at. Nothing is urgent.", "{n} things to look at. Nothing is urgent.", wrong)
    if Grade.DUE in grades:
        return tr("Nothing is wrong. What is due can wait until you have time.")
    return tr("Nothing needs you.")


def _incidents(read: Reading) -> Stand:
    opened = read.opened
    return Stand(
        area=Area.INCIDENTS,
        grade=incidents_grade(open_ones=opened.all, short=opened.short),
        sentence=NN_("{n} incident is open.", "{n} incidents are open.", opened.all),
        action=N_("Open incidents"),
        place=("incidents", None),
    )


def _sync(read: Reading) -> Stand:
    first = read.lines[0] if read.lines else None
    return Stand(
        area=Area.SYNC,
        grade=sync_grade(to_look_at=read.to_look_at),
        sentence=N_("{what}.", what=first.first if first is not None else ""),
        action=N_("{act}", act=first.action if first is not None else ""),
        place=first.place if first is not None else ("channels", None),
    )


def _links(links: Sequence[ShopLinks]) -> Stand:
    unbooked, broken = sum(one.unbooked for one in links), sum(one.broken for one in links)
    unlinked = sum(one.unlinked for one in links)
    sentence = NN_("{n} listing is not linked to a product.", "{n} listings are not linked to products.", unlinked)
    tab, first = "links", next((one.shop for one in links if one.broken or not broken), 0)
    if unbooked:
        tab, first = "answers", next(one.shop for one in links if one.unbooked)
        sentence = NN_(
            "{n} sold line belongs to no product: it lowers no stock.",
            "{n} sold lines belong to no product: they lower no stock.",
            unbooked,
        )
    elif broken:
        sentence = NN_("{n} link leads to a listing that is gone.", "{n} links lead to listings that are gone.", broken)
    place = ("channels", (tab, first)) if first else ("channels", None)
    return Stand(area=Area.LINKS, grade=links_grade(links), sentence=sentence, action=N_("See which"), place=place)


def _floors(read: Reading) -> Stand:
    floors, fired = read.floors, read.fired
    at = NN_("{n} product is at its floor.", "{n} products are at their floors.", floors.at)
    under = NN_("{n} product is under its floor.", "{n} products are under their floors.", floors.under)
    return Stand(
        area=Area.FLOORS,
        grade=floors_grade(under=floors.under, at=floors.at, soon=fired.all_soon + len(fired.back)),
        sentence=under if floors.under else at if floors.at else _soon(fired),
        action=N_("Show them"),
        place=("inventory", FLOOR_FILTER) if floors.under or floors.at else _soon_place(fired),
    )


def _soon(fired: Fired) -> Text:
    if fired.back:
        return N_("{product} is above its floor again and can be put back.", product=fired.back[0].title)
    return NN_("{n} product runs out soon.", "{n} products run out soon.", fired.all_soon)


def _soon_place(fired: Fired) -> tuple[str, object]:
    if fired.back:
        return "inventory", fired.back[0].sku
    return "planning", fired.soon[0].sku if fired.soon else None


def _counts(read: Reading) -> Stand:
    due, now, audits = read.due, read.now, read.audits
    opened = [one for one in due if is_open(one)]
    waiting = [one for one in due if is_due(one, now)]
    grade = counts_grade(due=len(waiting) + len(audits), open_ones=len(opened))
    if audits and not opened and not waiting:
        return _audits(audits[0].audit, grade)
    return Stand(
        area=Area.COUNTS,
        grade=grade,
        sentence=_counts_sentence(opened, waiting),
        action=N_("Go on counting") if opened else N_("Count now"),
        place=count_place([*opened, *waiting]),
    )


def _audits(audit: Audit, grade: Grade) -> Stand:
    daily = audit is Audit.DAILY
    return Stand(
        area=Area.COUNTS,
        grade=grade,
        sentence=N_("The daily compare is due.") if daily else N_("The season review is due."),
        action=N_("Compare") if daily else N_("Review"),
        place=("count", audit),
    )


def _counts_sentence(opened: Sequence[CountDue], waiting: Sequence[CountDue]) -> Text:
    if opened:
        return N_("“{count}” is not finished.", count=opened[0].name)
    return N_("{count} is due.", count=kind_text(waiting[0].kind)) if waiting else N_("No count is due.")


def count_place(due: Sequence[CountDue]) -> tuple[str, object]:
    """Where the first of these is gone on with, or begun."""
    if not due:
        return "count", None
    return "count", due[0].session if due[0].session is not None else due[0].kind
