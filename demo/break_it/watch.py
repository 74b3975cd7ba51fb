"""What happens by itself and is worth telling: the worker is back, lost answers are looked for and found, everything has arrived."""

from datetime import datetime
from typing import Any

from accounts.channels.models import Channel
from demo.break_it.count import OPEN, PERSON, Counts
from demo.break_it.notes import Notes
from scheduler.health.models import Heartbeat

BEATS = "worker.publish"


def observe(notes: Notes, counts: Counts, *, channels: list[Channel], now: datetime) -> None:
    """The list of events says what has changed since somebody last looked."""
    states = {post.delivery: post.state for post in counts.posts if post.delivery}
    _the_blows(notes, states, now=now)
    _lost_answers(notes, states, now=now)
    _sign_ins(notes, counts, channels=channels, now=now)
    if counts.planned and counts.due == counts.planned and not (counts.under_way or counts.looking or counts.waiting):
        if not notes.is_over_told:
            notes.tell("all-out", at=now, planned=counts.planned, on_wall=counts.on_wall, person=counts.person)
        notes.is_over_told = True
    else:
        notes.is_over_told = False


def _the_blows(notes: Notes, states: dict[str, str], *, now: datetime) -> None:
    settled: list[str] = []
    for blow in notes.blows:
        struck_at = datetime.fromisoformat(blow.at)
        if not blow.is_back and blow.kind == "killed":
            beat = Heartbeat.objects.filter(part=BEATS, at__gt=struck_at).values_list("at", flat=True).first()
            if beat:
                blow.is_back = True
                notes.tell("worker-back", at=now, seconds=round((beat - struck_at).total_seconds(), 1))
        if not blow.is_settled and not any(states.get(one) in OPEN for one in blow.hands):
            blow.is_settled = True
            settled += blow.hands
    if settled:
        asked = sum(states.get(one) in PERSON for one in settled)
        notes.tell("hands-settled", at=now, online=len(settled) - asked, person=asked)


def _lost_answers(notes: Notes, states: dict[str, str], *, now: datetime) -> None:
    looked = set(notes.looked)
    fresh = sorted(one for one, state in states.items() if state == "uncertain" and one not in looked)
    if fresh:
        notes.looked = [*notes.looked, *fresh]
        notes.tell("answers-lost", at=now, posts=len(fresh))
    told = set(notes.found)
    ended = [one for one in notes.looked if one not in told and states.get(one, "") not in OPEN]
    if ended:
        notes.found = [*notes.found, *ended]
        online = sum(states.get(one) == "published" for one in ended)
        if online:
            notes.tell("answers-found", at=now, posts=online)
        if online < len(ended):
            notes.tell("person-asked", at=now, posts=len(ended) - online)


def _sign_ins(notes: Notes, counts: Counts, *, channels: list[Channel], now: datetime) -> None:
    for channel in channels:
        key, is_lost = str(channel.pk), channel.state == Channel.State.SIGN_IN_LOST
        told: dict[str, Any] = {"channel": channel.name, "network": channel.network}
        if is_lost and key not in notes.out_of:
            notes.out_of = [*notes.out_of, key]
            notes.tell("sign-in-lost", at=now, **told)
        elif not is_lost and key in notes.out_of:
            notes.out_of = [one for one in notes.out_of if one != key]
            notes.tell("signed-in-again", at=now, **told)
