"""Article in, Reading out. Pure: no network, no clock, no store."""
