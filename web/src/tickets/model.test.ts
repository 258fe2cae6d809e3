import { describe, expect, it } from "vitest";
import type { HistoryEntry } from "../api/types";
import {
  chain,
  filterOf,
  higherTiers,
  lowerTiers,
  neighbour,
  readDraft,
  readSearch,
  rememberList,
  statusMoves,
  writeDraft,
} from "./model";

describe("the moves of a status", () => {
  it.each([
    ["new", undefined, ["open", "waiting/customer", "waiting/vendor", "waiting/other"]],
    ["open", undefined, ["waiting/customer", "waiting/vendor", "waiting/other"]],
    ["waiting", "customer", ["open", "waiting/vendor", "waiting/other"]],
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

describe("the chain of a ticket", () => {
  it("has one link per stay on a tier", () => {
    const history = [entry(1, "a"), entry(1, "b"), entry(2, "c"), entry(null, "d"), entry(1, "e")];
    expect(chain(history)).toEqual([
      { tier: 1, since: "a" },
      { tier: 2, since: "c" },
      { tier: 1, since: "e" },
    ]);
  });

  it("goes up to higher tiers and back to the nearest lower one first", () => {
    const tiers = [1, 2, 3].map((number) => ({ number, namePl: "", nameEn: "", queues: [] }));
    expect(higherTiers(tiers, 1).map((tier) => tier.number)).toEqual([2, 3]);
    expect(lowerTiers(tiers, 3).map((tier) => tier.number)).toEqual([2, 1]);
  });
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
    expect(filterOf({}, 5)).toMatchObject({ open: true });
    expect(filterOf({ view: "mine" }, 5)).toMatchObject({ open: true, assignee: 5 });
    expect(filterOf({ view: "all" }, 5).open).toBeUndefined();
    expect(filterOf({ status: "closed" }, 5).open).toBeUndefined();
  });
});

it("next and previous follow the list the reader came from", () => {
  rememberList([7, 3, 9]);
  expect(neighbour(3, 1)).toBe(9);
  expect(neighbour(3, -1)).toBe(7);
  expect(neighbour(9, 1)).toBeUndefined();
  expect(neighbour(4, 1)).toBeUndefined();
});

it("a draft is kept per ticket and kind, and an empty one is none", () => {
  writeDraft(1, "reply", "Dzień dobry");
  expect(readDraft(1, "reply")).toBe("Dzień dobry");
  expect(readDraft(1, "note")).toBe("");
  writeDraft(1, "reply", "  ");
  expect(readDraft(1, "reply")).toBe("");
});
