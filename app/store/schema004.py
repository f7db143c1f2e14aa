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

------------------------------------------------------------------ incidents: fixed, checked and closed

-- What the seller says of an incident: ticks, tags, costs. The newest row of a name holds, null takes it back.
create table incident_said (
    seq integer primary key,
    incident_id integer not null references incident (id),
    at text not null,
    name text not null,
    value text,
    who text not null default ''
) strict;
create index incident_said_of on incident_said (incident_id, name, seq);
create trigger incident_said_never_changes before update on incident_said
    begin select raise(abort, 'what was said is dated rows'); end;
create trigger incident_said_never_goes before delete on incident_said
    begin select raise(abort, 'what was said is dated rows'); end;

-- What was changed so that it does not come again. The change itself is a dated setting, or a row of its own table.
create table incident_fix (
    seq integer primary key,
    incident_id integer not null references incident (id),
    at text not null,
    act text not null,                       -- core.fixing.Act
    shop_id integer not null default 0,
    before text not null default '',
    after text not null default '',
    who text not null default ''
) strict;
create index incident_fix_of on incident_fix (incident_id, seq);
create trigger incident_fix_never_changes before update on incident_fix
    begin select raise(abort, 'fixes are dated rows'); end;
create trigger incident_fix_never_goes before delete on incident_fix
    begin select raise(abort, 'fixes are dated rows'); end;

-- How Plimsoll checks that it held. `note` is a core.text.Text as JSON: how it stands, or what it ended by.
create table incident_check (
    id integer primary key,
    incident_id integer not null references incident (id),
    rule text not null,
    days integer not null check (days > 0),
    orders integer check (orders > 0),
    begun_at text not null,
    who text not null default '',
    state text not null default 'running' check (state in ('running', 'held', 'broken', 'stopped')),
    ended_at text,
    note text not null default ''
) strict;
create index incident_check_of on incident_check (incident_id, id);
create unique index incident_check_running on incident_check (incident_id) where state = 'running';

-- To-dos about a customer that were done (core.followups): `turn` is which look for a review, in days.
create table incident_task (
    incident_id integer not null references incident (id),
    order_id integer not null references sales_order (id),
    kind text not null,
    turn integer not null default 0,
    done_at text not null,
    outcome text not null,
    primary key (incident_id, order_id, kind, turn)
) strict, without rowid;

-- Seconds that the seller worked on an incident.
create table incident_work (
    incident_id integer primary key references incident (id),
    seconds integer not null
) strict;

------------------------------------------------------------------ the seller's own templates

create table letter_template (
    language text not null,
    name text not null check (name != ''),
    words text not null,
    saved_at text not null,
    primary key (language, name)
) strict, without rowid;
"""
