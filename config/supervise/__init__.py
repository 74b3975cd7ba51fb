"""The supervisor: starts every part of Carillon on one machine, starts again what dies, ends all of it on Ctrl-C."""
