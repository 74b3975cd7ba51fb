"""Who Le Toit Solidaire is."""

from demo.content.model import Campaign, Channel, Person

DOMAIN = "toit-solidaire.example"


def person(key: str, name: str, email: str, roles: str, about: str) -> Person:
    return Person(key=key, name=name, email=f"{email}@{DOMAIN}", language="fr", roles=frozenset(roles.split()), avatar=key, about=about)


PEOPLE = (
    person("helene", "Hélène Wuyts", "admin", "admin", "Coordinatrice"),
    person("karim", "Karim Lahlou", "planner", "planner", "Chargé de campagne"),
    person("manon", "Manon Delcourt", "author", "author", "Chargée de communication"),
    person("etienne", "Étienne Collard", "approver", "approver board", "Directeur"),
    person("beatrice", "Béatrice Noël", "treasurer", "treasurer", "Comptable"),
    person("luc", "Luc Tshibanda", "viewer", "viewer", "Administrateur bénévole"),
)

CHANNELS = (
    Channel("facebook", "facebook", "Le Toit Solidaire", "letoitsolidaire", "100000000000201", ("fr",), 5, "toit-solidaire"),
    Channel("instagram", "instagram", "Le Toit Solidaire", "letoitsolidaire", "17840000000000202", ("fr",), 4, "toit-solidaire"),
    Channel("x", "twitter", "Le Toit Solidaire", "toitsolidaire", "1700000000000000203", ("fr",), 6, "toit-solidaire"),
)

CAMPAIGNS = (
    Campaign(
        "hiver", "Un hiver à l’abri", "short", "10 000 signatures pour une trêve hivernale complète", -14, 28, "#C4623A", "hiver-abri", 8
    ),
    Campaign(
        "renover",
        "Rénover sans expulser",
        "medium",
        "Trois garanties inscrites dans l’ordonnance rénovation",
        -90,
        180,
        "#1F4B3F",
        "renover-sans-expulser",
        4,
    ),
    Campaign(
        "un-droit",
        "Un toit, un droit",
        "long",
        "Doubler les permanences logement d’ici trois ans",
        -500,
        1000,
        "#8A5A12",
        "un-toit-un-droit",
        3,
    ),
)
