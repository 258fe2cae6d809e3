// The tickets that live here: read once, then kept by the live feed.
//
// Our own people hold every open ticket they may see (at most 10,000), so that all views of open
// tickets and their counts are answered without the server. A customer's people hold all of theirs.
// The feed is joined before the first page is asked for and goes on from that page's cursor, so
// nothing falls between the two. When rights change everything is dropped and read anew.

import { useSyncExternalStore } from "react";
import { api } from "../api/client";
import type { ListTickets, Ticket } from "../api/types";
import { feed } from "../base/feed";
import { events } from "../base/http";
import { LiveCount, LiveList } from "../base/live_list";
import { observable, useObservable } from "../base/observable";
import { allPages, forgetPages } from "../base/pages";
import { forget, renew } from "../base/resource";
import { isStaff, may, refreshSession, session } from "../base/session";
import { somethingChanged } from "../notices/model";
import { isDone, type Reader, ruleOf, type TicketSearch, ticketStore } from "./model";
import { keysOf, ticketKey } from "./reading";

const limit = 200; // The most the server gives at once.
const most = { staff: 10_000, customer: 1_000 };
const kept = 12; // Lists that are kept in order although nobody looks at them.

export interface Loading {
  state: "none" | "loading" | "whole" | "part" | "failed";
  problem?: unknown;
}

export const loading = observable<Loading>({ state: "none" });
let run = 0;
let whose = 0;

async function load(): Promise<void> {
  const mine = ++run;
  loading.set({ state: "loading" });
  const staff = isStaff();
  const fuse = staff ? most.staff : most.customer;
  let cursor: string | undefined;
  let count = 0;
  try {
    do {
      const mark = ticketStore.mark();
      const wish = { open: staff ? true : undefined, cursor, limit };
      const page = await api.tickets.listTickets(wish);
      if (mine !== run) return;
      ticketStore.take(page.items, mark);
      feed.open(page.live);
      count += page.items.length;
      cursor = page.next ?? undefined;
    } while (cursor && count < fuse);
    loading.set({ state: cursor ? "part" : "whole" });
  } catch (problem) {
    // Told on the lists themselves; the feed is what notices that the server is back.
    if (mine !== run) return;
    loading.set({ state: "failed", problem });
    feed.open();
  }
}

export const loadAgain = () => void load();

// Called whenever somebody is signed in; does something once per person.
export function startTickets(): void {
  const person = session.get()?.person ?? 0;
  if (person === whose || person === 0) return;
  whose = person;
  feed.join(person);
  begin();
}

function begin(again: Marked[] = []) {
  if (may("tickets.see") || may("tickets.see_own")) {
    void load();
    for (const marked of again) marked.load().catch(() => undefined);
    return;
  }
  loading.set({ state: "whole" });
  feed.open();
}

// How often the feed has told of a ticket: for what only the server can answer anew.
export const told = observable(0);

feed.read("ticket", {
  upsert(row: Ticket) {
    ticketStore.upsert(row);
    somethingChanged();
    told.set(told.get() + 1);
  },
  gone(id) {
    ticketStore.remove(id);
    told.set(told.get() + 1);
    for (const key of [ticketKey(id), ...keysOf(id)]) forget(key);
  },
});

feed.onReset(async () => {
  run++;
  ticketStore.apply({ op: "reset" });
  forgetPages();
  const asked = [followed, worked].filter((marked) => marked.clear());
  try {
    await refreshSession();
  } catch {
    // Signed out is told by itself; a server that is away is noticed by the feed.
  }
  renew();
  if (whose) begin(asked);
});

feed.link.subscribe(() => {
  if (feed.link.get().state === "live" && loading.get().state === "failed") void load();
});

events.addEventListener("forgotten", () => {
  run++;
  whose = 0;
  loading.set({ state: "none" });
  for (const list of lists.values()) list.close();
  lists.clear();
  followed.clear();
  worked.clear();
});

// --- Which tickets somebody follows, or works on beside others, is not in the rows

class Marked {
  private ids = new Set<number>();
  private asked = false;

  constructor(
    private readonly view: "followed" | "mine",
    private readonly wish: ListTickets,
  ) {}

  has = (ticket: number): boolean => this.ids.has(ticket);

  // Whether they had been asked for: a view of them may be open.
  clear(): boolean {
    const { asked } = this;
    this.ids = new Set();
    this.asked = false;
    return asked;
  }

  // Asked anew whenever the view is opened: writing in a ticket may make one follow it.
  async load(): Promise<void> {
    const first = !this.asked;
    this.asked = true;
    try {
      const rows = await allPages(
        (cursor) => api.tickets.listTickets({ ...this.wish, open: true, cursor, limit }),
        most.staff,
      );
      const me = session.get()?.person;
      const beside = rows.filter((row) => this.view === "followed" || row.assignee !== me);
      this.take(beside.map((row) => row.id));
    } catch (problem) {
      if (first) this.asked = false;
      throw problem;
    }
  }

  note(ticket: number, is: boolean): void {
    const ids = new Set(this.ids);
    if (is) ids.add(ticket);
    else ids.delete(ticket);
    this.take(ids);
  }

  private take(ids: Iterable<number>) {
    this.ids = new Set(ids);
    for (const [question, list] of lists) {
      const search = JSON.parse(question) as TicketSearch;
      if (search.view === this.view) list.change(ruleOf(search, reader()));
    }
  }
}

export const followed = new Marked("followed", { followed: true });
export const worked = new Marked("mine", { mine: true });

// --- Lists and counts

const lists = new Map<string, LiveList<Ticket>>();

const reader = (): Reader => ({
  person: session.get()?.person ?? 0,
  follows: followed.has,
  works: worked.has,
});

// The list of a view; built when it is first looked at.
export function listOf(search: TicketSearch): LiveList<Ticket> {
  const { new: _, q: __, ...asked } = search;
  const question = JSON.stringify(asked);
  const known = lists.get(question);
  const list = known ?? new LiveList(ticketStore, ruleOf(asked, reader()));
  lists.delete(question);
  lists.set(question, list);
  for (const [old, other] of lists) {
    if (lists.size <= kept) break;
    if (other.watched || other === list) continue;
    other.close();
    lists.delete(old);
  }
  return list;
}

let counts: LiveCount<Ticket> | undefined;

// Open tickets per queue; undefined while not all of them are here.
export function useOpenCounts(): ReadonlyMap<number, number> | undefined {
  counts ??= new LiveCount(ticketStore, (row) =>
    isDone(row) || row.mergedInto || row.snoozedUntil || row.spamAt ? undefined : row.queue,
  );
  const found = useSyncExternalStore(counts.subscribe, () => counts?.state);
  const { state } = useObservable(loading);
  return state === "whole" ? found : undefined;
}
