"""X, called Twitter in code: posts, threads, up to four pictures with alt text. Source: docs.x.com, API v2."""

import base64
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from networks.contract import (
    Account,
    Caller,
    CommentSpec,
    Content,
    NotSent,
    Picture,
    PictureSpec,
    Posted,
    Receipt,
    Refused,
    Site,
    Spec,
    Step,
    Timeline,
    Tokens,
    Unknown,
)
from networks.wire import links, lists, oauth, redact, text, x
from networks.wire.http import Door, repeatable

CHUNK_BYTES = 1_000_000
PAGES_AT_MOST = 3
PROCESSING_S = 5.0
FIELDS = ["created_at", "attachments", "entities", "note_tweet", "referenced_tweets"]


class Twitter:
    """Pictures and their alt texts go up first; each text of a thread is a visible step, in reply to the one before."""

    slug = "twitter"
    label = "X"
    colour = "#0f1419"
    spec = Spec(
        text_max=280,
        count=text.weighted_length,
        counting="weighted",
        mentions_by_handle=True,
        max_segments=25,
        pictures=PictureSpec(max_count=4, mimes=("image/jpeg", "image/png", "image/webp"), max_bytes=5_000_000, alt_max=1_000),
        comment=CommentSpec(text_max=280),
        link="text",
        # docs.x.com/x-api/getting-started/pricing, 2026-04-16: $0.015 a post, $0.20 when it has a link, $0.005 for each that is read.
        cost_usd_micros=15_000,
        link_cost_usd_micros=200_000,
        alt_cost_usd_micros=5_000,
        read_cost_usd_micros=5_000,
    )
    set_up = ("x-create-app", "x-set-oauth2-confidential", "x-set-redirect-url", "x-copy-client-id-and-secret", "x-add-credit")
    scopes = ("tweet.read", "tweet.write", "users.read", "media.write", "offline.access")
    # An equal recent text answers 403 duplicate, so one more send after three empty looks cannot double.
    resend_after_absent = True
    # A media id says `expires_after_secs: 86400`; what no post took is gone by itself, and there is no call to take it away earlier.
    handles_live = timedelta(hours=24)

    # ── Connecting ───────────────────────────────────────────────────────────────────────────────────────────────
    def authorize_url(self, *, site: Site, redirect_uri: str, state: str, verifier: str) -> str:
        """Return X's consent page. Source: docs.x.com/fundamentals/authentication/oauth-2-0/authorization-code."""
        return oauth.dialog(
            f"{site.base_url or 'https://x.com'}/i/oauth2/authorize",
            response_type="code",
            client_id=site.app_id,
            redirect_uri=redirect_uri,
            scope=" ".join(self.scopes),
            state=state,
            code_challenge=oauth.challenge(verifier),
            code_challenge_method="S256",
        )

    def accounts(self, *, site: Site, redirect_uri: str, code: str, verifier: str) -> tuple[Account, ...]:
        """Return the one account that was signed in. Its access token lives two hours, its refresh token is used once."""
        form = {"grant_type": "authorization_code", "code": code, "redirect_uri": redirect_uri, "code_verifier": verifier}
        tokens = self._tokens(site, form, scopes=self.scopes)
        with repeatable():
            me = x.client(_host(site), tokens.access).get_me(user_fields=["profile_image_url"], user_auth=False).get("data") or {}
            if not me.get("id"):
                raise Unknown("unexpected-answer")
        handle, picture = str(me.get("username") or ""), str(me.get("profile_image_url") or "")
        return (Account(remote_id=str(me["id"]), name=str(me.get("name") or handle), handle=handle, tokens=tokens, avatar_url=picture),)

    def refresh(self, *, site: Site, tokens: Tokens) -> Tokens:
        """Return a new pair, to be stored before it is used: the old refresh token is spent, and showing it again ends the sign-in."""
        try:
            return self._tokens(site, {"grant_type": "refresh_token", "refresh_token": tokens.refresh}, scopes=tokens.scopes)
        except Refused as error:
            lost = oauth.lost(error)
        raise lost

    def _tokens(self, site: Site, form: dict[str, str], *, scopes: tuple[str, ...]) -> Tokens:
        now, door = datetime.now(UTC), Door(origins=(_host(site),), judge=oauth.judge)
        form = {**form, "client_id": site.app_id}
        body = door.post(f"{_host(site)}/2/oauth2/token", data=form, auth=(site.app_id, site.app_secret)).json()
        return oauth.tokens(body, now=now, scopes=scopes)

    # ── Publishing ───────────────────────────────────────────────────────────────────────────────────────────────
    def steps(self, content: Content) -> tuple[Step, ...]:
        """Return upload and alt text of each picture, then one post for each text. A first comment is X's own answer: one post more."""
        steps = []
        for number, picture in enumerate(content.pictures, start=1):
            steps.append(Step(f"picture-{number}"))
            if picture.alt.strip():
                steps.append(Step(f"alt-{number}", alt=True))
        said = (*text.shown(self.spec, content), *([content.first_comment] if text.has_comment(self.spec, content) else []))
        for number, shown in enumerate(said, start=1):
            steps.append(Step(f"post-{number}", visible=True, text=shown, pictures=len(content.pictures) if number == 1 else 0))
        return tuple(steps)

    def perform(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str]) -> Receipt:
        """Upload one picture, describe one, or post one text."""
        client = x.client(_host(caller.site), caller.access_token)
        kind, _, number = step.name.partition("-")
        if step.visible:
            media = [handles[f"picture-{place}"] for place in range(1, step.pictures + 1)] or None
            made = client.create_tweet(text=step.text, media_ids=media, in_reply_to_tweet_id=_before(step, handles), user_auth=False)
            post_id = x.created_id(made)
            return Receipt(handle=post_id, permalink=_permalink(caller, post_id))
        picture = content.pictures[int(number) - 1]
        with repeatable():
            if kind == "picture":
                return Receipt(handle=_upload(client, picture))
            media_id = handles[f"picture-{number}"]
            described = {"id": media_id, "metadata": {"alt_text": {"text": picture.alt}}}
            client.request("POST", "/2/media/metadata", json=described)
            return Receipt(handle=media_id)

    # ── Finding out ──────────────────────────────────────────────────────────────────────────────────────────────
    def look(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str], since: datetime) -> tuple[Posted, ...]:
        """Return the account's posts since then in the same place of a thread. Each one read costs money: only when in doubt."""
        client, replied_to, found = x.client(_host(caller.site), caller.access_token), _before(step, handles), []
        params: dict[str, Any] = {
            "start_time": since.replace(microsecond=0),
            "max_results": 100,
            "exclude": "retweets",
            "tweet_fields": FIELDS,
        }
        with repeatable():
            for _ in range(PAGES_AT_MOST):
                body = client.get_users_tweets(caller.remote_id, user_auth=False, **params)
                found += [_posted(caller, post) for post in body.get("data") or () if _answers(post) == replied_to]
                if not (token := (body.get("meta") or {}).get("next_token")):
                    break
                params["pagination_token"] = token
            else:
                lists.must_hold(found, step)
        return tuple(found)

    def told(self, *, caller: Caller, since: datetime, limit: int) -> Timeline:
        """Each post that is read costs money: one page, of 5 to 100. Answers, and so all parts of a thread but its first, are left out."""
        client = x.client(_host(caller.site), caller.access_token)
        with repeatable():
            body = client.get_users_tweets(
                caller.remote_id,
                user_auth=False,
                start_time=since.replace(microsecond=0),
                max_results=max(5, min(limit, 100)),
                exclude="retweets,replies",
                tweet_fields=FIELDS,
            )
        found = [_posted(caller, post) for post in body.get("data") or ()]
        return lists.timeline(found, since=since, is_whole=not (body.get("meta") or {}).get("next_token"))

    def recent(self, *, caller: Caller, limit: int) -> tuple[Posted, ...]:
        """Each post that is read costs money. X gives at least five."""
        client = x.client(_host(caller.site), caller.access_token)
        with repeatable():
            body = client.get_users_tweets(
                caller.remote_id, user_auth=False, max_results=max(5, min(limit, 100)), exclude="retweets", tweet_fields=FIELDS
            )
        return tuple(_posted(caller, post) for post in body.get("data") or ())[:limit]

    def post_at(self, address: str, *, site: Site, handle: str, remote_id: str) -> str | None:
        found = links.parts(address, hosts=("x.com", "twitter.com"), site=site)
        path = found[0] if found else []
        is_post = len(path) >= 3 and path[-2] == "status" and path[-1].isdecimal()
        is_ours = is_post and (path[0] == "i" or links.same_name(path[0], handle))
        return path[-1] if is_ours else None

    # ── Taking back. X lets only Premium accounts edit, within the hour and in its own apps: so nothing is corrected from here ──
    def take_down(self, *, caller: Caller, remote_id: str) -> None:
        """Source: docs.x.com/x-api/posts/delete-post."""
        try:
            with repeatable():
                body = x.client(_host(caller.site), caller.access_token).delete_tweet(remote_id, user_auth=False)
                if (body.get("data") or {}).get("deleted") is not True:
                    raise Unknown("unexpected-answer")
        except Refused as error:
            if error.code != "not-there-any-more":
                raise

    def is_there(self, *, caller: Caller, remote_id: str) -> bool:
        try:
            with repeatable():
                x.client(_host(caller.site), caller.access_token).get_tweet(remote_id, user_auth=False)
        except Refused as error:
            if error.code != "not-there-any-more":
                raise
            return False
        return True


