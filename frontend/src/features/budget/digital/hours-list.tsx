import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { ErrorState } from "~/components/error-state";
import { IconButton } from "~/components/icon-button";
import { SkeletonList } from "~/components/skeleton";
import { useFormat } from "~/lib/use-format";
import styles from "./digital.module.css";
import type { Worked } from "./model";

interface Props {
  of: { period?: string; campaign?: string };
  /** Undefined: the person does not keep the money. */
  onChange: ((hours: Worked) => void) | undefined;
}

/** The hours one by one, newest first. */
export default function HoursList({ of, onChange }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { data, error, refetch } = useQuery(
    api.queryOptions("get", "/api/hours/", { params: { query: { ...of, page_size: 200 } } }),
  );
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <SkeletonList rows={3} height={44} />;
  return (
    <ul className={styles.ends}>
      {data.results.map((hours) => {
        const { id, what, on, who, minutes, digital_permille: digital, campaign_name: campaign } = hours;
        const people = who === "volunteer" ? t`Volunteers` : t`Staff`;
        const long = t`${format.number(Math.round(minutes / 6) / 10)} h`;
        return (
          <li key={id}>
            <span>
              {what}
              <small>{[format.date(on, "short"), people, campaign].filter(Boolean).join(" · ")}</small>
            </span>
            <span className={styles.long}>
              {long}
              <small>{t`${format.percent(digital / 1000)} digital`}</small>
            </span>
            {onChange && (
              <IconButton icon="pen" look="plain" label={t`Change “${what}”`} onClick={() => onChange(hours)} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
