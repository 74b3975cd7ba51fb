import { valibotResolver } from "@hookform/resolvers/valibot";
import type { DefaultValues, FieldPath, FieldValues, UseFormReturn } from "react-hook-form";
import { useForm } from "react-hook-form";
import type * as v from "valibot";

/** A form that is checked by a valibot schema: `const form = useChecked(schema, { email: "" })`. Messages are functions, so that they follow the language. */
export function useChecked<Schema extends v.GenericSchema<FieldValues>>(
  schema: Schema,
  defaultValues: DefaultValues<v.InferInput<Schema>>,
): UseFormReturn<v.InferInput<Schema>, unknown, v.InferOutput<Schema>> {
  return useForm<v.InferInput<Schema>, unknown, v.InferOutput<Schema>>({
    resolver: valibotResolver(schema) as never,
    defaultValues,
    mode: "onTouched",
  });
}

/** What the server refused stands at its field afterwards, the rest at the form's root (`form.formState.errors.root`). */
export function showRefusal<Values extends FieldValues, Checked>(
  form: UseFormReturn<Values, unknown, Checked>,
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
