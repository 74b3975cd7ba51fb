import type { RefObject } from "react";
import { Menu as AriaMenu, Header, MenuItem, MenuSection, Popover } from "react-aria-components";
import { Icon } from "./icon";
import type { MenuSection as Section } from "./menu";
import styles from "./menu.module.css";
import { useCloseOnBack } from "./use-close-on-back";

interface Props {
  label: string;
  sections: Section[];
  placement: "bottom start" | "bottom end" | "top start" | "top end" | "right bottom";
  triggerRef: RefObject<HTMLButtonElement | null>;
  onClose: () => void;
}

export default function MenuBody({ label, sections, placement, triggerRef, onClose }: Props) {
  useCloseOnBack(onClose, true);
  const items = sections.flatMap((section) => section.items);
  const marked = items.some((item) => item.isChosen !== undefined);
  return (
    <Popover
      isOpen
      aria-label={label}
      triggerRef={triggerRef}
      placement={placement}
      offset={4}
      onOpenChange={(open) => !open && onClose()}
      className={styles.popover ?? ""}
    >
      <AriaMenu
        aria-label={label}
        autoFocus="first"
        className={styles.menu ?? ""}
        disabledKeys={items.filter((item) => item.isDisabled).map((item) => item.id)}
        onAction={(id) => items.find((item) => item.id === id)?.onSelect()}
        onClose={onClose}
      >
        {sections
          .filter(({ items }) => items.length > 0)
          .map((section) => (
            <MenuSection
              key={section.items.map((item) => item.id).join()}
              className={styles.section ?? ""}
              aria-label={section.title ?? label}
            >
              {section.title && <Header className={styles.title}>{section.title}</Header>}
              {section.items.map((item) => (
                <MenuItem
                  key={item.id}
                  id={item.id}
                  textValue={item.label}
                  className={`${styles.item} ${item.danger ? styles.danger : ""}`}
                >
                  {marked && <span className={styles.mark}>{item.isChosen && <Icon name="check" />}</span>}
                  {item.icon && <Icon name={item.icon} />}
                  <span className={styles.words}>
                    {item.label}
                    {item.isChosen && <span className="only-read"> ✓</span>}
                    {item.hint && <span className={styles.hint}>{item.hint}</span>}
                  </span>
                </MenuItem>
              ))}
            </MenuSection>
          ))}
      </AriaMenu>
    </Popover>
  );
}
