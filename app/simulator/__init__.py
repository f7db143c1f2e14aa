"""Channels that exist only on this computer: one dialect per channel, customers that buy, faults that strike."""
