"""The fourth step of the schema: places, barcodes, counting and deliveries. Never edited after release."""

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

------------------------------------------------------------------ the whole ledger, and what Today counts

-- A shop's rows, newest first, or (null) what the seller did; and the kinds that are rare among a million sales.
create index stock_entry_shop on stock_entry (shop_id, seq);
create index stock_entry_rare on stock_entry (kind, seq) where kind not in ('commit', 'ship');
create index sales_order_number on sales_order (number);

-- Links that need the seller, counted without reading every listing of a shop.
create index listing_unlinked on listing (shop_id)
    where product_id is null and ignored = 0 and gone_at is null and stock_of is null;
create index listing_broken_link on listing (shop_id)
    where product_id is not null and gone_at is not null and stock_of is null;
create index listing_differing on listing (shop_id) where differs is not null;

------------------------------------------------------------------ what is ordered, and what came

create table supplier (
    id integer primary key,
    added_at text not null
) strict;

-- What a supplier promises, and how it packs: dated, the newest holds. Own production is a supplier with batches.
create table supplier_terms (
    seq integer primary key,
    supplier_id integer not null references supplier (id),
    at text not null,
    name text not null check (name != ''),
    own integer not null default 0,
    days real check (days >= 0),             -- promised from order to arrival; null: it promises nothing
    pack integer not null default 1 check (pack > 0),
    minimum integer not null default 1 check (minimum > 0),   -- of one product
    gone integer not null default 0
) strict;
create index supplier_terms_of on supplier_terms (supplier_id, seq);
create trigger supplier_terms_never_change before update on supplier_terms
    begin select raise(abort, 'terms are dated rows'); end;
create trigger supplier_terms_never_go before delete on supplier_terms
    begin select raise(abort, 'terms are dated rows'); end;
create view supplier_now as
    select supplier_id as id, name, own, days, pack, minimum, gone from supplier_terms as terms
    where seq = (select max(seq) from supplier_terms where supplier_id = terms.supplier_id);

-- One product of one order. The lines that one act ordered (`batch`) of a supplier are one order.
create table delivery (
    id integer primary key,
    supplier_id integer not null references supplier (id),
    product_id integer not null references product (id),
    pieces integer not null check (pieces > 0),
    ordered_at text not null,
    batch text not null,
    due_on text,                             -- the newest of its dates, and who confirmed that
    confirmed_by text not null default '',
    confirmed_at text,
    arrived integer not null default 0,      -- damaged ones too
    ended_at text,                           -- nothing more of it is expected
    ended_why text not null default '' check (ended_why in ('', 'not_coming', 'taken_back'))
) strict;
create index delivery_open on delivery (product_id, due_on) where ended_at is null and arrived < pieces;
create index delivery_order on delivery (supplier_id, batch);

create table delivery_date (
    seq integer primary key,
    delivery_id integer not null references delivery (id),
    at text not null,
    due_on text not null,
    confirmed_by text not null default ''    -- nobody: what the supplier usually takes
) strict;
create index delivery_date_of on delivery_date (delivery_id, seq);
create trigger delivery_date_never_changes before update on delivery_date
    begin select raise(abort, 'dates of deliveries are dated rows'); end;
create trigger delivery_date_never_goes before delete on delivery_date
    begin select raise(abort, 'dates of deliveries are dated rows'); end;
create trigger delivery_date_holds after insert on delivery_date begin
    update delivery set due_on = new.due_on, confirmed_by = new.confirmed_by,
        confirmed_at = iif(new.confirmed_by = '', null, new.at) where id = new.delivery_id;
end;

-- A part that came, by the row it has in the ledger. It stands as long as that row is not undone.
create table delivery_receipt (
    entry integer primary key references stock_entry (seq),
    delivery_id integer not null references delivery (id),
    at text not null,
    pieces integer not null check (pieces > 0),   -- damaged ones too
    damaged integer not null default 0 check (damaged between 0 and pieces)
) strict;
create index delivery_receipt_of on delivery_receipt (delivery_id);
create trigger delivery_receipt_never_changes before update on delivery_receipt
    begin select raise(abort, 'what came is append-only'); end;
create trigger delivery_receipt_never_goes before delete on delivery_receipt
    begin select raise(abort, 'what came is append-only'); end;
create trigger delivery_receipt_counts after insert on delivery_receipt
    begin update delivery set arrived = arrived + new.pieces where id = new.delivery_id; end;
create trigger delivery_receipt_is_undone after insert on stock_entry
when new.undoes is not null and exists (select 1 from delivery_receipt where entry = new.undoes) begin
    update delivery set arrived = arrived - (select pieces from delivery_receipt where entry = new.undoes)
    where id = (select delivery_id from delivery_receipt where entry = new.undoes);
end;

-- What was scanned of a parcel that is not posted yet.
create table receiving (
    supplier_id integer not null references supplier (id),
    product_id integer not null references product (id),
    good integer not null default 0 check (good >= 0),
    damaged integer not null default 0 check (damaged >= 0),
    primary key (supplier_id, product_id)
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
