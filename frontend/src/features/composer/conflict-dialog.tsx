import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { toast } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import styles from "./conflict-dialog.module.css";
import { useComposing } from "./context";
import { type Draft, draftOf } from "./draft";

/** Two people changed the post at once: both versions side by side, one stays, the other can be brought back. */
export function ConflictDialog() {
  const { t } = useLingui();
  const format = useFormat();
  const { theirs, draft, desk, edit } = useComposing();
  if (!theirs) return null;
  const other = draftOf(theirs);
  const settle = (whose: "mine" | "theirs") => {
    const left = desk.settle(whose);
    toast(whose === "mine" ? t`Your version stays` : t`Their version stays`, { undo: () => edit(() => left) });
  };
  return (
    <Dialog
      isOpen
      // It has to be decided before the writing goes on; until then nothing is saved and nothing is lost.
      onClose={() => undefined}
      role="alertdialog"
      width="wide"
      title={t`Somebody else changed this post meanwhile`}
      actions={
        <>
          <Button onClick={() => settle("theirs")}>{t`Take theirs`}</Button>
          <Button look="primary" onClick={() => settle("mine")}>{t`Keep mine`}</Button>
        </>
      }
    >
      <p className={styles.lead}>
        <Trans>Choose which version goes on. The other can be brought back right after.</Trans>
      </p>
      <div className={styles.both}>
        <Side title={t`Yours, not saved yet`} draft={draft} other={other} />
        <Side title={t`Theirs, saved ${format.time(theirs.updated_at)}`} draft={other} other={draft} />
      </div>
    </Dialog>
  );
}

function Side({ title, draft, other }: { title: string; draft: Draft; other: Draft }) {
  const { t } = useLingui();
  const format = useFormat();
  const { channels, campaigns } = useComposing();
  const nameOf = (id: string) => channels.find((each) => each.id === id)?.name ?? t`A channel`;
  const placesOf = (each: Draft) =>
    each.placements
      .map(({ channel, languages, local_time: time, own_segments: own }) =>
        [
          nameOf(channel),
          languages.join(" + ").toUpperCase(),
          time && `${format.date(time.slice(0, 10), "short")}, ${time.slice(11)}`,
          own?.join("\n\n"),
        ]
          .filter(Boolean)
          .join(", "),
      )
      .sort();
  const places = placesOf(draft);
  const otherPlaces = new Set(placesOf(other));
  const campaign = campaigns.find(({ id }) => id === draft.campaign)?.name ?? "";
  return (
    <section className={styles.side} aria-label={title}>
      <h3>{title}</h3>
      {draft.title && <Part label={t`Title`} text={draft.title} isOther={draft.title !== other.title} />}
      {draft.versions.map(({ language, segments, link, pictures }) => {
        const their = other.versions.find((each) => each.language === language);
        const text = segments.join("\n\n");
        const alts = pictures.map(({ alt }, index) => `${index + 1}. ${alt || "–"}`).join("\n");
        const theirAlts = their?.pictures.map(({ alt }, index) => `${index + 1}. ${alt || "–"}`).join("\n");
        const sameAssets =
          pictures.map(({ asset }) => asset).join() === their?.pictures.map(({ asset }) => asset).join();
        return (
          <div key={language} className={styles.version}>
            <Part label={format.languageName(language)} text={text} isOther={text !== their?.segments.join("\n\n")} />
            {link && <Part label={t`Link`} text={link} isOther={link !== their?.link} />}
            {pictures.length > 0 && (
              <Part label={t`Pictures`} text={alts} isOther={alts !== theirAlts || !sameAssets} />
            )}
          </div>
        );
      })}
      {campaign && <Part label={t`Campaign`} text={campaign} isOther={draft.campaign !== other.campaign} />}
      {places.map((place) => (
        <Part key={place} label={t`Channel`} text={place} isOther={!otherPlaces.has(place)} />
      ))}
    </section>
  );
}

function Part({ label, text, isOther }: { label: string; text: string; isOther: boolean }) {
  const { t } = useLingui();
  return (
    <div className={isOther ? styles.differs : styles.part}>
      <p className={styles.label}>
        {label}
        {isOther && <span className={styles.mark}> {t`differs`}</span>}
      </p>
      <p className={styles.text}>{text}</p>
    </div>
  );
}
