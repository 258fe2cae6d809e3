// What is typed into the plan of an appointment, and what it asks of the server.

import type { Appointment, AppointmentWish, Site } from "../api/types";
import { instantOf, localInput } from "../base/time";
import type { Found } from "../ui/combobox";
import type { AppointmentDialog } from "./appointment_dialogs";
import { readMinutes } from "./time_model";

const minutesLeast = 5;
const minutesMost = 12 * 60;
const wayMost = 8 * 60;
export const week = 7 * 24 * 3_600_000; // Milliseconds.

// The dialog, as it was opened.
export type Open = Extract<AppointmentDialog, { what: "plan" }>;

// Named as the server points at them.
export interface Values {
  "plan/kind": AppointmentWish["kind"];
  "plan/persons": Found[];
  how: "agreed" | "offered";
  "plan/startsAt": string;
  offers: string[];
  "plan/minutes": string;
  "plan/travelBefore": string;
  "plan/travelAfter": string;
  "plan/site": string; // An id, or "" for another address.
  "plan/address": string;
  "plan/contact": Found | undefined;
  "plan/customerNote": string;
  "plan/internalNote": string;
  "plan/offerDays": string;
  despite: boolean;
}

export function initialValues(one: Appointment | undefined, me: Found, sites: Site[]): Values {
  return {
    "plan/kind": one?.kind ?? "visit",
    "plan/persons": one?.persons.map(({ person, name }) => ({ id: person, label: name })) ?? [me],
    how: one?.state === "offered" ? "offered" : "agreed",
    "plan/startsAt": one?.startsAt ? localInput(one.startsAt) : "",
    offers: one?.state === "offered" ? one.offers.map((start) => localInput(start)) : [""],
    "plan/minutes": String(one?.minutes ?? 60),
    "plan/travelBefore": String(one?.travelBefore ?? 0),
    "plan/travelAfter": String(one?.travelAfter ?? 0),
    "plan/site": String(one ? (one.site ?? "") : (sites[0]?.site ?? "")),
    "plan/address": one?.address ?? "",
    "plan/contact": one?.contact ? { id: one.contact, label: one.contactName ?? "" } : undefined,
    "plan/customerNote": one?.customerNote ?? "",
    "plan/internalNote": one?.internalNote ?? "",
    "plan/offerDays": "7",
    despite: false,
  };
}

// As "90" or "1:30"; undefined: not so many as an appointment may take.
export function minutesOf(typed: string): number | undefined {
  const minutes = readMinutes(typed) ?? 0;
  return minutes >= minutesLeast && minutes <= minutesMost ? minutes : undefined;
}

// The way there or back: none where nothing stands, undefined where it cannot be read.
export function wayOf(typed: string): number | undefined {
  const none = /^0*$/.test(typed.trim());
  const minutes = none ? 0 : readMinutes(typed);
  return minutes === undefined || minutes > wayMost ? undefined : minutes;
}

export const travelOf = (values: Values) =>
  values["plan/kind"] === "visit"
    ? {
        travelBefore: wayOf(values["plan/travelBefore"]) ?? 0,
        travelAfter: wayOf(values["plan/travelAfter"]) ?? 0,
      }
    : {};

export function startsOf(values: Values): string[] {
  const typed = values.how === "agreed" ? [values["plan/startsAt"]] : values.offers;
  return typed.filter(Boolean).map(instantOf);
}

export function planOf(values: Values): AppointmentWish {
  const starts = startsOf(values);
  const isVisit = values["plan/kind"] === "visit";
  const site = Number(values["plan/site"]);
  const contact = values["plan/contact"]?.id;
  return {
    kind: values["plan/kind"],
    persons: values["plan/persons"].map((one) => one.id),
    ...(values.how === "agreed"
      ? { startsAt: starts[0] }
      : { offers: starts, offerDays: Number(values["plan/offerDays"]) || 7 }),
    minutes: minutesOf(values["plan/minutes"]) ?? 0,
    ...travelOf(values),
    ...(isVisit && (site ? { site } : { address: values["plan/address"].trim() })),
    ...(contact && { contact }),
    customerNote: values["plan/customerNote"].trim(),
    internalNote: values["plan/internalNote"].trim(),
  };
}
