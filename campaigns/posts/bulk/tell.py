"""Deciders hear of many posts in one notice and one letter."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from accounts.notify import services as notify
from accounts.orgs.models import Membership
from accounts.people.models import User
from campaigns.approvals import selectors as approved
from campaigns.approvals.crew import crew_of
from campaigns.posts import filling
from campaigns.posts import services as posts
from campaigns.posts.content import first_line
from campaigns.posts.selectors import with_content


def tell_deciders(*, asked: Sequence[UUID], membership: Membership, now: datetime) -> None:
    """Everybody who may decide on some of these posts knows how many wait for them; what follows within the hour is added to it."""
    if not asked:
        return
    by, organisation = membership.user, membership.organisation
    about = list(with_content().filter(pk__in=asked))
    filling.name_all(about)
    titles = {post.pk: first_line(post) for post in about}
    theirs: dict[User, list[UUID]] = defaultdict(list)
    crew = crew_of(organisation, now=now)
    for approval in approved.waiting().filter(subject_kind=posts.KIND, subject_id__in=asked):
        for person in approved.deciders(approval, crew=crew, now=now):
            theirs[person].append(approval.subject_id)
    for person, waiting in theirs.items():
        notify.tell(
            organisation=organisation,
            users=[person],
            code="posts-wait",
            params={"count": len(waiting), "title": titles[waiting[0]], "titles": [titles[pk] for pk in waiting], "by": str(by)},
            path="/decisions",
            cause=f"asked-by:{by.pk}",
            by_email=True,
            now=now,
        )
