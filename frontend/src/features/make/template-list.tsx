import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Dialog } from "~/components/dialog";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Field } from "~/components/field";
import { Icon } from "~/components/icon";
import { LanguageTag } from "~/components/language-tag";
import { SkeletonList } from "~/components/skeleton";
import styles from "./make.module.css";
import { found, postTemplates } from "./model";

/** The organisation's templates, to find one by its name or words; a press begins a post with it. */
export default function TemplateList({ onClose }: { onClose: () => void }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const [query, setQuery] = useState("");
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/templates/"));
  const templates = data && postTemplates(data.results);
  const fitting = templates && found(templates, query);
  return (
    <Dialog isOpen onClose={onClose} title={t`New post from a template`}>
      <div className={styles.body}>
        {error && !data ? (
          <ErrorState error={error} retry={() => void refetch()} />
        ) : !templates || !fitting ? (
          <SkeletonList rows={4} />
        ) : templates.length === 0 ? (
          <Empty icon="copy" title={t`No template yet`}>
            <Trans>Open a post you like and choose “Keep as a template” in its menu.</Trans>
          </Empty>
        ) : (
          <>
            <Field
              type="search"
              label={t`Find a template`}
              labelHidden
              placeholder={t`Name or words of it`}
              value={query}
              onChange={({ target }) => setQuery(target.value)}
              autoFocus={templates.length > 6}
            />
            {fitting.length > 0 && (
              <ul className={styles.list}>
                {fitting.map(({ id, name, first_line, versions }) => (
                  <li key={id}>
                    <Link
                      to={`/${slug}/posts/new` as string}
                      search={{ template: id } as never}
                      className={styles.row}
                      onClick={onClose}
                    >
                      <span className={styles.words}>
                        {name}
                        {first_line && <span className={styles.hint}>{first_line}</span>}
                      </span>
                      <LanguageTag languages={versions.map(({ language }) => language)} />
                      <Icon name="right" />
                    </Link>
                  </li>
                ))}
              </ul>
            )}
            <p className={styles.none} role="status">
              {fitting.length === 0 && t`No template fits “${query}”.`}
            </p>
          </>
        )}
      </div>
    </Dialog>
  );
}
