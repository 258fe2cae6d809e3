// The live connection: what changes on the server is told here as it changes.
//
// One connection per browser, not per window: over HTTP/1.1 a browser opens six to a server, and
// seven windows would starve each other. The window that holds the lock leads: it listens to the
// server and passes every message on to the other windows. When it closes, the lock goes to another
// one, which goes on from the last cursor it heard of. Where there are no locks, every window has a
// connection of its own.
//
// Nothing is missed, because the order is always: listen first, then read. A window hears the others
// from `join` on; `open` comes with the cursor of a list that was read after that. Whatever happened
// before the cursor is in the list, whatever comes after it is told, and what is told twice is told
// apart by its version. A lost connection is taken up by the browser from the last id it was given.

import { events } from "./http";
import { observable } from "./observable";

export type LinkState = "off" | "connecting" | "live" | "lost";

export interface Link {
  state: LinkState;
  since: number; // Milliseconds of the epoch.
}

export interface Readers {
  upsert(row: never): void;
  gone(id: number): void;
}

// The parts of a browser that the feed stands on; tests bring their own.
export interface World {
  connect(url: string): EventSource;
  // Runs `lead` once this window is the one; the returned promise ends the leadership.
  lead?(name: string, lead: () => Promise<void>, signal: AbortSignal): void;
  channel?(name: string): BroadcastChannel;
  later(run: () => void, milliseconds: number): unknown;
  forget(timer: unknown): void;
  now(): number;
  // Asks whether the session is still there; the answer comes as "signed-out" or not at all.
  probe(): void;
}

type Told =
  | { what: "event"; name: string; data: unknown; cursor: string }
  | { what: "link"; link: Link; version: string }
  | { what: "ask" };

const names = ["hello", "upsert", "gone", "reset", "over"];
const waits = [1_000, 2_000, 4_000, 8_000, 15_000]; // Milliseconds, for a server that refuses.

export class Feed {
  readonly link = observable<Link>({ state: "off", since: 0 });
  readonly outdated = observable(false); // The server is another version than this page.
  private readers = new Map<string, Readers>();
  private resets = new Set<() => void>();
  private channel: BroadcastChannel | undefined;
  private source: EventSource | undefined;
  private timer: unknown;
  private failures = 0;
  private cursor = "";
  private version = "";
  private leading = false;
  private wanted: AbortController | undefined;
  private name = "";

  constructor(private readonly world: World) {}

  read(kind: string, readers: Readers): void {
    this.readers.set(kind, readers);
  }

  onReset(listener: () => void): void {
    this.resets.add(listener);
  }

  // Hears the other windows of this person from now on.
  join(person: number): void {
    this.close();
    this.name = `ogniwo.live.${person}`;
    this.channel = this.world.channel?.(this.name);
    this.channel?.addEventListener("message", (event) => this.hear(event.data as Told));
  }

  // Listens to the server, or to the window that does. Without a cursor: from the present on.
  open(cursor = ""): void {
    if (this.wanted) {
      // Listening without having read: from the first list on there is a place to go on from.
      if (this.cursor || !cursor) return;
      this.cursor = cursor;
      if (this.source) this.connect();
      return;
    }
    if (!this.cursor) this.cursor = cursor;
    const wanted = new AbortController();
    this.wanted = wanted;
    this.say("connecting");
    this.tell({ what: "ask" });
    if (!this.world.lead) {
      this.connect();
      return;
    }
    const lead = () =>
      new Promise<void>((resign) => {
        if (wanted.signal.aborted) return resign();
        wanted.signal.addEventListener("abort", () => resign());
        this.leading = true;
        this.connect();
      });
    this.world.lead(this.name, lead, wanted.signal);
  }

  close(): void {
    this.wanted?.abort();
    this.wanted = undefined;
    this.leading = false;
    this.cut();
    this.channel?.close();
    this.channel = undefined;
    this.cursor = "";
    this.failures = 0;
    this.say("off");
  }

  // The person has left: in every window of this browser.
  over(): void {
    this.tell({ what: "event", name: "over", data: {}, cursor: "" });
    this.close();
  }

  // The network says that it is there again, or that the machine has slept.
  again(): void {
    if (this.source || this.timer) this.connect();
  }

