"""Demain · Morgen, an invented bilingual party in Brussels: its people, pages, campaigns, money and three weeks of posts."""

from demo.content.demain_morgen import first_minutes, monday_to_wednesday, next_week, thursday_to_sunday, week_before
from demo.content.demain_morgen.budget import BUDGET
from demo.content.demain_morgen.elsewhere import BY_HAND
from demo.content.demain_morgen.organisation import CAMPAIGNS, CHANNELS, PEOPLE
from demo.content.demain_morgen.strategy import OBJECTIVES
from demo.content.demain_morgen.talks import TALKS
from demo.content.model import Organisation

THIS_WEEK = (
    *monday_to_wednesday.MONDAY,
    *monday_to_wednesday.TUESDAY,
    *monday_to_wednesday.WEDNESDAY,
    *thursday_to_sunday.THURSDAY,
    *thursday_to_sunday.FRIDAY,
    *thursday_to_sunday.SATURDAY,
    *thursday_to_sunday.SUNDAY,
)

ORGANISATION = Organisation(
    slug="demain-morgen",
    name="Demain · Morgen",
    kind="party",
    languages=("fr", "nl"),
    site="https://demain-morgen.example.org",
    about="Parti bilingue bruxellois · Tweetalige Brusselse partij",
    people=PEOPLE,
    channels=CHANNELS,
    campaigns=CAMPAIGNS,
    objectives=OBJECTIVES,
    talks=TALKS,
    by_hand=BY_HAND,
    budget=BUDGET,
    posts=(*week_before.POSTS, *THIS_WEEK, *first_minutes.MINUTES, *next_week.POSTS),
)
