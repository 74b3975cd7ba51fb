import { Trans, useLingui } from "@lingui/react/macro";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { GoesTo } from "./goes-to";
import { goesTo, type LaneChannel } from "./model";
import styles from "./riposte.module.css";
import { useTemplates } from "./use-templates";

interface Props {
  isReady: boolean;
  isBusy: boolean;
  channels: readonly LaneChannel[];
  /** The channels that somebody switched; null: as each answer and the fast lane have it. */
  chosen: ReadonlySet<string> | null;
  onChoose: (template: string | null) => void;
}

/** A template's words without what is filled in later. */
const sampleOf = (text: string) =>
  text
    .replace(/[«“"]?\s*\{headline\}\s*[»”"]?/g, "")
    .replace("{link}", "")
    .trim();

/** The answers that were agreed on beforehand, one press each; or a start with the headline alone. */
export function TemplateChoice({ isReady, isBusy, channels, chosen, onChoose }: Props) {
  const { t } = useLingui();
  const known = useTemplates();
  const templates = known ?? [];
  return (
    <div className={styles.stack}>
      {templates.length > 0 && (
        <>
          <h3 className={styles.label}>{t`Answer with`}</h3>
          <ul className={styles.templates}>
            {templates.map(({ id, name, versions, placements }) => (
              <li key={id}>
                <button
                  type="button"
                  className={styles.template}
                  disabled={!isReady || isBusy}
                  onClick={() => onChoose(id)}
                >
                  <span className={styles.body}>
                    <strong>{name}</strong>
                    <span className={styles.sample}>{sampleOf(versions[0]?.segments[0] ?? "")}</span>
                    {channels.length > 0 && <GoesTo channels={goesTo({ agreed: placements, channels, chosen })} />}
                  </span>
                  <Icon name="right" />
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button
        look={known?.length === 0 ? "primary" : "normal"}
        icon="pen"
        wide
        busy={isBusy}
        disabled={!isReady}
        onClick={() => onChoose(null)}
      >
        {t`Start with the headline alone`}
      </Button>
      {!isReady && (
        <p className={styles.hint}>
          <Trans>First say what the news is: a link, or a headline in a few words.</Trans>
        </p>
      )}
    </div>
  );
}
