"""The third step of the schema: how the seller watches, matches and stops channels. Never edited after release."""

M003 = """
------------------------------------------------------------------ offer rules

------------------------------------------------------------------ matching

------------------------------------------------------------------ health of channels

------------------------------------------------------------------ outside edits, and who decides what

------------------------------------------------------------------ what each channel asks

------------------------------------------------------------------ returns, and places kept by hand
"""
