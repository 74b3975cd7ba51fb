import { useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { Icon, type IconName } from "~/components/icon";
import styles from "./blows.module.css";
import { type Blow, type Experiment, useActs } from "./queries";

interface Choice {
  kind: Blow;
  icon: IconName;
  name: string;
  about: string;
  isPossible?: boolean;
}

/** What one may do to it. */
export function Blows({ seen }: { seen: Experiment }) {
  const { t } = useLingui();
  const { begin, beginAnew, strike } = useActs();
  const hasBegun = seen.planned > 0;
  const hasWorker = seen.workers > 0;
  const choices: Choice[] = [
    {
      kind: "kill-worker",
      icon: "close",
      name: t`Kill the worker`,
      about: t`In the middle of a post, without goodbye.`,
      isPossible: hasWorker,
    },
    {
      kind: "freeze-worker",
      icon: "hold",
      name: t`Freeze the worker`,
      about: t`For ten seconds. It wakes up and does not know.`,
      isPossible: hasWorker,
    },
    {
      kind: "wipe-broker",
      icon: "trash",
      name: t`Empty the queue`,
      about: t`Every message to the workers is gone.`,
      isPossible: seen.can_wipe,
    },
    {
      kind: "fail-facebook",
      icon: "warning",
      name: t`Facebook errs`,
      about: t`It publishes the next posts and answers “error 500”.`,
    },
    {
      kind: "lose-answer",
      icon: "offline",
      name: t`X falls silent`,
      about: t`It publishes the next posts and the line is cut.`,
    },
    {
      kind: "revoke-token",
      icon: "refused",
      name: t`Revoke a sign-in`,
      about: t`A Facebook page throws Carillon out.`,
    },
  ];
  const isSignedOut = seen.channels.some((channel) => !channel.is_signed_in);
  return (
    <section className={styles.blows} aria-label={t`What you can do`}>
      <div className={styles.start}>
        <Button look="primary" icon="send" busy={begin.isPending} onClick={() => begin.mutate({})}>
          {hasBegun ? t`Send 60 more` : t`Send 60 posts`}
        </Button>
        {hasBegun && (
          <Button look="quiet" icon="retry" busy={beginAnew.isPending} onClick={() => beginAnew.mutate({})}>
            {t`Begin anew`}
          </Button>
        )}
        <a className={styles.wall} href={seen.wall_url} target="_blank" rel="noreferrer">
          {t`See the wall`}
        </a>
      </div>
      {isSignedOut && (
        <div className={styles.repair}>
          <p>{t`A channel has lost its sign-in. Its posts wait until somebody signs in again, as an administrator would.`}</p>
          <Button
            icon="check"
            busy={strike.isPending}
            onClick={() => strike.mutate({ body: { kind: "sign-in-again" } })}
          >
            {t`Sign in again`}
          </Button>
        </div>
      )}
      <ul className={styles.choices}>
        {choices.map(({ kind, icon, name, about, isPossible = true }) => (
          <li key={kind}>
            <button
              type="button"
              className={styles.choice}
              disabled={!hasBegun || !isPossible || strike.isPending}
              onClick={() => strike.mutate({ body: { kind } })}
            >
              <span className={styles.icon}>
                <Icon name={icon} />
              </span>
              <span>
                <b>{name}</b>
                <span className={styles.about}>{about}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {hasBegun && !hasWorker && (
        <p className={styles.away}>{t`The worker is away at this moment; it starts again by itself.`}</p>
      )}
    </section>
  );
}
