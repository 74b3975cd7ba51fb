import { useLingui } from "@lingui/react/macro";
import { useEffect, useSyncExternalStore } from "react";
import { Icon } from "./icon";
import styles from "./toast.module.css";

interface Toast {
  id: number;
  message: string;
  tone: "done" | "failed";
  /** Takes back what was done. */
  undo?: (() => void) | undefined;
  /** Something else that can be done about it. */
  act?: { words: string; run: () => void } | undefined;
  /** Until somebody closes it. */
  stays?: boolean | undefined;
}

const STAYS_MS = 8000;
let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function change(next: readonly Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** A short sentence is shown and read aloud for a while: `toast(t`Moved to Tuesday`, { undo: () => … })`. */
export function toast(message: string, options: Partial<Omit<Toast, "id" | "message">> = {}): void {
  last += 1;
  change([...toasts.slice(-2), { tone: "done", ...options, id: last, message }]);
}

/** Say why something did not work; fits `onError` of a mutation. */
export function toastProblem(problem: { message: string }): void {
  toast(problem.message, { tone: "failed" });
}

const dismiss = (id: number) => change(toasts.filter((toast) => toast.id !== id));

/** Where toasts appear. Once, in the root. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
  return (
    <div className={styles.place} role="status" aria-live="polite">
      {shown.map((item) => (
        <Card key={item.id} toast={item} />
      ))}
    </div>
  );
}

function Card({ toast: { id, message, tone, undo, act, stays } }: { toast: Toast }) {
  const { t } = useLingui();
  useEffect(() => {
    if (stays) return;
    const timer = setTimeout(() => dismiss(id), tone === "failed" ? STAYS_MS * 2 : STAYS_MS);
    return () => clearTimeout(timer);
  }, [id, tone, stays]);
  const offered = act ?? (undo && { words: t`Undo`, run: undo });
  return (
    <div className={`${styles.card} ${tone === "failed" ? styles.failed : ""}`}>
      <Icon name={tone === "failed" ? "warning" : "check"} />
      <p className={styles.words}>{message}</p>
      {offered && (
        <button
          type="button"
          className={styles.undo}
          onClick={() => {
            offered.run();
            dismiss(id);
          }}
        >
          {offered.words}
        </button>
      )}
      <button type="button" className={styles.close} aria-label={t`Close`} onClick={() => dismiss(id)}>
        <Icon name="close" />
      </button>
    </div>
  );
}
