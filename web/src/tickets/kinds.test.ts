import { describe, expect, it } from "vitest";
import type { Category } from "../api/types";
import { branches, categoryOptions, parentOptions } from "./kinds";

const category = (id: number, namePl: string, parent?: number, retiredAt?: string): Category => ({
  id,
  version: 1,
  namePl,
  nameEn: namePl,
  parent,
  retiredAt,
});

const tree = [
  category(1, "Sprzęt"),
  category(2, "Poczta"),
  category(3, "Drukarka", 1),
  category(4, "Toner", 3),
  category(5, "Faks", 1, "2026-01-01T00:00:00Z"),
  category(6, "Papier faksu", 5),
];

const labels = (options: { label: string }[]) => options.map((option) => option.label);

describe("categories", () => {
  it("stand below each other, by their names", () => {
    expect(branches(tree).map((branch) => [branch.path, branch.level, branch.retired])).toEqual([
      ["Poczta", 1, false],
      ["Sprzęt", 1, false],
      ["Sprzęt / Drukarka", 2, false],
      ["Sprzęt / Drukarka / Toner", 3, false],
      ["Sprzęt / Faks", 2, true],
      ["Sprzęt / Faks / Papier faksu", 3, true],
    ]);
  });

  it("are offered unless they are retired, but for the one a ticket has", () => {
    expect(labels(categoryOptions(tree))).not.toContain("Sprzęt / Faks");
    expect(labels(categoryOptions(tree, 6))).toContain("Sprzęt / Faks / Papier faksu");
  });

  it("go where there is room for them and all that is below", () => {
    expect(labels(parentOptions(tree))).toEqual(["Poczta", "Sprzęt", "Sprzęt / Drukarka"]);
    expect(labels(parentOptions(tree, tree[2]))).toEqual(["Poczta", "Sprzęt"]);
    expect(labels(parentOptions(tree, tree[0]))).toEqual([]);
    expect(labels(parentOptions(tree, tree[3]))).toEqual(["Poczta", "Sprzęt", "Sprzęt / Drukarka"]);
  });
});
