"""Query parameters of X's reads: known names and known field values, in either spelling (tweet.fields, since August 2026 post.fields)."""

from starlette.requests import Request

from sandbox.twitter import errors

POST_FIELDS = (
    "article", "article_title", "attachments", "author_id", "card_uri", "community_id", "context_annotations", "conversation_id",
    "created_at", "display_text_range", "edit_controls", "edit_history_post_ids", "edit_history_tweet_ids", "entities", "geo", "id",
    "in_reply_to_user_id", "lang", "media_metadata", "non_public_metrics", "note_post", "note_tweet", "organic_metrics",
    "paid_partnership", "possibly_sensitive", "promoted_metrics", "public_metrics", "referenced_posts", "referenced_tweets",
    "reply_settings", "scopes", "source", "text", "username", "withheld",
)  # fmt: skip
USER_FIELDS = (
    "affiliation", "confirmed_email", "connection_status", "created_at", "description", "entities", "id", "is_identity_verified",
    "location", "most_recent_post_id", "most_recent_tweet_id", "name", "parody", "pinned_post_id", "pinned_tweet_id",
    "profile_banner_url", "profile_image_url", "protected", "public_metrics", "receives_your_dm", "subscription", "subscription_type",
    "url", "username", "verified", "verified_followers_count", "verified_type", "withheld",
)  # fmt: skip
MEDIA_FIELDS = (
    "alt_text", "duration_ms", "height", "media_key", "non_public_metrics", "organic_metrics", "preview_image_url", "promoted_metrics",
    "public_metrics", "type", "url", "variants", "width",
)  # fmt: skip
EXPANSIONS = (
    "attachments.media_keys", "attachments.media_source_tweet", "attachments.poll_ids", "author_id", "edit_history_post_ids",
    "edit_history_tweet_ids", "entities.mentions.username", "geo.place_id", "in_reply_to_user_id", "referenced_posts.id",
    "referenced_tweets.id", "referenced_tweets.id.author_id",
)  # fmt: skip
SHAPING = {
    "tweet.fields": POST_FIELDS,
    "post.fields": POST_FIELDS,
    "user.fields": USER_FIELDS,
    "media.fields": MEDIA_FIELDS,
    "expansions": EXPANSIONS,
}


def check(request: Request, *known: str) -> None:
    """Raise 400 for a parameter that this call does not take, or a field nobody has."""
    names = (*known, *SHAPING)
    for name in request.query_params:
        if name not in names:
            raise errors.invalid(
                f"The query parameter [{name[:60]}] is not one of [{','.join(names)}]", {name[:60]: request.query_params.getlist(name)}
            )
    for name, allowed in SHAPING.items():
        for value in values(request, name):
            if value not in allowed:
                raise errors.invalid(
                    f"The `{name}` query parameter value [{value[:60]}] is not one of [{','.join(allowed)}]", {name: [value[:60]]}
                )


def values(request: Request, name: str) -> list[str]:
    """Return the parts of a comma-separated parameter."""
    return [part for part in request.query_params.get(name, "").split(",") if part]


def number(request: Request, name: str, default: int, low: int, high: int) -> int:
    """Return a whole number within bounds."""
    value = request.query_params.get(name, str(default))
    if not value.isascii() or not value.isdigit() or not low <= int(value[:9]) <= high:
        raise errors.invalid(f"The `{name}` query parameter value [{value[:60]}] is not between {low} and {high}", {name: [value[:60]]})
    return int(value)
