"""The third step of the schema: how the seller watches, matches and stops channels. Never edited after release."""

M003 = """
------------------------------------------------------------------ what every plan asks

-- A product's own settings at once, whatever their names and shops.
create index setting_now_product on setting_now (product_id);

------------------------------------------------------------------ offer rules

------------------------------------------------------------------ matching

------------------------------------------------------------------ health of channels

------------------------------------------------------------------ outside edits, and who decides what

------------------------------------------------------------------ what each channel asks

------------------------------------------------------------------ returns, and places kept by hand
"""
