import { describe, expect, it } from "vitest";
import { instantOf } from "../base/time";
import { initialValues, minutesOf, planOf, startsOf, type Values, wayOf } from "./appointment_plan";

const anna = { id: 7, label: "Anna Nowak" };
const typed = (rest: Partial<Values> = {}): Values => ({
  ...initialValues(undefined, anna, []),
  "plan/startsAt": "2026-06-12T08:30",
  ...rest,
});

describe("the plan of an appointment", () => {
  it.each([
    ["90", 90],
    ["1:30", 90],
    ["5", 5],
    ["4", undefined],
    ["12:00", 720],
    ["12:01", undefined],
    ["soon", undefined],
    ["", undefined],
  ])("%j takes %j minutes", (text, minutes) => {
    expect(minutesOf(text)).toBe(minutes);
  });

  it.each([
    ["", 0],
    ["0", 0],
    ["20", 20],
    ["0:45", 45],
    ["8:01", undefined],
    ["far", undefined],
  ])("a way of %j is one of %j minutes", (text, minutes) => {
    expect(wayOf(text)).toBe(minutes);
  });

  it("has a way and a place only where it is a visit", () => {
    const way = { "plan/travelBefore": "20", "plan/address": " ul. Polna 3 " };
    expect(planOf(typed(way))).toMatchObject({ travelBefore: 20, address: "ul. Polna 3" });
    const call = planOf(typed({ ...way, "plan/kind": "call_back" }));
    expect([call.travelBefore, call.address, call.site]).toEqual([undefined, undefined, undefined]);
  });

  it("is either one time, or those of the offers that were filled in", () => {
    const first = "2026-06-13T10:00";
    expect(planOf(typed()).startsAt).toBe(instantOf("2026-06-12T08:30"));
    const offered = typed({ how: "offered", offers: [first, ""] });
    expect(startsOf(offered)).toEqual([instantOf(first)]);
    expect(planOf(offered)).toMatchObject({ offers: [instantOf(first)], offerDays: 7 });
  });

  it("begins with that of an appointment, on the clock of this device", () => {
    const one = {
      kind: "remote",
      state: "agreed",
      startsAt: instantOf("2026-06-12T08:30"),
      offers: [],
      persons: [{ person: 7, name: "Anna Nowak" }],
      minutes: 45,
    } as never;
    const values = initialValues(one, { id: 1, label: "I" }, []);
    expect(values["plan/startsAt"]).toBe("2026-06-12T08:30");
    expect(planOf(values)).toMatchObject({ kind: "remote", persons: [7], minutes: 45 });
  });
});
