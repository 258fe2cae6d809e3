import pl from "messages:pages-pl";
import { beforeEach, expect, it } from "vitest";
import type { DeskFigures, Figure } from "../api/types";
import { takeTexts } from "../base/i18n";
import { readFiguresSearch } from "./figures_search";
import { ageText, basisText, figuresOf, isEmpty, tiersOf, valueText } from "./model";

beforeEach(() => takeTexts("pl", pl));

const ratio: Figure = {
  figure: "fcr_gross",
  unit: "ratio",
  value: 0.5,
  numerator: 1,
  denominator: 2,
  count: 2,
};
const report: DeskFigures = {
  at: "2026-11-27T12:00:00Z",
  items: [{ ...ratio, figure: "csat" }, ratio],
  backlogAges: [],
  moves: [
    { from: 2, to: 1, moved: 1, left: 4, probability: 0.25 },
    { from: 1, to: 2, moved: 1, left: 2, probability: 0.5 },
  ],
  costs: [],
};

it("says a value in the words of its unit, and that there is nothing to divide", () => {
  expect(valueText(ratio, ratio.value)).toBe("50%");
  expect(valueText(ratio, undefined)).toBe("–");
  expect(valueText({ ...ratio, unit: "minutes" }, 89.6)).toBe("1 h 30 min");
  expect(valueText({ ...ratio, unit: "days" }, 5.25)).toBe("5,3 dnia");
  expect(valueText({ ...ratio, unit: "count" }, 1.253)).toBe("1,25");
});

it("says of how many a figure is", () => {
  expect(basisText(ratio)).toBe("1 z 2");
  expect(basisText({ ...ratio, figure: "mtta", unit: "minutes", count: 3 })).toBe("3 zgłoszenia");
  expect(basisText({ ...ratio, figure: "utilization", count: 4 })).toBe("4 osoby z dyżurami");
  expect(basisText({ ...ratio, figure: "backlog", unit: "count" })).toBeUndefined();
});

it("finds the figures of a group in its order, and the tiers of the matrix", () => {
  expect(figuresOf(report, "quality")).toEqual([ratio]);
  expect(tiersOf(report)).toEqual([1, 2]);
  expect(isEmpty(report)).toBe(false);
  expect(isEmpty({ ...report, moves: [], items: [{ ...ratio, count: 0 }] })).toBe(true);
});

it("says ages as people write them", () => {
  expect(ageText({ from: 4, to: 7 })).toBe("4–7");
  expect(ageText({ from: 31 })).toBe("ponad 30");
});

it("reads its address", () => {
  expect(readFiguresSearch({ from: "2026-11-01", to: "x", by: "tier", customer: "3" })).toEqual({
    from: "2026-11-01",
    to: undefined,
    customer: 3,
  });
});
