"""Which seller a request means, also when its form does not say so. Pure."""

import re

# Companies that invoice for a platform, and what people call it. Matched as whole words in supplier and title.
NAMES = {
    "meta": ("meta platforms", "facebook", "instagram", "meta ads"),
    "google": ("google ads", "google ireland", "youtube", "dv360"),
    "tiktok": ("tiktok",),
    "x": ("twitter", "x ads", "x internet unlimited"),
    "linkedin": ("linkedin",),
}
_PATTERNS = {platform: re.compile(r"\b(" + "|".join(map(re.escape, names)) + r")\b", re.IGNORECASE) for platform, names in NAMES.items()}


def seller(*, platform: str, supplier: str = "") -> str:
    """Return the platform that sells: the one that is named, else the one that this supplier invoices for, else ""."""
    for known, pattern in _PATTERNS.items():
        if pattern.search(supplier):
            return known
    return platform
