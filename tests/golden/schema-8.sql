index absence_unseen
CREATE INDEX absence_unseen on absence (id) where seen_at is null
index alarm_open
CREATE UNIQUE INDEX alarm_open on alarm (shop_id, kind) where ended_at is null
index alert_check_of
CREATE INDEX alert_check_of on alert_check (product_id, shop_id, seq)
index alert_notice_of
CREATE INDEX alert_notice_of on alert_notice (product_id, shop_id, kind) where state = 'waits'
index alert_notice_shown
CREATE INDEX alert_notice_shown on alert_notice (shown_at) where shown_at is not null
index alert_notice_unshown
CREATE INDEX alert_notice_unshown on alert_notice (id) where state = 'told' and shown_at is null
index alert_notice_waits
CREATE INDEX alert_notice_waits on alert_notice (due_at) where state = 'waits'
index alert_now_met
CREATE INDEX alert_now_met on alert_now (kind, since) where outcome != 'not_met'
index alert_post_next
CREATE INDEX alert_post_next on alert_post (next_at) where next_at is not null
index bundle_part_of
CREATE INDEX bundle_part_of on bundle_part (part_id)
index cancellation_mark_order
CREATE INDEX cancellation_mark_order on cancellation_mark (order_id, seq)
index channel_call_shop
CREATE INDEX channel_call_shop on channel_call (shop_id, id)
index compare_shop
CREATE INDEX compare_shop on compare (shop_id, seq)
index confirmation_shop
CREATE INDEX confirmation_shop on confirmation (shop_id, at)
index count_event_line
CREATE INDEX count_event_line on count_event (session_id, product_id, seq)
index count_event_session
CREATE INDEX count_event_session on count_event (session_id, seq)
index count_event_undone
CREATE UNIQUE INDEX count_event_undone on count_event (undoes) where undoes is not null
index count_line_open
CREATE UNIQUE INDEX count_line_open on count_line (product_id) where open = 1
index count_line_product
CREATE INDEX count_line_product on count_line (product_id)
index count_session_open
CREATE INDEX count_session_open on count_session (id) where ended_at is null
index delivery_date_of
CREATE INDEX delivery_date_of on delivery_date (delivery_id, seq)
index delivery_open
CREATE INDEX delivery_open on delivery (product_id, due_on) where ended_at is null and arrived < pieces
index delivery_order
CREATE INDEX delivery_order on delivery (supplier_id, batch)
index delivery_receipt_of
CREATE INDEX delivery_receipt_of on delivery_receipt (delivery_id)
index doorbell_open
CREATE INDEX doorbell_open on doorbell (shop_id, id) where handled_at is null
index floor_act_open
CREATE INDEX floor_act_open on floor_act (product_id) where over_at is null
index hand_change_listing
CREATE INDEX hand_change_listing on hand_change (listing_id, id)
index idx__sqlite_migrations_migration_set_name
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name")
index incident_cause_incident
CREATE INDEX incident_cause_incident on incident_cause (incident_id, seq)
index incident_check_of
CREATE INDEX incident_check_of on incident_check (incident_id, id)
index incident_check_running
CREATE UNIQUE INDEX incident_check_running on incident_check (incident_id) where state = 'running'
index incident_claim_order
CREATE INDEX incident_claim_order on incident_claim (order_id)
index incident_decision_of
CREATE INDEX incident_decision_of on incident_decision (incident_id, order_id, seq)
index incident_decision_order
CREATE INDEX incident_decision_order on incident_decision (order_id, seq)
index incident_event_of
CREATE INDEX incident_event_of on incident_event (incident_id, seq)
index incident_fix_of
CREATE INDEX incident_fix_of on incident_fix (incident_id, seq)
index incident_joined
CREATE INDEX incident_joined on incident (joined_to) where joined_to is not null
index incident_letter_order
CREATE INDEX incident_letter_order on incident_letter (order_id)
index incident_open
CREATE UNIQUE INDEX incident_open on incident (product_id) where closed_at is null
index incident_said_of
CREATE INDEX incident_said_of on incident_said (incident_id, name, seq)
index incident_stop_listing
CREATE INDEX incident_stop_listing on incident_stop (listing_id) where resumed_at is null
index lag_shop
CREATE INDEX lag_shop on lag (shop_id, kind, id)
index leave_unconfirmed_back
CREATE INDEX leave_unconfirmed_back on leave_unconfirmed (back_at)
index listing_broken
CREATE INDEX listing_broken on listing (shop_id) where broken_at is not null
index listing_broken_link
CREATE INDEX listing_broken_link on listing (shop_id)
    where product_id is not null and gone_at is not null and stock_of is null
index listing_differing
CREATE INDEX listing_differing on listing (shop_id) where differs is not null
index listing_look
CREATE INDEX listing_look on listing (shop_id, look_at) where look_at is not null
index listing_pause
CREATE INDEX listing_pause on listing (shop_id, pause) where pause in ('asked', 'resume')
index listing_product
CREATE INDEX listing_product on listing (product_id, shop_id) where product_id is not null
index listing_settle
CREATE INDEX listing_settle on listing (shop_id, settle_at) where settle_at is not null
index listing_sku
CREATE INDEX listing_sku on listing (sku)
index listing_unlinked
CREATE INDEX listing_unlinked on listing (shop_id)
    where product_id is null and ignored = 0 and gone_at is null and stock_of is null
