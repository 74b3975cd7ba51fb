import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { ErrorState } from "~/components/error-state";
import { Money as Amount } from "~/components/money";
import { Panel } from "~/components/panel";
import { Skeleton } from "~/components/skeleton";
import { VatBasis } from "~/components/vat-basis";
import { useFormat } from "~/lib/use-format";
import styles from "./parts.module.css";

/** What a post of it cost on average, and what one unit of each result did. What is not measured is said in words. */
export function CostsOfCampaign({ id }: { id: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const query = useQuery(api.queryOptions("get", "/api/campaigns/{id}/costs/", { params: { path: { id } } }));
  const { data } = query;
  if (query.error && !data) {
    return (
      <Panel title={t`What it cost`} padded>
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      </Panel>
    );
  }
  return (
    <Panel title={t`What it cost`} padded>
      {data ? (
        <>
          <dl className={styles.sums}>
            <div>
              <dt>{t`Each post`}</dt>
              <dd>
                {data.per_post_cents === null ? (
                  <span className={styles.unknown}>
                    {data.posts === 0 ? t`nothing published yet` : t`nothing booked yet`}
                  </span>
                ) : (
                  <Amount cents={data.per_post_cents} currency={data.currency} />
                )}
              </dd>
            </div>
            <div>
              <dt>{t`Published posts`}</dt>
              <dd className="num">{format.number(data.posts)}</dd>
            </div>
            <div>
              <dt>{t`Of these, without money of their own`}</dt>
              <dd className="num">{format.number(data.posts - data.posts_with_cost)}</dd>
            </div>
            {data.results.map(({ id: key, name, gained, each_cents }) => (
              <div key={key}>
                <dt>{name}</dt>
                <dd>
                  {each_cents !== null ? (
                    <Trans>
                      <Amount cents={each_cents} currency={data.currency} /> each
                    </Trans>
                  ) : (
                    <span className={styles.unknown}>
                      {gained === null
                        ? t`not measured yet`
                        : Number(gained) <= 0
                          ? t`no gain yet`
                          : t`nothing booked yet`}
                    </span>
                  )}
                </dd>
              </div>
            ))}
          </dl>
          <p className={styles.aside}>
            <Trans>
              Spent on the campaign, divided by its published posts; a result by all campaigns of its objective. Amounts{" "}
              <VatBasis />
            </Trans>
          </p>
        </>
      ) : (
        <Skeleton height={44} />
      )}
    </Panel>
  );
}
