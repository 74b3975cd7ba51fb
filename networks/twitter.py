"""X, called Twitter in code: posts, threads, up to four pictures with alt text. Source: docs.x.com, API v2."""

import base64
import time
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from requests import Response

from networks.contract import (
    Account,
    Caller,
    Content,
    Duplicate,
    NetworkError,
    NotSent,
    OutOfCredit,
    Picture,
    PictureSpec,
    Posted,
    Receipt,
    Refused,
    SignInLost,
    Site,
    Spec,
    Step,
    Throttled,
    Tokens,
    Unknown,
)
from networks.wire import oauth, redact, text
from networks.wire.http import Door, json_object, repeatable

BUILT_IN = "https://api.twitter.com"  # tweepy has the old host written into it
CHUNK_BYTES = 1_000_000
PAGES_AT_MOST = 3
PROCESSING_S = 5.0
WAIT_UNSAID = timedelta(minutes=15)  # the length of X's short windows
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
        max_segments=25,
        pictures=PictureSpec(max_count=4, mimes=("image/jpeg", "image/png", "image/webp"), max_bytes=5_000_000, alt_max=1_000),
        link="text",
        # docs.x.com/x-api/getting-started/pricing, 2026-04-16: $0.015 a post, $0.20 when it has a link.
        cost_usd_micros=15_000,
        link_cost_usd_micros=200_000,
    )
    set_up = ("x-create-app", "x-set-oauth2-confidential", "x-set-redirect-url", "x-copy-client-id-and-secret", "x-add-credit")
    scopes = ("tweet.read", "tweet.write", "users.read", "media.write", "offline.access")
    # An equal recent text answers 403 duplicate, so one more send after three empty looks cannot double.
    resend_after_absent = True

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
            me = _client(site, tokens.access).get_me(user_fields=["profile_image_url"], user_auth=False).get("data") or {}
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
        """Return upload and alt text of each picture, then one post for each text."""
        steps = []
        for number, picture in enumerate(content.pictures, start=1):
            steps.append(Step(f"picture-{number}"))
            if picture.alt.strip():
                steps.append(Step(f"alt-{number}"))
        for number, shown in enumerate(text.shown(self.spec, content), start=1):
            steps.append(Step(f"post-{number}", visible=True, text=shown, pictures=len(content.pictures) if number == 1 else 0))
        return tuple(steps)

    def perform(self, step: Step, *, caller: Caller, content: Content, handles: Mapping[str, str]) -> Receipt:
        """Upload one picture, describe one, or post one text."""
        client = _client(caller.site, caller.access_token)
        kind, _, number = step.name.partition("-")
        if step.visible:
            media = [handles[f"picture-{place}"] for place in range(1, step.pictures + 1)] or None
            made = client.create_tweet(text=step.text, media_ids=media, in_reply_to_tweet_id=_before(step, handles), user_auth=False)
            post_id = _created_id(made)
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
        client, replied_to, found = _client(caller.site, caller.access_token), _before(step, handles), []
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
        return tuple(found)


def judge(response: Response) -> None:
    """Let through what X documents as success: 200 or 201 with `data`, or a list without results. Raises any NetworkError."""
    status = response.status_code
    if status >= 500:
        raise Unknown("network-failed", status=status, detail=redact.detail(response.text[:1_000]))
    try:
        body = json_object(response)
    except Unknown:
        if status == 429:
            raise Throttled("too-many-calls", until=until(response.headers)) from None
        raise
    if status in (200, 201):
        # A 200 may hold only `errors`, which tweepy takes for success.
        if "data" not in body and (body.get("errors") or "meta" not in body):
            raise Unknown("unexpected-answer", status=status, detail=redact.detail(body.get("errors") or body))
        return
    raise refusal(body, status=status, headers=response.headers)


