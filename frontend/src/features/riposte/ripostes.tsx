import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { PageHeader } from "~/components/page-header";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { Count } from "~/components/tag";
import { type Ripostes as Found, minutesOf } from "./model";
import { OnCallPanel } from "./on-call-panel";
import styles from "./riposte.module.css";
import { RiposteRow } from "./riposte-row";
import { type NewsSearch, Start } from "./start";

/** The fast lane: start a riposte, see those that run, and how long the past ones took. */
export function Ripostes({ news }: { news: NewsSearch }) {
  const { t } = useLingui();
  const may = useMay();
  const { data, error, refetch } = useQuery({
    ...api.queryOptions("get", "/api/ripostes/"),
    refetchInterval: ({ state }) => (state.data?.running.length ? 15_000 : false),
  });
  return (
    <div className={styles.page}>
      <PageHeader title={t`Riposte`}>
        <span>{t`The news breaks: answer it within minutes.`}</span>
      </PageHeader>
      <div className={styles.board}>
        <div className={styles.column}>
          {may("write") && <Start key={`${news.link}${news.headline}`} news={news} />}
          <OnCallPanel />
        </div>
        <div className={styles.column}>
          {data && data.running.length > 0 && (
            <Panel title={t`Running`} aside={<Count value={data.running.length} tone="attention" />} tone="attention">
              <ul>
                {data.running.map((riposte) => (
                  <RiposteRow key={riposte.id} riposte={riposte} targetMin={data.target_min} />
                ))}
              </ul>
            </Panel>
          )}
          <Panel title={t`Past ripostes`}>
            {error && !data ? (
              <ErrorState error={error} retry={() => void refetch()} />
            ) : !data ? (
              <SkeletonList rows={4} />
            ) : data.past.length === 0 ? (
              <Empty icon="clock" title={t`No riposte yet`}>
                <Trans>What you answer to the news appears here, with how long it took.</Trans>
              </Empty>
            ) : (
              <>
                <Figures found={data} />
                <ul>
                  {data.past.map((riposte) => (
                    <RiposteRow key={riposte.id} riposte={riposte} targetMin={data.target_min} />
                  ))}
                </ul>
              </>
            )}
          </Panel>
        </div>
      </div>
    </div>
  );
}

/** How long it usually takes from the news to live. Nobody is compared with anybody. */
function Figures({ found: { figures, target_min } }: { found: Found }) {
  const { t } = useLingui();
  if (figures.median_s === null || figures.best_s === null) return null;
  return (
    <dl className={styles.figures} aria-label={t`From the news to live`}>
      <div>
        <dt>{t`News to live, median`}</dt>
        <dd className="num">
          <Plural value={minutesOf(figures.median_s)} one="# min" other="# min" />
        </dd>
      </div>
      <div>
        <dt>{t`Best`}</dt>
        <dd className="num">
          <Plural value={minutesOf(figures.best_s)} one="# min" other="# min" />
        </dd>
      </div>
      <div>
        <dt>
          <Trans>Within {target_min} min</Trans>
        </dt>
        <dd className="num">
          <Trans>
            {figures.in_time} of {figures.count}
          </Trans>
        </dd>
      </div>
    </dl>
  );
}
