"""What the tests of ripostes do over and over."""

from datetime import timedelta
from typing import Any

from django.utils import timezone
from django_scopes import scopes_disabled

from accounts.notify.models import Notice
from campaigns.riposte.models import Duty
from tests.world import World

NEWS = {"headline": "Loyers : le gel abandonné", "link": "https://news.example/loyers"}


def start(world: World, who: str = "planner", **more: Any) -> dict[str, Any]:
    texts = [{"language": "fr", "segments": ["« {headline} » Nous disons non."]}, {"language": "nl", "segments": ["Wij zeggen nee."]}]
    body = {**NEWS, **({} if "template" in more else {"versions": texts}), **more}
    answer = world.client(who).post("/api/ripostes/", body, format="json")
    assert answer.status_code == 201, answer.data
    return dict(answer.data)


def put_on_call(world: World, name: str, *, hours: float = 8) -> None:
    now = timezone.now()
    with scopes_disabled():
        Duty.objects.create(
            organisation=world.organisation,
            person=world.people[name],
            starts_at=now - timedelta(hours=1),
            ends_at=now + timedelta(hours=hours),
        )


def act(world: World, who: str, riposte: dict[str, Any], verb: str, body: Any = None) -> Any:
    return world.client(who).post(f"/api/ripostes/{riposte['id']}/{verb}/", body, format="json")


def told(world: World, code: str) -> set[str]:
    return {n.user.name for n in Notice.objects.select_related("user").filter(code=code)}


def channels_of(riposte: dict[str, Any]) -> set[str]:
    return {str(p["channel"]) for p in riposte["content"]["placements"]}
