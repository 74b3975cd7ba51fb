"""Instagram professional accounts with Instagram Login: photo and carousel.

Source: developers.facebook.com/docs/instagram-platform/content-publishing, v25.0.
"""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from networks.contract import (
    Account,
    Caller,
    CommentSpec,
    Content,
    Limit,
    NetworkError,
    NotSent,
    Picture,
    PictureSpec,
    Posted,
    Receipt,
    Refused,
    SignInLost,
    Site,
    Spec,
    Stale,
    Step,
    Throttled,
    Timeline,
    Tokens,
    Unknown,
)
from networks.wire import comments, deadline, graph, links, lists, oauth, text
from networks.wire.http import Door, repeatable

# Meta says to ask once a minute for at most five; pictures are ready within seconds.
ASK_AGAIN_S = 3.0
PAGES_AT_MOST = 5  # of PAGE posts each
PAGE = 50
FIELDS = "id,caption,timestamp,permalink,media_type,children{id}"
# A container lives 24 hours, so what it became is not older.
CONTAINER_LIFE = timedelta(hours=24)
# The quota is of the last 24 hours and frees itself bit by bit.
QUOTA_WAIT = timedelta(hours=1)


class Instagram:
    """A container is made, seen FINISHED, then published: the natural two-phase commit of this network."""

    slug = "instagram"
    label = "Instagram"
    colour = "#d62976"
    spec = Spec(
        text_max=2_200,
        count=len,
        fold_at=125,
        hashtags_max=30,
        mentions_max=20,
        mentions_by_handle=True,
        pictures=PictureSpec(
            min_count=1,
            max_count=10,
            mimes=("image/jpeg",),
            max_bytes=8_000_000,
            min_ratio=0.8,
            max_ratio=1.91,
            min_width=320,
            max_width=1440,
            alt_max=1_000,
        ),
        # docs/instagram-platform/instagram-graph-api/reference/ig-media/comments names no limit of length. These four were published
        # for the first API in July 2014 and never withdrawn: a comment within them is safe under both.
        comment=CommentSpec(text_max=300, scope="instagram_business_manage_comments", hashtags_max=4, links_max=1, may_shout=False),
        link="plain",
    )
    set_up = (
        "meta-create-app",
        "meta-add-instagram-login",
        "meta-set-redirect-url",
        "meta-copy-instagram-id-and-secret",
        "instagram-professional-account",
        "site-reachable-for-pictures",
        "meta-add-testers-or-pass-review",
    )
    scopes = ("instagram_business_basic", "instagram_business_content_publish", "instagram_business_manage_comments")
    # `publish` reads the container first and adopts what is PUBLISHED already, so a second try cannot double.
    resend_after_absent = True
    # Nothing has to be taken away: a container that is not published is gone by itself, and there is no call that deletes one.
    handles_live = CONTAINER_LIFE

    # ── Connecting ───────────────────────────────────────────────────────────────────────────────────────────────
    def authorize_url(self, *, site: Site, redirect_uri: str, state: str, verifier: str) -> str:
        """Return Instagram's login dialog. Source: docs/instagram-platform/instagram-api-with-instagram-login/business-login."""
        return oauth.dialog(
            f"{site.base_url or 'https://www.instagram.com'}/oauth/authorize",
            client_id=site.app_id,
            redirect_uri=redirect_uri,
            response_type="code",
            scope=",".join(self.scopes),
            state=state,
        )

    def accounts(self, *, site: Site, redirect_uri: str, code: str, verifier: str) -> tuple[Account, ...]:
        """Return the one account that was chosen, with a token of 60 days."""
        now = datetime.now(UTC)
        app = {"client_id": site.app_id, "client_secret": site.app_secret}
        # Instagram appends #_ to the code.
        form = {**app, "grant_type": "authorization_code", "redirect_uri": redirect_uri, "code": code.removesuffix("#_")}
        base = site.base_url or "https://api.instagram.com"
        body = Door(origins=(base,), judge=oauth.judge).post(f"{base}/oauth/access_token", data=form).json()
        short = (body.get("data") or [body])[0]  # documented in a list, answered bare
        scopes = _scopes(short.get("permissions")) or self.scopes
        door = graph.door(_host(site))
        exchange = {"grant_type": "ig_exchange_token", "client_secret": site.app_secret, "access_token": graph.token(short)}
        try:
            tokens = oauth.tokens(door.get(f"{_host(site)}/access_token", params=exchange).json(), now=now, scopes=scopes)
        except SignInLost as error:
            refused = Refused("code-refused", detail=error.detail)
        else:
            return (self._account(site, tokens),)
        raise refused

    def _account(self, site: Site, tokens: Tokens) -> Account:
        params = {"fields": "user_id,username,name,profile_picture_url"}
        with repeatable():
            me = graph.door(_host(site), token=tokens.access).get(f"{_host(site)}/{graph.VERSION}/me", params=params).json()
            me = (me.get("data") or [me])[0]
            if not me.get("user_id"):
                raise Unknown("unexpected-answer")
        handle = str(me.get("username") or "")
        return Account(
            remote_id=str(me["user_id"]),
            name=str(me.get("name") or handle),
            handle=handle,
            tokens=tokens,
            avatar_url=str(me.get("profile_picture_url") or ""),
        )

    def refresh(self, *, site: Site, tokens: Tokens) -> Tokens:
        """Return a token of another 60 days. The old one stays valid, so asking twice harms nobody; it must be a day old."""
        params = {"grant_type": "ig_refresh_token", "access_token": tokens.access}
        try:
            with repeatable():
                body = graph.door(_host(site)).get(f"{_host(site)}/refresh_access_token", params=params).json()
                return oauth.tokens(body, now=datetime.now(UTC), scopes=tokens.scopes)
        except SignInLost as error:
            if error.code != "permission-missing":
                raise
            # A token of less than a day is answered as a missing permission; nothing is lost by that.
            early = NotSent("too-early", retry_after_s=86_400, detail=error.detail)
        raise early

    # ── Publishing ───────────────────────────────────────────────────────────────────────────────────────────────
    def steps(self, content: Content) -> tuple[Step, ...]:
        """Return the container (for a carousel one for each picture, then theirs), its readiness, publish, comment, permalink."""
        many = len(content.pictures) > 1
        items = (Step(f"item-{number}") for number, _ in enumerate(content.pictures, start=1)) if many else ()
        publish = Step("publish", visible=True, text=text.shown(self.spec, content)[0], pictures=len(content.pictures))
        return (*items, Step("container"), Step("ready"), publish, *comments.steps(self.spec, content), Step("permalink"))

    def perform(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str]) -> Receipt:
        """Take one step. `ready` raises NotSent until the container is FINISHED; `permalink` may fail without harm."""
        api = graph.api(_host(caller.site), caller=caller, prove=False)
        if step.comment:
            return comments.say(api, handles["publish"], step)
        if step.name == "publish":
            return self._publish(api, step, caller=caller, container=handles["container"])
        with repeatable():
            if step.name in ("item-1", "container") and not handles:
                _mind_the_quota(api, caller)
            if step.name == "ready":
                return Receipt(handle=_finished(*_state(api, handles["container"])))
            if step.name == "permalink":
                media = api.call("GET", (handles["publish"],), params={"fields": "permalink"}).json()
                return Receipt(handle=handles["publish"], permalink=str(media.get("permalink") or ""))
            made = graph.instagram_user(caller.remote_id, api=api).create_media(params=self._container(step, content, handles))
            return Receipt(handle=graph.created_id(made))

    def _container(self, step: Step, content: Content, handles: Mapping[str, str]) -> dict[str, Any]:
        if step.name.startswith("item-"):
            return {**_picture(content.pictures[int(step.name.removeprefix("item-")) - 1]), "is_carousel_item": True}
        caption = text.shown(self.spec, content)[0]
        if len(content.pictures) == 1:
            return {**_picture(content.pictures[0]), "caption": caption}
        children = [handles[f"item-{number}"] for number, _ in enumerate(content.pictures, start=1)]
        return {"media_type": "CAROUSEL", "children": children, "caption": caption}

    def _publish(self, api: Any, step: Step, *, caller: Caller, container: str) -> Receipt:
        """Publish what was just seen FINISHED; adopt what is PUBLISHED already. Only the last call here is the visible one."""
        with repeatable():
            state, said = _state(api, container)
        # Who published it and then lost sight of the container finds it among the account's media.
        if state == "PUBLISHED" or (state == "GONE" and self._listed(api, step, caller=caller)):
            return self._adopt(api, step, caller=caller)
        with repeatable():
            _finished(state, said)
        try:
            made = graph.instagram_user(caller.remote_id, api=api).create_media_publish(params={"creation_id": container})
            return Receipt(handle=graph.created_id(made))
        except (Refused, NotSent) as error:
            if "network_code" not in error.params:
                raise  # it never left
            # A spam block was answered for media that went live nevertheless, so the container has the last word.
            with _online_or_not():
                is_out = _state(api, container)[0] == "PUBLISHED"
            if not is_out:
                raise
        return self._adopt(api, step, caller=caller)

    def _adopt(self, api: Any, step: Step, *, caller: Caller) -> Receipt:
        """Return the media a container became. By caption, never "the newest". Raises Unknown while it is not listed: it is online."""
        same = self._listed(api, step, caller=caller)
        if len(same) != 1:
            raise Unknown("not-listed-yet")
        return Receipt(handle=same[0].remote_id, permalink=same[0].permalink)

    def _listed(self, api: Any, step: Step, *, caller: Caller) -> list[Posted]:
        """Return the media of the last day that say and show what this step does. Raises Unknown when they cannot be read."""
        with _online_or_not():
            listed = _media(api, caller.remote_id, datetime.now(UTC) - CONTAINER_LIFE)
        return [post for post in listed if text.same_text(post.text, step.text) and post.pictures == step.pictures]

    # ── Finding out ──────────────────────────────────────────────────────────────────────────────────────────────
    def look(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str], since: datetime) -> tuple[Posted, ...]:
        """Return the account's media since then when the container says PUBLISHED or is gone, and nothing when it says otherwise."""
        api = graph.api(_host(caller.site), caller=caller, prove=False)
        if step.comment:
            return self._comments(api, step, media=handles["publish"])
        with repeatable():
            state, _ = _state(api, handles["container"])
            if state in ("IN_PROGRESS", "FINISHED", "ERROR", "EXPIRED"):
                return ()
            if state not in ("PUBLISHED", "GONE"):
                raise Unknown("unexpected-answer")
            found = tuple(_media(api, caller.remote_id, since))
        if state == "PUBLISHED" and not any(text.same_text(post.text, step.text) for post in found):
            raise NotSent("not-listed-yet", retry_after_s=30)
        return found

    def _comments(self, api: Any, step: Step, *, media: str) -> tuple[Posted, ...]:
        """Return what the account said under that media. By its user name of today: a comment names no id of the account's own."""
        with repeatable():
            name = str(api.call("GET", ("me",), params={"fields": "user_id,username"}).json().get("username") or "")
        return comments.listed(api, media, step, author=name, fields="id,text,timestamp,username", order={})

    def told(self, *, caller: Caller, since: datetime, limit: int) -> Timeline:
        """Source: docs/instagram-platform/reference/ig-user/media: everything but stories, wherever it was made."""
        with repeatable():
            found, is_whole = _read(graph.api(_host(caller.site), caller=caller, prove=False), caller.remote_id, since, limit=limit)
        return lists.timeline(found, since=since, is_whole=is_whole)

    def recent(self, *, caller: Caller, limit: int) -> tuple[Posted, ...]:
        api = graph.api(_host(caller.site), caller=caller, prove=False)
        with repeatable():
            body = api.call("GET", (caller.remote_id, "media"), params={"fields": FIELDS, "limit": str(limit)}).json()
        return tuple(_posted(media) for media in body.get("data", ()))[:limit]

    def post_at(self, address: str, *, site: Site, handle: str, remote_id: str) -> str | None:
        """The address carries a short code, which is not the id; it names the account only in its long form."""
        found = links.parts(address, hosts=("instagram.com",), site=site)
        path = found[0] if found else []
        if len(path) == 3 and links.same_name(path[0], handle):
            path = path[1:]
        return "" if len(path) == 2 and path[0] in ("p", "reel", "tv") else None

    # ── Taking back. Media are deleted through Facebook Login only, and no caption is ever changed (reference/instagram-media) ──
    def is_there(self, *, caller: Caller, remote_id: str) -> bool:
        """Return whether the account still has it. Raises SignInLost when it is the account itself that we do not see."""
        return graph.is_there(graph.api(_host(caller.site), caller=caller, prove=False), remote_id, owner=("me", "user_id"))


