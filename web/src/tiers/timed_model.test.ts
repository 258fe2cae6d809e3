import { expect, it } from "vitest";
import { minutesIn, parted } from "./timed_model";

it("writes minutes in the largest unit that leaves nothing over", () => {
  expect(parted(30)).toEqual({ number: "30", unit: "minutes" });
  expect(parted(90)).toEqual({ number: "90", unit: "minutes" });
  expect(parted(240)).toEqual({ number: "4", unit: "hours" });
  expect(parted(2880)).toEqual({ number: "2", unit: "days" });
});

it("reads them back, also with a comma", () => {
  expect(minutesIn("4", "hours")).toBe(240);
  expect(minutesIn("1,5", "hours")).toBe(90);
  expect(minutesIn("x", "days")).toBeNaN();
});
