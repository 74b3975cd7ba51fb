"""`python -m trust.crashes PORT EACH PLAN`: kill a process at every EACH-th instant of every scene.

The recovery is left to the real parts. PORT is the sandbox's. It runs in the environment of an installation (place.py) and writes
its PLAN for the judge.
"""

import http.client
import itertools
import json
import os
import select
import sys
import time
import traceback
from dataclasses import asdict
from pathlib import Path
from typing import Any

from trust.crashes import instants
from trust.crashes.scenes import ANSWERS, LOOKED_AT, SHAPES, Scene, Shape, refused
from trust.plan import Planned, mark
from trust.stage import Order, Wanted, approved, settle

AT_ONCE = 4
LONGEST_S = 30.0


def main(port: int, each: int, plan: Path) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from django.utils import timezone
    from django_scopes import scopes_disabled

    import networks

    networks.warm_up()
    instants.watch()
    with scopes_disabled():
        settle(Order(seed=0, posts=0, first_at=0, span_s=0, accounts=[], organisations=2), now=timezone.now())
        crew = Crew(port)
        first = [Scene(shape, answer, look, 0) for shape in SHAPES for answer in ANSWERS for look in (False, True)]
        counted = crew.play([scene for scene in first if not scene.look or scene.answer in LOOKED_AT])
        killed = [
            Scene(scene.shape, scene.answer, scene.look, instant)
            for scene, (_, count) in counted.items()
            for instant in range(1 + hash_of(scene) % each, count + 1, each)
        ]
        ends = crew.play(killed)
    wrong = [f"{scene.name}: {end}" for scene, (end, _) in ends.items() if end != instants.KILLED]
    plan.write_text(
        json.dumps(
            {
                "planned": [asdict(one) for one in crew.planned],
                "names": {one.number: name for one, name in zip(crew.planned, crew.names, strict=True)},
                "meant": len(killed),
                "killed": sum(end == instants.KILLED for end, _ in ends.values()),
                "not_killed": wrong,
            }
        )
    )


def hash_of(scene: Scene) -> int:
    """Return a number that spreads the instants chosen over the scenes, the same in every run."""
    return sum(scene.name.encode())


class Crew:
    """Plays scenes, several at once: each has a post and an account of its own, and a process that may be killed."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.numbers = itertools.count(1)
        self.planned: list[Planned] = []
        self.names: list[str] = []

    def play(self, scenes: list[Scene]) -> dict[Scene, tuple[int, int]]:
        """Return for each scene its process's exit code and how many instants it had."""
        from config.supervise import database

        posts = self.plan(scenes)
        database.close()
        running: dict[int, tuple[Scene, int, float]] = {}
        found: dict[Scene, tuple[int, int]] = {}
        waiting = list(zip(scenes, posts, strict=True))
        while waiting or running:
            while waiting and len(running) < AT_ONCE:
                scene, post = waiting.pop()
                pid, pipe = self.begin(scene, post)
                running[pid] = scene, pipe, time.monotonic() + LONGEST_S
            for pid, (scene, pipe, ends) in list(running.items()):
                ended, status = os.waitpid(pid, os.WNOHANG)
                if not ended and time.monotonic() > ends:
                    os.kill(pid, 9)
                if ended:
                    said = os.read(pipe, 100) if select.select([pipe], [], [], 0)[0] else b""
                    os.close(pipe)
                    found[scene] = os.waitstatus_to_exitcode(status), int(said or 0)
                    del running[pid]
            time.sleep(0.005)
        return found

    def plan(self, scenes: list[Scene]) -> list[Planned]:
        """Return the posts of these scenes, planned and approved, each on an account of its own that will meet the answer."""
        from django.utils import timezone

        made: list[Planned] = []
        for some in batches(scenes, 100):
            wanted = [self.wanted(scene, next(self.numbers)) for scene in some]
            made += approved(wanted, now=timezone.now())
            self.names += [scene.name for scene in some]
        self.planned += made
        return made

    def wanted(self, scene: Scene, number: int) -> Wanted:
        from django.utils import timezone

        from accounts.channels import services as channels
        from accounts.orgs.models import Organisation
        from networks.contract import Account, Tokens

        shape = scene.shape
        made = self.control("accounts", [{"network": shape.network, "name": f"Scene {number}", "handle": f"scene{number:05d}"}])[0]
        token = self.control("grant", {"network": shape.network, "account": made["id"]})["access_token"]
        self.order(shape, scene.answer, account=made["id"])
        organisation = Organisation.objects.order_by("slug")[number % 2]
        account = Account(remote_id=made["id"], name=made["name"], handle=made["handle"], tokens=Tokens(access=token))
        channel = channels.add(organisation=organisation, network=shape.network, account=account, by=None, now=timezone.now())
        segments = [f"Une scène {mark(number, part)}" for part in range(1, shape.parts + 1)]
        link = ""
        if scene.answer == "documented 4xx":
            segments[0], link = refused(shape, segments[0])
        return Wanted(number=number, channel=channel, segments=segments, link=link, with_picture=shape.with_picture, at=time.time())

    def order(self, shape: Shape, answer: str, *, account: str) -> None:
        kind, seconds = ANSWERS[answer]
        if kind:
            order = {"network": shape.network, "operation": shape.operation, "kind": kind, "account": account, "seconds": seconds}
            self.control("faults", order)

    def begin(self, scene: Scene, post: Planned) -> tuple[int, int]:
        """Return the process that plays the scene, and the pipe on which it tells how many instants it had."""
        reading, writing = os.pipe()
        pid = os.fork()
        if pid:
            os.close(writing)
            return pid, reading
        try:
            os.close(reading)
            send(post, scene)
            os.write(writing, str(instants.counted()).encode())
            os._exit(0)
        except BaseException:  # noqa: BLE001  nothing may escape into the frames of the one who forked
            traceback.print_exc()
            os._exit(1)

    def control(self, path: str, body: Any) -> Any:
        asking = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        asking.request("POST", f"/control/{path}", json.dumps(body), {"Content-Type": "application/json"})
        answer = asking.getresponse()
        read = json.loads(answer.read())
        asking.close()
        if answer.status >= 400:
            raise ValueError(f"{path}: {read}")
        return read


def send(post: Planned, scene: Scene) -> None:
    """The post is claimed and sent by the real code, in its own threads; or, when it is about looking, sent and then looked for."""
    from uuid import UUID

    from django.conf import settings
    from django.utils import timezone

    from scheduler.delivery import claim, reconcile, run, sender, sweep

    instants.arm(0 if scene.look else scene.instant)
    born = claim.claim([UUID(post.placement)], now=timezone.now())
    run.deliver([(str(one.pk), one.fence) for one in born])
    sender.close()
    if not scene.look:
        return
    time.sleep(settings.LOOKS_S[0] + 0.2)
    instants.arm(scene.instant)
    mine = {str(one.pk) for one in born}
    for work in sweep.wake(now=timezone.now()):
        if work.delivery_id in mine and work.verb == "look":
            reconcile.look(delivery_id=work.delivery_id, fence=work.fence)


def batches(scenes: list[Scene], size: int) -> list[list[Scene]]:
    return [scenes[at : at + size] for at in range(0, len(scenes), size)]


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
