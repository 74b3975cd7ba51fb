import { useLingui } from "@lingui/react/macro";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { IconButton } from "~/components/icon-button";
import { Segmented } from "~/components/segmented";
import { dayOf } from "~/lib/days";
import { useFormat } from "~/lib/use-format";
import { useIsWide } from "~/lib/use-media";
import type { Campaign, Objective } from "../model";
import { type CampaignsSearch, type SearchChange, zooms } from "../search";
import { Bands } from "./bands";
import { DownTheDays } from "./down-the-days";
import { stretchOf, turned } from "./scale";
import styles from "./timeline.module.css";
import { useMoments } from "./use-moments";

interface Props {
  objectives: readonly Objective[];
  campaigns: readonly Campaign[];
  search: CampaignsSearch;
  onSearch: (change: SearchChange) => void;
}

const without = ({ date: _, ...rest }: CampaignsSearch): CampaignsSearch => rest;

/** Objectives as bands with their campaigns inside, and today; on a phone down the page instead of across it. */
export function Timeline({ objectives, campaigns, search, onSearch }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const isWide = useIsWide();
  const { time_zone: zone } = useOrganisation();
  const today = dayOf(new Date(), zone);
  const zoom = search.zoom ?? "year";
  const date = search.date ?? today;
  const stretch = stretchOf(zoom, date);
  const moments = useMoments(stretch, zoom);
  const words = { quarter: t`Quarter`, year: t`Year`, years: t`4 years` };
  const turn = (by: 1 | -1) => onSearch((now) => ({ ...now, date: turned(now.zoom ?? "year", now.date ?? today, by) }));
  return (
    <section className={styles.timeline} aria-label={t`Timeline`}>
      <header className={styles.head}>
        <div className={styles.turn}>
          <IconButton icon="left" label={t`Earlier`} onClick={() => turn(-1)} />
          <Button look="quiet" disabled={date === today} onClick={() => onSearch(without)}>
            {t`Today`}
          </Button>
          <IconButton icon="right" label={t`Later`} onClick={() => turn(1)} />
        </div>
        <p className={styles.range}>
          {format.date(stretch.from, "month")} – {format.date(stretch.to, "month")}
        </p>
        <Segmented
          label={t`How much is shown`}
          value={zoom}
          onChange={(next) => onSearch((now) => ({ ...now, zoom: next }))}
          options={zooms.map((value) => ({ value, label: words[value] }))}
        />
      </header>
      {isWide ? (
        <Bands {...{ objectives, campaigns, stretch, zoom, today, moments }} />
      ) : (
        <DownTheDays {...{ objectives, campaigns, stretch, today, moments }} />
      )}
    </section>
  );
}
