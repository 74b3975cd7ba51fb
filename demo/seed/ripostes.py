"""The fast lane: who is on call, and the ripostes of the last weeks with the minutes they took."""

from datetime import datetime, timedelta
from functools import partial

from campaigns.approvals.models import Approval
from campaigns.decisions import services as decisions
from campaigns.posts import selectors
from campaigns.posts import services as posts
from campaigns.posts.draft import Draft, DraftPlacement, DraftVersion
from campaigns.posts.models import Post
from campaigns.posts.templates import services as templates
from campaigns.riposte import asking, duty, services
from campaigns.riposte.models import Riposte
from demo.content.ripostes import AGREED, CHANNELS, ORGANISATION, RIPOSTES, AgreedAnswer, DemoRiposte
from demo.seed import came_by, dice, published
from demo.seed.history import History
from demo.seed.stage import Stage
from demo.seed.walls import Walls
from networks.contract import Content
from scheduler.delivery.claim import frozen

SENT_AFTER = timedelta(seconds=2)
ON_CALL = ("approver", "yasmine", "approver")  # this week and the two that follow


def plan_all(stage: Stage, history: History, walls: Walls) -> None:
    """Each riposte will have been started, asked about, approved and published."""
    if stage.content.slug != ORGANISATION:
        return
    for answer in AGREED:
        history.at(stage.now - timedelta(days=40), partial(_agree, stage, answer))
    history.at(stage.now - timedelta(hours=3), partial(_set_rota, stage))
    for riposte in RIPOSTES:
        news = _news_at(stage, riposte)
        history.at(news + timedelta(minutes=riposte.started), partial(_start, stage, history, walls, riposte, news))


def _agree(stage: Stage, answer: AgreedAnswer, moment: datetime) -> None:
    """The answer is there to begin with, as a template for ripostes."""
    texts = (("fr", answer.french), ("nl", answer.dutch))
    templates.keep(
        organisation=stage.row,
        by=stage.person("planner"),
        name=answer.name,
        is_riposte=True,
        versions=[{"language": code, "segments": [text], "link": "", "with_utm": False, "pictures": []} for code, text in texts],
        placements=[{"channel": str(stage.channels[key].pk), "languages": list(languages)} for key, languages in CHANNELS],
        now=moment,
    )


def _news_at(stage: Stage, riposte: DemoRiposte) -> datetime:
    hour, minute = map(int, riposte.hour.split(":"))
    here = stage.now.astimezone(stage.zone) - timedelta(days=riposte.days_ago)
    return here.replace(hour=hour, minute=minute, second=0, microsecond=0)


def _set_rota(stage: Stage, moment: datetime) -> None:
    by = stage.person("planner")
    monday = (stage.now.astimezone(stage.zone) - timedelta(days=stage.now.astimezone(stage.zone).weekday())).date()
    for week, person in enumerate(ON_CALL):
        starts, ends = monday + timedelta(weeks=week), monday + timedelta(weeks=week + 1)
        duty.put_on_call(
            organisation=stage.row, person=stage.person(person), starts=f"{starts}T00:00", ends=f"{ends}T00:00", by=by, now=moment
        )
    duty.arrange(organisation=stage.row, by=by, default_person=stage.person("yasmine"), now=moment)


def _start(stage: Stage, history: History, walls: Walls, riposte: DemoRiposte, news: datetime, moment: datetime) -> None:
    versions = [
        DraftVersion(language=language, segments=[text], link=riposte.link, with_utm=False)
        for language, text in (("fr", riposte.french), ("nl", riposte.dutch))
    ]
    row = services.start(
        organisation=stage.row,
        by=stage.person("author"),
        headline=riposte.headline,
        link=riposte.link,
        draft=Draft(
            versions=versions,
            placements=[DraftPlacement(channel=stage.channels[key].pk, languages=languages) for key, languages in CHANNELS],
        ),
        template_name=riposte.template,
        news_at=news,
        now=moment,
    )
    Post.objects.filter(pk=row.post_id).update(created_at=moment)
    history.at(news + timedelta(minutes=riposte.asked), partial(_ask, stage, row))
    history.at(news + timedelta(minutes=riposte.approved), partial(_approve, stage, history, walls, row))


def _ask(stage: Stage, row: Riposte, moment: datetime) -> None:
    asking.ask(riposte=row, by=stage.person("author"), now=moment)


def _approve(stage: Stage, history: History, walls: Walls, row: Riposte, moment: datetime) -> None:
    by = stage.person("approver")
    approval = Approval.objects.get(subject_kind=posts.KIND, subject_id=row.post_id, state=Approval.State.OPEN)
    decisions.decide(
        approval=approval,
        by=by,
        membership=stage.membership(by),
        verdict="approve",
        comment="",
        seen=approval.fingerprint,
        via=came_by.way(row.headline),
        now=moment,
    )
    Riposte.objects.filter(pk=row.pk).update(next_ask_at=None)
    whole = selectors.whole(row.post_id)
    for placement in whole.placements.all():
        said = frozen(placement, whole)
        sent = moment + SENT_AFTER + timedelta(seconds=dice.number(f"{row.headline}{placement.channel_id}", 1, 50))
        shown = walls.put(placement.channel, Content(segments=tuple(said["segments"]), link=said["link"]), files={}, at=sent)
        history.at(sent, partial(published.publish, placement, shown))
