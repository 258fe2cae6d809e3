import { describe, expect, it } from "vitest";
import type { Appointment } from "../api/types";
import { endOf, onDay, share, stretches } from "./appointment_model";

const appointment = (rest: Partial<Appointment>): Appointment => ({
  id: 1,
  ticket: 1,
  customer: 1,
  appointmentVersion: 1,
  kind: "visit",
  state: "agreed",
  persons: [],
  offers: [],
  minutes: 90,
  sequence: 0,
  changedAt: "2025-06-12T08:00:00Z",
  ...rest,
});

describe("appointments", () => {
  it("end after their minutes", () => {
    expect(endOf("2025-06-12T08:00:00Z", 90)).toBe("2025-06-12T09:30:00.000Z");
  });

  it("take one stretch of time when agreed, and one for each offer before", () => {
    const offers = ["2025-06-12T08:00:00Z", "2025-06-13T08:00:00Z"];
    expect(stretches(appointment({ state: "offered", offers }))).toHaveLength(2);
    expect(stretches(appointment({ startsAt: offers[1], offers }))).toEqual([
      { from: "2025-06-13T08:00:00Z", to: "2025-06-13T09:30:00.000Z" },
    ]);
  });

  it("stand on the days that they touch, also over midnight", () => {
    const night = { from: "2025-06-12T20:00:00Z", to: "2025-06-12T23:00:00Z" };
    const thursday = { from: "2025-06-11T22:00:00Z", to: "2025-06-12T22:00:00Z" };
    const friday = { from: "2025-06-12T22:00:00Z", to: "2025-06-13T22:00:00Z" };
    const saturday = { from: "2025-06-13T22:00:00Z", to: "2025-06-14T22:00:00Z" };
    expect(onDay([night], thursday)).toHaveLength(1);
    expect(onDay([night], friday)).toHaveLength(1);
    expect(onDay([night], saturday)).toHaveLength(0);
    expect(share(night, friday)).toEqual({ left: 0, width: 100 / 24 });
  });

  it("take their share of a day of 25 hours", () => {
    const autumn = { from: "2025-10-25T22:00:00Z", to: "2025-10-26T23:00:00Z" };
    const noon = { from: "2025-10-26T10:30:00Z", to: "2025-10-26T23:00:00Z" };
    expect(share(noon, autumn)).toEqual({ left: 50, width: 50 });
  });
});
