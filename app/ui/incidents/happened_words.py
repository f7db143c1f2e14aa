"""What "What happened" is called and says: causes, questions, and every kind of evidence as a line."""

from dataclasses import dataclass
from datetime import datetime

from app.core.alert_words import OUTCOMES
from app.core.call_words import verb_words
from app.core.diagnosis_causes import Candidate, Cause, Certainty, Diagnosis, Mechanism
from app.core.diagnosis_facts import Facts
from app.core.diagnosis_questions import Answer, Ask
from app.core.diagnosis_replay import Change, Otherwise
from app.ui.words import clock_time, duration, number, say, signed, tr, trn, when

FOUR = (Cause.LATE, Cause.HAND, Cause.HELD, Cause.SLOW)
APART = (Cause.RACE, Cause.RETURN, Cause.DUPLICATE, Cause.BUNDLE, Cause.UNKNOWN)


def cause_name(cause: Cause) -> str:
    """A cause on its button."""
    return {
        Cause.LATE: tr("Late data"),
        Cause.HAND: tr("Changed by hand"),
        Cause.HELD: tr("Held back wrongly"),
        Cause.SLOW: tr("Channel was slow"),
        Cause.RACE: tr("Two writers at once"),
        Cause.RETURN: tr("Return not booked"),
        Cause.DUPLICATE: tr("Duplicate listing"),
        Cause.BUNDLE: tr("Part of a bundle"),
        Cause.UNKNOWN: tr("Unknown"),
    }[cause]


def mechanism_name(mechanism: Mechanism) -> str:
    """How it came about; empty where there is no word for it."""
    return {
        Mechanism.OFF: tr("the computer was off"),
        Mechanism.WEBHOOK: tr("a webhook was lost"),
        Mechanism.POLL: tr("between two polls"),
        Mechanism.SECOND: tr("two orders in one second"),
        Mechanism.TOO_MANY: tr("too many requests"),
        Mechanism.UNPAID: tr("taken off late"),
        Mechanism.OVERSELLS: tr("“sell when out of stock” is on"),
        Mechanism.FAILED: tr("calls failed"),
        Mechanism.ANSWERS: tr("slow answers"),
        Mechanism.OUTSIDE: tr("in the shop"),
        Mechanism.INSIDE: tr("in Plimsoll"),
        Mechanism.LOWERED: tr("lowered before"),
    }.get(mechanism, "")


def certainty_name(certainty: Certainty) -> str:
    """How sure it is."""
    return {
        Certainty.CLEAR: tr("Clear"),
        Certainty.LIKELY: tr("Likely"),
        Certainty.UNCLEAR: tr("Unclear"),
    }[certainty]


def proposal(found: Diagnosis) -> str:
    """The proposal in a sentence, with its reason."""
    one = found.proposed
    how = mechanism_name(one.mechanism)
    name = tr("{cause}, {how}", cause=cause_name(one.cause), how=how) if how else cause_name(one.cause)
    reasons = " ".join(say(reason) for reason in one.reasons)
    return tr("{certainty}: {cause}. {reasons}", certainty=certainty_name(found.certainty), cause=name, reasons=reasons)


def against(one: Candidate) -> str:
    """What speaks against it."""
    return tr("Against it: {reasons}", reasons=" ".join(map(say, one.against))) if one.against else ""


def question(ask: Ask) -> str:
    """A question."""
    return {
        Ask.PIECES: tr("Which products, how many?"),
        Ask.CHANNELS: tr("Which channels took them?"),
        Ask.LAST_GOOD: tr("Last good update before it?"),
        Ask.REFUSED: tr("Any refused or late updates?"),
        Ask.BY_HAND: tr("Stock changed by hand before?"),
        Ask.FLOOR: tr("Was a floor set?"),
        Ask.ALERT: tr("Should an alert have fired?"),
        Ask.CAUSE: tr("What was the root cause?"),
    }[ask]


def answer_words(answer: Answer, now: datetime | None = None) -> str:
    """An answer as one line."""
    glue = ", " if answer.ask is Ask.CHANNELS else " "
    return glue.join(say(one, now=now) for one in answer.words)


def source(answer: Answer) -> str:
    """Where it was read, and how many rows."""
    kinds = {row.split("/")[0] for row in answer.rows}
    names = {
        "ledger": tr("Ledger"), "order": tr("Orders"), "told": tr("Updates"), "call": tr("Call log"),
        "edit": tr("Outside edits"), "setting": tr("Settings"), "check": tr("Alert log"),
    }  # fmt: skip
    if not kinds:
        return ""
    name = tr("Log") if len(kinds) > 1 else names[kinds.pop()]
    return tr("{source}, {count}", source=name, count=len(answer.rows))


