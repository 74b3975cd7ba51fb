"""What goes out just after the demo has been loaded, so that one sees it happen: approved, on several networks."""

from collections.abc import Mapping

from demo.content.model import DemoPost
from demo.content.write import NONE, Text, post

ALL = "facebook instagram x_fr x_nl"


def soon(
    minutes: int,
    key: str,
    campaign: str,
    channels: str,
    *,
    fr: Text = "",
    nl: Text = "",
    link: str = "",
    pictures: str = "",
    author: str = "author",
    first: Mapping[str, str] = NONE,
) -> DemoPost:
    return post(key, 0, "", campaign, channels, fr=fr, nl=nl, link=link, pictures=pictures, author=author, first=first, minutes=minutes)


MINUTES = (
    soon(
        1,
        "signatures-4200",
        "loyers-justes",
        ALL,
        pictures="loyer-affiche",
        fr="4 200 signatures pour un loyer juste. Merci à chacun·e de vous, et aux voisin·es qui ont fait le tour de l’immeuble. "
        "Objectif : 5 000 avant "
        "le vote. Il manque peut-être la vôtre ✍️ #LoyersJustes",
        nl="4 200 handtekeningen voor een eerlijke huur. Bedankt aan iedereen, en aan de buren die van deur tot deur gingen. Doel: "
        "5 000 voor de "
        "stemming. Misschien ontbreekt die van jou nog ✍️ #EerlijkeHuur",
        link="signer-teken",
    ),
    soon(
        2,
        "bus-soir",
        "bouger",
        "facebook x_fr",
        pictures="bouger-arret",
        fr="« On attend quoi pour le bus ? » La question vient de Nadège, qui rentre d’Evere à 22 h passées. On l’a posée avec "
        "elle, par écrit, à la société "
        "de transport. Sa réponse sera publiée ici, entière.",
        first={"fr": "La lettre complète : https://demain-morgen.example.org/fr/bus-du-soir"},
    ),
    soon(
        3,
        "zorg-getuigen",
        "soin",
        "facebook x_nl",
        pictures="soin-agenda",
        author="bram",
        nl="Zo ziet een week in de thuiszorg eruit: vier gebroken dagen, zaterdagochtend, zondagavond. Betaald per bezoek, niet "
        "per dag. Wij willen "
        "aaneengesloten diensten. #ZorgVerdientBeter",
        link="zorg/uurrooster",
    ),
    soon(
        5,
        "fil-treve",
        "loyers-justes",
        "x_fr",
        author="salome",
        fr=(
            "Peut-on expulser quelqu’un en plein hiver à Bruxelles ? Beaucoup pensent que non. Petit fil pour y voir clair 🧵",
            "1. La trêve hivernale protège les locataires pendant les mois froids. Le juge peut prononcer l’expulsion, mais elle "
            "ne peut pas être exécutée, "
            "sauf exceptions prévues par l’ordonnance.",
            "2. Ces exceptions sont trop larges : un logement déclaré insalubre, et la protection tombe. On se retrouve dehors "
            "parce que le propriétaire n’a "
            "pas fait les travaux.",
            "3. Nous demandons une règle simple : pas de sortie sans solution de relogement. Toute l’année, et d’abord l’hiver. "
            "Vous avez reçu une "
            "lettre ? Écrivez-nous, on répond le jour même.",
        ),
    ),
    soon(
        8,
        "soin-carrousel",
        "soin",
        "facebook instagram",
        pictures="soin-affiche soin-mains soin-nuit",
        fr="Trois images, une évidence. On tient à celles et ceux qui soignent, alors on les paie.\n\n➡️ 1 € de plus par heure, "
        "tout de suite\n➡️ Plus une seule "
        "nuit seul·e dans un couloir\n➡️ Des horaires d’une traite\n\nFaites glisser, partagez, et taguez la personne qui vous a "
        "soigné·e un jour.\n\n"
        "#LeSoinSePaie",
        nl="Drie beelden, één zekerheid. Wie voor ons zorgt, verdient een goed loon.\n\n➡️ 1 € per uur meer, meteen\n➡️ Geen "
        "enkele nacht meer alleen op "
        "de gang\n➡️ Uurroosters zonder gaten\n\nSwipe, deel, en tag wie ooit voor jou zorgde.\n\n#ZorgVerdientBeter",
        first={
            "fr": "Et vous, qui vous a soigné·e ? Dites-le ici.",
            "nl": "De cijfers en hun bronnen: https://demain-morgen.example.org/soin-zorg",
        },
    ),
    soon(
        13,
        "commission-recu",
        "loyers-justes",
        "x_fr x_nl",
        fr="Dernière minute : la commission Logement recevra finalement les locataires. Douze chaises de plus dans la salle. Comme "
        "quoi, insister, ça sert.",
        nl="Net binnen: de commissie Huisvesting zal de huurders toch ontvangen. Twaalf stoelen erbij in de zaal. Blijven "
        "aandringen loont dus.",
    ),
)
