"""What Carillon and a network adapter say to each other. Plain values only: no Django, no settings, no HTTP.

An adapter is one file beside this one with a module-level `network` object. It has the attributes of `Network` and
those of the capabilities below that it really has; callers ask with `isinstance(network, CanPublish)`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable


# ── Who and where ────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True)
class Site:
    """The application registered with a network. `base_url` is empty for the real hosts, else it stands for all of them."""

    app_id: str
    app_secret: str = field(repr=False)
    base_url: str = ""


@dataclass(frozen=True)
class Tokens:
    """What a network hands out at sign-in. `expires_at` is aware UTC, None when the token does not expire by time."""

    access: str = field(repr=False)
    refresh: str = field(default="", repr=False)
    expires_at: datetime | None = None
    scopes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Account:
    """One page or profile that a person may connect."""

    remote_id: str
    name: str
    handle: str
    tokens: Tokens
    avatar_url: str = ""


# ── What is said ─────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True)
class Picture:
    """One rendition made for the network that gets it. `read` returns its bytes, `url` is public and expires."""

    key: str
    mime: str
    width: int
    height: int
    size_bytes: int
    alt: str
    url: str
    read: Callable[[], bytes] = field(repr=False, compare=False)


@dataclass(frozen=True)
class Content:
    """One placement, ready to send: texts of a thread in order (one for most networks), pictures of the first text, link.

    `first_comment` is what the account itself says under it at once; networks whose Spec has no room for one leave it out.
    """

    segments: tuple[str, ...]
    pictures: tuple[Picture, ...] = ()
    link: str = ""
    first_comment: str = ""


# ── What a network takes ─────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True)
class PictureSpec:
    """Limits of one picture. Ratios are width ÷ height; 0 means no limit known."""

    max_count: int
    min_count: int = 0
    mimes: tuple[str, ...] = ("image/jpeg", "image/png")
    max_bytes: int = 0
    min_ratio: float = 0
    max_ratio: float = 0
    min_width: int = 0
    max_width: int = 0
    alt_max: int = 0


@dataclass(frozen=True)
class CommentSpec:
    """Limits of a first comment. `scope` is what the sign-in must have granted for it; 0 means no limit known."""

    text_max: int
    scope: str = ""
    hashtags_max: int = 0
    links_max: int = 0
    may_shout: bool = True  # all in capitals


@dataclass(frozen=True)
class Spec:
    """Limits of one post. `count` measures a text as the network does; `fold_at` is where a reader meets "see more"."""

    text_max: int
    count: Callable[[str], int] = field(repr=False)
    counting: str = "characters"  # or "weighted": tells the web app which counter to run
    fold_at: int = 0
    max_segments: int = 1
    hashtags_max: int = 0
    mentions_max: int = 0
    mentions_by_handle: bool = False  # "@handle" in a text is a mention; else people are named
    pictures: PictureSpec = PictureSpec(max_count=0)
    comment: CommentSpec | None = None  # None: it has no first comment
    link: str = "card"  # card | text | plain: shown as a card, clickable in the text, or not clickable at all
    cost_usd_micros: int = 0  # per create call
    link_cost_usd_micros: int = 0  # per create call whose text has a link, instead of the former
    alt_cost_usd_micros: int = 0  # per alt text, where it is a call of its own
    read_cost_usd_micros: int = 0  # per post that is read back


@dataclass(frozen=True)
class Problem:
    """Something a network would refuse (`blocks`) or a reader would miss. Worded at the edge, in the reader's language."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)
    blocks: bool = True


# ── Sending ──────────────────────────────────────────────────────────────────────────────────────────────────────
@dataclass(frozen=True)
class Step:
    """One call of a delivery. `visible` steps create something people see: their outcome must never be guessed.

    All others may be taken minutes ahead, and again. `alt` is one that does nothing but describe a picture. `text` and `pictures` are
    what a visible step puts online, for recognising it afterwards. `comment` is what stands under a post that is online already: it is
    never sent again because looks found nothing, since an equal one would not be refused.
    """

    name: str
    visible: bool = False
    alt: bool = False
    comment: bool = False
    text: str = ""
    pictures: int = 0


@dataclass(frozen=True)
class Receipt:
    """What a step answered. `handle` is kept for the steps after it; a visible step's handle is the remote id."""

    handle: str
    permalink: str = ""


@dataclass(frozen=True)
class Posted:
    """One post as the network shows it on the account."""

    remote_id: str
    text: str
    created_at: datetime
    pictures: int
    permalink: str = ""


@dataclass(frozen=True)
class Timeline:
    """What an account shows, newest first. Every post later than `reaches` is among them; of older ones it says nothing."""

    posts: tuple[Posted, ...]
    reaches: datetime


@dataclass(frozen=True)
class Limit:
    """How much of an allowance a network said is used, 0-1, heard with any answer.

    `until` is when the account may call again: later than now only when the allowance is used up. `whole_app` says that it is shared
    by every account of this application.
    """

    until: datetime
    share_used: float
    what: str
    whole_app: bool = False


@dataclass(frozen=True)
class Caller:
    """In whose name a call is made."""

    site: Site
    remote_id: str
    handle: str
    access_token: str = field(repr=False)


