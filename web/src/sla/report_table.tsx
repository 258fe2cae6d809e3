// The frame of a report's table: columns that say in their titles what they count.

import type { ReactNode } from "react";

export const cell = "px-2 py-2 whitespace-nowrap first:pl-4 last:pr-4";

interface HeadProps {
  first: string[];
  numbers: { title: string; about: string }[];
}

export function Head({ first, numbers }: HeadProps) {
  return (
    <thead className="border-b border-line text-xs text-muted">
      <tr>
        {first.map((title) => (
          <th key={title} scope="col" className={`${cell} text-left font-normal`}>
            {title}
          </th>
        ))}
        {numbers.map(({ title, about }) => (
          <th key={title} scope="col" title={about} className={`${cell} text-right font-normal`}>
            {title}
          </th>
        ))}
      </tr>
    </thead>
  );
}

export function Scrolling({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard.
    <section className="overflow-x-auto" aria-label={label} tabIndex={0}>
      <table className="w-full tabular-nums">{children}</table>
    </section>
  );
}
