import { afterEach, describe, expect, it } from "vitest";
import type { HistoryEntry, Ticket, TicketMessage, WhoAmI } from "../api/types";
import { session } from "../base/session";
import {
  answersHere,
  belongs,
  chain,
  completeness,
  differences,
  entriesUntil,
  filterOf,
  mayWorkOn,
  messagesOfOthers,
  neighbour,
  newestFirst,
  ownEntries,
  readDraft,
  readSearch,
  rememberList,
  statusMoves,
  type TicketSearch,
  weightOf,
  writeDraft,
} from "./model";

describe("the moves of a status", () => {
  it.each([
    ["new", undefined, ["open", "waiting/customer", "waiting/vendor", "waiting/other"]],
    ["open", undefined, ["waiting/customer", "waiting/vendor", "waiting/other"]],
    ["waiting", "customer", ["open", "waiting/customer", "waiting/vendor", "waiting/other"]],
    ["resolved", undefined, ["closed"]],
    ["closed", undefined, []],
  ] as const)("from %s (%s) are %j", (status, waitingFor, expected) => {
    const moves = statusMoves({ status, waitingFor }).map((move) =>
      move.waitingFor ? `${move.status}/${move.waitingFor}` : move.status,
    );
    expect(moves).toEqual(expected);
  });
});

const entry = (tier: number | null, at: string): HistoryEntry =>
  ({ event: at, at, recordedAt: at, origin: "live", name: "tickets.replied", tier }) as never;

const signIn = (rights: string[]) => session.set({ rights, customers: [] } as unknown as WhoAmI);
afterEach(() => session.set(undefined));

describe("the chain of a ticket", () => {
  it("has one link per stay on a tier", () => {
    const history = [entry(1, "a"), entry(1, "b"), entry(2, "c"), entry(null, "d"), entry(1, "e")];
    expect(chain(history)).toEqual([
      { tier: 1, since: "a" },
      { tier: 2, since: "c" },
      { tier: 1, since: "e" },
    ]);
  });

  it("has none of a ticket that was merged into it", () => {
    const merged = { ...entry(2, "b"), ticket: 8 };
    expect(chain([entry(1, "a"), merged, entry(1, "c")])).toEqual([{ tier: 1, since: "a" }]);
  });
});

it("what had happened by a step of its own has the steps of merged tickets before it", () => {
  const own = entry(1, "c");
  const history = [entry(1, "a"), { ...entry(2, "b"), ticket: 8 }, own, entry(1, "d")];
  expect(entriesUntil(history, own).map((one) => one.at)).toEqual(["a", "b", "c"]);
  expect(entriesUntil(history)).toBe(history);
  expect(ownEntries(history).map((one) => one.at)).toEqual(["a", "c", "d"]);
});

describe("the address of a list", () => {
  it("drops what it does not know", () => {
    expect(readSearch({ view: "mine", status: "odd", tier: "2", customer: "-1", q: 7 })).toEqual({
      view: "mine",
      status: undefined,
      tier: 2,
      queue: undefined,
      customer: undefined,
      q: "7",
      new: undefined,
    });
  });

  it("asks for open tickets unless all or one status are wanted", () => {
    expect(filterOf({})).toMatchObject({ open: true });
    expect(filterOf({ view: "mine" })).toMatchObject({ open: true, mine: true });
    expect(filterOf({ view: "all" }).open).toBeUndefined();
    expect(filterOf({ status: "closed" }).open).toBeUndefined();
  });

  it.each([
    [{}, false],
    [{ view: "mine" }, false],
    [{ q: "toner" }, undefined],
    [{ view: "all" }, undefined],
    [{ view: "snoozed" }, true],
    [{ view: "snoozed", q: "toner" }, true],
  ] as [TicketSearch, boolean | undefined][])("%j asks for those that sleep: %s", (search, is) => {
    signIn(["tickets.see_notes"]);
    expect(filterOf(search).snoozed).toBe(is);
    signIn([]);
    expect(filterOf(search).snoozed).toBeUndefined();
  });
});

const ticket = (change: Partial<Ticket> = {}): Ticket =>
  ({
    id: 7,
    version: 1,
    customer: 3,
    subject: "Drukarka",
    status: "open",
    priority: "normal",
    tier: 1,
    queue: 11,
    updatedAt: "2026-11-26T10:00:00Z",
    ...change,
  }) as Ticket;

