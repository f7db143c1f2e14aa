"""Random records at the parser of envelopes, with no relay: `python -m tests.relay.fuzz_envelope [RUNS] [SEED]`.

Whatever comes, it is a record or it is `NotOurs`; an answer of a relay is one or it is `Malformed`. Nothing else is
raised, and a sealed record that was changed anywhere never opens.
"""

import json
import random
import sys
import time
from collections import Counter
from collections.abc import Callable

from app.relay.envelope import Envelope, NotOurs, Place, new_key, packed, seal, unpacked, unseal
from app.relay.wire import Gap, Kept, Malformed, Pulled, pulled_json, pulled_of
from tests.relay.bending import Bender

NEEDLES = (
    b"", b"\x00", b"\n", b"\xff", b'"', b"\\ud800", b"9" * 5000, b"null", b"[" * 3000, b'{"a":' * 3000, b"-1e999",
)  # fmt: skip
VALUES: tuple[object, ...] = (
    None, True, -1, 0, 1 << 70, 10**40, 1.5, float("nan"), float("-inf"), "", "\x00", "é" * 9, "€", "a" * 5000, [], {},
    [[]], [["a"]], [["a", "b", "c"]], [["€", "b"]], [[1, 2]], {"v": 1},
)  # fmt: skip
FIELDS = ("v", "method", "path", "query", "headers")
OF_RECORDS = ("seq", "at", "endpoint", "key", "sealed", "gap", "why")
PLACE = Place(endpoint="e1", seq=7, at_ms=1_700_000_000_000)


class EnvelopeFuzz:
    """One seeded player."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)
        self.bytes = Bender(self.dice, NEEDLES)
        self.private, self.public = new_key()
        self.ends: Counter[str] = Counter()

    def play(self, runs: int) -> None:
        """So many records, one after the other."""
        kinds = (self._garbage, self._bent_record, self._strange_fields, self._bent_seal, self._strange_pull)
        for _ in range(runs):
            self.dice.choice(kinds)()

    def _record(self) -> Envelope:
        pairs = tuple((self.bytes.some(20), self.bytes.some(40)) for _ in range(self.dice.randrange(5)))
        return Envelope(method="POST", path="/o", query="a=1", headers=pairs, body=self.bytes.some(200))

    def _read(self, record: bytes) -> None:
        try:
            found = unpacked(record)
        except NotOurs:
            self.ends["not ours"] += 1
            return
        assert unpacked(packed(found)) == found, "what was read can be written and read again"
        self.ends["record"] += 1

    def _garbage(self) -> None:
        needle = self.dice.choice(NEEDLES) + b"\n" + self.bytes.some(50)
        self._read(self.dice.choice((needle, self.bytes.some(300))))

    def _bent_record(self) -> None:
        self._read(self.bytes.bent(packed(self._record())))

    def _strange_fields(self) -> None:
        head, _, body = packed(self._record()).partition(b"\n")
        told = json.loads(head)
        for _ in range(self.dice.randint(1, 2)):
            name = self.dice.choice(FIELDS)
            if self.dice.random() < 0.2:
                told.pop(name, None)
            else:
                told[name] = self.dice.choice(VALUES)
        self._read(json.dumps(told).encode() + b"\n" + body)

    def _bent_seal(self) -> None:
        sealed = seal(self._record(), PLACE, self.public)
        bent = self.bytes.bent(sealed)
        try:
            unseal(bent, PLACE, self.private)
        except NotOurs:
            self.ends["does not open"] += 1
            return
        assert bent == sealed, "a record that was changed does not open"

    def _strange_pull(self) -> None:
        records = (
            Kept(seq=8, endpoint="e1", at_ms=1, key="k", sealed=self.bytes.some(30)),
            Gap(seq=9, at_ms=1, endpoints=("e1",), why="full"),
        )
        told = json.loads(json.dumps(pulled_json(Pulled(records=records, first=8, newest=9, at_ms=1))))
        where, names = self.dice.choice(
            ((told, ("records", "first", "newest", "at")), *((one, OF_RECORDS) for one in told["records"]))
        )
        where[self.dice.choice(names)] = self.dice.choice(VALUES)
        try:
            assert isinstance(pulled_of(told), Pulled)
            self.ends["pull"] += 1
        except Malformed:
            self.ends["malformed"] += 1


def main(runs: int, seed: int, clock: Callable[[], float] = time.monotonic) -> int:
    began = clock()
    fuzz = EnvelopeFuzz(seed)
    fuzz.play(runs)
    print(f"seed {seed}: {runs} records in {clock() - began:.0f} s, {dict(fuzz.ends)}")
    return 0


if __name__ == "__main__":
    given = [int(one) for one in sys.argv[1:]]
    sys.exit(main(*(given + [100_000, random.SystemRandom().randrange(1 << 32)][len(given) :])))
