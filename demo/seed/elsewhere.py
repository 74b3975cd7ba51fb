"""What colleagues posted outside Carillon: it stands on the walls only, where the running product reads it as it would for real."""

from collections.abc import Mapping

from demo.seed.sandbox import Sandbox
from demo.seed.stage import Stage


def post_by_hand(stage: Stage, sandbox: Sandbox, *, files: Mapping[str, bytes]) -> None:
    """Whatever was posted before now stands on its channel's wall."""
    for one in stage.content.by_hand:
        at = one.when(now=stage.now, zone=stage.zone)
        if at < stage.now:
            channel = stage.content.channel(one.channel)
            pictures = [(files[one.picture], one.alt)] if one.picture else []
            sandbox.post(network=channel.network, account=channel.remote_id, text=one.text, at=at, pictures=pictures)
