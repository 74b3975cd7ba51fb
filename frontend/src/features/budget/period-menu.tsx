import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import { useMay } from "~/api/me";
import { Button } from "~/components/button";
import { Menu } from "~/components/menu";
import { useFormat } from "~/lib/use-format";
import type { Period } from "./model";
import { PeriodDialog } from "./period-dialog";

interface Props {
  period: Period;
  periods: readonly Period[];
  onChoose: (id: string) => void;
  onOpenPeriod: () => void;
}

/** Which period is on screen, the others, and (for who keeps the money) its dates and target. */
export function PeriodMenu({ period, periods, onChoose, onOpenPeriod }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const mayKeep = useMay()("keep_money");
  const [isChanging, setChanging] = useState(false);
  const keep = [
    { id: "change", label: t`Change this period`, icon: "pen" as const, onSelect: () => setChanging(true) },
    { id: "open", label: t`Open a new period`, icon: "plus" as const, onSelect: onOpenPeriod },
  ];
  return (
    <>
      <Menu
        label={t`Periods`}
        sections={[
          {
            title: t`Periods`,
            items: periods.map(({ id, name, starts_on, ends_on }) => ({
              id,
              label: name,
              hint: format.dateRange(starts_on, ends_on),
              isChosen: id === period.id,
              onSelect: () => onChoose(id),
            })),
          },
          { items: mayKeep ? keep : [] },
        ]}
        trigger={(props) => (
          <Button {...props} icon="down">
            {period.name}
          </Button>
        )}
      />
      <PeriodDialog period={period} isOpen={isChanging} onClose={() => setChanging(false)} onSaved={() => undefined} />
    </>
  );
}
