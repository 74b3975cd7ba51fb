import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { SuggestField } from "~/components/suggest-field";
import { fitting, known, type Suggested } from "./suggest";

export function useSuggested(): readonly Suggested[] {
  const { data } = useQuery({ ...api.queryOptions("get", "/api/suppliers/suggestions/"), staleTime: 60_000 });
  return data ?? [];
}

interface Props {
  value: string;
  onChange: (text: string) => void;
  error?: string | undefined;
  hint?: string | undefined;
}

/** Who is paid: written freely, with the names that are known already offered, those spelled almost alike as well. */
export function SupplierField({ value, onChange, error, hint }: Props) {
  const { t } = useLingui();
  const suggested = useSuggested();
  const exact = known(value, suggested);
  const found = exact?.name === value ? [] : fitting(value, suggested);
  return (
    <SuggestField
      label={t`Supplier`}
      value={value}
      onChange={onChange}
      error={error}
      hint={hint}
      maxLength={160}
      suggestions={found.map(({ name, others, supplier }) => ({
        key: supplier ?? name,
        text: name,
        about: others.length > 0 ? t`Also: ${others.slice(0, 3).join(", ")}` : "",
      }))}
    />
  );
}
