"""The third step of the schema: how the seller watches, matches and stops channels. Never edited after release."""

M003 = """
------------------------------------------------------------------ offer rules

------------------------------------------------------------------ matching

------------------------------------------------------------------ health of channels

------------------------------------------------------------------ outside edits, and who decides what

------------------------------------------------------------------ what each channel asks

------------------------------------------------------------------ returns, and places kept by hand

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
"""
