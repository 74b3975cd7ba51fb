"""Monday to Wednesday of the current week."""

from demo.content.write import MON, TUE, WED, post

ALL = "facebook instagram x_fr x_nl"

MONDAY = (
    post(
        "lundi-bonjour",
        MON,
        "07:45",
        "quartiers",
        "facebook x_fr x_nl",
        fr="Bonjour à vous ☕ Cette semaine : les loyers à Molenbeek jeudi, le marché samedi, la balade dimanche. Et mercredi, on "
        "se tait "
        "ensemble, bougie à la main. Vous venez où ?",
        nl="Goeiemorgen ☕ Deze week: infoavond over huur in Molenbeek op donderdag, markt op zaterdag, wandeling op zondag. En "
        "woensdag "
        "zijn we stil, met een kaars in de hand. Waar zien we je?",
        link="agenda",
    ),
    post(
        "loyer-barometre",
        MON,
        "09:00",
        "loyers-justes",
        ALL,
        pictures="loyer-graphique loyer-affiche",
        fr="Sur 1 000 € de revenu, 520 € pour le loyer. C’est ce que 412 locataires nous ont répondu cet automne. En 2016, c’était "
        "290 €.\n\n"
        "Le salaire n’a pas suivi. Le loyer, lui, n’a pas attendu.\n\n#LoyersJustes",
        nl="Van elke 1 000 € inkomen gaat 520 € naar de huur. Dat antwoordden 412 huurders ons dit najaar. In 2016 was dat 290 €.\n\n"
        "De lonen volgden niet. De huur wachtte niet.\n\n#EerlijkeHuur",
        link="barometer",
    ),
    post(
        "bus-question",
        MON,
        "10:30",
        "bouger",
        "x_fr",
        fr="Question simple au gouvernement régional : la ligne 83 devait passer toutes les 10 minutes dès septembre. Ce matin, "
        "place des "
        "Tilleuls : 24 minutes d’attente, deux bus complets. Quand ?",
    ),
    post(
        "huur-feiten",
        MON,
        "11:15",
        "loyers-justes",
        "x_nl",
        nl="“Een richthuur jaagt eigenaars weg.” Nee. In onze bevraging vraagt meer dan de helft van de kleine eigenaars nu al een "
        "eerlijke "
        "prijs. Het huurrooster vraagt dat aan de rest.",
        link="huur/feiten",
    ),
    post(
        "velo-carte",
        MON,
        "16:30",
        "bouger",
        "facebook instagram",
        pictures="bouger-carte",
        fr="Il manque quoi sur votre trajet à vélo ? Vous avez déjà signalé 40 chaînons manquants à Bruxelles. Ajoutez le vôtre en "
        "deux "
        "minutes, on dépose la carte vendredi. 🚲",
        nl="Wat ontbreekt er op jouw fietsroute? Jullie meldden al 40 ontbrekende schakels in Brussel. Zet de jouwe erbij in twee "
        "minuten, "
        "vrijdag geven we de kaart af. 🚲",
        link="velo-fiets",
        own={
            "instagram": {
                "fr": "Il manque quoi sur votre trajet à vélo ? 40 chaînons déjà signalés. Le formulaire est dans notre bio, deux "
                "minutes suffisent. 🚲\n\n"
                "#VéloBruxelles #ÀVosGuidons",
                "nl": "Wat ontbreekt er op jouw fietsroute? Al 40 schakels gemeld. Het formulier staat in onze bio, klaar in twee "
                "minuten. 🚲\n\n"
                "#FietsenInBrussel",
            }
        },
    ),
    post(
        "fil-30",
        MON,
        "18:30",
        "loyers-justes",
        "x_fr",
        fr=(
            "Pourquoi 30 % ? On nous pose la question dix fois par jour. Réponse en quatre messages 🧵",
            "Quand le loyer dépasse un tiers du revenu, on coupe ailleurs : les soins, le chauffage, le minerval, les sorties "
            "scolaires. Les "
            "assistant·es sociaux·ales que nous avons rencontré·es le disent d’une seule voix.",
            "Dans notre baromètre, un ménage sur deux dépasse ce seuil. Et ce n’est pas une affaire de « mauvais choix » : ce sont des "
            "infirmières, des magasiniers, des étudiant·es, des pensionné·es.",
            "Notre proposition : un loyer de référence par quartier, une commission paritaire qui tranche gratuitement, et un "
            "délai de trois "
            "mois pour se mettre en règle. C’est tout. Et c’est faisable. #LoyersJustes",
        ),
    ),
)

