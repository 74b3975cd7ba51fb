import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { useMay, useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { useComposing } from "./context";
import type { ProblemFound } from "./draft";

const FillInDialog = lazy(() => import("./fill-in-dialog").then((m) => ({ default: m.FillInDialog })));

/** Whether a problem is mended elsewhere than in the post. */
export const isElsewhere = ({ code }: Pick<ProblemFound, "code">): boolean =>
  code === "placeholder-without-value" || code === "contact-unknown" || code === "contact-without-handle";

/** Leads to where that is: the fill-ins of a channel, said over the draft, or the address book. What is written is saved first. */
export function Mend({ problem }: { problem: ProblemFound }) {
  const { t } = useLingui();
  const may = useMay();
  const navigate = useNavigate();
  const { slug } = useOrganisation();
  const { desk, seen } = useComposing();
  const [isOpen, setOpen] = useState(false);
  const words = <span className="only-read">: {problem.message}</span>;
  if (problem.code !== "placeholder-without-value") {
    // Without a connection it stays in this browser, and is there when one comes back.
    const leave = () => void desk.flush().finally(() => void navigate({ href: `/${slug}/settings/words` }));
    return (
      <Button size="small" look="plain" icon="people" onClick={leave}>
        {t`Address book`}
        {words}
      </Button>
    );
  }
  const channel = seen.find(({ shown }) => shown?.id === problem.placement)?.channel;
  if (!channel || !may("plan")) return null;
  return (
    <>
      <Button size="small" look="plain" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t`Say what it reads`}
        {words}
      </Button>
      <Suspense fallback={null}>
        {isOpen && (
          <FillInDialog channel={channel} name={String(problem.params.key ?? "")} onClose={() => setOpen(false)} />
        )}
      </Suspense>
    </>
  );
}
