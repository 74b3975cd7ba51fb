import { useLingui } from "@lingui/react/macro";
import { IconButton } from "~/components/icon-button";
import { Menu, type MenuSection } from "~/components/menu";
import { useDesk } from "./desk";

interface Props {
  sections: MenuSection[];
  /** Whether cards are drawn whole; undefined where they always are. */
  isWhole: boolean | undefined;
  onWhole: (whole: boolean) => void;
}

/** What is needed less often than once a day, and what other screens offer for the days on show. */
export function MoreMenu({ sections, isWhole, onWhole }: Props) {
  const { t } = useLingui();
  const { mayWrite, selection } = useDesk();
  const own: MenuSection = { items: [] };
  if (mayWrite) own.items.push({ id: "select", label: t`Select posts`, icon: "check", onSelect: selection.begin });
  if (isWhole !== undefined) {
    own.items.push({
      id: "whole",
      label: isWhole ? t`Fit the week into the window` : t`Show every card whole`,
      icon: "screen",
      onSelect: () => onWhole(!isWhole),
    });
  }
  return (
    <Menu
      label={t`More for the calendar`}
      sections={[own, ...sections]}
      placement="bottom end"
      trigger={(props) => <IconButton icon="more" label={t`More for the calendar`} {...props} />}
    />
  );
}
