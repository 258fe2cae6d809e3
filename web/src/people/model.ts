// Rules about customers and persons that the screen needs without asking the server.
//
// The checks of NIP, REGON, KRS, IBAN, post code and phone say the same reasons as the server, so
// a slip is shown while it is typed; the server checks again and has the last word.

import type {
  NotedPhone,
  OpenHours,
  PersonPhone,
  PostalAddress,
  Role,
  Weekday,
} from "../api/types";

export type Check = (text: string) => string | undefined; // The reason, or nothing.

const compact = (text: string) => text.replace(/[\s\u00a0-]/g, "").toUpperCase();
const digits = (text: string) => /^\d+$/.test(text);

function remainder11(number: string, weights: number[]): number {
  return weights.reduce((sum, weight, at) => sum + weight * Number(number[at]), 0) % 11;
}

// An empty field is for whoever demands it to complain about.
const unlessEmpty =
  (check: Check): Check =>
  (text) =>
    compact(text) ? check(text) : undefined;

export const nipProblem = unlessEmpty((text) => {
  const nip = compact(text).replace(/^PL/, "");
  if (!digits(nip)) return "nip_characters";
  if (nip.length !== 10) return "nip_length";
  if (nip[0] === "0" || nip.slice(1, 3) === "00") return "nip_prefix";
  const sum = remainder11(nip, [6, 5, 7, 2, 3, 4, 5, 6, 7]);
  return sum === Number(nip[9]) ? undefined : "nip_checksum";
});

const regonWeights = [8, 9, 2, 3, 4, 5, 6, 7];
const unitWeights = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];

export const regonProblem = unlessEmpty((text) => {
  const regon = compact(text);
  if (!digits(regon)) return "regon_characters";
  if (regon.length !== 9 && regon.length !== 14) return "regon_length";
  const addsUp = (weights: number[]) =>
    remainder11(regon, weights) % 10 === Number(regon[weights.length]);
  if (/^0+$/.test(regon) || !addsUp(regonWeights)) return "regon_checksum";
  return regon.length === 14 && !addsUp(unitWeights) ? "regon_checksum" : undefined;
});

export const krsProblem = unlessEmpty((text) => {
  const krs = compact(text).replace(/^KRS/, "");
  if (!digits(krs)) return "krs_characters";
  return krs.length !== 10 || /^0+$/.test(krs) ? "krs_length" : undefined;
});

// Lengths by country, from the SWIFT registry of IBAN formats; the server knows the rest.
const ibanLengths: Record<string, number> = {
  AT: 20,
  BE: 16,
  CH: 21,
  CZ: 24,
  DE: 22,
  DK: 18,
  ES: 24,
  FR: 27,
  GB: 22,
  HU: 28,
  IT: 27,
  LT: 20,
  NL: 18,
  NO: 15,
  PL: 28,
  SE: 24,
  SK: 24,
  UA: 29,
};

