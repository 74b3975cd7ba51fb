import { useLingui } from "@lingui/react/macro";
import { IconButton } from "~/components/icon-button";
import { Menu, type MenuSection } from "~/components/menu";
import { useDesk } from "./desk";

/** What is needed less often than once a day, and what other screens offer for the days on show. */
export function MoreMenu({ sections }: { sections: MenuSection[] }) {
  const { t } = useLingui();
  const { mayWrite, selection } = useDesk();
  const own: MenuSection = {
    items: mayWrite ? [{ id: "select", label: t`Select posts`, icon: "check", onSelect: selection.begin }] : [],
  };
  return (
    <Menu
      label={t`More for the calendar`}
      sections={[own, ...sections]}
      placement="bottom end"
      trigger={(props) => <IconButton icon="more" label={t`More for the calendar`} {...props} />}
    />
  );
}
