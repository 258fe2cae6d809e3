import { beforeAll, describe, expect, it } from "vitest";
import type { Category, FieldValue, TicketField } from "../api/types";
import { takeTexts } from "../base/i18n";
import { Problem } from "../base/problem";
import { fieldErrors } from "./field_errors";
import {
  formFields,
  formOf,
  initialOf,
  isEmpty,
  readValue,
  valueText,
  wishOf,
  writtenValue,
} from "./fields";

const field = (kind: TicketField["kind"], more: Partial<TicketField> = {}): TicketField => ({
  id: 1,
  version: 1,
  key: "pole",
  kind,
  namePl: "Pole",
  nameEn: "Field",
  choices: [
    { key: "a", namePl: "Aa", nameEn: "Aa", colour: "plain", retired: false },
    { key: "b", namePl: "Be", nameEn: "Be", colour: "plain", retired: true },
  ],
  decimals: 0,
  need: "never",
  customers: "hidden",
  ...more,
});

beforeAll(() => takeTexts("pl", { "ui.yes": "tak", "ui.no": "nie", "tickets.erasedText": "-" }));

describe("forms", () => {
  const category = (id: number, parent?: number): Category => ({
    id,
    version: 1,
    namePl: "",
    nameEn: "",
    parent,
  });
  const tree = [category(1), category(2, 1), category(3)];
  const forms = [
    { version: 1, fields: [10] },
    { category: 1, version: 1, fields: [20, 21] },
  ];
  it("come from the category, else from above, else from the general one", () => {
    expect(formOf(tree, forms, undefined)).toEqual([10]);
    expect(formOf(tree, forms, 2)).toEqual([20, 21]);
    expect(formOf(tree, forms, 3)).toEqual([10]);
    expect(formOf(tree, [], 2)).toEqual([]);
  });
  it("show what is in use, in their order", () => {
    const known = [
      field("text", { id: 1 }),
      field("text", { id: 2, retiredAt: "2025-01-01T00:00:00Z" }),
      field("text", { id: 3 }),
    ];
    expect(formFields(known, [3, 2, 9, 1]).map((one) => one.id)).toEqual([3, 1]);
  });
});

describe("values", () => {
  const cases: [TicketField, FieldValue, string][] = [
    [field("text"), { field: 1, text: "Kasa 3" }, "Kasa 3"],
    [field("number", { decimals: 1, unit: "kg" }), { field: 1, number: "1234.5" }, "1234,5 kg"],
    [field("money", { currency: "PLN" }), { field: 1, amount: "12.50" }, "12,50 zł"],
    [field("date"), { field: 1, date: "2025-06-12" }, "12 cze 2025"],
    [field("choice"), { field: 1, choice: "b" }, "Be"],
    [field("choices"), { field: 1, choices: ["a", "b"] }, "Aa, Be"],
    [field("person"), { field: 1, person: 7, personName: "Anna" }, "Anna"],
    [field("asset"), { field: 1, asset: 12, assetName: "Drukarka" }, "Drukarka"],
    [field("checkbox"), { field: 1, checked: false }, "nie"],
  ];
  it("are said in words", () => {
    for (const [one, value, words] of cases) {
      expect(valueText(one, value).replace(/[\u00a0\u202f]/g, " ")).toBe(words);
    }
  });
  it("are sent as they were typed, without what is not meant", () => {
    for (const [, value] of cases) {
      const { personName, assetName, ...sent } = value;
      expect(wishOf(value)).toEqual(sent);
    }
    expect(wishOf({ field: 1, number: " 1 234,5" })).toEqual({ field: 1, number: "1234.5" });
    expect(wishOf({ field: 1, text: "  " })).toEqual({ field: 1 });
    expect(isEmpty({ field: 1, choices: [] })).toBe(true);
    expect(isEmpty({ field: 1, checked: false })).toBe(false);
  });
  it("come back from an address", () => {
    for (const [one, value] of cases.filter(([kind]) => kind.kind !== "choices")) {
      const { personName, assetName, ...plain } = value;
      const back = readValue({ ...one, choices: [] }, writtenValue(value));
      expect(back).toEqual(plain);
    }
    expect(readValue(field("choices"), "a")).toEqual({ field: 1, choices: ["a"] });
  });
  it("begin as the definition says, without retired choices", () => {
    expect(initialOf(field("checkbox", { initial: "true" }))?.checked).toBe(true);
    expect(initialOf(field("choice", { initial: "b" }))).toBeUndefined();
    expect(initialOf(field("choices", { initial: "a b" }))?.choices).toEqual(["a"]);
    expect(initialOf(field("text"))).toBeUndefined();
  });
});

describe("refusals", () => {
  const problem = (pointer: string, params = {}) =>
    new Problem(422, "invalid", {}, [{ pointer, reason: "x", params }]);
  const sent = [
    { field: 5, text: "a" },
    { field: 6, text: "b" },
  ];
  it("stand at the field that they are about", () => {
    expect(Object.keys(fieldErrors(problem("/fields/1/text"), sent))).toEqual(["6"]);
    expect(Object.keys(fieldErrors(problem("/fields", { field: "9" }), sent))).toEqual(["9"]);
    expect(fieldErrors(problem("/subject"), sent)).toEqual({});
  });
});
