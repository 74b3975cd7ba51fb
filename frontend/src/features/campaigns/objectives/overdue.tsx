import { Plural, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { Note } from "~/components/note";
import type { Objective } from "../model";

/** Objectives nobody has looked at when they should have. */
export function Overdue({ objectives }: { objectives: readonly Objective[] }) {
  const { t } = useLingui();
  const found = objectives.filter((each) => each.is_review_overdue);
  if (found.length === 0) return null;
  return (
    <Note tone="attention" icon="clock">
      <Plural value={found.length} one="A review is overdue:" other="# reviews are overdue:" />{" "}
      {found.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Link to="." search={((now: object) => ({ ...now, objective: id })) as never} aria-label={t`Go to ${name}`}>
            {name}
          </Link>
        </span>
      ))}
    </Note>
  );
}
