"""The whole ledger."""
