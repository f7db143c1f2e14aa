"""The imperative shell, without Qt: one lane per shop, each a `step()` that its thread only loops over."""
