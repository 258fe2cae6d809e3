// A menu on a button.

import type { LucideIcon } from "lucide-react";
import { DropdownMenu as Radix } from "radix-ui";
import type { ReactElement, ReactNode } from "react";
import { cx } from "./classes";

export interface MenuItem {
  label: string;
  icon?: LucideIcon;
  danger?: boolean;
  why?: string; // Why it cannot be chosen now.
  run(): void;
}

interface MenuProps {
  trigger: ReactElement;
  label?: ReactNode;
  items: (MenuItem | "line")[];
  align?: "start" | "end";
  open?: boolean; // Open from the start: for a menu that is fetched by its first press.
}

export function Menu({ trigger, label, items, align = "end", open }: MenuProps) {
  let lines = 0;
  return (
    <Radix.Root modal={false} defaultOpen={open}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={document.getElementById("main")}>
        <Radix.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="rise z-50 min-w-52 rounded-xl border border-line bg-surface p-1 shadow-float"
        >
          {label && <Radix.Label className="px-2.5 py-1.5 text-xs text-muted">{label}</Radix.Label>}
          {items.map((item) =>
            item === "line" ? (
              <Radix.Separator key={`line ${lines++}`} className="my-1 h-px bg-line" />
            ) : (
              <Entry key={item.label} item={item} />
            ),
          )}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Entry({ item }: { item: MenuItem }) {
  const Icon = item.icon;
  return (
    <Radix.Item
      disabled={item.why !== undefined}
      title={item.why}
      onSelect={item.run}
      className={cx(
        "flex min-h-8 cursor-pointer items-center gap-2.5 rounded-lg px-2.5 py-1.5 text-sm outline-none",
        "data-highlighted:bg-hover data-disabled:cursor-default data-disabled:opacity-50",
        item.danger && "text-danger-text",
      )}
    >
      {Icon && <Icon aria-hidden size={16} className="shrink-0 opacity-75" />}
      {item.label}
    </Radix.Item>
  );
}
