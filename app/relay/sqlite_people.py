"""The statements of a SQLite store about who may read a mailbox, and where channels call."""

from collections.abc import Sequence
from typing import Any

from app.relay.sqlite import Connection
from app.relay.store import ADDRESSES, Endpoint, Mailbox, TooMany

_ENDPOINT = (
    "select endpoint.id, endpoint.mailbox_id, mailbox.key, never_retries, scheme, secret, base from endpoint"
    " join mailbox on mailbox.id = endpoint.mailbox_id"
)


def put_code(db: Connection, digest: bytes, until_ms: int, now_ms: int) -> None:
    """Keep a code, and forget those that are over."""
    db.execute("delete from code where until_ms < ?", (now_ms,))
    db.execute("insert or replace into code (digest, until_ms) values (?, ?)", (digest, until_ms))


def pair(db: Connection, digest: bytes, key: bytes, device: str, public: bytes, now_ms: int) -> int | None:
    """Use up a code. A device that has a mailbox already gets no second one."""
    used = db.execute("delete from code where digest = ? returning until_ms", (digest,)).fetchone()
    known = db.execute("select 1 from device where id = ?", (device,)).fetchone()
    if used is None or used[0] < now_ms or known:
        return None
    (number,) = db.execute("insert into mailbox (key) values (?) returning id", (key,)).fetchone()
    db.execute("insert into device (id, mailbox_id, public) values (?, ?, ?)", (device, number, public))
    return int(number)


def mailbox_of(db: Connection, device: str) -> tuple[Mailbox, bytes] | None:
    """The mailbox of a device, and the device's public key."""
    row = db.execute(
        "select mailbox.id, key, newest, acked, waiting, size,"
        " (select at_ms from record where mailbox_id = mailbox.id order by seq limit 1), public"
        " from device join mailbox on mailbox.id = mailbox_id where device.id = ?",
        (device,),
    ).fetchone()
    if row is None:
        return None
    number, key, newest, acked, waiting, size, oldest, public = row
    found = Mailbox(id=number, key=bytes(key), newest=newest, acked=acked, waiting=waiting, size=size, oldest_ms=oldest)
    return found, bytes(public)


def endpoint(db: Connection, digest: bytes) -> Endpoint | None:
    """The endpoint of an address."""
    row = db.execute(
        _ENDPOINT + " join token on token.mailbox_id = endpoint.mailbox_id and endpoint_id = endpoint.id"
        " where digest = ?",
        (digest,),
    ).fetchone()
    return _endpoint(row) if row else None


def endpoints(db: Connection, mailbox: int) -> list[Endpoint]:
    """All of a mailbox."""
    return [_endpoint(row) for row in db.execute(_ENDPOINT + " where mailbox_id = ? order by 1", (mailbox,))]


def put_endpoint(db: Connection, one: Endpoint, digest: bytes | None, *, alone: bool, most: int) -> None:
    """Make or change it; the newest addresses hold. Raises `TooMany`."""
    db.execute(
        "insert into endpoint (id, mailbox_id, never_retries, scheme, secret, base) values (?, ?, ?, ?, ?, ?)"
        " on conflict (mailbox_id, id) do update set never_retries = excluded.never_retries,"
        " scheme = excluded.scheme, secret = excluded.secret, base = excluded.base",
        (one.id, one.mailbox, one.never_retries, one.scheme, one.secret, one.base),
    )
    (count,) = db.execute("select count(*) from endpoint where mailbox_id = ?", (one.mailbox,)).fetchone()
    if count > most:
        raise TooMany
    if digest is not None:
        db.execute(
            "insert into token (digest, mailbox_id, endpoint_id) values (?, ?, ?)", (digest, one.mailbox, one.id)
        )
    db.execute(
        "delete from token where mailbox_id = ?1 and endpoint_id = ?2 and number not in (select number from token"
        " where mailbox_id = ?1 and endpoint_id = ?2 order by number desc limit ?3)",
        (one.mailbox, one.id, 1 if alone else ADDRESSES),
    )


def _endpoint(row: Sequence[Any]) -> Endpoint:
    name, mailbox, key, never_retries, scheme, secret, base = row
    return Endpoint(
        id=name,
        mailbox=mailbox,
        key=bytes(key),
        never_retries=bool(never_retries),
        scheme=scheme,
        secret=secret,
        base=base,
    )
