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

------------------------------------------------------------------ outside edits, and who decides what

------------------------------------------------------------------ what each channel asks

------------------------------------------------------------------ returns, and places kept by hand
"""