  offline(): void {
    if (this.source) this.say("lost");
  }

  private get own(): boolean {
    return this.leading || !this.world.lead;
  }

  private cut() {
    this.source?.close();
    this.source = undefined;
    this.world.forget(this.timer);
    this.timer = undefined;
  }

  private connect() {
    this.cut();
    const after = this.cursor ? `?after=${encodeURIComponent(this.cursor)}` : "";
    const source = this.world.connect(`/api/v1/live${after}`);
    this.source = source;
    for (const name of names) {
      source.addEventListener(name, (event) => {
        if (source !== this.source) return;
        const data = JSON.parse(event.data || "{}") as unknown;
        const cursor = event.lastEventId || this.cursor;
        this.tell({ what: "event", name, data, cursor });
        this.take(name, data, cursor);
      });
    }
    source.onerror = () => {
      if (source !== this.source) return;
      this.say("lost");
      // While it is CONNECTING the browser tries again by itself. CLOSED means that the server
      // answered something else: the session is over, or a proxy says that nobody is behind it.
      if (source.readyState !== 2) return;
      this.cut();
      this.world.probe();
      const wait = waits[Math.min(this.failures++, waits.length - 1)] ?? 0;
      this.timer = this.world.later(() => this.connect(), wait * (1 + Math.random() / 2));
    };
  }

  private hear(told: Told) {
    if (told.what === "ask") {
      if (this.own && this.source) this.announce();
    } else if (told.what === "link") {
      if (this.own) return;
      this.greet(told.version);
      if (this.wanted) this.link.set(told.link);
    } else if (!this.own || told.name === "over") {
      this.take(told.name, told.data, told.cursor);
    }
  }

  private take(name: string, data: unknown, cursor: string) {
    this.cursor = cursor || this.cursor;
    if (name === "hello") {
      this.greet((data as { version?: string }).version ?? "");
      this.failures = 0;
      if (this.own) this.say("live");
    } else if (name === "upsert") {
      const { kind, row } = data as { kind: string; row: never };
      this.readers.get(kind)?.upsert(row);
    } else if (name === "gone") {
      const { kind, id } = data as { kind: string; id: number };
      this.readers.get(kind)?.gone(id);
    } else if (name === "reset") {
      for (const listener of this.resets) listener();
    } else if (name === "over") {
      this.close();
      events.dispatchEvent(new Event("signed-out"));
    }
  }

  private greet(version: string) {
    if (!version) return;
    if (!this.version) this.version = version;
    else if (version !== this.version) this.outdated.set(true);
  }

  private say(state: LinkState) {
    if (this.link.get().state === state) return;
    this.link.set({ state, since: this.world.now() });
    if (this.own) this.announce();
  }

  private announce() {
    this.tell({ what: "link", link: this.link.get(), version: this.version });
  }

  private tell(told: Told) {
    this.channel?.postMessage(told);
  }
}

const locks = typeof navigator !== "undefined" ? navigator.locks : undefined;

export const feed = new Feed({
  connect: (url) => new EventSource(url),
  lead: locks
    ? (name, lead, signal) => {
        // Given up while it waits for the lock: that is how it ends, not a failure.
        locks.request(name, { signal }, lead).catch(() => undefined);
      }
    : undefined,
  channel:
    typeof BroadcastChannel === "undefined" ? undefined : (name) => new BroadcastChannel(name),
  later: (run, milliseconds) => setTimeout(run, milliseconds),
  forget: (timer) => clearTimeout(timer as number | undefined),
  now: () => Date.now(),
  probe: () => events.dispatchEvent(new Event("doubted")),
});

const nap = 20_000; // Milliseconds between two looks at the clock.

// Called once, by the shell of the program.
export function watchNetwork(): void {
  window.addEventListener("online", () => feed.again());
  window.addEventListener("offline", () => feed.offline());
  let seen = Date.now();
  setInterval(() => {
    // A machine that slept holds a connection that nobody answers any more. (A hidden window is
    // only woken once a minute: that is not sleep.)
    if (Date.now() - seen > 15 * nap) feed.again();
    seen = Date.now();
  }, nap);
}
