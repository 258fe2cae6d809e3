// The ids of those rows of a live store that belong on one list, always in order.
//
// Built once (filter and sort), then moved row by row: a change finds the row's old place and its
// new one by halving, so a list of 10,000 rows follows a change in microseconds. What stood in the
// list is remembered as it stood, because the row's old place can only be found by its old values.
// `ids` is one array that changes in place; `state` is a new object after every change, for React.

import { useSyncExternalStore } from "react";
import type { LiveStore, Touched, Versioned } from "./live";

export interface ListState {
  ids: readonly number[];
}

export interface ListRule<Row> {
  belongs(row: Row): boolean;
  // Total: no two rows are equal. Negative: `a` stands before `b`.
  compare(a: Row, b: Row): number;
}

export class LiveList<Row extends Versioned> {
  readonly ids: number[] = [];
  state: ListState = { ids: this.ids };
  private rows: Row[] = []; // As they stand: rows[at] is what ids[at] was sorted by.
  private placed = new Map<number, Row>();
  private listeners = new Set<() => void>();
  private readonly stop: () => void;

  constructor(
    private readonly store: LiveStore<Row>,
    private rule: ListRule<Row>,
  ) {
    this.build();
    this.stop = store.subscribe((ids) => this.follow(ids));
  }

  // Another rule, the same readers: for a list whose rule depends on something outside of the rows.
  change(rule: ListRule<Row>): void {
    this.rule = rule;
    this.build();
    this.announce();
  }

  close(): void {
    this.stop();
  }

  get watched(): boolean {
    return this.listeners.size > 0;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private build() {
    this.rows = [];
    for (const id of this.store.ids()) {
      const row = this.store.get(id);
      if (row && this.rule.belongs(row)) this.rows.push(row);
    }
    this.rows.sort((a, b) => this.rule.compare(a, b));
    this.ids.length = 0;
    for (const row of this.rows) this.ids.push(row.id);
    this.placed = new Map(this.rows.map((row) => [row.id, row]));
  }

  private follow(touched: Touched) {
    let changed = false;
    for (const id of touched) changed = this.move(id) || changed;
    if (changed) this.announce();
  }

  private move(id: number): boolean {
    const before = this.placed.get(id);
    const row = this.store.get(id);
    const after = row && this.rule.belongs(row) ? row : undefined;
    if (before === after) return false;
    if (before) {
      const at = this.placeOf(before);
      this.rows.splice(at, 1);
      this.ids.splice(at, 1);
      this.placed.delete(id);
    }
    if (after) {
      const at = this.placeOf(after);
      this.rows.splice(at, 0, after);
      this.ids.splice(at, 0, id);
      this.placed.set(id, after);
    }
    return true;
  }

  // The first place whose row does not stand before `row`.
  private placeOf(row: Row): number {
    let low = 0;
    let high = this.rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.rows[middle];
      if (other && this.rule.compare(other, row) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  private announce() {
    this.state = { ids: this.ids };
    for (const listener of [...this.listeners]) listener();
  }
}

export function useList<Row extends Versioned>(list: LiveList<Row>): ListState {
  return useSyncExternalStore(list.subscribe, () => list.state);
}

// How many rows of a store there are per key: counted up and down as rows change, never counted anew.
export class LiveCount<Row extends Versioned> {
  state: ReadonlyMap<number, number> = new Map();
  private keys = new Map<number, number>();
  private listeners = new Set<() => void>();

  // A row without a key is not counted.
  constructor(
    private readonly store: LiveStore<Row>,
    private readonly keyOf: (row: Row) => number | undefined,
  ) {
    this.follow(store.ids());
    store.subscribe((ids) => this.follow(ids));
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private follow(touched: Iterable<number>) {
    let counts: Map<number, number> | undefined;
    for (const id of touched) {
      const row = this.store.get(id);
      const before = this.keys.get(id);
      const after = row && this.keyOf(row);
      if (before === after) continue;
      counts ??= new Map(this.state);
      if (before !== undefined) counts.set(before, (counts.get(before) ?? 0) - 1);
      if (after === undefined) this.keys.delete(id);
      else {
        counts.set(after, (counts.get(after) ?? 0) + 1);
        this.keys.set(id, after);
      }
    }
    if (!counts) return;
    this.state = counts;
    for (const listener of [...this.listeners]) listener();
  }
}
