"""Part B: the sending process is killed at every single instant between two effects, for every network and every kind of answer."""
