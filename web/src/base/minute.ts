// The present minute, for what gets older while nobody does anything. One timer for the whole page.

import { useSyncExternalStore } from "react";

const step = 30_000; // Milliseconds: so that no minute is told much too late.
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function tick() {
  now = Date.now();
  for (const listener of [...listeners]) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    now = Date.now();
    timer = setInterval(tick, step);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// In milliseconds, as Date.now() says it.
export const useMinute = (): number => useSyncExternalStore(subscribe, () => now);
