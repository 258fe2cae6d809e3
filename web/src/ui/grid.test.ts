import { afterEach, describe, expect, it } from "vitest";
import { singleKeys } from "../base/preferences";
import { initials } from "./badge";
import { moved } from "./grid";

describe("keys in a list of 100 rows", () => {
  afterEach(() => singleKeys.set("on"));

  it.each([
    ["ArrowDown", 0, 1],
    ["ArrowDown", 99, 99],
    ["ArrowUp", 0, 0],
    ["PageDown", 5, 15],
    ["PageUp", 5, 0],
    ["End", 5, 99],
    ["Home", 5, 0],
    ["j", 5, 6],
    ["k", 5, 4],
    ["x", 5, undefined],
  ])("%s from row %d goes to %s", (key, from, expected) => {
    expect(moved(key, from, 100, 10)).toBe(expected);
  });

  it("are only the arrows when single keys are off", () => {
    singleKeys.set("off");
    expect(moved("j", 5, 100, 10)).toBeUndefined();
    expect(moved("ArrowDown", 5, 100, 10)).toBe(6);
  });
});

it.each([
  ["Anna Nowak", "AN"],
  ["łukasz maria żółć", "ŁŻ"],
  ["Sowa", "S"],
  ["", "?"],
])("the initials of '%s' are %s", (name, expected) => {
  expect(initials(name)).toBe(expected);
});
