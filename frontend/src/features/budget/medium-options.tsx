import { useLingui } from "@lingui/react/macro";
import type { Medium } from "./model";

/** The media as options, in two groups. */
export function MediumOptions({ media }: { media: ReadonlyMap<string, Medium> }) {
  const { t } = useLingui();
  const all = [...media.values()];
  const options = (isPaid: boolean) =>
    all
      .filter((medium) => medium.is_paid_media === isPaid)
      .map(({ code, label }) => (
        <option key={code} value={code}>
          {label}
        </option>
      ));
  return (
    <>
      <optgroup label={t`Paid media`}>{options(true)}</optgroup>
      <optgroup label={t`Also in all costs`}>{options(false)}</optgroup>
    </>
  );
}
