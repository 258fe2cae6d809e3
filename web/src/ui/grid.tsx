// A list of any length: only the rows in sight exist.
//
// One row is in the tab order (roving tabindex); arrows, Home, End, Page keys and j/k move it, Enter
// opens. Because rows are missing from the page, aria-rowcount and aria-rowindex say where we are.
// On a phone a row is two lines instead of columns. Rows are plain elements: nothing clever in them.

import { useVirtualizer } from "@tanstack/react-virtual";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from "react";
import { singleKeys } from "../base/preferences";
import { cx } from "./classes";

export interface Column<Row> {
  id: string;
  title: string;
  width: string; // A grid track: "6rem", "minmax(0,1fr)".
  cell(row: Row): ReactNode;
}

interface GridProps<Row> {
  label: string;
  rows: Row[];
  idOf(row: Row): number;
  columns: Column<Row>[];
  phone(row: Row): ReactNode; // Two lines, at most four elements.
  href(row: Row): string;
  open(row: Row): void;
  complete: boolean; // False: more rows exist than `rows`.
  more?(): void;
  near?(row: Row): void; // The row is under the pointer or has the focus: prefetch it.
  resetKey: string; // When it changes the list starts at its top.
}

// Where each list was left, so that going back finds the same row.
const left = new Map<string, { top: number; active: number }>();
const remembered = 50;

const wideRow = 40;
const phoneRow = 64;

function useNarrow() {
  const query = "(max-width: 47.99rem)";
  const [narrow, setNarrow] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const media = matchMedia(query);
    const listen = () => setNarrow(media.matches);
    media.addEventListener("change", listen);
    return () => media.removeEventListener("change", listen);
  }, []);
  return narrow;
}

// Where a key moves the active row to; undefined: not a moving key.
export function moved(key: string, from: number, count: number, page: number) {
  const targets: Record<string, number> = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: count - 1,
  };
  if (singleKeys.get() === "on") Object.assign(targets, { j: from + 1, k: from - 1 });
  const target = targets[key];
  return target === undefined ? undefined : Math.max(0, Math.min(count - 1, target));
}

export function Grid<Row>(props: GridProps<Row>) {
  const { rows, columns, label, complete, more, near, open, href, phone, resetKey, idOf } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const before = useRef(left.get(`${label} ${resetKey}`));
  const [active, setActive] = useState(before.current?.active ?? 0);
  const wantsFocus = useRef(before.current !== undefined);
  const height = narrow ? phoneRow : wideRow;

  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    initialOffset: before.current?.top ?? 0,
  });
  const items = virtual.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height is a new measure.
  useEffect(() => virtual.measure(), [height]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the list is another.
  useEffect(() => {
    if (before.current) {
      scroller.current?.scrollTo({ top: before.current.top });
      before.current = undefined;
      return;
    }
    setActive(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [resetKey]);

  const place = useRef({ key: "", top: 0, active: 0 });
  place.current = {
    key: `${label} ${resetKey}`,
    top: virtual.scrollOffset ?? 0,
    active,
  };
  useEffect(
    () => () => {
      const { key, ...rest } = place.current;
      left.delete(key);
      left.set(key, rest);
      if (left.size > remembered) left.delete(left.keys().next().value ?? "");
    },
    [],
  );

  useEffect(() => {
    if (!complete && lastShown >= rows.length - 20) more?.();
  }, [complete, lastShown, rows.length, more]);

  // A row far away is drawn only after the scrolling; until then the wish to focus it stands.
  useEffect(() => {
    if (!wantsFocus.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${active}"]`);
    if (!row) return;
    wantsFocus.current = false;
    const elsewhere = document.activeElement;
    const free = elsewhere === document.body || elsewhere?.id === "main";
    if (!free && !scroller.current?.contains(elsewhere)) return;
    row.focus({ preventScroll: true });
  });

  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / height) - 1);
    const target = moved(event.key, active, rows.length, page);
    if (target === undefined) return;
    event.preventDefault();
    setActive(target);
    wantsFocus.current = true;
    virtual.scrollToIndex(target);
    const row = rows[target];
    if (row) near?.(row);
  };

  // As a link would: with Ctrl, or the middle button, in another tab.
  const click = (event: MouseEvent, row: Row) => {
    if (event.button > 1) return;
    event.preventDefault();
    const elsewhere = event.button === 1 || event.metaKey || event.ctrlKey;
    if (elsewhere) window.open(href(row), "_blank", "noopener");
    else if (!getSelection()?.toString()) open(row);
  };

  const tracks = columns.map((column) => column.width).join(" ");
  const shownActive = Math.min(active, Math.max(0, rows.length - 1));

  return (
    <div
      role="grid"
      aria-label={label}
      aria-rowcount={complete ? rows.length + 1 : -1}
      aria-colcount={narrow ? 1 : columns.length}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div role="rowgroup" className={narrow ? "sr-only" : "border-b border-line"}>
        <div
          role="row"
          tabIndex={-1}
          aria-rowindex={1}
          className="grid gap-3 px-4 py-2 text-2xs font-medium text-muted"
          style={{ gridTemplateColumns: tracks }}
        >
          {(narrow ? columns.slice(0, 1) : columns).map((column) => (
            <span key={column.id} role="columnheader" tabIndex={-1} className="truncate">
              {column.title}
            </span>
          ))}
        </div>
      </div>
      <div ref={scroller} role="rowgroup" className="scroller min-h-0 flex-1" onKeyDown={press}>
        <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <div
                key={idOf(row)}
                role="row"
                data-index={item.index}
                aria-rowindex={item.index + 2}
                tabIndex={item.index === shownActive ? 0 : -1}
                onClick={(event) => click(event, row)}
                onAuxClick={(event) => click(event, row)}
                onKeyDown={(event) => event.key === "Enter" && open(row)}
                onFocus={() => {
                  setActive(item.index);
                  near?.(row);
                }}
                onMouseEnter={() => near?.(row)}
                className={cx(
                  "absolute inset-x-0 top-0 cursor-pointer border-b border-line/60 px-4 -outline-offset-2 hover:bg-hover",
                  narrow ? "block py-2.5" : "grid items-center gap-3",
                )}
                style={{
                  height,
                  transform: `translateY(${item.start}px)`,
                  gridTemplateColumns: narrow ? undefined : tracks,
                }}
              >
                {narrow ? (
                  <div role="gridcell" tabIndex={-1}>
                    {phone(row)}
                  </div>
                ) : (
                  columns.map((column) => (
                    <span key={column.id} role="gridcell" tabIndex={-1} className="truncate">
                      {column.cell(row)}
                    </span>
                  ))
                )}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
