"""The trade itself: frozen records and pure functions, standard library only, no clock, file or network."""
