import { type ReactNode, useState } from "react";

/** Its children come into being when they are first wanted, and stay: so does what was typed in them. */
export function FromFirst({ when, children }: { when: boolean; children: ReactNode }) {
  const [was, setWas] = useState(when);
  if (when && !was) setWas(true);
  return was ? children : null;
}
