import * as v from "valibot";
import { horizons, type Objective } from "../model";
import { numberSchema } from "./number-schema";

interface Words {
  name: () => string;
  day: () => string;
  number: () => string;
}

/** What the form of an objective takes; what is wrong is said in these words. */
export const objectiveSchema = ({ name, day, number }: Words) =>
  v.object({
    name: v.pipe(v.string(), v.trim(), v.nonEmpty(name), v.maxLength(120)),
    why: v.pipe(v.string(), v.trim(), v.maxLength(1000)),
    horizon: v.picklist(horizons),
    owner: v.string(),
    starts_on: v.pipe(v.string(), v.nonEmpty(day)),
    ends_on: v.pipe(v.string(), v.nonEmpty(day)),
    review_on: v.string(),
    kpis: v.array(
      v.object({
        id: v.string(),
        name: v.pipe(v.string(), v.trim(), v.nonEmpty(name), v.maxLength(120)),
        definition: v.pipe(v.string(), v.trim(), v.maxLength(500)),
        unit: v.pipe(v.string(), v.trim(), v.maxLength(40)),
        source: v.pipe(v.string(), v.trim(), v.maxLength(200)),
        baseline: numberSchema(number),
        target: numberSchema(number),
        direction: v.picklist(["up", "down"]),
      }),
    ),
  });

export type Values = v.InferInput<ReturnType<typeof objectiveSchema>>;
type Checked = v.InferOutput<ReturnType<typeof objectiveSchema>>;

export const emptyKpi: Values["kpis"][number] = {
  id: "",
  name: "",
  definition: "",
  unit: "",
  source: "",
  baseline: "0",
  target: "",
  direction: "up",
};

/** Return the form's values of an objective that stands. */
export const valuesOf = (objective: Objective): Values => ({
  name: objective.name,
  why: objective.why,
  horizon: objective.horizon,
  owner: objective.owner ?? "",
  starts_on: objective.starts_on,
  ends_on: objective.ends_on,
  review_on: objective.review_on ?? "",
  kpis: objective.kpis.map(({ id, name, definition, unit, source, baseline, target, direction }) => ({
    ...{ id, name, definition, unit, source, direction },
    baseline: String(baseline),
    target: String(target),
  })),
});

/** Return what is sent. A new figure has no id yet. */
export const draftOf = ({ owner, review_on, kpis, ...rest }: Checked) => ({
  ...rest,
  owner: owner || null,
  review_on: review_on || null,
  kpis: kpis.map(({ id, ...kpi }) => (id ? { id, ...kpi } : kpi)),
});
