"""One seed judged: what was proposed, what is true, and how well a replay on paper knows what a changed world does.

What is true is found by leaving a failure out and playing the seed again: the causes without which nothing goes over.
"""

import time
from dataclasses import dataclass, field
from pathlib import Path

from app.core.diagnosis import diagnose
from app.core.diagnosis_causes import Cause, Certainty
from app.core.diagnosis_questions import answers
from app.core.diagnosis_replay import otherwise
from tests.diagnosis.planted import HARMLESS_ONES, PLANTS, tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """`true`: causes that were necessary. `skipped`: nothing went over, or it did without what was planted too."""

    seed: int
    plant: str
    proposed: Cause = Cause.UNKNOWN
    certainty: Certainty = Certainty.UNCLEAR
    true: frozenset[Cause] = frozenset()
    skipped: str = ""
    seconds: float = 0.0
    said: tuple[str, ...] = ()
    harmless: tuple[str, ...] = field(default=())

    @property
    def right(self) -> bool:
        """Is what was proposed true?"""
        return self.proposed in self.true

    @property
    def confidently_wrong(self) -> bool:
        """Was it said with "clear", and wrong?"""
        return self.certainty is Certainty.CLEAR and not self.right


def judge(seed: int, folder: Path, *, all_removed: bool = False) -> Verdict:
    """Play a seed, diagnose it from its database, and find the truth.

    `all_removed`: leave every harmless failure out in turn. Else only those of the kind that was proposed, and only
    where it differs from what was planted: the others cannot change the verdict.
    """
    plant = list(PLANTS)[seed % len(PLANTS)]
    planted = PLANTS[plant][0]
    told = tell(seed, folder)
    if planted is Cause.UNKNOWN:
        told.scene.forget()
    began = time.perf_counter()
    facts = told.scene.facts()
    found = diagnose(facts) if facts else None
    if facts and found:
        answers(facts, found)
        otherwise(facts)
    seconds = time.perf_counter() - began
    told.scene.close()
    if found is None:
        return Verdict(seed=seed, plant=plant, skipped="nothing went over", harmless=told.harmless)
    if _over_without(seed, folder, "planted"):
        return Verdict(seed=seed, plant=plant, skipped="it went over without the planted cause", harmless=told.harmless)
    true = {planted}
    for what in told.harmless:
        cause = HARMLESS_ONES[what][0]
        wanted = all_removed or (cause is found.proposed.cause and cause is not planted)
        if wanted and planted is not Cause.UNKNOWN and not _over_without(seed, folder, what):
            true.add(cause)
    return Verdict(
        seed=seed,
        plant=plant,
        proposed=found.proposed.cause,
        certainty=found.certainty,
        true=frozenset(true),
        seconds=seconds,
        said=tuple(map(str, found.proposed.reasons)),
        harmless=told.harmless,
    )


def _over_without(seed: int, folder: Path, what: str) -> bool:
    told = tell(seed, folder, frozenset({what}))
    told.scene.close()
    return told.over > 0