def _host(site: Site) -> str:
    return site.base_url or "https://graph.instagram.com"


def _scopes(permissions: object) -> tuple[str, ...]:
    if isinstance(permissions, str):
        return tuple(part for part in permissions.replace(",", " ").split() if part)
    return tuple(str(part) for part in permissions) if isinstance(permissions, list) else ()


def _picture(picture: Picture) -> dict[str, Any]:
    return {"image_url": picture.url, **({"alt_text": picture.alt} if picture.alt.strip() else {})}


def _state(api: Any, container: str) -> tuple[str, str]:
    """Return IN_PROGRESS, FINISHED, ERROR, EXPIRED or PUBLISHED, and the network's words for it; GONE when the account has it no more.

    Graph says one and the same (100/33) of what is gone and of what the token may not see: the account itself tells which.
    """
    try:
        body = api.call("GET", (container,), params={"fields": "status_code,status"}).json()
    except SignInLost as error:
        if error.code != "account-not-visible":
            raise
    else:
        return str(body.get("status_code") or ""), str(body.get("status") or "")
    api.call("GET", ("me",), params={"fields": "user_id"})
    return "GONE", ""


@contextmanager
def _online_or_not() -> Iterator[None]:
    """Turn every error of a read into Unknown: it stands where something may be online, and "surely not done" would be a lie."""
    try:
        yield
    except NetworkError as error:
        in_doubt = Unknown(error.code, detail=error.detail)
    else:
        return
    raise in_doubt


