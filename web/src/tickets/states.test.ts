import { describe, expect, it } from "vitest";
import type { Lifecycle, TicketState } from "../api/types";
import {
  groupsAllow,
  inUse,
  isOwn,
  needsWords,
  placeKey,
  placesOf,
  retired,
  stateValue,
  stateWish,
  waysOf,
  whoNext,
  whoOf,
  withWay,
} from "./states";

const state = (id: number, status: TicketState["status"], retiredAt?: string): TicketState => ({
  id,
  status,
  namePl: `Status ${id}`,
  nameEn: `State ${id}`,
  pauses: false,
  isDefault: false,
  place: id,
  retiredAt,
});

const lifecycle: Lifecycle = {
  version: 3,
  states: [state(1, "open"), state(2, "open", "2025-06-12T08:00:00Z"), state(3, "waiting")],
  ways: [{ from: { status: "open", state: 1 }, to: { status: "waiting" }, who: "lead" }],
  groups: [
    { from: "open", to: "open" },
    { from: "open", to: "waiting" },
  ],
};

describe("the lifecycle of a company", () => {
  it("is the plain one until there is a status or a way", () => {
    expect(isOwn(undefined)).toBe(false);
    expect(isOwn({ ...lifecycle, states: [], ways: [] })).toBe(false);
    expect(isOwn({ ...lifecycle, states: [] })).toBe(true);
  });

  it("has a place for each group and each status in use", () => {
    expect(inUse(lifecycle, "open").map((one) => one.id)).toEqual([1]);
    expect(retired(lifecycle).map((one) => one.id)).toEqual([2]);
    expect(placesOf(lifecycle).map(placeKey)).toEqual([
      "new 0",
      "open 0",
      "open 1",
      "waiting 0",
      "waiting 3",
      "resolved 0",
      "closed 0",
    ]);
  });

  it("allows what the groups allow, and no step to the same place", () => {
    const at = { status: "open", state: 1 } as const;
    expect(groupsAllow(lifecycle, at, { status: "open" })).toBe(true);
    expect(groupsAllow(lifecycle, at, at)).toBe(false);
    expect(groupsAllow(lifecycle, at, { status: "closed" })).toBe(false);
  });
});

describe("the table of ways", () => {
  const from = { status: "open", state: 1 } as const;
  const to = { status: "waiting" } as const;

  it("says only what is not for everybody", () => {
    const ways = waysOf(lifecycle);
    expect(whoOf(ways, from, to)).toBe("lead");
    expect(whoOf(ways, to, from)).toBe("everybody");
    expect(withWay(ways, { from, to, who: "everybody" }).size).toBe(0);
    const named = { ...from, name: "In diagnosis" };
    expect([...withWay(new Map(), { from: named, to, who: "nobody" }).values()]).toEqual([
      { from, to, who: "nobody" },
    ]);
  });

  it("goes around with every press", () => {
    expect(whoNext("everybody")).toBe("lead");
    expect(whoNext("lead")).toBe("configurer");
    expect(whoNext("configurer")).toBe("nobody");
    expect(whoNext("nobody")).toBe("everybody");
  });
});

describe("a step", () => {
  it.each([
    ["open", "waiting", true],
    ["open", "open", false],
    ["open", "resolved", true],
    ["resolved", "resolved", false],
    ["resolved", "open", true],
    ["resolved", "closed", false],
  ] as const)("from %s to %s needs words: %s", (status, to, expected) => {
    expect(needsWords({ status } as never, { status: to })).toBe(expected);
  });

  it("names a status, none, or leaves it to the server", () => {
    expect([undefined, null, 5].map((one) => stateWish(stateValue(one)))).toEqual([
      {},
      { state: null },
      { state: 5 },
    ]);
  });
});