@dataclass(frozen=True, slots=True)
class Line:
    """A row of evidence: when, what, and how it ended. `bad` is shown in red."""

    at: datetime | None
    words: str
    end: str
    bad: bool = False


def evidence_lines(facts: Facts, rows: tuple[str, ...]) -> list[Line]:
    """The rows that an answer names."""
    found = (_line(facts, *row.split("/")) for row in rows)
    lines = [line for line in found if line is not None]
    return sorted(lines, key=lambda line: line.at.timestamp() if line.at else 0.0)


def _line(facts: Facts, table: str, key: str) -> Line | None:
    readers = {
        "ledger": _ledger, "order": _order, "told": _told, "call": _call, "edit": _edit, "setting": _setting,
        "check": _check,
    }  # fmt: skip
    return readers[table](facts, int(key))


def _ledger(facts: Facts, seq: int) -> Line | None:
    moves = [*facts.moves, *facts.hand_moves, *([facts.last_hand] if facts.last_hand else [])]
    move = next((move for move in moves if move.seq == seq), None)
    if move is None:
        return None
    words = tr("{kind} {change}", kind=_kinds().get(move.kind, move.kind), change=signed(move.on_hand - move.committed))
    return Line(move.at, words, number(move.available_after), bad=move.available_after < 0)


def _kinds() -> dict[str, str]:
    return {
        "commit": tr("sale"), "release": tr("released"), "ship": tr("sent"), "restock": tr("back on the shelf"),
        "count": tr("count"), "adjust": tr("correction"), "receive": tr("delivery"),
    }  # fmt: skip


def _order(facts: Facts, order: int) -> Line | None:
    sale = next((sale for sale in facts.sales if sale.order == order), None)
    if sale is None:
        return None
    heard = clock_time(sale.heard_at, seconds=True)
    words = tr("{shop} {order}, heard {heard}", shop=facts.shop_name(sale.shop), order=sale.number, heard=heard)
    return Line(sale.bought_at, words, signed(-sale.pieces), bad=sale.over > 0)


def _told(facts: Facts, number_: int) -> Line | None:
    one = next((one for one in facts.told if one.id == number_), None)
    if one is None:
        return None
    words = tr("set stock {quantity} at {shop}", quantity=one.quantity, shop=facts.shop_name(one.shop))
    end = tr("never") if one.seconds is None else duration(round(one.seconds))
    return Line(one.at, words, end, bad=one.seconds is None)


def _call(facts: Facts, number_: int) -> Line | None:
    one = next((one for one in facts.said if one.id == number_), None)
    if one is None:
        return None
    end = number(one.status) if one.status else tr("no answer")
    return Line(
        one.at, tr("{verb}, {shop}", verb=verb_words(one.verb), shop=facts.shop_name(one.shop)), end, bad=one.failed
    )


def _edit(facts: Facts, number_: int) -> Line | None:
    one = next((one for one in facts.edits if one.id == number_), None)
    place = facts.place(one.listing) if one else None
    if one is None:
        return None
    shop = place.name if place else "?"
    words = tr("{shop} showed {seen}, ours was {expected}", shop=shop, seen=one.seen, expected=one.expected)
    return Line(one.found_at, words, signed(one.change), bad=True)


def _setting(facts: Facts, seq: int) -> Line | None:
    one = next((one for one in facts.rules if one.seq == seq), None)
    if one is None:
        return None
    names = {"floor": tr("Floor"), "reorder_point": tr("Reorder at"), "held_back": tr("Held back")}
    where = facts.shop_name(one.shop) if one.shop else tr("everywhere")
    return Line(one.at, tr("{setting}, {where}", setting=names.get(one.name, one.name), where=where), str(one.value))


def _check(facts: Facts, seq: int) -> Line | None:
    one = next((one for one in facts.checks if one.seq == seq), None)
    if one is None:
        return None
    return Line(one.at, say(one.words), say(OUTCOMES[one.outcome]), bad=one.outcome == "suppressed")


def otherwise_words(one: Otherwise) -> tuple[str, str]:
    """A change and what it would have done."""
    name = {
        Change.HELD: tr("One more piece held back"),
        Change.POLL: tr("Asking for orders every minute"),
        Change.SPLIT: tr("Splitting the last pieces"),
        Change.ALERT: tr("Acting on a floor alert"),
    }[one.change]
    if not one.prevented:
        return name, tr("would not have prevented it")
    if one.prevented >= one.of:
        return name, tr("would have prevented it")
    saved = trn(
        "would have saved {n} piece of {all}", "would have saved {n} pieces of {all}", one.prevented, all=one.of
    )
    return name, saved


def moment_words(at: datetime | None, now: datetime) -> str:
    """The time of a row: with seconds on the day itself, else with its day."""
    if at is None:
        return ""
    return clock_time(at, seconds=True) if abs((now - at).total_seconds()) < 86400 else when(at, now, short=True)
