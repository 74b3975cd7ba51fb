"""Who says yes to what: a campaign whose posts take two steps, and money for which the treasurer is asked first; somebody is away."""

from datetime import timedelta

from accounts.orgs.rights import Role
from campaigns.approvals import routes
from campaigns.posts import services as posts
from campaigns.posts.models import Post
from demo.seed.stage import Stage


def set_up(stage: Stage) -> None:
    """The routes count from now on; the post that waits longest in that campaign is asked about again, by its route."""
    admin, now = stage.person("admin"), stage.now
    waiting = Post.objects.filter(state=Post.State.IN_REVIEW, campaign__isnull=False, deleted_at=None, riposte=None)
    post = waiting.select_related("organisation", "author", "campaign").order_by("created_at").first()
    approvers = [p for p in stage.content.people if Role.APPROVER in p.roles]
    if post is None or post.author is None or not approvers:
        return
    second = next((p for p in stage.content.people if Role.BOARD in p.roles or Role.ADMIN in p.roles), approvers[0])
    routes.save_route(
        organisation=stage.row,
        route=None,
        steps=[step(roles=[Role.APPROVER]), step(people=[str(stage.people[second.key].pk)])],
        by=admin,
        now=now,
        subject_kind="post",
        campaigns=[str(post.campaign_id)],
    )
    routes.save_route(
        organisation=stage.row,
        route=None,
        steps=[step(roles=[Role.TREASURER])],
        by=admin,
        now=now,
        subject_kind="request",
        from_cents=1_000_00,
    )
    away = stage.people[approvers[-1].key]
    routes.go_away(
        organisation=stage.row,
        person=away,
        stand_in=next((stage.people[p.key] for p in approvers if stage.people[p.key] != away), None),
        starts_on=(now + timedelta(days=9)).date(),
        ends_on=(now + timedelta(days=16)).date(),
        by=away,
        now=now,
    )
    posts.withdraw(post=post, by=post.author, now=now)
    posts.submit(post=post, by=post.author, now=now)


def step(*, roles: list[Role] | None = None, people: list[str] | None = None) -> dict[str, object]:
    return {"is_all": False, "needed": 1, "roles": [str(role) for role in roles or []], "people": people or []}
