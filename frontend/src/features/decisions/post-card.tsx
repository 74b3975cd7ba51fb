import { Trans, useLingui } from "@lingui/react/macro";
import { Fact, Facts } from "~/components/facts";
import { LanguageTag } from "~/components/language-tag";
import { NetworkMark, networkName } from "~/components/network-mark";
import { Note } from "~/components/note";
import { When } from "~/components/when";
import { useFormat } from "~/lib/use-format";
import styles from "./card.module.css";
import { GoalFact } from "./goal-fact";
import { type Card, costOf, departures, networksOf, type Post } from "./model";
import { Preview } from "./preview/preview";
import { useChannels } from "./use-channels";

/** The post as it would be read on each of its channels: one after the other, nothing behind a tab. */
export function PostPreviews({ post }: { post: Post }) {
  const { t } = useLingui();
  const channels = useChannels();
  const placements = post.placements.filter(({ state }) => state !== "cancelled");
  if (placements.length === 0) return <p className={styles.nothing}>{t`No channel is chosen.`}</p>;
  return placements.map((placement) => {
    const channel = channels.get(placement.channel);
    return (
      <section key={placement.id} className={styles.preview}>
        {placements.length > 1 && (
          <h3 className={styles.onChannel}>
            <NetworkMark network={placement.network} decorative />
            {channel?.name ?? networkName(placement.network)}
            <LanguageTag languages={placement.languages} />
          </h3>
        )}
        <Preview placement={placement} versions={post.versions} channel={channel} />
      </section>
    );
  });
}

/** When and where it goes, in which languages, what for and at what price. */
export function PostFacts({ card, post }: { card: Card; post: Post }) {
  const { t } = useLingui();
  const format = useFormat();
  const channels = useChannels();
  const cost = costOf(post);
  const times = departures(post.placements);
  return (
    <Facts>
      <Fact name={t`Goes out`} wide={times.length > 1}>
        {times.map(({ at, placements }) => (
          <div key={at ?? ""} className={styles.departure}>
            {at ? <When at={at} /> : t`No time set`}
            {at && (
              <small>
                {times.length > 1 ? format.list(networksOf(placements).map(networkName)) : format.relative(at)}
              </small>
            )}
          </div>
        ))}
      </Fact>
      <Fact name={t`Where`}>
        {[...new Set(post.placements.map(({ channel }) => channel))].map((channel) => {
          const placement = post.placements.find((each) => each.channel === channel);
          return (
            <span key={channel} className={styles.channel}>
              <NetworkMark network={placement?.network ?? ""} />
              {channels.get(channel)?.name ?? networkName(placement?.network ?? "")}
            </span>
          );
        })}
      </Fact>
      <Fact name={t`Languages`}>{format.list(post.versions.map((each) => format.languageName(each.language)))}</Fact>
      {cost > 0 && (
        <Fact name={t`Cost on X`}>
          {format.number(cost, { style: "currency", currency: "USD", maximumFractionDigits: 3 })}
        </Fact>
      )}
      <GoalFact serves={card.serves} />
    </Facts>
  );
}

/** What would keep it from going out, before somebody says yes to it. */
export function PostProblems({ post }: { post: Post }) {
  const problems = post.problems.filter(({ blocks }) => blocks);
  if (problems.length === 0) return null;
  return (
    <Note tone="attention" icon="warning">
      <p>
        <strong>
          <Trans>This cannot go out as it is</Trans>
        </strong>
      </p>
      <ul>
        {problems.map((problem) => (
          <li key={`${problem.code}-${problem.placement}-${problem.language}`}>{problem.message}</li>
        ))}
      </ul>
    </Note>
  );
}