TUESDAY = (
    post(
        "loyer-etapes",
        TUE,
        "08:00",
        "loyers-justes",
        "facebook x_fr x_nl",
        pictures="loyer-etapes",
        fr="La grille des loyers, comment ça marche ? 1. votre quartier, 2. la surface et l’état du logement, 3. un loyer "
        "conseillé, 4. s’il est "
        "dépassé, un recours gratuit. Quatre étapes, zéro avocat.",
        nl="Het huurrooster, hoe werkt dat? 1. je wijk, 2. de oppervlakte en de staat van de woning, 3. een richthuur, 4. te duur? "
        "Dan kan je "
        "gratis in beroep. Vier stappen, geen advocaat nodig.",
        link="loyers-huur/grille",
    ),
    post(
        "energie-facture",
        TUE,
        "12:00",
        "energie",
        "facebook x_fr x_nl",
        pictures="energie-facture",
        fr="Votre facture d’énergie, c’est quoi ? Sur 100 €, dans notre exemple, 44 € pour l’énergie, 27 € pour les réseaux, le "
        "reste en taxes et "
        "redevances. On l’a décortiquée ligne par ligne. 💡",
        nl="Waaruit bestaat je energiefactuur? In ons voorbeeld van 100 € gaat 44 € naar energie, 27 € naar de netten en de rest "
        "naar taksen en "
        "heffingen. Wij ontleden ze lijn per lijn. 💡",
        link="energie/facture-factuur",
    ),
    post(
        "wout",
        TUE,
        "12:45",
        "loyers-justes",
        "facebook x_nl",
        pictures="loyer-wout",
        author="bram",
        nl="Wout werkt in een magazijn in Molenbeek. Vier jaar, drie adressen, telkens meer huur voor minder plaats. “Mijn dozen "
        "blijven gewoon "
        "dicht.” Herken je dat? Kom donderdag naar de infoavond.",
        link="huur/infoavond",
    ),
    post(
        "commission-reaction",
        TUE,
        "14:20",
        "loyers-justes",
        "x_fr x_nl",
        fr="La commission reporte l’audition des locataires « faute de temps ». Elles et ils étaient douze dans le couloir, avec "
        "leurs contrats sous "
        "le bras. Nous, on a le temps : on les a écouté·es.",
        nl="De commissie stelt de hoorzitting met huurders uit, “wegens tijdsgebrek”. Ze stonden met twaalf in de gang, hun "
        "contract onder de arm. "
        "Wij hadden wel tijd. We hebben geluisterd.",
    ),
    post(
        "seize-annonce",
        TUE,
        "16:00",
        "seize-jours",
        ALL,
        pictures="seize-affiche",
        fr="Du 25 novembre au 10 décembre : 16 jours pour agir contre les violences faites aux femmes et pour les droits de "
        "chacun·e. Chaque jour, "
        "un geste, un témoignage, une adresse utile. 🕯️",
        nl="Van 25 november tot 10 december: 16 dagen tegen geweld op vrouwen en voor de rechten van iedereen. Elke dag een "
        "gebaar, een "
        "getuigenis, een nuttig adres. 🕯️",
        link="16",
    ),
)

