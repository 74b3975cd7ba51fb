import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { isState, StateBadge } from "~/components/state-badge";
import { useFormat } from "~/lib/use-format";
import type { Campaign } from "../model";
import { calendarGroup } from "./calendar-group";
import styles from "./parts.module.css";

/** Its placements by state, each a way into the calendar, and the languages that are not complete. */
export function StandingOfPosts({ campaign: { id, starts_on } }: { campaign: Campaign }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const { locale } = useFormat();
  const query = useQuery(api.queryOptions("get", "/api/campaigns/{id}/standing/", { params: { path: { id } } }));
  const names = new Intl.DisplayNames([locale], { type: "language" });
  const data = query.data;
  const link = (state: string) => {
    const group = calendarGroup(state);
    const date = group === "published" && starts_on ? `&view=month&date=${starts_on}` : "";
    return `/${slug}/calendar?campaign=${id}${group ? `&state=${group}` : ""}${date}`;
  };
  return (
    <Panel title={t`Posts`} aside={data && <Plural value={data.posts} one="# post" other="# posts" />} padded>
      {query.error && !data && <ErrorState error={query.error} retry={() => void query.refetch()} />}
      {!data && !query.error && <SkeletonList rows={3} />}
      {data && (
        <div className={styles.stack}>
          {data.posts === 0 && <p className={styles.aside}>{t`No post belongs to it yet.`}</p>}
          <ul className={styles.states}>
            {data.states.map(({ state, count }) => (
              <li key={state}>
                <Link to={link(state) as string}>
                  {isState(state) ? <StateBadge state={state} /> : state}
                  <b className="num">{count}</b>
                </Link>
              </li>
            ))}
          </ul>
          {data.undated > 0 && (
            <p className={styles.aside}>
              <Icon name="clock" size={14} />{" "}
              <Plural value={data.undated} one="# post has no time yet." other="# posts have no time yet." />
            </p>
          )}
          {data.posts > 0 && (
            <>
              <h3 className={styles.small}>
                <Trans>Languages</Trans>
              </h3>
              <ul className={styles.rows}>
                {data.languages.map(({ language, posts, missing }) => (
                  <li key={language}>
                    <span>{names.of(language)}</span>
                    {missing === 0 ? (
                      <span className={styles.ok}>
                        <Icon name="check" size={14} /> {t`complete`}
                      </span>
                    ) : (
                      <span className={styles.lacks}>
                        <Icon name="warning" size={14} />{" "}
                        <Plural value={missing} one="missing in # post" other="missing in # posts" />
                      </span>
                    )}
                    <span className="num">
                      {posts} / {data.posts}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      )}
    </Panel>
  );
}
