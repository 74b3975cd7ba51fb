"""Which posts meet which answers: four shapes of posts, twelve kinds of answers."""

from dataclasses import dataclass

# kind of sandbox/faults.py, seconds it lasts (None: its own default); "" orders nothing.
ANSWERS: dict[str, tuple[str, float | None]] = {
    "2xx": ("", None),
    "429": ("429", 1.0),
    "documented 4xx": ("", None),  # by a content that the network refuses
    "unknown 4xx": ("unknown_4xx", None),
    "5xx before": ("5xx_before", None),
    "5xx after": ("5xx_after", None),
    "reset before": ("reset_before", None),
    "reset after": ("reset_after", None),
    "hang before": ("hang", 2.0),
    "hang after": ("hang_after", 2.0),
    "slow": ("latency", 0.4),
    "cut body": ("cut_body", None),
}
# For these the process is killed while it looks, too.
LOOKED_AT = ("5xx before", "5xx after")


@dataclass(frozen=True)
class Shape:
    name: str
    network: str
    operation: str  # which call meets the answer
    with_picture: bool = False
    parts: int = 1


SHAPES = (
    Shape("facebook", "facebook", "create"),
    Shape("instagram, published", "instagram", "publish", with_picture=True),
    Shape("instagram, container", "instagram", "container", with_picture=True),
    Shape("twitter, thread", "twitter", "create", parts=2),
)


@dataclass(frozen=True)
class Scene:
    """`look`: it is killed while looking instead of while sending. `instant` 0: it is not killed, its instants are counted."""

    shape: Shape
    answer: str
    look: bool
    instant: int

    @property
    def name(self) -> str:
        return f"{self.shape.name}, {self.answer}{', looking' if self.look else ''}, instant {self.instant}"


def refused(shape: Shape, text: str) -> tuple[str, str]:
    """Return text and link of a post that the network refuses for a documented reason."""
    if shape.network == "facebook":
        return text, "https://nowhere.invalid/"
    if shape.network == "twitter":
        return f"{'trop long ' * 40}{text}", ""
    return f"{' '.join(f'#mot{n}' for n in range(40))} {text}", ""
