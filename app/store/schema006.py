"""The sixth step of the schema: leaving safely, and rehearsing a promotion. Never edited after release."""

M006 = """
-- ---- what a shop had not confirmed when the seller left

create table leave_unconfirmed (
    id integer primary key,
    left_at text not null,                   -- when leaving was prepared
    back_at text not null,
    listing_id integer not null references listing (id),
    shows integer,                           -- as far as was known
    should integer,
    state text not null check (state in ('tell', 'read', 'differs', 'refused'))
) strict;
create index leave_unconfirmed_back on leave_unconfirmed (back_at);
"""
