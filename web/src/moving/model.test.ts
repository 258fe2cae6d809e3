import { expect, test } from "vitest";
import type { MovedRow, Moving } from "../api/types";
import { columnsOf, examples, meaningsOf, sourceFrom, unknownWords, withMeaning } from "./model";

test("a field means one column, and a column one field", () => {
  const before = meaningsOf([
    { column: "Nazwa", field: "name" },
    { column: "NIP", field: "nip" },
  ]);
  expect(withMeaning(before, "Firma", "name")).toEqual({ NIP: "nip", Firma: "name" });
  expect(withMeaning(before, "NIP", "")).toEqual({ Nazwa: "name" });
  expect(withMeaning(before, "NIP", "regon")).toEqual({ Nazwa: "name", NIP: "regon" });
});

test("columns come back in the order of the file", () => {
  const meanings = { B: "nip", A: "name" };
  expect(columnsOf(["A", "X", "B"], meanings)).toEqual([
    { column: "A", field: "name" },
    { column: "B", field: "nip" },
  ]);
});

test("examples are what stands in a column, each once", () => {
  const moving = {
    header: ["A", "B"],
    sample: [
      { line: 2, cells: ["x", "1"] },
      { line: 3, cells: ["x", ""] },
      { line: 4, cells: ["y", "2"] },
    ],
  } as unknown as Moving;
  expect(examples(moving, "A")).toEqual(["x", "y"]);
  expect(examples(moving, "B")).toEqual(["1", "2"]);
});

test("a source is called like its file at first", () => {
  expect(sourceFrom("klienci 2024.xlsx")).toBe("klienci 2024");
});

test("words nobody knows are asked for once", () => {
  const row = (reason: string, column: string, value: string) =>
    ({ problems: [{ reason, column, value, isNote: false }] }) as unknown as MovedRow;
  const rows = [
    row("moving.word_unknown", "Stan", "Odłożone"),
    row("moving.word_unknown", "Stan", "Odłożone"),
    row("moving.word_unknown", "Inne", "x"),
    row("nip_checksum", "Stan", "y"),
  ];
  expect(unknownWords(rows, { Stan: "status" })).toEqual([
    { field: "status", theirs: "Odłożone", ours: "" },
  ]);
});