def _mind_the_quota(api: Any, caller: Caller) -> None:
    """Raise Throttled when the account may publish nothing more for now. Source: reference/ig-user/content_publishing_limit (v25.0)."""
    answer = api.call("GET", (caller.remote_id, "content_publishing_limit"), params={"fields": "quota_usage,config"}).json()
    quota: Mapping[str, Any] = next(iter(answer.get("data") or ()), {})
    used, total = quota.get("quota_usage"), (quota.get("config") or {}).get("quota_total")
    if isinstance(used, int) and isinstance(total, int) and total > 0:
        until = datetime.now(UTC) + (QUOTA_WAIT if used >= total else timedelta())
        deadline.current().learn([Limit(until=until, share_used=min(used / total, 1.0), what="posts-per-day")])
        if used >= total:
            raise Throttled("daily-quota", until=until)


def _finished(state: str, said: str) -> str:
    """Return FINISHED or PUBLISHED. Raises NotSent while it is being made, Stale when a new one is needed, Refused for its content."""
    match state:
        case "FINISHED" | "PUBLISHED":
            return state
        case "IN_PROGRESS":
            raise NotSent("still-preparing", retry_after_s=ASK_AGAIN_S)
        case "EXPIRED" | "GONE":
            raise Stale("container-gone")
        case "ERROR":
            raise _failure(said)
    raise Unknown("unexpected-answer")


