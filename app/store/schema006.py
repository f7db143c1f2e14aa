"""The sixth step of the schema: leaving safely, rehearsing a promotion, pictures. Never edited after release."""

M006 = """
------------------------------------------------------------------ leaving

-- What a shop had not confirmed when the seller left.
create table leave_unconfirmed (
    id integer primary key,
    left_at text not null,                   -- when leaving was prepared
    back_at text not null,
    listing_id integer not null references listing (id),
    shows integer,                           -- as far as was known
    should integer,
    state text not null check (state in ('tell', 'read', 'differs', 'refused'))
) strict;
create index leave_unconfirmed_back on leave_unconfirmed (back_at);

------------------------------------------------------------------ rehearsals and promotions

-- What a rehearsal found, kept with its date. A core.rehearsal.Report as JSON; its sentences stay templates.
create table rehearsal (
    id integer primary key,
    began_at text not null,
    report text not null
) strict;
create trigger rehearsal_never_changes before update on rehearsal
    begin select raise(abort, 'reports are dated rows'); end;

-- A dated promotion, and what is done while it is on. What it changes are dated settings, which end with it.
create table promotion (
    id integer primary key,
    planned_at text not null,
    name text not null,
    first_at text not null,
    last_at text not null,
    uplift integer not null,                 -- percent more than usual
    held integer not null,                   -- pieces held back everywhere beyond what is
    poll_s integer not null,                 -- orders are read at least so often
    by_itself integer not null,              -- it begins and ends by its dates, without a press
    began_at text,
    ended_at text,                           -- over, or called off before it began
    check (first_at < last_at)
) strict;
create unique index promotion_on on promotion ((1)) where began_at is not null and ended_at is null;
create table promotion_snapshot (
    promotion_id integer not null references promotion (id),
    at_end integer not null,
    listing_id integer not null references listing (id),
    on_hand integer not null,
    available integer not null,
    shows integer,
    primary key (promotion_id, at_end, listing_id)
) strict, without rowid;

-- Orders from before a shop was connected, read as demand only: they book nothing, and name no customer.
create table past_sale (
    shop_id integer not null references shop (id),
    order_ref text not null,
    line_ref text not null,
    listing_ref text not null,
    pieces integer not null check (pieces > 0),
    placed_at text not null,
    primary key (shop_id, order_ref, line_ref)
) strict, without rowid;
create index past_sale_listing on past_sale (shop_id, listing_ref);
create table past_reading (
    shop_id integer primary key references shop (id),
    since text not null,                     -- asked for from here on; the channel may give less
    cursor text,                             -- null: not begun
    done_at text
) strict;

------------------------------------------------------------------ pictures

-- Where the channel shows a small picture of the listing; empty where it has none.
alter table listing add column picture text not null default '';
"""
