import { useLingui } from "@lingui/react/macro";
import { nameOfLine } from "./model";
import { useCampaigns, useLines, useMedia } from "./queries";

/** The lines of a period as options. */
export function LineOptions({ period }: { period: string }) {
  const { t } = useLingui();
  const media = useMedia();
  const lines = useLines(period);
  const options = (isPaid: boolean) =>
    lines
      .filter((line) => line.is_paid_media === isPaid)
      .map((line) => (
        <option key={line.id} value={line.id}>
          {nameOfLine(line, media.get(line.medium)?.label ?? line.medium)}
        </option>
      ));
  return (
    <>
      <option value="">{t`Choose`}</option>
      <optgroup label={t`Paid media`}>{options(true)}</optgroup>
      <optgroup label={t`Also in all costs`}>{options(false)}</optgroup>
    </>
  );
}

/** The running campaigns as options, and none. */
export function CampaignOptions() {
  const { t } = useLingui();
  return (
    <>
      <option value="">{t`No campaign`}</option>
      {useCampaigns().map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </>
  );
}
