"""What colleagues say to each other about drafts, and a French text that changed after its translation."""

from demo.content.model import Remark, Talk, typeset

TALKS = (
    Talk(
        post="apres-droits",
        rewritten=(
            (
                3,
                "amina",
                typeset(
                    "Le 10 décembre, journée des droits humains : se loger, se soigner, se déplacer, ce sont aussi des droits. Lecture "
                    "publique de la Déclaration, place des Tilleuls, en onze langues. Vous lisez un article avec nous ?",
                    "fr",
                ),
            ),
            (
                6,
                "jef",
                typeset(
                    "Le 10 décembre à 18 heures, journée des droits humains : se loger, se soigner, se déplacer, ce sont aussi des droits. "
                    "Lecture publique de la Déclaration, au kiosque de la place des Tilleuls, en douze langues. Vous lisez un article "
                    "avec nous ?",
                    "fr",
                ),
            ),
        ),
        remarks=(
            Remark(
                2,
                "claire",
                typeset("La place est réservée, sauf le kiosque : je demande à la commune.", "fr"),
                is_done=True,
            ),
            Remark(5, "jef", "Kiosk is bevestigd, 18 uur. @Amina Benali, jij past de rest aan?", ("amina",)),
            Remark(7, "amina", typeset("@Bram Verstuyft, le français a changé : tu revois le néerlandais ?", "fr"), ("bram",)),
        ),
    ),
)
