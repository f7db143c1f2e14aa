"""Alerts on the screen: their rules, their log, the plan at the floor, and what is said when one rings."""
