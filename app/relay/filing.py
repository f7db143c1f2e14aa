"""What becomes of arrivals inside the transaction that keeps them: the same rules for every store.

A store locks a mailbox, reads it as a `Box`, lets `file` number and seal what came, and writes the rows and
the box back. So numbers are without a hole and never given twice, whatever the store and however many relays there are.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from app.relay.envelope import Place, key_id, seal
from app.relay.store import Arrival, Fate, Limits
from app.relay.wire import Gap, Kept

FULL, EXPIRED, LOST = "full", "expired", "lost"
REMEMBERED = 10_000


@dataclass(slots=True, kw_only=True)
class Box:
    """A mailbox while it is locked. `handed`: the newest gap that a pull has told of; what is lost later is another."""

    id: int
    key: bytes
    newest: int
    waiting: int
    size: int
    handed: int
    endpoints: frozenset[str]
    gaps: dict[str, int] = field(default_factory=dict)  # endpoint -> its newest gap for a full mailbox


@dataclass(frozen=True, slots=True)
class Row:
    """A record as it is stored. Of a gap, `endpoint` is a JSON array of all whose shops have to be reconciled."""

    mailbox: int
    seq: int
    endpoint: str
    at_ms: int
    key_id: str | None
    sealed: bytes | None
    gap: str | None


@dataclass(frozen=True, slots=True)
class Filed:
    """What came of a batch for one mailbox."""

    fates: tuple[Fate, ...]
    rows: tuple[Row, ...]
    newest: int

    @property
    def next_from(self) -> int | None:
        """Where the next batch probably goes on; None where not all were kept, so that little is sealed in vain."""
        return self.newest if all(fate is Fate.KEPT for fate in self.fates) else None


class Newest:
    """The newest number of mailboxes, remembered from the last batch."""

    def __init__(self) -> None:
        self._numbers: dict[int, int | None] = {}

    def learn(self, filed: Mapping[int, Filed]) -> None:
        """These were committed."""
        if len(self._numbers) >= REMEMBERED:
            self._numbers.clear()
        self._numbers.update((mailbox, of_box.next_from) for mailbox, of_box in filed.items())

    def of(self, mailbox: int) -> int | None:
        """None where nothing is known."""
        return self._numbers.get(mailbox)


def file(box: Box, arrivals: Sequence[Arrival], limits: Limits) -> Filed:
    """Number, seal and count these; `box` is brought up to date."""
    fates, rows = [], []
    for one in arrivals:
        fate, row = _file_one(box, one, limits)
        fates.append(fate)
        if row is not None:
            rows.append(row)
    return Filed(tuple(fates), tuple(rows), box.newest)


def _file_one(box: Box, arrival: Arrival, limits: Limits) -> tuple[Fate, Row | None]:
    name = arrival.endpoint.id
    if name not in box.endpoints:
        return Fate.GONE, None
    if arrival.gap or box.waiting >= limits.messages or box.size >= limits.size:
        return Fate.FULL, _gap(box, arrival) if arrival.endpoint.never_retries else None
    box.newest += 1
    place = Place(endpoint=name, seq=box.newest, at_ms=arrival.at_ms)
    ahead = arrival.ahead
    guessed = ahead is not None and ahead.place == place and ahead.key == box.key
    sealed = ahead.sealed if ahead and guessed else seal(arrival.envelope, place, box.key)
    box.waiting += 1
    box.size += len(sealed)
    return Fate.KEPT, Row(box.id, box.newest, name, arrival.at_ms, key_id(box.key), sealed, None)


def _gap(box: Box, arrival: Arrival) -> Row | None:
    """One gap stands for all that is lost until a pull has told of it."""
    name = arrival.endpoint.id
    if box.gaps.get(name, 0) > box.handed:
        return None
    box.newest += 1
    box.gaps[name] = box.newest
    return Row(box.id, box.newest, names_json([name]), arrival.at_ms, None, None, FULL)


def names_json(names: Iterable[str]) -> str:
    """The endpoints of a gap, as they are stored."""
    return json.dumps(sorted(set(names)))


def lost_names(rows: Iterable[tuple[str, str | None]]) -> str:
    """All endpoints of records that are given up, those of older gaps among them. Rows are (endpoint, gap)."""
    names: set[str] = set()
    for endpoint, gap in rows:
        names.update([endpoint] if gap is None else json.loads(endpoint))
    return names_json(names)


def told(row: Row) -> Kept | Gap:
    """A stored record as it is handed over."""
    if row.gap is not None:
        return Gap(seq=row.seq, at_ms=row.at_ms, endpoints=tuple(json.loads(row.endpoint)), why=row.gap)
    assert row.key_id is not None
    assert row.sealed is not None
    return Kept(seq=row.seq, endpoint=row.endpoint, at_ms=row.at_ms, key=row.key_id, sealed=row.sealed)


def fitting(sizes: Sequence[tuple[int, int]], most: int) -> int:
    """The last number that fits into one answer of so many bytes: the first one always. 0 for none."""
    upto = 0
    for seq, size in sizes:
        most -= size
        if upto and most < 0:
            break
        upto = seq
    return upto
