"""What colleagues did with a draft after it was begun: a translation, a change of its source, notes."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from campaigns.posts import selectors
from campaigns.posts import services as posts
from campaigns.posts.draft import Draft, DraftVersion
from campaigns.posts.models import Post
from campaigns.posts.notes import services as notes
from demo.content.model import Remark, Talk
from demo.seed.history import History
from demo.seed.stage import Stage

SOURCE, TRANSLATION = "fr", "nl"


def plan(stage: Stage, history: History, row: Post, key: str, written: datetime) -> None:
    """Whatever colleagues have to do with this post will have happened."""
    for talk in (talk for talk in stage.content.talks if talk.post == key):
        history.at(written + timedelta(hours=1), partial(translate, stage, row, talk))
        for hours, who, text in talk.rewritten:
            history.at(written + timedelta(hours=hours), partial(rewrite, stage, row, who, text))
        for remark in talk.remarks:
            history.at(written + timedelta(hours=remark.hours), partial(say, stage, row, remark))


def translate(stage: Stage, row: Post, talk: Talk, moment: datetime) -> None:
    """The translation knows its source."""
    versions = versions_of(row)
    said = [DraftVersion(**{**each, "source": SOURCE if each["language"] == TRANSLATION else ""}) for each in versions]
    posts.save(post=row, by=row.author or stage.person("author"), draft=Draft(versions=said), revision=None, now=moment)


def rewrite(stage: Stage, row: Post, who: str, text: str, moment: datetime) -> None:
    said = [DraftVersion(**{**each, **({"segments": [text]} if each["language"] == SOURCE else {})}) for each in versions_of(row)]
    posts.save(post=row, by=stage.person(who), draft=Draft(versions=said), revision=None, now=moment)


def versions_of(row: Post) -> list[dict[str, Any]]:
    """Return the versions as they stand, without what the server works out by itself."""
    return [{**fields, "source": None, "source_text": None} for fields in selectors.versions_of(selectors.whole(row.pk))]


def say(stage: Stage, row: Post, remark: Remark, moment: datetime) -> None:
    by = stage.person(remark.by)
    named = [stage.person(key).pk for key in remark.names]
    note = notes.say(post=row, by=by, text=remark.text, mentions=named, now=moment)
    if remark.is_done:
        notes.resolve(note=note, by=stage.person("planner"), is_resolved=True, now=moment)
