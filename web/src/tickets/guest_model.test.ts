import en from "messages:pages-en";
import { beforeAll, expect, it } from "vitest";
import type { TicketGuest, TicketMessage } from "../api/types";
import { takeTexts } from "../base/i18n";
import { guestName, guestState, isIn, mayErase, showable } from "./guest_model";

beforeAll(() => takeTexts("en", en));

const now = Date.parse("2025-06-12T10:00:00Z");

const guest = (change: Partial<TicketGuest>): TicketGuest => ({
  id: 1,
  ticket: 7,
  name: "Ola Maj",
  company: "Drukarki SA",
  language: "pl",
  question: 3,
  invitedAt: "2025-06-10T10:00:00Z",
  endsAt: "2025-06-24T10:00:00Z",
  shown: [],
  ...change,
});

it("a guest is in until their time, or until somebody ends it", () => {
  expect(isIn(guest({}), now)).toBe(true);
  expect(isIn(guest({ endsAt: "2025-06-12T10:00:00Z" }), now)).toBe(false);
  expect(isIn(guest({ endedAt: "2025-06-11T10:00:00Z", endedWhy: "hand" }), now)).toBe(false);
  expect(guestState(guest({}), now)).toMatch(/^Until /);
  expect(guestState(guest({ endsAt: "2025-06-12T09:00:00Z" }), now)).toMatch(/^Ended on /);
  const closed = guest({ endedAt: "2025-06-11T10:00:00Z", endedWhy: "closed" });
  expect(guestState(closed, now)).toMatch(/^Ended with the ticket /);
});

it("a guest is called with their company, and not at all once they were erased", () => {
  expect(guestName(guest({}))).toBe("Ola Maj (Drukarki SA)");
  expect(guestName(guest({ company: undefined }))).toBe("Ola Maj");
  expect(guestName(guest({ name: undefined, company: undefined }))).toBe("(erased)");
});

it("a guest can be erased as long as their name or their words are there", () => {
  const nameless = guest({ name: undefined });
  const wrote = (id: number, text?: string): TicketMessage => ({
    id: 9,
    ticket: 7,
    kind: "note",
    text,
    at: "2025-06-10T10:00:00Z",
    attachments: [],
    guests: [{ guest: id, part: "wrote" }],
  });
  expect(mayErase(guest({}))).toBe(true);
  expect(mayErase(nameless)).toBe(false);
  expect(mayErase(nameless, [wrote(1, "To głowica.")])).toBe(true);
  expect(mayErase(nameless, [wrote(1), wrote(2, "To toner.")])).toBe(false);
});

it("what a guest wrote or was told is not offered to be shown to them", () => {
  const message = (id: number, guests: TicketMessage["guests"] = []): TicketMessage => ({
    id,
    ticket: 7,
    kind: "note",
    at: "2025-06-10T10:00:00Z",
    attachments: [],
    guests,
  });
  const messages = [
    message(1),
    message(2, [{ guest: 1, part: "told" }]),
    message(3, [{ guest: 1, part: "wrote" }]),
    message(4, [{ guest: 1, part: "shown" }]),
    message(5, [{ guest: 2, part: "told" }]),
  ];
  expect(showable(messages, 1).map((one) => one.id)).toEqual([1, 4, 5]);
  expect(showable(messages).map((one) => one.id)).toEqual([1, 2, 3, 4, 5]);
});
