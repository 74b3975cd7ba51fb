import { type ComponentProps, lazy, type ReactNode, type RefObject, Suspense, useRef, useState } from "react";
import type { IconName } from "./icon";

const load = () => import("./menu-body");
const MenuBody = lazy(load);

export interface MenuItem {
  id: string;
  label: string;
  icon?: IconName;
  hint?: string;
  /** A mark before it: chosen among the others. */
  isChosen?: boolean;
  isDisabled?: boolean;
  danger?: boolean;
  onSelect: () => void;
}
export interface MenuSection {
  title?: string;
  items: MenuItem[];
}

export type TriggerProps = Pick<
  ComponentProps<"button">,
  "onClick" | "onPointerEnter" | "onFocus" | "aria-haspopup" | "aria-expanded"
> & {
  ref: RefObject<HTMLButtonElement | null>;
};

interface Props {
  /** What the menu is about, read aloud. */
  label: string;
  sections: MenuSection[];
  /** The button that opens it: spread the props on a Button, IconButton or `<button>`. */
  trigger: (props: TriggerProps) => ReactNode;
  placement?: "bottom start" | "bottom end" | "top start" | "top end" | "right bottom";
}

/** Things to do or choose, from a button. Its code is loaded when a pointer or the focus comes near. */
export function Menu({ label, sections, trigger, placement = "bottom start" }: Props) {
  const ref = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {trigger({
        ref,
        onClick: () => setOpen(!isOpen),
        onPointerEnter: load,
        onFocus: load,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
      })}
      <Suspense fallback={null}>
        {isOpen && (
          <MenuBody
            label={label}
            sections={sections}
            placement={placement}
            triggerRef={ref}
            onClose={() => setOpen(false)}
          />
        )}
      </Suspense>
    </>
  );
}
