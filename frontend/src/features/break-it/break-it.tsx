import { useLingui } from "@lingui/react/macro";
import { useEffect } from "react";
import { ErrorState } from "~/components/error-state";
import { SkeletonList } from "~/components/skeleton";
import { NotFound } from "~/features/session/not-found";
import { Blows } from "./blows";
import styles from "./break-it.module.css";
import { Happenings } from "./happenings";
import { Head } from "./head";
import { Honestly } from "./honestly";
import { Numbers } from "./numbers";
import { useExperiment } from "./queries";
import { Squares } from "./squares";

/** Posts go out, a visitor breaks things, and plan and wall are compared. In the demo only. */
export function BreakIt() {
  const { t } = useLingui();
  const { data, error, refetch } = useExperiment();
  useEffect(() => {
    document.title = `${t`Break it`} · Carillon`;
  }, [t]);
  if (error?.status === 404) return <NotFound />;
  return (
    <div className={styles.page}>
      <Head />
      <main id="main" className={styles.main}>
        <div className={styles.intro}>
          <h1 tabIndex={-1} className={styles.title}>{t`Go on, break it`}</h1>
          <p className={styles.lead}>
            {t`Sixty posts go out within a minute, one each second, on five invented channels. Kill, wipe and cut whatever you like meanwhile. Then compare the plan with the wall.`}
          </p>
        </div>
        {data ? (
          <>
            <div className={styles.seen}>
              <Numbers seen={data} />
              <Squares seen={data} />
              <Honestly seen={data} />
            </div>
            <div className={styles.done}>
              <Blows seen={data} />
              <Happenings events={data.events} />
            </div>
          </>
        ) : error ? (
          <ErrorState error={error} retry={() => void refetch()} />
        ) : (
          <SkeletonList rows={6} />
        )}
      </main>
    </div>
  );
}
