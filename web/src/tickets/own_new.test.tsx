import en from "messages:pages-en";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { api } from "../api/client";
import type { WhoAmI } from "../api/types";
import { takeTexts } from "../base/i18n";
import { forgetSession, session } from "../base/session";
import { OwnNew } from "./own_new";

const create = vi.spyOn(api.tickets, "createTicket").mockResolvedValue({ id: 9 } as never);
const lists = (answers: Record<string, unknown[]>) => {
  for (const [name, items] of Object.entries(answers)) {
    vi.spyOn(api.tickets, name as "listFields").mockResolvedValue({ items } as never);
  }
};

const field = (id: number, nameEn: string) => ({
  id,
  kind: "text",
  nameEn,
  namePl: nameEn,
  need: "never",
  customers: "edits",
  choices: [],
});
const template = (id: number, nameEn: string, category: number) => ({
  id,
  nameEn,
  namePl: nameEn,
  textEn: "",
  textPl: "",
  category,
});

beforeEach(() => {
  takeTexts("en", en);
  vi.spyOn(api.people, "showPerson").mockResolvedValue({} as never);
  session.set({
    person: 5,
    rights: [],
    customers: [{ customer: 3, name: "K", rights: [] }],
  } as unknown as WhoAmI);
  lists({
    listFields: [field(1, "Room"), field(2, "Serial number")],
    listForms: [{ fields: [1] }, { category: 4, fields: [2] }],
    listCategories: [
      { id: 4, nameEn: "Devices", namePl: "Devices" },
      { id: 6, nameEn: "Old", namePl: "Old", retiredAt: "2026-01-01T00:00:00Z" },
    ],
    listTemplates: [template(1, "New computer", 4), template(2, "Old form", 6)],
  });
});
afterEach(() => {
  cleanup();
  forgetSession();
});

it("a ready form asks for the fields of its category, and sends them", async () => {
  render(<OwnNew onClose={() => undefined} onCreated={() => undefined} />);
  await screen.findByLabelText(/Room/);
  const choice = document.querySelector("[name=from]") as HTMLSelectElement;
  fireEvent.change(choice, { target: { value: "2" } });
  expect(screen.queryByLabelText(/Room/)).not.toBeNull();
  fireEvent.change(choice, { target: { value: "1" } });
  fireEvent.change(await screen.findByLabelText(/Serial number/), { target: { value: "A-17" } });
  expect(screen.queryByLabelText(/Room/)).toBeNull();
  fireEvent.submit(choice.form as HTMLFormElement);
  await waitFor(() => expect(create).toHaveBeenCalled());
  expect(create.mock.calls[0]?.[0]).toMatchObject({
    from: 1,
    subject: "New computer",
    fields: [{ field: 2, text: "A-17" }],
  });
});
