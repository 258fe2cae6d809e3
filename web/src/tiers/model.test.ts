import { expect, it } from "vitest";
import type { Structure } from "../api/types";
import { editedTiers, reachable, reasonsFor, wishedTiers } from "./model";

const tier = (number: number) => ({
  number,
  namePl: `L${number}`,
  nameEn: `L${number}`,
  mayResolve: true,
  needsHandover: number === 3,
  queues: [{ id: number * 10, tier: number, name: "Q" }],
  members: [{ person: number, name: "A" }],
});

const structure: Structure = {
  version: 1,
  tiers: [tier(1), tier(2), tier(3)],
  moves: [
    { from: 1, to: 3, reasons: ["b"] },
    { from: 1, to: 2, reasons: ["a", "b"] },
    { from: 3, to: 2, reasons: ["a"] },
    { from: 3, to: 1, reasons: ["a"] },
  ],
  reasons: [
    { code: "a", namePl: "a", nameEn: "a" },
    { code: "b", namePl: "b", nameEn: "b" },
  ],
  warnings: [],
};

const numbers = (from: number, up: boolean) =>
  reachable(structure, from, up).map((one) => one.number);

it("a ticket goes where a move leads, the nearest tier first", () => {
  expect(numbers(1, true)).toEqual([2, 3]);
  expect(numbers(2, true)).toEqual([]);
  expect(numbers(3, false)).toEqual([2, 1]);
  expect(numbers(1, false)).toEqual([]);
});

it("each move has reasons of its own", () => {
  const codes = (from: number, to: number) =>
    reasonsFor(structure, from, to).map((one) => one.code);
  expect(codes(1, 2)).toEqual(["a", "b"]);
  expect(codes(1, 3)).toEqual(["b"]);
  expect(codes(2, 1)).toEqual([]);
});

it("what is edited goes back as it came", () => {
  expect(wishedTiers(editedTiers(structure))[2]).toEqual({
    namePl: "L3",
    nameEn: "L3",
    mayResolve: true,
    needsHandover: true,
    queues: [{ id: 30, name: "Q" }],
    members: [3],
  });
});
