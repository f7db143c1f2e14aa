"""The statements of a PostgreSQL store about who may read a mailbox, and where channels call."""

from asyncpg import Connection, Record

from app.relay.signing import Signed
from app.relay.store import ADDRESSES, Endpoint, Mailbox, TooMany

_ENDPOINT = (
    "select endpoint.id, endpoint.mailbox_id, mailbox.key, never_retries, scheme, secret, base from endpoint"
    " join mailbox on mailbox.id = endpoint.mailbox_id"
)


async def first_seen(db: Connection, claim: Signed, now_ms: int) -> bool:
    """Keep a nonce. Losing the newest in a power cut is no loss: a relay believes no moment from before its start."""
    await db.execute("set local synchronous_commit = off")
    seen = await db.fetchval(
        "insert into nonce (device, nonce, seen_ms) values ($1, $2, $3) on conflict do nothing returning 1",
        claim.device,
        claim.nonce,
        now_ms,
    )
    return seen is not None


async def put_code(db: Connection, digest: bytes, until_ms: int, now_ms: int) -> None:
    """Keep a code, and forget those that are over."""
    await db.execute("delete from code where until_ms < $1", now_ms)
    await db.execute(
        "insert into code (digest, until_ms) values ($1, $2)"
        " on conflict (digest) do update set until_ms = excluded.until_ms",
        digest,
        until_ms,
    )


async def pair(db: Connection, digest: bytes, key: bytes, device: str, public: bytes, now_ms: int) -> int | None:
    """Use up a code. A device that has a mailbox already gets no second one."""
    until_ms = await db.fetchval("delete from code where digest = $1 returning until_ms", digest)
    known = await db.fetchval("select 1 from device where id = $1", device)
    if until_ms is None or until_ms < now_ms or known:
        return None
    number = await db.fetchval("insert into mailbox (key) values ($1) returning id", key)
    await db.execute("insert into device (id, mailbox_id, public) values ($1, $2, $3)", device, number, public)
    return int(number)


async def mailbox_of(db: Connection, device: str) -> tuple[Mailbox, bytes] | None:
    """The mailbox of a device, and the device's public key."""
    row = await db.fetchrow(
        "select mailbox.id, key, newest, acked, waiting, size, public,"
        " (select at_ms from record where mailbox_id = mailbox.id order by seq limit 1) as oldest_ms"
        " from device join mailbox on mailbox.id = mailbox_id where device.id = $1",
        device,
    )
    if row is None:
        return None
    told = dict(row)
    public = told.pop("public")
    return Mailbox(**told), public


async def endpoint(db: Connection, digest: bytes) -> Endpoint | None:
    """The endpoint of an address."""
    row = await db.fetchrow(
        _ENDPOINT + " join token on token.mailbox_id = endpoint.mailbox_id and endpoint_id = endpoint.id"
        " where digest = $1",
        digest,
    )
    return _endpoint(row) if row else None


async def endpoints(db: Connection, mailbox: int) -> list[Endpoint]:
    """All of a mailbox."""
    rows = await db.fetch(_ENDPOINT + ' where mailbox_id = $1 order by endpoint.id collate "C"', mailbox)
    return [_endpoint(row) for row in rows]


async def put_endpoint(db: Connection, one: Endpoint, digest: bytes | None, *, alone: bool, most: int) -> None:
    """Make or change it; the newest addresses hold. Raises `TooMany`."""
    if not await db.fetchval("select 1 from mailbox where id = $1 for update", one.mailbox):
        return  # purged meanwhile
    await db.execute(
        "insert into endpoint (id, mailbox_id, never_retries, scheme, secret, base) values ($1, $2, $3, $4, $5, $6)"
        " on conflict (mailbox_id, id) do update set never_retries = excluded.never_retries,"
        " scheme = excluded.scheme, secret = excluded.secret, base = excluded.base",
        *(one.id, one.mailbox, one.never_retries, one.scheme, one.secret, one.base),
    )
    if await db.fetchval("select count(*) from endpoint where mailbox_id = $1", one.mailbox) > most:
        raise TooMany
    if digest is not None:
        await db.execute(
            "insert into token (digest, mailbox_id, endpoint_id) values ($1, $2, $3)", digest, one.mailbox, one.id
        )
    await db.execute(
        "delete from token where mailbox_id = $1 and endpoint_id = $2 and number not in (select number from token"
        " where mailbox_id = $1 and endpoint_id = $2 order by number desc limit $3)",
        *(one.mailbox, one.id, 1 if alone else ADDRESSES),
    )


def _endpoint(row: Record) -> Endpoint:
    name, mailbox, key, never_retries, scheme, secret, base = row
    return Endpoint(
        id=name, mailbox=mailbox, key=key, never_retries=never_retries, scheme=scheme, secret=secret, base=base
    )
