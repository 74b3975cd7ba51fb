import { type FormEvent, useState } from "react";
import * as v from "valibot";
import { asProblem, type Problem } from "~/api/problem";

type Schema = v.ObjectSchema<v.ObjectEntries, undefined>;

/** A small form without a library: the pages before signing in are the first thing a phone loads. Fields are read by their `name`. */
export function usePlainForm<S extends Schema>(schema: S, send: (values: v.InferOutput<S>) => Promise<void>) {
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [isBusy, setBusy] = useState(false);

  const refuse = (form: HTMLFormElement, next: Record<string, string>) => {
    setErrors(next);
    const first = Object.keys(schema.entries).find((name) => next[name]);
    if (first) form.querySelector<HTMLElement>(`[name="${first}"]`)?.focus();
  };
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const checked = v.safeParse(schema, Object.fromEntries(new FormData(form)));
    if (!checked.success) {
      const { nested } = v.flatten<Schema>(checked.issues);
      refuse(form, Object.fromEntries(Object.entries(nested ?? {}).map(([name, words]) => [name, words?.[0] ?? ""])));
      return;
    }
    setErrors({});
    setBusy(true);
    try {
      await send(checked.output);
    } catch (error) {
      refuse(form, perField(asProblem(error), schema));
    } finally {
      setBusy(false);
    }
  };
  /** Says what is wrong with the form as a whole. */
  const fail = (message: string) => setErrors({ form: message });
  return {
    errors,
    isBusy,
    fail,
    formProps: { onSubmit: (event: FormEvent<HTMLFormElement>) => void onSubmit(event), noValidate: true },
  };
}

/** What the server refused, at the fields this form has; everything else under "form". */
function perField(problem: Problem, schema: Schema): Record<string, string> {
  const known = Object.entries(problem.fields).filter(([name]) => name in schema.entries);
  if (known.length === 0) return { form: problem.message };
  return Object.fromEntries(known.map(([name, sentences]) => [name, sentences.join(" ")]));
}
