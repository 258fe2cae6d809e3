// The frame of a page: a heading with its actions, sections with theirs, facts in two columns.

import { type ReactNode, useEffect } from "react";
import { observable } from "../base/observable";
import { cx } from "./classes";

export const pageTitle = observable("");

interface PageProps {
  title: string;
  above?: ReactNode; // The way back, or where this belongs.
  marks?: ReactNode;
  actions?: ReactNode;
  fill?: boolean; // The body takes the window's height and scrolls inside itself.
  children: ReactNode;
}

export function Page({ title, above, marks, actions, fill, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Ogniwo`;
    pageTitle.set(title);
  }, [title]);
  return (
    <div className={cx("flex min-w-0 flex-1 flex-col", fill && "h-full min-h-0")}>
      <header className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pt-4 pb-3 md:px-7 md:pt-6">
        <div className="min-w-0 flex-1 basis-60">
          {above && <div className="mb-0.5 text-xs text-muted">{above}</div>}
          <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
            <h1 className="min-w-0 text-xl [overflow-wrap:anywhere]">{title}</h1>
            {marks}
          </div>
        </div>
        {actions && (
          <div className="flex flex-wrap items-center gap-2 max-sm:w-full">{actions}</div>
        )}
      </header>
      <div
        className={cx(
          "min-w-0 px-4 pb-6 md:px-7",
          fill ? "flex min-h-0 flex-1 flex-col" : "w-full max-w-6xl",
        )}
      >
        {children}
      </div>
    </div>
  );
}

interface SectionProps {
  title?: string;
  actions?: ReactNode;
  flush?: boolean; // The body brings its own padding.
  className?: string;
  children: ReactNode;
}

export function Section({ title, actions, flush, className, children }: SectionProps) {
  return (
    <section className={cx("rounded-xl border border-line bg-surface", className)}>
      {title && (
        <div className="flex min-h-11 items-center gap-2 border-b border-line px-4 py-1.5">
          <h2 className="flex-1 text-sm">{title}</h2>
          {actions}
        </div>
      )}
      <div className={flush ? undefined : "p-4"}>{children}</div>
    </section>
  );
}

export interface Fact {
  name: string;
  value: ReactNode;
}

// Facts without a value are not shown: an empty line tells nothing.
export function Facts({ facts }: { facts: Fact[] }) {
  const told = facts.filter(
    (fact) => fact.value !== undefined && fact.value !== null && fact.value !== "",
  );
  return (
    <dl className="grid grid-cols-1 gap-x-5 gap-y-2.5 sm:grid-cols-[minmax(8rem,auto)_1fr]">
      {told.map((fact) => (
        <div key={fact.name} className="contents">
          <dt className="text-muted max-sm:-mb-2 max-sm:text-xs">{fact.name}</dt>
          <dd className="min-w-0 [overflow-wrap:anywhere]">{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}