def refusal(body: Mapping[str, Any], *, status: int, headers: Mapping[str, str]) -> NetworkError:
    """Return what a refusal means. Type addresses come with two hosts, so only their last part counts.

    Sources: docs.x.com/x-api/fundamentals/response-codes-and-errors, problem types of the OpenAPI description 2.167.
    """
    errors = [error for error in body.get("errors") or () if isinstance(error, Mapping)]
    kinds = {str(part.get("type") or "").rstrip("/").rpartition("/")[2] for part in (body, *errors)}
    said = redact.detail(
        body.get("detail") or next((error.get("message") or error.get("detail") for error in errors), "") or body.get("title") or ""
    )
    heard = said.lower()
    if status == 402 or kinds & {"credits", "usage-capped"} or body.get("title") in ("CreditsDepleted", "UsageCapExceeded"):
        return OutOfCredit("out-of-credit", detail=said)
    if status == 429:
        return Throttled("too-many-calls", until=until(headers), detail=said)
    if status == 401:
        return SignInLost("token-refused", detail=said)
    if kinds & {"client-forbidden"}:
        return SignInLost("app-not-allowed", detail=said)
    if kinds & {"oauth1-permissions", "unsupported-authentication"}:
        return SignInLost("permission-missing", detail=said)
    if kinds & {"user-suspended"} or "suspended" in heard or "temporarily locked" in heard:
        return SignInLost("account-blocked", detail=said)
    if status == 403 and "duplicate content" in heard:
        return Duplicate("duplicate", detail=said)
    if status == 403 and ("reply" in heard or "deleted or not visible" in heard):
        return Refused("reply-refused", detail=said)
    if status == 403 and "not permitted to perform this action" in heard:
        return Refused("not-permitted", detail=said)
    if status == 413:
        return Refused("picture-too-heavy", detail=said)
    if kinds & {"invalid-request"}:
        return Refused("invalid-parameter", detail=said)
    if kinds & {"resource-not-found", "not-authorized-for-resource"}:
        return Refused("not-found", detail=said)
    return Unknown("undocumented-answer", status=status, detail=said)


def until(headers: Mapping[str, str]) -> datetime:
    """Return when the windows that are used up start anew: the short one, and the day's where X tells it."""
    now, resets = datetime.now(UTC), []
    for window in ("x-rate-limit", "x-user-limit-24hour", "x-app-limit-24hour"):
        reset = headers.get(f"{window}-reset", "")
        if reset.isdecimal() and headers.get(f"{window}-remaining", "0") == "0":
            resets.append(datetime.fromtimestamp(min(int(reset), int(now.timestamp()) + 90_000), UTC))
    return max(resets, default=now + WAIT_UNSAID)


def _host(site: Site) -> str:
    return site.base_url or "https://api.x.com"


def _client(site: Site, token: str) -> Any:
    """Return tweepy's client on our door. It never waits by itself for a rate limit: without the header it would ask 975 times at once."""
    # Imported when first needed: it takes 0.5 s, and a process that only asks for limits never needs it.
    import tweepy  # type: ignore[import-untyped, unused-ignore]

    client = tweepy.Client(bearer_token=token, return_type=dict, wait_on_rate_limit=False)
    client.session = Door(origins=(_host(site),), judge=judge, moved={BUILT_IN: _host(site)})
    return client


def _created_id(made: Mapping[str, Any]) -> str:
    """Return the id of the new post. Raises Unknown without one: nobody knows whether it was made."""
    data = made.get("data")
    if not isinstance(data, Mapping) or not data.get("id"):
        raise Unknown("unexpected-answer")
    return str(data["id"])


def _upload(client: Any, picture: Picture) -> str:
    """Return the id of an uploaded picture. Source: docs.x.com/x-api/media/quickstart/media-upload-chunked."""
    content = picture.read()
    start = {"media_type": picture.mime, "total_bytes": len(content), "media_category": "tweet_image"}
    media_id = _created_id(client.request("POST", "/2/media/upload/initialize", json=start).json())
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
    raise NotSent("not-ready", retry_after_s=30)


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
