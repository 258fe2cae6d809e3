import { beforeAll, describe, expect, test } from "vitest";
import type { CalendarPlan, PreviewedDay } from "../api/types";
import { addPageTexts, switchLanguage } from "../base/i18n";
import {
  changesOf,
  monthKey,
  movedMonth,
  planLines,
  readMonth,
  readSpans,
  saturdayText,
  spansText,
  weeksOf,
  wholePlan,
  whyText,
} from "./model";

const plan: CalendarPlan = {
  zone: "Europe/Warsaw",
  week: [
    { day: "monday", from: 480, to: 720 },
    { day: "monday", from: 780, to: 960 },
    { day: "saturday", from: 540, to: 780 },
  ],
};

beforeAll(async () => {
  await switchLanguage("en");
  await addPageTexts();
});

describe("hours of one day", () => {
  test("are typed with gaps, and read back", () => {
    expect(readSpans("8-12, 13:30–16")).toEqual([
      { from: 480, to: 720 },
      { from: 810, to: 960 },
    ]);
    expect(spansText(readSpans("8-12, 13-24"))).toBe("08:00–12:00, 13:00–24:00");
    expect(readSpans(" ")).toEqual([]);
    expect(readSpans("16-8")).toBeUndefined();
    expect(readSpans("ósma")).toBeUndefined();
  });

  test("stand in lines of the week, or are all of it", () => {
    expect(planLines(plan)).toEqual(["Mon 08:00–12:00, 13:00–16:00", "Sat 09:00–13:00"]);
    expect(planLines({ zone: "UTC", always: true })).toHaveLength(1);
    expect(saturdayText(plan)).toBe("09:00–13:00");
  });
});

describe("months", () => {
  test("come out of the address, or are this one", () => {
    const now = new Date("2026-05-06T10:00:00Z");
    expect(readMonth("2026-12", now)).toEqual({ year: 2026, month: 12 });
    for (const text of [undefined, "", "2026-13", "1969-12", "2200-01", "grudzień"]) {
      expect(monthKey(readMonth(text, now))).toBe("2026-05");
    }
    expect(monthKey(movedMonth({ year: 2026, month: 12 }, 1))).toBe("2027-01");
    expect(monthKey(movedMonth({ year: 2026, month: 1 }, -1))).toBe("2025-12");
  });

  test("are weeks from Monday, with empty places around them", () => {
    const days = Array.from(
      { length: 31 },
      (_, at): PreviewedDay => ({
        day: `2026-12-${String(at + 1).padStart(2, "0")}`,
        hours: [],
        cause: "week",
      }),
    );
    const weeks = weeksOf(days);
    expect(weeks).toHaveLength(5);
    expect(weeks[0]?.map((day) => day?.day.slice(8))).toEqual([
      undefined,
      "01",
      "02",
      "03",
      "04",
      "05",
      "06",
    ]);
    expect(weeks[4]?.[3]?.day).toBe("2026-12-31");
    expect(weeks[4]?.[4]).toBeUndefined();
    expect(weeksOf([])).toEqual([]);
  });
});

test("only what differs is sent", () => {
  expect(changesOf(plan, wholePlan(plan))).toEqual({});
  const changed = { ...wholePlan(plan), polishHolidays: false, week: [] };
  expect(changesOf(plan, changed)).toEqual({ polishHolidays: false, week: [] });
});

test("a day is called by its holiday, or by what somebody wrote", () => {
  expect(whyText({ label: "Stocktaking" })).toBe("Stocktaking");
  expect(whyText({})).toBe("");
});