index listing_unsettled
CREATE INDEX listing_unsettled on listing (shop_id) where settled = 0
index mode_change_product
CREATE INDEX mode_change_product on mode_change (product_id, seq)
index offer_hold_open
CREATE UNIQUE INDEX offer_hold_open on offer_hold (incident_id, order_id, product_id) where ended_at is null
index order_buyer_of
CREATE INDEX order_buyer_of on order_buyer (buyer) where buyer is not null
index order_line_waiting
CREATE INDEX order_line_waiting on order_line (listing_ref) where linked = 0
index outside_edit_found
CREATE INDEX outside_edit_found on outside_edit (found_at)
index outside_edit_listing
CREATE INDEX outside_edit_listing on outside_edit (listing_id, id)
index past_sale_listing
CREATE INDEX past_sale_listing on past_sale (shop_id, listing_ref)
index product_barcode
CREATE INDEX product_barcode on product (barcode) where barcode is not null
index product_code_product
CREATE INDEX product_code_product on product_code (product_id)
index product_place_walk
CREATE INDEX product_place_walk on product_place (place, walk)
index product_title
CREATE INDEX product_title on product (title collate nocase, id)
index promise_listing
CREATE INDEX promise_listing on promise (listing_id, seq)
index promotion_check_open
CREATE UNIQUE INDEX promotion_check_open on promotion_check ((1)) where ended_at is null
index promotion_on
CREATE UNIQUE INDEX promotion_on on promotion ((1)) where began_at is not null and ended_at is null
index push_open
CREATE INDEX push_open on push (shop_id, state, listing_id) where state != 'acknowledged'
index question_open
CREATE UNIQUE INDEX question_open on question (order_id, line_ref, kind) where answered_at is null
index reversal_next
CREATE INDEX reversal_next on reversal (shop_id, next_at) where next_at is not null
index reversal_open
CREATE UNIQUE INDEX reversal_open on reversal (order_id) where state in ('asked', 'by_hand', 'sent', 'unsure')
index reversal_step_of
CREATE INDEX reversal_step_of on reversal_step (reversal_id, seq)
index sales_order_number
CREATE INDEX sales_order_number on sales_order (number)
index sales_order_placed
CREATE INDEX sales_order_placed on sales_order (shop_id, placed_at)
index setting_history
CREATE INDEX setting_history on setting (name, product_id, shop_id, seq)
index setting_now_product
CREATE INDEX setting_now_product on setting_now (product_id)
index stall_day_open
CREATE UNIQUE INDEX stall_day_open on stall_day (shop_id) where ended_at is null
index stall_product_open
CREATE INDEX stall_product_open on stall_product (product_id) where open = 1
index stall_sale_day
CREATE INDEX stall_sale_day on stall_sale (day_id, id)
index stock_entry_batch
CREATE INDEX stock_entry_batch on stock_entry (batch) where batch is not null
index stock_entry_by_hand
CREATE INDEX stock_entry_by_hand on stock_entry (product_id, seq) where kind in ('adjust', 'count')
index stock_entry_order
CREATE INDEX stock_entry_order on stock_entry (order_id) where order_id is not null
index stock_entry_product
CREATE INDEX stock_entry_product on stock_entry (product_id, seq)
index stock_entry_rare
CREATE INDEX stock_entry_rare on stock_entry (kind, seq) where kind not in ('commit', 'ship')
index stock_entry_shop
CREATE INDEX stock_entry_shop on stock_entry (shop_id, seq)
index stock_entry_undone
CREATE UNIQUE INDEX stock_entry_undone on stock_entry (undoes) where undoes is not null
index stock_level_attention
CREATE INDEX stock_level_attention on stock_level (attention, product_id)
index supplier_terms_of
CREATE INDEX supplier_terms_of on supplier_terms (supplier_id, seq)
index write_access_shop
CREATE INDEX write_access_shop on write_access (shop_id, program, seq)
table _sqlite_migrations
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
)
table about
CREATE TABLE about (
    name text primary key,
    value text not null
) strict, without rowid
table absence
CREATE TABLE absence (
    id integer primary key,
    left_at text not null,                   -- the last sign of life before
    from_seq integer not null,               -- the newest ledger row then
    messages integer not null default 0,     -- kept by the relay in that time
    back_at text not null,
    seen_at text
) strict
table alarm
CREATE TABLE alarm (
    id integer primary key,
    shop_id integer not null references shop (id),
    kind text not null check (kind in ('failing', 'silent', 'keys_end')),
    rang_at text not null,
    why text not null,                       -- a core.text.Text as JSON
    ends text not null,                      -- the same
    first_call integer,
    last_call integer,
    ended_at text
) strict
table alert_check
CREATE TABLE alert_check (
    seq integer primary key,
    at text not null,
    product_id integer not null,
    shop_id integer not null,
    kind text not null,
    outcome text not null,
    numbers text not null,
    because text,
    told text not null default '',           -- core.alerting.How
    told_at text
) strict
table alert_due
CREATE TABLE alert_due (product_id integer primary key) strict
table alert_notice
CREATE TABLE alert_notice (
    id integer primary key,
    product_id integer not null,
    shop_id integer not null,
    kind text not null,
    numbers text not null,
    due_at text not null,
    state text not null default 'waits' check (state in ('waits', 'told', 'over')),
    told_at text,
    shown_at text                            -- when it was on the screen
) strict
table alert_now
CREATE TABLE alert_now (
    product_id integer not null,
    shop_id integer not null,
    kind text not null,
    outcome text not null check (outcome in ('fired', 'suppressed', 'not_met')),
    since text not null,
    checked_at text not null,
    numbers text not null,
    because text,                            -- a core.text.Text as JSON
    told_at text,                            -- when the seller last heard of it
    primary key (product_id, shop_id, kind)
) strict, without rowid
table alert_outlet
CREATE TABLE alert_outlet (
    kind text primary key check (kind in ('webhook', 'mail')),
    shown text not null,                     -- its host, which may be shown
    sealed blob not null,
    added_at text not null,
    worked_at text,
    trouble text,                            -- a core.text.Text as JSON
    trouble_at text
) strict, without rowid
table alert_post
CREATE TABLE alert_post (
    id integer primary key,
    outlet text not null,
    at text not null,
    test integer not null default 0,
    lines text not null,                     -- core.text.Text, as JSON: alerts, and nothing of customers
    attempts integer not null default 0,
    next_at text,                            -- null: sent, or given up
    sent_at text
) strict
table bundle_part
CREATE TABLE bundle_part (
    bundle_id integer not null references product (id),
    part_id integer not null references product (id),
    quantity integer not null check (quantity > 0),
    primary key (bundle_id, part_id),
    check (bundle_id != part_id)
) strict, without rowid
table cancellation_mark
CREATE TABLE cancellation_mark (
    seq integer primary key,
    order_id integer not null references sales_order (id),
    at text not null,
    counts integer not null                  -- 0: it does not count, the buyer asked for it
) strict
table channel_call
CREATE TABLE channel_call (
    id integer primary key,
    shop_id integer not null references shop (id),
    at text not null,
    verb text not null,
    target text not null,
    outcome text not null,
    status integer,
    milliseconds integer not null,
    words text not null default ''
) strict
table compare
CREATE TABLE compare (
    seq integer primary key,
    shop_id integer not null references shop (id),
    began_at text not null,
    ended_at text not null,
    why text not null check (why in ('daily', 'asked')),
    listings integer not null,
    differing integer not null,
    flagged integer not null
) strict
table confirmation
CREATE TABLE confirmation (
    id integer primary key,
    shop_id integer not null references shop (id),
    listing_id integer not null references listing (id),
    at text not null,
    quantity integer,
    seconds real check (seconds >= 0)
) strict
table count_event
CREATE TABLE count_event (
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
) strict
table count_line
CREATE TABLE count_line (
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
) strict, without rowid
table count_session
CREATE TABLE count_session (
    id integer primary key,
    name text not null,
    kind text not null,
    begun_at text not null,
    ended_at text,                           -- everything is posted, or the rest was discarded
    pieces integer not null,                 -- core.counting.Tolerance
    percent real not null,
    strict_below integer not null,
    packed_elsewhere integer                 -- are packed parcels lying elsewhere? null: not asked yet
) strict
table count_shelf
CREATE TABLE count_shelf (
    session_id integer not null references count_session (id),
    shelf text not null,
    closed_at text not null,
    posted_at text,
    primary key (session_id, shelf)
) strict, without rowid
table delivery
CREATE TABLE delivery (
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
) strict
table delivery_date
CREATE TABLE delivery_date (
    seq integer primary key,
    delivery_id integer not null references delivery (id),
    at text not null,
    due_on text not null,
    confirmed_by text not null default ''    -- nobody: what the supplier usually takes
) strict
table delivery_receipt
CREATE TABLE delivery_receipt (
    entry integer primary key references stock_entry (seq),
    delivery_id integer not null references delivery (id),
    at text not null,
    pieces integer not null check (pieces > 0),   -- damaged ones too
    damaged integer not null default 0 check (damaged between 0 and pieces)
) strict
table demand
CREATE TABLE demand (
    product_id integer not null references product (id),
    shop_id integer not null references shop (id),
    weight real not null,
    since text not null,                     -- the first sale there
    primary key (product_id, shop_id)
) strict, without rowid
table demand_unit
CREATE TABLE demand_unit (
    only integer primary key check (only = 1),
    day integer,                             -- days since 1970-01-01; null until the first tick
    weight real not null
) strict
table doorbell
CREATE TABLE doorbell (
    id integer primary key,
    shop_id integer not null references shop (id),
    kind text not null,
    ref text not null,
    key text not null,
    source text not null,
    rung_at text not null,
    handled_at text,
    attempts integer not null default 0,
    next_at text,
    unique (shop_id, key)
) strict
table edit_decision
CREATE TABLE edit_decision (
    seq integer primary key,
    edit_id integer not null unique references outside_edit (id),
    at text not null,
    decision text not null check (decision in ('ours', 'theirs', 'replaced', 'agrees', 'gone')),
    decider text not null check (decider in ('seller', 'standing', 'plimsoll')),
    batch text                               -- the ledger rows that 'theirs' wrote
) strict
table floor_act
CREATE TABLE floor_act (
    id integer primary key,
    product_id integer not null references product (id),
    listing_id integer references listing (id),  -- paused; null: more was held back
    at text not null,
    available integer not null,
    by_itself integer not null,              -- without a press: the seller opted in
    held_before integer,                     -- the product's own number before, null for none
    held_after integer,
    over_at text,
    over text check (over in ('put_back', 'undone', 'changed'))
) strict
table hand_change
CREATE TABLE hand_change (
    id integer primary key,
    listing_id integer not null references listing (id),
    before integer not null,
    after integer not null check (after >= 0),
    asked_at text not null,
    done_at text not null
) strict
table incident
CREATE TABLE incident (
    id integer primary key,
    product_id integer not null references product (id),
    opened_at text not null,
    closed_at text,
    note text not null default ''
, joined_to integer references incident (id)) strict
table incident_cause
CREATE TABLE incident_cause (
    seq integer primary key,
    incident_id integer not null references incident (id),
    at text not null,
    cause text not null,
    proposed text not null,
    certainty text not null,
    note text not null default ''
) strict
table incident_check
CREATE TABLE incident_check (
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
) strict
table incident_claim
CREATE TABLE incident_claim (
    incident_id integer not null references incident (id),
    order_id integer not null references sales_order (id),
    pieces integer not null check (pieces > 0),
    heard_at text not null,
    primary key (incident_id, order_id)
) strict, without rowid
table incident_decision
CREATE TABLE incident_decision (
    seq integer primary key,
    incident_id integer not null references incident (id),
    order_id integer not null references sales_order (id),
    at text not null,
    kind text not null check (kind in ('offered', 'answered', 'made', 'asked_by_buyer', 'cleared')),
    facts text not null
) strict
table incident_event
CREATE TABLE incident_event (
    seq integer primary key,
    incident_id integer not null references incident (id),
    at text not null,
    kind text not null check (kind in
        ('opened', 'extended', 'covered', 'short_again', 'joined', 'split', 'stopped', 'resumed', 'ranked')),
    facts text not null default '{}'
) strict
table incident_fix
CREATE TABLE incident_fix (
    seq integer primary key,
    incident_id integer not null references incident (id),
    at text not null,
    act text not null,                       -- core.fixing.Act
    shop_id integer not null default 0,
    before text not null default '',
    after text not null default '',
    who text not null default ''
) strict
table incident_letter
CREATE TABLE incident_letter (
    incident_id integer not null references incident (id),  -- the first of those joined
    order_id integer not null references sales_order (id),
    language text not null,
    template text not null,
    words text not null,
    marks text not null,                     -- JSON: where its four parts and its filled fields are
    saved_at text not null,
    sent_at text,
    primary key (incident_id, order_id)
) strict, without rowid
table incident_said
CREATE TABLE incident_said (
    seq integer primary key,
    incident_id integer not null references incident (id),
    at text not null,
    name text not null,
    value text,
    who text not null default ''
) strict
table incident_stop
CREATE TABLE incident_stop (
    incident_id integer not null references incident (id),
    listing_id integer not null references listing (id),
    asked_at text not null,
    was_off integer not null,                -- it was off sale before: resuming leaves it so
    ticked_at text,                          -- the seller did it by hand there
    resumed_at text,
    primary key (incident_id, listing_id)
) strict, without rowid
table incident_task
CREATE TABLE incident_task (
    incident_id integer not null references incident (id),
    order_id integer not null references sales_order (id),
    kind text not null,
    turn integer not null default 0,
    done_at text not null,
    outcome text not null,
    primary key (incident_id, order_id, kind, turn)
) strict, without rowid
table incident_work
CREATE TABLE incident_work (
    incident_id integer primary key references incident (id),
    seconds integer not null
) strict
table lag
CREATE TABLE lag (
    id integer primary key,
    shop_id integer not null references shop (id),
    kind text not null check (kind in ('heard', 'write')),
    at text not null,
    seconds real not null check (seconds >= 0)
) strict
table leave_unconfirmed
CREATE TABLE leave_unconfirmed (
    id integer primary key,
    left_at text not null,                   -- when leaving was prepared
    back_at text not null,
    listing_id integer not null references listing (id),
    shows integer,                           -- as far as was known
    should integer,
    state text not null check (state in ('tell', 'read', 'differs', 'refused'))
) strict
table letter_template
CREATE TABLE letter_template (
    language text not null,
    name text not null check (name != ''),
    words text not null,
    saved_at text not null,
    primary key (language, name)
) strict, without rowid
table listing
CREATE TABLE listing (
    id integer primary key,
    shop_id integer not null references shop (id),
    ref text not null,
    sku text not null,
    title text not null,
    url text not null default '',
    barcode text not null default '',
    price_minor integer,
    currency text not null default '',
    batch text not null default '',
    counted integer not null default 1,      -- does the channel manage its stock?
    active integer not null default 1,
    oversells integer not null default 0,    -- does the channel go on selling below zero?
    stock_of text,                           -- ref of the listing that holds the number, where several share one
    listed_at text not null,                 -- when a sweep over the whole shop last met it
    gone_at text,                            -- no longer there: a broken link, shown until the seller decides
    ignored integer not null default 0,      -- the seller does not want it linked
    product_id integer references product (id),
    believed integer,                        -- what it shows, as far as known orders and our writes explain
    untaken integer not null default 0,      -- promised to its own buyers, but not yet off its number
    moved_at text,                           -- when a sale of its own, or a write of ours, last moved that
    confirmed integer,                       -- the number it last confirmed
    confirmed_at text,
    seen integer,                            -- what it showed when we last looked
    seen_at text,
    settled integer not null default 1,      -- 0: that look waits for an order poll begun after it
    look_at text,                            -- look at it again from this moment on
    differs integer,                         -- the number it was seen to show instead, once orders cannot explain it
    taken_off integer not null default 0,    -- the seller took it off sale here
    pause text not null default 'none' check (pause in ('none', 'asked', 'paused', 'resume', 'failed')),
    pause_memo text not null default '',
    pause_words text not null default '', bound integer not null default 0, settle_at text, broken_at text, missing_at text, off text not null default '', pressed integer not null default 0, picture text not null default '',
    unique (shop_id, ref)
) strict
table mode_change
CREATE TABLE mode_change (
    seq integer primary key,
    product_id integer not null references product (id),
    at text not null,
    split integer not null,
    why text not null                        -- a core.text.Text as JSON
) strict
table offer_hold
CREATE TABLE offer_hold (
    id integer primary key,
    incident_id integer not null references incident (id),
    order_id integer not null references sales_order (id),
    product_id integer not null references product (id),
    pieces integer not null check (pieces > 0),
    held_at text not null,
    until text not null,
    ended_at text
) strict
table order_buyer
CREATE TABLE order_buyer (
    order_id integer primary key references sales_order (id),
    buyer text,                              -- null: the channel says no number, or a guest bought
    send_by text,
    locale text not null default ''
) strict
table order_line
CREATE TABLE order_line (
    order_id integer not null references sales_order (id),
    ref text not null,
    listing_ref text,
    sku text not null,
    title text not null,
    open integer not null,
    shipped integer,
    returned integer not null,
    withheld integer not null,
    taken integer not null,
    gone integer not null default 0,         -- the line vanished from the order
    linked integer not null default 0,       -- does it have a recipe, and so rows in the ledger?
    before integer not null default 0,       -- see core.orders.LineBook for these four
    settled integer not null default 0,
    came_back integer not null default 0,
    kept_out integer not null default 0, refunded integer not null default 0, may_return integer not null default 0,
    primary key (order_id, ref)
) strict, without rowid
table order_part
CREATE TABLE order_part (
    order_id integer not null,
    line_ref text not null,
    product_id integer not null references product (id),
    per_piece integer not null check (per_piece > 0),
    primary key (order_id, line_ref, product_id),
    foreign key (order_id, line_ref) references order_line (order_id, ref)
) strict, without rowid
table outside_edit
CREATE TABLE outside_edit (
    id integer primary key,
    listing_id integer not null references listing (id),
    found_at text not null,
    expected integer not null,
    seen integer not null,
    settled_at text
, wrote integer, wrote_at text) strict
table past_reading
CREATE TABLE past_reading (
    shop_id integer primary key references shop (id),
    since text not null,                     -- asked for from here on; the channel may give less
    cursor text,                             -- null: not begun
    done_at text
) strict
table past_sale
CREATE TABLE past_sale (
    shop_id integer not null references shop (id),
    order_ref text not null,
    line_ref text not null,
    listing_ref text not null,
    pieces integer not null check (pieces > 0),
    placed_at text not null,
    primary key (shop_id, order_ref, line_ref)
) strict, without rowid
table product
CREATE TABLE product (
    id integer primary key,
    sku text not null unique check (sku != ''),
    title text not null,
    barcode text,
    place text not null default '',
    price_minor integer,
    currency text,
    created_at text not null
) strict
table product_code
CREATE TABLE product_code (
    code text primary key check (code != ''),
    product_id integer not null references product (id),
    pieces integer not null default 1 check (pieces > 0),
    learned_at text not null
) strict, without rowid
table product_place
CREATE TABLE product_place (
    product_id integer not null references product (id),
    place text not null check (place != ''),
    walk integer not null,
    primary key (product_id, place)
) strict, without rowid
table product_words
CREATE VIRTUAL TABLE product_words using fts5 (
    sku, title, barcode, content = 'product', content_rowid = 'id', tokenize = 'trigram'
)
table product_words_config
CREATE TABLE 'product_words_config'(k PRIMARY KEY, v) WITHOUT ROWID
table product_words_data
CREATE TABLE 'product_words_data'(id INTEGER PRIMARY KEY, block BLOB)
table product_words_docsize
CREATE TABLE 'product_words_docsize'(id INTEGER PRIMARY KEY, sz BLOB)
table product_words_idx
CREATE TABLE 'product_words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID
table promise
CREATE TABLE promise (
    seq integer primary key,
    listing_id integer not null references listing (id),
    at text not null,
    kind text not null check (kind in ('grant', 'withdraw', 'sale', 'restock', 'edit', 'adopt', 'unsure')),
    change integer not null,
    bound_after integer not null,
    why text not null                        -- a core.text.Text as JSON
) strict
table promotion
CREATE TABLE promotion (
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
) strict
table promotion_check
CREATE TABLE promotion_check (
    id integer primary key,
    began_at text not null,
    compared_at text,                        -- when the last shop was read back
    signed_at text,
    ended_at text,                           -- signed, or given up
    note text not null default ''
) strict
table promotion_check_row
CREATE TABLE promotion_check_row (
    check_id integer not null references promotion_check (id),
    listing_id integer not null references listing (id),
    should integer,
    shows integer,
    state text not null,                     -- agrees, differs, refused, unread, gone
    words text not null default '',
    primary key (check_id, listing_id)
) strict, without rowid
table promotion_check_shop
CREATE TABLE promotion_check_shop (
    check_id integer not null references promotion_check (id),
    shop_id integer not null references shop (id),
    sends integer not null,                  -- 0: it is only looked at, and only read back
    sent_at text,                            -- every number was confirmed, refused or given up
    read_at text,                            -- every number was read again since, and explained
    left_out integer not null default 0,     -- the seller did not want to wait for it
    primary key (check_id, shop_id)
) strict, without rowid
table promotion_check_tick
CREATE TABLE promotion_check_tick (
    check_id integer not null references promotion_check (id),
    shop_id integer not null default 0,      -- 0: not about one shop
    point text not null,
    ticked_at text,
    primary key (check_id, shop_id, point)
) strict, without rowid
table promotion_snapshot
CREATE TABLE promotion_snapshot (
    promotion_id integer not null references promotion (id),
    at_end integer not null,
    listing_id integer not null references listing (id),
    on_hand integer not null,
    available integer not null,
    shows integer,
    primary key (promotion_id, at_end, listing_id)
) strict, without rowid
table push
CREATE TABLE push (
    listing_id integer primary key references listing (id),
    shop_id integer not null references shop (id),
    state text not null default 'acknowledged'
        check (state in ('due', 'in_flight', 'retrying', 'acknowledged', 'refused', 'gave_up')),
    wanted integer not null default 0,       -- rises with every change that could alter the offer
    answering integer not null default 0,    -- the `wanted` that the attempt in flight answers
    due_at text,                             -- the oldest change that the channel has not confirmed
    quantity integer,                        -- what was last sent, or is being sent
    believed integer,                        -- what the listing was believed to show when that was decided
    key text not null default '',            -- idempotency key, stored before it is sent
    key_at text,
    unsure integer not null default 0,       -- it may have taken effect without our hearing of it
    attempts integer not null default 0,
    next_at text,                            -- not before this moment
    words text not null default ''
) strict
table question
CREATE TABLE question (
    id integer primary key,
    order_id integer not null references sales_order (id),
    line_ref text not null,
    kind text not null check (kind in ('withheld', 'returned')),
    pieces integer not null check (pieces > 0),
    asked_at text not null,
    answered_at text,
    answer text check (answer in ('here', 'gone')), damaged integer not null default 0, looked_for_at text,
    check ((answered_at is null) = (answer is null))
) strict
table receiving
CREATE TABLE receiving (
    supplier_id integer not null references supplier (id),
    product_id integer not null references product (id),
    good integer not null default 0 check (good >= 0),
    damaged integer not null default 0 check (damaged >= 0),
    primary key (supplier_id, product_id)
) strict, without rowid
table rehearsal
CREATE TABLE rehearsal (
    id integer primary key,
    began_at text not null,
    report text not null
) strict
table relay
CREATE TABLE relay (
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
) strict
table relay_endpoint
CREATE TABLE relay_endpoint (
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
) strict, without rowid
table relay_key
CREATE TABLE relay_key (
    id text primary key,
    sealed blob not null,
    made_at text not null
) strict, without rowid
table rethink
CREATE TABLE rethink (
    shop_id integer primary key,             -- 0: every shop
    listed integer not null,                 -- may the numbers that its listings show differ now?
    done integer not null default 0          -- the products up to this one were thought over
) strict
table reversal
CREATE TABLE reversal (
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
) strict
table reversal_step
CREATE TABLE reversal_step (
    seq integer primary key,
    reversal_id integer not null references reversal (id),
    at text not null,
    state text not null
        check (state in ('asked', 'by_hand', 'sent', 'unsure', 'confirmed', 'refused')),
    words text not null default '',          -- the shop's own
    why text                                 -- ours: a core.text.Text as JSON
) strict
table sales_order
CREATE TABLE sales_order (
    id integer primary key,
    shop_id integer not null references shop (id),
    ref text not null,
    number text not null,
    status text not null,
    ended integer not null,
    placed_at text not null,
    updated_at text not null,
    heard_at text not null,
    heard_by text not null,                  -- 'poll', 'webhook' or 'seller': who told us first
    url text not null default '',
    digest blob not null,                    -- of what was booked, so that reading it again costs nothing
    unique (shop_id, ref)
) strict
table season_review
CREATE TABLE season_review (
    id integer primary key,
    at text not null,
    note text not null default ''
) strict
table setting
CREATE TABLE setting (
    seq integer primary key,
    at text not null,
    name text not null,
    shop_id integer not null default 0,      -- 0: everywhere
    product_id integer not null default 0,   -- 0: every product
    value any
) strict
table setting_now
CREATE TABLE setting_now (
    name text not null,
    shop_id integer not null,
    product_id integer not null,
    value any,
    at text not null,
    primary key (name, shop_id, product_id)
) strict, without rowid
table shop
CREATE TABLE shop (
    id integer primary key,
    channel text not null,                   -- a key of CHANNELS, or 'stall' for a place kept by hand
    name text not null,
    letter text not null,
    address text not null default '',
    way text not null default '',
    settings text not null default '{}',
    mode text not null default 'looking' check (mode in ('looking', 'live', 'paused')),
    held integer,                            -- listings changed from outside at once: nothing is sent until decided
    connected_at text not null,              -- orders placed before this never book what was already sent
    orders_cursor text,
    orders_read_at text,                     -- when the newest complete order poll began
    opened integer not null default 0,       -- were the orders that were open at connecting read?
    listings_read_at text,
    success_at text,
    trouble text,                            -- kind of the present trouble, null when all is well
    trouble_words text not null default '',
    trouble_since text,
    removed_at text
, heard_s real, write_s real, guard text not null default 'compare_and_set', settle_s real not null default 0, poll_s real not null default 60, connected_there text, behind_s real not null default 0, quota_used real, quota_limit real, quota_unit text, quota_full_s real, quota_at text, keys_at text, keys_end_at text, compare_at text, compare_why text, heard_average_s real, write_average_s real) strict
table shop_secret
CREATE TABLE shop_secret (
    shop_id integer not null references shop (id),
    name text not null,
    sealed blob not null,                    -- AES-GCM under the vault key; never clear text
    primary key (shop_id, name)
) strict, without rowid
table stall_day
CREATE TABLE stall_day (
    id integer primary key,
    shop_id integer not null references shop (id),
    begun_at text not null,
    dated_at text,                           -- its sales are typed in later, with this moment; null: as they happen
    ended_at text
) strict
table stall_product
CREATE TABLE stall_product (
    day_id integer not null references stall_day (id),
    product_id integer not null references product (id),
    taken integer not null default 0 check (taken >= 0),
    sold integer not null default 0 check (sold >= 0),
    back integer check (back >= 0),          -- what came home; null: not said
    open integer not null default 1,         -- 0: the day has ended, and nothing is held back any more
    primary key (day_id, product_id)
) strict, without rowid
table stall_sale
CREATE TABLE stall_sale (
    id integer primary key,
    day_id integer not null references stall_day (id),
    product_id integer not null references product (id),
    pieces integer not null check (pieces > 0),
    ref text not null unique,                -- of its order
    sold_at text not null,
    price_minor integer,                     -- what one piece brought; null: not said
    currency text,
    taken_back_at text
) strict
table stock_entry
CREATE TABLE stock_entry (
    seq integer primary key,
    key text not null unique,                -- says where the entry came from; nothing is ever booked twice
    product_id integer not null references product (id),
    kind text not null,
    on_hand_delta integer not null,
    committed_delta integer not null,
    on_hand_after integer not null,
    committed_after integer not null,
    happened_at text not null,
    recorded_at text not null,
    shop_id integer references shop (id),
    order_id integer references sales_order (id),
    line_ref text,
    batch text,                              -- entries written by one act of the seller, undone together
    reason text not null default '',
    note text not null default '',
    undoes integer references stock_entry (seq),
    check (case kind
        when 'receive' then on_hand_delta > 0 and committed_delta = 0
        when 'commit' then on_hand_delta = 0 and committed_delta > 0
        when 'release' then on_hand_delta = 0 and committed_delta < 0
        when 'ship' then on_hand_delta < 0 and committed_delta = on_hand_delta
        when 'restock' then on_hand_delta > 0 and committed_delta = 0
        when 'count' then committed_delta = 0
        when 'adjust' then committed_delta = 0
        else false end)
) strict
table stock_level
CREATE TABLE stock_level (
    product_id integer primary key references product (id),
    on_hand integer not null default 0,
    committed integer not null default 0,
    available integer generated always as (on_hand - committed) stored,
    started integer not null default 0,      -- was a first number given? without one nothing is sent
    floor integer,
    reorder_point integer,
    differs integer not null default 0,      -- listings that show another number than they should
    counted_at text,
    attention integer generated always as (  -- core.stock.ATTENTION, so that the default order is an index
        case
            when started = 0 then 5
            when on_hand < committed then 0
            when floor is not null and on_hand - committed < floor then 1
            when floor is not null and on_hand - committed = floor then 2
            when differs > 0 then 3
            when reorder_point is not null and on_hand - committed <= reorder_point then 4
            else 6
        end) stored
, split integer not null default 1, burst real, places integer not null default 0) strict
table supplier
CREATE TABLE supplier (
    id integer primary key,
    added_at text not null
) strict
table supplier_terms
CREATE TABLE supplier_terms (
    seq integer primary key,
    supplier_id integer not null references supplier (id),
    at text not null,
    name text not null check (name != ''),
    own integer not null default 0,
    days real check (days >= 0),             -- promised from order to arrival; null: it promises nothing
    pack integer not null default 1 check (pack > 0),
    minimum integer not null default 1 check (minimum > 0),   -- of one product
    gone integer not null default 0
) strict
table write_access
CREATE TABLE write_access (
    seq integer primary key,
    at text not null,
    shop_id integer not null references shop (id),
    program text not null,
    needed integer not null,                 -- does it need to write stock?
    revoked_at text                          -- since when it may not any more
) strict
trigger alert_check_never_changes
CREATE TRIGGER alert_check_never_changes before update on alert_check
    begin select raise(abort, 'checks are append-only'); end
