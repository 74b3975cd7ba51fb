import { valibotResolver } from "@hookform/resolvers/valibot";
import type { DefaultValues, FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { useForm } from "react-hook-form";
import type * as v from "valibot";

type Schema<Values extends FieldValues> = v.GenericSchema<Values, Values>;

/** A form that is checked by a valibot schema: `const form = useChecked(schema, { email: "" })`. Messages are functions, so that they follow the language. */
export function useChecked<Values extends FieldValues>(
  schema: Schema<Values>,
  defaultValues: DefaultValues<Values>,
): UseFormReturn<Values> {
  return useForm<Values>({ resolver: valibotResolver(schema) as never, defaultValues, mode: "onTouched" });
}

/** What the server refused stands at its field afterwards, the rest at the form's root (`form.formState.errors.root`). */
export function showRefusal<Values extends FieldValues>(
  form: UseFormReturn<Values>,
  problem: { message: string; fields?: Record<string, string[]> },
): void {
  const names = new Set(Object.keys(form.getValues()));
  let placed = false;
  for (const [name, sentences] of Object.entries(problem.fields ?? {})) {
    if (!names.has(name)) continue;
    form.setError(name as FieldPath<Values>, { message: sentences.join(" ") }, { shouldFocus: !placed });
    placed = true;
  }
  if (!placed) form.setError("root", { message: problem.message });
}