describe("the tickets of a view", () => {
  const reader = {
    person: 5,
    follows: (id: number) => id === 7,
    works: (id: number) => id === 9,
  };

  it.each([
    [{}, {}, true],
    [{}, { status: "new" }, true],
    [{}, { status: "waiting" }, true],
    [{}, { status: "resolved" }, false],
    [{}, { status: "closed" }, false],
    [{ view: "mine" }, { assignee: 5 }, true],
    [{ view: "mine" }, { assignee: 6 }, false],
    [{ view: "mine" }, {}, false],
    [{ view: "mine" }, { id: 9, assignee: 6 }, true],
    [{ view: "mine" }, { assignee: 5, status: "resolved" }, false],
    [{ view: "unassigned" }, {}, true],
    [{ view: "unassigned" }, { assignee: 5 }, false],
    [{ view: "followed" }, {}, true],
    [{ view: "followed" }, { id: 8 }, false],
    [{ view: "followed" }, { status: "closed" }, false],
    [{ view: "all" }, { status: "closed" }, true],
    [{}, { snoozedUntil: "2026-12-01T07:00:00Z" }, false],
    [{ view: "snoozed" }, { snoozedUntil: "2026-12-01T07:00:00Z" }, true],
    [{ view: "snoozed" }, {}, false],
    [{ view: "all" }, { snoozedUntil: "2026-12-01T07:00:00Z" }, true],
    [{ view: "all" }, { spamAt: "2026-11-26T10:00:00Z" }, false],
    [{ tier: 1 }, {}, true],
    [{ tier: 2 }, {}, false],
    [{ queue: 11 }, {}, true],
    [{ queue: 12 }, {}, false],
    [{ customer: 3 }, {}, true],
    [{ customer: 4 }, {}, false],
    [{ status: "waiting" }, { status: "waiting" }, true],
    [{ status: "waiting" }, {}, false],
    [{ view: "mine", queue: 11 }, { assignee: 5 }, true],
    [{ view: "mine", queue: 12 }, { assignee: 5 }, false],
  ] as [TicketSearch, Partial<Ticket>, boolean][])("%j with %j: %s", (search, change, expected) => {
    expect(belongs(ticket(change), search, reader)).toBe(expected);
  });

  it("live here while they are open, and are the server's when words are looked for", () => {
    expect(answersHere({})).toBe(true);
    expect(answersHere({ view: "mine", status: "waiting", queue: 2 })).toBe(true);
    expect(answersHere({ view: "all" })).toBe(false);
    expect(answersHere({ status: "closed" })).toBe(false);
    expect(answersHere({ q: "drukarka" })).toBe(false);
  });

  it("stand with the newest activity first, and of one instant the newer ticket", () => {
    const [old, young, later] = [
      ticket({ id: 1 }),
      ticket({ id: 2 }),
      ticket({ id: 1, updatedAt: "2026-11-26T11:00:00Z" }),
    ];
    expect([old, young].sort(newestFirst)[0]).toBe(young);
    expect([young, later].sort(newestFirst)[0]).toBe(later);
    expect(newestFirst(old, old)).toBe(0);
  });
});

it("a ticket is worked on by whoever may, and where it goes on once it is merged", () => {
  signIn(["tickets.work"]);
  expect(mayWorkOn(ticket())).toBe(true);
  expect(mayWorkOn(ticket({ mergedInto: 9 }))).toBe(false);
  signIn([]);
  expect(mayWorkOn(ticket())).toBe(false);
});

it("what somebody else has changed is told by the names of the fields", () => {
  const before = ticket();
  const after = ticket({ status: "waiting", waitingFor: "vendor", assignee: 9, version: 2 });
  expect(differences(before, after)).toEqual(["tickets.statusTitle", "tickets.assignee"]);
  expect(differences(before, ticket({ version: 2 }))).toEqual([]);
});

it("news are the messages of others since one began to write", () => {
  const message = (id: number, author?: number) => ({ id, author }) as TicketMessage;
  const messages = [message(1, 8), message(2, 5), message(3, 8), message(4)];
  expect(messagesOfOthers(messages, 1, 5).map((one) => one.id)).toEqual([3, 4]);
});

it.each([
  ["little", "low", "low"],
  ["some", "medium", "medium"],
  ["stopped", "medium", "high"],
  ["all_stopped", "high", "high"],
])("what hinders somebody %s weighs %s and %s", (hindrance, impact, urgency) => {
  expect(weightOf(hindrance)).toEqual({ impact, urgency });
});

it("next and previous follow the list the reader came from", () => {
  rememberList([7, 3, 9]);
  expect(neighbour(3, 1)).toBe(9);
  expect(neighbour(3, -1)).toBe(7);
  expect(neighbour(9, 1)).toBeUndefined();
  expect(neighbour(4, 1)).toBeUndefined();
});

it("next after a ticket that has left the list is the one that moved into its place", () => {
  const ids = [7, 3, 9];
  rememberList(ids);
  expect(neighbour(3, 1)).toBe(9);
  ids.splice(1, 1);
  expect(neighbour(3, 1)).toBe(9);
  expect(neighbour(3, -1)).toBe(7);
});

it("a draft is kept per ticket and kind, and an empty one is none", () => {
  writeDraft(1, "reply", "Dzień dobry");
  expect(readDraft(1, "reply")).toBe("Dzień dobry");
  expect(readDraft(1, "note")).toBe("");
  writeDraft(1, "reply", "  ");
  expect(readDraft(1, "reply")).toBe("");
});

it("a handover is as complete as its parts", () => {
  expect(completeness({})).toBe(0);
  expect(completeness({ symptom: "a", steps: " " })).toBe(20);
  expect(completeness({ symptom: "a", scope: "b", steps: "c", evidence: "d", outcome: "e" })).toBe(
    100,
  );
});
