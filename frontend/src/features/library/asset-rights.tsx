import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Checkbox } from "~/components/checkbox";
import { Field } from "~/components/field";
import { toast } from "~/components/toast";
import { useFolders } from "./folders";
import styles from "./library.module.css";
import { type Asset, pathTo } from "./model";

/** Where it lies, its tags, and what may be done with it until when. */
export function AssetRights({ asset, isReadOnly }: { asset: Asset; isReadOnly: boolean }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const folders = useFolders();
  const tags = useQuery(api.queryOptions("get", "/api/tags/")).data ?? [];
  const [said, setSaid] = useState({
    tags: asset.tags.join(", "),
    folder: asset.folder ?? "",
    credit: asset.credit ?? "",
    licence: asset.licence ?? "",
    rights_until: asset.rights_until ?? "",
    people: asset.people ?? "",
    consent_by: asset.consent_by ?? "",
    consent_until: asset.consent_until ?? "",
    consent_note: asset.consent_note ?? "",
    is_ai_made: asset.is_ai_made ?? false,
  });
  const save = useMutation(
    api.mutationOptions("patch", "/api/assets/{id}/", {
      onSuccess: () => {
        toast(t`Saved`);
        void api.refresh(queryClient, "/api/assets/", "/api/tags/", "/api/folders/");
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({
      params: { path: { id: asset.id } },
      body: {
        ...said,
        tags: said.tags.split(","),
        folder: said.folder || null,
        rights_until: said.rights_until || null,
        consent_until: said.consent_until || null,
      },
    });
  };
  const field = (name: keyof typeof said, label: string, type = "text", most = 200) => (
    <Field
      label={label}
      type={type}
      maxLength={most}
      readOnly={isReadOnly}
      list={name === "tags" ? "library-tags" : undefined}
      value={String(said[name])}
      onChange={(event) => setSaid({ ...said, [name]: event.target.value })}
    />
  );
  return (
    <form className={styles.words} onSubmit={submit}>
      <h3>{t`Place, rights and consent`}</h3>
      <label className={styles.choice}>
        {t`In the folder`}
        <select
          value={said.folder}
          disabled={isReadOnly}
          onChange={(event) => setSaid({ ...said, folder: event.target.value })}
        >
          <option value="">{t`In no folder`}</option>
          {folders.map(({ id }) => (
            <option key={id} value={id}>
              {pathTo(folders, id)}
            </option>
          ))}
        </select>
      </label>
      {field("tags", t`Tags, with commas between them`, "text", 600)}
      <datalist id="library-tags">
        {tags.map(({ name }) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      {field("credit", t`Credit line`)}
      {field("licence", t`Licence, what we may do with it`, "text", 500)}
      {field("rights_until", t`May be shown until`, "date")}
      {field("people", t`People one recognises`, "text", 300)}
      <div className={styles.pairs}>
        {field("consent_by", t`Consent given by`)}
        {field("consent_until", t`Consent until`, "date")}
      </div>
      {field("consent_note", t`Note on the consent`, "text", 500)}
      <Checkbox
        label={t`Made with AI`}
        checked={said.is_ai_made}
        disabled={isReadOnly}
        onChange={(event) => setSaid({ ...said, is_ai_made: event.target.checked })}
      />
      {save.error && (
        <p className={styles.refused} role="alert">
          {save.error.message}
        </p>
      )}
      {!isReadOnly && (
        <Button type="submit" look="primary" busy={save.isPending}>
          {t`Save place and rights`}
        </Button>
      )}
    </form>
  );
}
