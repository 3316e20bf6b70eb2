"""Events: who did what, where, and whether, around each date."""