def _host(site: Site) -> str:
    return site.base_url or "https://api.x.com"


def _upload(client: Any, picture: Picture) -> str:
    """Return the id of an uploaded picture. Source: docs.x.com/x-api/media/quickstart/media-upload-chunked."""
    content = picture.read()
    start = {"media_type": picture.mime, "total_bytes": len(content), "media_category": "tweet_image"}
    media_id = x.created_id(client.request("POST", "/2/media/upload/initialize", json=start).json())
    for index, at in enumerate(range(0, len(content), CHUNK_BYTES)):
        chunk = {"media": base64.b64encode(content[at : at + CHUNK_BYTES]).decode(), "segment_index": index}
        client.request("POST", f"/2/media/upload/{media_id}/append", json=chunk)
    state = client.request("POST", f"/2/media/upload/{media_id}/finalize").json()
    # Pictures are ready at once as a rule; the wait is short, and starting again with a new upload harms nobody.
    for _ in range(3):
        processing = (state.get("data") or {}).get("processing_info") or {}
        if processing.get("state") == "failed":
            raise Refused("picture-refused", detail=redact.detail(processing))
        if processing.get("state") in (None, "succeeded"):
            return media_id
        time.sleep(min(float(processing.get("check_after_secs") or 1), PROCESSING_S))
        state = client.request("GET", "/2/media/upload", params={"command": "STATUS", "media_id": media_id}).json()
    raise NotSent("still-preparing", retry_after_s=30)


