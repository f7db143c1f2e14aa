"""The eighth step of the schema: how long sales take to be heard of on average. Never edited after release."""

M008 = """
------------------------------------------------------------------ average lags

-- Beside the 95th percentile (heard_s, write_s): a last piece is sold twice by one more sale within one loop, and of
-- that the average counts. Null until it is reckoned anew.
alter table shop add column heard_average_s real;
alter table shop add column write_average_s real;
"""