def _failure(status: str) -> NetworkError:
    """Return what "Error: … error code 2207052" means. Of a container that ended, only a new one can come: nothing is asked again."""
    subcode = next(iter(re.findall(r"\b2207\d{3}\b", status)), "0")
    error = graph.meaning({"error_subcode": subcode, "message": status}, {})
    if isinstance(error, Refused):
        return error
    if subcode == "0":
        return Refused("picture-refused", detail=error.detail)
    return Stale("container-gone", retry_after_s=30, detail=error.detail)


def _media(api: Any, remote_id: str, since: datetime) -> list[Posted]:
    found, _ = _read(api, remote_id, since, limit=PAGES_AT_MOST * PAGE)
    return [post for post in found if post.created_at >= since.replace(microsecond=0)]


def _read(api: Any, remote_id: str, since: datetime, *, limit: int) -> tuple[list[Posted], bool]:
    """Return the account's media, newest first, and whether all since then are among them."""
    params = {"fields": FIELDS, "limit": str(PAGE)}
    found: list[Posted] = []
    for _ in range(-(-limit // PAGE)):  # pages, not posts: one that is empty may have another after it
        body = api.call("GET", (remote_id, "media"), params=params).json()
        found += (_posted(media) for media in body.get("data", ()))
        if not (after := graph.after(body)) or (found and found[-1].created_at < since):
            return found, True
        params["after"] = after
    return found, False


def _posted(media: Mapping[str, Any]) -> Posted:
    return Posted(
        remote_id=str(media["id"]),
        text=str(media.get("caption") or ""),
        created_at=graph.when(media["timestamp"]),
        pictures=len((media.get("children") or {}).get("data", ())) or 1,
        permalink=str(media.get("permalink") or ""),
    )


network = Instagram()
