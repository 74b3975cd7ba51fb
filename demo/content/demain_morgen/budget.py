"""The party's year: 45.9 % digital planned, about 41 % so far, against a target of half.

No line for advertising on the large platforms: since October 2025 they sell no political advertising in the Union. What is left for
digital money is the press online, screens in the street, connected television, and one's own site, letter and pictures.
"""

from demo.content.model import Budget
from demo.content.money import asked, line, spent

LINES = (
    line("12", "Presse en ligne et affichage contextuel · Online pers en contextuele display", 19_000, digital=1000, paid=True),
    line("13", "Écrans numériques extérieurs · Digitale schermen buiten", 9_000, digital=1000, paid=True),
    line("14", "Télévision connectée et vidéo locale · Connected tv en lokale video", 10_000, digital=1000, paid=True),
    line("20", "Presse papier · Gedrukte pers", 11_000, digital=0, paid=True),
    line("21", "Radio locale · Lokale radio", 9_000, digital=0, paid=True),
    line("22", "Affiches et panneaux · Affiches en borden", 13_000, digital=0, paid=True),
    line("23", "Toutes-boîtes et envois · Bus-aan-bus en mailings", 13_000, digital=0, paid=True),
    line("30", "Production numérique · Digitale productie", 8_500, digital=1000),
    line("31", "Impression · Drukwerk", 10_500, digital=0),
    line("32", "Photo et vidéo · Foto en video", 6_000, digital=500),
    line("40", "Équipe communication · Communicatieteam", 38_000, digital=500),
    line("50", "Événements et stands · Evenementen en kramen", 12_000, digital=0),
    line("60", "Site, newsletter et outils · Site, nieuwsbrief en tools", 7_500, digital=1000),
    line("80", "Traduction, accessibilité, juridique · Vertaling, toegankelijkheid, juridisch", 4_000, digital=500),
    line("90", "Réserve · Reserve", 6_500, digital=500),
)

EXPENSES = (
    spent(0.02, "60", 1_140, 21, "Nuage du Canal", "quartiers", "Hébergement du site, un an"),
    spent(0.04, "60", 1_680, 21, "Lettre Ouverte", "quartiers", "Newsletter, 28 000 envois par mois, un an"),
    spent(0.06, "31", 1_920, 21, "Imprimerie Sainte-Gudule", "quartiers", "20 000 folders, deux langues"),
    spent(0.08, "40", 7_900, 0, "Secrétariat social Horizon", "quartiers", "Équipe communication, 1er trimestre"),
    spent(0.10, "22", 3_450, 21, "Plakwerk Vandeputte", "soin", "240 affiches, 14 jours, 9 communes"),
    spent(0.13, "20", 2_800, 21, "Le Courrier des Communes", "soin", "Demi-page, édition Bruxelles"),
    spent(0.15, "12", 2_650, 21, "Gazette du Canal", "soin", "Affichage contextuel, rubrique santé"),
    spent(0.18, "32", 1_350, 0, "Atelier Double Page", "soin", "Portraits de soignant·es, deux jours (franchise de TVA)"),
    spent(0.21, "50", 2_340, 21, "Salle des Glaces", "soin", "Salle et son, rencontre du printemps"),
    spent(0.23, "23", 4_180, 0, "Poste et Porte", "energie", "Toutes-boîtes, 62 000 exemplaires (exempté)"),
    spent(0.26, "31", 2_760, 21, "Drukkerij De Zenne", "energie", "62 000 folders énergie, papier recyclé"),
    spent(0.28, "40", 7_900, 0, "Secrétariat social Horizon", "quartiers", "Équipe communication, 2e trimestre"),
    spent(0.31, "21", 2_450, 21, "Radio Marolles", "energie", "60 passages de 20 secondes"),
    spent(0.34, "12", 3_200, 21, "Brusselse Bode", "energie", "Contextuele display, rubriek wonen"),
    spent(0.36, "30", 2_150, 21, "Studio Tram Jaune", "bouger", "Carte participative du vélo"),
    spent(0.39, "13", 2_400, 21, "Schermstad", "bouger", "Écrans de gares, 7 jours, 2 langues"),
    spent(0.42, "22", 4_100, 21, "Plakwerk Vandeputte", "bouger", "Panneaux 2 m², 30 faces, 14 jours"),
    spent(0.45, "50", 3_120, 21, "Kramen & Co", "quartiers", "Location de tonnelles, saison des marchés"),
    spent(0.47, "80", 980, 21, "Tweespraak", "quartiers", "Traductions FR-NL, premier semestre"),
    spent(0.50, "20", 3_400, 21, "Het Wijkblad", "bouger", "Volledige pagina, twee edities"),
    spent(0.53, "60", 1_260, 21, "Boîte à Outils", "quartiers", "Licences et petits outils"),
    spent(0.56, "40", 7_850, 0, "Secrétariat social Horizon", "quartiers", "Équipe communication, 3e trimestre"),
    spent(0.60, "14", 2_300, 21, "Télé-Quartiers", "bouger", "Spot de 15 secondes à la demande"),
    spent(0.63, "30", 1_900, 21, "Studio Tram Jaune", "loyers-justes", "Calculateur de loyer, FR et NL"),
    spent(0.66, "31", 2_640, 21, "Imprimerie Sainte-Gudule", "loyers-justes", "Cartes de pétition, 40 000"),
    spent(0.69, "21", 2_250, 21, "Radio Zinneke Noord", "loyers-justes", "48 spots van 20 seconden"),
    spent(0.72, "12", 3_350, 21, "Gazette du Canal", "loyers-justes", "Affichage contextuel, rubrique immobilier"),
    spent(0.74, "23", 4_320, 0, "Poste et Porte", "loyers-justes", "Toutes-boîtes, Anderlecht et Molenbeek (exempté)"),
    spent(0.77, "32", 1_650, 21, "Beeldhuis Linde", "loyers-justes", "Vidéos verticales, quatre témoignages"),
    spent(0.79, "50", 2_260, 21, "Maison des Possibles", "loyers-justes", "Trois soirées info, salle et garderie"),
    spent(0.82, "22", 4_250, 21, "Plakwerk Vandeputte", "loyers-justes", "Affiches, 300 faces, 14 jours"),
    spent(0.84, "80", 1_150, 21, "Signes & Mots", "seize-jours", "Langue des signes et sous-titres"),
    spent(0.86, "40", 7_850, 0, "Secrétariat social Horizon", "quartiers", "Équipe communication, 4e trimestre, acompte"),
    spent(0.88, "14", 2_900, 21, "Kabel Lokaal", "loyers-justes", "Spot van 15 seconden, connected tv"),
    spent(0.90, "20", 2_900, 21, "Le Courrier des Communes", "loyers-justes", "Demi-page, deux semaines"),
    spent(0.92, "31", 2_380, 21, "Drukkerij De Zenne", "seize-jours", "Affiches et autocollants 16 jours"),
    spent(0.93, "30", 2_400, 21, "Atelier Double Page", "seize-jours", "Seize visuels et page de la campagne"),
    spent(0.94, "12", 3_900, 21, "Brusselse Bode", "loyers-justes", "Online pers, twee weken voor de stemming"),
    spent(0.95, "23", 3_600, 0, "Poste et Porte", "loyers-justes", "Envoi adressé aux membres (exempté)"),
    spent(0.96, "13", 2_400, 21, "Schermstad", "seize-jours", "Écrans de métro, 5 jours"),
    spent(0.97, "21", 2_600, 21, "Radio Marolles", "loyers-justes", "64 passages de 20 secondes"),
    spent(0.98, "60", 2_220, 21, "Nuage du Canal", "loyers-justes", "Renfort du site avant le vote"),
    spent(0.985, "50", 640, 6, "Soupe & Cie", "loyers-justes", "Soupe et pain, 120 personnes"),
    spent(0.99, "32", 1_300, 0, "Nour Lefèvre, photographe", "seize-jours", "Photos de la veillée (franchise de TVA)"),
    spent(0.99, "80", 470, 21, "Tweespraak", "seize-jours", "Traductions de la semaine"),
    spent(1.0, "50", 2_240, 21, "Kramen & Co", "quartiers", "Tonnelle et chauffage, marchés d’hiver"),
)

