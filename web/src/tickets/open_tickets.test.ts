import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { api } from "../api/client";
import type { ListTickets, Ticket, TicketList, WhoAmI } from "../api/types";
import { feed } from "../base/feed";
import { Problem } from "../base/problem";
import { forgetSession, session } from "../base/session";
import { ticketStore } from "./model";
import { followed, listOf, loading, startTickets, worked } from "./open_tickets";

const list = vi.spyOn(api.tickets, "listTickets");
const whoAmI = vi.spyOn(api.people, "session");
const open = vi.spyOn(feed, "open").mockImplementation(() => undefined);
vi.spyOn(feed, "join").mockImplementation(() => undefined);
vi.spyOn(feed, "over").mockImplementation(() => undefined);

const olga = (rights: string[]) =>
  ({ person: 5, staff: true, rights, customers: [], givenName: "Olga" }) as unknown as WhoAmI;

const ticket = (id: number, change: Partial<Ticket> = {}) =>
  ({ id, version: 1, status: "open", updatedAt: `2026-11-26T10:00:0${id}Z`, ...change }) as Ticket;

const page = (ids: number[], next?: string): TicketList => ({
  items: ids.map((id) => ticket(id)),
  next,
  live: `after ${ids.join()}`,
});

// A word of the server, as the feed takes it.
const told = (name: string, data: object = {}) =>
  (feed as unknown as { take(name: string, data: object, cursor: string): void }).take(
    name,
    data,
    "",
  );

const settled = () => vi.waitFor(() => expect(loading.get().state).not.toBe("loading"));
const ids = () => [...listOf({}).ids];

beforeEach(() => session.set(olga(["tickets.see"])));
afterEach(() => {
  forgetSession();
  list.mockReset();
  open.mockClear();
});

describe("the tickets that live here", () => {
  it("are read page by page, and the feed goes on from the first page", async () => {
    list.mockResolvedValueOnce(page([5, 4], "more")).mockResolvedValueOnce(page([3]));
    startTickets();
    await settled();
    expect(loading.get().state).toBe("whole");
    expect(ids()).toEqual([5, 4, 3]);
    expect(list.mock.calls.map(([wish]) => wish?.cursor)).toEqual([undefined, "more"]);
    expect(open.mock.calls[0]).toEqual(["after 5,4"]);
  });

  it("are read once, however often the session is told", async () => {
    list.mockResolvedValue(page([1]));
    startTickets();
    startTickets();
    await settled();
    expect(list).toHaveBeenCalledOnce();
  });

  it("take in rows that are told, and let go of rows that went away", async () => {
    list.mockResolvedValueOnce(page([2, 1]));
    startTickets();
    await settled();
    ids();
    told("upsert", { kind: "ticket", row: ticket(7) });
    await vi.waitFor(() => expect(ids()).toEqual([7, 2, 1]));
    told("upsert", { kind: "ticket", row: ticket(2, { version: 2, status: "resolved" }) });
    told("gone", { kind: "ticket", id: 1 });
    await vi.waitFor(() => expect(ids()).toEqual([7]));
    expect(ticketStore.isGone(1)).toBe(true);
  });

  it("stay away when they went away while their page was on its way", async () => {
    let answer = (_: TicketList) => {};
    list.mockImplementationOnce(
      (_?: ListTickets) => new Promise<TicketList>((resolve) => (answer = resolve)),
    );
    startTickets();
    told("gone", { kind: "ticket", id: 4 });
    answer(page([5, 4]));
    await settled();
    expect(ids()).toEqual([5]);
  });

  it("are dropped and read anew when rights change", async () => {
    list.mockResolvedValueOnce(page([2, 1])).mockResolvedValueOnce(page([2]));
    startTickets();
    await settled();
    whoAmI.mockResolvedValueOnce(olga(["tickets.see"]));
    told("reset");
    expect(ticketStore.size).toBe(0);
    await vi.waitFor(() => expect(ids()).toEqual([2]));
  });

  it("are gone, and nothing is asked, when the right to see any is gone", async () => {
    list.mockResolvedValueOnce(page([2, 1]));
    startTickets();
    await settled();
    whoAmI.mockResolvedValueOnce(olga([]));
    told("reset");
    await vi.waitFor(() => expect(session.get()?.rights).toEqual([]));
    expect([ids(), loading.get().state, list.mock.calls.length]).toEqual([[], "whole", 1]);
  });

  it("are followed and worked on as before once rights have changed", async () => {
    const asked: string[] = [];
    list.mockImplementation(async (wish?: ListTickets) => {
      if (!wish?.followed && !wish?.mine) return page([3, 2, 1]);
      asked.push(wish.followed ? "followed" : "mine");
      return page(wish.followed ? [2] : [3]);
    });
    startTickets();
    await settled();
    await Promise.all([followed.load(), worked.load()]);
    const views = () => [[...listOf({ view: "followed" }).ids], [...listOf({ view: "mine" }).ids]];
    expect(views()).toEqual([[2], [3]]);
    whoAmI.mockResolvedValueOnce(olga(["tickets.see"]));
    told("reset");
    expect(followed.has(2)).toBe(false);
    await vi.waitFor(() => expect([followed.has(2), worked.has(3)]).toEqual([true, true]));
    await vi.waitFor(() => expect(views()).toEqual([[2], [3]]));
    expect(asked).toEqual(["followed", "mine", "followed", "mine"]);
  });

  it("are not asked for by marks that nobody has asked for", async () => {
    list.mockResolvedValue(page([1]));
    startTickets();
    await settled();
    whoAmI.mockResolvedValueOnce(olga(["tickets.see"]));
    told("reset");
    await vi.waitFor(() => expect(list.mock.calls.length).toBe(2));
    await settled();
    expect(list.mock.calls.some(([wish]) => wish?.followed || wish?.mine)).toBe(false);
  });

  it("are asked for again once the connection is back", async () => {
    list.mockRejectedValueOnce(new Problem(0, "network")).mockResolvedValueOnce(page([1]));
    startTickets();
    await settled();
    expect(loading.get().state).toBe("failed");
    feed.link.set({ state: "live", since: 0 });
    await vi.waitFor(() => expect(ids()).toEqual([1]));
    feed.link.set({ state: "off", since: 0 });
  });
});
