import { useLayoutEffect, useRef } from "react";
import { isSingle } from "~/lib/keys";
import { areSingleKeysOn } from "~/lib/single-keys";
import type { IconName } from "./icon";

/** One thing to do, found in the palette (Ctrl/⌘ K), by its keys, and in the list behind "?". */
export interface Command {
  /** Unique on the screen. */
  id: string;
  /** An imperative in the reader's language: t`Duplicate this post`. */
  words: string;
  icon?: IconName;
  /** See lib/keys.ts. Letters alone may be switched off by the person, so nothing may be reachable by them only. */
  keys?: string;
  /** Other keys that do the same, each alone. */
  or?: readonly string[];
  /** Other words somebody may look for. */
  also?: string;
  /** "here" belongs to the screen, the others are the shell's. */
  group?: "here" | "make" | "go" | "switch";
  /** Neither act nor href: the screen handles the keys itself, and the command only stands in the list behind "?". */
  act?: () => void;
  href?: string;
}

const registered = new Map<object, readonly Command[]>();

/** These commands exist while the component is on screen. Call it with a new list on each render; false in place of one leaves it out. */
export function useCommands(commands: readonly (Command | false | undefined)[]): void {
  const own = useRef({});
  // With the screen itself, not in a task after it: a key pressed as soon as the screen is seen does what it says.
  useLayoutEffect(() => {
    registered.set(
      own.current,
      commands.filter((command) => command !== false && command !== undefined),
    );
  });
  useLayoutEffect(() => {
    const { current } = own;
    return () => void registered.delete(current);
  }, []);
}

/** Return what can be done now; of two with one id the one that came last. */
export function commandsNow(): readonly Command[] {
  const byId = new Map<string, Command>();
  for (const commands of registered.values()) for (const command of commands) byId.set(command.id, command);
  return [...byId.values()];
}

/** Return what the keys stand for now: the screen's own before the shell's; undefined also for letters that are switched off. */
export function commandFor(keys: string): Command | undefined {
  if (isSingle(keys) && !areSingleKeysOn()) return undefined;
  const fitting = commandsNow().filter(
    (command) => (command.keys === keys || command.or?.includes(keys)) && (command.act || command.href),
  );
  return fitting.find(({ group = "here" }) => group === "here") ?? fitting[0];
}
