import { Trans, useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Field } from "~/components/field";
import { NetworkMark } from "~/components/network-mark";
import { toast } from "~/components/toast";
import { moveToComment } from "./comment-link";
import { tagged } from "./compose";
import { useComposing } from "./context";
import type { Version } from "./draft";
import { asAddress, withVersion } from "./edit";
import { FoldingPanel } from "./folding-panel";
import { LinkCosts } from "./link-cost";
import { LinkFound } from "./link-found";
import styles from "./link-panel.module.css";
import { useVersion } from "./use-version";

/** Where the post leads, per language, and the marks that tell where visitors came from. */
export function LinkPanel() {
  const { t } = useLingui();
  const { language, refused, edit, isLocked } = useComposing();
  const version = useVersion(language);
  const set = (change: Partial<Version>) => edit((draft) => withVersion(draft, { ...version, ...change }));
  return (
    <FoldingPanel
      name="link"
      title={t`Link`}
      state={version.link ? hostOf(version.link) : t`none`}
      startsFolded={false}
      mustShow={version.link in refused.links}
    >
      <div id="composer-link" className={styles.body}>
        <LinkField
          key={`${language} ${version.link}`}
          label={t`Link, ${language.toUpperCase()}`}
          link={version.link}
          error={refused.links[version.link]}
          isLocked={isLocked}
          onChange={(link) => link !== version.link && set({ link })}
        />
        {version.link && (
          <>
            <LinkFound link={version.link} />
            <Checkbox
              label={t`Count the visits it brings`}
              hint={t`Adds marks (UTM) that name the network and the campaign, never a person.`}
              checked={version.with_utm}
              disabled={isLocked}
              onChange={(event) => set({ with_utm: event.target.checked })}
            />
            <Shown version={version} />
          </>
        )}
        <ToComment />
        <LinkCosts />
      </div>
    </FoldingPanel>
  );
}

const hostOf = (link: string) => (URL.canParse(link) ? new URL(link).hostname.replace(/^www\./, "") : link);

interface FieldProps {
  label: string;
  link: string;
  error: string | undefined;
  isLocked: boolean;
  onChange: (link: string) => void;
}

/** Taken when one leaves it, so that half an address is no error. */
function LinkField({ label, link, error, isLocked, onChange }: FieldProps) {
  const { t } = useLingui();
  const [typed, setTyped] = useState(link);
  return (
    <Field
      type="url"
      inputMode="url"
      autoCapitalize="none"
      spellCheck={false}
      label={label}
      placeholder="https://"
      value={typed}
      error={error}
      readOnly={isLocked}
      hint={
        !link && !typed
          ? t`Facebook shows it as a card; on X it stands in the text; on Instagram it cannot be pressed.`
          : undefined
      }
      onChange={(event) => setTyped(event.target.value)}
      onBlur={() => onChange(asAddress(typed))}
      onKeyDown={(event) => event.key === "Enter" && onChange(asAddress(typed))}
    />
  );
}

/** Where a channel has a first comment, the link may stand there instead: posts without a link are shown to more people. */
function ToComment() {
  const { t } = useLingui();
  const { draft, desk, edit, seen, language, isLocked } = useComposing();
  if (isLocked || !moveToComment(draft, language, seen)) return null;
  const move = () => {
    const before = desk.snapshot().draft;
    edit((now) => moveToComment(now, language, seen) ?? now);
    toast(t`The link stands in the first comment`, { undo: () => edit(() => before) });
  };
  return (
    <span>
      <Button size="small" icon="comment" onClick={move}>{t`Move it to the first comment`}</Button>
    </span>
  );
}

function Shown({ version }: { version: Version }) {
  const { seen, campaigns, draft } = useComposing();
  const campaign = campaigns.find(({ id }) => id === draft.campaign)?.utm ?? "";
  const mine = seen.filter(
    ({ placement }) => placement.languages.includes(version.language) && !placement.without_link,
  );
  if (!version.with_utm || mine.length === 0) return null;
  return (
    <details className={styles.shown}>
      <summary>
        <Trans>As it will be</Trans>
      </summary>
      <ul>
        {mine.map(({ key, network, shown }) => (
          <li key={key} className={styles.address}>
            <NetworkMark network={network} />
            <span>{tagged(version.link, { network, campaign, placement: shown?.id })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
