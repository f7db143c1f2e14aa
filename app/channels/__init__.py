"""The shops: one file each, and the only home of HTTP to channels. A new channel is one more line in `CHANNELS`."""
