"""How the posts came about: who wrote them when, who was asked, who said yes, who asked for changes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from accounts.orgs.rights import Role
from accounts.people.models import User
from campaigns.approvals.models import Approval
from campaigns.decisions import services as decisions
from campaigns.posts import services as posts
from campaigns.posts.draft import Draft, DraftPicture, DraftPlacement, DraftVersion
from campaigns.posts.models import Post
from demo.content.model import DemoPost
from demo.seed import came_by, dice
from demo.seed.stage import Stage

SETTLING = timedelta(seconds=45)
WAITS_AT_MOST_MIN = 20 * 60  # what is still to be decided was submitted within that time


@dataclass(frozen=True)
class Moments:
    """When the post was written, submitted and decided, as far as its state says that it was."""

    written: datetime
    submitted: datetime
    decided: datetime


def moments(stage: Stage, post: DemoPost) -> Moments:
    """Return moments before it goes out and before now, at hours at which people work."""
    if post.state_at(now=stage.now, zone=stage.zone) == "review":
        submitted = stage.now - timedelta(minutes=dice.number(post.key, 20, WAITS_AT_MOST_MIN))
        return Moments(submitted - timedelta(minutes=dice.number(post.key + "w", 15, 90)), submitted, stage.now)
    out = min(time_of(stage, post), stage.now).astimezone(stage.zone)
    written = dice.at_work(out - timedelta(days=dice.number(post.key, 2, 5)), post.key)
    submitted = written + timedelta(minutes=dice.number(post.key + "s", 12, 130))
    return Moments(written, submitted, submitted + timedelta(minutes=dice.number(post.key + "d", 9, 200)))


def time_of(stage: Stage, post: DemoPost) -> datetime:
    """Return when it goes out. The first minutes begin when everything is started and somebody is looking."""
    return post.when(now=stage.now if post.minutes_from_now is None else stage.now + SETTLING, zone=stage.zone)


def draft_of(stage: Stage, post: DemoPost) -> Draft:
    """Return the post as somebody's screen would send it."""
    when = time_of(stage, post)
    placements = []
    for key in post.channels:
        channel = stage.content.channel(key)
        placements.append(
            DraftPlacement(
                channel=stage.channels[key].pk,
                languages=post.languages(channel),
                local_time=f"{when:%Y-%m-%dT%H:%M}",
                zone=stage.row.time_zone,
                own_segments=post.segments(channel) if key in post.override else None,
            )
        )
    versions = [
        DraftVersion(
            language=language,
            segments=version.segments,
            link=version.link,
            first_comment=version.first_comment,
            pictures=[DraftPicture(stage.assets[key].pk, alt) for key, alt in zip(post.pictures, version.alts, strict=True)],
        )
        for language, version in post.versions.items()
    ]
    return Draft(campaign=stage.campaigns[post.campaign].pk, has_campaign=True, versions=versions, placements=placements)


def write(stage: Stage, post: DemoPost, moment: datetime) -> Post:
    row = posts.create(organisation=stage.row, by=stage.person(post.author), draft=draft_of(stage, post), now=moment)
    Post.objects.filter(pk=row.pk).update(created_at=moment)
    return row


def submit(stage: Stage, post: DemoPost, row: Post, moment: datetime) -> None:
    posts.submit(post=row, by=stage.person(post.author), now=moment)


def decide(stage: Stage, post: DemoPost, row: Post, moment: datetime) -> None:
    """Somebody else than the author has said yes, or what should change."""
    by, asks = approver_of(stage, post), post.state_at(now=stage.now, zone=stage.zone) == "changes"
    approval = Approval.objects.get(subject_kind=posts.KIND, subject_id=row.pk, state=Approval.State.OPEN)
    decisions.decide(
        approval=approval,
        by=by,
        membership=stage.membership(by),
        verdict="ask_changes" if asks else "approve",
        comment=post.comment if asks else "",
        seen=approval.fingerprint,
        via=came_by.way(post.key),
        now=moment,
    )


def approver_of(stage: Stage, post: DemoPost) -> User:
    author = stage.content.person(post.author)
    able = [person for person in stage.content.people if Role.APPROVER in person.roles and person != author]
    return stage.people[dice.one_of(post.key, able).key]
