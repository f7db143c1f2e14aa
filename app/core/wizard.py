"""The four steps of an incident, open in any order: how each stands, and what is missing next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from app.core.closing import Ticked
from app.core.contact import Clock
from app.core.stopping import Stop, all_stopped
from app.core.text import N_, NN_, Text


class Step(IntEnum):
    """In the order of work. The number is the one that is drawn, and its key with Alt."""

    STOP = 1
    CUSTOMERS = 2
    HAPPENED = 3
    FIX = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """How a step stands, in a line."""

    step: Step
    done: bool
    note: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What the steps are judged by. `stopped_at`: when the seller pressed stop."""

    stops: Sequence[Stop]
    stopped_at: datetime | None = None
    clock: Clock | None = None
    closed: bool = False
    cause: bool = False  # the seller has said what it was
    ticks: Sequence[Ticked] = ()
    checking: bool = False  # Plimsoll looks whether the fix holds
    todos: int = 0  # after the messages


def stands(facts: Facts) -> tuple[Stand, ...]:
    """All four."""
    return (_stop(facts), _customers(facts), _happened(facts), _fix(facts))


def _stop(facts: Facts) -> Stand:
    if not facts.stops:
        return Stand(step=Step.STOP, done=True, note=N_("Listed nowhere"))
    if all_stopped(facts.stops):
        return Stand(step=Step.STOP, done=True, note=N_("Every channel has stopped"))
    by_hand = sum(stop is Stop.BY_HAND for stop in facts.stops)
    if by_hand:
        return Stand(step=Step.STOP, done=False, note=NN_("{n} by hand", "{n} by hand", by_hand))
    if any(stop is Stop.UNDER_WAY for stop in facts.stops):
        done = sum(stop in (Stop.STOPPED, Stop.TICKED) for stop in facts.stops)
        words = N_("{done} of {all} stopped", done=done, all=len(facts.stops))
        return Stand(step=Step.STOP, done=False, note=words)
    if any(stop is Stop.RESUMED for stop in facts.stops):
        return Stand(step=Step.STOP, done=True, note=N_("Back on sale"))
    if all(stop is Stop.AT_ZERO for stop in facts.stops):
        return Stand(step=Step.STOP, done=False, note=N_("At 0, not held"))
    return Stand(step=Step.STOP, done=False, note=N_("Not pressed"))


def _customers(facts: Facts) -> Stand:
    clock = facts.clock
    if clock is None:
        return Stand(step=Step.CUSTOMERS, done=True, note=N_("Nobody is short"))
    everyone = clock.waiting + clock.written
    if facts.todos and not clock.waiting:
        return Stand(step=Step.CUSTOMERS, done=False, note=NN_("{n} thing to do", "{n} things to do", facts.todos))
    words = N_("{written} of {all} written to", written=clock.written, all=everyone)
    return Stand(step=Step.CUSTOMERS, done=clock.waiting == 0, note=words)


def _happened(facts: Facts) -> Stand:
    note = N_("8 of 8 answered") if facts.cause else N_("7 of 8 answered")
    return Stand(step=Step.HAPPENED, done=facts.cause or facts.closed, note=note)


def _fix(facts: Facts) -> Stand:
    if facts.closed:
        return Stand(step=Step.FIX, done=True, note=N_("Closed"))
    done = sum(one.done for one in facts.ticks)
    if facts.checking and done == len(facts.ticks) - 1:
        return Stand(step=Step.FIX, done=False, note=N_("Plimsoll checks that it held"))
    return Stand(step=Step.FIX, done=False, note=N_("{done} of {all} ticks", done=done, all=len(facts.ticks)))
