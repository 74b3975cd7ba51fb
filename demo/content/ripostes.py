"""Answers to the news of the last weeks with the minutes each step took, and the answers agreed on beforehand."""

from dataclasses import dataclass

ORGANISATION = "demain-morgen"
CHANNELS = (("facebook", ("fr", "nl")), ("x_fr", ("fr",)), ("x_nl", ("nl",)))


@dataclass(frozen=True)
class DemoRiposte:
    """The news broke `days_ago` at `hour`; the minutes count from then."""

    headline: str
    link: str
    template: str
    days_ago: int
    hour: str
    started: float
    asked: float
    approved: float
    french: str
    dutch: str


@dataclass(frozen=True)
class AgreedAnswer:
    """A template for ripostes: {headline} and {link} are filled when it is used."""

    name: str
    french: str
    dutch: str


AGREED = (
    AgreedAnswer(
        name="Logement : un toit n’est pas un placement",
        french="« {headline} »\n\nUn toit n’est pas un placement. Nous demandons un loyer lié à la qualité du logement. {link}",
        dutch="“{headline}”\n\nEen dak is geen belegging. Wij vragen huurprijzen naar de kwaliteit van de woning. {link}",
    ),
    AgreedAnswer(
        name="Soins : on ne soigne pas à la minute",
        french="« {headline} »\n\nOn ne soigne pas à la minute. Des bras en plus, payés dignement : voilà la réponse. {link}",
        dutch="“{headline}”\n\nZorg meet je niet per minuut. Meer handen, eerlijk betaald: dat is het antwoord. {link}",
    ),
    AgreedAnswer(
        name="Mobilité : le bus d’abord",
        french="« {headline} »\n\nMoins de bus, c’est moins de liberté pour celles et ceux qui n’ont pas de voiture. {link}",
        dutch="“{headline}”\n\nMinder bussen is minder vrijheid voor wie geen auto heeft. {link}",
    ),
)

RIPOSTES = (
    DemoRiposte(
        headline="Le gel des loyers reporté d’un an",
        link="https://news.example.org/gel-des-loyers-reporte",
        template=AGREED[0].name,
        days_ago=2,
        hour="16:12",
        started=2.5,
        asked=5,
        approved=8.4,
        french="« Le gel des loyers reporté d’un an »\n\nUn an d’attente, c’est douze loyers de trop. Nous demandons le vote avant Noël.",
        dutch="“De huurstop een jaar uitgesteld”\n\nEen jaar wachten is twaalf keer te veel huur. Wij vragen een stemming vóór Kerstmis.",
    ),
    DemoRiposte(
        headline="La STIB supprime quatre lignes de nuit",
        link="https://news.example.org/lignes-de-nuit",
        template=AGREED[2].name,
        days_ago=5,
        hour="08:40",
        started=4,
        asked=7.5,
        approved=10.2,
        french="« La STIB supprime quatre lignes de nuit »\n\nQui nettoie les bureaux à 5 h n’a pas de taxi. Ces lignes doivent rester.",
        dutch="“MIVB schrapt vier nachtlijnen”\n\nWie om 5 uur kantoren poetst, neemt geen taxi. Deze lijnen moeten blijven.",
    ),
    DemoRiposte(
        headline="Aide à domicile : huit minutes par toilette",
        link="https://news.example.org/huit-minutes",
        template=AGREED[1].name,
        days_ago=9,
        hour="11:05",
        started=6,
        asked=11,
        approved=18.6,
        french="« Huit minutes par toilette »\n\nUne personne n’est pas un chronomètre. Nous demandons du temps payé pour soigner.",
        dutch="“Acht minuten per wasbeurt”\n\nEen mens is geen chronometer. Wij vragen betaalde tijd om te zorgen.",
    ),
    DemoRiposte(
        headline="La facture d’énergie repart à la hausse",
        link="https://news.example.org/facture-energie",
        template="",
        days_ago=13,
        hour="18:30",
        started=1.5,
        asked=3.2,
        approved=5.1,
        french="La facture d’énergie repart à la hausse : élargissons le tarif social avant l’hiver, pas après.",
        dutch="De energiefactuur stijgt weer: verruim het sociaal tarief vóór de winter, niet erna.",
    ),
    DemoRiposte(
        headline="Expulsions : le moratoire d’hiver contesté",
        link="https://news.example.org/moratoire-hiver",
        template=AGREED[0].name,
        days_ago=20,
        hour="09:55",
        started=3,
        asked=6.4,
        approved=11.3,
        french="« Le moratoire d’hiver contesté »\n\nPersonne à la rue en janvier. Ce moratoire protège des familles.",
        dutch="“Winterstop op uithuiszettingen onder vuur”\n\nNiemand op straat in januari. Deze winterstop beschermt gezinnen.",
    ),
)
