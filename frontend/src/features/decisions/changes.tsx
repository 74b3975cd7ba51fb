import { Plural, Trans, useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { assetUrl } from "~/api/upload";
import { Icon } from "~/components/icon";
import { useFormat } from "~/lib/use-format";
import styles from "./changes.module.css";
import { type Card, type Change, type Run, readChanges, shortened } from "./model";
import { OneMoneyChange } from "./money-changes";
import { useChannels } from "./use-channels";

/** What is different from what people saw of it before: removed words struck, added ones underlined. */
export function Changes({ card }: { card: Card }) {
  const { t } = useLingui();
  const format = useFormat();
  if (!card.compared_with || !card.compared_at) return null;
  const { changes, others } = readChanges(card.changes);
  if (card.compared_with === "asked" && card.changes.length === 0) return null;
  const when = format.dateTime(card.compared_at);
  const title = {
    approved: t`Changed since it was approved on ${when}`,
    decided: t`Changed since it was last decided on, ${when}`,
    asked: t`Changed since it was first asked about, ${when}`,
  }[card.compared_with];
  return (
    <section className={styles.changes} aria-label={title}>
      <h3 className={styles.title}>{title}</h3>
      {changes.length === 0 && others === 0 && (
        <p className="muted">
          <Trans>Nothing in it has changed. It was submitted again.</Trans>
        </p>
      )}
      <ul className={styles.list}>
        {changes.map((change) => (
          <li key={JSON.stringify(change)}>
            <OneChange change={change} />
          </li>
        ))}
        {others > 0 && (
          <li>
            <Plural value={others} one="One more change" other="# more changes" />
          </li>
        )}
      </ul>
    </section>
  );
}

function OneChange({ change }: { change: Change }) {
  const { t } = useLingui();
  const format = useFormat();
  const channels = useChannels();
  const nameOf = (id: string) => channels.get(id)?.name ?? t`a channel that is gone`;
  const namesOf = (ids: string[]) => format.list(ids.map(nameOf));
  switch (change.what) {
    case "text":
      return <Words what={t`Text, ${format.languageName(change.language)}`} runs={change.words} />;
    case "first_comment":
      return <Words what={t`First comment, ${format.languageName(change.language)}`} runs={change.words} />;
    case "alt_text":
      return <Words what={t`Picture descriptions, ${format.languageName(change.language)}`} runs={change.words} />;
    case "own_text":
      return <Words what={t`Own text of ${nameOf(change.channel)}`} runs={change.words} />;
    case "link":
      return (
        <BeforeAfter
          what={t`Link, ${format.languageName(change.language)}`}
          before={change.before}
          after={change.after}
        />
      );
    case "time":
      return (
        <BeforeAfter
          what={t`Time on ${nameOf(change.channel)}`}
          before={format.dateTime(change.before)}
          after={format.dateTime(change.after)}
        />
      );
    case "pictures":
      return <PicturesChange change={change} />;
    case "language_added":
      return <BeforeAfter what={t`Language`} before="" after={format.languageName(change.language)} />;
    case "language_removed":
      return <BeforeAfter what={t`Language`} before={format.languageName(change.language)} after="" />;
    case "channels":
      return <BeforeAfter what={t`Channels`} before={namesOf(change.removed)} after={namesOf(change.added)} />;
    case "campaign":
      return <BeforeAfter what={t`Campaign`} before={change.before} after={change.after} />;
    default:
      return <OneMoneyChange change={change} />;
  }
}

export function Words({ what, runs }: { what: string; runs: readonly Run[] }) {
  return (
    <>
      <p className={styles.what}>{what}</p>
      <p className={styles.runs}>
        {shortened(runs).map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
          <Marked key={index} op={run.op}>
            {run.text}
          </Marked>
        ))}
      </p>
    </>
  );
}

function Marked({ op, children }: { op: Run["op"]; children: string }) {
  const { t } = useLingui();
  if (op === "same") return <span>{children}</span>;
  const Tag = op === "removed" ? "del" : "ins";
  return (
    <Tag className={styles[op]}>
      <span className="only-read">{op === "removed" ? t`Removed:` : t`Added:`} </span>
      {children}
    </Tag>
  );
}

export function BeforeAfter({ what, before, after }: { what: string; before: string; after: string }) {
  return (
    <>
      <p className={styles.what}>{what}</p>
      <p className={styles.runs}>
        {before && <Marked op="removed">{before}</Marked>}
        {before && after && " "}
        {after && <Marked op="added">{after}</Marked>}
      </p>
    </>
  );
}

function PicturesChange({ change }: { change: Extract<Change, { what: "pictures" }> }) {
  const { t } = useLingui();
  const format = useFormat();
  const language = format.languageName(change.language);
  return (
    <>
      <p className={styles.what}>{t`Pictures, ${language}`}</p>
      <div className={styles.pair}>
        <Side title={t`Before`} assets={change.before} isGone />
        <Icon name="right" className={styles.arrow} />
        <Side title={t`Now`} assets={change.after} />
      </div>
    </>
  );
}

function Side({ title, assets, isGone }: { title: string; assets: readonly string[]; isGone?: boolean }): ReactNode {
  const { t } = useLingui();
  return (
    <figure className={styles.side}>
      <figcaption>{title}</figcaption>
      {assets.length === 0 && <p className="faint">{t`No picture`}</p>}
      <div className={styles.thumbs}>
        {assets.map((asset) => (
          <img key={asset} className={isGone ? styles.gone : undefined} src={assetUrl(asset, "web")} alt="" />
        ))}
      </div>
    </figure>
  );
}
