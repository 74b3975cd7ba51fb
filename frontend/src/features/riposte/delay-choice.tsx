import { useLingui } from "@lingui/react/macro";
import { Segmented } from "~/components/segmented";

const CHOICES = [0, 10, 30, 60];

/** Now, or in so many minutes. */
export function DelayChoice({ value, onChange }: { value: number; onChange: (minutes: number) => void }) {
  const { t } = useLingui();
  const minutes = [...new Set([...CHOICES, value])].sort((a, b) => a - b);
  return (
    <Segmented
      label={t`When it goes out`}
      wide
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
      options={minutes.map((each) => ({ value: String(each), label: each === 0 ? t`Now` : t`+${each} min` }))}
    />
  );
}
