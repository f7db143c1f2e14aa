"""The sixth step of the schema: leaving safely, and rehearsing a promotion. Never edited after release."""

M006 = """
"""
