"""Facebook Pages: text, link, one photo or several. Source: developers.facebook.com/docs/pages-api/posts, Graph v25.0."""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from networks.contract import (
    Account,
    Caller,
    CommentSpec,
    Content,
    PictureSpec,
    Posted,
    Receipt,
    Refused,
    SignInLost,
    Site,
    Spec,
    Stale,
    Step,
    Timeline,
    Tokens,
    Unknown,
)
from networks.wire import comments, graph, links, lists, oauth, text
from networks.wire.http import repeatable

PAGES_AT_MOST = 10  # of 100 accounts each, and of PAGE posts each
PAGE = 50
FIELDS = "id,message,created_time,permalink_url,attachments{media_type,subattachments{media_type}}"
COMMENT = "id,message,created_time,from"
NEWEST_FIRST = {"filter": "toplevel", "order": "reverse_chronological"}
HOSTS = ("facebook.com", "fb.com")


class Facebook:
    """Photos go up unpublished first, one or many, so that /feed is always the one visible step."""

    slug = "facebook"
    label = "Facebook"
    colour = "#0866ff"
    spec = Spec(
        text_max=63_206,
        count=len,
        fold_at=477,
        pictures=PictureSpec(max_count=10, mimes=("image/jpeg", "image/png"), max_bytes=4_000_000, max_width=2048),
        comment=CommentSpec(text_max=8_000, scope="pages_manage_engagement"),
        link="card",
    )
    set_up = (
        "meta-create-app",
        "meta-add-page-use-case",
        "meta-set-redirect-url",
        "meta-copy-app-id-and-secret",
        "meta-add-testers-or-pass-review",
    )
    scopes = ("pages_show_list", "pages_read_engagement", "pages_manage_posts", "pages_manage_engagement")
    # An equal post directly after it answers 506, so one more send after three empty looks doubles only what was hidden all that time
    # and has another post after it.
    resend_after_absent = True
    # Graph names no end for an unpublished photo; it is trusted no longer than what other networks keep.
    handles_live = timedelta(hours=24)

    # ── Connecting ───────────────────────────────────────────────────────────────────────────────────────────────
    def authorize_url(self, *, site: Site, redirect_uri: str, state: str, verifier: str) -> str:
        """Return Facebook's login dialog. Source: docs/facebook-login/guides/advanced/manual-flow."""
        return oauth.dialog(
            f"{site.base_url or 'https://www.facebook.com'}/{graph.VERSION}/dialog/oauth",
            client_id=site.app_id,
            redirect_uri=redirect_uri,
            state=state,
            scope=",".join(self.scopes),
            response_type="code",
        )

    def accounts(self, *, site: Site, redirect_uri: str, code: str, verifier: str) -> tuple[Account, ...]:
        """Return the pages this person may post to. Tokens of pages taken from a long-lived user token do not expire."""
        door, exchange = graph.door(_host(site)), _address(site, "oauth/access_token")
        app = {"client_id": site.app_id, "client_secret": site.app_secret}
        try:
            spend = {"redirect_uri": redirect_uri, "code": code}
            short = graph.token(door.get(exchange, params={**app, **spend}).json())
            lengthen = {"grant_type": "fb_exchange_token", "fb_exchange_token": short}
            user = graph.token(door.get(exchange, params={**app, **lengthen}).json())
        except (Refused, SignInLost, Unknown) as error:
            # Both a spent code and a wrong secret come as code 100 or 1; only the words tell them apart.
            about_app = "client secret" in error.detail.lower() or "validating application" in error.detail.lower()
            if isinstance(error, Unknown) and not about_app:
                raise
            refused = Refused("app-refused" if about_app else "code-refused", detail=error.detail)
        else:
            return tuple(self._pages(site, user))
        raise refused

    def _pages(self, site: Site, user_token: str) -> Iterator[Account]:
        door = graph.door(_host(site), token=user_token, secret=site.app_secret)
        with repeatable():
            granted = _granted(door.get(_address(site, "me/permissions")).json())
        params = {"fields": "id,name,username,access_token,tasks,picture{url}", "limit": "100"}
        with repeatable():
            for _ in range(PAGES_AT_MOST):
                body = door.get(_address(site, "me/accounts"), params=params).json()
                for page in body.get("data", ()):
                    if page.get("access_token") and "CREATE_CONTENT" in page.get("tasks", ("CREATE_CONTENT",)):
                        yield Account(
                            remote_id=str(page["id"]),
                            name=str(page.get("name") or ""),
                            handle=str(page.get("username") or ""),
                            tokens=Tokens(access=page["access_token"], scopes=tuple(scope for scope in self.scopes if scope in granted)),
                            avatar_url=str(page.get("picture", {}).get("data", {}).get("url") or ""),
                        )
                if not (after := graph.after(body)):
                    return
                params["after"] = after

    # ── Publishing ───────────────────────────────────────────────────────────────────────────────────────────────
    def steps(self, content: Content) -> tuple[Step, ...]:
        """Return one invisible upload for each picture, then the post, then what the page says under it."""
        uploads = (Step(f"picture-{number}") for number, _ in enumerate(content.pictures, start=1))
        post = Step("post", visible=True, text=text.shown(self.spec, content)[0], pictures=len(content.pictures))
        return (*uploads, post, *comments.steps(self.spec, content))

    def perform(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str]) -> Receipt:
        """Upload one photo unpublished, or post."""
        api = graph.api(_host(caller.site), caller=caller, prove=True)
        if step.comment:
            return comments.say(api, handles["post"], step)
        if step.visible:
            return self._publish(api, self._post(step, content, handles), caller=caller, photos=_photos_of(handles))
        picture = content.pictures[int(step.name.removeprefix("picture-")) - 1]
        params = {"published": "false", **({"alt_text_custom": picture.alt} if picture.alt.strip() else {})}
        files = {"source": ("picture", picture.read(), picture.mime)}
        with repeatable():
            # Page.create_photo takes files only from a disk, so the same edge is called one floor lower.
            answer = api.call("POST", (caller.remote_id, "photos"), params=params, files=files)
            return Receipt(handle=graph.created_id(answer.json()))

    def _publish(self, api: Any, post: dict[str, Any], *, caller: Caller, photos: tuple[str, ...]) -> Receipt:
        """Return the post. Raises Stale when a photo has gone meanwhile, which Graph does not say in so many words.

        No `fields` are asked for: when that read fails the answer is an error, although the post stands there
        (github.com/sns-sdks/python-facebook/issues/224).
        """
        try:
            post_id = graph.created_id(graph.page(caller.remote_id, api=api).create_feed(params=post))
            return Receipt(handle=post_id, permalink=_permalink(caller, post_id))
        except (Refused, SignInLost) as error:
            in_doubt = error.code in ("invalid-parameter", "account-not-visible")
            if not in_doubt or all(self.is_there(caller=caller, remote_id=photo) for photo in photos):
                raise
            gone = Stale("container-gone", detail=error.detail)
        raise gone

    def _post(self, step: Step, content: Content, handles: Mapping[str, str]) -> dict[str, Any]:
        params: dict[str, Any] = {"message": step.text} if step.text else {}
        if content.pictures:
            params["attached_media"] = [{"media_fbid": handles[f"picture-{number}"]} for number, _ in enumerate(content.pictures, start=1)]
        elif content.link:
            params["link"] = content.link
        return params

    def discard(self, *, caller: Caller, handles: Mapping[str, str]) -> None:
        """Delete the photos that no post shows. Source: docs/graph-api/reference/photo (page_story_id, deleting)."""
        api = graph.api(_host(caller.site), caller=caller, prove=True)
        for photo in _photos_of(handles):
            if not self.is_there(caller=caller, remote_id=photo):
                continue
            with repeatable():
                # Nobody may lose a picture out of a post because its outcome was once unknown.
                if not api.call("GET", (photo,), params={"fields": "page_story_id"}).json().get("page_story_id"):
                    _succeed(api.call("DELETE", (photo,)))

    # ── Finding out ──────────────────────────────────────────────────────────────────────────────────────────────
    def look(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str], since: datetime) -> tuple[Posted, ...]:
        """Return the page's posts since then, or its comments under one. Source: docs/graph-api/reference/page/feed (published_posts)."""
        if step.comment:
            api = graph.api(_host(caller.site), caller=caller, prove=True)
            return comments.listed(api, handles["post"], step, author=caller.remote_id, fields=COMMENT, order=NEWEST_FIRST)
        found, is_whole = self._published(caller, since=since, limit=PAGES_AT_MOST * PAGE)
        if not is_whole:
            lists.must_hold(found, step)
        return tuple(post for post in found if post.created_at >= since.replace(microsecond=0))

    def told(self, *, caller: Caller, since: datetime, limit: int) -> Timeline:
        """Source: docs/graph-api/reference/page/feed (published_posts: what the page itself has posted, wherever it was made)."""
        found, is_whole = self._published(caller, since=since, limit=limit)
        return lists.timeline(found, since=since, is_whole=is_whole)

    def _published(self, caller: Caller, *, since: datetime, limit: int) -> tuple[list[Posted], bool]:
        """Return the page's own posts, newest first, and whether that is all since then."""
        api = graph.api(_host(caller.site), caller=caller, prove=True)
        params = {"fields": FIELDS, "since": str(int(since.timestamp())), "limit": str(PAGE)}
        found: list[Posted] = []
        with repeatable():
            for _ in range(-(-limit // PAGE)):  # pages, not posts: one that is empty may have another after it
                body = api.call("GET", (caller.remote_id, "published_posts"), params=params).json()
                found += (_posted(post) for post in body.get("data", ()))
                if not (after := graph.after(body)):
                    return found, True
                params["after"] = after
        return found, False

    def recent(self, *, caller: Caller, limit: int) -> tuple[Posted, ...]:
        api = graph.api(_host(caller.site), caller=caller, prove=True)
        with repeatable():
            body = api.call("GET", (caller.remote_id, "published_posts"), params={"fields": FIELDS, "limit": str(limit)}).json()
        return tuple(_posted(post) for post in body.get("data", ()))[:limit]

    def post_at(self, address: str, *, site: Site, handle: str, remote_id: str) -> str | None:
        """An address with a number tells the id; "pfbid…" and shared links do not. Neither of those that name no page can be checked."""
        if (found := links.parts(address, hosts=HOSTS, site=site)) is None:
            return None
        path, query = found
        named = [name for name in (handle, remote_id) if name]
        if path[:1] in (["permalink.php"], ["story.php"]):
            owner, number = query.get("id", ""), query.get("story_fbid", "")
        elif path[1:2] == ["posts"] and len(path) > 2:
            owner, number = path[0], path[-1]
        elif len(path) == 1 and re.fullmatch(r"\d+_\d+", path[0]):
            owner, _, number = path[0].partition("_")
        else:
            return "" if path[:1] in (["share"], ["photo"], ["photo.php"], ["reel"], ["watch"]) and (path[1:] or query) else None
        if not any(links.same_name(owner, name) for name in named):
            return None
        return f"{remote_id}_{number}" if number.isdecimal() else ""

    # ── Taking back. Source: docs/pages-api/posts (update, delete): the text of a post this application made, or all of it ──────
    def take_down(self, *, caller: Caller, remote_id: str) -> None:
        try:
            with repeatable():
                _succeed(graph.api(_host(caller.site), caller=caller, prove=True).call("DELETE", (remote_id,)))
        except SignInLost as error:
            if error.code != "account-not-visible" or self.is_there(caller=caller, remote_id=remote_id):
                raise

    def correct(self, *, caller: Caller, remote_id: str, text: str) -> None:
        """Change the message; Graph takes no new link or picture for a post that is out."""
        try:
            with repeatable():
                _succeed(graph.api(_host(caller.site), caller=caller, prove=True).call("POST", (remote_id,), params={"message": text}))
        except SignInLost as error:
            if error.code != "account-not-visible" or self.is_there(caller=caller, remote_id=remote_id):
                raise
        else:
            return
        raise Refused("not-there-any-more")

    def is_there(self, *, caller: Caller, remote_id: str) -> bool:
        """Return whether the page still has it. Raises SignInLost when it is the page itself that we do not see."""
        return graph.is_there(graph.api(_host(caller.site), caller=caller, prove=True), remote_id, owner=(caller.remote_id, "id"))


def _granted(body: Mapping[str, Any]) -> set[str]:
    """Return what the person agreed to; each permission can be declined by itself. Source: docs/graph-api/reference/user/permissions."""
    return {str(one["permission"]) for one in body.get("data", ()) if one.get("status") == "granted"}


def _permalink(caller: Caller, post_id: str) -> str:
    page, _, number = post_id.rpartition("_")
    return f"{caller.site.base_url or 'https://www.facebook.com'}/{page or caller.remote_id}/posts/{number}"


def _photos_of(handles: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(handle for name, handle in handles.items() if name.startswith("picture-"))


def _succeed(answer: Any) -> None:
    """Raise Unknown for anything but {"success": true}."""
    if answer.json().get("success") is not True:
        raise Unknown("unexpected-answer")


def _host(site: Site) -> str:
    return site.base_url or "https://graph.facebook.com"


def _address(site: Site, path: str) -> str:
    return f"{_host(site)}/{graph.VERSION}/{path}"


def _posted(post: Mapping[str, Any]) -> Posted:
    return Posted(
        remote_id=str(post["id"]),
        text=str(post.get("message") or ""),
        created_at=graph.when(post["created_time"]),
        pictures=sum(_photos(attachment) for attachment in (post.get("attachments") or {}).get("data", ())),
        permalink=str(post.get("permalink_url") or ""),
    )


def _photos(attachment: Mapping[str, Any]) -> int:
    inner = (attachment.get("subattachments") or {}).get("data")
    return len(inner) if inner else int(attachment.get("media_type") in ("photo", "album"))


network = Facebook()
