"""The third step of the schema: how the seller watches, matches and stops channels. Never edited after release."""

M003 = """
------------------------------------------------------------------ offer rules

-- A rule that holds for many products was changed: they are thought over slice by slice, behind the window.
create table rethink (
    shop_id integer primary key,             -- 0: every shop
    listed integer not null,                 -- may the numbers that its listings show differ now?
    done integer not null default 0          -- the products up to this one were thought over
) strict;

create index listing_broken on listing (shop_id) where broken_at is not null;

------------------------------------------------------------------ cancelled after they were sent, and shops' clocks

alter table order_line add column recalled integer not null default 0;  -- see core.orders.OrderLine
-- Orders are dated by their shop's clock: what it showed when the shop was connected, and how far it is behind ours.
alter table shop add column connected_there text;
alter table shop add column behind_s real not null default 0;

------------------------------------------------------------------ matching

------------------------------------------------------------------ health of channels

-- How each number that was sent ended. `seconds`: from the change to the shop's word; null: refused or given up.
create table confirmation (
    id integer primary key,
    shop_id integer not null references shop (id),
    listing_id integer not null references listing (id),
    at text not null,
    quantity integer,
    seconds real check (seconds >= 0)
) strict;
create index confirmation_shop on confirmation (shop_id, at);

-- What a channel tells of itself beside its orders: how much of what it allows is used, and when its keys end.
alter table shop add column quota_used real;
alter table shop add column quota_limit real;
alter table shop add column quota_unit text;             -- core.channel.Allowance
alter table shop add column quota_full_s real;           -- seconds after which all of it is back, unused
alter table shop add column quota_at text;
alter table shop add column keys_at text;                -- when its keys were last typed
alter table shop add column keys_end_at text;            -- the channel wants the seller back before this moment
update shop set keys_at = connected_at;

-- An alarm: why it rang, what would end it, and the calls it was judged by.
create table alarm (
    id integer primary key,
    shop_id integer not null references shop (id),
    kind text not null check (kind in ('failing', 'silent', 'keys_end')),
    rang_at text not null,
    why text not null,                       -- a core.text.Text as JSON
    ends text not null,                      -- the same
    first_call integer,
    last_call integer,
    ended_at text
) strict;
create unique index alarm_open on alarm (shop_id, kind) where ended_at is null;

-- What the seller says of a cancelled order: the newest row holds.
create table cancellation_mark (
    seq integer primary key,
    order_id integer not null references sales_order (id),
    at text not null,
    counts integer not null                  -- 0: it does not count, the buyer asked for it
) strict;
create index cancellation_mark_order on cancellation_mark (order_id, seq);
create trigger cancellation_mark_never_changes before update on cancellation_mark
    begin select raise(abort, 'marks are dated rows'); end;
create index sales_order_placed on sales_order (shop_id, placed_at);

-- The check before a promotion: everything is sent, everything is read back, and the seller signs what was found.
create table promotion_check (
    id integer primary key,
    began_at text not null,
    compared_at text,                        -- when the last shop was read back
    signed_at text,
    ended_at text,                           -- signed, or given up
    note text not null default ''
) strict;
create unique index promotion_check_open on promotion_check ((1)) where ended_at is null;
create table promotion_check_shop (
    check_id integer not null references promotion_check (id),
    shop_id integer not null references shop (id),
    sends integer not null,                  -- 0: it is only looked at, and only read back
    sent_at text,                            -- every number was confirmed, refused or given up
    read_at text,                            -- every number was read again since, and explained
    left_out integer not null default 0,     -- the seller did not want to wait for it
    primary key (check_id, shop_id)
) strict, without rowid;
create table promotion_check_tick (
    check_id integer not null references promotion_check (id),
    shop_id integer not null default 0,      -- 0: not about one shop
    point text not null,
    ticked_at text,
    primary key (check_id, shop_id, point)
) strict, without rowid;
create table promotion_check_row (
    check_id integer not null references promotion_check (id),
    listing_id integer not null references listing (id),
    should integer,
    shows integer,
    state text not null,                     -- agrees, differs, refused, unread, gone
    words text not null default '',
    primary key (check_id, listing_id)
) strict, without rowid;
create trigger promotion_check_row_never_changes before update on promotion_check_row
    begin select raise(abort, 'a signed snapshot never changes'); end;

------------------------------------------------------------------ outside edits, and who decides what

-- The audit trail: what was found never changes, and what became of it is one more row.
alter table outside_edit add column wrote integer;    -- what we had last sent there, null: nothing yet
alter table outside_edit add column wrote_at text;
create index outside_edit_found on outside_edit (found_at);
create trigger outside_edit_never_changes
before update of listing_id, found_at, expected, seen, wrote, wrote_at on outside_edit
    begin select raise(abort, 'outside edits are append-only'); end;
create trigger outside_edit_never_goes before delete on outside_edit
    begin select raise(abort, 'outside edits are append-only'); end;

create table edit_decision (
    seq integer primary key,
    edit_id integer not null unique references outside_edit (id),
    at text not null,
    decision text not null check (decision in ('ours', 'theirs', 'replaced', 'agrees', 'gone')),
    decider text not null check (decider in ('seller', 'standing', 'plimsoll')),
    batch text                               -- the ledger rows that 'theirs' wrote
) strict;
create trigger edit_decision_settles after insert on edit_decision
    begin update outside_edit set settled_at = new.at where id = new.edit_id; end;
create trigger edit_decision_never_changes before update on edit_decision
    begin select raise(abort, 'decisions are append-only'); end;
create trigger edit_decision_never_goes before delete on edit_decision
    begin select raise(abort, 'decisions are append-only'); end;

alter table listing add column missing_at text;       -- a sweep missed it and too many others: the seller is asked

-- A compare of a whole shop: under way while `compare_at` is set; its report is kept.
alter table shop add column compare_at text;
alter table shop add column compare_why text;
create table compare (
    seq integer primary key,
    shop_id integer not null references shop (id),
    began_at text not null,
    ended_at text not null,
    why text not null check (why in ('daily', 'asked')),
    listings integer not null,
    differing integer not null,
    flagged integer not null
) strict;
create index compare_shop on compare (shop_id, seq);
create trigger compare_never_changes before update on compare
    begin select raise(abort, 'reports are append-only'); end;
create trigger compare_never_goes before delete on compare
    begin select raise(abort, 'reports are append-only'); end;

-- Programs that may change stock in a shop, as the seller typed them: the newest row of each holds.
create table write_access (
    seq integer primary key,
    at text not null,
    shop_id integer not null references shop (id),
    program text not null,
    needed integer not null,                 -- does it need to write stock?
    revoked_at text                          -- since when it may not any more
) strict;
create index write_access_shop on write_access (shop_id, program, seq);
create trigger write_access_never_changes before update on write_access
    begin select raise(abort, 'settings are dated rows'); end;
create trigger write_access_never_goes before delete on write_access
    begin select raise(abort, 'settings are dated rows'); end;

------------------------------------------------------------------ what each channel asks

-- Pieces whose money may have been given back, and the channel does not say whether they came back (Etsy).
alter table order_line add column refunded integer not null default 0;

-- Why a listing is off sale (core.channel.Off), and whether the seller has pressed to put it on sale.
alter table listing add column off text not null default '';
alter table listing add column pressed integer not null default 0;

------------------------------------------------------------------ returns, and places kept by hand

-- A number that the seller changed at a place without a connection: asked for, and done.
create table hand_change (
    id integer primary key,
    listing_id integer not null references listing (id),
    before integer not null,
    after integer not null check (after >= 0),
    asked_at text not null,
    done_at text not null
) strict;
create index hand_change_listing on hand_change (listing_id, id);
create trigger hand_change_never_changes before update on hand_change
    begin select raise(abort, 'what was done is append-only'); end;

------------------------------------------------------------------ incidents: cause

-- What the seller says the cause was: the newest row holds. `proposed` is what was proposed then, and how surely.
create table incident_cause (
    seq integer primary key,
    incident_id integer not null references incident (id),
    at text not null,
    cause text not null,
    proposed text not null,
    certainty text not null,
    note text not null default ''
) strict;
create index incident_cause_incident on incident_cause (incident_id, seq);
create trigger incident_cause_never_changes before update on incident_cause
    begin select raise(abort, 'causes are dated rows'); end;

-- "Was stock changed by hand before?", without reading a ledger of a million rows.
create index stock_entry_by_hand on stock_entry (product_id, seq) where kind in ('adjust', 'count');
"""
