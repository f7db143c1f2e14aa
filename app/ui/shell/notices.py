"""What the bar under the page title says: the most serious thing there is, and what can be done about it."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from enum import IntEnum, StrEnum

from app.core.records import dataclass
from app.core.text import N_, NN_, Text
from app.store.shops import STOPPED, Shop
from app.ui.shell.facts import LATE_AFTER, Facts, Standing


class Grade(IntEnum):
    """How serious, and so how a bar looks; most serious first."""

    OFFLINE = 0
    TROUBLE = 1
    DANGER = 2
    SAMPLE = 3
    AWAY = 4
    DUE = 5  # nothing is wrong, and something is to be done


class Act(StrEnum):
    """What the bar's button does. `Notice.what` says to what."""

    TRY_NOW = "try_now"
    SHOW_SHOP = "show_shop"
    SEND_FROM_HERE = "send_from_here"
    SHOW_INCIDENT = "show_incident"
    LEAVE_SAMPLE = "leave_sample"
    CLOSE_AWAY = "close_away"
    SHOW_PLACE = "show_place"
    SHARE_AGAIN = "share_again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One sentence and one action. `place`: a page, and what is to be shown there."""

    grade: Grade
    sentence: Text
    action: Text
    act: Act
    what: int | None = None
    place: tuple[str, object] | None = None


def notices(
    facts: Facts,
    *,
    now: datetime,
    incident_in_view: int | None = None,
    lead: Sequence[Notice] | None = None,
    blind: bool = False,
) -> list[Notice]:
    """Everything that could be said, the most serious first. The incident in view is not mentioned once more.

    `blind`: somebody counts, so no number is told that the ledger has. `lead`: the page shows by itself what is
    oversold and what came meanwhile, and has this to say instead.
    """
    own = lead is not None
    return [
        *_offline(facts),
        *_troubles(facts, now),
        *_held(facts),
        *_another(facts),
        *_alarms(facts),
        *_back_soon(facts, now),
        *_elsewhere(facts),
        *([] if own else _oversold(facts, incident_in_view, blind=blind)),
        *_beyond(facts),
        *(notice for notice in lead or () if notice.grade is not Grade.DUE),
        *_sample(facts),
        *(notice for notice in lead or () if notice.grade is Grade.DUE),
        *([] if own else _away(facts)),
        *_prepared(facts),
    ]


def _offline(facts: Facts) -> Iterator[Notice]:
    if not facts.offline:
        return
    waits = NN_("You are offline. {n} update waits here.", "You are offline. {n} updates wait here.", facts.updates)
    sentence = waits if facts.updates else N_("You are offline. Work on this computer goes on.")
    yield Notice(grade=Grade.OFFLINE, sentence=sentence, action=N_("Try now"), act=Act.TRY_NOW)


def _troubles(facts: Facts, now: datetime) -> Iterator[Notice]:
    found = [(standing, _trouble(standing, now)) for standing in facts.connected]
    order = ("signed_out", "refused", "unavailable")
    told = [(order.index(str(standing.shop.trouble)), notice) for standing, notice in found if notice]
    for _, notice in sorted(told, key=lambda pair: pair[0]):
        yield notice


def _trouble(standing: Standing, now: datetime) -> Notice | None:
    shop = standing.shop
    if shop.mode == "paused":
        return None
    if shop.trouble == "signed_out":
        sentence = N_("{shop} needs you to sign in. It gets no updates.", shop=shop.name)
        return _about(shop, sentence, N_("Sign in"))
    if shop.trouble == "refused":
        return _about(shop, N_("{shop} refused what Plimsoll asked.", shop=shop.name), N_("See why"))
    silent = shop.trouble == "unavailable" and shop.trouble_since is not None
    if silent and shop.trouble_since is not None and now - shop.trouble_since > LATE_AFTER:
        return _silent(standing)
    return None


def _silent(standing: Standing) -> Notice:
    shop, updates = standing.shop, standing.pulse.waiting if standing.sends else 0
    waits = NN_(
        "{shop} does not answer. {n} update waits here.",
        "{shop} does not answer. {n} updates wait here.",
        updates,
        shop=shop.name,
    )
    plain = N_("{shop} does not answer. Plimsoll tries again by itself.", shop=shop.name)
    sentence = waits if updates else plain
    return Notice(grade=Grade.TROUBLE, sentence=sentence, action=N_("Try now"), act=Act.TRY_NOW, what=shop.id)


def _about(shop: Shop, sentence: Text, action: Text) -> Notice:
    return Notice(grade=Grade.TROUBLE, sentence=sentence, action=action, act=Act.SHOW_SHOP, what=shop.id)


def _held(facts: Facts) -> Iterator[Notice]:
    for standing in facts.connected:
        shop = standing.shop
        if shop.mode == "live" and shop.held is not None:
            sentence = NN_(
                "{n} product was changed on {shop} from outside. Plimsoll sends nothing there until you decide.",
                "{n} products were changed on {shop} from outside. Plimsoll sends nothing there until you decide.",
                shop.held,
                shop=shop.name,
            )
            yield _about(shop, sentence, N_("Decide"))


def another_words(shop: Shop) -> Text:
    """Why sending to a shop was stopped, where another computer sends there, too."""
    return N_(
        "Another computer is also Plimsoll for {shop}. Nothing is sent there from here until you decide.",
        shop=shop.name,
    )


def _another(facts: Facts) -> Iterator[Notice]:
    for standing in facts.connected:
        shop = standing.shop
        if shop.another == STOPPED and not facts.sample:
            yield Notice(
                grade=Grade.TROUBLE,
                sentence=another_words(shop),
                action=N_("Decide"),
                act=Act.SHOW_PLACE,
                place=("channels", ("live", shop.id)),
            )