# ── Errors: one class per policy ─────────────────────────────────────────────────────────────────────────────────
class NetworkError(Exception):
    """`code` is ours and worded at the edge; `detail` is what the network said, cut short and free of secrets."""

    def __init__(self, code: str, *, detail: str = "", **params: str | int) -> None:
        super().__init__(code)
        self.code, self.detail, self.params = code, detail, params


class NotSent(NetworkError):
    """Surely not done (no connection, our deadline missed, not ready yet): try again after `retry_after_s` or a back-off."""

    def __init__(self, code: str, *, retry_after_s: float | None = None, detail: str = "", **params: str | int) -> None:
        super().__init__(code, detail=detail, **params)
        self.retry_after_s = retry_after_s


class Stale(NotSent):
    """Surely not done, and the handles kept so far are worthless (a container expired): start again from the first step."""


class Throttled(NetworkError):
    """Surely not done; the account may not call again before `until` (aware UTC)."""

    def __init__(self, code: str, *, until: datetime, detail: str = "", **params: str | int) -> None:
        super().__init__(code, detail=detail, **params)
        self.until = until


class Refused(NetworkError):
    """Refused for good, by a documented refusal of that network."""


class Duplicate(Refused):
    """Refused because an equal post is there already: after an unknown outcome this means "look again"."""


class SignInLost(NetworkError):
    """The channel is shut until a person acts: signs in again, or lifts what `code` names (`token-refused`: refresh first)."""


class OutOfCredit(NetworkError):
    """The network wants money first."""


class Unknown(NetworkError):
    """It may have happened: time-out, reset, 5xx, unreadable or undocumented answer. Never sent again blindly."""


# ── What an adapter offers ───────────────────────────────────────────────────────────────────────────────────────
class Network(Protocol):
    """Every adapter. `resend_after_absent` says whether one more send is right when all looks found nothing."""

    slug: str
    label: str
    colour: str
    spec: Spec
    set_up: tuple[str, ...]  # codes of the steps an operator takes to register the application
    resend_after_absent: bool


@runtime_checkable
class CanConnect(Protocol):
    """Sign-in by OAuth 2 authorisation code. `verifier` is the PKCE secret; networks without PKCE ignore it."""

    scopes: tuple[str, ...]

    def authorize_url(self, *, site: Site, redirect_uri: str, state: str, verifier: str) -> str: ...

    def accounts(self, *, site: Site, redirect_uri: str, code: str, verifier: str) -> tuple[Account, ...]:
        """Exchange the code; return the accounts it opens, each with its own tokens. Raises Refused, NotSent, Unknown."""
        ...


@runtime_checkable
class CanRefresh(Protocol):
    def refresh(self, *, site: Site, tokens: Tokens) -> Tokens:
        """Return new tokens. Raises SignInLost only on a documented refusal, else NotSent, Throttled or Unknown."""
        ...


@runtime_checkable
class CanPublish(Protocol):
    handles_live: timedelta  # how long what the invisible steps made can be used; older, a visible step raises Stale

    def steps(self, content: Content) -> tuple[Step, ...]:
        """Return the calls that publish this content, in order. Pure."""
        ...

    def perform(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str]) -> Receipt:
        """Take one step; `handles` has the handle of each step before it, by name. Raises any NetworkError."""
        ...


@runtime_checkable
class CanDiscard(Protocol):
    """For networks where what invisible steps made stays until somebody takes it away."""

    def discard(self, *, caller: Caller, handles: Mapping[str, str]) -> None:
        """What the invisible steps with these handles made is there no more; what a post shows stays. Repeatable, so never Unknown."""
        ...


@runtime_checkable
class CanFind(Protocol):
    def look(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str], since: datetime) -> tuple[Posted, ...]:
        """Return what the account shows since then that this visible step may have created. Raises any NetworkError."""
        ...


@runtime_checkable
class CanShow(Protocol):
    def recent(self, *, caller: Caller, limit: int) -> tuple[Posted, ...]:
        """Return the account's newest posts, newest first, at most `limit`: for people to look at. Raises any NetworkError."""
        ...


@runtime_checkable
class CanTell(Protocol):
    def told(self, *, caller: Caller, since: datetime, limit: int) -> Timeline:
        """Return the account's own posts since then, of the newest about `limit`: no answers, nothing shared. Raises any NetworkError."""
        ...


@runtime_checkable
class CanRecognise(Protocol):
    def post_at(self, address: str, *, site: Site, handle: str, remote_id: str) -> str | None:
        """Return the id of this account's post at that address, "" when the address does not tell it; None when it is no such address.

        `handle` and `remote_id` are the account's. Pure.
        """
        ...


# ── Taking back ──────────────────────────────────────────────────────────────────────────────────────────────────
@runtime_checkable
class CanTakeDown(Protocol):
    def take_down(self, *, caller: Caller, remote_id: str) -> None:
        """That post is online no more; one that was gone already counts. Repeatable, so an unknown outcome comes as NotSent."""
        ...


@runtime_checkable
class CanCorrect(Protocol):
    def correct(self, *, caller: Caller, remote_id: str, text: str) -> None:
        """That post says this text; its link and pictures stay. Repeatable, so an unknown outcome comes as NotSent."""
        ...


@runtime_checkable
class CanSee(Protocol):
    def is_there(self, *, caller: Caller, remote_id: str) -> bool:
        """Return whether that post is online still. Raises any NetworkError but Unknown: not having seen is no answer."""
        ...
