"""What the suite prints."""

import time

BEGAN = time.monotonic()


def line(text: str = "") -> None:
    print(f"{time.monotonic() - BEGAN:6.0f} s  {text}" if text else "", flush=True)
