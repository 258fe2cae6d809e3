// Rows of one kind as the server knows them, plus what this person has just done to them.
//
//     view = server rows + pending operations
//
// A pending operation is a function over a row. It is shown at once and dropped when the answer (or
// a failure) arrives, so nothing is ever undone by hand: the view falls back by itself. A row that
// is not newer than the known one is ignored, except that it may add fields a list left out.
//
// Rows come from answers and from the feed, in any order. An answer may have been read before the
// feed told that a row went away: whoever asks takes a `mark` first, and rows that went away after
// the mark are not brought back by the answer.

import { useCallback, useSyncExternalStore } from "react";

export interface Versioned {
  id: number;
  version: number;
}

export type Change<Row> = { op: "upsert"; row: Row } | { op: "del"; id: number } | { op: "reset" };

interface Pending<Row> {
  id: number;
  change: (row: Row) => Row;
}

const frame = 16; // Milliseconds: readers are told at most this often.

// The first change is told at once, a burst of others together: hundreds of rows that were missed
// cost a few repaints, not hundreds. No animation frames: a hidden window must not fall behind.
export function paced(pause = frame): (flush: () => void) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (flush) => {
    const tell = () => {
      last = performance.now();
      flush();
    };
    const wait = last + pause - performance.now();
    if (wait <= 0) queueMicrotask(tell);
    else setTimeout(tell, wait);
  };
}

export type Touched = ReadonlySet<number>;

export class LiveStore<Row extends Versioned> {
  private server = new Map<number, Row>();
  private goneAt = new Map<number, number>();
  private time = 0;
  private resetAt = 0;
  private pending: Pending<Row>[] = [];
  private view = new Map<number, Row | undefined>();
  private rowListeners = new Map<number, Set<() => void>>();
  private anyListeners = new Set<(ids: Touched) => void>();
  private touched = new Set<number>();
  private flushing = false;

  constructor(
    private readonly schedule: (flush: () => void) => void = (flush) => queueMicrotask(flush),
  ) {}

  apply(change: Change<Row>): void {
    if (change.op === "upsert") this.upsert(change.row);
    else if (change.op === "del") this.remove(change.id);
    else this.reset();
  }

  upsert(row: Row): void {
    this.goneAt.delete(row.id);
    const known = this.server.get(row.id);
    if (known && row.version < known.version) return;
    this.server.set(row.id, known ? merged(known, row) : row);
    this.touch(row.id);
  }

  // The row may no longer be seen here.
  remove(id: number): void {
    this.goneAt.set(id, ++this.time);
    if (this.server.delete(id)) this.touch(id);
  }

  // Everything is to be read anew; nothing is said about what may be seen.
  private reset() {
    this.resetAt = ++this.time;
    const ids = [...this.server.keys()];
    this.server.clear();
    this.goneAt.clear();
    for (const id of ids) this.touch(id);
  }

  isGone(id: number): boolean {
    return this.goneAt.has(id);
  }

  // The moment before a question is asked.
  mark(): number {
    return this.time;
  }

  // Rows of an answer to a question that was asked at `mark`.
  take(rows: Iterable<Row>, mark: number): void {
    if (mark < this.resetAt) return;
    for (const row of rows) {
      const gone = this.goneAt.get(row.id);
      if (gone === undefined || gone <= mark) this.upsert(row);
    }
  }

  get size(): number {
    return this.server.size;
  }

  ids(): Iterable<number> {
    return this.server.keys();
  }

  get = (id: number): Row | undefined => {
    if (this.view.has(id)) return this.view.get(id);
    let row = this.server.get(id);
    if (row) for (const one of this.pending) if (one.id === id) row = one.change(row);
    this.view.set(id, row);
    return row;
  };

  isPending(id: number): boolean {
    return this.pending.some((one) => one.id === id);
  }

  // Shows `change` now and sends it. The answer, where it is a row, becomes the truth in the same
  // repaint in which the operation is dropped; a failure is passed on to the caller.
  async mutate<Answer>(
    id: number,
    change: (row: Row) => Row,
    send: () => Promise<Answer>,
  ): Promise<Answer> {
    const operation: Pending<Row> = { id, change };
    this.pending.push(operation);
    this.touch(id);
    try {
      const answer = await send();
      if (isRow<Row>(answer, id)) this.upsert(answer);
      return answer;
    } finally {
      this.pending = this.pending.filter((one) => one !== operation);
      this.touch(id);
    }
  }

  subscribeRow(id: number, listener: () => void): () => void {
    let listeners = this.rowListeners.get(id);
    if (!listeners) {
      listeners = new Set();
      this.rowListeners.set(id, listeners);
    }
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) this.rowListeners.delete(id);
    };
  }

  // The listener hears which rows changed since it was told last.
  subscribe(listener: (ids: Touched) => void): () => void {
    this.anyListeners.add(listener);
    return () => this.anyListeners.delete(listener);
  }

  private touch(id: number) {
    this.view.delete(id);
    this.touched.add(id);
    if (this.flushing) return;
    this.flushing = true;
    this.schedule(() => this.flush());
  }

  private flush() {
    this.flushing = false;
    const ids = this.touched;
    this.touched = new Set();
    for (const id of ids) for (const listener of this.rowListeners.get(id) ?? []) listener();
    for (const listener of [...this.anyListeners]) listener(ids);
  }
}

// A list may leave out what the whole row has; a newer row says by leaving a field out that it is
// empty now.
function merged<Row extends Versioned>(known: Row, row: Row): Row {
  return row.version === known.version ? { ...known, ...row } : row;
}

function isRow<Row extends Versioned>(answer: unknown, id: number): answer is Row {
  if (typeof answer !== "object" || answer === null) return false;
  const row = answer as Partial<Versioned>;
  return row.id === id && typeof row.version === "number";
}

export function useRow<Row extends Versioned>(store: LiveStore<Row>, id: number) {
  const subscribe = useCallback(
    (listener: () => void) => store.subscribeRow(id, listener),
    [store, id],
  );
  return useSyncExternalStore(subscribe, () => store.get(id));
}