function remainder97(iban: string): number {
  let remainder = 0;
  for (const letter of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(letter, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

export const ibanProblem = unlessEmpty((text) => {
  let iban = compact(text).replace(/^IBAN/, "");
  if (!/^[0-9A-Z]+$/.test(iban)) return "iban_characters";
  if (digits(iban)) iban = `PL${iban}`;
  if (!/^[A-Z]{2}/.test(iban)) return "iban_country";
  const length = ibanLengths[iban.slice(0, 2)];
  if (length === undefined ? iban.length < 15 || iban.length > 34 : iban.length !== length) {
    return "iban_length";
  }
  return remainder97(iban) === 1 ? undefined : "iban_checksum";
});

export const postCodeProblem = unlessEmpty((text) =>
  /^\d{5}$/.test(compact(text)) ? undefined : "post_code_form",
);

// As people write a number: 784 380 784, (61) 855 12 34, 0048..., +48 ..., ext. 12.
export const phoneProblem = unlessEmpty((text) => {
  const number = text.replace(/[\s\u00a0().\-/]/g, "").replace(/(wew|ext|w)\d+$/i, "");
  if (!/^(\+|00)?\d+$/.test(number)) return "phone_characters";
  const length = number.replace(/^(\+|00)/, "").length;
  return length < 7 || length > 15 ? "phone_length" : undefined;
});

export const emailProblem = unlessEmpty((text) =>
  /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim()) ? undefined : "email_form",
);

// Length is what makes a password strong; the server knows the common ones.
const shortestPassword = 8; // Code points.

export const passwordProblem = (password: string) =>
  [...password].length < shortestPassword ? "password_short" : undefined;

export const showNip = (nip: string) =>
  nip.length === 10
    ? `${nip.slice(0, 3)}-${nip.slice(3, 6)}-${nip.slice(6, 8)}-${nip.slice(8)}`
    : nip;

export const showIban = (iban: string) => iban.replace(/(.{4})(?=.)/g, "$1\u00a0");

// --- Addresses and hours

// An address as a form holds it: everything is there, if only empty.
export type AddressValues = Required<PostalAddress>;

export const emptyAddress: AddressValues = { lines: [""], postCode: "", city: "", country: "PL" };

export const addressValues = (address: PostalAddress | null | undefined): AddressValues => ({
  ...emptyAddress,
  ...address,
});

export function addressLines(address: PostalAddress | null | undefined): string[] {
  if (!address) return [];
  const { lines, postCode, city, country } = addressValues(address);
  const abroad = country === "PL" ? "" : country;
  return [...lines, `${postCode} ${city}`.trim(), abroad].filter((line) => line.trim() !== "");
}

// What a form holds becomes what the server wants: no empty lines, nothing at all when empty.
export function addressWish(address: AddressValues): PostalAddress | null {
  const lines = address.lines.map((line) => line.trim()).filter(Boolean);
  if (lines.length === 0 && !address.postCode.trim() && !address.city.trim()) return null;
  return {
    lines,
    postCode: address.postCode.trim(),
    city: address.city.trim(),
    country: address.country.trim().toUpperCase() || "PL",
  };
}

export const weekdays: Weekday[] = [
  "monday",
  "tuesday",
  "wednesday",
  "thursday",
  "friday",
  "saturday",
  "sunday",
];

// 480 -> "08:00"; the end of a day is "24:00".
export function minutesText(minutes: number): string {
  const pad = (value: number) => String(value).padStart(2, "0");
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

export function minutesOf(text: string): number | undefined {
  const match = /^(\d{1,2})(?::(\d{2}))?$/.exec(text.trim());
  if (!match) return undefined;
  const minutes = Number(match[1]) * 60 + Number(match[2] ?? 0);
  return Number(match[2] ?? 0) < 60 && minutes <= 1440 ? minutes : undefined;
}

export interface HoursLine {
  from: Weekday;
  to: Weekday;
  hours: string;
}

// Days with equal hours in a row are told together: Monday to Friday, 8:00-16:00.
export function groupHours(hours: OpenHours[]): HoursLine[] {
  const lines: HoursLine[] = [];
  for (const day of weekdays) {
    const parts = hours
      .filter((one) => one.day === day)
      .sort((a, b) => a.from - b.from)
      .map((one) => `${minutesText(one.from)}–${minutesText(one.to)}`);
    if (parts.length === 0) continue;
    const text = parts.join(", ");
    const last = lines.at(-1);
    const follows = last && weekdays.indexOf(last.to) === weekdays.indexOf(day) - 1;
    if (last && follows && last.hours === text) last.to = day;
    else lines.push({ from: day, to: day, hours: text });
  }
  return lines;
}

// One line per day as it is typed: "8-16", "8:00-12:00, 13:00-17:00"; empty is closed. Shifts may run
// into the next day: "22-6".
export function readHours(
  texts: Record<Weekday, string>,
  overMidnight = false,
): OpenHours[] | undefined {
  const hours: OpenHours[] = [];
  for (const day of weekdays) {
    for (const part of (texts[day] ?? "").split(",")) {
      if (part.trim() === "") continue;
      const [from, to, rest] = part.split(/[-–]/).map((text) => minutesOf(text));
      if (from === undefined || to === undefined || rest !== undefined) return undefined;
      if (from >= to && !overMidnight) return undefined;
      hours.push({ day, from, to });
    }
  }
  return hours;
}

export function writeHours(hours: OpenHours[] | undefined): Record<Weekday, string> {
  const texts = {} as Record<Weekday, string>;
  for (const day of weekdays) {
    texts[day] = (hours ?? [])
      .filter((one) => one.day === day)
      .map((one) => `${minutesText(one.from)}–${minutesText(one.to)}`)
      .join(", ");
  }
  return texts;
}

// --- Phones

export const phoneText = (phone: NotedPhone | PersonPhone) =>
  phone.shown || phone.number + (phone.extension ? ` ext. ${phone.extension}` : "");

export const phoneLink = (phone: NotedPhone | PersonPhone) =>
  `tel:${phone.number}${phone.extension ? `;ext=${phone.extension}` : ""}`;

// --- Names and roles

// Lists put the family name first.
export const listName = (person: { givenName: string; familyName: string }) =>
  [person.familyName, person.givenName].filter(Boolean).join(" ");

export const companyRoles: Role[] = [
  "owner",
  "administrator",
  "lead",
  "technician",
  "bookkeeper",
  "consultant",
  "auditor",
];

export const customerRoles: Role[] = [
  "customer_administrator",
  "customer_approver",
  "customer_user",
  "guest_expert",
];
