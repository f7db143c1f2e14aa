"""The third step of the schema: how the seller watches, matches and stops channels. Never edited after release."""

M003 = """
------------------------------------------------------------------ offer rules

------------------------------------------------------------------ matching

------------------------------------------------------------------ health of channels

------------------------------------------------------------------ outside edits, and who decides what

------------------------------------------------------------------ what each channel asks

-- Pieces whose money may have been given back, and the channel does not say whether they came back (Etsy).
alter table order_line add column refunded integer not null default 0;

-- Why a listing is off sale (core.channel.Off), and whether the seller has pressed to put it on sale.
alter table listing add column off text not null default '';
alter table listing add column pressed integer not null default 0;

------------------------------------------------------------------ returns, and places kept by hand
"""
