"""`python3 -m bootstrap COMMAND`, called by the Makefile with whatever Python the machine has."""

import sys

if sys.version_info < (3, 11):
    sys.exit(
        "Carillon needs Python 3.11 or newer, and %s is %d.%d: install a newer one, then say which with `make %s PYTHON=python3.12`."
        % (sys.executable, sys.version_info[0], sys.version_info[1], " ".join(sys.argv[1:2]) or "run")
    )

from bootstrap.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