trigger another_drift_wants_a_check
CREATE TRIGGER another_drift_wants_a_check after update of differs on listing
when old.differs is not new.differs and new.product_id is not null
    begin insert into alert_due (product_id) values (new.product_id) on conflict do nothing; end
trigger bundle_follows_its_parts
CREATE TRIGGER bundle_follows_its_parts after update of on_hand, committed, started on stock_level
when exists (select 1 from bundle_part where part_id = new.product_id) begin
    update stock_level set (on_hand, committed, started) = (
        select min(part.on_hand / quantity),
               min(part.on_hand / quantity)
               - min((part.available - iif(part.available < 0, quantity - 1, 0)) / quantity),
               min(part.started)
        from bundle_part join stock_level as part on part.product_id = part_id
        where bundle_id = stock_level.product_id)
    where product_id in (select bundle_id from bundle_part where part_id = new.product_id);
end
trigger cancellation_mark_never_changes
CREATE TRIGGER cancellation_mark_never_changes before update on cancellation_mark
    begin select raise(abort, 'marks are dated rows'); end
trigger compare_never_changes
CREATE TRIGGER compare_never_changes before update on compare
    begin select raise(abort, 'reports are append-only'); end
trigger compare_never_goes
CREATE TRIGGER compare_never_goes before delete on compare
    begin select raise(abort, 'reports are append-only'); end
