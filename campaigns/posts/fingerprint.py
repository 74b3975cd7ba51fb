"""What an approver saw, as one hash. Times and cost stand beside it in the approval. Pure apart from reading rows handed in.

What became of a placement is no part of it: a channel that is given up must not take the approval from the others.
"""

import hashlib
import json
from typing import Any

from campaigns.media.crops import CENTRE
from campaigns.posts import filling
from campaigns.posts.models import Post, VersionPicture


def content_of(post: Post) -> dict[str, Any]:
    """Return everything a reader would see, in a fixed order: versions, pictures by their bytes, alt texts, links, channels."""
    placements = [
        {
            "channel": str(p.channel_id),
            "languages": p.languages,
            "own": p.own_segments,
            **({"without_link": True} if p.without_link else {}),
            **({"filled": filled} if (filled := filling.filled(p, post)) else {}),
        }
        for p in post.placements.all()
    ]
    return {
        "versions": [
            {
                "language": version.language,
                "segments": version.segments,
                "link": version.link,
                "utm": version.with_utm,
                # Left out where there is none: approvals from before there could be any stay good.
                **({"first_comment": version.first_comment} if version.first_comment.strip() else {}),
                "pictures": [
                    {"sha256": use.asset.sha256, "asset": str(use.asset_id), "alt": use.alt, **part_of(use)}
                    for use in sorted(version.version_pictures.all(), key=lambda u: u.position)
                ],
            }
            for version in sorted(post.versions.all(), key=lambda v: v.language)
        ],
        "placements": sorted(placements, key=lambda p: (p["channel"], p["languages"])),
        "campaign": str(post.campaign_id or ""),  # it is in the links
    }


def part_of(use: VersionPicture) -> dict[str, Any]:
    """Return what part of the picture is shown, and nothing where nobody said: approvals from before anybody could stay good."""
    said = {"crop": use.crop, "crops": use.asset.crops, "focus": [use.asset.focus_x, use.asset.focus_y]}
    if said["focus"] == list(CENTRE):
        del said["focus"]
    return {name: value for name, value in said.items() if value}


def hash_of(content: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def fingerprint(post: Post) -> str:
    """Return the hash of the post's content as it stands in the database rows handed in."""
    return hash_of(content_of(post))


def mark_of(post: Post) -> str:
    """Return what its campaign puts into its links (utm_campaign), for the approval's terms; nothing where no link bears it."""
    is_borne = any(version.link and version.with_utm for version in post.versions.all())
    return post.campaign.utm if post.campaign and is_borne else ""


def times_of(post: Post) -> dict[str, str]:
    """Return each placement's planned time, ISO 8601 UTC, for the approval's terms."""
    return {str(p.pk): p.planned_at.isoformat() for p in post.placements.all() if p.planned_at}
