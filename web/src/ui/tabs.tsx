// Tabs; which one is open belongs to the page's address.

import { Tabs as Radix } from "radix-ui";
import type { ReactNode } from "react";

export interface Tab {
  id: string;
  title: string;
  count?: number;
  body: ReactNode;
}

interface TabsProps {
  label: string;
  tabs: Tab[];
  open: string;
  onOpen(id: string): void;
}

export function Tabs({ label, tabs, open, onOpen }: TabsProps) {
  return (
    <Radix.Root value={open} onValueChange={onOpen} activationMode="manual">
      <Radix.List
        aria-label={label}
        className="flex gap-1 overflow-x-auto border-b border-line px-1"
      >
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.id}
            value={tab.id}
            className="-mb-px flex min-h-9 items-center gap-1.5 border-b-2 border-transparent px-2.5 text-sm whitespace-nowrap text-muted -outline-offset-2 hover:text-ink data-[state=active]:border-accent data-[state=active]:font-medium data-[state=active]:text-ink"
          >
            {tab.title}
            {tab.count !== undefined && (
              <span className="rounded-full bg-sunken px-1.5 text-2xs text-muted">{tab.count}</span>
            )}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {tabs.map((tab) => (
        <Radix.Content key={tab.id} value={tab.id} className="pt-4 outline-offset-4">
          {tab.body}
        </Radix.Content>
      ))}
    </Radix.Root>
  );
}