trigger count_event_never_changes
CREATE TRIGGER count_event_never_changes before update on count_event
    begin select raise(abort, 'what was counted is append-only'); end
trigger count_event_never_goes
CREATE TRIGGER count_event_never_goes before delete on count_event
    begin select raise(abort, 'what was counted is append-only'); end
trigger delivery_date_holds
CREATE TRIGGER delivery_date_holds after insert on delivery_date begin
    update delivery set due_on = new.due_on, confirmed_by = new.confirmed_by,
        confirmed_at = iif(new.confirmed_by = '', null, new.at) where id = new.delivery_id;
end
trigger delivery_date_never_changes
CREATE TRIGGER delivery_date_never_changes before update on delivery_date
    begin select raise(abort, 'dates of deliveries are dated rows'); end
trigger delivery_date_never_goes
CREATE TRIGGER delivery_date_never_goes before delete on delivery_date
    begin select raise(abort, 'dates of deliveries are dated rows'); end
trigger delivery_receipt_counts
CREATE TRIGGER delivery_receipt_counts after insert on delivery_receipt
    begin update delivery set arrived = arrived + new.pieces where id = new.delivery_id; end
trigger delivery_receipt_is_undone
CREATE TRIGGER delivery_receipt_is_undone after insert on stock_entry
when new.undoes is not null and exists (select 1 from delivery_receipt where entry = new.undoes) begin
    update delivery set arrived = arrived - (select pieces from delivery_receipt where entry = new.undoes)
    where id = (select delivery_id from delivery_receipt where entry = new.undoes);
