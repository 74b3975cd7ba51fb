import { Trans, useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { useComposing } from "./context";
import { withPlacement } from "./edit";
import { OwnTextNote } from "./own-text-note";
import { Segments } from "./segments";
import styles from "./text-panel.module.css";

/** The text of one channel alone. */
export function OwnText({ id }: { id: string }) {
  const { t } = useLingui();
  const { edit, seen } = useComposing();
  const mine = seen.find(({ key }) => key === id);
  if (!mine?.placement.own_segments) return null;
  return (
    <>
      <OwnTextNote mine={mine} />
      <Segments
        label={t`Text for ${mine.name} alone`}
        name="composer-segment"
        language={mine.placement.languages[0] ?? "fr"}
        segments={mine.placement.own_segments}
        carriers={[mine]}
        isReadOnly={mine.isFixed}
        onChange={(segments) => edit((draft) => withPlacement(draft, id, { own_segments: segments }))}
      />
      {mine.isFixed && (
        <p className={styles.fixed}>
          <Icon name="lock" size={14} />
          <Trans>This is out and cannot be changed here any more.</Trans>
        </p>
      )}
    </>
  );
}
