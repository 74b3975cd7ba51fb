import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useRef, useState } from "react";
import { useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { Note } from "~/components/note";
import { useFormat } from "~/lib/use-format";
import { DelayChoice } from "./delay-choice";
import type { Riposte } from "./model";
import styles from "./riposte.module.css";
import type { Acts } from "./use-riposte";

interface Props {
  riposte: Riposte;
  acts: Acts;
  /** What is typed is saved first. */
  flush: () => Promise<boolean>;
}

/** What comes next with the yes: ask, wait and see who is asked, or what the answer was. */
export function Asking({ riposte, acts, flush }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { stage, called } = riposte;
  const names = format.list(called);
  const may = riposte.may_edit && ["draft", "changes_asked", "rejected", "unanswered"].includes(stage);
  const here = useRef<HTMLDivElement>(null);
  const [isSaving, setSaving] = useState(false);
  const ask = async () => {
    setSaving(true);
    // The button is gone then; who listens hears on whom it waits.
    if (await flush()) acts.ask.mutate({ params: acts.params }, { onSuccess: () => here.current?.focus() });
    setSaving(false);
  };
  return (
    <div ref={here} tabIndex={-1} className={styles.stack}>
      <Answered riposte={riposte} />
      {may && (
        <>
          <DelayChoice
            value={riposte.delay_min}
            onChange={(delay_min) => acts.change.mutate({ params: acts.params, body: { delay_min } })}
          />
          <Button
            look="primary"
            icon="send"
            wide
            className={styles.big}
            busy={isSaving || acts.ask.isPending}
            disabled={!riposte.may_ask}
            onClick={() => void ask()}
          >
            {!riposte.needs_approval
              ? t`Send now`
              : called.length === 1
                ? t`Ask ${names}`
                : called.length > 1
                  ? t`Ask everybody who decides`
                  : t`Ask`}
          </Button>
          <p className={styles.hint}>
            {riposte.needs_approval && called.length === 1 ? (
              <Trans>{names} is on call and is asked at once, in the app and by e-mail.</Trans>
            ) : (
              riposte.needs_approval && (
                <Trans>Nobody is on call, so everybody who decides on posts is asked: {names}.</Trans>
              )
            )}
          </p>
        </>
      )}
      {stage === "asked" && <Waiting riposte={riposte} />}
    </div>
  );
}

function Waiting({ riposte }: { riposte: Riposte }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useOrganisation();
  const names = format.list(riposte.called);
  const next = riposte.next_ask_at && format.time(riposte.next_ask_at);
  const until = riposte.until ? format.time(riposte.until) : "";
  return (
    <Note
      tone="attention"
      icon="eye"
      actions={
        <Link
          to={`/${slug}/decisions` as string}
          search={{ show: riposte.approval } as never}
          className={buttonClass("normal", "small")}
        >
          {t`Open the decision`}
        </Link>
      }
    >
      <p>
        <strong>
          <Trans>Waiting for {names}</Trans>
        </strong>
      </p>
      {next && (
        <p>
          <Trans>Without an answer the next is asked too at {next}, or within half a minute after it.</Trans>
        </p>
      )}
      <p>
        <Trans>A yes sends it at once. After {until} nothing goes out by itself.</Trans>
      </p>
    </Note>
  );
}

function Answered({ riposte }: { riposte: Riposte }) {
  const said = riposte.content.approval?.decisions.at(-1) as { by?: string; comment?: string } | undefined;
  const by = said?.by ?? "";
  const comment = said?.comment ?? "";
  switch (riposte.stage) {
    case "unanswered":
      return (
        <Note tone="broken" icon="missed" isUrgent>
          <Trans>Nobody has answered in time, so nothing goes out by itself. Ask again, or call it off.</Trans>
        </Note>
      );
    case "changes_asked":
      return (
        <Note tone="attention" icon="comment" isUrgent>
          <Trans>
            {by} asks for changes: {comment}
          </Trans>
        </Note>
      );
    case "rejected":
      return (
        <Note tone="broken" icon="refused" isUrgent>
          <Trans>
            {by} said no: {comment}
          </Trans>
        </Note>
      );
    case "going":
      return riposte.is_stopped ? null : (
        <Note tone="ok" icon="check">
          {by ? <Trans>{by} said yes. It goes out now.</Trans> : <Trans>Approved. It goes out now.</Trans>}
        </Note>
      );
    default:
      return null;
  }
}
