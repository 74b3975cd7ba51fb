"""How long a spreadsheet of 2 000 rows takes to become drafts and to be taken back, and the same drafts made one by one."""

import json

from bench import network as networks
from bench.installation import installed
from bench.report import Figure, within

GOAL_S = 10.0


def importing() -> list[Figure]:
    """2 000 rows are drafts within ten seconds, and gone within as many; in the same run, a fifth of what one by one costs or less."""
    with networks.running() as network, installed(network, database="sqlite") as installation:
        took = json.loads(installation.python("-m", "bench.stage_importing"))
    note = f"{took['rows']} rows, {installation.about}"
    return [
        within("import-make", took["make_s"], goal=GOAL_S, unit="s", note=note),
        within("import-undo", took["undo_s"], goal=GOAL_S, unit="s", note=note),
        Figure(
            "import-row",
            1_000 * took["make_s"] / took["rows"],
            "ms",
            yardstick=1_000 * took["one_s"] / took["ones"],
            at_most=0.2,
            note=f"the yardstick is a draft made by itself, {took['ones']} of them; {took['queries']} queries for all rows",
        ),
    ]
