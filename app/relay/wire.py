"""What relay and desktop say to each other, as records and their JSON.

- `POST /in/{token}[/...]`      a channel's call; always answered with a short text
- `POST /v1/mailboxes`          the desktop makes a mailbox with a one-time pairing code
- `GET  /v1/pull?after=&max=&wait=`   signed; what came after a sequence number, waiting for it up to `wait` seconds
- `POST /v1/ack {"upto": N}`    signed; everything up to N is safe on the desktop and is deleted; how much that was
- `GET/POST/DELETE /v1/endpoints[/{id}]`   signed; one endpoint a shop, each with its own secret address;
  `"renew": true` gives it a new one and the one before holds on, `"alone": true` ends that; what is not said stays
- `GET  /v1/state`              signed; how much waits, and since when
- `POST /v1/keys {"key": ...}`   signed; a new sealing key; older records keep theirs
- `POST /v1/purge`              signed; deletes the mailbox and all that is in it
- `GET  /healthz`, `GET /metrics`     counts and ages only

The device of a signed request names its mailbox. A refused signature is 401 with the relay's time.
"""

from dataclasses import dataclass
from typing import Any

from app.relay.envelope import decoded, encoded

PULL_WAIT_S = 25
PULL_MAX = 100
CLIENT_TIMEOUT_S = 40


class Malformed(Exception):
    """An answer that is not the relay's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A sealed record in a mailbox."""

    seq: int
    endpoint: str
    at_ms: int
    key: str
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Something was not kept: the shops of these endpoints have to be reconciled."""

    seq: int
    at_ms: int
    endpoints: tuple[str, ...]
    why: str  # "full", "expired" or "lost"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pulled:
    """The answer to a pull: records in unbroken order from `after` + 1 on, or from `first` where some expired."""

    records: tuple[Kept | Gap, ...]
    first: int  # the oldest number that is still kept, or the next one to come
    newest: int  # the newest number that was given
    at_ms: int  # the relay's clock
    acked: int | None = None  # up to where a desktop has acknowledged; None: a relay that does not tell

    def newest_gap(self) -> int:
        """The number of the newest gap among them; 0 for none."""
        return max((one.seq for one in self.records if isinstance(one, Gap)), default=0)


def pulled_json(pulled: Pulled) -> dict[str, Any]:
    """As JSON."""
    told = {
        "first": pulled.first,
        "newest": pulled.newest,
        "at": pulled.at_ms,
        "records": [_record_json(one) for one in pulled.records],
    }
    return told if pulled.acked is None else told | {"acked": pulled.acked}


def _record_json(one: Kept | Gap) -> dict[str, Any]:
    if isinstance(one, Gap):
        return {"seq": one.seq, "at": one.at_ms, "gap": list(one.endpoints), "why": one.why}
    return {"seq": one.seq, "at": one.at_ms, "endpoint": one.endpoint, "key": one.key, "sealed": encoded(one.sealed)}


def pulled_of(told: Any) -> Pulled:
    """The answer again. Raises `Malformed` for anything else, and for numbers that do not follow each other."""
    try:
        records = tuple(_record_of(one) for one in told["records"])
        acked = told.get("acked")
        pulled = Pulled(
            records=records,
            first=int(told["first"]),
            newest=int(told["newest"]),
            at_ms=int(told["at"]),
            acked=None if acked is None else int(acked),
        )
    except (KeyError, TypeError, ValueError, AttributeError, OverflowError) as error:
        raise Malformed("not a pull's answer") from error
    numbers = [one.seq for one in records]
    if numbers != list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False:
        raise Malformed("numbers with a hole")
    return pulled


def _record_of(one: Any) -> Kept | Gap:
    seq, at = int(one["seq"]), int(one["at"])
    if "gap" in one:
        return Gap(seq=seq, at_ms=at, endpoints=tuple(str(name) for name in one["gap"]), why=str(one["why"]))
    return Kept(
        seq=seq, endpoint=str(one["endpoint"]), at_ms=at, key=str(one["key"]), sealed=decoded(str(one["sealed"]))
    )
