import { plural } from "@lingui/core/macro";
import { Trans, useLingui } from "@lingui/react/macro";
import { Icon } from "~/components/icon";
import { roleNames } from "~/lib/role-names";
import { useFormat } from "~/lib/use-format";
import type { Card } from "./model";
import styles from "./way.module.css";

type Step = Card["steps"][number];

/** The steps to a yes: which are done, and who is asked now. Nothing where one person alone decides. */
export function Way({ card }: { card: Card }) {
  const { t } = useLingui();
  const step = useStepWords();
  const format = useFormat();
  const { steps } = card;
  const [only] = steps;
  const isUsual = steps.length === 1 && only && only.needed === 1 && only.people.length + only.roles.length === 0;
  if (steps.length === 0 || isUsual) return null;
  return (
    <section className={styles.way} aria-label={t`Way to a yes`}>
      <ol>
        {steps.map((each) => {
          const isDone = each.given >= each.needed;
          return (
            <li key={each.position} className={each.is_current ? styles.current : isDone ? styles.done : ""}>
              <Icon name={isDone ? "check" : each.is_current ? "clock" : "more"} size={14} />
              <span>
                <span className={styles.who}>{step(each)}</span>
                {each.needed > 1 && (
                  <span className={styles.count}>
                    {" "}
                    {each.given}/{each.needed}
                  </span>
                )}
                {each.is_current && each.waits_for.length > 0 && (
                  <small>
                    <Trans>Asked now: {format.list(each.waits_for)}</Trans>
                  </small>
                )}
                {each.is_current &&
                  each.in_place.map(({ by, of }) => <small key={String(by)}>{t`${by} stands in for ${of}`}</small>)}
                {each.is_short && !each.is_stuck && (
                  <small>{t`Too few of those named can decide, so others may.`}</small>
                )}
                {each.is_stuck && (
                  <small className={styles.stuck}>
                    {t`Too few people are left who may decide on this. Ask an administrator.`}
                  </small>
                )}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

function useStepWords(): (step: Step) => string {
  const { t } = useLingui();
  const format = useFormat();
  return ({ needed, people, roles, is_all }) => {
    const named = [...people, ...roles.map((role) => t`role ${roleNames[role] ? t(roleNames[role]) : role}`)];
    if (named.length === 0) return plural(needed, { one: "# person who may decide", other: "# people who may decide" });
    const names = format.list(named);
    if (named.length === 1 && needed === 1) return names;
    if (is_all) return t`all of: ${names}`;
    return needed === 1 ? t`one of: ${names}` : t`${needed} of: ${names}`;
  };
}
