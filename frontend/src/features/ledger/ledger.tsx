import { Plural, useLingui } from "@lingui/react/macro";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button, buttonClass } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Select } from "~/components/field";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { PageHeader } from "~/components/page-header";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { useFormat } from "~/lib/use-format";
import styles from "./ledger.module.css";
import { SentRow } from "./sent-row";

const SIZE = 50;

interface Props {
  id: string;
  /** "2026-11", or "" for all. */
  month: string;
  page: number;
  onSearch: (next: { month: string; page: number }) => void;
}

/** Everything that was sent on one channel, newest first, and the same as a file. */
export function Ledger({ id, month, page, onSearch }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useOrganisation();
  const channel = useQuery(api.queryOptions("get", "/api/channels/{id}/", { params: { path: { id } } }));
  const query = { page, page_size: SIZE, ...(month ? { month } : {}) };
  const sent = useQuery({
    ...api.queryOptions("get", "/api/channels/{id}/sent/", { params: { path: { id }, query } }),
    placeholderData: keepPreviousData,
  });
  const { data } = sent;
  const cost = (data?.cost_usd_micros ?? 0) / 1_000_000;
  const dollars = format.number(cost, { style: "currency", currency: "USD" });
  const error = channel.error ?? sent.error;
  const file = `/api/channels/${id}/sent.csv?${new URLSearchParams({ organisation: slug, ...(month ? { month } : {}) })}`;
  const isLast = !data || page * SIZE >= data.count;
  return (
    <>
      <Link to={`/${slug}/channels` as string} className={styles.back}>
        <Icon name="left" />
        {t`Channels`}
      </Link>
      <PageHeader
        title={t`What we sent`}
        actions={
          data &&
          data.count > 0 && (
            <a href={file} download className={buttonClass("normal")}>
              <Icon name="download" />
              {t`Download as CSV`}
            </a>
          )
        }
      >
        {channel.data && (
          <span className={styles.channel}>
            <NetworkMark network={channel.data.network} size={16} />
            {channel.data.name}
          </span>
        )}
      </PageHeader>
      {error && !data ? (
        <ErrorState error={error} retry={() => void sent.refetch()} />
      ) : !data ? (
        <SkeletonList rows={8} />
      ) : data.months.length === 0 ? (
        <Empty icon="send" title={t`Nothing was sent here yet`}>
          {t`As soon as posts go out on this channel, each of them stands here: when, what, where it is, and what it cost.`}
        </Empty>
      ) : (
        <>
          <div className={styles.top}>
            <Select
              label={t`Month`}
              labelHidden
              value={month}
              onChange={(event) => onSearch({ month: event.target.value, page: 1 })}
            >
              <option value="">{t`All months`}</option>
              {data.months.map((each) => (
                <option key={each} value={each}>
                  {format.date(`${each}-01`, "month")}
                </option>
              ))}
            </Select>
            <p className={styles.sum}>
              <Plural value={data.published} one="# post published" other="# posts published" />
              {cost > 0 && <span className="num">{t`${dollars} billed by the network`}</span>}
            </p>
          </div>
          <Panel>
            <ul>
              {data.results.map((row) => (
                <SentRow key={row.id} row={row} hasCosts={cost > 0} />
              ))}
            </ul>
          </Panel>
          {(page > 1 || !isLast) && (
            <nav className={styles.pages} aria-label={t`Pages`}>
              <Button icon="left" disabled={page <= 1} onClick={() => onSearch({ month, page: page - 1 })}>
                {t`Newer`}
              </Button>
              <Button disabled={isLast} onClick={() => onSearch({ month, page: page + 1 })}>
                {t`Older`}
                <Icon name="right" />
              </Button>
            </nav>
          )}
        </>
      )}
    </>
  );
}
