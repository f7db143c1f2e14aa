"""Why an order was accepted that could not be covered: a proposed cause, with what speaks for and against it.

The seller decides. A cause is proposed only when it accounts for pieces: without it they were not sold twice.
Late data is what is left when a number was still old; what happened beside that and matters more goes first.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.core.diagnosis_causes import Candidate, Cause, Certainty, Diagnosis, Mechanism, has_logs
from app.core.diagnosis_direct import direct
from app.core.diagnosis_facts import Facts
from app.core.diagnosis_late import held, lateness
from app.core.text import N_, NN_


def diagnose(facts: Facts) -> Diagnosis:
    """Propose a cause. Without records of what the shops were told there is none."""
    short = facts.pieces_over
    found = [one for one in direct(facts) if one.pieces > 0]
    late = lateness(facts) if has_logs(facts) else []
    found += held(facts, late) + late
    whole = [one for one in found if one.pieces >= short > 0]
    if not whole:
        return _partly(facts, found, short)
    best, rest = whole[0], [one for one in found if one is not whole[0]]
    return Diagnosis(proposed=_weighed(best, rest), certainty=_certainty(facts, best, whole[1:]), others=tuple(rest))


def _partly(facts: Facts, found: Sequence[Candidate], short: int) -> Diagnosis:
    """No one thing accounts for all pieces."""
    best = max(found, key=lambda one: one.pieces, default=None)
    if best is not None and 2 * best.pieces >= short > 0:
        against = (
            *best.against,
            NN_("{n} piece is left unexplained", "{n} pieces are left unexplained", short - best.pieces),
        )
        proposed = replace(best, against=against)
        return Diagnosis(
            proposed=proposed, certainty=Certainty.UNCLEAR, others=tuple(one for one in found if one is not best)
        )
    why = (
        N_("The records of that time do not say what the channels were told.")
        if not has_logs(facts)
        else N_("Every number was confirmed in time, and nobody changed one.")
    )
    return Diagnosis(
        proposed=Candidate(cause=Cause.UNKNOWN, reasons=(why,)), certainty=Certainty.UNCLEAR, others=tuple(found)
    )


def _weighed(best: Candidate, rest: Sequence[Candidate]) -> Candidate:
    """What also happened speaks a little against it."""
    more = tuple(one.reasons[0] for one in rest[:2] if one.reasons and one.cause is not best.cause)
    return replace(best, against=best.against + more)


def _certainty(facts: Facts, best: Candidate, rivals: Sequence[Candidate]) -> Certainty:
    if best.cause in (Cause.BUNDLE, Cause.HELD):
        return Certainty.LIKELY if not has_logs(facts) or _extraordinary(rivals) else Certainty.CLEAR
    if best.cause is Cause.SLOW and best.mechanism is Mechanism.UNPAID:
        return Certainty.LIKELY  # nobody but the shop knows why its number was late (R47)
    usual = (Cause.LATE, Cause.SLOW, Cause.BUNDLE, Cause.HELD)
    if any(one.cause is not best.cause and (one.cause not in usual or one.weight > best.weight) for one in rivals):
        return Certainty.LIKELY
    close = [one for one in rivals if one.cause is not best.cause and one.weight * 2 > best.weight > 0]
    return Certainty.LIKELY if close else Certainty.CLEAR


def _extraordinary(rivals: Sequence[Candidate]) -> bool:
    usual = (Mechanism.POLL, Mechanism.SECOND, Mechanism.LOWERED)
    return any(one.cause in (Cause.LATE, Cause.SLOW) and one.mechanism not in usual for one in rivals)
