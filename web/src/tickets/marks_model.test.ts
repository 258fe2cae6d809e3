import { describe, expect, it } from "vitest";
import type { MentionedPerson, TicketLink } from "../api/types";
import { dueState, linkGroups, meant, mentionAt, mentionedIn, snoozeUntil } from "./marks_model";

describe("a due date", () => {
  const now = new Date(2025, 5, 12, 10, 0);
  const at = (...parts: [number, number, number, number]) => new Date(...parts).toISOString();
  it("is near, far or over", () => {
    expect(dueState({ dueAt: undefined }, now)).toBe(undefined);
    expect(dueState({ dueAt: at(2025, 5, 12, 9) }, now)).toBe("overdue");
    expect(dueState({ dueAt: at(2025, 5, 12, 23) }, now)).toBe("today");
    expect(dueState({ dueAt: at(2025, 5, 13, 0) }, now)).toBe("later");
  });
});

describe("snoozing", () => {
  const thursday = new Date(2025, 5, 12, 10, 17, 33);
  it("offers moments by the clock on the wall", () => {
    expect(snoozeUntil("twoHours", thursday)).toEqual(new Date(2025, 5, 12, 12, 17));
    expect(snoozeUntil("tomorrow", thursday)).toEqual(new Date(2025, 5, 13, 8, 0));
    expect(snoozeUntil("monday", thursday)).toEqual(new Date(2025, 5, 16, 8, 0));
  });
  it("means the next Monday on a Monday, and tomorrow on a Sunday", () => {
    expect(snoozeUntil("monday", new Date(2025, 5, 16, 7, 0))).toEqual(new Date(2025, 5, 23, 8, 0));
    expect(snoozeUntil("monday", new Date(2025, 5, 15, 7, 0))).toEqual(new Date(2025, 5, 16, 8, 0));
  });
});

describe("a mention", () => {
  const people: MentionedPerson[] = [
    { person: 1, name: "Anna Nowak" },
    { person: 2, name: "Anna Nowak-Wójcik" },
    { person: 3, name: "Łukasz Żak" },
  ];
  it("is what stands between @ and the caret", () => {
    expect(mentionAt("Pyta @An", 8)).toEqual({ from: 5, typed: "An" });
    expect(mentionAt("@Anna Now i dalej", 9)).toEqual({ from: 0, typed: "Anna Now" });
    expect(mentionAt("(@", 2)).toEqual({ from: 1, typed: "" });
    expect(mentionAt("anna@firma.pl", 13)).toBe(undefined);
    expect(mentionAt("@Anna Nowak masz", 16)).toBe(undefined);
    expect(mentionAt("nic", 3)).toBe(undefined);
  });
  it("finds people by either name, without diacritics", () => {
    expect(meant(people, "no").map((one) => one.person)).toEqual([1, 2]);
    expect(meant(people, "luk").map((one) => one.person)).toEqual([3]);
    expect(meant(people, "zak").map((one) => one.person)).toEqual([3]);
    expect(meant(people, "").length).toBe(3);
  });
  it("is sent for those whose whole name is there", () => {
    expect(mentionedIn("@Anna Nowak, masz?", people)).toEqual([1]);
    expect(mentionedIn("@Anna Nowak-Wójcik, masz?", people)).toEqual([2]);
    expect(mentionedIn("@Anna, masz?", people)).toEqual([]);
  });
});

describe("links", () => {
  it("stand by their kinds", () => {
    const link = (other: number, kind: TicketLink["kind"]): TicketLink => ({
      other,
      number: other,
      kind,
      subject: "",
      status: "open",
      customerName: "",
      since: "",
    });
    const groups = linkGroups([link(1, "child"), link(2, "relates"), link(3, "child")]);
    expect(groups.map((group) => [group.kind, group.items.length])).toEqual([
      ["relates", 1],
      ["child", 2],
    ]);
  });
});
