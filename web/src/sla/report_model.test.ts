import pl from "messages:pages-pl";
import { beforeEach, expect, it } from "vitest";
import type { AttainmentRow } from "../api/types";
import { takeTexts } from "../base/i18n";
import { readAttainmentSearch } from "./attainment_search";
import {
  closableMonths,
  endOfMonth,
  figureText,
  monthAfter,
  ofText,
  periodOf,
  presetOf,
  reportTable,
} from "./report_model";

beforeEach(() => takeTexts("pl", pl));

it("has periods that begin and end with months, also over New Year", () => {
  expect(periodOf("thisMonth", "2026-02-10")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  expect(periodOf("lastMonth", "2026-01-31")).toEqual({ from: "2025-12-01", to: "2025-12-31" });
  expect(periodOf("threeMonths", "2026-01-31")).toEqual({ from: "2025-10-01", to: "2025-12-31" });
  expect(periodOf("thisYear", "2026-03-31")).toEqual({ from: "2026-01-01", to: "2026-03-31" });
  expect(presetOf({ from: "2025-12-01", to: "2025-12-31" }, "2026-01-05")).toBe("lastMonth");
  expect(presetOf({ from: "2025-12-02", to: "2025-12-31" }, "2026-01-05")).toBeUndefined();
  expect(monthAfter("2026-03-31", -1)).toBe("2026-02-01");
  expect(endOfMonth("2028-02-01")).toBe("2028-02-29");
});

it("offers the months that are over and not closed", () => {
  expect(closableMonths("2026-11-27", "2026-08-31")).toEqual(["2026-10-01", "2026-09-01"]);
  expect(closableMonths("2026-11-27", "2026-10-31")).toEqual([]);
  expect(closableMonths("2026-11-27", undefined)).toHaveLength(12);
});

const row: AttainmentRow = {
  target: "resolution",
  customer: 3,
  customerName: '=Zakład "Śruba"',
  met: 7,
  missed: 1,
  cancelled: 0,
  attainment: 0.875,
  over: 90,
  mean: 125,
  median: 100,
  p90: 240,
};
const none: AttainmentRow = { ...row, met: 0, missed: 0, cancelled: 2, attainment: undefined };

it("tells figures, and nothing where nothing has ended", () => {
  const plain = (text: string) => text.replaceAll("\u00a0", " ");
  expect(plain(figureText(row, "attainment"))).toBe("87,5%");
  expect(plain(figureText(row, "mean"))).toBe("2 h 5 min");
  expect(figureText(row, "missed")).toBe("1");
  expect(figureText(none, "attainment")).toBe("–");
  expect(figureText(none, "mean")).toBe("–");
  expect(ofText(row, "customer", [])).toBe('=Zakład "Śruba"');
  expect(ofText({ ...row, policy: 9 }, "policy", [])).toBe("Dawna polityka nr 9");
});

it("becomes a table that no spreadsheet takes for formulas", () => {
  const [head, line] = reportTable([row], "customer", []).split("\r\n");
  expect(head).toContain('"Cel";"Klient";"Dotrzymane"');
  expect(head).toContain('"Średnia (min)"');
  expect(line).toBe('"Rozwiązanie";"\'=Zakład ""Śruba""";7;1;0;0,875;125;100;240;90');
});

it("reads its address, and nothing else", () => {
  expect(readAttainmentSearch({ from: "2026-01-01", to: "x", by: "tier", customer: "4" })).toEqual({
    from: "2026-01-01",
    to: undefined,
    by: "tier",
    customer: 4,
  });
  expect(readAttainmentSearch({ by: "moon" }).by).toBeUndefined();
});