def _before(step: Step, handles: Mapping[str, str]) -> str | None:
    """Return the id of the post this one continues, None for the first of a thread."""
    number = int(step.name.removeprefix("post-"))
    return handles[f"post-{number - 1}"] if number > 1 else None


def _answers(post: Mapping[str, Any]) -> str | None:
    # X renames "tweet" to "post" in its fields since August 2026; both are read.
    referenced = post.get("referenced_tweets") or post.get("referenced_posts") or ()
    return next((str(other["id"]) for other in referenced if other.get("type") == "replied_to"), None)


def _permalink(caller: Caller, post_id: str) -> str:
    return f"{caller.site.base_url or 'https://x.com'}/{caller.handle}/status/{post_id}"


def _posted(caller: Caller, post: Mapping[str, Any]) -> Posted:
    long = post.get("note_tweet") or post.get("note_post") or {}
    shown = text.unescape(str(long.get("text") or post.get("text") or ""))
    for link in ((long.get("entities") or post.get("entities") or {}).get("urls")) or ():
        # The link X appends for pictures was never written by anybody.
        written = "" if link.get("media_key") or str(link.get("display_url", "")).startswith("pic.") else link.get("expanded_url", "")
        shown = shown.replace(link.get("url", ""), written) if link.get("url") else shown
    return Posted(
        remote_id=str(post["id"]),
        text=shown.strip(),
        created_at=datetime.fromisoformat(post["created_at"].replace("Z", "+00:00")),
        pictures=len((post.get("attachments") or {}).get("media_keys") or ()),
        permalink=_permalink(caller, str(post["id"])),
    )


network = Twitter()