end
trigger delivery_receipt_never_changes
CREATE TRIGGER delivery_receipt_never_changes before update on delivery_receipt
    begin select raise(abort, 'what came is append-only'); end
trigger delivery_receipt_never_goes
CREATE TRIGGER delivery_receipt_never_goes before delete on delivery_receipt
    begin select raise(abort, 'what came is append-only'); end
trigger edit_decision_never_changes
CREATE TRIGGER edit_decision_never_changes before update on edit_decision
    begin select raise(abort, 'decisions are append-only'); end
trigger edit_decision_never_goes
CREATE TRIGGER edit_decision_never_goes before delete on edit_decision
    begin select raise(abort, 'decisions are append-only'); end
trigger edit_decision_settles
CREATE TRIGGER edit_decision_settles after insert on edit_decision
    begin update outside_edit set settled_at = new.at where id = new.edit_id; end
trigger hand_change_never_changes
CREATE TRIGGER hand_change_never_changes before update on hand_change
    begin select raise(abort, 'what was done is append-only'); end
trigger incident_cause_never_changes
CREATE TRIGGER incident_cause_never_changes before update on incident_cause
    begin select raise(abort, 'causes are dated rows'); end
trigger incident_decision_never_changes
CREATE TRIGGER incident_decision_never_changes before update on incident_decision
    begin select raise(abort, 'decisions are dated rows'); end
