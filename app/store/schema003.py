"""The third step of the schema: how the seller watches, matches and stops channels. Never edited after release."""

M003 = """
------------------------------------------------------------------ what every plan asks

-- A product's own settings at once, whatever their names and shops.
create index setting_now_product on setting_now (product_id);

------------------------------------------------------------------ offer rules

-- A rule that holds for many products was changed: they are thought over slice by slice, behind the window.
create table rethink (
    shop_id integer primary key,             -- 0: every shop
    listed integer not null,                 -- may the numbers that its listings show differ now?
    done integer not null default 0          -- the products up to this one were thought over
) strict;

create index listing_broken on listing (shop_id) where broken_at is not null;

------------------------------------------------------------------ shops' clocks

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

-- Sent, refunded, and not put back on sale by the channel: such pieces may still come back (core.orders.OrderLine).
alter table order_line add column may_return integer not null default 0;
-- What a channel put back on sale was restocked at once until now; from now on only the seller's answer restocks.
update order_line set came_back = came_back + min(returned, max(0, shipped - before))
    where returned > 0 and shipped is not null;

alter table question add column damaged integer not null default 0;  -- here, and written off
alter table question add column looked_for_at text;  -- the seller's last "not here yet"

------------------------------------------------------------------ cancels and refunds

-- One row for each thing the seller asked of a shop; what was asked never changes. Its key is stored before it is sent.
create table reversal (
    id integer primary key,
    order_id integer not null references sales_order (id),
    shop_id integer not null references shop (id),
    act text not null check (act in ('cancel', 'refund')),
    reason text not null check (reason in ('oversold', 'buyer', 'other')),
    restock integer not null,
    notify integer not null,
    pay integer not null,
    pieces text not null,                    -- by line, as JSON; of a cancel, empty
    key text not null unique,
    asked_at text not null,
    state text not null,                     -- core.reversal.Step, of its last step
    sent_at text,
    before text not null default '{}',       -- pieces that were refunded before it was sent, by line
    job text not null default '',            -- the shop's name for work that goes on
    next_at text                             -- when the order is to be read; null: nothing more to do
) strict;
create unique index reversal_open on reversal (order_id) where state in ('asked', 'by_hand', 'sent', 'unsure');
create index reversal_next on reversal (shop_id, next_at) where next_at is not null;
create trigger reversal_is_what_was_asked
before update of order_id, shop_id, act, reason, restock, notify, pay, pieces, key, asked_at on reversal
    begin select raise(abort, 'what was asked never changes'); end;

create table reversal_step (
    seq integer primary key,
    reversal_id integer not null references reversal (id),
    at text not null,
    state text not null
        check (state in ('asked', 'by_hand', 'sent', 'unsure', 'confirmed', 'refused')),
    words text not null default '',          -- the shop's own
    why text                                 -- ours: a core.text.Text as JSON
) strict;
create index reversal_step_of on reversal_step (reversal_id, seq);
create trigger reversal_step_never_changes before update on reversal_step
    begin select raise(abort, 'steps are append-only'); end;
create trigger reversal_step_never_goes before delete on reversal_step
    begin select raise(abort, 'steps are append-only'); end;
create trigger reversal_step_is_its_state after insert on reversal_step begin
    update reversal set state = new.state where id = new.reversal_id;
end;

------------------------------------------------------------------ the relay

-- Keys are sealed in the vault like the shops' secrets, and addresses too: whoever knows one can post to it.
create table relay (
    only integer primary key check (only = 1),
    address text not null,
    device text not null,                    -- the name of our signing key there
    device_sealed blob not null,
    paired_at text not null,
    cursor integer not null default 0,       -- everything up to here is in the inbox
    acked integer not null default 0,        -- everything up to here was acknowledged for certain
    pulled_at text,                          -- when a pull last worked
    heard_at text,                           -- when something last came
    waiting integer not null default 0,      -- as the relay last told: how much waits there, and since when
    oldest_at text,
    trouble text not null default '' check (trouble in ('', 'unavailable', 'refused', 'unpaired')),
    trouble_words text not null default '',
    trouble_since text
) strict;

-- Sealing keys are never forgotten while paired: a record carries the name of the one that opens it.
create table relay_key (
    id text primary key,
    sealed blob not null,
    made_at text not null
) strict, without rowid;

create table relay_endpoint (
    id text primary key,                     -- its name at the relay; says nothing of the shop
    shop_id integer not null unique references shop (id),
    address_sealed blob not null,
    made_at text not null,
    lent integer not null default 0,         -- the relay was lent the secret that the channel signs with
    gone_at text,                            -- the relay does not know it any more
    came integer not null default 0,         -- genuine messages, repetitions included
    forged integer not null default 0,       -- not signed by the channel: dropped
    lost integer not null default 0,         -- could not be opened, or were not kept: the shop was read instead
    heard_at text,                           -- when the channel's last genuine message came
    forged_at text,
    test text not null default '',           -- a test message under way
    test_sent_at text,
    tested_at text                           -- when a test message last came back
) strict, without rowid;

-- While the program did not run: shown once, until the seller has seen it.
create table absence (
    id integer primary key,
    left_at text not null,                   -- the last sign of life before
    from_seq integer not null,               -- the newest ledger row then
    messages integer not null default 0,     -- kept by the relay in that time
    back_at text not null,
    seen_at text
) strict;
create index absence_unseen on absence (id) where seen_at is null;
------------------------------------------------------------------ incidents

-- Products short from one failure, or in one order, are one incident to the seller: the others follow the first. Each
-- keeps its own stop, cause and fix.
alter table incident add column joined_to integer references incident (id);
create index incident_joined on incident (joined_to) where joined_to is not null;
create index incident_claim_order on incident_claim (order_id);

-- What became of an incident, in order. `facts` is JSON.
create table incident_event (
    seq integer primary key,
    incident_id integer not null references incident (id),
    at text not null,
    kind text not null check (kind in
        ('opened', 'extended', 'covered', 'short_again', 'joined', 'split', 'stopped', 'resumed', 'ranked')),
    facts text not null default '{}'
) strict;
create index incident_event_of on incident_event (incident_id, seq);
create trigger incident_event_never_changes before update on incident_event
    begin select raise(abort, 'what happened is append-only'); end;
create trigger incident_event_never_goes before delete on incident_event
    begin select raise(abort, 'what happened is append-only'); end;

-- Listings that the seller stopped with one press. They stay off sale until the seller resumes.
create table incident_stop (
    incident_id integer not null references incident (id),
    listing_id integer not null references listing (id),
    asked_at text not null,
    was_off integer not null,                -- it was off sale before: resuming leaves it so
    ticked_at text,                          -- the seller did it by hand there
    resumed_at text,
    primary key (incident_id, listing_id)
) strict, without rowid;
create index incident_stop_listing on incident_stop (listing_id) where resumed_at is null;

-- What a customer gets: the newest row of an order holds. `facts` is JSON (core.choices).
create table incident_decision (
    seq integer primary key,
    incident_id integer not null references incident (id),
    order_id integer not null references sales_order (id),
    at text not null,
    kind text not null check (kind in ('offered', 'answered', 'made', 'asked_by_buyer', 'cleared')),
    facts text not null
) strict;
create index incident_decision_of on incident_decision (incident_id, order_id, seq);
create index incident_decision_order on incident_decision (order_id, seq);
create trigger incident_decision_never_changes before update on incident_decision
    begin select raise(abort, 'decisions are dated rows'); end;
create trigger incident_decision_never_goes before delete on incident_decision
    begin select raise(abort, 'decisions are dated rows'); end;

-- Pieces that an offer holds for a customer until the answer comes or its time is up.
create table offer_hold (
    id integer primary key,
    incident_id integer not null references incident (id),
    order_id integer not null references sales_order (id),
    product_id integer not null references product (id),
    pieces integer not null check (pieces > 0),
    held_at text not null,
    until text not null,
    ended_at text
) strict;
create unique index offer_hold_open on offer_hold (incident_id, order_id, product_id) where ended_at is null;

-- A message as it was last typed: one for a customer, whatever products it is about. Pruned after closing.
create table incident_letter (
    incident_id integer not null references incident (id),  -- the first of those joined
    order_id integer not null references sales_order (id),
    language text not null,
    template text not null,
    words text not null,
    marks text not null,                     -- JSON: where its four parts and its filled fields are
    saved_at text not null,
    sent_at text,
    primary key (incident_id, order_id)
) strict, without rowid;
create index incident_letter_order on incident_letter (order_id);
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
