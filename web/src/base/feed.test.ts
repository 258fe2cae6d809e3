import { describe, expect, it, vi } from "vitest";
import { Feed, type World } from "./feed";
import { events } from "./http";

class FakeSource {
  readyState = 0;
  onerror: (() => void) | null = null;
  private listeners = new Map<string, (event: MessageEvent) => void>();

  constructor(readonly url: string) {}

  addEventListener(name: string, listener: (event: MessageEvent) => void) {
    this.listeners.set(name, listener);
  }

  close() {
    this.readyState = 2;
  }

  say(name: string, data: object, lastEventId = "") {
    this.readyState = 1;
    this.listeners.get(name)?.({ data: JSON.stringify(data), lastEventId } as MessageEvent);
  }

  fail(readyState: number) {
    this.readyState = readyState;
    this.onerror?.();
  }
}

// A browser: its windows share a lock and a channel.
function browser({ withLocks = true } = {}) {
  const sources: FakeSource[] = [];
  const channels = new Set<{ listener?: (event: { data: unknown }) => void }>();
  const waiting: { lead: () => Promise<void>; signal: AbortSignal }[] = [];
  const timers: { run: () => void; after: number }[] = [];
  const probe = vi.fn();
  let held = false;

  const hand = () => {
    const next = held ? undefined : waiting.shift();
    if (!next) return;
    if (next.signal.aborted) return hand();
    held = true;
    void next.lead().then(() => {
      held = false;
      hand();
    });
  };

  const world = (): World => ({
    connect(url) {
      const source = new FakeSource(url);
      sources.push(source);
      return source as never;
    },
    lead: withLocks
      ? (_, lead, signal) => {
          waiting.push({ lead, signal });
          hand();
        }
      : undefined,
    channel() {
      const own: { listener?: (event: { data: unknown }) => void } = {};
      channels.add(own);
      return {
        addEventListener: (_: string, listener: (event: { data: unknown }) => void) => {
          own.listener = listener;
        },
        postMessage(data: unknown) {
          for (const other of channels) if (other !== own) other.listener?.({ data });
        },
        close: () => channels.delete(own),
      } as never;
    },
    later: (run, after) => timers.push({ run, after }),
    forget: () => undefined,
    now: () => 1_000,
    probe,
  });

  const window = (cursor?: string) => {
    const feed = new Feed(world());
    const rows: number[] = [];
    const gone: number[] = [];
    const resets = vi.fn();
    feed.read("ticket", {
      upsert: (row: { id: number }) => rows.push(row.id),
      gone: (id) => gone.push(id),
    });
    feed.onReset(resets);
    feed.join(7);
    if (cursor !== undefined) feed.open(cursor);
    return { feed, rows, gone, resets };
  };

  return { window, sources, timers, probe, last: () => sources.at(-1) as FakeSource };
}

const row = (id: number) => ({ kind: "ticket", row: { id, version: 1 } });
const settled = () => new Promise((resolve) => setTimeout(resolve));

describe("the live connection", () => {
  it("goes on from the cursor of the list that was read", () => {
    const { window, last } = browser();
    window("a b");
    expect(last().url).toBe("/api/v1/live?after=a%20b");
  });

  it("tells rows, rows that went away, and that everything is to be read anew", () => {
    const { window, last } = browser();
    const one = window("a");
    last().say("hello", { version: "1" });
    expect(one.feed.link.get().state).toBe("live");
    last().say("upsert", row(3));
    last().say("upsert", { kind: "unknown", row: { id: 9 } });
    last().say("gone", { kind: "ticket", id: 3 });
    last().say("reset", {});
    expect([one.rows, one.gone]).toEqual([[3], [3]]);
    expect(one.resets).toHaveBeenCalledOnce();
  });

  it("goes back to the cursor of the first list when it was opened before that was read", () => {
    const { window, sources, last } = browser();
    const one = window("");
    expect(last().url).toBe("/api/v1/live");
    one.feed.open("a");
    expect(last().url).toBe("/api/v1/live?after=a");
    one.feed.open("b");
    expect(sources.length).toBe(2);
  });

  it("is one for all windows of a browser, and what it tells reaches each of them", () => {
    const { window, sources, last } = browser();
    const one = window("a");
    last().say("hello", { version: "1" });
    const two = window("b");
    expect(sources.length).toBe(1);
    expect(two.feed.link.get().state).toBe("live");
    last().say("upsert", row(4));
    expect([one.rows, two.rows]).toEqual([[4], [4]]);
  });

  it("reaches a window that has not read its list yet", () => {
    const { window, last } = browser();
    window("a");
    const early = window();
    last().say("upsert", row(5));
    expect(early.rows).toEqual([5]);
  });

  it("is taken over by another window, from the last cursor it has heard of", async () => {
    const { window, sources, last } = browser();
    const one = window("a");
    const two = window("b");
    last().say("hello", { version: "1" });
    last().say("upsert", row(4), "c");
    one.feed.close();
    await settled();
    expect(sources.length).toBe(2);
    expect(last().url).toBe("/api/v1/live?after=c");
    last().say("upsert", row(6));
    expect(two.rows).toEqual([4, 6]);
    expect(one.rows).toEqual([4]);
  });

  it("is each window's own where a browser has no locks", () => {
    const { window, sources } = browser({ withLocks: false });
    const one = window("a");
    const two = window("b");
    expect(sources.length).toBe(2);
    sources[0]?.say("upsert", row(1));
    expect([one.rows, two.rows]).toEqual([[1], []]);
  });

  it("says that it is lost while the browser tries again, and when it is back", () => {
    const { window, sources, last } = browser();
    const one = window("a");
    last().say("hello", { version: "1" });
    last().fail(0);
    expect(one.feed.link.get()).toEqual({ state: "lost", since: 1_000 });
    expect(sources.length).toBe(1);
    last().say("hello", { version: "1" });
    expect(one.feed.link.get().state).toBe("live");
  });

  it("asks again by itself, later and later, when the server answers something else", () => {
    const { window, sources, timers, probe, last } = browser();
    window("a");
    last().say("upsert", row(1), "z");
    last().fail(2);
    expect(probe).toHaveBeenCalledOnce();
    timers[0]?.run();
    expect(last().url).toBe("/api/v1/live?after=z");
    last().fail(2);
    expect(sources.length).toBe(2);
    expect(timers[1]?.after).toBeGreaterThan(timers[0]?.after ?? 0);
  });

  it("ends in every window when the session is over, and none connects again", async () => {
    const { window, sources, last } = browser();
    const left = vi.fn();
    events.addEventListener("signed-out", left);
    const one = window("a");
    const two = window("b");
    last().say("over", {});
    await settled();
    events.removeEventListener("signed-out", left);
    expect([one, two].map(({ feed }) => feed.link.get().state)).toEqual(["off", "off"]);
    expect(left).toHaveBeenCalledTimes(2);
    expect(sources.length).toBe(1);
  });

  it("knows a server that is another version than the page", () => {
    const { window, last } = browser();
    const one = window("a");
    const two = window("b");
    last().say("hello", { version: "1" });
    last().fail(0);
    last().say("hello", { version: "1" });
    expect(one.feed.outdated.get()).toBe(false);
    last().say("hello", { version: "2" });
    expect([one.feed.outdated.get(), two.feed.outdated.get()]).toEqual([true, true]);
  });
});
