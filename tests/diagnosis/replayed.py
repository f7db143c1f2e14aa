"""A replay on paper says how many pieces a change would have saved: the whole world is played again with the change.

`python -m tests.diagnosis.replayed [SEEDS]` says in how many cases both are within one piece of each other.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.core.diagnosis_causes import Cause
from app.core.diagnosis_replay import Change, otherwise
from app.core.places import Choice
from app.rules import post_choice
from app.store import settings
from app.store.database import transaction
from tests.diagnosis.planted import PLANTS, tell
from tests.diagnosis.scene import MUG, Scene


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One change in one seed: pieces saved by the replay, and by the world."""

    seed: int
    plant: str
    change: Change
    said: int
    true: int

    @property
    def near(self) -> bool:
        """Are they within one piece of each other?"""
        return abs(self.said - self.true) <= 1


def one_more_held(scene: Scene) -> None:
    """One more piece is held back all the time, whatever else is."""
    usual = scene.hold_back

    def more(pieces: int, sku: str = MUG) -> None:
        usual(pieces + (sku == MUG), sku)

    scene.hold_back = more  # type: ignore[method-assign]
    scene.at(0, lambda: scene.hold_back(0))


def polled_each_minute(scene: Scene) -> None:
    """Every shop."""
    with transaction(scene.db):
        for shop in scene.sims:
            settings.put(scene.db, settings.POLL_S, 60, shop=shop, now=scene.now)


def split_always(scene: Scene) -> None:
    """The mug is split from the start."""
    post_choice(scene.db, MUG, Choice.NEVER, now=scene.now)


WORLDS: dict[Change, Callable[[Scene], None]] = {
    Change.HELD: one_more_held,
    Change.POLL: polled_each_minute,
    Change.SPLIT: split_always,
}


def compare(seed: int, folder: Path) -> Iterator[Compared]:
    """Each change of one seed; none where nothing went over, or where the evidence would be gone."""
    plant = list(PLANTS)[seed % len(PLANTS)]
    if PLANTS[plant][0] is Cause.UNKNOWN:
        return
    told = tell(seed, folder)
    facts = told.scene.facts()
    told.scene.close()
    if facts is None or not facts.over:
        return
    said = {one.change: one.prevented for one in otherwise(facts)}
    for change, changed in WORLDS.items():
        other = tell(seed, folder, changed=changed)
        other.scene.close()
        true = max(0, told.over - other.over)
        yield Compared(seed=seed, plant=plant, change=change, said=said[change], true=true)


def main(seeds: int) -> int:
    with tempfile.TemporaryDirectory(prefix="plimsoll-bench-", dir=Path.cwd()) as folder:
        found = [one for seed in range(seeds) for one in compare(seed, Path(folder))]
    for one in found:
        if not one.near:
            print(one)
    print({f"{change} {'near' if near else 'far'}": n for (change, near), n in sorted(_counted(found).items())})
    share = sum(one.near for one in found) / max(1, len(found))
    exact = sum(one.said == one.true for one in found) / max(1, len(found))
    print(f"within one piece in {share:.1%} of {len(found)}, exactly in {exact:.1%}")
    return 0 if share >= 0.9 else 1


def _counted(found: list[Compared]) -> Counter[tuple[str, bool]]:
    return Counter((one.change.value, one.near) for one in found)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 4 * len(PLANTS)))
