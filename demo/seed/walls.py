"""Put past posts on the sandbox's walls while the database is being written: it works in a process of its own."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from types import TracebackType

import networks
from accounts.channels.models import Channel
from demo.seed.sandbox import Sandbox
from networks.contract import CanPublish, Content

NEXT_OF_THREAD = timedelta(milliseconds=640)


@dataclass(frozen=True)
class Shown:
    """One visible step as it stands on the wall."""

    step: str
    remote_id: str
    permalink: str
    at: datetime


class Walls:
    """One post after the other, in the order they are given. Leaving it forgets what still waits."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._helper = ThreadPoolExecutor(max_workers=1)

    def __enter__(self) -> "Walls":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._helper.shutdown(wait=True, cancel_futures=True)

    def put(self, channel: Channel, content: Content, *, files: Mapping[str, bytes], at: datetime) -> "Future[list[Shown]]":
        """The content goes up as the network's adapter would send it. `files`: bytes by the key of each picture."""
        network = networks.get(channel.network)
        assert isinstance(network, CanPublish)
        visible = [(step.name, step.text, step.pictures) for step in network.steps(content) if step.visible]
        pictures = [(files[picture.key], picture.alt) for picture in content.pictures]
        link = content.link if network.spec.link == "card" and not pictures else ""
        return self._helper.submit(self._put, channel.network, channel.remote_id, visible, pictures, link, at)

    def _put(
        self, network: str, account: str, steps: Sequence[tuple[str, str, int]], pictures: list[tuple[bytes, str]], link: str, at: datetime
    ) -> list[Shown]:
        shown: list[Shown] = []
        for name, text, with_pictures in steps:
            remote_id, permalink = self._sandbox.post(
                network=network,
                account=account,
                text=text,
                link=link,
                at=at,
                pictures=pictures if with_pictures else [],
                reply_to=shown[-1].remote_id if shown else "",
            )
            shown.append(Shown(step=name, remote_id=remote_id, permalink=permalink, at=at))
            at += NEXT_OF_THREAD
        return shown
