import type { components } from "~/api/schema.gen";
import { fitness } from "~/lib/fuzzy";

export type Template = components["schemas"]["TemplateShape"];
type Words = Pick<Template, "name" | "first_line">;

/** Those that any post may begin with: ripostes begin on their own screen. */
export const postTemplates = (templates: readonly Template[]): Template[] =>
  templates.filter(({ is_riposte }) => !is_riposte);

/** Return those that fit the typed words, a fitting name before a fitting first line; all of them for nothing typed. */
export function found<Each extends Words>(templates: readonly Each[], query: string): Each[] {
  if (!query.trim()) return [...templates];
  return templates
    .map((each) => ({ each, score: fitness(query, each.name) || fitness(query, each.first_line) / 2 }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .map(({ each }) => each);
}
