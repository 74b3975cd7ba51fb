"""`python -m trust.machine --seed N --examples N [--steps 50] [--without GUARD] [--shrink]`: 1 when something is wrong."""

import argparse
import json
import sys
import time

from trust.machine import world


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--examples", type=int, required=True)
    parser.add_argument("--steps", type=int, default=50)
    parser.add_argument("--without", default="")
    parser.add_argument("--shrink", action="store_true")
    asked = parser.parse_args()
    world.set_up()
    from hypothesis import HealthCheck, Phase, seed, settings
    from hypothesis.stateful import run_state_machine_as_test

    from trust import guards
    from trust.machine.hands import Hand
    from trust.machine.rules import HANDS, Publishing

    if asked.without:
        guards.switch_off(asked.without)
    Publishing.world = world.World()
    Publishing.hands = [Hand() for _ in range(HANDS)]
    count = 0
    begin_anew = Publishing.__init__

    def counted(self: Publishing) -> None:
        nonlocal count
        count += 1
        begin_anew(self)

    Publishing.__init__ = counted  # type: ignore[method-assign]
    phases = (Phase.generate, Phase.shrink) if asked.shrink else (Phase.generate,)
    began = time.monotonic()
    wrong = ""
    try:
        run_state_machine_as_test(
            seed(asked.seed)(Publishing),
            settings=settings(
                max_examples=asked.examples,
                stateful_step_count=asked.steps,
                phases=phases,
                database=None,
                deadline=None,
                derandomize=False,
                suppress_health_check=list(HealthCheck),
                print_blob=False,
                report_multiple_bugs=False,
            ),
        )
    except BaseException as error:  # noqa: BLE001  whatever it is, it is the finding
        wrong = f"{type(error).__name__}: {error}"
        notes = "\n".join(getattr(error, "__notes__", []))
        print(notes or wrong, file=sys.stderr)
        if "Wrong" not in wrong:
            import traceback

            traceback.print_exc()
    print(json.dumps({"seed": asked.seed, "examples": count, "steps": asked.steps, "wrong": wrong, "took_s": time.monotonic() - began}))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
