// A list of any length: only the rows in sight exist.
//
// One row is in the tab order (roving tabindex); arrows, Home, End, Page keys and j/k move it, Enter
// opens. Because rows are missing from the page, aria-rowcount and aria-rowindex say where we are.
// On a phone a row is two lines instead of columns. Rows are plain elements: nothing clever in them.
//
// Rows may come, move and leave while somebody reads. The active row is known by its id and stays
// the same one; who has scrolled down keeps what they see where it is, and is told how much is new
// above. Only who stands at the top sees new rows push the others down.

import { useVirtualizer } from "@tanstack/react-virtual";
import { ArrowUp } from "lucide-react";
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { t } from "../base/i18n";
import { singleKeys } from "../base/preferences";
import { cx } from "./classes";

export interface Column<Row> {
  id: string;
  title: string;
  width: string; // A grid track: "6rem", "minmax(0,1fr)".
  cell(row: Row): ReactNode;
}

// An array, or something that can be counted and looked into like one.
export interface Rows<Row> {
  readonly length: number;
  at(index: number): Row | undefined;
}

interface GridProps<Row> {
  label: string;
  rows: Rows<Row>;
  idOf(row: Row): number;
  columns: Column<Row>[];
  phone(row: Row): ReactNode; // Two lines, at most four elements.
  href(row: Row): string;
  open(row: Row): void;
  complete: boolean; // False: more rows exist than `rows`.
  more?(): void;
  near?(row: Row): void; // The row is under the pointer or has the focus: prefetch it.
  hold?(id: number | undefined): void; // The row that has the focus, or had it before a dialog.
  resetKey: string; // When it changes the list starts at its top.
  selection?: Selection; // Rows can be marked for what is done to many at once.
}

export interface Selection {
  size: number;
  has(id: number): boolean;
  mark(ids: number[], on: boolean): void;
  clear(): void; // Those that have left the list, too.
}

// Where each list was left, so that going back finds the same row.
const left = new Map<string, { top: number; active: Active }>();
const remembered = 50;

interface Active {
  id: number | undefined; // Of the row; undefined until somebody has chosen one.
  at: number; // Where it stood last.
}

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

function placeOf<Row>(
  rows: Rows<Row>,
  idOf: (row: Row) => number,
  id: number | undefined,
  near: number,
) {
  if (id === undefined) return -1;
  const is = (at: number) => {
    const row = rows.at(at);
    return at >= 0 && row !== undefined && idOf(row) === id;
  };
  if (is(near)) return near;
  for (let at = 0; at < rows.length; at++) if (is(at)) return at;
  return -1;
}

// Keeps what is seen where it is when rows come or go above it; counts what is new up there.
function useAnchor<Row>(
  scroller: RefObject<HTMLDivElement | null>,
  rows: Rows<Row>,
  idOf: (row: Row) => number,
  { height, resetKey, firstSeen }: { height: number; resetKey: string; firstSeen: number },
) {
  const [above, setAbove] = useState(0);
  const seen = useRef({ key: "", rows, ids: [] as number[], first: 0 });
  useLayoutEffect(() => {
    const { key, rows: before, ids, first } = seen.current;
    const element = scroller.current;
    if (key === resetKey && before !== rows && element && element.scrollTop > 0) {
      for (const [step, id] of ids.entries()) {
        const at = placeOf(rows, idOf, id, first + step);
        if (at < 0) continue;
        const moved = at - (first + step);
        if (moved !== 0) element.scrollTop += moved * height;
        if (moved > 0) setAbove((count) => count + moved);
        break;
      }
    }
    if (key !== resetKey || !element || element.scrollTop < height) setAbove(0);
    const now: number[] = [];
    for (let at = firstSeen; at < Math.min(rows.length, firstSeen + 10); at++) {
      const row = rows.at(at);
      if (row) now.push(idOf(row));
    }
    seen.current = { key: resetKey, rows, ids: now, first: firstSeen };
  });
  return above;
}

