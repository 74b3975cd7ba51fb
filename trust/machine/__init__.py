"""Part A: the real transition code against SQLite, with a simulated clock and simulated networks, under orders that hypothesis draws."""
