"""What stands in the calendar beside the posts: own moments, usual times of channels, a feed."""

from datetime import timedelta

from accounts.channels import services as channels
from campaigns.exchange import feeds
from campaigns.exchange.choice import Choice
from campaigns.plan import moments_services as moments
from demo.content.model import monday
from demo.seed.stage import Stage

# Days from the Monday of the current week: first, last, kind, then the name by language.
MOMENTS = (
    (3, 3, "media", {"fr": "Débat télévisé sur le logement", "nl": "Tv-debat over wonen"}),
    (5, 6, "meeting", {"fr": "Congrès de la fédération", "nl": "Congres van de federatie"}),
    (11, 11, "deadline", {"fr": "Clôture de la pétition", "nl": "Einde van de petitie"}),
    (16, 16, "action", {"fr": "Action devant le Parlement", "nl": "Actie aan het parlement"}),
)
# Hours at which people read: weekday, time.
TIMES = {
    "facebook": ((0, "12:15"), (2, "12:15"), (4, "18:30"), (6, "19:30")),
    "instagram": ((1, "18:00"), (3, "18:00"), (5, "11:00")),
    "twitter": ((0, "08:15"), (1, "08:15"), (2, "08:15"), (3, "08:15"), (4, "08:15")),
}


def put_beside(stage: Stage) -> None:
    """The calendar has something to plan around, and times to fill."""
    planner, language = stage.person("planner"), stage.content.languages[0]
    first = monday(stage.now.astimezone(stage.zone).date())
    for start, end, kind, names in MOMENTS:
        moments.add(
            organisation=stage.row,
            by=planner,
            name=names.get(language, names["fr"]),
            kind=kind,
            starts_on=first + timedelta(days=start),
            ends_on=first + timedelta(days=end),
            now=stage.founded,
        )
    for key, row in stage.channels.items():
        if times := TIMES.get(row.network):
            slots = [{"day": day, "time": time} for day, time in times]
            stage.channels[key] = channels.edit(channel=row, by=planner, slots=slots, now=stage.founded)
    name = {"fr": "Agenda de l’équipe", "nl": "Agenda van het team"}.get(language, "Team")
    feeds.make(organisation=stage.row, by=planner, name=name, wanted=Choice(), now=stage.founded)
