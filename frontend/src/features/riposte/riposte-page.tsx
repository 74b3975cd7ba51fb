import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { Note } from "~/components/note";
import { PageHeader } from "~/components/page-header";
import { SkeletonList } from "~/components/skeleton";
import { toast } from "~/components/toast";
import { Asking } from "./asking";
import { Channels } from "./channels";
import { Light } from "./light";
import type { Riposte } from "./model";
import { NewsTime } from "./news-time";
import styles from "./riposte.module.css";
import { Room } from "./room";
import { StageMark } from "./stage-mark";
import { Stopwatch } from "./stopwatch";
import { Texts } from "./texts";
import { useRiposte, useRiposteActs } from "./use-riposte";
import { useTexts } from "./use-texts";

/** One riposte: the stopwatch, its texts, who is asked, what is in the way, where it is live. */
export function RipostePage({ id }: { id: string }) {
  const { t } = useLingui();
  const { data, error, refetch } = useRiposte(id);
  if (data) return <Whole riposte={data} />;
  return (
    <>
      <PageHeader title={t`Riposte`} />
      {error ? <ErrorState error={error} retry={() => void refetch()} /> : <SkeletonList rows={6} />}
    </>
  );
}

function Whole({ riposte }: { riposte: Riposte }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const acts = useRiposteActs(riposte.id);
  const desk = useTexts(riposte);
  const { stage } = riposte;
  const isFixed = ["asked", "going", "live", "trouble", "called_off"].includes(stage);
  const takeUp = () => acts.takeUp.mutate({ params: acts.params });
  const callOff = () =>
    acts.callOff.mutate({ params: acts.params }, { onSuccess: () => toast(t`Called off`, { undo: takeUp }) });
  return (
    <div className={styles.page}>
      <PageHeader title={t`Riposte`}>
        <StageMark stage={stage} />
      </PageHeader>
      <div className={styles.news}>
        <h2 className={styles.headline}>{riposte.headline}</h2>
        <p className={styles.facts}>
          {riposte.link && (
            <a href={riposte.link} target="_blank" rel="noreferrer" className={styles.link}>
              <Icon name="link" size={14} />
              {riposte.site}
            </a>
          )}
          <NewsTime riposte={riposte} acts={acts} />
        </p>
      </div>
      {riposte.is_stopped && stage !== "live" && (
        <Note tone="broken" icon="hold" isUrgent>
          <Trans>
            The crisis stop holds everything, this riposte too: even approved it stays here until somebody lifts the
            stop. The reason: {riposte.stop_reason}
          </Trans>
        </Note>
      )}
      <div className={styles.board}>
        <div className={styles.column}>
          <Stopwatch marks={riposte.marks} isRunning={riposte.is_running} targetMin={riposte.target_min} />
          {!isFixed && <Texts riposte={riposte} desk={desk} isFixed={isFixed} />}
          <Asking riposte={riposte} acts={acts} flush={desk.flush} />
          {isFixed && <Texts riposte={riposte} desk={desk} isFixed={isFixed} />}
        </div>
        <div className={styles.column}>
          <Channels riposte={riposte} />
          <Room riposte={riposte} acts={acts} />
          <Light riposte={riposte} />
          <div className={styles.ends}>
            {riposte.may_edit && riposte.is_running && (
              <Button look="quiet" icon="close" onClick={callOff}>
                {stage === "trouble" ? t`Put it away` : t`Call it off`}
              </Button>
            )}
            {riposte.may_edit && stage === "called_off" && (
              <Button icon="undo" onClick={takeUp}>{t`Take it up again`}</Button>
            )}
            <Link to={`/${slug}/riposte` as string} className={styles.link}>
              <Icon name="left" size={14} />
              {t`All ripostes`}
            </Link>
          </div>
        </div>
      </div>
    </div>
  );
}
