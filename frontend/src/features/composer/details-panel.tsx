import { useLingui } from "@lingui/react/macro";
import { Field, Select } from "~/components/field";
import { useComposing } from "./context";
import styles from "./details-panel.module.css";
import { FoldingPanel } from "./folding-panel";

/** What only colleagues see: the campaign it serves and a title to find it by. */
export function DetailsPanel() {
  const { t } = useLingui();
  const { draft, edit, campaigns, isLocked, post } = useComposing();
  const isArchived = draft.campaign !== null && campaigns.every(({ id }) => id !== draft.campaign);
  const named = isArchived ? t`An archived campaign` : campaigns.find(({ id }) => id === draft.campaign)?.name;
  return (
    <FoldingPanel
      name="details"
      title={t`For colleagues`}
      state={[draft.title.trim(), named ?? t`No campaign`].filter(Boolean).join(" · ")}
      startsFolded={false}
    >
      <div className={styles.fields}>
        <Select
          label={t`Campaign`}
          value={draft.campaign ?? ""}
          disabled={isLocked}
          onChange={(event) => edit((now) => ({ ...now, campaign: event.target.value || null }))}
        >
          <option value="">{t`No campaign`}</option>
          {isArchived && <option value={draft.campaign ?? ""}>{t`An archived campaign`}</option>}
          {campaigns.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <Field
          label={t`Title for colleagues`}
          value={draft.title}
          maxLength={200}
          readOnly={isLocked}
          placeholder={t`The first line, if left empty`}
          onChange={(event) => edit((now) => ({ ...now, title: event.target.value }))}
        />
      </div>
      {post && <p className={styles.who}>{t`Written by ${post.author_name}`}</p>}
    </FoldingPanel>
  );
}
