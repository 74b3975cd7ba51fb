"""Who Demain · Morgen is: an invented bilingual party in Brussels."""

from demo.content.model import Campaign, Channel, Person

DOMAIN = "demain-morgen.example"


def person(key: str, name: str, email: str, language: str, roles: str, about: str) -> Person:
    return Person(key=key, name=name, email=f"{email}@{DOMAIN}", language=language, roles=frozenset(roles.split()), avatar=key, about=about)


PEOPLE = (
    person("claire", "Claire Vandamme", "admin", "fr", "admin", "Responsable de la communication"),
    person("jef", "Jef Moerman", "planner", "nl", "planner", "Campagneplanner"),
    person("amina", "Amina Benali", "author", "fr", "author", "Rédactrice"),
    person("lieve", "Lieve Hendrickx", "approver", "nl", "approver board", "Campagneleider"),
    person("olivier", "Olivier Marchal", "treasurer", "fr", "treasurer", "Trésorier"),
    person("tom", "Tom Claessens", "viewer", "nl", "viewer", "Vrijwilliger, wil meekijken"),
    person("salome", "Salomé Lambert", "salome", "fr", "author", "Fédération de Bruxelles-Ouest"),
    person("bram", "Bram Verstuyft", "bram", "nl", "author", "Afdeling Brussel-Noord"),
    person("yasmine", "Yasmine Oudghiri", "yasmine", "fr", "approver planner", "Directrice de campagne adjointe"),
)

CHANNELS = (
    Channel("facebook", "facebook", "Demain · Morgen", "demain.morgen", "100000000000101", ("fr", "nl"), 26, "demain-morgen"),
    Channel("instagram", "instagram", "Demain · Morgen", "demain.morgen", "17840000000000102", ("fr", "nl"), 20, "demain-morgen"),
    Channel("x_fr", "twitter", "Demain · Morgen FR", "demainmorgen_fr", "1700000000000000103", ("fr",), 22, "demain-morgen"),
    Channel("x_nl", "twitter", "Demain · Morgen NL", "demainmorgen_nl", "1700000000000000104", ("nl",), 20, "demain-morgen"),
)

CAMPAIGNS = (
    Campaign(
        "loyers-justes",
        "Loyers justes · Eerlijke huur",
        "short",
        "5 000 signatures avant le vote en commission",
        -21,
        18,
        "#0F766E",
        "loyers-justes",
        32,
    ),
    Campaign(
        "seize-jours",
        "16 jours · 16 dagen",
        "short",
        "Une adresse utile par jour, du 25 novembre au 10 décembre",
        -7,
        17,
        "#6B2A6E",
        "16-jours",
        14,
    ),
    Campaign(
        "soin",
        "Le soin se paie · Zorg verdient beter",
        "medium",
        "600 témoignages et un euro de plus par heure au budget",
        -120,
        110,
        "#C2452D",
        "le-soin-se-paie",
        10,
    ),
    Campaign(
        "bouger",
        "Bouger mieux · Vlot vooruit",
        "medium",
        "40 chaînons vélo réparés, un tram toutes les 6 minutes",
        -200,
        90,
        "#2F5D9B",
        "bouger-mieux",
        12,
    ),
    Campaign(
        "energie",
        "Chaud chez soi · Warm thuis",
        "medium",
        "2 000 ménages accompagnés vers le tarif social cet hiver",
        -45,
        130,
        "#A86A12",
        "chaud-chez-soi",
        8,
    ),
    Campaign(
        "quartiers",
        "Nos quartiers · Onze wijken",
        "long",
        "Un comité actif dans chacune des 19 communes",
        -400,
        900,
        "#3F7D20",
        "nos-quartiers",
        12,
    ),
)