export function Grid<Row>(props: GridProps<Row>) {
  const { rows, columns, label, complete, more, near, open, href, phone, resetKey, idOf } = props;
  const { selection, hold } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const narrow = useNarrow();
  const before = useRef(left.get(`${label} ${resetKey}`));
  const [active, setActive] = useState<Active>(before.current?.active ?? { id: undefined, at: 0 });
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
  const above = useAnchor(scroller, rows, idOf, {
    height,
    resetKey,
    firstSeen: Math.floor((virtual.scrollOffset ?? 0) / height),
  });

  // The active row where it is now; one that has left hands over to the row in its place.
  const found = placeOf(rows, idOf, active.id, active.at);
  const shownActive = found >= 0 ? found : Math.max(0, Math.min(active.at, rows.length - 1));
  const holdsFocus = useRef(false);
  useEffect(() => {
    if (active.id === undefined || (found >= 0 && found === active.at)) return;
    const row = rows.at(shownActive);
    setActive({ id: row && idOf(row), at: shownActive });
    if (found < 0 && holdsFocus.current) wantsFocus.current = true;
  }, [active, found, shownActive, rows, idOf]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new height is a new measure.
  useEffect(() => virtual.measure(), [height]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says when the list is another.
  useEffect(() => {
    if (before.current) {
      scroller.current?.scrollTo({ top: before.current.top });
      before.current = undefined;
      return;
    }
    setActive({ id: undefined, at: 0 });
    scroller.current?.scrollTo({ top: 0 });
  }, [resetKey]);

  const place = useRef({ key: "", top: 0, active });
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
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${shownActive}"]`);
    if (!row) return;
    wantsFocus.current = false;
    const elsewhere = document.activeElement;
    const free = elsewhere === document.body || elsewhere?.id === "main";
    if (!free && !scroller.current?.contains(elsewhere)) return;
    row.focus({ preventScroll: true });
  });

  // One row, or with Shift all from the last one that was marked.
  const lastMarked = useRef<number | undefined>(undefined);
  const mark = (at: number, range: boolean) => {
    const row = rows.at(at);
    if (!selection || !row) return;
    const on = !selection.has(idOf(row));
    const from = range ? placeOf(rows, idOf, lastMarked.current, at) : -1;
    const ids: number[] = [];
    for (let step = from < 0 ? at : Math.min(from, at); step <= Math.max(from, at); step++) {
      const one = rows.at(step);
      if (one) ids.push(idOf(one));
    }
    lastMarked.current = idOf(row);
    selection.mark(ids, range && from >= 0 ? true : on);
  };

  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (selection && event.key.toLowerCase() === "x" && singleKeys.get() === "on") {
      event.preventDefault();
      event.stopPropagation();
      return mark(shownActive, event.shiftKey);
    }
    if (selection && event.key === "Escape" && selection.size > 0) {
      return selection.clear();
    }
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / height) - 1);
    const target = moved(event.key, shownActive, rows.length, page);
    const row = target === undefined ? undefined : rows.at(target);
    if (target === undefined || row === undefined) return;
    event.preventDefault();
    if (selection && event.shiftKey && Math.abs(target - shownActive) === 1) {
      const start = rows.at(shownActive);
      if (start) selection.mark([idOf(start), idOf(row)], true);
      lastMarked.current = idOf(row);
    }
    setActive({ id: idOf(row), at: target });
    wantsFocus.current = true;
    virtual.scrollToIndex(target);
    near?.(row);
  };

  // As a link would: with Ctrl, or the middle button, in another tab.
  const click = (event: MouseEvent, row: Row) => {
    if (event.button > 1) return;
    event.preventDefault();
    if (selection && event.shiftKey && event.button === 0) {
      getSelection()?.removeAllRanges();
      return mark(placeOf(rows, idOf, idOf(row), 0), true);
    }
    const elsewhere = event.button === 1 || event.metaKey || event.ctrlKey;
    if (elsewhere) window.open(href(row), "_blank", "noopener");
    else if (!getSelection()?.toString()) open(row);
  };

  const tracks = `${selection ? "1.5rem " : ""}${columns.map((column) => column.width).join(" ")}`;

  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      {above > 0 && (
        <button
          type="button"
          onClick={() => scroller.current?.scrollTo({ top: 0 })}
          className="rise absolute top-11 left-1/2 z-10 flex min-h-8 -translate-x-1/2 items-center gap-1.5 rounded-full bg-accent px-3.5 text-xs font-medium text-on-accent shadow-float hover:bg-accent-over"
        >
          <ArrowUp aria-hidden size={14} />
          {t("ui.newAbove", { count: above })}
        </button>
      )}
      <div
        role="grid"
        aria-label={label}
        aria-rowcount={complete ? rows.length + 1 : -1}
        aria-colcount={(narrow ? 1 : columns.length) + (selection ? 1 : 0)}
        aria-multiselectable={selection ? true : undefined}
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
            {selection && (
              <span role="columnheader" tabIndex={-1} className="sr-only">
                {t("ui.marked")}
              </span>
            )}
            {selection && !narrow && <span role="presentation" />}
            {(narrow ? columns.slice(0, 1) : columns).map((column) => (
              <span key={column.id} role="columnheader" tabIndex={-1} className="truncate">
                {column.title}
              </span>
            ))}
          </div>
        </div>
        <div
          ref={scroller}
          role="rowgroup"
          className="scroller min-h-0 flex-1"
          onKeyDown={press}
          onFocus={() => {
            holdsFocus.current = true;
          }}
          onBlur={(event) => {
            const { currentTarget: list, relatedTarget: next } = event;
            holdsFocus.current = list.contains(next);
            const passes = holdsFocus.current || next?.closest('[role="dialog"]');
            if (!passes) hold?.(undefined);
          }}
        >
          <div role="presentation" className="relative" style={{ height: virtual.getTotalSize() }}>
            {items.map((item) => {
              const row = rows.at(item.index);
              if (!row) return null;
              return (
                <div
                  key={idOf(row)}
                  role="row"
                  data-index={item.index}
                  aria-rowindex={item.index + 2}
                  aria-selected={selection ? selection.has(idOf(row)) : undefined}
                  tabIndex={item.index === shownActive ? 0 : -1}
                  onClick={(event) => click(event, row)}
                  onAuxClick={(event) => click(event, row)}
                  onKeyDown={(event) => event.key === "Enter" && open(row)}
                  onFocus={() => {
                    setActive({ id: idOf(row), at: item.index });
                    near?.(row);
                    hold?.(idOf(row));
                  }}
                  onMouseEnter={() => near?.(row)}
                  className={cx(
                    "absolute inset-x-0 top-0 cursor-pointer border-b border-line/60 px-4 -outline-offset-2 hover:bg-hover",
                    narrow ? "flex gap-3 py-2.5" : "grid items-center gap-3",
                    selection?.has(idOf(row)) && "bg-accent-soft",
                  )}
                  style={{
                    height,
                    transform: `translateY(${item.start}px)`,
                    gridTemplateColumns: narrow ? undefined : tracks,
                  }}
                >
                  {selection && (
                    <Mark on={selection.has(idOf(row))} mark={(range) => mark(item.index, range)} />
                  )}
                  {narrow ? (
                    <div role="gridcell" tabIndex={-1} className="min-w-0 flex-1">
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
    </div>
  );
}

// The keyboard has "x" on the row itself, so the box stays out of the tab order.
function Mark({ on, mark }: { on: boolean; mark(range: boolean): void }) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the row answers the keys.
    <span
      role="gridcell"
      tabIndex={-1}
      className="flex items-center self-stretch max-md:-my-2.5 max-md:-ml-4 max-md:w-11 max-md:justify-end"
      onClick={(event) => {
        event.stopPropagation();
        mark(event.shiftKey);
      }}
    >
      <input
        type="checkbox"
        tabIndex={-1}
        aria-label={t("ui.marked")}
        checked={on}
        readOnly
        className="pointer-events-none size-4 accent-accent"
      />
    </span>
  );
}
