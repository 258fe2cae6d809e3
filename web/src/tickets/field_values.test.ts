import { expect, it } from "vitest";
import { forgetSession } from "../base/session";
import { listedValues, takeValues } from "./field_values";

it("values of a list are forgotten with whoever read it", () => {
  takeValues([{ ticket: 4, values: [{ field: 1, text: "A-17" }] }]);
  takeValues([{ ticket: 5, values: [] }]);
  expect([...listedValues.get().keys()]).toEqual([4, 5]);
  forgetSession();
  expect(listedValues.get().size).toBe(0);
});