REQUESTS = (
    asked(
        -1, "13", 2_950, 21, "Schermstad", "loyers-justes", "Écrans du métro avant le vote, 5 jours",
        "Deux langues en alternance, 22 écrans, gares et métro. Avis de transparence prêt. Fait monter la part numérique.", by="planner",
    ),
    asked(
        -2, "21", 2_400, 21, "Radio Zinneke Noord", "loyers-justes", "Radiospot, 10 dagen voor de stemming",
        "60 spots van 20 seconden, ochtend en avond. Zit in het plan, verlaagt wel het digitale aandeel.", by="bram",
    ),
    asked(
        -3, "80", 650, 21, "Signes & Mots", "seize-jours", "Langue des signes pour les seize vidéos",
        "Interprète et sous-titres FR et NL pour les vidéos restantes.", by="author",
    ),
    asked(
        -9, "12", 3_900, 21, "Brusselse Bode", "loyers-justes", "Online pers, twee weken voor de stemming",
        "Contextueel, rubrieken wonen en stad. Geen gebruik van persoonsgegevens.", by="planner", state="approved", decided_by="treasurer",
        comment="Akkoord, graag de transparantienota bij de factuur.",
    ),
    asked(
        -16, "13", 2_400, 21, "Schermstad", "seize-jours", "Écrans de métro, 5 jours", "Visuel aux bougies, sans logo la première journée.",
        by="salome", state="approved", decided_by="treasurer", comment="D’accord.",
    ),
    asked(
        -18, "22", 5_200, 21, "Plakwerk Vandeputte", "bouger", "60 panneaux supplémentaires de 2 m²", "Deux semaines de plus sur les axes vélo.",
        by="author", state="rejected", decided_by="treasurer", comment="Non : la ligne papier est presque épuisée. Proposez une version écran.",
    ),
    asked(
        -25, "32", 1_300, 0, "Nour Lefèvre, photographe", "seize-jours", "Photos de la veillée", "Une soirée, droits cédés pour nos pages et le site.",
        by="author", state="approved", decided_by="approver", comment="Oui.",
    ),
)

BUDGET = Budget(name="Communication", target_permille=500, lines=LINES, expenses=EXPENSES, requests=REQUESTS)
