"""Limits of a caption. Source: docs/instagram-platform/instagram-graph-api/reference/ig-user/media."""

import re

from sandbox.graph.errors import GraphError

TEXT_MAX = 2200
TAGS_MAX = 30
MENTIONS_MAX = 20


def check(caption: str) -> None:
    """Raise 36004/2207010 for a caption too long or with too many hashtags, 100/2207040 for too many mentions."""
    tags = re.findall(r"(?<![\w&])#\w*[^\W\d]\w*", caption)
    if len(caption) > TEXT_MAX or len(tags) > TAGS_MAX:
        raise GraphError(
            36004,
            "The caption was too long.",
            subcode=2207010,
            title="Caption too long",
            advice=f"Use at most {TEXT_MAX} characters, {TAGS_MAX} hashtags and {MENTIONS_MAX} @ tags.",
        )
    if len(re.findall(r"(?<![\w.])@[\w.]+", caption)) > MENTIONS_MAX:
        raise GraphError(
            100,
            "Invalid parameter",
            subcode=2207040,
            title="Too many tags",
            advice=f"Cannot use more than {MENTIONS_MAX} tags per created media.",
        )
