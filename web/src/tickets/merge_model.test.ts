import en from "messages:pages-en";
import { beforeAll, describe, expect, it } from "vitest";
import type { MergePreview, Ticket, WhoAmI } from "../api/types";
import { takeTexts } from "../base/i18n";
import { session } from "../base/session";
import { joinedLines, targetFound } from "./merge_model";
import { belongs } from "./model";

beforeAll(() => takeTexts("en", en));

const preview = (change: Partial<MergePreview>): MergePreview => ({
  target: { ticket: 2, number: 2, status: "open" },
  messages: 0,
  notes: 0,
  files: 0,
  minutes: 0,
  followers: 0,
  stopwatches: 0,
  tickets: 0,
  readers: [],
  ...change,
});

describe("what a merge joins", () => {
  it("says nothing of what is not there", () => {
    expect(joinedLines(preview({}))).toEqual([]);
  });
  it("counts what is there", () => {
    const lines = joinedLines(preview({ messages: 3, notes: 1, minutes: 75, readers: ["A", "B"] }));
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain("3 messages");
    expect(lines[2]).toContain("A, B");
  });
  it("names a target by number and subject", () => {
    const found = targetFound({ ticket: 7, number: 7, subject: "VPN", status: "open" });
    expect(found).toMatchObject({ id: 7, label: "#7 · VPN" });
  });
});

describe("a merged ticket", () => {
  const row = { id: 1, customer: 4, status: "open", mergedInto: 2 } as Ticket;
  const reader = { person: 9, follows: () => false, works: () => false };
  const who = (rights: string[]) =>
    session.set({ person: 9, rights, customers: [] } as unknown as WhoAmI);

  it("is in no list of those who see where it goes on", () => {
    who(["tickets.see"]);
    expect(belongs(row, {}, reader)).toBe(false);
    expect(belongs({ ...row, mergedInto: undefined }, {}, reader)).toBe(true);
  });
  it("stays with a requester who sees only their own", () => {
    who(["tickets.see_own"]);
    expect(belongs(row, { view: "all" }, reader)).toBe(true);
  });
});
