import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useMine } from "./use-mine";
import { useTroubles } from "./use-troubles";

/** What went wrong and what waits, in one sentence; empty until both are known. */
export function useSentence(): string {
  const { t } = useLingui();
  const wrong = useTroubles().data?.length;
  const waiting = useMine().mine?.length;
  if (wrong === undefined || waiting === undefined) return "";
  const wrongs = plural(wrong, { one: "# thing went wrong", other: "# things went wrong" });
  const waits = plural(waiting, { one: "# decision waits for you", other: "# decisions wait for you" });
  if (wrong > 0 && waiting > 0) return `${wrongs}, ${waits}`;
  if (wrong > 0) return wrongs;
  return waiting > 0 ? waits : t`Everything goes as planned`;
}