trigger incident_decision_never_goes
CREATE TRIGGER incident_decision_never_goes before delete on incident_decision
    begin select raise(abort, 'decisions are dated rows'); end
trigger incident_event_never_changes
CREATE TRIGGER incident_event_never_changes before update on incident_event
    begin select raise(abort, 'what happened is append-only'); end
trigger incident_event_never_goes
CREATE TRIGGER incident_event_never_goes before delete on incident_event
    begin select raise(abort, 'what happened is append-only'); end
trigger incident_fix_never_changes
CREATE TRIGGER incident_fix_never_changes before update on incident_fix
    begin select raise(abort, 'fixes are dated rows'); end
trigger incident_fix_never_goes
CREATE TRIGGER incident_fix_never_goes before delete on incident_fix
    begin select raise(abort, 'fixes are dated rows'); end
trigger incident_said_never_changes
CREATE TRIGGER incident_said_never_changes before update on incident_said
    begin select raise(abort, 'what was said is dated rows'); end
trigger incident_said_never_goes
CREATE TRIGGER incident_said_never_goes before delete on incident_said
    begin select raise(abort, 'what was said is dated rows'); end
trigger level_wants_a_check
CREATE TRIGGER level_wants_a_check after update of on_hand, committed, started, floor, reorder_point, differs
on stock_level
when (old.on_hand - old.committed, old.started, old.floor, old.reorder_point, old.differs)
    is not (new.on_hand - new.committed, new.started, new.floor, new.reorder_point, new.differs)
    begin insert into alert_due (product_id) values (new.product_id) on conflict do nothing; end
