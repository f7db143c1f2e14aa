"""The fifth step of the schema: alerts. Never edited after release."""

M005 = """
------------------------------------------------------------------ alerts

-- Products whose number or rule changed since their alerts were last checked.
create table alert_due (product_id integer primary key) strict;
create trigger level_wants_a_check after update of on_hand, committed, started, floor, reorder_point, differs
on stock_level
when (old.on_hand - old.committed, old.started, old.floor, old.reorder_point, old.differs)
    is not (new.on_hand - new.committed, new.started, new.floor, new.reorder_point, new.differs)
    begin insert into alert_due (product_id) values (new.product_id) on conflict do nothing; end;
create trigger another_drift_wants_a_check after update of differs on listing
when old.differs is not new.differs and new.product_id is not null
    begin insert into alert_due (product_id) values (new.product_id) on conflict do nothing; end;
insert into alert_due (product_id) select product_id from stock_level
    where started and (floor is not null or reorder_point is not null or differs > 0 or on_hand < committed);

-- How each alert stands: the newest check of each. Product or shop 0: not about one. `numbers` are what was looked at.
create table alert_now (
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
) strict, without rowid;
create index alert_now_met on alert_now (kind, since) where outcome != 'not_met';

-- The log of checks: a row where one came out differently from the one before. Bounded: the oldest go.
create table alert_check (
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
) strict;
create index alert_check_of on alert_check (product_id, shop_id, seq);
create trigger alert_check_never_changes before update on alert_check
    begin select raise(abort, 'checks are append-only'); end;

-- A changed rule: its product is checked again, or every product that has checks.
create trigger setting_wants_a_check after insert on setting
when new.name glob 'alert_*' or new.name in ('delivery', 'supplier')
begin
    insert into alert_due (product_id) select new.product_id where new.product_id > 0 on conflict do nothing;
    insert into alert_due (product_id) select distinct product_id from alert_now
        where new.product_id = 0 and product_id > 0 on conflict do nothing;
end;

-- What the seller is to hear, and when. What is over by then is not told.
create table alert_notice (
    id integer primary key,
    product_id integer not null,
    shop_id integer not null,
    kind text not null,
    numbers text not null,
    due_at text not null,
    state text not null default 'waits' check (state in ('waits', 'told', 'over')),
    told_at text,
    shown_at text                            -- when it was on the screen
) strict;
create index alert_notice_waits on alert_notice (due_at) where state = 'waits';
create index alert_notice_of on alert_notice (product_id, shop_id, kind) where state = 'waits';
create index alert_notice_shown on alert_notice (shown_at) where shown_at is not null;
create index alert_notice_unshown on alert_notice (id) where state = 'told' and shown_at is null;

-- What the plan at the floor did: more held back, listings paused. `over`: put back, or the seller decided otherwise.
create table floor_act (
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
) strict;
create index floor_act_open on floor_act (product_id) where over_at is null;

-- Where else the seller wants to hear: a webhook, a mail server. Addresses and keys are sealed in the vault.
create table alert_outlet (
    kind text primary key check (kind in ('webhook', 'mail')),
    shown text not null,                     -- its host, which may be shown
    sealed blob not null,
    added_at text not null,
    worked_at text,
    trouble text,                            -- a core.text.Text as JSON
    trouble_at text
) strict, without rowid;
create table alert_post (
    id integer primary key,
    outlet text not null,
    at text not null,
    test integer not null default 0,
    lines text not null,                     -- core.text.Text, as JSON: alerts, and nothing of customers
    attempts integer not null default 0,
    next_at text,                            -- null: sent, or given up
    sent_at text
) strict;
create index alert_post_next on alert_post (next_at) where next_at is not null;
"""
