"""The colours of the two organisations. A campaign has a ground, a strong colour and a light; ink and skin are shared."""

INK = "#14213D"
NIGHT = "#0E1830"
PAPER = "#FBFAF7"
CREAM = "#F4E6CB"
SAND = "#E9D3A9"
WHITE = "#FFFFFF"

VERDIGRIS, VERDIGRIS_DARK, VERDIGRIS_LIGHT = "#0F766E", "#0A544F", "#BFE0DA"
BLUE, BLUE_DARK, SKY = "#2F5D9B", "#1E3F6E", "#CFE2F3"
CORAL, CORAL_DARK, BLUSH = "#D2553C", "#A33A26", "#F9DDD2"
AMBER, AMBER_DARK, BUTTER = "#E3A63A", "#A86A12", "#FBEBC4"
PLUM, PLUM_DARK, LILAC = "#6B2A6E", "#43184A", "#EADAEE"
MOSS, MOSS_DARK, LEAF = "#4F8A3A", "#2F5B27", "#DCEBCB"
BRICK, BRICK_DARK = "#B4532A", "#8A3A1C"

# Le Toit Solidaire
PINE, PINE_DARK, SNOW = "#1F4B3F", "#12332B", "#EFF3F0"
CLAY, CLAY_DARK, LINEN = "#C4623A", "#97431F", "#F6EBDD"

SKIN = {"light": "#F2C9A5", "rose": "#E9B48E", "olive": "#CF9A6B", "brown": "#A66A42", "dark": "#74452B"}
HAIR = {"black": "#1D1A22", "brown": "#4A2E22", "red": "#A64B22", "blond": "#D9A94E", "grey": "#B9BCC4", "white": "#E6E4DE"}
