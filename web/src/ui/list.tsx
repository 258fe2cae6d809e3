// What stands around a grid: its filter ("/" jumps there), its wait, its failure, its emptiness.

import { Search } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import type { Pages } from "../base/pages";
import { Failure, Skeleton } from "./empty";

interface FilterProps {
  value: string;
  onChange(text: string): void;
  label?: string;
}

const pause = 180; // Milliseconds after the last key.

export function ListFilter({ value, onChange, label }: FilterProps) {
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const sent = useRef(value);
  const change = useRef(onChange);
  change.current = onChange;

  useEffect(() => {
    if (value !== sent.current) {
      sent.current = value;
      setText(value);
    }
  }, [value]);

  useEffect(() => {
    if (text === sent.current) return;
    const timer = setTimeout(() => {
      sent.current = text;
      change.current(text);
    }, pause);
    return () => clearTimeout(timer);
  }, [text]);

  useCommands([
    {
      id: "ui.filter",
      title: "ui.filter",
      group: "ui.general",
      keys: "/",
      icon: Search,
      run: () => input.current?.focus(),
    },
  ]);

  return (
    <div className="relative min-w-40 flex-1 sm:w-60 sm:flex-none">
      <Search
        aria-hidden
        size={16}
        className="pointer-events-none absolute top-2.5 left-2.5 text-muted"
      />
      <input
        ref={input}
        type="search"
        aria-label={label ?? t("ui.filter")}
        placeholder={label ?? t("ui.filter")}
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="field pl-8.5"
      />
    </div>
  );
}

interface BodyProps {
  pages: Pick<Pages<unknown>, "loading" | "error" | "again"> & { rows: { length: number } };
  empty: ReactNode;
  children: ReactNode;
}

export function ListBody({ pages, empty, children }: BodyProps) {
  const none = pages.rows.length === 0;
  return (
    <div className="flex min-h-64 flex-1 flex-col overflow-hidden rounded-xl border border-line bg-surface max-md:-mx-4 max-md:-mb-6 max-md:rounded-none max-md:border-x-0 max-md:border-b-0">
      {none && pages.error ? (
        <Failure problem={pages.error} again={pages.again} />
      ) : none && pages.loading ? (
        <Skeleton lines={8} />
      ) : none ? (
        empty
      ) : (
        children
      )}
    </div>
  );
}