trigger listing_differs
CREATE TRIGGER listing_differs after update of differs, product_id on listing
when old.differs is not new.differs or old.product_id is not new.product_id begin
    update stock_level set differs = (
        select count(*) from listing where product_id = stock_level.product_id and differs is not null)
    where product_id in (old.product_id, new.product_id);
end
trigger listing_gets_a_slot
CREATE TRIGGER listing_gets_a_slot after insert on listing
    begin insert into push (listing_id, shop_id) values (new.id, new.shop_id); end
trigger listing_is_a_place
CREATE TRIGGER listing_is_a_place after update of believed, product_id, gone_at on listing
when (old.believed > 0) is not (new.believed > 0) or old.product_id is not new.product_id
    or (old.gone_at is null) is not (new.gone_at is null) begin
    update stock_level set places = (
        select count(*) from listing where product_id = stock_level.product_id and believed > 0 and gone_at is null
            and stock_of is null)
    where product_id in (old.product_id, new.product_id);
end
trigger mode_change_never_changes
CREATE TRIGGER mode_change_never_changes before update on mode_change
    begin select raise(abort, 'changes of mode are dated rows'); end
trigger outside_edit_never_changes
CREATE TRIGGER outside_edit_never_changes
before update of listing_id, found_at, expected, seen, wrote, wrote_at on outside_edit
    begin select raise(abort, 'outside edits are append-only'); end
