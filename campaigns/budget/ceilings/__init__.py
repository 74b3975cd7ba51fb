"""Spending ceilings of a time: those of the law before a vote, and those an organisation sets itself."""