WEDNESDAY = (
    post(
        "bougies",
        WED,
        "08:30",
        "seize-jours",
        ALL,
        pictures="seize-bougies",
        fr="Pas une de moins. Ce soir à 18 h, place des Tilleuls : une bougie, un nom, une minute. Sans drapeau et sans discours. "
        "Venez avec une "
        "voisine, une collègue, votre fils. 🕯️",
        nl="Niet één minder. Vanavond om 18 uur op het Lindeplein: een kaars, een naam, een minuut. Zonder vlaggen, zonder "
        "speeches. Breng je "
        "buurvrouw mee, een collega, je zoon. 🕯️",
    ),
    post(
        "ecoute",
        WED,
        "10:00",
        "seize-jours",
        "facebook instagram",
        pictures="seize-ecoute",
        fr="On te croit. Ce sont trois mots, et souvent les premiers qu’il faut entendre.\n\nVous êtes témoin ou victime ? Les "
        "lignes d’écoute sont "
        "gratuites, anonymes et ouvertes jour et nuit. Nous avons rassemblé les adresses, commune par commune, en français, en "
        "néerlandais et en "
        "langue des signes. En danger immédiat : le 112.\n\n#PasUneDeMoins",
        nl="We geloven je. Drie woorden, en vaak de eerste die je moet horen.\n\nBen je getuige of slachtoffer? De hulplijnen zijn "
        "gratis, anoniem en "
        "dag en nacht bereikbaar. We verzamelden de adressen, gemeente per gemeente, in het Nederlands, het Frans en gebarentaal. "
        "In onmiddellijk "
        "gevaar: bel 112.\n\n#NietEenMinder",
    ),
    post(
        "places-refuge",
        WED,
        "11:30",
        "seize-jours",
        "x_fr",
        fr="25 novembre. Une minute de silence, oui. Et après ? Des places en refuge, des audiences dans le mois, une police "
        "formée. Nos huit mesures "
        "sont sur la table du Parlement.",
        link="16/mesures",
    ),
    post(
        "opvang",
        WED,
        "11:45",
        "seize-jours",
        "x_nl",
        nl="25 november. Een minuut stilte, ja. En daarna? Meer opvangplaatsen, een zitting binnen de maand, agenten met "
        "opleiding. Onze acht "
        "maatregelen liggen op tafel in het parlement.",
        link="16/maatregelen",
    ),
    post(
        "samira",
        WED,
        "12:30",
        "loyers-justes",
        "facebook instagram",
        pictures="loyer-samira",
        fr="Samira, 34 ans, soigne vos parents à Anderlecht. Elle paie 940 € pour 48 m². Il lui reste 38 % de son salaire pour "
        "vivre à trois. Un loyer "
        "juste, c’est maintenant. #LoyersJustes",
    ),
    post(
        "zorg-nacht",
        WED,
        "13:45",
        "soin",
        "x_fr x_nl",
        pictures="soin-nuit",
        fr="La nuit, dans les neuf maisons de repos où nous avons recueilli des témoignages : une soignante pour 28 résident·es. "
        "Ce n’est pas une "
        "pénurie, c’est un choix de budget.",
        nl="’s Nachts staat in de negen woonzorgcentra waar we getuigenissen verzamelden één zorgkundige in voor 28 bewoners. Dat "
        "is geen tekort, dat "
        "is een budgetkeuze.",
        link="soin-zorg",
    ),
    post(
        "molenbeek-rappel",
        WED,
        "19:30",
        "loyers-justes",
        "facebook instagram",
        pictures="loyer-debat",
        fr="Votre loyer est-il légal ? Demain à 19 h 30, apportez votre contrat de bail à la Maison des Possibles, à Molenbeek. "
        "Deux juristes "
        "bénévoles le relisent avec vous, gratuitement. Garderie et soupe sur place. 🍲",
        nl="Is jouw huur wettelijk? Morgen om 19.30 uur, in het Huis van Morgen in Molenbeek: breng je huurcontract mee, twee "
        "vrijwillige juristen "
        "lezen het gratis met je na. Kinderopvang en soep ter plaatse. 🍲",
        link="agenda/molenbeek",
    ),
    post(
        "merci-bougies",
        WED,
        "21:15",
        "seize-jours",
        "facebook",
        state="review",
        author="salome",
        fr="Merci. Vous étiez nombreuses et nombreux dans le froid, place des Tilleuls, et personne n’a eu besoin de micro. On "
        "continue demain, et les "
        "quinze jours qui viennent.",
    ),
)
