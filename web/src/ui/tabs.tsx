// Tabs; which one is open belongs to the page's address. By the pattern of the ARIA guide with
// activation by hand: arrows, Home and End move along the row, Enter or Space opens. Written here
// because a library's costs every page that has tabs 6 kB of its first load.

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import { cx } from "./classes";

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

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

export function Tabs({ label, tabs, open, onOpen }: TabsProps) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const [reached, reach] = useState<string>(); // By arrows, since the row was entered.
  const stop = tabs.some((tab) => tab.id === reached) ? reached : open;
  const shown = tabs.find((tab) => tab.id === open);
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    const at = step(
      tabs.findIndex((tab) => tab.id === stop),
      tabs.length,
    );
    reach(tabs[at]?.id);
    (list.current?.children[at] as HTMLElement | undefined)?.focus();
  };
  return (
    <>
      <div
        ref={list}
        role="tablist"
        aria-label={label}
        onKeyDown={move}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) reach(undefined);
        }}
        className="flex gap-1 overflow-x-auto border-b border-line px-1"
      >
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-selected={tab.id === open}
            aria-controls={tab.id === open ? `${base}-open` : undefined}
            tabIndex={tab.id === stop ? 0 : -1}
            onClick={() => onOpen(tab.id)}
            className={cx(
              "-mb-px flex min-h-9 items-center gap-1.5 border-b-2 px-2.5 text-sm whitespace-nowrap -outline-offset-2 hover:text-ink",
              tab.id === open
                ? "border-accent font-medium text-ink"
                : "border-transparent text-muted",
            )}
          >
            {tab.title}
            {tab.count !== undefined && (
              <span className="rounded-full bg-sunken px-1.5 text-2xs text-muted">{tab.count}</span>
            )}
          </button>
        ))}
      </div>
      {shown && (
        <div
          key={shown.id}
          role="tabpanel"
          id={`${base}-open`}
          aria-labelledby={`${base}-${shown.id}`}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel may begin with plain text
          tabIndex={0}
          className="pt-4 outline-offset-4"
        >
          {shown.body}
        </div>
      )}
    </>
  );
}
