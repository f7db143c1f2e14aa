"""The tables of a relay's SQLite store, as numbered steps that are never edited after release."""

from app.relay.sqlite import Connection

_STEPS = (
    """
    create table mailbox (
        id integer primary key autoincrement,    -- never used again: neither is a sequence
        key blob not null,                       -- new records are sealed to this public key
        newest integer not null default 0,       -- the newest sequence number given
        acked integer not null default 0,
        waiting integer not null default 0,
        size integer not null default 0
    ) strict;

    create table device (
        id text primary key,
        mailbox_id integer not null references mailbox (id) on delete cascade,
        public blob not null
    ) strict, without rowid;

    create table endpoint (
        id text primary key,
        mailbox_id integer not null references mailbox (id) on delete cascade,
        never_retries integer not null default 0,
        scheme text not null default '',
        secret text not null default '',         -- what the seller lends to refuse forgeries or answer challenges
        address text not null default ''
    ) strict;

    create table token (
        digest blob not null unique,             -- SHA-256 of the secret part of an address
        endpoint_id text not null references endpoint (id) on delete cascade
    ) strict;

    create table record (
        mailbox_id integer not null references mailbox (id) on delete cascade,
        seq integer not null,
        endpoint text not null,                  -- of a gap: the endpoints, as a JSON array
        at_ms integer not null,
        key_id text,
        sealed blob,
        gap text check (gap in ('full', 'expired', 'lost')),
        primary key (mailbox_id, seq),
        check ((gap is null) = (sealed is not null))
    ) strict, without rowid;
    create index record_age on record (at_ms);

    create table code (
        digest blob primary key,                 -- SHA-256 of a one-time pairing code
        until_ms integer not null
    ) strict, without rowid;
    """,
)


def migrate(db: Connection) -> None:
    """Bring a store up to date; each step and the note that it ran commit together."""
    (version,) = db.execute("pragma user_version").fetchone()
    for number, step in enumerate(_STEPS[version:], version + 1):
        db.executescript(f"begin; {step}; pragma user_version = {number}; commit;")
