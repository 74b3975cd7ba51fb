import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { api } from "~/api/client";
import { useMay, useOrganisation, type Verb } from "~/api/me";
import { Icon, type IconName } from "~/components/icon";
import { Panel } from "~/components/panel";
import styles from "./first-steps.module.css";

interface Step {
  path: string;
  icon: IconName;
  name: string;
  words: string;
  isDone: boolean;
  needs: Verb;
}

/** What a new organisation does first; each step is ticked once it is done. */
export function FirstSteps({ hasChannel, hasPost }: { hasChannel: boolean; hasPost: boolean }) {
  const { t } = useLingui();
  const { slug, name } = useOrganisation();
  const may = useMay();
  const members = useQuery(api.queryOptions("get", "/api/members/"));
  const periods = useQuery(api.queryOptions("get", "/api/periods/"));
  const steps: Step[] = [
    {
      path: "channels",
      icon: "channels",
      name: t`Connect a channel`,
      words: t`Facebook, Instagram or X: you sign in there, and Carillon may publish for you.`,
      isDone: hasChannel,
      needs: "connect",
    },
    {
      path: "settings/people",
      icon: "people",
      name: t`Invite people`,
      words: t`Those who write, those who approve, and those who keep the money.`,
      isDone: (members.data?.count ?? 0) > 1,
      needs: "manage",
    },
    {
      path: "posts/new",
      icon: "pen",
      name: t`Write the first post`,
      words: t`Once for all channels, with a preview of each.`,
      isDone: hasPost,
      needs: "write",
    },
    {
      path: "budget",
      icon: "budget",
      name: t`Set up the budget`,
      words: t`Then you see how much of the money goes to digital media.`,
      isDone: (periods.data?.length ?? 0) > 0,
      needs: "keep_money",
    },
  ];
  const mine = steps.filter(({ needs }) => may(needs));
  return (
    <Panel title={t`First steps`} className={styles.panel}>
      {mine.length === 0 ? (
        <p className={styles.calm}>
          <Trans>{name} is being set up. Soon you see here what goes out today.</Trans>
        </p>
      ) : (
        <ol>
          {mine.map(({ path, icon, name: title, words, isDone }) => (
            <li key={path} className={styles.step}>
              <span className={`${styles.mark} ${isDone ? styles.done : ""}`}>
                <Icon name={isDone ? "check" : icon} size={20} />
              </span>
              <div>
                <Link to={`/${slug}/${path}` as string} className={styles.name}>
                  {title}
                </Link>
                <p className="muted">{words}</p>
              </div>
              <span className={styles.end}>{isDone ? t`Done` : <Icon name="right" />}</span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}
