import { beforeEach, expect, it } from "vitest";
import type { Money } from "../api/types";
import { takeTexts } from "./i18n";
import { amountInput, readAmount, sumsOf, sumsText } from "./money";

beforeEach(() => takeTexts("pl", {}));

const zl = (minor: number): Money => ({ minor, currency: "PLN" });
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

it.each<[string, number | undefined]>([
  ["50", 5000],
  ["1 250,5", 125050],
  ["1\u00a0250.05", 125005],
  ["0,29", 29],
  ["0,00", undefined],
  ["-5", undefined],
  ["1,234", undefined],
  ["100000000", 100_000_000_00],
  ["100000000,01", undefined],
  ["dużo", undefined],
  ["", undefined],
])("reads %s as people write it", (text, minor) => expect(readAmount(text)).toBe(minor));

it("adds up each currency by itself", () => {
  const sums = sumsOf([zl(10), { minor: 700, currency: "EUR" }, zl(20)]);
  expect(sums).toEqual([zl(30), { minor: 700, currency: "EUR" }]);
  expect(plain(sumsText(sums))).toBe("0,30 zł + 7,00 €");
  expect(sumsOf([])).toEqual([]);
});

it("stands in a field as it would be typed there", () => {
  expect(amountInput(zl(125050))).toBe("1250,50");
  takeTexts("en", {});
  expect(amountInput(zl(125050))).toBe("1250.50");
  expect(amountInput(undefined)).toBe("");
});
