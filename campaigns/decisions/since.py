"""What is different from what people saw before, on each of several cards, with the names of lines, campaigns and sellers for their ids."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from accounts.words import word
from campaigns.approvals import selectors as approvals
from campaigns.approvals.models import Approval
from campaigns.approvals.selectors import Before
from campaigns.budget.models import Line
from campaigns.decisions.changes import changes, money_changes, time_changes
from campaigns.plan.models import Campaign
from campaigns.posts.fingerprint import content_of, times_of
from campaigns.posts.models import Post


def since(found: Iterable[Approval], *, posts: Mapping[UUID, Post]) -> dict[UUID, dict[str, Any]]:
    """Return, by its id, what each approval in force asks otherwise than people saw before, where they saw anything. `posts`: by their ids.

    As many queries for many as for one.
    """
    seen = [approval for approval in found if approval.subject_kind != "post" or approval.subject_id in posts]
    before = approvals.before(seen)
    different = {a.pk: differences(a, before[a.pk], post=posts.get(a.subject_id)) for a in seen if a.pk in before}
    name_all([change for some in different.values() for change in some])
    return {pk: {"compared_with": before[pk].what, "compared_at": before[pk].at, "changes": some} for pk, some in different.items()}


def differences(approval: Approval, before: Before, *, post: Post | None) -> list[dict[str, Any]]:
    """Return what differs: in a post content and times, in a request what it asks."""
    earlier = before.approval
    if post is None:
        return money_changes(earlier.shown, approval.shown, recovers=approval.organisation.recovers_vat)
    channels = {str(p.pk): str(p.channel_id) for p in post.placements.all()}
    moved = time_changes(earlier.terms.get("times", {}), times_of(post), channels=channels)
    return changes(earlier.shown, content_of(post)) + moved


def name_all(found: Iterable[dict[str, Any]]) -> None:
    """The changes say names where they said ids. Two queries at most."""
    by_id = [change for change in found if change["what"] in {"line", "campaign", "platform"}]
    ids = {what: {change[side] for change in by_id if change["what"] == what for side in SIDES} - {""} for what in ("line", "campaign")}
    lines = Line.objects.filter(pk__in=ids["line"]).values("pk", "name", "medium")
    campaigns = Campaign.objects.filter(pk__in=ids["campaign"]).values_list("pk", "name")
    names = {str(line["pk"]): line_name(line) for line in lines} | {str(pk): name for pk, name in campaigns}
    for change in by_id:
        for side in SIDES:
            if said := change[side]:
                is_seller = change["what"] == "platform"
                change[side] = word(f"platform-{said}", {}) if is_seller else names.get(said, gettext("one that is gone"))


def line_name(line: Mapping[str, Any]) -> str:
    """Return what a line of the budget is called: by its name, or by its medium."""
    return line["name"] or word(f"medium-{line['medium']}", {})


SIDES = ("before", "after")
