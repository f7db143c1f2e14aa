"""The sixth step of the schema: leaving safely, and rehearsing a promotion. Never edited after release."""

M006 = """
------------------------------------------------------------------ pictures

-- Where the channel shows a small picture of the listing; empty where it has none.
alter table listing add column picture text not null default '';
"""
