import { useLingui } from "@lingui/react/macro";
import { tally, ways } from "./model";
import type { Experiment, Stands } from "./queries";
import styles from "./squares.module.css";

/** A sign beside each colour. */
const signs: Record<Stands, string> = {
  planned: "",
  under_way: "→",
  looking: "?",
  waiting: "‖",
  person: "!",
  online: "✓",
  lost: "×",
  doubled: "2",
};
const always = new Set<Stands>(["planned", "under_way", "looking", "person", "online"]);

/** Every post as a square that says where it is, and how many are where. */
export function Squares({ seen }: { seen: Experiment }) {
  const { t } = useLingui();
  const words: Record<Stands, string> = {
    planned: t`not due yet`,
    under_way: t`on its way`,
    looking: t`answer lost: being looked for`,
    waiting: t`waits for a sign-in`,
    person: t`a person is asked`,
    online: t`on the wall, once`,
    lost: t`lost`,
    doubled: t`doubled`,
  };
  const sums = tally(seen.posts);
  const shown = ways.filter((way) => always.has(way) || sums[way] > 0);
  if (seen.posts.length === 0) return null;
  return (
    <section className={styles.squares} aria-label={t`Each post`}>
      <div className={styles.field} aria-hidden="true">
        {seen.posts.map((post) => (
          <span key={post.number} className={`${styles.square} ${styles[post.stands]}`} title={words[post.stands]}>
            {signs[post.stands]}
          </span>
        ))}
      </div>
      <ul className={styles.legend}>
        {shown.map((way) => (
          <li key={way}>
            <span className={`${styles.square} ${styles[way]}`} aria-hidden="true">
              {signs[way]}
            </span>
            <b>{sums[way]}</b> {words[way]}
          </li>
        ))}
      </ul>
    </section>
  );
}
