"""The week before: all of it is out."""

from demo.content.write import FRI, MON, SAT, SUN, THU, TUE, WED, post

WEEK = -7
ALL = "facebook instagram x_fr x_nl"

POSTS = (
    post(
        "avant-petition",
        WEEK + MON,
        "08:00",
        "loyers-justes",
        ALL,
        pictures="loyer-cle",
        fr="Un toit, pas un luxe. Aujourd’hui, on lance la pétition pour une grille des loyers qui oblige vraiment. Il faut 5 000 "
        "signatures avant le vote. 🔑",
        nl="Een dak is geen luxe. Vandaag starten we de petitie voor een huurrooster dat echt verplicht is. We hebben 5 000 "
        "handtekeningen nodig voor de "
        "stemming. 🔑",
        link="signer-teken",
    ),
    post(
        "avant-greve",
        WEEK + MON,
        "12:30",
        "soin",
        "x_fr x_nl",
        fr="Aux aides-soignant·es de la résidence Les Tilleuls, en arrêt de travail depuis ce matin : on passe à midi avec de la "
        "soupe. Tenez bon.",
        nl="Aan de zorgkundigen van Huize De Linde, die vanochtend het werk neerlegden: we komen vanmiddag langs met soep. Hou vol.",
    ),
    post(
        "avant-energie",
        WEEK + TUE,
        "09:30",
        "energie",
        "facebook x_fr",
        pictures="energie-ampoule",
        fr="Passer un hiver à 17 degrés, ce n’est pas « faire attention ». C’est avoir froid. Nos permanences énergie reprennent : "
        "sans rendez-vous, le mardi, "
        "dans six communes.",
        link="energie/permanences",
    ),
    post(
        "avant-stappen",
        WEEK + TUE,
        "18:00",
        "quartiers",
        "facebook x_nl",
        author="bram",
        nl="Ons comité in Vorst zoekt een penningmeester die van koffie houdt en niet bang is van een Excelblad. Ervaring hoeft "
        "niet, goesting wel.",
        link="vrijwilligers",
    ),
    post(
        "avant-velo",
        WEEK + WED,
        "08:15",
        "bouger",
        "facebook instagram",
        pictures="bouger-velo",
        fr="Il pleut, il fait noir, et vous êtes là quand même. À tou·tes les cyclistes de novembre : on vous voit. On voudrait "
        "que les camions aussi. 💡🚲",
        nl="Het regent, het is donker, en jullie fietsen toch. Aan alle novemberfietsers: wij zien jullie. De vrachtwagens nog "
        "niet altijd. 💡🚲",
    ),
    post(
        "avant-vote",
        WEEK + WED,
        "15:10",
        "loyers-justes",
        "x_fr",
        fr="Neuf voix contre six pour mettre la grille des loyers à l’ordre du jour. Il y a un an, on nous disait que c’était impossible.",
    ),
    post(
        "avant-stemming",
        WEEK + WED,
        "15:20",
        "loyers-justes",
        "x_nl",
        nl="Negen tegen zes: het huurrooster komt op de agenda. Een jaar geleden heette dat nog onmogelijk.",
    ),
    post(
        "avant-mains",
        WEEK + THU,
        "12:00",
        "soin",
        "facebook instagram",
        pictures="soin-mains",
        fr="La nuit où mon père est tombé, c’est Mireille qui l’a relevé. Elle finissait sa deuxième garde. Merci Mireille. "
        "(Témoignage reçu de Joris, de "
        "Jette. Envoyez-nous le vôtre.)",
        nl="De nacht dat mijn vader viel, raapte Mireille hem op. Het was haar tweede shift. Dank je, Mireille. (Getuigenis van "
        "Joris uit Jette. Stuur ons "
        "ook de jouwe.)",
    ),
    post(
        "avant-debat",
        WEEK + THU,
        "19:00",
        "bouger",
        "x_fr x_nl facebook",
        pictures="bouger-arret",
        fr="Ce soir, à Evere, 60 chaises et une seule question : où est passé le bus de 22 h ? Le compte rendu arrive demain.",
        nl="Vanavond in Evere: 60 stoelen en één vraag, waar is de bus van 22 uur gebleven? Morgen lees je het verslag.",
    ),
    post(
        "avant-enfants",
        WEEK + FRI,
        "09:00",
        "quartiers",
        "facebook instagram",
        pictures="comites-balade",
        fr="20 novembre, journée des droits de l’enfant. On a demandé à une classe de Forest ce qui manque au quartier. Réponse "
        "unanime : un panier de basket. "
        "Noté.",
        nl="20 november, dag van de rechten van het kind. We vroegen een klas in Vorst wat er ontbreekt in de wijk. Unaniem: een "
        "basketring. Genoteerd.",
    ),
    post(
        "avant-compte-rendu",
        WEEK + FRI,
        "17:15",
        "bouger",
        "x_fr",
        fr="Evere, hier soir : trois propositions sorties de la salle, toutes réalistes. Bus jusqu’à minuit, abri éclairé, arrêt à "
        "la demande. On les dépose "
        "telles quelles.",
        link="bouger/evere",
    ),
    post(
        "avant-marche",
        WEEK + SAT,
        "09:30",
        "quartiers",
        "facebook instagram x_nl",
        pictures="comites-stand",
        fr="Samedi, c’est marché : on est à Jette, à côté du fromager. Venez nous contredire.",
        nl="Zaterdag marktdag: we staan in Jette, naast de kaasboer. Kom ons gerust tegenspreken.",
    ),
    post(
        "avant-dimanche",
        WEEK + SUN,
        "18:30",
        "loyers-justes",
        "x_fr x_nl",
        fr="3 100 signatures en six jours. On ferme l’ordinateur, on mange des frites, et on repart demain.",
        nl="3 100 handtekeningen in zes dagen. De computer gaat dicht, de frieten gaan erin, en morgen gaan we voort.",
    ),
)
