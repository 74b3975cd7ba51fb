import { type ReactNode, useMemo } from "react";
import { Select } from "~/components/field";
import { zoneGroups } from "./model";

interface Props {
  label: string;
  hint?: ReactNode;
  value: string;
  onChange: (zone: string) => void;
  disabled?: boolean;
  error?: string | undefined;
}

/** A time zone, by the device's own picker. */
export function ZoneField({ value, onChange, ...rest }: Props) {
  const groups = useMemo(() => zoneGroups(Intl.supportedValuesOf("timeZone"), value), [value]);
  return (
    <Select {...rest} value={value} onChange={(event) => onChange(event.target.value)}>
      {groups.map(([area, zones]) => (
        <optgroup key={area} label={area}>
          {zones.map((zone) => (
            <option key={zone} value={zone}>
              {zone.slice(zone.indexOf("/") + 1).replaceAll("_", " ")}
            </option>
          ))}
        </optgroup>
      ))}
    </Select>
  );
}
