// What a page reads from the server: shown at once when known, asked for again meanwhile.
//
// A small keyed memory of answers. The last 200 are kept, so going back paints in the same frame;
// `refresh` after a change asks again for everything under a prefix. No retries, no timers: the live
// feed says when something changed. What may no longer be seen is forgotten at once.

import { useCallback, useEffect, useRef, useSyncExternalStore } from "react";
import { Problem } from "./problem";

interface Entry {
  value?: unknown;
  error?: unknown;
  loading?: Promise<void>;
  load?: (signal?: AbortSignal) => Promise<unknown>;
  stale: boolean;
  listeners: Set<() => void>;
  shown: Shown<unknown>;
}

export interface Shown<Value> {
  value: Value | undefined;
  error: unknown;
  loading: boolean;
}

const kept = 200;
const entries = new Map<string, Entry>();

function entryOf(key: string): Entry {
  let entry = entries.get(key);
  if (!entry) {
    entry = {
      stale: true,
      listeners: new Set(),
      shown: { value: undefined, error: undefined, loading: true },
    };
    entries.set(key, entry);
    forgetOldest();
  }
  return entry;
}

function forgetOldest() {
  for (const [key, entry] of entries) {
    if (entries.size <= kept) return;
    if (entry.listeners.size === 0) entries.delete(key);
  }
}

function announce(entry: Entry) {
  entry.shown = {
    value: entry.value,
    error: entry.error,
    loading: entry.loading !== undefined,
  };
  for (const listener of [...entry.listeners]) listener();
}

function ask(entry: Entry) {
  if (!entry.load || entry.loading) return;
  entry.stale = false;
  const loading = entry
    .load()
    .then(
      (value) => {
        entry.value = value;
        entry.error = undefined;
      },
      (error) => {
        entry.error = error;
        if (isBarred(error)) entry.value = undefined;
      },
    )
    .then(() => {
      entry.loading = undefined;
      announce(entry);
      if (entry.stale && entry.listeners.size > 0) ask(entry);
    });
  entry.loading = loading;
  announce(entry);
}

const isBarred = (error: unknown) =>
  error instanceof Problem && (error.status === 404 || error.status === 403);

const painted = 50; // Milliseconds: what is known stands on the screen by then.

// `key` undefined asks for nothing. What is known already is painted before it is asked for again;
// `mayWait` says the same of something that the page can be painted without.
export function useResource<Value>(
  key: string | undefined,
  load: () => Promise<Value>,
  mayWait = false,
): Shown<Value> {
  const name = key ?? "";
  const entry = entryOf(name);
  entry.load = load;
  const patient = useRef(mayWait);
  patient.current = mayWait;
  const subscribe = useCallback(
    (listener: () => void) => {
      const own = entryOf(name);
      own.listeners.add(listener);
      return () => own.listeners.delete(listener);
    },
    [name],
  );
  useEffect(() => {
    if (!key) return;
    if (!patient.current && entryOf(key).value === undefined) return ask(entryOf(key));
    const timer = setTimeout(() => ask(entryOf(key)), painted);
    return () => clearTimeout(timer);
  }, [key]);
  return useSyncExternalStore(subscribe, () => entryOf(name).shown) as Shown<Value>;
}

// Fills the memory before the page is opened.
export function prefetch<Value>(key: string, load: () => Promise<Value>): void {
  const entry = entryOf(key);
  if (entry.value !== undefined || entry.loading) return;
  entry.load = load;
  ask(entry);
}

// What is known, without asking.
export const peek = <Value>(key: string) => entries.get(key)?.value as Value | undefined;

export function put<Value>(key: string, value: Value): void {
  const entry = entryOf(key);
  entry.value = value;
  entry.error = undefined;
  announce(entry);
}

// Changes what is known without asking; what is not known stays unknown.
export function amend<Value>(key: string, change: (value: Value) => Value): void {
  const entry = entries.get(key);
  if (entry?.value === undefined) return;
  entry.value = change(entry.value as Value);
  announce(entry);
}

// One answer that may not be shown any more.
export function forget(key: string): void {
  const entry = entries.get(key);
  if (!entry) return;
  entry.value = undefined;
  entry.error = new Problem(404, "missing");
  announce(entry);
  if (entry.listeners.size === 0) entries.delete(key);
}

// Everything is read anew: what stands on the screen at once, the rest when it is wanted.
export function renew(): void {
  for (const [key, entry] of entries) {
    if (entry.listeners.size === 0) entries.delete(key);
  }
  refresh("");
}

export function refresh(prefix: string): void {
  for (const [key, entry] of entries) {
    if (key === "" || !key.startsWith(prefix)) continue; // "" is what nobody asks for.
    entry.stale = true;
    if (entry.listeners.size > 0) ask(entry);
  }
}

export function forgetEverything(): void {
  for (const [key, entry] of entries) {
    entry.value = undefined;
    entry.error = undefined;
    if (entry.listeners.size === 0) entries.delete(key);
  }
}
