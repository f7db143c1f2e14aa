"""The second step of the schema: promises, demand and measured lags. Never edited after release."""

M002 = """
------------------------------------------------------------------ what each listing may still sell

-- An upper bound, kept by the rules of core.exposure; always the sum of the listing's promises.
alter table listing add column bound integer not null default 0;
-- A number that was lowered counts at its old height until this moment: until then its channel may sell by it.
alter table listing add column settle_at text;
-- It sold more than it may have been showing: somebody raised its number, or its shop oversells by itself.
alter table listing add column broken_at text;
create index listing_settle on listing (shop_id, settle_at) where settle_at is not null;

create table promise (
    seq integer primary key,
    listing_id integer not null references listing (id),
    at text not null,
    kind text not null check (kind in ('grant', 'withdraw', 'sale', 'restock', 'edit', 'adopt', 'unsure')),
    change integer not null,
    bound_after integer not null,
    why text not null                        -- a core.text.Text as JSON
) strict;
create index promise_listing on promise (listing_id, seq);
create trigger promise_never_changes before update on promise
    begin select raise(abort, 'promises are append-only'); end;
create trigger promise_moves_the_bound after insert on promise begin
    update listing set bound = new.bound_after where id = new.listing_id;
end;

-- Inventories from before: what they show is what they may sell.
insert into promise (listing_id, at, kind, change, bound_after, why)
    select id, coalesce(seen_at, confirmed_at, listed_at), 'adopt', believed, believed,
        '["Shown when Plimsoll began to keep promises", {}, null, null]'
    from listing where believed > 0;

------------------------------------------------------------------ shared or split

-- New products start split: without knowing how fast they sell, nothing is promised twice.
alter table stock_level add column split integer not null default 1;
alter table stock_level add column burst real;  -- size r of its hourly sales (core.chance); null: not bursty

-- Places that show it now: more of them than pieces is a promise that cannot be kept by all.
alter table stock_level add column places integer not null default 0;
create trigger listing_is_a_place after update of believed, product_id, gone_at on listing
when (old.believed > 0) is not (new.believed > 0) or old.product_id is not new.product_id
    or (old.gone_at is null) is not (new.gone_at is null) begin
    update stock_level set places = (
        select count(*) from listing where product_id = stock_level.product_id and believed > 0 and gone_at is null
            and stock_of is null)
    where product_id in (old.product_id, new.product_id);
end;
update stock_level set places = (
    select count(*) from listing where product_id = stock_level.product_id and believed > 0 and gone_at is null
        and stock_of is null);

create table mode_change (
    seq integer primary key,
    product_id integer not null references product (id),
    at text not null,
    split integer not null,
    why text not null                        -- a core.text.Text as JSON
) strict;
create index mode_change_product on mode_change (product_id, seq);
create trigger mode_change_never_changes before update on mode_change
    begin select raise(abort, 'changes of mode are dated rows'); end;

------------------------------------------------------------------ how fast things sell

-- Sales weighted so that their weight halves every 28 days. Instead of making every old row lighter each day, a new
-- sale weighs more: `weight` here is what one piece sold today weighs, and the quotient is what counts. It doubles
-- every 28 days, which a double holds for 75 years.
create table demand_unit (
    only integer primary key check (only = 1),
    day integer,                             -- days since 1970-01-01; null until the first tick
    weight real not null
) strict;
insert into demand_unit values (1, null, 1.0);

create table demand (
    product_id integer not null references product (id),
    shop_id integer not null references shop (id),
    weight real not null,
    since text not null,                     -- the first sale there
    primary key (product_id, shop_id)
) strict, without rowid;

create trigger sale_is_demand after insert on stock_entry when new.kind = 'commit' and new.shop_id is not null begin
    insert into demand (product_id, shop_id, weight, since)
    values (new.product_id, new.shop_id,
        new.committed_delta * (select weight from demand_unit), new.happened_at)
    on conflict do update set weight = weight + excluded.weight, since = min(since, excluded.since);
end;

-- Inventories from before: every sale at full weight. Too fast is the cautious error, and wears off.
insert into demand (product_id, shop_id, weight, since)
    select product_id, shop_id, sum(committed_delta), min(happened_at)
    from stock_entry where kind = 'commit' and shop_id is not null group by product_id, shop_id;

------------------------------------------------------------------ measured lags

-- 'heard': from a sale to our knowing of it; 'write': from our knowing to the shop's confirming its new number.
create table lag (
    id integer primary key,
    shop_id integer not null references shop (id),
    kind text not null check (kind in ('heard', 'write')),
    at text not null,
    seconds real not null check (seconds >= 0)
) strict;
create index lag_shop on lag (shop_id, kind, id);
alter table shop add column heard_s real;    -- the 95th percentile of the newest samples
alter table shop add column write_s real;
alter table shop add column guard text not null default 'compare_and_set';  -- core.channel.Guard of its channel
alter table shop add column settle_s real not null default 0;
alter table shop add column poll_s real not null default 60;
"""
