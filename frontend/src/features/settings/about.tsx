import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { ErrorState } from "~/components/error-state";
import { Panel } from "~/components/panel";
import { Skeleton } from "~/components/skeleton";
import { SectionHeader } from "./frame";
import styles from "./parts.module.css";

/** Which Carillon this is, under which licence, and where its source text is. */
export function AboutSection() {
  const { t } = useLingui();
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/about/"));
  return (
    <>
      <SectionHeader title={t`About Carillon`} />
      <Panel padded>
        {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
        {!error && (
          <dl className={styles.terms}>
            <div>
              <dt>{t`Version`}</dt>
              <dd className="num">{data ? data.version : <Skeleton width={60} />}</dd>
            </div>
            <div>
              <dt>{t`Licence`}</dt>
              <dd>
                <p>
                  <a href="https://www.gnu.org/licenses/agpl-3.0.html" target="_blank" rel="noreferrer">
                    AGPL-3.0-or-later
                  </a>
                </p>
                <p>{t`Free software: everybody may use, study, change and share it. Whoever uses it over a network may have its source text.`}</p>
              </dd>
            </div>
            <div>
              <dt>{t`Source text`}</dt>
              <dd>
                {data?.source_url ? (
                  <p>
                    <a href={data.source_url} target="_blank" rel="noreferrer">
                      {data.source_url}
                    </a>
                  </p>
                ) : (
                  <p>{data ? t`Ask whoever runs this Carillon: you have a right to it.` : <Skeleton width={180} />}</p>
                )}
              </dd>
            </div>
            <div>
              <dt>{t`Privacy`}</dt>
              <dd>
                <p>{t`No trackers, and nothing loaded from third parties. Your data stay on this server; a post goes to its networks when it is published.`}</p>
              </dd>
            </div>
            <div>
              <dt>{t`For programs`}</dt>
              <dd>
                <p>
                  <Trans>
                    The API has{" "}
                    <a href="/api/docs/" target="_blank" rel="noreferrer">
                      pages of its own
                    </a>
                    .
                  </Trans>
                </p>
              </dd>
            </div>
          </dl>
        )}
      </Panel>
    </>
  );
}
