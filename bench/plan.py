"""What is staged for a run: how many posts, on which channels, when. Handed to bench.stage as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Plan:
    """Post number `first_mark + i` is due `offsets_s[i]` after the moment that staging chooses; every `pictured_every`th has a picture."""

    offsets_s: tuple[float, ...]
    first_mark: int = 0
    channels: int = 200
    organisations: int = 4
    pictured_every: int = 0
    lead_s: float = 8.0

    def as_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Plan":
        data = json.loads(text)
        return cls(**{**data, "offsets_s": tuple(data["offsets_s"])})

    def planned(self, due_at: float) -> Mapping[int, float]:
        """Return each post's planned time by its mark, epoch seconds."""
        return {self.first_mark + i: due_at + offset for i, offset in enumerate(self.offsets_s)}

    def is_pictured(self, mark: int) -> bool:
        return bool(self.pictured_every) and mark % self.pictured_every == 0


def at_once(posts: int, *, first_mark: int = 0, lead_s: float = 8.0) -> Plan:
    """Return the plan of posts that are all due in the same second."""
    return Plan(offsets_s=(0.0,) * posts, first_mark=first_mark, lead_s=lead_s)