def _beyond(facts: Facts) -> Iterator[Notice]:
    for standing in facts.connected:
        if standing.beyond:
            sentence = NN_(
                "{shop} sold more of {n} product than it showed. Plimsoll reads it there before it raises it anywhere.",
                "{shop} sold more of {n} products than it showed. Plimsoll reads them there before it raises them"
                " anywhere.",
                standing.beyond,
                shop=standing.shop.name,
            )
            yield _about(standing.shop, sentence, N_("What to do"))


def _alarms(facts: Facts) -> Iterator[Notice]:
    """What rings, unless the shop's own trouble says it already, or the seller paused it and expects nothing."""
    for standing in facts.connected:
        shop = standing.shop
        if shop.mode != "paused" and shop.trouble is None and standing.alarms:
            yield _about(shop, standing.alarms[0].why, N_("See why"))


def _back_soon(facts: Facts, now: datetime) -> Iterator[Notice]:
    """A channel whose sign-in ends soon. One that is signed out is told of by its trouble."""
    ending = [standing for standing in facts.connected if standing.shop.sign_in_ends is not None]
    if not ending:
        return
    from app.ui.channels.states import back_words

    for standing in ending:
        words = back_words(standing.shop, now)
        if words is not None and standing.shop.trouble != "signed_out":
            yield _about(standing.shop, words, N_("Sign in"))


def _elsewhere(facts: Facts) -> Iterator[Notice]:
    if facts.connected and not facts.sends_here and not facts.sample:
        sentence = N_("Another computer sends for this inventory. Nothing is sent from here.")
        action = N_("Send from here")
        yield Notice(grade=Grade.TROUBLE, sentence=sentence, action=action, act=Act.SEND_FROM_HERE)


def _oversold(facts: Facts, in_view: int | None, *, blind: bool) -> Iterator[Notice]:
    short = [row for row in facts.incidents if row.short and row.id != in_view]
    if len(short) == 1:
        row = short[0]
        sentence = N_("{product} is oversold by {pieces}.", product=row.title, pieces=row.short)
        if blind:  # somebody counts: what is missing would tell what is expected
            sentence = N_("{product} is oversold.", product=row.title)
        action = N_("Open incident {number}", number=str(row.id))
        yield Notice(grade=Grade.DANGER, sentence=sentence, action=action, act=Act.SHOW_INCIDENT, what=row.id)
    elif short:
        sentence = NN_("{n} product is oversold.", "{n} products are oversold.", len(short))
        yield Notice(grade=Grade.DANGER, sentence=sentence, action=N_("Open incidents"), act=Act.SHOW_INCIDENT)


def _sample(facts: Facts) -> Iterator[Notice]:
    if facts.sample:
        sentence = N_("Sample shop. Nothing is sent to any channel.")
        yield Notice(grade=Grade.SAMPLE, sentence=sentence, action=N_("Leave"), act=Act.LEAVE_SAMPLE)


def _away(facts: Facts) -> Iterator[Notice]:
    """Once every shop was read again: what came while nobody was here, and what it did."""
    away = facts.away
    if away is None or not away.caught_up or facts.sample:
        return
    times = {"left": away.left_at, "back": away.back_at}
    if away.orders and away.incidents:
        sentence = NN_(
            "While you were away ({left} to {back}): {n} order was booked, {pieces} sold, and something is oversold.",
            "While you were away ({left} to {back}): {n} orders were booked, {pieces} sold, and something is oversold.",
            away.orders,
            pieces=_pieces(away.pieces),
            **times,
        )
    elif away.orders:
        sentence = NN_(
            "While you were away ({left} to {back}): {n} order was booked, {pieces} sold. Nothing is oversold.",
            "While you were away ({left} to {back}): {n} orders were booked, {pieces} sold. Nothing is oversold.",
            away.orders,
            pieces=_pieces(away.pieces),
            **times,
        )
    else:
        sentence = N_("While you were away ({left} to {back}) nothing was sold.", **times)
    if away.messages:
        kept = NN_("The relay kept {n} message.", "The relay kept {n} messages.", away.messages)
        sentence = N_("{what} {kept}", what=sentence, kept=kept)
    if away.compared_at is not None:
        sentence = N_("{what} Last compare {at}.", what=sentence, at=away.compared_at)
    if away.unconfirmed:
        missing = NN_(
            "{n} number was not confirmed when you left: see Today.",
            "{n} numbers were not confirmed when you left: see Today.",
            len(away.unconfirmed),
        )
        sentence = N_("{what} {missing}", what=sentence, missing=missing)
    yield Notice(grade=Grade.AWAY, sentence=sentence, action=N_("Close"), act=Act.CLOSE_AWAY, what=away.id)


def _prepared(facts: Facts) -> Iterator[Notice]:
    """The seller is still here, and what was prepared for being away goes on holding."""
    leave = facts.prepared
    if leave is None or facts.sample:
        return
    if leave.until is not None:
        sentence = N_(
            "Prepared for your absence: until {until} the pieces that may run out are shown in one channel each.",
            until=leave.until,
        )
    else:
        sentence = N_("Prepared for your absence: each piece is shown in one channel only.")
    yield Notice(grade=Grade.DUE, sentence=sentence, action=N_("Share again"), act=Act.SHARE_AGAIN)


def _pieces(pieces: int) -> Text:
    return NN_("{n} piece", "{n} pieces", pieces)
