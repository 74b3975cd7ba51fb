"""Shapes of ripostes and of the rota on the wire."""

from typing import Any

from rest_framework import serializers

from campaigns.posts.serializers import PostDraft, PostWhole

STAGES = ("draft", "asked", "unanswered", "changes_asked", "rejected", "going", "live", "trouble", "called_off")


class RiposteStart(PostDraft):
    """`template`: whose texts and channels to start with; `versions` and `placements` outweigh it. Neither: the bare headline.

    `channels`: the ones it goes to, whatever the template says; left out: the template's, else those of the fast lane.
    """

    headline = serializers.CharField(max_length=300)
    link = serializers.URLField(max_length=2000, allow_blank=True, default="")
    template = serializers.UUIDField(allow_null=True, default=None)
    channels = serializers.ListField(child=serializers.UUIDField(), max_length=200, allow_null=True, default=None)
    news_at = serializers.DateTimeField(required=False, help_text="When the news broke; left out: now")
    delay_min = serializers.IntegerField(min_value=0, max_value=720, default=0, help_text="0: the moment it is approved")


class RiposteChange(serializers.Serializer[Any]):
    headline = serializers.CharField(max_length=300, required=False)
    news_at = serializers.DateTimeField(required=False)
    delay_min = serializers.IntegerField(min_value=0, max_value=720, required=False)


class Mark(serializers.Serializer[Any]):
    mark = serializers.ChoiceField(choices=[(m, m) for m in ("news", "started", "asked", "approved", "live")])
    language = serializers.CharField(help_text="Of what is live; else empty")
    at = serializers.DateTimeField(allow_null=True)
    after_s = serializers.IntegerField(allow_null=True, help_text="Seconds since the news")


class RiposteInList(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    post = serializers.UUIDField()
    headline = serializers.CharField()
    link = serializers.CharField()
    site = serializers.CharField(help_text="The site the news is from")
    template_name = serializers.CharField()
    started_by = serializers.CharField()
    stage = serializers.ChoiceField(choices=[(s, s) for s in STAGES])
    is_running = serializers.BooleanField()
    news_at = serializers.DateTimeField()
    delay_min = serializers.IntegerField()
    marks = Mark(many=True)
    live_after_s = serializers.IntegerField(allow_null=True, help_text="From the news to live in every language")
    networks = serializers.ListField(child=serializers.CharField())


class InTheWay(serializers.Serializer[Any]):
    placement = serializers.UUIDField()
    post = serializers.UUIDField()
    channel = serializers.UUIDField()
    network = serializers.CharField()
    channel_name = serializers.CharField()
    languages = serializers.ListField(child=serializers.CharField())
    first_line = serializers.CharField()
    state = serializers.CharField()
    local_time = serializers.CharField()
    zone = serializers.CharField()
    minutes_apart = serializers.IntegerField(help_text="From the riposte: negative before it")
    may_move = serializers.BooleanField()


class MovedAway(InTheWay):
    id = serializers.UUIDField()
    from_local = serializers.CharField()
    moved_by = serializers.CharField()


class SoundsLight(InTheWay):
    why = serializers.ListField(child=serializers.CharField(), help_text="What makes it sound light")


class RiposteWhole(RiposteInList):
    content = PostWhole()
    may_edit = serializers.BooleanField()
    may_ask = serializers.BooleanField()
    needs_approval = serializers.BooleanField()
    is_stopped = serializers.BooleanField(help_text="The crisis stop holds everything")
    stop_reason = serializers.CharField()
    target_min = serializers.IntegerField()
    window_min = serializers.IntegerField()
    approval = serializers.UUIDField(allow_null=True, help_text="The open one")
    called = serializers.ListField(child=serializers.CharField(), help_text="Who is asked, or who would be")
    until = serializers.DateTimeField(allow_null=True)
    next_ask_at = serializers.DateTimeField(allow_null=True)
    in_the_way = InTheWay(many=True)
    moved = MovedAway(many=True)
    light = SoundsLight(many=True)


class RiposteFigures(serializers.Serializer[Any]):
    count = serializers.IntegerField()
    median_s = serializers.IntegerField(allow_null=True)
    best_s = serializers.IntegerField(allow_null=True)
    in_time = serializers.IntegerField()


class Ripostes(serializers.Serializer[Any]):
    target_min = serializers.IntegerField()
    figures = RiposteFigures()
    running = RiposteInList(many=True)
    past = RiposteInList(many=True)


class MoveAway(serializers.Serializer[Any]):
    placement = serializers.UUIDField()
    local_time = serializers.CharField(max_length=16)


class MakeRoom(serializers.Serializer[Any]):
    moves = serializers.ListField(child=MoveAway(), allow_empty=False, max_length=100)


class PutBack(serializers.Serializer[Any]):
    moved = serializers.ListField(child=serializers.UUIDField(), allow_empty=False, max_length=100)


class PersonBrief(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()


class DutyWhole(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    person = PersonBrief()
    starts_at = serializers.DateTimeField()
    ends_at = serializers.DateTimeField()
    starts = serializers.CharField(help_text="On the organisation's wall clock")
    ends = serializers.CharField()


class DutyDraft(serializers.Serializer[Any]):
    person = serializers.UUIDField()
    starts = serializers.CharField(max_length=16)
    ends = serializers.CharField(max_length=16)


class AbsenceWhole(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    person = PersonBrief()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()


class AbsenceDraft(serializers.Serializer[Any]):
    person = serializers.UUIDField()
    starts_on = serializers.DateField()
    ends_on = serializers.DateField()


class LaneDraft(serializers.Serializer[Any]):
    default_person = serializers.UUIDField(allow_null=True, required=False)
    patience_min = serializers.IntegerField(min_value=1, max_value=120, required=False)
    expires_min = serializers.IntegerField(min_value=5, max_value=720, required=False)
    target_min = serializers.IntegerField(min_value=1, max_value=720, required=False)
    window_min = serializers.IntegerField(min_value=0, max_value=720, required=False)
    left_out = serializers.ListField(
        child=serializers.UUIDField(), max_length=200, required=False, help_text="Channels that take part only when switched on"
    )


class LaneChannel(serializers.Serializer[Any]):
    id = serializers.UUIDField()
    name = serializers.CharField()
    network = serializers.CharField()
    languages = serializers.ListField(child=serializers.CharField())
    needs_picture = serializers.BooleanField(help_text="Takes no post without a picture: never on by itself")
    is_left_out = serializers.BooleanField(help_text="The fast lane leaves it out until somebody switches it on")
    is_on = serializers.BooleanField(help_text="A riposte goes there when nobody says otherwise")


class OnCall(serializers.Serializer[Any]):
    now = PersonBrief(many=True, help_text="Who is asked, first one first; nobody: everybody who may decide")
    mine_until = serializers.DateTimeField(allow_null=True, help_text="Until when you are on call by the rota")
    is_mine = serializers.BooleanField(help_text="You are the one who is asked first")
    people = PersonBrief(many=True, help_text="Who may be put on call")
    duties = DutyWhole(many=True)
    absences = AbsenceWhole(many=True)
    default_person = PersonBrief(allow_null=True)
    patience_min = serializers.IntegerField()
    expires_min = serializers.IntegerField()
    target_min = serializers.IntegerField()
    window_min = serializers.IntegerField()
    channels = LaneChannel(many=True)
    may_set = serializers.BooleanField()
