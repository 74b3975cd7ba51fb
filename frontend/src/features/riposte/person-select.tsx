import { useLingui } from "@lingui/react/macro";
import { useMe } from "~/api/me";
import { Select } from "~/components/field";
import type { OnCall } from "./model";

interface Props {
  rota: OnCall;
  value: string;
  onChange: (person: string) => void;
}

/** Whoever may approve posts; for people without the right to plan, themselves alone. */
export function usePeople(rota: OnCall): OnCall["people"] {
  const me = useMe();
  return rota.may_set ? rota.people : rota.people.filter(({ id }) => id === me.id);
}

export function PersonSelect({ rota, value, onChange }: Props) {
  const { t } = useLingui();
  const people = usePeople(rota);
  return (
    <Select label={t`Person`} value={value} onChange={({ target }) => onChange(target.value)}>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
