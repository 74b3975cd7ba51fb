"""Le Toit Solidaire, an invented housing association: its people, pages, campaigns, money and posts."""

from demo.content.model import Organisation
from demo.content.toit_solidaire.budget import BUDGET
from demo.content.toit_solidaire.organisation import CAMPAIGNS, CHANNELS, PEOPLE
from demo.content.toit_solidaire.posts import POSTS

ORGANISATION = Organisation(
    slug="toit-solidaire",
    name="Le Toit Solidaire",
    kind="ngo",
    languages=("fr",),
    site="https://toit-solidaire.example.org",
    about="Association pour le droit au logement",
    people=PEOPLE,
    channels=CHANNELS,
    campaigns=CAMPAIGNS,
    budget=BUDGET,
    posts=POSTS,
)