trigger outside_edit_never_goes
CREATE TRIGGER outside_edit_never_goes before delete on outside_edit
    begin select raise(abort, 'outside edits are append-only'); end
trigger product_gets_a_level
CREATE TRIGGER product_gets_a_level after insert on product
    begin insert into stock_level (product_id) values (new.id); end
trigger product_is_placed
CREATE TRIGGER product_is_placed after insert on product when new.place != ''
    begin insert into product_place (product_id, place, walk) values (new.id, new.place, 0); end
trigger product_place_is_first
CREATE TRIGGER product_place_is_first after update of place on product when new.place is not old.place begin
    delete from product_place where product_id = new.id and place = old.place;
    insert into product_place (product_id, place, walk) select new.id, new.place, 0 where new.place != ''
        on conflict do update set walk = 0;
end
trigger product_words_delete
CREATE TRIGGER product_words_delete after delete on product begin
    insert into product_words (product_words, rowid, sku, title, barcode)
    values ('delete', old.id, old.sku, old.title, old.barcode);
end
trigger product_words_insert
CREATE TRIGGER product_words_insert after insert on product begin
    insert into product_words (rowid, sku, title, barcode) values (new.id, new.sku, new.title, new.barcode);
end
trigger product_words_update
CREATE TRIGGER product_words_update after update of sku, title, barcode on product begin
    insert into product_words (product_words, rowid, sku, title, barcode)
    values ('delete', old.id, old.sku, old.title, old.barcode);
    insert into product_words (rowid, sku, title, barcode) values (new.id, new.sku, new.title, new.barcode);
end
trigger promise_moves_the_bound
CREATE TRIGGER promise_moves_the_bound after insert on promise begin
    update listing set bound = new.bound_after where id = new.listing_id;
end
trigger promise_never_changes
CREATE TRIGGER promise_never_changes before update on promise
    begin select raise(abort, 'promises are append-only'); end
trigger promotion_check_row_never_changes
CREATE TRIGGER promotion_check_row_never_changes before update on promotion_check_row
    begin select raise(abort, 'a signed snapshot never changes'); end
trigger rehearsal_never_changes
CREATE TRIGGER rehearsal_never_changes before update on rehearsal
    begin select raise(abort, 'reports are dated rows'); end
trigger reversal_is_what_was_asked
CREATE TRIGGER reversal_is_what_was_asked
before update of order_id, shop_id, act, reason, restock, notify, pay, pieces, key, asked_at on reversal
    begin select raise(abort, 'what was asked never changes'); end
trigger reversal_step_is_its_state
CREATE TRIGGER reversal_step_is_its_state after insert on reversal_step begin
    update reversal set state = new.state where id = new.reversal_id;
end
trigger reversal_step_never_changes
CREATE TRIGGER reversal_step_never_changes before update on reversal_step
    begin select raise(abort, 'steps are append-only'); end
trigger reversal_step_never_goes
CREATE TRIGGER reversal_step_never_goes before delete on reversal_step
    begin select raise(abort, 'steps are append-only'); end
trigger sale_is_demand
CREATE TRIGGER sale_is_demand after insert on stock_entry when new.kind = 'commit' and new.shop_id is not null begin
    insert into demand (product_id, shop_id, weight, since)
    values (new.product_id, new.shop_id,
        new.committed_delta * (select weight from demand_unit), new.happened_at)
    on conflict do update set weight = weight + excluded.weight, since = min(since, excluded.since);
end
trigger season_review_never_changes
CREATE TRIGGER season_review_never_changes before update on season_review
    begin select raise(abort, 'reviews are dated rows'); end
trigger setting_is_now
CREATE TRIGGER setting_is_now after insert on setting begin
    insert into setting_now (name, shop_id, product_id, value, at)
    values (new.name, new.shop_id, new.product_id, new.value, new.at)
    on conflict do update set value = excluded.value, at = excluded.at;
    update stock_level set floor = new.value where new.name = 'floor' and product_id = new.product_id;
    update stock_level set reorder_point = new.value where new.name = 'reorder_point' and product_id = new.product_id;
end
trigger setting_never_changes
CREATE TRIGGER setting_never_changes before update on setting
    begin select raise(abort, 'settings are dated rows'); end
trigger setting_never_goes
CREATE TRIGGER setting_never_goes before delete on setting
    begin select raise(abort, 'settings are dated rows'); end
trigger setting_wants_a_check
CREATE TRIGGER setting_wants_a_check after insert on setting
when new.name glob 'alert_*' or new.name in ('delivery', 'supplier')
begin
    insert into alert_due (product_id) select new.product_id where new.product_id > 0 on conflict do nothing;
    insert into alert_due (product_id) select distinct product_id from alert_now
        where new.product_id = 0 and product_id > 0 on conflict do nothing;
end
trigger stock_entry_moves_the_level
CREATE TRIGGER stock_entry_moves_the_level after insert on stock_entry begin
    update stock_level set
        on_hand = on_hand + new.on_hand_delta,
        committed = committed + new.committed_delta,
        counted_at = iif(new.kind = 'count', new.happened_at, counted_at)
    where product_id = new.product_id;
end
trigger stock_entry_never_changes
CREATE TRIGGER stock_entry_never_changes before update on stock_entry
    begin select raise(abort, 'the ledger is append-only'); end
trigger stock_entry_never_goes
CREATE TRIGGER stock_entry_never_goes before delete on stock_entry
    begin select raise(abort, 'the ledger is append-only'); end
trigger supplier_terms_never_change
CREATE TRIGGER supplier_terms_never_change before update on supplier_terms
    begin select raise(abort, 'terms are dated rows'); end
trigger supplier_terms_never_go
CREATE TRIGGER supplier_terms_never_go before delete on supplier_terms
    begin select raise(abort, 'terms are dated rows'); end
trigger write_access_never_changes
CREATE TRIGGER write_access_never_changes before update on write_access
    begin select raise(abort, 'settings are dated rows'); end
trigger write_access_never_goes
CREATE TRIGGER write_access_never_goes before delete on write_access
    begin select raise(abort, 'settings are dated rows'); end
view supplier_now
CREATE VIEW supplier_now as
    select supplier_id as id, name, own, days, pack, minimum, gone from supplier_terms as terms
    where seq = (select max(seq) from supplier_terms where supplier_id = terms.supplier_id)
