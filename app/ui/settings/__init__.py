"""Settings: how the windows look, what holds everywhere, and where everything is kept."""
