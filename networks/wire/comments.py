"""The first comment on Graph's networks: what an account says under its own post.

Sources: docs/pages-api/comments-mentions (pages_manage_engagement), docs/instagram-platform/instagram-graph-api/reference/ig-media/comments
(instagram_business_manage_comments), v25.0.
"""

from collections.abc import Mapping
from typing import Any

from networks.contract import Content, Posted, Receipt, Refused, SignInLost, Spec, Step
from networks.wire import graph, lists, text
from networks.wire.http import repeatable

PAGE = 100
PAGES_AT_MOST = 5


def steps(spec: Spec, content: Content) -> tuple[Step, ...]:
    """Return the step that comes after the post, if there is something to say."""
    said = content.first_comment.strip()
    return (Step("comment", visible=True, comment=True, text=said),) if text.has_comment(spec, content) else ()


def say(api: Any, post: str, step: Step) -> Receipt:
    """Return the comment. The post is online: whatever is refused here is no reason to shut the channel, so it is Refused."""
    try:
        made = api.call("POST", (post, "comments"), params={"message": step.text}).json()
    except SignInLost as error:
        code = {"permission-missing": "comment-permission-missing", "account-not-visible": "not-there-any-more"}.get(error.code)
        if code is None:
            raise
        refused = Refused(code, detail=error.detail)
    else:
        return Receipt(handle=graph.created_id(made))
    raise refused


def listed(api: Any, post: str, step: Step, *, author: str, fields: str, order: Mapping[str, str]) -> tuple[Posted, ...]:
    """Return what this author (id or user name) said under that post. `order`: how the network is asked for the newest first."""
    params = {"fields": fields, "limit": str(PAGE), **order}
    found: list[Posted] = []
    with repeatable():
        for _ in range(PAGES_AT_MOST):
            body = api.call("GET", (post, "comments"), params=params).json()
            found += (_posted(one) for one in body.get("data", ()) if author in _names(one))
            if not (after := graph.after(body)):
                return tuple(found)
            params["after"] = after
    lists.must_hold(found, step)
    return tuple(found)


def _names(comment: Mapping[str, Any]) -> set[str]:
    return {str((comment.get("from") or {}).get("id") or ""), str(comment.get("username") or "")} - {""}


def _posted(comment: Mapping[str, Any]) -> Posted:
    return Posted(
        remote_id=str(comment["id"]),
        text=str(comment.get("message") or comment.get("text") or ""),
        created_at=graph.when(comment.get("created_time") or comment["timestamp"]),
        pictures=0,
    )
