import { describe, expect, it } from "vitest";
import { clockInput } from "../base/time";
import { addDays, isDay, mondayOf, readMinutes, runningClock, startOf } from "./time_model";
import { readTimeSearch } from "./time_search";

describe("minutes as people type them", () => {
  it.each([
    ["90", 90],
    ["1:30", 90],
    [" 0:05 ", 5],
    ["1h", 60],
    ["1h 30", 90],
    ["1 h 30 min", 90],
    ["1,5 h", 90],
    ["45 min", 45],
    ["24:00", 1440],
  ])("%s", (text, minutes) => expect(readMinutes(text)).toBe(minutes));

  it.each(["", "0", "0:00", "1:60", "24:01", "1441", "-5", "1.5", "abc", "1h x"])(
    "%s is none",
    (text) => expect(readMinutes(text)).toBeUndefined(),
  );
});

describe("clocks and weeks", () => {
  it("shows a stopwatch", () => {
    expect(runningClock(429)).toBe("0:07:09");
    expect(runningClock(36_000)).toBe("10:00:00");
  });
  it("begins weeks on Mondays, also over a change of clocks", () => {
    expect(mondayOf("2026-11-27")).toBe("2026-11-23");
    expect(mondayOf("2026-11-23")).toBe("2026-11-23");
    expect(mondayOf("2026-10-25")).toBe("2026-10-19");
    expect(addDays("2026-10-24", 2)).toBe("2026-10-26");
    expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  });
  it("reads addresses, and nothing that is no day", () => {
    expect(readTimeSearch({ tab: "all", week: "2026-11-27" })).toEqual({
      tab: "all",
      week: "2026-11-27",
    });
    expect(readTimeSearch({ tab: "x", week: "soon" })).toEqual({});
    expect(isDay("2026-13-40")).toBe(false);
  });
  it("keeps a start through both directions", () => {
    const start = startOf("2026-11-27", "08:30");
    expect(start && clockInput(start)).toBe("08:30");
    expect(startOf("2026-11-27", "")).toBeUndefined();
  });
});
