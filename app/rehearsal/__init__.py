"""A rehearsal: a copy of the inventory, simulated shops, made-up customers, and the real engine, in simulated time."""
