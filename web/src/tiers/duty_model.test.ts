import en from "messages:pages-en";
import { beforeAll, expect, test } from "vitest";
import type { DutyTier, Technician } from "../api/types";
import { takeTexts } from "../base/i18n";
import { absenceTime, openText, patternsFrom, readWeek, weekTexts } from "./duty_model";

beforeAll(() => takeTexts("en", en));

test("a week of shifts may run over midnight, and reads back as it was typed", () => {
  const texts = { ...weekTexts([]), monday: "22-6", friday: "8:00-12:00, 13:00-17:00" };
  const spans = readWeek(texts);
  expect(spans).toEqual([
    { day: "monday", from: 1320, to: 360 },
    { day: "friday", from: 480, to: 720 },
    { day: "friday", from: 780, to: 1020 },
  ]);
  expect(weekTexts(spans).monday).toBe("22:00–06:00");
  expect(readWeek({ ...texts, monday: "22" })).toBeUndefined();
});

test("whole days are told by their last day, hours by both moments", () => {
  const days = (from: Date, to: Date, wholeDays = true) =>
    absenceTime({ startsAt: from.toISOString(), endsAt: to.toISOString(), wholeDays });
  expect(days(new Date(2026, 5, 12), new Date(2026, 5, 13))).toBe(
    days(new Date(2026, 5, 12), new Date(2026, 5, 12, 12)),
  );
  expect(days(new Date(2026, 5, 12), new Date(2026, 5, 15))).toContain(" – ");
  expect(days(new Date(2026, 5, 12, 8), new Date(2026, 5, 12, 10), false)).toContain("10:00");
});

test("the pattern that counts today stands before those that begin later", () => {
  const pattern = (id: number, validFrom: string) => ({ id, validFrom, spans: [] });
  const technician = {
    patterns: [pattern(1, "2026-01-01"), pattern(2, "2026-03-01"), pattern(3, "2026-09-01")],
  } as unknown as Technician;
  expect(patternsFrom(technician, "2026-06-12").map((one) => one.id)).toEqual([2, 3]);
  expect(patternsFrom(technician, "2025-06-12").map((one) => one.id)).toEqual([1, 2, 3]);
});

test("hours say whether a tier is open, and until when", () => {
  const now = new Date(2026, 5, 12, 10);
  const tier = (changed: Partial<DutyTier>) =>
    ({ hours: [{ day: "friday", from: 480, to: 960 }], isOpen: true, ...changed }) as DutyTier;
  const later = new Date(2026, 5, 12, 16).toISOString();
  expect(openText(tier({ hours: [] }), now)).toBe("hours not set");
  expect(openText(tier({}), now)).toBe("round the clock");
  expect(openText(tier({ changesAt: later }), now)).toBe("open until 16:00");
  expect(openText(tier({ isOpen: false, changesAt: later }), now)).toBe("closed until 16:00");
});
