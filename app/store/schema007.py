"""The seventh step of the schema: who bought before. Never edited after release."""

M007 = """
------------------------------------------------------------------ returning buyers

-- What an order says of its buyer that is worth keeping: a hash, keyed with a secret of the shop, of the channel's own
-- number for the buyer; the day by which the order was promised to be sent; the language. No name, no address.
create table order_buyer (
    order_id integer primary key references sales_order (id),
    buyer text,                              -- null: the channel says no number, or a guest bought
    send_by text,
    locale text not null default ''
) strict;
create index order_buyer_of on order_buyer (buyer) where buyer is not null;
"""
