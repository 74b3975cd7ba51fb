"""`manage.py doctor`: everything an operator would look at, in plain words: what is well, what is wrong, and what to do about it."""
