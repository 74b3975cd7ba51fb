"""What the demo's two organisations say, plan and spend. The shapes and how to load them: demo.content.model."""

from demo.content import demain_morgen, toit_solidaire

ORGANISATIONS = (demain_morgen.ORGANISATION, toit_solidaire.ORGANISATION)
