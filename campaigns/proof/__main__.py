"""`python -m campaigns.proof FILE --key KEY`: check a certificate without any installation of Carillon."""

import argparse
import sys
from pathlib import Path

from campaigns.proof import check, told


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m campaigns.proof", description="Is this certificate of Carillon's whole?")
    parser.add_argument("file", type=Path)
    parser.add_argument("--key", action="append", default=[], help="a public key you trust, as /.well-known/carillon-keys.json writes it")
    asked = parser.parse_args()
    try:
        certificate, findings = check.look_at_file(asked.file.read_bytes(), trusted=asked.key)
    except check.Unreadable:
        sys.stdout.write("NO  This is no certificate of Carillon's, or it was changed.\n")
        return 1
    said = certificate["approval"]["state"], certificate["subject"]["title"], certificate["organisation"]["name"]
    sys.stdout.write("\n".join([" · ".join(said), *told.lines(findings)]) + "\n")
    return 0 if all(f.is_good for f in findings) else 1


if __name__ == "__main__":
    sys.exit(main())
