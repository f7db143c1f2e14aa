"""The fourth step of the schema: places, barcodes, and counting. Never edited after release."""

M004 = """
------------------------------------------------------------------ where things lie, and what is printed on them

-- A product lies in one or more places, walked in this order. `product.place` stays the first of them.
create table product_place (
    product_id integer not null references product (id),
    place text not null check (place != ''),
    walk integer not null,
    primary key (product_id, place)
) strict, without rowid;
create index product_place_walk on product_place (place, walk);
insert into product_place (product_id, place, walk) select id, place, 0 from product where place != '';

create trigger product_place_is_first after update of place on product when new.place is not old.place begin
    delete from product_place where product_id = new.id and place = old.place;
    insert into product_place (product_id, place, walk) select new.id, new.place, 0 where new.place != ''
        on conflict do update set walk = 0;
end;
create trigger product_is_placed after insert on product when new.place != ''
    begin insert into product_place (product_id, place, walk) values (new.id, new.place, 0); end;

-- Every code that names a product beside the one printed on it, in one spelling (core.matching.gtin where it is one).
-- A pack's code names several pieces.
create table product_code (
    code text primary key check (code != ''),
    product_id integer not null references product (id),
    pieces integer not null default 1 check (pieces > 0),
    learned_at text not null
) strict, without rowid;
create index product_code_product on product_code (product_id);

------------------------------------------------------------------ counting

create table count_session (
    id integer primary key,
    name text not null,
    kind text not null,
    begun_at text not null,
    ended_at text,                           -- everything is posted, or the rest was discarded
    pieces integer not null,                 -- core.counting.Tolerance
    percent real not null,
    strict_below integer not null,
    packed_elsewhere integer                 -- are packed parcels lying elsewhere? null: not asked yet
) strict;
create index count_session_open on count_session (id) where ended_at is null;

create table count_line (
    session_id integer not null references count_session (id),
    product_id integer not null references product (id),
    shelf text not null,
    asked integer not null default 1,        -- 0: a product that nobody asked for, and that was found
    kept integer,                            -- of those: does the seller keep it? null: not decided
    round integer not null default 1,
    sealed integer not null default 0,       -- the round that was closed: its ledger number may be seen
    packed integer check (packed >= 0),      -- pieces in parcels elsewhere; null: not asked yet
    reason text not null default '',
    note text not null default '',
    posted text,                             -- the batch that posted it
    open integer not null default 1,         -- 0: posted, discarded, or its session ended
    primary key (session_id, product_id)
) strict, without rowid;
-- A product is in one open count only (rule 21).
create unique index count_line_open on count_line (product_id) where open = 1;
create index count_line_product on count_line (product_id);

create table count_event (
    seq integer primary key,
    session_id integer not null references count_session (id),
    product_id integer references product (id),
    kind text not null check (kind in ('scan', 'add', 'set', 'damaged', 'undo', 'unknown')),
    at text not null,
    place text not null default '',
    round integer not null default 1,
    pieces integer not null default 0,
    code text not null default '',
    undoes integer references count_event (seq),
    on_hand integer not null default 0,      -- at that moment; nothing reads it before the shelf is closed
    ledger_seq integer not null default 0    -- the newest row of its ledger that moved on hand, at that moment
) strict;
create index count_event_session on count_event (session_id, seq);
create index count_event_line on count_event (session_id, product_id, seq);
create unique index count_event_undone on count_event (undoes) where undoes is not null;
create trigger count_event_never_changes before update on count_event
    begin select raise(abort, 'what was counted is append-only'); end;
create trigger count_event_never_goes before delete on count_event
    begin select raise(abort, 'what was counted is append-only'); end;

create table count_shelf (
    session_id integer not null references count_session (id),
    shelf text not null,
    closed_at text not null,
    posted_at text,
    primary key (session_id, shelf)
) strict, without rowid;

------------------------------------------------------------------ stall days

create table stall_day (
    id integer primary key,
    shop_id integer not null references shop (id),
    begun_at text not null,
    dated_at text,                           -- its sales are typed in later, with this moment; null: as they happen
    ended_at text
) strict;
create unique index stall_day_open on stall_day (shop_id) where ended_at is null;

create table stall_product (
    day_id integer not null references stall_day (id),
    product_id integer not null references product (id),
    taken integer not null default 0 check (taken >= 0),
    sold integer not null default 0 check (sold >= 0),
    back integer check (back >= 0),          -- what came home; null: not said
    open integer not null default 1,         -- 0: the day has ended, and nothing is held back any more
    primary key (day_id, product_id)
) strict, without rowid;
create index stall_product_open on stall_product (product_id) where open = 1;

create table stall_sale (
    id integer primary key,
    day_id integer not null references stall_day (id),
    product_id integer not null references product (id),
    pieces integer not null check (pieces > 0),
    ref text not null unique,                -- of its order
    sold_at text not null,
    price_minor integer,                     -- what one piece brought; null: not said
    currency text,
    taken_back_at text
) strict;
create index stall_sale_day on stall_sale (day_id, id);

------------------------------------------------------------------ the quarterly audit

-- The seller looked through the assumptions of a season (requirements R91).
create table season_review (
    id integer primary key,
    at text not null,
    note text not null default ''
) strict;
create trigger season_review_never_changes before update on season_review
    begin select raise(abort, 'reviews are dated rows'); end;
"""
