import pl from "messages:pages-pl";
import { beforeEach, describe, expect, it } from "vitest";
import type { ClockInterval, TicketClock, WhoAmI } from "../api/types";
import { takeTexts } from "../base/i18n";
import { session } from "../base/session";
import {
  type Clocks,
  dueText,
  foremost,
  goneOn,
  intervalText,
  markOf,
  nameOf,
  present,
  shareSpent,
  stalesAt,
} from "./clock_model";

beforeEach(() => {
  takeTexts("pl", pl);
  session.set({ staff: true } as WhoAmI);
});

const clock = (change: Partial<TicketClock> = {}): TicketClock => ({
  target: "resolution",
  run: 1,
  state: "running",
  isLate: false,
  goal: { kind: "working_time", minutes: 60 },
  startedAt: "2026-11-16T08:00:00Z",
  dueAt: "2026-11-16T09:00:00Z",
  budget: 60,
  spent: 10,
  left: 50,
  isCounting: true,
  sentencePl: "Na rozwiązanie zostało 50 min z obiecanych 1 h.",
  sentenceEn: "50 min of the promised 1 h are left for the resolution.",
  sums: [],
  intervals: [],
  ...change,
});

const at = "2026-11-16T08:10:00Z";
// The browser's clock is a day behind the server's.
const readAt = Date.parse("2026-11-15T08:10:00Z");
const later = (minutes: number) => readAt + minutes * 60_000;
const clocks = (...items: TicketClock[]): Clocks => ({
  at,
  zonesVersion: "2026a",
  hasWorkaround: false,
  items,
  readAt,
});
const plain = (text: string) => text.replaceAll("\u00a0", " ");

describe("a clock between two answers", () => {
  it("goes on by the minute in the server's words", () => {
    const one = clock();
    expect(goneOn(one, clocks(one), later(0.9))).toBe(one);
    const told = goneOn(one, clocks(one), later(20));
    expect(told).toMatchObject({ spent: 30, left: 30, isLate: false });
    expect(plain(told.sentencePl)).toBe("Na rozwiązanie zostało 30 min z obiecanych 1 h.");
    const late = goneOn(one, clocks(one), later(55));
    expect(late).toMatchObject({ left: -5, isLate: true });
    expect(plain(late.sentencePl)).toBe("Na rozwiązanie klient czeka o 5 min za długo.");
    session.set({ staff: false } as WhoAmI);
    expect(plain(goneOn(one, clocks(one), later(55)).sentencePl)).toBe(
      "Na rozwiązanie czekają Państwo o 5 min za długo.",
    );
  });

  it("goes no further than hours do, and asks again then", () => {
    const one = clock({ steadyUntil: "2026-11-16T08:30:00Z" });
    expect(stalesAt(clocks(one))).toBe(later(20));
    expect(goneOn(one, clocks(one), later(90))).toMatchObject({ spent: 30, left: 30 });
    expect(stalesAt(clocks(clock()))).toBeUndefined();
  });

  it("stands still outside of hours, in a pause and at its end", () => {
    for (const change of [{ isCounting: false }, { state: "paused" }, { state: "met" }] as const) {
      const one = clock(change);
      expect(goneOn(one, clocks(one), later(30))).toBe(one);
    }
  });
});

describe("what is told first", () => {
  it("is the last of each target that somebody waits for, in order", () => {
    const items = [
      clock(),
      clock({ target: "next_response", state: "met" }),
      clock({ target: "next_response", run: 2 }),
      clock({ target: "update", state: "cancelled" }),
      clock({ target: "first_response", state: "missed" }),
    ];
    expect(present(items).map(nameOf)).toEqual([
      "first_response-1",
      "next_response-2",
      "resolution-1",
    ]);
    expect(foremost(items)?.target).toBe("resolution");
    expect(foremost(items.slice(1))?.target).toBe("next_response");
    expect(foremost([])).toBeUndefined();
  });

  it("is marked in a word where it does not simply go on", () => {
    expect(markOf(clock())).toBeUndefined();
    expect(markOf(clock({ isLate: true }))).toEqual({ text: "Po terminie", tone: "warn" });
    expect(markOf(clock({ state: "paused" }))?.text).toBe("Stoi");
    expect(markOf(clock({ state: "missed", isLate: true }))?.text).toBe("Nie dotrzymano");
  });

  it("has a bar that is full when all is used up", () => {
    expect(shareSpent(clock({ spent: 15 }))).toBe(25);
    expect(shareSpent(clock({ spent: 90 }))).toBe(100);
    expect(shareSpent(clock({ budget: 0 }))).toBe(100);
  });
});

it("says why it stands still", () => {
  const interval = { cause: "waiting_for_customer" } as ClockInterval;
  const one = clock({ state: "paused", dueAt: undefined, intervals: [interval] });
  expect(dueText(one)).toBe("Zegar stoi: czekaliśmy na odpowiedź klienta");
  session.set({ staff: false } as WhoAmI);
  expect(dueText(one)).toBe("Zegar stoi: czekaliśmy na Państwa odpowiedź");
});

it("calls a day by its holiday, and tells of nights in which somebody was waited for", () => {
  const piece = (change: Partial<ClockInterval>) => intervalText(change as ClockInterval);
  expect(piece({ cause: "holiday", holiday: "corpus_christi", isOutsideHours: true })).toBe(
    "święto, Boże Ciało",
  );
  expect(piece({ cause: "day_off", label: "Inwentaryzacja" })).toBe("dzień wolny, Inwentaryzacja");
  expect(piece({ cause: "waiting_for_vendor", isOutsideHours: true })).toBe(
    "czekaliśmy na dostawcę, poza godzinami pracy",
  );
});
