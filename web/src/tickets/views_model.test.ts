import { expect, test } from "vitest";
import type { Ticket } from "../api/types";
import { parts } from "./bulk_model";
import { conditionOf, countText, grouped } from "./views_model";

test("quick filters become a condition to go on from", () => {
  expect(conditionOf({})).toBe("open");
  expect(conditionOf({ view: "all" })).toBe("");
  expect(conditionOf({ view: "all", customer: 3, site: 5 })).toBe("customer = 3 and site = 5");
  expect(conditionOf({ view: "mine", tier: 2 })).toBe(
    "open and (assignee = me or worker has me) and tier = 2",
  );
  expect(conditionOf({ view: "followed", status: "waiting" })).toBe(
    "status = waiting and follower has me",
  );
  expect(conditionOf({ view: "snoozed", tag: "vip" })).toBe('open and snoozed and tag has "vip"');
  expect(conditionOf({ view: "all", customer: 7, q: ' a "b" \\ ' })).toBe(
    'customer = 7 and subject contains "a \\"b\\" \\\\"',
  );
});

test("a count says when there are more", () => {
  expect(countText(undefined)).toBe("");
  expect(countText({ view: 1, count: 0, more: false })).toBe("0");
  expect(countText({ view: 1, count: 1000, more: true })).toBe("1000+");
});

test("groups keep the order within them", () => {
  const row = (id: number, tier: number) => ({ id, tier }) as Ticket;
  const rows = [row(1, 2), row(2, 1), row(3, 2), row(4, 1)];
  const compare = (a: string, b: string) => a.localeCompare(b);
  expect(grouped(rows, "tier", compare).map((one) => one.id)).toEqual([2, 4, 1, 3]);
  expect(grouped(rows, "none", compare)).toBe(rows);
});

test("many tickets go in parts", () => {
  expect(parts([], 2)).toEqual([]);
  expect(parts([1, 2, 3, 4, 5], 2)).toEqual([[1, 2], [3, 4], [5]]);
});
