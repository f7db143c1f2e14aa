"""The tables of a relay's PostgreSQL store, as numbered steps that are never edited after release.

They live in a schema of their own. `record` is divided by the day of arrival: a day that is over is dropped whole.
"""

from datetime import UTC, datetime

from asyncpg import Connection

from app.relay.store import DAY_MS

SCHEMA = "plimsoll_relay"
LOCK = 0x506C5265  # advisory: who makes tables and partitions, makes them alone
MOST_DAYS = 2_900_000  # the year 9909
STEPS = (
    """
    create table mailbox (
        id bigint primary key generated always as identity,  -- never used again: neither is a sequence
        key bytea not null,                                   -- new records are sealed to this public key
        newest bigint not null default 0,                     -- the newest sequence number given
        acked bigint not null default 0,
        handed bigint not null default 0,                     -- the newest gap that a pull has told of
        waiting bigint not null default 0,
        size bigint not null default 0
    );

    create table device (
        id text primary key,
        mailbox_id bigint not null references mailbox (id) on delete cascade,
        public bytea not null
    );

    create table endpoint (
        mailbox_id bigint not null references mailbox (id) on delete cascade,
        id text not null,                                     -- the desktop's own name for it
        never_retries boolean not null default false,
        scheme text not null default '',
        secret text not null default '',                      -- what the seller lends
        base text not null default '',                        -- the relay as channels see it, without the secret part
        primary key (mailbox_id, id)
    );

    create table token (
        number bigint primary key generated always as identity,
        digest bytea not null unique,                         -- SHA-256 of the secret part of an address
        mailbox_id bigint not null,
        endpoint_id text not null,
        foreign key (mailbox_id, endpoint_id) references endpoint (mailbox_id, id) on delete cascade
    );
    create index token_endpoint on token (mailbox_id, endpoint_id);

    create table record (
        mailbox_id bigint not null references mailbox (id) on delete cascade,
        seq bigint not null,
        endpoint text not null,                               -- of a gap: the endpoints, as a JSON array
        at_ms bigint not null,
        key_id text,
        gap text check (gap in ('full', 'expired', 'lost')),
        sealed bytea,
        primary key (mailbox_id, seq, at_ms),
        check ((gap is null) = (sealed is not null))
    ) partition by range (at_ms);
    alter table record alter column sealed set storage external;  -- what is sealed does not get smaller

    create table code (
        digest bytea primary key,                             -- SHA-256 of a one-time pairing code
        until_ms bigint not null
    );

    create table nonce (
        device text not null,
        nonce text not null,
        seen_ms bigint not null,
        primary key (device, nonce)
    );
    create index nonce_age on nonce (seen_ms);
    """,
)


class NotAStore(Exception):
    """A newer relay's tables. They were not touched."""


async def migrate(db: Connection, steps: tuple[str, ...] = STEPS) -> None:
    """Bring a store up to date, alone; all steps commit together. Raises `NotAStore`."""
    async with db.transaction():
        await db.execute("select pg_advisory_xact_lock($1)", LOCK)
        await db.execute(f"create schema if not exists {SCHEMA}")
        await db.execute("create table if not exists version (number integer not null)")
        version = await db.fetchval("select coalesce(max(number), 0) from version")
        if version > len(steps):
            raise NotAStore(f"version {version}")
        for step in steps[version:]:
            await db.execute(step)
        await db.execute("delete from version")
        await db.execute("insert into version (number) values ($1)", len(steps))


async def make_days(db: Connection, moments_ms: "set[int]") -> None:
    """The partitions of the days of these moments, where they are missing."""
    async with db.transaction():
        await db.execute("select pg_advisory_xact_lock($1)", LOCK)
        for day in sorted({at_ms // DAY_MS for at_ms in moments_ms}):
            await db.execute(
                f"create table if not exists {partition(day)} partition of record"
                f" for values from ({day * DAY_MS}) to ({(day + 1) * DAY_MS})"
            )


def partition(day: int) -> str:
    """The name of a day's table. `day`: days since 1970."""
    if not 0 <= day <= MOST_DAYS:
        raise NotAStore(f"day {day}")
    return f"record_{datetime.fromtimestamp(day * DAY_MS / 1000, UTC):%Y%m%d}"


def day_of(name: str) -> int:
    """The day of a table's name again."""
    day = datetime.strptime(name.removeprefix("record_"), "%Y%m%d").replace(tzinfo=UTC)
    return int(day.timestamp() * 1000) // DAY_MS
