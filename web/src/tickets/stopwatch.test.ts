import { describe, expect, it } from "vitest";
import type { TicketStopwatch } from "../api/types";
import { secondsNow } from "./stopwatch";

const stopwatch = (state: TicketStopwatch["state"]): TicketStopwatch => ({
  ticket: 1,
  state,
  startedAt: "2026-11-27T08:00:00Z",
  seenAt: "2026-11-27T08:00:00Z",
  seconds: 40,
  minutes: 1,
  minutesUntilSeen: 1,
  minutesBefore: 0,
});

describe("the seconds of a stopwatch", () => {
  it("go on from the server's answer while it runs", () => {
    expect(secondsNow(stopwatch("running"), 1_000, 6_900)).toBe(45);
  });
  it("never go back when the browser's clock does", () => {
    expect(secondsNow(stopwatch("running"), 9_000, 1_000)).toBe(40);
  });
  it("stand still while it is paused, or asks", () => {
    expect(secondsNow(stopwatch("paused"), 1_000, 60_000)).toBe(40);
    expect(secondsNow(stopwatch("asking"), 1_000, 60_000)).toBe(40);
  });
});
